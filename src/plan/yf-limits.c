/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-limits.h"

#include <glib/gi18n-lib.h>

struct _YfLimits
{
  GArray       *items;
  GStringChunk *strings;
  int           ease;
  int           stop;
};

G_DEFINE_BOXED_TYPE (YfLimits, yf_limits, yf_limits_ref, yf_limits_unref)

/**
 * yf_limits_new:
 *
 * Returns: (transfer full): no limits but the catalogue's
 */
YfLimits *
yf_limits_new (void)
{
  YfLimits *self = g_atomic_rc_box_new0 (YfLimits);

  self->items = g_array_new (FALSE, FALSE, sizeof (YfLimit));
  self->strings = g_string_chunk_new (256);
  self->ease = YF_LIMITS_EASE_PAIN;
  self->stop = YF_LIMITS_STOP_PAIN;

  return self;
}

static void
limits_clear (gpointer data)
{
  YfLimits *self = data;

  g_array_unref (self->items);
  g_string_chunk_free (self->strings);
}

YfLimits *
yf_limits_ref (YfLimits *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
yf_limits_unref (YfLimits *self)
{
  g_atomic_rc_box_release_full (self, limits_clear);
}

/**
 * yf_limits_add:
 * @self: limits that are not shared yet
 * @limit: a clinician's word; copied. Where two hold on a day, the one that was
 *   added last does
 */
void
yf_limits_add (YfLimits      *self,
               const YfLimit *limit)
{
  YfLimit copy = *limit;

  g_return_if_fail (limit->exercise != NULL);
  g_return_if_fail (yf_day_is_known (limit->from));

  copy.entry = g_string_chunk_insert_const (self->strings, limit->entry != NULL ? limit->entry : "");
  copy.exercise = g_string_chunk_insert_const (self->strings, limit->exercise);
  g_array_append_val (self->items, copy);
}

/**
 * yf_limits_add_programme:
 * @self: limits that are not shared yet
 * @programme: one version of a programme
 * @entry: its id in the log
 * @from: the first day on which it was followed
 * @until: the last, or %YF_DAY_NONE where it still is
 *
 * Adds what a programme asks for and forbids, on the days on which it was
 * followed and valid. Its pain limit is taken over if it is followed still.
 * Versions are added oldest first.
 */
void
yf_limits_add_programme (YfLimits    *self,
                         YfProgramme *programme,
                         const char  *entry,
                         YfDay        from,
                         YfDay        until)
{
  GPtrArray *items = yf_programme_get_items (programme);
  GPtrArray *bans = yf_programme_get_bans (programme);
  YfDay valid_until = yf_programme_get_until (programme);
  int stop = yf_programme_get_pain_stop (programme);
  YfLimit limit = { .entry = entry };

  limit.from = MAX (from, yf_programme_get_from (programme));
  limit.until = yf_day_is_known (until) && yf_day_is_known (valid_until) ? MIN (until, valid_until)
                                                                         : MAX (until, valid_until);

  for (guint i = 0; i < items->len; i++)
    {
      const YfProgrammeItem *item = g_ptr_array_index (items, i);

      limit.exercise = yf_exercise_get_id (item->exercise);
      limit.prescribed = TRUE;
      limit.start = item->dose;
      limit.most = item->cap;
      yf_limits_add (self, &limit);
    }

  for (guint i = 0; i < bans->len; i++)
    {
      const YfProgrammeBan *ban = g_ptr_array_index (bans, i);
      const YfLimit forbidden = { .entry = entry, .exercise = ban->exercise, .from = limit.from,
                                  .until = limit.until, .forbidden = TRUE };

      yf_limits_add (self, &forbidden);
    }

  if (!yf_day_is_known (until) && stop != YF_PROGRAMME_NO_PAIN)
    yf_limits_set_pain (self, MIN (self->ease, stop), stop);
}

/**
 * yf_limits_set_pain:
 * @self: limits that are not shared yet
 * @ease: from which pain on to ease off, NRS 0 to 10
 * @stop: from which pain on to stop, not below @ease
 */
void
yf_limits_set_pain (YfLimits *self,
                    int       ease,
                    int       stop)
{
  g_return_if_fail (ease >= 0 && ease <= stop && stop <= YF_PAIN_MAX);

  self->ease = ease;
  self->stop = stop;
}

guint
yf_limits_get_n (YfLimits *self)
{
  return self->items->len;
}

/**
 * yf_limits_get:
 * @self: limits
 * @index: which
 *
 * Returns: (transfer none): a limit
 */
const YfLimit *
yf_limits_get (YfLimits *self,
               guint     index)
{
  g_return_val_if_fail (index < self->items->len, NULL);

  return &g_array_index (self->items, YfLimit, index);
}

static gboolean
holds_on (const YfLimit *limit,
          YfDay          day)
{
  return limit->from <= day && (!yf_day_is_known (limit->until) || limit->until >= day);
}

/**
 * yf_limits_find:
 * @self: (nullable): limits
 * @exercise: the id of an exercise
 * @day: a day
 *
 * Returns: (transfer none) (nullable): what holds for @exercise on @day
 */
const YfLimit *
yf_limits_find (YfLimits   *self,
                const char *exercise,
                YfDay       day)
{
  for (guint i = self != NULL ? self->items->len : 0; i > 0; i--)
    {
      const YfLimit *limit = &g_array_index (self->items, YfLimit, i - 1);

      if (holds_on (limit, day) && g_str_equal (limit->exercise, exercise))
        return limit;
    }

  return NULL;
}

/**
 * yf_limits_are_prescribed:
 * @self: (nullable): limits
 * @day: a day
 *
 * Returns: whether a clinician has said what to do on @day
 */
gboolean
yf_limits_are_prescribed (YfLimits *self,
                          YfDay     day)
{
  for (guint i = 0; self != NULL && i < self->items->len; i++)
    {
      const YfLimit *limit = &g_array_index (self->items, YfLimit, i);

      if (limit->prescribed && holds_on (limit, day))
        return TRUE;
    }

  return FALSE;
}

static void
lower (YfDose       *dose,
       const YfDose *most)
{
  if (most->sets > 0)
    dose->sets = MIN (dose->sets, most->sets);
  if (most->reps > 0)
    dose->reps = MIN (dose->reps, most->reps);
  if (most->hold > 0)
    dose->hold = MIN (dose->hold, most->hold);
}

/**
 * yf_limits_reckon:
 * @self: (nullable): limits
 * @exercise: an exercise
 * @day: a day
 * @base: (out): the dose it begins with
 * @ceiling: (out): the most of it
 *
 * Reckons between which doses an exercise moves on @day: by the catalogue, and by
 * what a clinician says. Neither is ever above the catalogue's ceiling.
 */
void
yf_limits_reckon (YfLimits   *self,
                  YfExercise *exercise,
                  YfDay       day,
                  YfDose     *base,
                  YfDose     *ceiling)
{
  const YfLimit *limit = yf_limits_find (self, yf_exercise_get_id (exercise), day);

  *base = *yf_exercise_get_first_dose (exercise);
  *ceiling = *yf_exercise_get_ceiling (exercise);

  if (limit != NULL)
    {
      lower (ceiling, &limit->most);
      if (limit->start.sets > 0)
        base->sets = limit->start.sets;
      if (limit->start.reps > 0)
        base->reps = limit->start.reps;
      if (limit->start.hold > 0 && yf_exercise_has_hold (exercise))
        base->hold = limit->start.hold;
    }

  lower (base, ceiling);
}

/**
 * yf_limits_get_light:
 * @self: (nullable): limits
 * @pain: NRS 0 to 10
 *
 * Returns: what to do about pain in the middle of an exercise
 */
YfPainLight
yf_limits_get_light (YfLimits *self,
                     int       pain)
{
  if (pain >= (self != NULL ? self->stop : YF_LIMITS_STOP_PAIN))
    return YF_PAIN_LIGHT_STOP;

  return pain >= (self != NULL ? self->ease : YF_LIMITS_EASE_PAIN) ? YF_PAIN_LIGHT_EASE_OFF
                                                                   : YF_PAIN_LIGHT_GO_ON;
}

static int
get_stop (YfProgramme *programme,
          YfDay        day)
{
  if (programme == NULL || !yf_programme_is_valid_on (programme, day) ||
      yf_programme_get_pain_stop (programme) == YF_PROGRAMME_NO_PAIN)
    return YF_LIMITS_STOP_PAIN;

  return yf_programme_get_pain_stop (programme);
}

/**
 * yf_programme_get_light:
 * @programme: (nullable): the programme that the person follows
 * @day: when; a known day
 * @pain: NRS 0 to 10, or %YF_PAIN_UNANSWERED
 *
 * Returns: what to do about pain in the middle of an exercise, by the clinician's
 *   limit where there is one on @day
 */
YfPainLight
yf_programme_get_light (YfProgramme *programme,
                        YfDay        day,
                        int          pain)
{
  int stop = get_stop (programme, day);

  if (pain >= stop)
    return YF_PAIN_LIGHT_STOP;

  return pain >= MIN (YF_LIMITS_EASE_PAIN, stop) ? YF_PAIN_LIGHT_EASE_OFF : YF_PAIN_LIGHT_GO_ON;
}

/**
 * yf_programme_dup_light_text:
 * @programme: (nullable): the programme that the person follows
 * @day: when; a known day
 * @pain: NRS 0 to 10, or %YF_PAIN_UNANSWERED
 *
 * Returns: (transfer full) (nullable): what the person is told about pain in the
 *   middle of an exercise, or %NULL where they may go on
 */
char *
yf_programme_dup_light_text (YfProgramme *programme,
                             YfDay        day,
                             int          pain)
{
  int stop = get_stop (programme, day);

  switch (yf_programme_get_light (programme, day, pain))
    {
    case YF_PAIN_LIGHT_STOP:
      if (programme != NULL && yf_programme_is_valid_on (programme, day) &&
          yf_programme_get_pain_stop (programme) != YF_PROGRAMME_NO_PAIN)
        /* Translators: a pain from 0 to 10; a clinician; a pain from 1 to 10 */
        return g_strdup_printf (_("Your pain is %d of 10. %s says in your programme to stop at %d. Leave it at that for today."),
                                pain, yf_programme_get_clinician (programme), stop);
      /* Translators: a pain from 0 to 10 */
      return g_strdup_printf (_("Your pain is %d of 10. Leave it at that for today."), pain);
    case YF_PAIN_LIGHT_EASE_OFF:
      /* Translators: a pain from 0 to 10 */
      return g_strdup_printf (_("Your pain is %d of 10. Go on gently, or leave the rest."), pain);
    case YF_PAIN_LIGHT_GO_ON:
      return NULL;
    default:
      g_return_val_if_reached (NULL);
    }
}
