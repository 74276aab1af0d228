/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-text.h"
#include "yf-today-text.h"

/* What the Today page says in words. */

#define DAYS_A_WEEK 7

/**
 * yf_today_text_weekday:
 * @weekday: 0 for Monday to 6 for Sunday
 *
 * Returns: its name
 */
const char *
yf_today_text_weekday (int weekday)
{
  static const char * const names[DAYS_A_WEEK] = {
    N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"),
  };

  g_return_val_if_fail (weekday >= 0 && weekday < DAYS_A_WEEK, NULL);

  return _(names[weekday]);
}

/**
 * yf_today_text_weekday_short:
 * @weekday: 0 for Monday to 6 for Sunday
 *
 * Returns: its name in two or three letters
 */
const char *
yf_today_text_weekday_short (int weekday)
{
  static const char * const names[DAYS_A_WEEK] = {
    N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"),
  };

  g_return_val_if_fail (weekday >= 0 && weekday < DAYS_A_WEEK, NULL);

  return _(names[weekday]);
}

/**
 * yf_today_text_day_state:
 * @state: what a day of the week is
 *
 * Returns: it in a word or two
 */
const char *
yf_today_text_day_state (YfWeekDayState state)
{
  switch (state)
    {
    case YF_WEEK_DAY_KEPT:
      return C_("day of the week", "Kept");
    case YF_WEEK_DAY_FLARE:
      return C_("day of the week", "A flare, counts as kept");
    case YF_WEEK_DAY_PLANNED:
      return C_("day of the week", "Planned");
    case YF_WEEK_DAY_DUE:
      return C_("day of the week", "Due today");
    case YF_WEEK_DAY_OPEN:
    default:
      return C_("day of the week", "Nothing planned");
    }
}

static gboolean
is_all_left_out (YfDayPlan *plan)
{
  GPtrArray *omissions = yf_day_plan_get_omissions (plan);
  gboolean wished = FALSE;

  if (yf_day_plan_get_items (plan)->len > 0)
    return FALSE;
  for (guint i = 0; i < omissions->len; i++)
    wished = wished || ((const YfDayOmission *) g_ptr_array_index (omissions, i))->kind == YF_OMISSION_WISH;

  return wished;
}

/**
 * yf_today_text_headline:
 * @plan: what the day holds
 *
 * Returns: what the day is, in a few words
 */
const char *
yf_today_text_headline (YfDayPlan *plan)
{
  switch (yf_day_plan_get_state (plan))
    {
    case YF_DAY_DUE:
      return _("Today’s Session");
    case YF_DAY_REST:
      return _("A Day of Rest");
    case YF_DAY_DONE:
      return _("Done for Today");
    case YF_DAY_FLARE:
      return _("A Flare: Rest Today");
    case YF_DAY_CLOSED:
    default:
      return is_all_left_out (plan) ? _("Everything Left Out") : _("No Training Today");
    }
}

/**
 * yf_today_text_next:
 * @plan: what the day holds
 *
 * Returns: (transfer full): a sentence that says when the next session is due
 */
char *
yf_today_text_next (YfDayPlan *plan)
{
  YfDay today = yf_day_plan_get_day (plan);
  YfDay next = yf_day_plan_get_next_due (plan);
  g_autofree char *date = NULL;

  if (!yf_day_is_known (next))
    return g_strdup (_("When the next session is due cannot be said yet."));
  if (next == today + 1)
    return g_strdup (_("The next session is due tomorrow."));

  date = yf_today_text_date (today, next);
  /* Translators: %s is a day of the week, or a date */
  return g_strdup_printf (_("The next session is due on %s."), date);
}

/**
 * yf_today_text_done:
 * @today: a day on which something was done
 *
 * Returns: (transfer full): a sentence that says what
 */
char *
yf_today_text_done (YfToday *today)
{
  YfHistory *history = yf_today_get_history (today);
  g_autoptr (GHashTable) exercises = g_hash_table_new (g_str_hash, g_str_equal);
  int n;

  for (guint i = 0; i < history->exercises->len; i++)
    {
      const YfHistoryExercise *exercise = &g_array_index (history->exercises, YfHistoryExercise, i);
      const YfHistorySession *session = &g_array_index (history->sessions, YfHistorySession, exercise->session);

      if (session->day == yf_today_get_day (today) && exercise->reps > 0)
        g_hash_table_add (exercises, (char *) exercise->exercise);
    }

  n = (int) g_hash_table_size (exercises);
  if (n == 0)
    return g_strdup (_("What you did today counts for your week."));

  return g_strdup_printf (ngettext ("You have done %d exercise today.", "You have done %d exercises today.", n), n);
}

/**
 * yf_today_text_week:
 * @week: a week
 *
 * Returns: (transfer full): a sentence that says how many of its days were kept
 */
char *
yf_today_text_week (const YfWeekPlan *week)
{
  if (week->n_kept > week->intended)
    /* Translators: how many days of this week were kept: more than were intended */
    return g_strdup_printf (ngettext ("%d day kept, more than planned", "%d days kept, more than planned",
                                      week->n_kept), week->n_kept);

  /* Translators: how many days of this week were kept, of how many that are intended */
  return g_strdup_printf (ngettext ("%d of %d day kept", "%d of %d days kept", week->intended),
                          week->n_kept, week->intended);
}

/**
 * yf_today_text_date:
 * @today: the day it is
 * @day: a day
 *
 * Returns: (transfer full): the name of a day of the coming week, or a date
 */
char *
yf_today_text_date (YfDay today,
                    YfDay day)
{
  if (day >= today && day < today + DAYS_A_WEEK)
    return g_strdup (yf_today_text_weekday ((day - 1) % DAYS_A_WEEK));

  return yf_day_to_display (day);
}

static char *
describe (YfDay       day,
          const char *text,
          YfSource   *source)
{
  g_autofree char *date = yf_day_to_display (day);
  g_autofree char *from = NULL;

  if (source == NULL)
    return g_strdup_printf ("%s\n%s", text, date);

  from = yf_text_source (source);
  return g_strdup_printf ("%s\n%s\n%s", text, date, from);
}

/**
 * yf_today_text_dose_change:
 * @change: a change of a dose
 *
 * Returns: (transfer full): what changed and why, the day, and who says so
 */
char *
yf_today_text_dose_change (const YfDoseChange *change)
{
  g_autofree char *text = yf_dose_change_to_string (change);
  g_autoptr (YfSource) source = yf_dose_change_get_source (change);

  /* Of a clinician's limit the text itself says whose it is. */
  return describe (change->day, text, change->reason == YF_DOSE_REASON_LIMIT ? NULL : source);
}

/**
 * yf_today_text_stage_change:
 * @change: a change of stage
 *
 * Returns: (transfer full): likewise
 */
char *
yf_today_text_stage_change (const YfStageChange *change)
{
  g_autofree char *text = yf_stage_change_to_string (change);
  g_autoptr (YfSource) source = yf_stage_change_get_source (change);

  return describe (change->day, text, source);
}
