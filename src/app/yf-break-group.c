/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-break-group.h"
#include "yf-presence.h"
#include "yf-rows.h"
#include "yf-sitting.h"
#include "yf-text.h"

struct _YfBreakGroup
{
  AdwPreferencesGroup parent_instance;

  GtkWidget     *enabled;
  AdwComboRow   *minutes;

  YfPreferences *preferences;
  GCancellable  *cancellable;
  YfPresence    *presence;
};

G_DEFINE_FINAL_TYPE (YfBreakGroup, yf_break_group, ADW_TYPE_PREFERENCES_GROUP)

/* What can be chosen, in minutes; 0 is what fits the state of the person. */
static const int choices[] = { 0, YF_SITTING_MINUTES_SYMPTOMATIC, YF_SITTING_MINUTES, YF_SITTING_MINUTES_MOST };

static void
show_presence (YfBreakGroup *self,
               gboolean      known)
{
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->enabled),
                               known
                               ? _("While you are at the computer. Five minutes without a key or a mouse count as having got up. Quiet in calls and full screen, during a session, and from 22:00 to 6:00.")
                               : _("This desktop does not tell whether you are at the computer, so the time goes by the clock, and only a locked screen stops it. Quiet in calls and full screen, during a session, and from 22:00 to 6:00."));
}

static void
present_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (YfBreakGroup) self = user_data;
  YfPresenceAnswer answer;

  if (yf_presence_ask_finish (YF_PRESENCE (source), result, &answer, NULL))
    show_presence (self, answer.known);
}

static void
session_bus_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (YfBreakGroup) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, &error);

  if (bus == NULL)
    return;

  self->presence = yf_presence_new (bus, NULL);
  yf_presence_ask_async (self->presence, g_get_real_time (), self->cancellable, present_cb, g_object_ref (self));
}

static gboolean
to_choice (GBinding     *binding,
           const GValue *from,
           GValue       *to,
           gpointer      user_data)
{
  guint choice = 0;

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (choices[i] == g_value_get_int (from))
      choice = i;
  g_value_set_uint (to, choice);

  return TRUE;
}

static gboolean
from_choice (GBinding     *binding,
             const GValue *from,
             GValue       *to,
             gpointer      user_data)
{
  guint choice = g_value_get_uint (from);

  if (choice >= G_N_ELEMENTS (choices))
    return FALSE;
  g_value_set_int (to, choices[choice]);

  return TRUE;
}

static void
add_minutes (YfBreakGroup *self)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autofree char *text = NULL;

      if (choices[i] == 0)
        text = g_strdup (_("As you are"));
      else
        /* Translators: %d is after how long somebody is to stand up */
        text = g_strdup_printf (ngettext ("%d minute", "%d minutes", (unsigned long) choices[i]), choices[i]);
      gtk_string_list_append (list, text);
    }

  self->minutes = g_object_new (ADW_TYPE_COMBO_ROW,
                                "title", _("After sitting for"),
                                "subtitle", _("As you are: 30 minutes while it hurts, else 40"),
                                "model", list,
                                NULL);
  g_object_unref (list);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->minutes));
}

static void
dispose (GObject *object)
{
  YfBreakGroup *self = YF_BREAK_GROUP (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->presence);
  g_clear_object (&self->preferences);

  G_OBJECT_CLASS (yf_break_group_parent_class)->dispose (object);
}

static void
yf_break_group_class_init (YfBreakGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dispose;
}

static void
yf_break_group_init (YfBreakGroup *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * yf_break_group_new:
 * @preferences: what the person prefers
 *
 * Returns: (transfer floating): the choices about breaks from sitting
 */
GtkWidget *
yf_break_group_new (YfPreferences *preferences)
{
  YfBreakGroup *self = g_object_new (YF_TYPE_BREAK_GROUP,
                                     "title", _("Breaks from sitting"),
                                     NULL);
  GtkSwitch *toggle;

  g_return_val_if_fail (YF_IS_PREFERENCES (preferences), NULL);

  self->preferences = g_object_ref (preferences);
  self->enabled = yf_rows_new_switch (_("Tell me when to stand up"), NULL, &toggle);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->enabled);
  add_minutes (self);
  show_presence (self, FALSE);

  g_object_bind_property (preferences, "breaks-enabled", toggle, "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_object_bind_property (preferences, "breaks-enabled", self->minutes, "sensitive", G_BINDING_SYNC_CREATE);
  g_object_bind_property_full (preferences, "break-minutes", self->minutes, "selected",
                               G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL,
                               to_choice, from_choice, NULL, NULL);
  g_bus_get (G_BUS_TYPE_SESSION, self->cancellable, session_bus_cb, g_object_ref (self));

  return GTK_WIDGET (self);
}
