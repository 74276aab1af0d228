/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-finding-private.h"

#include <glib/gi18n-lib.h>

/* Sentences that count and compare nothing: weeks, mornings, stops, flares. */

static void
add_entry_of_day (YfProgress *progress,
                  YfDay       day,
                  const char *id,
                  YfEntries  *entries)
{
  const YfWeek *week = yf_progress_find_week (progress, day);

  if (week != NULL && yf_week_is_judged (week))
    yf_entries_add (entries, id);
}

/* What made the days of the judged weeks days that were kept. */
static void
trace_kept (YfProgress *progress,
            YfEntries  *entries)
{
  for (guint i = 0; i < progress->sessions->len; i++)
    {
      YfSessionRecord *record = g_ptr_array_index (progress->sessions, i);

      if (yf_session_record_count_reps (record) > 0 ||
          yf_progress_wants_rest (progress, record->check_in, yf_progress_get_session_day (record)))
        add_entry_of_day (progress, yf_progress_get_session_day (record), record->id, entries);
    }

  for (guint i = 0; i < progress->log->check_ins->len; i++)
    {
      const YfCheckInRecord *record = g_ptr_array_index (progress->log->check_ins, i);
      YfDay day = yf_day_from_moment (record->at, record->utc_offset);

      if (yf_progress_wants_rest (progress, record->check_in, day))
        add_entry_of_day (progress, day, record->id, entries);
    }

  for (guint i = 0; i < progress->log->activities->len; i++)
    {
      const YfActivityRecord *record = g_ptr_array_index (progress->log->activities, i);

      add_entry_of_day (progress, yf_day_from_moment (record->at, record->utc_offset), record->id, entries);
    }

  for (guint i = 0; i < progress->pains->len; i++)
    {
      const YfPainPoint *point = &g_array_index (progress->pains, YfPainPoint, i);

      if (point->flare)
        add_entry_of_day (progress, point->day, point->entry, entries);
    }

  for (guint i = 0; i < progress->shown_flares->len; i++)
    {
      const YfFlareDay *flare = &g_array_index (progress->shown_flares, YfFlareDay, i);

      if (flare->declared != NULL)
        add_entry_of_day (progress, flare->day, flare->declared, entries);
    }
}

static guint
count_flares (const YfWeek *week)
{
  guint n = 0;

  for (guint days = week->flares; days != 0; days >>= 1)
    n += days & 1;

  return n;
}

/* Weeks that are not whole, and those in which nothing was intended, are left
 * out. Days beyond the intended ones of a week are counted, but do not make up
 * for another week: hence the second sentence. */
void
yf_finding_add_kept (YfProgress *progress)
{
  g_autoptr (YfEntries) entries = yf_entries_new ();
  g_autofree char *days = NULL;
  g_autofree char *weeks = NULL;
  g_autofree char *text = NULL;
  guint flares = 0;
  int n_kept = 0;
  int n_intended = 0;
  int n_weeks = 0;
  int n_reached = 0;

  for (guint i = 0; i < progress->weeks->len; i++)
    {
      const YfWeek *week = &g_array_index (progress->weeks, YfWeek, i);

      if (!yf_week_is_judged (week))
        continue;

      n_weeks++;
      n_reached += week->n_kept >= week->intended;
      n_kept += week->n_kept;
      n_intended += week->intended;
      flares += count_flares (week);
    }

  if (n_weeks == 0)
    return;

  trace_kept (progress, entries);

  /* Translators: days on which the person trained, and on which they meant to */
  days = g_strdup_printf (ngettext ("In the whole weeks shown, %1$d day was kept and %2$d were intended.",
                                    "In the whole weeks shown, %1$d days were kept and %2$d were intended.",
                                    (gulong) n_kept),
                          n_kept, n_intended);
  /* Translators: weeks in which as many days were kept as were intended, of all */
  weeks = g_strdup_printf (ngettext ("The days intended were reached in %1$d of %2$d week.",
                                     "The days intended were reached in %1$d of %2$d weeks.",
                                     (gulong) n_weeks),
                           n_reached, n_weeks);
  text = yf_finding_join (days, weeks);
  if (flares > 0)
    {
      /* Translators: how many of the days that were kept */
      g_autofree char *rest = g_strdup_printf (ngettext ("%u day that was kept had a flare, which counts.",
                                                         "%u days that were kept had a flare, which counts.",
                                                         flares),
                                               flares);
      g_autofree char *both = g_steal_pointer (&text);

      text = yf_finding_join (both, rest);
    }
  yf_finding_add (progress, YF_FINDING_KEPT, YF_TREND_NONE, text, entries);
}

void
yf_finding_add_mornings (YfProgress *progress)
{
  g_autoptr (YfEntries) entries = yf_entries_new ();
  g_autofree char *text = NULL;
  int n_better;
  int n_same;
  int n_worse;
  int n;

  for (guint i = 0; i < progress->sessions->len; i++)
    {
      const YfSessionRecord *record = g_ptr_array_index (progress->sessions, i);

      if (record->morning != YF_MORNING_UNANSWERED)
        yf_entries_add (entries, record->id);
    }

  yf_progress_get_mornings (progress, &n_better, &n_same, &n_worse, NULL);
  n = n_better + n_same + n_worse;
  if (n == 0)
    return;

  /* Translators: how many sessions, and on how many of their next mornings it
   * was better, the same, worse */
  text = g_strdup_printf (ngettext ("The next morning was answered after %1$d session: better %2$d, the same %3$d, "
                                    "worse %4$d.",
                                    "The next morning was answered after %1$d sessions: better %2$d, the same %3$d, "
                                    "worse %4$d.",
                                    (gulong) n),
                          n, n_better, n_same, n_worse);
  yf_finding_add (progress, YF_FINDING_MORNINGS, YF_TREND_NONE, text, entries);
}

/* The one movement that hurt more often than any other, or NULL. */
static const YfProvocation *
find_most_frequent (YfProgress *progress)
{
  const YfProvocation *first = &g_array_index (progress->provocations, YfProvocation, 0);

  if (progress->provocations->len > 1 &&
      g_array_index (progress->provocations, YfProvocation, 1).n == first->n)
    return NULL;

  return first;
}

static char *
describe_provocation (YfProgress          *progress,
                      const YfProvocation *provocation)
{
  const char *name = yf_progress_get_exercise_name (progress, provocation->exercise);
  const char *phase = yf_segment_kind_get_name (provocation->phase);
  gulong n = (gulong) provocation->n;

  switch (provocation->side)
    {
    case YF_SIDE_LEFT:
      /* Translators: how often, an exercise, and a phase of it such as “Hold” */
      return g_strdup_printf (ngettext ("Of these, %1$d was in “%2$s” on the left side, at “%3$s”.",
                                        "Of these, %1$d were in “%2$s” on the left side, at “%3$s”.", n),
                              provocation->n, name, phase);
    case YF_SIDE_RIGHT:
      /* Translators: how often, an exercise, and a phase of it such as “Hold” */
      return g_strdup_printf (ngettext ("Of these, %1$d was in “%2$s” on the right side, at “%3$s”.",
                                        "Of these, %1$d were in “%2$s” on the right side, at “%3$s”.", n),
                              provocation->n, name, phase);
    case YF_SIDE_NONE:
    default:
      /* Translators: how often, an exercise, and a phase of it such as “Hold” */
      return g_strdup_printf (ngettext ("Of these, %1$d was in “%2$s”, at “%3$s”.",
                                        "Of these, %1$d were in “%2$s”, at “%3$s”.", n),
                              provocation->n, name, phase);
    }
}

static char *
describe_only_stop (YfProgress          *progress,
                    const YfProvocation *provocation)
{
  const char *name = yf_progress_get_exercise_name (progress, provocation->exercise);
  const char *phase = yf_segment_kind_get_name (provocation->phase);

  switch (provocation->side)
    {
    case YF_SIDE_LEFT:
      /* Translators: an exercise, and a phase of it such as “Hold” */
      return g_strdup_printf (_("It hurt once, in “%1$s” on the left side, at “%2$s”."), name, phase);
    case YF_SIDE_RIGHT:
      /* Translators: an exercise, and a phase of it such as “Hold” */
      return g_strdup_printf (_("It hurt once, in “%1$s” on the right side, at “%2$s”."), name, phase);
    case YF_SIDE_NONE:
    default:
      /* Translators: an exercise, and a phase of it such as “Hold” */
      return g_strdup_printf (_("It hurt once, in “%1$s”, at “%2$s”."), name, phase);
    }
}

static char *
describe_stops (YfProgress *progress)
{
  const YfProvocation *provocation = find_most_frequent (progress);
  guint n = progress->stops->len;
  g_autofree char *count = NULL;
  g_autofree char *movement = NULL;

  if (n == 1)
    return describe_only_stop (progress, &g_array_index (progress->provocations, YfProvocation, 0));

  count = g_strdup_printf (ngettext ("It hurt %u time during an exercise.",
                                     "It hurt %u times during an exercise.", n),
                           n);
  if (provocation == NULL)
    return g_steal_pointer (&count);

  movement = describe_provocation (progress, provocation);

  return yf_finding_join (count, movement);
}

void
yf_finding_add_stops (YfProgress *progress)
{
  g_autoptr (YfEntries) entries = yf_entries_new ();
  g_autofree char *text = NULL;

  if (progress->stops->len == 0)
    return;

  for (guint i = 0; i < progress->stops->len; i++)
    yf_entries_add (entries, g_array_index (progress->stops, YfStopPoint, i).entry);

  text = describe_stops (progress);
  yf_finding_add (progress, YF_FINDING_STOPS, YF_TREND_NONE, text, entries);
}

/* Declared ones count as those that the numbers show; which is which is said. */
void
yf_finding_add_flares (YfProgress *progress)
{
  g_autoptr (YfEntries) entries = yf_entries_new ();
  g_autofree char *measured = NULL;
  g_autofree char *declared = NULL;
  g_autofree char *text = NULL;
  int n_measured = 0;
  int n_declared = 0;

  for (guint i = 0; i < progress->pains->len; i++)
    {
      const YfPainPoint *point = &g_array_index (progress->pains, YfPainPoint, i);

      if (point->flare)
        yf_entries_add (entries, point->entry);
    }
  for (guint i = 0; i < progress->shown_flares->len; i++)
    {
      const YfFlareDay *flare = &g_array_index (progress->shown_flares, YfFlareDay, i);

      n_measured += flare->measured != NULL;
      n_declared += flare->measured == NULL;
      if (flare->declared != NULL)
        yf_entries_add (entries, flare->declared);
    }

  if (n_measured > 0)
    measured = g_strdup_printf (ngettext ("There was a flare on %d day: pain of 7 or more, or 3 or more above the usual.",
                                          "There was a flare on %d days: pain of 7 or more, or 3 or more above the usual.",
                                          (gulong) n_measured),
                                n_measured);
  if (n_declared > 0)
    /* Translators: the person said of these days that they were flares, and pain was lower or not asked about */
    declared = g_strdup_printf (ngettext ("A flare that the pain scores do not show was declared on %d day.",
                                          "A flare that the pain scores do not show was declared on %d days.",
                                          (gulong) n_declared),
                                n_declared);
  if (measured == NULL && declared == NULL)
    return;

  text = yf_finding_join (measured, declared);
  yf_finding_add (progress, YF_FINDING_FLARES, YF_TREND_NONE, text, entries);
}
