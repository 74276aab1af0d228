/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-cli.h"

G_BEGIN_DECLS

/**
 * YfContradiction:
 * @exercise: an exercise that a programme asks for
 * @cleared: whether the programme's own clearances allow what the table asks a
 *   clinician for
 * @judgement: what the table says: with those clearances where they allow it
 */
typedef struct
{
  YfExercise  *exercise;
  gboolean     cleared;
  YfJudgement *judgement;
} YfContradiction;

/* @contradictions (element-type YfContradiction) is NULL where nobody has looked. */
void yf_cli_programme_print      (YfCli       *self,
                                  YfProgramme *programme,
                                  GPtrArray   *contradictions);
void yf_cli_programme_print_json (YfProgramme *programme,
                                  GPtrArray   *contradictions);

G_END_DECLS
