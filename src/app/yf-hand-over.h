/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "yf-report-pages.h"

G_BEGIN_DECLS

/* Giving the log to somebody: what takes its time is done on another thread. */

void               yf_hand_over_prepare_async  (YfStore              *store,
                                                YfCatalogue          *catalogue,
                                                YfRules              *rules,
                                                YfDay                 from,
                                                YfDay                 to,
                                                gboolean              anonymous,
                                                gint64                made,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
YfReport          *yf_hand_over_prepare_finish (YfStore              *store,
                                                GAsyncResult         *result,
                                                GError              **error);
void               yf_hand_over_write_async    (YfReport             *report,
                                                guint                 formats,
                                                const char           *folder,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
GStrv              yf_hand_over_write_finish   (GAsyncResult         *result,
                                                GError              **error);
GtkPrintOperation *yf_hand_over_new_print      (YfReport             *report);

G_END_DECLS
