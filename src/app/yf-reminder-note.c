/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-record.h"
#include "yf-reminder-note.h"

/* What a person reads in a reminder. Nobody is counted up to, and nobody is
 * blamed: a day without a session is no failure. */

static char *
describe (YfReminderKind kind,
          gint64         length)
{
  int minutes = (int) ((length + 60 * G_USEC_PER_SEC - 1) / (60 * G_USEC_PER_SEC));

  if (kind == YF_REMINDER_SESSION_AGAIN)
    /* Translators: %d is how many minutes the session takes */
    return g_strdup_printf (ngettext ("It is still there if it suits you now. It takes about %d minute.",
                                      "It is still there if it suits you now. It takes about %d minutes.", minutes),
                            minutes);

  /* Translators: %d is how many minutes the session takes */
  return g_strdup_printf (ngettext ("It takes about %d minute. Begin when it suits you.",
                                    "It takes about %d minutes. Begin when it suits you.", minutes),
                          minutes);
}

static GNotification *
create_session_note (const YfReminderRecord *reminder,
                     gint64                  length)
{
  GNotification *note = g_notification_new (_("There is a session in your plan today"));
  g_autofree char *body = describe (reminder->kind, length);

  g_notification_set_body (note, body);
  g_notification_add_button_with_target (note, C_("reminder", "Start"), "app.reminder-start", "s", reminder->id);
  g_notification_add_button_with_target (note, C_("reminder", "Not Today…"), "app.reminder-not-today", "s",
                                         reminder->id);

  return note;
}

static GNotification *
create_morning_note (const YfReminderRecord *reminder)
{
  const struct
  {
    YfMorning   morning;
    const char *label;
  } answers[] = {
    { YF_MORNING_BETTER, C_("morning after", "Better") },
    { YF_MORNING_SAME, C_("morning after", "The same") },
    { YF_MORNING_WORSE, C_("morning after", "Worse") },
  };
  GNotification *note = g_notification_new (_("How is your back on the morning after yesterday’s session?"));

  g_notification_set_body (note, _("How much you do next goes by your answer."));
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    g_notification_add_button_with_target (note, answers[i].label, "app.reminder-answer", "(ss)",
                                           reminder->id, yf_morning_get_id (answers[i].morning));

  return note;
}

/**
 * yf_reminder_note_new:
 * @reminder: what is to be shown
 * @length: how long the session of the day takes, in microseconds
 *
 * Returns: (transfer full): what the desktop is to show
 */
GNotification *
yf_reminder_note_new (const YfReminderRecord *reminder,
                      gint64                  length)
{
  g_autoptr (GIcon) icon = g_themed_icon_new (YF_APP_ID);
  GNotification *note;

  g_return_val_if_fail (reminder != NULL, NULL);

  note = reminder->kind == YF_REMINDER_MORNING ? create_morning_note (reminder)
                                               : create_session_note (reminder, length);
  g_notification_set_icon (note, icon);

  return note;
}
