/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-edit-dialog.h"

G_BEGIN_DECLS

/**
 * YfMissedDialog:
 *
 * Adds a session to the log that was not counted while it was done.
 */
#define YF_TYPE_MISSED_DIALOG (yf_missed_dialog_get_type ())
G_DECLARE_FINAL_TYPE (YfMissedDialog, yf_missed_dialog, YF, MISSED_DIALOG, YfEditDialog)

GtkWidget *yf_missed_dialog_new (YfPerson  *person,
                                 GtkWindow *parent);

G_END_DECLS
