/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-report-pages-private.h"

/* The head of the first page: of whom it is. */

#define GUTTER      20.0
#define LABEL_WIDTH 74.0
#define MARK_SIZE   32.0

static const YfPaperText small = { .style = YF_PAPER_SMALL, .tag = "P" };

static void
lay_title (YfReportLayout *layout)
{
  const YfPaperText title = { .style = YF_PAPER_TITLE, .tag = "H1" };
  YfPaper *paper = layout->paper;
  double width = yf_paper_get_width (paper);
  g_autofree char *period = yf_report_period_text (yf_report_get_from (layout->report),
                                                   yf_report_get_to (layout->report));
  double height;

  yf_paper_place_mark (paper, 0, 0, MARK_SIZE);
  yf_paper_set_frame (paper, MARK_SIZE + 10, width - MARK_SIZE - 10);
  yf_paper_set_y (paper, -3);
  yf_paper_place_text (paper, &title, MARK_SIZE + 10, -3, width - MARK_SIZE - 10, _("Exercise report"));
  height = yf_paper_measure (paper, &title, width - MARK_SIZE - 10, _("Exercise report"), NULL);
  yf_paper_set_y (paper, height - 3);
  yf_paper_add_text (paper, &small, period);
  yf_paper_set_frame (paper, 0, width);
  yf_paper_set_y (paper, MAX (yf_paper_get_y (paper), MARK_SIZE + 3));
  yf_paper_place_box (paper, YF_PAPER_ACCENT, 0, yf_paper_get_y (paper), width, 1.2);
  yf_paper_skip (paper, 8);
}

static void
lay_fact (YfReportLayout *layout,
          const char     *label,
          const char     *value,
          int             max_lines)
{
  const YfPaperText how = { .style = YF_PAPER_STRONG, .max_lines = max_lines, .tag = "P" };
  const YfPaperText name = { .style = YF_PAPER_SMALL, .tag = "P" };
  YfPaper *paper = layout->paper;
  double x = yf_paper_get_x (paper);
  double y = yf_paper_get_y (paper);
  double width = yf_paper_get_frame_width (paper) - LABEL_WIDTH;
  double label_base;
  double value_base;
  double label_height = yf_paper_measure (paper, &name, LABEL_WIDTH - 6, label, &label_base);
  double height = yf_paper_measure (paper, &how, width, value, &value_base);
  double baseline = MAX (label_base, value_base);

  yf_paper_place_text (paper, &name, x, y + baseline - label_base, LABEL_WIDTH - 6, label);
  yf_paper_place_text (paper, &how, x + LABEL_WIDTH, y + baseline - value_base, width, value);
  yf_paper_set_y (paper, y + baseline + MAX (height - value_base, label_height - label_base) + 1.5);
}

/* What the stage is reckoned from. */
typedef enum
{
  EVENT_ONSET,
  EVENT_RELIEF,
  EVENT_TREATMENT,
  EVENT_SURGERY,
  EVENT_BIRTH,
} Event;

static char *
describe_known (Event       event,
                const char *day)
{
  switch (event)
    {
    case EVENT_ONSET:
      /* Translators: %s is a date, as in all of these: the trouble began on it */
      return g_strdup_printf (C_("date", "onset %s"), day);
    case EVENT_RELIEF:
      return g_strdup_printf (C_("date", "eased %s"), day);
    case EVENT_TREATMENT:
      return g_strdup_printf (C_("date", "treatment from %s"), day);
    case EVENT_SURGERY:
      return g_strdup_printf (C_("date", "operation %s"), day);
    case EVENT_BIRTH:
    default:
      return g_strdup_printf (C_("date", "gave birth %s"), day);
    }
}

static const char *
describe_unknown (Event event)
{
  switch (event)
    {
    case EVENT_ONSET:
      return _("onset: day not known");
    case EVENT_RELIEF:
      return _("eased: day not known");
    case EVENT_TREATMENT:
      return _("treatment: day not known");
    case EVENT_SURGERY:
      return _("operation: day not known");
    case EVENT_BIRTH:
    default:
      return _("gave birth: day not known");
    }
}

static char *
describe_event (Event event,
                YfDay day)
{
  g_autofree char *text = NULL;

  if (day == YF_DAY_NONE)
    return NULL;
  if (!yf_day_is_known (day))
    return g_strdup (describe_unknown (event));
  text = yf_day_to_string (day);

  return describe_known (event, text);
}

static void
append_part (GString *text,
             char    *part)
{
  g_autofree char *owned = part;

  if (owned == NULL)
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, owned);
}

static char *
describe_dates (const YfProfile *profile)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_part (text, describe_event (EVENT_ONSET, yf_profile_get_onset (profile)));
  append_part (text, describe_event (EVENT_RELIEF, yf_profile_get_relief (profile)));
  append_part (text, describe_event (EVENT_TREATMENT, yf_profile_get_treatment_start (profile)));
  append_part (text, describe_event (EVENT_SURGERY, yf_profile_get_surgery (profile)));
  append_part (text, describe_event (EVENT_BIRTH, yf_profile_get_birth (profile)));

  return text->len > 0 ? g_strdup (text->str) : NULL;
}

static char *
describe_conditions (YfReportLayout  *layout,
                     const YfProfile *profile)
{
  const char * const *ids = yf_profile_get_conditions (profile);
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      YfCondition *known = yf_catalogue_find_condition (yf_report_get_catalogue (layout->report), ids[i]);

      append_part (text, g_strdup (known != NULL ? yf_condition_get_name (known) : ids[i]));
    }
  if (yf_profile_get_muscle_relaxants (profile))
    append_part (text, g_strdup (_("takes muscle relaxants")));
  if (yf_profile_get_back_strength (profile) == YF_BACK_STRENGTH_WEAK)
    append_part (text, g_strdup (_("weak back muscles")));

  return text->len > 0 ? g_strdup (text->str) : g_strdup (_("None given"));
}

/* The stage, from when on it has been that, and what it was before. */
static char *
describe_stage (YfReportLayout *layout)
{
  const YfPlanChange *last = yf_progress_find_last_stage_change (layout->progress);
  YfStage stage = yf_report_get_stage (layout->report);
  g_autofree char *day = yf_day_to_string (yf_report_get_to (layout->report));
  g_autoptr (GString) text = g_string_new (NULL);

  /* Translators: the stage of an episode, and the date on which it was: Recovery, on 2026-09-25 */
  g_string_append_printf (text, _("%s, on %s"), yf_stage_get_name (stage), day);

  /* What the log has may be older than what was said since. */
  if (last != NULL && last->stage->to == stage)
    {
      g_autofree char *since = yf_day_to_string (last->day);

      /* Translators: the date from which a stage has lasted, and the stage before it */
      append_part (text, g_strdup_printf (_("since %1$s, before that: %2$s"), since,
                                          yf_stage_get_name (last->stage->from)));
    }

  return g_strdup (text->str);
}

/* The programme in force on the last day, or the last that was. */
static char *
describe_programme (YfReportLayout *layout)
{
  GPtrArray *programmes = yf_progress_get_programmes (layout->progress);
  const YfProgrammePeriod *period = yf_progress_find_programme (layout->progress, yf_report_get_to (layout->report));
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *clinician = NULL;
  g_autofree char *date = NULL;
  g_autofree char *from = NULL;
  g_autofree char *until = NULL;

  if (programmes->len == 0)
    return NULL;

  if (period == NULL)
    period = g_ptr_array_index (programmes, programmes->len - 1);
  if (period->programme != NULL)
    {
      if (!yf_report_get_anonymous (layout->report))
        append_part (text, g_strdup (yf_programme_get_name (period->programme)));
      append_part (text, yf_report_clinician_text (layout, yf_programme_get_clinician (period->programme)));
      date = yf_day_to_string (yf_programme_get_date (period->programme));
      /* Translators: %s is the date that a clinician's programme bears */
      append_part (text, g_strdup_printf (_("version of %s"), date));
    }
  else
    {
      append_part (text, g_strdup (_("a programme that cannot be read")));
    }

  from = yf_day_to_string (period->from);
  if (period->until == YF_DAY_NONE)
    {
      /* Translators: %s is a date: from when on a programme has been followed */
      append_part (text, g_strdup_printf (_("in force since %s"), from));
    }
  else
    {
      until = yf_day_to_string (period->until);
      /* Translators: two dates, from when until when a programme is followed */
      append_part (text, g_strdup_printf (_("in force from %1$s to %2$s"), from, until));
    }

  return g_strdup (text->str);
}

/**
 * yf_report_lay_person:
 * @layout: a report that is being laid out
 *
 * Puts the title and what is known of the person at the head of the page.
 */
void
yf_report_lay_person (YfReportLayout *layout)
{
  const YfProfile *profile = layout->log->profile;
  YfPaper *paper = layout->paper;
  double width = yf_paper_get_width (paper);
  double half = (width - GUTTER) / 2;
  double y;
  const char *name = profile != NULL ? yf_profile_get_name (profile) : NULL;
  const char *diagnosis = profile != NULL ? yf_profile_get_diagnosis (profile) : NULL;
  g_autofree char *born = NULL;
  g_autofree char *dates = profile != NULL ? describe_dates (profile) : NULL;
  g_autofree char *conditions = profile != NULL ? describe_conditions (layout, profile) : NULL;
  g_autofree char *programme = describe_programme (layout);
  const YfPaperText measure = { .style = YF_PAPER_STRONG };
  const YfPaperText cut = { .style = YF_PAPER_STRONG, .max_lines = 3 };
  double left_y;
  gboolean fits;

  lay_title (layout);
  y = yf_paper_get_y (paper);

  if (yf_report_get_anonymous (layout->report))
    name = _("Anonymous");
  else if (name == NULL || *name == '\0')
    name = _("Not given");
  if (diagnosis == NULL || *diagnosis == '\0')
    diagnosis = _("None given");
  if (profile != NULL && yf_profile_get_born (profile) != YF_BORN_UNSAID)
    born = g_strdup_printf ("%d", yf_profile_get_born (profile));

  /* A name that does not fit beside the year of birth has lines of its own. */
  fits = yf_paper_measure_width (paper, &measure, name) <= half - LABEL_WIDTH;
  yf_paper_set_frame (paper, 0, fits ? half : width);
  lay_fact (layout, _("Name"), name, 3);
  left_y = yf_paper_get_y (paper);
  if (fits)
    {
      yf_paper_set_frame (paper, width - half, half);
      yf_paper_set_y (paper, y);
    }
  lay_fact (layout, _("Year of birth"), born != NULL ? born : _("Not given"), 1);
  yf_paper_set_y (paper, MAX (left_y, yf_paper_get_y (paper)));

  yf_paper_set_frame (paper, 0, width);
  lay_fact (layout, _("Diagnosis"), diagnosis, 3);
  layout->diagnosis_cut = yf_paper_measure (paper, &measure, width - LABEL_WIDTH, diagnosis, NULL) >
                          yf_paper_measure (paper, &cut, width - LABEL_WIDTH, diagnosis, NULL) + 1;

  if (profile != NULL)
    {
      g_autofree char *stage = describe_stage (layout);

      lay_fact (layout, _("Stage"), stage, 2);
      if (dates != NULL)
        lay_fact (layout, _("Reckoned from"), dates, 0);
      lay_fact (layout, _("Conditions"), conditions, 0);
    }
  if (programme != NULL)
    lay_fact (layout, _("Programme"), programme, 3);
  yf_paper_skip (paper, 5);
}
