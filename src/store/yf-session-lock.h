/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YfSessionLock:
 *
 * Says that a process is in the middle of a session. The kernel lets go of it
 * however the process ends, so that a session without a holder was cut.
 */
typedef struct _YfSessionLock YfSessionLock;

YfSessionLock *yf_session_lock_new        (const char     *directory);
void           yf_session_lock_free       (YfSessionLock  *self);
gboolean       yf_session_lock_take       (YfSessionLock  *self,
                                           GError        **error);
void           yf_session_lock_release    (YfSessionLock  *self);
gboolean       yf_session_lock_has_holder (YfSessionLock  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfSessionLock, yf_session_lock_free)

G_END_DECLS
