/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-programme-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_BOXED_TYPE (YfProgramme, yf_programme, yf_programme_ref, yf_programme_unref)
G_DEFINE_QUARK (yf-programme-error-quark, yf_programme_error)

static void
clearance_free (gpointer data)
{
  YfProgrammeClearance *self = data;

  yf_clearance_unref (self->clearance);
  g_free (self);
}

YfProgramme *
yf_programme_new (void)
{
  YfProgramme *self = g_new0 (YfProgramme, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->pain_stop = YF_PROGRAMME_NO_PAIN;
  self->pain_rest = YF_PROGRAMME_NO_PAIN;
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_programme_item_free);
  self->own = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_exercise_unref);
  self->bans = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_programme_ban_free);
  self->clearances = g_ptr_array_new_with_free_func (clearance_free);

  return self;
}

YfProgrammeItem *
yf_programme_item_new (YfExercise *exercise)
{
  YfProgrammeItem *self = g_new0 (YfProgrammeItem, 1);

  self->exercise = yf_exercise_ref (exercise);
  self->notes = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
yf_programme_item_free (YfProgrammeItem *self)
{
  yf_exercise_unref (self->exercise);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

YfProgrammeBan *
yf_programme_ban_new (const char *exercise,
                      const char *note)
{
  YfProgrammeBan *self = g_new0 (YfProgrammeBan, 1);

  self->exercise = g_strdup (exercise);
  self->note = g_strdup (note);

  return self;
}

void
yf_programme_ban_free (YfProgrammeBan *self)
{
  g_free (self->exercise);
  g_free (self->note);
  g_free (self);
}

YfProgrammeClearance *
yf_programme_clearance_new (YfClearance *clearance,
                            gboolean     above_ceiling)
{
  YfProgrammeClearance *self = g_new0 (YfProgrammeClearance, 1);

  self->clearance = yf_clearance_ref (clearance);
  self->above_ceiling = above_ceiling;

  return self;
}

YfProgramme *
yf_programme_ref (YfProgramme *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
yf_programme_unref (YfProgramme *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->name);
  g_free (self->clinician);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->own);
  g_ptr_array_unref (self->bans);
  g_ptr_array_unref (self->clearances);
  g_free (self->xml);
  g_free (self);
}

/**
 * yf_programme_get_name:
 * @self: a programme
 *
 * Returns: (transfer none): what it is called
 */
const char *
yf_programme_get_name (YfProgramme *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

/**
 * yf_programme_get_clinician:
 * @self: a programme
 *
 * Returns: (transfer none): who wrote it
 */
const char *
yf_programme_get_clinician (YfProgramme *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->clinician;
}

/**
 * yf_programme_get_date:
 * @self: a programme
 *
 * Returns: the day on which it was given
 */
YfDay
yf_programme_get_date (YfProgramme *self)
{
  g_return_val_if_fail (self != NULL, YF_DAY_NONE);

  return self->date;
}

/**
 * yf_programme_get_from:
 * @self: a programme
 *
 * Returns: the first day on which it counts: the day it was given, where it does
 *   not say another
 */
YfDay
yf_programme_get_from (YfProgramme *self)
{
  g_return_val_if_fail (self != NULL, YF_DAY_NONE);

  return self->from;
}

/**
 * yf_programme_get_until:
 * @self: a programme
 *
 * Returns: the last day on which it counts, or %YF_DAY_NONE
 */
YfDay
yf_programme_get_until (YfProgramme *self)
{
  g_return_val_if_fail (self != NULL, YF_DAY_NONE);

  return self->until;
}

/**
 * yf_programme_is_valid_on:
 * @self: a programme
 * @day: a known day
 *
 * Returns: whether it counts on @day, if it is installed
 */
gboolean
yf_programme_is_valid_on (YfProgramme *self,
                          YfDay        day)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return day >= self->from && (self->until == YF_DAY_NONE || day <= self->until);
}

/**
 * yf_programme_get_notes:
 * @self: a programme
 *
 * Returns: (transfer none) (element-type utf8): sentences for the person
 */
GPtrArray *
yf_programme_get_notes (YfProgramme *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->notes;
}

/**
 * yf_programme_get_items:
 * @self: a programme
 *
 * Returns: (transfer none) (element-type YfProgrammeItem): what is to be done,
 *   in the order of the file
 */
GPtrArray *
yf_programme_get_items (YfProgramme *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->items;
}

/**
 * yf_programme_get_own:
 * @self: a programme
 *
 * Returns: (transfer none) (element-type YfExercise): the exercises that it
 *   defines itself; for yf_catalogue_with_own()
 */
GPtrArray *
yf_programme_get_own (YfProgramme *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->own;
}

/**
 * yf_programme_get_bans:
 * @self: a programme
 *
 * Returns: (transfer none) (element-type YfProgrammeBan): what is not to be done
 */
GPtrArray *
yf_programme_get_bans (YfProgramme *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->bans;
}

/**
 * yf_programme_get_clearances:
 * @self: a programme
 *
 * Returns: (transfer none) (element-type YfProgrammeClearance): what the
 *   clinician allows in it
 */
GPtrArray *
yf_programme_get_clearances (YfProgramme *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->clearances;
}

/**
 * yf_programme_get_schedule:
 * @self: a programme
 *
 * Returns: (transfer none): how often; of zeros where it does not say
 */
const YfProgrammeSchedule *
yf_programme_get_schedule (YfProgramme *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->schedule;
}

/**
 * yf_programme_get_pain_stop:
 * @self: a programme
 *
 * Returns: the pain, NRS 1 to 10, at which to stop in a session, or
 *   %YF_PROGRAMME_NO_PAIN
 */
int
yf_programme_get_pain_stop (YfProgramme *self)
{
  g_return_val_if_fail (self != NULL, YF_PROGRAMME_NO_PAIN);

  return self->pain_stop;
}

/**
 * yf_programme_get_pain_rest:
 * @self: a programme
 *
 * Returns: the pain, NRS 1 to 10, from which on not to train at all, or
 *   %YF_PROGRAMME_NO_PAIN
 */
int
yf_programme_get_pain_rest (YfProgramme *self)
{
  g_return_val_if_fail (self != NULL, YF_PROGRAMME_NO_PAIN);

  return self->pain_rest;
}

/**
 * yf_programme_get_xml:
 * @self: a programme
 *
 * Returns: (transfer none): the file that it was read from, for the log to keep
 */
const char *
yf_programme_get_xml (YfProgramme *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->xml;
}

/**
 * yf_programme_find_item:
 * @self: a programme
 * @exercise: the id of an exercise
 *
 * Returns: (transfer none) (nullable): what it says is to be done of it
 */
const YfProgrammeItem *
yf_programme_find_item (YfProgramme *self,
                        const char  *exercise)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (exercise != NULL, NULL);

  for (guint i = 0; i < self->items->len; i++)
    {
      const YfProgrammeItem *item = g_ptr_array_index (self->items, i);

      if (g_str_equal (yf_exercise_get_id (item->exercise), exercise))
        return item;
    }

  return NULL;
}

/**
 * yf_programme_find_ban:
 * @self: a programme
 * @exercise: the id of an exercise or relief
 *
 * Returns: (transfer none) (nullable): that it forbids it
 */
const YfProgrammeBan *
yf_programme_find_ban (YfProgramme *self,
                       const char  *exercise)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (exercise != NULL, NULL);

  for (guint i = 0; i < self->bans->len; i++)
    {
      const YfProgrammeBan *ban = g_ptr_array_index (self->bans, i);

      if (g_str_equal (ban->exercise, exercise))
        return ban;
    }

  return NULL;
}

/**
 * yf_programme_check_dose:
 * @self: (nullable): the programme in force
 * @exercise: an exercise
 * @dose: how much of it
 * @error: return location for a %YF_PROGRAMME_ERROR_CONFLICT
 *
 * Returns: whether @dose is within what @self says is the most of @exercise;
 *   %TRUE where it says nothing. The ceiling of the exercise is looked at by
 *   yf_plan_dose().
 */
gboolean
yf_programme_check_dose (YfProgramme   *self,
                         YfExercise    *exercise,
                         const YfDose  *dose,
                         GError       **error)
{
  const YfProgrammeItem *item;
  g_autofree char *most = NULL;

  g_return_val_if_fail (exercise != NULL, FALSE);
  g_return_val_if_fail (dose != NULL, FALSE);

  item = self != NULL ? yf_programme_find_item (self, yf_exercise_get_id (exercise)) : NULL;
  if (item == NULL || yf_dose_within (dose, &item->cap))
    return TRUE;

  most = yf_dose_to_string (&item->cap);
  g_set_error (error, YF_PROGRAMME_ERROR, YF_PROGRAMME_ERROR_CONFLICT,
               /* Translators: an exercise; a clinician; a dose such as “3 sets × 15, hold 5 s” */
               _("That is more of %s than %s allows in your programme: the most is %s."),
               yf_exercise_get_name (exercise), self->clinician, most);

  return FALSE;
}

/* Alike in all that a person does. How much of it may change from one version of
 * a programme to the next, for the log says how much was done. */
static gboolean
is_same_movement (YfExercise *a,
                  YfExercise *b)
{
  if (g_strcmp0 (yf_exercise_get_name (a), yf_exercise_get_name (b)) != 0
      || yf_exercise_get_posture (a) != yf_exercise_get_posture (b)
      || yf_exercise_get_two_sided (a) != yf_exercise_get_two_sided (b)
      || yf_exercise_get_n_phases (a) != yf_exercise_get_n_phases (b))
    return FALSE;

  for (guint i = 0; i < yf_exercise_get_n_phases (a); i++)
    {
      const YfPhase *phase_a = yf_exercise_get_phase (a, i);
      const YfPhase *phase_b = yf_exercise_get_phase (b, i);

      if (phase_a->kind != phase_b->kind || phase_a->length != phase_b->length)
        return FALSE;
    }

  return TRUE;
}

/**
 * yf_programme_can_follow:
 * @self: a programme that is to be installed
 * @earlier: one that is in the log
 * @error: return location for a %YF_PROGRAMME_ERROR_CONFLICT
 *
 * The log names an exercise by its id. Two that are not the same must not share
 * one, or what was done of the one would be taken for the other.
 *
 * Returns: whether @self can be kept beside @earlier
 */
gboolean
yf_programme_can_follow (YfProgramme  *self,
                         YfProgramme  *earlier,
                         GError      **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (earlier != NULL, FALSE);

  for (guint i = 0; i < self->own->len; i++)
    for (guint j = 0; j < earlier->own->len; j++)
      {
        YfExercise *mine = g_ptr_array_index (self->own, i);
        YfExercise *theirs = g_ptr_array_index (earlier->own, j);

        if (!g_str_equal (yf_exercise_get_id (mine), yf_exercise_get_id (theirs))
            || is_same_movement (mine, theirs))
          continue;

        g_set_error (error, YF_PROGRAMME_ERROR, YF_PROGRAMME_ERROR_CONFLICT,
                     /* Translators: the id of an exercise; a programme; a clinician */
                     _("“%s” is another exercise in the programme “%s” of %s, which your log knows. "
                       "Ask for a file in which the changed exercise has an id of its own."),
                     yf_exercise_get_id (mine), earlier->name, earlier->clinician);
        return FALSE;
      }

  return TRUE;
}
