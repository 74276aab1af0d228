/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-store-private.h"

/* What the log knows about a day and today's answers do not undo. */

/* No two places are further apart than that, so a stop of the day asked for is
 * within a day of it on any clock; the civil day is worked out afterwards. */
#define MARGIN (24 * 60 * 60 * (gint64) G_USEC_PER_SEC)

/**
 * Answers:
 * @seen: the day of the latest yes
 * @since: the first day of the run of check-ins that leads up to it
 * @latest: whether the latest check-in had it
 * @unbroken: whether the run may reach back further
 * @last: the check-in of the run looked at last
 * @days: (element-type int): what was said on @seen, each number once
 */
typedef struct
{
  YfDay    seen;
  YfDay    since;
  gboolean latest;
  gboolean unbroken;
  gint64   last;
  GArray  *days;
} Answers;

static void
answers_free (Answers *self)
{
  g_array_unref (self->days);
  g_free (self);
}

static void
answers_add_days (Answers *self,
                  int      days)
{
  for (guint i = 0; i < self->days->len; i++)
    if (g_array_index (self->days, int, i) == days)
      return;

  g_array_append_val (self->days, days);
}

/**
 * Afterthought:
 * @flag: a sign that was said to be there, interned
 * @days: for how many days
 * @seen: the latest day of which that was said
 *
 * What was entered or changed afterwards adds to what the log knew, and takes
 * nothing from it: it breaks no run of answers, and the answers as they were
 * first given go on being weighed beside it. Of what says the same, the latest
 * is the strictest.
 */
typedef struct
{
  const char *flag;
  int         days;
  YfDay       seen;
} Afterthought;

/* Called from the latest check-in back. */
static void
note_afterthought (GArray     *afterthoughts,
                   const char *flag,
                   int         days,
                   YfDay       day)
{
  Afterthought afterthought = { g_intern_string (flag), days, day };

  for (guint i = 0; i < afterthoughts->len; i++)
    {
      const Afterthought *other = &g_array_index (afterthoughts, Afterthought, i);

      if (other->flag == afterthought.flag && other->days == days && other->seen >= day)
        return;
    }

  g_array_append_val (afterthoughts, afterthought);
}

/* Called from the latest check-in back. */
static void
note_yes (GHashTable *flags,
          GPtrArray  *order,
          const char *flag,
          int         days,
          YfDay       day,
          gint64      check_in,
          gboolean    latest)
{
  Answers *answers = g_hash_table_lookup (flags, flag);

  if (answers == NULL)
    {
      const char *interned = g_intern_string (flag);

      answers = g_new0 (Answers, 1);
      answers->seen = day;
      answers->since = day;
      answers->latest = latest;
      answers->unbroken = TRUE;
      answers->days = g_array_new (FALSE, FALSE, sizeof (int));
      g_hash_table_insert (flags, (gpointer) interned, answers);
      g_ptr_array_add (order, (gpointer) interned);
    }

  if (answers->unbroken)
    answers->since = day;
  answers->last = check_in;

  /* Somebody who said fourteen days in the morning and two in the evening has
   * said both: the rules weigh them. */
  if (day == answers->seen)
    answers_add_days (answers, days);
}

/* Breaks the runs of all signs that a check-in did not have. */
static void
end_check_in (GHashTable *flags,
              gint64      check_in)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, flags);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Answers *answers = value;

      if (answers->last != check_in)
        answers->unbroken = FALSE;
    }
}

static gboolean
read_answers (YfDatabase  *database,
              YfDay        day,
              GHashTable  *flags,
              GPtrArray   *order,
              GArray      *afterthoughts,
              YfCheckIn   *known,
              GError     **error)
{
  g_autoptr (YfStatement) statement = yf_statement_new (database, "check-in-history", error);
  gint64 current = 0;
  gint64 latest = 0;
  gboolean row;

  if (statement == NULL)
    return FALSE;

  while (TRUE)
    {
      const char *flag;
      gint64 check_in;
      YfDay seen;
      int days;

      if (!yf_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;

      check_in = yf_statement_get_int (statement, 0);
      seen = yf_day_from_real (yf_statement_get_int (statement, 1));
      if (seen > day)
        continue;

      if (yf_check_in_get_latest (known) == YF_DAY_NONE)
        yf_check_in_set_latest (known, seen);

      flag = yf_statement_get_text (statement, 2);
      days = (int) yf_statement_get_or (statement, 3, YF_DAYS_UNSAID);
      if (yf_statement_get_int (statement, 4) != 0)
        {
          if (flag != NULL)
            note_afterthought (afterthoughts, flag, days, seen);
          continue;
        }

      if (latest == 0)
        latest = check_in;

      if (current != 0 && check_in != current)
        end_check_in (flags, current);
      current = check_in;

      if (flag != NULL)
        note_yes (flags, order, flag, days, seen, check_in, check_in == latest);
    }
}

/* Adds what was entered afterwards, where the answers as they were given do not
 * say as much. */
static void
add_afterthoughts (GArray    *afterthoughts,
                   YfCheckIn *known)
{
  const guint n_given = yf_check_in_get_n_standing (known);

  for (guint i = 0; i < afterthoughts->len; i++)
    {
      const Afterthought *afterthought = &g_array_index (afterthoughts, Afterthought, i);
      gboolean said = FALSE;

      for (guint j = 0; j < n_given; j++)
        {
          const YfSign *sign = yf_check_in_get_standing (known, j);

          said = said || (g_str_equal (sign->flag, afterthought->flag)
                          && sign->days == afterthought->days
                          && sign->seen >= afterthought->seen);
        }

      if (!said)
        yf_check_in_add_standing (known, afterthought->flag, afterthought->days,
                                  afterthought->seen, YF_DAY_NONE);
    }
}

static gboolean
add_standing (YfDatabase  *database,
              YfCheckIn   *known,
              YfDay        day,
              GError     **error)
{
  g_autoptr (GHashTable) flags = NULL;
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  g_autoptr (GArray) afterthoughts = g_array_new (FALSE, FALSE, sizeof (Afterthought));

  flags = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) answers_free);
  if (!read_answers (database, day, flags, order, afterthoughts, known, error))
    return FALSE;

  for (guint i = 0; i < order->len; i++)
    {
      const char *flag = g_ptr_array_index (order, i);
      Answers *answers = g_hash_table_lookup (flags, flag);

      for (guint j = 0; j < answers->days->len; j++)
        yf_check_in_add_standing (known, flag, g_array_index (answers->days, int, j),
                                  answers->seen, answers->latest ? answers->since : YF_DAY_NONE);
    }
  add_afterthoughts (afterthoughts, known);

  return TRUE;
}

static gboolean
add_stopped (YfDatabase  *database,
             YfCheckIn   *known,
             YfDay        day,
             GError     **error)
{
  g_autoptr (YfStatement) statement = NULL;
  gint64 start = yf_store_get_range_start (day);
  gint64 end = yf_store_get_range_end (day);
  gboolean row;

  statement = yf_statement_new (database, "stop-exercises-between", error);
  if (statement == NULL)
    return FALSE;

  yf_statement_bind_int (statement, ":from", start - MARGIN);
  yf_statement_bind_int (statement, ":to", end + MARGIN);
  while (TRUE)
    {
      gint64 at;
      gint64 on_the_wall;

      if (!yf_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;

      /* Its day where the person is now, or its day where they were then: who
       * has flown home does not get the exercise back by that. */
      at = yf_statement_get_int (statement, 0);
      on_the_wall = at + yf_statement_get_int (statement, 1) * G_USEC_PER_SEC;
      if (yf_day_from_real (at) == day || (on_the_wall >= start && on_the_wall < end))
        yf_check_in_add_stopped (known, yf_statement_get_text (statement, 2));
    }
}

/**
 * yf_store_dup_known:
 * @self: an open store
 * @day: the day to be judged; what is logged of later days does not count
 * @error: return location for a #GError of #YfStoreError
 *
 * What the log knows about @day: the exercises that were stopped for pain on
 * it, and every red flag that was ever answered yes, with the day and the days
 * of its latest yes. Where one day has several answers that differ, each is a
 * sign of its own. The rules know how long a sign matters. Whether an entry
 * still counts does not matter here: what was said once, and what hurt once, is
 * not unsaid by a change to the log, and what is entered afterwards only adds.
 *
 * Returns: (transfer full): a check-in without answers that knows
 */
YfCheckIn *
yf_store_dup_known (YfStore  *self,
                    YfDay     day,
                    GError  **error)
{
  g_autoptr (YfCheckIn) known = NULL;
  YfDatabase *database;
  gboolean read;

  g_return_val_if_fail (YF_IS_STORE (self), NULL);
  g_return_val_if_fail (yf_day_is_known (day), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!yf_store_begin_reading (self, &database, error))
    return NULL;

  known = yf_check_in_new ();
  if (database == NULL)
    return g_steal_pointer (&known);

  read = add_stopped (database, known, day, error)
         && add_standing (database, known, day, error);
  yf_store_end_reading (self);

  return read ? g_steal_pointer (&known) : NULL;
}
