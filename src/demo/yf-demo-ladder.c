/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-demo-private.h"

/* clinical.md section 6: up by one step after three complete sessions, none
 * worse next morning, effort 5 or less; down on "worse", on pain up by 2 or
 * more, or on a pain stop; two stops in a row suspend the exercise. */
#define SESSIONS_BEFORE_UP 3
#define EFFORT_FOR_UP 5
#define RISE_FOR_DOWN 2
#define STOPS_TO_SUSPEND 2

/* How long it takes until a suspended exercise is looked at again, in days. */
#define SUSPENSION 21

static gboolean
step_up (YfExercise *exercise,
         YfDose     *dose)
{
  const YfDose *first = yf_exercise_get_first_dose (exercise);
  const YfDose *ceiling = yf_exercise_get_ceiling (exercise);

  if (dose->reps < first->reps)
    dose->reps++;
  else if (dose->hold + YF_SECOND <= ceiling->hold)
    dose->hold += YF_SECOND;
  else if (dose->reps < ceiling->reps)
    dose->reps++;
  else if (dose->sets < ceiling->sets)
    dose->sets++;
  else
    return FALSE;

  return TRUE;
}

/* The way up, backwards, and below the first dose by repetitions, down to half
 * of them. */
static gboolean
step_down (YfExercise *exercise,
           YfDose     *dose)
{
  const YfDose *first = yf_exercise_get_first_dose (exercise);

  if (dose->sets > first->sets)
    dose->sets--;
  else if (dose->reps > first->reps)
    dose->reps--;
  else if (dose->hold > first->hold)
    dose->hold -= YF_SECOND;
  else if (dose->reps > 1 && dose->reps > first->reps / 2)
    dose->reps--;
  else
    return FALSE;

  return TRUE;
}

void
yf_demo_ladder_free (YfDemoLadder *self)
{
  yf_exercise_unref (self->exercise);
  g_free (self);
}

YfDemoLadder *
yf_demo_get_ladder (YfDemo     *self,
                    const char *exercise)
{
  YfDemoLadder *ladder = g_hash_table_lookup (self->ladders, exercise);

  if (ladder == NULL)
    {
      YfExercise *found = yf_catalogue_find_exercise (self->catalogue, exercise);

      if (found == NULL)
        return NULL;

      ladder = g_new0 (YfDemoLadder, 1);
      ladder->exercise = yf_exercise_ref (found);
      ladder->dose = *yf_exercise_get_first_dose (found);
      g_hash_table_insert (self->ladders, (gpointer) yf_exercise_get_id (found), ladder);
    }

  return ladder;
}

static gboolean
has_stop (YfSessionRecord *session,
          guint            item)
{
  for (guint i = 0; i < session->stops->len; i++)
    if (((const YfStop *) g_ptr_array_index (session->stops, i))->item == item)
      return TRUE;

  return FALSE;
}

static gboolean
went_badly (YfSessionRecord *session)
{
  if (session->morning == YF_MORNING_WORSE)
    return TRUE;

  return session->after != NULL && session->check_in != NULL
         && (session->after->pain_back - yf_check_in_get_pain_back (session->check_in) >= RISE_FOR_DOWN
             || session->after->pain_leg - yf_check_in_get_pain_leg (session->check_in) >= RISE_FOR_DOWN);
}

static gboolean
went_well (YfSessionRecord *session)
{
  return session->state == YF_RECORD_COMPLETED
         && session->after != NULL
         && session->after->effort != YF_EFFORT_UNANSWERED
         && session->after->effort <= EFFORT_FOR_UP;
}

/*
 * yf_demo_learn:
 * @session: a session, with all that was said about it
 * @day: the day that follows
 *
 * Moves the ladders of what was done by one step at most.
 */
void
yf_demo_learn (YfDemo          *self,
               YfSessionRecord *session,
               YfDay            day)
{
  gboolean badly = went_badly (session);
  gboolean well = went_well (session);

  for (guint i = 0; i < session->exercises->len; i++)
    {
      const YfExerciseRecord *record = g_ptr_array_index (session->exercises, i);
      YfDemoLadder *ladder = yf_demo_get_ladder (self, record->exercise);
      gboolean stopped = has_stop (session, i);

      ladder->n_stops = stopped ? ladder->n_stops + 1 : 0;
      if (ladder->n_stops >= STOPS_TO_SUSPEND)
        {
          ladder->n_stops = 0;
          ladder->suspended = day + SUSPENSION;
        }

      if (stopped || badly)
        {
          step_down (ladder->exercise, &ladder->dose);
          ladder->n_good = 0;
        }
      else if (well && ++ladder->n_good >= SESSIONS_BEFORE_UP)
        {
          step_up (ladder->exercise, &ladder->dose);
          ladder->n_good = 0;
        }
    }
}
