/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-mixer.h"

#include <math.h>

/* Above this the sum of tones is bent instead of cut. */
#define KNEE 0.8f

/* The lowest bits of what is sent, never zero: headphones over Bluetooth, and
 * some amplifiers, go to sleep on digital silence and swallow the beginning
 * of what comes next. 2 of 32768 is 84 dB below full scale, and 75 dB below
 * a cue: nobody hears it. */
#define HUM_MAX 2

#define CHUNK 480

typedef struct
{
  gpointer       sound;     /* what the samples are borrowed from */
  GDestroyNotify unref;
  const float   *samples;
  gsize          n_samples;
  YfMixerPart    part;
  gint64         place;
  gint64         fade;      /* where a fade begins, or -1 */
  gboolean       now;
  gboolean       begun;
} Voice;

struct _YfMixer
{
  GArray  *voices;     /* of Voice */
  gint64   head;
  guint32  hum;
  float    gain;
  gboolean muted;
  float    gains[YF_N_MIXER_PARTS];
  float    volumes[YF_N_MIXER_PARTS];
};

static void
voice_clear (gpointer data)
{
  Voice *voice = data;

  voice->unref (g_steal_pointer (&voice->sound));
}

static void
add_tone (YfMixer  *self,
          YfTone   *tone,
          gint64    place,
          gboolean  now)
{
  Voice voice = { yf_tone_ref (tone), (GDestroyNotify) yf_tone_unref, NULL, 0, YF_MIXER_TONES, place, -1, now, FALSE };

  voice.samples = yf_tone_get_samples (tone, &voice.n_samples);
  g_array_append_val (self->voices, voice);
}

static void
add_clip (YfMixer  *self,
          YfClip   *clip,
          gint64    place,
          gboolean  now)
{
  Voice voice = { yf_clip_ref (clip), (GDestroyNotify) yf_clip_unref, NULL, 0, YF_MIXER_SPEECH, place, -1, now, FALSE };

  voice.samples = yf_clip_get_samples (clip, &voice.n_samples);
  g_array_append_val (self->voices, voice);
}

static gint64
get_max_lateness (const Voice *voice)
{
  return voice->part == YF_MIXER_SPEECH ? YF_MIXER_MAX_SPEECH_LATENESS : YF_MIXER_MAX_LATENESS;
}

/* Adds what @voice has between the head and @n samples after it. Returns
 * whether anything of it is left. */
static gboolean
mix (YfMixer *self,
     Voice   *voice,
     float   *sum,
     gsize    n)
{
  gint64 from;
  gint64 to;

  if (voice->now)
    {
      voice->place = self->head;
      voice->now = FALSE;
    }

  if (voice->place >= self->head + (gint64) n)
    return TRUE;

  if (!voice->begun && voice->place < self->head)
    {
      if (self->head - voice->place > get_max_lateness (voice))
        return FALSE;
      voice->place = self->head;
    }
  voice->begun = TRUE;

  from = MAX (voice->place, self->head);
  to = MIN (voice->place + (gint64) voice->n_samples, self->head + (gint64) n);

  for (gint64 i = from; i < to; i++)
    {
      float gain = 1;

      if (voice->fade >= 0 && i >= voice->fade + YF_MIXER_FADE)
        return FALSE;
      if (voice->fade >= 0 && i >= voice->fade)
        gain = 1 - (float) (i - voice->fade) / YF_MIXER_FADE;

      sum[i - self->head] += gain * voice->samples[i - voice->place];
    }

  return voice->place + (gint64) voice->n_samples > self->head + (gint64) n;
}

static float
limit (float x)
{
  float size = fabsf (x);

  if (size <= KNEE)
    return x;

  return copysignf (KNEE + (1 - KNEE) * tanhf ((size - KNEE) / (1 - KNEE)), x);
}

/* One of -2, -1, 1, 2 (Marsaglia's xorshift). */
static int
hum (YfMixer *self)
{
  self->hum ^= self->hum << 13;
  self->hum ^= self->hum >> 17;
  self->hum ^= self->hum << 5;

  return (1 + (int) (self->hum >> 30 & 1) * (HUM_MAX - 1)) * (self->hum >> 31 ? 1 : -1);
}

static void
render_chunk (YfMixer *self,
              gint16  *samples,
              gsize    n)
{
  float sums[YF_N_MIXER_PARTS][CHUNK] = { { 0, } };
  float step = 1.0f / YF_MIXER_FADE;

  for (guint i = 0; i < self->voices->len;)
    {
      Voice *voice = &g_array_index (self->voices, Voice, i);

      if (mix (self, voice, sums[voice->part], n))
        i++;
      else
        g_array_remove_index (self->voices, i);
    }

  for (gsize i = 0; i < n; i++)
    {
      float sum = 0;
      int sample;

      for (guint part = 0; part < YF_N_MIXER_PARTS; part++)
        {
          float *gain = &self->gains[part];

          *gain += CLAMP (self->volumes[part] - *gain, -step, step);
          sum += *gain * sums[part][i];
        }
      self->gain = CLAMP (self->gain + (self->muted ? -step : step), 0, 1);
      sample = (int) lrintf (limit (self->gain * sum) * (G_MAXINT16 - HUM_MAX - 1)) + hum (self);
      samples[i] = (gint16) sample;
    }

  self->head += n;
}

/**
 * yf_mixer_new:
 *
 * Makes a mixer with nothing in it, its head at 0.
 *
 * Returns: (transfer full): the mixer
 */
YfMixer *
yf_mixer_new (void)
{
  YfMixer *self = g_new0 (YfMixer, 1);

  self->voices = g_array_new (FALSE, FALSE, sizeof (Voice));
  g_array_set_clear_func (self->voices, voice_clear);
  self->hum = 0x46454959;
  self->gain = 1;
  for (guint part = 0; part < YF_N_MIXER_PARTS; part++)
    self->gains[part] = self->volumes[part] = 1;

  return self;
}

/**
 * yf_mixer_free:
 * @self: (transfer full): a mixer
 *
 * Frees the mixer.
 */
void
yf_mixer_free (YfMixer *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->voices);
  g_free (self);
}

/**
 * yf_mixer_add:
 * @self: a mixer
 * @tone: what is to sound
 * @place: the number of its first sample
 *
 * Places a tone. If the head has passed its place when it is to be rendered,
 * it begins at the head, or is left out if that is later than
 * %YF_MIXER_MAX_LATENESS.
 */
void
yf_mixer_add (YfMixer *self,
              YfTone  *tone,
              gint64   place)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (tone != NULL);

  add_tone (self, tone, place, FALSE);
}

/**
 * yf_mixer_add_now:
 * @self: a mixer
 * @tone: what is to sound
 *
 * Places a tone at the head, wherever that is when it is next rendered.
 */
void
yf_mixer_add_now (YfMixer *self,
                  YfTone  *tone)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (tone != NULL);

  add_tone (self, tone, 0, TRUE);
}

/**
 * yf_mixer_add_clip:
 * @self: a mixer
 * @clip: what is to be said
 * @place: the number of its first sample
 *
 * Places a clip. If the head has passed its place when it is to be rendered,
 * it begins at the head, or is left out if that is later than
 * %YF_MIXER_MAX_SPEECH_LATENESS.
 */
void
yf_mixer_add_clip (YfMixer *self,
                   YfClip  *clip,
                   gint64   place)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (clip != NULL);

  add_clip (self, clip, place, FALSE);
}

/**
 * yf_mixer_add_clip_now:
 * @self: a mixer
 * @clip: what is to be said
 *
 * Places a clip at the head, wherever that is when it is next rendered.
 */
void
yf_mixer_add_clip_now (YfMixer *self,
                       YfClip  *clip)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (clip != NULL);

  add_clip (self, clip, 0, TRUE);
}

/**
 * yf_mixer_set_volume:
 * @self: a mixer
 * @part: what is to be louder or softer
 * @volume: from 0, unheard, to 1, as it was made
 *
 * Changes the volume of tones or of speech, with a fade.
 */
void
yf_mixer_set_volume (YfMixer     *self,
                     YfMixerPart  part,
                     double       volume)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (part < YF_N_MIXER_PARTS);

  self->volumes[part] = (float) CLAMP (volume, 0, 1);
}

/**
 * yf_mixer_cancel:
 * @self: a mixer
 *
 * Takes out every tone and clip that has not begun, and fades those that have.
 */
void
yf_mixer_cancel (YfMixer *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->voices->len;)
    {
      Voice *voice = &g_array_index (self->voices, Voice, i);

      if (voice->begun)
        {
          if (voice->fade < 0)
            voice->fade = self->head;
          i++;
        }
      else
        {
          g_array_remove_index (self->voices, i);
        }
    }
}

/**
 * yf_mixer_set_muted:
 * @self: a mixer
 * @muted: whether tones are not to be heard
 *
 * Mutes or unmutes, with a fade. The stream stays alive, and tones go on
 * unheard.
 */
void
yf_mixer_set_muted (YfMixer  *self,
                    gboolean  muted)
{
  g_return_if_fail (self != NULL);

  self->muted = muted;
}

/**
 * yf_mixer_is_idle:
 * @self: a mixer
 *
 * Gets whether nothing sounds and nothing is going to.
 *
 * Returns: %TRUE if all that is left to render is the hum
 */
gboolean
yf_mixer_is_idle (YfMixer *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->voices->len == 0;
}

/**
 * yf_mixer_is_silent:
 * @self: a mixer
 *
 * Gets whether nothing sounds at the head.
 *
 * Returns: %TRUE if no tone is under way
 */
gboolean
yf_mixer_is_silent (YfMixer *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  for (guint i = 0; i < self->voices->len; i++)
    if (g_array_index (self->voices, Voice, i).begun)
      return FALSE;

  return TRUE;
}

/**
 * yf_mixer_get_head:
 * @self: a mixer
 *
 * Gets the number of the sample that is rendered next.
 *
 * Returns: a sample number
 */
gint64
yf_mixer_get_head (YfMixer *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->head;
}

/**
 * yf_mixer_set_head:
 * @self: a mixer
 * @head: a sample number
 *
 * Leaps to another place. What sounds goes on as though the samples between
 * had been rendered.
 */
void
yf_mixer_set_head (YfMixer *self,
                   gint64   head)
{
  g_return_if_fail (self != NULL);

  self->head = head;
}

/**
 * yf_mixer_render:
 * @self: a mixer
 * @samples: (out caller-allocates) (array length=n_samples): where they go
 * @n_samples: how many are wanted
 *
 * Renders samples from the head on and moves the head behind them. None of
 * them is zero for long, and none is at full scale.
 */
void
yf_mixer_render (YfMixer *self,
                 gint16  *samples,
                 gsize    n_samples)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (samples != NULL || n_samples == 0);

  while (n_samples > 0)
    {
      gsize n = MIN (n_samples, CHUNK);

      render_chunk (self, samples, n);
      samples += n;
      n_samples -= n;
    }
}
