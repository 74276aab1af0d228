/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-cli.h"

#include <glib/gi18n-lib.h>

#include "yf-json.h"

/* All that the log has of some days, each list oldest first. */
typedef struct
{
  GPtrArray *sessions;
  GPtrArray *check_ins;
  GPtrArray *reliefs;
  GPtrArray *activities;
} Log;

static void
log_clear (Log *log)
{
  g_clear_pointer (&log->sessions, g_ptr_array_unref);
  g_clear_pointer (&log->check_ins, g_ptr_array_unref);
  g_clear_pointer (&log->reliefs, g_ptr_array_unref);
  g_clear_pointer (&log->activities, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Log, log_clear)

static void
add_moment (JsonBuilder *builder,
            const char  *key,
            gint64       real,
            gint32       utc_offset)
{
  g_autofree char *text = real != 0 ? yf_real_to_iso8601 (real, utc_offset) : NULL;

  yf_json_add_string (builder, key, text);
}

static void
add_pain (JsonBuilder *builder,
          const char  *key,
          int          pain)
{
  if (pain == YF_PAIN_UNANSWERED)
    yf_json_add_string (builder, key, NULL);
  else
    yf_json_add_int (builder, key, pain);
}

/* Adds the members of a check-in to the object that is being built. */
static void
add_answers (JsonBuilder     *builder,
             const YfCheckIn *check_in)
{
  add_pain (builder, "pain_back", yf_check_in_get_pain_back (check_in));
  add_pain (builder, "pain_leg", yf_check_in_get_pain_leg (check_in));
  yf_json_add_string (builder, "moved", yf_moved_get_id (yf_check_in_get_moved (check_in)));

  yf_json_begin (builder, "flags", '{');
  for (guint i = 0; i < yf_check_in_get_n_flags (check_in); i++)
    {
      const YfSign *sign = yf_check_in_get_flag (check_in, i);

      if (sign->days == YF_DAYS_UNSAID)
        yf_json_add_bool (builder, sign->flag, TRUE);
      else
        yf_json_add_int (builder, sign->flag, sign->days);
    }
  yf_json_end (builder, '}');
}

static void
add_rep (JsonBuilder        *builder,
         const YfRepetition *rep,
         gint32              utc_offset)
{
  yf_json_begin (builder, NULL, '{');
  yf_json_add_int (builder, "rep", rep->rep);
  add_moment (builder, "started", rep->started, utc_offset);
  yf_json_add_seconds (builder, "hold_s", rep->hold);
  add_moment (builder, "ended", rep->ended, utc_offset);
  yf_json_add_string (builder, "counted_by", yf_counting_get_id (rep->counted_by));
  yf_json_end (builder, '}');
}

static void
add_sets (JsonBuilder *builder,
          GPtrArray   *reps,
          gint32       utc_offset)
{
  const YfRepetition *before = NULL;

  yf_json_begin (builder, "sets", '[');

  for (guint i = 0; i < reps->len; i++)
    {
      const YfRepetition *rep = g_ptr_array_index (reps, i);

      if (before == NULL || before->set != rep->set || before->side != rep->side)
        {
          if (before != NULL)
            {
              yf_json_end (builder, ']');
              yf_json_end (builder, '}');
            }

          yf_json_begin (builder, NULL, '{');
          yf_json_add_int (builder, "set", rep->set);
          yf_json_add_string (builder, "side", yf_side_get_id (rep->side));
          yf_json_begin (builder, "reps", '[');
        }

      add_rep (builder, rep, utc_offset);
      before = rep;
    }

  if (before != NULL)
    {
      yf_json_end (builder, ']');
      yf_json_end (builder, '}');
    }

  yf_json_end (builder, ']');
}

static void
add_exercise (JsonBuilder            *builder,
              const YfExerciseRecord *exercise,
              gint32                  utc_offset)
{
  yf_json_begin (builder, NULL, '{');
  yf_json_add_string (builder, "exercise", exercise->exercise);
  yf_json_begin (builder, "planned", '{');
  yf_json_add_int (builder, "sets", exercise->planned.sets);
  yf_json_add_int (builder, "reps", exercise->planned.reps);
  yf_json_add_seconds (builder, "hold_s", exercise->planned.hold);
  yf_json_end (builder, '}');
  yf_json_add_string (builder, "state", yf_record_state_get_id (exercise->state));
  add_sets (builder, exercise->reps, utc_offset);
  yf_json_end (builder, '}');
}

static const char *
get_stop_exercise (YfSessionRecord *session,
                   const YfStop    *stop)
{
  if (stop->item >= session->exercises->len)
    return NULL;

  return ((const YfExerciseRecord *) g_ptr_array_index (session->exercises, stop->item))->exercise;
}

static void
add_stop (JsonBuilder     *builder,
          YfSessionRecord *session,
          const YfStop    *stop)
{
  yf_json_begin (builder, NULL, '{');
  add_moment (builder, "at", stop->at, session->utc_offset);
  yf_json_add_string (builder, "exercise", get_stop_exercise (session, stop));
  yf_json_add_string (builder, "side", yf_side_get_id (stop->side));
  yf_json_add_int (builder, "set", stop->set);
  yf_json_add_int (builder, "rep", stop->rep);
  yf_json_add_string (builder, "phase", yf_segment_kind_get_id (stop->phase));
  add_pain (builder, "pain", stop->pain);
  yf_json_add_string (builder, "site", stop->site);
  yf_json_end (builder, '}');
}

static void
add_session (JsonBuilder     *builder,
             YfSessionRecord *session)
{
  yf_json_begin (builder, NULL, '{');
  yf_json_add_string (builder, "id", session->id);
  add_moment (builder, "started", session->started, session->utc_offset);
  add_moment (builder, "ended", session->ended, session->utc_offset);
  yf_json_add_string (builder, "state", yf_record_state_get_id (session->state));

  if (session->check_in != NULL)
    {
      yf_json_begin (builder, "check_in", '{');
      add_answers (builder, session->check_in);
      yf_json_end (builder, '}');
    }
  else
    {
      yf_json_add_string (builder, "check_in", NULL);
    }

  yf_json_begin (builder, "exercises", '[');
  for (guint i = 0; i < session->exercises->len; i++)
    add_exercise (builder, g_ptr_array_index (session->exercises, i), session->utc_offset);
  yf_json_end (builder, ']');

  yf_json_begin (builder, "stops", '[');
  for (guint i = 0; i < session->stops->len; i++)
    add_stop (builder, session, g_ptr_array_index (session->stops, i));
  yf_json_end (builder, ']');
  yf_json_end (builder, '}');
}

static void
add_relief (JsonBuilder          *builder,
            const YfReliefRecord *relief)
{
  yf_json_begin (builder, NULL, '{');
  yf_json_add_string (builder, "id", relief->id);
  yf_json_add_string (builder, "relief", relief->kind);
  add_moment (builder, "started", relief->started, relief->utc_offset);
  add_moment (builder, "ended", relief->ended, relief->utc_offset);
  yf_json_add_string (builder, "state", yf_record_state_get_id (relief->state));
  yf_json_end (builder, '}');
}

static void
add_activity (JsonBuilder            *builder,
              const YfActivityRecord *activity)
{
  yf_json_begin (builder, NULL, '{');
  yf_json_add_string (builder, "id", activity->id);
  yf_json_add_string (builder, "activity", yf_activity_kind_get_id (activity->kind));
  add_moment (builder, "at", activity->at, activity->utc_offset);
  yf_json_add_int (builder, "minutes", activity->minutes);
  yf_json_end (builder, '}');
}

static void
print_json (const Log *log)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  yf_json_begin (builder, NULL, '{');
  yf_json_begin (builder, "sessions", '[');
  for (guint i = 0; i < log->sessions->len; i++)
    add_session (builder, g_ptr_array_index (log->sessions, i));
  yf_json_end (builder, ']');

  yf_json_begin (builder, "check_ins", '[');
  for (guint i = 0; i < log->check_ins->len; i++)
    {
      const YfCheckInRecord *record = g_ptr_array_index (log->check_ins, i);

      yf_json_begin (builder, NULL, '{');
      add_moment (builder, "at", record->at, record->utc_offset);
      add_answers (builder, record->check_in);
      yf_json_end (builder, '}');
    }
  yf_json_end (builder, ']');

  yf_json_begin (builder, "reliefs", '[');
  for (guint i = 0; i < log->reliefs->len; i++)
    add_relief (builder, g_ptr_array_index (log->reliefs, i));
  yf_json_end (builder, ']');

  yf_json_begin (builder, "activities", '[');
  for (guint i = 0; i < log->activities->len; i++)
    add_activity (builder, g_ptr_array_index (log->activities, i));
  yf_json_end (builder, ']');
  yf_json_end (builder, '}');
  yf_json_print (builder);
}

static void
print_answers (YfCli           *self,
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
get_exercise_name (YfCli      *self,
                   const char *id)
{
  YfExercise *exercise = id != NULL ? yf_catalogue_find_exercise (self->catalogue, id) : NULL;

  return exercise != NULL ? yf_exercise_get_name (exercise) : id;
}

static void
print_session (YfCli           *self,
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
                    get_exercise_name (self, get_stop_exercise (session, stop)),
                    stop->set, stop->rep, yf_segment_kind_get_name (stop->phase));
    }
}

static void
print_check_in (YfCli                 *self,
                const YfCheckInRecord *check_in)
{
  g_autofree char *at = yf_real_to_iso8601 (check_in->at, check_in->utc_offset);

  /* Translators: a moment */
  yf_cli_print (_("%.10s %.5s: No session after the check-in"), at, at + 11);
  print_answers (self, check_in->check_in);
}

static void
print_relief (YfCli                *self,
              const YfReliefRecord *relief)
{
  g_autofree char *started = yf_real_to_iso8601 (relief->started, relief->utc_offset);
  YfExercise *exercise = yf_catalogue_find_relief (self->catalogue, relief->kind);
  int minutes = (int) ((relief->ended - relief->started) / (60 * YF_SECOND));

  /* Translators: a moment; a relief such as “Cold compress”; how it ended; minutes */
  yf_cli_print (_("%.10s %.5s: %s, %s, %d min"), started, started + 11,
                exercise != NULL ? yf_exercise_get_name (exercise) : relief->kind,
                yf_record_state_get_name (relief->state), MAX (minutes, 0));
}

static void
print_activity (const YfActivityRecord *activity)
{
  g_autofree char *at = yf_real_to_iso8601 (activity->at, activity->utc_offset);

  /* Translators: a date; an activity such as “Walking”; minutes */
  yf_cli_print (_("%.10s: %s, %d min"), at, yf_activity_kind_get_name (activity->kind), activity->minutes);
}

/* The kinds of entry, in the order in which those of one moment are printed. */
typedef enum
{
  ENTRY_CHECK_IN,
  ENTRY_SESSION,
  ENTRY_RELIEF,
  ENTRY_ACTIVITY,
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

static GArray *
list_entries (const Log *log)
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

  g_array_sort (entries, compare_entries);

  return entries;
}

static void
print_text (YfCli     *self,
            const Log *log)
{
  g_autoptr (GArray) entries = list_entries (log);

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
          print_activity (entry->record);
          break;
        default:
          g_assert_not_reached ();
        }
    }
}

static gboolean
read_log (YfStore  *store,
          YfDay     from,
          YfDay     to,
          Log      *log,
          GError  **error)
{
  if (store == NULL)
    {
      log->sessions = g_ptr_array_new ();
      log->check_ins = g_ptr_array_new ();
      log->reliefs = g_ptr_array_new ();
      log->activities = g_ptr_array_new ();
      return TRUE;
    }

  return (log->sessions = yf_store_dup_sessions (store, from, to, error)) != NULL &&
         (log->check_ins = yf_store_dup_lone_check_ins (store, from, to, error)) != NULL &&
         (log->reliefs = yf_store_dup_reliefs (store, from, to, error)) != NULL &&
         (log->activities = yf_store_dup_activities (store, from, to, error)) != NULL;
}

YfExit
yf_cli_log (YfCli  *self,
            int     argc,
            char  **argv)
{
  g_autoptr (YfStore) store = NULL;
  g_auto (Log) log = { NULL, };
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

  /* What is no longer offered is in the log all the same. */
  if (!yf_cli_open_store (self, FALSE, &store, &error) ||
      (store != NULL && !yf_cli_adopt_own (self, store, TRUE, &error)) ||
      !read_log (store, from, to, &log, &error))
    return yf_cli_fail (error);

  if (json)
    print_json (&log);
  else
    print_text (self, &log);

  return YF_EXIT_DONE;
}
