/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-entry-row.h"
#include "yf-today-review-dialog.h"

/* An exercise that hurt twice in a row opens again when somebody has looked at why. */

static void
add_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (YfPerson) person = user_data;
  g_autoptr (GError) error = NULL;

  if (!yf_store_write_finish (YF_STORE (source), result, &error))
    {
      /* Translators: %s is a sentence that says why */
      g_autofree char *message = g_strdup_printf (_("That it was looked at could not be saved. %s"), error->message);

      g_signal_emit_by_name (person, "trouble", message);
    }
  yf_person_note_logged (person);
}

static void
response_cb (GtkWidget  *dialog,
             const char *response,
             YfPerson   *person)
{
  YfExercise *exercise = g_object_get_data (G_OBJECT (dialog), "exercise");
  YfEntryRow *entry = g_object_get_data (G_OBJECT (dialog), "clinician");
  g_autofree char *clinician = NULL;
  g_autoptr (YfReviewRecord) review = NULL;

  if (!g_str_equal (response, "open"))
    return;

  clinician = yf_entry_row_dup_text (entry);
  review = yf_review_record_new (yf_exercise_get_id (exercise), clinician && *clinician ? clinician : NULL,
                                 yf_clock_get_real (yf_person_get_clock (person)));
  yf_store_add_review_async (yf_person_get_store (person), review, NULL, add_cb, g_object_ref (person));
}

/**
 * yf_today_review_dialog_new:
 * @person: whose exercise it is
 * @exercise: what is suspended
 * @parent: the window it belongs to
 *
 * Returns: (transfer none): a dialog, not yet shown
 */
GtkWidget *
yf_today_review_dialog_new (YfPerson   *person,
                            YfExercise *exercise,
                            GtkWindow  *parent)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, yf_exercise_get_name (exercise), NULL);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *entry = yf_entry_row_new (_("Name of the clinician"), _("Leave it empty if you looked at it yourself."));

  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog),
                               _("It hurt in two sessions in a row. Before it opens again, look at why it hurt: read the steps once more, go through the movement slowly, and best show it to a clinician. If it still hurts, leave it closed."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _("_Cancel"),
                                    "open", _("It Was Looked At, Open It"),
                                    NULL);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), entry);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), group);
  g_object_set_data_full (G_OBJECT (dialog), "exercise", yf_exercise_ref (exercise),
                          (GDestroyNotify) yf_exercise_unref);
  g_object_set_data (G_OBJECT (dialog), "clinician", entry);
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), person, 0);

  return dialog;
}
