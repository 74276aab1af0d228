/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-store-private.h"

#include <glib/gi18n-lib.h>

/* What a person follows: activities they find hard and how they go, scores from
 * the clinic, and how often they mean to train. */

/* -- Activities that are hard ---------------------------------------------- */

gboolean
yf_store_write_function (YfDatabase                *database,
                         const YfFunctionActivity  *activity,
                         GError                   **error)
{
  g_autoptr (YfStatement) statement = NULL;

  statement = yf_statement_new (database, "function-activity-add", error);
  if (statement == NULL)
    return FALSE;

  yf_statement_bind_text (statement, ":uuid", activity->id);
  yf_statement_bind_text (statement, ":name", activity->name);
  yf_statement_bind_int (statement, ":at", activity->at);
  yf_statement_bind_int (statement, ":utc_offset", activity->utc_offset);
  yf_statement_bind_unless (statement, ":retired", activity->retired, 0);

  return yf_statement_run (statement, NULL, error);
}

/*
 * yf_store_check_functions:
 *
 * Makes sure, at the end of a transaction, that no more activities are followed
 * than may be.
 */
gboolean
yf_store_check_functions (YfDatabase  *database,
                          GError     **error)
{
  gint64 count;

  if (!yf_database_read_int (database, yf_sql_get ("function-activity-count"), &count, error))
    return FALSE;

  if (count <= YF_FUNCTION_MAX_ACTIVITIES)
    return TRUE;

  g_set_error (error, YF_STORE_ERROR, YF_STORE_ERROR_FAILED,
               /* Translators: %d is a number of activities. */
               ngettext ("No more than %d activity can be followed at a time. Stop following "
                         "one first.",
                         "No more than %d activities can be followed at a time. Stop following "
                         "one first.", YF_FUNCTION_MAX_ACTIVITIES),
               YF_FUNCTION_MAX_ACTIVITIES);

  return FALSE;
}

static gboolean
write_new_function (YfDatabase  *database,
                    gpointer     data,
                    GError     **error)
{
  return yf_store_write_function (database, data, error)
         && yf_store_check_functions (database, error);
}

static gboolean
write_retired (YfDatabase  *database,
               gpointer     data,
               GError     **error)
{
  const YfFunctionActivity *activity = data;
  g_autoptr (YfStatement) statement = NULL;
  gint64 changed;

  statement = yf_statement_new (database, "function-activity-retire", error);
  if (statement == NULL)
    return FALSE;

  yf_statement_bind_text (statement, ":uuid", activity->id);
  yf_statement_bind_int (statement, ":retired", activity->retired);
  if (!yf_statement_run (statement, &changed, error))
    return FALSE;

  if (changed == 1)
    return TRUE;

  g_set_error (error, YF_STORE_ERROR, YF_STORE_ERROR_FAILED,
               /* Translators: %s is the identifier of an activity. */
               _("The activity %s is not followed any more. Look at your activities again."),
               activity->id);

  return FALSE;
}

static gpointer
read_function (YfStatement  *row,
               GError      **error)
{
  YfFunctionActivity *activity = g_new0 (YfFunctionActivity, 1);

  activity->id = g_strdup (yf_statement_get_text (row, 0));
  activity->name = g_strdup (yf_statement_get_text (row, 1));
  activity->at = yf_statement_get_int (row, 2);
  activity->utc_offset = (gint32) yf_statement_get_int (row, 3);
  activity->retired = yf_statement_get_or (row, 4, 0);

  return activity;
}

const YfStoreList yf_store_function_list = { "function-activity-list", NULL, read_function };

/* -- Ratings --------------------------------------------------------------- */

static gboolean
write_rating_scores (YfDatabase              *database,
                     const YfFunctionRating  *rating,
                     gint64                   id,
                     GError                 **error)
{
  g_autoptr (YfStatement) statement = NULL;

  statement = yf_statement_new (database, "function-rating-add-score", error);
  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < rating->scores->len; i++)
    {
      const YfFunctionScore *score = g_ptr_array_index (rating->scores, i);
      gint64 changed;

      yf_statement_bind_int (statement, ":rating", id);
      yf_statement_bind_int (statement, ":position", i);
      yf_statement_bind_text (statement, ":activity", score->activity);
      yf_statement_bind_int (statement, ":score", score->score);
      if (!yf_statement_run (statement, &changed, error))
        return FALSE;

      if (changed != 1)
        {
          g_set_error (error, YF_STORE_ERROR, YF_STORE_ERROR_FAILED,
                       /* Translators: %s is the identifier of an activity. */
                       _("There is no activity %s in the log that could be given a score. Look "
                         "at your activities again."), score->activity);
          return FALSE;
        }
    }

  return TRUE;
}

/*
 * yf_store_write_rating:
 * @data: a #YfFunctionRating
 */
gboolean
yf_store_write_rating (YfDatabase  *database,
                       gpointer     data,
                       GError     **error)
{
  const YfFunctionRating *rating = data;
  g_autoptr (YfStatement) statement = NULL;

  if (rating->scores->len == 0)
    {
      g_set_error_literal (error, YF_STORE_ERROR, YF_STORE_ERROR_FAILED,
                           _("Nothing can be kept of a rating without a score. Give at least "
                             "one activity a score."));
      return FALSE;
    }

  statement = yf_statement_new (database, "function-rating-add", error);
  if (statement == NULL)
    return FALSE;

  yf_statement_bind_text (statement, ":uuid", rating->id);
  yf_statement_bind_int (statement, ":at", rating->at);
  yf_statement_bind_int (statement, ":utc_offset", rating->utc_offset);
  if (!yf_statement_run (statement, NULL, error))
    return FALSE;

  return write_rating_scores (database, rating,
                              sqlite3_last_insert_rowid (yf_database_get_handle (database)),
                              error);
}

static gboolean
read_rating_scores (YfStatement       *statement,
                    YfFunctionRating  *rating,
                    gint64             id,
                    GError           **error)
{
  gboolean row;

  yf_statement_bind_int (statement, ":rating", id);
  while (TRUE)
    {
      if (!yf_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return yf_statement_reset (statement, error);

      yf_function_rating_add_score (rating, yf_statement_get_text (statement, 0),
                                    (int) yf_statement_get_int (statement, 1));
    }
}

/*
 * yf_store_read_ratings:
 *
 * A #YfStoreReader.
 */
gboolean
yf_store_read_ratings (YfStore     *self,
                       YfDatabase  *database,
                       YfDay        from,
                       YfDay        to,
                       GPtrArray   *counting,
                       GPtrArray   *old,
                       GError     **error)
{
  g_autoptr (YfStatement) ratings = NULL;
  g_autoptr (YfStatement) scores = NULL;
  gboolean row;

  ratings = yf_statement_new (database, "function-rating-list", error);
  if (ratings == NULL)
    return FALSE;
  scores = yf_statement_new (database, "function-rating-read-scores", error);
  if (scores == NULL)
    return FALSE;

  yf_store_bind_range (ratings, from, to);
  while (TRUE)
    {
      YfFunctionRating *rating;
      GPtrArray *records;

      if (!yf_statement_step (ratings, &row, error))
        return FALSE;
      if (!row)
        return TRUE;

      records = yf_statement_get_int (ratings, 1) != 0 ? old : counting;
      if (records == NULL)
        continue;

      rating = yf_function_rating_new (yf_statement_get_int (ratings, 3));
      g_ptr_array_add (records, rating);
      g_free (rating->id);
      rating->id = g_strdup (yf_statement_get_text (ratings, 0));
      rating->utc_offset = (gint32) yf_statement_get_int (ratings, 4);
      if (!read_rating_scores (scores, rating, yf_statement_get_int (ratings, 2), error))
        return FALSE;
    }
}

/* -- Scores from the clinic ------------------------------------------------ */

/*
 * yf_store_write_score:
 * @data: a #YfClinicScore
 */
gboolean
yf_store_write_score (YfDatabase  *database,
                      gpointer     data,
                      GError     **error)
{
  const YfClinicScore *score = data;
  g_autoptr (YfStatement) statement = yf_statement_new (database, "clinic-score-add", error);

  if (statement == NULL)
    return FALSE;

  yf_statement_bind_text (statement, ":uuid", score->id);
  yf_statement_bind_text (statement, ":scale", yf_clinic_scale_get_id (score->scale));
  yf_statement_bind_day (statement, ":day", score->day);
  yf_statement_bind_int (statement, ":total", score->total);
  yf_statement_bind_int (statement, ":at", score->at);
  yf_statement_bind_int (statement, ":utc_offset", score->utc_offset);

  return yf_statement_run (statement, NULL, error);
}

static gpointer
read_score (YfStatement  *row,
            GError      **error)
{
  g_autoptr (YfClinicScore) score = g_new0 (YfClinicScore, 1);

  score->id = g_strdup (yf_statement_get_text (row, 0));
  score->total = (int) yf_statement_get_int (row, 4);
  score->at = yf_statement_get_int (row, 5);
  score->utc_offset = (gint32) yf_statement_get_int (row, 6);

  if (!yf_clinic_scale_from_id (yf_statement_get_text (row, 2), &score->scale)
      || !yf_day_parse (yf_statement_get_text (row, 3), &score->day))
    {
      yf_statement_set_damaged (row, "not a clinic score", error);
      return NULL;
    }

  return g_steal_pointer (&score);
}

/*
 * yf_store_read_scores:
 *
 * A #YfStoreReader. The day of a score is the one on which it was filled in.
 */
gboolean
yf_store_read_scores (YfStore     *self,
                      YfDatabase  *database,
                      YfDay        from,
                      YfDay        to,
                      GPtrArray   *counting,
                      GPtrArray   *old,
                      GError     **error)
{
  g_autoptr (YfStatement) statement = yf_statement_new (database, "clinic-score-list", error);

  if (statement == NULL)
    return FALSE;

  yf_statement_bind_days (statement, from, to);

  return yf_store_read_entries (statement, read_score, counting, old, error);
}

/* -- The schedule ---------------------------------------------------------- */

/*
 * yf_store_write_schedule:
 * @data: a #YfScheduleRecord
 */
gboolean
yf_store_write_schedule (YfDatabase  *database,
                         gpointer     data,
                         GError     **error)
{
  const YfScheduleRecord *schedule = data;
  g_autoptr (YfStatement) statement = yf_statement_new (database, "schedule-add", error);

  if (statement == NULL)
    return FALSE;

  yf_statement_bind_text (statement, ":uuid", schedule->id);
  yf_statement_bind_int (statement, ":at", schedule->at);
  yf_statement_bind_int (statement, ":utc_offset", schedule->utc_offset);
  yf_statement_bind_int (statement, ":days_a_week", schedule->days_a_week);

  return yf_statement_run (statement, NULL, error);
}

static gpointer
read_schedule (YfStatement  *row,
               GError      **error)
{
  YfScheduleRecord *schedule = g_new0 (YfScheduleRecord, 1);

  schedule->id = g_strdup (yf_statement_get_text (row, 0));
  schedule->at = yf_statement_get_int (row, 1);
  schedule->utc_offset = (gint32) yf_statement_get_int (row, 2);
  schedule->days_a_week = (int) yf_statement_get_int (row, 3);

  return schedule;
}

const YfStoreList yf_store_schedule_list = { "schedule-list", NULL, read_schedule };

/**
 * yf_store_add_function_async:
 * @self: an open store
 * @activity: an activity that is followed from now on
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is durable or has failed
 * @user_data: data for @callback
 *
 * Adds an activity that the person finds hard. Fails with
 * %YF_STORE_ERROR_FAILED where %YF_FUNCTION_MAX_ACTIVITIES are followed
 * already.
 */
void
yf_store_add_function_async (YfStore                   *self,
                             const YfFunctionActivity  *activity,
                             GCancellable              *cancellable,
                             GAsyncReadyCallback        callback,
                             gpointer                   user_data)
{
  g_return_if_fail (YF_IS_STORE (self));
  g_return_if_fail (activity != NULL);

  yf_store_push_write (self, yf_function_activity_copy (activity),
                       (GDestroyNotify) yf_function_activity_free, write_new_function,
                       cancellable, callback, user_data, yf_store_add_function_async);
}

/**
 * yf_store_retire_function_async:
 * @self: an open store
 * @activity: the id of an activity that is followed
 * @at: from when on it is not, in microseconds since the Unix epoch
 * @cancellable: (nullable): a cancellable
 * @callback: called when that is durable or has failed
 * @user_data: data for @callback
 *
 * Says that an activity is followed no longer. Its scores stay.
 */
void
yf_store_retire_function_async (YfStore             *self,
                                const char          *activity,
                                gint64               at,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  YfFunctionActivity *retired;

  g_return_if_fail (YF_IS_STORE (self));
  g_return_if_fail (activity != NULL);
  g_return_if_fail (at > 0);

  retired = g_new0 (YfFunctionActivity, 1);
  retired->id = g_strdup (activity);
  retired->retired = at;
  yf_store_push_write (self, retired, (GDestroyNotify) yf_function_activity_free, write_retired,
                       cancellable, callback, user_data, yf_store_retire_function_async);
}

/**
 * yf_store_add_rating_async:
 * @self: an open store
 * @rating: how the activities go, with a score at least
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is durable or has failed
 * @user_data: data for @callback
 *
 * Adds a rating of activities that are in the log.
 */
void
yf_store_add_rating_async (YfStore                 *self,
                           const YfFunctionRating  *rating,
                           GCancellable            *cancellable,
                           GAsyncReadyCallback      callback,
                           gpointer                 user_data)
{
  g_return_if_fail (YF_IS_STORE (self));
  g_return_if_fail (rating != NULL);

  yf_store_push_write (self, yf_function_rating_copy (rating),
                       (GDestroyNotify) yf_function_rating_free, yf_store_write_rating,
                       cancellable, callback, user_data, yf_store_add_rating_async);
}

/**
 * yf_store_add_score_async:
 * @self: an open store
 * @score: the total of a questionnaire that was filled in at a clinic
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is durable or has failed
 * @user_data: data for @callback
 *
 * Adds a score.
 */
void
yf_store_add_score_async (YfStore              *self,
                          const YfClinicScore  *score,
                          GCancellable         *cancellable,
                          GAsyncReadyCallback   callback,
                          gpointer              user_data)
{
  g_return_if_fail (YF_IS_STORE (self));
  g_return_if_fail (score != NULL);

  yf_store_push_write (self, yf_clinic_score_copy (score), (GDestroyNotify) yf_clinic_score_free,
                       yf_store_write_score, cancellable, callback, user_data,
                       yf_store_add_score_async);
}

/**
 * yf_store_set_schedule_async:
 * @self: an open store
 * @schedule: how often, and from when on
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is durable or has failed
 * @user_data: data for @callback
 *
 * Says how often the person means to train from some moment on. What they
 * meant before stays in the log.
 */
void
yf_store_set_schedule_async (YfStore                 *self,
                             const YfScheduleRecord  *schedule,
                             GCancellable            *cancellable,
                             GAsyncReadyCallback      callback,
                             gpointer                 user_data)
{
  g_return_if_fail (YF_IS_STORE (self));
  g_return_if_fail (schedule != NULL);

  yf_store_push_write (self, yf_schedule_record_copy (schedule),
                       (GDestroyNotify) yf_schedule_record_free, yf_store_write_schedule,
                       cancellable, callback, user_data, yf_store_set_schedule_async);
}
