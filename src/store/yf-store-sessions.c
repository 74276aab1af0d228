/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-store-private.h"

#include <glib/gi18n-lib.h>

/* Writing sessions down while they happen. */

/**
 * Fact:
 *
 * What is to be written about a session. Each function below says what of it
 * it uses.
 */
typedef struct
{
  char            *session;
  YfSessionRecord *record;
  YfRepetition    *repetition;
  YfStop          *stop;
  YfAdjustment     adjustment;
  guint            item;
  gint64           at;
  int              pain;
  char            *site;
  YfRecordState    state;
} Fact;

static Fact *
fact_new (const char *session)
{
  Fact *self = g_new0 (Fact, 1);

  self->session = g_strdup (session);

  return self;
}

static void
fact_free (gpointer data)
{
  Fact *self = data;

  g_free (self->session);
  g_clear_pointer (&self->record, yf_session_record_unref);
  g_clear_pointer (&self->repetition, yf_repetition_free);
  g_clear_pointer (&self->stop, yf_stop_free);
  g_free (self->site);
  g_free (self);
}

/* Runs a statement that changes the one row it is about. */
static gboolean
run_on_one (YfStatement  *statement,
            const char   *session,
            GError      **error)
{
  gint64 changed;

  if (!yf_statement_run (statement, &changed, error))
    return FALSE;

  if (changed != 1)
    {
      g_set_error (error, YF_STORE_ERROR, YF_STORE_ERROR_FAILED,
                   /* Translators: %s is the identifier of a session. */
                   _("The session %s is not under way in the log, so nothing can be added to it. "
                     "Start a new one."),
                   session);
      return FALSE;
    }

  return TRUE;
}

static gboolean
write_session (YfDatabase  *database,
               gpointer     data,
               GError     **error)
{
  gint64 session;

  /* The lock is this store's, so whatever else runs is dead. */
  return yf_store_cut_sessions (database, NULL, error)
         && yf_store_write_begin (database, data, 0, YF_RECORD_RUNNING, &session, error)
         && yf_store_write_following (database, data, NULL, error);
}

static gboolean
begin_session (GTask       *task,
               YfDatabase  *database,
               GError     **error)
{
  YfStore *store = g_task_get_source_object (task);
  Fact *fact = g_task_get_task_data (task);

  if (!yf_session_lock_wait (store->lock, error))
    return FALSE;

  if (yf_database_transact (database, write_session, fact->record, error))
    return TRUE;

  yf_session_lock_release (store->lock);

  return FALSE;
}

static gboolean
write_repetition (YfDatabase  *database,
                  gpointer     data,
                  GError     **error)
{
  const Fact *fact = data;
  const YfRepetition *repetition = fact->repetition;
  g_autoptr (YfStatement) statement = NULL;

  statement = yf_statement_new (database, "session-add-repetition", error);
  if (statement == NULL)
    return FALSE;

  yf_statement_bind_text (statement, ":uuid", fact->session);
  yf_statement_bind_int (statement, ":item", repetition->item);
  yf_statement_bind_text (statement, ":side", yf_side_get_id (repetition->side));
  yf_statement_bind_int (statement, ":set", repetition->set);
  yf_statement_bind_int (statement, ":rep", repetition->rep);
  yf_statement_bind_int (statement, ":started", repetition->started);
  yf_statement_bind_int (statement, ":ended", repetition->ended);
  yf_statement_bind_int (statement, ":hold", repetition->hold);
  yf_statement_bind_text (statement, ":counted_by",
                          yf_counting_get_id (repetition->counted_by));

  return run_on_one (statement, fact->session, error);
}

static gboolean
write_stop (YfDatabase  *database,
            gpointer     data,
            GError     **error)
{
  const Fact *fact = data;
  const YfStop *stop = fact->stop;
  g_autoptr (YfStatement) statement = NULL;

  statement = yf_statement_new (database, "session-add-stop", error);
  if (statement == NULL)
    return FALSE;

  yf_statement_bind_text (statement, ":uuid", fact->session);
  yf_statement_bind_int (statement, ":item", stop->item);
  yf_statement_bind_int (statement, ":at", stop->at);
  yf_statement_bind_text (statement, ":side", yf_side_get_id (stop->side));
  yf_statement_bind_int (statement, ":set", stop->set);
  yf_statement_bind_int (statement, ":rep", stop->rep);
  yf_statement_bind_text (statement, ":phase", yf_segment_kind_get_id (stop->phase));
  yf_statement_bind_unless (statement, ":pain", stop->pain, YF_PAIN_UNANSWERED);
  yf_statement_bind_text (statement, ":site", stop->site);

  return run_on_one (statement, fact->session, error);
}

static gboolean
write_adjustment (YfDatabase  *database,
                  gpointer     data,
                  GError     **error)
{
  const Fact *fact = data;
  g_autoptr (YfStatement) statement = NULL;

  statement = yf_statement_new (database, "session-add-adjustment", error);
  if (statement == NULL)
    return FALSE;

  yf_statement_bind_text (statement, ":uuid", fact->session);
  yf_store_bind_adjustment (statement, &fact->adjustment);

  return run_on_one (statement, fact->session, error);
}

static gboolean
write_answer (YfDatabase  *database,
              gpointer     data,
              GError     **error)
{
  const Fact *fact = data;
  g_autoptr (YfStatement) statement = NULL;

  statement = yf_statement_new (database, "session-answer-stop", error);
  if (statement == NULL)
    return FALSE;

  yf_statement_bind_text (statement, ":uuid", fact->session);
  yf_statement_bind_int (statement, ":at", fact->at);
  yf_statement_bind_unless (statement, ":pain", fact->pain, YF_PAIN_UNANSWERED);
  yf_statement_bind_text (statement, ":site", fact->site);

  return run_on_one (statement, fact->session, error);
}

static gboolean
write_exercise_end (YfDatabase  *database,
                    gpointer     data,
                    GError     **error)
{
  const Fact *fact = data;
  g_autoptr (YfStatement) statement = NULL;

  statement = yf_statement_new (database, "session-end-exercise", error);
  if (statement == NULL)
    return FALSE;

  yf_statement_bind_text (statement, ":uuid", fact->session);
  yf_statement_bind_int (statement, ":item", fact->item);
  yf_statement_bind_text (statement, ":state", yf_record_state_get_id (fact->state));

  return run_on_one (statement, fact->session, error);
}

static gboolean
write_start (YfDatabase  *database,
             gpointer     data,
             GError     **error)
{
  const Fact *fact = data;
  g_autoptr (YfStatement) statement = NULL;
  g_autoptr (YfStatement) end = NULL;
  gint64 n_breaks;

  /* Of a session that is gone on with it is the break that ends. */
  end = yf_statement_new (database, "session-end-break", error);
  if (end == NULL)
    return FALSE;

  yf_statement_bind_text (end, ":uuid", fact->session);
  yf_statement_bind_int (end, ":started", fact->at);
  if (!yf_statement_run (end, &n_breaks, error))
    return FALSE;
  if (n_breaks > 0)
    return TRUE;

  statement = yf_statement_new (database, "session-start", error);
  if (statement == NULL)
    return FALSE;

  yf_statement_bind_text (statement, ":uuid", fact->session);
  yf_statement_bind_int (statement, ":started", fact->at);

  return run_on_one (statement, fact->session, error);
}

static gboolean
write_session_end (YfDatabase  *database,
                   gpointer     data,
                   GError     **error)
{
  const Fact *fact = data;
  g_autoptr (YfStatement) rest = NULL;
  g_autoptr (YfStatement) statement = NULL;
  YfRecordState left_over;

  /* An exercise that nobody ended was not done to its end. */
  left_over = fact->state == YF_RECORD_CUT ? YF_RECORD_CUT : YF_RECORD_STOPPED;
  rest = yf_statement_new (database, "session-end-rest", error);
  if (rest == NULL)
    return FALSE;

  yf_statement_bind_text (rest, ":uuid", fact->session);
  yf_statement_bind_text (rest, ":state", yf_record_state_get_id (left_over));
  if (!yf_statement_run (rest, NULL, error))
    return FALSE;

  statement = yf_statement_new (database, "session-end", error);
  if (statement == NULL)
    return FALSE;

  yf_statement_bind_text (statement, ":uuid", fact->session);
  yf_statement_bind_int (statement, ":ended", fact->at);
  yf_statement_bind_text (statement, ":state", yf_record_state_get_id (fact->state));

  return run_on_one (statement, fact->session, error);
}

static gboolean
end_session (GTask       *task,
             YfDatabase  *database,
             GError     **error)
{
  YfStore *store = g_task_get_source_object (task);

  if (!yf_database_transact (database, write_session_end, g_task_get_task_data (task), error))
    return FALSE;

  yf_session_lock_release (store->lock);

  return TRUE;
}

/*
 * yf_store_cut_sessions:
 * @n_cut: (out) (optional) (type guint): how many there were
 *
 * Marks every session that runs, and what runs in it, as cut. To be called
 * under the session lock, in a transaction.
 */
gboolean
yf_store_cut_sessions (YfDatabase  *database,
                       gpointer     n_cut,
                       GError     **error)
{
  g_autoptr (YfStatement) exercises = NULL;
  g_autoptr (YfStatement) sessions = NULL;
  gint64 changed;

  exercises = yf_statement_new (database, "session-cut-exercises", error);
  if (exercises == NULL
      || !yf_statement_run (exercises, NULL, error))
    return FALSE;

  sessions = yf_statement_new (database, "session-cut", error);
  if (sessions == NULL
      || !yf_statement_run (sessions, &changed, error))
    return FALSE;

  if (n_cut != NULL)
    *(guint *) n_cut = (guint) changed;

  return TRUE;
}

/**
 * yf_store_begin_session_async:
 * @self: an open store
 * @session: a session that runs; not to be changed from now on
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is durable or has failed
 * @user_data: data for @callback
 *
 * Begins a session, with its check-in. Fails with %YF_STORE_ERROR_BUSY while
 * another process is in one. A session that this store began and never ended
 * is thereby cut.
 */
void
yf_store_begin_session_async (YfStore             *self,
                              YfSessionRecord     *session,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  Fact *fact;

  g_return_if_fail (YF_IS_STORE (self));
  g_return_if_fail (session != NULL);
  g_return_if_fail (session->state == YF_RECORD_RUNNING);

  fact = fact_new (session->id);
  fact->record = yf_session_record_ref (session);
  yf_store_push_job (self, fact, fact_free, begin_session, cancellable, callback, user_data,
                     yf_store_begin_session_async);
}

/**
 * yf_store_start_session_async:
 * @self: an open store
 * @session: the id of the session under way
 * @started: when, in microseconds since the Unix epoch
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is durable or has failed
 * @user_data: data for @callback
 *
 * Says when a session that was begun really started: it is begun before its
 * first sound, and starts with it. Of one that is gone on with, says when the
 * break before it ended.
 */
void
yf_store_start_session_async (YfStore             *self,
                              const char          *session,
                              gint64               started,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  Fact *fact;

  g_return_if_fail (YF_IS_STORE (self));
  g_return_if_fail (session != NULL);

  fact = fact_new (session);
  fact->at = started;
  yf_store_push_write (self, fact, fact_free, write_start, cancellable, callback, user_data,
                       yf_store_start_session_async);
}

/**
 * yf_store_add_repetition_async:
 * @self: an open store
 * @session: the id of the session under way
 * @repetition: what was done
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is durable or has failed
 * @user_data: data for @callback
 *
 * Adds one repetition.
 */
void
yf_store_add_repetition_async (YfStore             *self,
                               const char          *session,
                               const YfRepetition  *repetition,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  Fact *fact;

  g_return_if_fail (YF_IS_STORE (self));
  g_return_if_fail (session != NULL);
  g_return_if_fail (repetition != NULL);

  fact = fact_new (session);
  fact->repetition = yf_repetition_copy (repetition);
  yf_store_push_write (self, fact, fact_free, write_repetition, cancellable, callback, user_data,
                       yf_store_add_repetition_async);
}

/**
 * yf_store_add_stop_async:
 * @self: an open store
 * @session: the id of the session under way
 * @stop: what hurt
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is durable or has failed
 * @user_data: data for @callback
 *
 * Adds an entry to the stop ledger.
 */
void
yf_store_add_stop_async (YfStore             *self,
                         const char          *session,
                         const YfStop        *stop,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  Fact *fact;

  g_return_if_fail (YF_IS_STORE (self));
  g_return_if_fail (session != NULL);
  g_return_if_fail (stop != NULL);

  fact = fact_new (session);
  fact->stop = yf_stop_copy (stop);
  yf_store_push_write (self, fact, fact_free, write_stop, cancellable, callback, user_data,
                       yf_store_add_stop_async);
}

/**
 * yf_store_adjust_session_async:
 * @self: an open store
 * @session: the id of the session under way
 * @adjustment: what was changed
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is durable or has failed
 * @user_data: data for @callback
 *
 * Adds that the dose or the pace was changed. What was planned stays.
 */
void
yf_store_adjust_session_async (YfStore             *self,
                               const char          *session,
                               const YfAdjustment  *adjustment,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  Fact *fact;

  g_return_if_fail (YF_IS_STORE (self));
  g_return_if_fail (session != NULL);
  g_return_if_fail (adjustment != NULL);

  fact = fact_new (session);
  fact->adjustment = *adjustment;
  yf_store_push_write (self, fact, fact_free, write_adjustment, cancellable, callback, user_data,
                       yf_store_adjust_session_async);
}

/**
 * yf_store_answer_stop_async:
 * @self: an open store
 * @session: the id of the session
 * @at: which stop: when it was, in microseconds since the Unix epoch
 * @pain: NRS 0 to 10, or %YF_PAIN_UNANSWERED
 * @site: (nullable): "back", "leg" or "elsewhere"
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is durable or has failed
 * @user_data: data for @callback
 *
 * Adds how much it hurt, and where. The session may have ended.
 */
void
yf_store_answer_stop_async (YfStore             *self,
                            const char          *session,
                            gint64               at,
                            int                  pain,
                            const char          *site,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  Fact *fact;

  g_return_if_fail (YF_IS_STORE (self));
  g_return_if_fail (session != NULL);
  g_return_if_fail (pain >= YF_PAIN_UNANSWERED && pain <= YF_PAIN_MAX);

  fact = fact_new (session);
  fact->at = at;
  fact->pain = pain;
  fact->site = g_strdup (site);
  yf_store_push_write (self, fact, fact_free, write_answer, cancellable, callback, user_data,
                       yf_store_answer_stop_async);
}

/**
 * yf_store_end_exercise_async:
 * @self: an open store
 * @session: the id of the session under way
 * @item: which item of the routine, from 0
 * @state: how it ended
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is durable or has failed
 * @user_data: data for @callback
 *
 * Ends one exercise of a session.
 */
void
yf_store_end_exercise_async (YfStore             *self,
                             const char          *session,
                             guint                item,
                             YfRecordState        state,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  Fact *fact;

  g_return_if_fail (YF_IS_STORE (self));
  g_return_if_fail (session != NULL);
  g_return_if_fail (state != YF_RECORD_RUNNING);

  fact = fact_new (session);
  fact->item = item;
  fact->state = state;
  yf_store_push_write (self, fact, fact_free, write_exercise_end, cancellable, callback, user_data,
                       yf_store_end_exercise_async);
}

/**
 * yf_store_end_session_async:
 * @self: an open store
 * @session: the id of the session under way
 * @ended: when, in microseconds since the Unix epoch
 * @state: how it ended
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is durable or has failed
 * @user_data: data for @callback
 *
 * Ends a session. Exercises in it that nobody has ended count as stopped.
 */
void
yf_store_end_session_async (YfStore             *self,
                            const char          *session,
                            gint64               ended,
                            YfRecordState        state,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  Fact *fact;

  g_return_if_fail (YF_IS_STORE (self));
  g_return_if_fail (session != NULL);
  g_return_if_fail (state != YF_RECORD_RUNNING);

  fact = fact_new (session);
  fact->at = ended;
  fact->state = state;
  yf_store_push_job (self, fact, fact_free, end_session, cancellable, callback, user_data,
                     yf_store_end_session_async);
}
