/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-demo-private.h"

#include "yf-followed.h"
#include "yf-history-from-log.h"
#include "yf-today.h"

/* What Yanfei itself would have them do on a day, worked out from the log so far,
 * and in the end what it would have written down of that. */

/* When a suspended exercise is looked at again, in days. */
#define LOOKED_AT_AFTER 12

/* In the late evening, when all of a day is known; on the last day before anybody
 * looks. */
#define NOTE_MINUTE (22 * 60 + 30)
#define LAST_NOTE_MINUTE (YF_DEMO_LAST_MINUTE - 8)

/* Between the session and the compresses of the late morning. */
#define SAID_MINUTE (9 * 60 + 50)

void
yf_demo_outlook_clear (YfDemoOutlook *self)
{
  g_clear_pointer (&self->profile, yf_profile_free);
  g_clear_pointer (&self->history, yf_history_unref);
  g_clear_pointer (&self->limits, yf_limits_unref);
  g_clear_pointer (&self->progression, yf_progression_unref);
}

/* The programmes in the log are read when there is another one, not each day. */
static void
refresh_followed (YfDemo *self)
{
  if (self->followed != NULL && self->n_choices == self->log->programme_choices->len)
    return;

  g_clear_pointer (&self->followed, g_ptr_array_unref);
  self->followed = yf_followed_list (self->log, self->catalogue, G_MAXINT64);
  self->n_choices = self->log->programme_choices->len;
}

static const YfFollowed *
find_programme (YfDemo *self,
                YfDay   day)
{
  refresh_followed (self);

  return yf_followed_find (self->followed, day);
}

/*
 * yf_demo_look_ahead:
 * @outlook: (out): what follows from the log so far
 *
 * Works out what @day is to be judged by.
 */
void
yf_demo_look_ahead (YfDemo        *self,
                    YfDay          day,
                    YfDemoOutlook *outlook)
{
  const YfFollowed *programme = find_programme (self, day);
  int stop = programme != NULL ? yf_programme_get_pain_stop (programme->programme) : YF_PROGRAMME_NO_PAIN;

  outlook->day = day;
  outlook->programme = programme;
  outlook->profile = yf_demo_dup_profile_on (self, day);
  outlook->history = yf_history_new_from_followed (self->log, self->followed);
  outlook->limits = yf_limits_new ();
  for (guint i = 0; i < self->followed->len; i++)
    {
      const YfFollowed *one = g_ptr_array_index (self->followed, i);

      yf_limits_add_programme (outlook->limits, one->programme, one->id, one->from, one->until);
    }
  if (stop != YF_PROGRAMME_NO_PAIN)
    yf_limits_set_pain (outlook->limits, MIN (YF_LIMITS_EASE_PAIN, stop), stop);
  outlook->progression = yf_progression_new (self->catalogue, outlook->profile, outlook->limits, outlook->history, day);
}

/*
 * yf_demo_plan:
 * @check_in: (nullable): how they are; %NULL where nobody asked yet
 * @wishes: (nullable): what they would have otherwise
 *
 * Returns: (transfer full): what the day of @outlook holds
 */
YfDayPlan *
yf_demo_plan (YfDemo              *self,
              const YfDemoOutlook *outlook,
              const YfCheckIn     *check_in,
              const YfWishRecord  *wishes)
{
  const YfDayQuestion question = {
    .catalogue = self->catalogue,
    .rules = self->rules,
    .profile = outlook->profile,
    .check_in = check_in,
    .programme = outlook->programme != NULL ? outlook->programme->programme : NULL,
    .limits = outlook->limits,
    .history = outlook->history,
    .progression = outlook->progression,
    .wishes = wishes != NULL ? (const YfWish *) wishes->wishes->data : NULL,
    .n_wishes = wishes != NULL ? wishes->wishes->len : 0,
    .day = outlook->day,
    .minute = YF_MINUTE_UNKNOWN,
  };

  return yf_day_plan_new (&question);
}

/*
 * yf_demo_follow_programme:
 *
 * Notes which programme a session followed, if there was one on its day.
 */
void
yf_demo_follow_programme (YfDemo          *self,
                          YfDay            day,
                          YfSessionRecord *session)
{
  const YfFollowed *programme = find_programme (self, day);

  if (programme != NULL)
    g_ptr_array_add (self->log->followed, yf_programme_followed_new (session->id, programme->id));
}

/*
 * yf_demo_review:
 *
 * Has an exercise looked at that has been suspended for a while: by the doctor, or
 * by the person.
 */
void
yf_demo_review (YfDemo              *self,
                const YfDemoOutlook *outlook)
{
  GPtrArray *exercises = yf_catalogue_get_exercises (self->catalogue);

  for (guint i = 0; i < exercises->len; i++)
    {
      const char *exercise = yf_exercise_get_id (g_ptr_array_index (exercises, i));
      YfDoseChange *latest;
      YfReviewRecord *review;
      gint32 utc_offset;
      gint64 at;

      if (!yf_progression_is_suspended (outlook->progression, exercise))
        continue;

      latest = yf_progression_find_latest (outlook->progression, exercise);
      if (latest == NULL || outlook->day < latest->day + LOOKED_AT_AFTER)
        continue;

      at = yf_demo_moment (self, outlook->day, SAID_MINUTE + 2, &utc_offset);
      review = yf_review_record_new (exercise, yf_demo_chance (self, 50) ? yf_demo_get_clinician () : NULL, at);
      g_free (review->id);
      review->id = yf_demo_dup_uuid (self);
      review->utc_offset = utc_offset;
      g_ptr_array_add (self->log->reviews, review);
    }
}

/*
 * yf_demo_declare_flare:
 *
 * The person says what their back says already.
 */
void
yf_demo_declare_flare (YfDemo *self,
                       YfDay   day)
{
  gint32 utc_offset;
  gint64 at = yf_demo_moment (self, day, SAID_MINUTE, &utc_offset);
  YfFlareRecord *flare = yf_flare_record_new (at);

  g_free (flare->id);
  flare->id = yf_demo_dup_uuid (self);
  flare->utc_offset = utc_offset;
  g_ptr_array_add (self->log->flares, flare);
}

static gint64
get_note_moment (YfDemo *self,
                 YfDay   day,
                 gint32 *utc_offset)
{
  return yf_demo_moment (self, day, day == self->today ? LAST_NOTE_MINUTE : NOTE_MINUTE, utc_offset);
}

/*
 * yf_demo_note_changes:
 *
 * Writes down every change of dose and stage on its day, as Yanfei does, from the
 * whole log.
 */
void
yf_demo_note_changes (YfDemo *self)
{
  gint32 utc_offset;
  gint64 now = yf_demo_moment (self, self->today, YF_DEMO_LAST_MINUTE - 1, &utc_offset);
  g_autoptr (YfToday) today = yf_today_new (self->log, self->catalogue, self->rules, self->profile, NULL, now);
  GPtrArray *doses = yf_today_get_dose_changes (today);
  GArray *stages = yf_today_get_stage_changes (today);

  for (guint i = 0; i < doses->len; i++)
    {
      YfDoseChange *change = g_ptr_array_index (doses, i);
      gint64 at = get_note_moment (self, change->day, &utc_offset);
      YfDoseChangeRecord *record = yf_dose_change_record_new (change, at);

      g_free (record->id);
      record->id = yf_demo_dup_uuid (self);
      record->utc_offset = utc_offset;
      g_ptr_array_add (self->log->dose_changes, record);
    }

  for (guint i = 0; i < stages->len; i++)
    {
      const YfStageChange *change = &g_array_index (stages, YfStageChange, i);
      gint64 at = get_note_moment (self, MAX (change->day, self->first), &utc_offset);
      YfStageChangeRecord *record = yf_stage_change_record_new (change, at);

      g_free (record->id);
      record->id = yf_demo_dup_uuid (self);
      record->utc_offset = utc_offset;
      g_ptr_array_add (self->log->stage_changes, record);
    }
}
