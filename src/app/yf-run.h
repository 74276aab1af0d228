/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-journal.h"
#include "yf-player.h"
#include "yf-preferences.h"

G_BEGIN_DECLS

/**
 * YfRun:
 *
 * Signals:
 *
 * - `notice (const char *)`: a sentence for the person, once
 * - `trouble (const char *)`: something could not be written
 * - `settled ()`: the session is over and all about it is written or given up
 * - `over ()`: it is settled and its last cue has sounded; the program may end
 */
#define YF_TYPE_RUN (yf_run_get_type ())
G_DECLARE_FINAL_TYPE (YfRun, yf_run, YF, RUN, GObject)

YfRun           *yf_run_new          (YfStore             *store,
                                      YfClock             *clock,
                                      YfTimeline          *timeline,
                                      const YfCheckIn     *check_in,
                                      YfPreferences       *preferences);
YfRun           *yf_run_new_resumed  (YfStore             *store,
                                      YfClock             *clock,
                                      YfTimeline          *timeline,
                                      YfSessionRecord     *record,
                                      const YfCheckIn     *check_in,
                                      YfPreferences       *preferences);
void             yf_run_begin_async  (YfRun               *self,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data);
gboolean         yf_run_begin_finish (YfRun               *self,
                                      GAsyncResult        *result,
                                      GError             **error);
YfPlayer        *yf_run_get_player   (YfRun               *self);
YfRoutine       *yf_run_get_routine  (YfRun               *self);
const YfRoutineItem *yf_run_get_item (YfRun               *self);
int              yf_run_count_reps   (YfRun               *self,
                                      guint                item,
                                      YfSide               side,
                                      int                  set);
const char      *yf_run_get_session  (YfRun               *self);
const char      *yf_run_get_notice   (YfRun               *self);
gboolean         yf_run_is_live      (YfRun               *self);
gboolean         yf_run_get_settled  (YfRun               *self);
guint            yf_run_get_n_lost   (YfRun               *self);
void             yf_run_set_muted    (YfRun               *self,
                                      gboolean             muted);
void             yf_run_set_volume   (YfRun               *self,
                                      double               volume);
void             yf_run_answer_stop  (YfRun               *self,
                                      int                  pain,
                                      const char          *site);

G_END_DECLS
