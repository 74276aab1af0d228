/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-exercise.h"

G_BEGIN_DECLS

#define YF_TYPE_REPETITION (yf_repetition_get_type ())

/**
 * YfCounting:
 * @YF_COUNTING_PACE: the timeline sets the pace, a repetition counts when its
 *   last phase ends
 * @YF_COUNTING_TAP: the last phase of a repetition waits until the person
 *   says that it is done
 */
typedef enum
{
  YF_COUNTING_PACE,
  YF_COUNTING_TAP,
} YfCounting;

/**
 * YfRepetition:
 * @item: which item of the routine, from 0
 * @side: the side at work
 * @set: from 1
 * @rep: from 1 in its set
 * @started: when its first phase began, in microseconds since the Unix epoch
 * @ended: when it was counted, likewise
 * @hold: how long it was held, in microseconds, pauses not counted
 * @counted_by: who counted it
 *
 * One repetition that was done.
 */
typedef struct
{
  guint      item;
  YfSide     side;
  int        set;
  int        rep;
  gint64     started;
  gint64     ended;
  gint64     hold;
  YfCounting counted_by;
} YfRepetition;

GType         yf_repetition_get_type (void) G_GNUC_CONST;
YfRepetition *yf_repetition_copy     (const YfRepetition *self);
void          yf_repetition_free     (YfRepetition       *self);

const char   *yf_counting_get_id     (YfCounting          counting);
gboolean      yf_counting_from_id    (const char         *id,
                                      YfCounting         *counting);

G_END_DECLS
