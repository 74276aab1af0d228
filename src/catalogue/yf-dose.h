/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * YF_SECOND:
 *
 * One second in the unit of every length in Yanfei: the microsecond. Wide, so
 * that an hour of them does not overflow.
 */
#define YF_SECOND ((gint64) G_USEC_PER_SEC)

/**
 * YfDose:
 * @sets: number of sets, 1 or more (on each side, where an exercise has sides)
 * @reps: repetitions in a set, 1 or more
 * @hold: length of the hold in one repetition in microseconds, 0 where the
 *   exercise has none
 *
 * How much of an exercise is done in one session. A plain value.
 */
typedef struct
{
  int    sets;
  int    reps;
  gint64 hold;
} YfDose;

gboolean yf_dose_equal     (const YfDose *a,
                            const YfDose *b);
gboolean yf_dose_within    (const YfDose *self,
                            const YfDose *ceiling);
char    *yf_dose_to_string (const YfDose *self);

G_END_DECLS
