/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-demo-private.h"

#include <glib/gi18n-lib.h>

/* Who it is: nobody. */

/* The course is laid out so that a log of four months sees every stage: days
 * after the onset. A log that is too short to begin with the trouble begins
 * where training is open. */
#define SEEN_FROM 60
#define CLEARED 2
#define TREATED 2
#define EASED 17
#define STRONG 300

/* The early afternoon, in minutes. */
#define ONSET_MINUTE (14 * 60)

#define YEARS_OLD 58

const char *
yf_demo_get_clinician (void)
{
  /* Translators: a made-up doctor; any common name will do. */
  return C_("made-up person", "Dr Chen");
}

/* The doctor lets them breathe in the acute stage, and train with high blood
 * pressure. */
static void
add_clearances (YfDemo *self)
{
  static const char * const acute[] = { "acute", NULL };
  static const char * const breathing[] = { "abdominal-breathing", NULL };
  static const char * const pressure[] = { "hypertension", NULL };
  static const char * const everything[] = { "*", NULL };
  YfDay day = self->onset + CLEARED;
  g_autoptr (YfClearance) one = NULL;
  g_autoptr (YfClearance) other = NULL;

  if (day > self->today)
    return;

  one = yf_clearance_new (yf_demo_get_clinician (), day, acute, breathing, self->relief);
  other = yf_clearance_new (yf_demo_get_clinician (), day, pressure, everything, YF_DAY_NONE);
  yf_profile_add_clearance (self->profile, one);
  yf_profile_add_clearance (self->profile, other);
}

/*
 * yf_demo_make_person:
 *
 * Works out the dates of the episode and makes the profile as it is today; the
 * assessments are added with the signs.
 */
void
yf_demo_make_person (YfDemo *self)
{
  int days = self->today - self->first + 1;
  GDate today;

  self->onset = self->first - MAX (1, SEEN_FROM - days);
  self->relief = self->onset + EASED;
  self->strong = self->onset + STRONG;
  self->profile = yf_profile_new ();

  g_date_clear (&today, 1);
  g_date_set_julian (&today, (guint32) self->today);

  /* Translators: a made-up patient; any common name will do. */
  yf_profile_set_name (self->profile, C_("made-up person", "Li Mei"));
  yf_profile_set_born (self->profile, g_date_get_year (&today) - YEARS_OLD);
  yf_profile_set_diagnosis (self->profile,
                            _("Made up for a demonstration: herniated disc between L5 and S1, left"));
  yf_profile_set_condition (self->profile, "hypertension", TRUE);
  yf_profile_set_onset (self->profile, self->onset);
  yf_profile_set_onset_minute (self->profile, ONSET_MINUTE);
  yf_profile_set_relief (self->profile, self->relief);
  yf_profile_set_treatment_start (self->profile, self->onset + TREATED);
  yf_profile_set_back_strength (self->profile, self->today >= self->strong
                                               ? YF_BACK_STRENGTH_STRONG : YF_BACK_STRENGTH_WEAK);
  add_clearances (self);
}

/*
 * yf_demo_dup_profile_on:
 *
 * Returns: (transfer full): the profile with no more in it than could be known
 *   on @day
 */
YfProfile *
yf_demo_dup_profile_on (YfDemo *self,
                        YfDay   day)
{
  YfProfile *profile = yf_profile_copy (self->profile);
  GPtrArray *clearances = yf_profile_get_clearances (profile);
  GPtrArray *assessments = yf_profile_get_assessments (profile);

  if (day < self->relief)
    yf_profile_set_relief (profile, YF_DAY_NONE);
  if (day < yf_profile_get_treatment_start (profile))
    yf_profile_set_treatment_start (profile, YF_DAY_NONE);
  if (day < self->strong)
    yf_profile_set_back_strength (profile, YF_BACK_STRENGTH_WEAK);

  for (guint i = clearances->len; i > 0; i--)
    if (yf_clearance_get_date (g_ptr_array_index (clearances, i - 1)) > day)
      yf_profile_remove_clearance (profile, i - 1);
  for (guint i = assessments->len; i > 0; i--)
    if (yf_assessment_get_date (g_ptr_array_index (assessments, i - 1)) > day)
      yf_profile_remove_assessment (profile, i - 1);

  return profile;
}
