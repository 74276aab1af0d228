/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-dose.h"

#include <glib/gi18n-lib.h>

/**
 * yf_dose_equal:
 * @a: a dose
 * @b: another
 *
 * Returns: whether they are the same
 */
gboolean
yf_dose_equal (const YfDose *a,
               const YfDose *b)
{
  return a->sets == b->sets && a->reps == b->reps && a->hold == b->hold;
}

/**
 * yf_dose_within:
 * @self: a dose
 * @ceiling: the most that is allowed
 *
 * Returns: whether no part of @self is above @ceiling
 */
gboolean
yf_dose_within (const YfDose *self,
                const YfDose *ceiling)
{
  return self->sets <= ceiling->sets && self->reps <= ceiling->reps && self->hold <= ceiling->hold;
}

/**
 * yf_dose_to_string:
 * @self: a dose
 *
 * Returns: (transfer full): the dose as a person reads it, such as
 *   "2 sets × 10, hold 3 s"
 */
char *
yf_dose_to_string (const YfDose *self)
{
  g_autofree char *amount = NULL;

  /* Translators: number of sets, and of repetitions in each */
  amount = g_strdup_printf (ngettext ("%d set × %d", "%d sets × %d", self->sets),
                            self->sets, self->reps);

  if (self->hold == 0)
    return g_steal_pointer (&amount);

  /* Translators: an amount such as “2 sets × 10”, and seconds */
  return g_strdup_printf (_("%s, hold %g s"), amount, self->hold / (double) YF_SECOND);
}
