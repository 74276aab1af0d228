/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YF_FUNCTION_MAX_ACTIVITIES:
 *
 * How many activities a person follows at a time, at most (issue of the
 * patient-specific functional scale: up to five).
 */
#define YF_FUNCTION_MAX_ACTIVITIES 5

/**
 * YF_FUNCTION_MAX:
 *
 * The best score of an activity: able to do it as before the trouble. 0 is not
 * able to do it at all. The scale is Stratford's patient-specific functional
 * scale (Physiotherapy Canada 1995;47:258-263), in Yanfei's own words.
 */
#define YF_FUNCTION_MAX 10

/**
 * YF_FUNCTION_INTERVAL_DAYS:
 *
 * How often the activities are asked about: every two weeks.
 */
#define YF_FUNCTION_INTERVAL_DAYS 14

/**
 * YfFunctionActivity:
 * @id: a UUID
 * @name: what the person finds hard, in their own words; never empty
 * @at: since when it is followed, in microseconds since the Unix epoch
 * @utc_offset: seconds east of UTC in force at @at
 * @retired: since when it is followed no longer, likewise, or 0; it stays in
 *   the log, for scores name it
 *
 * Something that a person finds hard to do, and follows.
 */
typedef struct
{
  char   *id;
  char   *name;
  gint64  at;
  gint32  utc_offset;
  gint64  retired;
} YfFunctionActivity;

YfFunctionActivity *yf_function_activity_new  (const char               *name,
                                               gint64                    at);
YfFunctionActivity *yf_function_activity_copy (const YfFunctionActivity *self);
void                yf_function_activity_free (YfFunctionActivity       *self);

/**
 * YfFunctionScore:
 * @activity: the id of a #YfFunctionActivity
 * @score: 0 to %YF_FUNCTION_MAX
 */
typedef struct
{
  char *activity;
  int   score;
} YfFunctionScore;

/**
 * YfFunctionRating:
 * @id: a UUID
 * @at: when it was answered, in microseconds since the Unix epoch
 * @utc_offset: seconds east of UTC in force at @at
 * @scores: (element-type YfFunctionScore): one for each activity that was
 *   answered, at least one
 *
 * One asking about all the activities.
 */
typedef struct
{
  char      *id;
  gint64     at;
  gint32     utc_offset;
  GPtrArray *scores;
} YfFunctionRating;

YfFunctionRating *yf_function_rating_new       (gint64                  at);
void              yf_function_rating_add_score (YfFunctionRating       *self,
                                                const char             *activity,
                                                int                     score);
double            yf_function_rating_get_mean  (const YfFunctionRating *self);
YfFunctionRating *yf_function_rating_copy      (const YfFunctionRating *self);
void              yf_function_rating_free      (YfFunctionRating       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfFunctionActivity, yf_function_activity_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfFunctionRating, yf_function_rating_free)

G_END_DECLS
