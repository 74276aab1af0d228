/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-break-walk.h"

/* Of each minute of the break, as poses.xml has it: from when until when the person only
 * walks, and where they stand and do nothing else. */
#define WALK_FROM  (30 * YF_SECOND)
#define WALK_UNTIL (54 * YF_SECOND)

/**
 * yf_break_walk_find:
 * @figure: who shows the break from sitting
 * @segment: a segment of it
 * @passed: how much of it has passed, in microseconds
 * @gentle: whether they only walk, and neither stretch nor turn
 * @reduced_motion: whether they are to stand still
 * @body: (out caller-allocates): return location for the person
 *
 * Finds where every part of a person is who takes a break from sitting.
 */
void
yf_break_walk_find (YfFigure        *figure,
                    const YfSegment *segment,
                    gint64           passed,
                    gboolean         gentle,
                    gboolean         reduced_motion,
                    YfBody          *body)
{
  g_return_if_fail (figure != NULL);
  g_return_if_fail (segment != NULL);
  g_return_if_fail (body != NULL);

  if (gentle && segment->kind == YF_SEGMENT_HOLD)
    {
      passed = reduced_motion ? WALK_FROM : WALK_FROM + passed % (WALK_UNTIL - WALK_FROM);
      reduced_motion = FALSE;
    }

  yf_figure_find (figure, segment,
                  segment->length > 0 ? CLAMP ((double) passed / (double) segment->length, 0, 1) : 1,
                  reduced_motion, body);
}
