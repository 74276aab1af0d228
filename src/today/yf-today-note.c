/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-today-private.h"

#include "yf-followed.h"

/* What the plan decided is written down, with its reasons, as soon as it is
 * decided. It follows from the log, so what no longer follows after a correction
 * is withdrawn. */

static void
look_at (YfDay  day,
         YfDay *first)
{
  if (yf_day_is_known (day) && day < *first)
    *first = day;
}

static void
look_at_changes (YfLog *log,
                 YfDay *first)
{
  for (guint i = 0; i < log->dose_changes->len; i++)
    look_at (((const YfDoseChangeRecord *) g_ptr_array_index (log->dose_changes, i))->change->day, first);
  for (guint i = 0; i < log->stage_changes->len; i++)
    look_at (((const YfStageChangeRecord *) g_ptr_array_index (log->stage_changes, i))->change.day, first);
}

/*
 * yf_today_get_first:
 *
 * Returns: the first day that anything is known of; never after today
 */
YfDay
yf_today_get_first (YfToday *self)
{
  YfHistory *history = self->history;
  YfDay first = self->day;

  for (guint i = 0; i < history->sessions->len; i++)
    look_at (yf_history_get_session (history, i)->day, &first);
  for (guint i = 0; i < history->check_ins->len; i++)
    look_at (g_array_index (history->check_ins, YfHistoryCheckIn, i).day, &first);
  for (guint i = 0; i < history->flares->len; i++)
    look_at (g_array_index (history->flares, YfHistoryMark, i).day, &first);
  for (guint i = 0; i < history->activities->len; i++)
    look_at (g_array_index (history->activities, YfHistoryMark, i).day, &first);
  look_at_changes (self->log, &first);

  look_at (yf_profile_get_onset (self->profile), &first);
  look_at (yf_profile_get_relief (self->profile), &first);
  look_at (yf_profile_get_treatment_start (self->profile), &first);
  look_at (yf_profile_get_surgery (self->profile), &first);

  return first;
}

/* The latest change before @day that stands in the log. */
static const YfStageChangeRecord *
find_stage_before (YfLog   *log,
                   YfDay    day,
                   gboolean into_acute)
{
  const YfStageChangeRecord *found = NULL;

  for (guint i = 0; i < log->stage_changes->len; i++)
    {
      const YfStageChangeRecord *record = g_ptr_array_index (log->stage_changes, i);

      if (record->withdrawn_at == 0 && record->change.day < day &&
          (!into_acute || record->change.to == YF_STAGE_ACUTE) &&
          (found == NULL || record->change.day >= found->change.day))
        found = record;
    }

  return found;
}

/**
 * yf_today_get_noted_from:
 * @self: a today
 *
 * From which day on the log is to agree with what is worked out now. The profile
 * knows the present episode and no earlier one, so what was written down before
 * it stays as it is. Two things tell a corrected onset, which is not to leave the
 * days of the wrong one standing, from a new episode: that the log still has the
 * acute or the easing stage on the day before it, and that the earlier onset was
 * told of only when the later had passed. Yanfei's own.
 *
 * Returns: the first day that yf_today_note_async() looks at
 */
YfDay
yf_today_get_noted_from (YfToday *self)
{
  YfDay noted = YF_DAY_NONE;
  YfDay first;
  YfDay onset;
  const YfStageChangeRecord *before;
  const YfStageChangeRecord *episode;

  g_return_val_if_fail (self != NULL, YF_DAY_NONE);

  noted = self->day;
  first = yf_today_get_first (self);
  onset = yf_profile_get_onset (self->profile);

  if (!yf_day_is_known (onset) || onset > self->day)
    return first;

  look_at_changes (self->log, &noted);
  if (noted >= onset)
    return first;

  before = find_stage_before (self->log, onset, FALSE);
  episode = find_stage_before (self->log, onset, TRUE);
  if (before != NULL && episode != NULL &&
      (before->change.to == YF_STAGE_ACUTE || before->change.to == YF_STAGE_EASING ||
       onset <= yf_day_from_moment (episode->at, episode->utc_offset)))
    return episode->change.day;

  return onset;
}

/* As yf_store_note_changes_async() has it: one that follows from a corrected entry
 * just as it did before stands. */
static gboolean
is_same_dose_change (const YfDoseChange *a,
                     const YfDoseChange *b)
{
  return a->day == b->day && a->reason == b->reason && g_str_equal (a->exercise, b->exercise) &&
         yf_dose_equal (&a->from, &b->from) && yf_dose_equal (&a->to, &b->to);
}

static gboolean
is_same_stage_change (const YfStageChange *a,
                      const YfStageChange *b)
{
  return a->day == b->day && a->from == b->from && a->to == b->to &&
         a->after_flare == b->after_flare && a->surgery == b->surgery;
}

static GPtrArray *
list_dose_changes (YfToday *self,
                   YfDay    from)
{
  GPtrArray *all = yf_progression_get_changes (self->progression);
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_dose_change_unref);

  for (guint i = 0; i < all->len; i++)
    {
      YfDoseChange *change = g_ptr_array_index (all, i);

      if (change->day >= from)
        g_ptr_array_add (changes, yf_dose_change_ref (change));
    }

  return changes;
}

static GArray *
list_stage_changes (YfToday *self,
                    YfDay    from)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (YfStageChange));

  for (guint i = 0; i < self->stage_changes->len; i++)
    {
      const YfStageChange *change = &g_array_index (self->stage_changes, YfStageChange, i);

      if (change->day >= from)
        g_array_append_vals (changes, change, 1);
    }

  return changes;
}

/* Each change that follows is to stand in the log once, and nothing else with it. */
static gboolean
are_doses_noted (YfToday *self,
                 YfDay    from)
{
  g_autoptr (GPtrArray) missing = list_dose_changes (self, from);

  for (guint i = 0; i < self->log->dose_changes->len; i++)
    {
      const YfDoseChangeRecord *record = g_ptr_array_index (self->log->dose_changes, i);
      guint j = 0;

      if (record->withdrawn_at != 0 || record->change->day < from || record->change->day > self->day)
        continue;

      while (j < missing->len && !is_same_dose_change (g_ptr_array_index (missing, j), record->change))
        j++;
      if (j == missing->len)
        return FALSE;
      g_ptr_array_remove_index_fast (missing, j);
    }

  return missing->len == 0;
}

static gboolean
are_stages_noted (YfToday *self,
                  YfDay    from)
{
  g_autoptr (GArray) missing = list_stage_changes (self, from);

  for (guint i = 0; i < self->log->stage_changes->len; i++)
    {
      const YfStageChangeRecord *record = g_ptr_array_index (self->log->stage_changes, i);
      guint j = 0;

      if (record->withdrawn_at != 0 || record->change.day < from || record->change.day > self->day)
        continue;

      while (j < missing->len &&
             !is_same_stage_change (&g_array_index (missing, YfStageChange, j), &record->change))
        j++;
      if (j == missing->len)
        return FALSE;
      g_array_remove_index_fast (missing, j);
    }

  return missing->len == 0;
}

/* What was decided by a programme is not unsaid because it cannot be read now. */
static gboolean
has_trouble (YfToday *self)
{
  for (guint i = 0; i < self->followed->len; i++)
    if (((const YfFollowed *) g_ptr_array_index (self->followed, i))->trouble != NULL)
      return TRUE;

  return FALSE;
}

/**
 * yf_today_is_noted:
 * @self: a today
 *
 * Returns: whether there is nothing for yf_today_note_async() to do: the log it was
 *   worked out from has every change of dose and stage that follows from it, and
 *   none that does not; or a programme of the past or of today cannot be read, so
 *   that nobody can say what follows
 */
gboolean
yf_today_is_noted (YfToday *self)
{
  YfDay from;

  g_return_val_if_fail (self != NULL, FALSE);

  if (has_trouble (self))
    return TRUE;

  from = yf_today_get_noted_from (self);

  return are_doses_noted (self, from) && are_stages_noted (self, from);
}

static void
noted_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (yf_store_write_finish (YF_STORE (object), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * yf_today_note_async:
 * @self: a today that was worked out from the log of @store
 * @store: an open store
 * @now: when, in microseconds since the Unix epoch
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is durable or has failed
 * @user_data: data for @callback
 *
 * Writes down every change of dose and stage that the log does not have yet, and
 * withdraws those in it that no longer follow. Does nothing if all is noted
 * already, and nothing to a log that can only be read.
 */
void
yf_today_note_async (YfToday             *self,
                     YfStore             *store,
                     gint64               now,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  g_autoptr (GPtrArray) dose_changes = NULL;
  g_autoptr (GArray) stage_changes = NULL;
  g_autoptr (GTask) task = NULL;
  YfDay from;

  g_return_if_fail (self != NULL);
  g_return_if_fail (YF_IS_STORE (store));

  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (task, yf_today_note_async);
  if (yf_store_get_read_only (store) || yf_today_is_noted (self))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  from = yf_today_get_noted_from (self);
  dose_changes = list_dose_changes (self, from);
  stage_changes = list_stage_changes (self, from);
  yf_store_note_changes_async (store, dose_changes, stage_changes, from, self->day, now, cancellable,
                               noted_cb, g_steal_pointer (&task));
}

/**
 * yf_today_note_finish:
 * @store: the store
 * @result: what the callback was given
 * @error: return location for a #GError of #YfStoreError
 *
 * Returns: whether it is durable
 */
gboolean
yf_today_note_finish (YfStore       *store,
                      GAsyncResult  *result,
                      GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
