/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-player.h"

G_BEGIN_DECLS

char     *yf_mpris_track_get_title    (YfTimeline *timeline,
                                       guint       segment);
guint     yf_mpris_track_get_first    (YfTimeline *timeline,
                                       guint       segment);
GVariant *yf_mpris_track_get_metadata (YfTimeline *timeline,
                                       guint       segment,
                                       guint       session);

G_END_DECLS
