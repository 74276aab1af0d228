/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-exercise.h"
#include "yf-judgement.h"

G_BEGIN_DECLS

/**
 * YfVerdictPage:
 *
 * Signals:
 *
 * - `understood ()`: the person has read it and wants to go on: to start, or to do
 *   the others without this one
 */
#define YF_TYPE_VERDICT_PAGE (yf_verdict_page_get_type ())
G_DECLARE_FINAL_TYPE (YfVerdictPage, yf_verdict_page, YF, VERDICT_PAGE, AdwBin)

GtkWidget *yf_verdict_page_new (YfExercise  *exercise,
                                YfJudgement *judgement);
void       yf_verdict_page_offer_others (YfVerdictPage *self);

G_END_DECLS
