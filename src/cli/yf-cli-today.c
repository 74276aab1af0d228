/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-cli.h"

#include <glib/gi18n-lib.h>

#include "yf-cli-today-private.h"

#define DAYS_A_WEEK 7

/**
 * Answer:
 * @today: what the day holds
 * @exact: whether the time of day is known too, so that relief can be told of
 */
typedef struct
{
  YfToday  *today;
  gboolean  exact;
} Answer;

/*
 * yf_cli_today_get_triage:
 *
 * Returns: how soon to see a doctor, by all that was judged for the day
 */
YfTriage
yf_cli_today_get_triage (YfDayPlan *plan)
{
  GPtrArray *items = yf_day_plan_get_items (plan);
  GPtrArray *omissions = yf_day_plan_get_omissions (plan);
  YfTriage triage = YF_TRIAGE_NONE;

  for (guint i = 0; i < items->len; i++)
    triage = MAX (triage, yf_judgement_get_triage (((const YfDayItem *) g_ptr_array_index (items, i))->judgement));
  for (guint i = 0; i < omissions->len; i++)
    {
      const YfDayOmission *omission = g_ptr_array_index (omissions, i);

      if (omission->judgement != NULL)
        triage = MAX (triage, yf_judgement_get_triage (omission->judgement));
    }

  return triage;
}

/* Closed by the safety table, and not because all is done or it is a day of rest. */
static gboolean
is_closed (YfDayPlan *plan)
{
  return yf_day_plan_get_items (plan)->len == 0 &&
         (yf_day_plan_get_state (plan) == YF_DAY_CLOSED || yf_cli_today_get_triage (plan) != YF_TRIAGE_NONE);
}

static const char *
get_name (YfToday    *today,
          const char *id)
{
  YfExercise *exercise = yf_catalogue_find_exercise (yf_today_get_catalogue (today), id);

  return exercise != NULL ? yf_exercise_get_name (exercise) : id;
}

static void
print_items (YfDayPlan *plan)
{
  GPtrArray *items = yf_day_plan_get_items (plan);
  int minutes = (int) ((yf_day_plan_get_length (plan) + 59 * YF_SECOND) / (60 * YF_SECOND));

  if (items->len == 0)
    return;

  yf_cli_print (ngettext ("A session takes %d minute:", "A session takes %d minutes:", minutes), minutes);
  for (guint i = 0; i < items->len; i++)
    {
      const YfDayItem *item = g_ptr_array_index (items, i);
      g_autofree char *dose = yf_dose_to_string (&item->dose);
      g_autofree char *source = yf_source_to_string (item->source);
      /* Translators: an exercise; a dose such as “2 sets × 10, hold 3 s” */
      g_autofree char *line = g_strdup_printf (_("%s: %s"), yf_exercise_get_name (item->exercise), dose);
      /* Translators: why an exercise is there; who says so */
      g_autofree char *why = g_strdup_printf (_("%s (%s)"), item->why, source);

      g_print ("  • %s\n    %s\n", line, why);
    }
}

static void
print_omissions (YfDayPlan *plan)
{
  GPtrArray *omissions = yf_day_plan_get_omissions (plan);

  if (omissions->len > 0)
    yf_cli_print ("%s", _("Not today:"));
  for (guint i = 0; i < omissions->len; i++)
    {
      const YfDayOmission *omission = g_ptr_array_index (omissions, i);
      /* Translators: an exercise; why it is not to be done today */
      g_autofree char *line = g_strdup_printf (_("%s: %s"), yf_exercise_get_name (omission->exercise),
                                               omission->why);

      g_print ("  • %s\n", line);
    }
}

static const char *
get_state_name (YfWeekDayState state)
{
  switch (state)
    {
    case YF_WEEK_DAY_KEPT:
      return C_("day of the week", "kept");
    case YF_WEEK_DAY_FLARE:
      return C_("day of the week", "a flare, which counts as kept");
    case YF_WEEK_DAY_PLANNED:
      return C_("day of the week", "planned");
    case YF_WEEK_DAY_DUE:
      return C_("day of the week", "due");
    case YF_WEEK_DAY_OPEN:
    default:
      return NULL;
    }
}

static void
print_week (YfToday *today)
{
  const YfWeekPlan *week = yf_today_get_week (today);
  const char * const names[] = { _("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun") };

  /* Translators: on how many days of this week something was done; on how many it is meant to be */
  yf_cli_print (ngettext ("This week: %d of %d day.", "This week: %d of %d days.", week->intended),
                week->n_kept, week->intended);
  for (int i = 0; i < DAYS_A_WEEK; i++)
    if (week->days[i] != YF_WEEK_DAY_OPEN)
      {
        /* Translators: a day of the week, shortened; what it is, such as “kept” or “planned” */
        g_autofree char *line = g_strdup_printf (_("%s: %s"), names[i],
                                                 get_state_name (week->days[i]));

        g_print ("  • %s\n", line);
      }
}

static void
print_next (YfToday *today)
{
  YfDay next = yf_today_get_next_due (today);
  g_autofree char *day = next != YF_DAY_NONE ? yf_day_to_display (next) : NULL;

  if (day != NULL)
    /* Translators: a date */
    yf_cli_print (_("The next session is due on %s."), day);
}

static void
print_reliefs (const Answer *answer)
{
  GPtrArray *reliefs = yf_day_plan_get_reliefs (yf_today_get_plan (answer->today));

  if (!answer->exact || reliefs->len == 0)
    return;

  yf_cli_print ("%s", _("Open for relief:"));
  for (guint i = 0; i < reliefs->len; i++)
    {
      const char *id = yf_judgement_get_exercise (g_ptr_array_index (reliefs, i));
      YfExercise *relief = yf_catalogue_find_relief (yf_today_get_catalogue (answer->today), id);

      g_print ("  • %s\n", relief != NULL ? yf_exercise_get_name (relief) : id);
    }
}

static void
print_suspended (YfToday *today)
{
  GPtrArray *suspended = yf_today_get_suspended (today);

  if (suspended->len > 0)
    yf_cli_print ("%s", _("These hurt twice in a row and wait to be looked at again:"));
  for (guint i = 0; i < suspended->len; i++)
    g_print ("  • %s\n", get_name (today, g_ptr_array_index (suspended, i)));
}

static void
print_change (YfToday            *today,
              const YfDoseChange *change)
{
  g_autofree char *day = yf_day_to_display (change->day);
  g_autofree char *text = yf_dose_change_to_string (change);
  g_autoptr (YfSource) source = yf_dose_change_get_source (change);
  g_autofree char *who = yf_source_to_string (source);
  /* Translators: a date; an exercise; what changed and why; who says so */
  g_autofree char *line = g_strdup_printf (_("%s, %s: %s (%s)"), day, get_name (today, change->exercise), text, who);

  g_print ("  • %s\n", line);
}

static void
print_stage_change (const YfStageChange *change)
{
  g_autofree char *day = yf_day_to_display (change->day);
  g_autofree char *text = yf_stage_change_to_string (change);
  g_autoptr (YfSource) source = yf_stage_change_get_source (change);
  g_autofree char *who = yf_source_to_string (source);
  /* Translators: a date; a stage such as “Recovery”; why; who says so */
  g_autofree char *line = g_strdup_printf (_("%s, now %s: %s (%s)"), day, yf_stage_get_name (change->to), text, who);

  g_print ("  • %s\n", line);
}

static void
print_news (YfToday *today)
{
  GPtrArray *changes = yf_today_get_dose_changes (today);
  GArray *stages = yf_today_get_stage_changes (today);
  YfDay first = yf_today_get_day (today) - YF_CLI_TODAY_NEWS_DAYS;
  gboolean told = FALSE;

  for (guint i = 0; i < stages->len; i++)
    {
      const YfStageChange *change = &g_array_index (stages, YfStageChange, i);

      if (change->day <= first)
        continue;
      if (!told)
        yf_cli_print ("%s", _("What changed in the last four weeks:"));
      told = TRUE;
      print_stage_change (change);
    }

  for (guint i = 0; i < changes->len; i++)
    {
      const YfDoseChange *change = g_ptr_array_index (changes, i);

      if (change->day <= first)
        continue;
      if (!told)
        yf_cli_print ("%s", _("What changed in the last four weeks:"));
      told = TRUE;
      print_change (today, change);
    }
}

static void
print_text (const Answer *answer)
{
  YfToday *today = answer->today;
  YfDayPlan *plan = yf_today_get_plan (today);
  YfTriage triage = yf_cli_today_get_triage (plan);
  YfProgramme *programme = yf_today_get_programme (today);
  g_autofree char *day = yf_day_to_display (yf_today_get_day (today));
  g_autofree char *what = yf_day_plan_to_string (plan);

  if (triage != YF_TRIAGE_NONE)
    yf_cli_print ("%s", yf_triage_get_advice (triage));

  /* Translators: a date; what the day is, in a sentence or two */
  yf_cli_print (_("%s: %s"), day, what);
  /* Translators: where in an episode a person is, such as “Recovery” */
  yf_cli_print (_("Stage: %s"), yf_stage_get_name (yf_day_plan_get_stage (plan)));
  if (programme != NULL && yf_today_get_trouble (today) == NULL)
    /* Translators: the name of a programme; a clinician */
    yf_cli_print (_("You follow the programme “%s” of %s."), yf_programme_get_name (programme),
                  yf_programme_get_clinician (programme));
  if (yf_day_plan_asks_episode (plan))
    yf_cli_print ("%s", _("The flare has lasted three days or more. If a new episode has begun, say so in the profile."));

  print_items (plan);
  print_omissions (plan);
  print_reliefs (answer);
  print_week (today);
  print_next (today);
  print_suspended (today);
  print_news (today);
}

/* -- The command ----------------------------------------------------------- */

/* The moment asked for: now, or a time of a day; of a day alone its noon, and then
 * nobody can say what is open by the hour. */
static gboolean
find_moment (const char *on,
             gint64     *moment,
             gboolean   *exact)
{
  g_autoptr (GDateTime) time = NULL;
  YfDay day;
  GDate date;
  int minute = YF_MINUTE_UNKNOWN;

  *moment = g_get_real_time ();
  *exact = TRUE;
  if (on == NULL)
    return TRUE;

  if (!yf_day_parse_moment (on, &day, &minute) && !yf_cli_parse_day (on, "--on", &day))
    return FALSE;
  if (minute == YF_MINUTE_UNKNOWN && day == yf_day_today ())
    return TRUE;

  *exact = minute != YF_MINUTE_UNKNOWN;
  if (!*exact)
    minute = YF_MINUTES_A_DAY / 2;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  time = g_date_time_new_local (g_date_get_year (&date), (int) g_date_get_month (&date), g_date_get_day (&date),
                                minute / 60, minute % 60, 0);
  *moment = g_date_time_to_unix (time) * G_USEC_PER_SEC;

  return TRUE;
}

static gboolean
note (YfToday  *today,
      YfStore  *store,
      GError  **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  yf_today_note_async (today, store, g_get_real_time (), NULL, yf_cli_result_cb, &result);

  return yf_today_note_finish (store, yf_cli_await (&result), error);
}

/**
 * yf_cli_note_changes:
 * @self: the command line
 * @store: the log
 * @error: return location for an error
 *
 * Writes down which doses and stages have changed by what is in the log now; for
 * every command that adds something to it. Does nothing to a log that can only be
 * read.
 *
 * Returns: whether nothing went wrong
 */
gboolean
yf_cli_note_changes (YfCli    *self,
                     YfStore  *store,
                     GError  **error)
{
  g_autoptr (YfToday) today = yf_today_new_from_store (store, self->catalogue, self->rules, g_get_real_time (),
                                                       error);

  return today != NULL && note (today, store, error);
}

static YfToday *
load (YfCli    *self,
      gint64    moment,
      GError  **error)
{
  g_autoptr (YfStore) store = NULL;
  g_autoptr (YfToday) today = NULL;
  g_autoptr (GError) trouble = NULL;

  if (!yf_cli_open_store (self, FALSE, &store, error))
    return NULL;

  if (store == NULL)
    {
      g_autoptr (YfLog) log = yf_log_new (YF_DAY_NONE, YF_DAY_NONE);
      g_autoptr (YfProfile) nobody = yf_profile_new ();

      return yf_today_new (log, self->catalogue, self->rules, nobody, NULL, moment);
    }

  /* What follows on another day than today may not come to pass. What cannot be
   * written down now is written the next time, and the day is the same. */
  today = yf_today_new_from_store (store, self->catalogue, self->rules, moment, error);
  if (today != NULL && yf_today_get_day (today) == yf_day_today () && !note (today, store, &trouble))
    yf_cli_fail (trouble);

  return g_steal_pointer (&today);
}

YfExit
yf_cli_today (YfCli  *self,
              int     argc,
              char  **argv)
{
  g_autoptr (YfToday) today = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *on = NULL;
  gboolean json = FALSE;
  Answer answer = { NULL, };
  gint64 moment;
  const GOptionEntry entries[] = {
    { "on", 0, 0, G_OPTION_ARG_STRING, &on, N_("Look at DATE, or DATE and time, instead of now"), N_("DATE") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!yf_cli_parse (self, entries, NULL, _("Ends with 0, or with 3 if the day is closed for safety."), &argc, &argv) ||
      !yf_cli_no_arguments (argc, argv) ||
      !find_moment (on, &moment, &answer.exact))
    return YF_EXIT_USAGE;

  today = load (self, moment, &error);
  if (today == NULL)
    return yf_cli_fail (error);

  if (yf_today_get_trouble (today) != NULL)
    /* Translators: a file, a line and what is wrong there */
    yf_cli_complain (_("This Yanfei cannot read the programme that you follow, so nothing is open that it may have "
                       "forbidden. Install the Yanfei that it was installed with, or another programme. (%s)"),
                     yf_today_get_trouble (today)->message);

  answer.today = today;
  if (json)
    yf_cli_today_print_json (today, answer.exact);
  else
    print_text (&answer);

  return is_closed (yf_today_get_plan (today)) ? YF_EXIT_NOT_TODAY : YF_EXIT_DONE;
}
