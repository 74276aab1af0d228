/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-exercise.h"

G_BEGIN_DECLS

/* Repetitions that are alike. Most exercises have one part, with as many
 * repetitions as the dose says. */
typedef struct
{
  guint first_phase;
  guint n_phases;
  int   reps;          /* 0: as the dose says */
} YfPart;

/* Only the parser fills an exercise in; everybody else sees it immutable. */
struct _YfExercise
{
  gatomicrefcount  ref_count;
  char            *id;
  char            *name;       /* msgids */
  char            *summary;
  YfGroup          group;
  YfPosture        posture;
  gboolean         two_sided;
  GArray          *phases;     /* YfPhase, of all parts */
  GArray          *parts;      /* YfPart */
  YfDose           first_dose;
  YfSource        *dose_source;
  YfDose           ceiling;
  YfSource        *ceiling_source;
  gint64           get_ready;
  YfSource        *get_ready_source;
  gint64           set_rest;
  YfSource        *set_rest_source;
  GPtrArray       *steps;      /* YfNote */
  GPtrArray       *cautions;   /* YfNote */
  GPtrArray       *suits;      /* YfNote */
  int              times_a_day;
  gboolean         own;
};

YfExercise *yf_exercise_new (void);
YfNote     *yf_note_new     (const char *msgid,
                             YfSource   *source);

gboolean    yf_posture_from_id (const char *id,
                                YfPosture  *posture);

G_END_DECLS
