/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-demo-private.h"

#include <glib/gi18n-lib.h>

/* What a person writes down besides training: compresses, walks, and measures
 * of how well things go. Sessions lie before half past nine and between six
 * and nine in the evening; everything here lies beside them. */

#define RATING_MINUTE (20 * 60 + 50)
#define SCORE_MINUTE (20 * 60 + 58)
#define EDIT_MINUTE (22 * 60)

static const YfDemoPoint function_line[] = {
  { 0, 22 }, { 32, 38 }, { 60, 50 }, { 107, 64 }, { 365, 78 }, { 1500, 86 },
};

/* In tenths of a per cent. */
static const YfDemoPoint odi_line[] = {
  { 0, 580 }, { 32, 420 }, { 60, 340 }, { 107, 240 }, { 365, 140 }, { 1500, 80 },
};

static const struct
{
  const char *name;
  int         offset;
} functions[] = {
  { N_("Sit through a meal"), -6 },
  { N_("Tie my shoes"), 0 },
  { N_("Walk for half an hour"), 8 },
};

/* Gives something the id of this life's own chance. */
static void
give_id (YfDemo  *self,
         char   **id)
{
  g_free (*id);
  *id = yf_demo_dup_uuid (self);
}

static void
add_rating (YfDemo *self,
            YfDay   day,
            int     minute)
{
  const YfDemoDay *here = yf_demo_get_day (self, day);
  int level = yf_demo_follow (function_line, G_N_ELEMENTS (function_line), day - self->onset);
  gint32 utc_offset;
  gint64 at = yf_demo_moment (self, day, minute, &utc_offset);
  YfFunctionRating *rating = yf_function_rating_new (at);

  give_id (self, &rating->id);
  rating->utc_offset = utc_offset;
  for (guint i = 0; i < self->log->functions->len; i++)
    {
      const YfFunctionActivity *activity = g_ptr_array_index (self->log->functions, i);
      int score = level + functions[i].offset + yf_demo_draw (self, -7, 7)
                  - (here->pain_back > 5 ? 15 : 0);

      yf_function_rating_add_score (rating, activity->id,
                                    CLAMP ((score + 5) / 10, 0, YF_FUNCTION_MAX));
    }
  g_ptr_array_add (self->log->ratings, rating);
}

static void
add_schedule (YfDemo *self,
              YfDay   day,
              int     minute,
              int     days_a_week)
{
  gint32 utc_offset;
  gint64 at = yf_demo_moment (self, day, minute, &utc_offset);
  YfScheduleRecord *schedule = yf_schedule_record_new (days_a_week, at);

  give_id (self, &schedule->id);
  schedule->utc_offset = utc_offset;
  g_ptr_array_add (self->log->schedules, schedule);
}

static void
add_score (YfDemo *self,
           YfDay   day)
{
  int total = yf_demo_follow (odi_line, G_N_ELEMENTS (odi_line), day - self->onset);
  gint32 utc_offset;
  gint64 at = yf_demo_moment (self, day, SCORE_MINUTE, &utc_offset);
  YfClinicScore *score;

  /* The index counts in steps of two. */
  total = (total / 10 + yf_demo_draw (self, -3, 3)) / 2 * 2;
  score = yf_clinic_score_new (YF_CLINIC_ODI, day,
                               CLAMP (total, 0, yf_clinic_scale_get_max (YF_CLINIC_ODI)), at);
  give_id (self, &score->id);
  score->utc_offset = utc_offset;
  g_ptr_array_add (self->log->scores, score);
}

static void
add_activity (YfDemo         *self,
              YfDay           day,
              YfActivityKind  kind,
              int             minutes)
{
  gint32 utc_offset;
  gint64 at = yf_demo_moment (self, day, yf_demo_draw (self, 15 * 60 + 30, 16 * 60 + 45), &utc_offset);
  YfActivityRecord *activity = yf_activity_record_new (kind, at, minutes);

  give_id (self, &activity->id);
  activity->utc_offset = utc_offset;
  g_ptr_array_add (self->log->activities, activity);
}

static gboolean
is_open (YfDemo          *self,
         const YfProfile *profile,
         const char      *relief,
         YfDay            day,
         int              minute)
{
  YfExercise *exercise = yf_catalogue_find_relief (self->catalogue, relief);
  g_autoptr (YfCheckIn) check_in = yf_check_in_new ();
  g_autoptr (YfJudgement) judgement = NULL;

  if (exercise == NULL)
    return FALSE;

  judgement = yf_rules_judge_at (self->rules, profile, check_in, exercise, day, minute);

  return yf_judgement_permits (judgement);
}

/* Warmth where the rules let them, cold where they do not yet. */
static void
add_relief (YfDemo          *self,
            const YfProfile *profile,
            YfDay            day,
            int              minute)
{
  const char *kind = is_open (self, profile, "heat", day, minute) ? "heat" : "cold";
  YfReliefRecord *relief;
  gint32 utc_offset;
  gint64 started;

  if (!is_open (self, profile, kind, day, minute))
    return;

  started = yf_demo_moment (self, day, minute, &utc_offset);
  relief = yf_relief_record_new (kind, started);
  give_id (self, &relief->id);
  relief->utc_offset = utc_offset;
  if (yf_demo_chance (self, 90))
    {
      relief->state = YF_RECORD_COMPLETED;
      relief->ended = started + yf_exercise_get_first_dose (yf_catalogue_find_relief (self->catalogue, kind))->hold;
    }
  else
    {
      relief->state = YF_RECORD_STOPPED;
      relief->ended = started + yf_demo_draw (self, 180, 840) * YF_SECOND;
    }
  g_ptr_array_add (self->log->reliefs, relief);
}

/* Two or three a day: fewer than the documents' most. */
static void
add_reliefs (YfDemo *self,
             YfDay   day)
{
  static const int minutes[] = { 10 * 60 + 5, 13 * 60 + 30, 21 * 60 + 10 };
  g_autoptr (YfProfile) profile = yf_demo_dup_profile_on (self, day);
  int leave_out = yf_demo_draw (self, 0, G_N_ELEMENTS (minutes));

  for (int i = 0; i < (int) G_N_ELEMENTS (minutes); i++)
    if (i != leave_out)
      add_relief (self, profile, day, minutes[i]);
}

/*
 * yf_demo_set_up:
 *
 * What is written down on the first morning: consent, how often they mean to
 * train, and what they find hard to do.
 */
void
yf_demo_set_up (YfDemo *self)
{
  YfConsentRecord *consent = g_new0 (YfConsentRecord, 1);
  int minute = self->first == self->today ? 5 * 60 + 15 : 6 * 60 + 15;

  consent->version = 1;
  consent->at = yf_demo_moment (self, self->first, minute, &consent->utc_offset);
  g_ptr_array_add (self->log->consents, consent);

  add_schedule (self, self->first, minute + 2, 3);

  for (gsize i = 0; i < G_N_ELEMENTS (functions); i++)
    {
      gint32 utc_offset;
      gint64 at = yf_demo_moment (self, self->first, minute + 4 + (int) i, &utc_offset);
      YfFunctionActivity *activity = yf_function_activity_new (_(functions[i].name), at);

      give_id (self, &activity->id);
      activity->utc_offset = utc_offset;
      g_ptr_array_add (self->log->functions, activity);
    }

  add_rating (self, self->first, minute + 10);
}

/*
 * yf_demo_write_day:
 * @trained: whether there was a session
 *
 * What is written down on a day besides training. The last day is not over: it
 * has none of it.
 */
void
yf_demo_write_day (YfDemo   *self,
                   YfDay     day,
                   gboolean  trained)
{
  const YfDemoDay *here = yf_demo_get_day (self, day);
  YfStage stage = yf_stage_reckon (self->profile, day);

  if (day == self->today)
    return;

  /* In the acute stage as on the days of a flare, where there is an episode to
   * relieve at all. */
  if (day < self->relief || here->flare)
    add_reliefs (self, day);
  else if (!trained && stage >= YF_STAGE_RECOVERY && here->flag == NULL)
    {
      if (yf_demo_chance (self, 12) && !here->away)
        add_activity (self, day, YF_ACTIVITY_TAI_CHI, 5 * yf_demo_draw (self, 6, 10));
      else if (yf_demo_chance (self, 25))
        add_activity (self, day, YF_ACTIVITY_WALKING, 5 * yf_demo_draw (self, 4, 9));
    }

  if (day > self->first && !here->away && (day - self->first) % YF_FUNCTION_INTERVAL_DAYS == 0)
    add_rating (self, day, RATING_MINUTE);
  if (here->clinic)
    add_score (self, day);
  if (day > self->first && stage == YF_STAGE_MAINTENANCE && self->log->schedules->len == 1)
    add_schedule (self, day, SCORE_MINUTE + 2, 4);
}

/*
 * yf_demo_add_edit:
 * @old: (nullable): what no longer counts
 * @new: what counts instead
 *
 * Notes that a session was corrected, or added later, in the evening of @day.
 */
void
yf_demo_add_edit (YfDemo          *self,
                  YfDay            day,
                  YfSessionRecord *old,
                  YfSessionRecord *new)
{
  YfEdit *edit = g_new0 (YfEdit, 1);

  edit->id = yf_demo_dup_uuid (self);
  edit->kind = YF_ENTRY_SESSION;
  edit->at = yf_demo_moment (self, day, EDIT_MINUTE, &edit->utc_offset);
  edit->old = old != NULL ? g_strdup (old->id) : NULL;
  edit->new = g_strdup (new->id);
  g_ptr_array_add (self->log->edits, edit);
}
