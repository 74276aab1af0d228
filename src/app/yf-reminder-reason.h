/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-reminder-record.h"

G_BEGIN_DECLS

/**
 * YfReminderReason:
 *
 * Asks somebody who said "not today" why. It can be closed unanswered.
 *
 * Signals:
 *
 * - `chosen (int)`: why, as #YfSkipReason; the window closes by itself
 */
#define YF_TYPE_REMINDER_REASON (yf_reminder_reason_get_type ())
G_DECLARE_FINAL_TYPE (YfReminderReason, yf_reminder_reason, YF, REMINDER_REASON, AdwWindow)

GtkWidget *yf_reminder_reason_new (GtkApplication *application,
                                   GtkWindow      *parent);

G_END_DECLS
