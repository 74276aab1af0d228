/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-person.h"
#include "yf-player.h"

G_BEGIN_DECLS

/**
 * YfAdjustDialog:
 *
 * Changes what is ahead in a session. The session is paused while it is open, and goes
 * on when it closes, if it was not paused before.
 *
 * Signals:
 *
 * - `refused (const char *)`: what was asked for cannot be, in a sentence
 */
#define YF_TYPE_ADJUST_DIALOG (yf_adjust_dialog_get_type ())
G_DECLARE_FINAL_TYPE (YfAdjustDialog, yf_adjust_dialog, YF, ADJUST_DIALOG, AdwWindow)

GtkWidget *yf_adjust_dialog_new (GtkWindow *parent,
                                 YfPerson  *person,
                                 YfPlayer  *player);

G_END_DECLS
