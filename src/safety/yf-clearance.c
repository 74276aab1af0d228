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

struct _YfAssessment
{
  gatomicrefcount  ref_count;
  char            *flag;
  char            *clinician;
  YfDay            date;
};

G_DEFINE_BOXED_TYPE (YfClearance, yf_clearance, yf_clearance_ref, yf_clearance_unref)
G_DEFINE_BOXED_TYPE (YfAssessment, yf_assessment, yf_assessment_ref, yf_assessment_unref)

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

/**
 * yf_assessment_new:
 * @flag: id of the red flag that was looked at
 * @clinician: who looked at it
 * @date: when; a known day
 *
 * Returns: (transfer full): a new assessment
 */
YfAssessment *
yf_assessment_new (const char *flag,
                   const char *clinician,
                   YfDay       date)
{
  YfAssessment *self;

  g_return_val_if_fail (flag != NULL && clinician != NULL, NULL);
  g_return_val_if_fail (yf_day_is_known (date), NULL);

  self = g_new0 (YfAssessment, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->flag = g_strdup (flag);
  self->clinician = g_strdup (clinician);
  self->date = date;

  return self;
}

YfAssessment *
yf_assessment_ref (YfAssessment *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
yf_assessment_unref (YfAssessment *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->flag);
  g_free (self->clinician);
  g_free (self);
}

const char *
yf_assessment_get_flag (YfAssessment *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->flag;
}

const char *
yf_assessment_get_clinician (YfAssessment *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->clinician;
}

YfDay
yf_assessment_get_date (YfAssessment *self)
{
  g_return_val_if_fail (self != NULL, YF_DAY_NONE);

  return self->date;
}
