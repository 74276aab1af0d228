/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-day.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * yf_day_is_known:
 * @day: a day
 *
 * Returns: whether @day is a day, neither %YF_DAY_NONE nor %YF_DAY_UNKNOWN
 */
gboolean
yf_day_is_known (YfDay day)
{
  return day > 0;
}

/**
 * yf_day_parse:
 * @text: an ISO 8601 calendar date, YYYY-MM-DD
 * @day: (out): return location for the day
 *
 * Returns: whether @text is a day that exists in the calendar
 */
gboolean
yf_day_parse (const char *text,
              YfDay      *day)
{
  int parts[3] = { 0, };
  int part = 0;
  GDate date;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (day != NULL, FALSE);

  if (strlen (text) != strlen ("YYYY-MM-DD"))
    return FALSE;

  for (int i = 0; text[i] != '\0'; i++)
    {
      if (i == 4 || i == 7)
        {
          if (text[i] != '-')
            return FALSE;
          part++;
        }
      else if (g_ascii_isdigit (text[i]))
        {
          parts[part] = parts[part] * 10 + (text[i] - '0');
        }
      else
        {
          return FALSE;
        }
    }

  if (!g_date_valid_dmy (parts[2], parts[1], parts[0]))
    return FALSE;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, parts[2], parts[1], parts[0]);
  *day = (YfDay) g_date_get_julian (&date);

  return TRUE;
}

/**
 * yf_day_parse_moment:
 * @text: an ISO 8601 date, YYYY-MM-DD, or a date with a time, such as
 *   2026-11-20T19:00 or 2026-11-20T19:00:00+08:00
 * @day: (out): return location for the day
 * @minute: (out): return location for the minute of the day, or
 *   %YF_MINUTE_UNKNOWN for a bare date
 *
 * A time without an offset, and the day returned, are of the person's time
 * zone.
 *
 * Returns: whether @text is one of these
 */
gboolean
yf_day_parse_moment (const char *text,
                     YfDay      *day,
                     int        *minute)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) moment = NULL;
  g_autofree char *full = NULL;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (day != NULL && minute != NULL, FALSE);

  *minute = YF_MINUTE_UNKNOWN;
  if (yf_day_parse (text, day))
    return TRUE;

  /* GLib wants seconds, people do not. */
  if (strlen (text) == strlen ("YYYY-MM-DDTHH:MM"))
    full = g_strconcat (text, ":00", NULL);

  moment = g_date_time_new_from_iso8601 (full != NULL ? full : text, zone);
  if (moment == NULL)
    return FALSE;

  *day = yf_day_from_real (g_date_time_to_unix (moment) * G_USEC_PER_SEC);
  *minute = yf_minute_from_real (g_date_time_to_unix (moment) * G_USEC_PER_SEC);
  return TRUE;
}

/**
 * yf_day_to_string:
 * @day: a known day
 *
 * Returns: (transfer full): @day as ISO 8601 has it, YYYY-MM-DD
 */
char *
yf_day_to_string (YfDay day)
{
  GDate date;

  g_return_val_if_fail (yf_day_is_known (day), NULL);

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);

  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date),
                          g_date_get_month (&date), g_date_get_day (&date));
}

/**
 * yf_day_to_display:
 * @day: a known day
 *
 * The month is written out: 03/04 is not the same day to everybody.
 *
 * Returns: (transfer full): @day in words, such as "20 November 2026"
 */
char *
yf_day_to_display (YfDay day)
{
  g_autoptr (GDateTime) date = NULL;
  GDate civil;

  g_return_val_if_fail (yf_day_is_known (day), NULL);

  g_date_clear (&civil, 1);
  g_date_set_julian (&civil, day);
  date = g_date_time_new_utc (g_date_get_year (&civil), g_date_get_month (&civil), g_date_get_day (&civil), 0, 0, 0);

  /* Translators: a day for g_date_time_format (): the day of the month, the month's name, the year */
  return g_date_time_format (date, _("%-d %B %Y"));
}

/**
 * yf_day_from_real:
 * @real: microseconds since the Unix epoch
 *
 * Returns: the civil day it was then in the person's time zone
 */
YfDay
yf_day_from_real (gint64 real)
{
  g_autoptr (GDateTime) then = g_date_time_new_from_unix_local (real / G_USEC_PER_SEC);
  GDate date;

  g_return_val_if_fail (then != NULL, YF_DAY_NONE);

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, g_date_time_get_day_of_month (then),
                  g_date_time_get_month (then), g_date_time_get_year (then));

  return (YfDay) g_date_get_julian (&date);
}

/**
 * yf_minute_from_real:
 * @real: microseconds since the Unix epoch
 *
 * Returns: the minute of the day it was then in the person's time zone
 */
int
yf_minute_from_real (gint64 real)
{
  g_autoptr (GDateTime) then = g_date_time_new_from_unix_local (real / G_USEC_PER_SEC);

  g_return_val_if_fail (then != NULL, YF_MINUTE_UNKNOWN);

  return g_date_time_get_hour (then) * 60 + g_date_time_get_minute (then);
}

/**
 * yf_day_today:
 *
 * Returns: the civil day it is now in the person's time zone
 */
YfDay
yf_day_today (void)
{
  return yf_day_from_real (g_get_real_time ());
}
