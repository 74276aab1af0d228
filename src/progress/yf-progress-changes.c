/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-progress-private.h"

/* What the plan changed: doses and stages, with their reasons. */

static YfPlanChange *
new_change (const char *id,
            YfDay       day,
            gint64      withdrawn_at)
{
  YfPlanChange *change = g_new0 (YfPlanChange, 1);

  change->id = id;
  change->day = day;
  change->withdrawn = withdrawn_at != 0;

  return change;
}

void
yf_plan_change_free (YfPlanChange *change)
{
  g_free (change->text);
  g_free (change->source);
  g_strfreev (change->entries);
  g_free (change);
}

static GStrv
list_evidence (const YfDoseChange *change)
{
  GStrvBuilder *builder = g_strv_builder_new ();
  GStrv ids;

  /* Where a day itself is the evidence there is no entry. */
  for (guint i = 0; i < change->evidence->len; i++)
    {
      const YfEvidence *evidence = &g_array_index (change->evidence, YfEvidence, i);

      if (evidence->entry != NULL && *evidence->entry != '\0')
        g_strv_builder_add (builder, evidence->entry);
    }
  ids = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);

  return ids;
}

/* A stage follows from the dates of the episode; only the way back from
 * maintenance rests on entries: those of the flare. */
static GStrv
list_flare (YfProgress          *self,
            const YfStageChange *change)
{
  GStrvBuilder *builder = g_strv_builder_new ();
  GStrv ids;

  for (guint i = 0; change->after_flare && i < self->flares->len; i++)
    {
      const YfFlareDay *flare = &g_array_index (self->flares, YfFlareDay, i);

      if (flare->day != change->day)
        continue;
      if (flare->declared != NULL)
        g_strv_builder_add (builder, flare->declared);
      if (flare->measured != NULL)
        g_strv_builder_add (builder, flare->measured);
    }
  ids = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);

  return ids;
}

static void
add_dose_changes (YfProgress *self)
{
  for (guint i = 0; i < self->log->dose_changes->len; i++)
    {
      const YfDoseChangeRecord *record = g_ptr_array_index (self->log->dose_changes, i);
      g_autoptr (YfSource) source = yf_dose_change_get_source (record->change);
      YfPlanChange *change = new_change (record->id, record->change->day, record->withdrawn_at);

      change->exercise = record->change->exercise;
      change->dose = record->change;
      change->text = yf_dose_change_to_string (record->change);
      change->source = yf_source_to_string (source);
      change->entries = list_evidence (record->change);
      g_ptr_array_add (self->changes, change);
    }
}

static void
add_stage_changes (YfProgress *self)
{
  for (guint i = 0; i < self->log->stage_changes->len; i++)
    {
      const YfStageChangeRecord *record = g_ptr_array_index (self->log->stage_changes, i);
      g_autoptr (YfSource) source = yf_stage_change_get_source (&record->change);
      YfPlanChange *change = new_change (record->id, record->change.day, record->withdrawn_at);

      change->stage = &record->change;
      change->text = yf_stage_change_to_string (&record->change);
      change->source = yf_source_to_string (source);
      change->entries = list_flare (self, &record->change);
      g_ptr_array_add (self->changes, change);
    }
}

/* Of one day: the stage first, for doses may follow from it, and what does not
 * count any more before what took its place. */
static int
compare_changes (gconstpointer a,
                 gconstpointer b)
{
  const YfPlanChange *one = *(const YfPlanChange * const *) a;
  const YfPlanChange *other = *(const YfPlanChange * const *) b;

  if (one->day != other->day)
    return one->day < other->day ? -1 : 1;
  if ((one->stage != NULL) != (other->stage != NULL))
    return one->stage != NULL ? -1 : 1;

  return other->withdrawn - one->withdrawn;
}

void
yf_progress_fill_changes (YfProgress *self)
{
  if (!yf_day_is_known (self->to))
    return;

  add_stage_changes (self);
  add_dose_changes (self);

  for (guint i = self->changes->len; i > 0; i--)
    if (((YfPlanChange *) g_ptr_array_index (self->changes, i - 1))->day > self->to)
      g_ptr_array_remove_index (self->changes, i - 1);
  /* Stable: of one day and kind the order of the log stays. */
  g_ptr_array_sort (self->changes, compare_changes);

  for (guint i = 0; i < self->changes->len; i++)
    {
      YfPlanChange *change = g_ptr_array_index (self->changes, i);

      if (yf_progress_has_day (self, change->day))
        g_ptr_array_add (self->shown_changes, change);
    }
}

/**
 * yf_progress_get_plan_changes:
 * @self: a progress
 *
 * Returns: (transfer none) (element-type YfPlanChange): the changes of doses and
 *   stages that the plan made, by the day from which they hold, oldest first;
 *   those that were withdrawn among them
 */
GPtrArray *
yf_progress_get_plan_changes (YfProgress *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->shown_changes;
}

/**
 * yf_progress_get_all_plan_changes:
 * @self: a progress
 *
 * An episode that was told of before anything was done began before the first entry.
 *
 * Returns: (transfer none) (element-type YfPlanChange): likewise, those from before its
 *   first day too
 */
GPtrArray *
yf_progress_get_all_plan_changes (YfProgress *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->changes;
}

/**
 * yf_progress_find_last_stage_change:
 * @self: a progress
 *
 * Returns: (transfer none) (nullable): the last change of stage up to its last
 *   day that was not withdrawn, also where it lies before the first
 */
const YfPlanChange *
yf_progress_find_last_stage_change (YfProgress *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = self->changes->len; i > 0; i--)
    {
      const YfPlanChange *change = g_ptr_array_index (self->changes, i - 1);

      if (change->stage != NULL && !change->withdrawn)
        return change;
    }

  return NULL;
}
