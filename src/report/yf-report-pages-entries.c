/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-report-pages-private.h"
#include "yf-report-words.h"

/* An entry of the log in a line of words, and the list of what was changed. */

/* Sentences and phrases stand side by side, so they are parted the same way in
 * every language. */
static void
append (GString *text,
        char    *part)
{
  g_autofree char *owned = part;

  if (owned == NULL || *owned == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, owned);
}

/**
 * yf_report_morning_word:
 * @morning: how it was
 *
 * Returns: (transfer none): that in a word; empty where nobody said
 */
const char *
yf_report_morning_word (YfMorning morning)
{
  switch (morning)
    {
    case YF_MORNING_BETTER:
      return C_("next morning", "better");
    case YF_MORNING_SAME:
      return C_("next morning", "same");
    case YF_MORNING_WORSE:
      return C_("next morning", "worse");
    case YF_MORNING_UNANSWERED:
    default:
      return "";
    }
}

/**
 * yf_report_stop_text:
 * @layout: a report that is being laid out
 * @exercise: (nullable): the id of the exercise that hurt
 * @stop: the entry of the stop ledger
 *
 * Returns: (transfer full): all of it in a line
 */
char *
yf_report_stop_text (YfReportLayout *layout,
                     const char     *exercise,
                     const YfStop   *stop)
{
  g_autoptr (GString) text = g_string_new (_("It hurt"));

  if (exercise != NULL)
    append (text, yf_report_movement_text (layout, exercise, stop->side));
  if (stop->set > 0 && stop->rep == 0)
    /* Translators: where it hurt: in which set, while making ready for it */
    append (text, g_strdup_printf (_("set %d, before the first repetition"), stop->set));
  else if (stop->set > 0)
    /* Translators: where it hurt: which set, and which repetition in it */
    append (text, g_strdup_printf (_("set %d, repetition %d"), stop->set, stop->rep));
  append (text, g_strdup (yf_segment_kind_get_name (stop->phase)));
  if (stop->pain != YF_PAIN_UNANSWERED)
    /* Translators: %d is from 0 to 10 */
    append (text, g_strdup_printf (_("pain %d of 10"), stop->pain));
  append (text, g_strdup (yf_report_site_name (stop->site)));

  return g_strdup (text->str);
}

/**
 * yf_report_answers_text:
 * @layout: a report that is being laid out
 * @check_in: a check-in
 *
 * Returns: (transfer full): its signs, and whether the pain has moved; empty where
 *   there is neither
 */
char *
yf_report_answers_text (YfReportLayout  *layout,
                        const YfCheckIn *check_in)
{
  g_autoptr (GString) text = g_string_new (NULL);
  YfMoved moved = yf_check_in_get_moved (check_in);

  for (guint i = 0; i < yf_check_in_get_n_flags (check_in); i++)
    {
      const YfSign *sign = yf_check_in_get_flag (check_in, i);
      const char *words = yf_report_flag_text (layout->report, sign->flag);

      if (sign->days == YF_DAYS_UNSAID)
        /* Translators: %s is a red flag that was said in a check-in */
        append (text, g_strdup_printf (_("Red flag: %s"), words));
      else
        /* Translators: a red flag that was said in a check-in, and for how many days it had been there */
        append (text, g_strdup_printf (ngettext ("Red flag: %1$s (for %2$d day)", "Red flag: %1$s (for %2$d days)",
                                                 (gulong) sign->days), words, sign->days));
    }
  /* That it has not moved is what is expected. */
  if (moved == YF_MOVED_DOWN || moved == YF_MOVED_UP)
    /* Translators: %s is “Moved down the leg” or the like */
    append (text, g_strdup_printf (_("Pain: %s"), yf_report_moved_name (moved)));

  return g_strdup (text->str);
}

static char *
describe_session (YfReportLayout  *layout,
                  YfSessionRecord *session)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) sets = yf_report_dup_sets (session);

  for (guint item = 0; item < session->exercises->len; item++)
    {
      const YfExerciseRecord *exercise = g_ptr_array_index (session->exercises, item);

      for (YfSide side = YF_SIDE_NONE; side <= YF_SIDE_RIGHT; side++)
        {
          g_autofree char *reps = yf_report_reps_text (sets, item, side);
          g_autofree char *movement = NULL;

          if (g_str_equal (reps, "0") && (side != YF_SIDE_NONE || exercise->reps->len > 0))
            continue;
          movement = yf_report_movement_text (layout, exercise->exercise, side);
          /* Translators: an exercise, with the side where it has one, and how often it was done: Plank 2 × 3 */
          append (text, g_strdup_printf (C_("done", "%1$s %2$s"), movement, reps));
        }
    }
  append (text, g_strdup (yf_record_state_get_name (session->state)));
  if (session->check_in != NULL)
    {
      g_autofree char *pain = yf_report_pain_text (yf_check_in_get_pain_back (session->check_in),
                                                   yf_check_in_get_pain_leg (session->check_in));

      if (*pain != '\0')
        /* Translators: %s is back and leg pain, each from 0 to 10: 3 / 0 */
        append (text, g_strdup_printf (_("pain before %s"), pain));
      append (text, yf_report_answers_text (layout, session->check_in));
    }
  if (session->after != NULL)
    {
      g_autofree char *pain = yf_report_pain_text (session->after->pain_back, session->after->pain_leg);

      if (*pain != '\0')
        /* Translators: %s is back and leg pain, each from 0 to 10: 3 / 0 */
        append (text, g_strdup_printf (_("pain after %s"), pain));
      if (session->after->effort != YF_EFFORT_UNANSWERED)
        append (text, g_strdup_printf (_("effort %d of 10"), session->after->effort));
    }
  if (session->morning != YF_MORNING_UNANSWERED)
    /* Translators: %s is “better”, “same” or “worse” */
    append (text, g_strdup_printf (_("next morning %s"), yf_report_morning_word (session->morning)));
  for (guint i = 0; i < session->stops->len; i++)
    {
      const YfStop *stop = g_ptr_array_index (session->stops, i);

      append (text, yf_report_stop_text (layout, yf_session_record_get_stop_exercise (session, stop), stop));
    }
  if (session->after != NULL && session->after->note != NULL)
    append (text, g_strdup_printf (_("Note: %s"), session->after->note));

  return g_strdup (text->str);
}

static char *
describe_relief (YfReportLayout       *layout,
                 const YfReliefRecord *relief)
{
  YfExercise *known = yf_catalogue_find_relief (yf_report_get_catalogue (layout->report), relief->kind);
  const char *name = known != NULL ? yf_exercise_get_name (known) : relief->kind;
  int minutes = (int) ((relief->ended - relief->started + 30 * YF_SECOND) / (60 * YF_SECOND));

  if (relief->state == YF_RECORD_CUT || relief->ended <= relief->started)
    /* Translators: %s is a compress; the program was cut short, so that nobody knows when it ended */
    return g_strdup_printf (_("%s; how long is not known"), name);

  /* Translators: a compress, and how long it took */
  return g_strdup_printf (ngettext ("%1$s, %2$d minute", "%1$s, %2$d minutes", (gulong) minutes), name, minutes);
}

static char *
describe_rating (YfReportLayout         *layout,
                 const YfFunctionRating *rating)
{
  g_autoptr (GString) text = g_string_new (_("What is hard to do, 0 to 10"));

  for (guint i = 0; i < rating->scores->len; i++)
    {
      const YfFunctionScore *score = g_ptr_array_index (rating->scores, i);

      /* Translators: something that is hard to do, in the person's words, and its score */
      append (text, g_strdup_printf (C_("rated", "%1$s %2$d"), yf_report_function_name (layout, score->activity),
                                     score->score));
    }

  return g_strdup (text->str);
}

/**
 * yf_report_entry_text:
 * @layout: a report that is being laid out
 * @kind: what @record is
 * @record: an entry of the log
 *
 * Returns: (transfer full): what it says, in a line; without its date
 */
char *
yf_report_entry_text (YfReportLayout *layout,
                      YfEntryKind     kind,
                      gpointer        record)
{
  switch (kind)
    {
    case YF_ENTRY_SESSION:
      return describe_session (layout, record);
    case YF_ENTRY_CHECK_IN:
      {
        const YfCheckIn *check_in = ((const YfCheckInRecord *) record)->check_in;
        g_autoptr (GString) text = g_string_new (_("Check-in without a session"));
        g_autofree char *pain = yf_report_pain_text (yf_check_in_get_pain_back (check_in),
                                                     yf_check_in_get_pain_leg (check_in));

        if (*pain != '\0')
          /* Translators: %s is back and leg pain, each from 0 to 10: 3 / 0 */
          append (text, g_strdup_printf (_("pain %s"), pain));
        append (text, yf_report_answers_text (layout, check_in));

        return g_strdup (text->str);
      }
    case YF_ENTRY_RELIEF:
      return describe_relief (layout, record);
    case YF_ENTRY_ACTIVITY:
      {
        const YfActivityRecord *activity = record;

        /* Translators: an activity, and how long it took */
        return g_strdup_printf (ngettext ("%1$s, %2$d minute", "%1$s, %2$d minutes", (gulong) activity->minutes),
                                yf_activity_kind_get_name (activity->kind), activity->minutes);
      }
    case YF_ENTRY_RATING:
      return describe_rating (layout, record);
    case YF_ENTRY_SCORE:
      {
        const YfClinicScore *score = record;

        /* Translators: the name of a questionnaire, its total, and the greatest total */
        return g_strdup_printf (_("%1$s: %2$d of %3$d"), yf_clinic_scale_get_name (score->scale), score->total,
                                yf_clinic_scale_get_max (score->scale));
      }
    default:
      g_return_val_if_reached (NULL);
    }
}

/* Every record begins with its id. */
static gpointer
find_record (GPtrArray  *list,
             const char *id)
{
  for (guint i = 0; i < list->len; i++)
    {
      gpointer record = g_ptr_array_index (list, i);

      if (g_str_equal (*(char **) record, id))
        return record;
    }

  return NULL;
}

static gint64
get_at (YfEntryKind  kind,
        gpointer     record,
        gint32      *utc_offset)
{
  switch (kind)
    {
    case YF_ENTRY_SESSION:
      *utc_offset = ((YfSessionRecord *) record)->utc_offset;
      return ((YfSessionRecord *) record)->started;
    case YF_ENTRY_CHECK_IN:
      *utc_offset = ((YfCheckInRecord *) record)->utc_offset;
      return ((YfCheckInRecord *) record)->at;
    case YF_ENTRY_RELIEF:
      *utc_offset = ((YfReliefRecord *) record)->utc_offset;
      return ((YfReliefRecord *) record)->started;
    case YF_ENTRY_ACTIVITY:
      *utc_offset = ((YfActivityRecord *) record)->utc_offset;
      return ((YfActivityRecord *) record)->at;
    case YF_ENTRY_RATING:
      *utc_offset = ((YfFunctionRating *) record)->utc_offset;
      return ((YfFunctionRating *) record)->at;
    case YF_ENTRY_SCORE:
    default:
      *utc_offset = 0;
      return 0;
    }
}

static char *
describe_version (YfReportLayout *layout,
                  YfEntryKind     kind,
                  const char     *id)
{
  GPtrArray *lists[YF_N_ENTRY_KINDS][2] = {
    [YF_ENTRY_SESSION] = { layout->log->sessions, layout->log->old_sessions },
    [YF_ENTRY_CHECK_IN] = { layout->log->check_ins, layout->log->old_check_ins },
    [YF_ENTRY_RELIEF] = { layout->log->reliefs, layout->log->old_reliefs },
    [YF_ENTRY_ACTIVITY] = { layout->log->activities, layout->log->old_activities },
    [YF_ENTRY_RATING] = { layout->log->ratings, layout->log->old_ratings },
    [YF_ENTRY_SCORE] = { layout->log->scores, layout->log->old_scores },
  };
  gpointer record = NULL;
  g_autofree char *moment = NULL;
  g_autofree char *text = NULL;
  gint32 utc_offset;
  gint64 at;

  if (id == NULL)
    return NULL;
  for (guint i = 0; i < 2 && record == NULL; i++)
    record = find_record (lists[kind][i], id);
  if (record == NULL)
    return g_strdup (_("Outside the days of this report"));

  at = get_at (kind, record, &utc_offset);
  moment = kind == YF_ENTRY_SCORE ? yf_day_to_string (((YfClinicScore *) record)->day)
                                  : yf_report_moment_text (at, utc_offset);
  text = yf_report_entry_text (layout, kind, record);

  return g_strdup_printf ("%s · %s", moment, text);
}

/**
 * yf_report_lay_changes:
 * @layout: a report that is being laid out
 *
 * Lists what was changed afterwards, with what it was before.
 */
void
yf_report_lay_changes (YfReportLayout *layout)
{
  const YfPaperColumn columns[] = {
    { _("Changed on"), 1.1, PANGO_ALIGN_LEFT },
    { _("It was"), 3, PANGO_ALIGN_LEFT },
    { _("It is now"), 3, PANGO_ALIGN_LEFT },
  };
  YfPaperTable *table;

  if (layout->log->edits->len == 0)
    return;

  yf_report_lay_chapter (layout, _("Changes made afterwards"), "changes");
  table = yf_paper_table_new (layout->paper, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < layout->log->edits->len; i++)
    {
      const YfEdit *edit = g_ptr_array_index (layout->log->edits, i);
      g_autofree char *moment = yf_report_moment_text (edit->at, edit->utc_offset);
      g_autofree char *before = describe_version (layout, edit->kind, edit->old);
      g_autofree char *now = describe_version (layout, edit->kind, edit->new);

      yf_paper_table_add_row (table);
      yf_paper_table_add_cell (table, 0, 1, YF_PAPER_CELL_STRONG, moment);
      yf_paper_table_add_cell (table, 1, 1, YF_PAPER_CELL, before != NULL ? before : _("Not in the log"));
      yf_paper_table_add_cell (table, 2, 1, YF_PAPER_CELL, now != NULL ? now : _("Taken out"));
      yf_paper_table_end_group (table);
    }
  yf_paper_table_end (table);
}
