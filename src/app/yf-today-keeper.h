/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-clock.h"
#include "yf-rules.h"
#include "yf-store.h"
#include "yf-today.h"

G_BEGIN_DECLS

/**
 * YfTodayKeeper:
 *
 * Knows what today holds, and works it out anew, in a thread, when it is told that
 * something is different or when it is another day. What follows from it for
 * doses and stages it writes into the log.
 *
 * Signals:
 *
 * - `planned ()`: what today holds was worked out anew
 * - `noted ()`: changes of doses or stages were written into the log
 * - `midnight ()`: it is another day
 * - `failed (const char *, GError *)`: a sentence that says what did not work, and
 *   why
 */
#define YF_TYPE_TODAY_KEEPER (yf_today_keeper_get_type ())
G_DECLARE_FINAL_TYPE (YfTodayKeeper, yf_today_keeper, YF, TODAY_KEEPER, GObject)

YfTodayKeeper *yf_today_keeper_new        (YfStore             *store,
                                           YfCatalogue         *catalogue,
                                           YfRules             *rules,
                                           YfClock             *clock);
void           yf_today_keeper_set_catalogue (YfTodayKeeper    *self,
                                           YfCatalogue         *catalogue);
YfToday       *yf_today_keeper_get        (YfTodayKeeper       *self);
void           yf_today_keeper_refresh    (YfTodayKeeper       *self,
                                           const YfProfile     *profile);
void           yf_today_keeper_ask_async  (YfTodayKeeper       *self,
                                           const YfProfile     *profile,
                                           const YfCheckIn     *check_in,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);
YfToday       *yf_today_keeper_ask_finish (YfTodayKeeper       *self,
                                           GAsyncResult        *result,
                                           GError             **error);

G_END_DECLS
