/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "day-fixture.h"
#include "log-fixture.h"

/* What is said and shown on a day: kept as it was, answered, and refused where it
 * cannot be. */

#define MINUTE (60 * (gint64) YF_SECOND)
#define HOUR (60 * MINUTE)
#define NEW_YORK (-5 * 60 * 60)

static const char nobody[] = "6a1f7c1e-0b52-4a53-9d0e-0f4d6f6fffff";

static void
add_flare (YfStore *store,
           gint64   at,
           gint32   utc_offset)
{
  g_autoptr (YfFlareRecord) record = yf_flare_record_new (at);
  Waiter waiter = { NULL };

  record->utc_offset = utc_offset;
  yf_store_add_flare_async (store, record, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
}

/* A day is a flare once, and it is the day where the person is: that evening begins
 * at 19:00 in Shanghai, five hours before the next day, and at 6:00 in New York. */
static void
test_flares (void)
{
  static const struct
  {
    gint64 at;
    gint32 utc_offset;
    guint  n_flares;
  } cases[] = {
    { 0, SHANGHAI, 1 },
    { 1, SHANGHAI, 1 },
    { 5 * HOUR - 1, SHANGHAI, 1 },
    { -19 * HOUR, SHANGHAI, 1 },
    { 12 * HOUR, NEW_YORK, 1 },
    { 5 * HOUR, SHANGHAI, 2 },
    { -19 * HOUR - 1, SHANGHAI, 3 },
    { 6 * HOUR, SHANGHAI, 3 },
    { 18 * HOUR - 1, NEW_YORK, 3 },
    { 18 * HOUR, NEW_YORK, 3 },
    { 43 * HOUR, NEW_YORK, 4 },
    { 101 * HOUR, SHANGHAI, 5 }, /* the first instant of a day */
    { 100 * HOUR, SHANGHAI, 6 }, /* the day before */
    { 101 * HOUR - 1, SHANGHAI, 6 },
  };
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YfLog) log = NULL;

      add_flare (store, EVENING + cases[i].at, cases[i].utc_offset);
      log = read_log (store);
      g_assert_cmpuint (log->flares->len, ==, cases[i].n_flares);
    }
}

static void
test_reviews (void)
{
  static const struct
  {
    const char *clinician;
    const char *kept;
  } cases[] = { { "周医生", "周医生" }, { NULL, NULL }, { "", NULL } };
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);
  g_autoptr (YfLog) log = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YfReviewRecord) record = NULL;
      Waiter waiter = { NULL };

      record = yf_review_record_new ("glute-bridge", cases[i].clinician, EVENING + i);
      yf_store_add_review_async (store, record, NULL, waiter_cb, &waiter);
      waiter_assert (&waiter, store);
    }

  log = read_log (store);
  g_assert_cmpuint (log->reviews->len, ==, G_N_ELEMENTS (cases));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const YfReviewRecord *record = g_ptr_array_index (log->reviews, i);

      g_assert_cmpint (record->at, ==, EVENING + i);
      g_assert_cmpint (record->utc_offset, ==, SHANGHAI);
      g_assert_cmpstr (record->exercise, ==, "glute-bridge");
      g_assert_cmpstr (record->clinician, ==, cases[i].kept);
    }
}

static void
test_wishes (void)
{
  static const char * const exercises[] = { "own-1", "glute-bridge", "own-1", "five-point-support" };
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);
  g_autoptr (YfWishRecord) some = yf_wish_record_new (EVENING);
  g_autoptr (YfWishRecord) none = yf_wish_record_new (EVENING + 1);
  g_autoptr (YfLog) log = NULL;
  const YfWishRecord *read;
  Waiter waiter = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (exercises); i++)
    yf_wish_record_add (some, i % 3, exercises[i]);
  yf_store_add_wishes_async (store, some, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
  yf_store_add_wishes_async (store, none, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);

  log = read_log (store);
  g_assert_cmpuint (log->wishes->len, ==, 2);
  read = g_ptr_array_index (log->wishes, 0);
  g_assert_cmpstr (read->id, ==, some->id);
  g_assert_cmpuint (read->wishes->len, ==, G_N_ELEMENTS (exercises));
  for (guint i = 0; i < G_N_ELEMENTS (exercises); i++)
    {
      const YfWish *wish = &g_array_index (read->wishes, YfWish, i);

      g_assert_cmpint (wish->kind, ==, i % 3);
      g_assert_cmpstr (wish->exercise, ==, exercises[i]);
    }
  read = g_ptr_array_index (log->wishes, 1);
  g_assert_cmpstr (read->id, ==, none->id);
  g_assert_cmpuint (read->wishes->len, ==, 0);
}

static void
assert_unknown (Waiter  *waiter,
                YfStore *store)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (waiter_finish (waiter, store, &error));
  g_assert_error (error, YF_STORE_ERROR, YF_STORE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, nobody));
}

/* The last answer stands, and only who will not is asked why. */
static void
test_reminders (void)
{
  static const struct
  {
    YfReminderAnswer answer;
    YfSkipReason     reason;
    YfSkipReason     kept;
  } cases[] = {
    { YF_REMINDER_NOT_TODAY, YF_SKIP_PAIN, YF_SKIP_PAIN },
    { YF_REMINDER_START, YF_SKIP_PAIN, YF_SKIP_UNSAID },
    { YF_REMINDER_TOLD, YF_SKIP_NO_WISH, YF_SKIP_UNSAID },
    { YF_REMINDER_NOT_TODAY, YF_SKIP_UNSAID, YF_SKIP_UNSAID },
    { YF_REMINDER_NOT_TODAY, YF_SKIP_NO_WISH, YF_SKIP_NO_WISH },
  };
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);
  g_autoptr (YfReminderRecord) record = yf_reminder_record_new (YF_REMINDER_SESSION, NULL, EVENING);
  Waiter waiter = { NULL };

  yf_store_answer_reminder_async (store, nobody, YF_REMINDER_START, YF_SKIP_UNSAID, EVENING, NULL, waiter_cb,
                                  &waiter);
  assert_unknown (&waiter, store);

  yf_store_add_reminder_async (store, record, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YfLog) log = NULL;
      const YfReminderRecord *read;

      yf_store_answer_reminder_async (store, record->id, cases[i].answer, cases[i].reason, EVENING + i, NULL,
                                      waiter_cb, &waiter);
      waiter_assert (&waiter, store);
      log = read_log (store);
      g_assert_cmpuint (log->reminders->len, ==, 1);
      read = g_ptr_array_index (log->reminders, 0);
      g_assert_cmpint (read->answer, ==, cases[i].answer);
      g_assert_cmpint (read->answered_at, ==, EVENING + i);
      g_assert_cmpint (read->reason, ==, cases[i].kept);
    }

  yf_store_answer_reminder_async (store, nobody, YF_REMINDER_START, YF_SKIP_UNSAID, EVENING, NULL, waiter_cb,
                                  &waiter);
  assert_unknown (&waiter, store);
}

static void
test_breaks (void)
{
  static const struct
  {
    gint64        length;
    YfBreakAnswer answer;
    YfSkipReason  reason;
    YfBreakAnswer kept;
    YfSkipReason  because;
    gint64        at;
  } cases[] = {
    /* It is begun; what it came to is told later. */
    { 120, YF_BREAK_UNANSWERED, YF_SKIP_UNSAID, YF_BREAK_UNANSWERED, YF_SKIP_UNSAID, -1 },
    { 120, YF_BREAK_PARTLY, YF_SKIP_NO_TIME, YF_BREAK_PARTLY, YF_SKIP_UNSAID, 1 },
    { 180, YF_BREAK_DONE, YF_SKIP_UNSAID, YF_BREAK_DONE, YF_SKIP_UNSAID, 2 },
    { 0, YF_BREAK_SKIPPED, YF_SKIP_DONE_OTHERWISE, YF_BREAK_SKIPPED, YF_SKIP_DONE_OTHERWISE, 3 },
    { 60, YF_BREAK_UNANSWERED, YF_SKIP_UNSAID, YF_BREAK_SKIPPED, YF_SKIP_DONE_OTHERWISE, 3 },
  };
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);
  g_autoptr (YfBreakRecord) record = yf_break_record_new (30 * MINUTE, EVENING);
  Waiter waiter = { NULL };

  yf_store_answer_break_async (store, nobody, 0, YF_BREAK_DONE, YF_SKIP_UNSAID, EVENING, NULL, waiter_cb,
                               &waiter);
  assert_unknown (&waiter, store);

  yf_store_add_break_async (store, record, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YfLog) log = NULL;
      const YfBreakRecord *read;

      yf_store_answer_break_async (store, record->id, cases[i].length * YF_SECOND, cases[i].answer,
                                   cases[i].reason, EVENING + i, NULL, waiter_cb, &waiter);
      waiter_assert (&waiter, store);
      log = read_log (store);
      g_assert_cmpuint (log->sitting_breaks->len, ==, 1);
      read = g_ptr_array_index (log->sitting_breaks, 0);
      g_assert_cmpint (read->sat, ==, 30 * MINUTE);
      g_assert_cmpint (read->length, ==, cases[i].length * YF_SECOND);
      g_assert_cmpint (read->answer, ==, cases[i].kept);
      g_assert_cmpint (read->reason, ==, cases[i].because);
      g_assert_cmpint (read->answered_at, ==, cases[i].at < 0 ? 0 : EVENING + cases[i].at);
    }
}

/* Every kind, answer and reason has its word in the tables, and keeps it. */
static void
test_words (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);
  g_autoptr (YfLog) log = yf_log_new (YF_DAY_NONE, YF_DAY_NONE);
  g_autoptr (YfLog) read = NULL;

  for (int i = 0; i < YF_N_SKIP_REASONS; i++)
    {
      YfReminderRecord *reminder = yf_reminder_record_new (i % 2, NULL, EVENING + i);
      YfBreakRecord *sitting = yf_break_record_new (MINUTE, EVENING + i);

      reminder->answer = YF_REMINDER_NOT_TODAY;
      sitting->answer = YF_BREAK_SKIPPED;
      reminder->reason = sitting->reason = i;
      reminder->answered_at = sitting->answered_at = EVENING + 10;
      g_ptr_array_add (log->reminders, reminder);
      g_ptr_array_add (log->sitting_breaks, sitting);
    }
  for (int i = 0; i <= YF_REMINDER_TOLD; i++)
    {
      YfReminderRecord *reminder = NULL;

      reminder = yf_reminder_record_new (YF_REMINDER_MORNING, i > 1 ? nobody : NULL, EVENING + 20 + i);
      reminder->answer = i;
      reminder->answered_at = i == 0 ? 0 : EVENING + 30;
      g_ptr_array_add (log->reminders, reminder);
    }
  for (int i = 0; i <= YF_BREAK_SKIPPED; i++)
    {
      YfBreakRecord *sitting = yf_break_record_new (MINUTE, EVENING + 20 + i);

      sitting->answer = i;
      sitting->answered_at = i == 0 ? 0 : EVENING + 30;
      g_ptr_array_add (log->sitting_breaks, sitting);
    }

  import_log (store, log, NULL);
  read = read_log (store);
  assert_same_log (read, log);
}

/* -- Values that cannot be ------------------------------------------------- */

static YfDoseChange *
spoil_dose (int which)
{
  YfDose from = { 1, 10, 0 };
  YfDose to = { 2, 10, 0 };
  YfDoseChange *change;

  if (which == 0)
    from.sets = 0;
  if (which == 1)
    to.reps = -1;
  if (which == 2)
    to.hold = -1;
  change = yf_dose_change_new (which == 3 ? YF_DAY_UNKNOWN : 739940, which == 4 ? "" : "glute-bridge", &from, &to,
                               which == 5 ? (YfDoseReason) 0 : YF_DOSE_REASON_LIMIT);
  yf_dose_change_add (change, which == 5 ? "not an entry" : "", which == 6 ? YF_DAY_NONE : 739940);

  return change;
}

static void
spoil_others (YfLog *log,
              int    which)
{
  YfReminderRecord *reminder = yf_reminder_record_new (YF_REMINDER_MORNING, nobody, EVENING);
  YfBreakRecord *sitting = yf_break_record_new (MINUTE, EVENING);
  YfFlareRecord *flare = yf_flare_record_new (EVENING);
  YfReviewRecord *review = yf_review_record_new ("glute-bridge", NULL, EVENING);
  YfWishRecord *wishes = yf_wish_record_new (EVENING);
  const YfStageChange step = {
    which == 0 ? YF_DAY_NONE : 739940, YF_STAGE_ACUTE, which == 1 ? YF_STAGE_ACUTE : YF_STAGE_EASING, FALSE, FALSE,
  };
  YfStageChangeRecord *stage = yf_stage_change_record_new (&step, EVENING);

  yf_wish_record_add (wishes, YF_WISH_ADD, which == 2 ? "" : "glute-bridge");
  switch (which)
    {
    case 3:
      flare->at = -1;
      break;
    case 4:
      flare->utc_offset = 86401;
      break;
    case 5:
      flare->id[35] = '\0';
      break;
    case 6:
      review->exercise[0] = '\0';
      break;
    case 7:
      reminder->kind = YF_REMINDER_SESSION; /* is about no session */
      break;
    case 8:
      reminder->session[35] = '\0';
      break;
    case 9:
      reminder->answer = YF_REMINDER_START;
      reminder->reason = YF_SKIP_PAIN;
      break;
    case 10:
      reminder->answer = YF_REMINDER_TOLD;
      reminder->answered_at = -1;
      break;
    case 11:
      sitting->sat = -1;
      break;
    case 12:
      sitting->length = -1;
      break;
    case 13:
      sitting->answer = YF_BREAK_DONE;
      sitting->reason = YF_SKIP_NO_TIME;
      break;
    case 14:
      stage->withdrawn_at = -1;
      break;
    default:
      break;
    }
  g_ptr_array_add (log->reminders, reminder);
  g_ptr_array_add (log->sitting_breaks, sitting);
  g_ptr_array_add (log->flares, flare);
  g_ptr_array_add (log->reviews, review);
  g_ptr_array_add (log->wishes, wishes);
  g_ptr_array_add (log->stage_changes, stage);
}

#define N_DOSES 7
#define N_OTHERS 15

static void
test_invalid (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);

  for (int i = 0; i <= N_DOSES + N_OTHERS; i++)
    {
      g_autoptr (YfLog) log = yf_log_new (YF_DAY_NONE, YF_DAY_NONE);
      g_autoptr (YfLog) read = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (YfDoseChange) change = spoil_dose (i < N_DOSES ? i : N_DOSES);
      Waiter waiter = { NULL };

      g_ptr_array_add (log->dose_changes, yf_dose_change_record_new (change, EVENING));
      spoil_others (log, i - N_DOSES);
      yf_store_import_async (store, log, NULL, waiter_cb, &waiter);
      if (i == N_DOSES + N_OTHERS) /* nothing is wrong with this one */
        {
          waiter_assert (&waiter, store);
          continue;
        }

      g_test_message ("%d", i);
      g_assert_false (waiter_finish (&waiter, store, &error));
      g_assert_error (error, YF_STORE_ERROR, YF_STORE_ERROR_FAILED);
      g_assert_nonnull (strstr (error->message, "yanfei.db"));
      read = read_log (store);
      g_assert_cmpuint (read->dose_changes->len + read->stage_changes->len + read->flares->len
                        + read->reviews->len + read->wishes->len + read->reminders->len
                        + read->sitting_breaks->len, ==, 0);
    }
}

/* -- Days ------------------------------------------------------------------ */

/* What somebody said or did makes a day one that the log has something of; what was
 * only decided, shown or offered does not. */
static void
test_extent (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);
  g_autoptr (YfLog) log = NULL;
  const YfDay day = yf_day_from_real (EVENING);
  YfDay first;
  YfDay last;

  fill_days (store);
  log = read_log (store);
  g_assert_true (yf_log_get_extent (log, &first, &last));
  g_assert_cmpint (first, ==, day - 3); /* a flare */
  g_assert_cmpint (last, ==, day + 1);  /* a part of a break, sixteen hours on */

  g_ptr_array_set_size (log->flares, 0);
  g_assert_true (yf_log_get_extent (log, &first, NULL));
  g_assert_cmpint (first, ==, day + 1);
  g_ptr_array_set_size (log->sitting_breaks, 2);
  g_assert_true (yf_log_is_empty (log));
}

/* The same of a few days, whether they are read or cut out. */
static void
test_days (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);
  g_autoptr (YfLog) all = NULL;
  const YfDay day = yf_day_from_real (EVENING);
  guint n_seen = 0;

  fill_days (store);
  all = read_log (store);
  for (YfDay at = day - 4; at <= day + 4; at++)
    {
      g_autoptr (YfLog) read = yf_store_dup_log (store, at, at, NULL);
      g_autoptr (YfLog) cut = yf_log_restrict (all, at, at);

      assert_same_log (read, cut);
      for (guint i = 0; i < read->dose_changes->len; i++, n_seen++)
        g_assert_cmpint (((YfDoseChangeRecord *) g_ptr_array_index (read->dose_changes, i))->change->day, ==, at);
      for (guint i = 0; i < read->reminders->len; i++, n_seen++)
        {
          const YfReminderRecord *record = g_ptr_array_index (read->reminders, i);

          g_assert_cmpint (yf_day_from_moment (record->at, record->utc_offset), ==, at);
        }
      n_seen += read->stage_changes->len + read->flares->len + read->reviews->len + read->wishes->len
                + read->sitting_breaks->len;
    }
  g_assert_cmpuint (n_seen, ==, all->dose_changes->len + all->stage_changes->len + all->flares->len
                                + all->reviews->len + all->wishes->len + all->reminders->len
                                + all->sitting_breaks->len);
  g_assert_cmpuint (n_seen, ==, 4 + 3 + 2 + 2 + 2 + 3 + 4);
}

/* The same day is no flare twice where two logs say so, and an entry that is known
 * stays as it is here. */
static void
test_import (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (Folder) other = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);
  g_autoptr (YfStore) copy = open_store (other);
  g_autoptr (YfLog) log = NULL;
  g_autoptr (YfLog) merged = NULL;
  const YfReminderRecord *reminder;
  YfImportCounts counts;
  Waiter waiter = { NULL };

  fill_days (store);
  add_flare (copy, EVENING + HOUR, SHANGHAI);
  log = read_log (store);
  import_log (copy, log, &counts);
  g_assert_cmpuint (counts.known, ==, 1);
  g_assert_cmpuint (counts.added, ==, 4 + 3 + 1 + 2 + 2 + 3 + 4);

  reminder = g_ptr_array_index (log->reminders, 0);
  yf_store_answer_reminder_async (copy, reminder->id, YF_REMINDER_START, YF_SKIP_UNSAID, EVENING + 5, NULL,
                                  waiter_cb, &waiter);
  waiter_assert (&waiter, copy);
  import_log (copy, log, &counts);
  g_assert_cmpuint (counts.added, ==, 0);
  merged = read_log (copy);
  g_assert_cmpuint (merged->flares->len, ==, 2);
  g_assert_cmpint (((YfFlareRecord *) g_ptr_array_index (merged->flares, 1))->at, ==, EVENING + HOUR);
  g_assert_cmpint (((YfReminderRecord *) g_ptr_array_index (merged->reminders, 0))->answer, ==, YF_REMINDER_START);
}

/* A backup has it, and an erased folder does not. */
static void
test_kept (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (Folder) other = make_folder ();
  g_autofree char *path = g_build_filename (other, "kept.db", NULL);
  g_autofree char *inside = g_build_filename (other, "log", NULL);
  g_autoptr (YfStore) store = open_store (folder);
  g_autoptr (YfStore) restored = NULL;
  g_autoptr (YfStore) empty = NULL;
  g_autoptr (YfLog) log = NULL;
  g_autoptr (YfLog) read = NULL;
  g_autoptr (YfLog) nothing = NULL;
  g_autoptr (GError) error = NULL;

  fill_days (store);
  log = read_log (store);
  g_assert_true (yf_store_back_up (store, path, &error));
  g_assert_no_error (error);
  yf_store_close (store);
  g_assert_true (yf_store_erase (folder, &error));
  g_assert_no_error (error);
  empty = open_store (folder);
  nothing = read_log (empty);
  g_assert_true (yf_log_is_empty (nothing));
  g_assert_cmpuint (nothing->dose_changes->len + nothing->reminders->len, ==, 0);

  g_assert_true (yf_store_restore (inside, path, NULL, &error));
  g_assert_no_error (error);
  restored = open_store (inside);
  read = read_log (restored);
  assert_same_log (read, log);
  g_assert_true (yf_store_check (restored, NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/today/flares", test_flares);
  g_test_add_func ("/store/today/reviews", test_reviews);
  g_test_add_func ("/store/today/wishes", test_wishes);
  g_test_add_func ("/store/today/reminders", test_reminders);
  g_test_add_func ("/store/today/breaks", test_breaks);
  g_test_add_func ("/store/today/words", test_words);
  g_test_add_func ("/store/today/invalid", test_invalid);
  g_test_add_func ("/store/today/extent", test_extent);
  g_test_add_func ("/store/today/days", test_days);
  g_test_add_func ("/store/today/import", test_import);
  g_test_add_func ("/store/today/kept", test_kept);

  return g_test_run ();
}
