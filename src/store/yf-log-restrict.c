/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-log-lists.h"

/* A log of fewer days. */

typedef struct
{
  YfDay       from;
  YfDay       to;
  GHashTable *ids;   /* borrowed: the entries that are in it */
} Range;

/* What every entry begins with. */
typedef struct
{
  char *id;
} Entry;

static gboolean
is_within (const Range *range,
           YfDay        day)
{
  return (range->from == YF_DAY_NONE || day >= range->from) &&
         (range->to == YF_DAY_NONE || day <= range->to);
}

static void
mark (GPtrArray       *elements,
      const YfLogList *list,
      const Range     *range)
{
  for (guint i = 0; i < elements->len; i++)
    {
      const Entry *entry = g_ptr_array_index (elements, i);

      if (is_within (range, list->get_day (entry)))
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

static gboolean
is_marked (const Range *range,
           const char  *id)
{
  return id != NULL && g_hash_table_contains (range->ids, id);
}

static gboolean
is_kept (const YfLogList *list,
         const Range     *range,
         gconstpointer    element)
{
  const YfProgrammeFollowed *followed = element;
  const YfEdit *edit = element;
  const Entry *entry = element;

  switch (list->kind)
    {
    case YF_LOG_LIST_ENTRIES:
      return is_marked (range, entry->id);
    case YF_LOG_LIST_DAYS:
      return is_within (range, list->get_day (element));
    case YF_LOG_LIST_FOLLOWED:
      return is_marked (range, followed->session);
    case YF_LOG_LIST_EDITS:
      return is_marked (range, edit->new) || is_marked (range, edit->old);
    case YF_LOG_LIST_STANDING:
      return TRUE;
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * yf_log_restrict:
 * @self: a log
 * @from: the first day, or %YF_DAY_NONE
 * @to: the last day, or %YF_DAY_NONE
 *
 * Leaves out the entries of other days, and what was decided, said and shown on
 * them. What an entry was before it was corrected stays with it; the person, what
 * they follow and what they mean to do stay whole.
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
  const YfLogList *lists;
  guint n_lists;
  YfLog *log;

  g_return_val_if_fail (self != NULL, NULL);

  if (from == self->from && to == self->to)
    return yf_log_ref (self);

  log = yf_log_new (from, to);
  log->profile = self->profile != NULL ? yf_profile_copy (self->profile) : NULL;

  lists = yf_log_get_lists (&n_lists);
  for (guint i = 0; i < n_lists; i++)
    if (lists[i].kind == YF_LOG_LIST_ENTRIES)
      mark (yf_log_get_list (self, &lists[i]), &lists[i], &range);
  mark_forebears (self, &range);

  for (guint i = 0; i < n_lists; i++)
    {
      GPtrArray *elements = yf_log_get_list (self, &lists[i]);
      GPtrArray *kept = yf_log_get_list (log, &lists[i]);

      for (guint j = 0; j < elements->len; j++)
        {
          gpointer element = g_ptr_array_index (elements, j);

          if (is_kept (&lists[i], &range, element))
            g_ptr_array_add (kept, lists[i].copy (element, NULL));
        }
    }

  return log;
}
