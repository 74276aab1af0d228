/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-progression.h"

G_BEGIN_DECLS

/* What one session did to one exercise. */
typedef struct
{
  const YfHistorySession *session;
  guint                   index;    /* of the session */
  YfDose                  done;
  int                     reps;
  YfDoneState             state;
  int                     stops;
  gboolean                lowered;  /* the dose was lowered because of it */
} YfDoneItem;

/* Where one exercise stands while the days go by. */
typedef struct
{
  YfExercise             *exercise;
  YfDose                  dose;
  YfDay                   first_done;   /* YF_DAY_NONE: not yet */
  YfDay                   last_done;
  const YfHistorySession *last_session;
  guint                   n_breaks;     /* how many steps of a break are over since */
  guint                   n_days;       /* on which it was completed without a stop */
  YfDay                   last_counted;
  const YfDoneItem       *good[YF_PROGRESSION_SESSIONS];
  int                     n_good;
  YfDay                   row_day;      /* no session before counts for the next step */
  const YfDoneItem       *stops[YF_PROGRESSION_STOPS];
  int                     n_stops;
  gboolean                suspended;
} YfDoseTrack;

/* What happens on one day, in this order. */
typedef enum
{
  YF_PAST_LIMIT,
  YF_PAST_EPISODE,
  YF_PAST_REVIEW,
  YF_PAST_WORSE,
  YF_PAST_GOOD,
  YF_PAST_FLARE,
  YF_PAST_SESSION,
} YfPastKind;

typedef struct
{
  YfDay        day;
  YfPastKind   kind;
  gboolean     late;       /* after all else of the day */
  guint        order;
  YfDoseTrack *track;      /* NULL: all */
  YfDoneItem  *item;
  const char  *entry;
  YfDay        entry_day;
} YfPast;

struct _YfProgression
{
  gatomicrefcount  ref_count;
  YfCatalogue     *catalogue;
  YfLimits        *limits;
  YfHistory       *history;
  YfDay            today;
  GPtrArray       *tracks;
  GPtrArray       *items;
  GPtrArray       *changes;
};

void yf_progression_happen (YfProgression   *self,
                            YfDoseTrack     *track,
                            const YfPast    *event,
                            const YfProfile *profile);
void yf_progression_pass   (YfProgression   *self,
                            YfDoseTrack     *track,
                            YfDay            day);

G_END_DECLS
