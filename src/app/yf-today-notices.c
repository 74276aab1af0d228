/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-text.h"
#include "yf-today-notices.h"
#include "yf-today-row.h"

/* What the Today page has to say beside the plan, and what can be done about it. */

/* After so many days without relief a doctor is to see it (clinical.md section 3). */
#define ACUTE_DAYS 14

static GtkWidget *
add (GPtrArray     *rows,
     YfTodayNotice  kind,
     const char    *title,
     const char    *text,
     const char    *icon,
     const char    *style)
{
  GtkWidget *row = yf_today_row_new_notice (title, text, icon, style);

  g_object_set_data (G_OBJECT (row), "notice", GINT_TO_POINTER (kind));
  if (kind != YF_TODAY_NOTICE_PLAIN)
    yf_today_row_add_arrow (row);
  g_ptr_array_add (rows, row);

  return row;
}

static void
add_caution (GPtrArray     *rows,
             YfTodayNotice  kind,
             const char    *title,
             const char    *text)
{
  add (rows, kind, title, text, "yf-caution-symbolic", "verdict-caution");
}

/**
 * yf_today_notices_get_triage:
 * @today: a day
 *
 * Returns: what a sign that was reported and not yet looked at asks for
 */
YfTriage
yf_today_notices_get_triage (YfToday *today)
{
  GPtrArray *omissions = yf_day_plan_get_omissions (yf_today_get_plan (today));
  YfTriage triage = YF_TRIAGE_NONE;

  for (guint i = 0; i < omissions->len; i++)
    {
      const YfDayOmission *omission = g_ptr_array_index (omissions, i);

      if (omission->judgement != NULL)
        triage = MAX (triage, yf_judgement_get_triage (omission->judgement));
    }

  return triage;
}

static void
add_signs (GPtrArray *rows,
           YfToday   *today)
{
  YfTriage triage = yf_today_notices_get_triage (today);

  /* An emergency is the headline, and offers nothing else. */
  if (triage == YF_TRIAGE_NONE || triage == YF_TRIAGE_EMERGENCY)
    return;

  add (rows, YF_TODAY_NOTICE_PLAIN, yf_triage_get_advice (triage), NULL, "yf-blocked-symbolic", "verdict-blocked");
  add (rows, YF_TODAY_NOTICE_ASSESSMENT, _("Has a Clinician Looked at It?"),
       _("Say who and when. Then what they leave open opens again."), "yf-ask-symbolic", "verdict-ask");
}

static void
add_trouble (GPtrArray    *rows,
             const GError *trouble)
{
  /* Translators: %s is why a programme cannot be read, with its line */
  g_autofree char *text = g_strdup_printf (_("Install the Yanfei that it was installed with, or follow another programme. (%s)"),
                                           trouble->message);

  add_caution (rows, YF_TODAY_NOTICE_PROGRAMME,
               _("Your programme cannot be read, and what it may forbid stays closed."), text);
}

static void
add_episode (GPtrArray *rows,
             YfToday   *today)
{
  YfDayPlan *plan = yf_today_get_plan (today);
  const YfProfile *profile = yf_today_get_profile (today);
  YfDay onset = yf_profile_get_onset (profile);
  int days = yf_day_plan_get_flare_days (plan);
  g_autofree char *text = NULL;

  if (yf_day_plan_asks_episode (plan))
    {
      /* Translators: %d is a number of days, 3 or more */
      text = g_strdup_printf (ngettext ("The flare has lasted %d day. If it is an episode of its own, say under Profile when it began; everything goes by that day then.",
                                        "The flare has lasted %d days. If it is an episode of its own, say under Profile when it began; everything goes by that day then.",
                                        days), days);
      add (rows, YF_TODAY_NOTICE_PROFILE, _("Has a New Episode Begun?"), text, "yf-ask-symbolic", "verdict-ask");
    }
  else if (yf_day_plan_get_state (plan) == YF_DAY_FLARE)
    {
      add (rows, YF_TODAY_NOTICE_PLAIN, _("When It Eases"),
           _("On the first day without a flare training begins again, with breathing and bridge, and the rest follows. Nothing is lost."),
           "yf-rest-symbolic", "release");
    }
  else if (yf_day_plan_is_way_back (plan) && yf_day_plan_get_state (plan) != YF_DAY_DUE)
    {
      add (rows, YF_TODAY_NOTICE_PLAIN, _("The Way Back"),
           _("After the flare it begins with breathing and bridge; the rest follows when they have gone well on two days."),
           "yf-rest-symbolic", "release");
    }

  if (yf_day_plan_get_stage (plan) != YF_STAGE_ACUTE)
    return;
  if (yf_day_is_known (onset) && yf_today_get_day (today) >= onset + ACUTE_DAYS)
    add_caution (rows, YF_TODAY_NOTICE_PLAIN, _("Please See a Doctor"),
                 _("Two weeks have passed and it has not eased. Waiting alone opens nothing here."));
  add (rows, YF_TODAY_NOTICE_PROFILE, _("Has It Eased?"),
       _("Say on which day, under Profile. What opens next goes by that day."), "yf-ask-symbolic", "verdict-ask");
}

static void
add_suspended (GPtrArray *rows,
               YfToday   *today)
{
  GPtrArray *suspended = yf_today_get_suspended (today);

  for (guint i = 0; i < suspended->len; i++)
    {
      YfExercise *exercise = yf_catalogue_find_exercise (yf_today_get_catalogue (today), g_ptr_array_index (suspended, i));
      g_autofree char *title = NULL;
      GtkWidget *row;

      if (exercise == NULL)
        continue;
      /* Translators: %s is an exercise that is suspended because it hurt */
      title = g_strdup_printf (_("Look Again at: %s"), yf_exercise_get_name (exercise));
      row = add (rows, YF_TODAY_NOTICE_SUSPENDED, title,
                 _("It hurt twice in a row, so it waits until you or a clinician have looked at it."),
                 "yf-hurts-symbolic", "verdict-caution");
      g_object_set_data_full (G_OBJECT (row), "exercise", yf_exercise_ref (exercise), (GDestroyNotify) yf_exercise_unref);
    }
}

static YfDay
find_last_session (YfHistory *history)
{
  YfDay last = YF_DAY_NONE;

  for (guint i = 0; i < history->sessions->len; i++)
    last = MAX (last, g_array_index (history->sessions, YfHistorySession, i).day);

  return last;
}

/* Lower after a break, until there is a session. */
static void
add_break (GPtrArray *rows,
           YfToday   *today)
{
  GPtrArray *changes = yf_today_get_dose_changes (today);
  YfDay last = find_last_session (yf_today_get_history (today));

  for (guint i = 0; i < changes->len; i++)
    {
      const YfDoseChange *change = g_ptr_array_index (changes, i);

      if (change->reason == YF_DOSE_REASON_BREAK && change->day > last && last != YF_DAY_NONE)
        {
          add (rows, YF_TODAY_NOTICE_PLAIN, _("Lower After the Break"),
               _("You have not trained for two weeks or more, so the doses begin lower. They rise again as before."),
               "yf-worse-symbolic", "release");
          return;
        }
    }
}

/**
 * yf_today_notices_list:
 * @person: whose day it is
 * @today: the day
 *
 * Returns: (transfer container) (element-type GtkWidget): rows, what weighs most first
 */
GPtrArray *
yf_today_notices_list (YfPerson *person,
                       YfToday  *today)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  const GError *trouble = yf_today_get_trouble (today);

  if (!yf_person_can_write (person))
    add_caution (rows, YF_TODAY_NOTICE_PLAIN,
                 _("Your log cannot be written, so no session can start. You can read about the exercises."), NULL);
  add_signs (rows, today);
  if (trouble != NULL)
    add_trouble (rows, trouble);
  if (yf_today_notices_get_triage (today) != YF_TRIAGE_EMERGENCY)
    {
      add_episode (rows, today);
      add_suspended (rows, today);
      add_break (rows, today);
    }

  return g_steal_pointer (&rows);
}

/**
 * yf_today_notice_get_kind:
 * @row: a row of yf_today_notices_list()
 *
 * Returns: where it leads
 */
YfTodayNotice
yf_today_notice_get_kind (GtkWidget *row)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "notice"));
}

/* The newest version there is, if the person has agreed to it for a day of its own. */
static YfProgramme *
find_other (YfPerson *person,
            YfDay     today,
            gboolean *over)
{
  YfStore *store = yf_person_get_store (person);
  g_autoptr (GPtrArray) records = yf_store_dup_programmes (store, NULL);
  g_autoptr (YfProgrammeRecord) found = NULL;
  const YfProgrammeRecord *latest;
  YfDay day;

  if (records == NULL || records->len == 0)
    return NULL;
  latest = g_ptr_array_index (records, records->len - 1);
  *over = latest->from <= today;
  day = *over ? latest->until : latest->from;
  if (!yf_day_is_known (day) ||
      !yf_store_find_programme (store, yf_clock_get_real (yf_person_get_clock (person)), day, &found, NULL) ||
      found == NULL || !g_str_equal (found->id, latest->id))
    return NULL;

  return yf_programme_record_read (latest, yf_person_get_everything (person), NULL);
}

/**
 * yf_today_notices_describe_programme:
 * @person: whose day it is
 * @today: the day
 * @title: (out): return location for whose programme it is
 * @text: (out): return location for what is to be known of it
 *
 * Returns: whether there is one that can be read and is in force, not yet begun,
 *   or over
 */
gboolean
yf_today_notices_describe_programme (YfPerson  *person,
                                     YfToday   *today,
                                     char     **title,
                                     char     **text)
{
  YfProgramme *programme = yf_today_get_programme (today);
  g_autoptr (YfProgramme) other = NULL;
  gboolean over = FALSE;
  g_autofree char *date = NULL;
  GPtrArray *notes;

  /* What stands in for one that cannot be read is nobody's; a notice says so. */
  if (yf_today_get_trouble (today) != NULL)
    return FALSE;

  if (programme == NULL)
    {
      other = find_other (person, yf_today_get_day (today), &over);
      if (other == NULL)
        return FALSE;
      date = yf_day_to_display (over ? yf_programme_get_until (other) : yf_programme_get_from (other));
      /* Translators: %s is a day */
      *text = g_strdup_printf (over ? _("It was over on %s. Ask whether there is to be another.") : _("It begins on %s."),
                               date);
      programme = other;
    }
  else
    {
      notes = yf_programme_get_notes (programme);
      if (notes->len > 0)
        *text = g_strdup (g_ptr_array_index (notes, 0));
      else
        *text = g_strdup (_("Today’s plan goes by it."));
    }

  /* Translators: %s is who wrote the programme: a physiotherapist or doctor */
  *title = g_strdup_printf (_("Programme of %s"), yf_programme_get_clinician (programme));

  return TRUE;
}
