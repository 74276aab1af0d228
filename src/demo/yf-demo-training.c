/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-demo-private.h"

#include <glib/gi18n-lib.h>

/* When they train, what, and how they say they are. */

/* Minutes after midnight. What happens on the last day is over early, so that
 * it lies in nobody's future. */
#define LAST_DAY_MINUTE (5 * 60 + 50)

/* After the answer of the morning, before the first session. */
#define WISH_MINUTE (6 * 60 + 57)

static const char * const notes[] = {
  N_("Slept well, the back feels loose."),
  N_("Stiff at first, better towards the end."),
  N_("A long drive the day before."),
  N_("My daughter did it with me."),
  N_("Carried the shopping up the stairs yesterday."),
  N_("Took it slowly today."),
  N_("The left leg tingled a little."),
};

static gboolean
is_assessed (const YfProfile *profile,
             const char      *flag)
{
  GPtrArray *assessments = yf_profile_get_assessments (profile);

  for (guint i = 0; i < assessments->len; i++)
    if (g_str_equal (yf_assessment_get_flag (g_ptr_array_index (assessments, i)), flag))
      return TRUE;

  return FALSE;
}

static YfCheckIn *
draw_check_in (YfDemo          *self,
               YfDay            day,
               const YfProfile *profile)
{
  static const YfMoved moves[] = {
    YF_MOVED_SAME, YF_MOVED_SAME, YF_MOVED_SAME, YF_MOVED_UP, YF_MOVED_UP, YF_MOVED_UNKNOWN,
  };
  const YfDemoDay *here = yf_demo_get_day (self, day);
  YfCheckIn *check_in = yf_check_in_new ();

  yf_check_in_set_pain_back (check_in, here->pain_back);
  yf_check_in_set_pain_leg (check_in, here->pain_leg);
  yf_check_in_set_moved (check_in, here->flare ? YF_MOVED_DOWN
                                               : moves[yf_demo_draw (self, 0, G_N_ELEMENTS (moves) - 1)]);
  if (here->flag != NULL)
    yf_check_in_set_flag (check_in, here->flag, TRUE, YF_DAYS_UNSAID);

  /* A sign that is known and stable stays, as long as the leg hurts. */
  if (here->pain_leg >= 3 && is_assessed (profile, "radiating") && yf_demo_chance (self, 50))
    yf_check_in_set_flag (check_in, "radiating", TRUE, YF_DAYS_UNSAID);

  return check_in;
}

/* Now and then somebody leaves out one of several. */
static YfWishRecord *
draw_wishes (YfDemo    *self,
             YfDay      day,
             YfDayPlan *plan)
{
  GPtrArray *items = yf_day_plan_get_items (plan);
  const YfDayItem *item;
  YfWishRecord *wishes;
  gint32 utc_offset;
  gint64 at;

  if (day == self->today || items->len < 3 || !yf_demo_chance (self, 4))
    return NULL;

  item = g_ptr_array_index (items, yf_demo_draw (self, 0, (int) items->len - 1));
  at = yf_demo_moment (self, day, WISH_MINUTE, &utc_offset);
  wishes = yf_wish_record_new (at);
  g_free (wishes->id);
  wishes->id = yf_demo_dup_uuid (self);
  wishes->utc_offset = utc_offset;
  yf_wish_record_add (wishes, YF_WISH_LEAVE_OUT, yf_exercise_get_id (item->exercise));
  g_ptr_array_add (self->log->wishes, wishes);

  return wishes;
}

/* What the plan has of today, but for a wish; nothing on the day of a flare, breathing
 * neither (clinical.md section 6 leaves that open). */
static YfRoutine *
build_routine (YfDemo              *self,
               const YfDemoOutlook *outlook,
               const YfCheckIn     *check_in,
               YfDayPlan           *plan)
{
  g_autoptr (YfDayPlan) other = NULL;
  YfWishRecord *wishes;

  if (yf_day_plan_get_state (plan) == YF_DAY_FLARE || yf_day_plan_get_state (plan) == YF_DAY_CLOSED ||
      yf_day_plan_get_routine (plan) == NULL)
    return NULL;

  wishes = draw_wishes (self, outlook->day, plan);
  if (wishes != NULL)
    other = yf_demo_plan (self, outlook, check_in, wishes);

  return yf_routine_ref (yf_day_plan_get_routine (other != NULL ? other : plan));
}

static void
add_lone_check_in (YfDemo          *self,
                   YfDay            day,
                   const YfCheckIn *check_in)
{
  YfCheckInRecord *record = g_new0 (YfCheckInRecord, 1);
  int minute = day == self->today ? LAST_DAY_MINUTE : yf_demo_draw (self, 7 * 60, 9 * 60);

  record->id = yf_demo_dup_uuid (self);
  record->at = yf_demo_moment (self, day, minute, &record->utc_offset);
  record->check_in = yf_check_in_copy (check_in);
  g_ptr_array_add (self->log->check_ins, record);
}

static void
answer_after (YfDemo          *self,
              YfSessionRecord *record)
{
  static const int changes[] = { -1, -1, -1, 0, 0, 0, 0, 0, 1, 1 };
  gboolean hurt = record->stops->len > 0;
  int back = yf_check_in_get_pain_back (record->check_in);
  int leg = yf_check_in_get_pain_leg (record->check_in);
  YfAfter *after;

  if (record->state == YF_RECORD_CUT || !yf_demo_chance (self, 92))
    return;

  after = g_new0 (YfAfter, 1);
  after->at = record->ended + yf_demo_draw (self, 20, 150) * YF_SECOND;
  back += hurt ? yf_demo_draw (self, 0, 2) : changes[yf_demo_draw (self, 0, G_N_ELEMENTS (changes) - 1)];
  leg += changes[yf_demo_draw (self, 0, G_N_ELEMENTS (changes) - 1)];
  if (!hurt && yf_demo_chance (self, 1))
    back += 2;
  after->pain_back = CLAMP (back, 0, YF_PAIN_MAX);
  after->pain_leg = yf_demo_chance (self, 95) ? CLAMP (leg, 0, YF_PAIN_MAX) : YF_PAIN_UNANSWERED;
  after->effort = yf_demo_chance (self, 5) ? yf_demo_draw (self, 6, 7) : yf_demo_draw (self, 2, 5);
  if (yf_demo_chance (self, 4))
    after->effort = YF_EFFORT_UNANSWERED;
  if (yf_demo_chance (self, 8))
    after->note = g_strdup (_(notes[yf_demo_draw (self, 0, G_N_ELEMENTS (notes) - 1)]));
  record->after = after;
}

/* The record as it was before it was put right: the effort typed wrongly. */
static YfSessionRecord *
dup_mistaken (YfDemo          *self,
              YfSessionRecord *record)
{
  g_autofree char *id = yf_demo_dup_uuid (self);
  YfSessionRecord *copy = yf_session_record_new (id, record->started, record->utc_offset);

  copy->ended = record->ended;
  copy->state = record->state;
  copy->check_in = yf_check_in_copy (record->check_in);
  copy->check_in_at = record->check_in_at;
  copy->after = yf_after_copy (record->after);
  copy->after->effort = 9;
  for (guint i = 0; i < record->exercises->len; i++)
    {
      const YfExerciseRecord *exercise = g_ptr_array_index (record->exercises, i);
      YfExerciseRecord *other;

      yf_session_record_add_exercise (copy, exercise->exercise, &exercise->planned, exercise->state);
      other = g_ptr_array_index (copy->exercises, i);
      for (guint j = 0; j < exercise->reps->len; j++)
        g_ptr_array_add (other->reps, yf_repetition_copy (g_ptr_array_index (exercise->reps, j)));
    }

  return copy;
}

/* One session, not long after the middle of the log, is corrected in the
 * evening, and one before it was added later. */
static void
keep_session (YfDemo          *self,
              YfDay            day,
              YfSessionRecord *record)
{
  g_ptr_array_add (self->log->sessions, yf_session_record_ref (record));
  g_clear_pointer (&self->last, yf_session_record_unref);
  self->last = yf_session_record_ref (record);
  self->last_day = self->last_trained = day;
  self->n_trained++;
  yf_demo_follow_programme (self, day, record);

  if (record->origin == YF_ORIGIN_ENTERED)
    {
      self->entered = TRUE;
      yf_demo_add_edit (self, day, NULL, record);
    }
  else if (self->entered && !self->corrected && day < self->today && record->after != NULL
           && record->state == YF_RECORD_COMPLETED && record->after->effort != YF_EFFORT_UNANSWERED)
    {
      YfSessionRecord *old = dup_mistaken (self, record);

      self->corrected = TRUE;
      g_ptr_array_add (self->log->old_sessions, old);
      yf_demo_add_edit (self, day, old, record);
    }
}

static void
add_session (YfDemo          *self,
             YfDay            day,
             YfRoutine       *routine,
             const YfCheckIn *check_in)
{
  g_autoptr (YfSessionRecord) record = NULL;
  gboolean late = yf_demo_chance (self, 40);
  gboolean middle = day >= self->first + (self->today - self->first) / 2 && day < self->today;
  gint32 utc_offset;
  gint64 started;
  int minute;

  minute = day == self->today ? LAST_DAY_MINUTE
           : late ? yf_demo_draw (self, 18 * 60, 19 * 60 + 40)
           : yf_demo_draw (self, 7 * 60, 8 * 60 + 50);
  started = yf_demo_moment (self, day, minute, &utc_offset);

  if (middle && !self->entered && self->n_trained > 0)
    {
      record = yf_demo_enter (self, routine, started, utc_offset);
    }
  else
    {
      record = yf_demo_play (self, routine, started, utc_offset, day < self->today);
      record->check_in = yf_check_in_copy (check_in);
      record->check_in_at = started - yf_demo_draw (self, 40, 170) * YF_SECOND;
      answer_after (self, record);
    }

  keep_session (self, day, record);
  if (record->origin == YF_ORIGIN_RECORDED)
    yf_demo_remind_of_session (self, day, record);
}

/*
 * yf_demo_answer_morning:
 *
 * Answers, on the day after a session, how it is, before anything else is done.
 */
void
yf_demo_answer_morning (YfDemo *self,
                        YfDay   day)
{
  YfSessionRecord *last = self->last;
  gint32 utc_offset;

  if (last == NULL)
    return;

  if (day == self->last_day + 1 && last->state != YF_RECORD_CUT
      && last->origin == YF_ORIGIN_RECORDED && yf_demo_chance (self, 82))
    {
      int worse = last->stops->len > 0 ? 35 : 3;
      int answer = yf_demo_draw (self, 1, 100);

      last->morning = answer <= worse ? YF_MORNING_WORSE
                      : answer <= worse + 35 ? YF_MORNING_BETTER : YF_MORNING_SAME;
      last->morning_at = yf_demo_moment (self, day, day == self->today ? LAST_DAY_MINUTE - 10
                                                                       : yf_demo_draw (self, 6 * 60 + 30, 6 * 60 + 55),
                                         &utc_offset);
    }

  if (day == self->last_day + 1 && last->state != YF_RECORD_CUT && last->origin == YF_ORIGIN_RECORDED
      && !yf_demo_get_day (self, day)->away)
    yf_demo_remind_of_morning (self, day, last);
  g_clear_pointer (&self->last, yf_session_record_unref);
}

/*
 * yf_demo_train:
 *
 * Lives through what a day has of training: a session, a check-in that leads to
 * none, or nothing.
 *
 * Returns: whether there was a session
 */
gboolean
yf_demo_train (YfDemo *self,
               YfDay   day)
{
  const YfDemoDay *here = yf_demo_get_day (self, day);
  g_auto (YfDemoOutlook) outlook = { 0, };
  g_autoptr (YfDayPlan) plan = NULL;
  g_autoptr (YfCheckIn) check_in = NULL;
  g_autoptr (YfRoutine) routine = NULL;
  gboolean due;
  gboolean trains;

  /* Somebody who rests on the day after, whatever is due. */
  if (here->away || (day == self->last_trained + 1 && day < self->today && !here->flare && here->flag == NULL))
    return FALSE;

  yf_demo_look_ahead (self, day, &outlook);
  check_in = draw_check_in (self, day, outlook.profile);
  plan = yf_demo_plan (self, &outlook, check_in, NULL);
  due = yf_day_plan_get_state (plan) == YF_DAY_DUE;
  trains = day == self->today || (due && yf_demo_chance (self, 92));

  if (trains)
    routine = build_routine (self, &outlook, check_in, plan);
  if (routine != NULL)
    add_session (self, day, routine, check_in);
  else if (trains || here->flare || here->flag != NULL)
    add_lone_check_in (self, day, check_in);
  else if (due)
    yf_demo_remind_of_session (self, day, NULL);

  if (day < self->today)
    {
      if (here->flare && yf_demo_chance (self, 50))
        yf_demo_declare_flare (self, day);
      yf_demo_review (self, &outlook);
    }

  return routine != NULL;
}
