/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define YF_TYPE_AUTOSTART (yf_autostart_get_type ())

/**
 * YfAutostart:
 *
 * Has the desktop start the program when the person logs in, without a window.
 *
 * A portal does it where it knows which program is asking: for one in a sandbox,
 * and for one that the desktop itself started, whose name is that of its
 * control group. Started from a terminal, the portal would take it for the
 * terminal, and write over what somebody else has there. There, and where no
 * portal does it, there is an entry in the autostart folder, as there has always
 * been.
 */
G_DECLARE_FINAL_TYPE (YfAutostart, yf_autostart, YF, AUTOSTART, GObject)

YfAutostart *yf_autostart_new        (GDBusConnection      *bus,
                                      const char           *folder,
                                      const char * const   *command,
                                      gboolean              known);
gboolean     yf_autostart_is_sandboxed (void);
gboolean     yf_autostart_is_known   (const char           *application_id);
void         yf_autostart_set_async  (YfAutostart          *self,
                                      gboolean              enabled,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
gboolean     yf_autostart_set_finish (YfAutostart          *self,
                                      GAsyncResult         *result,
                                      GError              **error);

G_END_DECLS
