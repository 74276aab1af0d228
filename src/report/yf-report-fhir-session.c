/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-report-fhir.h"

#include <glib/gi18n-lib.h>

#include "yf-json.h"

/* A session: an Observation that groups others, and an AdverseEvent for each time
 * it hurt. */

/* What was done of one exercise on one side. */
typedef struct
{
  guint  item;
  YfSide side;
  int    n_sets;
  int    n_reps;
  gint64 hold;
  gint64 started;
  gint64 ended;
} Work;

static GArray *
dup_work (YfSessionRecord *session)
{
  g_autoptr (GArray) sets = yf_report_dup_sets (session);
  GArray *works = g_array_new (FALSE, TRUE, sizeof (Work));

  for (guint i = 0; i < sets->len; i++)
    {
      const YfReportSet *set = &g_array_index (sets, YfReportSet, i);
      Work *work = NULL;

      for (guint j = 0; j < works->len && work == NULL; j++)
        {
          Work *other = &g_array_index (works, Work, j);

          if (other->item == set->item && other->side == set->side)
            work = other;
        }

      if (work == NULL)
        {
          Work begun = { .item = set->item, .side = set->side, .started = set->started };

          g_array_append_val (works, begun);
          work = &g_array_index (works, Work, works->len - 1);
        }

      work->n_sets += set->n_reps > 0;
      work->n_reps += set->n_reps;
      work->hold += set->hold;
      work->ended = set->ended;
    }

  return works;
}

static void
write_work (YfFhir          *self,
            YfSessionRecord *session,
            const Work      *work,
            GPtrArray       *members)
{
  const YfExerciseRecord *exercise = g_ptr_array_index (session->exercises, work->item);
  g_autofree char *role = g_strdup_printf ("exercise/%u/%s", work->item, yf_side_get_id (work->side));
  char *id = yf_fhir_make_id (self, session->id, role);

  g_ptr_array_add (members, id);
  yf_fhir_begin_observation (self, id, session->id, "activity");
  yf_fhir_add_code (self, "code", YF_FHIR_LOINC, "73985-4", "Exercise activity", _("Exercise"));
  if (work->n_reps > 0)
    yf_fhir_add_period (self, "effectivePeriod", work->started, work->ended, session->utc_offset);
  else
    yf_fhir_add_period (self, "effectivePeriod", session->started, session->ended, session->utc_offset);
  yf_fhir_add_code (self, "valueCodeableConcept", YF_FHIR_EXERCISES, exercise->exercise, NULL,
                    yf_fhir_exercise_name (self, exercise->exercise));
  yf_fhir_add_words (self, "bodySite", yf_report_side_name (work->side));

  yf_json_begin (self->builder, "component", '[');
  yf_fhir_add_count (self, "sets", _("Sets"), work->n_sets);
  yf_fhir_add_count (self, "repetitions", _("Repetitions"), work->n_reps);
  yf_fhir_add_hold (self, "time-under-hold", _("Time under hold"), work->hold);
  yf_fhir_add_count (self, "planned-sets", _("Planned sets"), exercise->planned.sets);
  yf_fhir_add_count (self, "planned-repetitions", _("Planned repetitions in a set"), exercise->planned.reps);
  yf_fhir_add_hold (self, "planned-hold", _("Planned hold"), exercise->planned.hold);
  yf_fhir_begin_component (self, "state", _("How it ended"));
  yf_fhir_add_code (self, "valueCodeableConcept", YF_FHIR_TERMS, yf_record_state_get_id (exercise->state), NULL,
                    yf_record_state_get_name (exercise->state));
  yf_fhir_end_component (self);
  yf_json_end (self->builder, ']');
  yf_fhir_end (self);
}

static void
add_line (GString    *lines,
          const char *label,
          const char *value)
{
  if (value != NULL)
    /* Translators: a label and a value, such as “Side: Left side” */
    g_string_append_printf (lines, C_("label and value", "%s: %s\n"), label, value);
}

static void
add_number (GString    *lines,
            const char *label,
            int         value,
            int         least)
{
  g_autofree char *text = value >= least ? g_strdup_printf ("%d", value) : NULL;

  add_line (lines, label, text);
}

/* R4 knows only one text in an adverse event, so all of the stop is in it, a line
 * for each thing; how much it hurt is an Observation as well. */
static void
write_stop (YfFhir          *self,
            YfSessionRecord *session,
            guint            index,
            GPtrArray       *members)
{
  const YfStop *stop = g_ptr_array_index (session->stops, index);
  g_autofree char *role = g_strdup_printf ("stop/%u", index);
  g_autofree char *id = yf_fhir_make_id (self, session->id, role);
  g_autoptr (GString) lines = g_string_new (_("Stopped because it hurt"));

  g_string_append_c (lines, '\n');
  add_line (lines, _("Exercise"), yf_fhir_exercise_name (self, yf_session_record_get_stop_exercise (session, stop)));
  add_line (lines, _("Side"), yf_report_side_name (stop->side));
  add_number (lines, C_("which one", "Set"), stop->set, 1);
  add_number (lines, C_("which one", "Repetition"), stop->rep, 1);
  add_line (lines, _("Phase"), yf_segment_kind_get_name (stop->phase));
  add_number (lines, _("Pain, 0 to 10"), stop->pain, 0);
  add_line (lines, _("Where it hurt"), yf_report_site_name (stop->site));

  yf_fhir_begin (self, "AdverseEvent", id);
  yf_json_add_string (self->builder, "actuality", "actual");
  yf_fhir_add_code (self, "event", YF_FHIR_TERMS, "pain-stop", NULL, lines->str);
  yf_fhir_add_subject (self, TRUE);
  yf_fhir_add_moment (self, "date", stop->at, session->utc_offset);
  yf_fhir_end (self);

  if (stop->pain != YF_PAIN_UNANSWERED)
    {
      g_autofree char *moment = g_strdup_printf ("stop/%u", index);

      g_ptr_array_add (members, yf_fhir_write_pain (self, session->id, moment, stop->site, stop->pain, stop->at,
                                                    session->utc_offset, NULL));
    }
}

static void
add_pain (YfFhir          *self,
          YfSessionRecord *session,
          const char      *site,
          int              pain,
          GPtrArray       *members)
{
  if (pain != YF_PAIN_UNANSWERED)
    g_ptr_array_add (members, yf_fhir_write_pain (self, session->id, "after", site, pain, session->after->at,
                                                  session->utc_offset, NULL));
}

static void
write_after (YfFhir          *self,
             YfSessionRecord *session,
             GPtrArray       *members)
{
  if (session->after != NULL)
    {
      add_pain (self, session, "back", session->after->pain_back, members);
      add_pain (self, session, "leg", session->after->pain_leg, members);
    }

  if (session->after != NULL && session->after->effort != YF_EFFORT_UNANSWERED)
    {
      char *id = yf_fhir_make_id (self, session->id, "effort");

      g_ptr_array_add (members, id);
      yf_fhir_begin_observation (self, id, session->id, "survey");
      yf_fhir_add_code (self, "code", YF_FHIR_TERMS, "effort", NULL,
                        _("How hard the session was: 0, no effort at all, to 10, the most one can imagine"));
      yf_fhir_add_moment (self, "effectiveDateTime", session->after->at, session->utc_offset);
      yf_fhir_add_quantity (self, session->after->effort, "{score}", "{score}");
      yf_fhir_end (self);
    }

  if (session->morning != YF_MORNING_UNANSWERED)
    {
      char *id = yf_fhir_make_id (self, session->id, "morning");

      g_ptr_array_add (members, id);
      yf_fhir_begin_observation (self, id, session->id, "survey");
      yf_fhir_add_code (self, "code", YF_FHIR_TERMS, "next-morning", NULL, _("How it was on the next morning"));
      if (session->morning_at != 0)
        yf_fhir_add_moment (self, "effectiveDateTime", session->morning_at, session->utc_offset);
      yf_fhir_add_code (self, "valueCodeableConcept", YF_FHIR_TERMS, yf_morning_get_id (session->morning), NULL,
                        yf_morning_get_name (session->morning));
      yf_fhir_end (self);
    }
}

static void
write_duration (YfFhir          *self,
                YfSessionRecord *session,
                GPtrArray       *members)
{
  char *id;

  if (session->ended == 0)
    return;

  id = yf_fhir_make_id (self, session->id, "duration");
  g_ptr_array_add (members, id);
  yf_fhir_begin_observation (self, id, session->id, "activity");
  yf_fhir_add_duration (self, yf_session_record_get_length (session) / YF_SECOND);
  yf_fhir_add_period (self, "effectivePeriod", session->started, session->ended, session->utc_offset);
  yf_fhir_end (self);
}

/* What yf_fhir_write_check_ins () makes of the check-in before a session. */
static void
list_check_in (YfFhir          *self,
               YfSessionRecord *session,
               GPtrArray       *members)
{
  if (session->check_in == NULL)
    return;

  g_ptr_array_add (members, yf_fhir_make_id (self, session->id, "check-in"));
  if (yf_check_in_get_pain_back (session->check_in) != YF_PAIN_UNANSWERED)
    g_ptr_array_add (members, yf_fhir_make_id (self, session->id, "pain/before/back"));
  if (yf_check_in_get_pain_leg (session->check_in) != YF_PAIN_UNANSWERED)
    g_ptr_array_add (members, yf_fhir_make_id (self, session->id, "pain/before/leg"));
}

/**
 * yf_fhir_write_session:
 * @self: a bundle
 * @session: a session
 *
 * Writes the session: first its members, then the Observation that groups them.
 */
void
yf_fhir_write_session (YfFhir          *self,
                       YfSessionRecord *session)
{
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) works = dup_work (session);
  g_autofree char *id = yf_fhir_make_id (self, session->id, "session");

  list_check_in (self, session, members);
  write_duration (self, session, members);
  for (guint i = 0; i < works->len; i++)
    write_work (self, session, &g_array_index (works, Work, i), members);
  for (guint i = 0; i < session->stops->len; i++)
    write_stop (self, session, i, members);
  write_after (self, session, members);

  yf_fhir_begin_observation (self, id, session->id, "activity");
  yf_fhir_add_based_on (self, session->id);
  yf_fhir_add_code (self, "code", YF_FHIR_LOINC, "73985-4", "Exercise activity", _("Session of exercise"));
  yf_fhir_add_period (self, "effectivePeriod", session->started, session->ended, session->utc_offset);
  yf_fhir_add_references (self, "hasMember", members);
  yf_json_begin (self->builder, "component", '[');
  yf_fhir_begin_component (self, "state", _("How it ended"));
  yf_fhir_add_code (self, "valueCodeableConcept", YF_FHIR_TERMS, yf_record_state_get_id (session->state), NULL,
                    yf_record_state_get_name (session->state));
  yf_fhir_end_component (self);
  yf_fhir_begin_component (self, "origin", _("How it was written down"));
  yf_fhir_add_code (self, "valueCodeableConcept", YF_FHIR_TERMS, yf_origin_get_id (session->origin), NULL, NULL);
  yf_fhir_end_component (self);
  yf_json_end (self->builder, ']');
  yf_fhir_add_notes (self, session->id, session->after != NULL ? session->after->note : NULL);
  yf_fhir_end (self);
}
