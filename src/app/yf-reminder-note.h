/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "yf-reminder-record.h"

G_BEGIN_DECLS

GNotification *yf_reminder_note_new (const YfReminderRecord *reminder,
                                     gint64                  length);

G_END_DECLS
