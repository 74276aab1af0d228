/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-catalogue-private.h"

#include <glib/gi18n-lib.h>

#include "yf-condition-private.h"
#include "yf-exercise-private.h"
#include "yf-pose-private.h"
#include "yf-reading-private.h"
#include "yf-red-flag-private.h"
#include "yf-xml-source.h"

/* Bounds of what a file may say, to catch a slip of the finger rather than to
 * judge a dose: no exercise of the documents comes near them. */
#define MIN_PHASE  (YF_SECOND / 2)
#define MAX_PHASE  (1200 * YF_SECOND)
#define MAX_SETS   20
#define MAX_REPS   100
#define MAX_DAYS   3650
#define MAX_TIMES_A_DAY 12

static gboolean
read_id (YfXml       *xml,
         char       **id,
         GError     **error)
{
  *id = g_strdup (yf_xml_get_id (xml, error));

  return *id != NULL;
}

static gboolean
read_text (YfXml   *xml,
           char   **text,
           GError **error)
{
  if (*text != NULL)
    return yf_xml_refuse_again (xml, error);

  if (*yf_xml_get_text (xml) == '\0')
    {
      yf_xml_set_error (xml, error, _("<%s> is empty"), yf_xml_get_name (xml));
      return FALSE;
    }

  *text = g_strdup (yf_xml_get_text (xml));
  return TRUE;
}

static gboolean
parse_length (YfXml     *xml,
              gint64    *length,
              YfSource **source,
              GError   **error)
{
  static const char * const attrs[] = { "seconds", "source", "section", NULL };

  if (*source != NULL)
    return yf_xml_refuse_again (xml, error);

  return yf_xml_check_attrs (xml, attrs, error) &&
         yf_xml_get_seconds (xml, "seconds", MIN_PHASE, MAX_PHASE, length, error) &&
         (*source = yf_xml_dup_source (xml, error)) != NULL;
}

static gboolean
parse_dose (YfXml     *xml,
            YfDose    *dose,
            YfSource **source,
            GError   **error)
{
  static const char * const attrs[] = { "sets", "reps", "hold", "source", "section", NULL };

  if (*source != NULL)
    return yf_xml_refuse_again (xml, error);

  if (!yf_xml_check_attrs (xml, attrs, error) ||
      !yf_xml_get_int (xml, "sets", 1, MAX_SETS, &dose->sets, error) ||
      !yf_xml_get_int (xml, "reps", 1, MAX_REPS, &dose->reps, error))
    return FALSE;

  if (yf_xml_find_attr (xml, "hold") != NULL &&
      !yf_xml_get_seconds (xml, "hold", MIN_PHASE, MAX_PHASE, &dose->hold, error))
    return FALSE;

  *source = yf_xml_dup_source (xml, error);
  return *source != NULL;
}

static gboolean
parse_label (YfXml    *xml,
             YfPhase  *phase,
             GError  **error)
{
  for (guint i = 0; i < yf_xml_get_n_children (xml); i++)
    {
      YfXml *child = yf_xml_get_child (xml, i);

      if (!yf_xml_is (child, "label"))
        return yf_xml_refuse (child, error);
      if (!read_text (child, &phase->label, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
parse_phase (YfXml    *xml,
             YfPhase  *phase,
             GError  **error)
{
  static const char * const attrs[] = { "kind", "seconds", "source", "section", NULL };
  const char *kind;

  if (!yf_xml_is (xml, "phase"))
    return yf_xml_refuse (xml, error);

  if (!yf_xml_check_attrs (xml, attrs, error) ||
      (kind = yf_xml_get_attr (xml, "kind", error)) == NULL)
    return FALSE;

  if (!yf_phase_kind_from_id (kind, &phase->kind))
    {
      yf_xml_set_error (xml, error, _("there is no phase “%s”"), kind);
      return FALSE;
    }

  /* A hold without a length is as long as the dose says. */
  if ((phase->kind != YF_PHASE_HOLD || yf_xml_find_attr (xml, "seconds") != NULL) &&
      !yf_xml_get_seconds (xml, "seconds", MIN_PHASE, MAX_PHASE, &phase->length, error))
    return FALSE;

  phase->source = yf_xml_dup_source (xml, error);

  return phase->source != NULL && parse_label (xml, phase, error);
}

static gboolean
parse_repetition (YfExercise  *self,
                  YfXml       *xml,
                  GError     **error)
{
  static const char * const attrs[] = { "times", NULL };
  YfPart part = { self->phases->len, yf_xml_get_n_children (xml), 0 };

  if (!yf_xml_check_attrs (xml, attrs, error) ||
      (yf_xml_find_attr (xml, "times") != NULL &&
       !yf_xml_get_int (xml, "times", 1, MAX_REPS, &part.reps, error)))
    return FALSE;

  /* Where one part leaves its number to the dose, there is nothing left for
   * another. */
  if (self->parts->len > 0 &&
      (part.reps == 0 || g_array_index (self->parts, YfPart, self->parts->len - 1).reps == 0))
    {
      yf_xml_set_error (xml, error, _("of several repetitions each needs its “times”"));
      return FALSE;
    }

  for (guint i = 0; i < part.n_phases; i++)
    {
      YfXml *child = yf_xml_get_child (xml, i);
      YfPhase phase = { 0, };

      if (i > 0 && g_array_index (self->phases, YfPhase, self->phases->len - 1).kind == YF_PHASE_REST)
        {
          yf_xml_set_error (child, error, _("nothing can follow the rest that ends a repetition"));
          return FALSE;
        }

      g_array_append_val (self->phases, phase);
      if (!parse_phase (child, &g_array_index (self->phases, YfPhase, self->phases->len - 1), error))
        return FALSE;
    }

  if (part.n_phases == 0 || g_array_index (self->phases, YfPhase, part.first_phase).kind == YF_PHASE_REST)
    {
      yf_xml_set_error (xml, error, _("a repetition needs something to do"));
      return FALSE;
    }

  g_array_append_val (self->parts, part);
  return TRUE;
}

static gboolean
parse_note (YfXml      *xml,
            GPtrArray  *notes,
            GError    **error)
{
  static const char * const attrs[] = { "source", "section", NULL };
  g_autoptr (YfSource) source = NULL;
  g_autofree char *text = NULL;

  if (!yf_xml_check_attrs (xml, attrs, error) ||
      !read_text (xml, &text, error) ||
      (source = yf_xml_dup_source (xml, error)) == NULL)
    return FALSE;

  g_ptr_array_add (notes, yf_note_new (text, source));
  return TRUE;
}

static gboolean
parse_exercise_child (YfExercise  *self,
                      YfXml       *xml,
                      GError     **error)
{
  if (yf_xml_is (xml, "name"))
    return read_text (xml, &self->name, error);
  if (yf_xml_is (xml, "summary"))
    return read_text (xml, &self->summary, error);
  if (yf_xml_is (xml, "get-ready"))
    return parse_length (xml, &self->get_ready, &self->get_ready_source, error);
  if (yf_xml_is (xml, "set-rest"))
    return parse_length (xml, &self->set_rest, &self->set_rest_source, error);
  if (yf_xml_is (xml, "repetition"))
    return parse_repetition (self, xml, error);
  if (yf_xml_is (xml, "first-dose"))
    return parse_dose (xml, &self->first_dose, &self->dose_source, error);
  if (yf_xml_is (xml, "ceiling"))
    return parse_dose (xml, &self->ceiling, &self->ceiling_source, error);
  if (yf_xml_is (xml, "step"))
    return parse_note (xml, self->steps, error);
  if (yf_xml_is (xml, "caution"))
    return parse_note (xml, self->cautions, error);
  if (yf_xml_is (xml, "suits"))
    return parse_note (xml, self->suits, error);

  return yf_xml_refuse (xml, error);
}

static gboolean
check_holds (YfExercise  *self,
             YfXml       *xml,
             GError     **error)
{
  gboolean dose_holds = FALSE;

  for (guint i = 0; i < self->phases->len; i++)
    {
      const YfPhase *phase = &g_array_index (self->phases, YfPhase, i);

      dose_holds |= phase->kind == YF_PHASE_HOLD && phase->length == 0;
    }

  if (dose_holds != (self->first_dose.hold > 0) || dose_holds != (self->ceiling.hold > 0))
    {
      yf_xml_set_error (xml, error, _("a hold needs a length in the first dose and the ceiling, or one of its own"));
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_parts (YfExercise  *self,
             YfXml       *xml,
             GError     **error)
{
  int reps = 0;

  for (guint i = 0; i < self->parts->len; i++)
    reps += g_array_index (self->parts, YfPart, i).reps;

  if (reps > 0 && (self->first_dose.reps != reps || self->ceiling.reps != reps))
    {
      yf_xml_set_error (xml, error, _("first dose and ceiling must have as many repetitions as the parts"));
      return FALSE;
    }

  return TRUE;
}

static gboolean
parse_exercise (YfCatalogue  *catalogue,
                YfXml        *xml,
                GError      **error)
{
  static const char * const attrs[] = { "id", "group", "posture", "sides", "times-a-day", "own", NULL };
  g_autoptr (YfExercise) self = yf_exercise_new ();
  const char *text;

  if (!yf_xml_check_attrs (xml, attrs, error) || !read_id (xml, &self->id, error))
    return FALSE;

  if (yf_catalogue_find_exercise (catalogue, self->id) != NULL ||
      yf_catalogue_find_relief (catalogue, self->id) != NULL)
    {
      yf_xml_set_error (xml, error, _("“%s” stands here twice"), self->id);
      return FALSE;
    }

  if ((text = yf_xml_get_attr (xml, "group", error)) == NULL)
    return FALSE;
  if (!yf_group_from_id (text, &self->group))
    {
      yf_xml_set_error (xml, error, _("there is no group “%s”"), text);
      return FALSE;
    }

  if ((text = yf_xml_get_attr (xml, "posture", error)) == NULL)
    return FALSE;
  if (!yf_posture_from_id (text, &self->posture))
    {
      yf_xml_set_error (xml, error, _("there is no posture “%s”"), text);
      return FALSE;
    }

  text = yf_xml_find_attr (xml, "sides");
  if (text != NULL && !g_str_equal (text, "both"))
    {
      yf_xml_set_error (xml, error, _("“sides” can only be “both”, not “%s”"), text);
      return FALSE;
    }
  self->two_sided = text != NULL;

  text = yf_xml_find_attr (xml, "own");
  if (text != NULL && !g_str_equal (text, "yes"))
    {
      yf_xml_set_error (xml, error, _("“%s” can only be “yes”, not “%s”"), "own", text);
      return FALSE;
    }
  self->own = text != NULL;

  if (yf_xml_find_attr (xml, "times-a-day") != NULL &&
      !yf_xml_get_int (xml, "times-a-day", 1, MAX_TIMES_A_DAY, &self->times_a_day, error))
    return FALSE;

  for (guint i = 0; i < yf_xml_get_n_children (xml); i++)
    {
      if (!parse_exercise_child (self, yf_xml_get_child (xml, i), error))
        return FALSE;
    }

  if (!yf_xml_require (xml, self->name != NULL, "name", error) ||
      !yf_xml_require (xml, self->summary != NULL, "summary", error) ||
      !yf_xml_require (xml, self->get_ready_source != NULL, "get-ready", error) ||
      !yf_xml_require (xml, self->set_rest_source != NULL, "set-rest", error) ||
      !yf_xml_require (xml, self->phases->len > 0, "repetition", error) ||
      !yf_xml_require (xml, self->dose_source != NULL, "first-dose", error) ||
      !yf_xml_require (xml, self->ceiling_source != NULL, "ceiling", error) ||
      !yf_xml_require (xml, self->steps->len > 0, "step", error) ||
      !check_holds (self, xml, error) ||
      !check_parts (self, xml, error))
    return FALSE;

  if (!yf_dose_within (&self->first_dose, &self->ceiling))
    {
      yf_xml_set_error (xml, error, _("the first dose is above the ceiling"));
      return FALSE;
    }

  g_ptr_array_add (self->group == YF_GROUP_RELIEF ? catalogue->reliefs : catalogue->exercises,
                   yf_exercise_ref (self));
  return TRUE;
}

static gboolean
parse_condition (YfCatalogue  *catalogue,
                 YfXml        *xml,
                 GError      **error)
{
  static const char * const attrs[] = { "id", "date", "source", "section", NULL };
  g_autoptr (YfCondition) self = yf_condition_new ();
  const char *date;

  if (!yf_xml_check_attrs (xml, attrs, error) || !read_id (xml, &self->id, error))
    return FALSE;

  if (yf_catalogue_find_condition (catalogue, self->id) != NULL)
    {
      yf_xml_set_error (xml, error, _("“%s” stands here twice"), self->id);
      return FALSE;
    }

  date = yf_xml_find_attr (xml, "date");
  if (date != NULL && !yf_condition_date_from_id (date, &self->date))
    {
      yf_xml_set_error (xml, error, _("there is no date “%s”"), date);
      return FALSE;
    }

  self->source = yf_xml_dup_source (xml, error);
  if (self->source == NULL)
    return FALSE;

  for (guint i = 0; i < yf_xml_get_n_children (xml); i++)
    {
      YfXml *child = yf_xml_get_child (xml, i);
      gboolean valid;

      if (yf_xml_is (child, "name"))
        valid = read_text (child, &self->name, error);
      else if (yf_xml_is (child, "description"))
        valid = read_text (child, &self->description, error);
      else
        valid = yf_xml_refuse (child, error);

      if (!valid)
        return FALSE;
    }

  if (!yf_xml_require (xml, self->name != NULL, "name", error) ||
      !yf_xml_require (xml, self->description != NULL, "description", error))
    return FALSE;

  g_ptr_array_add (catalogue->conditions, g_steal_pointer (&self));
  return TRUE;
}

static gboolean
parse_level (YfRedFlag  *self,
             YfXml      *xml,
             GError    **error)
{
  static const char * const attrs[] = { "triage", "from-days", "source", "section", NULL };
  YfRedFlagLevel level = { 0, };
  const char *triage;

  if (!yf_xml_check_attrs (xml, attrs, error) ||
      (triage = yf_xml_get_attr (xml, "triage", error)) == NULL)
    return FALSE;

  if (!yf_triage_from_id (triage, &level.triage) || level.triage == YF_TRIAGE_NONE)
    {
      yf_xml_set_error (xml, error, _("there is no level “%s”"), triage);
      return FALSE;
    }

  if (yf_xml_find_attr (xml, "from-days") != NULL &&
      !yf_xml_get_int (xml, "from-days", 1, MAX_DAYS, &level.from_days, error))
    return FALSE;

  if (self->levels->len > 0)
    {
      const YfRedFlagLevel *last = &g_array_index (self->levels, YfRedFlagLevel, self->levels->len - 1);

      if (level.triage <= last->triage || level.from_days <= last->from_days)
        {
          yf_xml_set_error (xml, error, _("levels must rise, and come later one by one"));
          return FALSE;
        }
    }

  level.source = yf_xml_dup_source (xml, error);
  if (level.source == NULL)
    return FALSE;

  g_array_append_val (self->levels, level);

  for (guint i = 0; i < yf_xml_get_n_children (xml); i++)
    {
      YfXml *child = yf_xml_get_child (xml, i);
      YfRedFlagLevel *added = &g_array_index (self->levels, YfRedFlagLevel, self->levels->len - 1);

      if (!yf_xml_is (child, "text"))
        return yf_xml_refuse (child, error);
      if (!read_text (child, &added->note, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
parse_red_flag (YfCatalogue  *catalogue,
                YfXml        *xml,
                GError      **error)
{
  static const char * const attrs[] = { "id", "asks", NULL };
  g_autoptr (YfRedFlag) self = yf_red_flag_new ();
  const char *asks;

  if (!yf_xml_check_attrs (xml, attrs, error) || !read_id (xml, &self->id, error))
    return FALSE;

  if (yf_catalogue_find_red_flag (catalogue, self->id) != NULL)
    {
      yf_xml_set_error (xml, error, _("“%s” stands here twice"), self->id);
      return FALSE;
    }

  asks = yf_xml_find_attr (xml, "asks");
  if (asks != NULL && !g_str_equal (asks, "days"))
    {
      yf_xml_set_error (xml, error, _("“asks” can only be “days”, not “%s”"), asks);
      return FALSE;
    }
  self->needs_days = asks != NULL;

  for (guint i = 0; i < yf_xml_get_n_children (xml); i++)
    {
      YfXml *child = yf_xml_get_child (xml, i);
      gboolean valid;

      if (yf_xml_is (child, "sign"))
        valid = read_text (child, &self->text, error);
      else if (yf_xml_is (child, "level"))
        valid = parse_level (self, child, error);
      else
        valid = yf_xml_refuse (child, error);

      if (!valid)
        return FALSE;
    }

  if (!yf_xml_require (xml, self->text != NULL, "sign", error) ||
      !yf_xml_require (xml, self->levels->len > 0, "level", error))
    return FALSE;

  g_ptr_array_add (catalogue->red_flags, g_steal_pointer (&self));
  return TRUE;
}

/* Adds what a file holds to a catalogue. */
gboolean
yf_catalogue_parse (YfCatalogue  *self,
                    const char   *name,
                    GBytes       *bytes,
                    GError      **error)
{
  static const char * const attrs[] = { NULL };
  g_autoptr (YfXml) xml = NULL;

  xml = yf_xml_parse (name, bytes, YF_CATALOGUE_ERROR, YF_CATALOGUE_ERROR_INVALID, error);
  if (xml == NULL)
    return FALSE;

  if (!yf_xml_is (xml, "catalogue"))
    return yf_xml_refuse (xml, error);
  if (!yf_xml_check_attrs (xml, attrs, error))
    return FALSE;

  for (guint i = 0; i < yf_xml_get_n_children (xml); i++)
    {
      YfXml *child = yf_xml_get_child (xml, i);
      gboolean valid;

      if (yf_xml_is (child, "exercise"))
        valid = parse_exercise (self, child, error);
      else if (yf_xml_is (child, "condition"))
        valid = parse_condition (self, child, error);
      else if (yf_xml_is (child, "red-flag"))
        valid = parse_red_flag (self, child, error);
      else if (yf_xml_is (child, "pose"))
        valid = yf_pose_parse (child, self, error);
      else if (yf_xml_is (child, "movement"))
        valid = yf_movement_parse (child, self, error);
      else if (yf_xml_is (child, "page"))
        valid = yf_reading_parse (child, self->pages, error);
      else
        valid = yf_xml_refuse (child, error);

      if (!valid)
        return FALSE;
    }

  return TRUE;
}
