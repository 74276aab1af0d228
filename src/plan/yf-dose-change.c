/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-dose-change.h"

#include <glib/gi18n-lib.h>

#include "yf-ids.h"

G_DEFINE_BOXED_TYPE (YfDoseChange, yf_dose_change, yf_dose_change_ref, yf_dose_change_unref)

static const char * const reason_ids[] = {
  [YF_DOSE_REASON_GOOD_SESSIONS] = "good-sessions",
  [YF_DOSE_REASON_WORSE_MORNING] = "worse-morning",
  [YF_DOSE_REASON_PAIN_ROSE] = "pain-rose",
  [YF_DOSE_REASON_PAIN_STOP] = "pain-stop",
  [YF_DOSE_REASON_SUSPENDED] = "suspended",
  [YF_DOSE_REASON_REVIEWED] = "reviewed",
  [YF_DOSE_REASON_BREAK] = "break",
  [YF_DOSE_REASON_EPISODE] = "episode",
  [YF_DOSE_REASON_LIMIT] = "limit",
};

static void
evidence_clear (gpointer data)
{
  g_free (((YfEvidence *) data)->entry);
}

/**
 * yf_dose_change_new:
 * @day: the first day on which @to holds
 * @exercise: the id of the exercise
 * @from: the dose before
 * @to: the dose after
 * @reason: why
 *
 * Returns: (transfer full): a change, still without its evidence
 */
YfDoseChange *
yf_dose_change_new (YfDay         day,
                    const char   *exercise,
                    const YfDose *from,
                    const YfDose *to,
                    YfDoseReason  reason)
{
  YfDoseChange *self = g_atomic_rc_box_new0 (YfDoseChange);

  self->day = day;
  self->exercise = g_strdup (exercise);
  self->from = *from;
  self->to = *to;
  self->reason = reason;
  self->evidence = g_array_new (FALSE, FALSE, sizeof (YfEvidence));
  g_array_set_clear_func (self->evidence, evidence_clear);

  return self;
}

static void
change_clear (gpointer data)
{
  YfDoseChange *self = data;

  g_free (self->exercise);
  g_array_unref (self->evidence);
}

YfDoseChange *
yf_dose_change_ref (YfDoseChange *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
yf_dose_change_unref (YfDoseChange *self)
{
  g_atomic_rc_box_release_full (self, change_clear);
}

/**
 * yf_dose_change_add:
 * @self: a change that is not shared yet
 * @entry: the id of an entry; copied
 * @day: its day
 *
 * Adds a piece of evidence.
 */
void
yf_dose_change_add (YfDoseChange *self,
                    const char   *entry,
                    YfDay         day)
{
  const YfEvidence evidence = { g_strdup (entry), day };

  g_array_append_val (self->evidence, evidence);
}

/**
 * yf_dose_change_to_string:
 * @self: a change
 *
 * Returns: (transfer full): what happened and why, in the person's language
 */
char *
yf_dose_change_to_string (const YfDoseChange *self)
{
  g_autofree char *from = yf_dose_to_string (&self->from);
  g_autofree char *to = yf_dose_to_string (&self->to);

  switch (self->reason)
    {
    case YF_DOSE_REASON_GOOD_SESSIONS:
      /* Translators: two doses such as “2 sets × 10, hold 3 s”: before and after. So in
       * all of these sentences. */
      return g_strdup_printf (_("From %s to %s: three complete sessions, no worse morning after them, and an effort of 5 or less."),
                              from, to);
    case YF_DOSE_REASON_WORSE_MORNING:
      if (yf_dose_equal (&self->from, &self->to))
        return g_strdup_printf (_("Still %s, the least there is: the morning after was worse."), to);
      return g_strdup_printf (_("From %s down to %s: the morning after was worse."), from, to);
    case YF_DOSE_REASON_PAIN_ROSE:
      if (yf_dose_equal (&self->from, &self->to))
        return g_strdup_printf (_("Still %s, the least there is: pain was up by 2 or more after the session."), to);
      return g_strdup_printf (_("From %s down to %s: pain was up by 2 or more after the session."), from, to);
    case YF_DOSE_REASON_PAIN_STOP:
      if (yf_dose_equal (&self->from, &self->to))
        return g_strdup_printf (_("Still %s, the least there is: it hurt, and you stopped."), to);
      return g_strdup_printf (_("From %s down to %s: it hurt, and you stopped."), from, to);
    case YF_DOSE_REASON_SUSPENDED:
      return g_strdup (_("Suspended: it hurt twice in a row. It stays out until it has been looked at again."));
    case YF_DOSE_REASON_REVIEWED:
      return g_strdup_printf (_("Open again with %s: it has been looked at."), to);
    case YF_DOSE_REASON_BREAK:
      return g_strdup_printf (_("From %s down to %s: it has not been done for two weeks or more."), from, to);
    case YF_DOSE_REASON_EPISODE:
      return g_strdup_printf (_("From %s back to %s: a new episode has begun."), from, to);
    case YF_DOSE_REASON_LIMIT:
      return g_strdup_printf (_("From %s down to %s: your clinician has set a limit."), from, to);
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * yf_dose_change_get_source:
 * @self: a change
 *
 * Returns: (transfer full): who says so: a limit is the clinician's; adding sets and
 *   hold gradually is from 004; when to do so, and all else, is Yanfei's own cautious
 *   choice
 */
YfSource *
yf_dose_change_get_source (const YfDoseChange *self)
{
  if (self->reason == YF_DOSE_REASON_LIMIT)
    return yf_source_new_programme (C_("who wrote a programme", "your clinician"));
  if (self->reason == YF_DOSE_REASON_GOOD_SESSIONS &&
      (self->to.sets > self->from.sets || self->to.hold > self->from.hold))
    return yf_source_new ("004", "Step 3: rehabilitation, five-point support", NULL);

  return yf_source_new (YF_SOURCE_APP, NULL, NULL);
}

const char *
yf_dose_reason_get_id (YfDoseReason reason)
{
  g_return_val_if_fail (reason < G_N_ELEMENTS (reason_ids), NULL);

  return reason_ids[reason];
}

gboolean
yf_dose_reason_from_id (const char   *id,
                        YfDoseReason *reason)
{
  YF_IDS_FROM_ID (reason_ids, id, reason);
}
