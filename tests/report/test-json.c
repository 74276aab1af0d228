/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "json-fixture.h"

#include <string.h>

#include "yf-json.h"
#include "yf-log-json.h"
#include "yf-report.h"

/* The complete export: read back it is what it was, to the byte. */

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
  g_autofree char *text = json_fixture_make_text (log);
  g_autoptr (YfLog) back = json_fixture_read_text (text);
  g_autofree char *again = json_fixture_make_text (back);
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
  g_autofree char *without = json_fixture_make_text (plain);
  g_autofree char *text = json_fixture_make_text (log);
  g_autoptr (YfLog) back = json_fixture_read_text (text);
  g_autofree char *again = json_fixture_make_text (back);
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
      path = json_fixture_write_file ("course.json", broken, -1);
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
  g_autofree char *without = json_fixture_make_text (plain);
  g_autofree char *text = json_fixture_make_text (log);
  g_autoptr (YfLog) back = json_fixture_read_text (text);
  g_autofree char *again = json_fixture_make_text (back);
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
      path = json_fixture_write_file ("plan.json", broken, -1);
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
  g_autofree char *text = json_fixture_make_text (log);
  g_autoptr (YfLog) back = json_fixture_read_text (text);
  g_autofree char *again = json_fixture_make_text (back);

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
  g_autofree char *text = json_fixture_make_text (nobody);
  g_autoptr (YfLog) back = json_fixture_read_text (text);
  g_autofree char *again = json_fixture_make_text (back);

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
      text = json_fixture_make_text (log);
      g_assert_nonnull (strstr (text, cases[i].text));

      back = json_fixture_read_text (text);
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

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/json/fixture", test_fixture);
  g_test_add_func ("/report/json/round", test_round);
  g_test_add_func ("/report/json/course", test_course);
  g_test_add_func ("/report/json/plan", test_plan);
  g_test_add_func ("/report/json/plan-for-scripts", test_plan_for_scripts);
  g_test_add_func ("/report/json/empty", test_empty);
  g_test_add_func ("/report/json/anonymous", test_anonymous);
  g_test_add_func ("/report/json/seconds", test_seconds);
  g_test_add_func ("/report/json/contract", test_contract);

  return json_fixture_run ();
}
