/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-store-private.h"

/* Reading sessions. */

/* The statements that read one session, prepared once for all of them. */
typedef struct
{
  YfDatabase  *database; /* unowned */
  YfStatement *sessions;
  YfStatement *exercises;
  YfStatement *repetitions;
  YfStatement *stops;
  YfStatement *breaks;
  YfStatement *adjustments;
} Reader;

static void
reader_clear (Reader *self)
{
  g_clear_pointer (&self->sessions, yf_statement_free);
  g_clear_pointer (&self->exercises, yf_statement_free);
  g_clear_pointer (&self->repetitions, yf_statement_free);
  g_clear_pointer (&self->stops, yf_statement_free);
  g_clear_pointer (&self->breaks, yf_statement_free);
  g_clear_pointer (&self->adjustments, yf_statement_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

static gboolean
reader_init (Reader      *self,
             YfDatabase  *database,
             GError     **error)
{
  self->database = database;
  self->sessions = yf_statement_new (database, "session-list", error);
  if (self->sessions != NULL)
    self->exercises = yf_statement_new (database, "session-read-exercises", error);
  if (self->exercises != NULL)
    self->repetitions = yf_statement_new (database, "session-read-repetitions", error);
  if (self->repetitions != NULL)
    self->stops = yf_statement_new (database, "session-read-stops", error);
  if (self->stops != NULL)
    self->breaks = yf_statement_new (database, "session-read-breaks", error);
  if (self->breaks != NULL)
    self->adjustments = yf_statement_new (database, "session-read-adjustments", error);

  return self->adjustments != NULL;
}

static gboolean
refuse (Reader      *self,
        const char  *detail,
        GError     **error)
{
  yf_database_set_damaged (self->database, detail, error);

  return FALSE;
}

static gboolean
read_exercises (Reader           *self,
                gint64            session,
                YfSessionRecord  *record,
                GError          **error)
{
  YfStatement *statement = self->exercises;
  gboolean row;

  yf_statement_bind_int (statement, ":session", session);
  while (TRUE)
    {
      YfDose planned;
      YfRecordState state;

      if (!yf_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return yf_statement_reset (statement, error);

      planned.sets = (int) yf_statement_get_int (statement, 1);
      planned.reps = (int) yf_statement_get_int (statement, 2);
      planned.hold = yf_statement_get_int (statement, 3);
      if (!yf_record_state_from_id (yf_statement_get_text (statement, 4), &state))
        return refuse (self, "not a state", error);

      yf_session_record_add_exercise (record, yf_statement_get_text (statement, 0), &planned,
                                      state);
    }
}

static gboolean
read_repetitions (Reader           *self,
                  gint64            session,
                  YfSessionRecord  *record,
                  GError          **error)
{
  YfStatement *statement = self->repetitions;
  gboolean row;

  yf_statement_bind_int (statement, ":session", session);
  while (TRUE)
    {
      YfRepetition repetition;
      YfExerciseRecord *exercise;

      if (!yf_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return yf_statement_reset (statement, error);

      repetition.item = (guint) yf_statement_get_int (statement, 0);
      repetition.set = (int) yf_statement_get_int (statement, 2);
      repetition.rep = (int) yf_statement_get_int (statement, 3);
      repetition.started = yf_statement_get_int (statement, 4);
      repetition.ended = yf_statement_get_int (statement, 5);
      repetition.hold = yf_statement_get_int (statement, 6);
      if (repetition.item >= record->exercises->len
          || !yf_side_from_id (yf_statement_get_text (statement, 1), &repetition.side)
          || !yf_counting_from_id (yf_statement_get_text (statement, 7), &repetition.counted_by))
        return refuse (self, "not a repetition", error);

      exercise = g_ptr_array_index (record->exercises, repetition.item);
      g_ptr_array_add (exercise->reps, yf_repetition_copy (&repetition));
    }
}

static gboolean
read_stops (Reader           *self,
            gint64            session,
            YfSessionRecord  *record,
            GError          **error)
{
  YfStatement *statement = self->stops;
  gboolean row;

  yf_statement_bind_int (statement, ":session", session);
  while (TRUE)
    {
      YfStop stop;

      if (!yf_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return yf_statement_reset (statement, error);

      stop.at = yf_statement_get_int (statement, 0);
      stop.item = (guint) yf_statement_get_int (statement, 1);
      stop.set = (int) yf_statement_get_int (statement, 3);
      stop.rep = (int) yf_statement_get_int (statement, 4);
      stop.pain = (int) yf_statement_get_or (statement, 6, YF_PAIN_UNANSWERED);
      if (stop.item >= record->exercises->len
          || !yf_side_from_id (yf_statement_get_text (statement, 2), &stop.side)
          || !yf_segment_kind_from_id (yf_statement_get_text (statement, 5), &stop.phase))
        return refuse (self, "not a stop", error);

      /* Only lent: yf_stop_copy() makes a copy of it. */
      stop.site = (char *) yf_statement_get_text (statement, 7);
      g_ptr_array_add (record->stops, yf_stop_copy (&stop));
    }
}

static gboolean
read_breaks (Reader           *self,
             gint64            session,
             YfSessionRecord  *record,
             GError          **error)
{
  YfStatement *statement = self->breaks;
  gboolean row;

  yf_statement_bind_int (statement, ":session", session);
  while (TRUE)
    {
      if (!yf_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return yf_statement_reset (statement, error);

      yf_session_record_add_break (record, yf_statement_get_int (statement, 0),
                                   yf_statement_get_int (statement, 1));
    }
}

static gboolean
read_adjustments (Reader           *self,
                  gint64            session,
                  YfSessionRecord  *record,
                  GError          **error)
{
  YfStatement *statement = self->adjustments;
  gboolean row;

  yf_statement_bind_int (statement, ":session", session);
  while (TRUE)
    {
      YfAdjustment adjustment;

      if (!yf_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return yf_statement_reset (statement, error);

      adjustment.item = (guint) yf_statement_get_int (statement, 0);
      adjustment.at = yf_statement_get_int (statement, 1);
      adjustment.dose.sets = (int) yf_statement_get_int (statement, 2);
      adjustment.dose.reps = (int) yf_statement_get_int (statement, 3);
      adjustment.dose.hold = yf_statement_get_int (statement, 4);
      adjustment.pace.tempo = (int) yf_statement_get_or (statement, 5, 0);
      adjustment.pace.rep_rest = yf_statement_get_or (statement, 6, 0);
      adjustment.pace.set_rest = yf_statement_get_or (statement, 7, 0);
      if (adjustment.item >= record->exercises->len)
        return refuse (self, "not an adjustment", error);

      yf_session_record_add_adjustment (record, &adjustment);
    }
}

/* What was said after a session and on the next morning. */
static gboolean
read_answers (Reader           *self,
              YfSessionRecord  *record,
              GError          **error)
{
  YfStatement *row = self->sessions;

  if (!yf_statement_is_null (row, 10))
    {
      record->after = g_new0 (YfAfter, 1);
      record->after->at = yf_statement_get_int (row, 10);
      record->after->pain_back = (int) yf_statement_get_or (row, 11, YF_PAIN_UNANSWERED);
      record->after->pain_leg = (int) yf_statement_get_or (row, 12, YF_PAIN_UNANSWERED);
      record->after->effort = (int) yf_statement_get_or (row, 13, YF_EFFORT_UNANSWERED);
      record->after->note = g_strdup (yf_statement_get_text (row, 14));
    }

  if (yf_statement_is_null (row, 15))
    return TRUE;

  record->morning_at = yf_statement_get_int (row, 15);

  return yf_morning_from_id (yf_statement_get_text (row, 16), &record->morning)
         || refuse (self, "not a morning", error);
}

static YfSessionRecord *
read_session (Reader  *self,
              GError **error)
{
  YfStatement *row = self->sessions;
  g_autoptr (YfSessionRecord) record = NULL;
  gint64 session = yf_statement_get_int (row, 2);

  record = yf_session_record_new (yf_statement_get_text (row, 0),
                                  yf_statement_get_int (row, 3),
                                  (gint32) yf_statement_get_int (row, 4));
  record->ended = yf_statement_get_or (row, 5, 0);
  if (!yf_record_state_from_id (yf_statement_get_text (row, 6), &record->state)
      || !yf_origin_from_id (yf_statement_get_text (row, 7), &record->origin))
    {
      yf_database_set_damaged (self->database, "not a session", error);
      return NULL;
    }

  if (!yf_statement_is_null (row, 8))
    {
      record->check_in = yf_store_read_check_in (self->database, yf_statement_get_int (row, 8),
                                                 error);
      if (record->check_in == NULL)
        return NULL;
      record->check_in_at = yf_statement_get_int (row, 9);
    }

  if (!read_answers (self, record, error))
    return NULL;

  if (!read_exercises (self, session, record, error)
      || !read_repetitions (self, session, record, error)
      || !read_stops (self, session, record, error)
      || !read_breaks (self, session, record, error)
      || !read_adjustments (self, session, record, error))
    return NULL;

  return g_steal_pointer (&record);
}

/* The same in memory as session-cut.sql in the file. */
static void
cut (YfSessionRecord *record)
{
  for (guint i = 0; i < record->exercises->len; i++)
    {
      YfExerciseRecord *exercise = g_ptr_array_index (record->exercises, i);

      if (exercise->state == YF_RECORD_RUNNING)
        exercise->state = YF_RECORD_CUT;
    }

  record->state = YF_RECORD_CUT;
  record->ended = yf_session_record_get_last (record);
}

/*
 * yf_session_record_get_last:
 *
 * Returns: when the last thing happened that was written down of a session: a
 *   repetition, a stop, that somebody came back, or else its start
 */
gint64
yf_session_record_get_last (YfSessionRecord *record)
{
  gint64 last = 0;
  gboolean any = FALSE;

  for (guint i = 0; i < record->exercises->len; i++)
    {
      const YfExerciseRecord *exercise = g_ptr_array_index (record->exercises, i);

      for (guint j = 0; j < exercise->reps->len; j++)
        {
          const YfRepetition *repetition = g_ptr_array_index (exercise->reps, j);

          last = any ? MAX (last, repetition->ended) : repetition->ended;
          any = TRUE;
        }
    }

  for (guint i = 0; i < record->stops->len; i++)
    {
      const YfStop *stop = g_ptr_array_index (record->stops, i);

      last = any ? MAX (last, stop->at) : stop->at;
      any = TRUE;
    }

  for (guint i = 0; i < record->breaks->len; i++)
    {
      const YfBreak *one = g_ptr_array_index (record->breaks, i);

      last = any ? MAX (last, one->to) : one->to;
      any = TRUE;
    }

  return any ? last : record->started;
}

/* @from: the first instant, as a clock on the wall would count it; @before: the
 * first one after. */
static gboolean
read_range (YfStore     *self,
            YfDatabase  *database,
            gint64       from,
            gint64       before,
            GPtrArray   *counting,
            GPtrArray   *old,
            GError     **error)
{
  g_auto (Reader) reader = { NULL, };
  gboolean alive = yf_session_lock_has_holder (self->lock);
  gboolean row;

  if (!reader_init (&reader, database, error))
    return FALSE;

  yf_statement_bind_int (reader.sessions, ":from", from);
  yf_statement_bind_int (reader.sessions, ":before", before);
  while (TRUE)
    {
      GPtrArray *records;
      YfSessionRecord *record;

      if (!yf_statement_step (reader.sessions, &row, error))
        return FALSE;
      if (!row)
        break;

      records = yf_statement_get_int (reader.sessions, 1) != 0 ? old : counting;
      if (records == NULL)
        continue;

      record = read_session (&reader, error);
      if (record == NULL)
        return FALSE;
      g_ptr_array_add (records, record);
    }

  /* The lock is held from before a session is in the file until after it has
   * ended there. So what runs in what was read, while nobody held the lock
   * before nor after, was cut. What was replaced had ended before. */
  alive = alive || yf_session_lock_has_holder (self->lock);
  for (guint i = 0; !alive && i < counting->len; i++)
    {
      YfSessionRecord *record = g_ptr_array_index (counting, i);

      if (record->state == YF_RECORD_RUNNING)
        cut (record);
    }

  return TRUE;
}

/*
 * yf_store_read_sessions:
 *
 * A #YfStoreReader. The store's lock says whether what runs in the file runs in
 * life.
 */
gboolean
yf_store_read_sessions (YfStore     *self,
                        YfDatabase  *database,
                        YfDay        from,
                        YfDay        to,
                        GPtrArray   *counting,
                        GPtrArray   *old,
                        GError     **error)
{
  return read_range (self, database, yf_store_get_range_start (from), yf_store_get_range_end (to),
                     counting, old, error);
}

/*
 * yf_store_read_session:
 * @uuid: one that counts
 * @local_start: when it started, in microseconds since the Unix epoch as a clock
 *   on the wall would count them
 *
 * Returns: (transfer full) (nullable): the session, whole
 */
YfSessionRecord *
yf_store_read_session (YfStore     *self,
                       YfDatabase  *database,
                       const char  *uuid,
                       gint64       local_start,
                       GError     **error)
{
  g_autoptr (GPtrArray) records = NULL;

  records = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_session_record_unref);
  if (!read_range (self, database, local_start, local_start + 1, records, NULL, error))
    return NULL;

  for (guint i = 0; i < records->len; i++)
    {
      YfSessionRecord *record = g_ptr_array_index (records, i);

      if (g_str_equal (record->id, uuid))
        return yf_session_record_ref (record);
    }

  yf_database_set_damaged (database, "a session is not where it was", error);

  return NULL;
}

/**
 * yf_store_dup_sessions:
 * @self: an open store
 * @from: the first day, or %YF_DAY_NONE
 * @to: the last day, or %YF_DAY_NONE
 * @error: return location for a #GError of #YfStoreError
 *
 * Returns: (transfer full) (element-type YfSessionRecord): the sessions that
 *   began on these days and count, whole, oldest first; a day is the day it was
 *   where they began
 */
GPtrArray *
yf_store_dup_sessions (YfStore  *self,
                       YfDay     from,
                       YfDay     to,
                       GError  **error)
{
  g_return_val_if_fail (YF_IS_STORE (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return yf_store_dup_list (self, from, to, (GDestroyNotify) yf_session_record_unref,
                            yf_store_read_sessions, error);
}

/* A YfStoreLoader. */
static gpointer
list_sessions (YfStore     *self,
               YfDatabase  *database,
               YfDay        from,
               YfDay        to,
               GError     **error)
{
  g_autoptr (GPtrArray) records = NULL;

  records = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_session_record_unref);
  if (database != NULL
      && !yf_store_read_sessions (self, database, from, to, records, NULL, error))
    return NULL;

  return g_steal_pointer (&records);
}

/**
 * yf_store_list_sessions_async:
 * @self: an open store
 * @from: the first day, or %YF_DAY_NONE
 * @to: the last day, or %YF_DAY_NONE
 * @cancellable: (nullable): a cancellable
 * @callback: called when they are read
 * @user_data: data for @callback
 *
 * Does as yf_store_dup_sessions() does, without blocking.
 */
void
yf_store_list_sessions_async (YfStore             *self,
                              YfDay                from,
                              YfDay                to,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (YF_IS_STORE (self));

  yf_store_push_reading (self, from, to, list_sessions, (GDestroyNotify) g_ptr_array_unref,
                         cancellable, callback, user_data, yf_store_list_sessions_async);
}

/**
 * yf_store_list_sessions_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #GError of #YfStoreError
 *
 * Returns: (transfer full) (element-type YfSessionRecord): as
 *   yf_store_dup_sessions() does
 */
GPtrArray *
yf_store_list_sessions_finish (YfStore       *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
