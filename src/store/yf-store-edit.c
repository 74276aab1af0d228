/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-store-private.h"

#include <glib/gi18n-lib.h>

/* Changes to the log. Nothing is overwritten or deleted: an entry that is
 * corrected or taken out stays, and an edit says that it counts no more. */

typedef struct
{
  YfEdit   *edit;
  gpointer  entry; /* NULL: only takes out */
} Change;

static void
change_free (gpointer data)
{
  Change *self = data;

  if (self->entry != NULL)
    yf_store_free_entry (self->edit->kind, self->entry);
  yf_edit_free (self->edit);
  g_free (self);
}

static gboolean
refuse (GError     **error,
        const char  *message)
{
  g_set_error_literal (error, YF_STORE_ERROR, YF_STORE_ERROR_FAILED, message);

  return FALSE;
}

/* Whether the entry is there, over, and as the person saw it. */
static gboolean
check_old (YfDatabase    *database,
           const YfEdit  *edit,
           GError       **error)
{
  g_autoptr (YfStatement) statement = yf_statement_new (database, "entry-find", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  yf_statement_bind_text (statement, ":kind", yf_entry_kind_get_id (edit->kind));
  yf_statement_bind_text (statement, ":uuid", edit->old);
  if (!yf_statement_step (statement, &row, error))
    return FALSE;

  if (!row)
    {
      g_set_error (error, YF_STORE_ERROR, YF_STORE_ERROR_FAILED,
                   /* Translators: %s is the identifier of an entry. */
                   _("The entry %s is not in the log, so it cannot be changed. Look at your "
                     "history again."),
                   edit->old);
      return FALSE;
    }

  if (yf_statement_get_int (statement, 1) != 0)
    return refuse (error, _("This entry has been changed already. Look at your history again, "
                            "and change the entry that is there now."));

  if (g_strcmp0 (yf_statement_get_text (statement, 0), "running") == 0)
    return refuse (error, _("This entry is still under way. End it before you change it, or "
                            "start Yanfei again if it was cut short."));

  return TRUE;
}

/* A sign that was reported is not argued away afterwards. */
static gboolean
check_flags (YfDatabase             *database,
             const char             *old,
             const YfSessionRecord  *record,
             GError                **error)
{
  g_autoptr (YfStatement) statement = yf_statement_new (database, "session-read-flags", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  yf_statement_bind_text (statement, ":uuid", old);
  while (TRUE)
    {
      if (!yf_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;

      if (record->check_in == NULL
          || !yf_check_in_has_flag (record->check_in, yf_statement_get_text (statement, 0), NULL))
        return refuse (error, _("A warning sign that was reported before this session cannot be "
                                "taken back. Keep it, and let a clinician assess it."));
    }
}

static gboolean
write_change (YfDatabase  *database,
              gpointer     data,
              GError     **error)
{
  const Change *change = data;
  const YfEdit *edit = change->edit;

  if (edit->old != NULL
      && !check_old (database, edit, error))
    return FALSE;

  if (edit->old != NULL && change->entry != NULL && edit->kind == YF_ENTRY_SESSION
      && !check_flags (database, edit->old, change->entry, error))
    return FALSE;

  return (change->entry == NULL
          || (yf_store_write_entry (database, edit->kind, change->entry, error)
              && (edit->kind != YF_ENTRY_SESSION
                  || yf_store_write_following (database, change->entry, edit->old, error))))
         && yf_store_write_edit (database, edit, error);
}

static gboolean
is_over (YfEntryKind   kind,
         gconstpointer entry)
{
  const YfSessionRecord *session = entry;
  const YfReliefRecord *relief = entry;

  if (kind == YF_ENTRY_SESSION)
    return session->state != YF_RECORD_RUNNING;

  return kind != YF_ENTRY_RELIEF || relief->state != YF_RECORD_RUNNING;
}

gboolean
yf_store_write_edit (YfDatabase    *database,
                     const YfEdit  *edit,
                     GError       **error)
{
  g_autoptr (YfStatement) statement = yf_statement_new (database, "edit-add", error);

  if (statement == NULL)
    return FALSE;

  yf_statement_bind_text (statement, ":uuid", edit->id);
  yf_statement_bind_text (statement, ":kind", yf_entry_kind_get_id (edit->kind));
  yf_statement_bind_int (statement, ":at", edit->at);
  yf_statement_bind_int (statement, ":utc_offset", edit->utc_offset);
  yf_statement_bind_text (statement, ":old", edit->old);
  yf_statement_bind_text (statement, ":new", edit->new);

  return yf_statement_run (statement, NULL, error);
}

static gpointer
read_edit (YfStatement  *row,
           GError      **error)
{
  g_autoptr (YfEdit) edit = g_new0 (YfEdit, 1);

  edit->id = g_strdup (yf_statement_get_text (row, 0));
  edit->at = yf_statement_get_int (row, 2);
  edit->utc_offset = (gint32) yf_statement_get_int (row, 3);
  edit->old = g_strdup (yf_statement_get_text (row, 4));
  edit->new = g_strdup (yf_statement_get_text (row, 5));

  if (!yf_entry_kind_from_id (yf_statement_get_text (row, 1), &edit->kind))
    {
      yf_statement_set_damaged (row, "not an edit", error);
      return NULL;
    }

  return g_steal_pointer (&edit);
}

const YfStoreList yf_store_edit_list = { "edit-list", NULL, read_edit };

/**
 * yf_store_edit_async:
 * @self: an open store
 * @kind: what kind of entry it is
 * @old: (nullable): the id of the entry that is to count no more; %NULL to add
 *   one that was missed
 * @entry: (nullable): the entry that is to count, of the type that goes with
 *   @kind, whole, over, and with an id of its own; %NULL to take @old out. A
 *   session is not to be changed from now on.
 * @at: when that is changed, in microseconds since the Unix epoch
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is durable or has failed
 * @user_data: data for @callback
 *
 * Corrects an entry, adds one afterwards, or takes one out, in one
 * transaction with an edit that says so. The old entry stays in the log.
 *
 * Fails with %YF_STORE_ERROR_FAILED if @old is not there, is replaced already
 * or still runs, and if a corrected session lacks a red flag that the old one
 * has. What yf_store_dup_known() tells is never lessened by an edit.
 */
void
yf_store_edit_async (YfStore             *self,
                     YfEntryKind          kind,
                     const char          *old,
                     gconstpointer        entry,
                     gint64               at,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  Change *change;
  YfEdit *edit;

  g_return_if_fail (YF_IS_STORE (self));
  g_return_if_fail (kind < YF_N_ENTRY_KINDS);
  g_return_if_fail (old != NULL || entry != NULL);
  g_return_if_fail (entry == NULL || is_over (kind, entry));
  g_return_if_fail (entry == NULL || g_strcmp0 (yf_store_get_entry_id (kind, entry), old) != 0);

  edit = g_new0 (YfEdit, 1);
  edit->id = g_uuid_string_random ();
  edit->kind = kind;
  edit->at = at;
  edit->utc_offset = yf_real_get_utc_offset (at);
  edit->old = g_strdup (old);
  edit->new = entry != NULL ? g_strdup (yf_store_get_entry_id (kind, entry)) : NULL;

  change = g_new0 (Change, 1);
  change->edit = edit;
  change->entry = entry != NULL ? yf_store_copy_entry (kind, entry) : NULL;
  yf_store_push_write (self, change, change_free, write_change, cancellable, callback, user_data,
                       yf_store_edit_async);
}
