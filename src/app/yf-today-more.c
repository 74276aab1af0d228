/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-activity-log.h"
#include "yf-today-more.h"
#include "yf-today-notices.h"
#include "yf-today-row.h"

struct _YfTodayMore
{
  AdwPreferencesGroup parent_instance;

  GtkWidget *programme_row;
  GtkWidget *break_row;
  GtkWidget *flare_row;

  YfPerson  *person;
};

G_DEFINE_FINAL_TYPE (YfTodayMore, yf_today_more, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  PROGRAMME,
  BREAK,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
programme_cb (YfTodayMore *self)
{
  g_signal_emit (self, signals[PROGRAMME], 0);
}

static void
activity_cb (YfTodayMore *self)
{
  yf_activity_log_ask (self->person, GTK_WIDGET (self));
}

static void
break_cb (YfTodayMore *self)
{
  g_signal_emit (self, signals[BREAK], 0);
}

static void
add_flare_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (YfPerson) person = user_data;
  g_autoptr (GError) error = NULL;

  if (!yf_store_write_finish (YF_STORE (source), result, &error))
    {
      /* Translators: %s is a sentence that says why */
      g_autofree char *message = g_strdup_printf (_("The flare could not be noted. %s"), error->message);

      g_signal_emit_by_name (person, "trouble", message);
    }
  yf_person_note_logged (person);
}

static void
flare_response_cb (YfTodayMore *self,
                   const char  *response)
{
  g_autoptr (YfFlareRecord) flare = NULL;

  if (!g_str_equal (response, "flare"))
    return;

  flare = yf_flare_record_new (yf_clock_get_real (yf_person_get_clock (self->person)));
  yf_store_add_flare_async (yf_person_get_store (self->person), flare, NULL, add_flare_cb,
                            g_object_ref (self->person));
}

static void
flare_cb (YfTodayMore *self)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                              _("Is Today a Flare?"), NULL);

  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog),
                               _("When it hurts clearly more than usual: today becomes a day of rest with what may still be done, and counts as kept. Afterwards training begins gently again. It stays in the log and cannot be taken back."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _("_Cancel"),
                                    "flare", _("Yes, a Flare"),
                                    NULL);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (flare_response_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static GtkWidget *
add_row (YfTodayMore *self,
         const char  *title,
         const char  *text,
         GCallback    activated)
{
  GtkWidget *row = yf_today_row_new_link (title, text);

  g_signal_connect_object (row, "activated", activated, self, G_CONNECT_SWAPPED);
  gtk_widget_set_sensitive (row, yf_person_can_write (self->person));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);

  return row;
}

static void
dispose (GObject *object)
{
  YfTodayMore *self = YF_TODAY_MORE (object);

  g_clear_object (&self->person);

  G_OBJECT_CLASS (yf_today_more_parent_class)->dispose (object);
}

static void
yf_today_more_class_init (YfTodayMoreClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dispose;

  signals[PROGRAMME] =
    g_signal_new ("programme", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[BREAK] =
    g_signal_new ("break", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
yf_today_more_init (YfTodayMore *self)
{
}

/**
 * yf_today_more_set_person:
 * @self: a group without rows
 * @person: whose day it is
 *
 * Called once.
 */
void
yf_today_more_set_person (YfTodayMore *self,
                          YfPerson    *person)
{
  g_return_if_fail (YF_IS_TODAY_MORE (self));
  g_return_if_fail (self->person == NULL);

  self->person = g_object_ref (person);
  self->programme_row = add_row (self, "", NULL, G_CALLBACK (programme_cb));
  add_row (self, _("Log an Activity…"), _("Walking, swimming, tai chi and the like count too."), G_CALLBACK (activity_cb));
  self->break_row = add_row (self, _("Take a Break from Sitting"), NULL, G_CALLBACK (break_cb));
  self->flare_row = add_row (self, _("This Is a Flare…"), _("It hurts clearly more than usual today."),
                             G_CALLBACK (flare_cb));
  gtk_widget_set_visible (self->programme_row, FALSE);
  gtk_widget_set_visible (self->break_row, FALSE);
}

/**
 * yf_today_more_show:
 * @self: a group with a person
 * @today: (nullable): what is known of the day, if anything is
 */
void
yf_today_more_show (YfTodayMore *self,
                    YfToday     *today)
{
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;
  gboolean programme;

  g_return_if_fail (YF_IS_TODAY_MORE (self));
  g_return_if_fail (self->person != NULL);

  programme = today != NULL && yf_today_notices_describe_programme (self->person, today, &title, &text);
  gtk_widget_set_visible (self->programme_row, programme);
  if (programme)
    {
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->programme_row), title);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->programme_row), text);
    }
  if (today == NULL)
    return;

  /* An emergency offers nothing else. */
  gtk_widget_set_visible (GTK_WIDGET (self), yf_today_notices_get_triage (today) != YF_TRIAGE_EMERGENCY);
  gtk_widget_set_visible (self->flare_row, yf_day_plan_get_state (yf_today_get_plan (today)) != YF_DAY_FLARE &&
                                           yf_day_plan_get_stage (yf_today_get_plan (today)) != YF_STAGE_ACUTE);
}

/**
 * yf_today_more_set_next_break:
 * @self: a group with a person
 * @at: when the next break from sitting is expected, in microseconds since the
 *   Unix epoch; 0 where nobody knows; -1 where breaks are turned off
 */
void
yf_today_more_set_next_break (YfTodayMore *self,
                              gint64       at)
{
  g_autofree char *text = NULL;

  g_return_if_fail (YF_IS_TODAY_MORE (self));
  g_return_if_fail (self->person != NULL);

  gtk_widget_set_visible (self->break_row, at >= 0);
  if (at > 0)
    {
      g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (at / G_USEC_PER_SEC);
      g_autofree char *clock = time ? g_date_time_format (time, "%H:%M") : g_strdup ("");

      /* Translators: %s is a time of day: 15:40 */
      text = g_strdup_printf (_("If you stay seated, the next one is due at %s."), clock);
    }
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->break_row), text ? text : "");
}
