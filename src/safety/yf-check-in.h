/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "yf-day.h"

G_BEGIN_DECLS

#define YF_TYPE_CHECK_IN (yf_check_in_get_type ())

/**
 * YF_PAIN_UNANSWERED:
 *
 * The value of a pain score that was not given. Scores are on the numeric
 * rating scale (NRS), whole numbers from 0 to 10.
 */
#define YF_PAIN_UNANSWERED (-1)
#define YF_PAIN_MAX 10

/**
 * YF_DAYS_UNSAID:
 *
 * A red flag is there, and nobody said for how many days.
 */
#define YF_DAYS_UNSAID (-1)

/**
 * YfMoved:
 *
 * Where the pain has gone since the last time: down the leg, up towards the
 * back, or nowhere.
 */
typedef enum
{
  YF_MOVED_UNKNOWN,
  YF_MOVED_DOWN,
  YF_MOVED_UP,
  YF_MOVED_SAME,
} YfMoved;

/**
 * YfSign:
 * @flag: id of a red flag, interned
 * @days: for how many days it has been there on @seen, or %YF_DAYS_UNSAID
 * @seen: the day of the answer, or %YF_DAY_NONE for the answer of this
 *   check-in
 * @since: the first day of the unbroken run of check-ins, up to the latest,
 *   in which it was there; %YF_DAY_NONE if the latest did not have it
 */
typedef struct
{
  const char *flag;
  int         days;
  YfDay       seen;
  YfDay       since;
} YfSign;

/**
 * YfCheckIn:
 *
 * How a person is today: the answers given before a session, together with
 * what the log already knows and today's answers do not undo: signs reported
 * earlier today, emergencies that no clinician has assessed, and exercises
 * stopped for pain today. A copyable value.
 */
typedef struct _YfCheckIn YfCheckIn;

GType         yf_check_in_get_type      (void) G_GNUC_CONST;

YfCheckIn    *yf_check_in_new           (void);
YfCheckIn    *yf_check_in_copy          (const YfCheckIn *self);
void          yf_check_in_free          (YfCheckIn       *self);

int           yf_check_in_get_pain_back (const YfCheckIn *self);
void          yf_check_in_set_pain_back (YfCheckIn       *self,
                                         int              pain);
int           yf_check_in_get_pain_leg  (const YfCheckIn *self);
void          yf_check_in_set_pain_leg  (YfCheckIn       *self,
                                         int              pain);
YfMoved       yf_check_in_get_moved     (const YfCheckIn *self);
void          yf_check_in_set_moved     (YfCheckIn       *self,
                                         YfMoved          moved);

/* Today's answers */
void          yf_check_in_set_flag      (YfCheckIn       *self,
                                         const char      *flag,
                                         gboolean         present,
                                         int              days);
gboolean      yf_check_in_has_flag      (const YfCheckIn *self,
                                         const char      *flag,
                                         int             *days);
guint         yf_check_in_get_n_flags   (const YfCheckIn *self);
const YfSign *yf_check_in_get_flag      (const YfCheckIn *self,
                                         guint            index);

/* What the log knows */
void          yf_check_in_add_standing  (YfCheckIn       *self,
                                         const char      *flag,
                                         int              days,
                                         YfDay            seen,
                                         YfDay            since);
guint         yf_check_in_get_n_standing (const YfCheckIn *self);
const YfSign *yf_check_in_get_standing  (const YfCheckIn *self,
                                         guint            index);
YfDay         yf_check_in_get_latest    (const YfCheckIn *self);
void          yf_check_in_set_latest    (YfCheckIn       *self,
                                         YfDay            day);
void          yf_check_in_add_stopped   (YfCheckIn       *self,
                                         const char      *exercise);
gboolean      yf_check_in_has_stopped   (const YfCheckIn *self,
                                         const char      *exercise);
void          yf_check_in_adopt_log     (YfCheckIn       *self,
                                         const YfCheckIn *known);
void          yf_check_in_adopt_signs   (YfCheckIn       *self,
                                         const YfCheckIn *known);

const char   *yf_moved_get_id           (YfMoved          moved);
gboolean      yf_moved_from_id          (const char      *id,
                                         YfMoved         *moved);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfCheckIn, yf_check_in_free)

G_END_DECLS
