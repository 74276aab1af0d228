/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-day-plan-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_BOXED_TYPE (YfDayPlan, yf_day_plan, yf_day_plan_ref, yf_day_plan_unref)

/* As the timeline of a session has them; a test holds the two together. */
#define ROLL_OVER    (15 * YF_SECOND)
#define CHANGE_SIDES (10 * YF_SECOND)

#define EPISODE_FLARE_DAYS 3

static const char * const state_ids[] = {
  [YF_DAY_DUE] = "due",
  [YF_DAY_REST] = "rest",
  [YF_DAY_DONE] = "done",
  [YF_DAY_FLARE] = "flare",
  [YF_DAY_CLOSED] = "closed",
};

static const char * const omission_ids[] = {
  [YF_OMISSION_VERDICT] = "verdict",
  [YF_OMISSION_SUSPENDED] = "suspended",
  [YF_OMISSION_FORBIDDEN] = "forbidden",
  [YF_OMISSION_FLARE] = "flare",
  [YF_OMISSION_NOT_YET] = "not-yet",
  [YF_OMISSION_TIME] = "time",
  [YF_OMISSION_WISH] = "wish",
};

static gint64
measure_sets (const YfRoutineItem *item)
{
  gint64 length = (item->dose.sets - 1) * yf_routine_item_get_set_rest (item);

  for (int rep = 1; rep <= item->dose.reps; rep++)
    {
      guint first;
      guint n_phases;

      yf_exercise_get_rep_phases (item->exercise, rep, &first, &n_phases);
      for (guint i = 0; i < n_phases; i++)
        {
          const YfPhase *phase = yf_exercise_get_phase (item->exercise, first + i);

          /* After the last comes the rest of the set instead. */
          if (phase->kind != YF_PHASE_REST || rep < item->dose.reps)
            length += item->dose.sets * yf_routine_item_get_length (item, phase);
        }
    }

  return length;
}

/*
 * yf_day_plan_measure:
 *
 * Returns: how long a routine takes, in microseconds
 */
gint64
yf_day_plan_measure (YfRoutine *routine)
{
  gint64 length = 0;

  for (guint i = 0; i < yf_routine_get_n_items (routine); i++)
    {
      const YfRoutineItem *item = yf_routine_get_item (routine, i);

      if (i > 0 && yf_exercise_get_posture (item->exercise) !=
                   yf_exercise_get_posture (yf_routine_get_item (routine, i - 1)->exercise))
        length += ROLL_OVER;

      length += yf_exercise_get_get_ready (item->exercise, NULL) + measure_sets (item);
      if (yf_exercise_get_two_sided (item->exercise))
        length += CHANGE_SIDES + measure_sets (item);
    }

  return length;
}

gboolean
yf_day_plan_has_flare (YfDayPlan *self,
                       YfDay      day)
{
  for (guint i = 0; i < self->flares->len; i++)
    if (g_array_index (self->flares, YfDay, i) == day)
      return TRUE;

  return FALSE;
}

/* The history, and what was answered just now: also where a clinician wants rest at
 * less pain than a flare has. */
static void
find_flares (YfDayPlan *self)
{
  const YfDayQuestion *question = self->question;

  self->flares = yf_history_find_flares (question->history, self->day);
  if (!yf_day_plan_has_flare (self, self->day) &&
      (yf_history_is_flare (question->history, self->day,
                            yf_check_in_get_pain_back (self->check_in),
                            yf_check_in_get_pain_leg (self->check_in)) ||
       yf_programme_wants_rest (question->programme, self->check_in, self->day)))
    g_array_append_val (self->flares, self->day);
}

static YfStage
reckon_stage (YfDayPlan *self)
{
  YfStage stage = yf_course_reckon (self->question->profile, self->question->history, self->day);

  return stage == YF_STAGE_MAINTENANCE && yf_day_plan_has_flare (self, self->day) ? YF_STAGE_RECOVERY : stage;
}

/*
 * yf_day_plan_judge:
 *
 * Returns: (transfer full): what the safety table and the programme say
 */
YfJudgement *
yf_day_plan_judge (YfDayPlan       *self,
                   const YfCheckIn *check_in,
                   YfExercise      *exercise,
                   YfDay            day,
                   int              minute)
{
  const YfDayQuestion *question = self->question;

  return yf_programme_judge (question->programme, question->rules, question->profile, check_in,
                             exercise, day, minute);
}

static void
fill_reliefs (YfDayPlan *self)
{
  GPtrArray *reliefs = yf_catalogue_get_reliefs (self->question->catalogue);

  self->reliefs = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_judgement_unref);
  for (guint i = 0; i < reliefs->len; i++)
    {
      g_autoptr (YfJudgement) judgement =
        yf_day_plan_judge (self, self->check_in, g_ptr_array_index (reliefs, i), self->day, self->question->minute);

      if (yf_judgement_permits (judgement))
        g_ptr_array_add (self->reliefs, g_steal_pointer (&judgement));
    }
}

/**
 * yf_day_plan_new:
 * @question: whose day, and what is known; not kept
 *
 * Returns: (transfer full): what the day holds
 */
YfDayPlan *
yf_day_plan_new (const YfDayQuestion *question)
{
  YfDayPlan *self;

  g_return_val_if_fail (question != NULL, NULL);
  g_return_val_if_fail (question->catalogue != NULL && question->rules != NULL, NULL);
  g_return_val_if_fail (question->profile != NULL && question->history != NULL, NULL);
  g_return_val_if_fail (yf_day_is_known (question->day), NULL);

  self = g_new0 (YfDayPlan, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->day = question->day;
  self->question = question;
  self->check_in = question->check_in != NULL ? yf_check_in_copy (question->check_in) : yf_check_in_new ();
  self->progression = question->progression != NULL
                      ? yf_progression_ref (question->progression)
                      : yf_progression_new (question->catalogue, question->profile, question->limits,
                                            question->history, question->day);

  find_flares (self);
  self->stage = reckon_stage (self);
  yf_day_plan_fill_menu (self);
  fill_reliefs (self);
  yf_day_plan_fill_days (self);

  self->question = NULL;
  g_clear_pointer (&self->check_in, yf_check_in_free);
  g_clear_pointer (&self->progression, yf_progression_unref);
  g_clear_pointer (&self->flares, g_array_unref);

  return self;
}

YfDayPlan *
yf_day_plan_ref (YfDayPlan *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
yf_day_plan_unref (YfDayPlan *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->omissions);
  g_ptr_array_unref (self->reliefs);
  g_clear_pointer (&self->routine, yf_routine_unref);
  g_free (self);
}

YfDay
yf_day_plan_get_day (YfDayPlan *self)
{
  return self->day;
}

YfDayState
yf_day_plan_get_state (YfDayPlan *self)
{
  return self->state;
}

/**
 * yf_day_plan_get_stage:
 * @self: a plan
 *
 * Returns: the stage, flares considered; see yf_course_reckon()
 */
YfStage
yf_day_plan_get_stage (YfDayPlan *self)
{
  return self->stage;
}

/**
 * yf_day_plan_is_kept:
 * @self: a plan
 *
 * Returns: whether the day counts as kept already: a session, an activity, or a flare
 */
gboolean
yf_day_plan_is_kept (YfDayPlan *self)
{
  return self->kept;
}

/**
 * yf_day_plan_get_items:
 * @self: a plan
 *
 * Returns: (transfer none) (element-type YfDayItem): what there is to do, in the
 *   order of the session
 */
GPtrArray *
yf_day_plan_get_items (YfDayPlan *self)
{
  return self->items;
}

/**
 * yf_day_plan_get_omissions:
 * @self: a plan
 *
 * Returns: (transfer none) (element-type YfDayOmission): what would have its place
 *   and is not there, with the reason
 */
GPtrArray *
yf_day_plan_get_omissions (YfDayPlan *self)
{
  return self->omissions;
}

/**
 * yf_day_plan_get_routine:
 * @self: a plan
 *
 * Returns: (transfer none) (nullable): what to start; %NULL where there is nothing
 */
YfRoutine *
yf_day_plan_get_routine (YfDayPlan *self)
{
  return self->routine;
}

/**
 * yf_day_plan_get_length:
 * @self: a plan
 *
 * Returns: how long the session takes, in microseconds, rests and all
 */
gint64
yf_day_plan_get_length (YfDayPlan *self)
{
  return self->length;
}

/**
 * yf_day_plan_get_reliefs:
 * @self: a plan
 *
 * Returns: (transfer none) (element-type YfJudgement): the timed reliefs that are
 *   open now
 */
GPtrArray *
yf_day_plan_get_reliefs (YfDayPlan *self)
{
  return self->reliefs;
}

/**
 * yf_day_plan_get_flare_days:
 * @self: a plan
 *
 * Returns: how many days the flare of today has lasted, today included; 0 without one
 */
int
yf_day_plan_get_flare_days (YfDayPlan *self)
{
  return self->flare_days;
}

/**
 * yf_day_plan_asks_episode:
 * @self: a plan
 *
 * Returns: whether to ask if a new episode has begun: a flare of three days or
 *   more. Yanfei's own
 */
gboolean
yf_day_plan_asks_episode (YfDayPlan *self)
{
  return self->flare_days >= EPISODE_FLARE_DAYS &&
         self->stage != YF_STAGE_ACUTE;
}

/**
 * yf_day_plan_is_way_back:
 * @self: a plan
 *
 * Returns: whether a flare is just over, and breathing and bridge come first
 */
gboolean
yf_day_plan_is_way_back (YfDayPlan *self)
{
  return self->way_back;
}

/**
 * yf_day_plan_get_days_a_week:
 * @self: a plan
 *
 * Returns: on how many days of this week training is due
 */
int
yf_day_plan_get_days_a_week (YfDayPlan *self)
{
  return self->days_a_week;
}

/**
 * yf_day_plan_get_next_due:
 * @self: a plan
 *
 * Returns: the next day after this one on which a session is due, if what is due
 *   today is done today; %YF_DAY_NONE if nothing opens in the next 120 days
 */
YfDay
yf_day_plan_get_next_due (YfDayPlan *self)
{
  return self->next_due;
}

/**
 * yf_day_plan_to_string:
 * @self: a plan
 *
 * Returns: (transfer full): what the day is, in a sentence or two
 */
char *
yf_day_plan_to_string (YfDayPlan *self)
{
  switch (self->state)
    {
    case YF_DAY_DUE:
      return g_strdup (self->way_back
                       ? _("A session is due today. After the flare it begins with breathing and bridge.")
                       : _("A session is due today."));
    case YF_DAY_REST:
      return g_strdup (_("A day of rest."));
    case YF_DAY_DONE:
      return g_strdup (_("Done for today."));
    case YF_DAY_FLARE:
      return g_strdup (_("A flare: no training today. Rest for short times and get up gently in between. The day counts as kept."));
    case YF_DAY_CLOSED:
      return g_strdup (_("Nothing is open today. The reasons are below."));
    default:
      g_return_val_if_reached (NULL);
    }
}

const char *
yf_day_state_get_id (YfDayState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (state_ids), NULL);

  return state_ids[state];
}

const char *
yf_omission_get_id (YfOmission omission)
{
  g_return_val_if_fail (omission < G_N_ELEMENTS (omission_ids), NULL);

  return omission_ids[omission];
}
