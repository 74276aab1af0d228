/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-report-pages-private.h"
#include "yf-report-words.h"

/* The short words of the printed report: what fits into a column. */

/**
 * yf_report_side_word:
 * @side: a side
 *
 * Returns: (transfer none): the side in a word; empty for none
 */
const char *
yf_report_side_word (YfSide side)
{
  switch (side)
    {
    case YF_SIDE_LEFT:
      return C_("side of the body", "left");
    case YF_SIDE_RIGHT:
      return C_("side of the body", "right");
    case YF_SIDE_NONE:
    default:
      return "";
    }
}

/**
 * yf_report_reason_word:
 * @reason: why the plan changed a dose
 *
 * Returns: (transfer none): that in a few words
 */
const char *
yf_report_reason_word (YfDoseReason reason)
{
  switch (reason)
    {
    case YF_DOSE_REASON_GOOD_SESSIONS:
      return C_("why a dose changed", "three good sessions");
    case YF_DOSE_REASON_WORSE_MORNING:
      return C_("why a dose changed", "worse next morning");
    case YF_DOSE_REASON_PAIN_ROSE:
      return C_("why a dose changed", "pain up by 2 or more");
    case YF_DOSE_REASON_PAIN_STOP:
      return C_("why a dose changed", "it hurt");
    case YF_DOSE_REASON_SUSPENDED:
      return C_("why a dose changed", "it hurt twice in a row");
    case YF_DOSE_REASON_REVIEWED:
      return C_("why a dose changed", "looked at again");
    case YF_DOSE_REASON_BREAK:
      return C_("why a dose changed", "not done for two weeks or more");
    case YF_DOSE_REASON_EPISODE:
      return C_("why a dose changed", "a new episode");
    case YF_DOSE_REASON_LIMIT:
      return C_("why a dose changed", "a clinician’s limit");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * yf_report_hold_text:
 * @shortest: the shortest hold, in microseconds
 * @longest: the longest hold, likewise
 *
 * Returns: (transfer full): how long it was held, to the tenth of a second below a
 *   minute and to the second above; empty for no hold at all
 */
char *
yf_report_hold_text (gint64 shortest,
                     gint64 longest)
{
  const gint64 tenth = YF_SECOND / 10;
  double from;
  double to;
  int seconds;

  /* Before anything is reckoned: of nothing the shortest is beyond all bounds. */
  if (longest <= 0)
    return g_strdup ("");

  from = (double) ((shortest + tenth / 2) / tenth) / 10;
  to = (double) ((longest + tenth / 2) / tenth) / 10;
  seconds = (int) ((longest + YF_SECOND / 2) / YF_SECOND);
  if (seconds >= 60 && from < to)
    {
      int least = (int) ((shortest + YF_SECOND / 2) / YF_SECOND);

      /* Translators: a hold, from so many minutes and seconds to so many: 4:10–5:00 min */
      return g_strdup_printf (_("%d:%02d–%d:%02d min"), least / 60, least % 60, seconds / 60, seconds % 60);
    }
  if (seconds >= 60)
    /* Translators: a hold, in minutes and seconds as a clock has them: 5:00 min */
    return g_strdup_printf (_("%d:%02d min"), seconds / 60, seconds % 60);
  if (from < to)
    /* Translators: a hold, from so many seconds to so many */
    return g_strdup_printf (_("%g–%g s"), from, to);

  /* Translators: a hold, in seconds */
  return g_strdup_printf (_("%g s"), to);
}

/**
 * yf_report_dose_text:
 * @dose: a dose
 *
 * Returns: (transfer full): the dose as a column has it
 */
char *
yf_report_dose_text (const YfDose *dose)
{
  g_autofree char *hold = yf_report_hold_text (dose->hold, dose->hold);

  if (*hold == '\0')
    /* Translators: a dose: sets, repetitions in each */
    return g_strdup_printf (_("%d × %d"), dose->sets, dose->reps);

  /* Translators: a dose: sets, repetitions in each, and how long each is held: 2 × 10, 3 s */
  return g_strdup_printf (_("%d × %d, %s"), dose->sets, dose->reps, hold);
}

/**
 * yf_report_reps_text:
 * @sets: (element-type YfReportSet): what was done in a session
 * @item: which exercise of it
 * @side: which side
 *
 * Returns: (transfer full): sets and repetitions: "2 × 10", or each where they
 *   were not alike: "10 + 7"
 */
char *
yf_report_reps_text (GArray *sets,
                     guint   item,
                     YfSide  side)
{
  g_autoptr (GString) each = g_string_new (NULL);
  int n_sets = 0;
  int n_reps = 0;
  gboolean alike = TRUE;

  for (guint i = 0; i < sets->len; i++)
    {
      const YfReportSet *set = &g_array_index (sets, YfReportSet, i);

      if (set->item != item || set->side != side || set->n_reps == 0)
        continue;
      if (n_sets > 0 && set->n_reps != n_reps)
        alike = FALSE;
      n_reps = set->n_reps;
      g_string_append_printf (each, "%s%d", n_sets > 0 ? " + " : "", set->n_reps);
      n_sets++;
    }

  if (n_sets == 0)
    return g_strdup ("0");
  if (!alike)
    return g_strdup (each->str);

  return g_strdup_printf (_("%d × %d"), n_sets, n_reps);
}

/**
 * yf_report_pain_text:
 * @back: NRS 0 to 10, or %YF_PAIN_UNANSWERED
 * @leg: likewise
 *
 * Returns: (transfer full): both, as a column has them; empty where neither was
 *   given
 */
char *
yf_report_pain_text (int back,
                     int leg)
{
  char texts[2][4];
  const int scores[] = { back, leg };

  if (back == YF_PAIN_UNANSWERED && leg == YF_PAIN_UNANSWERED)
    return g_strdup ("");
  for (int i = 0; i < 2; i++)
    if (scores[i] == YF_PAIN_UNANSWERED)
      g_strlcpy (texts[i], "–", sizeof texts[i]);
    else
      g_snprintf (texts[i], sizeof texts[i], "%d", scores[i]);

  return g_strdup_printf ("%s / %s", texts[0], texts[1]);
}

/**
 * yf_report_moment_text:
 * @real: microseconds since the Unix epoch
 * @utc_offset: seconds east of UTC where the person was
 *
 * Returns: (transfer full): the day and the time to the minute, as the clock on
 *   the wall had it
 */
char *
yf_report_moment_text (gint64 real,
                       gint32 utc_offset)
{
  g_autofree char *day = yf_day_to_string (yf_day_from_moment (real, utc_offset));
  gint64 local = real / G_USEC_PER_SEC + utc_offset;
  int minute = (int) (((local % 86400) + 86400) % 86400 / 60);

  return g_strdup_printf ("%s %02d:%02d", day, minute / 60, minute % 60);
}

/**
 * yf_report_period_text:
 * @from: a day, or %YF_DAY_NONE
 * @to: a day, or %YF_DAY_NONE
 *
 * Returns: (transfer full): the period in words
 */
char *
yf_report_period_text (YfDay from,
                       YfDay to)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (!yf_day_is_known (from) || !yf_day_is_known (to))
    return g_strdup (_("No entries yet"));
  first = yf_day_to_string (from);
  if (from == to)
    return g_steal_pointer (&first);
  last = yf_day_to_string (to);

  /* Translators: a period, from one day to another: 2026-08-03 to 2026-09-25 */
  return g_strdup_printf (_("%s to %s"), first, last);
}

/**
 * yf_report_triage_word:
 * @level: a level
 *
 * Returns: (transfer none): how soon a doctor should see it, in a word or two
 */
const char *
yf_report_triage_word (YfTriage level)
{
  switch (level)
    {
    case YF_TRIAGE_SEE_DOCTOR:
      return C_("level of a sign", "see a doctor");
    case YF_TRIAGE_URGENT:
      return C_("level of a sign", "urgent");
    case YF_TRIAGE_EMERGENCY:
      return C_("level of a sign", "emergency");
    case YF_TRIAGE_NONE:
    default:
      return "";
    }
}

/**
 * yf_report_trend_word:
 * @kind: what was compared
 * @trend: what is claimed
 *
 * Returns: (transfer none): that in a few words
 */
const char *
yf_report_trend_word (YfFindingKind kind,
                      YfTrend       trend)
{
  gboolean pain = kind == YF_FINDING_BACK_PAIN || kind == YF_FINDING_LEG_PAIN;

  switch (trend)
    {
    case YF_TREND_BETTER:
      return pain ? C_("change", "clearly less") : C_("change", "clearly better");
    case YF_TREND_WORSE:
      return pain ? C_("change", "clearly more") : C_("change", "clearly worse");
    case YF_TREND_STEADY:
      return C_("change", "no clear change");
    case YF_TREND_NONE:
    default:
      return C_("change", "too few answers");
    }
}

/**
 * yf_report_find_finding:
 * @layout: a report that is being laid out
 * @kind: what it is about
 *
 * Returns: (transfer none) (nullable): the finding
 */
const YfFinding *
yf_report_find_finding (YfReportLayout *layout,
                        YfFindingKind   kind)
{
  GPtrArray *findings = yf_progress_get_findings (layout->progress);

  for (guint i = 0; i < findings->len; i++)
    {
      const YfFinding *finding = g_ptr_array_index (findings, i);

      if (finding->kind == kind)
        return finding;
    }

  return NULL;
}

/**
 * yf_report_function_name:
 * @layout: a report that is being laid out
 * @activity: the id of something a person finds hard to do
 *
 * Returns: (transfer none): it in the person's words
 */
const char *
yf_report_function_name (YfReportLayout *layout,
                         const char     *activity)
{
  for (guint i = 0; i < layout->log->functions->len; i++)
    {
      const YfFunctionActivity *one = g_ptr_array_index (layout->log->functions, i);

      if (g_str_equal (one->id, activity))
        return one->name;
    }

  return activity;
}

/**
 * yf_report_movement_text:
 * @layout: a report that is being laid out
 * @exercise: the id of an exercise
 * @side: with which side it was done
 *
 * Returns: (transfer full): its name, with the side where it has one
 */
char *
yf_report_movement_text (YfReportLayout *layout,
                         const char     *exercise,
                         YfSide          side)
{
  const char *name = yf_progress_get_exercise_name (layout->progress, exercise);

  if (side == YF_SIDE_NONE)
    return g_strdup (name);

  /* Translators: an exercise and a side: Straight-leg raise, left */
  return g_strdup_printf (_("%s, %s"), name, yf_report_side_word (side));
}
