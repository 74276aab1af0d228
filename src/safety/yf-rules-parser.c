/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-rules-private.h"

#include <glib/gi18n-lib.h>

#include "yf-xml-source.h"

#define MAX_DAYS 3650

static void
cell_free (gpointer data)
{
  YfCell *cell = data;

  g_ptr_array_unref (cell->sources);
  g_strfreev (cell->exercises);
  g_free (cell->text);
  g_free (cell);
}

static YfCell *
cell_new (void)
{
  YfCell *cell = g_new0 (YfCell, 1);

  cell->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_source_unref);

  return cell;
}

static YfRow *
row_new (void)
{
  YfRow *row = g_new0 (YfRow, 1);

  row->under_days = G_MAXINT;
  row->from_hours = G_MININT;
  row->under_hours = G_MAXINT;
  row->cells = g_ptr_array_new_with_free_func (cell_free);

  return row;
}

void
yf_row_free (YfRow *self)
{
  g_free (self->id);
  g_free (self->condition);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfRow, yf_row_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfCell, cell_free)

static gboolean
parse_groups (YfXml   *xml,
              YfCell  *cell,
              GError **error)
{
  g_auto (GStrv) words = g_strsplit (yf_xml_find_attr (xml, "groups"), " ", -1);

  for (char **word = words; *word != NULL; word++)
    {
      YfGroup group;

      if (!yf_group_from_id (*word, &group))
        {
          yf_xml_set_error (xml, error, _("there is no group “%s”"), *word);
          return FALSE;
        }

      cell->groups |= 1u << group;
    }

  return TRUE;
}

static gboolean
parse_exercises (YfRules  *self,
                 YfXml    *xml,
                 YfCell   *cell,
                 GError  **error)
{
  cell->exercises = g_strsplit (yf_xml_find_attr (xml, "exercises"), " ", -1);

  for (char **word = cell->exercises; *word != NULL; word++)
    {
      if (yf_catalogue_find_exercise (self->catalogue, *word) == NULL &&
          yf_catalogue_find_relief (self->catalogue, *word) == NULL)
        {
          yf_xml_set_error (xml, error, _("there is no exercise “%s”"), *word);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
parse_cell_for (YfRules  *self,
                YfXml    *xml,
                YfCell   *cell,
                GError  **error)
{
  gboolean groups = yf_xml_find_attr (xml, "groups") != NULL;

  if (groups == (yf_xml_find_attr (xml, "exercises") != NULL))
    {
      yf_xml_set_error (xml, error, _("a cell is for “groups” or for “exercises”"));
      return FALSE;
    }

  return groups ? parse_groups (xml, cell, error) : parse_exercises (self, xml, cell, error);
}

static gboolean
overlaps (const YfCell *one,
          const YfCell *other)
{
  for (char **id = one->exercises; id != NULL && *id != NULL; id++)
    {
      if (other->exercises != NULL && g_strv_contains ((const char * const *) other->exercises, *id))
        return TRUE;
    }

  return (one->groups & other->groups) != 0;
}

static gboolean
parse_cell_child (YfCell   *cell,
                  YfXml    *xml,
                  GError  **error)
{
  static const char * const also_attrs[] = { "source", "section", NULL };

  if (yf_xml_is (xml, "also"))
    {
      YfSource *source;

      if (!yf_xml_check_attrs (xml, also_attrs, error) ||
          (source = yf_xml_dup_source (xml, error)) == NULL)
        return FALSE;

      g_ptr_array_add (cell->sources, source);
      return TRUE;
    }

  if (yf_xml_is (xml, "text") && cell->text == NULL && *yf_xml_get_text (xml) != '\0')
    {
      cell->text = g_strdup (yf_xml_get_text (xml));
      return TRUE;
    }

  return yf_xml_refuse (xml, error);
}

static gboolean
parse_cell (YfRules  *self,
            YfRow    *row,
            YfXml    *xml,
            GError  **error)
{
  static const char * const attrs[] = { "groups", "exercises", "verdict", "source", "section", NULL };
  g_autoptr (YfCell) cell = cell_new ();
  const char *verdict;
  YfSource *source;

  if (!yf_xml_is (xml, "cell"))
    return yf_xml_refuse (xml, error);

  if (!yf_xml_check_attrs (xml, attrs, error) ||
      !parse_cell_for (self, xml, cell, error) ||
      (verdict = yf_xml_get_attr (xml, "verdict", error)) == NULL)
    return FALSE;

  for (guint i = 0; i < row->cells->len; i++)
    {
      if (overlaps (g_ptr_array_index (row->cells, i), cell))
        {
          yf_xml_set_error (xml, error, _("a group or exercise stands twice in this row"));
          return FALSE;
        }
    }

  /* What is allowed needs no cell, so that a file cannot seem to make
   * something milder. */
  if (!yf_verdict_from_id (verdict, &cell->verdict) || cell->verdict == YF_VERDICT_ALLOWED)
    {
      yf_xml_set_error (xml, error, _("a cell can say “caution”, “ask-clinician” or “blocked”, not “%s”"), verdict);
      return FALSE;
    }

  source = yf_xml_dup_source (xml, error);
  if (source == NULL)
    return FALSE;
  g_ptr_array_add (cell->sources, source);

  for (guint i = 0; i < yf_xml_get_n_children (xml); i++)
    {
      if (!parse_cell_child (cell, yf_xml_get_child (xml, i), error))
        return FALSE;
    }

  if (cell->text == NULL)
    {
      yf_xml_set_error (xml, error, _("<%s> needs a <%s>"), "cell", "text");
      return FALSE;
    }

  g_ptr_array_add (row->cells, g_steal_pointer (&cell));
  return TRUE;
}

static gboolean
parse_condition (YfRules     *self,
                 YfRow       *row,
                 YfXml       *xml,
                 const char  *id,
                 GError     **error)
{
  YfCondition *condition = yf_catalogue_find_condition (self->catalogue, id);
  gboolean days = FALSE;

  if (condition == NULL)
    {
      yf_xml_set_error (xml, error, _("there is no condition “%s”"), id);
      return FALSE;
    }

  row->trigger = YF_TRIGGER_CONDITION;
  row->condition = g_strdup (id);
  row->date = yf_condition_get_date (condition);

  if (yf_xml_find_attr (xml, "from-days") != NULL)
    {
      days = TRUE;
      if (!yf_xml_get_int (xml, "from-days", 1, MAX_DAYS, &row->from_days, error))
        return FALSE;
    }

  if (yf_xml_find_attr (xml, "under-days") != NULL)
    {
      days = TRUE;
      if (!yf_xml_get_int (xml, "under-days", 1, MAX_DAYS, &row->under_days, error))
        return FALSE;
    }

  if (days && row->date == YF_CONDITION_DATE_NONE)
    {
      yf_xml_set_error (xml, error, _("“%s” has no date to reckon days from"), id);
      return FALSE;
    }

  return TRUE;
}

static gboolean
parse_strengths (YfRow       *row,
                 YfXml       *xml,
                 const char  *text,
                 GError     **error)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  row->trigger = YF_TRIGGER_BACK_STRENGTH;

  for (char **word = words; *word != NULL; word++)
    {
      YfBackStrength strength;

      if (!yf_back_strength_from_id (*word, &strength))
        {
          yf_xml_set_error (xml, error, _("there is no back strength “%s”"), *word);
          return FALSE;
        }

      row->strengths |= 1u << strength;
    }

  return TRUE;
}

static gboolean
parse_trigger (YfRules  *self,
               YfRow    *row,
               YfXml    *xml,
               GError  **error)
{
  static const char * const triggers[] = {
    "stage", "unrelieved-from", "episode", "onset", "onset-hours-from", "onset-hours-under", "condition", "back-strength", "muscle-relaxants", "pain-from", "stopped-today",
  };
  const char *trigger = NULL;
  const char *value;

  for (gsize i = 0; i < G_N_ELEMENTS (triggers); i++)
    {
      if (yf_xml_find_attr (xml, triggers[i]) == NULL)
        continue;

      if (trigger != NULL)
        {
          yf_xml_set_error (xml, error, _("“%s” and “%s” cannot stand in one row"), trigger, triggers[i]);
          return FALSE;
        }
      trigger = triggers[i];
    }

  if (trigger == NULL)
    {
      yf_xml_set_error (xml, error, _("a row must say when it applies"));
      return FALSE;
    }

  value = yf_xml_get_attr (xml, trigger, error);
  if (value == NULL)
    return FALSE;

  if (g_str_equal (trigger, "stage"))
    {
      row->trigger = YF_TRIGGER_STAGE;
      if (yf_stage_from_id (value, &row->stage))
        return TRUE;

      yf_xml_set_error (xml, error, _("there is no stage “%s”"), value);
      return FALSE;
    }

  if (g_str_equal (trigger, "unrelieved-from"))
    {
      row->trigger = YF_TRIGGER_UNRELIEVED;
      return yf_xml_get_int (xml, "unrelieved-from", 1, MAX_DAYS, &row->from_days, error) &&
             (yf_xml_find_attr (xml, "unrelieved-under") == NULL ||
              yf_xml_get_int (xml, "unrelieved-under", 1, MAX_DAYS, &row->under_days, error));
    }

  if (g_str_equal (trigger, "onset-hours-from"))
    {
      row->trigger = YF_TRIGGER_ONSET_HOURS;
      return yf_xml_get_int (xml, trigger, 1, MAX_DAYS * 24, &row->from_hours, error);
    }

  if (g_str_equal (trigger, "onset-hours-under"))
    {
      row->trigger = YF_TRIGGER_ONSET_HOURS;
      return yf_xml_get_int (xml, trigger, 1, MAX_DAYS * 24, &row->under_hours, error);
    }

  if (g_str_equal (trigger, "episode") || g_str_equal (trigger, "onset"))
    {
      const char *only = g_str_equal (trigger, "episode") ? "none" : "unknown";

      row->trigger = g_str_equal (trigger, "episode") ? YF_TRIGGER_NO_EPISODE : YF_TRIGGER_ONSET_UNKNOWN;
      if (g_str_equal (value, only))
        return TRUE;

      yf_xml_set_error (xml, error, _("“%s” can only be “%s”, not “%s”"), trigger, only, value);
      return FALSE;
    }

  if (g_str_equal (trigger, "condition"))
    return parse_condition (self, row, xml, value, error);

  if (g_str_equal (trigger, "back-strength"))
    return parse_strengths (row, xml, value, error);

  if (g_str_equal (trigger, "pain-from"))
    {
      row->trigger = YF_TRIGGER_PAIN;
      return yf_xml_get_int (xml, "pain-from", 1, YF_PAIN_MAX, &row->pain, error);
    }

  row->trigger = g_str_equal (trigger, "muscle-relaxants") ? YF_TRIGGER_MUSCLE_RELAXANTS
                                                           : YF_TRIGGER_STOPPED_TODAY;
  if (!g_str_equal (value, "yes"))
    {
      yf_xml_set_error (xml, error, _("“%s” can only be “yes”, not “%s”"), trigger, value);
      return FALSE;
    }

  return TRUE;
}

static gboolean
parse_row (YfRules  *self,
           YfXml    *xml,
           GError  **error)
{
  static const char * const attrs[] = {
    "id", "stage", "unrelieved-from", "unrelieved-under", "episode", "onset", "onset-hours-from", "onset-hours-under", "condition", "from-days", "under-days",
    "back-strength", "muscle-relaxants", "pain-from", "stopped-today", "triage", NULL
  };
  g_autoptr (YfRow) row = row_new ();
  const char *text;

  if (!yf_xml_is (xml, "row"))
    return yf_xml_refuse (xml, error);

  if (!yf_xml_check_attrs (xml, attrs, error) ||
      (text = yf_xml_get_attr (xml, "id", error)) == NULL)
    return FALSE;
  row->id = g_strdup (text);

  for (guint i = 0; i < self->rows->len; i++)
    {
      if (g_str_equal (((YfRow *) g_ptr_array_index (self->rows, i))->id, row->id))
        {
          yf_xml_set_error (xml, error, _("“%s” stands here twice"), row->id);
          return FALSE;
        }
    }

  if (!parse_trigger (self, row, xml, error))
    return FALSE;

  text = yf_xml_find_attr (xml, "triage");
  if (text != NULL && !yf_triage_from_id (text, &row->triage))
    {
      yf_xml_set_error (xml, error, _("there is no level “%s”"), text);
      return FALSE;
    }

  for (guint i = 0; i < yf_xml_get_n_children (xml); i++)
    {
      if (!parse_cell (self, row, yf_xml_get_child (xml, i), error))
        return FALSE;
    }

  if (row->cells->len == 0)
    {
      yf_xml_set_error (xml, error, _("<%s> needs a <%s>"), "row", "cell");
      return FALSE;
    }

  g_ptr_array_add (self->rows, g_steal_pointer (&row));
  return TRUE;
}

/* Fills a table from a file. */
gboolean
yf_rules_parse (YfRules     *self,
                const char  *name,
                GBytes      *bytes,
                GError     **error)
{
  static const char * const attrs[] = { NULL };
  g_autoptr (YfXml) xml = NULL;

  xml = yf_xml_parse (name, bytes, YF_RULES_ERROR, YF_RULES_ERROR_INVALID, error);
  if (xml == NULL)
    return FALSE;

  if (!yf_xml_is (xml, "rules"))
    return yf_xml_refuse (xml, error);
  if (!yf_xml_check_attrs (xml, attrs, error))
    return FALSE;

  for (guint i = 0; i < yf_xml_get_n_children (xml); i++)
    {
      if (!parse_row (self, yf_xml_get_child (xml, i), error))
        return FALSE;
    }

  return TRUE;
}
