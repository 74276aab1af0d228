/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "yf-person.h"
#include "yf-preferences.h"

G_BEGIN_DECLS

/**
 * YfBreakKeeper:
 *
 * Has a person get up from sitting, for as long as the program runs, whether
 * its window is open or not: it offers a break when one is due, shows it, and
 * keeps what the person says of it. Where breaks are turned off it does
 * nothing, and asks nobody.
 *
 * Signals:
 *
 * - `changed ()`: the next break is expected at another moment
 */
#define YF_TYPE_BREAK_KEEPER (yf_break_keeper_get_type ())
G_DECLARE_FINAL_TYPE (YfBreakKeeper, yf_break_keeper, YF, BREAK_KEEPER, GObject)

YfBreakKeeper *yf_break_keeper_new            (GApplication  *application,
                                               YfPerson      *person,
                                               YfPreferences *preferences);
gint64         yf_break_keeper_get_next       (YfBreakKeeper *self);
void           yf_break_keeper_set_in_session (YfBreakKeeper *self,
                                               gboolean       in_session);
void           yf_break_keeper_begin          (YfBreakKeeper *self);

G_END_DECLS
