/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-store-private.h"

#include <glib/gi18n-lib.h>

/* What a physiotherapist has written for the person. A version is written once and
 * never changed; which one is in force is a fact of its own, and so is which one
 * a session followed. */

typedef struct
{
  YfProgrammeRecord *programme; /* NULL: only chooses */
  YfProgrammeChoice *choice;
} Change;

static void
change_free (gpointer data)
{
  Change *self = data;

  g_clear_pointer (&self->programme, yf_programme_record_free);
  yf_programme_choice_free (self->choice);
  g_free (self);
}

static gpointer
read_programme (YfStatement  *row,
                GError      **error)
{
  YfProgrammeRecord *record = g_new0 (YfProgrammeRecord, 1);

  record->id = g_strdup (yf_statement_get_text (row, 0));
  record->at = yf_statement_get_int (row, 1);
  record->utc_offset = (gint32) yf_statement_get_int (row, 2);
  record->from = yf_statement_get_day (row, 3);
  record->until = yf_statement_get_day (row, 4);
  record->xml = g_strdup (yf_statement_get_text (row, 5));

  return record;
}

gboolean
yf_store_write_programme (YfDatabase               *database,
                          const YfProgrammeRecord  *programme,
                          GError                  **error)
{
  g_autoptr (YfStatement) statement = yf_statement_new (database, "programme-add", error);

  if (statement == NULL)
    return FALSE;

  yf_statement_bind_text (statement, ":uuid", programme->id);
  yf_statement_bind_int (statement, ":at", programme->at);
  yf_statement_bind_int (statement, ":utc_offset", programme->utc_offset);
  yf_statement_bind_day (statement, ":valid_from", programme->from);
  yf_statement_bind_day (statement, ":valid_until", programme->until);
  yf_statement_bind_text (statement, ":xml", programme->xml);

  return yf_statement_run (statement, NULL, error);
}

gboolean
yf_store_write_programme_choice (YfDatabase               *database,
                                 const YfProgrammeChoice  *choice,
                                 GError                  **error)
{
  g_autoptr (YfStatement) statement = NULL;
  gboolean found = TRUE;

  /* One that is not there would become none. */
  if (choice->programme != NULL
      && !yf_store_find (database, "programme-find", ":uuid", choice->programme, &found, error))
    return FALSE;

  if (!found)
    {
      g_set_error (error, YF_STORE_ERROR, YF_STORE_ERROR_FAILED,
                   /* Translators: %s is the identifier of a programme. */
                   _("There is no programme %s in the log. Start Yanfei again to see what there is."),
                   choice->programme);
      return FALSE;
    }

  statement = yf_statement_new (database, "programme-choice-add", error);
  if (statement == NULL)
    return FALSE;

  yf_statement_bind_text (statement, ":uuid", choice->id);
  yf_statement_bind_int (statement, ":at", choice->at);
  yf_statement_bind_int (statement, ":utc_offset", choice->utc_offset);
  yf_statement_bind_text (statement, ":programme", choice->programme);

  return yf_statement_run (statement, NULL, error);
}

gboolean
yf_store_write_followed (YfDatabase  *database,
                         const char  *session,
                         const char  *programme,
                         GError     **error)
{
  g_autoptr (YfStatement) statement = yf_statement_new (database, "session-add-programme", error);

  if (statement == NULL)
    return FALSE;

  yf_statement_bind_text (statement, ":session", session);
  yf_statement_bind_text (statement, ":programme", programme);

  return yf_statement_run (statement, NULL, error);
}

static gboolean
find_in_force (YfDatabase         *database,
               gint64              at,
               YfDay               day,
               YfProgrammeRecord **programme,
               GError            **error)
{
  g_autoptr (YfStatement) statement = yf_statement_new (database, "programme-in-force", error);
  gboolean row;

  *programme = NULL;
  if (statement == NULL)
    return FALSE;

  yf_statement_bind_int (statement, ":at", at);
  yf_statement_bind_day (statement, ":day", day);
  if (!yf_statement_step (statement, &row, error))
    return FALSE;

  if (row)
    *programme = read_programme (statement, error);

  return TRUE;
}

/*
 * yf_store_write_following:
 * @session: a session that has just been written
 * @old: (nullable): the id of the one in the place of which it is written
 *
 * Writes down which programme a session followed: that of the one it replaces, or
 * else the one that was in force when it began.
 */
gboolean
yf_store_write_following (YfDatabase             *database,
                          const YfSessionRecord  *session,
                          const char             *old,
                          GError                **error)
{
  g_autoptr (YfProgrammeRecord) programme = NULL;

  if (old != NULL)
    {
      g_autoptr (YfStatement) statement = yf_statement_new (database, "session-copy-programme", error);

      if (statement == NULL)
        return FALSE;

      yf_statement_bind_text (statement, ":new", session->id);
      yf_statement_bind_text (statement, ":old", old);

      return yf_statement_run (statement, NULL, error);
    }

  if (!find_in_force (database, session->started,
                      yf_day_from_moment (session->started, session->utc_offset), &programme, error))
    return FALSE;

  return programme == NULL || yf_store_write_followed (database, session->id, programme->id, error);
}

static gboolean
write_change (YfDatabase  *database,
              gpointer     data,
              GError     **error)
{
  const Change *change = data;

  if (change->programme != NULL && !yf_store_write_programme (database, change->programme, error))
    return FALSE;

  return yf_store_write_programme_choice (database, change->choice, error);
}

const YfStoreList yf_store_programme_list = { "programme-list", NULL, read_programme };

static gpointer
read_choice (YfStatement  *row,
             GError      **error)
{
  YfProgrammeChoice *choice = g_new0 (YfProgrammeChoice, 1);

  choice->id = g_strdup (yf_statement_get_text (row, 0));
  choice->at = yf_statement_get_int (row, 1);
  choice->utc_offset = (gint32) yf_statement_get_int (row, 2);
  choice->programme = g_strdup (yf_statement_get_text (row, 3));

  return choice;
}

const YfStoreList yf_store_programme_choice_list = { "programme-choice-list", NULL, read_choice };

static gpointer
read_followed (YfStatement  *row,
               GError      **error)
{
  return yf_programme_followed_new (yf_statement_get_text (row, 0), yf_statement_get_text (row, 1));
}

const YfStoreList yf_store_followed_list = { "session-list-programmes", yf_store_bind_range, read_followed };

/**
 * yf_store_dup_programmes:
 * @self: an open store
 * @error: return location for a #GError of #YfStoreError
 *
 * Returns: (transfer full) (element-type YfProgrammeRecord): all versions there are
 *   and were, oldest first
 */
GPtrArray *
yf_store_dup_programmes (YfStore  *self,
                         GError  **error)
{
  g_return_val_if_fail (YF_IS_STORE (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return yf_store_dup_all (self, &yf_store_programme_list, (GDestroyNotify) yf_programme_record_free, error);
}

/**
 * yf_store_find_programme:
 * @self: an open store
 * @at: a moment, in microseconds since the Unix epoch
 * @day: the day on which it is to be valid; a known day
 * @programme: (out) (transfer full) (nullable): the version that the person had
 *   agreed to last at @at, or %NULL where there was none, or where it is not
 *   valid on @day
 * @error: return location for a #GError of #YfStoreError
 *
 * Returns: whether the log could be read
 */
gboolean
yf_store_find_programme (YfStore            *self,
                         gint64              at,
                         YfDay               day,
                         YfProgrammeRecord **programme,
                         GError            **error)
{
  YfDatabase *database;
  gboolean done;

  g_return_val_if_fail (YF_IS_STORE (self), FALSE);
  g_return_val_if_fail (yf_day_is_known (day), FALSE);
  g_return_val_if_fail (programme != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  *programme = NULL;
  if (!yf_store_begin_reading (self, &database, error))
    return FALSE;
  if (database == NULL)
    return TRUE;

  done = find_in_force (database, at, day, programme, error);
  yf_store_end_reading (self);

  return done;
}

/**
 * yf_store_install_programme_async:
 * @self: an open store
 * @programme: a version that the person has agreed to
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is durable or has failed
 * @user_data: data for @callback
 *
 * Keeps a version of a programme and puts it in force, with one commit. Those
 * before it stay in the log.
 */
void
yf_store_install_programme_async (YfStore                 *self,
                                  const YfProgrammeRecord *programme,
                                  GCancellable            *cancellable,
                                  GAsyncReadyCallback      callback,
                                  gpointer                 user_data)
{
  Change *change;

  g_return_if_fail (YF_IS_STORE (self));
  g_return_if_fail (programme != NULL);

  change = g_new0 (Change, 1);
  change->programme = yf_programme_record_copy (programme);
  change->choice = yf_programme_choice_new (programme->id, programme->at);
  yf_store_push_write (self, change, change_free, write_change, cancellable, callback, user_data,
                       yf_store_install_programme_async);
}

/**
 * yf_store_choose_programme_async:
 * @self: an open store
 * @programme: (nullable): the id of a version that is in the log, or %NULL for none
 * @at: from when on, in microseconds since the Unix epoch
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is durable or has failed
 * @user_data: data for @callback
 *
 * Puts another version in force, or none.
 */
void
yf_store_choose_programme_async (YfStore             *self,
                                 const char          *programme,
                                 gint64               at,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  Change *change;

  g_return_if_fail (YF_IS_STORE (self));

  change = g_new0 (Change, 1);
  change->choice = yf_programme_choice_new (programme, at);
  yf_store_push_write (self, change, change_free, write_change, cancellable, callback, user_data,
                       yf_store_choose_programme_async);
}
