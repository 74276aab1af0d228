/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-assessment.h"

struct _YfAssessment
{
  gatomicrefcount  ref_count;
  char            *flag;
  char            *clinician;
  YfDay            date;
};

G_DEFINE_BOXED_TYPE (YfAssessment, yf_assessment, yf_assessment_ref, yf_assessment_unref)

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

/**
 * yf_assessment_equal:
 * @a: an assessment
 * @b: another
 *
 * Returns: whether they say the same
 */
gboolean
yf_assessment_equal (YfAssessment *a,
                     YfAssessment *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return g_str_equal (a->flag, b->flag) &&
         g_str_equal (a->clinician, b->clinician) &&
         a->date == b->date;
}
