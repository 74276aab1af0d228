/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "programme-fixture.h"
#include "yf-day-plan.h"

static YfDay
parse_day (const char *text)
{
  YfDay day;

  g_assert_true (yf_day_parse (text, &day));
  return day;
}

static void
test_whole (void)
{
  g_autoptr (YfCatalogue) catalogue = fixture_get_catalogue ();
  g_autoptr (GError) error = NULL;
  g_autoptr (YfProgramme) programme = fixture_read_programme (catalogue, "valid", "whole", &error);
  const YfProgrammeItem *item;
  const YfProgrammeSchedule *schedule;
  const YfProgrammeClearance *clearance;
  const YfDose too_much = { 1, 9, 3 * YF_SECOND };

  g_assert_no_error (error);
  g_assert_cmpstr (yf_programme_get_name (programme), ==, "After the operation");
  g_assert_cmpstr (yf_programme_get_clinician (programme), ==, "Li Wen");
  g_assert_cmpint (yf_programme_get_date (programme), ==, parse_day ("2026-11-02"));
  g_assert_cmpint (yf_programme_get_from (programme), ==, parse_day ("2026-11-05"));
  g_assert_cmpint (yf_programme_get_until (programme), ==, parse_day ("2027-02-01"));
  g_assert_false (yf_programme_is_valid_on (programme, parse_day ("2026-11-04")));
  g_assert_true (yf_programme_is_valid_on (programme, parse_day ("2026-11-05")));
  g_assert_true (yf_programme_is_valid_on (programme, parse_day ("2027-02-01")));
  g_assert_false (yf_programme_is_valid_on (programme, parse_day ("2027-02-02")));
  g_assert_cmpuint (yf_programme_get_notes (programme)->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (yf_programme_get_notes (programme), 1), ==, "慢慢来。");
  g_assert_cmpuint (yf_programme_get_items (programme)->len, ==, 4);

  item = yf_programme_find_item (programme, "five-point-support");
  g_assert_cmpint (item->dose.sets, ==, 1);
  g_assert_cmpint (item->dose.reps, ==, 5);
  g_assert_cmpint (item->dose.hold, ==, 3 * YF_SECOND);
  g_assert_cmpint (item->cap.sets, ==, yf_exercise_get_ceiling (item->exercise)->sets);
  g_assert_cmpint (item->cap.reps, ==, 8);
  g_assert_cmpint (item->cap.hold, ==, 5 * YF_SECOND);
  g_assert_false (item->above_ceiling);
  g_assert_cmpint (item->pace.tempo, ==, 125);
  g_assert_cmpuint (item->notes->len, ==, 1);
  g_assert_true (yf_programme_check_dose (programme, item->exercise, &item->cap, &error));
  g_assert_false (yf_programme_check_dose (programme, item->exercise, &too_much, &error));
  g_assert_error (error, YF_PROGRAMME_ERROR, YF_PROGRAMME_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "Li Wen"));

  item = yf_programme_find_item (programme, "abdominal-breathing");
  g_assert_true (yf_dose_equal (&item->cap, yf_exercise_get_ceiling (item->exercise)));

  item = yf_programme_find_item (programme, "plank");
  g_assert_true (item->above_ceiling);
  g_assert_cmpint (item->cap.hold, ==, 90 * YF_SECOND);

  item = yf_programme_find_item (programme, "pt-heel-slide");
  g_assert_cmpstr (yf_exercise_get_name (item->exercise), ==, "Heel slide");
  g_assert_true (yf_exercise_get_two_sided (item->exercise));
  g_assert_cmpint (item->cap.reps, ==, 8);
  g_assert_cmpuint (yf_programme_get_own (programme)->len, ==, 1);

  g_assert_cmpstr (yf_programme_find_ban (programme, "full-swallow")->note, ==, "Not with your spine.");
  g_assert_null (yf_programme_find_ban (programme, "heat")->note);
  g_assert_null (yf_programme_find_ban (programme, "plank"));

  schedule = yf_programme_get_schedule (programme);
  g_assert_cmpuint (schedule->weekdays, ==, 1u << 0 | 1u << 2 | 1u << 4);
  g_assert_cmpint (schedule->days_a_week, ==, 3);
  g_assert_cmpint (schedule->times_a_day, ==, 2);
  g_assert_cmpint (yf_programme_get_pain_stop (programme), ==, 4);
  g_assert_cmpint (yf_programme_get_pain_rest (programme), ==, 6);

  clearance = g_ptr_array_index (yf_programme_get_clearances (programme), 0);
  g_assert_false (clearance->above_ceiling);
  g_assert_cmpstr (yf_clearance_get_clinician (clearance->clearance), ==, "Li Wen");
  g_assert_cmpint (yf_clearance_get_date (clearance->clearance), ==, parse_day ("2026-11-02"));
  g_assert_cmpint (yf_clearance_get_until (clearance->clearance), ==, parse_day ("2026-12-31"));
  clearance = g_ptr_array_index (yf_programme_get_clearances (programme), 1);
  g_assert_true (clearance->above_ceiling);
  g_assert_cmpint (yf_clearance_get_until (clearance->clearance), ==, parse_day ("2027-02-01"));
}

static void
test_valid (void)
{
  static const char * const names[] = { "whole", "least", "mark" };
  g_autoptr (YfCatalogue) catalogue = fixture_get_catalogue ();

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (YfProgramme) programme = fixture_read_programme (catalogue, "valid", names[i], &error);
      g_autoptr (YfProgramme) again = NULL;

      g_assert_no_error (error);

      /* What the log keeps is read back as it was. */
      again = fixture_parse (catalogue, yf_programme_get_xml (programme), &error);
      g_assert_no_error (error);
      g_assert_cmpstr (yf_programme_get_xml (again), ==, yf_programme_get_xml (programme));
      g_assert_true (yf_programme_can_follow (again, programme, &error));
    }
}

static const struct
{
  const char *file;
  int         line;
  const char *message;
} broken[] = {
  { "not-xml", 1, "Document must begin with an element" },
  { "empty", 1, "empty" },
  { "truncated", 3, "ended unexpectedly" },
  { "unclosed", 2, "ended unexpectedly" },
  { "other-root", 1, "it begins with <prescription>" },
  { "other-namespace", 1, "its namespace is “urn:other”" },
  { "no-version", 1, "<programme> needs the attribute “version”" },
  { "newer", 1, "of version 2" },
  { "no-name", 1, "needs the attribute “name”" },
  { "no-clinician", 1, "needs the attribute “clinician”" },
  { "no-such-day", 1, "“date” must be a date such as 2026-11-20, not “2026-02-30”" },
  { "begins-too-early", 1, "begins before it was given" },
  { "ends-too-early", 1, "ends before it begins" },
  { "misspelt", 1, "<programme> cannot have the attribute “untill”" },
  { "says-nothing", 1, "neither asks for an exercise nor forbids one" },
  { "unknown-element", 3, "<diet> has no place here" },
  { "unknown-exercise", 2, "There is no exercise “handstand”" },
  { "stray-text", 3, "<pain> has no text in it" },
  { "words-in-programme", 1, "<programme> has no text in it" },
  { "exercise-twice", 3, "“plank” is there twice" },
  { "no-dose", 2, "<exercise> needs a <dose> in it" },
  { "two-doses", 4, "more than one <dose>" },
  { "no-reps", 3, "<dose> needs the attribute “reps”" },
  { "half-a-set", 3, "“sets” must be a whole number from 1 to 10, not “1.5”" },
  { "endless-hold", 3, "“hold” must be a number of seconds from 1 to 120, not “600”" },
  { "no-hold-here", 3, "has no hold" },
  { "dose-above-ceiling", 3, "More needs a <clearance>" },
  { "cap-above-ceiling", 4, "More needs a <clearance>" },
  { "dose-above-cap", 3, "The dose is more than the <cap> allows" },
  { "hurried", 4, "Raising and lowering can take from 100% to 200%" },
  { "prescribed-and-forbidden", 3, "“plank” cannot be both prescribed and forbidden" },
  { "forbidden-twice", 3, "“plank” is there twice" },
  { "forbidden-unknown", 2, "There is no exercise “football”" },
  { "no-such-weekday", 3, "“monday” is not a day of the week" },
  { "weekday-twice", 3, "“mon” is there twice" },
  { "both-schedules", 3, "Give “days-a-week” or “weekdays”, not both" },
  { "eight-days", 3, "“days-a-week” must be a whole number from 1 to 7" },
  { "empty-schedule", 3, "<schedule> says nothing" },
  { "two-schedules", 4, "more than one <schedule>" },
  { "no-pain", 3, "“stop-at” must be a whole number from 1 to 10" },
  { "clearance-for-nobody", 3, "<clearance> needs the attribute “exercises”" },
  { "clearance-for-nothing", 3, "<clearance> needs the attribute “conditions”" },
  { "clearance-unknown-condition", 3, "There is no condition or stage “cold-feet”" },
  { "clearance-unknown-exercise", 3, "There is no exercise “handstand”" },
  { "clearance-over", 3, "A clearance ends before it begins" },
  { "lifted-for-a-while", 3, "holds as long as the programme" },
  { "perhaps", 3, "“above-ceiling” must be “yes” or “no”, not “perhaps”" },
  { "empty-note", 3, "This note is empty" },
  { "marked-up-note", 3, "<b> has no place here" },
  { "own-id", 2, "begins with “pt-”" },
  { "own-twice", 3, "“pt-a” is there twice" },
  { "own-posture", 2, "There is no posture “hanging”" },
  { "own-too-long", 2, "“raise” must be a whole number from 0 to 60" },
  { "own-still", 2, "Nothing happens in this exercise" },
  { "own-long-name", 2, "The name is too long" },
  { "laughs", 13, "has no <!DOCTYPE>" },
  { "entity", 3, "Entity name" },
  { "external", 1, "has no <!DOCTYPE>" },
  { "cdata", 3, "has no <![CDATA[" },
  { "attribute-twice", 1, "<programme> has the attribute “version” twice" },
  { "says-gb2312", 1, "written in GB2312" },
  { "gb2312", 2, "not text in UTF-8" },
  { "utf-16", 1, "written in UTF-16" },
  { "nul", 3, "not text in UTF-8" },
  { "crossed", 2, "exercise" },
  { "two-roots", 4, "There is something after the end" },
  { "words-after", 4, "" },
  { "control", 3, "" },
  { "deep", 2, "nested too deeply" },
};

static void
test_broken (gconstpointer data)
{
  const guint index = GPOINTER_TO_UINT (data);
  g_autoptr (YfCatalogue) catalogue = fixture_get_catalogue ();
  g_autoptr (GError) error = NULL;
  g_autofree char *place = g_strdup_printf ("%s.yanfei:%d: ", broken[index].file, broken[index].line);
  const char *found;

  g_assert_null (fixture_read_programme (catalogue, "broken", broken[index].file, &error));
  g_assert_error (error, YF_PROGRAMME_ERROR, YF_PROGRAMME_ERROR_INVALID);
  g_test_message ("%s", error->message);
  found = strstr (error->message, place);
  g_assert_nonnull (found);
  g_assert_nonnull (strstr (found + strlen (place), broken[index].message));
  g_assert_cmpuint (strlen (found + strlen (place)), >, 5);
}

/* No file lies there that nothing is said about. */
static void
test_all_broken (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "programmes", "broken", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_files = 0;

  g_assert_nonnull (dir);
  while (g_dir_read_name (dir) != NULL)
    n_files++;
  g_assert_cmpuint (n_files, ==, G_N_ELEMENTS (broken));
}

/* Cut anywhere, it is refused or, at the very end, whole. */
static void
test_cut (void)
{
  g_autoptr (YfCatalogue) catalogue = fixture_get_catalogue ();
  g_autoptr (YfProgramme) whole = fixture_read_programme (catalogue, "valid", "whole", NULL);
  const char *xml = yf_programme_get_xml (whole);
  const gsize end = (gsize) (strstr (xml, "</programme>") - xml) + strlen ("</programme>");

  for (gsize length = 0; length < end; length += 7)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (xml, length);
      g_autoptr (GError) error = NULL;

      g_assert_null (yf_programme_new_from_bytes (catalogue, "cut", bytes, &error));
      g_assert_error (error, YF_PROGRAMME_ERROR, YF_PROGRAMME_ERROR_INVALID);
      g_assert_true (g_str_has_prefix (error->message, "cut:"));
    }
}

/* Files that nobody would lay in a folder. */
static void
test_hostile (void)
{
  g_autoptr (YfCatalogue) catalogue = fixture_get_catalogue ();
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autoptr (GString) wide = g_string_new ("<programme>");
  g_autoptr (GString) huge = g_string_new ("<programme version='1' name='");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 60000; i++)
    g_string_append (deep, "<a>");
  g_assert_null (fixture_parse (catalogue, deep->str, &error));
  g_assert_nonnull (strstr (error->message, "nested too deeply"));
  g_clear_error (&error);

  for (guint i = 0; i < 50000; i++)
    g_string_append (wide, "<a/>");
  g_assert_null (fixture_parse (catalogue, wide->str, &error));
  g_assert_nonnull (strstr (error->message, "more elements than any programme has"));
  g_clear_error (&error);

  for (guint i = 0; i < YF_PROGRAMME_MAX_SIZE; i++)
    g_string_append_c (huge, 'x');
  g_assert_null (fixture_parse (catalogue, huge->str, &error));
  g_assert_nonnull (strstr (error->message, "larger than 256 kB"));
}

static void
test_missing (void)
{
  g_autoptr (YfCatalogue) catalogue = fixture_get_catalogue ();
  g_autoptr (GError) error = NULL;

  g_assert_null (fixture_read_programme (catalogue, "valid", "nowhere", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

typedef struct
{
  const char *condition;   /* of the person, or NULL */
  int         pain;
  const char *exercise;
  const char *day;
  YfVerdict   verdict;
  gboolean    by_programme;
} Judged;

static void
test_judge (void)
{
  /* Pregnancy asks a clinician about a bridge and blocks nothing of it for good;
   * a bridge is cleared until the end of the year. */
  static const Judged cases[] = {
    { NULL, 0, "full-swallow", "2026-11-04", YF_VERDICT_ALLOWED, FALSE },
    { NULL, 0, "full-swallow", "2026-11-05", YF_VERDICT_BLOCKED, TRUE },
    { NULL, 0, "full-swallow", "2027-02-01", YF_VERDICT_BLOCKED, TRUE },
    { NULL, 0, "full-swallow", "2027-02-02", YF_VERDICT_ALLOWED, FALSE },
    { NULL, 5, "five-point-support", "2026-11-20", YF_VERDICT_ALLOWED, FALSE },
    { NULL, 6, "five-point-support", "2026-11-20", YF_VERDICT_BLOCKED, TRUE },
    { NULL, 0, "heat", "2026-11-20", YF_VERDICT_BLOCKED, TRUE },
    { NULL, 6, "cold", "2026-11-20", YF_VERDICT_ALLOWED, FALSE },
  };
  g_autoptr (YfCatalogue) catalogue = fixture_get_catalogue ();
  g_autoptr (YfRules) rules = yf_rules_new_builtin (catalogue, NULL);
  g_autoptr (YfProgramme) programme = fixture_read_programme (catalogue, "valid", "whole", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YfProfile) profile = yf_profile_new ();
      g_autoptr (YfCheckIn) check_in = yf_check_in_new ();
      g_autoptr (YfJudgement) judgement = NULL;
      g_autoptr (YfJudgement) plain = NULL;
      YfExercise *exercise = yf_catalogue_find_exercise (catalogue, cases[i].exercise);
      GPtrArray *reasons;
      gboolean found = FALSE;

      if (exercise == NULL)
        exercise = yf_catalogue_find_relief (catalogue, cases[i].exercise);
      g_assert_nonnull (exercise);
      yf_check_in_set_pain_leg (check_in, cases[i].pain);
      judgement = yf_programme_judge (programme, rules, profile, check_in, exercise, parse_day (cases[i].day),
                                      YF_MINUTE_UNKNOWN);
      plain = yf_rules_judge (rules, profile, check_in, exercise, parse_day (cases[i].day));

      reasons = yf_judgement_get_reasons (judgement);
      for (guint j = 0; j < reasons->len; j++)
        {
          YfReason *reason = g_ptr_array_index (reasons, j);

          if (!g_str_equal (yf_reason_get_rule (reason), "programme"))
            continue;
          found = TRUE;
          g_assert_cmpstr (yf_source_get_document (yf_reason_get_source (reason)), ==, YF_SOURCE_PROGRAMME);
          g_assert_cmpint (yf_reason_get_verdict (reason), ==, YF_VERDICT_BLOCKED);
          g_assert_nonnull (strstr (yf_reason_get_text (reason), "Li Wen"));
        }
      g_assert_cmpint (found, ==, cases[i].by_programme);
      if (cases[i].by_programme)
        g_assert_cmpint (yf_judgement_get_verdict (judgement), ==, YF_VERDICT_BLOCKED);
      else
        g_assert_cmpint (yf_judgement_get_verdict (judgement), ==, yf_judgement_get_verdict (plain));

      /* Every reason of the table is still there. */
      g_assert_cmpuint (reasons->len, ==, yf_judgement_get_reasons (plain)->len + found);
    }
}

/* Whatever is asked, a programme makes a verdict milder only by its clearances,
 * and never one that is blocked. */
static void
test_never_milder (void)
{
  g_autoptr (YfCatalogue) catalogue = fixture_get_catalogue ();
  g_autoptr (YfRules) rules = yf_rules_new_builtin (catalogue, NULL);
  g_autoptr (YfProgramme) programme = fixture_read_programme (catalogue, "valid", "whole", NULL);
  g_autoptr (YfCatalogue) more = yf_catalogue_with_own (catalogue, yf_programme_get_own (programme));
  GPtrArray *conditions = yf_catalogue_get_conditions (catalogue);
  GPtrArray *exercises = yf_catalogue_get_exercises (more);
  YfDay day = parse_day ("2026-11-20");
  g_autoptr (YfCheckIn) check_in = yf_check_in_new ();
  guint n_cleared = 0;

  for (guint i = 0; i < conditions->len; i++)
    for (guint j = 0; j < exercises->len; j++)
      {
        const char *condition = yf_condition_get_id (g_ptr_array_index (conditions, i));
        YfExercise *exercise = g_ptr_array_index (exercises, j);
        const char *id = yf_exercise_get_id (exercise);
        g_autoptr (YfProfile) profile = yf_profile_new ();
        g_autoptr (YfJudgement) plain = NULL;
        g_autoptr (YfJudgement) judgement = NULL;
        YfVerdict before;
        YfVerdict after;

        yf_profile_set_condition (profile, condition, TRUE);
        plain = yf_rules_judge (rules, profile, check_in, exercise, day);
        judgement = yf_programme_judge (programme, rules, profile, check_in, exercise, day, YF_MINUTE_UNKNOWN);
        before = yf_judgement_get_verdict (plain);
        after = yf_judgement_get_verdict (judgement);
        if (after >= before)
          continue;

        n_cleared++;
        g_assert_cmpint (before, ==, YF_VERDICT_ASK_CLINICIAN);
        g_assert_cmpint (after, ==, YF_VERDICT_CAUTION);
        g_assert_cmpstr (condition, ==, "pregnancy");
        g_assert_true (g_str_equal (id, "five-point-support") || g_str_equal (id, "pt-heel-slide"));
      }

  g_assert_cmpuint (n_cleared, >, 0);
}

static void
test_follow (void)
{
  static const char text[] =
    "<programme version='1' name='x' clinician='y' date='2026-12-02'>"
    "<own-exercise id='pt-heel-slide' name='%s' posture='supine' both-sides='yes'"
    " raise='3' hold='2' lower='%d' rest='2' sets='2' reps='%d'/><forbidden id='plank'/></programme>";
  static const struct { const char *name; int lower; int reps; gboolean can; } cases[] = {
    { "Heel slide", 3, 8, TRUE },
    { "Heel slide", 3, 12, TRUE },
    { "Heel slide", 4, 8, FALSE },
    { "Toe slide", 3, 8, FALSE },
  };
  g_autoptr (YfCatalogue) catalogue = fixture_get_catalogue ();
  g_autoptr (YfProgramme) earlier = fixture_read_programme (catalogue, "valid", "whole", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *xml = g_strdup_printf (text, cases[i].name, cases[i].lower, cases[i].reps);
      g_autoptr (GError) error = NULL;
      g_autoptr (YfProgramme) later = fixture_parse (catalogue, xml, &error);

      g_assert_no_error (error);
      g_assert_cmpint (yf_programme_can_follow (later, earlier, &error), ==, cases[i].can);
      if (!cases[i].can)
        g_assert_error (error, YF_PROGRAMME_ERROR, YF_PROGRAMME_ERROR_CONFLICT);
    }
}

/* A programme of a bridge, with what it says of pain. */
static YfProgramme *
read_pain (YfCatalogue *catalogue,
           const char  *pain)
{
  g_autofree char *text = g_strdup_printf ("<programme version='1' name='P' clinician='Li Wen' date='2026-11-02'"
                                           " until='2026-12-31'><exercise id='five-point-support'>"
                                           "<dose sets='1' reps='5' hold='3'/></exercise>%s</programme>", pain);
  g_autoptr (GError) error = NULL;
  YfProgramme *programme = fixture_parse (catalogue, text, &error);

  g_assert_no_error (error);
  return programme;
}

typedef struct
{
  const char  *limits;
  const char  *day;
  int          pain;
  gboolean     rests;  /* nothing is begun at it, and the day is kept */
  YfPainLight  light;  /* in the middle of an exercise */
} Pain;

/* A clinician's limits of pain count on the days of the programme, before a session,
 * in it, and for the day. */
static void
test_pain (void)
{
  static const Pain cases[] = {
    { "", "2026-11-20", 5, FALSE, YF_PAIN_LIGHT_EASE_OFF },
    { "", "2026-11-20", 6, FALSE, YF_PAIN_LIGHT_STOP },
    { "<pain stop-at='3'/>", "2026-11-20", 2, FALSE, YF_PAIN_LIGHT_GO_ON },
    { "<pain stop-at='3'/>", "2026-11-20", 3, TRUE, YF_PAIN_LIGHT_STOP },
    { "<pain stop-at='3'/>", "2027-01-01", 3, FALSE, YF_PAIN_LIGHT_GO_ON },
    { "<pain stop-at='3'/>", "2026-11-01", 5, FALSE, YF_PAIN_LIGHT_EASE_OFF },
    { "<pain stop-at='8'/>", "2026-11-20", 6, FALSE, YF_PAIN_LIGHT_EASE_OFF },
    { "<pain stop-at='8'/>", "2027-01-01", 6, FALSE, YF_PAIN_LIGHT_STOP },
    { "<pain rest-at='4'/>", "2026-11-20", 3, FALSE, YF_PAIN_LIGHT_GO_ON },
    { "<pain rest-at='4'/>", "2026-11-20", 4, TRUE, YF_PAIN_LIGHT_EASE_OFF },
    { "<pain rest-at='4'/>", "2027-01-01", 4, FALSE, YF_PAIN_LIGHT_EASE_OFF },
    { "<pain stop-at='3' rest-at='5'/>", "2026-11-20", 4, FALSE, YF_PAIN_LIGHT_STOP },
    { "<pain stop-at='3' rest-at='5'/>", "2026-11-20", 5, TRUE, YF_PAIN_LIGHT_STOP },
  };
  g_autoptr (YfCatalogue) catalogue = fixture_get_catalogue ();
  g_autoptr (YfRules) rules = yf_rules_new_builtin (catalogue, NULL);
  YfExercise *bridge = yf_catalogue_find_exercise (catalogue, "five-point-support");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YfProgramme) programme = read_pain (catalogue, cases[i].limits);
      g_autoptr (YfProfile) profile = yf_profile_new ();
      g_autoptr (YfCheckIn) check_in = yf_check_in_new ();
      g_autoptr (YfHistory) history = yf_history_new ();
      g_autoptr (YfLimits) limits = yf_limits_new ();
      g_autoptr (YfJudgement) judgement = NULL;
      g_autoptr (YfDayPlan) plan = NULL;
      g_autofree char *text = NULL;
      YfDay day = parse_day (cases[i].day);
      const YfDayQuestion question = {
        .catalogue = catalogue, .rules = rules, .profile = profile, .check_in = check_in, .programme = programme,
        .limits = limits, .history = history, .day = day, .minute = YF_MINUTE_UNKNOWN,
      };

      yf_check_in_set_pain_back (check_in, cases[i].pain);
      judgement = yf_programme_judge (programme, rules, profile, check_in, bridge, day, YF_MINUTE_UNKNOWN);
      g_assert_cmpint (yf_judgement_get_verdict (judgement) == YF_VERDICT_BLOCKED, ==, cases[i].rests);
      g_assert_cmpint (yf_programme_wants_rest (programme, check_in, day), ==, cases[i].rests);

      yf_limits_add_programme (limits, programme, "version-1", yf_programme_get_from (programme), YF_DAY_NONE);
      plan = yf_day_plan_new (&question);
      g_assert_cmpint (yf_day_plan_get_state (plan) == YF_DAY_FLARE, ==, cases[i].rests);
      g_assert_cmpint (yf_day_plan_is_kept (plan), ==, cases[i].rests);
      g_assert_cmpint (yf_day_plan_get_items (plan)->len > 0, ==, !cases[i].rests);

      g_assert_cmpint (yf_programme_get_light (programme, day, cases[i].pain), ==, cases[i].light);
      text = yf_programme_dup_light_text (programme, day, cases[i].pain);
      g_assert_cmpint (text != NULL, ==, cases[i].light != YF_PAIN_LIGHT_GO_ON);
    }

  for (int pain = YF_PAIN_UNANSWERED; pain <= YF_PAIN_MAX; pain++)
    g_assert_cmpint (yf_programme_get_light (NULL, parse_day ("2026-11-20"), pain), ==, yf_limits_get_light (NULL, pain));
}

static void
test_anonymous (void)
{
  static const char * const told[] = { "Li Wen", "After the operation", "Walk for", "慢慢来", "knees", "spine" };
  g_autoptr (YfCatalogue) catalogue = fixture_get_catalogue ();
  g_autoptr (GError) error = NULL;
  g_autoptr (YfProgramme) programme = fixture_read_programme (catalogue, "valid", "whole", NULL);
  g_autofree char *xml = yf_programme_anonymise_xml (yf_programme_get_xml (programme));
  g_autoptr (YfProgramme) nameless = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (told); i++)
    g_assert_null (strstr (xml, told[i]));

  nameless = fixture_parse (catalogue, xml, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (yf_programme_get_items (nameless)->len, ==, yf_programme_get_items (programme)->len);
  g_assert_cmpuint (yf_programme_get_bans (nameless)->len, ==, yf_programme_get_bans (programme)->len);
  g_assert_true (yf_programme_find_item (nameless, "plank")->above_ceiling);
  g_assert_cmpstr (yf_programme_get_clinician (nameless), ==, "—");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan/programme/whole", test_whole);
  g_test_add_func ("/plan/programme/valid", test_valid);
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *path = g_strconcat ("/plan/programme/broken/", broken[i].file, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_broken);
    }
  g_test_add_func ("/plan/programme/all-broken", test_all_broken);
  g_test_add_func ("/plan/programme/cut", test_cut);
  g_test_add_func ("/plan/programme/hostile", test_hostile);
  g_test_add_func ("/plan/programme/missing", test_missing);
  g_test_add_func ("/plan/programme/judge", test_judge);
  g_test_add_func ("/plan/programme/pain", test_pain);
  g_test_add_func ("/plan/programme/never-milder", test_never_milder);
  g_test_add_func ("/plan/programme/follow", test_follow);
  g_test_add_func ("/plan/programme/anonymous", test_anonymous);

  return g_test_run ();
}
