/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-page.h"
#include "yf-text.h"
#include "yf-today-change-page.h"
#include "yf-today-row.h"

struct _YfTodayChangePage
{
  AdwBin parent_instance;

  GtkLabel            *advice;
  AdwPreferencesGroup *out;
  AdwPreferencesGroup *left;
  GtkWidget           *close;
  GtkWidget           *go_on;

  gboolean             flare;
  gboolean             any_left;
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

static void
update (YfTodayChangePage *self)
{
  const char *advice;

  if (self->flare)
    advice = self->any_left
             ? _("With such pain this is a flare: no training today, and the day counts as kept. What is below may still be done, if it feels good.")
             : _("With such pain this is a flare: no training today, and the day counts as kept.");
  else
    advice = self->any_left ? _("Some of it has to wait. The rest is open.") : _("Nothing of it is open today.");
  gtk_label_set_label (self->advice, advice);
  gtk_widget_set_visible (GTK_WIDGET (self->left), self->any_left);
  gtk_widget_set_visible (self->go_on, self->any_left);
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
 * @flare: whether it is a flare that changes the day
 *
 * Returns: (transfer floating): a page that says that nothing is left; see
 *   yf_today_change_page_add_out() and yf_today_change_page_add_left()
 */
GtkWidget *
yf_today_change_page_new (gboolean flare)
{
  YfTodayChangePage *self = g_object_new (YF_TYPE_TODAY_CHANGE_PAGE, NULL);

  self->flare = flare;
  update (self);

  return GTK_WIDGET (self);
}

/**
 * yf_today_change_page_add_out:
 * @self: a page
 * @exercise: what is not to be done
 * @why: why not
 */
void
yf_today_change_page_add_out (YfTodayChangePage *self,
                              YfExercise        *exercise,
                              const char        *why)
{
  g_return_if_fail (YF_IS_TODAY_CHANGE_PAGE (self));

  adw_preferences_group_add (self->out, yf_today_row_new_notice (yf_exercise_get_name (exercise), why,
                                                                 "yf-blocked-symbolic", "verdict-blocked"));
  gtk_widget_set_visible (GTK_WIDGET (self->out), TRUE);
}

/**
 * yf_today_change_page_add_left:
 * @self: a page
 * @exercise: what is still open
 * @dose: how much of it
 */
void
yf_today_change_page_add_left (YfTodayChangePage *self,
                               YfExercise        *exercise,
                               const YfDose      *dose)
{
  g_autofree char *text = yf_text_dose (exercise, dose);

  g_return_if_fail (YF_IS_TODAY_CHANGE_PAGE (self));

  adw_preferences_group_add (self->left, yf_today_row_new_notice (yf_exercise_get_name (exercise), text,
                                                                  "yf-allowed-symbolic", "verdict-allowed"));
  self->any_left = TRUE;
  update (self);
}
