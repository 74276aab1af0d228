/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-edit-dialog.h"

G_BEGIN_DECLS

/**
 * YfFactDialog:
 *
 * Corrects what the log has beside sessions: a compress, an activity, or a
 * check-in that led to no session.
 */
#define YF_TYPE_FACT_DIALOG (yf_fact_dialog_get_type ())
G_DECLARE_FINAL_TYPE (YfFactDialog, yf_fact_dialog, YF, FACT_DIALOG, YfEditDialog)

GtkWidget *yf_fact_dialog_new (YfPerson      *person,
                               GtkWindow     *parent,
                               YfEntryKind    kind,
                               gconstpointer  entry);

G_END_DECLS
