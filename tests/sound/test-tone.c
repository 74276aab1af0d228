/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-tone.h"

#include <math.h>

/* How much of each band there is in each part of a tone: what an untrained
 * ear can tell two sounds apart by. */
#define FRAMES 16
#define FRAME_LENGTH (YF_TONE_RATE / 20)
#define BANDS 12
#define LOWEST 300.0
#define STEP 1.26              /* a third of an octave */

typedef struct
{
  double energy[FRAMES][BANDS];
} Picture;

static double
goertzel (const float *samples,
          gsize        n_samples,
          double       frequency)
{
  double factor = 2 * cos (2 * G_PI * frequency / YF_TONE_RATE);
  double a = 0;
  double b = 0;

  for (gsize i = 0; i < n_samples; i++)
    {
      double window = 0.5 - 0.5 * cos (2 * G_PI * i / (n_samples - 1));
      double c = samples[i] * window + factor * a - b;

      b = a;
      a = c;
    }

  return MAX (a * a + b * b - factor * a * b, 0);
}

/* Takes the picture of a tone, its loudness made equal to all others'. */
static void
look (YfTone  *tone,
      Picture *picture)
{
  gsize n_samples;
  const float *samples = yf_tone_get_samples (tone, &n_samples);
  double sum = 0;

  *picture = (Picture) { 0, };

  for (gsize f = 0; f < FRAMES && f * FRAME_LENGTH < n_samples; f++)
    for (gsize b = 0; b < BANDS; b++)
      {
        gsize n = MIN (FRAME_LENGTH, n_samples - f * FRAME_LENGTH);

        /* Five lines a band, so that no pitch falls between two. */
        for (int line = -2; line <= 2; line++)
          picture->energy[f][b] += sqrt (goertzel (samples + f * FRAME_LENGTH, n,
                                                   LOWEST * pow (STEP, b + line / 5.0)));
        sum += picture->energy[f][b] * picture->energy[f][b];
      }

  for (gsize f = 0; f < FRAMES; f++)
    for (gsize b = 0; b < BANDS; b++)
      picture->energy[f][b] /= sqrt (sum);
}

/* 0 for the same sound, 1 for two that share nothing. */
static double
difference (const Picture *a,
            const Picture *b)
{
  double same = 0;

  for (gsize f = 0; f < FRAMES; f++)
    for (gsize i = 0; i < BANDS; i++)
      same += a->energy[f][i] * b->energy[f][i];

  return 1 - same;
}

/* The middle of the spectrum, in hertz, of the 50 ms that begin at @from. */
static double
brightness (YfTone *tone,
            gsize   from)
{
  gsize n_samples;
  const float *samples = yf_tone_get_samples (tone, &n_samples);
  double weighted = 0;
  double sum = 0;

  g_assert_cmpuint (from + FRAME_LENGTH, <=, n_samples);

  for (double f = LOWEST; f < 4000; f *= 1.03)
    {
      double energy = goertzel (samples + from, FRAME_LENGTH, f);

      weighted += f * energy;
      sum += energy;
    }

  return weighted / sum;
}

static void
test_shape (void)
{
  for (guint id = 0; id < YF_N_CUES; id++)
    {
      g_autoptr (YfTone) tone = yf_tone_new (id);
      gsize n_samples;
      const float *samples = yf_tone_get_samples (tone, &n_samples);
      double sum = 0;
      double peak = 0;
      gsize onset = n_samples;

      g_test_message ("%s", yf_cue_id_get_id (id));

      g_assert_cmpuint (n_samples, >, YF_TONE_RATE / 20);
      g_assert_cmpuint (n_samples, <=, YF_TONE_RATE * 8 / 10);
      if (id == YF_CUE_REP)
        g_assert_cmpuint (n_samples, <=, YF_TONE_RATE * 7 / 100);

      for (gsize i = 0; i < n_samples; i++)
        {
          g_assert_true (isfinite (samples[i]));
          peak = MAX (peak, fabs (samples[i]));
          sum += samples[i];
        }

      /* 9 to 12 dB below full scale. */
      g_assert_cmpfloat (20 * log10 (peak), <, -8.9);
      g_assert_cmpfloat (20 * log10 (peak), >, -12.1);
      g_assert_cmpfloat_with_epsilon (sum / n_samples, 0, 0.002);

      /* No click at either end, yet it begins at once: a tenth of its
       * height within 5 ms. */
      g_assert_cmpfloat_with_epsilon (samples[0], 0, 0.001);
      g_assert_cmpfloat_with_epsilon (samples[n_samples - 1], 0, 0.001);
      for (gsize i = 0; i < n_samples && onset == n_samples; i++)
        if (fabs (samples[i]) > peak / 10)
          onset = i;
      g_assert_cmpuint (onset, <, YF_TONE_RATE * 5 / 1000);
    }
}

static void
test_same_each_time (void)
{
  for (guint id = 0; id < YF_N_CUES; id++)
    {
      g_autoptr (YfTone) one = yf_tone_new (id);
      g_autoptr (YfTone) other = yf_tone_new (id);
      gsize n_one;
      gsize n_other;
      const float *a = yf_tone_get_samples (one, &n_one);
      const float *b = yf_tone_get_samples (other, &n_other);

      g_assert_cmpmem (a, n_one * sizeof *a, b, n_other * sizeof *b);
    }
}

/* A laptop's loudspeaker and an old ear get most of it. */
static void
test_audible_to_all (void)
{
  for (guint id = 0; id < YF_N_CUES; id++)
    {
      g_autoptr (YfTone) tone = yf_tone_new (id);
      gsize n_samples;
      const float *samples = yf_tone_get_samples (tone, &n_samples);
      double inside = 0;
      double all = 0;

      for (gsize from = 0; from < n_samples; from += FRAME_LENGTH)
        {
          gsize n = MIN (FRAME_LENGTH, n_samples - from);

          for (double f = 20; f < 12000; f += 20)
            {
              double energy = goertzel (samples + from, n, f);

              all += energy;
              if (f >= 400 && f <= 2500)
                inside += energy;
            }
        }

      g_test_message ("%s: %.3f between 400 and 2500 Hz", yf_cue_id_get_id (id), inside / all);
      g_assert_cmpfloat (inside / all, >, 0.75);
    }
}

static void
test_distinct (void)
{
  g_autofree Picture *pictures = g_new0 (Picture, YF_N_CUES);
  double least = 1;

  for (guint id = 0; id < YF_N_CUES; id++)
    {
      g_autoptr (YfTone) tone = yf_tone_new (id);

      look (tone, &pictures[id]);
    }

  for (guint a = 0; a < YF_N_CUES; a++)
    {
      g_assert_cmpfloat (difference (&pictures[a], &pictures[a]), <, 0.001);

      for (guint b = 0; b < a; b++)
        {
          double d = difference (&pictures[a], &pictures[b]);

          if (d < least)
            g_test_message ("%s and %s differ by %.3f", yf_cue_id_get_id (a), yf_cue_id_get_id (b), d);
          least = MIN (least, d);
        }
    }

  g_assert_cmpfloat (least, >, 0.25);
}

static void
test_movement (void)
{
  static const struct {
    YfCueId id;
    double  least;
    double  most;
  } cases[] = {
    { YF_CUE_RAISE, 1.6, 2.2 },
    { YF_CUE_LOWER, 1 / 2.2, 1 / 1.6 },
    { YF_CUE_HOLD, 0.99, 1.01 },
    { YF_CUE_INHALE, 1.5, 4 },
    { YF_CUE_EXHALE, 0.25, 0.8 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YfTone) tone = yf_tone_new (cases[i].id);
      gsize n_samples;
      gsize last;
      double ratio;

      yf_tone_get_samples (tone, &n_samples);
      last = n_samples - 2 * FRAME_LENGTH;
      ratio = brightness (tone, last) / brightness (tone, FRAME_LENGTH / 2);
      g_test_message ("%s: %.3f", yf_cue_id_get_id (cases[i].id), ratio);
      g_assert_cmpfloat (ratio, >, cases[i].least);
      g_assert_cmpfloat (ratio, <, cases[i].most);

      /* All the way, not only from end to end. */
      for (gsize from = 2 * FRAME_LENGTH; from + 4 * FRAME_LENGTH <= n_samples; from += 2 * FRAME_LENGTH)
        {
          double step = brightness (tone, from + 2 * FRAME_LENGTH) / brightness (tone, from);

          if (cases[i].id == YF_CUE_RAISE)
            g_assert_cmpfloat (step, >, 1.02);
          else if (cases[i].id == YF_CUE_LOWER)
            g_assert_cmpfloat (step, <, 0.98);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tone/shape", test_shape);
  g_test_add_func ("/tone/same-each-time", test_same_each_time);
  g_test_add_func ("/tone/audible-to-all", test_audible_to_all);
  g_test_add_func ("/tone/distinct", test_distinct);
  g_test_add_func ("/tone/movement", test_movement);

  return g_test_run ();
}
