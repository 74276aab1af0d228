/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <math.h>
#include <string.h>
#include <utime.h>

#include "../../src/sound/yf-clip-level.h"

/*
 * render-voice ESPEAK VOICE.xml FOLDER: speaks every clip of a voice with
 * espeak-ng, once, at build time, into FOLDER/ID.wav (mono, 16 bits, 48 kHz)
 * and writes FOLDER/index: a line a clip with id, number of samples and text,
 * separated by tabs. Trimmed and alike loud, they need nothing done to them
 * when they are played.
 */

#define RATE 48000

/* Taps a phase of the resampler, and the attenuation of what it keeps out:
 * a Kaiser window with this beta, about 80 dB. */
#define TAPS 48
#define BETA 8.0

typedef struct
{
  const char *espeak;
  const char *folder;
  char       *voice;
  char       *speed;
  GString    *index;
  GHashTable *ids;
} Render;

static guint32
read_32 (const guint8 *bytes)
{
  return bytes[0] | bytes[1] << 8 | bytes[2] << 16 | (guint32) bytes[3] << 24;
}

static guint16
read_16 (const guint8 *bytes)
{
  return bytes[0] | bytes[1] << 8;
}

/* The zeroth modified Bessel function, by its series. */
static double
bessel (double x)
{
  double sum = 1;
  double term = 1;

  for (int i = 1; term > sum * 1e-12; i++)
    {
      term *= (x / 2 / i) * (x / 2 / i);
      sum += term;
    }

  return sum;
}

/* A low pass a little below half of the lower rate, at @offset samples from
 * the middle of its window. */
static double
kernel (double offset,
        double cutoff)
{
  double x = offset / (TAPS / 2.0);
  double sinc = fabs (offset) < 1e-9 ? cutoff : sin (G_PI * cutoff * offset) / (G_PI * offset);

  return fabs (x) >= 1 ? 0 : sinc * bessel (BETA * sqrt (1 - x * x)) / bessel (BETA);
}

static float *
resample (const float *samples,
          gsize        n_samples,
          guint        rate,
          gsize       *n_out)
{
  double cutoff = 0.94 * MIN (1.0, RATE / (double) rate);
  g_autofree double *table = NULL;
  float *out;

  /* Rates have a common divisor, so that the phases repeat. */
  guint a = RATE;
  guint b = rate;
  guint n_phases;
  guint step;

  while (b != 0)
    {
      guint rest = a % b;

      a = b;
      b = rest;
    }
  n_phases = RATE / a;
  step = rate / a;

  table = g_new (double, (gsize) n_phases * TAPS);
  for (guint p = 0; p < n_phases; p++)
    for (int t = 0; t < TAPS; t++)
      table[p * TAPS + t] = kernel (t - TAPS / 2 + 1 - p / (double) n_phases, cutoff);

  *n_out = (guint64) n_samples * n_phases / step;
  out = g_new0 (float, *n_out);
  for (gsize i = 0; i < *n_out; i++)
    {
      guint64 place = (guint64) i * step;
      gint64 first = (gint64) (place / n_phases) - TAPS / 2 + 1;
      const double *taps = table + place % n_phases * TAPS;
      double sum = 0;

      for (int t = 0; t < TAPS; t++)
        if (first + t >= 0 && first + t < (gint64) n_samples)
          sum += taps[t] * samples[first + t];
      out[i] = sum;
    }

  return out;
}

/* espeak-ng writes to a pipe a header that does not know its lengths. */
static float *
parse_wav (GBytes  *wav,
           guint   *rate,
           gsize   *n_samples,
           GError **error)
{
  gsize size;
  const guint8 *bytes = g_bytes_get_data (wav, &size);
  float *samples;

  if (size < 44 || memcmp (bytes, "RIFF", 4) != 0 || memcmp (bytes + 8, "WAVEfmt ", 8) != 0 ||
      read_32 (bytes + 16) != 16 || read_16 (bytes + 20) != 1 || read_16 (bytes + 22) != 1 ||
      read_16 (bytes + 34) != 16 || memcmp (bytes + 36, "data", 4) != 0 || read_32 (bytes + 24) < 8000)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "espeak-ng gave no mono WAV of 16 bits");
      return NULL;
    }

  *rate = read_32 (bytes + 24);
  *n_samples = (size - 44) / 2;
  samples = g_new (float, *n_samples);
  for (gsize i = 0; i < *n_samples; i++)
    samples[i] = (gint16) read_16 (bytes + 44 + 2 * i) / 32768.0f;

  return samples;
}

static GByteArray *
make_wav (const float *samples,
          gsize        n_samples)
{
  GByteArray *wav = g_byte_array_new ();
  guint32 header[11] = {
    GUINT32_TO_LE (0x46464952), GUINT32_TO_LE (36 + 2 * n_samples), GUINT32_TO_LE (0x45564157),
    GUINT32_TO_LE (0x20746d66), GUINT32_TO_LE (16), GUINT32_TO_LE (1 | 1 << 16),
    GUINT32_TO_LE (RATE), GUINT32_TO_LE (2 * RATE), GUINT32_TO_LE (2 | 16 << 16),
    GUINT32_TO_LE (0x61746164), GUINT32_TO_LE (2 * n_samples),
  };

  g_byte_array_append (wav, (const guint8 *) header, sizeof header);
  for (gsize i = 0; i < n_samples; i++)
    {
      gint16 sample = GINT16_TO_LE ((gint16) lround (CLAMP (samples[i], -1, 1) * 32767));

      g_byte_array_append (wav, (const guint8 *) &sample, sizeof sample);
    }

  return wav;
}

static gboolean
render_clip (Render      *self,
             const char  *id,
             const char  *text,
             const char  *say,
             GError     **error)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) spoken = NULL;
  g_autoptr (GByteArray) wav = NULL;
  g_autofree float *raw = NULL;
  g_autofree float *samples = NULL;
  g_autofree char *name = g_strconcat (id, ".wav", NULL);
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  gsize n_raw;
  gsize n_samples;
  gsize first;
  gsize length;
  guint rate;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, error,
                              self->espeak, "-v", self->voice, "-s", self->speed, "-b", "1", "--stdout", say, NULL);
  if (process == NULL ||
      !g_subprocess_communicate (process, NULL, NULL, &spoken, NULL, error) ||
      !g_subprocess_wait_check (process, NULL, error))
    return FALSE;

  raw = parse_wav (spoken, &rate, &n_raw, error);
  if (raw == NULL)
    return FALSE;

  samples = resample (raw, n_raw, rate, &n_samples);
  if (!yf_clip_level_trim (samples, n_samples, RATE, &first, &length) || length < RATE / 10)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "espeak-ng says nothing for \"%s\"", say);
      return FALSE;
    }

  yf_clip_level_set (samples + first, length, RATE);
  wav = make_wav (samples + first, length);
  g_string_append_printf (self->index, "%s\t%" G_GSIZE_FORMAT "\t%s\n", id, length, text);

  return g_file_set_contents (path, (const char *) wav->data, wav->len, error);
}

static gboolean
is_id (const char *id)
{
  return id[0] != '\0' && id[strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789-")] == '\0';
}

static void
start_element (GMarkupParseContext  *context,
               const char           *element,
               const char          **names,
               const char          **values,
               gpointer              user_data,
               GError              **error)
{
  Render *self = user_data;
  const char *language;
  const char *id;
  const char *text;
  const char *say;

  if (g_str_equal (element, "voice"))
    {
      if (g_markup_collect_attributes (element, names, values, error,
                                       G_MARKUP_COLLECT_STRING, "language", &language,
                                       G_MARKUP_COLLECT_STRDUP, "espeak", &self->voice,
                                       G_MARKUP_COLLECT_STRDUP, "speed", &self->speed,
                                       G_MARKUP_COLLECT_INVALID))
        return;
    }
  else if (g_str_equal (element, "clip") && self->voice != NULL)
    {
      if (!g_markup_collect_attributes (element, names, values, error,
                                        G_MARKUP_COLLECT_STRING, "id", &id,
                                        G_MARKUP_COLLECT_STRING, "text", &text,
                                        G_MARKUP_COLLECT_STRING | G_MARKUP_COLLECT_OPTIONAL, "say", &say,
                                        G_MARKUP_COLLECT_INVALID))
        return;

      if (!is_id (id) || !g_hash_table_add (self->ids, g_strdup (id)))
        g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT,
                     "\"%s\" is there twice, or has other letters than a-z, 0-9 and -", id);
      else
        render_clip (self, id, text, say ? say : text, error);
    }
  else
    {
      g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_UNKNOWN_ELEMENT, "<%s> does not belong here", element);
    }
}

/* A clip that was renamed must not stay behind. */
static gboolean
empty_folder (const char  *path,
              GError     **error)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  if (g_mkdir_with_parents (path, 0755) != 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s: %s", path, g_strerror (errno));
      return FALSE;
    }

  folder = g_dir_open (path, 0, error);
  if (folder == NULL)
    return FALSE;

  while ((name = g_dir_read_name (folder)))
    {
      g_autoptr (GFile) file = g_file_new_build_filename (path, name, NULL);

      if ((g_str_has_suffix (name, ".wav") || g_str_equal (name, "index")) &&
          !g_file_delete (file, NULL, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
render (Render      *self,
        const char  *source,
        GError     **error)
{
  static const GMarkupParser parser = { .start_element = start_element };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, G_MARKUP_PREFIX_ERROR_POSITION, self, NULL);
  g_autofree char *index = g_build_filename (self->folder, "index", NULL);
  g_autofree char *text = NULL;
  gsize length;

  return g_file_get_contents (source, &text, &length, error) &&
         empty_folder (self->folder, error) &&
         g_markup_parse_context_parse (context, text, length, error) &&
         g_markup_parse_context_end_parse (context, error) &&
         g_file_set_contents (index, self->index->str, self->index->len, error);
}

int
main (int   argc,
      char *argv[])
{
  Render self = { 0, };
  g_autoptr (GError) error = NULL;

  if (argc != 4)
    {
      g_printerr ("usage: render-voice ESPEAK VOICE.xml FOLDER\n");
      return 2;
    }

  self.espeak = argv[1];
  self.folder = argv[3];
  self.index = g_string_new (NULL);
  self.ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (!render (&self, argv[2], &error))
    g_printerr ("%s: %s\n", argv[2], error->message);

  g_string_free (self.index, TRUE);
  g_hash_table_unref (self.ids);
  g_free (self.voice);
  g_free (self.speed);

  /* The date of the folder is what the build looks at. */
  if (error == NULL && utime (argv[3], NULL) != 0)
    return 1;

  return error == NULL ? 0 : 1;
}
