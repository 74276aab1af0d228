/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-tone.h"

#include <math.h>

/*
 * Every cue is a short figure of notes, written down below as data and
 * synthesised from formulas, so that nothing binary has to be kept. The shape
 * of a sound is the movement it asks for. Pitches stay between about 400 and
 * 2500 Hz: a laptop's loudspeaker gives nothing below, and ears past sixty
 * hear little above. Frequencies are those of the equal-tempered scale on
 * A = 440 Hz; lengths and timbres are Yanfei's own choice.
 */

/* -9 dB below full scale: a tick and two more cues at once stay under it. */
#define PEAK 0.3548

/* What keeps sounding is louder than what dies away from the same peak: it is
 * taken back by 3 dB, so that the one does not drown the other. */
#define PEAK_STEADY 0.2512

/* Short enough to be a place in time, long enough not to be a click. */
#define ATTACK 0.003
#define RELEASE 0.030

#define MAX_NOTES 6
#define MAX_PARTIALS 4

struct _YfTone
{
  gatomicrefcount ref_count;
  float          *samples;
  gsize           n_samples;
};

typedef enum
{
  TIMBRE_NONE,
  TIMBRE_FLUTE,      /* steady: what movement sounds like */
  TIMBRE_BAR,        /* a struck wooden bar: what is said between movements */
  TIMBRE_BELL,
  TIMBRE_BLOCK,
  TIMBRE_LOW,        /* a calm, full sound, for one meaning only */
  TIMBRE_BREATH_IN,
  TIMBRE_BREATH_OUT,
} Timbre;

typedef struct
{
  double ratio;      /* to the note's frequency; 0 ends the list */
  double level;
  double decay;      /* seconds to 1/e; 0: does not decay */
} Partial;

static const Partial timbres[][MAX_PARTIALS] = {
  [TIMBRE_FLUTE] = { { 1, 1, 0 }, { 2, 0.35, 0 }, { 3, 0.12, 0 } },
  [TIMBRE_BAR] = { { 1, 1, 0.16 }, { 2, 0.2, 0.12 }, { 4, 0.2, 0.03 } },
  [TIMBRE_BELL] = { { 1, 1, 0.16 }, { 2, 0.4, 0.10 }, { 2.76, 0.3, 0.05 } },
  [TIMBRE_BLOCK] = { { 1, 1, 0.012 }, { 1.4, 0.5, 0.008 } },
  [TIMBRE_LOW] = { { 1, 1, 0 }, { 2, 0.6, 0 }, { 3, 0.2, 0 } },
};

/* Times in seconds from the start of the cue, frequencies in hertz. */
typedef struct
{
  double at;
  double length;
  double from;
  double to;
  double level;
  Timbre timbre;
} Note;

typedef struct
{
  double length;
  double tremolo;    /* hertz, 0 for none */
  Note   notes[MAX_NOTES];
} Figure;

static const Figure figures[YF_N_CUES] = {
  [YF_CUE_REP] = { 0.06, 0, {
    { 0, 0.06, 1760, 1760, 1, TIMBRE_BLOCK },
  } },
  /* Letting go: one soft stroke that dies away. */
  [YF_CUE_REST] = { 0.50, 0, {
    { 0, 0.50, 523.25, 523.25, 1, TIMBRE_BAR },
  } },
  [YF_CUE_INHALE] = { 0.80, 0, {
    { 0, 0.80, 600, 2200, 1, TIMBRE_BREATH_IN },
  } },
  [YF_CUE_EXHALE] = { 0.80, 0, {
    { 0, 0.80, 1200, 520, 1, TIMBRE_BREATH_OUT },
  } },
  /* Up an octave, stay there, down again. */
  [YF_CUE_RAISE] = { 0.70, 0, {
    { 0, 0.70, 523.25, 1046.5, 1, TIMBRE_FLUTE },
  } },
  [YF_CUE_HOLD] = { 0.60, 0, {
    { 0, 0.60, 1046.5, 1046.5, 1, TIMBRE_FLUTE },
  } },
  [YF_CUE_LOWER] = { 0.70, 0, {
    { 0, 0.70, 1046.5, 523.25, 1, TIMBRE_FLUTE },
  } },
  [YF_CUE_LAST_REP] = { 0.75, 0, {
    { 0, 0.30, 1318.51, 1318.51, 1, TIMBRE_BELL },
    { 0.30, 0.45, 1318.51, 1318.51, 1, TIMBRE_BELL },
  } },
  /* One stroke, answered lower: the second half begins. */
  [YF_CUE_HALF_WAY] = { 0.70, 0, {
    { 0, 0.20, 880, 880, 1, TIMBRE_BAR },
    { 0.20, 0.50, 659.26, 659.26, 1, TIMBRE_BAR },
  } },
  /* Three even strokes, as of a clock. */
  [YF_CUE_TIME_LEFT] = { 0.70, 0, {
    { 0, 0.20, 1567.98, 1567.98, 0.9, TIMBRE_BAR },
    { 0.20, 0.20, 1567.98, 1567.98, 0.9, TIMBRE_BAR },
    { 0.40, 0.30, 1567.98, 1567.98, 1, TIMBRE_BAR },
  } },
  [YF_CUE_GET_READY] = { 0.75, 0, {
    { 0, 0.30, 659.26, 659.26, 0.8, TIMBRE_BAR },
    { 0.30, 0.45, 987.77, 987.77, 1, TIMBRE_BAR },
  } },
  /* To one side, to the other, and to the one again. */
  [YF_CUE_CHANGE_SIDES] = { 0.80, 0, {
    { 0, 0.20, 1174.66, 1174.66, 1, TIMBRE_FLUTE },
    { 0.20, 0.20, 587.33, 587.33, 1, TIMBRE_FLUTE },
    { 0.40, 0.20, 1174.66, 1174.66, 1, TIMBRE_FLUTE },
    { 0.60, 0.20, 587.33, 587.33, 1, TIMBRE_FLUTE },
  } },
  /* Up and over, with a roll in it. */
  [YF_CUE_ROLL_OVER] = { 0.80, 15, {
    { 0, 0.40, 587.33, 1318.51, 1, TIMBRE_FLUTE },
    { 0.40, 0.40, 1318.51, 587.33, 1, TIMBRE_FLUTE },
  } },
  /* Three figures that close, each one longer than the one before. */
  [YF_CUE_SET_DONE] = { 0.60, 0, {
    { 0, 0.15, 783.99, 783.99, 0.8, TIMBRE_BELL },
    { 0.15, 0.45, 523.25, 523.25, 1, TIMBRE_BELL },
  } },
  [YF_CUE_EXERCISE_DONE] = { 0.75, 0, {
    { 0, 0.15, 523.25, 523.25, 0.8, TIMBRE_BELL },
    { 0.15, 0.15, 659.26, 659.26, 0.9, TIMBRE_BELL },
    { 0.30, 0.45, 783.99, 783.99, 1, TIMBRE_BELL },
  } },
  [YF_CUE_FINISHED] = { 0.80, 0, {
    { 0, 0.12, 523.25, 523.25, 0.7, TIMBRE_BELL },
    { 0.12, 0.12, 659.26, 659.26, 0.8, TIMBRE_BELL },
    { 0.24, 0.12, 783.99, 783.99, 0.9, TIMBRE_BELL },
    { 0.36, 0.44, 1046.5, 1046.5, 0.8, TIMBRE_BELL },
    { 0.36, 0.44, 523.25, 523.25, 0.3, TIMBRE_BELL },
    { 0.36, 0.44, 659.26, 659.26, 0.3, TIMBRE_BELL },
  } },
  /* Calm: nothing here may startle somebody in pain. */
  [YF_CUE_HURTS] = { 0.80, 0, {
    { 0, 0.36, 415.30, 415.30, 1, TIMBRE_LOW },
    { 0.44, 0.36, 415.30, 415.30, 1, TIMBRE_LOW },
  } },
};

/* Half a cosine from 0 to 1, so that neither end of a note has a corner. */
static double
ramp (double x)
{
  return x <= 0 ? 0 : x >= 1 ? 1 : 0.5 - 0.5 * cos (G_PI * x);
}

static double
envelope (double t,
          double length)
{
  return ramp (t / ATTACK) * ramp ((length - t) / RELEASE);
}

static void
add_pitched (const Note *note,
             float      *samples,
             gsize       n_samples)
{
  const Partial *partials = timbres[note->timbre];
  double phase = 0;

  for (gsize i = 0; i < n_samples; i++)
    {
      double t = (double) i / YF_TONE_RATE;
      double sum = 0;

      for (guint p = 0; p < MAX_PARTIALS && partials[p].ratio > 0; p++)
        sum += partials[p].level * sin (phase * partials[p].ratio) *
               (partials[p].decay > 0 ? exp (-t / partials[p].decay) : 1);

      samples[i] += note->level * envelope (t, note->length) * sum;
      phase += 2 * G_PI * note->from * pow (note->to / note->from, t / note->length) / YF_TONE_RATE;
    }
}

/* White noise between -1 and 1, the same each time (Marsaglia's xorshift). */
static double
noise (guint32 *state)
{
  *state ^= *state << 13;
  *state ^= *state >> 17;
  *state ^= *state << 5;

  return *state / (double) G_MAXUINT32 * 2 - 1;
}

/* A state-variable filter (topology-preserving, after Zavalishin), which
 * stays well-behaved while its frequency is swept. */
static double
band_pass (double *state,
           double  frequency,
           double  q,
           double  input)
{
  double g = tan (G_PI * frequency / YF_TONE_RATE);
  double band = (g * (input - state[1]) + state[0]) / (1 + g * (g + 1 / q));
  double low = state[1] + g * band;

  state[0] = 2 * band - state[0];
  state[1] = low + g * band;

  return band / q;
}

/* Breathing in is a narrow band that brightens and swells; breathing out is
 * a sigh: wide, with a second formant and a flutter, and it sinks away. */
static void
add_breath (const Note *note,
            float      *samples,
            gsize       n_samples)
{
  gboolean out = note->timbre == TIMBRE_BREATH_OUT;
  double first[2] = { 0, };
  double second[2] = { 0, };
  guint32 seed = 0x59414e46;

  for (gsize i = 0; i < n_samples; i++)
    {
      double t = (double) i / YF_TONE_RATE;
      double x = t / note->length;
      double frequency = note->from * pow (note->to / note->from, x);
      double white = noise (&seed);
      double air;

      if (out)
        air = (band_pass (first, frequency, 2, white) +
               0.5 * band_pass (second, 1.8 * frequency, 4, white)) *
              (1 - 0.7 * x) * (0.75 + 0.25 * cos (2 * G_PI * 18 * t));
      else
        air = band_pass (first, frequency, 5, white) * (0.55 + 0.45 * x);

      /* Noise has high, rare peaks; rounded off, the rest can be louder. */
      samples[i] += note->level * envelope (t, note->length) * tanh (6 * air);
    }
}

static void
render (const Figure *figure,
        float        *samples,
        gsize         n_samples)
{
  Timbre timbre = figure->notes[0].timbre;
  double height = timbre == TIMBRE_FLUTE || timbre == TIMBRE_LOW ? PEAK_STEADY : PEAK;
  float peak = 0;

  for (guint i = 0; i < MAX_NOTES && figure->notes[i].timbre != TIMBRE_NONE; i++)
    {
      const Note *note = &figure->notes[i];
      gsize from = lround (note->at * YF_TONE_RATE);
      gsize length = lround (note->length * YF_TONE_RATE);

      g_assert (from + length <= n_samples);

      if (note->timbre == TIMBRE_BREATH_IN || note->timbre == TIMBRE_BREATH_OUT)
        add_breath (note, samples + from, length);
      else
        add_pitched (note, samples + from, length);
    }

  for (gsize i = 0; i < n_samples; i++)
    {
      double t = (double) i / YF_TONE_RATE;

      if (figure->tremolo > 0)
        samples[i] *= 0.6 + 0.4 * cos (2 * G_PI * figure->tremolo * t);
      peak = MAX (peak, fabsf (samples[i]));
    }

  g_assert (peak > 0);
  for (gsize i = 0; i < n_samples; i++)
    samples[i] *= height / peak;
}

/**
 * yf_tone_new:
 * @id: a cue
 *
 * Renders the sound of a cue. It is the same each time, at most 0.8 s long,
 * peaks 9 to 12 dB below full scale, and begins at its first sample.
 *
 * Returns: (transfer full): the tone
 */
YfTone *
yf_tone_new (YfCueId id)
{
  const Figure *figure;
  YfTone *self;

  g_return_val_if_fail ((int) id >= 0 && id < YF_N_CUES, NULL);

  figure = &figures[id];
  self = g_new0 (YfTone, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->n_samples = lround (figure->length * YF_TONE_RATE);
  self->samples = g_new0 (float, self->n_samples);
  render (figure, self->samples, self->n_samples);

  return self;
}

/**
 * yf_tone_ref:
 * @self: a tone
 *
 * Takes a reference, from any thread.
 *
 * Returns: (transfer full): @self
 */
YfTone *
yf_tone_ref (YfTone *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * yf_tone_unref:
 * @self: (transfer full): a tone
 *
 * Gives a reference back, from any thread.
 */
void
yf_tone_unref (YfTone *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->samples);
  g_free (self);
}

/**
 * yf_tone_get_length:
 * @self: a tone
 *
 * Returns: how long it sounds, in microseconds
 */
gint64
yf_tone_get_length (YfTone *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return (gint64) self->n_samples * YF_SECOND / YF_TONE_RATE;
}

/**
 * yf_tone_get_samples:
 * @self: a tone
 * @n_samples: (out): how many there are
 *
 * Gets the samples, mono at %YF_TONE_RATE, between -1 and 1.
 *
 * Returns: (transfer none) (array length=n_samples): the samples
 */
const float *
yf_tone_get_samples (YfTone *self,
                     gsize  *n_samples)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_samples != NULL, NULL);

  *n_samples = self->n_samples;

  return self->samples;
}
