/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-activity-dialog.h"
#include "yf-activity-log.h"

/* How an activity gets into the log from a page, and out of it again. */

/* Long enough for slow readers. */
#define UNDO_SECONDS 20

/* An activity on its way into the log. */
typedef struct
{
  YfPerson         *person;
  GtkWidget        *page;
  YfActivityRecord *activity;
} Writing;

static void
writing_free (Writing *self)
{
  g_object_unref (self->person);
  g_object_unref (self->page);
  yf_activity_record_free (self->activity);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Writing, writing_free)

static gboolean
finish (YfPerson     *person,
        GObject      *source,
        GAsyncResult *result,
        const char   *what)
{
  g_autoptr (GError) error = NULL;
  gboolean written = yf_store_write_finish (YF_STORE (source), result, &error);

  if (!written)
    {
      /* Translators: the first %s is a sentence that says what did not work, the second why */
      g_autofree char *message = g_strdup_printf (_("%s %s"), what, error->message);

      g_signal_emit_by_name (person, "trouble", message);
    }
  yf_person_note_logged (person);

  return written;
}

static void
remove_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (YfPerson) person = user_data;

  finish (person, source, result, _("The activity could not be removed."));
}

static void
undo_cb (YfPerson *person,
         AdwToast *toast)
{
  yf_store_remove_activity_async (yf_person_get_store (person), g_object_get_data (G_OBJECT (toast), "activity"), NULL,
                                  remove_cb, g_object_ref (person));
}

/* There is nobody to undo it once the page is left. Where all of the window goes, the
 * toast goes by itself. */
static void
left_cb (AdwToast  *toast,
         GtkWidget *page)
{
  GtkWidget *toasts = gtk_widget_get_ancestor (page, ADW_TYPE_TOAST_OVERLAY);

  if (toasts && gtk_widget_get_mapped (toasts))
    adw_toast_dismiss (toast);
}

static void
offer_undo (Writing *writing)
{
  GtkWidget *toasts = gtk_widget_get_ancestor (writing->page, ADW_TYPE_TOAST_OVERLAY);
  AdwToast *toast = adw_toast_new (_("The activity is in your log"));
  GtkWidget *label = gtk_label_new (adw_toast_get_title (toast));

  /* A toast's own title is cut short where the window is narrow. */
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  adw_toast_set_custom_title (toast, label);
  adw_toast_set_button_label (toast, _("Undo"));
  adw_toast_set_timeout (toast, UNDO_SECONDS);
  g_object_set_data_full (G_OBJECT (toast), "activity", g_strdup (writing->activity->id), g_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), writing->person, G_CONNECT_SWAPPED);
  g_signal_connect_object (writing->page, "unmap", G_CALLBACK (left_cb), toast, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (toasts), toast);
}

static void
add_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (Writing) writing = user_data;

  if (finish (writing->person, source, result, _("The activity could not be saved.")) &&
      gtk_widget_get_mapped (writing->page))
    offer_undo (writing);
}

static void
answered_cb (GtkWidget              *page,
             const YfActivityRecord *activity,
             GtkWidget              *dialog)
{
  YfPerson *person = g_object_get_data (G_OBJECT (dialog), "person");
  Writing *writing = g_new0 (Writing, 1);

  writing->person = g_object_ref (person);
  writing->page = g_object_ref (page);
  writing->activity = yf_activity_record_copy (activity);
  yf_store_add_activity_async (yf_person_get_store (person), activity, NULL, add_cb, writing);
}

/**
 * yf_activity_log_ask:
 * @person: who did it
 * @page: a page of a window with a #AdwToastOverlay
 *
 * Asks for an activity and writes it into the log. It can be taken back as long
 * as the page is there.
 */
void
yf_activity_log_ask (YfPerson  *person,
                     GtkWidget *page)
{
  GtkWidget *dialog = yf_activity_dialog_new (person, GTK_WINDOW (gtk_widget_get_root (page)));

  g_object_set_data_full (G_OBJECT (dialog), "person", g_object_ref (person), g_object_unref);
  g_signal_connect_object (dialog, "answered", G_CALLBACK (answered_cb), page, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}
