/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-record.h"

G_BEGIN_DECLS

/**
 * YfTally:
 *
 * The repetitions of a session that have been counted so far.
 */
typedef struct _YfTally YfTally;

YfTally  *yf_tally_new         (void);
void      yf_tally_free        (YfTally            *self);
void      yf_tally_add         (YfTally            *self,
                                const YfRepetition *rep);
int       yf_tally_count       (YfTally            *self,
                                guint               item);
int       yf_tally_count_set   (YfTally            *self,
                                const YfSegment    *segment);
gboolean  yf_tally_has         (YfTally            *self,
                                const YfSegment    *segment);
gboolean  yf_tally_is_complete (YfTally            *self,
                                YfTimeline         *timeline,
                                guint               item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfTally, yf_tally_free)

G_END_DECLS
