/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-pain-scale.h"
#include "yf-rating-dialog.h"

/**
 * YfRatingDialog:
 *
 * Asks how well a person can do each of the things they follow.
 */
struct _YfRatingDialog
{
  AdwWindow parent_instance;

  GtkWidget *save;
  GtkLabel  *problem;
  GtkBox    *scales;

  YfPerson  *person;
  YfLog     *log;
  GPtrArray *asked; /* YfPainScale, unowned; as live activities stand in the log */
};

G_DEFINE_FINAL_TYPE (YfRatingDialog, yf_rating_dialog, ADW_TYPE_WINDOW)

static void
show_problem (YfRatingDialog *self,
              const char     *message)
{
  gtk_label_set_label (self->problem, message ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), message != NULL);
}

static void
changed_cb (YfRatingDialog *self)
{
  show_problem (self, NULL);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (YfRatingDialog) self = user_data;
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
save_cb (YfRatingDialog *self)
{
  g_autoptr (YfFunctionRating) rating = NULL;
  guint asked = 0;

  rating = yf_function_rating_new (yf_clock_get_real (yf_person_get_clock (self->person)));
  for (guint i = 0; i < self->log->functions->len; i++)
    {
      const YfFunctionActivity *activity = g_ptr_array_index (self->log->functions, i);
      int value;

      if (activity->retired != 0)
        continue;
      value = yf_pain_scale_get_value (g_ptr_array_index (self->asked, asked++));
      if (value != YF_PAIN_UNANSWERED)
        yf_function_rating_add_score (rating, activity->id, value);
    }
  if (rating->scores->len == 0)
    {
      show_problem (self, _("Please answer for one of them at least, or choose “Cancel”."));
      return;
    }

  gtk_widget_set_sensitive (self->save, FALSE);
  yf_store_add_rating_async (yf_person_get_store (self->person), rating, NULL, saved_cb, g_object_ref (self));
}

static void
fill (YfRatingDialog *self)
{
  for (guint i = 0; i < self->log->functions->len; i++)
    {
      const YfFunctionActivity *activity = g_ptr_array_index (self->log->functions, i);
      GtkWidget *scale;

      if (activity->retired != 0)
        continue;
      scale = g_object_new (YF_TYPE_PAIN_SCALE, "title", activity->name, "explained", FALSE, NULL);
      g_signal_connect_object (scale, "notify::value", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->scales, scale);
      g_ptr_array_add (self->asked, scale);
    }
}

static void
dispose (GObject *object)
{
  YfRatingDialog *self = YF_RATING_DIALOG (object);

  g_clear_object (&self->person);
  g_clear_pointer (&self->log, yf_log_unref);
  g_clear_pointer (&self->asked, g_ptr_array_unref);

  G_OBJECT_CLASS (yf_rating_dialog_parent_class)->dispose (object);
}

static void
yf_rating_dialog_class_init (YfRatingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-rating-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, YfRatingDialog, save);
  gtk_widget_class_bind_template_child (widget_class, YfRatingDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, YfRatingDialog, scales);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
yf_rating_dialog_init (YfRatingDialog *self)
{
  self->asked = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yf_rating_dialog_new:
 * @person: who is asked
 * @log: their log, with something that they follow
 *
 * Returns: (transfer none): a dialog, not yet shown
 */
GtkWidget *
yf_rating_dialog_new (YfPerson *person,
                      YfLog    *log)
{
  YfRatingDialog *self = g_object_new (YF_TYPE_RATING_DIALOG, NULL);

  self->person = g_object_ref (person);
  self->log = yf_log_ref (log);
  fill (self);

  return GTK_WIDGET (self);
}
