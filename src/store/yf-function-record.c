/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-function-record.h"

#include "yf-record.h"

/**
 * yf_function_activity_new:
 * @name: what the person finds hard, in their own words
 * @at: since when it is followed, in microseconds since the Unix epoch
 *
 * Returns: (transfer full): an activity with an id of its own
 */
YfFunctionActivity *
yf_function_activity_new (const char *name,
                          gint64      at)
{
  YfFunctionActivity *self;

  g_return_val_if_fail (name != NULL && name[0] != '\0', NULL);

  self = g_new0 (YfFunctionActivity, 1);
  self->id = g_uuid_string_random ();
  self->name = g_strdup (name);
  self->at = at;
  self->utc_offset = yf_real_get_utc_offset (at);

  return self;
}

/**
 * yf_function_activity_copy:
 * @self: an activity
 *
 * Returns: (transfer full): a copy
 */
YfFunctionActivity *
yf_function_activity_copy (const YfFunctionActivity *self)
{
  YfFunctionActivity *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->id = g_strdup (self->id);
  copy->name = g_strdup (self->name);

  return copy;
}

void
yf_function_activity_free (YfFunctionActivity *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self->name);
  g_free (self);
}

static void
score_free (gpointer data)
{
  YfFunctionScore *score = data;

  g_free (score->activity);
  g_free (score);
}

/**
 * yf_function_rating_new:
 * @at: when it was answered, in microseconds since the Unix epoch
 *
 * Returns: (transfer full): a rating with an id of its own and no scores
 */
YfFunctionRating *
yf_function_rating_new (gint64 at)
{
  YfFunctionRating *self = g_new0 (YfFunctionRating, 1);

  self->id = g_uuid_string_random ();
  self->at = at;
  self->utc_offset = yf_real_get_utc_offset (at);
  self->scores = g_ptr_array_new_with_free_func (score_free);

  return self;
}

/**
 * yf_function_rating_add_score:
 * @self: a rating that is being made
 * @activity: the id of an activity
 * @score: 0, not able to, to %YF_FUNCTION_MAX, as before the trouble
 *
 * Adds the score of one activity.
 */
void
yf_function_rating_add_score (YfFunctionRating *self,
                              const char       *activity,
                              int               score)
{
  YfFunctionScore *added;

  g_return_if_fail (self != NULL);
  g_return_if_fail (activity != NULL);
  g_return_if_fail (score >= 0 && score <= YF_FUNCTION_MAX);

  added = g_new0 (YfFunctionScore, 1);
  added->activity = g_strdup (activity);
  added->score = score;
  g_ptr_array_add (self->scores, added);
}

/**
 * yf_function_rating_get_mean:
 * @self: a rating with a score at least
 *
 * Returns: the mean of its scores, 0 to 10
 */
double
yf_function_rating_get_mean (const YfFunctionRating *self)
{
  int sum = 0;

  g_return_val_if_fail (self != NULL && self->scores->len > 0, 0);

  for (guint i = 0; i < self->scores->len; i++)
    sum += ((const YfFunctionScore *) g_ptr_array_index (self->scores, i))->score;

  return (double) sum / self->scores->len;
}

/**
 * yf_function_rating_copy:
 * @self: a rating
 *
 * Returns: (transfer full): a copy
 */
YfFunctionRating *
yf_function_rating_copy (const YfFunctionRating *self)
{
  YfFunctionRating *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->id = g_strdup (self->id);
  copy->scores = g_ptr_array_new_with_free_func (score_free);
  for (guint i = 0; i < self->scores->len; i++)
    {
      const YfFunctionScore *score = g_ptr_array_index (self->scores, i);

      yf_function_rating_add_score (copy, score->activity, score->score);
    }

  return copy;
}

void
yf_function_rating_free (YfFunctionRating *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_ptr_array_unref (self->scores);
  g_free (self);
}
