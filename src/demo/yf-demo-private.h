/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-demo.h"

G_BEGIN_DECLS

/* What the files yf-demo-*.c of the one made-up life share. Everything is
 * reckoned in whole numbers: no two machines round those differently. */

/**
 * YfDemoDay:
 * @pain_back: NRS on getting up
 * @pain_leg: likewise
 * @flare: whether the back has flared up; no training
 * @away: whether the person is away without their mat
 * @clinic: whether they see their doctor, who has a score filled in
 * @flag: (nullable): a red flag that nobody has assessed yet
 *
 * How one day of the life begins.
 */
typedef struct
{
  int         pain_back;
  int         pain_leg;
  gboolean    flare;
  gboolean    away;
  gboolean    clinic;
  const char *flag;
} YfDemoDay;

/**
 * YfDemoLadder:
 * @exercise: the exercise
 * @dose: how much of it is done now
 * @n_good: complete sessions since the dose last changed
 * @n_stops: pain stops in a row
 * @suspended: the first day on which it may be done again
 *
 * How an exercise goes up and down, as clinical.md section 6 has it.
 */
typedef struct
{
  YfExercise *exercise;
  YfDose      dose;
  int         n_good;
  int         n_stops;
  YfDay       suspended;
} YfDemoLadder;

/**
 * YfDemo:
 * @first: the first day of the log
 * @today: its last
 * @onset: when the episode began, before @first
 * @relief: when the pain eased
 * @strong: from when on the back counts as strong
 * @profile: all that is known on @today
 * @days: (element-type YfDemoDay): from @first to @today
 * @ladders: (element-type utf8 YfDemoLadder): by exercise
 * @last: (nullable): the last session, until what follows from it is drawn
 * @last_day: its day
 * @n_trained: how many sessions there are
 * @entered: whether the session that is added later is there
 * @corrected: whether the one that is corrected is
 */
typedef struct
{
  YfCatalogue     *catalogue;
  YfRules         *rules;
  GRand           *rand;
  GTimeZone       *zone;
  YfLog           *log;
  YfDay            first;
  YfDay            today;
  YfDay            onset;
  YfDay            relief;
  YfDay            strong;
  YfProfile       *profile;
  GArray          *days;
  GHashTable      *ladders;
  YfSessionRecord *last;
  YfDay            last_day;
  int              n_trained;
  gboolean         entered;
  gboolean         corrected;
} YfDemo;

/**
 * YfDemoPoint:
 * @day: days since the onset
 * @value: in tenths
 *
 * One bend of a line that something follows over the years.
 */
typedef struct
{
  int day;
  int value;
} YfDemoPoint;

/* Chance */
int              yf_demo_draw           (YfDemo            *self,
                                         int                from,
                                         int                to);
gboolean         yf_demo_chance         (YfDemo            *self,
                                         int                percent);
char            *yf_demo_dup_uuid       (YfDemo            *self);
gint64           yf_demo_moment         (YfDemo            *self,
                                         YfDay              day,
                                         int                minute,
                                         gint32            *utc_offset);
int              yf_demo_follow         (const YfDemoPoint *line,
                                         gsize              n_points,
                                         int                day);

/* The course of the trouble, and the person */
void             yf_demo_draw_course    (YfDemo            *self);
const YfDemoDay *yf_demo_get_day        (YfDemo            *self,
                                         YfDay              day);
const char      *yf_demo_get_clinician  (void);
void             yf_demo_make_person    (YfDemo            *self);
YfProfile       *yf_demo_dup_profile_on (YfDemo            *self,
                                         YfDay              day);

/* How much */
void             yf_demo_ladder_free    (YfDemoLadder      *self);
YfDemoLadder    *yf_demo_get_ladder     (YfDemo            *self,
                                         const char        *exercise);
void             yf_demo_learn          (YfDemo            *self,
                                         YfSessionRecord   *session,
                                         YfDay              day);

/* Doing it */
YfSessionRecord *yf_demo_play           (YfDemo            *self,
                                         YfRoutine         *routine,
                                         gint64             started,
                                         gint32             utc_offset,
                                         gboolean           may_stop);
YfSessionRecord *yf_demo_enter          (YfDemo            *self,
                                         YfRoutine         *routine,
                                         gint64             started,
                                         gint32             utc_offset);
void             yf_demo_answer_morning (YfDemo            *self,
                                         YfDay              day);
gboolean         yf_demo_train          (YfDemo            *self,
                                         YfDay              day);

/* What else is written down */
void             yf_demo_set_up         (YfDemo            *self);
void             yf_demo_write_day      (YfDemo            *self,
                                         YfDay              day,
                                         gboolean           trained);
void             yf_demo_add_edit       (YfDemo            *self,
                                         YfDay              day,
                                         YfSessionRecord   *old,
                                         YfSessionRecord   *new);

G_END_DECLS
