/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-progress-private.h"

/* The counts that every paper must agree on. Sets, repetitions, stops and time
 * under hold are counted with the exercises. */

/* The ids of the entries that an edit put in. */
static GHashTable *
find_edited (YfLog *log)
{
  GHashTable *edited = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < log->edits->len; i++)
    {
      const YfEdit *edit = g_ptr_array_index (log->edits, i);

      if (edit->new != NULL)
        g_hash_table_add (edited, edit->new);
    }

  return edited;
}

static void
count_sessions (YfProgress *self,
                GHashTable *edited)
{
  YfTotals *totals = &self->totals;

  for (guint i = 0; i < self->sessions->len; i++)
    {
      const YfSessionRecord *record = g_ptr_array_index (self->sessions, i);

      totals->n_sessions++;
      totals->n_completed += record->state == YF_RECORD_COMPLETED;
      totals->n_check_ins += record->check_in != NULL;
      totals->seconds += yf_progress_get_seconds (record);
      totals->n_edited += record->origin == YF_ORIGIN_ENTERED ||
                          g_hash_table_contains (edited, record->id);
    }
}

static void
count_measures (YfProgress *self,
                GHashTable *edited)
{
  YfLog *log = self->log;

  for (guint i = 0; i < log->ratings->len; i++)
    {
      const YfFunctionRating *rating = g_ptr_array_index (log->ratings, i);

      if (yf_progress_has_day (self, yf_day_from_moment (rating->at, rating->utc_offset)))
        self->totals.n_edited += g_hash_table_contains (edited, rating->id);
    }

  for (guint i = 0; i < log->scores->len; i++)
    {
      const YfClinicScore *score = g_ptr_array_index (log->scores, i);

      if (yf_progress_has_day (self, score->day))
        self->totals.n_edited += g_hash_table_contains (edited, score->id);
    }
}

static void
count_other (YfProgress *self,
             GHashTable *edited)
{
  YfLog *log = self->log;
  YfTotals *totals = &self->totals;

  for (guint i = 0; i < log->check_ins->len; i++)
    {
      const YfCheckInRecord *record = g_ptr_array_index (log->check_ins, i);

      if (!yf_progress_has_day (self, yf_day_from_moment (record->at, record->utc_offset)))
        continue;
      totals->n_check_ins++;
      totals->n_edited += g_hash_table_contains (edited, record->id);
    }

  for (guint i = 0; i < log->activities->len; i++)
    {
      const YfActivityRecord *record = g_ptr_array_index (log->activities, i);

      if (!yf_progress_has_day (self, yf_day_from_moment (record->at, record->utc_offset)))
        continue;
      totals->n_activities++;
      totals->n_edited += g_hash_table_contains (edited, record->id);
    }

  for (guint i = 0; i < log->reliefs->len; i++)
    {
      const YfReliefRecord *record = g_ptr_array_index (log->reliefs, i);

      if (record->state == YF_RECORD_RUNNING ||
          !yf_progress_has_day (self, yf_day_from_moment (record->started, record->utc_offset)))
        continue;
      totals->n_reliefs++;
      totals->n_edited += g_hash_table_contains (edited, record->id);
    }
}

void
yf_progress_fill_totals (YfProgress *self)
{
  g_autoptr (GHashTable) edited = find_edited (self->log);

  count_sessions (self, edited);
  count_measures (self, edited);
  count_other (self, edited);
}
