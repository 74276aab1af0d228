/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-finding-private.h"

#include <glib/gi18n-lib.h>

/* Sentences about what the plan did: doses, reminders, breaks from sitting. They
 * count, and praise nobody. */

/* Fewer than so many days with a reminder, or breaks, tell nothing yet. */
#define LEAST_ASKED 5

static void
add_evidence (YfEntries          *entries,
              const YfPlanChange *change)
{
  for (char **id = change->entries; *id != NULL; id++)
    yf_entries_add (entries, *id);
}

void
yf_finding_add_doses (YfProgress *progress)
{
  g_autoptr (YfEntries) entries = yf_entries_new ();
  g_autofree char *up = NULL;
  g_autofree char *down = NULL;
  g_autofree char *suspended = NULL;
  g_autofree char *both = NULL;
  g_autofree char *text = NULL;
  int n_up = 0;
  int n_down = 0;
  int n_suspended = 0;

  for (guint i = 0; i < progress->shown_changes->len; i++)
    {
      const YfPlanChange *change = g_ptr_array_index (progress->shown_changes, i);
      gboolean is_up;
      gboolean is_suspended;
      gboolean is_down;

      if (change->dose == NULL || change->withdrawn)
        continue;

      is_up = change->dose->reason == YF_DOSE_REASON_GOOD_SESSIONS;
      is_suspended = change->dose->reason == YF_DOSE_REASON_SUSPENDED;
      is_down = !is_up && !is_suspended && !yf_dose_equal (&change->dose->from, &change->dose->to);
      n_up += is_up;
      n_down += is_down;
      n_suspended += is_suspended;
      if (is_up || is_down || is_suspended)
        add_evidence (entries, change);
    }

  if (n_up + n_down + n_suspended == 0)
    return;

  if (n_up > 0)
    up = g_strdup_printf (ngettext ("The plan raised a dose %d time, by one step.",
                                    "The plan raised a dose %d times, by one step each.", (gulong) n_up),
                          n_up);
  if (n_down > 0)
    down = g_strdup_printf (ngettext ("The plan lowered a dose %d time.",
                                      "The plan lowered a dose %d times.", (gulong) n_down),
                            n_down);
  if (n_suspended > 0)
    suspended = g_strdup_printf (ngettext ("The plan suspended an exercise %d time, after it had hurt twice in a row.",
                                           "The plan suspended an exercise %d times, after it had hurt twice in a row.",
                                           (gulong) n_suspended),
                                 n_suspended);

  both = yf_finding_join (up, down);
  text = yf_finding_join (both, suspended);
  yf_finding_add (progress, YF_FINDING_DOSES, YF_TREND_NONE, text, entries);
}

void
yf_finding_add_reminders (YfProgress *progress)
{
  const YfReminderCounts *counts = &progress->reminders;
  g_autoptr (YfEntries) entries = yf_entries_new ();
  g_autofree char *text = NULL;

  if (counts->n_days < LEAST_ASKED)
    return;

  for (guint i = 0; i < progress->log->reminders->len; i++)
    {
      const YfReminderRecord *record = g_ptr_array_index (progress->log->reminders, i);

      if (record->kind != YF_REMINDER_MORNING &&
          yf_progress_has_day (progress, yf_day_from_moment (record->at, record->utc_offset)))
        yf_entries_add (entries, record->id);
    }

  /* Translators: on how many days there was a reminder, and on how many of these a session came after it */
  text = g_strdup_printf (ngettext ("There was a reminder on %1$d day; a session followed on %2$d of them.",
                                    "There was a reminder on %1$d days; a session followed on %2$d of them.",
                                    (gulong) counts->n_days),
                          counts->n_days, counts->n_days_trained);
  yf_finding_add (progress, YF_FINDING_REMINDERS, YF_TREND_NONE, text, entries);
}

void
yf_finding_add_breaks (YfProgress *progress)
{
  const YfBreakCounts *counts = &progress->breaks;
  g_autoptr (YfEntries) entries = yf_entries_new ();
  g_autofree char *done = NULL;
  g_autofree char *partly = NULL;
  g_autofree char *text = NULL;

  if (counts->n_offered < LEAST_ASKED)
    return;

  for (guint i = 0; i < progress->log->sitting_breaks->len; i++)
    {
      const YfBreakRecord *record = g_ptr_array_index (progress->log->sitting_breaks, i);

      if (yf_progress_has_day (progress, yf_day_from_moment (record->at, record->utc_offset)))
        yf_entries_add (entries, record->id);
    }

  /* Translators: how many breaks from sitting were offered, and how many of these were done */
  done = g_strdup_printf (ngettext ("%1$d break from sitting was offered; %2$d of them was done.",
                                    "%1$d breaks from sitting were offered; %2$d of them were done.",
                                    (gulong) counts->n_offered),
                          counts->n_offered, counts->n_done);
  if (counts->n_partly > 0)
    partly = g_strdup_printf (ngettext ("%d more was done in part.", "%d more were done in part.",
                                        (gulong) counts->n_partly),
                              counts->n_partly);
  text = yf_finding_join (done, partly);
  yf_finding_add (progress, YF_FINDING_BREAKS, YF_TREND_NONE, text, entries);
}
