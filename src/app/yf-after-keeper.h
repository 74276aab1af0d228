/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-person.h"
#include "yf-run.h"

G_BEGIN_DECLS

/**
 * YfAfterKeeper:
 *
 * Writes down how a person is after a session, in the order of their answers,
 * and not before the session itself is written. The program does not end
 * while it has something to write.
 *
 * Signals:
 *
 * - `changed ()`: it is writing, has written, or could not
 */
#define YF_TYPE_AFTER_KEEPER (yf_after_keeper_get_type ())
G_DECLARE_FINAL_TYPE (YfAfterKeeper, yf_after_keeper, YF, AFTER_KEEPER, GObject)

YfAfterKeeper *yf_after_keeper_new       (YfRun         *run,
                                          YfPerson      *person,
                                          GApplication  *application);
void           yf_after_keeper_keep      (YfAfterKeeper *self,
                                          const YfAfter *after);
void           yf_after_keeper_try_again (YfAfterKeeper *self);
gboolean       yf_after_keeper_is_busy   (YfAfterKeeper *self);
gboolean       yf_after_keeper_has_kept  (YfAfterKeeper *self);
const GError  *yf_after_keeper_get_error (YfAfterKeeper *self);

G_END_DECLS
