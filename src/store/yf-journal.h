/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-player.h"
#include "yf-store.h"

G_BEGIN_DECLS

#define YF_TYPE_JOURNAL (yf_journal_get_type ())

/**
 * YfJournal:
 *
 * Listens to a player and writes what was done into the store, one durable
 * commit a fact, in order. A fact that could not be written is kept and tried
 * again with the next one, so a disk that was full for a minute costs nothing.
 *
 * Signals:
 *
 * - `stored (const YfRepetition *)`: that repetition is durable
 * - `trouble (const GError *)`: a fact could not be written; once for each
 *   run of failures
 * - `settled ()`: the session has ended and everything about it is durable, or
 *   was given up: see yf_journal_get_n_lost(). Comes once more after a
 *   yf_journal_answer_stop() that came later than the first.
 */
G_DECLARE_FINAL_TYPE (YfJournal, yf_journal, YF, JOURNAL, GObject)

YfJournal  *yf_journal_new            (YfStore         *store,
                                       YfPlayer        *player,
                                       const YfCheckIn *check_in);
void        yf_journal_begin_async    (YfJournal           *self,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
gboolean    yf_journal_begin_finish   (YfJournal           *self,
                                       GAsyncResult        *result,
                                       GError             **error);
const char *yf_journal_get_session    (YfJournal       *self);
gboolean    yf_journal_get_settled    (YfJournal       *self);
guint       yf_journal_get_n_lost     (YfJournal       *self);
void        yf_journal_answer_stop    (YfJournal       *self,
                                       int              pain,
                                       const char      *site);

G_END_DECLS
