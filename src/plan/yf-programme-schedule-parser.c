/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-programme-private.h"

#include <glib/gi18n-lib.h>

#include "yf-programme-xml.h"

#define MAX_TIMES 6  /* a day */

const char * const yf_programme_weekday_ids[7] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };

static gboolean
read_weekdays (YfXml       *xml,
               const char  *text,
               guint       *weekdays,
               GError     **error)
{
  g_auto (GStrv) words = g_strsplit_set (text, " ,", -1);

  for (char **word = words; *word != NULL; word++)
    {
      gsize day = 0;

      if (**word == '\0')
        continue;

      while (day < G_N_ELEMENTS (yf_programme_weekday_ids) && !g_str_equal (*word, yf_programme_weekday_ids[day]))
        day++;
      if (day == G_N_ELEMENTS (yf_programme_weekday_ids))
        {
          yf_xml_set_error (xml, error, _("“%s” is not a day of the week: mon, tue, wed, thu, fri, sat or sun"), *word);
          return FALSE;
        }
      if ((*weekdays & (1u << day)) != 0)
        {
          yf_xml_set_error (xml, error, _("“%s” is there twice"), *word);
          return FALSE;
        }
      *weekdays |= 1u << day;
    }

  if (*weekdays != 0)
    return TRUE;

  yf_xml_set_error (xml, error, _("<%s> needs the attribute “%s”"), yf_xml_get_name (xml), "weekdays");
  return FALSE;
}

/*
 * yf_programme_read_schedule:
 * @xml: a `<schedule>`
 * @schedule: (out): how often; of zeros before
 *
 * Returns: whether it makes sense; else the line and what is wrong there
 */
gboolean
yf_programme_read_schedule (YfXml                *xml,
                            YfProgrammeSchedule  *schedule,
                            GError              **error)
{
  static const char * const known[] = { "days-a-week", "weekdays", "times-a-day", NULL };
  const char *weekdays = yf_xml_find_attr (xml, "weekdays");

  if (!yf_xml_check_attrs (xml, known, error) ||
      !yf_programme_check_bare (xml, error) ||
      !yf_programme_read_int (xml, "days-a-week", 1, 7, &schedule->days_a_week, error) ||
      !yf_programme_read_int (xml, "times-a-day", 1, MAX_TIMES, &schedule->times_a_day, error))
    return FALSE;

  if (weekdays == NULL)
    {
      if (schedule->days_a_week != 0 || schedule->times_a_day != 0)
        return TRUE;

      yf_xml_set_error (xml, error, _("<%s> says nothing"), yf_xml_get_name (xml));
      return FALSE;
    }

  if (schedule->days_a_week != 0)
    {
      yf_xml_set_error (xml, error, _("Give “%s” or “%s”, not both"), "days-a-week", "weekdays");
      return FALSE;
    }

  if (!read_weekdays (xml, weekdays, &schedule->weekdays, error))
    return FALSE;

  for (guint days = schedule->weekdays; days != 0; days &= days - 1)
    schedule->days_a_week++;
  return TRUE;
}
