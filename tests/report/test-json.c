/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-fixture.h"

#include <glib/gstdio.h>
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "yf-json.h"
#include "yf-log-json.h"
#include "yf-report.h"

/* The complete export: read back it is what it was, to the byte, and a file
 * that is broken anywhere is refused with its place. */

static char *folder;

static char *
write_file (const char *name,
            const char *text,
            gssize      length)
{
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, length, &error);
  g_assert_no_error (error);

  return path;
}

static char *
make_text (YfLog *log)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = yf_log_to_file (log, FALSE, &error);

  g_assert_no_error (error);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static YfLog *
read_text (const char *text)
{
  g_autofree char *path = write_file ("export.json", text, -1);
  g_autoptr (GError) error = NULL;
  YfLog *log = yf_log_from_file (path, fixture_get_catalogue (), &error);

  g_assert_no_error (error);
  g_assert_nonnull (log);

  return log;
}

/* What the other tests count on. */
static void
test_fixture (void)
{
  g_autoptr (YfLog) log = fixture_new_log ();
  YfDay first;
  YfDay last;
  int n_reps = 0;
  guint n_stops = 0;

  g_assert_cmpuint (log->sessions->len, ==, FIXTURE_N_SESSIONS);
  for (guint i = 0; i < log->sessions->len; i++)
    {
      n_reps += yf_session_record_count_reps (g_ptr_array_index (log->sessions, i));
      n_stops += ((YfSessionRecord *) g_ptr_array_index (log->sessions, i))->stops->len;
    }
  g_assert_cmpint (n_reps, ==, FIXTURE_N_REPS);
  g_assert_cmpuint (n_stops, ==, FIXTURE_N_STOPS);
  g_assert_cmpuint (log->edits->len, ==, FIXTURE_N_EDITS);

  g_assert_true (yf_log_get_extent (log, &first, &last));
  g_assert_cmpint (first, ==, fixture_get_day ("2026-08-03"));
  g_assert_cmpint (last, ==, fixture_get_day ("2026-09-25"));
}

static void
test_round (void)
{
  g_autoptr (YfLog) log = fixture_new_log ();
  g_autofree char *text = make_text (log);
  g_autoptr (YfLog) back = read_text (text);
  g_autofree char *again = make_text (back);
  const YfSessionRecord *session;
  const YfExerciseRecord *exercise;

  g_assert_cmpstr (text, ==, again);
  g_assert_true (g_str_has_suffix (text, "}\n"));
  g_assert_true (yf_profile_equal (log->profile, back->profile));

  /* Not only the same text: the same values. */
  session = g_ptr_array_index (back->sessions, 1);
  g_assert_cmpint (session->started, ==, FIXTURE_START + 2 * FIXTURE_DAY + 2002);
  g_assert_cmpint (session->utc_offset, ==, FIXTURE_EAST);
  g_assert_cmpint (session->state, ==, YF_RECORD_STOPPED);
  g_assert_cmpint (session->check_in_at, ==, session->started - 30 * YF_SECOND);
  g_assert_cmpint (session->after->effort, ==, 8);
  g_assert_cmpint (session->after->pain_leg, ==, YF_PAIN_UNANSWERED);
  g_assert_cmpstr (session->after->note, ==, "=cmd|' /C calc'!A0");
  exercise = g_ptr_array_index (session->exercises, 0);
  g_assert_cmpint (exercise->reps->len, ==, 4);
  g_assert_cmpint (((YfRepetition *) g_ptr_array_index (exercise->reps, 3))->hold, ==, 2500000);
  g_assert_cmpint (((YfStop *) g_ptr_array_index (session->stops, 0))->phase, ==, YF_SEGMENT_HOLD);
  session = g_ptr_array_index (back->sessions, 4);
  g_assert_cmpint (session->utc_offset, ==, -12600);
  g_assert_null (session->check_in);
  session = g_ptr_array_index (back->sessions, 8);
  g_assert_cmpint (session->origin, ==, YF_ORIGIN_ENTERED);
  g_assert_cmpint (((YfReliefRecord *) g_ptr_array_index (back->reliefs, 1))->state, ==, YF_RECORD_CUT);
  g_assert_cmpint (((YfFunctionActivity *) g_ptr_array_index (back->functions, 0))->retired, ==, 0);
  g_assert_cmpint (((YfClinicScore *) g_ptr_array_index (back->scores, 1))->total, ==, 24);
  g_assert_cmpuint (back->old_sessions->len, ==, 1);
  g_assert_cmpuint (back->edits->len, ==, FIXTURE_N_EDITS);
}

/* One that was left and gone on with, and changed on the way. */
static YfLog *
new_log_with_course (void)
{
  YfLog *log = fixture_new_log ();
  YfSessionRecord *session = g_ptr_array_index (log->sessions, 0);
  const YfDose dose = { 1, 4, 1500000 };
  const YfAdjustment changes[] = {
    { session->started + 1, 0, dose, { 0, } },
    { session->started + 2, 0, dose, { 125, 2500000, 90 * YF_SECOND } },
  };

  yf_session_record_add_break (session, session->started + 3, session->started + 60 * YF_SECOND);
  yf_session_record_add_break (session, session->started + 70 * YF_SECOND, session->started + 71 * YF_SECOND);
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    yf_session_record_add_adjustment (session, &changes[i]);

  return log;
}

static void
test_course (void)
{
  static const struct
  {
    const char *find;
    const char *replace;
    const char *message;
  } wrong[] = {
    { "\"to\": \"2026-08-03T19:01:00.001001+08:00\"", "\"to\": null",
      "“sessions[0].breaks[0].to” must be a moment such as" },
    { "\"breaks\": [", "\"breaks\": {}, \"breeks\": [", "no “sessions[0].breeks”" },
    { "\"reps\": 4,", "\"reps\": 0,", "“sessions[0].adjusted[0].reps” must be a whole number" },
    { "\"hold_s\": 1.5", "\"hold_s\": -1.5", "“sessions[0].adjusted[0].hold_s” must be a number of seconds" },
    { "\"tempo_percent\": 125", "\"tempo_percent\": 0", "“sessions[0].adjusted[1].tempo_percent” must be" },
    { "\"rest_s\": 2.5", "\"rest_s\": \"2.5\"", "“sessions[0].adjusted[1].rest_s” must be a number of seconds" },
    { "\"item\": 0,", "\"item\": 9,", "“sessions[0].adjusted[0].item” must be the place of its exercise" },
  };
  g_autoptr (YfLog) plain = fixture_new_log ();
  g_autoptr (YfLog) log = new_log_with_course ();
  g_autofree char *without = make_text (plain);
  g_autofree char *text = make_text (log);
  g_autoptr (YfLog) back = read_text (text);
  g_autofree char *again = make_text (back);
  const YfSessionRecord *session = g_ptr_array_index (back->sessions, 0);
  const YfAdjustment *change;

  /* Nobody who reads the export finds anything new in a session without them. */
  g_assert_null (strstr (without, "\"breaks\""));
  g_assert_null (strstr (without, "\"adjusted\""));

  g_assert_cmpstr (text, ==, again);
  g_assert_cmpuint (session->breaks->len, ==, 2);
  g_assert_cmpint (((YfBreak *) g_ptr_array_index (session->breaks, 0))->from, ==, session->started + 3);
  g_assert_cmpint (yf_session_record_get_length (session), ==,
                   session->ended - session->started - 61 * YF_SECOND + 3);
  g_assert_cmpuint (session->adjustments->len, ==, 2);
  change = g_ptr_array_index (session->adjustments, 1);
  g_assert_cmpint (change->at, ==, session->started + 2);
  g_assert_cmpint (change->dose.hold, ==, 1500000);
  g_assert_cmpint (change->pace.tempo, ==, 125);
  g_assert_cmpint (change->pace.rep_rest, ==, 2500000);
  g_assert_cmpint (change->pace.set_rest, ==, 90 * YF_SECOND);

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      const char *place = strstr (text, wrong[i].find);
      g_autofree char *broken = NULL;
      g_autofree char *path = NULL;
      g_autoptr (YfLog) none = NULL;
      g_autoptr (GError) error = NULL;

      if (place == NULL)
        g_error ("%s is not in %s", wrong[i].find, text);
      broken = g_strdup_printf ("%.*s%s%s", (int) (place - text), text, wrong[i].replace, place + strlen (wrong[i].find));
      path = write_file ("course.json", broken, -1);
      none = yf_log_from_file (path, fixture_get_catalogue (), &error);
      g_assert_null (none);
      g_assert_error (error, YF_REPORT_ERROR, YF_REPORT_ERROR_INVALID);
      if (strstr (error->message, wrong[i].message) == NULL)
        g_error ("“%s” does not say “%s”", error->message, wrong[i].message);
    }
}

/* What the plan decided, and all that was said to it. */
static void
test_plan (void)
{
  static const struct
  {
    const char *find;
    const char *replace;
    const char *message;
  } wrong[] = {
    { "\"dose_changes\": [", "\"dose_changes\": {}, \"dose_chances\": [", "no “dose_chances”" },
    { "\"reviews\": [", "\"reviews\": [null, ", "“reviews[0]” must be an object" },
    { "\"wishes\": [\n    {", "\"wishes\": [[], {", "“wishes[0]” must be an object" },
    { "\"dose_changes\": [", "\"dose_changes\": [1, ", "“dose_changes[0]” must be an object" },
    { "\"id\": \"c0000000-0000-4000-8000-000000000001\"", "\"id\": \"c\"", "“dose_changes[0].id” must be a UUID" },
    { "\"id\": \"c0000000-0000-4000-8000-000000000002\"", "\"id\": \"c0000000-0000-4000-8000-000000000001\"",
      "“dose_changes[1].id” must be a UUID that no other entry" },
    { "\"day\": \"2026-08-06\"", "\"day\": \"2026-08-32\"", "“dose_changes[0].day” must be a date" },
    { "\"day\": \"2026-08-06\"", "\"day\": null", "“dose_changes[0].day” must be a date" },
    { "\"exercise\": \"plank\",\n      \"from\"", "\"exercise\": \"Plank\", \"from\"",
      "“dose_changes[2].exercise” must be the id of an exercise" },
    { "\"from\": {\n        \"sets\": 2", "\"from\": {\"sets\": 0", "“dose_changes[0].from.sets” must be a whole number" },
    { "\"from\": {\n        \"sets\": 2", "\"from\": {\"sets\": 10000", "“dose_changes[0].from.sets” must be a whole" },
    { "\"from\": {\n        \"sets\": 2", "\"from\": {\"sits\": 2", "no “dose_changes[0].from.sits”" },
    { "\"to\": {\n        \"sets\": 2,\n        \"reps\": 3,\n        \"hold_s\": 2.0", "\"to\": {\"sets\": 2, \"reps\": 3, \"hold_s\": 86401",
      "“dose_changes[0].to.hold_s” must be a number of seconds" },
    { "\"reason\": \"pain-stop\"", "\"reason\": \"whim\"", "“dose_changes[0].reason” must be a reason such as" },
    { "\"entry\": \"10000000-0000-4000-8000-000000000002\"", "\"entry\": \"\"",
      "“dose_changes[0].evidence[0].entry” must be a UUID or null" },
    { "\"withdrawn\": null", "\"withdrawn\": false", "“dose_changes[0].withdrawn” must be a moment" },
    { "\"withdrawn\": null", "\"withdrawn\": null, \"by\": 1", "no “dose_changes[0].by”" },
    { "\"from\": \"prevention\"", "\"from\": \"prevented\"", "“stage_changes[0].from” must be “prevention”" },
    { "\"to\": \"acute\"", "\"to\": \"prevention\"", "“stage_changes[0].to” must be another stage than “from”" },
    { "\"after_flare\": false", "\"after_flare\": 0", "“stage_changes[0].after_flare” must be true or false" },
    { "\"surgery\": false,", "", "“stage_changes[0].surgery” is missing" },
    { "\"flares\": [", "\"flares\": [{\"id\": \"e0000000-0000-4000-8000-000000000099\"}, ", "“flares[0].at” is missing" },
    { "\"clinician\": \"Dr. Chen\"\n    },\n    {\n      \"id\": \"e0", "\"clinician\": \"\"}, { \"id\": \"e0",
      "“reviews[0].clinician” must be a text that is not empty, or null" },
    { "\"kind\": \"leave-out\"", "\"kind\": \"leave\"", "“wishes[0].wishes[2].kind” must be “leave-out”" },
    { "\"wishes\": []", "\"wishes\": null", "“wishes[1].wishes” must be a list" },
    { "\"kind\": \"session-again\"", "\"kind\": \"again\"", "“reminders[3].kind” must be “session”" },
    { "\"session\": null", "\"session\": \"10000000-0000-4000-8000-000000000001\"",
      "“reminders[0].session” must be null, for only a question of the morning" },
    { "\"session\": \"10000000-0000-4000-8000-000000000001\"", "\"session\": \"1\"", "“reminders[1].session” must be a UUID" },
    { "\"answer\": \"start\"", "\"answer\": \"stop\"", "“reminders[0].answer” must be “unanswered”" },
    { "\"answer\": \"start\"", "\"answer\": \"unanswered\"", "“reminders[0].answered” must be null" },
    { "\"answered\": null", "\"answered\": \"2026-08-08T19:00:00.000000+08:00\"", "“reminders[2].answered” must be null" },
    { "\"answer\": \"not-today\"", "\"answer\": \"told\"", "“reminders[3].reason” must be “unsaid”" },
    { "\"reason\": \"pain\"", "\"reason\": \"laziness\"", "“reminders[3].reason” must be a reason such as" },
    { "\"sat_s\": 2400.25", "\"sat_s\": -1", "“sitting_breaks[0].sat_s” must be a number of seconds" },
    { "\"sat_s\": 2400.25", "\"sat_s\": 86400.5", "“sitting_breaks[0].sat_s” must be a number of seconds" },
    { "\"length_s\": 180.0", "\"length_s\": \"180\"", "“sitting_breaks[0].length_s” must be a number of seconds" },
    { "\"answer\": \"partly\"", "\"answer\": \"nearly\"", "“sitting_breaks[1].answer” must be “unanswered”" },
    { "\"answer\": \"skipped\"", "\"answer\": \"done\"", "“sitting_breaks[2].reason” must be “unsaid”" },
  };
  g_autoptr (YfLog) plain = fixture_new_log ();
  g_autoptr (YfLog) log = fixture_new_log_with_plan ();
  g_autofree char *without = make_text (plain);
  g_autofree char *text = make_text (log);
  g_autoptr (YfLog) back = read_text (text);
  g_autofree char *again = make_text (back);
  const YfDoseChangeRecord *dose;
  const YfStageChangeRecord *stage;
  const YfReminderRecord *reminder;
  const YfBreakRecord *one;

  /* A log without any is as it always was. */
  g_assert_null (strstr (without, "changes\""));
  g_assert_null (strstr (without, "reminders"));

  g_assert_cmpstr (text, ==, again);
  g_assert_cmpuint (back->dose_changes->len, ==, FIXTURE_N_DOSE_CHANGES);
  g_assert_cmpuint (back->stage_changes->len, ==, FIXTURE_N_STAGE_CHANGES);
  g_assert_cmpuint (back->flares->len, ==, FIXTURE_N_FLARES);
  g_assert_cmpuint (back->reviews->len, ==, FIXTURE_N_REVIEWS);
  g_assert_cmpuint (back->wishes->len, ==, FIXTURE_N_WISHES);
  g_assert_cmpuint (back->reminders->len, ==, FIXTURE_N_REMINDERS);
  g_assert_cmpuint (back->sitting_breaks->len, ==, FIXTURE_N_BREAKS);

  dose = g_ptr_array_index (back->dose_changes, 5);
  g_assert_cmpint (dose->change->reason, ==, YF_DOSE_REASON_EPISODE);
  g_assert_cmpint (dose->change->from.hold, ==, 4 * YF_SECOND);
  g_assert_cmpint (dose->change->to.hold, ==, 3 * YF_SECOND);
  g_assert_cmpstr (g_array_index (dose->change->evidence, YfEvidence, 0).entry, ==, "");
  g_assert_cmpint (dose->withdrawn_at, ==, 0);
  dose = g_ptr_array_index (back->dose_changes, 4);
  g_assert_cmpint (dose->withdrawn_at, ==, FIXTURE_START + 36 * FIXTURE_DAY + 17);
  g_assert_cmpuint (dose->change->evidence->len, ==, 2);
  stage = g_ptr_array_index (back->stage_changes, 2);
  g_assert_cmpint (stage->change.day, ==, fixture_get_day ("2026-09-12"));
  g_assert_true (stage->change.after_flare);
  g_assert_false (stage->change.surgery);
  g_assert_cmpint (stage->withdrawn_at, >, 0);
  g_assert_cmpstr (((YfReviewRecord *) g_ptr_array_index (back->reviews, 0))->clinician, ==, "Dr. Chen");
  g_assert_null (((YfReviewRecord *) g_ptr_array_index (back->reviews, 1))->clinician);
  g_assert_cmpuint (((YfWishRecord *) g_ptr_array_index (back->wishes, 0))->wishes->len, ==, 3);
  g_assert_cmpuint (((YfWishRecord *) g_ptr_array_index (back->wishes, 1))->wishes->len, ==, 0);
  reminder = g_ptr_array_index (back->reminders, 3);
  g_assert_cmpint (reminder->kind, ==, YF_REMINDER_SESSION_AGAIN);
  g_assert_cmpint (reminder->reason, ==, YF_SKIP_PAIN);
  g_assert_cmpint (reminder->answered_at, ==, reminder->at + 5 * 60 * YF_SECOND);
  reminder = g_ptr_array_index (back->reminders, 1);
  g_assert_cmpstr (reminder->session, ==, "10000000-0000-4000-8000-000000000001");
  one = g_ptr_array_index (back->sitting_breaks, 0);
  g_assert_cmpint (one->sat, ==, 40 * 60 * YF_SECOND + 250000);
  g_assert_cmpint (one->length, ==, 3 * 60 * YF_SECOND);

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      const char *later = strstr (text, "\"dose_changes\"");
      const char *place = strstr (later, wrong[i].find);
      g_autofree char *broken = NULL;
      g_autofree char *path = NULL;
      g_autoptr (YfLog) none = NULL;
      g_autoptr (GError) error = NULL;

      if (place == NULL)
        g_error ("%s is not in %s", wrong[i].find, later);
      broken = g_strdup_printf ("%.*s%s%s", (int) (place - text), text, wrong[i].replace, place + strlen (wrong[i].find));
      path = write_file ("plan.json", broken, -1);
      none = yf_log_from_file (path, fixture_get_catalogue (), &error);
      g_assert_null (none);
      g_assert_error (error, YF_REPORT_ERROR, YF_REPORT_ERROR_INVALID);
      if (strstr (error->message, wrong[i].message) == NULL)
        g_error ("“%s” does not say “%s”", error->message, wrong[i].message);
    }
}

/* Scripts find every list, whether there is anything in it or not. */
static void
test_plan_for_scripts (void)
{
  static const char * const keys[] = {
    "\"programmes\": [", "\"programme_choices\": [", "\"dose_changes\": [", "\"stage_changes\": [", "\"flares\": [",
    "\"reviews\": [", "\"wishes\": [", "\"reminders\": [", "\"sitting_breaks\": [",
  };
  static const char * const parts[] = {
    "\"at\": \"2026-08-06T19:30:00.000+08:00\"", "\"withdrawn\": \"2026-09-08T19:00:00.000+08:00\"",
    "\"reason\": \"no-place\"", "\"sat_s\": 1800.25", "\"entry\": null",
  };

  for (int with = 0; with < 2; with++)
    {
      g_autoptr (YfLog) log = with ? fixture_new_log_with_plan () : fixture_new_log ();
      g_autoptr (JsonBuilder) builder = json_builder_new ();
      g_autofree char *text = NULL;

      yf_log_to_json (log, builder);
      text = yf_json_to_text (builder);
      for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
        if (strstr (text, keys[i]) == NULL)
          g_error ("%s is missing in %s", keys[i], text);
      for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
        if ((strstr (text, parts[i]) != NULL) != (with == 1))
          g_error ("%s in %s", parts[i], text);
    }
}

/* An empty log, and one that nobody said anything for, can be handed over too. */
static void
test_empty (void)
{
  g_autoptr (YfLog) log = yf_log_new (fixture_get_day ("2026-01-01"), YF_DAY_NONE);
  g_autofree char *text = make_text (log);
  g_autoptr (YfLog) back = read_text (text);
  g_autofree char *again = make_text (back);

  g_assert_cmpstr (text, ==, again);
  g_assert_null (back->profile);
  g_assert_cmpint (back->from, ==, log->from);
  g_assert_cmpint (back->to, ==, YF_DAY_NONE);
}

static void
test_anonymous (void)
{
  g_autoptr (YfLog) log = fixture_new_log ();
  g_autoptr (YfLog) nobody = yf_log_anonymise (log);
  g_autofree char *text = make_text (nobody);
  g_autoptr (YfLog) back = read_text (text);
  g_autofree char *again = make_text (back);

  g_assert_cmpstr (text, ==, again);
  g_assert_null (strstr (text, "Li Wei"));
  g_assert_null (strstr (text, "Chen"));
  g_assert_null (strstr (text, "calc"));
}

/* Lengths are decimals as people write them, and nothing is lost on the way. */
static void
test_seconds (void)
{
  static const struct
  {
    gint64      length;
    const char *text;
  } cases[] = {
    { 0, "\"hold_s\": 0.0," }, { 1, "\"hold_s\": 0.000001," }, { 99, "\"hold_s\": 0.000099," },
    { 100000, "\"hold_s\": 0.1," }, { 300000, "\"hold_s\": 0.3," }, { 2500000, "\"hold_s\": 2.5," },
    { 4999999, "\"hold_s\": 4.999999," }, { 10 * YF_SECOND, "\"hold_s\": 10.0," },
    { 3599999999, "\"hold_s\": 3599.999999," }, { 86400 * YF_SECOND, "\"hold_s\": 86400.0," },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YfLog) log = fixture_new_log ();
      g_autoptr (YfLog) back = NULL;
      g_autofree char *text = NULL;
      YfSessionRecord *session = g_ptr_array_index (log->sessions, 0);
      YfExerciseRecord *exercise = g_ptr_array_index (session->exercises, 0);

      ((YfRepetition *) g_ptr_array_index (exercise->reps, 0))->hold = cases[i].length;
      text = make_text (log);
      g_assert_nonnull (strstr (text, cases[i].text));

      back = read_text (text);
      session = g_ptr_array_index (back->sessions, 0);
      exercise = g_ptr_array_index (session->exercises, 0);
      g_assert_cmpint (((YfRepetition *) g_ptr_array_index (exercise->reps, 0))->hold, ==, cases[i].length);
    }
}

/* What scripts read: the names of the contract, and what came later beside them. */
static void
test_contract (void)
{
  static const char * const parts[] = {
    "\"started\": \"2026-08-03T19:00:00.001+08:00\"",
    "\"radiating\": true", "\"leg-pain-days\": 12", "\"moved\": \"down\"",
    "\"planned\": {\n            \"sets\": 2,\n            \"reps\": 3,\n            \"hold_s\": 3.0",
    "\"origin\": \"entered\"", "\"next_morning\": null", "\"answer\": \"worse\"", "\"effort\": 8",
    "\"kind\": \"changed\",\n        \"original\": \"10000000-0000-4000-8000-000000000018\"",
    "\"kind\": \"added\",\n        \"original\": null", "\"edited\": null",
    "\"relief\": \"cold\"", "\"activity\": \"baduanjin\"", "\"after\": null",
  };
  g_autoptr (YfLog) log = fixture_new_log ();
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *text = NULL;

  yf_log_to_json (log, builder);
  text = yf_json_to_text (builder);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strstr (text, parts[i]) == NULL)
      g_error ("%s is missing in %s", parts[i], text);
  g_assert_null (strstr (text, "\"item\""));
}

/* A good file, in which the first @find is put in place by @replace, or every
 * one where @find begins with an asterisk. */
static const struct
{
  const char *name;
  const char *find;
  const char *replace;
  const char *message;   /* what it says after the file's name */
} broken[] = {
  { "comment", "{\n", "/* hello */ {\n", ":1: This is not JSON: a value is missing here." },
  { "comma", "\"version\": 1,", "\"version\": 1", ":4: A comma or “}” is missing here." },
  { "trailing comma", "\"days_a_week\": 3\n", "\"days_a_week\": 3,\n", "A text in double quotes is missing here." },
  { "two values", "}\n", "}}\n", NULL },
  { "twice", "\"version\": 1,", "\"version\": 1, \"version\": 1,", ":3: An object has two members of this name." },
  { "escaped name", "\"version\": 1,", "\"ver\\u0073ion\": 1,", ":3: The name of a member has no backslash." },
  { "zero character", "L4/L5", "\\u0000", "A text cannot have a zero character in it." },
  { "half a character", "L4/L5", "\\ud83d", "Half a character stands in a text." },
  { "wrong half", "L4/L5", "\\udc00", "Half a character stands in a text." },
  { "bad escape", "L4/L5", "\\x", "A backslash in a text is followed by one of \" \\ / b f n r t u." },
  { "line in a text", "L4/L5", "L4\nL5", ":10: A text ends before its closing quote." },
  { "not UTF-8", "L4/L5", "\xff", ":10: This is not UTF-8." },
  { "many digits", "\"version\": 1,", "\"version\": 18446744073709551617,", "A number has too many digits." },
  { "leading zero", "\"version\": 1,", "\"version\": 01,", "A number does not begin with a zero." },
  { "no digit", "\"version\": 1,", "\"version\": 1.,", "A digit is missing in a number." },
  { "NaN", "\"version\": 1,", "\"version\": NaN,", "This is not JSON: a value is missing here." },

  { "other format", "yanfei-log", "yanfei-backup", ": This is not an export of Yanfei’s in JSON" },
  { "newer", "\"version\": 1,", "\"version\": 2,", ": This export was made by a newer Yanfei." },
  { "older", "\"version\": 1,", "\"version\": 0,", ": “version” must be a whole number from 1 to 1." },
  { "version in words", "\"version\": 1,", "\"version\": \"1\",", ": “version” must be a whole number from 1 to 1." },
  { "no version", "\"version\": 1,", "", ": “version” is missing. It must be a whole number" },
  { "unknown member", "\"version\": 1,", "\"version\": 1, \"colour\": 1,", ": This version of the format has no “colour”." },
  { "from after to", "\"from\": null,\n  \"to\": null", "\"from\": \"2026-02-02\", \"to\": \"2026-02-01\"",
    ": “to” must be a day that does not come before “from”." },
  { "no such day", "\"from\": null", "\"from\": \"2026-02-30\"", ": “from” must be a date such as 2026-11-20 or null." },

  { "profile member", "\"born\": 1958", "\"bern\": 1958", ": This version of the format has no “profile.bern”." },
  { "profile without", "\"born\": 1958,", "", ": “profile.born” is missing." },
  { "profile value", "\"born\": 1958", "\"born\": 1758", ": In “profile”: “born” must be a year or null." },
  { "profile condition", "\"hypertension\"\n    ]", "\"gout\"\n    ]", ": In “profile”: There is no condition “gout”." },

  { "no UUID", "10000000-0000-4000-8000-000000000001", "1", ": “sessions[0].id” must be a UUID." },
  { "id twice", "10000000-0000-4000-8000-000000000002", "10000000-0000-4000-8000-000000000001",
    ": “sessions[1].id” must be a UUID that no other entry of the file has." },
  { "no offset", "2026-08-03T19:00:00.001001+08:00", "2026-08-03T19:00:00",
    ": “sessions[0].started” must be a moment such as" },
  { "before the epoch", "2026-08-03T19:00:00.001001+08:00", "1969-12-31T19:00:00Z",
    ": “sessions[0].started” must be a moment such as" },
  { "not ended", "\"ended\": \"2026-08-03T19:10:00.124457+08:00\"", "\"ended\": null",
    ": “sessions[0].ended” must be a moment such as" },
  { "running", "\"state\": \"completed\"", "\"state\": \"running\"",
    ": “sessions[0].state” must be “completed”, “stopped” or “cut”." },
  { "origin", "\"recorded\"", "\"dreamt\"", ": “sessions[0].origin” must be “recorded” or “entered”." },
  { "pain", "\"pain_back\": 6", "\"pain_back\": 11",
    ": “sessions[0].check_in.pain_back” must be a whole number from 0 to 10, or null." },
  { "half a pain", "\"pain_back\": 6", "\"pain_back\": 6.5",
    ": “sessions[0].check_in.pain_back” must be a whole number from 0 to 10, or null." },
  { "unanswered as -1", "\"pain_back\": 6", "\"pain_back\": -1",
    ": “sessions[0].check_in.pain_back” must be a whole number from 0 to 10, or null." },
  { "red flag", "\"radiating\": true", "\"ringing\": true",
    ": “sessions[0].check_in.flags.ringing” must be the id of a red flag that this Yanfei knows." },
  { "flag not there", "\"radiating\": true", "\"radiating\": false",
    ": “sessions[0].check_in.flags.radiating” must be true, or a number of days." },
  { "flag days", "\"leg-pain-days\": 12", "\"leg-pain-days\": -12",
    ": “sessions[0].check_in.flags.leg-pain-days” must be a whole number from 0 to 36500." },
  { "exercise id", "\"abdominal-breathing\"", "\"Abdominal Breathing\"",
    ": “sessions[0].exercises[0].exercise” must be the id of an exercise" },
  { "planned", "\"sets\": 2,", "\"sets\": 0,",
    ": “sessions[0].exercises[0].planned.sets” must be a whole number from 1 to 9999." },
  { "too exact", "\"hold_s\": 2.5", "\"hold_s\": 2.5000005",
    ": “sessions[1].exercises[0].sets[1].reps[0].hold_s” must be a number of seconds" },
  { "endless", "\"hold_s\": 2.5", "\"hold_s\": 1e99",
    ": “sessions[1].exercises[0].sets[1].reps[0].hold_s” must be a number of seconds" },
  { "negative hold", "\"hold_s\": 2.5", "\"hold_s\": -2.5",
    ": “sessions[1].exercises[0].sets[1].reps[0].hold_s” must be a number of seconds" },
  { "rep twice", "\"rep\": 2,", "\"rep\": 1,",
    ": “sessions[0].exercises[0].sets[0].reps[1].rep” must be a number that no other repetition of the set has." },
  { "counted by", "\"counted_by\": \"pace\"", "\"counted_by\": \"luck\"",
    ": “sessions[0].exercises[0].sets[0].reps[0].counted_by” must be “pace” or “tap”." },
  { "side", "\"side\": \"left\"", "\"side\": \"front\"",
    ": “sessions[2].exercises[0].sets[0].side” must be “none”, “left” or “right”." },
  { "stop item", "\"item\": 0", "\"item\": 1",
    ": “sessions[1].stops[0].item” must be the place of its exercise in the session, from 0." },
  { "stop phase", "\"phase\": \"hold\"", "\"phase\": \"held\"", ": “sessions[1].stops[0].phase” must be a phase" },
  { "stop site", "\"site\": \"back\"", "\"site\": \"neck\"", ": “sessions[1].stops[0].site” must be “back”" },
  { "empty note", "\"note\": \"=cmd|' /C calc'!A0\"", "\"note\": \"\"",
    ": “sessions[1].after.note” must be a text that is not empty, or null." },
  { "morning", "\"answer\": \"better\"", "\"answer\": \"unanswered\"",
    ": “sessions[0].next_morning.answer” must be “better”, “same” or “worse”." },

  { "relief", "\"relief\": \"cold\"", "\"relief\": \"luke\"", ": “reliefs[0].relief” must be “cold” or “heat”." },
  { "activity", "\"activity\": \"baduanjin\"", "\"activity\": \"boxing\"", ": “activities[0].activity” must be" },
  { "minutes", "\"minutes\": 30", "\"minutes\": 1441", ": “activities[0].minutes” must be a whole number from 1 to 1440." },
  { "function", "\"function\": \"70000000-0000-4000-8000-000000000001\"",
    "\"function\": \"70000000-0000-4000-8000-000000000009\"",
    ": “ratings[0].scores[0].function” must be the id of one of “functions”." },
  { "function twice", "\"function\": \"70000000-0000-4000-8000-000000000002\"",
    "\"function\": \"70000000-0000-4000-8000-000000000001\"",
    ": “ratings[0].scores[1].function” must be the id of one that has no score yet." },
  { "total", "\"total\": 24", "\"total\": 25", ": “scores[1].total” must be a whole number from 0 to 24." },
  { "schedule", "\"days_a_week\": 3", "\"days_a_week\": 8", ": “schedules[0].days_a_week” must be" },
  { "own id", "\"id\": \"own-2\"", "\"id\": \"own-0\"", ": “own_exercises[1].id” must be an id such as own-1." },
  { "own twice", "\"id\": \"own-2\"", "\"id\": \"own-1\"", ": “own_exercises[1].id” must be an id that no other" },
  { "own XML", "\"xml\": \"<exercise", "\"xml\": \"<exorcise", ": “own_exercises[0].xml” must be an exercise that" },
  { "consent", "\"version\": 1\n", "\"version\": 0\n", ": “consents[0].version” must be" },
  { "edit kind", "\"kind\": \"session\"", "\"kind\": \"sitting\"", ": “edits[0].kind” must be a kind of entry" },
  { "empty edit", "\"old\": \"20000000-0000-4000-8000-000000000011\"", "\"old\": null",
    ": “edits[2].new” must be another entry than “old”." },
  { "edited twice", "\"old\": null", "\"old\": \"10000000-0000-4000-8000-000000000018\"",
    ": “edits[1].old” must be an entry that no other edit names so." },
  { "replaced and counts", "\"old\": \"10000000-0000-4000-8000-000000000018\"",
    "\"old\": \"10000000-0000-4000-8000-000000000001\"",
    ": “sessions[0].id” must be that of an entry that no edit has replaced." },
  { "replaced by nobody", "\"old\": \"10000000-0000-4000-8000-000000000018\"", "\"old\": null",
    ": “superseded.sessions[0].id” must be that of an entry that an edit has replaced." },
};

static void
assert_refused (const char *name,
                const char *text,
                gssize      length,
                const char *expected,
                int         code)
{
  g_autofree char *path = write_file ("broken.json", text, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (YfLog) log = yf_log_from_file (path, fixture_get_catalogue (), &error);

  if (log != NULL)
    g_error ("%s was not refused", name);
  if (!g_error_matches (error, YF_REPORT_ERROR, code) || !g_str_has_prefix (error->message, path) ||
      (expected != NULL && strstr (error->message + strlen (path), expected) == NULL))
    g_error ("%s: “%s” does not say “%s”", name, error->message, expected);
}

static void
test_broken (void)
{
  g_autoptr (YfLog) log = fixture_new_log ();
  g_autofree char *good = make_text (log);

  for (gsize i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      const char *found = strstr (good, broken[i].find);
      g_autoptr (GString) text = NULL;

      if (found == NULL)
        g_error ("%s: there is no “%s” in %s", broken[i].name, broken[i].find, good);
      text = g_string_new_len (good, found - good);
      g_string_append (text, broken[i].replace);
      g_string_append (text, found + strlen (broken[i].find));

      assert_refused (broken[i].name, text->str, (gssize) text->len, broken[i].message,
                      g_str_equal (broken[i].name, "newer") ? YF_REPORT_ERROR_NEWER : YF_REPORT_ERROR_INVALID);
    }
}

/* A file that breaks off anywhere is not half a log. */
static void
test_cut_short (void)
{
  g_autoptr (YfLog) log = fixture_new_log ();
  g_autofree char *good = make_text (log);
  gsize length = strlen (good);

  for (gsize end = 0; end + 2 < length; end += MAX (length / 97, 1))
    assert_refused ("cut short", good, (gssize) end, NULL, YF_REPORT_ERROR_INVALID);
}

static void
test_hostile (void)
{
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autoptr (GString) objects = g_string_new (NULL);
  g_autoptr (GString) hidden = g_string_new ("/* \" */ ");

  for (int i = 0; i < 100000; i++)
    {
      g_string_append_c (deep, '[');
      g_string_append (objects, "{\"a\":");
      g_string_append_c (hidden, '[');
    }

  assert_refused ("deep", deep->str, -1, ":1: Lists and objects are nested too deeply.", YF_REPORT_ERROR_INVALID);
  assert_refused ("deep objects", objects->str, -1, ":1: Lists and objects are nested too deeply.",
                  YF_REPORT_ERROR_INVALID);
  assert_refused ("hidden", hidden->str, -1, ":1: This is not JSON", YF_REPORT_ERROR_INVALID);
  assert_refused ("zero", "{\0}", 3, ":1: This is not UTF-8.", YF_REPORT_ERROR_INVALID);
  assert_refused ("nothing", "", 0, ":1: The file ends too early.", YF_REPORT_ERROR_INVALID);
  assert_refused ("a list", "[]", -1, ": The file must be an object, { … }.", YF_REPORT_ERROR_INVALID);
  assert_refused ("a text", "\"yanfei-log\"", -1, ": The file must be an object", YF_REPORT_ERROR_INVALID);
  assert_refused ("after the end", "{}\n{}", -1, ":2: Something follows the end of the value.",
                  YF_REPORT_ERROR_INVALID);
  assert_refused ("mismatched", "{\"a\": [1}", -1, ":1: A comma or “]” is missing here.", YF_REPORT_ERROR_INVALID);
}

/* Larger than any export; a hole on the disk, so that none is filled. */
static void
test_large (void)
{
  g_autofree char *path = write_file ("large.json", "[", 1);
  g_autoptr (GError) error = NULL;

  if (truncate (path, (off_t) YF_LOG_JSON_MAX_SIZE + 1) != 0)
    g_error ("%s", g_strerror (errno));
  g_assert_null (yf_log_from_file (path, fixture_get_catalogue (), &error));
  g_assert_error (error, YF_REPORT_ERROR, YF_REPORT_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "256 MB"));
  g_unlink (path);
}

static void
test_missing (void)
{
  g_autofree char *path = g_build_filename (folder, "nowhere.json", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (yf_log_from_file (path, fixture_get_catalogue (), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, path));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);

  folder = g_dir_make_tmp ("yanfei-json-XXXXXX", &error);
  g_assert_no_error (error);

  g_test_add_func ("/report/json/fixture", test_fixture);
  g_test_add_func ("/report/json/round", test_round);
  g_test_add_func ("/report/json/course", test_course);
  g_test_add_func ("/report/json/plan", test_plan);
  g_test_add_func ("/report/json/plan-for-scripts", test_plan_for_scripts);
  g_test_add_func ("/report/json/empty", test_empty);
  g_test_add_func ("/report/json/anonymous", test_anonymous);
  g_test_add_func ("/report/json/seconds", test_seconds);
  g_test_add_func ("/report/json/contract", test_contract);
  g_test_add_func ("/report/json/broken", test_broken);
  g_test_add_func ("/report/json/cut-short", test_cut_short);
  g_test_add_func ("/report/json/hostile", test_hostile);
  g_test_add_func ("/report/json/large", test_large);
  g_test_add_func ("/report/json/missing", test_missing);

  status = g_test_run ();

  first = g_build_filename (folder, "export.json", NULL);
  second = g_build_filename (folder, "broken.json", NULL);
  g_unlink (first);
  g_unlink (second);
  g_rmdir (folder);
  g_free (folder);

  return status;
}
