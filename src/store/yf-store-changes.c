/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-store-private.h"

/* What the plan changed, and why. It is worked out anew whenever the log changes;
 * what is written down says what it came to and when, so that nothing that a person
 * was told is lost. */

typedef struct
{
  GPtrArray *dose_changes;  /* NULL: none of that kind is looked at */
  GArray    *stage_changes; /* likewise */
  YfDay      from;
  YfDay      to;
  gint64     at;
} Replay;

static void
replay_free (gpointer data)
{
  Replay *self = data;

  g_clear_pointer (&self->dose_changes, g_ptr_array_unref);
  g_clear_pointer (&self->stage_changes, g_array_unref);
  g_free (self);
}

/*
 * yf_store_is_within:
 * @from: the first day, or %YF_DAY_NONE
 * @to: the last day, or %YF_DAY_NONE
 */
gboolean
yf_store_is_within (YfDay day,
                    YfDay from,
                    YfDay to)
{
  return (!yf_day_is_known (from) || day >= from) && (!yf_day_is_known (to) || day <= to);
}

/*
 * yf_store_withdraw:
 * @name: the statement that does it
 *
 * Changes nothing where that has been done.
 */
gboolean
yf_store_withdraw (YfDatabase  *database,
                   const char  *name,
                   const char  *uuid,
                   gint64       at,
                   GError     **error)
{
  g_autoptr (YfStatement) statement = yf_statement_new (database, name, error);

  if (statement == NULL)
    return FALSE;

  yf_statement_bind_text (statement, ":uuid", uuid);
  yf_statement_bind_int (statement, ":at", at);

  return yf_statement_run (statement, NULL, error);
}

static gboolean
write_replay (YfDatabase  *database,
              gpointer     data,
              GError     **error)
{
  const Replay *replay = data;

  if (replay->dose_changes != NULL
      && !yf_store_note_dose_changes (database, replay->dose_changes, replay->from, replay->to,
                                      replay->at, error))
    return FALSE;

  return replay->stage_changes == NULL
         || yf_store_note_stage_changes (database, replay->stage_changes, replay->from, replay->to,
                                         replay->at, error);
}

/**
 * yf_store_note_changes_async:
 * @self: an open store
 * @dose_changes: (nullable) (element-type YfDoseChange): the changes of doses as
 *   they follow from the log now; %NULL to look at none
 * @stage_changes: (nullable) (element-type YfStageChange): the changes of stage,
 *   likewise
 * @from: the first day, or %YF_DAY_NONE
 * @to: the last day, or %YF_DAY_NONE
 * @at: when they were worked out, in microseconds since the Unix epoch; more than 0
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is durable or has failed
 * @user_data: data for @callback
 *
 * Brings what is written down of the changes of some days in line with what
 * follows from the log now, in one transaction. What is new is added. What no longer
 * follows is withdrawn; if it follows again one day, it is added anew. Nothing is
 * deleted, and what still follows is not touched: done twice, the second time writes
 * nothing. Changes of other days are passed over.
 *
 * Two changes are the same if their day, exercise, doses and reason are, or for a
 * stage all that there is of it.
 */
void
yf_store_note_changes_async (YfStore             *self,
                             GPtrArray           *dose_changes,
                             GArray              *stage_changes,
                             YfDay                from,
                             YfDay                to,
                             gint64               at,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  Replay *replay;

  g_return_if_fail (YF_IS_STORE (self));
  g_return_if_fail (at > 0);

  replay = g_new0 (Replay, 1);
  replay->from = from;
  replay->to = to;
  replay->at = at;
  if (dose_changes != NULL)
    {
      replay->dose_changes = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_dose_change_unref);
      for (guint i = 0; i < dose_changes->len; i++)
        g_ptr_array_add (replay->dose_changes,
                         yf_dose_change_ref (g_ptr_array_index (dose_changes, i)));
    }
  if (stage_changes != NULL)
    replay->stage_changes = g_array_copy (stage_changes);
  yf_store_push_write (self, replay, replay_free, write_replay, cancellable, callback, user_data,
                       yf_store_note_changes_async);
}
