/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-figure.h"

G_BEGIN_DECLS

void yf_break_walk_find (YfFigure        *figure,
                         const YfSegment *segment,
                         gint64           passed,
                         gboolean         gentle,
                         gboolean         reduced_motion,
                         YfBody          *body);

G_END_DECLS
