/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-page.h"
#include "yf-rows.h"
#include "yf-summary-page.h"

struct _YfSummaryPage
{
  AdwBin parent_instance;

  GtkImage            *icon;
  GtkLabel            *title;
  GtkLabel            *total;
  AdwPreferencesGroup *sets;
  GtkLabel            *saved;
  GtkWidget           *done;

  YfRun               *run;
};

static void page_init (YfPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (YfSummaryPage, yf_summary_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (YF_TYPE_PAGE, page_init))

static void
update_saved (YfSummaryPage *self)
{
  guint n_lost = yf_run_get_n_lost (self->run);
  g_autofree char *text = NULL;

  if (!yf_run_get_settled (self->run))
    text = g_strdup (_("Saving…"));
  else if (n_lost == 0)
    text = g_strdup (_("Everything is saved in your history."));
  else
    /* Translators: %u is how many entries, such as repetitions, are missing from the log */
    text = g_strdup_printf (ngettext ("%u entry could not be saved and is missing from your history.",
                                      "%u entries could not be saved and are missing from your history.", n_lost),
                            n_lost);
  gtk_label_set_label (self->saved, text);
}

static void
add_set (YfSummaryPage *self,
         YfSide         side,
         int            set)
{
  int planned = yf_run_get_dose (self->run)->reps;
  int done = yf_run_count_reps (self->run, side, set);
  g_autofree char *title = NULL;
  g_autofree char *reps = NULL;

  if (side == YF_SIDE_LEFT)
    /* Translators: %d is the number of a set done with the left side of the body */
    title = g_strdup_printf (_("Set %d, left"), set);
  else if (side == YF_SIDE_RIGHT)
    /* Translators: %d is the number of a set done with the right side of the body */
    title = g_strdup_printf (_("Set %d, right"), set);
  else
    /* Translators: %d is the number of a set */
    title = g_strdup_printf (_("Set %d"), set);
  /* Translators: repetitions done and repetitions planned */
  reps = g_strdup_printf (ngettext ("%d of %d repetition", "%d of %d repetitions", planned), done, planned);
  adw_preferences_group_add (self->sets, yf_rows_new_plain (title, reps));
}

static void
fill (YfSummaryPage *self)
{
  const YfDose *dose = yf_run_get_dose (self->run);
  gboolean two_sided = yf_exercise_get_two_sided (yf_run_get_exercise (self->run));
  YfPlayerState state = yf_player_get_state (yf_run_get_player (self->run));
  YfRecordState record = yf_player_get_record_state (yf_run_get_player (self->run));
  int planned = dose->sets * dose->reps * (two_sided ? 2 : 1);
  int done = yf_player_count_reps (yf_run_get_player (self->run), 0);
  g_autofree char *total = NULL;
  const char *title;
  const char *icon = "yf-rest-symbolic";

  if (state == YF_PLAYER_HURT)
    title = _("Stopped, because it hurt");
  else if (record == YF_RECORD_COMPLETED)
    {
      title = _("Well done");
      icon = "yf-allowed-symbolic";
    }
  else
    title = _("Stopped early, and that is all right");
  gtk_label_set_label (self->title, title);
  gtk_image_set_from_icon_name (self->icon, icon);

  /* Translators: name of an exercise, repetitions done, repetitions planned */
  total = g_strdup_printf (ngettext ("%s: %d of %d repetition", "%s: %d of %d repetitions", planned),
                           yf_exercise_get_name (yf_run_get_exercise (self->run)), done, planned);
  gtk_label_set_label (self->total, total);

  for (int set = 1; set <= dose->sets; set++)
    {
      if (two_sided)
        {
          add_set (self, YF_SIDE_LEFT, set);
          add_set (self, YF_SIDE_RIGHT, set);
        }
      else
        add_set (self, YF_SIDE_NONE, set);
    }
}

static void
focus_first (YfPage *page)
{
  gtk_widget_grab_focus (YF_SUMMARY_PAGE (page)->done);
}

static void
page_init (YfPageInterface *iface)
{
  iface->focus_first = focus_first;
}

static void
dispose (GObject *object)
{
  YfSummaryPage *self = YF_SUMMARY_PAGE (object);

  g_clear_object (&self->run);

  G_OBJECT_CLASS (yf_summary_page_parent_class)->dispose (object);
}

static void
yf_summary_page_class_init (YfSummaryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-summary-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YfSummaryPage, icon);
  gtk_widget_class_bind_template_child (widget_class, YfSummaryPage, title);
  gtk_widget_class_bind_template_child (widget_class, YfSummaryPage, total);
  gtk_widget_class_bind_template_child (widget_class, YfSummaryPage, sets);
  gtk_widget_class_bind_template_child (widget_class, YfSummaryPage, saved);
  gtk_widget_class_bind_template_child (widget_class, YfSummaryPage, done);
}

static void
yf_summary_page_init (YfSummaryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yf_summary_page_new:
 * @run: a session that has ended
 *
 * Returns: (transfer floating): a page that says what was done
 */
GtkWidget *
yf_summary_page_new (YfRun *run)
{
  YfSummaryPage *self = g_object_new (YF_TYPE_SUMMARY_PAGE, NULL);

  self->run = g_object_ref (run);
  g_signal_connect_object (run, "settled", G_CALLBACK (update_saved), self, G_CONNECT_SWAPPED);
  fill (self);
  update_saved (self);

  return GTK_WIDGET (self);
}
