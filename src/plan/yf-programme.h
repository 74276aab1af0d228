/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "yf-routine.h"
#include "yf-rules.h"

G_BEGIN_DECLS

#define YF_TYPE_PROGRAMME (yf_programme_get_type ())

#define YF_PROGRAMME_ERROR (yf_programme_error_quark ())

/**
 * YfProgrammeError:
 * @YF_PROGRAMME_ERROR_INVALID: a file breaks the format; the message begins
 *   with file and line
 * @YF_PROGRAMME_ERROR_CONFLICT: a sound file that cannot follow what was
 *   installed before
 */
typedef enum
{
  YF_PROGRAMME_ERROR_INVALID,
  YF_PROGRAMME_ERROR_CONFLICT,
} YfProgrammeError;

/**
 * YF_PROGRAMME_NAMESPACE:
 *
 * What the root of a file may say as its namespace, so that a file manager
 * knows one that has lost its ending.
 */
#define YF_PROGRAMME_NAMESPACE "urn:yanfei:programme"

/**
 * YF_PROGRAMME_MAX_SIZE:
 *
 * The largest file, in bytes: 256 KiB. A programme of twenty exercises has five.
 */
#define YF_PROGRAMME_MAX_SIZE (256 * 1024)

/**
 * YF_PROGRAMME_NO_PAIN:
 *
 * A programme says nothing about pain.
 */
#define YF_PROGRAMME_NO_PAIN (-1)

/* The most that even a clinician's own word can lift a dose to: beyond these a
 * number in a file is a slip of the pen. Yanfei's own choice. A hold whose ceiling
 * is longer anyway may be as long as that. */
#define YF_PROGRAMME_MAX_SETS 10
#define YF_PROGRAMME_MAX_REPS 50
#define YF_PROGRAMME_MAX_HOLD (120 * YF_SECOND)

/**
 * YfProgrammeItem:
 * @exercise: what is to be done
 * @dose: how much of it
 * @cap: the most of it: what the file says, or the ceiling
 * @above_ceiling: whether @cap is above the exercise's own ceiling, which a
 *   clearance in the file allows: a clinician's limit
 * @pace: how fast
 * @notes: (element-type utf8): sentences for the person
 */
typedef struct
{
  YfExercise *exercise;
  YfDose      dose;
  YfDose      cap;
  gboolean    above_ceiling;
  YfPace      pace;
  GPtrArray  *notes;
} YfProgrammeItem;

/**
 * YfProgrammeBan:
 * @exercise: the id of an exercise or relief that is not to be done
 * @note: (nullable): why
 */
typedef struct
{
  char *exercise;
  char *note;
} YfProgrammeBan;

/**
 * YfProgrammeSchedule:
 * @days_a_week: on how many days of a week, 1 to 7; 0: nothing is said
 * @weekdays: bits of the days of the week, 1 << 0 for Monday; 0 where any will do
 * @times_a_day: how often on such a day, 1 to 6; 0: nothing is said
 */
typedef struct
{
  int   days_a_week;
  guint weekdays;
  int   times_a_day;
} YfProgrammeSchedule;

/**
 * YfProgrammeClearance:
 * @clearance: what the clinician allows, in the clinician's name
 * @above_ceiling: whether it allows its exercises above their ceilings
 */
typedef struct
{
  YfClearance *clearance;
  gboolean     above_ceiling;
} YfProgrammeClearance;

/**
 * YfProgramme:
 *
 * What a physiotherapist or doctor has written for one person: a `*.yanfei`
 * file. Immutable.
 */
typedef struct _YfProgramme YfProgramme;

GType        yf_programme_get_type        (void) G_GNUC_CONST;
GQuark       yf_programme_error_quark     (void);

YfProgramme *yf_programme_new_from_bytes  (YfCatalogue     *catalogue,
                                           const char      *name,
                                           GBytes          *bytes,
                                           GError         **error);
YfProgramme *yf_programme_new_from_file   (YfCatalogue     *catalogue,
                                           GFile           *file,
                                           GError         **error);
YfProgramme *yf_programme_ref             (YfProgramme     *self);
void         yf_programme_unref           (YfProgramme     *self);

const char  *yf_programme_get_name        (YfProgramme     *self);
const char  *yf_programme_get_clinician   (YfProgramme     *self);
YfDay        yf_programme_get_date        (YfProgramme     *self);
YfDay        yf_programme_get_from        (YfProgramme     *self);
YfDay        yf_programme_get_until       (YfProgramme     *self);
gboolean     yf_programme_is_valid_on     (YfProgramme     *self,
                                           YfDay            day);
GPtrArray   *yf_programme_get_notes       (YfProgramme     *self);
GPtrArray   *yf_programme_get_items       (YfProgramme     *self);
GPtrArray   *yf_programme_get_own         (YfProgramme     *self);
GPtrArray   *yf_programme_get_bans        (YfProgramme     *self);
GPtrArray   *yf_programme_get_clearances  (YfProgramme     *self);
const YfProgrammeSchedule *
             yf_programme_get_schedule    (YfProgramme     *self);
int          yf_programme_get_pain_stop   (YfProgramme     *self);
int          yf_programme_get_pain_rest   (YfProgramme     *self);
const char  *yf_programme_get_xml         (YfProgramme     *self);
const YfProgrammeItem *
             yf_programme_find_item       (YfProgramme     *self,
                                           const char      *exercise);
const YfProgrammeBan *
             yf_programme_find_ban        (YfProgramme     *self,
                                           const char      *exercise);
gboolean     yf_programme_check_dose      (YfProgramme     *self,
                                           YfExercise      *exercise,
                                           const YfDose    *dose,
                                           GError         **error);
gboolean     yf_programme_can_follow      (YfProgramme     *self,
                                           YfProgramme     *earlier,
                                           GError         **error);

/* How it bears on the safety table */
YfProfile   *yf_programme_dup_profile     (YfProgramme     *self,
                                           const YfProfile *profile);
gboolean     yf_programme_wants_rest      (YfProgramme     *self,
                                           const YfCheckIn *check_in,
                                           YfDay            day);
YfJudgement *yf_programme_judge           (YfProgramme     *self,
                                           YfRules         *rules,
                                           const YfProfile *profile,
                                           const YfCheckIn *check_in,
                                           YfExercise      *exercise,
                                           YfDay            day,
                                           int              minute);

char        *yf_programme_anonymise_xml   (const char      *xml);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfProgramme, yf_programme_unref)

G_END_DECLS
