/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "yf-player.h"

G_BEGIN_DECLS

/**
 * YF_STAY_AWAKE_PAUSE:
 *
 * For how long a session that stands, because it is paused or waits for a
 * repetition to be counted, keeps the computer awake, in microseconds: ten
 * minutes, Yanfei's own choice: longer than somebody is at the door, shorter
 * than an empty battery. Going on keeps it awake again.
 */
#define YF_STAY_AWAKE_PAUSE (10 * 60 * YF_SECOND)

/**
 * YF_STAY_AWAKE_TIMEOUT:
 *
 * How long each service has to answer before the next is asked, in
 * milliseconds: 5 s, Yanfei's own choice. Nobody waits for it.
 */
#define YF_STAY_AWAKE_TIMEOUT 5000

/**
 * YfAwake:
 * @YF_AWAKE_NOTHING: nothing is asked for, or nobody does it
 * @YF_AWAKE_PORTAL: the portal keeps it from idling and from suspending
 * @YF_AWAKE_SESSION_MANAGER: GNOME's session manager does both
 * @YF_AWAKE_SCREEN_SAVER: the screen saver is kept off
 * @YF_AWAKE_LOGIN: login1 keeps it from suspending and from idling
 *
 * Who keeps the computer awake. The last two may come together.
 */
typedef enum
{
  YF_AWAKE_NOTHING         = 0,
  YF_AWAKE_PORTAL          = 1 << 0,
  YF_AWAKE_SESSION_MANAGER = 1 << 1,
  YF_AWAKE_SCREEN_SAVER    = 1 << 2,
  YF_AWAKE_LOGIN           = 1 << 3,
} YfAwake;

#define YF_TYPE_STAY_AWAKE (yf_stay_awake_get_type ())

/**
 * YfStayAwake:
 *
 * Keeps the computer from idling and from suspending while a session runs. It
 * lets go when the session ends or has stood for %YF_STAY_AWAKE_PAUSE; if the
 * program dies, the services let go themselves, for they see its connection
 * or its file descriptor close.
 *
 * Properties: `reached`, a #YfAwake as an unsigned integer, notified.
 */
G_DECLARE_FINAL_TYPE (YfStayAwake, yf_stay_awake, YF, STAY_AWAKE, GObject)

YfStayAwake *yf_stay_awake_new          (GDBusConnection *session_bus,
                                         GDBusConnection *system_bus);
void         yf_stay_awake_set_player   (YfStayAwake     *self,
                                         YfPlayer        *player);
void         yf_stay_awake_let_go       (YfStayAwake     *self);
YfAwake      yf_stay_awake_get_reached  (YfStayAwake     *self);
char        *yf_stay_awake_dup_reached  (YfStayAwake     *self);
void         yf_stay_awake_set_timeout  (YfStayAwake     *self,
                                         int              milliseconds);

G_END_DECLS
