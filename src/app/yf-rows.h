/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-exercise.h"
#include "yf-judgement.h"

G_BEGIN_DECLS

GtkWidget *yf_rows_new_plain    (const char       *title,
                                 const char       *subtitle);
GtkWidget *yf_rows_new_note     (const YfNote     *note,
                                 int               number);
GtkWidget *yf_rows_new_reason   (YfReason         *reason);
GtkWidget *yf_rows_new_check    (const char       *title,
                                 const char       *subtitle,
                                 GtkCheckButton  **check);
GtkWidget *yf_rows_new_switch   (const char       *title,
                                 const char       *subtitle,
                                 GtkSwitch       **toggle);
void       yf_rows_add_reasons  (AdwPreferencesGroup *group,
                                 YfJudgement         *judgement);
void       yf_rows_clear        (AdwPreferencesGroup *group,
                                 GPtrArray           *rows);
void       yf_rows_add          (AdwPreferencesGroup *group,
                                 GPtrArray           *rows,
                                 GtkWidget           *row);

G_END_DECLS
