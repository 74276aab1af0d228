/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-page.h"
#include "yf-rows.h"
#include "yf-text.h"
#include "yf-verdict-page.h"

struct _YfVerdictPage
{
  AdwBin parent_instance;

  AdwWindowTitle      *window_title;
  GtkImage            *icon;
  GtkLabel            *title;
  GtkLabel            *advice;
  AdwPreferencesGroup *reasons;
  GtkWidget           *close;
  GtkLabel            *close_label;
  GtkWidget           *understood;
  GtkLabel            *understood_label;
};

static void page_init (YfPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (YfVerdictPage, yf_verdict_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (YF_TYPE_PAGE, page_init))

enum
{
  UNDERSTOOD,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
close_cb (YfVerdictPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
}

static void
understood_cb (YfVerdictPage *self)
{
  /* A second press must not start a second session. */
  gtk_widget_set_sensitive (self->understood, FALSE);
  g_signal_emit (self, signals[UNDERSTOOD], 0);
}

static void
focus_first (YfPage *page)
{
  YfVerdictPage *self = YF_VERDICT_PAGE (page);

  gtk_widget_grab_focus (gtk_widget_get_visible (self->understood) ? self->understood : self->close);
}

static void
page_init (YfPageInterface *iface)
{
  iface->focus_first = focus_first;
}

static void
yf_verdict_page_class_init (YfVerdictPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[UNDERSTOOD] =
    g_signal_new ("understood", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-verdict-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YfVerdictPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, YfVerdictPage, icon);
  gtk_widget_class_bind_template_child (widget_class, YfVerdictPage, title);
  gtk_widget_class_bind_template_child (widget_class, YfVerdictPage, advice);
  gtk_widget_class_bind_template_child (widget_class, YfVerdictPage, reasons);
  gtk_widget_class_bind_template_child (widget_class, YfVerdictPage, close);
  gtk_widget_class_bind_template_child (widget_class, YfVerdictPage, close_label);
  gtk_widget_class_bind_template_child (widget_class, YfVerdictPage, understood);
  gtk_widget_class_bind_template_child (widget_class, YfVerdictPage, understood_label);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, understood_cb);
}

static void
yf_verdict_page_init (YfVerdictPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_caution (YfVerdictPage *self)
{
  gtk_label_set_label (self->title, _("Please mind this"));
  gtk_label_set_label (self->advice, _("You can do this exercise today, with care. Stop at once if anything hurts."));
  gtk_label_set_label (self->close_label, _("Not Now"));
  gtk_widget_set_visible (self->understood, TRUE);
}

static void
show_refusal (YfVerdictPage *self,
              YfJudgement   *judgement)
{
  YfTriage triage = yf_judgement_get_triage (judgement);

  if (yf_judgement_get_verdict (judgement) == YF_VERDICT_ASK_CLINICIAN)
    gtk_label_set_label (self->title, _("Not today: ask your doctor first"));
  else
    gtk_label_set_label (self->title, _("Not today"));

  if (triage != YF_TRIAGE_NONE)
    gtk_label_set_label (self->advice, yf_triage_get_advice (triage));
  else
    gtk_label_set_label (self->advice, _("This exercise is not for you today. Your answers have been noted."));
}

/**
 * yf_verdict_page_new:
 * @exercise: what was asked about
 * @judgement: what the rules say, less than an emergency
 *
 * Returns: (transfer floating): a page that says so, with every reason
 */
GtkWidget *
yf_verdict_page_new (YfExercise  *exercise,
                     YfJudgement *judgement)
{
  YfVerdictPage *self = g_object_new (YF_TYPE_VERDICT_PAGE, NULL);
  YfVerdict verdict = yf_judgement_get_verdict (judgement);

  adw_window_title_set_title (self->window_title, yf_exercise_get_name (exercise));
  gtk_image_set_from_icon_name (self->icon, yf_text_verdict_icon (verdict));
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), yf_text_verdict_class (verdict));
  if (yf_judgement_permits (judgement))
    show_caution (self);
  else
    show_refusal (self, judgement);
  yf_rows_add_reasons (self->reasons, judgement);

  return GTK_WIDGET (self);
}

/**
 * yf_verdict_page_offer_others:
 *
 * Offers to go on with the other exercises of the session, without this one.
 */
void
yf_verdict_page_offer_others (YfVerdictPage *self)
{
  g_return_if_fail (YF_IS_VERDICT_PAGE (self));

  gtk_label_set_label (self->understood_label, _("Go On Without It"));
  gtk_widget_set_visible (self->understood, TRUE);
}
