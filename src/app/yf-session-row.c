/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-rows.h"
#include "yf-session-row.h"
#include "yf-text.h"

/*
 * What the history shows of one session, or of a check-in that led to none:
 * a line, and behind it everything the log has. What is behind it is made
 * only when somebody looks.
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
add_line (GString    *text,
          const char *line)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

static void
add_check_in (AdwExpanderRow  *row,
              YfCatalogue     *catalogue,
              const YfCheckIn *check_in)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (yf_check_in_get_pain_back (check_in) != YF_PAIN_UNANSWERED)
    {
      /* Translators: %d is a pain score from 0 to 10 */
      g_autofree char *line = g_strdup_printf (_("Pain in the back: %d of 10"), yf_check_in_get_pain_back (check_in));

      add_line (text, line);
    }
  if (yf_check_in_get_pain_leg (check_in) != YF_PAIN_UNANSWERED)
    {
      /* Translators: %d is a pain score from 0 to 10 */
      g_autofree char *line = g_strdup_printf (_("Pain in the leg: %d of 10"), yf_check_in_get_pain_leg (check_in));

      add_line (text, line);
    }
  if (yf_check_in_get_moved (check_in) != YF_MOVED_UNKNOWN)
    {
      /* Translators: %s is where the pain has moved */
      g_autofree char *line = g_strdup_printf (_("The pain: %s"), yf_text_moved (yf_check_in_get_moved (check_in)));

      add_line (text, line);
    }
  for (guint i = 0; i < yf_check_in_get_n_flags (check_in); i++)
    {
      const YfSign *sign = yf_check_in_get_flag (check_in, i);
      YfRedFlag *flag = yf_catalogue_find_red_flag (catalogue, sign->flag);

      /* Translators: %s is a warning sign that the person reported */
      g_autofree char *line = g_strdup_printf (_("Sign: %s"), flag ? yf_red_flag_get_text (flag) : sign->flag);

      add_line (text, line);
      if (sign->days != YF_DAYS_UNSAID)
        {
          g_string_append (text, " ");
          /* Translators: %d is for how many days a sign has been there */
          g_string_append_printf (text, ngettext ("(for %d day)", "(for %d days)", sign->days), sign->days);
        }
    }
  if (text->len == 0)
    g_string_append (text, _("Nothing was reported."));

  add_row (row, _("How you were"), text->str);
}

static char *
describe_rep (const YfRepetition *rep,
              gint32              utc_offset)
{
  g_autofree char *from = yf_text_time_of_day (rep->started, utc_offset);
  g_autofree char *to = yf_text_time_of_day (rep->ended, utc_offset);

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
         gint32                  utc_offset)
{
  const YfRepetition *rep = g_ptr_array_index (exercise->reps, first);
  int n = (int) (end - first);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *set = NULL;
  g_autofree char *reps = NULL;
  g_autofree char *title = NULL;

  if (rep->side == YF_SIDE_LEFT)
    set = g_strdup_printf (_("Set %d, left"), rep->set);
  else if (rep->side == YF_SIDE_RIGHT)
    set = g_strdup_printf (_("Set %d, right"), rep->set);
  else
    set = g_strdup_printf (_("Set %d"), rep->set);
  reps = g_strdup_printf (ngettext ("%d of %d repetition", "%d of %d repetitions", exercise->planned.reps),
                          n, exercise->planned.reps);
  /* Translators: "Set 1" and "10 of 10 repetitions" */
  title = g_strdup_printf (_("%s: %s"), set, reps);

  for (guint i = first; i < end; i++)
    {
      g_autofree char *line = describe_rep (g_ptr_array_index (exercise->reps, i), utc_offset);

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
              gint32                  utc_offset)
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
      add_set (row, exercise, first, end, utc_offset);
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

static void
expand_cb (AdwExpanderRow *row)
{
  YfSessionRecord *session = g_object_get_data (G_OBJECT (row), "session");
  YfCatalogue *catalogue = g_object_get_data (G_OBJECT (row), "catalogue");

  if (session == NULL || !adw_expander_row_get_expanded (row))
    return;

  for (guint i = 0; i < session->exercises->len; i++)
    add_exercise (row, catalogue, g_ptr_array_index (session->exercises, i), session->utc_offset);
  for (guint i = 0; i < session->stops->len; i++)
    add_stop (row, session, g_ptr_array_index (session->stops, i));
  if (session->check_in)
    add_check_in (row, catalogue, session->check_in);
  g_object_set_data (G_OBJECT (row), "session", NULL);
}

static GtkWidget *
create_row (const char *title,
            const char *subtitle,
            const char *icon_name,
            const char *style)
{
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);
  g_autofree char *name = g_strdup_printf ("%s\n%s", title, subtitle);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  /* Unlike other rows, it does not take its name from its title. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (icon, style);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), icon);

  return row;
}

/**
 * yf_session_row_new:
 * @catalogue: what the ids in it mean
 * @session: a session from the log
 *
 * Returns: (transfer floating): a row that shows it
 */
GtkWidget *
yf_session_row_new (YfCatalogue     *catalogue,
                    YfSessionRecord *session)
{
  g_autofree char *day = yf_text_day (session->started, session->utc_offset);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *reps = NULL;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  int n_reps = yf_session_record_count_reps (session);
  gboolean completed = session->state == YF_RECORD_COMPLETED;
  GtkWidget *row;

  for (guint i = 0; i < session->exercises->len; i++)
    {
      const YfExerciseRecord *exercise = g_ptr_array_index (session->exercises, i);

      if (i > 0)
        g_string_append (names, _(", "));
      g_string_append (names, get_exercise_name (catalogue, exercise->exercise));
    }
  /* Translators: %d is how many repetitions were done */
  reps = g_strdup_printf (ngettext ("%d repetition", "%d repetitions", n_reps), n_reps);
  /* Translators: the exercises of a session, how it ended, and how many repetitions were done */
  subtitle = g_strdup_printf (_("%s\n%s, %s"), names->str, yf_record_state_get_name (session->state), reps);

  row = create_row (day, subtitle, completed ? "yf-allowed-symbolic" : "yf-rest-symbolic",
                    completed ? "verdict-allowed" : "dim-label");
  g_object_set_data_full (G_OBJECT (row), "session", yf_session_record_ref (session),
                          (GDestroyNotify) yf_session_record_unref);
  g_object_set_data_full (G_OBJECT (row), "catalogue", yf_catalogue_ref (catalogue),
                          (GDestroyNotify) yf_catalogue_unref);
  g_signal_connect (row, "notify::expanded", G_CALLBACK (expand_cb), NULL);

  return row;
}

/**
 * yf_session_row_new_check_in:
 * @catalogue: what the ids in it mean
 * @record: a check-in that led to no session
 *
 * Returns: (transfer floating): a row that shows it
 */
GtkWidget *
yf_session_row_new_check_in (YfCatalogue     *catalogue,
                             YfCheckInRecord *record)
{
  g_autofree char *day = yf_text_day (record->at, record->utc_offset);
  GtkWidget *row = create_row (day, _("Check-in without a session"), "yf-blocked-symbolic", "dim-label");

  add_check_in (ADW_EXPANDER_ROW (row), catalogue, record->check_in);

  return row;
}
