/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * YF_CALLS_TIMEOUT:
 *
 * How long the sound server has to answer, in milliseconds: 2 s, Yanfei's own choice.
 */
#define YF_CALLS_TIMEOUT 2000

void     yf_calls_ask_async  (GCancellable         *cancellable,
                              GAsyncReadyCallback   callback,
                              gpointer              user_data);
gboolean yf_calls_ask_finish (GAsyncResult         *result,
                              GError              **error);

G_END_DECLS
