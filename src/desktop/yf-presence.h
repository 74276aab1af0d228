/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * YF_PRESENCE_TIMEOUT:
 *
 * How long the desktop has to say who is there, in milliseconds: 2 s, Yanfei's own
 * choice. What has not come by then is not known.
 */
#define YF_PRESENCE_TIMEOUT 2000

/**
 * YfPresenceAnswer:
 * @known: whether the desktop says how long nobody has touched anything
 * @idle: for how long, in microseconds; negative where it is not known
 * @locked: whether the screen is locked, or hidden by a screen saver
 */
typedef struct
{
  gboolean known;
  gint64   idle;
  gboolean locked;
} YfPresenceAnswer;

#define YF_TYPE_PRESENCE (yf_presence_get_type ())

/**
 * YfPresence:
 *
 * Whether somebody is at the computer, from whoever says so: the idle monitor of GNOME or
 * Cinnamon, the screen saver of KDE, and login1; and whether the screen is locked. It asks
 * when it is asked, and starts nobody.
 */
G_DECLARE_FINAL_TYPE (YfPresence, yf_presence, YF, PRESENCE, GObject)

YfPresence *yf_presence_new        (GDBusConnection      *session_bus,
                                    GDBusConnection      *system_bus);
void        yf_presence_ask_async  (YfPresence           *self,
                                    gint64                now,
                                    GCancellable         *cancellable,
                                    GAsyncReadyCallback   callback,
                                    gpointer              user_data);
gboolean    yf_presence_ask_finish (YfPresence           *self,
                                    GAsyncResult         *result,
                                    YfPresenceAnswer     *answer,
                                    GError              **error);

G_END_DECLS
