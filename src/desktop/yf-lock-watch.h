/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* It may free what calls it. */
typedef void (*YfLockFunc) (gboolean locked,
                            gpointer user_data);

/**
 * YfLockWatch:
 *
 * Hears that the person's session is locked, from whoever says so: login1, or the lock
 * screen itself.
 */
typedef struct _YfLockWatch YfLockWatch;

YfLockWatch *yf_lock_watch_new          (GDBusConnection *session_bus,
                                         GDBusConnection *system_bus,
                                         YfLockFunc       func,
                                         gpointer         user_data);
void         yf_lock_watch_free         (YfLockWatch     *self);
void         yf_lock_watch_find_session (YfLockWatch     *self);

G_END_DECLS
