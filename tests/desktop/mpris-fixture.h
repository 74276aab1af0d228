/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bus-fixture.h"
#include "session-fixture.h"
#include "yf-mpris.h"

#define NAME   "org.mpris.MediaPlayer2.yanfei"
#define PATH   "/org/mpris/MediaPlayer2"
#define ROOT   "org.mpris.MediaPlayer2"
#define PLAYER "org.mpris.MediaPlayer2.Player"

/* A session of two exercises on the fake clock, and what another program on
 * the bus hears of it. */
typedef struct
{
  Bus      bus;
  Fixture *session;
  YfMpris *mpris;
  GString *heard;    /* one line a change */
  guint    n_raised;
  guint    n_quit;
} Desk;

YfRoutine    *desk_new_routine     (void);
void          desk_up              (Desk       *desk,
                                    YfCounting  counting);
void          desk_down            (Desk       *desk);
char         *desk_hear            (Desk       *desk);
void          desk_assert_heard    (Desk       *desk,
                                    const char *expected);
void          desk_start           (Desk       *desk);
void          desk_advance         (Desk       *desk,
                                    double      seconds);
YfPlayerState desk_get_state       (Desk       *desk);
void          desk_call            (Desk       *desk,
                                    const char *interface,
                                    const char *method,
                                    GVariant   *parameters);
void          desk_press           (Desk       *desk,
                                    const char *method);
GVariant     *desk_get             (Desk       *desk,
                                    const char *interface,
                                    const char *property);
void          desk_assert_property (Desk       *desk,
                                    const char *interface,
                                    const char *property,
                                    const char *expected);
GError       *desk_set             (Desk       *desk,
                                    const char *property,
                                    GVariant   *value);
