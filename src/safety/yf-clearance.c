/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-clearance.h"

struct _YfClearance
{
  gatomicrefcount   ref_count;
  char             *clinician;
  YfDay             date;
  char            **conditions;
  char            **exercises;
  YfDay             until;
};

G_DEFINE_BOXED_TYPE (YfClearance, yf_clearance, yf_clearance_ref, yf_clearance_unref)

/**
 * yf_clearance_new:
 * @clinician: who said so
 * @date: when; a known day
 * @conditions: (array zero-terminated=1): the conditions or stages it is for
 * @exercises: (array zero-terminated=1): ids of the exercises it is for; "*"
 *   stands for all
 * @until: the last day on which it holds, or %YF_DAY_NONE if it has no end
 *
 * Returns: (transfer full): a new clearance
 */
YfClearance *
yf_clearance_new (const char         *clinician,
                  YfDay               date,
                  const char * const *conditions,
                  const char * const *exercises,
                  YfDay               until)
{
  YfClearance *self;

  g_return_val_if_fail (clinician != NULL, NULL);
  g_return_val_if_fail (yf_day_is_known (date), NULL);
  g_return_val_if_fail (conditions != NULL && exercises != NULL, NULL);

  self = g_new0 (YfClearance, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->clinician = g_strdup (clinician);
  self->date = date;
  self->conditions = g_strdupv ((char **) conditions);
  self->exercises = g_strdupv ((char **) exercises);
  self->until = until;

  return self;
}

YfClearance *
yf_clearance_ref (YfClearance *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
yf_clearance_unref (YfClearance *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->clinician);
  g_strfreev (self->conditions);
  g_strfreev (self->exercises);
  g_free (self);
}

const char *
yf_clearance_get_clinician (YfClearance *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->clinician;
}

YfDay
yf_clearance_get_date (YfClearance *self)
{
  g_return_val_if_fail (self != NULL, YF_DAY_NONE);

  return self->date;
}

const char * const *
yf_clearance_get_conditions (YfClearance *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char * const *) self->conditions;
}

const char * const *
yf_clearance_get_exercises (YfClearance *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char * const *) self->exercises;
}

YfDay
yf_clearance_get_until (YfClearance *self)
{
  g_return_val_if_fail (self != NULL, YF_DAY_NONE);

  return self->until;
}

/**
 * yf_clearance_equal:
 * @a: a clearance
 * @b: another
 *
 * Returns: whether they say the same
 */
gboolean
yf_clearance_equal (YfClearance *a,
                    YfClearance *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return g_str_equal (a->clinician, b->clinician) &&
         a->date == b->date &&
         a->until == b->until &&
         g_strv_equal ((const char * const *) a->conditions, (const char * const *) b->conditions) &&
         g_strv_equal ((const char * const *) a->exercises, (const char * const *) b->exercises);
}

/**
 * yf_clearance_covers:
 * @self: a clearance
 * @condition: a condition or a stage
 * @exercise: an exercise's id
 * @day: a known day
 *
 * Returns: whether it was given for @condition and @exercise and holds on @day:
 *   from its date to its end, both included
 */
gboolean
yf_clearance_covers (YfClearance *self,
                     const char  *condition,
                     const char  *exercise,
                     YfDay        day)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return day >= self->date &&
         (self->until == YF_DAY_NONE || day <= self->until) &&
         g_strv_contains ((const char * const *) self->conditions, condition) &&
         (g_strv_contains ((const char * const *) self->exercises, exercise) ||
          g_strv_contains ((const char * const *) self->exercises, "*"));
}
