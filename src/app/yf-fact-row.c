/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-fact-row.h"
#include "yf-rows.h"
#include "yf-text.h"

/* The rows of the history that have nothing to unfold. */

static GtkWidget *
create_row (const char *title,
            const char *subtitle,
            const char *icon_name,
            const char *style)
{
  GtkWidget *row = yf_rows_new_plain (title, subtitle);
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (icon, style);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);

  return row;
}

/**
 * yf_fact_row_new_activity:
 * @activity: an activity from the log
 * @remove: (out) (transfer none): the button that takes it out of the log
 *
 * Returns: (transfer floating): a row that shows it
 */
GtkWidget *
yf_fact_row_new_activity (const YfActivityRecord  *activity,
                          GtkWidget              **remove)
{
  g_autofree char *day = yf_text_date (activity->at, activity->utc_offset);
  g_autofree char *length = yf_text_length (activity->minutes * 60 * (gint64) YF_SECOND);
  g_autofree char *subtitle = NULL;
  g_autofree char *name = NULL;
  GtkWidget *row;

  /* Translators: an activity, and how long it took: "Tai chi, 30 minutes" */
  subtitle = g_strdup_printf (_("%s, %s"), yf_activity_kind_get_name (activity->kind), length);
  row = create_row (day, subtitle, "yf-allowed-symbolic", "verdict-allowed");

  *remove = gtk_button_new_with_label (_("Remove"));
  gtk_widget_set_valign (*remove, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (*remove, "flat");
  /* Translators: what a screen reader says of the button that removes an activity: the activity, and the day */
  name = g_strdup_printf (_("Remove: %s, %s"), subtitle, day);
  gtk_accessible_update_property (GTK_ACCESSIBLE (*remove), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), *remove);

  return row;
}

/**
 * yf_fact_row_new_relief:
 * @catalogue: what the ids in it mean
 * @relief: a compress from the log
 *
 * Returns: (transfer floating): a row that shows it
 */
GtkWidget *
yf_fact_row_new_relief (YfCatalogue          *catalogue,
                        const YfReliefRecord *relief)
{
  YfExercise *kind = yf_catalogue_find_relief (catalogue, relief->kind);
  const char *name = kind ? yf_exercise_get_name (kind) : relief->kind;
  g_autofree char *day = yf_text_day (relief->started, relief->utc_offset);
  g_autofree char *subtitle = NULL;
  gboolean completed = relief->state == YF_RECORD_COMPLETED;

  if (relief->ended > relief->started)
    {
      g_autofree char *length = yf_text_length (relief->ended - relief->started);

      /* Translators: a compress, how it ended, and how long after its beginning */
      subtitle = g_strdup_printf (_("%s\n%s after %s"), name, yf_record_state_get_name (relief->state), length);
    }
  else
    {
      subtitle = g_strdup_printf ("%s\n%s", name, yf_record_state_get_name (relief->state));
    }

  return create_row (day, subtitle, completed ? "yf-allowed-symbolic" : "yf-rest-symbolic",
                     completed ? "verdict-allowed" : "dim-label");
}
