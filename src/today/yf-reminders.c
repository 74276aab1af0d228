/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-reminders.h"

#include "yf-log.h"

#define DAY_SECONDS (24 * 60 * 60)

/* No place is further from Greenwich, in either direction. */
#define FURTHEST    (15 * 60 * 60)

/* The day number of 1 January 1970. */
#define EPOCH_DAY 719163

static gint32
get_offset (GTimeZone *zone,
            gint64     seconds)
{
  return g_time_zone_get_offset (zone, g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, seconds));
}

/* The first second after @from, and not after @to, at which another interval
 * of the zone has begun than at @from; @to where there is none. Intervals are
 * numbered in the order of time. */
static gint64
find_change (GTimeZone *zone,
             gint64     from,
             gint64     to)
{
  int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, from);

  if (g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, to) == interval)
    return to;

  while (from + 1 < to)
    {
      gint64 middle = from + (to - from) / 2;

      if (g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, middle) == interval)
        from = middle;
      else
        to = middle;
    }

  return to;
}

static gboolean
is_session (const YfReminderRecord *record)
{
  return record->kind == YF_REMINDER_SESSION || record->kind == YF_REMINDER_SESSION_AGAIN;
}

/* What was shown on @day, the day that it was where the person was then. */
static const YfReminderRecord *
find_shown (const YfReminderFacts *facts,
            YfReminderKind         kind,
            YfDay                  day)
{
  for (guint i = 0; i < facts->shown->len; i++)
    {
      const YfReminderRecord *record = g_ptr_array_index (facts->shown, i);

      if (record->kind == kind && yf_day_from_moment (record->at, record->utc_offset) == day)
        return record;
    }

  return NULL;
}

static gboolean
said_not_today (const YfReminderFacts *facts,
                YfDay                  day)
{
  for (guint i = 0; i < facts->shown->len; i++)
    {
      const YfReminderRecord *record = g_ptr_array_index (facts->shown, i);

      if (is_session (record) && record->answer == YF_REMINDER_NOT_TODAY &&
          yf_day_from_moment (record->at, record->utc_offset) == day)
        return TRUE;
    }

  return FALSE;
}

static gboolean
was_asked (const YfReminderFacts *facts)
{
  for (guint i = 0; i < facts->shown->len; i++)
    {
      const YfReminderRecord *record = g_ptr_array_index (facts->shown, i);

      if (record->kind == YF_REMINDER_MORNING && g_strcmp0 (record->session, facts->unasked) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
look_again (YfReminderAdvice *advice,
            gint64            now,
            gint64            at)
{
  if (at > now && at < advice->next)
    advice->next = at;
}

static void
advise_session (const YfReminderRules *rules,
                const YfReminderFacts *facts,
                GTimeZone             *zone,
                gint64                 now,
                YfReminderAdvice      *advice)
{
  int minute;
  YfDay today = yf_reminders_get_day (now, zone, &minute);
  const YfReminderRecord *first = find_shown (facts, YF_REMINDER_SESSION, today);
  gboolean night = minute < YF_REMINDERS_NIGHT_ENDS || minute >= YF_REMINDERS_NIGHT_BEGINS;
  gboolean wanted;
  gint64 at;

  /* The moment comes whether the day is due or not: that may change before. */
  if (first == NULL)
    {
      at = yf_reminders_get_moment (today, yf_reminders_get_minute (rules->minute), zone);
      advice->kind = YF_REMINDER_SESSION;
    }
  else
    {
      at = first->at + YF_REMINDERS_AGAIN_AFTER;
      advice->kind = YF_REMINDER_SESSION_AGAIN;
    }
  look_again (advice, now, at);

  wanted = facts->due && !said_not_today (facts, today);
  advice->keep_session = wanted && first != NULL;
  if (!wanted || night || now < at || now >= at + YF_REMINDERS_LATE)
    return;
  if (first != NULL && (!rules->again || find_shown (facts, YF_REMINDER_SESSION_AGAIN, today) != NULL))
    return;

  advice->session = !facts->busy;
}

static void
advise_morning (const YfReminderFacts *facts,
                GTimeZone             *zone,
                gint64                 now,
                YfReminderAdvice      *advice)
{
  int minute;
  YfDay today = yf_reminders_get_day (now, zone, &minute);

  look_again (advice, now, yf_reminders_get_moment (today, YF_REMINDERS_MORNING_BEGINS, zone));

  /* The question may be answered as long as the day lasts. */
  advice->keep_morning = facts->unasked != NULL && facts->unasked_day == today - 1;
  advice->morning = advice->keep_morning && !facts->busy && !was_asked (facts) &&
                    minute >= YF_REMINDERS_MORNING_BEGINS && minute < YF_REMINDERS_MORNING_ENDS;
}

/**
 * yf_reminders_advise:
 * @rules: what the person wants
 * @facts: what is known now
 * @zone: where they are
 * @now: microseconds since the Unix epoch
 * @advice: (out caller-allocates): what to do
 *
 * Says what to show now, and when to look again. Nothing that the log has as
 * shown is shown again, so whoever shows something remembers it.
 */
void
yf_reminders_advise (const YfReminderRules *rules,
                     const YfReminderFacts *facts,
                     GTimeZone             *zone,
                     gint64                 now,
                     YfReminderAdvice      *advice)
{
  YfDay today;

  g_return_if_fail (rules != NULL && facts != NULL && zone != NULL && advice != NULL);
  g_return_if_fail (facts->shown != NULL);

  *advice = (YfReminderAdvice) { FALSE };
  if (!rules->enabled)
    return;

  today = yf_reminders_get_day (now, zone, NULL);
  advice->next = yf_reminders_get_moment (today + 1, 0, zone);
  advise_session (rules, facts, zone, now, advice);
  advise_morning (facts, zone, now, advice);
}

/**
 * yf_reminders_get_minute:
 * @minute: a minute of the day, 0 to 1439
 *
 * Returns: the minute of the day at which is reminded: @minute, unless it is
 *   night then
 */
int
yf_reminders_get_minute (int minute)
{
  g_return_val_if_fail (minute >= 0 && minute < YF_MINUTES_A_DAY, YF_REMINDERS_NIGHT_ENDS);

  if (minute < YF_REMINDERS_NIGHT_ENDS)
    return YF_REMINDERS_NIGHT_ENDS;
  if (minute >= YF_REMINDERS_NIGHT_BEGINS)
    return YF_REMINDERS_LAST_MINUTE;

  return minute;
}

/**
 * yf_reminders_get_moment:
 * @day: a known day
 * @minute: a minute of it, 0 to 1439
 * @zone: where
 *
 * Returns: the first moment at which the clock on the wall shows that minute of
 *   that day, or a later one if it never does; in microseconds since the Unix
 *   epoch
 */
gint64
yf_reminders_get_moment (YfDay      day,
                         int        minute,
                         GTimeZone *zone)
{
  gint64 wall, from, to;

  g_return_val_if_fail (yf_day_is_known (day), 0);
  g_return_val_if_fail (zone != NULL, 0);

  wall = (gint64) (day - EPOCH_DAY) * DAY_SECONDS + minute * 60;
  from = wall - FURTHEST;
  to = wall + FURTHEST;

  /* From one interval of the zone to the next, until the wall shows it. */
  while (from < to)
    {
      gint64 end = find_change (zone, from, to);
      gint64 at = MAX (wall - get_offset (zone, from), from);

      if (at < end)
        return at * G_USEC_PER_SEC;
      from = end;
    }

  g_return_val_if_reached (wall * G_USEC_PER_SEC);
}

/**
 * yf_reminders_get_day:
 * @at: microseconds since the Unix epoch
 * @zone: where
 * @minute: (out) (optional): return location for the minute of the day
 *
 * Returns: the civil day it is then
 */
YfDay
yf_reminders_get_day (gint64     at,
                      GTimeZone *zone,
                      int       *minute)
{
  gint64 seconds, days, wall;

  g_return_val_if_fail (zone != NULL, YF_DAY_NONE);

  seconds = at / G_USEC_PER_SEC - (at % G_USEC_PER_SEC < 0);
  wall = seconds + get_offset (zone, seconds);
  days = wall / DAY_SECONDS - (wall % DAY_SECONDS < 0);
  if (minute != NULL)
    *minute = (int) ((wall - days * DAY_SECONDS) / 60);

  return (YfDay) (days + EPOCH_DAY);
}
