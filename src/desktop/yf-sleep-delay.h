/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * YfSleepDelay:
 *
 * Has the computer wait a moment before it sleeps, so that something can be done first.
 */
typedef struct _YfSleepDelay YfSleepDelay;

YfSleepDelay *yf_sleep_delay_new      (GDBusConnection *system_bus);
void          yf_sleep_delay_free     (YfSleepDelay    *self);
void          yf_sleep_delay_take     (YfSleepDelay    *self,
                                       const char      *who,
                                       const char      *why);
void          yf_sleep_delay_drop     (YfSleepDelay    *self);
gboolean      yf_sleep_delay_is_taken (YfSleepDelay    *self);
void          yf_sleep_delay_hold     (YfSleepDelay    *self,
                                       guint            milliseconds);
void          yf_sleep_delay_release  (YfSleepDelay    *self);
gboolean      yf_sleep_delay_is_held  (YfSleepDelay    *self);

G_END_DECLS
