/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-player.h"

G_BEGIN_DECLS

/**
 * YfHeadset:
 *
 * What the buttons of a media player mean to a session, see #YfMpris.
 */
typedef struct _YfHeadset YfHeadset;

YfHeadset *yf_headset_new     (YfPlayer   *player);
void       yf_headset_free    (YfHeadset  *self);
gboolean   yf_headset_is_live (YfHeadset  *self);
void       yf_headset_press   (YfHeadset  *self,
                               const char *button);

G_END_DECLS
