/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-cli.h"

#include <glib/gi18n-lib.h>

#include "yf-json.h"
#include "yf-log-json.h"
#include "yf-report-words.h"

/* What is printed, and the names of what is in it. */
typedef struct
{
  YfLog       *log;
  YfCatalogue *catalogue;
} Print;

static void
print_answers (const Print     *self,
               const YfCheckIn *check_in)
{
  int back = yf_check_in_get_pain_back (check_in);
  int leg = yf_check_in_get_pain_leg (check_in);

  if (back != YF_PAIN_UNANSWERED)
    yf_cli_print (_("  Back pain before: %d of 10"), back);
  if (leg != YF_PAIN_UNANSWERED)
    yf_cli_print (_("  Leg pain before: %d of 10"), leg);

  for (guint i = 0; i < yf_check_in_get_n_flags (check_in); i++)
    {
      const YfSign *sign = yf_check_in_get_flag (check_in, i);
      YfRedFlag *red_flag = yf_catalogue_find_red_flag (self->catalogue, sign->flag);

      g_print ("  ! %s\n", red_flag != NULL ? yf_red_flag_get_text (red_flag) : sign->flag);
    }
}

static const char *
get_exercise_name (const Print *self,
                   const char  *id)
{
  YfExercise *exercise = id != NULL ? yf_catalogue_find_exercise (self->catalogue, id) : NULL;

  return exercise != NULL ? yf_exercise_get_name (exercise) : id;
}

static void
print_after (const YfSessionRecord *session)
{
  const YfAfter *after = session->after;

  if (after != NULL && after->pain_back != YF_PAIN_UNANSWERED)
    yf_cli_print (_("  Back pain after: %d of 10"), after->pain_back);
  if (after != NULL && after->pain_leg != YF_PAIN_UNANSWERED)
    yf_cli_print (_("  Leg pain after: %d of 10"), after->pain_leg);
  if (after != NULL && after->effort != YF_EFFORT_UNANSWERED)
    yf_cli_print (_("  Effort: %d of 10"), after->effort);
  if (session->morning != YF_MORNING_UNANSWERED)
    /* Translators: better, the same or worse */
    yf_cli_print (_("  The next morning: %s"), yf_morning_get_name (session->morning));
  if (after != NULL && after->note != NULL)
    /* Translators: what the person wrote */
    yf_cli_print (_("  Note: %s"), after->note);
}

static void
print_edited (const Print *self,
              const char  *entry)
{
  const YfEdit *edit = yf_log_find_edit (self->log, entry);

  if (edit == NULL)
    return;

  yf_cli_print ("%s", edit->old != NULL ? _("  Changed afterwards") : _("  Added afterwards"));
}

static void
print_session (const Print     *self,
               YfSessionRecord *session)
{
  g_autofree char *started = yf_real_to_iso8601 (session->started, session->utc_offset);

  /* Translators: a moment, and how the session ended */
  yf_cli_print (_("%.10s %.5s: %s"), started, started + 11, yf_record_state_get_name (session->state));

  if (session->check_in != NULL)
    print_answers (self, session->check_in);

  for (guint i = 0; i < session->exercises->len; i++)
    {
      const YfExerciseRecord *exercise = g_ptr_array_index (session->exercises, i);
      g_autofree char *planned = yf_dose_to_string (&exercise->planned);

      /* Translators: an exercise, how many repetitions were done, and the dose that was planned */
      yf_cli_print (ngettext ("  %s: %u repetition done of %s", "  %s: %u repetitions done of %s",
                              exercise->reps->len),
                    get_exercise_name (self, exercise->exercise), exercise->reps->len, planned);
    }

  for (guint i = 0; i < session->stops->len; i++)
    {
      const YfStop *stop = g_ptr_array_index (session->stops, i);

      /* Translators: an exercise, the numbers of a set and a repetition, what was being done */
      yf_cli_print (_("  It hurt in %s, set %d, repetition %d: %s"),
                    get_exercise_name (self, yf_session_record_get_stop_exercise (session, stop)),
                    stop->set, stop->rep, yf_segment_kind_get_name (stop->phase));
    }

  print_after (session);
  print_edited (self, session->id);
}

static void
print_check_in (const Print           *self,
                const YfCheckInRecord *check_in)
{
  g_autofree char *at = yf_real_to_iso8601 (check_in->at, check_in->utc_offset);

  /* Translators: a moment */
  yf_cli_print (_("%.10s %.5s: No session after the check-in"), at, at + 11);
  print_answers (self, check_in->check_in);
  print_edited (self, check_in->id);
}

static void
print_relief (const Print          *self,
              const YfReliefRecord *relief)
{
  g_autofree char *started = yf_real_to_iso8601 (relief->started, relief->utc_offset);
  YfExercise *exercise = yf_catalogue_find_relief (self->catalogue, relief->kind);
  int minutes = (int) ((relief->ended - relief->started) / (60 * YF_SECOND));

  /* Translators: a moment; a relief such as “Cold compress”; how it ended; minutes */
  yf_cli_print (_("%.10s %.5s: %s, %s, %d min"), started, started + 11,
                exercise != NULL ? yf_exercise_get_name (exercise) : relief->kind,
                yf_record_state_get_name (relief->state), MAX (minutes, 0));
  print_edited (self, relief->id);
}

static void
print_activity (const Print            *self,
                const YfActivityRecord *activity)
{
  g_autofree char *at = yf_real_to_iso8601 (activity->at, activity->utc_offset);

  /* Translators: a date; an activity such as “Walking”; minutes */
  yf_cli_print (_("%.10s: %s, %d min"), at, yf_activity_kind_get_name (activity->kind), activity->minutes);
  print_edited (self, activity->id);
}

static void
print_dose_change (const Print              *self,
                   const YfDoseChangeRecord *record)
{
  g_autofree char *day = yf_day_to_string (record->change->day);
  g_autofree char *text = yf_dose_change_to_string (record->change);

  /* Translators: a date; an exercise; a sentence that says how its dose changed and why */
  yf_cli_print (_("%s: %s. %s"), day, get_exercise_name (self, record->change->exercise), text);
  if (record->withdrawn_at != 0)
    yf_cli_print ("%s", _("  Withdrawn: what it rested on was corrected"));
}

static void
print_stage_change (const YfStageChangeRecord *record)
{
  g_autofree char *day = yf_day_to_string (record->change.day);
  g_autofree char *text = yf_stage_change_to_string (&record->change);

  /* Translators: a date; a stage such as “Recovery”; a sentence that says why */
  yf_cli_print (_("%s: Stage: %s. %s"), day, yf_stage_get_name (record->change.to), text);
  if (record->withdrawn_at != 0)
    yf_cli_print ("%s", _("  Withdrawn: what it rested on was corrected"));
}

static void
print_flare (const YfFlareRecord *flare)
{
  g_autofree char *at = yf_real_to_iso8601 (flare->at, flare->utc_offset);

  /* Translators: a moment */
  yf_cli_print (_("%.10s %.5s: A flare"), at, at + 11);
}

static void
print_review (const Print          *self,
              const YfReviewRecord *review)
{
  g_autofree char *at = yf_real_to_iso8601 (review->at, review->utc_offset);

  /* Translators: a moment; an exercise that had been suspended */
  yf_cli_print (_("%.10s %.5s: %s was looked at, and is open again"), at, at + 11,
                get_exercise_name (self, review->exercise));
}

static void
print_reminder (const YfReminderRecord *reminder)
{
  g_autofree char *at = yf_real_to_iso8601 (reminder->at, reminder->utc_offset);

  if (reminder->answer == YF_REMINDER_NOT_TODAY)
    /* Translators: a moment; what was reminded of; “Not today”; why not */
    yf_cli_print (_("%.10s %.5s: Reminder: %s. %s: %s"), at, at + 11, yf_report_reminder_kind_name (reminder->kind),
                  yf_report_reminder_answer_name (reminder->answer), yf_skip_reason_get_name (reminder->reason));
  else
    /* Translators: a moment; what was reminded of; what was answered */
    yf_cli_print (_("%.10s %.5s: Reminder: %s. %s"), at, at + 11, yf_report_reminder_kind_name (reminder->kind),
                  yf_report_reminder_answer_name (reminder->answer));
}

static void
print_break (const YfBreakRecord *one)
{
  g_autofree char *at = yf_real_to_iso8601 (one->at, one->utc_offset);

  if (one->answer == YF_BREAK_SKIPPED)
    /* Translators: a moment; “Skipped”; why */
    yf_cli_print (_("%.10s %.5s: Break from sitting: %s: %s"), at, at + 11, yf_report_break_answer_name (one->answer),
                  yf_skip_reason_get_name (one->reason));
  else
    /* Translators: a moment; what became of it, such as “Done” */
    yf_cli_print (_("%.10s %.5s: Break from sitting: %s"), at, at + 11, yf_report_break_answer_name (one->answer));
}

/* The kinds of entry, in the order in which those of one moment are printed. */
typedef enum
{
  ENTRY_CHECK_IN,
  ENTRY_SESSION,
  ENTRY_RELIEF,
  ENTRY_ACTIVITY,
  ENTRY_FLARE,
  ENTRY_REVIEW,
  ENTRY_REMINDER,
  ENTRY_BREAK,
  ENTRY_DOSE_CHANGE,
  ENTRY_STAGE_CHANGE,
} EntryKind;

typedef struct
{
  gint64         at;
  EntryKind      kind;
  gconstpointer  record;
} Entry;

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *one = a;
  const Entry *other = b;

  if (one->at != other->at)
    return one->at < other->at ? -1 : 1;

  return (int) one->kind - (int) other->kind;
}

static void
add_entry (GArray        *entries,
           gint64         at,
           EntryKind      kind,
           gconstpointer  record)
{
  const Entry entry = { at, kind, record };

  g_array_append_val (entries, entry);
}

static void
list_plan (YfLog  *log,
           GArray *entries)
{
  for (guint i = 0; i < log->flares->len; i++)
    add_entry (entries, ((YfFlareRecord *) g_ptr_array_index (log->flares, i))->at, ENTRY_FLARE,
               g_ptr_array_index (log->flares, i));
  for (guint i = 0; i < log->reviews->len; i++)
    add_entry (entries, ((YfReviewRecord *) g_ptr_array_index (log->reviews, i))->at, ENTRY_REVIEW,
               g_ptr_array_index (log->reviews, i));
  for (guint i = 0; i < log->reminders->len; i++)
    add_entry (entries, ((YfReminderRecord *) g_ptr_array_index (log->reminders, i))->at, ENTRY_REMINDER,
               g_ptr_array_index (log->reminders, i));
  for (guint i = 0; i < log->sitting_breaks->len; i++)
    add_entry (entries, ((YfBreakRecord *) g_ptr_array_index (log->sitting_breaks, i))->at, ENTRY_BREAK,
               g_ptr_array_index (log->sitting_breaks, i));
  for (guint i = 0; i < log->dose_changes->len; i++)
    add_entry (entries, ((YfDoseChangeRecord *) g_ptr_array_index (log->dose_changes, i))->at, ENTRY_DOSE_CHANGE,
               g_ptr_array_index (log->dose_changes, i));
  for (guint i = 0; i < log->stage_changes->len; i++)
    add_entry (entries, ((YfStageChangeRecord *) g_ptr_array_index (log->stage_changes, i))->at, ENTRY_STAGE_CHANGE,
               g_ptr_array_index (log->stage_changes, i));
}

static GArray *
list_entries (YfLog *log)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  for (guint i = 0; i < log->sessions->len; i++)
    {
      const YfSessionRecord *record = g_ptr_array_index (log->sessions, i);
      Entry entry = { record->started, ENTRY_SESSION, record };

      g_array_append_val (entries, entry);
    }

  for (guint i = 0; i < log->check_ins->len; i++)
    {
      const YfCheckInRecord *record = g_ptr_array_index (log->check_ins, i);
      Entry entry = { record->at, ENTRY_CHECK_IN, record };

      g_array_append_val (entries, entry);
    }

  for (guint i = 0; i < log->reliefs->len; i++)
    {
      const YfReliefRecord *record = g_ptr_array_index (log->reliefs, i);
      Entry entry = { record->started, ENTRY_RELIEF, record };

      g_array_append_val (entries, entry);
    }

  for (guint i = 0; i < log->activities->len; i++)
    {
      const YfActivityRecord *record = g_ptr_array_index (log->activities, i);
      Entry entry = { record->at, ENTRY_ACTIVITY, record };

      g_array_append_val (entries, entry);
    }

  list_plan (log, entries);
  g_array_sort (entries, compare_entries);

  return entries;
}

static void
print_text (const Print *self)
{
  g_autoptr (GArray) entries = list_entries (self->log);

  if (entries->len == 0)
    yf_cli_print ("%s", _("Nothing in the log yet."));

  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);

      switch (entry->kind)
        {
        case ENTRY_SESSION:
          print_session (self, (YfSessionRecord *) entry->record);
          break;
        case ENTRY_CHECK_IN:
          print_check_in (self, entry->record);
          break;
        case ENTRY_RELIEF:
          print_relief (self, entry->record);
          break;
        case ENTRY_ACTIVITY:
          print_activity (self, entry->record);
          break;
        case ENTRY_FLARE:
          print_flare (entry->record);
          break;
        case ENTRY_REVIEW:
          print_review (self, entry->record);
          break;
        case ENTRY_REMINDER:
          print_reminder (entry->record);
          break;
        case ENTRY_BREAK:
          print_break (entry->record);
          break;
        case ENTRY_DOSE_CHANGE:
          print_dose_change (self, entry->record);
          break;
        case ENTRY_STAGE_CHANGE:
          print_stage_change (entry->record);
          break;
        default:
          g_assert_not_reached ();
        }
    }
}

YfExit
yf_cli_log (YfCli  *self,
            int     argc,
            char  **argv)
{
  g_autoptr (YfStore) store = NULL;
  g_autoptr (YfLog) log = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *from_text = NULL;
  g_autofree char *to_text = NULL;
  YfDay from = YF_DAY_NONE;
  YfDay to = YF_DAY_NONE;
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &from_text, N_("The first day"), N_("DATE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to_text, N_("The last day"), N_("DATE") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!yf_cli_parse (self, entries, NULL, NULL, &argc, &argv) ||
      !yf_cli_no_arguments (argc, argv) ||
      (from_text != NULL && !yf_cli_parse_day (from_text, "--from", &from)) ||
      (to_text != NULL && !yf_cli_parse_day (to_text, "--to", &to)))
    return YF_EXIT_USAGE;

  if (from != YF_DAY_NONE && to != YF_DAY_NONE && from > to)
    {
      yf_cli_complain ("%s", _("The first day comes after the last."));
      return YF_EXIT_USAGE;
    }

  if (!yf_cli_open_store (self, FALSE, &store, &error))
    return yf_cli_fail (error);

  log = store != NULL ? yf_store_dup_log (store, from, to, &error) : yf_log_new (from, to);
  if (log == NULL)
    return yf_cli_fail (error);

  if (json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      yf_log_to_json (log, builder);
      yf_json_print (builder);
    }
  else
    {
      /* What is no longer offered is in the log all the same. */
      g_autoptr (YfCatalogue) catalogue = yf_log_dup_catalogue (log, self->catalogue);
      const Print print = { log, catalogue };

      print_text (&print);
    }

  return YF_EXIT_DONE;
}
