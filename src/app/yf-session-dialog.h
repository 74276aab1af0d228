/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-edit-dialog.h"

G_BEGIN_DECLS

/**
 * YfSessionDialog:
 *
 * Corrects a session of the log.
 */
#define YF_TYPE_SESSION_DIALOG (yf_session_dialog_get_type ())
G_DECLARE_FINAL_TYPE (YfSessionDialog, yf_session_dialog, YF, SESSION_DIALOG, YfEditDialog)

GtkWidget *yf_session_dialog_new (YfPerson        *person,
                                  GtkWindow       *parent,
                                  YfSessionRecord *session);

G_END_DECLS
