/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-fake-clock.h"
#include "yf-journal.h"

G_BEGIN_DECLS

/* Plays a session on the fake clock, to the end or until it hurts in the second exercise, and
 * has the journal write it down. Returns (transfer full) its id in the log. */
char *play_session (YfStore         *store,
                    YfFakeClock     *clock,
                    YfRoutine       *routine,
                    const YfCheckIn *check_in,
                    gboolean         hurts);

G_END_DECLS
