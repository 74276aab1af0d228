/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-person.h"

G_BEGIN_DECLS

#define YF_TYPE_SCORE_DIALOG (yf_score_dialog_get_type ())
G_DECLARE_FINAL_TYPE (YfScoreDialog, yf_score_dialog, YF, SCORE_DIALOG, AdwWindow)

GtkWidget *yf_score_dialog_new (YfPerson *person);

G_END_DECLS
