/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-report-pages-private.h"
#include "yf-report-words.h"

/* What the lists of the first page say. What is said of it is from YfProgress;
 * the medians are those of its findings, span by span. */

#define SPAN_DAYS 14

static void
item_free (gpointer data)
{
  YfReportItem *self = data;

  g_free (self->name);
  g_free (self->value);
  g_free (self->remark);
  g_free (self);
}

static void
add_item (YfReportList *list,
          char         *name,
          char         *value,
          char         *remark)
{
  YfReportItem *item = g_new0 (YfReportItem, 1);

  item->name = name;
  item->value = value;
  item->remark = remark;
  g_ptr_array_add (list->items, item);
}

static gboolean
is_later (GArray *doses,
          guint   index)
{
  const YfDosePoint *change = &g_array_index (doses, YfDosePoint, index);

  for (guint i = index + 1; i < doses->len; i++)
    if (g_str_equal (g_array_index (doses, YfDosePoint, i).exercise, change->exercise))
      return TRUE;

  return FALSE;
}

static int
count_changes (GArray     *doses,
               const char *exercise)
{
  int n = 0;

  for (guint i = 0; i < doses->len; i++)
    {
      const YfDosePoint *change = &g_array_index (doses, YfDosePoint, i);

      if (g_str_equal (change->exercise, exercise) && change->before.sets > 0)
        n++;
    }

  return n;
}

static const YfDosePoint *
find_before (GArray *doses,
             guint   index)
{
  const YfDosePoint *point = &g_array_index (doses, YfDosePoint, index);

  for (guint i = index; i > 0; i--)
    {
      const YfDosePoint *before = &g_array_index (doses, YfDosePoint, i - 1);

      if (g_str_equal (before->exercise, point->exercise))
        return before;
    }

  return NULL;
}

/**
 * yf_report_find_reason:
 * @layout: a report that is being laid out
 * @index: which of the doses of its progress
 *
 * Returns: (transfer none) (nullable): the change of the plan that led to the dose;
 *   %NULL where there is none, as where the person chose it
 */
const YfPlanChange *
yf_report_find_reason (YfReportLayout *layout,
                       guint           index)
{
  GArray *doses = yf_progress_get_doses (layout->progress);
  const YfDosePoint *point = &g_array_index (doses, YfDosePoint, index);
  const YfDosePoint *before = find_before (doses, index);
  GPtrArray *changes = yf_progress_get_plan_changes (layout->progress);

  for (guint i = changes->len; i > 0; i--)
    {
      const YfPlanChange *change = g_ptr_array_index (changes, i - 1);

      if (change->dose == NULL || change->withdrawn || change->day > point->day ||
          !g_str_equal (change->exercise, point->exercise))
        continue;
      if (before != NULL && change->day < before->day)
        return NULL;

      return yf_dose_equal (&change->dose->to, &point->dose) ? change : NULL;
    }

  return NULL;
}

/* The change that suspended an exercise, where none has opened it since. */
static const YfPlanChange *
find_suspension (YfReportLayout *layout,
                 const char     *exercise)
{
  GPtrArray *changes = yf_progress_get_plan_changes (layout->progress);

  for (guint i = changes->len; i > 0; i--)
    {
      const YfPlanChange *change = g_ptr_array_index (changes, i - 1);

      if (change->dose == NULL || change->withdrawn || !g_str_equal (change->exercise, exercise))
        continue;
      if (change->dose->reason == YF_DOSE_REASON_REVIEWED)
        return NULL;
      if (change->dose->reason == YF_DOSE_REASON_SUSPENDED)
        return change;
    }

  return NULL;
}

static char *
describe_dose (YfReportLayout *layout,
               guint           index)
{
  GArray *doses = yf_progress_get_doses (layout->progress);
  const YfDosePoint *point = &g_array_index (doses, YfDosePoint, index);
  const YfPlanChange *reason = yf_report_find_reason (layout, index);
  const YfPlanChange *suspension = find_suspension (layout, point->exercise);
  g_autofree char *day = yf_day_to_string (point->day);
  g_autoptr (GString) text = g_string_new (NULL);
  int n = count_changes (doses, point->exercise);

  if (suspension != NULL)
    {
      g_autofree char *since = yf_day_to_string (suspension->day);

      /* Translators: %s is a date: an exercise is not to be done until it has been looked at again */
      g_string_append_printf (text, _("suspended since %s: it hurt twice in a row"), since);
      g_string_append (text, " · ");
    }

  if (n == 0)
    {
      /* Translators: %s is a date: the dose has been the same since then */
      g_string_append_printf (text, _("since %s"), day);
    }
  else
    {
      g_autofree char *before = yf_report_dose_text (&point->before);

      /* Translators: the first %s is a date, the second the dose that was planned until then; then how often it was changed */
      g_string_append_printf (text, ngettext ("since %1$s, before that %2$s; %3$d change",
                                              "since %1$s, before that %2$s; %3$d changes", (gulong) n),
                              day, before, n);
    }

  if (reason != NULL)
    g_string_append_printf (text, " · %s", yf_report_reason_word (reason->dose->reason));

  return g_strdup (text->str);
}

static void
fill_doses (YfReportLayout *layout,
            YfReportList   *list)
{
  GArray *doses = yf_progress_get_doses (layout->progress);

  for (guint i = 0; i < doses->len; i++)
    {
      const YfDosePoint *point = &g_array_index (doses, YfDosePoint, i);

      if (is_later (doses, i))
        continue;
      add_item (list, g_strdup (yf_progress_get_exercise_name (layout->progress, point->exercise)),
                yf_report_dose_text (&point->dose), describe_dose (layout, i));
    }
}

static void
fill_provocations (YfReportLayout *layout,
                   YfReportList   *list)
{
  GArray *provocations = yf_progress_get_provocations (layout->progress);

  for (guint i = 0; i < provocations->len; i++)
    {
      const YfProvocation *one = &g_array_index (provocations, YfProvocation, i);
      g_autofree char *movement = yf_report_movement_text (layout, one->exercise, one->side);
      g_autofree char *day = yf_day_to_string (one->latest);
      g_autofree char *reps = NULL;
      g_autofree char *worst = NULL;

      if (one->last_rep == 0)
        reps = g_strdup (_("before the first repetition"));
      else if (one->first_rep == 0)
        /* Translators: it hurt between making ready and this repetition of a set */
        reps = g_strdup_printf (_("up to repetition %d"), one->last_rep);
      else if (one->first_rep == one->last_rep)
        /* Translators: %d is which repetition of a set it was */
        reps = g_strdup_printf (_("repetition %d"), one->last_rep);
      else
        /* Translators: from which repetition of a set to which */
        reps = g_strdup_printf (_("repetitions %d to %d"), one->first_rep, one->last_rep);

      if (one->worst == YF_PAIN_UNANSWERED)
        worst = g_strdup (_("pain not given"));
      else
        /* Translators: %d is from 0 to 10 */
        worst = g_strdup_printf (_("pain up to %d of 10"), one->worst);

      add_item (list,
                /* Translators: an exercise, and a phase of it such as “Hold” */
                g_strdup_printf (_("%s: %s"), movement, yf_segment_kind_get_name (one->phase)),
                /* Translators: how often it hurt */
                g_strdup_printf (ngettext ("%d time", "%d times", (gulong) one->n), one->n),
                /* Translators: which repetitions, how much it hurt, and the date of the last time */
                g_strdup_printf (_("%1$s; %2$s; last on %3$s"), reps, worst, day));
    }
}

static void
fill_flags (YfReportLayout *layout,
            YfReportList   *list)
{
  GArray *raised = yf_progress_get_raised (layout->progress);

  for (guint i = 0; i < raised->len; i++)
    {
      const YfRaised *one = &g_array_index (raised, YfRaised, i);
      g_autofree char *first = yf_day_to_string (one->first);
      g_autofree char *last = yf_day_to_string (one->latest);
      char *remark;

      if (one->n == 1)
        /* Translators: %s is the date of the one check-in in which a sign was said */
        remark = g_strdup_printf (_("said once, on %s"), first);
      else
        /* Translators: in how many check-ins a sign was said, and the dates of the first and the last */
        remark = g_strdup_printf (ngettext ("said %1$d time, first on %2$s, last on %3$s",
                                            "said %1$d times, first on %2$s, last on %3$s", (gulong) one->n),
                                  one->n, first, last);
      add_item (list, g_strdup (yf_report_flag_text (layout->report, one->flag)),
                g_strdup (yf_report_triage_word (one->level)), remark);
    }
}

static char *
describe_clearance (YfReportLayout *layout,
                    YfClearance    *clearance)
{
  g_autofree char *exercises = yf_report_names (layout->report, yf_clearance_get_exercises (clearance), TRUE);
  g_autofree char *conditions = yf_report_names (layout->report, yf_clearance_get_conditions (clearance), FALSE);
  YfDay until = yf_clearance_get_until (clearance);
  g_autofree char *day = NULL;

  if (!yf_day_is_known (until))
    /* Translators: exercises, and the conditions in spite of which they are cleared */
    return g_strdup_printf (_("Cleared: %1$s; in spite of: %2$s"), exercises, conditions);

  day = yf_day_to_string (until);
  /* Translators: exercises, the conditions in spite of which they are cleared, and a date */
  return g_strdup_printf (_("Cleared: %1$s; in spite of: %2$s; until %3$s"), exercises, conditions, day);
}

/**
 * yf_report_clinician_text:
 * @layout: a report that is being laid out
 * @clinician: (nullable): as the log has the name
 *
 * Returns: (transfer full): the name, or that there is none
 */
char *
yf_report_clinician_text (YfReportLayout *layout,
                          const char     *clinician)
{
  /* A log without names has a dash for each. */
  if (yf_report_get_anonymous (layout->report) || clinician == NULL || *clinician == '\0')
    return g_strdup (_("Clinician not named"));

  return g_strdup (clinician);
}

static void
fill_clearances (YfReportLayout *layout,
                 YfReportList   *list)
{
  GPtrArray *clearances;
  GPtrArray *assessments;

  if (layout->log->profile == NULL)
    return;

  clearances = yf_profile_get_clearances (layout->log->profile);
  for (guint i = 0; i < clearances->len; i++)
    {
      YfClearance *one = g_ptr_array_index (clearances, i);

      add_item (list, yf_report_clinician_text (layout, yf_clearance_get_clinician (one)),
                yf_day_to_string (yf_clearance_get_date (one)), describe_clearance (layout, one));
    }

  assessments = yf_profile_get_assessments (layout->log->profile);
  for (guint i = 0; i < assessments->len; i++)
    {
      YfAssessment *one = g_ptr_array_index (assessments, i);

      add_item (list, yf_report_clinician_text (layout, yf_assessment_get_clinician (one)),
                yf_day_to_string (yf_assessment_get_date (one)),
                /* Translators: %s is a sign that a clinician has looked at */
                g_strdup_printf (_("Assessed: %s"),
                                 yf_report_flag_text (layout->report, yf_assessment_get_flag (one))));
    }
}

/* The change of a measure, with who says how much is one. */
static char *
describe_change (YfReportLayout *layout,
                 YfFindingKind   kind,
                 YfDay           from,
                 YfDay           to)
{
  const YfFinding *finding = yf_report_find_finding (layout, kind);
  g_autofree char *first = yf_day_to_string (from);
  g_autofree char *last = yf_day_to_string (to);

  if (from == to)
    /* Translators: %s is a date */
    return g_strdup_printf (_("on %s"), first);
  if (finding == NULL || finding->trend == YF_TREND_NONE || finding->source == NULL)
    return g_strdup_printf (_("%s to %s"), first, last);

  /* Translators: two dates, “clearly better” or the like, and who says how much change is meaningful */
  return g_strdup_printf (_("%1$s to %2$s: %3$s (%4$s)"), first, last,
                          yf_report_trend_word (kind, finding->trend), finding->source);
}

static void
fill_outcomes (YfReportLayout *layout,
               YfReportList   *list)
{
  static const YfFindingKind kinds[] = {
    [YF_CLINIC_ODI] = YF_FINDING_ODI,
    [YF_CLINIC_RMDQ] = YF_FINDING_RMDQ,
  };
  GArray *functions = yf_progress_get_functions (layout->progress);
  GPtrArray *scores = layout->log->scores;

  if (functions->len > 0)
    {
      const YfFunctionPoint *first = &g_array_index (functions, YfFunctionPoint, 0);
      const YfFunctionPoint *last = &g_array_index (functions, YfFunctionPoint, functions->len - 1);

      add_item (list, g_strdup (_("What is hard to do, mean of 0 to 10, more is better")),
                functions->len > 1 ? g_strdup_printf ("%.1f → %.1f", first->mean, last->mean)
                                   : g_strdup_printf ("%.1f", first->mean),
                describe_change (layout, YF_FINDING_FUNCTION, first->day, last->day));
    }

  for (YfClinicScale scale = 0; scale < YF_CLINIC_N_SCALES; scale++)
    {
      const YfClinicScore *first = NULL;
      const YfClinicScore *last = NULL;

      for (guint i = 0; i < scores->len; i++)
        {
          const YfClinicScore *score = g_ptr_array_index (scores, i);

          if (score->scale != scale)
            continue;
          if (first == NULL)
            first = score;
          last = score;
        }
      if (first == NULL)
        continue;

      add_item (list,
                /* Translators: the name of a questionnaire, and its greatest total */
                g_strdup_printf (_("%s, 0 to %d, less is better"), yf_clinic_scale_get_name (scale),
                                 yf_clinic_scale_get_max (scale)),
                first != last ? g_strdup_printf ("%d → %d", first->total, last->total)
                              : g_strdup_printf ("%d", first->total),
                describe_change (layout, kinds[scale], first->day, last->day));
    }
}

/**
 * yf_report_lists_fill:
 * @layout: a report that is being laid out
 *
 * Fills in the lists of the first page, all of them whole.
 */
void
yf_report_lists_fill (YfReportLayout *layout)
{
  static const struct
  {
    const char *id;
    const char *title;
    const char *none;
    guint       least;
    void (*fill) (YfReportLayout *layout,
                  YfReportList   *list);
  } makers[YF_N_REPORT_LISTS] = {
    [YF_REPORT_LIST_DOSES] = { "doses", N_("Doses now"), N_("No exercise was planned."), 4, fill_doses },
    [YF_REPORT_LIST_OUTCOMES] = { "outcomes", N_("Outcome measures"), N_("None was taken."), 2, fill_outcomes },
    [YF_REPORT_LIST_FLAGS] = { "flags", N_("Red flags raised"), N_("None was raised in a check-in."), 4, fill_flags },
    [YF_REPORT_LIST_PROVOCATIONS] = { "provocations", N_("Movements that hurt"),
                                      N_("No exercise was stopped for pain."), 3, fill_provocations },
    [YF_REPORT_LIST_CLEARANCES] = { "clearances", N_("Clearances and assessments"),
                                    N_("None was written down."), 2, fill_clearances },
  };

  for (guint i = 0; i < YF_N_REPORT_LISTS; i++)
    {
      YfReportList *list = &layout->lists[i];

      list->id = makers[i].id;
      list->title = _(makers[i].title);
      list->none = _(makers[i].none);
      list->least = makers[i].least;
      list->items = g_ptr_array_new_with_free_func (item_free);
      makers[i].fill (layout, list);
      list->shown = list->items->len;
    }
}

void
yf_report_lists_clear (YfReportLayout *layout)
{
  for (guint i = 0; i < YF_N_REPORT_LISTS; i++)
    g_clear_pointer (&layout->lists[i].items, g_ptr_array_unref);
}

static void
count_answer (guint counts[YF_PAIN_MAX + 1],
              int   score)
{
  if (score >= 0 && score <= YF_PAIN_MAX)
    counts[score]++;
}

static int
find_median_twice (const guint counts[YF_PAIN_MAX + 1],
                   int        *n)
{
  guint seen = 0;
  int lower = -1;

  *n = 0;
  for (int score = 0; score <= YF_PAIN_MAX; score++)
    *n += (int) counts[score];
  for (int score = 0; *n > 0 && score <= YF_PAIN_MAX; score++)
    {
      seen += counts[score];
      if (lower < 0 && seen >= (guint) (*n + 1) / 2)
        lower = score;
      if (seen >= (guint) *n / 2 + 1)
        return lower + score;
    }

  return -1;
}

static void
fill_span (YfPainSummary *self,
           GArray        *pains,
           guint          span,
           YfDay          from,
           YfDay          to)
{
  guint counts[2][2][YF_PAIN_MAX + 1] = { 0 };

  for (guint i = 0; i < pains->len; i++)
    {
      const YfPainPoint *point = &g_array_index (pains, YfPainPoint, i);
      guint after = point->moment == YF_PAIN_AFTER;

      if (point->day < from || point->day > to)
        continue;
      count_answer (counts[after][0], point->back);
      count_answer (counts[after][1], point->leg);
    }

  for (guint after = 0; after < 2; after++)
    for (guint leg = 0; leg < 2; leg++)
      self->twice[span][after][leg] = find_median_twice (counts[after][leg], &self->n[span][after][leg]);
}

/**
 * yf_pain_summary_fill:
 * @self: a summary
 * @progress: what it is of
 *
 * Fills in the medians that the findings about pain are made from, and those of
 * what was said after sessions.
 */
void
yf_pain_summary_fill (YfPainSummary *self,
                      YfProgress    *progress)
{
  GArray *pains = yf_progress_get_pains (progress);
  YfDay from = MAX (yf_progress_get_from (progress), yf_progress_get_began (progress));
  YfDay to = yf_progress_get_to (progress);

  self->whole = to - from + 1 < 2 * SPAN_DAYS;
  self->first_from = self->whole ? yf_progress_get_from (progress) : from;
  self->first_to = self->whole ? to : from + SPAN_DAYS - 1;
  self->last_from = self->whole ? self->first_from : to - SPAN_DAYS + 1;
  self->last_to = to;

  fill_span (self, pains, 0, self->first_from, self->first_to);
  fill_span (self, pains, 1, self->last_from, self->last_to);
}
