/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-store-private.h"

/* That a person agreed to what the program is and is not. */

static gboolean
write_consent (YfDatabase  *database,
               gpointer     data,
               GError     **error)
{
  const YfConsentRecord *consent = data;
  g_autoptr (YfStatement) statement = yf_statement_new (database, "consent-add", error);

  if (statement == NULL)
    return FALSE;

  yf_statement_bind_int (statement, ":at", consent->at);
  yf_statement_bind_int (statement, ":utc_offset", consent->utc_offset);
  yf_statement_bind_int (statement, ":version", consent->version);

  return yf_statement_run (statement, NULL, error);
}

static gpointer
read_record (YfStatement  *row,
             GError      **error)
{
  YfConsentRecord *record = g_new0 (YfConsentRecord, 1);

  record->at = yf_statement_get_int (row, 0);
  record->utc_offset = (gint32) yf_statement_get_int (row, 1);
  record->version = (int) yf_statement_get_int (row, 2);

  return record;
}

const YfStoreList yf_store_consent_list = { "consent-list", NULL, read_record };

static gboolean
read_consent (YfDatabase  *database,
              int         *version,
              gint64      *at,
              GError     **error)
{
  g_autoptr (YfStatement) statement = yf_statement_new (database, "consent-read", error);
  gboolean row;

  if (statement == NULL
      || !yf_statement_step (statement, &row, error))
    return FALSE;

  if (row)
    {
      *at = yf_statement_get_int (statement, 0);
      *version = (int) yf_statement_get_int (statement, 2);
    }

  return TRUE;
}

/**
 * yf_store_set_consent_async:
 * @self: an open store
 * @version: which text was agreed to, from 1
 * @at: when, in microseconds since the Unix epoch
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is durable or has failed
 * @user_data: data for @callback
 *
 * Remembers that the person agreed.
 */
void
yf_store_set_consent_async (YfStore             *self,
                            int                  version,
                            gint64               at,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  YfConsentRecord *consent;

  g_return_if_fail (YF_IS_STORE (self));
  g_return_if_fail (version >= 1);

  consent = g_new0 (YfConsentRecord, 1);
  consent->version = version;
  consent->at = at;
  consent->utc_offset = yf_real_get_utc_offset (at);
  yf_store_push_write (self, consent, g_free, write_consent, cancellable, callback, user_data,
                       yf_store_set_consent_async);
}

/**
 * yf_store_get_consent:
 * @self: an open store
 * @version: (out): the newest text that was agreed to, or 0 if none ever was
 * @at: (out) (optional): when, in microseconds since the Unix epoch, or 0
 * @error: return location for a #GError of #YfStoreError
 *
 * Returns: whether that could be found out
 */
gboolean
yf_store_get_consent (YfStore  *self,
                      int      *version,
                      gint64   *at,
                      GError  **error)
{
  YfDatabase *database;
  gint64 unused;
  gboolean read;

  g_return_val_if_fail (YF_IS_STORE (self), FALSE);
  g_return_val_if_fail (version != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (at == NULL)
    at = &unused;
  *version = 0;
  *at = 0;

  if (!yf_store_begin_reading (self, &database, error))
    return FALSE;
  if (database == NULL)
    return TRUE;

  read = read_consent (database, version, at, error);
  yf_store_end_reading (self);

  return read;
}
