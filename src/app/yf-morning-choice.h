/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-record.h"

G_BEGIN_DECLS

/**
 * YfMorningChoice:
 *
 * Asks how it was on the morning after a session: a button for each answer.
 * None is chosen until the person chooses one.
 *
 * Signals:
 *
 * - `chosen ()`: the person has given another answer
 */
#define YF_TYPE_MORNING_CHOICE (yf_morning_choice_get_type ())
G_DECLARE_FINAL_TYPE (YfMorningChoice, yf_morning_choice, YF, MORNING_CHOICE, AdwBin)

GtkWidget *yf_morning_choice_new          (const char      *question);
YfMorning  yf_morning_choice_get_morning  (YfMorningChoice *self);
void       yf_morning_choice_set_morning  (YfMorningChoice *self,
                                           YfMorning        morning);
void       yf_morning_choice_set_question (YfMorningChoice *self,
                                           const char      *question);
void       yf_morning_choice_set_optional (YfMorningChoice *self,
                                           gboolean         optional);

G_END_DECLS
