/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-check-in.h"
#include "yf-hurt-page.h"
#include "yf-page.h"
#include "yf-pain-scale.h"
#include "yf-rows.h"
#include "yf-text.h"

struct _YfHurtPage
{
  AdwBin parent_instance;

  AdwWindowTitle      *window_title;
  GtkLabel            *off;
  YfPainScale         *pain;
  AdwPreferencesGroup *sites;

  GtkCheckButton      *checks[3];
};

static void page_init (YfPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (YfHurtPage, yf_hurt_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (YF_TYPE_PAGE, page_init))

enum
{
  ANSWERED,
  DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* As the store has them. */
static const char * const sites[] = { "back", "leg", "elsewhere" };

static void
skip_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  g_signal_emit (widget, signals[DONE], 0);
}

static void
save_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  YfHurtPage *self = YF_HURT_PAGE (widget);
  int pain = yf_pain_scale_get_value (self->pain);
  const char *site = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (sites); i++)
    if (gtk_check_button_get_active (self->checks[i]))
      site = sites[i];

  if (pain != YF_PAIN_UNANSWERED || site != NULL)
    g_signal_emit (self, signals[ANSWERED], 0, pain, site);
  g_signal_emit (self, signals[DONE], 0);
}

static void
focus_first (YfPage *page)
{
  gtk_widget_child_focus (GTK_WIDGET (YF_HURT_PAGE (page)->pain), GTK_DIR_TAB_FORWARD);
}

static void
page_init (YfPageInterface *iface)
{
  iface->focus_first = focus_first;
}

static void
yf_hurt_page_class_init (YfHurtPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[ANSWERED] =
    g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_STRING);
  signals[DONE] =
    g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "hurt.skip", NULL, skip_cb);
  gtk_widget_class_install_action (widget_class, "hurt.save", NULL, save_cb);

  g_type_ensure (YF_TYPE_PAIN_SCALE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-hurt-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YfHurtPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, YfHurtPage, off);
  gtk_widget_class_bind_template_child (widget_class, YfHurtPage, pain);
  gtk_widget_class_bind_template_child (widget_class, YfHurtPage, sites);
}

static void
yf_hurt_page_init (YfHurtPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < G_N_ELEMENTS (sites); i++)
    {
      adw_preferences_group_add (self->sites, yf_rows_new_check (yf_text_site (sites[i]), NULL, &self->checks[i]));
      if (i > 0)
        gtk_check_button_set_group (self->checks[i], self->checks[0]);
    }
}

/**
 * yf_hurt_page_new:
 * @exercise: what hurt
 *
 * Returns: (transfer floating): a page that asks how much and where
 */
GtkWidget *
yf_hurt_page_new (YfExercise *exercise)
{
  YfHurtPage *self = g_object_new (YF_TYPE_HURT_PAGE, NULL);
  g_autofree char *off = NULL;

  /* Translators: %s is the name of an exercise */
  off = g_strdup_printf (_("Stay as you are until it eases, then come to rest slowly. %s is off for today."),
                         yf_exercise_get_name (exercise));
  adw_window_title_set_title (self->window_title, yf_exercise_get_name (exercise));
  gtk_label_set_label (self->off, off);

  return GTK_WIDGET (self);
}
