/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-assessment-dialog.h"
#include "yf-date-row.h"
#include "yf-rows.h"

/**
 * YfAssessmentDialog:
 *
 * Asks which warning sign a clinician has looked at, who it was, and when.
 */
struct _YfAssessmentDialog
{
  AdwWindow parent_instance;

  GtkWidget           *add;
  GtkLabel            *problem;
  GtkEditable         *clinician;
  YfDateRow           *date;
  AdwPreferencesGroup *flags;

  YfPerson            *person;
  GPtrArray           *checks; /* GtkCheckButton, as the catalogue has the flags */
};

G_DEFINE_FINAL_TYPE (YfAssessmentDialog, yf_assessment_dialog, ADW_TYPE_WINDOW)

static void
show_problem (YfAssessmentDialog *self,
              const char         *message)
{
  gtk_label_set_label (self->problem, message ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), message != NULL);
}

static void
changed_cb (YfAssessmentDialog *self)
{
  show_problem (self, NULL);
}

static void
add_cb (YfAssessmentDialog *self)
{
  GPtrArray *flags = yf_catalogue_get_red_flags (yf_person_get_catalogue (self->person));
  g_autofree char *clinician = g_strstrip (g_strdup (gtk_editable_get_text (self->clinician)));
  g_autoptr (YfAssessment) assessment = NULL;
  g_autoptr (YfProfile) profile = NULL;
  g_autoptr (GError) error = NULL;
  const char *flag = NULL;

  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
      flag = yf_red_flag_get_id (g_ptr_array_index (flags, i));
  if (flag == NULL)
    {
      show_problem (self, _("Please choose the sign that was looked at."));
      return;
    }
  if (!yf_date_row_commit (self->date))
    return;
  if (!yf_day_is_known (yf_date_row_get_day (self->date)))
    {
      yf_date_row_set_error (self->date, _("Please say when this was."));
      gtk_widget_child_focus (GTK_WIDGET (self->date), GTK_DIR_TAB_FORWARD);
      return;
    }

  assessment = yf_assessment_new (flag, clinician, yf_date_row_get_day (self->date));
  profile = yf_profile_copy (yf_person_get_profile (self->person));
  yf_profile_add_assessment (profile, assessment);
  if (yf_person_set_profile (self->person, profile, &error))
    gtk_window_close (GTK_WINDOW (self));
  else
    show_problem (self, error->message);
}

static void
fill (YfAssessmentDialog *self)
{
  GPtrArray *flags = yf_catalogue_get_red_flags (yf_person_get_catalogue (self->person));

  for (guint i = 0; i < flags->len; i++)
    {
      GtkCheckButton *check;

      adw_preferences_group_add (self->flags,
                                 yf_rows_new_check (yf_red_flag_get_text (g_ptr_array_index (flags, i)), NULL, &check));
      if (i > 0)
        gtk_check_button_set_group (check, g_ptr_array_index (self->checks, 0));
      g_signal_connect_object (check, "toggled", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->checks, check);
    }
}

static void
dispose (GObject *object)
{
  YfAssessmentDialog *self = YF_ASSESSMENT_DIALOG (object);

  g_clear_object (&self->person);
  g_clear_pointer (&self->checks, g_ptr_array_unref);

  G_OBJECT_CLASS (yf_assessment_dialog_parent_class)->dispose (object);
}

static void
yf_assessment_dialog_class_init (YfAssessmentDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;

  g_type_ensure (YF_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-assessment-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, YfAssessmentDialog, add);
  gtk_widget_class_bind_template_child (widget_class, YfAssessmentDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, YfAssessmentDialog, clinician);
  gtk_widget_class_bind_template_child (widget_class, YfAssessmentDialog, date);
  gtk_widget_class_bind_template_child (widget_class, YfAssessmentDialog, flags);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
yf_assessment_dialog_init (YfAssessmentDialog *self)
{
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yf_assessment_dialog_new:
 * @person: whose profile it is added to
 * @parent: the window it belongs to
 *
 * Returns: (transfer none): a dialog, not yet shown
 */
GtkWidget *
yf_assessment_dialog_new (YfPerson  *person,
                          GtkWindow *parent)
{
  YfAssessmentDialog *self = g_object_new (YF_TYPE_ASSESSMENT_DIALOG, "transient-for", parent, NULL);

  self->person = g_object_ref (person);
  fill (self);

  return GTK_WIDGET (self);
}
