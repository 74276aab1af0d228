/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-programme.h"

G_BEGIN_DECLS

/**
 * YfProgrammeFinding:
 * @exercise: an exercise that a programme asks for
 * @cleared: whether the programme's own clearances allow what the table asks a
 *   clinician for
 * @judgement: what the table says: with those clearances where they allow it
 *
 * Something that a programme asks for and that the safety table would not have.
 */
typedef struct
{
  YfExercise  *exercise;
  gboolean     cleared;
  YfJudgement *judgement;
} YfProgrammeFinding;

GPtrArray *yf_programme_find_contradictions (YfProgramme     *self,
                                             YfRules         *rules,
                                             const YfProfile *profile,
                                             YfDay            today);
gboolean   yf_programme_is_contradicted     (GPtrArray       *findings);

G_END_DECLS
