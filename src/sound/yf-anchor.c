/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-anchor.h"

#include <stdlib.h>

static int
compare_times (const void *a,
               const void *b)
{
  gint64 x = *(const gint64 *) a;
  gint64 y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

/* The middle of the last @n observations, and how far the outermost are
 * apart. */
static gint64
middle (YfAnchor *self,
        guint     n,
        gint64   *spread)
{
  gint64 sorted[YF_ANCHOR_SIZE];

  for (guint i = 0; i < n; i++)
    sorted[i] = self->observed[(self->next + YF_ANCHOR_SIZE - 1 - i) % YF_ANCHOR_SIZE];
  qsort (sorted, n, sizeof *sorted, compare_times);
  *spread = sorted[n - 1] - sorted[0];

  return sorted[n / 2];
}

/**
 * yf_anchor_observe:
 * @self: an anchor
 * @origin: when the first sample seems to have sounded, in microseconds
 *
 * Adds an observation. When the recent ones agree with each other and not
 * with those before them, the stream has leapt, and what was before it is
 * forgotten.
 */
void
yf_anchor_observe (YfAnchor *self,
                   gint64    origin)
{
  gint64 spread;

  g_return_if_fail (self != NULL);

  self->observed[self->next] = origin;
  self->next = (self->next + 1) % YF_ANCHOR_SIZE;
  self->n = MIN (self->n + 1, YF_ANCHOR_SIZE);

  if (self->n > YF_ANCHOR_RECENT)
    {
      gint64 recent = middle (self, YF_ANCHOR_RECENT, &spread);

      if (spread <= YF_ANCHOR_TOLERANCE &&
          llabs (recent - middle (self, self->n, &spread)) > YF_ANCHOR_TOLERANCE)
        self->n = YF_ANCHOR_RECENT;
    }
}

/**
 * yf_anchor_get:
 * @self: an anchor
 * @origin: (out): when the first sample sounded, in microseconds
 *
 * Gets the middle of what was observed.
 *
 * Returns: whether the recent observations agree, so that @origin can be
 *   relied on
 */
gboolean
yf_anchor_get (YfAnchor *self,
               gint64   *origin)
{
  gint64 spread;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (origin != NULL, FALSE);

  if (self->n < YF_ANCHOR_RECENT)
    return FALSE;

  middle (self, YF_ANCHOR_RECENT, &spread);
  *origin = middle (self, self->n, &(gint64) { 0 });

  return spread <= YF_ANCHOR_TOLERANCE;
}
