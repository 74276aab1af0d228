/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-log.h"

G_BEGIN_DECLS

/**
 * YfLogListKind:
 * @YF_LOG_LIST_ENTRIES: entries that count, or did; what an edit names
 * @YF_LOG_LIST_DAYS: facts of a day that nobody edits
 * @YF_LOG_LIST_FOLLOWED: what goes with a session
 * @YF_LOG_LIST_EDITS: what goes with the entries it names
 * @YF_LOG_LIST_STANDING: what is of no day
 *
 * How a list of a log goes with its days.
 */
typedef enum
{
  YF_LOG_LIST_ENTRIES,
  YF_LOG_LIST_DAYS,
  YF_LOG_LIST_FOLLOWED,
  YF_LOG_LIST_EDITS,
  YF_LOG_LIST_STANDING,
} YfLogListKind;

/**
 * YfLogList:
 * @offset: where the list is in a #YfLog
 * @kind: how it goes with the days
 * @get_day: (nullable): the day of one of its elements; %NULL where it has none
 * @counts: (nullable): whether an element makes its day one that the log has
 *   something of; %NULL where none does
 * @copy: copies one
 *
 * One of the lists of a log. The elements of %YF_LOG_LIST_ENTRIES begin with their
 * ids.
 */
typedef struct
{
  gsize           offset;
  YfLogListKind   kind;
  YfDay         (*get_day) (gconstpointer element);
  gboolean      (*counts)  (gconstpointer element);
  GCopyFunc       copy;
} YfLogList;

const YfLogList *yf_log_get_lists (guint           *n_lists);
GPtrArray       *yf_log_get_list  (YfLog           *self,
                                   const YfLogList *list);

G_END_DECLS
