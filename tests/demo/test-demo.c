/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo-fixture.h"
#include "log-text.h"

/* The made-up patient: always the same of a seed, and with all in it that there is to show. */

static void
test_deterministic (DemoFixture   *fixture,
                    gconstpointer  data)
{
  for (gsize i = 0; i < DEMO_FIXTURE_N_LENGTHS; i++)
    {
      g_autoptr (YfLog) one = demo_fixture_make_log (fixture, demo_fixture_lengths[i], DEMO_FIXTURE_SEED);
      g_autoptr (YfLog) same = demo_fixture_make_log (fixture, demo_fixture_lengths[i], DEMO_FIXTURE_SEED);
      g_autoptr (YfLog) other = demo_fixture_make_log (fixture, MIN (demo_fixture_lengths[i], 365), DEMO_FIXTURE_SEED + 1);
      g_autofree char *one_text = log_to_text (one);
      g_autofree char *same_text = log_to_text (same);
      g_autofree char *other_text = log_to_text (other);

      g_assert_cmpstr (one_text, ==, same_text);
      g_assert_true (yf_profile_equal (one->profile, same->profile));
      g_assert_cmpstr (one_text, !=, other_text);
    }
}

/* A seed must give on every machine what it gives here: an id and a moment that
 * were written down once. */
static void
test_pinned (DemoFixture   *fixture,
             gconstpointer  data)
{
  g_autoptr (YfLog) log = demo_fixture_make_log (fixture, 30, DEMO_FIXTURE_SEED);
  g_autofree char *text = log_to_text (log);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  g_assert_cmpstr (sum, ==, "2faedb906b21809f41d4a55d0639bcb7cdf53498dcbc8a41fd0005f695846baf");
}

/* -- What is in it ---------------------------------------------------------- */

typedef struct
{
  int n_trained[YF_STAGE_MAINTENANCE + 1];
  int n_stops;
  int n_stopped;
  int n_cut;
  int n_worse;
  int n_unanswered;
  int n_notes;
  int n_flares;
  int n_flags;
  int n_swallow_stops;
  int longest_gap;
} Counts;

static Counts
count (YfLog *log)
{
  Counts counts = { { 0, }, };
  YfDay before = YF_DAY_NONE;

  for (guint i = 0; i < log->sessions->len; i++)
    {
      YfSessionRecord *session = g_ptr_array_index (log->sessions, i);
      YfDay day = yf_day_from_moment (session->started, session->utc_offset);

      counts.n_trained[yf_stage_reckon (log->profile, day)]++;
      counts.n_stops += (int) session->stops->len;
      counts.n_stopped += session->state == YF_RECORD_STOPPED;
      counts.n_cut += session->state == YF_RECORD_CUT;
      counts.n_worse += session->morning == YF_MORNING_WORSE;
      counts.n_unanswered += session->morning == YF_MORNING_UNANSWERED;
      counts.n_notes += session->after != NULL && session->after->note != NULL;
      if (before != YF_DAY_NONE)
        {
          g_assert_cmpint (day, >, before);
          counts.longest_gap = MAX (counts.longest_gap, day - before);
        }
      before = day;

      for (guint j = 0; j < session->stops->len; j++)
        {
          const YfStop *stop = g_ptr_array_index (session->stops, j);

          if (g_str_equal (yf_session_record_get_stop_exercise (session, stop), "modified-swallow"))
            {
              g_assert_cmpint (stop->phase, ==, YF_SEGMENT_HOLD);
              counts.n_swallow_stops++;
            }
        }

      /* No training on the day of a flare. */
      if (session->check_in != NULL)
        {
          g_assert_cmpint (yf_check_in_get_pain_back (session->check_in), <, 7);
          g_assert_cmpint (yf_check_in_get_pain_leg (session->check_in), <, 7);
        }
    }

  for (guint i = 0; i < log->check_ins->len; i++)
    {
      const YfCheckInRecord *record = g_ptr_array_index (log->check_ins, i);
      YfDay day = yf_day_from_moment (record->at, record->utc_offset);

      counts.n_flags += yf_check_in_get_n_flags (record->check_in) > 0;
      counts.n_flares += yf_check_in_get_pain_back (record->check_in) >= 7
                         && yf_stage_reckon (log->profile, day) >= YF_STAGE_RECOVERY;
    }

  return counts;
}

static void
test_one_day (DemoFixture   *fixture,
              gconstpointer  data)
{
  for (guint32 seed = 0; seed < 50; seed++)
    {
      g_autoptr (YfLog) log = demo_fixture_make_log (fixture, 1, seed);
      const YfSessionRecord *session;

      g_assert_cmpuint (log->sessions->len, ==, 1);
      session = g_ptr_array_index (log->sessions, 0);
      g_assert_cmpint (session->state, ==, YF_RECORD_COMPLETED);
      g_assert_cmpuint (log->check_ins->len, ==, 0);
      g_assert_cmpuint (log->ratings->len, ==, 1);
      g_assert_cmpuint (log->functions->len, ==, 3);
      g_assert_cmpuint (log->schedules->len, ==, 1);
      g_assert_cmpuint (log->edits->len, ==, 0);
    }
}

static void
test_one_month (DemoFixture   *fixture,
                gconstpointer  data)
{
  for (guint32 seed = 0; seed < 20; seed++)
    {
      g_autoptr (YfLog) log = demo_fixture_make_log (fixture, 30, seed);
      Counts counts = count (log);

      g_assert_cmpuint (log->sessions->len, >=, 6);
      g_assert_cmpuint (log->sessions->len, <=, 16);
      g_assert_cmpint (counts.n_flares, >=, 1);
      g_assert_cmpint (counts.n_flags, >=, 1);
      g_assert_cmpuint (log->ratings->len, ==, 3);
      g_assert_cmpuint (log->scores->len, ==, 1);
    }
}

static void
test_one_year (DemoFixture   *fixture,
               gconstpointer  data)
{
  int n_worse = 0;

  for (guint32 seed = 0; seed < 10; seed++)
    {
      g_autoptr (YfLog) log = demo_fixture_make_log (fixture, 365, seed);
      Counts counts = count (log);
      const YfEdit *added;
      const YfEdit *corrected;
      YfSessionRecord *entered;

      /* Three to four a week, less flares and a week away now and then. */
      g_assert_cmpuint (log->sessions->len, >=, 120);
      g_assert_cmpuint (log->sessions->len, <=, 200);
      g_assert_cmpint (counts.n_trained[YF_STAGE_ACUTE], >=, 3);
      g_assert_cmpint (counts.n_trained[YF_STAGE_EASING], >=, 3);
      g_assert_cmpint (counts.n_trained[YF_STAGE_RECOVERY], >=, 15);
      g_assert_cmpint (counts.n_trained[YF_STAGE_MAINTENANCE], >=, 80);
      g_assert_cmpint (counts.n_flares, >=, 4);
      g_assert_cmpint (counts.n_flares, <=, 16);
      g_assert_cmpint (counts.n_stops, >=, 2);
      g_assert_cmpint (counts.n_stopped, >=, counts.n_stops);
      g_assert_cmpint (counts.n_unanswered, >=, 10);
      n_worse += counts.n_worse;
      g_assert_cmpint (counts.n_notes, >=, 1);
      g_assert_cmpint (counts.n_flags, >=, 4);
      g_assert_cmpint (counts.longest_gap, >=, 6);
      g_assert_cmpuint (log->reliefs->len, >=, 20);
      g_assert_cmpuint (log->activities->len, >=, 20);
      g_assert_cmpuint (log->ratings->len, >=, 20);
      g_assert_cmpuint (log->scores->len, >=, 4);
      g_assert_cmpuint (log->schedules->len, ==, 2);
      g_assert_cmpuint (log->programmes->len, ==, 2);
      g_assert_cmpuint (log->programme_choices->len, ==, 2);
      g_assert_cmpuint (log->followed->len, >=, 10);
      g_assert_cmpuint (log->dose_changes->len, >=, 20);
      g_assert_cmpuint (log->stage_changes->len, >=, 3);
      g_assert_cmpuint (log->reminders->len, >=, 50);
      g_assert_cmpuint (log->sitting_breaks->len, >=, 100);
      g_assert_cmpuint (yf_profile_get_clearances (log->profile)->len, ==, 2);
      g_assert_cmpuint (yf_profile_get_assessments (log->profile)->len, ==, 3);

      g_assert_cmpuint (log->edits->len, ==, 2);
      added = g_ptr_array_index (log->edits, 0);
      corrected = g_ptr_array_index (log->edits, 1);
      g_assert_null (added->old);
      entered = yf_log_find_session (log, added->new);
      g_assert_cmpint (entered->origin, ==, YF_ORIGIN_ENTERED);
      g_assert_cmpuint (log->old_sessions->len, ==, 1);
      g_assert_cmpstr (((YfSessionRecord *) g_ptr_array_index (log->old_sessions, 0))->id, ==, corrected->old);
      g_assert_nonnull (yf_log_find_session (log, corrected->new));
      g_assert_true (yf_log_find_edit (log, corrected->new) == corrected);
    }

  g_assert_cmpint (n_worse, >=, 10);
}

static void
test_five_years (DemoFixture   *fixture,
                 gconstpointer  data)
{
  gint64 before = g_get_monotonic_time ();
  g_autoptr (YfLog) log = demo_fixture_make_log (fixture, 1826, DEMO_FIXTURE_SEED);
  gint64 took = g_get_monotonic_time () - before;
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  Counts counts = count (log);

  g_test_message ("five years in %" G_GINT64_FORMAT " ms: %u sessions, %d stops, %d cut, %d flares",
                  took / 1000, log->sessions->len, counts.n_stops, counts.n_cut, counts.n_flares);
  g_assert_cmpuint (log->sessions->len, >=, 650);
  g_assert_cmpuint (log->sessions->len, <=, 1050);
  g_assert_cmpint (counts.n_cut, >=, 1);
  g_assert_cmpint (counts.n_flares, >=, 20);
  g_assert_cmpint (counts.longest_gap, >=, 25);
  g_assert_cmpint (counts.n_swallow_stops, >=, 1);

  for (guint i = 0; i < log->sessions->len; i++)
    {
      const char *id = ((YfSessionRecord *) g_ptr_array_index (log->sessions, i))->id;

      g_assert_true (g_uuid_string_is_valid (id));
      g_assert_cmpint (id[14], ==, '4');
      g_assert_nonnull (strchr ("89ab", id[19]));
      g_assert_true (g_hash_table_add (ids, (gpointer) id));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  demo_fixture_add ("deterministic", test_deterministic);
  demo_fixture_add ("pinned", test_pinned);
  demo_fixture_add ("one-day", test_one_day);
  demo_fixture_add ("one-month", test_one_month);
  demo_fixture_add ("one-year", test_one_year);
  demo_fixture_add ("five-years", test_five_years);

  return g_test_run ();
}
