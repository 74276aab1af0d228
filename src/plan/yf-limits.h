/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-programme.h"

G_BEGIN_DECLS

#define YF_TYPE_LIMITS (yf_limits_get_type ())

/* Pain during exercise, as in a traffic light: 0 to 3 go on, 4 and 5 ease off, 6
 * to 10 stop (clinical.md, section 6: Yanfei's own). A clinician can set other
 * limits. */
#define YF_LIMITS_EASE_PAIN 4
#define YF_LIMITS_STOP_PAIN 6

/**
 * YfLimit:
 * @entry: what says so, for the person to find: the id of a programme version; copied
 * @exercise: the id of an exercise; copied
 * @from: the first day on which it holds
 * @until: the last, or %YF_DAY_NONE where there is none
 * @prescribed: the clinician wants it done
 * @forbidden: the clinician wants it left alone
 * @start: the dose to begin with; a part that is 0 is as the catalogue has it
 * @most: the most of it; a part that is 0 is as the catalogue has it. It lowers a
 *   ceiling and never lifts one
 *
 * A clinician's word on one exercise.
 */
typedef struct
{
  const char *entry;
  const char *exercise;
  YfDay       from;
  YfDay       until;
  gboolean    prescribed;
  gboolean    forbidden;
  YfDose      start;
  YfDose      most;
} YfLimit;

/**
 * YfLimits:
 *
 * All that clinicians have said about how much: of each version of a programme,
 * with the days on which it held, so that the past is replayed by the limits of
 * its time. Ref-counted; not changed once it is shared.
 */
typedef struct _YfLimits YfLimits;

/**
 * YfPainLight:
 *
 * What to do about pain in the middle of an exercise.
 */
typedef enum
{
  YF_PAIN_LIGHT_GO_ON,
  YF_PAIN_LIGHT_EASE_OFF,
  YF_PAIN_LIGHT_STOP,
} YfPainLight;

GType          yf_limits_get_type     (void) G_GNUC_CONST;
YfLimits      *yf_limits_new          (void);
YfLimits      *yf_limits_ref          (YfLimits      *self);
void           yf_limits_unref        (YfLimits      *self);
void           yf_limits_add          (YfLimits      *self,
                                       const YfLimit *limit);
void           yf_limits_add_programme (YfLimits     *self,
                                       YfProgramme   *programme,
                                       const char    *entry,
                                       YfDay          from,
                                       YfDay          until);
void           yf_limits_set_pain     (YfLimits      *self,
                                       int            ease,
                                       int            stop);
guint          yf_limits_get_n        (YfLimits      *self);
const YfLimit *yf_limits_get          (YfLimits      *self,
                                       guint          index);
const YfLimit *yf_limits_find         (YfLimits      *self,
                                       const char    *exercise,
                                       YfDay          day);
gboolean       yf_limits_are_prescribed (YfLimits    *self,
                                       YfDay          day);
void           yf_limits_reckon       (YfLimits      *self,
                                       YfExercise    *exercise,
                                       YfDay          day,
                                       YfDose        *base,
                                       YfDose        *ceiling);
YfPainLight    yf_limits_get_light    (YfLimits      *self,
                                       int            pain);
YfPainLight    yf_programme_get_light (YfProgramme   *programme,
                                       YfDay          day,
                                       int            pain);
char          *yf_programme_dup_light_text
                                      (YfProgramme   *programme,
                                       YfDay          day,
                                       int            pain);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfLimits, yf_limits_unref)

G_END_DECLS
