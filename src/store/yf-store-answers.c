/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-store-private.h"

#include <glib/gi18n-lib.h>

/* How it was after a session, and on the next morning. */

typedef struct
{
  char      *session;
  YfAfter   *after;
  YfMorning  morning;
  gint64     at;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *self = data;

  g_free (self->session);
  g_clear_pointer (&self->after, yf_after_free);
  g_free (self);
}

/* What a session that counts is called in the database: one that was replaced
 * is kept as it was. */
static gboolean
find_session (YfDatabase  *database,
              const char  *session,
              gint64      *id,
              GError     **error)
{
  g_autoptr (YfStatement) statement = yf_statement_new (database, "session-find", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  yf_statement_bind_text (statement, ":uuid", session);
  if (!yf_statement_step (statement, &row, error))
    return FALSE;

  if (row)
    {
      *id = yf_statement_get_int (statement, 0);
      return TRUE;
    }

  g_set_error (error, YF_STORE_ERROR, YF_STORE_ERROR_FAILED,
               /* Translators: %s is the identifier of a session. */
               _("The session %s is not in the log any more, so nothing can be added to it. "
                 "Look at your history again."),
               session);

  return FALSE;
}

static gboolean
write_after (YfDatabase  *database,
             gpointer     data,
             GError     **error)
{
  const Answer *answer = data;
  gint64 session;

  return find_session (database, answer->session, &session, error)
         && yf_store_write_after (database, session, answer->after, error);
}

static gboolean
write_morning (YfDatabase  *database,
               gpointer     data,
               GError     **error)
{
  const Answer *answer = data;
  gint64 session;

  return find_session (database, answer->session, &session, error)
         && yf_store_write_morning (database, session, answer->morning, answer->at, error);
}

/*
 * yf_store_write_after:
 * @session: what it is called in the database
 */
gboolean
yf_store_write_after (YfDatabase     *database,
                      gint64          session,
                      const YfAfter  *after,
                      GError        **error)
{
  g_autoptr (YfStatement) statement = yf_statement_new (database, "session-set-after", error);

  if (statement == NULL)
    return FALSE;

  yf_statement_bind_int (statement, ":session", session);
  yf_statement_bind_int (statement, ":at", after->at);
  yf_statement_bind_unless (statement, ":pain_back", after->pain_back, YF_PAIN_UNANSWERED);
  yf_statement_bind_unless (statement, ":pain_leg", after->pain_leg, YF_PAIN_UNANSWERED);
  yf_statement_bind_unless (statement, ":effort", after->effort, YF_EFFORT_UNANSWERED);
  /* Nothing that was typed in is no note. */
  yf_statement_bind_text (statement, ":note",
                          after->note != NULL && *after->note != '\0' ? after->note : NULL);

  return yf_statement_run (statement, NULL, error);
}

/*
 * yf_store_write_morning:
 * @session: what it is called in the database
 */
gboolean
yf_store_write_morning (YfDatabase  *database,
                        gint64       session,
                        YfMorning    morning,
                        gint64       at,
                        GError     **error)
{
  g_autoptr (YfStatement) statement = yf_statement_new (database, "session-set-morning", error);

  if (statement == NULL)
    return FALSE;

  yf_statement_bind_int (statement, ":session", session);
  yf_statement_bind_int (statement, ":at", at);
  yf_statement_bind_text (statement, ":morning", yf_morning_get_id (morning));

  return yf_statement_run (statement, NULL, error);
}

/**
 * yf_store_set_after_async:
 * @self: an open store
 * @session: the id of a session that counts
 * @after: how it was after it; a note that is empty is none
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is durable or has failed
 * @user_data: data for @callback
 *
 * Says how it was after a session, in the place of what was said before.
 */
void
yf_store_set_after_async (YfStore             *self,
                          const char          *session,
                          const YfAfter       *after,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  Answer *answer;

  g_return_if_fail (YF_IS_STORE (self));
  g_return_if_fail (session != NULL);
  g_return_if_fail (after != NULL);

  answer = g_new0 (Answer, 1);
  answer->session = g_strdup (session);
  answer->after = yf_after_copy (after);
  yf_store_push_write (self, answer, answer_free, write_after, cancellable, callback, user_data,
                       yf_store_set_after_async);
}

/**
 * yf_store_set_morning_async:
 * @self: an open store
 * @session: the id of a session that counts
 * @morning: how it was on the morning after it; an answer
 * @at: when that was said, in microseconds since the Unix epoch
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is durable or has failed
 * @user_data: data for @callback
 *
 * Says how it was on the next morning, in the place of what was said before.
 */
void
yf_store_set_morning_async (YfStore             *self,
                            const char          *session,
                            YfMorning            morning,
                            gint64               at,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  Answer *answer;

  g_return_if_fail (YF_IS_STORE (self));
  g_return_if_fail (session != NULL);
  g_return_if_fail (morning != YF_MORNING_UNANSWERED);

  answer = g_new0 (Answer, 1);
  answer->session = g_strdup (session);
  answer->morning = morning;
  answer->at = at;
  yf_store_push_write (self, answer, answer_free, write_morning, cancellable, callback,
                       user_data, yf_store_set_morning_async);
}
