/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "yf-person.h"
#include "yf-preferences.h"

G_BEGIN_DECLS

/**
 * YfReminderKeeper:
 *
 * Reminds a person of the session of the day, and asks how the morning after
 * one was, for as long as the program runs, whether its window is open or not.
 * What it shows, and what is answered, it writes into the log. When to show
 * what is said by yf_reminders_advise().
 *
 * It adds three actions to the application, for the buttons of what it shows:
 * `reminder-start (s)` and `reminder-not-today (s)` with the id of a reminder, and
 * `reminder-answer (ss)` with that id and the id of a #YfMorning.
 *
 * Signals:
 *
 * - `start ()`: the person wants to begin the session of the day
 * - `not-today (const char *)`: they said "not today" to the reminder of that id,
 *   which is written down; they may be asked why
 */
#define YF_TYPE_REMINDER_KEEPER (yf_reminder_keeper_get_type ())
G_DECLARE_FINAL_TYPE (YfReminderKeeper, yf_reminder_keeper, YF, REMINDER_KEEPER, GObject)

YfReminderKeeper *yf_reminder_keeper_new    (GApplication     *application,
                                             YfPerson         *person,
                                             YfPreferences    *preferences);
void              yf_reminder_keeper_give_reason
                                            (YfReminderKeeper *self,
                                             const char       *reminder,
                                             YfSkipReason      reason);
void              yf_reminder_keeper_stop   (YfReminderKeeper *self);

G_END_DECLS
