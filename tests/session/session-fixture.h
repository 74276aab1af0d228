/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-catalogue.h"
#include "yf-fake-clock.h"
#include "yf-player.h"

/* Sessions on the fake clock, and what was heard of them. */

#define FIXTURE_REAL (G_GINT64_CONSTANT (1795172400) * G_USEC_PER_SEC)   /* 2026-11-20T19:00+08:00 */

typedef struct
{
  YfFakeClock *clock;
  YfTimeline  *timeline;
  YfPlayer    *player;
  GString     *events;     /* one line an event */
  GArray      *reps;       /* YfRepetition */
  guint        n_ended;
} Fixture;

YfCatalogue *fixture_get_catalogue (void);
YfExercise  *fixture_new_exercise  (const char      *id,
                                    const char      *posture,
                                    gboolean         two_sided);
YfRoutine   *fixture_new_routine   (const char      *exercise,
                                    int              sets,
                                    int              reps,
                                    gint64           hold);
Fixture     *fixture_new           (YfRoutine       *routine,
                                    YfCounting       counting);
void         fixture_free          (Fixture         *self);
void         fixture_run_to_end    (Fixture         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)
