/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-store.h"

G_BEGIN_DECLS

#define YF_TYPE_REHEARSAL_DUE (yf_rehearsal_due_get_type ())

/**
 * YfRehearsalDue:
 *
 * Knows which exercises are to be rehearsed: those of which no repetition is in the
 * log, but not twice on one day.
 */
G_DECLARE_FINAL_TYPE (YfRehearsalDue, yf_rehearsal_due, YF, REHEARSAL_DUE, GObject)

YfRehearsalDue *yf_rehearsal_due_new         (YfStore             *store);
void            yf_rehearsal_due_note        (YfRehearsalDue      *self,
                                              YfExercise          *exercise,
                                              YfDay                day);
void            yf_rehearsal_due_find_async  (YfRehearsalDue      *self,
                                              GPtrArray           *exercises,
                                              YfDay                day,
                                              GCancellable        *cancellable,
                                              GAsyncReadyCallback  callback,
                                              gpointer             user_data);
GPtrArray      *yf_rehearsal_due_find_finish (YfRehearsalDue      *self,
                                              GAsyncResult        *result,
                                              GError             **error);

G_END_DECLS
