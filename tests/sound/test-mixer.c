/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-mixer.h"

#include <stdlib.h>

#define LENGTH (YF_TONE_RATE * 3)
#define HUM 2

static gint16 *
render (YfMixer *mixer,
        gsize    n_samples,
        gsize    block)
{
  gint16 *samples = g_new0 (gint16, n_samples);

  for (gsize i = 0; i < n_samples; i += block)
    yf_mixer_render (mixer, samples + i, MIN (block, n_samples - i));

  return samples;
}

static gsize
find_onset (const gint16 *samples,
            gsize         from,
            gsize         n_samples)
{
  for (gsize i = from; i < n_samples; i++)
    if (abs (samples[i]) > HUM + 1)
      return i;

  return n_samples;
}

static gsize
find_end (const gint16 *samples,
          gsize         n_samples)
{
  for (gsize i = n_samples; i > 0; i--)
    if (abs (samples[i - 1]) > HUM + 1)
      return i;

  return 0;
}

/* Where the samples of a tone themselves rise out of the hum. */
static gsize
get_rise (YfTone *tone)
{
  gsize n_samples;
  const float *samples = yf_tone_get_samples (tone, &n_samples);

  for (gsize i = 0; i < n_samples; i++)
    if (samples[i] * 32764 > HUM + 1 || samples[i] * 32764 < -HUM - 1)
      return i;

  return n_samples;
}

static void
test_places (void)
{
  static const gint64 places[] = { 0, 1, 479, 480, 481, 100000 };
  static const gsize blocks[] = { 1, 7, 480, 481, 960, LENGTH };
  g_autoptr (YfTone) tone = yf_tone_new (YF_CUE_REP);
  gsize rise = get_rise (tone);

  for (gsize p = 0; p < G_N_ELEMENTS (places); p++)
    for (gsize b = 0; b < G_N_ELEMENTS (blocks); b++)
      {
        g_autoptr (YfMixer) mixer = yf_mixer_new ();
        g_autofree gint16 *samples = NULL;
        gsize onset;

        yf_mixer_set_head (mixer, 1000000);
        yf_mixer_add (mixer, tone, 1000000 + places[p]);
        g_assert_false (yf_mixer_is_idle (mixer));
        samples = render (mixer, LENGTH, blocks[b]);

        /* The hum may push the first sample over or under the line. */
        onset = find_onset (samples, 0, LENGTH);
        g_assert_cmpint (llabs ((gint64) onset - places[p] - (gint64) rise), <=, 2);
        g_assert_true (yf_mixer_is_idle (mixer));
        g_assert_cmpint (yf_mixer_get_head (mixer), ==, 1000000 + LENGTH);
      }
}

static void
test_late (void)
{
  static const struct {
    gint64   late;
    gboolean sounds;
  } cases[] = {
    { 0, TRUE },
    { 1, TRUE },
    { YF_MIXER_MAX_LATENESS, TRUE },
    { YF_MIXER_MAX_LATENESS + 1, FALSE },
    { 100 * YF_TONE_RATE, FALSE },
  };
  g_autoptr (YfTone) tone = yf_tone_new (YF_CUE_HOLD);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YfMixer) mixer = yf_mixer_new ();
      g_autofree gint16 *samples = NULL;
      gsize onset;

      yf_mixer_set_head (mixer, 200 * YF_TONE_RATE);
      yf_mixer_add (mixer, tone, 200 * YF_TONE_RATE - cases[i].late);
      samples = render (mixer, LENGTH, 480);
      onset = find_onset (samples, 0, LENGTH);
      if (cases[i].sounds)
        g_assert_cmpuint (onset, <=, get_rise (tone) + 2);
      else
        g_assert_cmpuint (onset, ==, LENGTH);
      g_assert_true (yf_mixer_is_idle (mixer));
    }
}

static void
test_now (void)
{
  g_autoptr (YfTone) tone = yf_tone_new (YF_CUE_HURTS);
  g_autoptr (YfMixer) mixer = yf_mixer_new ();
  g_autofree gint16 *samples = NULL;

  /* Asked for before the head leaps to where the clock is. */
  yf_mixer_add_now (mixer, tone);
  yf_mixer_set_head (mixer, G_GINT64_CONSTANT (1) << 40);
  samples = render (mixer, LENGTH, 480);
  g_assert_cmpuint (find_onset (samples, 0, LENGTH), <=, get_rise (tone) + 2);
}

/* What sounds fades within 20 ms, what is ahead never sounds. */
static void
test_cancel (void)
{
  g_autoptr (YfTone) tone = yf_tone_new (YF_CUE_HOLD);
  g_autoptr (YfMixer) mixer = yf_mixer_new ();
  g_autofree gint16 *before = NULL;
  g_autofree gint16 *after = NULL;
  int step = 0;

  yf_mixer_add (mixer, tone, 0);
  yf_mixer_add (mixer, tone, YF_TONE_RATE);
  before = render (mixer, YF_TONE_RATE / 10, 480);
  g_assert_cmpuint (find_end (before, YF_TONE_RATE / 10), >, YF_TONE_RATE / 10 - 100);
  g_assert_false (yf_mixer_is_silent (mixer));

  yf_mixer_cancel (mixer);
  yf_mixer_cancel (mixer);
  after = render (mixer, LENGTH, 480);
  g_assert_cmpuint (find_end (after, LENGTH), >, YF_MIXER_FADE / 2);
  g_assert_cmpuint (find_end (after, LENGTH), <=, YF_MIXER_FADE);
  g_assert_true (yf_mixer_is_idle (mixer));

  /* No faster than the tone itself moves: 1046 Hz and two overtones at a
   * third of full scale. */
  for (gsize i = 1; i < YF_MIXER_FADE + 10; i++)
    step = MAX (step, abs (after[i] - after[i - 1]));
  g_assert_cmpint (step, <, 3500);
}

static void
test_muted (void)
{
  g_autoptr (YfTone) tone = yf_tone_new (YF_CUE_HOLD);
  g_autoptr (YfMixer) mixer = yf_mixer_new ();
  g_autofree gint16 *muted = NULL;
  g_autofree gint16 *unmuted = NULL;
  gsize n = YF_TONE_RATE / 4;

  yf_mixer_set_muted (mixer, TRUE);
  g_free (render (mixer, YF_MIXER_FADE, 480));
  yf_mixer_add (mixer, tone, yf_mixer_get_head (mixer));
  muted = render (mixer, n, 480);
  g_assert_cmpuint (find_onset (muted, 0, n), ==, n);

  yf_mixer_set_muted (mixer, FALSE);
  unmuted = render (mixer, n, 480);
  g_assert_cmpuint (find_onset (unmuted, 0, n), <, YF_MIXER_FADE);
}

static void
test_never_silent (void)
{
  g_autoptr (YfMixer) mixer = yf_mixer_new ();
  g_autofree gint16 *samples = render (mixer, LENGTH, 480);
  int sum = 0;

  for (gsize i = 0; i < LENGTH; i++)
    {
      g_assert_cmpint (samples[i], !=, 0);
      g_assert_cmpint (abs (samples[i]), <=, HUM);
      sum += samples[i];
    }

  g_assert_cmpint (abs (sum), <, LENGTH / 50);
}

/* However many tones come together, nothing reaches full scale, and a tick
 * with one cue is not bent at all. */
static void
test_no_clipping (void)
{
  g_autoptr (YfTone) tick = yf_tone_new (YF_CUE_REP);

  for (guint id = 0; id < YF_N_CUES; id++)
    {
      g_autoptr (YfTone) tone = yf_tone_new (id);
      gsize n_tick;
      gsize n_tone;
      const float *a = yf_tone_get_samples (tick, &n_tick);
      const float *b = yf_tone_get_samples (tone, &n_tone);

      for (guint copies = 1; copies <= 8; copies++)
        {
          g_autoptr (YfMixer) mixer = yf_mixer_new ();
          g_autofree gint16 *samples = NULL;

          yf_mixer_add (mixer, tick, 0);
          for (guint i = 0; i < copies; i++)
            yf_mixer_add (mixer, tone, 0);
          samples = render (mixer, LENGTH, 480);

          for (gsize i = 0; i < LENGTH; i++)
            {
              g_assert_cmpint (samples[i], <, G_MAXINT16);
              g_assert_cmpint (samples[i], >, G_MININT16 + 1);

              if (copies == 1)
                {
                  float sum = (i < n_tick ? a[i] : 0) + (i < n_tone ? b[i] : 0);

                  g_assert_cmpfloat_with_epsilon (samples[i], sum * 32764, HUM + 1);
                }
            }
        }
    }
}

/* A leap over part of a tone leaves that part out, and does not delay the
 * rest. */
static void
test_leap (void)
{
  g_autoptr (YfTone) tone = yf_tone_new (YF_CUE_HOLD);
  g_autoptr (YfMixer) mixer = yf_mixer_new ();
  g_autofree gint16 *first = NULL;
  g_autofree gint16 *second = NULL;
  gsize n_samples;

  yf_tone_get_samples (tone, &n_samples);
  yf_mixer_add (mixer, tone, 0);
  first = render (mixer, 4800, 480);
  yf_mixer_set_head (mixer, 9600);
  second = render (mixer, LENGTH, 480);
  g_assert_cmpuint (find_end (second, LENGTH), <=, n_samples - 9600);
  g_assert_cmpuint (find_end (second, LENGTH), >, n_samples - 9600 - 1000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mixer/places", test_places);
  g_test_add_func ("/mixer/late", test_late);
  g_test_add_func ("/mixer/now", test_now);
  g_test_add_func ("/mixer/cancel", test_cancel);
  g_test_add_func ("/mixer/muted", test_muted);
  g_test_add_func ("/mixer/never-silent", test_never_silent);
  g_test_add_func ("/mixer/no-clipping", test_no_clipping);
  g_test_add_func ("/mixer/leap", test_leap);

  return g_test_run ();
}
