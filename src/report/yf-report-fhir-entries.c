/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-report-fhir.h"

#include <glib/gi18n-lib.h>

#include "yf-json.h"

/* Check-ins, activities, relief and outcome measures. */

static const char *
moment_name (const char *moment)
{
  if (g_str_equal (moment, "before"))
    return _("Asked before the session");
  if (g_str_equal (moment, "after"))
    return _("Asked after the session");
  if (g_str_equal (moment, "alone"))
    return _("Asked without a session");

  return _("Asked when a movement hurt");
}

/**
 * yf_fhir_write_pain:
 * @self: a bundle
 * @entry: the id of the entry of the log that it is from
 * @moment: when it was asked: before, after, alone or at a stop
 * @site: (nullable): where it hurt, as a #YfStop has it
 * @pain: NRS 0 to 10
 * @at: microseconds since the Unix epoch
 * @utc_offset: seconds east of UTC in force at @at
 * @derived_from: (nullable): the id of the resource that it was answered in
 *
 * Writes one answer about pain.
 *
 * Returns: (transfer full): its id
 */
char *
yf_fhir_write_pain (YfFhir     *self,
                    const char *entry,
                    const char *moment,
                    const char *site,
                    int         pain,
                    gint64      at,
                    gint32      utc_offset,
                    const char *derived_from)
{
  g_autofree char *role = g_strdup_printf ("pain/%s/%s", moment, site != NULL ? site : "unsaid");
  char *id = yf_fhir_make_id (self, entry, role);

  yf_fhir_begin_observation (self, id, entry, "survey");
  yf_fhir_add_code (self, "code", YF_FHIR_LOINC, "72514-3",
                    "Pain severity - 0-10 verbal numeric rating [Score] - Reported", _("Pain, 0 to 10"));
  yf_fhir_add_moment (self, "effectiveDateTime", at, utc_offset);
  yf_fhir_add_quantity (self, pain, "{score}", "{score}");
  yf_fhir_add_words (self, "bodySite", yf_report_site_name (site));
  yf_fhir_add_words (self, "method", moment_name (moment));
  if (derived_from != NULL)
    {
      yf_json_begin (self->builder, "derivedFrom", '[');
      yf_json_begin (self->builder, NULL, '{');
      yf_fhir_add_reference (self, derived_from);
      yf_json_end (self->builder, '}');
      yf_json_end (self->builder, ']');
    }
  yf_fhir_end (self);

  return id;
}

static void
begin_item (YfFhir     *self,
            const char *link,
            const char *text)
{
  yf_json_begin (self->builder, NULL, '{');
  yf_json_add_string (self->builder, "linkId", link);
  yf_fhir_add_text (self, "text", text);
  yf_json_begin (self->builder, "answer", '[');
  yf_json_begin (self->builder, NULL, '{');
}

static void
end_item (YfFhir *self)
{
  yf_json_end (self->builder, '}');
  yf_json_end (self->builder, ']');
  yf_json_end (self->builder, '}');
}

static void
add_score (YfFhir     *self,
           const char *link,
           const char *text,
           int         score)
{
  if (score == YF_PAIN_UNANSWERED)
    return;

  begin_item (self, link, text);
  yf_json_add_int (self->builder, "valueInteger", score);
  end_item (self);
}

static void
add_flag (YfFhir     *self,
          const char *flag,
          gboolean    present,
          int         days)
{
  g_autofree char *link = g_strconcat ("flag.", flag, NULL);

  begin_item (self, link, yf_report_flag_text (self->report, flag));
  yf_json_add_bool (self->builder, "valueBoolean", present);
  if (present && days != YF_DAYS_UNSAID && days > 0)
    {
      g_autofree char *sub = g_strconcat (link, ".days", NULL);

      yf_json_begin (self->builder, "item", '[');
      begin_item (self, sub, _("For how many days?"));
      yf_json_add_int (self->builder, "valueInteger", days);
      end_item (self);
      yf_json_end (self->builder, ']');
    }
  end_item (self);
}

/* Every sign is asked for in a check-in, and no answer counts as no. What was
 * written down afterwards is another matter: there, only what is said is known. */
static void
add_flags (YfFhir                *self,
           const YfReportCheckIn *one)
{
  YfLog *log = yf_report_get_log (self->report);
  GPtrArray *flags = yf_catalogue_get_red_flags (yf_report_get_catalogue (self->report));
  const YfEdit *edit = yf_log_find_edit (log, one->entry);
  gboolean asked = edit == NULL && (one->session == NULL || one->session->origin == YF_ORIGIN_RECORDED);

  for (guint i = 0; i < flags->len; i++)
    {
      const char *flag = yf_red_flag_get_id (g_ptr_array_index (flags, i));
      int days = YF_DAYS_UNSAID;
      gboolean present = yf_check_in_has_flag (one->check_in, flag, &days);

      if (present || asked)
        add_flag (self, flag, present, days);
    }

  /* What an older catalogue asked for. */
  for (guint i = 0; i < yf_check_in_get_n_flags (one->check_in); i++)
    {
      const YfSign *sign = yf_check_in_get_flag (one->check_in, i);

      if (yf_catalogue_find_red_flag (yf_report_get_catalogue (self->report), sign->flag) == NULL)
        add_flag (self, sign->flag, TRUE, sign->days);
    }
}

static gboolean
has_items (const YfCheckIn *check_in)
{
  return yf_check_in_get_pain_back (check_in) != YF_PAIN_UNANSWERED ||
         yf_check_in_get_pain_leg (check_in) != YF_PAIN_UNANSWERED ||
         yf_check_in_get_moved (check_in) != YF_MOVED_UNKNOWN ||
         yf_check_in_get_n_flags (check_in) > 0;
}

static void
write_check_in (YfFhir                *self,
                const YfReportCheckIn *one)
{
  const char *moment = one->session != NULL ? "before" : "alone";
  int back = yf_check_in_get_pain_back (one->check_in);
  int leg = yf_check_in_get_pain_leg (one->check_in);
  YfMoved moved = yf_check_in_get_moved (one->check_in);
  const YfEdit *edit = yf_log_find_edit (yf_report_get_log (self->report), one->entry);
  gboolean asked = edit == NULL && (one->session == NULL || one->session->origin == YF_ORIGIN_RECORDED);
  g_autofree char *id = yf_fhir_make_id (self, one->entry, "check-in");

  yf_fhir_begin (self, "QuestionnaireResponse", id);
  yf_json_add_string (self->builder, "status", edit != NULL && edit->old != NULL ? "amended" : "completed");
  yf_fhir_add_subject (self, FALSE);
  yf_fhir_add_moment (self, "authored", one->at, one->utc_offset);
  if (asked || has_items (one->check_in))
    {
      yf_json_begin (self->builder, "item", '[');
      add_score (self, "pain-back", _("Back pain, 0 to 10"), back);
      add_score (self, "pain-leg", _("Leg pain, 0 to 10"), leg);
      if (moved != YF_MOVED_UNKNOWN)
        {
          begin_item (self, "moved", _("Has the pain moved?"));
          yf_json_begin (self->builder, "valueCoding", '{');
          yf_json_add_string (self->builder, "system", YF_FHIR_TERMS);
          yf_json_add_string (self->builder, "code", yf_moved_get_id (moved));
          yf_json_add_string (self->builder, "display", yf_report_moved_name (moved));
          yf_json_end (self->builder, '}');
          end_item (self);
        }
      add_flags (self, one);
      yf_json_end (self->builder, ']');
    }
  yf_fhir_end (self);

  if (back != YF_PAIN_UNANSWERED)
    g_free (yf_fhir_write_pain (self, one->entry, moment, "back", back, one->at, one->utc_offset, id));
  if (leg != YF_PAIN_UNANSWERED)
    g_free (yf_fhir_write_pain (self, one->entry, moment, "leg", leg, one->at, one->utc_offset, id));
}

/**
 * yf_fhir_write_check_ins:
 * @self: a bundle
 *
 * Writes all check-ins: the answers, and each answer about pain as an Observation.
 */
void
yf_fhir_write_check_ins (YfFhir *self)
{
  g_autoptr (GArray) check_ins = yf_report_dup_check_ins (yf_report_get_log (self->report));

  for (guint i = 0; i < check_ins->len; i++)
    write_check_in (self, &g_array_index (check_ins, YfReportCheckIn, i));
}

void
yf_fhir_write_activities (YfFhir *self)
{
  YfLog *log = yf_report_get_log (self->report);

  for (guint i = 0; i < log->activities->len; i++)
    {
      const YfActivityRecord *activity = g_ptr_array_index (log->activities, i);
      g_autofree char *id = yf_fhir_make_id (self, activity->id, "activity");

      yf_fhir_begin_observation (self, id, activity->id, "activity");
      yf_fhir_add_code (self, "code", YF_FHIR_LOINC, "73985-4", "Exercise activity", C_("such as walking", "Activity"));
      yf_fhir_add_period (self, "effectivePeriod", activity->at,
                          activity->at + activity->minutes * 60 * YF_SECOND, activity->utc_offset);
      yf_fhir_add_code (self, "valueCodeableConcept", YF_FHIR_TERMS, yf_activity_kind_get_id (activity->kind), NULL,
                        yf_activity_kind_get_name (activity->kind));
      yf_json_begin (self->builder, "component", '[');
      yf_json_begin (self->builder, NULL, '{');
      yf_fhir_add_duration (self, (gint64) activity->minutes * 60);
      yf_json_end (self->builder, '}');
      yf_json_end (self->builder, ']');
      yf_fhir_add_notes (self, activity->id, NULL);
      yf_fhir_end (self);
    }
}

static const char *
procedure_status (YfRecordState state)
{
  switch (state)
    {
    case YF_RECORD_RUNNING:
      return "in-progress";
    case YF_RECORD_COMPLETED:
      return "completed";
    case YF_RECORD_STOPPED:
      return "stopped";
    case YF_RECORD_CUT:
    default:
      return "unknown";
    }
}

void
yf_fhir_write_reliefs (YfFhir *self)
{
  YfLog *log = yf_report_get_log (self->report);

  for (guint i = 0; i < log->reliefs->len; i++)
    {
      const YfReliefRecord *relief = g_ptr_array_index (log->reliefs, i);
      YfExercise *known = yf_catalogue_find_relief (yf_report_get_catalogue (self->report), relief->kind);
      g_autofree char *id = yf_fhir_make_id (self, relief->id, "relief");

      yf_fhir_begin (self, "Procedure", id);
      yf_json_add_string (self->builder, "status", procedure_status (relief->state));
      yf_fhir_add_code (self, "code", YF_FHIR_TERMS, relief->kind, NULL,
                        known != NULL ? yf_exercise_get_name (known) : relief->kind);
      yf_fhir_add_subject (self, TRUE);
      /* Of one that was cut nobody knows when it ended. */
      yf_fhir_add_period (self, "performedPeriod", relief->started,
                          relief->state != YF_RECORD_CUT ? relief->ended : 0, relief->utc_offset);
      yf_fhir_add_notes (self, relief->id, NULL);
      yf_fhir_end (self);
    }
}

static const YfFunctionActivity *
find_function (YfLog      *log,
               const char *id)
{
  for (guint i = 0; i < log->functions->len; i++)
    {
      const YfFunctionActivity *function = g_ptr_array_index (log->functions, i);

      if (g_str_equal (function->id, id))
        return function;
    }

  return NULL;
}

static void
write_rating (YfFhir                 *self,
              const YfFunctionRating *rating)
{
  g_autofree char *id = yf_fhir_make_id (self, rating->id, "rating");

  yf_fhir_begin_observation (self, id, rating->id, "survey");
  yf_fhir_add_code (self, "code", YF_FHIR_TERMS, "psfs-mean", NULL, _("Patient-specific functional scale, mean"));
  yf_fhir_add_moment (self, "effectiveDateTime", rating->at, rating->utc_offset);
  yf_fhir_add_quantity (self, yf_function_rating_get_mean (rating), "{score}", "{score}");
  yf_json_begin (self->builder, "component", '[');
  for (guint i = 0; i < rating->scores->len; i++)
    {
      const YfFunctionScore *score = g_ptr_array_index (rating->scores, i);
      const YfFunctionActivity *function = find_function (yf_report_get_log (self->report), score->activity);

      yf_fhir_begin_component (self, "psfs-activity", function != NULL ? function->name : NULL);
      yf_fhir_add_quantity (self, score->score, "{score}", "{score}");
      yf_fhir_end_component (self);
    }
  yf_json_end (self->builder, ']');
  yf_fhir_add_notes (self, rating->id, NULL);
  yf_fhir_end (self);
}

static void
write_score (YfFhir              *self,
             const YfClinicScore *score)
{
  g_autofree char *id = yf_fhir_make_id (self, score->id, "score");
  gboolean percent = score->scale == YF_CLINIC_ODI;

  yf_fhir_begin_observation (self, id, score->id, "survey");
  yf_fhir_add_code (self, "code", YF_FHIR_TERMS, yf_clinic_scale_get_id (score->scale), NULL,
                    yf_clinic_scale_get_name (score->scale));
  yf_fhir_add_day (self, "effectiveDateTime", score->day);
  yf_fhir_add_quantity (self, score->total, percent ? "%" : "{score}", percent ? "%" : "{score}");
  yf_fhir_add_notes (self, score->id, NULL);
  yf_fhir_end (self);
}

void
yf_fhir_write_measures (YfFhir *self)
{
  YfLog *log = yf_report_get_log (self->report);

  for (guint i = 0; i < log->ratings->len; i++)
    write_rating (self, g_ptr_array_index (log->ratings, i));
  for (guint i = 0; i < log->scores->len; i++)
    write_score (self, g_ptr_array_index (log->scores, i));
}
