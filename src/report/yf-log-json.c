/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-log-json.h"

#include <string.h>

#include "yf-json.h"
#include "yf-log-json-writer.h"
#include "yf-profile-json.h"

/* A number that may not have been said. */
static void
add_answer (const YfLogWriter *self,
            const char        *key,
            int                value)
{
  G_STATIC_ASSERT (YF_PAIN_UNANSWERED == YF_EFFORT_UNANSWERED);

  if (value == YF_PAIN_UNANSWERED)
    yf_json_add_string (self->builder, key, NULL);
  else
    yf_json_add_int (self->builder, key, value);
}

/* What a person did to the entry afterwards. The file has the edits themselves. */
static void
add_edited (const YfLogWriter *self,
            const char        *entry)
{
  const YfEdit *edit;

  if (self->whole)
    return;

  edit = entry != NULL ? yf_log_find_edit (self->log, entry) : NULL;
  if (edit == NULL)
    {
      yf_json_add_string (self->builder, "edited", NULL);
      return;
    }

  yf_json_begin (self->builder, "edited", '{');
  yf_log_writer_add_moment (self, "at", edit->at, edit->utc_offset);
  yf_json_add_string (self->builder, "kind", edit->old != NULL ? "changed" : "added");
  yf_json_add_string (self->builder, "original", edit->old);
  yf_json_end (self->builder, '}');
}

/* Adds the members of a check-in to the object that is being built. */
static void
add_answers (const YfLogWriter *self,
             const YfCheckIn   *check_in)
{
  add_answer (self, "pain_back", yf_check_in_get_pain_back (check_in));
  add_answer (self, "pain_leg", yf_check_in_get_pain_leg (check_in));
  yf_json_add_string (self->builder, "moved", yf_moved_get_id (yf_check_in_get_moved (check_in)));

  yf_json_begin (self->builder, "flags", '{');
  for (guint i = 0; i < yf_check_in_get_n_flags (check_in); i++)
    {
      const YfSign *sign = yf_check_in_get_flag (check_in, i);

      if (sign->days == YF_DAYS_UNSAID)
        yf_json_add_bool (self->builder, sign->flag, TRUE);
      else
        yf_json_add_int (self->builder, sign->flag, sign->days);
    }
  yf_json_end (self->builder, '}');
}

static void
add_rep (const YfLogWriter  *self,
         const YfRepetition *rep,
         gint32              utc_offset)
{
  yf_json_begin (self->builder, NULL, '{');
  yf_json_add_int (self->builder, "rep", rep->rep);
  yf_log_writer_add_moment (self, "started", rep->started, utc_offset);
  yf_json_add_seconds (self->builder, "hold_s", rep->hold);
  yf_log_writer_add_moment (self, "ended", rep->ended, utc_offset);
  yf_json_add_string (self->builder, "counted_by", yf_counting_get_id (rep->counted_by));
  yf_json_end (self->builder, '}');
}

static void
add_sets (const YfLogWriter *self,
          GPtrArray         *reps,
          gint32             utc_offset)
{
  yf_json_begin (self->builder, "sets", '[');

  for (guint i = 0; i < reps->len;)
    {
      const YfRepetition *first = g_ptr_array_index (reps, i);

      yf_json_begin (self->builder, NULL, '{');
      yf_json_add_int (self->builder, "set", first->set);
      yf_json_add_string (self->builder, "side", yf_side_get_id (first->side));
      yf_json_begin (self->builder, "reps", '[');
      for (; i < reps->len; i++)
        {
          const YfRepetition *rep = g_ptr_array_index (reps, i);

          if (rep->set != first->set || rep->side != first->side)
            break;
          add_rep (self, rep, utc_offset);
        }
      yf_json_end (self->builder, ']');
      yf_json_end (self->builder, '}');
    }

  yf_json_end (self->builder, ']');
}

static void
add_exercise (const YfLogWriter      *self,
              const YfExerciseRecord *exercise,
              gint32                  utc_offset)
{
  yf_json_begin (self->builder, NULL, '{');
  yf_json_add_string (self->builder, "exercise", exercise->exercise);
  yf_json_add_dose (self->builder, "planned", &exercise->planned);
  yf_json_add_string (self->builder, "state", yf_record_state_get_id (exercise->state));
  add_sets (self, exercise->reps, utc_offset);
  yf_json_end (self->builder, '}');
}

static void
add_stop (const YfLogWriter *self,
          YfSessionRecord   *session,
          const YfStop      *stop)
{
  yf_json_begin (self->builder, NULL, '{');
  yf_log_writer_add_moment (self, "at", stop->at, session->utc_offset);
  /* A session may have one exercise twice. */
  if (self->whole)
    yf_json_add_int (self->builder, "item", stop->item);
  yf_json_add_string (self->builder, "exercise", yf_session_record_get_stop_exercise (session, stop));
  yf_json_add_string (self->builder, "side", yf_side_get_id (stop->side));
  yf_json_add_int (self->builder, "set", stop->set);
  yf_json_add_int (self->builder, "rep", stop->rep);
  yf_json_add_string (self->builder, "phase", yf_segment_kind_get_id (stop->phase));
  add_answer (self, "pain", stop->pain);
  yf_json_add_string (self->builder, "site", stop->site);
  yf_json_end (self->builder, '}');
}

/* Only where there are some: most sessions have none. */
static void
add_breaks (const YfLogWriter     *self,
            const YfSessionRecord *session)
{
  if (session->breaks->len == 0)
    return;

  yf_json_begin (self->builder, "breaks", '[');
  for (guint i = 0; i < session->breaks->len; i++)
    {
      const YfBreak *one = g_ptr_array_index (session->breaks, i);

      yf_json_begin (self->builder, NULL, '{');
      yf_log_writer_add_moment (self, "from", one->from, session->utc_offset);
      yf_log_writer_add_moment (self, "to", one->to, session->utc_offset);
      yf_json_end (self->builder, '}');
    }
  yf_json_end (self->builder, ']');
}

static void
add_adjustments (const YfLogWriter     *self,
                 const YfSessionRecord *session)
{
  if (session->adjustments->len == 0)
    return;

  yf_json_begin (self->builder, "adjusted", '[');
  for (guint i = 0; i < session->adjustments->len; i++)
    {
      const YfAdjustment *one = g_ptr_array_index (session->adjustments, i);
      const YfExerciseRecord *exercise = g_ptr_array_index (session->exercises, one->item);

      yf_json_begin (self->builder, NULL, '{');
      yf_log_writer_add_moment (self, "at", one->at, session->utc_offset);
      if (self->whole)
        yf_json_add_int (self->builder, "item", one->item);
      yf_json_add_string (self->builder, "exercise", exercise->exercise);
      yf_json_add_dose_members (self->builder, &one->dose);
      yf_json_add_pace_members (self->builder, &one->pace);
      yf_json_end (self->builder, '}');
    }
  yf_json_end (self->builder, ']');
}

static void
add_session_check_in (const YfLogWriter     *self,
                      const YfSessionRecord *session)
{
  if (session->check_in == NULL)
    {
      yf_json_add_string (self->builder, "check_in", NULL);
      return;
    }

  yf_json_begin (self->builder, "check_in", '{');
  add_answers (self, session->check_in);
  if (self->whole)
    yf_log_writer_add_moment (self, "at", session->check_in_at, session->utc_offset);
  yf_json_end (self->builder, '}');
}

static void
add_after (const YfLogWriter     *self,
           const YfSessionRecord *session)
{
  if (session->after == NULL)
    {
      yf_json_add_string (self->builder, "after", NULL);
      return;
    }

  yf_json_begin (self->builder, "after", '{');
  yf_log_writer_add_moment (self, "at", session->after->at, session->utc_offset);
  add_answer (self, "pain_back", session->after->pain_back);
  add_answer (self, "pain_leg", session->after->pain_leg);
  add_answer (self, "effort", session->after->effort);
  yf_json_add_string (self->builder, "note", session->after->note);
  yf_json_end (self->builder, '}');
}

static void
add_morning (const YfLogWriter     *self,
             const YfSessionRecord *session)
{
  if (session->morning == YF_MORNING_UNANSWERED)
    {
      yf_json_add_string (self->builder, "next_morning", NULL);
      return;
    }

  yf_json_begin (self->builder, "next_morning", '{');
  yf_log_writer_add_moment (self, "at", session->morning_at, session->utc_offset);
  yf_json_add_string (self->builder, "answer", yf_morning_get_id (session->morning));
  yf_json_end (self->builder, '}');
}

static void
add_session (const YfLogWriter *self,
             gconstpointer      entry)
{
  YfSessionRecord *session = (YfSessionRecord *) entry;

  yf_json_begin (self->builder, NULL, '{');
  yf_json_add_string (self->builder, "id", session->id);
  yf_log_writer_add_moment (self, "started", session->started, session->utc_offset);
  yf_log_writer_add_moment (self, "ended", session->ended, session->utc_offset);
  yf_json_add_string (self->builder, "state", yf_record_state_get_id (session->state));
  add_session_check_in (self, session);

  yf_json_begin (self->builder, "exercises", '[');
  for (guint i = 0; i < session->exercises->len; i++)
    add_exercise (self, g_ptr_array_index (session->exercises, i), session->utc_offset);
  yf_json_end (self->builder, ']');

  yf_json_begin (self->builder, "stops", '[');
  for (guint i = 0; i < session->stops->len; i++)
    add_stop (self, session, g_ptr_array_index (session->stops, i));
  yf_json_end (self->builder, ']');

  /* What came to be known later comes after what scripts have always read. */
  yf_json_add_string (self->builder, "origin", yf_origin_get_id (session->origin));
  add_after (self, session);
  add_morning (self, session);
  add_breaks (self, session);
  add_adjustments (self, session);
  if (yf_log_find_followed (self->log, session->id) != NULL)
    yf_json_add_string (self->builder, "programme", yf_log_find_followed (self->log, session->id));
  add_edited (self, session->id);
  yf_json_end (self->builder, '}');
}

static void
add_check_in (const YfLogWriter *self,
              gconstpointer      entry)
{
  const YfCheckInRecord *record = entry;

  yf_json_begin (self->builder, NULL, '{');
  yf_json_add_string (self->builder, "id", record->id);
  yf_log_writer_add_moment (self, "at", record->at, record->utc_offset);
  add_answers (self, record->check_in);
  add_edited (self, record->id);
  yf_json_end (self->builder, '}');
}

static void
add_relief (const YfLogWriter *self,
            gconstpointer      entry)
{
  const YfReliefRecord *relief = entry;

  yf_json_begin (self->builder, NULL, '{');
  yf_json_add_string (self->builder, "id", relief->id);
  yf_json_add_string (self->builder, "relief", relief->kind);
  yf_log_writer_add_moment (self, "started", relief->started, relief->utc_offset);
  yf_log_writer_add_moment (self, "ended", relief->ended, relief->utc_offset);
  yf_json_add_string (self->builder, "state", yf_record_state_get_id (relief->state));
  add_edited (self, relief->id);
  yf_json_end (self->builder, '}');
}

static void
add_activity (const YfLogWriter *self,
              gconstpointer      entry)
{
  const YfActivityRecord *activity = entry;

  yf_json_begin (self->builder, NULL, '{');
  yf_json_add_string (self->builder, "id", activity->id);
  yf_json_add_string (self->builder, "activity", yf_activity_kind_get_id (activity->kind));
  yf_log_writer_add_moment (self, "at", activity->at, activity->utc_offset);
  yf_json_add_int (self->builder, "minutes", activity->minutes);
  add_edited (self, activity->id);
  yf_json_end (self->builder, '}');
}

static void
add_rating (const YfLogWriter *self,
            gconstpointer      entry)
{
  const YfFunctionRating *rating = entry;

  yf_json_begin (self->builder, NULL, '{');
  yf_json_add_string (self->builder, "id", rating->id);
  yf_log_writer_add_moment (self, "at", rating->at, rating->utc_offset);
  yf_json_begin (self->builder, "scores", '[');
  for (guint i = 0; i < rating->scores->len; i++)
    {
      const YfFunctionScore *score = g_ptr_array_index (rating->scores, i);

      yf_json_begin (self->builder, NULL, '{');
      yf_json_add_string (self->builder, "function", score->activity);
      yf_json_add_int (self->builder, "score", score->score);
      yf_json_end (self->builder, '}');
    }
  yf_json_end (self->builder, ']');
  yf_json_end (self->builder, '}');
}

static void
add_score (const YfLogWriter *self,
           gconstpointer      entry)
{
  const YfClinicScore *score = entry;

  yf_json_begin (self->builder, NULL, '{');
  yf_json_add_string (self->builder, "id", score->id);
  yf_json_add_string (self->builder, "scale", yf_clinic_scale_get_id (score->scale));
  yf_json_add_day (self->builder, "day", score->day);
  yf_json_add_int (self->builder, "total", score->total);
  yf_log_writer_add_moment (self, "at", score->at, score->utc_offset);
  yf_json_end (self->builder, '}');
}

static void
add_consent (const YfLogWriter *self,
             gconstpointer      entry)
{
  const YfConsentRecord *consent = entry;

  yf_json_begin (self->builder, NULL, '{');
  yf_log_writer_add_moment (self, "at", consent->at, consent->utc_offset);
  yf_json_add_int (self->builder, "version", consent->version);
  yf_json_end (self->builder, '}');
}

static void
add_own_exercise (const YfLogWriter *self,
                  gconstpointer      entry)
{
  const YfOwnExerciseRecord *own = entry;

  yf_json_begin (self->builder, NULL, '{');
  yf_json_add_string (self->builder, "id", own->id);
  yf_json_add_string (self->builder, "xml", own->xml);
  yf_log_writer_add_moment (self, "created", own->created, own->utc_offset);
  yf_json_add_bool (self->builder, "retired", own->retired);
  yf_json_end (self->builder, '}');
}

static void
add_schedule (const YfLogWriter *self,
              gconstpointer      entry)
{
  const YfScheduleRecord *schedule = entry;

  yf_json_begin (self->builder, NULL, '{');
  yf_json_add_string (self->builder, "id", schedule->id);
  yf_log_writer_add_moment (self, "at", schedule->at, schedule->utc_offset);
  yf_json_add_int (self->builder, "days_a_week", schedule->days_a_week);
  yf_json_end (self->builder, '}');
}

static void
add_function (const YfLogWriter *self,
              gconstpointer      entry)
{
  const YfFunctionActivity *function = entry;

  yf_json_begin (self->builder, NULL, '{');
  yf_json_add_string (self->builder, "id", function->id);
  yf_json_add_string (self->builder, "name", function->name);
  yf_log_writer_add_moment (self, "at", function->at, function->utc_offset);
  yf_log_writer_add_moment (self, "retired", function->retired, function->utc_offset);
  yf_json_end (self->builder, '}');
}

static void
add_edit (const YfLogWriter *self,
          gconstpointer      entry)
{
  const YfEdit *edit = entry;

  yf_json_begin (self->builder, NULL, '{');
  yf_json_add_string (self->builder, "id", edit->id);
  yf_json_add_string (self->builder, "kind", yf_entry_kind_get_id (edit->kind));
  yf_log_writer_add_moment (self, "at", edit->at, edit->utc_offset);
  yf_json_add_string (self->builder, "old", edit->old);
  yf_json_add_string (self->builder, "new", edit->new);
  yf_json_end (self->builder, '}');
}

/**
 * yf_log_to_json:
 * @self: a log
 * @builder: where to put it
 *
 * Adds what was done as the object that `yanfei-cli log --json` prints:
 * sessions, check-ins without one, compresses, activities, and what the plan
 * made of them. Moments are to the millisecond.
 */
void
yf_log_to_json (YfLog       *self,
                JsonBuilder *builder)
{
  const YfLogWriter writer = { builder, self, FALSE };

  g_return_if_fail (self != NULL);

  yf_json_begin (builder, NULL, '{');
  yf_log_writer_add_list (&writer, "sessions", self->sessions, add_session);
  yf_log_writer_add_list (&writer, "check_ins", self->check_ins, add_check_in);
  yf_log_writer_add_list (&writer, "reliefs", self->reliefs, add_relief);
  yf_log_writer_add_list (&writer, "activities", self->activities, add_activity);
  yf_log_writer_add_programmes (&writer);
  yf_log_writer_add_plan (&writer);
  yf_json_end (builder, '}');
}

/**
 * yf_log_to_file:
 * @self: a log without anything that is still under way
 * @anonymous: what the file says of itself; yf_log_anonymise() makes it so
 * @error: return location for an error
 *
 * Writes the complete export, which yf_log_from_file() reads back without loss.
 * All of the log is in it and nothing else, not the moment of the export either, so
 * that the same log gives the same bytes. Moments are to the microsecond, with
 * the offset from UTC where the person was; lengths are seconds.
 *
 * Returns: (transfer full) (nullable): the bytes of the file
 */
GBytes *
yf_log_to_file (YfLog     *self,
                gboolean   anonymous,
                GError   **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const YfLogWriter writer = { builder, self, TRUE };
  char *text;

  g_return_val_if_fail (self != NULL, NULL);

  yf_json_begin (builder, NULL, '{');
  yf_json_add_string (builder, "format", YF_LOG_JSON_FORMAT);
  yf_json_add_int (builder, "version", YF_LOG_JSON_VERSION);
  yf_json_add_day (builder, "from", self->from);
  yf_json_add_day (builder, "to", self->to);
  yf_json_add_bool (builder, "anonymous", anonymous);
  if (self->profile != NULL)
    yf_profile_to_json (self->profile, builder, "profile");
  else
    yf_json_add_string (builder, "profile", NULL);

  yf_log_writer_add_list (&writer, "consents", self->consents, add_consent);
  yf_log_writer_add_list (&writer, "own_exercises", self->own_exercises, add_own_exercise);
  yf_log_writer_add_list (&writer, "schedules", self->schedules, add_schedule);
  yf_log_writer_add_list (&writer, "functions", self->functions, add_function);
  yf_log_writer_add_programmes (&writer);
  yf_log_writer_add_list (&writer, "sessions", self->sessions, add_session);
  yf_log_writer_add_list (&writer, "check_ins", self->check_ins, add_check_in);
  yf_log_writer_add_list (&writer, "reliefs", self->reliefs, add_relief);
  yf_log_writer_add_list (&writer, "activities", self->activities, add_activity);
  yf_log_writer_add_list (&writer, "ratings", self->ratings, add_rating);
  yf_log_writer_add_list (&writer, "scores", self->scores, add_score);
  yf_log_writer_add_plan (&writer);
  yf_log_writer_add_list (&writer, "edits", self->edits, add_edit);

  yf_json_begin (builder, "superseded", '{');
  yf_log_writer_add_list (&writer, "sessions", self->old_sessions, add_session);
  yf_log_writer_add_list (&writer, "check_ins", self->old_check_ins, add_check_in);
  yf_log_writer_add_list (&writer, "reliefs", self->old_reliefs, add_relief);
  yf_log_writer_add_list (&writer, "activities", self->old_activities, add_activity);
  yf_log_writer_add_list (&writer, "ratings", self->old_ratings, add_rating);
  yf_log_writer_add_list (&writer, "scores", self->old_scores, add_score);
  yf_json_end (builder, '}');
  yf_json_end (builder, '}');

  text = yf_json_to_text (builder);

  return g_bytes_new_take (text, strlen (text));
}
