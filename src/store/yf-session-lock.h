/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YfSessionLockKind:
 * @YF_SESSION_LOCK_SESSION: a session of exercises
 * @YF_SESSION_LOCK_RELIEF: timed relief
 *
 * What a process may be in the middle of.
 */
typedef enum
{
  YF_SESSION_LOCK_SESSION,
  YF_SESSION_LOCK_RELIEF,
} YfSessionLockKind;

/**
 * YfSessionLock:
 *
 * Says that a process is in the middle of a session, or of timed relief. The kernel lets go of it
 * however the process ends, so that a session without a holder was cut.
 */
typedef struct _YfSessionLock YfSessionLock;

YfSessionLock *yf_session_lock_new        (const char        *directory,
                                           YfSessionLockKind  kind);
void           yf_session_lock_free       (YfSessionLock  *self);
gboolean       yf_session_lock_take       (YfSessionLock  *self,
                                           GError        **error);
gboolean       yf_session_lock_wait       (YfSessionLock     *self,
                                           GError           **error);
void           yf_session_lock_release    (YfSessionLock  *self);
gboolean       yf_session_lock_has_holder (YfSessionLock  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfSessionLock, yf_session_lock_free)

G_END_DECLS
