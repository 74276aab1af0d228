/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-check-in-text.h"
#include "yf-fact-row.h"
#include "yf-rows.h"
#include "yf-text.h"

/* The rows of the history: what it has beside sessions, and what all rows have
 * in common. What an entry was before it was corrected unfolds. */

static GtkWidget *
create_edit (const char *title,
             const char *subtitle)
{
  GtkWidget *edit = gtk_button_new_with_label (_("Edit…"));
  /* Translators: what a screen reader says of the button that corrects an entry: its day, and what it is */
  g_autofree char *name = g_strdup_printf (_("Edit: %s, %s"), title, subtitle);

  g_strdelimit (name, "\n", ' ');
  gtk_widget_set_valign (edit, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (edit, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (edit), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return edit;
}

/**
 * yf_fact_row_new_expander:
 * @title: when it was
 * @subtitle: what it was, in lines
 * @icon_name: how it ended
 * @style: the style of the icon
 * @edit: (out) (transfer none): the button that corrects it
 *
 * Returns: (transfer floating): a row that unfolds
 */
GtkWidget *
yf_fact_row_new_expander (const char  *title,
                          const char  *subtitle,
                          const char  *icon_name,
                          const char  *style,
                          GtkWidget  **edit)
{
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);
  g_autofree char *name = g_strdup_printf ("%s\n%s", title, subtitle);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  /* Unlike other rows, it does not take its name from its title. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (icon, style);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), icon);
  *edit = create_edit (title, subtitle);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row), *edit);

  return row;
}

static GtkWidget *
create_plain (const char  *title,
              const char  *subtitle,
              const char  *icon_name,
              const char  *style,
              GtkWidget  **edit)
{
  GtkWidget *row = yf_rows_new_plain (title, subtitle);
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (icon, style);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  *edit = create_edit (title, subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), *edit);

  return row;
}

/* A row of an entry; one that was corrected says so, and unfolds. */
static GtkWidget *
create_row (YfLog       *log,
            const char  *id,
            const char  *title,
            const char  *what,
            gboolean     completed,
            GtkWidget  **edit)
{
  const char *icon_name = completed ? "yf-allowed-symbolic" : "yf-rest-symbolic";
  const char *style = completed ? "verdict-allowed" : "dim-label";
  const YfEdit *correction = yf_log_find_edit (log, id);
  g_autofree char *marked = NULL;

  if (correction == NULL)
    return create_plain (title, what, icon_name, style, edit);
  if (correction->old == NULL)
    {
      marked = g_strdup_printf ("%s\n%s", what, _("Entered later"));
      return create_plain (title, marked, icon_name, style, edit);
    }
  marked = g_strdup_printf ("%s\n%s", what, _("Corrected"));
  return yf_fact_row_new_expander (title, marked, icon_name, style, edit);
}

/* Unfolds to what an entry was. */
static void
add_original (GtkWidget    *row,
              const YfEdit *edit,
              const char   *day,
              const char   *what)
{
  g_autofree char *title = yf_edit_text_before (edit);
  g_autofree char *text = g_strdup_printf ("%s\n%s", day, what);

  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), yf_rows_new_plain (title, text));
}

static char *
describe_activity (const YfActivityRecord *activity)
{
  g_autofree char *length = yf_text_length (activity->minutes * 60 * (gint64) YF_SECOND);

  /* Translators: an activity, and how long it took: "Tai chi, 30 minutes" */
  return g_strdup_printf (_("%s, %s"), yf_activity_kind_get_name (activity->kind), length);
}

static const YfActivityRecord *
find_activity (YfLog      *log,
               const char *id)
{
  for (guint i = 0; i < log->old_activities->len; i++)
    {
      const YfActivityRecord *old = g_ptr_array_index (log->old_activities, i);

      if (g_str_equal (old->id, id))
        return old;
    }

  return NULL;
}

/**
 * yf_fact_row_new_activity:
 * @log: the log it is of
 * @activity: an activity from the log
 * @edit: (out) (transfer none): the button that corrects it
 *
 * Returns: (transfer floating): a row that shows it
 */
GtkWidget *
yf_fact_row_new_activity (YfLog                   *log,
                          const YfActivityRecord  *activity,
                          GtkWidget              **edit)
{
  g_autofree char *day = yf_text_date (activity->at, activity->utc_offset);
  g_autofree char *what = describe_activity (activity);
  GtkWidget *row = create_row (log, activity->id, day, what, TRUE, edit);
  const YfEdit *correction = yf_log_find_edit (log, activity->id);

  while (correction && correction->old)
    {
      const YfActivityRecord *old = find_activity (log, correction->old);
      g_autofree char *old_day = NULL;
      g_autofree char *old_what = NULL;

      if (old == NULL)
        break;
      old_day = yf_text_date (old->at, old->utc_offset);
      old_what = describe_activity (old);
      add_original (row, correction, old_day, old_what);
      correction = yf_log_find_edit (log, old->id);
    }

  return row;
}

static char *
describe_relief (YfCatalogue          *catalogue,
                 const YfReliefRecord *relief)
{
  YfExercise *kind = yf_catalogue_find_relief (catalogue, relief->kind);
  const char *name = kind ? yf_exercise_get_name (kind) : relief->kind;
  g_autofree char *length = NULL;

  if (relief->ended <= relief->started)
    return g_strdup_printf ("%s\n%s", name, yf_record_state_get_name (relief->state));

  length = yf_text_length (relief->ended - relief->started);
  /* Translators: a compress, how it ended, and how long after its beginning */
  return g_strdup_printf (_("%s\n%s after %s"), name, yf_record_state_get_name (relief->state), length);
}

static const YfReliefRecord *
find_relief (YfLog      *log,
             const char *id)
{
  for (guint i = 0; i < log->old_reliefs->len; i++)
    {
      const YfReliefRecord *old = g_ptr_array_index (log->old_reliefs, i);

      if (g_str_equal (old->id, id))
        return old;
    }

  return NULL;
}

/**
 * yf_fact_row_new_relief:
 * @catalogue: what the ids in it mean
 * @log: the log it is of
 * @relief: a compress from the log
 * @edit: (out) (transfer none): the button that corrects it
 *
 * Returns: (transfer floating): a row that shows it
 */
GtkWidget *
yf_fact_row_new_relief (YfCatalogue           *catalogue,
                        YfLog                 *log,
                        const YfReliefRecord  *relief,
                        GtkWidget            **edit)
{
  g_autofree char *day = yf_text_day (relief->started, relief->utc_offset);
  g_autofree char *what = describe_relief (catalogue, relief);
  GtkWidget *row = create_row (log, relief->id, day, what, relief->state == YF_RECORD_COMPLETED, edit);
  const YfEdit *correction = yf_log_find_edit (log, relief->id);

  gtk_widget_set_visible (*edit, relief->state != YF_RECORD_RUNNING);
  while (correction && correction->old)
    {
      const YfReliefRecord *old = find_relief (log, correction->old);
      g_autofree char *old_day = NULL;
      g_autofree char *old_what = NULL;

      if (old == NULL)
        break;
      old_day = yf_text_day (old->started, old->utc_offset);
      old_what = describe_relief (catalogue, old);
      add_original (row, correction, old_day, old_what);
      correction = yf_log_find_edit (log, old->id);
    }

  return row;
}

static const YfCheckInRecord *
find_check_in (YfLog      *log,
               const char *id)
{
  for (guint i = 0; i < log->old_check_ins->len; i++)
    {
      const YfCheckInRecord *old = g_ptr_array_index (log->old_check_ins, i);

      if (g_str_equal (old->id, id))
        return old;
    }

  return NULL;
}

static char *
describe_check_in (YfCatalogue           *catalogue,
                   const YfCheckInRecord *record)
{
  g_autoptr (GPtrArray) lines = yf_check_in_text_lines (catalogue, record->check_in);

  return lines->len > 0 ? yf_lines_join (lines) : g_strdup (_("Nothing was reported."));
}

/**
 * yf_fact_row_new_check_in:
 * @catalogue: what the ids in it mean
 * @log: the log it is of
 * @record: a check-in that led to no session
 * @edit: (out) (transfer none): the button that corrects it
 *
 * Returns: (transfer floating): a row that shows it
 */
GtkWidget *
yf_fact_row_new_check_in (YfCatalogue            *catalogue,
                          YfLog                  *log,
                          const YfCheckInRecord  *record,
                          GtkWidget             **edit)
{
  g_autofree char *day = yf_text_day (record->at, record->utc_offset);
  g_autofree char *what = describe_check_in (catalogue, record);
  const YfEdit *correction = yf_log_find_edit (log, record->id);
  g_autofree char *subtitle = NULL;
  GtkWidget *row;

  subtitle = correction && correction->old
               ? g_strdup_printf ("%s\n%s", _("Check-in without a session"), _("Corrected"))
               : g_strdup (_("Check-in without a session"));
  row = yf_fact_row_new_expander (day, subtitle, "yf-blocked-symbolic", "dim-label", edit);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), yf_rows_new_plain (_("How you were"), what));
  while (correction && correction->old)
    {
      const YfCheckInRecord *old = find_check_in (log, correction->old);
      g_autofree char *old_day = NULL;
      g_autofree char *old_what = NULL;

      if (old == NULL)
        break;
      old_day = yf_text_day (old->at, old->utc_offset);
      old_what = describe_check_in (catalogue, old);
      add_original (row, correction, old_day, old_what);
      correction = yf_log_find_edit (log, old->id);
    }

  return row;
}
