/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-adjust-dialog.h"
#include "yf-adjust-rows.h"
#include "yf-dose-plan.h"

struct _YfAdjustDialog
{
  AdwWindow parent_instance;

  AdwPreferencesGroup *group;
  GtkWidget           *go_on;

  YfPlayer     *player;
  YfAdjustRows *rows;
  guint         item;
  gboolean      paused;   /* whether the session goes on afterwards */
};

G_DEFINE_FINAL_TYPE (YfAdjustDialog, yf_adjust_dialog, ADW_TYPE_WINDOW)

enum
{
  REFUSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
go_on_cb (YfAdjustDialog *self)
{
  g_autoptr (GError) error = NULL;

  if (!yf_player_adjust (self->player, self->item, yf_adjust_rows_get_dose (self->rows),
                         yf_adjust_rows_get_pace (self->rows), &error))
    g_signal_emit (self, signals[REFUSED], 0, error->message);
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
close_request (GtkWindow *window)
{
  YfAdjustDialog *self = YF_ADJUST_DIALOG (window);

  if (self->paused)
    yf_player_resume (self->player);

  return GTK_WINDOW_CLASS (yf_adjust_dialog_parent_class)->close_request (window);
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
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  GTK_WINDOW_CLASS (klass)->close_request = close_request;

  signals[REFUSED] =
    g_signal_new ("refused", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-adjust-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, YfAdjustDialog, group);
  gtk_widget_class_bind_template_child (widget_class, YfAdjustDialog, go_on);
  gtk_widget_class_bind_template_callback (widget_class, go_on_cb);
}

static void
yf_adjust_dialog_init (YfAdjustDialog *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * yf_adjust_dialog_new:
 * @parent: the window of the session
 * @person: whose it is
 * @player: a session that has not ended
 *
 * Pauses the session, and offers to change what of its exercise is ahead.
 *
 * Returns: (transfer none): the dialog, not yet shown
 */
GtkWidget *
yf_adjust_dialog_new (GtkWindow *parent,
                      YfPerson  *person,
                      YfPlayer  *player)
{
  YfAdjustDialog *self = g_object_new (YF_TYPE_ADJUST_DIALOG, "transient-for", parent, NULL);
  const YfRoutineItem *item;
  GPtrArray *rows;
  YfDose most;

  self->player = g_object_ref (player);
  self->paused = yf_player_pause (player);
  self->item = yf_player_get_segment (player)->item;
  item = yf_routine_get_item (yf_timeline_get_routine (yf_player_get_timeline (player)), self->item);
  yf_dose_plan_get_most (person, item->exercise, &most);
  self->rows = yf_adjust_rows_new (item, &most, YF_ADJUST_ALL);
  rows = yf_adjust_rows_get_rows (self->rows);
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_add (self->group, g_ptr_array_index (rows, i));

  /* There is nothing to change in a session that is over, however that came. */
  g_signal_connect_object (player, "ended", G_CALLBACK (gtk_window_destroy), self, G_CONNECT_SWAPPED);

  adw_preferences_group_set_title (self->group, yf_exercise_get_name (item->exercise));
  gtk_widget_grab_focus (self->go_on);

  return GTK_WIDGET (self);
}
