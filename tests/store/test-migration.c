/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file-fixture.h"
#include "log-fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/resource.h>

/* Logs of older versions: brought up to date they say what they said, and where
 * that fails they are as they were. */

static const char schema_query[] =
  "SELECT type || ' ' || name || ' ' || coalesce (sql, '') FROM sqlite_schema ORDER BY 1";

static char *
query (const char *path,
       const char *sql)
{
  sqlite3 *database = NULL;
  sqlite3_stmt *statement = NULL;
  GString *text = g_string_new (NULL);

  g_assert_cmpint (sqlite3_open_v2 (path, &database, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (database, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_string_append_printf (text, "%s\n", (const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);

  return g_string_free (text, FALSE);
}

/* Every row of every table, and what makes the tables. */
static char *
dump (const char *path)
{
  g_autofree char *names = query (path, "SELECT name FROM sqlite_schema "
                                        "WHERE type = 'table' ORDER BY name");
  g_auto (GStrv) tables = g_strsplit (g_strchomp (names), "\n", -1);
  g_autofree char *schema = query (path, schema_query);
  GString *text = g_string_new (schema);

  for (int i = 0; tables[i] != NULL; i++)
    {
      g_autofree char *columns = NULL;
      g_autofree char *list = NULL;
      g_autofree char *sql = NULL;
      g_autofree char *rows = NULL;

      list = g_strdup_printf ("SELECT group_concat ('quote (\"' || name || '\")', ' || '','' || ') "
                              "FROM pragma_table_info ('%s')", tables[i]);
      columns = query (path, list);
      sql = g_strdup_printf ("SELECT %s FROM %s", columns, tables[i]);
      rows = query (path, sql);
      g_string_append_printf (text, "%s\n%s", tables[i], rows);
    }

  return g_string_free (text, FALSE);
}

static char *
get_fixture (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

static void
make_old_log (const char *folder,
              int         version)
{
  g_autofree char *path = get_log_path (folder);
  g_autofree char *name = g_strdup_printf ("schema-%d.sql", version);
  g_autofree char *sql = get_fixture (name);

  run_sql (path, sql);
}

static const char *
describe_day (YfDay   day,
              char  **text)
{
  if (day == YF_DAY_NONE)
    return "none";
  if (day == YF_DAY_UNKNOWN)
    return "unknown";

  g_free (*text);
  *text = yf_day_to_string (day);

  return *text;
}

static void
append_profile (GString         *text,
                const YfProfile *profile)
{
  g_autofree char *conditions = NULL;
  g_autofree char *onset = NULL;
  g_autofree char *relief = NULL;
  GPtrArray *clearances = yf_profile_get_clearances (profile);
  GPtrArray *assessments = yf_profile_get_assessments (profile);

  conditions = g_strjoinv (",", (char **) yf_profile_get_conditions (profile));
  g_string_append_printf (text, "profile %s onset %s minute %d relief %s back %s\n", conditions,
                          describe_day (yf_profile_get_onset (profile), &onset),
                          yf_profile_get_onset_minute (profile),
                          describe_day (yf_profile_get_relief (profile), &relief),
                          yf_back_strength_get_id (yf_profile_get_back_strength (profile)));
  if (yf_profile_get_name (profile) != NULL)
    g_string_append_printf (text, "name %s born %d diagnosis %s\n", yf_profile_get_name (profile),
                            yf_profile_get_born (profile), yf_profile_get_diagnosis (profile));
  for (guint i = 0; i < clearances->len; i++)
    {
      YfClearance *clearance = g_ptr_array_index (clearances, i);
      g_autofree char *given_for = NULL;
      g_autofree char *exercises = NULL;
      g_autofree char *date = NULL;
      g_autofree char *until = NULL;

      given_for = g_strjoinv (",", (char **) yf_clearance_get_conditions (clearance));
      exercises = g_strjoinv (",", (char **) yf_clearance_get_exercises (clearance));
      g_string_append_printf (text, "clearance %s %s for %s to do %s until %s\n",
                              yf_clearance_get_clinician (clearance),
                              describe_day (yf_clearance_get_date (clearance), &date),
                              given_for, exercises,
                              describe_day (yf_clearance_get_until (clearance), &until));
    }
  for (guint i = 0; i < assessments->len; i++)
    {
      YfAssessment *assessment = g_ptr_array_index (assessments, i);
      g_autofree char *date = NULL;

      g_string_append_printf (text, "assessment %s by “%s” %s\n",
                              yf_assessment_get_flag (assessment),
                              yf_assessment_get_clinician (assessment),
                              describe_day (yf_assessment_get_date (assessment), &date));
    }
}

static void
append_facts (GString *text,
              YfStore *store)
{
  g_autoptr (GPtrArray) reliefs = yf_store_dup_reliefs (store, YF_DAY_NONE, YF_DAY_NONE, NULL);
  g_autoptr (GPtrArray) activities = yf_store_dup_activities (store, YF_DAY_NONE, YF_DAY_NONE,
                                                              NULL);
  g_autoptr (GPtrArray) own = yf_store_dup_own_exercises (store, NULL);
  int version;
  gint64 at;

  for (guint i = 0; i < reliefs->len; i++)
    {
      const YfReliefRecord *relief = g_ptr_array_index (reliefs, i);

      g_string_append_printf (text, "%s %s from %" G_GINT64_FORMAT "%+d to %" G_GINT64_FORMAT
                              " %s\n", relief->id, relief->kind, relief->started,
                              relief->utc_offset, relief->ended,
                              yf_record_state_get_id (relief->state));
    }
  for (guint i = 0; i < activities->len; i++)
    {
      const YfActivityRecord *activity = g_ptr_array_index (activities, i);

      g_string_append_printf (text, "%s %s at %" G_GINT64_FORMAT "%+d for %d\n", activity->id,
                              yf_activity_kind_get_id (activity->kind), activity->at,
                              activity->utc_offset, activity->minutes);
    }
  for (guint i = 0; i < own->len; i++)
    {
      const YfOwnExerciseRecord *record = g_ptr_array_index (own, i);

      g_string_append_printf (text, "%s from %" G_GINT64_FORMAT "%+d%s %s\n", record->id,
                              record->created, record->utc_offset,
                              record->retired ? " retired" : "", record->xml);
    }

  g_assert_true (yf_store_get_consent (store, &version, &at, NULL));
  g_string_append_printf (text, "consent %d at %" G_GINT64_FORMAT "\n", version, at);
}

static char *
describe_store (YfStore *store)
{
  g_autoptr (YfProfile) profile = yf_store_dup_profile (store, NULL);
  g_autoptr (GPtrArray) sessions = yf_store_dup_sessions (store, YF_DAY_NONE, YF_DAY_NONE, NULL);
  g_autoptr (YfCheckIn) known = yf_store_dup_known (store, yf_day_from_real (EVENING), NULL);
  g_autoptr (YfLog) log = read_log (store);
  g_autofree char *standing = describe_check_in (known);
  g_autofree char *measures = describe_measures (log);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sessions->len; i++)
    {
      g_autofree char *session = describe_session (g_ptr_array_index (sessions, i));
      g_autofree char *answers = describe_answers (g_ptr_array_index (sessions, i));

      g_string_append (text, session);
      g_string_append (text, answers);
    }
  for (guint i = 0; i < log->old_sessions->len; i++)
    {
      g_autofree char *session = describe_session (g_ptr_array_index (log->old_sessions, i));
      g_autofree char *answers = describe_answers (g_ptr_array_index (log->old_sessions, i));

      g_string_append_printf (text, "old %s%s", session, answers);
    }
  g_string_append (text, standing);
  append_profile (text, profile);
  append_facts (text, store);
  g_string_append (text, measures);

  return g_string_free (text, FALSE);
}

/* A log of any version opens in this one, reads the same, and has the tables of
 * a new one. A copy of it as it was lies beside it. */
static void
test_schema (gconstpointer data)
{
  const int version = GPOINTER_TO_INT (data);
  const gboolean old = version < 6;
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (Folder) fresh = make_folder ();
  g_autofree char *path = get_log_path (folder);
  g_autofree char *fresh_path = get_log_path (fresh);
  g_autofree char *kept = g_strconcat (path, ".before-6", NULL);
  g_autofree char *name = g_strdup_printf ("schema-%d.expected", version);
  g_autofree char *expected = get_fixture (name);
  g_autofree char *before = NULL;
  g_autofree char *got = NULL;
  g_autofree char *settings = NULL;
  g_autofree char *schema_old = NULL;
  g_autofree char *schema_new = NULL;
  g_autoptr (YfStore) store = NULL;
  g_autoptr (YfStore) fresh_store = NULL;
  g_autoptr (GError) error = NULL;

  make_old_log (folder, version);
  before = dump (path);

  store = open_store (folder);
  g_assert_true (yf_store_check (store, &error));
  g_assert_no_error (error);
  got = describe_store (store);
  g_assert_cmpstr (got, ==, expected);
  yf_store_close (store);

  fresh_store = open_store (fresh);
  yf_store_close (fresh_store);
  schema_old = query (path, schema_query);
  schema_new = query (fresh_path, schema_query);
  g_assert_cmpstr (schema_old, ==, schema_new);

  settings = query (path, "SELECT application_id || ' ' || user_version || ' ' || journal_mode "
                          "FROM pragma_application_id, pragma_user_version, "
                          "pragma_journal_mode");
  g_assert_cmpstr (settings, ==, "1499557446 6 wal\n");

  g_assert_cmpint (g_file_test (kept, G_FILE_TEST_EXISTS), ==, old);
  if (old)
    {
      g_autofree char *copied = dump (kept);
      g_autofree char *was = query (kept, "PRAGMA user_version");
      GStatBuf info;

      g_assert_cmpstr (copied, ==, before);
      g_assert_cmpint (g_ascii_strtoll (was, NULL, 10), ==, version);
      g_assert_cmpint (g_stat (kept, &info), ==, 0);
      g_assert_cmphex (info.st_mode & 0777, ==, 0600);
    }
}

/* Two copies of a log that are brought up to date apart are still the same: one
 * taken into the other adds nothing. */
static void
test_copies (void)
{
  for (int version = 1; version < 6; version++)
    {
      g_autoptr (Folder) folder = make_folder ();
      g_autoptr (Folder) other = make_folder ();
      g_autoptr (YfStore) store = NULL;
      g_autoptr (YfStore) copy = NULL;
      g_autoptr (YfLog) log = NULL;
      g_autoptr (YfLog) copied = NULL;
      YfImportCounts counts;

      make_old_log (folder, version);
      make_old_log (other, version);
      store = open_store (folder);
      copy = open_store (other);
      log = read_log (store);
      copied = read_log (copy);
      g_assert_cmpuint (log->check_ins->len, ==, 1);
      g_assert_true (g_uuid_string_is_valid (((YfCheckInRecord *)
                                              g_ptr_array_index (log->check_ins, 0))->id));
      assert_same_log (log, copied);
      import_log (store, copied, &counts);
      g_assert_cmpuint (counts.added, ==, 0);
    }
}

/* A new log is not the copy of anything. */
static void
test_fresh (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autofree char *kept = g_build_filename (folder, "yanfei.db.before-6", NULL);
  g_autoptr (YfStore) store = open_store (folder);

  g_assert_false (g_file_test (kept, G_FILE_TEST_EXISTS));
}

/* What cannot be brought up to date is left as it was, and opens once what was
 * in the way is gone. */
static void
test_failing (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autofree char *path = get_log_path (folder);
  g_autofree char *expected = get_fixture ("schema-1.expected");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *version = NULL;
  g_autofree char *got = NULL;
  g_autoptr (YfStore) store = NULL;

  make_old_log (folder, 1);
  /* Half way: the profile has its new column by then. */
  run_sql (path, "CREATE TABLE activity (id INTEGER) STRICT");
  before = dump (path);

  assert_open_fails (folder, YF_STORE_ERROR_FAILED);
  assert_open_fails (folder, YF_STORE_ERROR_FAILED);
  after = dump (path);
  g_assert_cmpstr (after, ==, before);
  version = query (path, "PRAGMA user_version");
  g_assert_cmpstr (version, ==, "1\n");

  run_sql (path, "DROP TABLE activity");
  store = open_store (folder);
  got = describe_store (store);
  g_assert_cmpstr (got, ==, expected);
}

/* No room for the copy: nothing is begun. */
static void
test_full_apart (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autofree char *path = get_log_path (folder);
  g_autofree char *kept = g_strconcat (path, ".before-6", NULL);
  g_autofree char *unfinished = g_strconcat (kept, ".new", NULL);
  g_autofree char *expected = get_fixture ("schema-1.expected");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *got = NULL;
  g_autoptr (YfStore) store = NULL;
  struct rlimit limit;

  make_old_log (folder, 1);
  run_sql (path, "PRAGMA journal_mode = WAL");
  before = dump (path);

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = 16 * 1024;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  assert_open_fails (folder, YF_STORE_ERROR_FULL);
  g_assert_false (g_file_test (kept, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (unfinished, G_FILE_TEST_EXISTS));

  limit.rlim_cur = limit.rlim_max;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  after = dump (path);
  g_assert_cmpstr (after, ==, before);
  store = open_store (folder);
  got = describe_store (store);
  g_assert_cmpstr (got, ==, expected);
}

static void
test_full (void)
{
  g_test_trap_subprocess ("/store/migration/full/subprocess", 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/store/migration/schema-1", GINT_TO_POINTER (1), test_schema);
  g_test_add_data_func ("/store/migration/schema-2", GINT_TO_POINTER (2), test_schema);
  g_test_add_data_func ("/store/migration/schema-3", GINT_TO_POINTER (3), test_schema);
  g_test_add_data_func ("/store/migration/schema-4", GINT_TO_POINTER (4), test_schema);
  g_test_add_data_func ("/store/migration/schema-5", GINT_TO_POINTER (5), test_schema);
  g_test_add_data_func ("/store/migration/schema-6", GINT_TO_POINTER (6), test_schema);
  g_test_add_func ("/store/migration/copies", test_copies);
  g_test_add_func ("/store/migration/fresh", test_fresh);
  g_test_add_func ("/store/migration/failing", test_failing);
  g_test_add_func ("/store/migration/full", test_full);
  g_test_add_func ("/store/migration/full/subprocess", test_full_apart);

  return g_test_run ();
}
