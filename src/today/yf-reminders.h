/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-day.h"
#include "yf-reminder-record.h"

G_BEGIN_DECLS

/*
 * When a person is reminded: a pure function of what they want, what the day
 * holds, what was shown already, a time zone and a moment. None of the sources
 * says anything of reminders; all of this is Yanfei's own:
 *
 * - A session: at the person's hour, on a day on which one is due and not done.
 *   Once more two hours after the first was shown, unless they said "not today".
 *   A day of a flare has none: it is a day of rest, and counts as kept.
 * - At night, from 21:30 to 07:00, never. An hour within the night is moved: to
 *   21:00 in the evening, to 07:00 in the morning. What would be due at night
 *   once more is left out.
 * - Who slept through the hour, or whose computer did, is reminded within three
 *   hours of it, and after that no more on that day.
 * - The question of the morning: from 08:00 to 12:00 on the day after a session,
 *   once for each session, on a day of a flare too. After that only the window
 *   asks.
 * - The hour is that of the clock on the wall. One that the clocks leave out is
 *   the moment at which they go on; of one that comes twice it is the first.
 *   A civil day has a reminder once, wherever the person was when it was shown.
 */

#define YF_REMINDERS_AGAIN_AFTER    (2 * G_TIME_SPAN_HOUR)
#define YF_REMINDERS_LATE           (3 * G_TIME_SPAN_HOUR)
#define YF_REMINDERS_NIGHT_BEGINS   (21 * 60 + 30)
#define YF_REMINDERS_NIGHT_ENDS     (7 * 60)
#define YF_REMINDERS_LAST_MINUTE    (21 * 60)
#define YF_REMINDERS_MORNING_BEGINS (8 * 60)
#define YF_REMINDERS_MORNING_ENDS   (12 * 60)

/**
 * YfReminderRules:
 * @enabled: whether to remind at all
 * @minute: the minute of the day, 0 to 1439; see yf_reminders_get_minute()
 * @again: whether once more on the same day
 *
 * What the person wants.
 */
typedef struct
{
  gboolean enabled;
  int      minute;
  gboolean again;
} YfReminderRules;

/**
 * YfReminderFacts:
 * @due: a session is due today, and not done; neither on a day of a flare nor where
 *   the safety table leaves nothing
 * @busy: a session is under way, and nothing is to be shown until it is over
 * @unasked: (nullable): the id of the latest session, where nobody has said how it
 *   was on the morning after it
 * @unasked_day: the civil day of that session
 * @shown: (element-type YfReminderRecord): what was shown lately, at least on this
 *   and the last two days, in any order
 *
 * What is known.
 */
typedef struct
{
  gboolean    due;
  gboolean    busy;
  const char *unasked;
  YfDay       unasked_day;
  GPtrArray  *shown;
} YfReminderFacts;

/**
 * YfReminderAdvice:
 * @session: show a reminder of a session now
 * @kind: which: %YF_REMINDER_SESSION or %YF_REMINDER_SESSION_AGAIN
 * @morning: show the question of the morning now
 * @keep_session: a reminder of a session that shows is of today, and still right
 * @keep_morning: a question of the morning that shows is still right
 * @next: when to look again, in microseconds since the Unix epoch, if nothing
 *   happens before; 0 where nobody wants to be reminded
 */
typedef struct
{
  gboolean       session;
  YfReminderKind kind;
  gboolean       morning;
  gboolean       keep_session;
  gboolean       keep_morning;
  gint64         next;
} YfReminderAdvice;

void   yf_reminders_advise     (const YfReminderRules *rules,
                                const YfReminderFacts *facts,
                                GTimeZone             *zone,
                                gint64                 now,
                                YfReminderAdvice      *advice);
int    yf_reminders_get_minute (int                    minute);
gint64 yf_reminders_get_moment (YfDay                  day,
                                int                    minute,
                                GTimeZone             *zone);
YfDay  yf_reminders_get_day    (gint64                 at,
                                GTimeZone             *zone,
                                int                   *minute);

G_END_DECLS
