/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-rows.h"
#include "yf-today-changes.h"
#include "yf-today-text.h"

/* What the plan has changed, newest first: doses and stages, each with its reason. */

/* Years of changes are not all made into rows at once. */
#define BATCH 30

static gboolean
is_up (const YfDoseChange *change)
{
  return change->reason == YF_DOSE_REASON_GOOD_SESSIONS || change->reason == YF_DOSE_REASON_REVIEWED;
}

static GtkWidget *
create_row (const char *title,
            const char *text,
            const char *icon)
{
  GtkWidget *row = yf_rows_new_plain (title, text);
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   "icon-name", icon,
                                   NULL);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);

  return row;
}

static GtkWidget *
create_dose_row (YfToday            *today,
                 const YfDoseChange *change)
{
  YfExercise *exercise = yf_catalogue_find_exercise (yf_today_get_catalogue (today), change->exercise);
  g_autofree char *text = yf_today_text_dose_change (change);

  return create_row (exercise ? yf_exercise_get_name (exercise) : change->exercise, text,
                     is_up (change) ? "yf-better-symbolic" : "yf-worse-symbolic");
}

static GtkWidget *
create_stage_row (const YfStageChange *change)
{
  g_autofree char *text = yf_today_text_stage_change (change);

  return create_row (yf_stage_get_name (change->to), text, "yf-calendar-symbolic");
}

/* Both lists are oldest first. */
static void
list_some (YfToday   *today,
           guint     *n_doses,
           guint     *n_stages,
           guint      most,
           GPtrArray *rows)
{
  GPtrArray *doses = yf_today_get_dose_changes (today);
  GArray *stages = yf_today_get_stage_changes (today);

  for (guint i = 0; i < most && *n_doses + *n_stages > 0; i++)
    {
      const YfDoseChange *dose = *n_doses > 0 ? g_ptr_array_index (doses, *n_doses - 1) : NULL;
      const YfStageChange *stage = *n_stages > 0 ? &g_array_index (stages, YfStageChange, *n_stages - 1) : NULL;

      if (stage == NULL || (dose != NULL && dose->day > stage->day))
        {
          g_ptr_array_add (rows, create_dose_row (today, dose));
          --*n_doses;
        }
      else
        {
          g_ptr_array_add (rows, create_stage_row (stage));
          --*n_stages;
        }
    }
}

/**
 * yf_today_changes_list:
 * @today: a day
 * @most: how many
 *
 * Returns: (transfer container) (element-type GtkWidget): rows for the latest of
 *   them, newest first
 */
GPtrArray *
yf_today_changes_list (YfToday *today,
                       guint    most)
{
  GPtrArray *rows = g_ptr_array_new ();
  guint n_doses = yf_today_get_dose_changes (today)->len;
  guint n_stages = yf_today_get_stage_changes (today)->len;

  list_some (today, &n_doses, &n_stages, most, rows);

  return rows;
}

/**
 * yf_today_changes_count:
 * @today: a day
 *
 * Returns: how many changes there were up to it
 */
guint
yf_today_changes_count (YfToday *today)
{
  return yf_today_get_dose_changes (today)->len + yf_today_get_stage_changes (today)->len;
}

typedef struct
{
  YfToday   *today;
  guint      n_doses;
  guint      n_stages;
  GtkWidget *group;    /* unowned */
  GtkWidget *button;   /* unowned */
} More;

static void
more_free (gpointer  data,
           GClosure *closure)
{
  More *self = data;

  yf_today_unref (self->today);
  g_free (self);
}

static void
more_cb (GtkWidget *button,
         gpointer   user_data)
{
  More *self = user_data;
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  list_some (self->today, &self->n_doses, &self->n_stages, BATCH, rows);
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), g_ptr_array_index (rows, i));
  gtk_widget_set_visible (self->button, self->n_doses + self->n_stages > 0);
}

/**
 * yf_today_changes_new_page:
 * @today: a day
 *
 * Returns: (transfer floating): what is on the page with all of them
 */
GtkWidget *
yf_today_changes_new_page (YfToday *today)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *button = gtk_button_new_with_label (_("Show More"));
  More *more = g_new0 (More, 1);

  more->today = yf_today_ref (today);
  more->n_doses = yf_today_get_dose_changes (today)->len;
  more->n_stages = yf_today_get_stage_changes (today)->len;
  more->group = group;
  more->button = button;
  g_signal_connect_data (button, "clicked", G_CALLBACK (more_cb), more, more_free, 0);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (box, "page");
  gtk_box_append (GTK_BOX (box), group);
  gtk_box_append (GTK_BOX (box), button);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 640);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_vexpand (scroller, TRUE);
  more_cb (button, more);

  return scroller;
}
