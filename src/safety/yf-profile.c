/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-profile.h"

#include "yf-ids.h"

struct _YfProfile
{
  char           *name;
  int             born;
  char           *diagnosis;
  GPtrArray      *conditions;   /* owned strings, then NULL */
  YfDay           onset;
  int             onset_minute;
  YfDay           relief;
  YfDay           treatment_start;
  YfDay           surgery;
  YfDay           birth;
  YfBackStrength  back_strength;
  gboolean        muscle_relaxants;
  GPtrArray      *clearances;
  GPtrArray      *assessments;
};

G_DEFINE_BOXED_TYPE (YfProfile, yf_profile, yf_profile_copy, yf_profile_free)
G_DEFINE_QUARK (yf-profile-error-quark, yf_profile_error)

static const char * const back_strength_ids[] = {
  [YF_BACK_STRENGTH_UNKNOWN] = "unknown",
  [YF_BACK_STRENGTH_WEAK] = "weak",
  [YF_BACK_STRENGTH_STRONG] = "strong",
};

/**
 * yf_profile_new:
 *
 * Returns: (transfer full): the empty profile: no condition, no episode, back
 *   strength unknown
 */
YfProfile *
yf_profile_new (void)
{
  YfProfile *self = g_new0 (YfProfile, 1);

  self->onset_minute = YF_MINUTE_UNKNOWN;
  self->conditions = g_ptr_array_new_null_terminated (0, g_free, TRUE);
  self->clearances = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_clearance_unref);
  self->assessments = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_assessment_unref);

  return self;
}

YfProfile *
yf_profile_copy (const YfProfile *self)
{
  YfProfile *copy = yf_profile_new ();

  for (guint i = 0; i < self->conditions->len; i++)
    yf_profile_set_condition (copy, g_ptr_array_index (self->conditions, i), TRUE);

  copy->name = g_strdup (self->name);
  copy->born = self->born;
  copy->diagnosis = g_strdup (self->diagnosis);
  copy->onset = self->onset;
  copy->onset_minute = self->onset_minute;
  copy->relief = self->relief;
  copy->treatment_start = self->treatment_start;
  copy->surgery = self->surgery;
  copy->birth = self->birth;
  copy->back_strength = self->back_strength;
  copy->muscle_relaxants = self->muscle_relaxants;

  for (guint i = 0; i < self->clearances->len; i++)
    yf_profile_add_clearance (copy, g_ptr_array_index (self->clearances, i));
  for (guint i = 0; i < self->assessments->len; i++)
    yf_profile_add_assessment (copy, g_ptr_array_index (self->assessments, i));

  return copy;
}

void
yf_profile_free (YfProfile *self)
{
  g_free (self->name);
  g_free (self->diagnosis);
  g_ptr_array_unref (self->conditions);
  g_ptr_array_unref (self->clearances);
  g_ptr_array_unref (self->assessments);
  g_free (self);
}

static gboolean
array_equal (GPtrArray  *a,
             GPtrArray  *b,
             GEqualFunc  equal)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      if (!equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
        return FALSE;
    }

  return TRUE;
}

/**
 * yf_profile_equal:
 * @a: a profile
 * @b: another
 *
 * Returns: whether they say the same, in the same order
 */
gboolean
yf_profile_equal (const YfProfile *a,
                  const YfProfile *b)
{
  return g_strcmp0 (a->name, b->name) == 0 &&
         a->born == b->born &&
         g_strcmp0 (a->diagnosis, b->diagnosis) == 0 &&
         a->onset == b->onset &&
         a->onset_minute == b->onset_minute &&
         a->relief == b->relief &&
         a->treatment_start == b->treatment_start &&
         a->surgery == b->surgery &&
         a->birth == b->birth &&
         a->back_strength == b->back_strength &&
         a->muscle_relaxants == b->muscle_relaxants &&
         array_equal (a->conditions, b->conditions, g_str_equal) &&
         array_equal (a->clearances, b->clearances, (GEqualFunc) yf_clearance_equal) &&
         array_equal (a->assessments, b->assessments, (GEqualFunc) yf_assessment_equal);
}

/* What was said, without the blanks around it, or NULL where that is nothing. */
static char *
trim (const char *text)
{
  g_autofree char *trimmed = text != NULL ? g_strstrip (g_strdup (text)) : NULL;

  return trimmed != NULL && trimmed[0] != '\0' ? g_steal_pointer (&trimmed) : NULL;
}

/**
 * yf_profile_get_name:
 * @self: a profile
 *
 * Returns: (transfer none) (nullable): what the person is called, for those
 *   who read their log; %NULL if they did not say
 */
const char *
yf_profile_get_name (const YfProfile *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

/**
 * yf_profile_set_name:
 * @self: a profile
 * @name: (nullable): what the person is called
 *
 * Sets the name. Blank is the same as %NULL.
 */
void
yf_profile_set_name (YfProfile  *self,
                     const char *name)
{
  char *trimmed;

  g_return_if_fail (self != NULL);

  trimmed = trim (name);
  g_free (self->name);
  self->name = trimmed;
}

/**
 * yf_profile_get_born:
 * @self: a profile
 *
 * Returns: the year in which the person was born, or %YF_BORN_UNSAID. No rule
 *   asks for it: it is for those who read the log.
 */
int
yf_profile_get_born (const YfProfile *self)
{
  g_return_val_if_fail (self != NULL, YF_BORN_UNSAID);

  return self->born;
}

void
yf_profile_set_born (YfProfile *self,
                     int        year)
{
  g_return_if_fail (self != NULL);

  self->born = year;
}

/**
 * yf_profile_get_diagnosis:
 * @self: a profile
 *
 * Returns: (transfer none) (nullable): what the person was told they have, in
 *   their own words. No rule reads it.
 */
const char *
yf_profile_get_diagnosis (const YfProfile *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->diagnosis;
}

/**
 * yf_profile_set_diagnosis:
 * @self: a profile
 * @diagnosis: (nullable): what the person was told
 *
 * Sets the diagnosis as given. Blank is the same as %NULL.
 */
void
yf_profile_set_diagnosis (YfProfile  *self,
                          const char *diagnosis)
{
  char *trimmed;

  g_return_if_fail (self != NULL);

  trimmed = trim (diagnosis);
  g_free (self->diagnosis);
  self->diagnosis = trimmed;
}

/**
 * yf_profile_get_conditions:
 * @self: a profile
 *
 * Returns: (transfer none) (array zero-terminated=1): ids of the conditions
 */
const char * const *
yf_profile_get_conditions (const YfProfile *self)
{
  static const char * const none[] = { NULL };

  g_return_val_if_fail (self != NULL, none);

  return self->conditions->len > 0 ? (const char * const *) self->conditions->pdata : none;
}

gboolean
yf_profile_has_condition (const YfProfile *self,
                          const char      *id)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return g_ptr_array_find_with_equal_func (self->conditions, id, g_str_equal, NULL);
}

/**
 * yf_profile_set_condition:
 * @self: a profile
 * @id: a condition's id
 * @present: whether the person has it
 *
 * Adds or removes a condition.
 */
void
yf_profile_set_condition (YfProfile  *self,
                          const char *id,
                          gboolean    present)
{
  gboolean found;
  guint index;

  g_return_if_fail (self != NULL);
  g_return_if_fail (id != NULL);

  found = g_ptr_array_find_with_equal_func (self->conditions, id, g_str_equal, &index);

  if (present && !found)
    g_ptr_array_add (self->conditions, g_strdup (id));
  else if (!present && found)
    g_ptr_array_remove_index (self->conditions, index);
}

/**
 * yf_profile_get_onset:
 * @self: a profile
 *
 * Returns: the day on which the episode began; %YF_DAY_NONE if there is none,
 *   %YF_DAY_UNKNOWN if nobody knows when
 */
YfDay
yf_profile_get_onset (const YfProfile *self)
{
  g_return_val_if_fail (self != NULL, YF_DAY_NONE);

  return self->onset;
}

void
yf_profile_set_onset (YfProfile *self,
                      YfDay      day)
{
  g_return_if_fail (self != NULL);

  self->onset = day;
  self->onset_minute = YF_MINUTE_UNKNOWN;
}

/**
 * yf_profile_get_onset_minute:
 * @self: a profile
 *
 * Returns: the minute of the day at which the episode began, or
 *   %YF_MINUTE_UNKNOWN
 */
int
yf_profile_get_onset_minute (const YfProfile *self)
{
  g_return_val_if_fail (self != NULL, YF_MINUTE_UNKNOWN);

  return self->onset_minute;
}

/**
 * yf_profile_set_onset_minute:
 * @self: a profile whose onset is a known day
 * @minute: 0 to 1439, or %YF_MINUTE_UNKNOWN
 *
 * Says at what time of day the episode began. Another onset forgets it.
 */
void
yf_profile_set_onset_minute (YfProfile *self,
                             int        minute)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (minute >= YF_MINUTE_UNKNOWN && minute < YF_MINUTES_A_DAY);

  self->onset_minute = minute;
}

/**
 * yf_profile_get_relief:
 * @self: a profile
 *
 * Returns: the day on which the pain eased, or %YF_DAY_NONE
 */
YfDay
yf_profile_get_relief (const YfProfile *self)
{
  g_return_val_if_fail (self != NULL, YF_DAY_NONE);

  return self->relief;
}

void
yf_profile_set_relief (YfProfile *self,
                       YfDay      day)
{
  g_return_if_fail (self != NULL);

  self->relief = day;
}

/**
 * yf_profile_get_treatment_start:
 * @self: a profile
 *
 * Returns: the day on which treatment began, or %YF_DAY_NONE
 */
YfDay
yf_profile_get_treatment_start (const YfProfile *self)
{
  g_return_val_if_fail (self != NULL, YF_DAY_NONE);

  return self->treatment_start;
}

void
yf_profile_set_treatment_start (YfProfile *self,
                                YfDay      day)
{
  g_return_if_fail (self != NULL);

  self->treatment_start = day;
}

/**
 * yf_profile_get_surgery:
 * @self: a profile
 *
 * Returns: the day of the operation on the lumbar spine, or %YF_DAY_NONE
 */
YfDay
yf_profile_get_surgery (const YfProfile *self)
{
  g_return_val_if_fail (self != NULL, YF_DAY_NONE);

  return self->surgery;
}

void
yf_profile_set_surgery (YfProfile *self,
                        YfDay      day)
{
  g_return_if_fail (self != NULL);

  self->surgery = day;
}

/**
 * yf_profile_get_birth:
 * @self: a profile
 *
 * Returns: the day on which the person gave birth, or %YF_DAY_NONE
 */
YfDay
yf_profile_get_birth (const YfProfile *self)
{
  g_return_val_if_fail (self != NULL, YF_DAY_NONE);

  return self->birth;
}

void
yf_profile_set_birth (YfProfile *self,
                      YfDay      day)
{
  g_return_if_fail (self != NULL);

  self->birth = day;
}

YfBackStrength
yf_profile_get_back_strength (const YfProfile *self)
{
  g_return_val_if_fail (self != NULL, YF_BACK_STRENGTH_UNKNOWN);

  return self->back_strength;
}

void
yf_profile_set_back_strength (YfProfile      *self,
                              YfBackStrength  strength)
{
  g_return_if_fail (self != NULL);

  self->back_strength = strength;
}

gboolean
yf_profile_get_muscle_relaxants (const YfProfile *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->muscle_relaxants;
}

void
yf_profile_set_muscle_relaxants (YfProfile *self,
                                 gboolean   taking)
{
  g_return_if_fail (self != NULL);

  self->muscle_relaxants = taking;
}

/**
 * yf_profile_get_clearances:
 * @self: a profile
 *
 * Returns: (transfer none) (element-type YfClearance): the clearances, in the
 *   order in which they were added
 */
GPtrArray *
yf_profile_get_clearances (const YfProfile *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->clearances;
}

void
yf_profile_add_clearance (YfProfile   *self,
                          YfClearance *clearance)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (clearance != NULL);

  g_ptr_array_add (self->clearances, yf_clearance_ref (clearance));
}

void
yf_profile_remove_clearance (YfProfile *self,
                             guint      index)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (index < self->clearances->len);

  g_ptr_array_remove_index (self->clearances, index);
}

/**
 * yf_profile_get_assessments:
 * @self: a profile
 *
 * Returns: (transfer none) (element-type YfAssessment): the assessments, in
 *   the order in which they were added
 */
GPtrArray *
yf_profile_get_assessments (const YfProfile *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->assessments;
}

void
yf_profile_add_assessment (YfProfile    *self,
                           YfAssessment *assessment)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (assessment != NULL);

  g_ptr_array_add (self->assessments, yf_assessment_ref (assessment));
}

void
yf_profile_remove_assessment (YfProfile *self,
                              guint      index)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (index < self->assessments->len);

  g_ptr_array_remove_index (self->assessments, index);
}

const char *
yf_back_strength_get_id (YfBackStrength strength)
{
  g_return_val_if_fail (strength < G_N_ELEMENTS (back_strength_ids), NULL);

  return back_strength_ids[strength];
}

gboolean
yf_back_strength_from_id (const char     *id,
                          YfBackStrength *strength)
{
  YF_IDS_FROM_ID (back_strength_ids, id, strength);
}
