/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-log.h"

/* A log of fewer days. */

typedef struct
{
  YfDay       from;
  YfDay       to;
  GHashTable *ids;   /* borrowed: the entries that are in it */
} Range;

static gboolean
is_within (const Range *range,
           YfDay        day)
{
  return (range->from == YF_DAY_NONE || day >= range->from) &&
         (range->to == YF_DAY_NONE || day <= range->to);
}

static gboolean
is_moment_within (const Range *range,
                  gint64       at,
                  gint32       utc_offset)
{
  return is_within (range, yf_day_from_moment (at, utc_offset));
}

static gboolean
is_session_within (const Range   *range,
                   gconstpointer  entry)
{
  const YfSessionRecord *record = entry;

  return is_moment_within (range, record->started, record->utc_offset);
}

static gboolean
is_check_in_within (const Range   *range,
                    gconstpointer  entry)
{
  const YfCheckInRecord *record = entry;

  return is_moment_within (range, record->at, record->utc_offset);
}

static gboolean
is_relief_within (const Range   *range,
                  gconstpointer  entry)
{
  const YfReliefRecord *record = entry;

  return is_moment_within (range, record->started, record->utc_offset);
}

static gboolean
is_activity_within (const Range   *range,
                    gconstpointer  entry)
{
  const YfActivityRecord *record = entry;

  return is_moment_within (range, record->at, record->utc_offset);
}

static gboolean
is_rating_within (const Range   *range,
                  gconstpointer  entry)
{
  const YfFunctionRating *record = entry;

  return is_moment_within (range, record->at, record->utc_offset);
}

static gboolean
is_score_within (const Range   *range,
                 gconstpointer  entry)
{
  return is_within (range, ((const YfClinicScore *) entry)->day);
}

/* One pair of lists of a log, entries that count and entries that did. Every
 * kind of entry begins with its id. */
typedef struct
{
  gsize        current;
  gsize        old;
  gboolean   (*within) (const Range *range, gconstpointer entry);
  GCopyFunc    copy;
} Kind;

typedef struct
{
  char *id;
} Entry;

#define COPY_FUNC(function) ((GCopyFunc) (void (*) (void)) (function))

static const Kind kinds[] = {
  { G_STRUCT_OFFSET (YfLog, sessions), G_STRUCT_OFFSET (YfLog, old_sessions), is_session_within,
    COPY_FUNC (yf_session_record_ref) },
  { G_STRUCT_OFFSET (YfLog, check_ins), G_STRUCT_OFFSET (YfLog, old_check_ins), is_check_in_within,
    COPY_FUNC (yf_check_in_record_copy) },
  { G_STRUCT_OFFSET (YfLog, reliefs), G_STRUCT_OFFSET (YfLog, old_reliefs), is_relief_within,
    COPY_FUNC (yf_relief_record_copy) },
  { G_STRUCT_OFFSET (YfLog, activities), G_STRUCT_OFFSET (YfLog, old_activities), is_activity_within,
    COPY_FUNC (yf_activity_record_copy) },
  { G_STRUCT_OFFSET (YfLog, ratings), G_STRUCT_OFFSET (YfLog, old_ratings), is_rating_within,
    COPY_FUNC (yf_function_rating_copy) },
  { G_STRUCT_OFFSET (YfLog, scores), G_STRUCT_OFFSET (YfLog, old_scores), is_score_within,
    COPY_FUNC (yf_clinic_score_copy) },
};

static GPtrArray *
get_list (YfLog *log,
          gsize  offset)
{
  return G_STRUCT_MEMBER (GPtrArray *, log, offset);
}

static void
mark (GPtrArray   *list,
      const Kind  *kind,
      const Range *range)
{
  for (guint i = 0; i < list->len; i++)
    {
      const Entry *entry = g_ptr_array_index (list, i);

      if (kind->within (range, entry))
        g_hash_table_add (range->ids, entry->id);
    }
}

/* What an entry was before, and before that, goes with it, whenever it is said to
 * have been. */
static void
mark_forebears (YfLog       *log,
                const Range *range)
{
  gboolean found = TRUE;

  while (found)
    {
      found = FALSE;
      for (guint i = 0; i < log->edits->len; i++)
        {
          const YfEdit *edit = g_ptr_array_index (log->edits, i);

          if (edit->new != NULL && edit->old != NULL && g_hash_table_contains (range->ids, edit->new))
            found |= g_hash_table_add (range->ids, edit->old);
        }
    }
}

static void
copy_marked (GPtrArray   *to,
             GPtrArray   *from,
             const Kind  *kind,
             const Range *range)
{
  for (guint i = 0; i < from->len; i++)
    {
      Entry *entry = g_ptr_array_index (from, i);

      if (g_hash_table_contains (range->ids, entry->id))
        g_ptr_array_add (to, kind->copy (entry, NULL));
    }
}

static void
copy_all (GPtrArray *to,
          GPtrArray *from,
          GCopyFunc  copy)
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, copy (g_ptr_array_index (from, i), NULL));
}

static gpointer
copy_consent (gconstpointer src,
              gpointer      data)
{
  return g_memdup2 (src, sizeof (YfConsentRecord));
}

/**
 * yf_log_restrict:
 * @self: a log
 * @from: the first day, or %YF_DAY_NONE
 * @to: the last day, or %YF_DAY_NONE
 *
 * Leaves out the entries of other days. What an entry was before it was
 * corrected stays with it; the person, what they follow and what they mean to do
 * stay whole.
 *
 * Returns: (transfer full): a log of these days
 */
YfLog *
yf_log_restrict (YfLog *self,
                 YfDay  from,
                 YfDay  to)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  const Range range = { from, to, ids };
  YfLog *log;

  g_return_val_if_fail (self != NULL, NULL);

  if (from == self->from && to == self->to)
    return yf_log_ref (self);

  log = yf_log_new (from, to);
  log->profile = self->profile != NULL ? yf_profile_copy (self->profile) : NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      mark (get_list (self, kinds[i].current), &kinds[i], &range);
      mark (get_list (self, kinds[i].old), &kinds[i], &range);
    }
  mark_forebears (self, &range);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      copy_marked (get_list (log, kinds[i].current), get_list (self, kinds[i].current), &kinds[i], &range);
      copy_marked (get_list (log, kinds[i].old), get_list (self, kinds[i].old), &kinds[i], &range);
    }

  for (guint i = 0; i < self->edits->len; i++)
    {
      const YfEdit *edit = g_ptr_array_index (self->edits, i);

      if ((edit->new != NULL && g_hash_table_contains (ids, edit->new)) ||
          (edit->old != NULL && g_hash_table_contains (ids, edit->old)))
        g_ptr_array_add (log->edits, yf_edit_copy (edit));
    }

  for (guint i = 0; i < self->followed->len; i++)
    {
      const YfProgrammeFollowed *followed = g_ptr_array_index (self->followed, i);

      if (g_hash_table_contains (ids, followed->session))
        g_ptr_array_add (log->followed, yf_programme_followed_copy (followed));
    }

  copy_all (log->programmes, self->programmes, COPY_FUNC (yf_programme_record_copy));
  copy_all (log->programme_choices, self->programme_choices, COPY_FUNC (yf_programme_choice_copy));
  copy_all (log->functions, self->functions, COPY_FUNC (yf_function_activity_copy));
  copy_all (log->schedules, self->schedules, COPY_FUNC (yf_schedule_record_copy));
  copy_all (log->own_exercises, self->own_exercises, COPY_FUNC (yf_own_exercise_record_copy));
  copy_all (log->consents, self->consents, copy_consent);

  return log;
}
