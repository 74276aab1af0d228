/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/resource.h>

#include "day-fixture.h"
#include "log-fixture.h"

/* What the plan changed, held against what follows from the log: added, withdrawn,
 * added anew, and never deleted. */

#define DAY_0 ((YfDay) 739940) /* 20 November 2026 */

static GPtrArray *
make_doses (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) yf_dose_change_unref);
}

static GArray *
make_steps (void)
{
  return g_array_new (FALSE, FALSE, sizeof (YfStageChange));
}

static void
add_dose (GPtrArray    *doses,
          YfDay         day,
          int           from,
          int           to,
          YfDoseReason  reason)
{
  g_ptr_array_add (doses, make_dose_change (day, "glute-bridge", from, to, reason));
}

static void
add_step (GArray  *steps,
          YfDay    day,
          YfStage  from,
          YfStage  to)
{
  const YfStageChange step = { day, from, to, FALSE, FALSE };

  g_array_append_val (steps, step);
}

/* The changes in few words: their days from the first, and whether they stand. */
static char *
outline (YfStore *store)
{
  g_autoptr (YfLog) log = read_log (store);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < log->dose_changes->len; i++)
    {
      const YfDoseChangeRecord *record = g_ptr_array_index (log->dose_changes, i);

      g_string_append_printf (text, "%d:%d>%d@%d%s ", record->change->day - DAY_0,
                              record->change->from.sets, record->change->to.sets,
                              (int) (record->at - EVENING), record->withdrawn_at != 0 ? "" : "+");
      if (record->withdrawn_at != 0)
        g_string_append_printf (text, "-%d ", (int) (record->withdrawn_at - EVENING));
    }
  for (guint i = 0; i < log->stage_changes->len; i++)
    {
      const YfStageChangeRecord *record = g_ptr_array_index (log->stage_changes, i);

      g_string_append_printf (text, "%d:%c>%c@%d%s ", record->change.day - DAY_0,
                              yf_stage_get_id (record->change.from)[0],
                              yf_stage_get_id (record->change.to)[0], (int) (record->at - EVENING),
                              record->withdrawn_at != 0 ? "" : "+");
      if (record->withdrawn_at != 0)
        g_string_append_printf (text, "-%d ", (int) (record->withdrawn_at - EVENING));
    }

  return g_strchomp (g_string_free (text, FALSE));
}

#define assert_outline(store, expected)          \
  G_STMT_START                                   \
  {                                              \
    g_autofree char *outline_ = outline (store); \
                                                 \
    g_assert_cmpstr (outline_, ==, expected);    \
  }                                              \
  G_STMT_END

/* Counts every commit that wrote something, by anybody. */
static int
get_data_version (sqlite3 *database)
{
  sqlite3_stmt *statement = NULL;
  int version;

  g_assert_cmpint (sqlite3_prepare_v2 (database, "PRAGMA data_version", -1, &statement, NULL), ==,
                   SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  version = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);

  return version;
}

static void
test_course (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autofree char *path = get_log_path (folder);
  g_autoptr (YfStore) store = open_store (folder);
  g_autoptr (GPtrArray) doses = make_doses ();
  g_autoptr (GArray) steps = make_steps ();
  g_autoptr (YfLog) before = NULL;
  g_autoptr (YfLog) after = NULL;
  sqlite3 *watcher = NULL;
  int version;

  /* Nothing follows from nothing. */
  note_changes (store, doses, steps, YF_DAY_NONE, YF_DAY_NONE, EVENING);
  assert_outline (store, "");

  add_dose (doses, DAY_0, 1, 2, YF_DOSE_REASON_GOOD_SESSIONS);
  add_dose (doses, DAY_0 + 3, 2, 3, YF_DOSE_REASON_GOOD_SESSIONS);
  add_step (steps, DAY_0 + 2, YF_STAGE_ACUTE, YF_STAGE_EASING);
  note_changes (store, doses, steps, YF_DAY_NONE, YF_DAY_NONE, EVENING + 1);
  assert_outline (store, "0:1>2@1+ 3:2>3@1+ 2:a>e@1+");

  /* Once more: not a byte. */
  before = read_log (store);
  g_assert_cmpint (sqlite3_open (path, &watcher), ==, SQLITE_OK);
  version = get_data_version (watcher);
  note_changes (store, doses, steps, YF_DAY_NONE, YF_DAY_NONE, EVENING + 2);
  g_assert_cmpint (get_data_version (watcher), ==, version);
  after = read_log (store);
  assert_same_log (before, after);

  /* A worse morning is told afterwards: what followed no longer does. */
  g_ptr_array_set_size (doses, 1);
  add_dose (doses, DAY_0 + 3, 2, 1, YF_DOSE_REASON_WORSE_MORNING);
  add_step (steps, DAY_0 + 9, YF_STAGE_EASING, YF_STAGE_RECOVERY);
  note_changes (store, doses, steps, YF_DAY_NONE, YF_DAY_NONE, EVENING + 3);
  assert_outline (store, "0:1>2@1+ 3:2>3@1 -3 3:2>1@3+ 2:a>e@1+ 9:e>r@3+");
  g_assert_cmpint (get_data_version (watcher), !=, version);

  /* That was a mistake: it follows again, as another record. */
  g_ptr_array_set_size (doses, 1);
  add_dose (doses, DAY_0 + 3, 2, 3, YF_DOSE_REASON_GOOD_SESSIONS);
  g_array_set_size (steps, 0);
  note_changes (store, doses, steps, YF_DAY_NONE, YF_DAY_NONE, EVENING + 4);
  assert_outline (store, "0:1>2@1+ 3:2>3@1 -3 3:2>1@3 -4 3:2>3@4+ 2:a>e@1 -4 9:e>r@3 -4");
  add_step (steps, DAY_0 + 2, YF_STAGE_ACUTE, YF_STAGE_EASING);
  note_changes (store, doses, steps, YF_DAY_NONE, YF_DAY_NONE, EVENING + 5);
  assert_outline (store, "0:1>2@1+ 3:2>3@1 -3 3:2>1@3 -4 3:2>3@4+ 2:a>e@1 -4 2:a>e@5+ 9:e>r@3 -4");

  version = get_data_version (watcher);
  note_changes (store, doses, steps, YF_DAY_NONE, YF_DAY_NONE, EVENING + 6);
  g_assert_cmpint (get_data_version (watcher), ==, version);
  g_assert_cmpint (sqlite3_close (watcher), ==, SQLITE_OK);
  g_assert_true (yf_store_check (store, NULL));
}

/* Only the days that are asked for, and only the kinds that are given. */
static void
test_range (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);
  g_autoptr (GPtrArray) doses = make_doses ();
  g_autoptr (GPtrArray) none = make_doses ();
  g_autoptr (GArray) steps = make_steps ();
  g_autoptr (GArray) stays = make_steps ();

  for (int i = 0; i < 4; i++)
    add_dose (doses, DAY_0 + i, i + 1, i + 2, YF_DOSE_REASON_GOOD_SESSIONS);
  add_step (steps, DAY_0 + 1, YF_STAGE_ACUTE, YF_STAGE_EASING);
  add_step (steps, DAY_0 + 2, YF_STAGE_EASING, YF_STAGE_RECOVERY);

  note_changes (store, doses, steps, DAY_0 + 1, DAY_0 + 2, EVENING);
  assert_outline (store, "1:2>3@0+ 2:3>4@0+ 1:a>e@0+ 2:e>r@0+");
  note_changes (store, doses, NULL, YF_DAY_NONE, DAY_0, EVENING + 1);
  assert_outline (store, "0:1>2@1+ 1:2>3@0+ 2:3>4@0+ 1:a>e@0+ 2:e>r@0+");
  note_changes (store, NULL, stays, DAY_0 + 2, YF_DAY_NONE, EVENING + 2);
  assert_outline (store, "0:1>2@1+ 1:2>3@0+ 2:3>4@0+ 1:a>e@0+ 2:e>r@0 -2");
  note_changes (store, none, NULL, DAY_0, DAY_0 + 1, EVENING + 3);
  assert_outline (store, "0:1>2@1 -3 1:2>3@0 -3 2:3>4@0+ 1:a>e@0+ 2:e>r@0 -2");
  note_changes (store, NULL, NULL, YF_DAY_NONE, YF_DAY_NONE, EVENING + 4);
  assert_outline (store, "0:1>2@1 -3 1:2>3@0 -3 2:3>4@0+ 1:a>e@0+ 2:e>r@0 -2");
}

/* Each thing that tells two changes apart, and what does not. */
static void
test_same (void)
{
  static const struct
  {
    YfDay        day;
    const char  *exercise;
    YfDose       from;
    YfDose       to;
    YfDoseReason reason;
    gboolean     same;
  } doses[] = {
    { DAY_0, "glute-bridge", { 1, 10, 3 * YF_SECOND }, { 2, 10, 3 * YF_SECOND }, YF_DOSE_REASON_REVIEWED, TRUE },
    { DAY_0 + 1, "glute-bridge", { 1, 10, 3 * YF_SECOND }, { 2, 10, 3 * YF_SECOND }, YF_DOSE_REASON_REVIEWED, FALSE },
    { DAY_0, "own-1", { 1, 10, 3 * YF_SECOND }, { 2, 10, 3 * YF_SECOND }, YF_DOSE_REASON_REVIEWED, FALSE },
    { DAY_0, "glute-bridge", { 2, 10, 3 * YF_SECOND }, { 2, 10, 3 * YF_SECOND }, YF_DOSE_REASON_REVIEWED, FALSE },
    { DAY_0, "glute-bridge", { 1, 11, 3 * YF_SECOND }, { 2, 10, 3 * YF_SECOND }, YF_DOSE_REASON_REVIEWED, FALSE },
    { DAY_0, "glute-bridge", { 1, 10, 4 * YF_SECOND }, { 2, 10, 3 * YF_SECOND }, YF_DOSE_REASON_REVIEWED, FALSE },
    { DAY_0, "glute-bridge", { 1, 10, 3 * YF_SECOND }, { 3, 10, 3 * YF_SECOND }, YF_DOSE_REASON_REVIEWED, FALSE },
    { DAY_0, "glute-bridge", { 1, 10, 3 * YF_SECOND }, { 2, 9, 3 * YF_SECOND }, YF_DOSE_REASON_REVIEWED, FALSE },
    { DAY_0, "glute-bridge", { 1, 10, 3 * YF_SECOND }, { 2, 10, 0 }, YF_DOSE_REASON_REVIEWED, FALSE },
    { DAY_0, "glute-bridge", { 1, 10, 3 * YF_SECOND }, { 2, 10, 3 * YF_SECOND }, YF_DOSE_REASON_LIMIT, FALSE },
  };
  static const struct
  {
    YfStageChange step;
    gboolean      same;
  } steps[] = {
    { { DAY_0, YF_STAGE_ACUTE, YF_STAGE_EASING, FALSE, FALSE }, TRUE },
    { { DAY_0 + 1, YF_STAGE_ACUTE, YF_STAGE_EASING, FALSE, FALSE }, FALSE },
    { { DAY_0, YF_STAGE_RECOVERY, YF_STAGE_EASING, FALSE, FALSE }, FALSE },
    { { DAY_0, YF_STAGE_ACUTE, YF_STAGE_RECOVERY, FALSE, FALSE }, FALSE },
    { { DAY_0, YF_STAGE_ACUTE, YF_STAGE_EASING, TRUE, FALSE }, FALSE },
    { { DAY_0, YF_STAGE_ACUTE, YF_STAGE_EASING, FALSE, TRUE }, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (doses); i++)
    {
      g_autoptr (Folder) folder = make_folder ();
      g_autoptr (YfStore) store = open_store (folder);
      g_autoptr (GPtrArray) first = make_doses ();
      g_autoptr (GPtrArray) second = make_doses ();
      g_autoptr (YfLog) log = NULL;

      /* What it rests on is told in its words and is no part of what it is. */
      g_ptr_array_add (first, make_dose_change (DAY_0, "glute-bridge", 1, 2, YF_DOSE_REASON_REVIEWED));
      g_ptr_array_add (second, yf_dose_change_new (doses[i].day, doses[i].exercise, &doses[i].from,
                                                   &doses[i].to, doses[i].reason));
      note_changes (store, first, NULL, YF_DAY_NONE, YF_DAY_NONE, EVENING);
      note_changes (store, second, NULL, YF_DAY_NONE, YF_DAY_NONE, EVENING + 1);
      log = read_log (store);
      g_assert_cmpuint (log->dose_changes->len, ==, doses[i].same ? 1 : 2);
    }

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (Folder) folder = make_folder ();
      g_autoptr (YfStore) store = open_store (folder);
      g_autoptr (GArray) first = make_steps ();
      g_autoptr (GArray) second = make_steps ();
      g_autoptr (YfLog) log = NULL;

      add_step (first, DAY_0, YF_STAGE_ACUTE, YF_STAGE_EASING);
      g_array_append_val (second, steps[i].step);
      note_changes (store, NULL, first, YF_DAY_NONE, YF_DAY_NONE, EVENING);
      note_changes (store, NULL, second, YF_DAY_NONE, YF_DAY_NONE, EVENING + 1);
      log = read_log (store);
      g_assert_cmpuint (log->stage_changes->len, ==, steps[i].same ? 1 : 2);
    }
}

/* Two that are alike on one day are two: twice the morning after was worse, and the
 * dose was the least there is. */
static void
test_alike (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);
  g_autoptr (GPtrArray) doses = make_doses ();

  add_dose (doses, DAY_0, 1, 1, YF_DOSE_REASON_WORSE_MORNING);
  add_dose (doses, DAY_0, 1, 1, YF_DOSE_REASON_WORSE_MORNING);
  note_changes (store, doses, NULL, YF_DAY_NONE, YF_DAY_NONE, EVENING);
  assert_outline (store, "0:1>1@0+ 0:1>1@0+");
  note_changes (store, doses, NULL, YF_DAY_NONE, YF_DAY_NONE, EVENING + 1);
  assert_outline (store, "0:1>1@0+ 0:1>1@0+");

  g_ptr_array_set_size (doses, 1);
  note_changes (store, doses, NULL, YF_DAY_NONE, YF_DAY_NONE, EVENING + 2);
  assert_outline (store, "0:1>1@0+ 0:1>1@0 -2");
  add_dose (doses, DAY_0, 1, 1, YF_DOSE_REASON_WORSE_MORNING);
  note_changes (store, doses, NULL, YF_DAY_NONE, YF_DAY_NONE, EVENING + 3);
  assert_outline (store, "0:1>1@0+ 0:1>1@0 -2 0:1>1@3+");
}

/* Every reason and every stage there is has its word in the table. */
static void
test_words (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);
  g_autoptr (GPtrArray) doses = make_doses ();
  g_autoptr (GArray) steps = make_steps ();
  g_autoptr (YfLog) log = NULL;

  for (YfDoseReason reason = YF_DOSE_REASON_GOOD_SESSIONS; reason <= YF_DOSE_REASON_LIMIT; reason++)
    add_dose (doses, DAY_0 + (int) reason, 1, 2, reason);
  for (YfStage stage = YF_STAGE_PREVENTION; stage <= YF_STAGE_MAINTENANCE; stage++)
    add_step (steps, DAY_0 + (int) stage, stage, stage == YF_STAGE_ACUTE ? YF_STAGE_EASING : YF_STAGE_ACUTE);
  note_changes (store, doses, steps, YF_DAY_NONE, YF_DAY_NONE, EVENING);

  log = read_log (store);
  g_assert_cmpuint (log->dose_changes->len, ==, doses->len);
  for (guint i = 0; i < doses->len; i++)
    g_assert_cmpint (((YfDoseChangeRecord *) g_ptr_array_index (log->dose_changes, i))->change->reason, ==, i);
  g_assert_cmpuint (log->stage_changes->len, ==, steps->len);
  for (guint i = 0; i < steps->len; i++)
    g_assert_cmpint (((YfStageChangeRecord *) g_ptr_array_index (log->stage_changes, i))->change.from, ==, i);
}

/* One that cannot be written, after some that can: nothing was done. */
static void
test_whole (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);
  g_autoptr (GPtrArray) doses = make_doses ();
  g_autoptr (GArray) steps = make_steps ();
  g_autoptr (YfLog) before = NULL;
  g_autoptr (GError) error = NULL;
  Waiter waiter = { NULL };

  add_dose (doses, DAY_0, 1, 2, YF_DOSE_REASON_GOOD_SESSIONS);
  note_changes (store, doses, NULL, YF_DAY_NONE, YF_DAY_NONE, EVENING);
  before = read_log (store);

  g_ptr_array_set_size (doses, 0);
  add_dose (doses, DAY_0 + 1, 1, 2, YF_DOSE_REASON_GOOD_SESSIONS);
  add_step (steps, DAY_0, YF_STAGE_ACUTE, YF_STAGE_EASING);
  add_step (steps, DAY_0 + 1, YF_STAGE_EASING, YF_STAGE_EASING);
  yf_store_note_changes_async (store, doses, steps, YF_DAY_NONE, YF_DAY_NONE, EVENING + 1, NULL, waiter_cb,
                               &waiter);
  g_assert_false (waiter_finish (&waiter, store, &error));
  g_assert_error (error, YF_STORE_ERROR, YF_STORE_ERROR_FAILED);
  {
    g_autoptr (YfLog) after = read_log (store);

    assert_same_log (before, after);
  }

  g_array_set_size (steps, 1);
  note_changes (store, doses, steps, YF_DAY_NONE, YF_DAY_NONE, EVENING + 2);
  assert_outline (store, "0:1>2@0 -2 1:1>2@2+ 0:a>e@2+");
}

/* Nor is half of it there where the disk is full. */
static void
test_full_apart (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);
  g_autoptr (GPtrArray) doses = make_doses ();
  g_autoptr (YfLog) before = NULL;
  g_autoptr (GError) error = NULL;
  struct rlimit limit;
  Waiter waiter = { NULL };

  add_dose (doses, DAY_0, 1, 2, YF_DOSE_REASON_GOOD_SESSIONS);
  note_changes (store, doses, NULL, YF_DAY_NONE, YF_DAY_NONE, EVENING);
  before = read_log (store);

  g_ptr_array_set_size (doses, 0);
  for (int i = 1; i < 3000; i++)
    add_dose (doses, DAY_0 + i, 1, 2, YF_DOSE_REASON_GOOD_SESSIONS);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = 256 * 1024;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  yf_store_note_changes_async (store, doses, NULL, YF_DAY_NONE, YF_DAY_NONE, EVENING + 1, NULL, waiter_cb,
                               &waiter);
  g_assert_false (waiter_finish (&waiter, store, &error));
  g_assert_error (error, YF_STORE_ERROR, YF_STORE_ERROR_FULL);
  {
    g_autoptr (YfLog) after = read_log (store);

    assert_same_log (before, after);
  }

  limit.rlim_cur = limit.rlim_max;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  note_changes (store, doses, NULL, YF_DAY_NONE, YF_DAY_NONE, EVENING + 2);
  {
    g_autoptr (YfLog) after = read_log (store);

    g_assert_cmpuint (after->dose_changes->len, ==, 3000);
  }
}

static void
test_full (void)
{
  g_test_trap_subprocess ("/store/changes/full/subprocess", 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

/* Ten years of changes are held against ten years of changes in no time that a person
 * would notice. */
static void
test_ten_years (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);
  g_autoptr (GPtrArray) doses = make_doses ();
  gint64 begun;

  for (int i = 0; i < 3000; i++)
    add_dose (doses, DAY_0 + i, 1, 2, YF_DOSE_REASON_GOOD_SESSIONS);
  note_changes (store, doses, NULL, YF_DAY_NONE, YF_DAY_NONE, EVENING);

  begun = g_get_monotonic_time ();
  note_changes (store, doses, NULL, YF_DAY_NONE, YF_DAY_NONE, EVENING + 1);
  g_test_message ("3000 changes took %d ms", (int) ((g_get_monotonic_time () - begun) / 1000));
  g_assert_cmpint (g_get_monotonic_time () - begun, <, 3 * G_USEC_PER_SEC);
}

/* Two that found out the same, each for itself, tell it once when one is taken into
 * the other; and what was withdrawn there is withdrawn here. */
static void
test_import (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (Folder) other = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);
  g_autoptr (YfStore) copy = open_store (other);
  g_autoptr (GPtrArray) doses = make_doses ();
  g_autoptr (GArray) steps = make_steps ();
  g_autoptr (YfLog) log = NULL;
  g_autoptr (YfLog) newer = NULL;
  g_autoptr (YfLog) theirs = NULL;
  YfImportCounts counts;

  add_dose (doses, DAY_0, 1, 2, YF_DOSE_REASON_GOOD_SESSIONS);
  add_dose (doses, DAY_0 + 1, 1, 1, YF_DOSE_REASON_WORSE_MORNING);
  add_dose (doses, DAY_0 + 1, 1, 1, YF_DOSE_REASON_WORSE_MORNING);
  add_step (steps, DAY_0, YF_STAGE_ACUTE, YF_STAGE_EASING);
  note_changes (store, doses, steps, YF_DAY_NONE, YF_DAY_NONE, EVENING);
  note_changes (copy, doses, steps, YF_DAY_NONE, YF_DAY_NONE, EVENING + 1);

  log = read_log (store);
  import_log (copy, log, &counts);
  g_assert_cmpuint (counts.added, ==, 0);
  g_assert_cmpuint (counts.known, ==, 4);
  assert_outline (copy, "0:1>2@1+ 1:1>1@1+ 1:1>1@1+ 0:a>e@1+");

  /* What no longer counts there and was never known here is only told. */
  g_ptr_array_set_size (doses, 0);
  g_array_set_size (steps, 0);
  note_changes (store, doses, steps, DAY_0, DAY_0, EVENING + 2);
  newer = read_log (store);
  import_log (copy, newer, &counts);
  g_assert_cmpuint (counts.added, ==, 2);
  assert_outline (copy, "0:1>2@0 -2 0:1>2@1+ 1:1>1@1+ 1:1>1@1+ 0:a>e@0 -2 0:a>e@1+");

  /* Of what is known here by its name, the end is taken over. */
  theirs = read_log (copy);
  import_log (store, theirs, &counts);
  g_assert_cmpuint (counts.added, ==, 2); /* what stands there and not here */
  assert_outline (store, "0:1>2@0 -2 0:1>2@1+ 1:1>1@0+ 1:1>1@0+ 0:a>e@0 -2 0:a>e@1+");
  note_changes (copy, doses, steps, YF_DAY_NONE, YF_DAY_NONE, EVENING + 3);
  g_clear_pointer (&theirs, yf_log_unref);
  theirs = read_log (copy);
  import_log (store, theirs, &counts);
  assert_outline (store,
                  "0:1>2@0 -2 0:1>2@1 -3 1:1>1@0+ 1:1>1@0+ 1:1>1@1 -3 1:1>1@1 -3 0:a>e@0 -2 0:a>e@1 -3");

  import_log (store, theirs, &counts);
  g_assert_cmpuint (counts.added, ==, 0);
  g_assert_true (yf_store_check (store, NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/changes/course", test_course);
  g_test_add_func ("/store/changes/range", test_range);
  g_test_add_func ("/store/changes/same", test_same);
  g_test_add_func ("/store/changes/alike", test_alike);
  g_test_add_func ("/store/changes/words", test_words);
  g_test_add_func ("/store/changes/whole", test_whole);
  g_test_add_func ("/store/changes/ten-years", test_ten_years);
  g_test_add_func ("/store/changes/import", test_import);
  g_test_add_func ("/store/changes/full", test_full);
  g_test_add_func ("/store/changes/full/subprocess", test_full_apart);

  return g_test_run ();
}
