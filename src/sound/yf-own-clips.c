/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-own-clips.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "yf-clip-source.h"

/* How long one file may take to be read. */
#define FILE_TIME (5 * YF_SECOND)

#define HEADER 44

/* The formats in which a person may record, in the order in which they are
 * looked for where there are several of one name. */
static const char * const endings[] = { ".wav", ".flac", ".ogg", ".oga", ".opus", ".m4a", ".mp3" };

typedef struct
{
  char   *id;
  char   *text;
  char   *path;     /* of a file to read, or of the folder to write to */
  YfClip *clip;     /* to write */
} Order;

static void
order_free (gpointer data)
{
  Order *self = data;

  g_free (self->id);
  g_free (self->text);
  g_free (self->path);
  g_clear_pointer (&self->clip, yf_clip_unref);
  g_free (self);
}

static const char *
get_refusal (const GError *error)
{
  switch (error->code)
    {
    case G_IO_ERROR_INVALID_DATA:
      return _("Nothing can be heard in that file. Choose another, or record it here.");

    case G_IO_ERROR_MESSAGE_TOO_LARGE:
      return _("That file is longer than 30 seconds. Choose a shorter one, or record it here.");

    case G_IO_ERROR_TIMED_OUT:
      return _("Reading that file takes too long. Copy it to this computer first, or record it here.");

    case G_IO_ERROR_NOT_REGULAR_FILE:
    case G_IO_ERROR_FAILED:
      return _("That file cannot be read. See whether it is a file, and whether you may open it.");

    default:
      return _("That file is not a sound that can be played here. Choose a WAV, Ogg, FLAC, MP3, M4A or Opus file, or record it here.");
    }
}

static void
read_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Order *order = task_data;
  g_autoptr (GError) error = NULL;
  YfClip *clip = yf_clip_decode (order->id, order->text, order->path, FILE_TIME, cancellable, &error);

  if (clip != NULL)
    g_task_return_pointer (task, clip, (GDestroyNotify) yf_clip_unref);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_new_error (task, G_IO_ERROR, error->domain == G_IO_ERROR ? error->code : G_IO_ERROR_NOT_SUPPORTED,
                             "%s", get_refusal (error));
}

/* A plain WAV, as the built-in clips are: mono, 16 bits. */
static GByteArray *
create_wav (YfClip *clip)
{
  gsize n_samples;
  const float *samples = yf_clip_get_samples (clip, &n_samples);
  const guint32 n_bytes = (guint32) n_samples * 2;
  const struct
  {
    guint32 riff, length, wave, format, format_length;
    guint16 pcm, channels;
    guint32 rate, byte_rate;
    guint16 frame, bits;
    guint32 data, data_length;
  } header = {
    GUINT32_TO_BE (0x52494646), GUINT32_TO_LE (n_bytes + HEADER - 8), GUINT32_TO_BE (0x57415645),
    GUINT32_TO_BE (0x666d7420), GUINT32_TO_LE (16),
    GUINT16_TO_LE (1), GUINT16_TO_LE (1),
    GUINT32_TO_LE (YF_TONE_RATE), GUINT32_TO_LE (YF_TONE_RATE * 2),
    GUINT16_TO_LE (2), GUINT16_TO_LE (16),
    GUINT32_TO_BE (0x64617461), GUINT32_TO_LE (n_bytes),
  };
  GByteArray *bytes = g_byte_array_sized_new (HEADER + n_bytes);

  G_STATIC_ASSERT (sizeof header == HEADER);
  g_byte_array_append (bytes, (const guint8 *) &header, HEADER);
  for (gsize i = 0; i < n_samples; i++)
    {
      gint16 sample = GINT16_TO_LE ((gint16) (CLAMP (samples[i], -1, 1) * 32767.0f));

      g_byte_array_append (bytes, (const guint8 *) &sample, sizeof sample);
    }

  return bytes;
}

static char *
dup_path (const char *folder,
          const char *id,
          const char *ending)
{
  g_autofree char *name = g_strconcat (id, ending, NULL);

  return g_build_filename (folder, name, NULL);
}

static void
keep_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Order *order = task_data;
  g_autofree char *path = dup_path (order->path, yf_clip_get_id (order->clip), ".wav");
  g_autoptr (GByteArray) wav = create_wav (order->clip);
  g_autoptr (GError) error = NULL;
  g_autofree char *reason = NULL;

  if (g_mkdir_with_parents (order->path, 0700) != 0)
    reason = g_strdup (g_strerror (errno));
  else if (!g_file_set_contents_full (path, (const char *) wav->data, wav->len,
                                      G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &error))
    reason = g_strdup (error->message);

  if (reason == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED,
                             /* Translators: %s says why, in the words of the system */
                             _("It could not be kept. See whether the disk is full. The system says: %s"), reason);
}

/**
 * yf_own_clips_read_async:
 * @id: the name of the clip it is to be
 * @text: (nullable): what is said in it
 * @path: (type filename): a sound file of any format that can be played
 * @cancellable: (nullable): to stop it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Reads a file as a voice would, on a thread of its own, within five seconds.
 */
void
yf_own_clips_read_async (const char          *id,
                         const char          *text,
                         const char          *path,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Order *order;

  g_return_if_fail (id != NULL && path != NULL);

  order = g_new0 (Order, 1);
  order->id = g_strdup (id);
  order->text = g_strdup (text);
  order->path = g_strdup (path);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, yf_own_clips_read_async);
  g_task_set_task_data (task, order, order_free);
  g_task_run_in_thread (task, read_thread);
}

/**
 * yf_own_clips_read_finish:
 * @result: what the callback was given
 * @error: return location for an error: those of yf_clip_decode(), with a
 *   sentence for the person
 *
 * Returns: (transfer full): a clip, or %NULL
 */
YfClip *
yf_own_clips_read_finish (GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * yf_own_clips_keep_async:
 * @folder: (type filename): where the person keeps clips; it need not exist
 * @clip: what a voice is to say under its name
 * @cancellable: (nullable): to stop it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Writes a clip as ID.wav, wholly or not at all, on a thread of its own. It
 * goes before any other file of its name.
 */
void
yf_own_clips_keep_async (const char          *folder,
                         YfClip              *clip,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Order *order;

  g_return_if_fail (folder != NULL && clip != NULL);

  order = g_new0 (Order, 1);
  order->path = g_strdup (folder);
  order->clip = yf_clip_ref (clip);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, yf_own_clips_keep_async);
  g_task_set_task_data (task, order, order_free);
  g_task_run_in_thread (task, keep_thread);
}

/**
 * yf_own_clips_keep_finish:
 * @result: what the callback was given
 * @error: return location for an error: %G_IO_ERROR_FAILED, with a sentence
 *   for the person
 *
 * Returns: whether it was written
 */
gboolean
yf_own_clips_keep_finish (GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * yf_own_clips_get_rank:
 * @name: (type filename): the name of a file
 *
 * Tells a clip from what else may lie in the folder, by its ending.
 *
 * Returns: the lower, the sooner it is taken where there are several of one name; -1 if
 *   it is no sound file
 */
int
yf_own_clips_get_rank (const char *name)
{
  const char *dot;

  g_return_val_if_fail (name != NULL, -1);

  dot = strrchr (name, '.');
  if (dot != NULL && dot != name)
    for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
      if (g_ascii_strcasecmp (dot, endings[i]) == 0)
        return (int) i;

  return -1;
}

/**
 * yf_own_clips_remove:
 * @folder: (type filename): where the person keeps clips
 * @id: the name of a clip
 * @error: return location for an error: %G_IO_ERROR_FAILED, with a sentence
 *   for the person
 *
 * Deletes every file that stands in for a clip, so that the built-in one is
 * heard again.
 *
 * Returns: whether none is left
 */
gboolean
yf_own_clips_remove (const char  *folder,
                     const char  *id,
                     GError     **error)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;
  int failure = 0;

  g_return_val_if_fail (folder != NULL && id != NULL, FALSE);

  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_has_prefix (name, id) && strrchr (name, '.') == name + strlen (id) &&
          yf_own_clips_get_rank (name) >= 0 && g_unlink (path) != 0 && errno != ENOENT)
        failure = errno;
    }

  if (failure == 0)
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               /* Translators: %s says why, in the words of the system */
               _("It could not be deleted. See whether you may change the folder. The system says: %s"),
               g_strerror (failure));

  return FALSE;
}
