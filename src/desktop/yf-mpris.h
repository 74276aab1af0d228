/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "yf-player.h"

G_BEGIN_DECLS

#define YF_TYPE_MPRIS (yf_mpris_get_type ())

/**
 * YfMpris:
 *
 * Shows one session to the desktop as a media player (MPRIS 2.2), and takes the
 * buttons of headsets, keyboards and lock screens for it. It is on the bus
 * while it has a player, so that the buttons of a headset are the music's
 * again when the session is over.
 *
 * - Play, Pause and PlayPause do what they say. Where a repetition waits to be
 *   counted, Play and PlayPause count it instead.
 * - Next leaves out the rest of the set or of the rest; Stop stops and saves.
 * - Previous is "it hurts": most headsets send it on a triple press. So is
 *   PlayPause pressed three times in a row, see #YfPressCounter, for headsets
 *   that send each press of their one button. What the first two presses
 *   mean, pause and go on, is done at once.
 *
 * What is done with a player is done here; only what needs a window is a signal.
 *
 * Signals:
 *
 * - `raise ()`: the window should be shown. Who connects to it makes CanRaise true.
 * - `quit ()`: the program should end. Who connects to it makes CanQuit true.
 *
 * Properties: `volume`, 0 to 1, for whoever makes the sound; to be bound.
 */
G_DECLARE_FINAL_TYPE (YfMpris, yf_mpris, YF, MPRIS, GObject)

YfMpris    *yf_mpris_new        (GDBusConnection *bus);
void        yf_mpris_set_player (YfMpris         *self,
                                 YfPlayer        *player);
YfPlayer   *yf_mpris_get_player (YfMpris         *self);
void        yf_mpris_set_volume (YfMpris         *self,
                                 double           volume);
double      yf_mpris_get_volume (YfMpris         *self);
const char *yf_mpris_get_name   (YfMpris         *self);

G_END_DECLS
