/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-repetition.h"

#include "yf-ids.h"

G_DEFINE_BOXED_TYPE (YfRepetition, yf_repetition, yf_repetition_copy, yf_repetition_free)

static const char * const counting_ids[] = {
  [YF_COUNTING_PACE] = "pace",
  [YF_COUNTING_TAP] = "tap",
};

YfRepetition *
yf_repetition_copy (const YfRepetition *self)
{
  return g_memdup2 (self, sizeof *self);
}

void
yf_repetition_free (YfRepetition *self)
{
  g_free (self);
}

const char *
yf_counting_get_id (YfCounting counting)
{
  g_return_val_if_fail (counting < G_N_ELEMENTS (counting_ids), NULL);

  return counting_ids[counting];
}

gboolean
yf_counting_from_id (const char *id,
                     YfCounting *counting)
{
  YF_IDS_FROM_ID (counting_ids, id, counting);
}
