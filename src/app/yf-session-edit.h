/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-catalogue.h"
#include "yf-record.h"

G_BEGIN_DECLS

/**
 * YfDoneSet:
 * @item: which exercise of the session, from 0
 * @side: the side at work
 * @set: from 1
 * @planned: how many repetitions were planned
 * @done: how many were done
 * @hold: how long the shortest was held, in microseconds; 0 if none was
 * @most: how long the longest was held, likewise
 *
 * What was done of one set. A plain value.
 */
typedef struct
{
  guint  item;
  YfSide side;
  int    set;
  int    planned;
  int    done;
  gint64 hold;
  gint64 most;
} YfDoneSet;

YfSessionRecord *yf_session_edit_begin    (YfSessionRecord *original);
void             yf_session_edit_move     (YfSessionRecord *self,
                                           gint64           started,
                                           gint32           utc_offset);
GArray          *yf_session_edit_dup_sets (YfSessionRecord *self,
                                           YfCatalogue     *catalogue);
void             yf_session_edit_set_done (YfSessionRecord *self,
                                           const YfDoneSet *done,
                                           gboolean         hold_too);
void             yf_session_edit_set_pain (YfSessionRecord *self,
                                           int              pain_back,
                                           int              pain_leg);
YfSessionRecord *yf_session_edit_enter    (GPtrArray       *exercises,
                                           GArray          *doses,
                                           gint64           started,
                                           gint32           utc_offset,
                                           gint64           length);

G_END_DECLS
