/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-interruptions.h"
#include "yf-mpris.h"
#include "yf-stay-awake.h"

G_BEGIN_DECLS

#define YF_TYPE_DESKTOP (yf_desktop_get_type ())

/**
 * YfDesktop:
 *
 * A session's place on the desktop, all in one: it finds the buses, shows the
 * session as a media player, keeps the computer awake for it and hears what
 * interrupts it. Where there is no bus, or only one, it does what is left, and
 * nobody is told. Everything is asynchronous; nothing waits for it.
 *
 * Signals:
 *
 * - `raise ()`, `quit ()`: see #YfMpris. Connect before a player is set.
 * - `interrupted (YfInterruption)`: pause now, see #YfInterruptions; only while
 *   a session is under way
 * - `resumed (YfInterruption)`
 *
 * Properties: `volume`, 0 to 1; to be bound.
 */
G_DECLARE_FINAL_TYPE (YfDesktop, yf_desktop, YF, DESKTOP, GObject)

YfDesktop *yf_desktop_new           (void);
void       yf_desktop_set_player    (YfDesktop *self,
                                     YfPlayer  *player);
gboolean   yf_desktop_get_connected (YfDesktop *self);
void       yf_desktop_set_volume    (YfDesktop *self,
                                     double     volume);
double     yf_desktop_get_volume    (YfDesktop *self);
YfAwake    yf_desktop_get_awake     (YfDesktop *self);
void       yf_desktop_hold_sleep    (YfDesktop *self);
void       yf_desktop_release_sleep (YfDesktop *self);

G_END_DECLS
