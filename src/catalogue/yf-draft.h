/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-exercise.h"

G_BEGIN_DECLS

#define YF_DRAFT_ERROR (yf_draft_error_quark ())

/**
 * YfDraftError:
 * @YF_DRAFT_ERROR_NAME: there is no name, or it will not do
 * @YF_DRAFT_ERROR_RAISE: the way up will not do, or nothing moves at all
 * @YF_DRAFT_ERROR_HOLD: the hold will not do
 * @YF_DRAFT_ERROR_LOWER: the way down will not do
 * @YF_DRAFT_ERROR_REST: the rest will not do
 * @YF_DRAFT_ERROR_SETS: there are none, or too many
 * @YF_DRAFT_ERROR_REPS: there are none, or too many
 * @YF_DRAFT_ERROR_INVALID: the whole is no exercise of a person's own
 *
 * What is wrong with a draft: one code a field.
 */
typedef enum
{
  YF_DRAFT_ERROR_NAME,
  YF_DRAFT_ERROR_RAISE,
  YF_DRAFT_ERROR_HOLD,
  YF_DRAFT_ERROR_LOWER,
  YF_DRAFT_ERROR_REST,
  YF_DRAFT_ERROR_SETS,
  YF_DRAFT_ERROR_REPS,
  YF_DRAFT_ERROR_INVALID,
} YfDraftError;

GQuark yf_draft_error_quark (void);

/* More than any exercise of the documents asks for is not taken from anybody
 * (clinical.md section 1: 3 sets of 15, and 30 s of plank). */
#define YF_DRAFT_MAX_SETS  3
#define YF_DRAFT_MAX_REPS  15
#define YF_DRAFT_MAX_HOLD  30
#define YF_DRAFT_MAX_PHASE 60
#define YF_DRAFT_MAX_NAME  60

/**
 * YfDraft:
 * @name: what it is called, UTF-8
 * @posture: how it begins
 * @two_sided: whether the full dose is done on each side
 * @raise: the way up in seconds, 0 to %YF_DRAFT_MAX_PHASE; 0 for none
 * @hold: the hold in seconds, 0 to %YF_DRAFT_MAX_HOLD; 0 for none
 * @lower: the way down, as @raise
 * @rest: the rest after it, as @raise
 * @sets: 1 to %YF_DRAFT_MAX_SETS
 * @reps: 1 to %YF_DRAFT_MAX_REPS
 *
 * An exercise of a person's own, as it is being written.
 */
typedef struct
{
  char      *name;
  YfPosture  posture;
  gboolean   two_sided;
  int        raise;
  int        hold;
  int        lower;
  int        rest;
  int        sets;
  int        reps;
} YfDraft;

YfDraft    *yf_draft_new               (void);
YfDraft    *yf_draft_new_from_exercise (YfExercise     *exercise);
void        yf_draft_free              (YfDraft        *self);
YfGroup     yf_draft_get_group         (YfPosture       posture);
char       *yf_draft_to_xml            (const YfDraft  *self,
                                        const char     *id,
                                        GError        **error);
YfExercise *yf_draft_to_exercise       (const YfDraft  *self,
                                        const char     *id,
                                        GError        **error);
YfExercise *yf_draft_read_xml          (const char     *xml,
                                        const char     *id,
                                        GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfDraft, yf_draft_free)

G_END_DECLS
