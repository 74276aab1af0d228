/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-break-note.h"

/* There is one break at a time, and one notification. */
#define NOTE "break"

/**
 * yf_break_note_show:
 * @application: the program
 * @id: the id of the break, which its buttons answer
 * @minutes: how long the person has been sitting
 *
 * Offers a break from sitting in a notification.
 */
void
yf_break_note_show (GApplication *application,
                    const char   *id,
                    int           minutes)
{
  g_autoptr (GNotification) notification = g_notification_new (_("Time to stand up"));
  /* Translators: %d is how long somebody has been sitting */
  g_autofree char *body =
    g_strdup_printf (ngettext ("You have been sitting for %d minute. A few minutes up and about are enough.",
                               "You have been sitting for %d minutes. A few minutes up and about are enough.",
                               (unsigned long) minutes), minutes);

  g_notification_set_body (notification, body);
  g_notification_set_default_action_and_target (notification, "app.break-show", "s", id);
  g_notification_add_button_with_target (notification, _("Start a Break"), "app.break-start", "s", id);
  g_notification_add_button_with_target (notification, _("In 10 Minutes"), "app.break-later", "s", id);
  g_notification_add_button_with_target (notification, _("Skip, Because…"), "app.break-skip", "s", id);
  g_application_send_notification (application, NOTE, notification);
}

/**
 * yf_break_note_withdraw:
 * @application: the program
 *
 * Takes the notification back, if there is one.
 */
void
yf_break_note_withdraw (GApplication *application)
{
  g_application_withdraw_notification (application, NOTE);
}
