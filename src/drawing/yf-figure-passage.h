/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-figure-score.h"

G_BEGIN_DECLS

/**
 * YfPassage:
 *
 * How a person gets from one posture to another: over by way of the side, and up from
 * the belly by way of hands and knees. It has a room of its own.
 */
typedef struct _YfPassage YfPassage;

YfPassage    *yf_passage_new      (YfCatalogue     *catalogue,
                                   const YfStance  *end,
                                   YfPosture        from,
                                   YfPosture        to);
void          yf_passage_free     (YfPassage       *self);
const YfWay  *yf_passage_get_way  (const YfPassage *self);
YfStance     *yf_passage_get_end  (const YfPassage *self);
const YfPose *yf_passage_get_rest (YfCatalogue     *catalogue,
                                   YfPosture        posture);

G_END_DECLS
