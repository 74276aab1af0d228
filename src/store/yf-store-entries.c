/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-store-private.h"

/* Entries as wholes: sessions with all that belongs to them, and what the kinds
 * of entry have in common. */

/* What is still open in a session that is over ended with it. */
static YfRecordState
end_state (YfRecordState exercise,
           YfRecordState session)
{
  if (exercise != YF_RECORD_RUNNING || session == YF_RECORD_RUNNING)
    return exercise;

  return session == YF_RECORD_CUT ? YF_RECORD_CUT : YF_RECORD_STOPPED;
}

static gboolean
write_exercises (YfDatabase             *database,
                 const YfSessionRecord  *record,
                 YfRecordState           state,
                 gint64                  session,
                 GError                **error)
{
  g_autoptr (YfStatement) statement = NULL;

  statement = yf_statement_new (database, "session-add-exercise", error);
  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < record->exercises->len; i++)
    {
      const YfExerciseRecord *exercise = g_ptr_array_index (record->exercises, i);

      yf_statement_bind_int (statement, ":session", session);
      yf_statement_bind_int (statement, ":item", i);
      yf_statement_bind_text (statement, ":exercise", exercise->exercise);
      yf_statement_bind_int (statement, ":planned_sets", exercise->planned.sets);
      yf_statement_bind_int (statement, ":planned_reps", exercise->planned.reps);
      yf_statement_bind_int (statement, ":planned_hold", exercise->planned.hold);
      yf_statement_bind_text (statement, ":state",
                              yf_record_state_get_id (end_state (exercise->state, state)));
      if (!yf_statement_run (statement, NULL, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_repetitions (YfDatabase             *database,
                   const YfSessionRecord  *record,
                   gint64                  session,
                   GError                **error)
{
  g_autoptr (YfStatement) statement = NULL;

  statement = yf_statement_new (database, "session-insert-repetition", error);
  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < record->exercises->len; i++)
    {
      const YfExerciseRecord *exercise = g_ptr_array_index (record->exercises, i);

      for (guint j = 0; j < exercise->reps->len; j++)
        {
          const YfRepetition *repetition = g_ptr_array_index (exercise->reps, j);

          yf_statement_bind_int (statement, ":session", session);
          yf_statement_bind_int (statement, ":item", i);
          yf_statement_bind_text (statement, ":side", yf_side_get_id (repetition->side));
          yf_statement_bind_int (statement, ":set", repetition->set);
          yf_statement_bind_int (statement, ":rep", repetition->rep);
          yf_statement_bind_int (statement, ":started", repetition->started);
          yf_statement_bind_int (statement, ":ended", repetition->ended);
          yf_statement_bind_int (statement, ":hold", repetition->hold);
          yf_statement_bind_text (statement, ":counted_by",
                                  yf_counting_get_id (repetition->counted_by));
          if (!yf_statement_run (statement, NULL, error))
            return FALSE;
        }
    }

  return TRUE;
}

static gboolean
write_stops (YfDatabase             *database,
             const YfSessionRecord  *record,
             gint64                  session,
             GError                **error)
{
  g_autoptr (YfStatement) statement = NULL;

  statement = yf_statement_new (database, "session-insert-stop", error);
  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < record->stops->len; i++)
    {
      const YfStop *stop = g_ptr_array_index (record->stops, i);

      yf_statement_bind_int (statement, ":session", session);
      yf_statement_bind_int (statement, ":item", stop->item);
      yf_statement_bind_int (statement, ":at", stop->at);
      yf_statement_bind_text (statement, ":side", yf_side_get_id (stop->side));
      yf_statement_bind_int (statement, ":set", stop->set);
      yf_statement_bind_int (statement, ":rep", stop->rep);
      yf_statement_bind_text (statement, ":phase", yf_segment_kind_get_id (stop->phase));
      yf_statement_bind_unless (statement, ":pain", stop->pain, YF_PAIN_UNANSWERED);
      yf_statement_bind_text (statement, ":site", stop->site);
      if (!yf_statement_run (statement, NULL, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_breaks (YfDatabase             *database,
              const YfSessionRecord  *record,
              gint64                  session,
              GError                **error)
{
  g_autoptr (YfStatement) statement = NULL;

  statement = yf_statement_new (database, "session-insert-break", error);
  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < record->breaks->len; i++)
    {
      const YfBreak *one = g_ptr_array_index (record->breaks, i);

      yf_statement_bind_int (statement, ":session", session);
      yf_statement_bind_int (statement, ":position", i);
      yf_statement_bind_int (statement, ":left_at", one->from);
      yf_statement_bind_int (statement, ":back_at", one->to);
      if (!yf_statement_run (statement, NULL, error))
        return FALSE;
    }

  return TRUE;
}

/*
 * yf_store_bind_adjustment:
 *
 * Gives a statement what was changed, all but the session.
 */
void
yf_store_bind_adjustment (YfStatement        *statement,
                          const YfAdjustment *adjustment)
{
  yf_statement_bind_int (statement, ":item", adjustment->item);
  yf_statement_bind_int (statement, ":at", adjustment->at);
  yf_statement_bind_int (statement, ":sets", adjustment->dose.sets);
  yf_statement_bind_int (statement, ":reps", adjustment->dose.reps);
  yf_statement_bind_int (statement, ":hold", adjustment->dose.hold);
  yf_statement_bind_unless (statement, ":tempo", adjustment->pace.tempo, 0);
  yf_statement_bind_unless (statement, ":rep_rest", adjustment->pace.rep_rest, 0);
  yf_statement_bind_unless (statement, ":set_rest", adjustment->pace.set_rest, 0);
}

static gboolean
write_adjustments (YfDatabase             *database,
                   const YfSessionRecord  *record,
                   gint64                  session,
                   GError                **error)
{
  g_autoptr (YfStatement) statement = NULL;

  statement = yf_statement_new (database, "session-insert-adjustment", error);
  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < record->adjustments->len; i++)
    {
      yf_statement_bind_int (statement, ":session", session);
      yf_store_bind_adjustment (statement, g_ptr_array_index (record->adjustments, i));
      if (!yf_statement_run (statement, NULL, error))
        return FALSE;
    }

  return TRUE;
}

/*
 * yf_store_write_begin:
 * @ended: when it ended, or 0 while it runs
 * @state: how it stands
 * @session: (out): what it is called in the database
 *
 * Writes a session with its check-in, exercises and what was changed in them.
 */
gboolean
yf_store_write_begin (YfDatabase       *database,
                      YfSessionRecord  *record,
                      gint64            ended,
                      YfRecordState     state,
                      gint64           *session,
                      GError          **error)
{
  g_autoptr (YfStatement) statement = NULL;
  gint64 check_in = 0;

  if (record->check_in != NULL
      && !yf_store_write_check_in (database, NULL, record->check_in,
                                   record->check_in_at != 0 ? record->check_in_at
                                                            : record->started,
                                   record->utc_offset, &check_in, error))
    return FALSE;

  statement = yf_statement_new (database, "session-add", error);
  if (statement == NULL)
    return FALSE;

  yf_statement_bind_text (statement, ":uuid", record->id);
  yf_statement_bind_int (statement, ":started", record->started);
  yf_statement_bind_int (statement, ":utc_offset", record->utc_offset);
  yf_statement_bind_unless (statement, ":ended", ended, 0);
  yf_statement_bind_text (statement, ":state", yf_record_state_get_id (state));
  yf_statement_bind_text (statement, ":origin", yf_origin_get_id (record->origin));
  yf_statement_bind_unless (statement, ":check_in", check_in, 0);
  if (!yf_statement_run (statement, NULL, error))
    return FALSE;

  *session = sqlite3_last_insert_rowid (yf_database_get_handle (database));

  return write_exercises (database, record, state, *session, error)
         && write_adjustments (database, record, *session, error);
}

/*
 * yf_store_write_session:
 *
 * Writes a session that is over, with all that belongs to it. One that runs in
 * @record is written as cut: whatever ran it is not here.
 */
gboolean
yf_store_write_session (YfDatabase       *database,
                        YfSessionRecord  *record,
                        GError          **error)
{
  gboolean running = record->state == YF_RECORD_RUNNING;
  gint64 session;

  return yf_store_write_begin (database, record,
                               running ? yf_session_record_get_last (record) : record->ended,
                               running ? YF_RECORD_CUT : record->state, &session, error)
         && write_repetitions (database, record, session, error)
         && write_stops (database, record, session, error)
         && write_breaks (database, record, session, error)
         && (record->after == NULL
             || yf_store_write_after (database, session, record->after, error))
         && (record->morning == YF_MORNING_UNANSWERED
             || yf_store_write_morning (database, session, record->morning,
                                        record->morning_at, error));
}

/*
 * yf_store_write_entry:
 * @entry: what goes with @kind
 *
 * Writes an entry that is over.
 */
gboolean
yf_store_write_entry (YfDatabase   *database,
                      YfEntryKind   kind,
                      gpointer      entry,
                      GError      **error)
{
  const YfCheckInRecord *check_in = entry;
  gint64 id;

  switch (kind)
    {
    case YF_ENTRY_SESSION:
      return yf_store_write_session (database, entry, error);
    case YF_ENTRY_CHECK_IN:
      return yf_store_write_check_in (database, check_in->id, check_in->check_in, check_in->at,
                                      check_in->utc_offset, &id, error);
    case YF_ENTRY_RELIEF:
      return yf_store_write_relief (database, entry, error);
    case YF_ENTRY_ACTIVITY:
      return yf_store_write_activity (database, entry, error);
    case YF_ENTRY_RATING:
      return yf_store_write_rating (database, entry, error);
    case YF_ENTRY_SCORE:
      return yf_store_write_score (database, entry, error);
    default:
      g_assert_not_reached ();
    }
}

const char *
yf_store_get_entry_id (YfEntryKind   kind,
                       gconstpointer entry)
{
  switch (kind)
    {
    case YF_ENTRY_SESSION:
      return ((const YfSessionRecord *) entry)->id;
    case YF_ENTRY_CHECK_IN:
      return ((const YfCheckInRecord *) entry)->id;
    case YF_ENTRY_RELIEF:
      return ((const YfReliefRecord *) entry)->id;
    case YF_ENTRY_ACTIVITY:
      return ((const YfActivityRecord *) entry)->id;
    case YF_ENTRY_RATING:
      return ((const YfFunctionRating *) entry)->id;
    case YF_ENTRY_SCORE:
      return ((const YfClinicScore *) entry)->id;
    default:
      g_assert_not_reached ();
    }
}

/*
 * yf_store_copy_entry:
 *
 * Returns: (transfer full): a copy, or another reference to a session, which
 *   nobody changes
 */
gpointer
yf_store_copy_entry (YfEntryKind   kind,
                     gconstpointer entry)
{
  switch (kind)
    {
    case YF_ENTRY_SESSION:
      return yf_session_record_ref ((YfSessionRecord *) entry);
    case YF_ENTRY_CHECK_IN:
      return yf_check_in_record_copy (entry);
    case YF_ENTRY_RELIEF:
      return yf_relief_record_copy (entry);
    case YF_ENTRY_ACTIVITY:
      return yf_activity_record_copy (entry);
    case YF_ENTRY_RATING:
      return yf_function_rating_copy (entry);
    case YF_ENTRY_SCORE:
      return yf_clinic_score_copy (entry);
    default:
      g_assert_not_reached ();
    }
}

void
yf_store_free_entry (YfEntryKind kind,
                     gpointer    entry)
{
  static const GDestroyNotify free_funcs[YF_N_ENTRY_KINDS] = {
    [YF_ENTRY_SESSION] = (GDestroyNotify) yf_session_record_unref,
    [YF_ENTRY_CHECK_IN] = (GDestroyNotify) yf_check_in_record_free,
    [YF_ENTRY_RELIEF] = (GDestroyNotify) yf_relief_record_free,
    [YF_ENTRY_ACTIVITY] = (GDestroyNotify) yf_activity_record_free,
    [YF_ENTRY_RATING] = (GDestroyNotify) yf_function_rating_free,
    [YF_ENTRY_SCORE] = (GDestroyNotify) yf_clinic_score_free,
  };

  free_funcs[kind] (entry);
}

/*
 * yf_store_find:
 * @name: a statement that gives a row for what is there
 * @parameter: its one parameter
 * @id: what is looked for
 * @found: (out): whether it is there
 */
gboolean
yf_store_find (YfDatabase  *database,
               const char  *name,
               const char  *parameter,
               const char  *id,
               gboolean    *found,
               GError     **error)
{
  g_autoptr (YfStatement) statement = yf_statement_new (database, name, error);

  if (statement == NULL)
    return FALSE;

  yf_statement_bind_text (statement, parameter, id);

  return yf_statement_step (statement, found, error);
}
