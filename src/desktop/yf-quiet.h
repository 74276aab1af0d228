/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * YF_QUIET_TIMEOUT:
 *
 * How long the desktop has to say whether to be quiet, in milliseconds: 2 s, Yanfei's own
 * choice. What has not come by then speaks against nothing.
 */
#define YF_QUIET_TIMEOUT 2000

#define YF_TYPE_QUIET (yf_quiet_get_type ())

/**
 * YfQuiet:
 *
 * Whether this is a moment not to disturb: something fills the screen, or keeps it on,
 * because it shows a film, slides or a call; or the person has asked their desktop for no
 * notifications; or somebody speaks into a microphone. It asks when it is asked, and
 * starts nobody.
 */
G_DECLARE_FINAL_TYPE (YfQuiet, yf_quiet, YF, QUIET, GObject)

YfQuiet  *yf_quiet_new        (GDBusConnection      *session_bus);
void      yf_quiet_ask_async  (YfQuiet              *self,
                               GCancellable         *cancellable,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data);
gboolean  yf_quiet_ask_finish (YfQuiet              *self,
                               GAsyncResult         *result,
                               GError              **error);

G_END_DECLS
