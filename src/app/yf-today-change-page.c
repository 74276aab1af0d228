/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-page.h"
#include "yf-rows.h"
#include "yf-text.h"
#include "yf-today-change-page.h"

struct _YfTodayChangePage
{
  AdwBin parent_instance;

  GtkLabel            *advice;
  AdwPreferencesGroup *out;
  AdwPreferencesGroup *left;
  GtkWidget           *close;
  GtkWidget           *go_on;
};

static void page_init (YfPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (YfTodayChangePage, yf_today_change_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (YF_TYPE_PAGE, page_init))

enum
{
  GO_ON,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const YfDayOmission *
find_omission (YfDayPlan  *plan,
               YfExercise *exercise)
{
  GPtrArray *omissions = yf_day_plan_get_omissions (plan);

  for (guint i = 0; i < omissions->len; i++)
    {
      const YfDayOmission *omission = g_ptr_array_index (omissions, i);

      if (g_str_equal (yf_exercise_get_id (omission->exercise), yf_exercise_get_id (exercise)))
        return omission;
    }

  return NULL;
}

static gboolean
is_left (YfDayPlan  *plan,
         YfExercise *exercise)
{
  GPtrArray *items = yf_day_plan_get_items (plan);

  for (guint i = 0; i < items->len; i++)
    {
      const YfDayItem *item = g_ptr_array_index (items, i);

      if (g_str_equal (yf_exercise_get_id (item->exercise), yf_exercise_get_id (exercise)))
        return TRUE;
    }

  return FALSE;
}

static void
add_out (YfTodayChangePage *self,
         YfExercise        *exercise,
         YfDayPlan         *plan)
{
  const YfDayOmission *omission = find_omission (plan, exercise);
  GtkWidget *row = yf_rows_new_plain (yf_exercise_get_name (exercise),
                                      omission ? omission->why : _("It has no place in the plan as it is now."));
  GtkWidget *icon = gtk_image_new_from_icon_name ("yf-blocked-symbolic");

  gtk_widget_add_css_class (icon, "verdict-blocked");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_preferences_group_add (self->out, row);
}

static void
add_left (YfTodayChangePage *self,
          const YfDayItem   *item)
{
  g_autofree char *dose = yf_text_dose (item->exercise, &item->dose);
  GtkWidget *row = yf_rows_new_plain (yf_exercise_get_name (item->exercise), dose);
  GtkWidget *icon = gtk_image_new_from_icon_name ("yf-allowed-symbolic");

  gtk_widget_add_css_class (icon, "verdict-allowed");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_preferences_group_add (self->left, row);
}

static void
close_cb (YfTodayChangePage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
}

static void
go_on_cb (YfTodayChangePage *self)
{
  /* A second press must not start a second session. */
  gtk_widget_set_sensitive (self->go_on, FALSE);
  g_signal_emit (self, signals[GO_ON], 0);
}

static void
focus_first (YfPage *page)
{
  YfTodayChangePage *self = YF_TODAY_CHANGE_PAGE (page);

  gtk_widget_grab_focus (gtk_widget_get_visible (self->go_on) ? self->go_on : self->close);
}

static void
page_init (YfPageInterface *iface)
{
  iface->focus_first = focus_first;
}

static void
yf_today_change_page_class_init (YfTodayChangePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[GO_ON] =
    g_signal_new ("go-on", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-today-change-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YfTodayChangePage, advice);
  gtk_widget_class_bind_template_child (widget_class, YfTodayChangePage, out);
  gtk_widget_class_bind_template_child (widget_class, YfTodayChangePage, left);
  gtk_widget_class_bind_template_child (widget_class, YfTodayChangePage, close);
  gtk_widget_class_bind_template_child (widget_class, YfTodayChangePage, go_on);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_on_cb);
}

static void
yf_today_change_page_init (YfTodayChangePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yf_today_change_page_new:
 * @planned: (element-type YfExercise): what the session was to have
 * @plan: what today holds, the answers considered
 *
 * Returns: (transfer floating): a page that says what is out, and what is left
 */
GtkWidget *
yf_today_change_page_new (GPtrArray *planned,
                          YfDayPlan *plan)
{
  YfTodayChangePage *self = g_object_new (YF_TYPE_TODAY_CHANGE_PAGE, NULL);
  GPtrArray *items = yf_day_plan_get_items (plan);

  for (guint i = 0; i < planned->len; i++)
    if (!is_left (plan, g_ptr_array_index (planned, i)))
      add_out (self, g_ptr_array_index (planned, i), plan);
  for (guint i = 0; i < items->len; i++)
    add_left (self, g_ptr_array_index (items, i));

  if (yf_day_plan_get_state (plan) == YF_DAY_FLARE)
    gtk_label_set_label (self->advice, items->len > 0
                         ? _("With such pain this is a flare: no training today, and the day counts as kept. What is below may still be done, if it feels good.")
                         : _("With such pain this is a flare: no training today, and the day counts as kept. Your answers have been noted."));
  else
    gtk_label_set_label (self->advice, items->len > 0
                         ? _("After your answers some of it has to wait. The rest is open.")
                         : _("After your answers nothing of it is open today. Your answers have been noted."));
  gtk_widget_set_visible (GTK_WIDGET (self->left), items->len > 0);
  gtk_widget_set_visible (self->go_on, items->len > 0);

  return GTK_WIDGET (self);
}
