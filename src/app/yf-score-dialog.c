/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-date-row.h"
#include "yf-entry-row.h"
#include "yf-rows.h"
#include "yf-score-dialog.h"

/**
 * YfScoreDialog:
 *
 * Asks for the total of a questionnaire that was filled in at a clinic.
 */
struct _YfScoreDialog
{
  AdwWindow parent_instance;

  GtkWidget           *save;
  GtkLabel            *problem;
  AdwPreferencesGroup *scales;
  YfEntryRow          *total;
  YfDateRow           *date;

  YfPerson            *person;
  GtkCheckButton      *checks[YF_CLINIC_N_SCALES];
};

G_DEFINE_FINAL_TYPE (YfScoreDialog, yf_score_dialog, ADW_TYPE_WINDOW)

static void
show_problem (YfScoreDialog *self,
              const char    *message)
{
  gtk_label_set_label (self->problem, message ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), message != NULL);
}

static void
changed_cb (YfScoreDialog *self)
{
  show_problem (self, NULL);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (YfScoreDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  gtk_widget_set_sensitive (self->save, TRUE);
  if (!yf_store_write_finish (YF_STORE (source), result, &error))
    {
      show_problem (self, error->message);
      return;
    }
  if (self->person == NULL)
    return;

  yf_person_note_logged (self->person);
  gtk_window_close (GTK_WINDOW (self));
}

static void
save_cb (YfScoreDialog *self)
{
  g_autoptr (YfClinicScore) score = NULL;
  YfClinicScale scale = YF_CLINIC_N_SCALES;
  int total;

  for (guint i = 0; i < YF_CLINIC_N_SCALES; i++)
    if (gtk_check_button_get_active (self->checks[i]))
      scale = i;
  if (scale == YF_CLINIC_N_SCALES)
    {
      show_problem (self, _("Please choose the questionnaire."));
      return;
    }
  if (!yf_entry_row_get_number (self->total, &total) || total < 0 || total > yf_clinic_scale_get_max (scale))
    {
      g_autofree char *message = NULL;

      /* Translators: %d is the highest total of a questionnaire */
      message = g_strdup_printf (_("The total is a whole number from 0 to %d."), yf_clinic_scale_get_max (scale));
      yf_entry_row_set_error (self->total, message);
      gtk_widget_grab_focus (GTK_WIDGET (self->total));
      return;
    }
  if (!yf_date_row_commit_past (self->date, yf_person_get_today (self->person)))
    return;
  if (!yf_day_is_known (yf_date_row_get_day (self->date)))
    {
      yf_date_row_set_error (self->date, _("Please say when this was."));
      gtk_widget_child_focus (GTK_WIDGET (self->date), GTK_DIR_TAB_FORWARD);
      return;
    }

  score = yf_clinic_score_new (scale, yf_date_row_get_day (self->date), total,
                               yf_clock_get_real (yf_person_get_clock (self->person)));
  gtk_widget_set_sensitive (self->save, FALSE);
  yf_store_add_score_async (yf_person_get_store (self->person), score, NULL, saved_cb, g_object_ref (self));
}

static void
fill (YfScoreDialog *self)
{
  for (guint i = 0; i < YF_CLINIC_N_SCALES; i++)
    {
      g_autofree char *range = NULL;

      /* Translators: %d is the highest total of a questionnaire, in which the most is the worst */
      range = g_strdup_printf (_("0 to %d, lower is better"), yf_clinic_scale_get_max (i));
      adw_preferences_group_add (self->scales, yf_rows_new_check (yf_clinic_scale_get_name (i), range,
                                                                  &self->checks[i]));
      if (i > 0)
        gtk_check_button_set_group (self->checks[i], self->checks[0]);
      g_signal_connect_object (self->checks[i], "toggled", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
    }
  yf_date_row_set_day (self->date, yf_person_get_today (self->person));
}

static void
dispose (GObject *object)
{
  YfScoreDialog *self = YF_SCORE_DIALOG (object);

  g_clear_object (&self->person);

  G_OBJECT_CLASS (yf_score_dialog_parent_class)->dispose (object);
}

static void
yf_score_dialog_class_init (YfScoreDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;

  g_type_ensure (YF_TYPE_DATE_ROW);
  g_type_ensure (YF_TYPE_ENTRY_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-score-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, YfScoreDialog, save);
  gtk_widget_class_bind_template_child (widget_class, YfScoreDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, YfScoreDialog, scales);
  gtk_widget_class_bind_template_child (widget_class, YfScoreDialog, total);
  gtk_widget_class_bind_template_child (widget_class, YfScoreDialog, date);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
yf_score_dialog_init (YfScoreDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yf_score_dialog_new:
 * @person: whose score it is
 *
 * Returns: (transfer none): a dialog, not yet shown
 */
GtkWidget *
yf_score_dialog_new (YfPerson *person)
{
  YfScoreDialog *self = g_object_new (YF_TYPE_SCORE_DIALOG, NULL);

  self->person = g_object_ref (person);
  fill (self);

  return GTK_WIDGET (self);
}
