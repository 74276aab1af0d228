/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-today-private.h"

#include "yf-followed.h"
#include "yf-history-from-log.h"

G_DEFINE_BOXED_TYPE (YfToday, yf_today, yf_today_ref, yf_today_unref)

/* -- From the log to a plan ------------------------------------------------ */

static YfWishRecord *
find_wishes (YfLog  *log,
             YfDay   day,
             gint64  now)
{
  for (guint i = log->wishes->len; i > 0; i--)
    {
      const YfWishRecord *record = g_ptr_array_index (log->wishes, i - 1);

      if (record->at <= now && yf_day_from_moment (record->at, record->utc_offset) == day)
        return yf_wish_record_copy (record);
    }

  return NULL;
}

static GPtrArray *
find_suspended (YfToday *self)
{
  GPtrArray *exercises = yf_catalogue_get_exercises (self->catalogue);
  GPtrArray *suspended = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < exercises->len; i++)
    {
      const char *id = yf_exercise_get_id (g_ptr_array_index (exercises, i));

      if (yf_progression_is_suspended (self->progression, id))
        g_ptr_array_add (suspended, g_strdup (id));
    }

  return suspended;
}

static YfDayPlan *
make_plan (YfToday *self,
           int      minute)
{
  const YfDayQuestion question = {
    .catalogue = self->catalogue,
    .rules = self->rules,
    .profile = self->profile,
    .check_in = self->check_in,
    .programme = yf_today_get_programme (self),
    .limits = self->limits,
    .history = self->history,
    .progression = self->progression,
    .wishes = self->wishes != NULL ? (const YfWish *) self->wishes->wishes->data : NULL,
    .n_wishes = self->wishes != NULL ? self->wishes->wishes->len : 0,
    .day = self->day,
    .minute = minute,
  };

  return yf_day_plan_new (&question);
}

/**
 * yf_today_new:
 * @log: the whole log up to @now: the plan rests on all of it
 * @catalogue: what can be done: the built-in catalogue and the person's own
 *   exercises; those of programmes are added here
 * @rules: the safety table
 * @profile: who, as they have said
 * @check_in: (nullable): how they are, with what the log knows of the day (see
 *   yf_store_dup_known()); %NULL: nobody asked, as if every sign was answered no
 *   and pain not at all
 * @now: the moment, in microseconds since the Unix epoch, on this computer's clock
 *
 * Works out what the day of @now holds. Nothing but what is given is looked at,
 * and the same is always answered with the same.
 *
 * A programme that this Yanfei cannot read stops nothing, but nothing that it may
 * have forbidden opens: as long as it is followed and valid, everything is
 * forbidden, relief too, and doses of its days were no more than the first. That is
 * the cautious reading. yf_today_get_trouble() tells why.
 *
 * Returns: (transfer full): what the day holds
 */
YfToday *
yf_today_new (YfLog           *log,
              YfCatalogue     *catalogue,
              YfRules         *rules,
              const YfProfile *profile,
              const YfCheckIn *check_in,
              gint64           now)
{
  g_autoptr (YfCatalogue) builtin = NULL;
  g_autoptr (GPtrArray) own = NULL;
  YfToday *self;

  g_return_val_if_fail (log != NULL, NULL);
  g_return_val_if_fail (catalogue != NULL && rules != NULL, NULL);
  g_return_val_if_fail (profile != NULL, NULL);

  self = g_new0 (YfToday, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->day = yf_day_from_real (now);
  self->log = yf_log_ref (log);
  self->rules = yf_rules_ref (rules);
  self->check_in = check_in != NULL ? yf_check_in_copy (check_in) : yf_check_in_new ();
  self->due = g_array_new (FALSE, FALSE, sizeof (YfDay));

  /* A programme that brings an exercise of its own is read where it is not known. */
  builtin = log->programmes->len > 0 ? yf_catalogue_new_builtin (NULL) : NULL;
  own = yf_programme_records_get_own (log->programmes, builtin != NULL ? builtin : catalogue);
  self->catalogue = yf_catalogue_with_own (catalogue, own);
  self->followed = yf_followed_list (log, self->catalogue, now);

  self->history = yf_history_new_from_followed (log, self->followed);
  self->limits = yf_today_make_limits (self);
  self->profile = yf_programme_dup_profile (yf_today_get_programme (self), profile);
  self->past_profile = yf_today_make_past_profile (self, profile);
  self->progression = yf_progression_new (self->catalogue, self->past_profile, self->limits, self->history, self->day);
  self->wishes = find_wishes (log, self->day, now);
  self->plan = make_plan (self, yf_minute_from_real (now));

  self->flares = yf_history_find_flares (self->history, self->day);
  self->suspended = find_suspended (self);
  self->symptomatic = yf_today_find_symptoms (self);
  self->stage_changes = yf_course_find_changes (self->past_profile, self->history, yf_today_get_first (self), self->day);
  yf_today_fill_days (self);

  return self;
}

/* -- From the store -------------------------------------------------------- */

/**
 * yf_today_adopt_answers:
 * @check_in: what is known of @day, as from yf_store_dup_known(); changed
 * @log: a log that holds @day
 * @day: a known day
 *
 * Puts into @check_in what was answered last on @day of pain: it is the pain of
 * the day until it is asked again. The signs that were answered are among what the
 * log knows. Where nothing was answered, nothing is changed.
 */
void
yf_today_adopt_answers (YfCheckIn *check_in,
                        YfLog     *log,
                        YfDay      day)
{
  const YfCheckIn *latest = NULL;
  gint64 at = G_MININT64;

  g_return_if_fail (check_in != NULL);
  g_return_if_fail (log != NULL);

  for (guint i = 0; i < log->sessions->len; i++)
    {
      const YfSessionRecord *record = g_ptr_array_index (log->sessions, i);

      if (record->check_in != NULL && record->check_in_at >= at &&
          yf_day_from_moment (record->started, record->utc_offset) == day)
        {
          latest = record->check_in;
          at = record->check_in_at;
        }
    }

  for (guint i = 0; i < log->check_ins->len; i++)
    {
      const YfCheckInRecord *record = g_ptr_array_index (log->check_ins, i);

      if (record->at >= at && yf_day_from_moment (record->at, record->utc_offset) == day)
        {
          latest = record->check_in;
          at = record->at;
        }
    }

  if (latest == NULL)
    return;

  yf_check_in_set_pain_back (check_in, yf_check_in_get_pain_back (latest));
  yf_check_in_set_pain_leg (check_in, yf_check_in_get_pain_leg (latest));
  yf_check_in_set_moved (check_in, yf_check_in_get_moved (latest));
}

/**
 * yf_today_new_from_store:
 * @store: an open store
 * @catalogue: what can be done: the built-in catalogue and the person's own exercises
 * @rules: the safety table
 * @now: the moment, in microseconds since the Unix epoch
 * @error: return location for a #GError of #YfStoreError
 *
 * As yf_today_new(), of the log of @store and the profile in it. Nobody is asked
 * anything: signs that were not reported count as not there, and pain is what was
 * answered earlier on the day, if it was.
 *
 * Returns: (transfer full) (nullable): what the day holds, or %NULL where the log
 *   cannot be read
 */
YfToday *
yf_today_new_from_store (YfStore      *store,
                         YfCatalogue  *catalogue,
                         YfRules      *rules,
                         gint64        now,
                         GError      **error)
{
  YfDay day = yf_day_from_real (now);
  g_autoptr (YfProfile) profile = NULL;
  g_autoptr (YfCheckIn) check_in = NULL;
  g_autoptr (YfLog) log = NULL;

  g_return_val_if_fail (YF_IS_STORE (store), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  log = yf_store_dup_log (store, YF_DAY_NONE, YF_DAY_NONE, error);
  check_in = log != NULL ? yf_store_dup_known (store, day, error) : NULL;
  if (check_in == NULL)
    return NULL;

  profile = log->profile != NULL ? yf_profile_copy (log->profile) : yf_profile_new ();
  yf_today_adopt_answers (check_in, log, day);

  return yf_today_new (log, catalogue, rules, profile, check_in, now);
}

YfToday *
yf_today_ref (YfToday *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
yf_today_unref (YfToday *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  yf_log_unref (self->log);
  yf_catalogue_unref (self->catalogue);
  yf_rules_unref (self->rules);
  yf_profile_free (self->profile);
  yf_profile_free (self->past_profile);
  yf_check_in_free (self->check_in);
  g_ptr_array_unref (self->followed);
  yf_history_unref (self->history);
  yf_limits_unref (self->limits);
  yf_progression_unref (self->progression);
  g_clear_pointer (&self->wishes, yf_wish_record_free);
  yf_day_plan_unref (self->plan);
  g_ptr_array_unref (self->suspended);
  g_array_unref (self->stage_changes);
  g_array_unref (self->flares);
  g_array_unref (self->due);
  g_free (self);
}

/* -- What the day holds ---------------------------------------------------- */

YfDay
yf_today_get_day (YfToday *self)
{
  g_return_val_if_fail (self != NULL, YF_DAY_NONE);

  return self->day;
}

/**
 * yf_today_get_plan:
 * @self: a today
 *
 * Returns: (transfer none): the plan of the day
 */
YfDayPlan *
yf_today_get_plan (YfToday *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->plan;
}

/**
 * yf_today_get_history:
 * @self: a today
 *
 * Returns: (transfer none): what the plan knows of the past
 */
YfHistory *
yf_today_get_history (YfToday *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->history;
}

/**
 * yf_today_get_progression:
 * @self: a today
 *
 * Returns: (transfer none): the doses of the day
 */
YfProgression *
yf_today_get_progression (YfToday *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->progression;
}

static const YfFollowed *
get_followed (YfToday *self)
{
  return yf_followed_find (self->followed, self->day);
}

/**
 * yf_today_get_programme:
 * @self: a today
 *
 * Returns: (transfer none) (nullable): the programme that is followed and valid
 *   today; one that forbids everything where it cannot be read, see
 *   yf_today_get_trouble()
 */
YfProgramme *
yf_today_get_programme (YfToday *self)
{
  const YfFollowed *followed;

  g_return_val_if_fail (self != NULL, NULL);

  followed = get_followed (self);

  return followed != NULL ? followed->programme : NULL;
}

/**
 * yf_today_get_programme_id:
 * @self: a today
 *
 * Returns: (transfer none) (nullable): the id of that version in the log
 */
const char *
yf_today_get_programme_id (YfToday *self)
{
  const YfFollowed *followed;

  g_return_val_if_fail (self != NULL, NULL);

  followed = get_followed (self);

  return followed != NULL ? followed->id : NULL;
}

/**
 * yf_today_get_trouble:
 * @self: a today
 *
 * Returns: (transfer none) (nullable): why the programme of today cannot be read;
 *   %NULL where it can, or where there is none
 */
const GError *
yf_today_get_trouble (YfToday *self)
{
  const YfFollowed *followed;

  g_return_val_if_fail (self != NULL, NULL);

  followed = get_followed (self);

  return followed != NULL ? followed->trouble : NULL;
}

/**
 * yf_today_get_limits:
 * @self: a today
 *
 * Returns: (transfer none): what clinicians have said, then and now
 */
YfLimits *
yf_today_get_limits (YfToday *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->limits;
}

/**
 * yf_today_get_profile:
 * @self: a today
 *
 * Returns: (transfer none): who it was worked out for, with the clearances of the
 *   programme of today; not to be saved
 */
const YfProfile *
yf_today_get_profile (YfToday *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->profile;
}

/**
 * yf_today_get_check_in:
 * @self: a today
 *
 * Returns: (transfer none): what is known of how the person is today
 */
const YfCheckIn *
yf_today_get_check_in (YfToday *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->check_in;
}

/**
 * yf_today_get_catalogue:
 * @self: a today
 *
 * Returns: (transfer none): what can be done, with the exercises of programmes
 */
YfCatalogue *
yf_today_get_catalogue (YfToday *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->catalogue;
}

/**
 * yf_today_get_wishes:
 * @self: a today
 *
 * Returns: (transfer none) (nullable): what the person said last of this day's
 *   plan; %NULL where nothing
 */
const YfWishRecord *
yf_today_get_wishes (YfToday *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->wishes;
}

/**
 * yf_today_is_done:
 * @self: a today
 *
 * Returns: whether something was trained today, or done that stands for it. A
 *   flare keeps the day too, but is nothing done
 */
gboolean
yf_today_is_done (YfToday *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (yf_history_has_trained (self->history, self->day))
    return TRUE;

  for (guint i = 0; i < self->history->activities->len; i++)
    if (g_array_index (self->history->activities, YfHistoryMark, i).day == self->day)
      return TRUE;

  return FALSE;
}

/**
 * yf_today_get_suspended:
 * @self: a today
 *
 * Returns: (transfer none) (element-type utf8): the ids of the exercises that hurt
 *   twice in a row and wait to be looked at, in the order of the catalogue
 */
GPtrArray *
yf_today_get_suspended (YfToday *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->suspended;
}

/**
 * yf_today_get_dose_changes:
 * @self: a today
 *
 * Returns: (transfer none) (element-type YfDoseChange): every change of a dose up
 *   to today, oldest first
 */
GPtrArray *
yf_today_get_dose_changes (YfToday *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return yf_progression_get_changes (self->progression);
}

/**
 * yf_today_get_stage_changes:
 * @self: a today
 *
 * Returns: (transfer none) (element-type YfStageChange): every change of stage up
 *   to today that the profile knows of, oldest first
 */
GArray *
yf_today_get_stage_changes (YfToday *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->stage_changes;
}
