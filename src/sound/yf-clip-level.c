/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-clip-level.h"

#include <math.h>

/*
 * What is done to every clip, whether espeak-ng or a daughter spoke it: no
 * silence before the first syllable, none after the last, and all alike loud.
 * Knows nothing of the rest of the room, for the tool that renders the
 * built-in voices uses it too.
 */

/* Quieter than this below the loudest moment is silence: 40 dB, which leaves
 * out the hiss of a room and keeps an "f". */
#define SILENCE 0.01

/* Quieter than this below the loudest moment is a pause between words, and
 * says nothing about how loud a voice is: 25 dB. */
#define PAUSE 0.0562

/* How much is left before the first sound and after the last, in seconds. */
#define BEFORE 0.010
#define AFTER 0.030

#define FRAME 0.010
#define FADE 0.005

static double
measure (const float *samples,
         gsize        n_samples)
{
  double sum = 0;

  for (gsize i = 0; i < n_samples; i++)
    sum += samples[i] * (double) samples[i];

  return n_samples > 0 ? sqrt (sum / n_samples) : 0;
}

static double
find_loudest (const float *samples,
              gsize        n_samples,
              gsize        frame)
{
  double loudest = 0;

  for (gsize i = 0; i < n_samples; i += frame)
    loudest = MAX (loudest, measure (samples + i, MIN (frame, n_samples - i)));

  return loudest;
}

/**
 * yf_clip_level_trim:
 * @samples: (array length=n_samples): a recording
 * @n_samples: how long it is
 * @rate: samples a second
 * @first: (out): where it begins to speak
 * @length: (out): how many samples there are from there to its end
 *
 * Finds the silence around what is said.
 *
 * Returns: whether anything is said at all
 */
gboolean
yf_clip_level_trim (const float *samples,
                    gsize        n_samples,
                    guint        rate,
                    gsize       *first,
                    gsize       *length)
{
  gsize frame = MAX (1, (gsize) (FRAME * rate));
  gsize before = BEFORE * rate;
  gsize end = 0;
  double loudest = find_loudest (samples, n_samples, frame);

  g_return_val_if_fail (first != NULL && length != NULL, FALSE);

  *first = *length = 0;

  /* 60 dB below full scale is no voice. */
  if (loudest < 0.001)
    return FALSE;

  *first = n_samples;
  for (gsize i = 0; i < n_samples; i += frame)
    {
      gsize n = MIN (frame, n_samples - i);

      if (measure (samples + i, n) < loudest * SILENCE)
        continue;
      *first = MIN (*first, i);
      end = i + n;
    }

  *first = *first > before ? *first - before : 0;
  *length = MIN (n_samples, end + (gsize) (AFTER * rate)) - *first;

  return TRUE;
}

/**
 * yf_clip_level_set:
 * @samples: (array length=n_samples) (inout): a clip, trimmed
 * @n_samples: how long it is
 * @rate: samples a second
 *
 * Makes a clip as loud as all others, %YF_CLIP_LEVEL where it speaks and
 * nowhere above %YF_CLIP_PEAK, and its ends soft.
 */
void
yf_clip_level_set (float *samples,
                   gsize  n_samples,
                   guint  rate)
{
  gsize frame = MAX (1, (gsize) (FRAME * rate));
  gsize fade = MIN ((gsize) (FADE * rate), n_samples / 2);
  double loudest = find_loudest (samples, n_samples, frame);
  double sum = 0;
  double peak = 0;
  double gain;
  gsize n = 0;

  for (gsize i = 0; i < n_samples; i += frame)
    {
      gsize length = MIN (frame, n_samples - i);
      double level = measure (samples + i, length);

      if (level >= loudest * PAUSE)
        {
          sum += level * level * length;
          n += length;
        }
    }

  for (gsize i = 0; i < n_samples; i++)
    peak = MAX (peak, fabsf (samples[i]));

  if (n == 0 || peak <= 0)
    return;

  gain = MIN (YF_CLIP_LEVEL / sqrt (sum / n), YF_CLIP_PEAK / peak);
  for (gsize i = 0; i < n_samples; i++)
    samples[i] *= gain;

  for (gsize i = 0; i < fade; i++)
    {
      double x = 0.5 - 0.5 * cos (G_PI * i / fade);

      samples[i] *= x;
      samples[n_samples - 1 - i] *= x;
    }
}
