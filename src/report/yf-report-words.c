/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-report-words.h"

#include <glib/gi18n-lib.h>

/**
 * yf_report_dup_sets:
 * @session: a session
 *
 * Sorts what was done into sets. An exercise of which nothing was counted has
 * one entry all the same, so that it is missing in no paper.
 *
 * Returns: (transfer full) (element-type YfReportSet): the sets, in the order
 *   in which they were begun
 */
GArray *
yf_report_dup_sets (YfSessionRecord *session)
{
  GArray *sets = g_array_new (FALSE, TRUE, sizeof (YfReportSet));

  g_return_val_if_fail (session != NULL, sets);

  for (guint item = 0; item < session->exercises->len; item++)
    {
      const YfExerciseRecord *exercise = g_ptr_array_index (session->exercises, item);
      guint first = sets->len;

      for (guint i = 0; i < exercise->reps->len; i++)
        {
          const YfRepetition *rep = g_ptr_array_index (exercise->reps, i);
          YfReportSet *set = NULL;

          for (guint j = first; j < sets->len && set == NULL; j++)
            {
              YfReportSet *other = &g_array_index (sets, YfReportSet, j);

              if (other->side == rep->side && other->set == rep->set)
                set = other;
            }

          if (set == NULL)
            {
              YfReportSet begun = {
                .item = item,
                .side = rep->side,
                .set = rep->set,
                .started = rep->started,
                .tapped = rep->counted_by == YF_COUNTING_TAP,
              };

              g_array_append_val (sets, begun);
              set = &g_array_index (sets, YfReportSet, sets->len - 1);
            }

          set->n_reps++;
          set->hold += rep->hold;
          set->ended = rep->ended;
        }

      if (sets->len == first)
        {
          YfReportSet none = { .item = item, .side = YF_SIDE_NONE };

          g_array_append_val (sets, none);
        }
    }

  return sets;
}

static int
compare_check_ins (gconstpointer a,
                   gconstpointer b)
{
  const YfReportCheckIn *left = a;
  const YfReportCheckIn *right = b;

  if (left->at != right->at)
    return left->at < right->at ? -1 : 1;

  return g_strcmp0 (left->entry, right->entry);
}

/**
 * yf_report_dup_check_ins:
 * @log: a log
 *
 * Returns: (transfer full) (element-type YfReportCheckIn): all check-ins that
 *   count, those before a session and those without one, oldest first
 */
GArray *
yf_report_dup_check_ins (YfLog *log)
{
  GArray *all = g_array_new (FALSE, TRUE, sizeof (YfReportCheckIn));

  for (guint i = 0; i < log->sessions->len; i++)
    {
      YfSessionRecord *session = g_ptr_array_index (log->sessions, i);
      YfReportCheckIn one = {
        .check_in = session->check_in,
        .entry = session->id,
        .at = session->check_in_at != 0 ? session->check_in_at : session->started,
        .utc_offset = session->utc_offset,
        .session = session,
      };

      if (session->check_in != NULL)
        g_array_append_val (all, one);
    }

  for (guint i = 0; i < log->check_ins->len; i++)
    {
      const YfCheckInRecord *record = g_ptr_array_index (log->check_ins, i);
      YfReportCheckIn one = {
        .check_in = record->check_in,
        .entry = record->id,
        .at = record->at,
        .utc_offset = record->utc_offset,
      };

      g_array_append_val (all, one);
    }

  g_array_sort (all, compare_check_ins);

  return all;
}

/**
 * yf_report_side_name:
 * @side: a side
 *
 * Returns: (transfer none) (nullable): the side in words, or %NULL for none
 */
const char *
yf_report_side_name (YfSide side)
{
  switch (side)
    {
    case YF_SIDE_LEFT:
      return _("Left side");
    case YF_SIDE_RIGHT:
      return _("Right side");
    case YF_SIDE_NONE:
    default:
      return NULL;
    }
}

/**
 * yf_report_site_name:
 * @site: (nullable): where it hurt, as a #YfStop has it
 *
 * Returns: (transfer none) (nullable): the place in words; what is not known is
 *   handed back as it is
 */
const char *
yf_report_site_name (const char *site)
{
  if (g_strcmp0 (site, "back") == 0)
    return _("In the back");
  if (g_strcmp0 (site, "leg") == 0)
    return _("In the leg");
  if (g_strcmp0 (site, "elsewhere") == 0)
    return _("Elsewhere");

  return site;
}

/**
 * yf_report_moved_name:
 * @moved: where the pain has gone
 *
 * Returns: (transfer none) (nullable): that in words, or %NULL where it was not
 *   said
 */
const char *
yf_report_moved_name (YfMoved moved)
{
  switch (moved)
    {
    case YF_MOVED_DOWN:
      return _("Moved down the leg");
    case YF_MOVED_UP:
      return _("Moved up towards the back");
    case YF_MOVED_SAME:
      return _("Not moved");
    case YF_MOVED_UNKNOWN:
    default:
      return NULL;
    }
}

/**
 * yf_report_flag_text:
 * @self: a report
 * @flag: the id of a red flag
 *
 * Returns: (transfer none): the sign in words; the id itself if the catalogue
 *   knows it no longer
 */
const char *
yf_report_flag_text (YfReport   *self,
                     const char *flag)
{
  YfRedFlag *known = yf_catalogue_find_red_flag (yf_report_get_catalogue (self), flag);

  return known != NULL ? yf_red_flag_get_text (known) : flag;
}

/**
 * yf_report_names:
 * @self: a report
 * @ids: (array zero-terminated=1): what a clearance is for
 * @exercises: whether they are exercises, or else conditions and stages
 *
 * Returns: (transfer full): their names in one line; all of them are said as such
 */
char *
yf_report_names (YfReport           *self,
                 const char * const *ids,
                 gboolean            exercises)
{
  YfCatalogue *catalogue = yf_report_get_catalogue (self);
  g_autoptr (GString) names = g_string_new (NULL);

  for (gsize i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      const char *name = ids[i];
      YfCondition *condition;
      YfStage stage;

      if (g_str_equal (ids[i], "*"))
        name = C_("all exercises", "All");
      else if (exercises)
        name = yf_progress_get_exercise_name (yf_report_get_progress (self), ids[i]);
      else if ((condition = yf_catalogue_find_condition (catalogue, ids[i])) != NULL)
        name = yf_condition_get_name (condition);
      else if (yf_stage_from_id (ids[i], &stage))
        name = yf_stage_get_name (stage);

      if (names->len > 0)
        /* Translators: stands between the names of two exercises or of two conditions */
        g_string_append (names, C_("between names", "; "));
      g_string_append (names, name);
    }

  return g_strdup (names->str);
}

/**
 * yf_report_edit_text:
 * @edit: a change to the log
 *
 * Returns: (transfer full): a sentence for whoever reads the entry that counts
 */
char *
yf_report_edit_text (const YfEdit *edit)
{
  g_autofree char *day = yf_day_to_string (yf_day_from_moment (edit->at, edit->utc_offset));

  if (edit->old == NULL)
    /* Translators: %s is a date such as 2026-11-20 */
    return g_strdup_printf (_("Written down afterwards, on %s."), day);
  if (edit->new == NULL)
    /* Translators: %s is a date such as 2026-11-20 */
    return g_strdup_printf (_("Taken out of the log on %s; it is kept as it was."), day);

  /* Translators: %s is a date such as 2026-11-20 */
  return g_strdup_printf (_("Corrected on %s; the first version is kept."), day);
}

/**
 * yf_report_reminder_kind_name:
 * @kind: of what was reminded
 *
 * Returns: (transfer none): what a person reads, in their language; so do those
 *   that follow
 */
const char *
yf_report_reminder_kind_name (YfReminderKind kind)
{
  switch (kind)
    {
    case YF_REMINDER_SESSION:
      return C_("what was reminded of", "A session is due");
    case YF_REMINDER_SESSION_AGAIN:
      return C_("what was reminded of", "A session is due, once more");
    case YF_REMINDER_MORNING:
      return C_("what was reminded of", "The next morning");
    default:
      g_return_val_if_reached (NULL);
    }
}

const char *
yf_report_reminder_answer_name (YfReminderAnswer answer)
{
  switch (answer)
    {
    case YF_REMINDER_UNANSWERED:
      return C_("answer to a reminder", "No answer");
    case YF_REMINDER_START:
      return C_("answer to a reminder", "Started");
    case YF_REMINDER_NOT_TODAY:
      return C_("answer to a reminder", "Not today");
    case YF_REMINDER_TOLD:
      return C_("answer to a reminder", "Answered");
    default:
      g_return_val_if_reached (NULL);
    }
}

const char *
yf_report_break_answer_name (YfBreakAnswer answer)
{
  switch (answer)
    {
    case YF_BREAK_UNANSWERED:
      return C_("what became of a break", "No answer");
    case YF_BREAK_DONE:
      return C_("what became of a break", "Done");
    case YF_BREAK_PARTLY:
      return C_("what became of a break", "Partly");
    case YF_BREAK_SKIPPED:
      return C_("what became of a break", "Skipped");
    default:
      g_return_val_if_reached (NULL);
    }
}
