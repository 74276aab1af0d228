/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-adjust-dialog.h"
#include "yf-adjust-rows.h"

struct _YfAdjustDialog
{
  AdwMessageDialog parent_instance;

  YfPlayer     *player;
  YfAdjustRows *rows;
  guint         item;
  gboolean      paused;   /* whether the session goes on afterwards */
};

G_DEFINE_FINAL_TYPE (YfAdjustDialog, yf_adjust_dialog, ADW_TYPE_MESSAGE_DIALOG)

enum
{
  REFUSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
response (AdwMessageDialog *dialog,
          const char       *response)
{
  YfAdjustDialog *self = YF_ADJUST_DIALOG (dialog);
  g_autoptr (GError) error = NULL;

  if (g_strcmp0 (response, "go-on") == 0 && !yf_player_has_ended (self->player) &&
      !yf_player_adjust (self->player, self->item, yf_adjust_rows_get_dose (self->rows),
                         yf_adjust_rows_get_pace (self->rows), &error))
    g_signal_emit (self, signals[REFUSED], 0, error->message);
  if (self->paused)
    yf_player_resume (self->player);
}

/* Nobody who is in pain should have to close something first. */
static gboolean
key_cb (YfAdjustDialog  *self,
        guint            key,
        guint            code,
        GdkModifierType  modifiers)
{
  if (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_h:
    case GDK_KEY_H:
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      self->paused = FALSE;
      yf_player_hurt (self->player);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
dispose (GObject *object)
{
  YfAdjustDialog *self = YF_ADJUST_DIALOG (object);

  g_clear_object (&self->rows);
  g_clear_object (&self->player);

  G_OBJECT_CLASS (yf_adjust_dialog_parent_class)->dispose (object);
}

static void
yf_adjust_dialog_class_init (YfAdjustDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dispose;
  ADW_MESSAGE_DIALOG_CLASS (klass)->response = response;

  signals[REFUSED] =
    g_signal_new ("refused", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
yf_adjust_dialog_init (YfAdjustDialog *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * yf_adjust_dialog_new:
 * @parent: the window of the session
 * @player: a session that has not ended
 *
 * Pauses the session, and offers to change what of its exercise is ahead.
 *
 * Returns: (transfer none): the dialog, not yet shown
 */
GtkWidget *
yf_adjust_dialog_new (GtkWindow *parent,
                      YfPlayer  *player)
{
  YfAdjustDialog *self = g_object_new (YF_TYPE_ADJUST_DIALOG, "transient-for", parent, "modal", TRUE, NULL);
  const YfRoutineItem *item;
  GtkWidget *group = adw_preferences_group_new ();
  GPtrArray *rows;

  self->player = g_object_ref (player);
  self->paused = yf_player_pause (player);
  self->item = yf_player_get_segment (player)->item;
  item = yf_routine_get_item (yf_timeline_get_routine (yf_player_get_timeline (player)), self->item);
  self->rows = yf_adjust_rows_new (item, YF_ADJUST_ALL);
  rows = yf_adjust_rows_get_rows (self->rows);
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), g_ptr_array_index (rows, i));

  /* There is nothing to change in a session that is over, however that came. */
  g_signal_connect_object (player, "ended", G_CALLBACK (gtk_window_destroy), self, G_CONNECT_SWAPPED);

  adw_message_dialog_set_heading (ADW_MESSAGE_DIALOG (self), yf_exercise_get_name (item->exercise));
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (self),
                               _("The session is paused. What you change holds from the next repetition on."));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (self), group);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (self),
                                    "as-it-was", _("Leave It As It Was"),
                                    "go-on", _("Go On"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (self), "go-on", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (self), "go-on");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (self), "as-it-was");

  return GTK_WIDGET (self);
}
