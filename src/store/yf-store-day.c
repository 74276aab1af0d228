/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-store-private.h"

/* What a person says about a day, and about an exercise. */

/* -- Flares ---------------------------------------------------------------- */

/*
 * yf_store_write_flare:
 * @data: a #YfFlareRecord
 * @added: (out) (optional): whether the day was not known for one already
 */
gboolean
yf_store_write_flare (YfDatabase     *database,
                      gconstpointer   data,
                      gboolean       *added,
                      GError        **error)
{
  const YfFlareRecord *record = data;
  const YfDay day = yf_day_from_moment (record->at, record->utc_offset);
  g_autoptr (YfStatement) statement = yf_statement_new (database, "flare-add", error);
  gint64 changed;

  if (statement == NULL)
    return FALSE;

  yf_statement_bind_text (statement, ":uuid", record->id);
  yf_statement_bind_int (statement, ":at", record->at);
  yf_statement_bind_int (statement, ":utc_offset", record->utc_offset);
  yf_store_bind_range (statement, day, day);
  if (!yf_statement_run (statement, &changed, error))
    return FALSE;

  if (added != NULL)
    *added = changed == 1;

  return TRUE;
}

static gboolean
write_flare (YfDatabase  *database,
             gpointer     data,
             GError     **error)
{
  return yf_store_write_flare (database, data, NULL, error);
}

static gpointer
read_flare (YfStatement  *row,
            GError      **error)
{
  YfFlareRecord *record = g_new0 (YfFlareRecord, 1);

  record->id = g_strdup (yf_statement_get_text (row, 0));
  record->at = yf_statement_get_int (row, 1);
  record->utc_offset = (gint32) yf_statement_get_int (row, 2);

  return record;
}

const YfStoreList yf_store_flare_list = { "flare-list", yf_store_bind_range, read_flare };

/* -- Reviews --------------------------------------------------------------- */

/*
 * yf_store_write_review:
 * @data: a #YfReviewRecord
 */
gboolean
yf_store_write_review (YfDatabase  *database,
                       gpointer     data,
                       GError     **error)
{
  const YfReviewRecord *record = data;
  g_autoptr (YfStatement) statement = yf_statement_new (database, "review-add", error);

  if (statement == NULL)
    return FALSE;

  yf_statement_bind_text (statement, ":uuid", record->id);
  yf_statement_bind_int (statement, ":at", record->at);
  yf_statement_bind_int (statement, ":utc_offset", record->utc_offset);
  yf_statement_bind_text (statement, ":exercise", record->exercise);
  /* A name that is empty is nobody's. */
  yf_statement_bind_text (statement, ":clinician",
                          record->clinician != NULL && *record->clinician != '\0'
                          ? record->clinician : NULL);

  return yf_statement_run (statement, NULL, error);
}

static gpointer
read_review (YfStatement  *row,
             GError      **error)
{
  YfReviewRecord *record = g_new0 (YfReviewRecord, 1);

  record->id = g_strdup (yf_statement_get_text (row, 0));
  record->at = yf_statement_get_int (row, 1);
  record->utc_offset = (gint32) yf_statement_get_int (row, 2);
  record->exercise = g_strdup (yf_statement_get_text (row, 3));
  record->clinician = g_strdup (yf_statement_get_text (row, 4));

  return record;
}

const YfStoreList yf_store_review_list = { "review-list", yf_store_bind_range, read_review };

/* -- Saying it ------------------------------------------------------------- */

/**
 * yf_store_add_flare_async:
 * @self: an open store
 * @flare: what was said
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is durable or has failed
 * @user_data: data for @callback
 *
 * Keeps that a day is a flare. Of a day that is one already there is nothing more to
 * keep.
 */
void
yf_store_add_flare_async (YfStore             *self,
                          const YfFlareRecord *flare,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_return_if_fail (YF_IS_STORE (self));
  g_return_if_fail (flare != NULL);

  yf_store_push_write (self, yf_flare_record_copy (flare), (GDestroyNotify) yf_flare_record_free,
                       write_flare, cancellable, callback, user_data, yf_store_add_flare_async);
}

/**
 * yf_store_add_review_async:
 * @self: an open store
 * @review: what was said; a clinician without a name is none
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is durable or has failed
 * @user_data: data for @callback
 *
 * Keeps that a suspended exercise was looked at again.
 */
void
yf_store_add_review_async (YfStore              *self,
                           const YfReviewRecord *review,
                           GCancellable         *cancellable,
                           GAsyncReadyCallback   callback,
                           gpointer              user_data)
{
  g_return_if_fail (YF_IS_STORE (self));
  g_return_if_fail (review != NULL);

  yf_store_push_write (self, yf_review_record_copy (review),
                       (GDestroyNotify) yf_review_record_free, yf_store_write_review, cancellable,
                       callback, user_data, yf_store_add_review_async);
}
