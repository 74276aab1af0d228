/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-day-plan.h"
#include "yf-demo.h"
#include "yf-followed.h"

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
 * YfDemoOutlook:
 * @day: the day
 * @programme: (nullable): the programme that is followed on @day
 * @profile: the person, as far as is known on @day
 * @history: what was done before
 * @limits: what clinicians have said
 * @progression: the doses of @day
 *
 * What a day is planned by.
 */
typedef struct
{
  YfDay             day;
  const YfFollowed *programme;
  YfProfile        *profile;
  YfHistory        *history;
  YfLimits         *limits;
  YfProgression    *progression;
} YfDemoOutlook;

void yf_demo_outlook_clear (YfDemoOutlook *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YfDemoOutlook, yf_demo_outlook_clear)

/**
 * YfDemo:
 * @first: the first day of the log
 * @today: its last
 * @onset: when the episode began, before @first
 * @relief: when the pain eased
 * @strong: from when on the back counts as strong
 * @profile: all that is known on @today
 * @days: (element-type YfDemoDay): from @first to @today
 * @followed: (nullable) (element-type YfFollowed): the programmes in the log
 * @n_choices: of how many choices @followed is
 * @last: (nullable): the last session, until what follows from it is drawn
 * @last_day: its day
 * @last_trained: the day of the last session that there is, or 0
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
  GPtrArray       *followed;
  guint            n_choices;
  YfSessionRecord *last;
  YfDay            last_day;
  YfDay            last_trained;
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

/* The plan */
void             yf_demo_look_ahead     (YfDemo            *self,
                                         YfDay              day,
                                         YfDemoOutlook     *outlook);
YfDayPlan       *yf_demo_plan           (YfDemo            *self,
                                         const YfDemoOutlook *outlook,
                                         const YfCheckIn   *check_in,
                                         const YfWishRecord *wishes);
void             yf_demo_follow_programme (YfDemo          *self,
                                         YfDay              day,
                                         YfSessionRecord   *session);
void             yf_demo_review         (YfDemo            *self,
                                         const YfDemoOutlook *outlook);
void             yf_demo_declare_flare  (YfDemo            *self,
                                         YfDay              day);
void             yf_demo_note_changes   (YfDemo            *self);
void             yf_demo_install_programme (YfDemo         *self,
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

/* The hours between */
void             yf_demo_remind_of_morning (YfDemo         *self,
                                         YfDay              day,
                                         YfSessionRecord   *session);
void             yf_demo_remind_of_session (YfDemo         *self,
                                         YfDay              day,
                                         YfSessionRecord   *session);
void             yf_demo_sit            (YfDemo            *self,
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
