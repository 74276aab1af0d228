/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-clip.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "yf-clip-level.h"

/* What render-voice writes before the samples, and nothing else. */
#define HEADER 44

/* The longest a clip is, in samples. */
#define MAX_SAMPLES ((gsize) (YF_CLIP_MAX_LENGTH / YF_SECOND * YF_TONE_RATE))

struct _YfClip
{
  gatomicrefcount  ref_count;
  char            *id;
  char            *text;
  gsize            n_samples;

  /* A built-in voice is minutes long and a session needs little of it, so
   * its clips stay on the disk until somebody wants to hear them. */
  GMappedFile     *file;
  GMutex           lock;
  float           *samples;
};

G_DEFINE_BOXED_TYPE (YfClip, yf_clip, yf_clip_ref, yf_clip_unref)

static YfClip *
new_clip (const char *id,
          const char *text,
          gsize       n_samples)
{
  YfClip *self = g_new0 (YfClip, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  self->id = g_strdup (id);
  self->text = g_strdup (text);
  self->n_samples = n_samples;

  return self;
}

/* A file of ours is exactly as render-voice writes it. */
static gboolean
check_header (const guint8 *bytes,
              gsize         size)
{
  static const guint8 format[] = {
    'W', 'A', 'V', 'E', 'f', 'm', 't', ' ', 16, 0, 0, 0, 1, 0, 1, 0,
    YF_TONE_RATE & 0xff, YF_TONE_RATE >> 8, 0, 0,
    2 * YF_TONE_RATE & 0xff, 2 * YF_TONE_RATE >> 8 & 0xff, 2 * YF_TONE_RATE >> 16, 0,
    2, 0, 16, 0, 'd', 'a', 't', 'a',
  };
  guint32 n_bytes;

  if (size <= HEADER || memcmp (bytes, "RIFF", 4) != 0 || memcmp (bytes + 8, format, sizeof format) != 0)
    return FALSE;

  memcpy (&n_bytes, bytes + HEADER - 4, sizeof n_bytes);

  return GUINT32_FROM_LE (n_bytes) == size - HEADER && n_bytes % 2 == 0;
}

static float *
read_samples (YfClip *self)
{
  const guint8 *bytes = (const guint8 *) g_mapped_file_get_contents (self->file) + HEADER;
  float *samples = g_new (float, self->n_samples);

  for (gsize i = 0; i < self->n_samples; i++)
    {
      gint16 sample;

      memcpy (&sample, bytes + 2 * i, sizeof sample);
      samples[i] = (gint16) GINT16_FROM_LE (sample) / 32767.0f;
    }

  return samples;
}

/**
 * yf_clip_new:
 * @id: the name under which a voice keeps it
 * @text: (nullable): what is said
 * @samples: (transfer full) (array length=n_samples): mono at %YF_TONE_RATE,
 *   between -1 and 1
 * @n_samples: how many there are, at least one
 *
 * Returns: (transfer full): a new clip
 */
YfClip *
yf_clip_new (const char *id,
             const char *text,
             float      *samples,
             gsize       n_samples)
{
  YfClip *self;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (samples != NULL && n_samples > 0, NULL);

  self = new_clip (id, text, n_samples);
  self->samples = samples;

  return self;
}

/**
 * yf_clip_new_levelled:
 * @id: the name under which a voice keeps it
 * @text: (nullable): what is said
 * @samples: (array length=n_samples): a recording, mono at %YF_TONE_RATE
 * @n_samples: how long it is
 * @error: return location for an error
 *
 * Makes a clip of a recording: without the silence around what is said, and as
 * loud as every other clip. A recording in which nothing is said is
 * %G_IO_ERROR_INVALID_DATA, one that is longer than %YF_CLIP_MAX_LENGTH
 * %G_IO_ERROR_MESSAGE_TOO_LARGE.
 *
 * Returns: (transfer full): a new clip, or %NULL
 */
YfClip *
yf_clip_new_levelled (const char   *id,
                      const char   *text,
                      float        *samples,
                      gsize         n_samples,
                      GError      **error)
{
  gsize first;
  gsize length;
  float *copy;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (samples != NULL || n_samples == 0, NULL);

  if (!yf_clip_level_trim (samples, n_samples, YF_TONE_RATE, &first, &length) || length == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("nothing can be heard"));
      return NULL;
    }
  if (length > MAX_SAMPLES)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, _("longer than 30 seconds"));
      return NULL;
    }

  copy = g_memdup2 (samples + first, length * sizeof *samples);
  yf_clip_level_set (copy, length, YF_TONE_RATE);

  return yf_clip_new (id, text, copy, length);
}

/**
 * yf_clip_new_mapped:
 * @id: the name under which a voice keeps it
 * @text: (nullable): what is said
 * @path: a file of a built-in voice: a plain WAV, mono, 16 bits, %YF_TONE_RATE
 * @error: return location for an error
 *
 * Opens a clip that is read when it is first wanted. Any other format is
 * %G_IO_ERROR_INVALID_DATA.
 *
 * Returns: (transfer full): a new clip, or %NULL
 */
YfClip *
yf_clip_new_mapped (const char   *id,
                    const char   *text,
                    const char   *path,
                    GError      **error)
{
  g_autoptr (GMappedFile) file = NULL;
  YfClip *self;
  gsize size;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (path != NULL, NULL);

  file = g_mapped_file_new (path, FALSE, error);
  if (file == NULL)
    return NULL;

  size = g_mapped_file_get_length (file);
  if (!check_header ((const guint8 *) g_mapped_file_get_contents (file), size) ||
      (size - HEADER) / 2 > MAX_SAMPLES)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("not a clip of a built-in voice"));
      return NULL;
    }

  self = new_clip (id, text, (size - HEADER) / 2);
  self->file = g_steal_pointer (&file);

  return self;
}

/**
 * yf_clip_ref:
 * @self: a clip
 *
 * Takes a reference, from any thread.
 *
 * Returns: (transfer full): @self
 */
YfClip *
yf_clip_ref (YfClip *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * yf_clip_unref:
 * @self: (transfer full): a clip
 *
 * Gives a reference back, from any thread.
 */
void
yf_clip_unref (YfClip *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->file, g_mapped_file_unref);
  g_mutex_clear (&self->lock);
  g_free (self->samples);
  g_free (self->text);
  g_free (self->id);
  g_free (self);
}

/**
 * yf_clip_get_id:
 * @self: a clip
 *
 * Returns: (transfer none): the name under which a voice keeps it, such as
 *   "last-one"
 */
const char *
yf_clip_get_id (YfClip *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

/**
 * yf_clip_get_text:
 * @self: a clip
 *
 * Returns: (transfer none) (nullable): what it says, in the language of its
 *   voice, for those who read; %NULL where nobody knows
 */
const char *
yf_clip_get_text (YfClip *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

/**
 * yf_clip_get_length:
 * @self: a clip
 *
 * Returns: how long it is, in microseconds, rounded up
 */
gint64
yf_clip_get_length (YfClip *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return ((gint64) self->n_samples * YF_SECOND + YF_TONE_RATE - 1) / YF_TONE_RATE;
}

/**
 * yf_clip_get_samples:
 * @self: a clip
 * @n_samples: (out): how many there are
 *
 * Gets the samples, mono at %YF_TONE_RATE, between -1 and 1. The first time
 * that a built-in clip is wanted it is read from the disk.
 *
 * Returns: (transfer none) (array length=n_samples): the samples
 */
const float *
yf_clip_get_samples (YfClip *self,
                     gsize  *n_samples)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_samples != NULL, NULL);

  locker = g_mutex_locker_new (&self->lock);
  if (self->samples == NULL)
    {
      self->samples = read_samples (self);
      g_clear_pointer (&self->file, g_mapped_file_unref);
    }
  *n_samples = self->n_samples;

  return self->samples;
}
