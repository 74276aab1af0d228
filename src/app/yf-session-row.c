/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-check-in-text.h"
#include "yf-fact-row.h"
#include "yf-morning-choice.h"
#include "yf-rows.h"
#include "yf-session-row.h"
#include "yf-text.h"

/*
 * What the history shows of one session: a few lines, and behind them
 * everything the log has, what it was before it was corrected included. What
 * is behind them is made only when somebody looks.
 */

static const char *
get_exercise_name (YfCatalogue *catalogue,
                   const char  *id)
{
  YfExercise *exercise = yf_catalogue_find_exercise (catalogue, id);

  return exercise ? yf_exercise_get_name (exercise) : id;
}

static void
add_row (AdwExpanderRow *row,
         const char     *title,
         const char     *subtitle)
{
  adw_expander_row_add_row (row, yf_rows_new_plain (title, subtitle));
}

static void
add_check_in (AdwExpanderRow  *row,
              YfCatalogue     *catalogue,
              const YfCheckIn *check_in)
{
  g_autoptr (GPtrArray) lines = yf_check_in_text_lines (catalogue, check_in);
  g_autofree char *text = lines->len > 0 ? yf_lines_join (lines) : g_strdup (_("Nothing was reported."));

  add_row (row, _("How you were"), text);
}

static void
add_after (AdwExpanderRow *row,
           const YfAfter  *after)
{
  g_autoptr (GPtrArray) lines = yf_after_text_lines (after);
  g_autofree char *text = yf_lines_join (lines);

  if (lines->len > 0)
    add_row (row, _("How you were afterwards"), text);
}

/* Of a session that was typed in afterwards nobody knows when in it a
 * repetition was done. */
static char *
describe_rep (const YfRepetition *rep,
              gint32              utc_offset,
              gboolean            timed)
{
  g_autofree char *from = yf_text_time_of_day (rep->started, utc_offset);
  g_autofree char *to = yf_text_time_of_day (rep->ended, utc_offset);

  if (!timed && rep->hold > 0)
    /* Translators: number of a repetition, how many seconds it was held */
    return g_strdup_printf (_("%d: held %.1f s"), rep->rep, (double) rep->hold / YF_SECOND);
  if (!timed)
    return g_strdup_printf ("%d", rep->rep);
  if (rep->hold > 0)
    /* Translators: number of a repetition, when it began, when it ended, how many seconds it was held */
    return g_strdup_printf (_("%d: %s to %s, held %.1f s"), rep->rep, from, to, (double) rep->hold / YF_SECOND);
  /* Translators: number of a repetition, when it began, when it ended */
  return g_strdup_printf (_("%d: %s to %s"), rep->rep, from, to);
}

static void
add_set (AdwExpanderRow         *row,
         const YfExerciseRecord *exercise,
         guint                   first,
         guint                   end,
         gint32                  utc_offset,
         gboolean                timed)
{
  const YfRepetition *rep = g_ptr_array_index (exercise->reps, first);
  int n = (int) (end - first);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *title = NULL;

  if (rep->side == YF_SIDE_LEFT)
    /* Translators: number of a set done with the left side of the body, repetitions done, repetitions planned */
    title = g_strdup_printf (ngettext ("Set %d, left: %d of %d repetition", "Set %d, left: %d of %d repetitions",
                                       exercise->planned.reps),
                             rep->set, n, exercise->planned.reps);
  else if (rep->side == YF_SIDE_RIGHT)
    /* Translators: number of a set done with the right side of the body, repetitions done, repetitions planned */
    title = g_strdup_printf (ngettext ("Set %d, right: %d of %d repetition", "Set %d, right: %d of %d repetitions",
                                       exercise->planned.reps),
                             rep->set, n, exercise->planned.reps);
  else
    /* Translators: number of a set, repetitions done, repetitions planned */
    title = g_strdup_printf (ngettext ("Set %d: %d of %d repetition", "Set %d: %d of %d repetitions",
                                       exercise->planned.reps),
                             rep->set, n, exercise->planned.reps);

  for (guint i = first; i < end; i++)
    {
      g_autofree char *line = describe_rep (g_ptr_array_index (exercise->reps, i), utc_offset, timed);

      if (i > first)
        g_string_append_c (text, '\n');
      g_string_append (text, line);
    }
  add_row (row, title, text->str);
}

static void
add_exercise (AdwExpanderRow         *row,
              YfCatalogue            *catalogue,
              const YfExerciseRecord *exercise,
              gint32                  utc_offset,
              gboolean                timed)
{
  YfExercise *known = yf_catalogue_find_exercise (catalogue, exercise->exercise);
  g_autofree char *planned = known ? yf_text_dose (known, &exercise->planned) : yf_dose_to_string (&exercise->planned);
  g_autofree char *subtitle = NULL;
  guint first = 0;

  /* Translators: the dose that was planned, and how the exercise ended: completed, stopped early … */
  subtitle = g_strdup_printf (_("Planned: %s. %s."), planned, yf_record_state_get_name (exercise->state));
  add_row (row, get_exercise_name (catalogue, exercise->exercise), subtitle);

  while (first < exercise->reps->len)
    {
      const YfRepetition *rep = g_ptr_array_index (exercise->reps, first);
      guint end = first + 1;

      while (end < exercise->reps->len &&
             ((YfRepetition *) g_ptr_array_index (exercise->reps, end))->set == rep->set &&
             ((YfRepetition *) g_ptr_array_index (exercise->reps, end))->side == rep->side)
        end++;
      add_set (row, exercise, first, end, utc_offset, timed);
      first = end;
    }
  if (exercise->reps->len == 0)
    add_row (row, _("No repetition was finished."), NULL);
}

static void
add_stop (AdwExpanderRow  *row,
          YfSessionRecord *session,
          const YfStop    *stop)
{
  g_autofree char *time = yf_text_time_of_day (stop->at, session->utc_offset);
  g_autofree char *how = NULL;
  g_autofree char *title = NULL;

  if (stop->pain == YF_PAIN_UNANSWERED)
    how = g_strdup (_("How much was not said"));
  else
    /* Translators: %d is a pain score from 0 to 10 */
    how = g_strdup_printf (_("Pain %d of 10"), stop->pain);
  /* Translators: the time of day at which somebody stopped because it hurt */
  title = g_strdup_printf (_("It hurt at %s"), time);
  if (stop->rep > 0)
    {
      /* Translators: how much it hurt, where, the phase of the movement, the set and the repetition */
      g_autofree char *text = g_strdup_printf (_("%s. %s. While: %s, set %d, repetition %d"), how,
                                               yf_text_site (stop->site), yf_segment_kind_get_name (stop->phase),
                                               stop->set, stop->rep);
      add_row (row, title, text);
    }
  else
    {
      /* Translators: how much it hurt, where, the phase of the movement */
      g_autofree char *text = g_strdup_printf (_("%s. %s. While: %s"), how,
                                               yf_text_site (stop->site), yf_segment_kind_get_name (stop->phase));
      add_row (row, title, text);
    }
}

/* One exercise of a session in a line. */
static char *
describe_exercise (YfCatalogue            *catalogue,
                   const YfExerciseRecord *exercise)
{
  int n = (int) exercise->reps->len;

  /* Translators: the name of an exercise, how it ended, how many repetitions were done */
  return g_strdup_printf (ngettext ("%s: %s, %d repetition", "%s: %s, %d repetitions", n),
                          get_exercise_name (catalogue, exercise->exercise),
                          yf_record_state_get_name (exercise->state), n);
}

/* Everything that can be corrected of a session, in lines. */
static char *
describe_session (YfCatalogue     *catalogue,
                  YfSessionRecord *session)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (lines, yf_text_day (session->started, session->utc_offset));
  for (guint i = 0; i < session->exercises->len; i++)
    g_ptr_array_add (lines, describe_exercise (catalogue, g_ptr_array_index (session->exercises, i)));
  if (session->check_in)
    g_ptr_array_extend_and_steal (lines, yf_check_in_text_lines (catalogue, session->check_in));
  if (session->after)
    g_ptr_array_extend_and_steal (lines, yf_after_text_lines (session->after));
  if (session->morning != YF_MORNING_UNANSWERED)
    /* Translators: better, the same or worse */
    g_ptr_array_add (lines, g_strdup_printf (_("On the next morning: %s"), yf_morning_get_name (session->morning)));

  return yf_lines_join (lines);
}

/* What a session was before it was corrected; before that, where it was
 * corrected more than once; and so on. */
static void
add_originals (AdwExpanderRow  *row,
               YfCatalogue     *catalogue,
               YfLog           *log,
               YfSessionRecord *session)
{
  const YfEdit *edit = yf_log_find_edit (log, session->id);

  while (edit && edit->old)
    {
      YfSessionRecord *old = yf_log_find_session (log, edit->old);
      g_autofree char *title = yf_edit_text_before (edit);
      g_autofree char *text = old ? describe_session (catalogue, old) : NULL;

      if (old == NULL)
        return;
      add_row (row, title, text);
      edit = yf_log_find_edit (log, old->id);
    }
}

static void
morning_cb (YfMorningChoice *choice,
            YfPerson        *person)
{
  yf_person_set_morning (person, g_object_get_data (G_OBJECT (choice), "id"), yf_morning_choice_get_morning (choice));
}

static void
add_morning (AdwExpanderRow  *row,
             YfPerson        *person,
             YfSessionRecord *session)
{
  GtkWidget *choice;
  GtkWidget *holder;

  if (!yf_person_can_write (person) || !yf_person_is_morning_due (person, session))
    {
      if (session->morning != YF_MORNING_UNANSWERED)
        add_row (row, _("On the next morning"), yf_morning_get_name (session->morning));
      return;
    }

  choice = yf_morning_choice_new (_("How was your back on the next morning?"));
  yf_morning_choice_set_morning (YF_MORNING_CHOICE (choice), session->morning);
  gtk_widget_add_css_class (choice, "in-row");
  g_object_set_data_full (G_OBJECT (choice), "id", g_strdup (session->id), g_free);
  g_signal_connect_object (choice, "chosen", G_CALLBACK (morning_cb), person, 0);
  holder = adw_preferences_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (holder), _("How was your back on the next morning?"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (holder), FALSE);
  gtk_widget_set_focusable (holder, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (holder), choice);
  adw_expander_row_add_row (row, holder);
}

static void
expand_cb (AdwExpanderRow *row)
{
  YfSessionRecord *session = g_object_get_data (G_OBJECT (row), "session");
  YfPerson *person = g_object_get_data (G_OBJECT (row), "person");
  YfCatalogue *catalogue;

  if (session == NULL || !adw_expander_row_get_expanded (row))
    return;

  catalogue = yf_person_get_everything (person);
  for (guint i = 0; i < session->exercises->len; i++)
    add_exercise (row, catalogue, g_ptr_array_index (session->exercises, i), session->utc_offset,
                  session->origin != YF_ORIGIN_ENTERED);
  for (guint i = 0; i < session->stops->len; i++)
    add_stop (row, session, g_ptr_array_index (session->stops, i));
  if (session->check_in)
    add_check_in (row, catalogue, session->check_in);
  if (session->after)
    add_after (row, session->after);
  add_morning (row, person, session);
  add_originals (row, catalogue, g_object_get_data (G_OBJECT (row), "log"), session);
  g_object_set_data (G_OBJECT (row), "session", NULL);
}

/**
 * yf_session_row_new:
 * @person: whose session it is
 * @log: the log that it is of
 * @session: a session from the log
 * @edit: (out) (transfer none): the button that corrects it
 *
 * Returns: (transfer floating): a row that shows it
 */
GtkWidget *
yf_session_row_new (YfPerson         *person,
                    YfLog            *log,
                    YfSessionRecord  *session,
                    GtkWidget       **edit)
{
  YfCatalogue *catalogue = yf_person_get_everything (person);
  g_autofree char *day = yf_text_day (session->started, session->utc_offset);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *subtitle = NULL;
  gboolean completed = session->state == YF_RECORD_COMPLETED;
  GtkWidget *row;

  for (guint i = 0; i < session->exercises->len; i++)
    g_ptr_array_add (lines, describe_exercise (catalogue, g_ptr_array_index (session->exercises, i)));
  if (session->after)
    g_ptr_array_extend_and_steal (lines, yf_after_text_lines (session->after));
  if (session->morning != YF_MORNING_UNANSWERED)
    g_ptr_array_add (lines, g_strdup_printf (_("On the next morning: %s"), yf_morning_get_name (session->morning)));
  if (session->origin == YF_ORIGIN_ENTERED)
    g_ptr_array_add (lines, g_strdup (_("Entered later")));
  if (yf_edit_text_is_corrected (log, session->id))
    g_ptr_array_add (lines, g_strdup (_("Corrected")));
  subtitle = yf_lines_join (lines);

  row = yf_fact_row_new_expander (day, subtitle, completed ? "yf-allowed-symbolic" : "yf-rest-symbolic",
                                  completed ? "verdict-allowed" : "dim-label", edit);
  g_object_set_data_full (G_OBJECT (row), "session", yf_session_record_ref (session),
                          (GDestroyNotify) yf_session_record_unref);
  g_object_set_data_full (G_OBJECT (row), "log", yf_log_ref (log), (GDestroyNotify) yf_log_unref);
  g_object_set_data_full (G_OBJECT (row), "person", g_object_ref (person), g_object_unref);
  g_signal_connect (row, "notify::expanded", G_CALLBACK (expand_cb), NULL);

  return row;
}
