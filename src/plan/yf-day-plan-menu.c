/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-day-plan-private.h"

#include <glib/gi18n-lib.h>

/* Which exercises a day has. The header says by what rules. */

static void
item_free (gpointer data)
{
  YfDayItem *self = data;

  yf_exercise_unref (self->exercise);
  yf_judgement_unref (self->judgement);
  yf_source_unref (self->source);
  g_free (self->why);
  g_free (self);
}

static void
omission_free (gpointer data)
{
  YfDayOmission *self = data;

  yf_exercise_unref (self->exercise);
  g_clear_pointer (&self->judgement, yf_judgement_unref);
  g_free (self->why);
  g_free (self);
}

static gboolean
is_wished (YfDayPlan  *self,
           YfWishKind  kind,
           const char *exercise)
{
  for (guint i = 0; i < self->question->n_wishes; i++)
    if (self->question->wishes[i].kind == kind && g_strcmp0 (self->question->wishes[i].exercise, exercise) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
is_there (YfDayPlan  *self,
          YfExercise *exercise)
{
  for (guint i = 0; i < self->items->len; i++)
    if (((YfDayItem *) g_ptr_array_index (self->items, i))->exercise == exercise)
      return TRUE;

  return FALSE;
}

static gboolean
is_omitted (YfDayPlan  *self,
            YfExercise *exercise)
{
  for (guint i = 0; i < self->omissions->len; i++)
    if (((YfDayOmission *) g_ptr_array_index (self->omissions, i))->exercise == exercise)
      return TRUE;

  return FALSE;
}

static char *
explain (YfOmission   kind,
         YfJudgement *judgement)
{
  switch (kind)
    {
    case YF_OMISSION_VERDICT:
      {
        GPtrArray *reasons = yf_judgement_get_reasons (judgement);

        for (guint i = 0; i < reasons->len; i++)
          {
            YfReason *reason = g_ptr_array_index (reasons, i);

            if (yf_reason_get_verdict (reason) == yf_judgement_get_verdict (judgement))
              return g_strdup (yf_reason_get_text (reason));
          }
        return g_strdup (yf_verdict_get_name (yf_judgement_get_verdict (judgement)));
      }
    case YF_OMISSION_SUSPENDED:
      return g_strdup (_("It hurt twice in a row, so it stays out until it has been looked at again."));
    case YF_OMISSION_FORBIDDEN:
      return g_strdup (_("Your clinician's programme forbids it."));
    case YF_OMISSION_FLARE:
      return g_strdup (_("No training during a flare."));
    case YF_OMISSION_NOT_YET:
      return g_strdup (_("Breathing and bridge come first; this opens when they have gone well for a while."));
    case YF_OMISSION_TIME:
      return g_strdup (_("The 20 minutes of a session are full; it comes next time."));
    case YF_OMISSION_WISH:
      return g_strdup (_("You have left it out."));
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
omit (YfDayPlan   *self,
      YfExercise  *exercise,
      YfOmission   kind,
      YfJudgement *judgement)
{
  YfDayOmission *omission = g_new0 (YfDayOmission, 1);

  omission->exercise = yf_exercise_ref (exercise);
  omission->kind = kind;
  omission->judgement = judgement != NULL ? yf_judgement_ref (judgement) : NULL;
  omission->why = explain (kind, judgement);
  g_ptr_array_add (self->omissions, omission);
}

static gboolean
is_gentle (YfExercise *exercise)
{
  return yf_exercise_get_group (exercise) == YF_GROUP_BREATHING ||
         yf_exercise_get_group (exercise) == YF_GROUP_BRIDGE;
}

/* Strictest first, so that the person hears what weighs most. */
static gboolean
find_obstacle (YfDayPlan    *self,
               YfExercise   *exercise,
               gboolean      gentle,
               YfJudgement **judgement,
               YfOmission   *kind)
{
  const char *id = yf_exercise_get_id (exercise);
  const YfLimit *limit = yf_limits_find (self->question->limits, id, self->day);

  *judgement = yf_day_plan_judge (self, self->check_in, exercise, self->day, self->question->minute);

  if (limit != NULL && limit->forbidden)
    *kind = YF_OMISSION_FORBIDDEN;
  else if (!yf_judgement_permits (*judgement))
    *kind = YF_OMISSION_VERDICT;
  else if (yf_progression_is_suspended (self->progression, id))
    *kind = YF_OMISSION_SUSPENDED;
  else if (yf_day_plan_has_flare (self, self->day) && yf_exercise_get_group (exercise) != YF_GROUP_BREATHING)
    *kind = YF_OMISSION_FLARE;
  else if (gentle && !is_gentle (exercise))
    *kind = YF_OMISSION_NOT_YET;
  else if (is_wished (self, YF_WISH_LEAVE_OUT, id))
    *kind = YF_OMISSION_WISH;
  else
    return FALSE;

  return TRUE;
}

static void
take (YfDayPlan   *self,
      YfExercise  *exercise,
      YfJudgement *judgement,
      const char  *why,
      YfSource    *source,
      gboolean     added)
{
  YfDayItem *item = g_new0 (YfDayItem, 1);
  YfRoutineItem alone = { .exercise = exercise };
  const YfProgrammeItem *prescribed = NULL;
  g_autoptr (YfRoutine) routine = NULL;

  if (self->question->programme != NULL && yf_programme_is_valid_on (self->question->programme, self->day))
    prescribed = yf_programme_find_item (self->question->programme, yf_exercise_get_id (exercise));

  item->exercise = yf_exercise_ref (exercise);
  yf_progression_get_dose (self->progression, exercise, &item->dose);
  if (prescribed != NULL)
    item->pace = prescribed->pace;
  item->judgement = yf_judgement_ref (judgement);
  item->why = g_strdup (why);
  item->source = source;
  item->added = added;

  alone.dose = item->dose;
  alone.pace = item->pace;
  routine = yf_routine_new (&alone, 1);
  item->length = yf_day_plan_measure (routine);

  g_ptr_array_add (self->items, item);
}

/* The candidate with the mildest verdict; of equals the first. Where there is
 * none, why not. */
static void
fill_place (YfDayPlan  *self,
            YfDayPlace  place,
            gboolean    gentle)
{
  g_autoptr (YfJudgement) best = NULL;
  const YfDayCandidate *chosen = NULL;

  for (guint i = 0; i < YF_DAY_PLACE_MAX && place[i] != NULL; i++)
    {
      YfExercise *exercise = yf_catalogue_find_exercise (self->question->catalogue, place[i]->exercise);
      g_autoptr (YfJudgement) judgement = NULL;
      YfOmission kind;

      if (exercise == NULL || is_there (self, exercise) || is_omitted (self, exercise))
        continue;

      if (find_obstacle (self, exercise, gentle, &judgement, &kind))
        {
          omit (self, exercise, kind, judgement);
          continue;
        }

      if (best != NULL && yf_judgement_get_verdict (judgement) >= yf_judgement_get_verdict (best))
        continue;

      g_clear_pointer (&best, yf_judgement_unref);
      best = g_steal_pointer (&judgement);
      chosen = place[i];
    }

  if (chosen != NULL)
    take (self, yf_catalogue_find_exercise (self->question->catalogue, chosen->exercise), best,
          _(chosen->why), yf_source_new (chosen->document, chosen->section, NULL), FALSE);
}

static YfSource *
make_source (YfDayPlan *self,
             gboolean   added)
{
  if (!added && self->question->programme != NULL)
    return yf_source_new_programme (yf_programme_get_clinician (self->question->programme));

  return yf_source_new (YF_SOURCE_APP, NULL, NULL);
}

static void
take_or_omit (YfDayPlan  *self,
              YfExercise *exercise,
              gboolean    gentle,
              const char *why,
              gboolean    added)
{
  g_autoptr (YfJudgement) judgement = NULL;
  YfOmission kind;

  if (exercise == NULL || is_there (self, exercise) || is_omitted (self, exercise))
    return;

  if (find_obstacle (self, exercise, gentle, &judgement, &kind))
    omit (self, exercise, kind, judgement);
  else
    take (self, exercise, judgement, why, make_source (self, added), added);
}

static void
fill_prescribed (YfDayPlan *self)
{
  YfLimits *limits = self->question->limits;
  gboolean gentle = FALSE;

  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < yf_limits_get_n (limits); i++)
      {
        const char *id = yf_limits_get (limits, i)->exercise;
        const YfLimit *limit = yf_limits_find (limits, id, self->day);
        YfExercise *exercise = yf_catalogue_find_exercise (self->question->catalogue, id);

        if (limit == NULL || !limit->prescribed || exercise == NULL)
          continue;

        /* The way back needs something to go it with. */
        if (pass == 0)
          gentle = gentle || (self->way_back && is_gentle (exercise));
        else
          take_or_omit (self, exercise, gentle, _("Your clinician’s programme asks for it."), FALSE);
      }
}

static void
fill_wishes (YfDayPlan *self,
             gboolean   gentle)
{
  for (guint i = 0; i < self->question->n_wishes; i++)
    {
      const YfWish *wish = &self->question->wishes[i];

      if (wish->kind == YF_WISH_ADD && wish->exercise != NULL)
        take_or_omit (self, yf_catalogue_find_exercise (self->question->catalogue, wish->exercise),
                      gentle, _("You have added it yourself."), TRUE);
    }
}

static guint
get_rank (YfDayPlan       *self,
          const YfDayItem *item)
{
  for (guint i = 0; i < self->question->n_wishes; i++)
    {
      const YfWish *wish = &self->question->wishes[i];

      if (wish->kind == YF_WISH_ORDER && g_strcmp0 (wish->exercise, yf_exercise_get_id (item->exercise)) == 0)
        return i;
    }

  return G_MAXUINT;
}

static int
compare_items (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const YfDayItem *one = *(YfDayItem * const *) a;
  const YfDayItem *other = *(YfDayItem * const *) b;
  guint rank = get_rank (data, one);
  guint other_rank = get_rank (data, other);

  if (yf_exercise_get_posture (one->exercise) != yf_exercise_get_posture (other->exercise))
    return (int) yf_exercise_get_posture (one->exercise) - (int) yf_exercise_get_posture (other->exercise);

  return (rank > other_rank) - (rank < other_rank);
}

static void
make_routine (YfDayPlan *self)
{
  g_autofree YfRoutineItem *items = g_new0 (YfRoutineItem, self->items->len);

  g_clear_pointer (&self->routine, yf_routine_unref);
  self->length = 0;
  if (self->items->len == 0)
    return;

  for (guint i = 0; i < self->items->len; i++)
    {
      const YfDayItem *item = g_ptr_array_index (self->items, i);

      items[i].exercise = item->exercise;
      items[i].dose = item->dose;
      items[i].pace = item->pace;
    }
  self->routine = yf_routine_new (items, self->items->len);
  self->length = yf_day_plan_measure (self->routine);
}

static YfDay
get_last_done (YfDayPlan  *self,
               YfExercise *exercise)
{
  YfHistory *history = self->question->history;
  YfDay last = YF_DAY_NONE;

  for (guint i = 0; i < history->exercises->len; i++)
    {
      const YfHistoryExercise *done = &g_array_index (history->exercises, YfHistoryExercise, i);
      YfDay day = yf_history_get_session (history, done->session)->day;

      if (day < self->day && done->reps > 0 && g_str_equal (done->exercise, yf_exercise_get_id (exercise)))
        last = MAX (last, day);
    }

  return last;
}

/* What was done last waits, so that all come in turn; breathing stays, and so
 * does what the person wanted. */
static gboolean
shorten (YfDayPlan *self)
{
  const YfDayItem *found = NULL;
  YfDay found_day = YF_DAY_NONE;
  guint index = 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      const YfDayItem *item = g_ptr_array_index (self->items, i);
      YfDay day = get_last_done (self, item->exercise);

      if (item->added || yf_exercise_get_group (item->exercise) == YF_GROUP_BREATHING ||
          (found != NULL && day < found_day))
        continue;
      found = item;
      found_day = day;
      index = i;
    }

  if (found == NULL || self->items->len < 2)
    return FALSE;

  omit (self, found->exercise, YF_OMISSION_TIME, NULL);
  g_ptr_array_remove_index (self->items, index);
  make_routine (self);

  return TRUE;
}

/*
 * yf_day_plan_fill_menu:
 *
 * Fills in what there is to do, and what there is not.
 */
void
yf_day_plan_fill_menu (YfDayPlan *self)
{
  gboolean prescribed = yf_limits_are_prescribed (self->question->limits, self->day);
  gboolean gentle;

  self->items = g_ptr_array_new_with_free_func (item_free);
  self->omissions = g_ptr_array_new_with_free_func (omission_free);
  self->way_back = yf_day_plan_needs_way_back (self);
  gentle = self->way_back || (!prescribed && yf_day_plan_is_first_of_recovery (self));

  if (prescribed)
    {
      fill_prescribed (self);
    }
  else
    {
      /* What comes later is asked too, so that the person hears that it does. */
      for (int later = 0; later <= (gentle ? 1 : 0); later++)
        {
          YfDayPlace places[YF_DAY_PLAN_MAX_ITEMS] = { { NULL, }, };
          guint n = yf_day_plan_list_places (self, gentle && !later, places);

          for (guint i = 0; i < n; i++)
            fill_place (self, places[i], gentle);
        }
    }

  fill_wishes (self, gentle);
  g_ptr_array_sort_with_data (self->items, compare_items, self);
  make_routine (self);

  while (!prescribed && self->stage == YF_STAGE_MAINTENANCE &&
         self->length > YF_DAY_PLAN_MAINTENANCE && shorten (self))
    ;
}

/*
 * yf_day_plan_opens_on:
 *
 * Returns: whether the safety table leaves anything on a day to come, as far as
 *   can be known today
 */
gboolean
yf_day_plan_opens_on (YfDayPlan *self,
                      YfDay      day)
{
  g_autoptr (YfCheckIn) check_in = yf_check_in_new ();
  YfLimits *limits = self->question->limits;
  gboolean prescribed = yf_limits_are_prescribed (limits, day);
  GPtrArray *exercises = yf_catalogue_get_exercises (self->question->catalogue);

  yf_check_in_adopt_signs (check_in, self->check_in);

  for (guint i = 0; i < exercises->len; i++)
    {
      YfExercise *exercise = g_ptr_array_index (exercises, i);
      const YfLimit *limit = yf_limits_find (limits, yf_exercise_get_id (exercise), day);
      g_autoptr (YfJudgement) judgement = NULL;

      if (prescribed ? limit == NULL || !limit->prescribed
                     : yf_exercise_is_own (exercise) || yf_exercise_get_group (exercise) == YF_GROUP_STRETCH)
        continue;
      if ((limit != NULL && limit->forbidden) ||
          yf_progression_is_suspended (self->progression, yf_exercise_get_id (exercise)))
        continue;

      judgement = yf_day_plan_judge (self, check_in, exercise, day, YF_MINUTE_UNKNOWN);
      if (yf_judgement_permits (judgement))
        return TRUE;
    }

  return FALSE;
}
