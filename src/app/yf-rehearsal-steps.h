/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-timeline.h"

G_BEGIN_DECLS

/**
 * YfRehearsalStretch:
 * @first: the first of the segments that show a step
 * @n_segments: how many there are
 * @repeats: whether they are shown over and over; what does not repeat ends in the
 *   pose that the step speaks of, and stays there
 *
 * Where in a timeline a step of an exercise is.
 */
typedef struct
{
  guint    first;
  guint    n_segments;
  gboolean repeats;
} YfRehearsalStretch;

YfTimeline *yf_rehearsal_create_timeline (YfExercise         *exercise);
void        yf_rehearsal_find            (YfTimeline         *timeline,
                                          guint               step,
                                          YfRehearsalStretch *stretch);

G_END_DECLS
