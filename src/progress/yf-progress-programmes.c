/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-progress-private.h"

/* Which version of a clinician's programme was in force when, and which sessions
 * followed it. */

void
yf_programme_period_free (YfProgrammePeriod *period)
{
  g_clear_pointer (&period->programme, yf_programme_unref);
  g_strfreev (period->entries);
  g_free (period);
}

static const YfProgrammeRecord *
find_record (YfLog      *log,
             const char *id)
{
  for (guint i = 0; i < log->programmes->len; i++)
    {
      const YfProgrammeRecord *record = g_ptr_array_index (log->programmes, i);

      if (g_strcmp0 (record->id, id) == 0)
        return record;
    }

  return NULL;
}

static YfDay
get_choice_day (const YfProgrammeChoice *choice)
{
  return yf_day_from_moment (choice->at, choice->utc_offset);
}

/* The next choice of anything else, or NULL. */
static const YfProgrammeChoice *
find_next (YfLog *log,
           guint  index)
{
  const YfProgrammeChoice *choice = g_ptr_array_index (log->programme_choices, index);

  for (guint i = index + 1; i < log->programme_choices->len; i++)
    {
      const YfProgrammeChoice *next = g_ptr_array_index (log->programme_choices, i);

      if (g_strcmp0 (next->programme, choice->programme) != 0)
        return next;
    }

  return NULL;
}

/* By the moment, not by the day: on the day of a change sessions may have
 * followed the one and the other. */
static GStrv
find_sessions (YfProgress              *self,
               const YfProgrammeChoice *choice,
               const YfProgrammeChoice *next,
               int                     *n)
{
  GStrvBuilder *builder = g_strv_builder_new ();
  GStrv ids;

  *n = 0;
  for (guint i = 0; i < self->sessions->len; i++)
    {
      const YfSessionRecord *record = g_ptr_array_index (self->sessions, i);

      if (record->started < choice->at || (next != NULL && record->started >= next->at) ||
          g_strcmp0 (yf_log_find_followed (self->log, record->id), choice->programme) != 0)
        continue;
      g_strv_builder_add (builder, record->id);
      (*n)++;
    }
  ids = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);

  return ids;
}

static void
add_period (YfProgress              *self,
            const YfProgrammeRecord *record,
            const YfProgrammeChoice *choice,
            const YfProgrammeChoice *next)
{
  YfDay from = MAX (get_choice_day (choice), record->from);
  YfDay until = record->until;
  gboolean fleeting;
  YfProgrammePeriod *period;

  /* On the day of a change the later one counts. One that was chosen on that very
   * day was in force on none, but may have been followed. */
  if (next != NULL && (until == YF_DAY_NONE || get_choice_day (next) <= until))
    until = get_choice_day (next) - 1;
  fleeting = next != NULL && get_choice_day (next) == from;
  if (fleeting)
    until = from;
  if (from > self->to || (until != YF_DAY_NONE && (until < self->from || until < from)))
    return;

  period = g_new0 (YfProgrammePeriod, 1);
  period->record = record;
  period->fleeting = fleeting;
  period->programme = yf_progress_read_programme (self, record);
  period->from = from;
  period->until = until;
  period->entries = find_sessions (self, choice, next, &period->n_sessions);
  if (fleeting && period->n_sessions == 0)
    {
      yf_programme_period_free (period);
      return;
    }
  g_ptr_array_add (self->programmes, period);
}

void
yf_progress_fill_programmes (YfProgress *self)
{
  GPtrArray *choices = self->log->programme_choices;

  if (!yf_day_is_known (self->from))
    return;

  for (guint i = 0; i < choices->len; i++)
    {
      const YfProgrammeChoice *choice = g_ptr_array_index (choices, i);
      const YfProgrammeRecord *record = find_record (self->log, choice->programme);
      gboolean again = i > 0 && g_strcmp0 (((const YfProgrammeChoice *) g_ptr_array_index (choices, i - 1))->programme,
                                           choice->programme) == 0;

      if (record != NULL && !again)
        add_period (self, record, choice, find_next (self->log, i));
    }
}

/**
 * yf_progress_read_programme:
 * @self: a progress
 * @record: a version of a programme
 *
 * Returns: (transfer full) (nullable): what it says; %NULL where this Yanfei cannot
 *   read it
 */
YfProgramme *
yf_progress_read_programme (YfProgress              *self,
                            const YfProgrammeRecord *record)
{
  g_autoptr (YfCatalogue) builtin = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (record != NULL, NULL);

  /* The progress' own catalogue may have the exercises that the programme brings,
   * which must not be there when it is read. */
  builtin = yf_catalogue_new_builtin (NULL);

  return yf_programme_record_read (record, builtin != NULL ? builtin : self->catalogue, NULL);
}

/**
 * yf_progress_get_programmes:
 * @self: a progress
 *
 * Returns: (transfer none) (element-type YfProgrammePeriod): the versions of a
 *   clinician's programme that were in force on a day of the range, in the order
 *   in which they were; a version that was in force twice is there twice
 */
GPtrArray *
yf_progress_get_programmes (YfProgress *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->programmes;
}

/**
 * yf_progress_find_programme:
 * @self: a progress
 * @day: a day
 *
 * Returns: (transfer none) (nullable): what was in force on @day; on the day of a
 *   change the later one
 */
const YfProgrammePeriod *
yf_progress_find_programme (YfProgress *self,
                            YfDay       day)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = self->programmes->len; i > 0; i--)
    {
      const YfProgrammePeriod *period = g_ptr_array_index (self->programmes, i - 1);

      if (!period->fleeting && period->from <= day && (period->until == YF_DAY_NONE || day <= period->until))
        return period;
    }

  return NULL;
}
