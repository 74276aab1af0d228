/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-report-programmes.h"

#include <glib/gi18n-lib.h>

static void
version_free (gpointer data)
{
  YfProgrammeVersion *version = data;

  g_clear_pointer (&version->programme, yf_programme_unref);
  g_free (version);
}

static guint
count_sessions (YfLog      *log,
                const char *programme)
{
  guint n = 0;

  for (guint i = 0; i < log->sessions->len; i++)
    {
      const YfSessionRecord *session = g_ptr_array_index (log->sessions, i);

      n += g_strcmp0 (yf_log_find_followed (log, session->id), programme) == 0;
    }

  return n;
}

/* When it was agreed to and left, of the choices oldest first; whether it is the
 * one that is agreed to now. */
static gboolean
read_choices (YfLog              *log,
              YfProgrammeVersion *version)
{
  const char *before = NULL;
  gboolean chosen = FALSE;

  for (guint i = 0; i < log->programme_choices->len; i++)
    {
      const YfProgrammeChoice *choice = g_ptr_array_index (log->programme_choices, i);
      gboolean this_one = g_strcmp0 (choice->programme, version->record->id) == 0;

      if (this_one && version->agreed == NULL)
        {
          version->agreed = choice;
          version->before = before;
        }
      if (chosen && !this_one)
        version->left = choice;

      chosen = this_one;
      before = choice->programme;
    }

  if (chosen)
    version->left = NULL;

  return chosen;
}

/**
 * yf_report_dup_programmes:
 * @self: a report
 *
 * Returns: (transfer full) (element-type YfProgrammeVersion): the versions of
 *   physiotherapists' programmes that the log has, in its order, which live no
 *   longer than the log
 */
GPtrArray *
yf_report_dup_programmes (YfReport *self)
{
  YfLog *log = yf_report_get_log (self);
  gint64 made = yf_report_get_made (self);
  YfDay today = yf_day_from_moment (made, yf_real_get_utc_offset (made));
  GPtrArray *versions = g_ptr_array_new_with_free_func (version_free);

  for (guint i = 0; i < log->programmes->len; i++)
    {
      const YfProgrammeRecord *record = g_ptr_array_index (log->programmes, i);
      YfProgrammeVersion *version = g_new0 (YfProgrammeVersion, 1);

      version->record = record;
      version->programme = yf_programme_record_read (record, yf_report_get_catalogue (self), NULL);
      version->n_sessions = count_sessions (log, record->id);
      if (read_choices (log, version))
        version->state = record->until != YF_DAY_NONE && record->until < today ? YF_PROGRAMME_STATE_OVER
                                                                               : YF_PROGRAMME_STATE_IN_FORCE;
      else if (version->agreed == NULL)
        version->state = YF_PROGRAMME_STATE_PROPOSED;
      else if (record->until != YF_DAY_NONE &&
               record->until < yf_day_from_moment (version->left->at, version->left->utc_offset))
        version->state = YF_PROGRAMME_STATE_OVER;
      else
        version->state = YF_PROGRAMME_STATE_REPLACED;

      g_ptr_array_add (versions, version);
    }

  return versions;
}

/**
 * yf_programme_state_get_name:
 * @state: a state
 *
 * Returns: (transfer none): what a person reads, in their language
 */
const char *
yf_programme_state_get_name (YfProgrammeState state)
{
  switch (state)
    {
    case YF_PROGRAMME_STATE_PROPOSED:
      return C_("state of a programme", "Never agreed to");
    case YF_PROGRAMME_STATE_IN_FORCE:
      return C_("state of a programme", "In force");
    case YF_PROGRAMME_STATE_OVER:
      return C_("state of a programme", "Its last day has passed");
    case YF_PROGRAMME_STATE_REPLACED:
      return C_("state of a programme", "No longer in force");
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
add_line (GString    *lines,
          const char *line)
{
  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  g_string_append (lines, line);
}

/**
 * yf_programme_items_to_string:
 * @programme: a programme
 *
 * Returns: (transfer full): what is to be done and how much, a line for each
 *   exercise, in the person's language
 */
char *
yf_programme_items_to_string (YfProgramme *programme)
{
  GPtrArray *items = yf_programme_get_items (programme);
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const YfProgrammeItem *item = g_ptr_array_index (items, i);
      g_autofree char *dose = yf_dose_to_string (&item->dose);
      g_autofree char *cap = yf_dose_to_string (&item->cap);
      /* Translators: an exercise, and two doses such as “2 sets × 10, hold 3 s”: what is
       * to be done, and the most of it */
      g_autofree char *line = g_strdup_printf (_("%s: %s, at most %s"), yf_exercise_get_name (item->exercise), dose, cap);

      add_line (lines, line);
    }

  return g_string_free (g_steal_pointer (&lines), FALSE);
}

/**
 * yf_programme_bans_to_string:
 * @programme: a programme
 * @catalogue: where the names are
 *
 * Returns: (transfer full): what is not to be done, a line each, in the person's
 *   language; empty where nothing is forbidden
 */
char *
yf_programme_bans_to_string (YfProgramme *programme,
                             YfCatalogue *catalogue)
{
  GPtrArray *bans = yf_programme_get_bans (programme);
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < bans->len; i++)
    {
      const YfProgrammeBan *ban = g_ptr_array_index (bans, i);
      YfExercise *exercise = yf_catalogue_find_exercise (catalogue, ban->exercise);

      if (exercise == NULL)
        exercise = yf_catalogue_find_relief (catalogue, ban->exercise);
      add_line (lines, exercise != NULL ? yf_exercise_get_name (exercise) : ban->exercise);
    }

  return g_string_free (g_steal_pointer (&lines), FALSE);
}
