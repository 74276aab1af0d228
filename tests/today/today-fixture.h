/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-today.h"

G_BEGIN_DECLS

/* What the tests of the room share: logs made by hand. Times of day are those of
 * the person, @offset hours east of UTC. */

#define HERE 8  /* the tests run in Shanghai, where clocks never change */

YfDay            day_of         (const char         *text);
gint64           moment_of      (const char         *day,
                                 int                 hour,
                                 int                 offset);
YfLog           *make_log       (void);
YfSessionRecord *add_session    (YfLog              *log,
                                 const char         *id,
                                 const char         *day,
                                 int                 hour,
                                 int                 offset);
YfExerciseRecord *add_exercise  (YfSessionRecord    *session,
                                 const char         *exercise,
                                 const YfDose       *planned,
                                 int                 n_reps,
                                 YfRecordState       state);
void             add_good       (YfLog              *log,
                                 const char         *day,
                                 const char         *exercise,
                                 const YfDose       *dose);
void             add_check_in   (YfLog              *log,
                                 const char         *day,
                                 int                 hour,
                                 int                 back,
                                 int                 leg);
void             add_flare      (YfLog              *log,
                                 const char         *day);
void             add_schedule   (YfLog              *log,
                                 const char         *day,
                                 int                 days_a_week);
void             add_programme  (YfLog              *log,
                                 const char         *id,
                                 const char         *from,
                                 const char         *until,
                                 const char         *content);
void             add_choice     (YfLog              *log,
                                 const char         *programme,
                                 const char         *day,
                                 int                 hour);
YfToday         *look_at        (YfLog              *log,
                                 const YfProfile    *profile,
                                 const char         *day,
                                 int                 hour);
void             write_down     (YfLog              *log,
                                 YfToday            *today,
                                 const char         *day);

G_END_DECLS
