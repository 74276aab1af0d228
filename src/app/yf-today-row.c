/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-exercise-picture.h"
#include "yf-rows.h"
#include "yf-text.h"
#include "yf-today-row.h"

/* The rows of the Today page. */

#define PICTURE_WIDTH  72
#define PICTURE_HEIGHT 48

static GtkWidget *
create_picture (YfCatalogue *catalogue,
                YfExercise  *exercise)
{
  GtkWidget *picture = g_object_new (YF_TYPE_EXERCISE_PICTURE,
                                     "content-width", PICTURE_WIDTH,
                                     "content-height", PICTURE_HEIGHT,
                                     NULL);

  yf_exercise_picture_show (YF_EXERCISE_PICTURE (picture), catalogue, exercise);

  return picture;
}

static void
add_icon (GtkWidget  *row,
          const char *name,
          const char *style)
{
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "icon-name", name,
                                  NULL);

  gtk_widget_add_css_class (icon, style);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
}

/**
 * yf_today_row_new:
 * @catalogue: what can be done
 * @exercise: what it is about
 * @subtitle: what is said of it
 *
 * Returns: (transfer floating): a row with the figure of an exercise
 */
GtkWidget *
yf_today_row_new (YfCatalogue *catalogue,
                  YfExercise  *exercise,
                  const char  *subtitle)
{
  GtkWidget *row = yf_rows_new_plain (yf_exercise_get_name (exercise), subtitle);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), create_picture (catalogue, exercise));
  g_object_set_data_full (G_OBJECT (row), "exercise", yf_exercise_ref (exercise), (GDestroyNotify) yf_exercise_unref);
  gtk_widget_add_css_class (row, "today-item");

  return row;
}

/**
 * yf_today_row_new_item:
 * @catalogue: what can be done
 * @item: what is to be done
 *
 * Returns: (transfer floating): a row that says how much of it, and why it is there
 */
GtkWidget *
yf_today_row_new_item (YfCatalogue     *catalogue,
                       const YfDayItem *item)
{
  g_autofree char *dose = yf_text_dose (item->exercise, &item->dose);
  g_autofree char *source = item->source ? yf_text_source (item->source) : NULL;
  g_autofree char *subtitle = NULL;
  GtkWidget *row;

  /* What the person wanted needs no source. */
  if (item->added || source == NULL)
    subtitle = g_strdup_printf ("%s\n%s", dose, item->why);
  else
    subtitle = g_strdup_printf ("%s\n%s\n%s", dose, item->why, source);

  row = yf_today_row_new (catalogue, item->exercise, subtitle);
  if (yf_judgement_get_verdict (item->judgement) == YF_VERDICT_CAUTION)
    {
      GtkWidget *icon = gtk_image_new_from_icon_name (yf_text_verdict_icon (YF_VERDICT_CAUTION));
      const char *name = yf_verdict_get_name (YF_VERDICT_CAUTION);

      gtk_widget_add_css_class (icon, yf_text_verdict_class (YF_VERDICT_CAUTION));
      gtk_widget_set_tooltip_text (icon, name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
    }
  yf_today_row_add_arrow (row);

  return row;
}

/**
 * yf_today_row_new_notice:
 * @title: what there is to say
 * @text: (nullable): more of it
 * @icon: the name of an icon
 * @style: the style class of the icon
 *
 * Returns: (transfer floating): a row that says it
 */
GtkWidget *
yf_today_row_new_notice (const char *title,
                         const char *text,
                         const char *icon,
                         const char *style)
{
  GtkWidget *row = yf_rows_new_plain (title, text);

  add_icon (row, icon, style);
  gtk_widget_add_css_class (row, "note");

  return row;
}

/**
 * yf_today_row_new_link:
 * @title: where it leads
 * @text: (nullable): what is there
 *
 * Returns: (transfer floating): a row that leads somewhere
 */
GtkWidget *
yf_today_row_new_link (const char *title,
                       const char *text)
{
  GtkWidget *row = yf_rows_new_plain (title, text);

  yf_today_row_add_arrow (row);

  return row;
}

/**
 * yf_today_row_add_arrow:
 * @row: a row that only says something
 *
 * Makes it one that leads somewhere.
 */
void
yf_today_row_add_arrow (GtkWidget *row)
{
  GtkWidget *arrow = g_object_new (GTK_TYPE_IMAGE,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   "icon-name", "go-next-symbolic",
                                   NULL);

  gtk_widget_add_css_class (arrow, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
}

/**
 * yf_today_row_get_exercise:
 * @row: a row of yf_today_row_new() or yf_today_row_new_item()
 *
 * Returns: (transfer none): what it is about
 */
YfExercise *
yf_today_row_get_exercise (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "exercise");
}
