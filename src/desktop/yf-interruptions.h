/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * YF_INTERRUPTIONS_DELAY:
 *
 * How long sleep is put off at most for what yf_interruptions_hold() asked
 * for, in milliseconds: 3 s, Yanfei's own choice; login1 itself waits for 5 s
 * unless it is set otherwise (logind.conf, InhibitDelayMaxSec).
 */
#define YF_INTERRUPTIONS_DELAY 3000

/**
 * YfInterruption:
 * @YF_INTERRUPTION_SLEEP: the computer is about to sleep
 * @YF_INTERRUPTION_LOCK: the person's session was locked
 */
typedef enum
{
  YF_INTERRUPTION_SLEEP,
  YF_INTERRUPTION_LOCK,
} YfInterruption;

#define YF_TYPE_INTERRUPTIONS (yf_interruptions_get_type ())

/**
 * YfInterruptions:
 *
 * Hears from the system that a session cannot go on: the computer sleeps, or
 * the person's session is locked. Only says so; whoever listens pauses.
 *
 * Signals:
 *
 * - `interrupted (YfInterruption)`: pause now. The computer goes to sleep when
 *   every handler has returned, unless one of them calls yf_interruptions_hold().
 * - `resumed (YfInterruption)`: it is over. Nobody has asked to go on, though.
 */
G_DECLARE_FINAL_TYPE (YfInterruptions, yf_interruptions, YF, INTERRUPTIONS, GObject)

YfInterruptions *yf_interruptions_new        (GDBusConnection *session_bus,
                                              GDBusConnection *system_bus);
void             yf_interruptions_set_active (YfInterruptions *self,
                                              gboolean         active);
gboolean         yf_interruptions_get_active (YfInterruptions *self);
gboolean         yf_interruptions_get_delays (YfInterruptions *self);
void             yf_interruptions_hold       (YfInterruptions *self);
void             yf_interruptions_release    (YfInterruptions *self);

G_END_DECLS
