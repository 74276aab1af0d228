/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "broken-files.h"
#include "yf-catalogue.h"
#include "yf-xml.h"

static YfCatalogue *
load_builtin (void)
{
  g_autoptr (GError) error = NULL;
  YfCatalogue *catalogue = yf_catalogue_new_builtin (&error);

  g_assert_no_error (error);
  g_assert_nonnull (catalogue);

  return catalogue;
}

/* Written from clinical.md section 1 by hand, and not from the catalogue.
 * Seconds; the document that gives the dose, and the one that gives the
 * ceiling. */
static const struct
{
  const char *id;
  YfGroup     group;
  YfPosture   posture;
  const char *phases;
  YfDose      first;
  YfDose      ceiling;
  const char *dose_source;
  const char *ceiling_source;
} exercises[] = {
  { "abdominal-breathing", YF_GROUP_BREATHING, YF_POSTURE_SUPINE, "inhale 4 hold exhale 6",
    { 3, 10, 3 * YF_SECOND }, { 3, 10, 3 * YF_SECOND }, "000", "000" },
  { "five-point-support", YF_GROUP_BRIDGE, YF_POSTURE_SUPINE, "raise 2 hold lower 2 rest 2",
    { 2, 10, 3 * YF_SECOND }, { 3, 15, 5 * YF_SECOND }, "004", "004" },
  { "straight-leg-raise", YF_GROUP_PLANK, YF_POSTURE_SUPINE, "raise 3 hold lower 3",
    { 1, 10, 10 * YF_SECOND }, { 1, 10, 10 * YF_SECOND }, "003", "003" },
  { "kegel", YF_GROUP_KEGEL, YF_POSTURE_SUPINE, "raise 3 lower 3",
    { 1, 10, 0 }, { 3, 10, 0 }, "app", "app" },
  { "plank", YF_GROUP_PLANK, YF_POSTURE_PRONE, "hold rest 10",
    { 1, 3, 10 * YF_SECOND }, { 2, 5, 30 * YF_SECOND }, "app", "app" },
  { "upper-swallow", YF_GROUP_SWALLOW, YF_POSTURE_PRONE, "raise 2 hold lower 2 rest 3",
    { 2, 5, 3 * YF_SECOND }, { 2, 15, 3 * YF_SECOND }, "app", "002" },
  { "full-swallow", YF_GROUP_SWALLOW, YF_POSTURE_PRONE, "raise 2 hold lower 2 rest 3",
    { 2, 10, 3 * YF_SECOND }, { 3, 15, 5 * YF_SECOND }, "004", "004" },
  { "wall-stand", YF_GROUP_STRETCH, YF_POSTURE_STANDING, "hold",
    { 1, 1, 300 * YF_SECOND }, { 1, 1, 300 * YF_SECOND }, "003", "003" },
  { "waist-hip-stretch", YF_GROUP_STRETCH, YF_POSTURE_STANDING,
    "raise 3 hold 15 lower 3 raise 3 hold 15 lower 3 raise 3 hold 10 lower 3",
    { 1, 8, 0 }, { 1, 8, 0 }, "003", "003" },
  { "warm-up", YF_GROUP_STRETCH, YF_POSTURE_STANDING, "hold",
    { 1, 1, 600 * YF_SECOND }, { 1, 1, 900 * YF_SECOND }, "002", "002" },
  { "break-stretch", YF_GROUP_STRETCH, YF_POSTURE_STANDING, "hold",
    { 1, 1, 180 * YF_SECOND }, { 1, 1, 300 * YF_SECOND }, "000", "000" },
  { "glute-bridge", YF_GROUP_BRIDGE, YF_POSTURE_SUPINE, "raise 2 hold lower 2 rest 2",
    { 2, 10, 3 * YF_SECOND }, { 3, 15, 5 * YF_SECOND }, "app", "app" },
  { "modified-swallow", YF_GROUP_SWALLOW, YF_POSTURE_PRONE, "raise 2 hold lower 2 rest 3",
    { 2, 5, 2 * YF_SECOND }, { 2, 5, 2 * YF_SECOND }, "000", "000" },
};

static char *
describe_phases (YfExercise *exercise)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < yf_exercise_get_n_phases (exercise); i++)
    {
      const YfPhase *phase = yf_exercise_get_phase (exercise, i);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", yf_phase_kind_get_id (phase->kind));
      if (phase->length > 0)
        g_string_append_printf (text, " %g", phase->length / (double) YF_SECOND);
      g_assert_nonnull (phase->source);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_exercises (void)
{
  g_autoptr (YfCatalogue) catalogue = load_builtin ();

  g_assert_cmpuint (yf_catalogue_get_exercises (catalogue)->len, ==, G_N_ELEMENTS (exercises));

  for (gsize i = 0; i < G_N_ELEMENTS (exercises); i++)
    {
      YfExercise *exercise = yf_catalogue_find_exercise (catalogue, exercises[i].id);
      g_autofree char *phases = NULL;

      g_test_message ("%s", exercises[i].id);
      g_assert_nonnull (exercise);
      phases = describe_phases (exercise);

      g_assert_cmpint (yf_exercise_get_group (exercise), ==, exercises[i].group);
      g_assert_cmpint (yf_exercise_get_posture (exercise), ==, exercises[i].posture);
      g_assert_cmpstr (phases, ==, exercises[i].phases);
      g_assert_true (yf_dose_equal (yf_exercise_get_first_dose (exercise), &exercises[i].first));
      g_assert_true (yf_dose_equal (yf_exercise_get_ceiling (exercise), &exercises[i].ceiling));
      g_assert_cmpstr (yf_source_get_document (yf_exercise_get_dose_source (exercise)), ==, exercises[i].dose_source);
      g_assert_cmpstr (yf_source_get_document (yf_exercise_get_ceiling_source (exercise)), ==, exercises[i].ceiling_source);
      g_assert_cmpuint (yf_exercise_get_steps (exercise)->len, >=, 3);
      g_assert_cmpuint (yf_exercise_get_suits (exercise)->len, >=, 1);
      g_assert_cmpuint (yf_exercise_get_cautions (exercise)->len, >=, 1);
    }
}

/* clinical.md section 2. */
static void
test_reliefs (void)
{
  static const struct { const char *id; int times; const char *source; } reliefs[] = {
    { "cold", 4, "002" }, { "heat", 3, "003" },
  };
  g_autoptr (YfCatalogue) catalogue = load_builtin ();

  g_assert_cmpuint (yf_catalogue_get_reliefs (catalogue)->len, ==, G_N_ELEMENTS (reliefs));

  for (gsize i = 0; i < G_N_ELEMENTS (reliefs); i++)
    {
      YfExercise *relief = yf_catalogue_find_relief (catalogue, reliefs[i].id);

      g_assert_nonnull (relief);
      g_assert_null (yf_catalogue_find_exercise (catalogue, reliefs[i].id));
      g_assert_cmpint (yf_exercise_get_times_a_day (relief), ==, reliefs[i].times);
      g_assert_cmpint (yf_exercise_get_first_dose (relief)->hold, ==, 15 * 60 * YF_SECOND);
      g_assert_cmpint (yf_exercise_get_ceiling (relief)->hold, ==, 20 * 60 * YF_SECOND);
      g_assert_cmpstr (yf_source_get_document (yf_exercise_get_dose_source (relief)), ==, reliefs[i].source);
    }
}

/* 003: three bends to both sides, then five times leaning back. */
static void
test_parts (void)
{
  g_autoptr (YfCatalogue) catalogue = load_builtin ();
  YfExercise *stretch = yf_catalogue_find_exercise (catalogue, "waist-hip-stretch");
  static const guint first_phases[] = { 0, 0, 0, 6, 6, 6, 6, 6 };
  guint first;
  guint n;

  g_assert_cmpuint (yf_exercise_get_n_parts (stretch), ==, 2);
  g_assert_cmpint (yf_exercise_get_part (stretch, 0, &first, &n), ==, 3);
  g_assert_cmpuint (n, ==, 6);
  g_assert_cmpint (yf_exercise_get_part (stretch, 1, &first, &n), ==, 5);
  g_assert_cmpuint (n, ==, 3);

  for (int rep = 1; rep <= 8; rep++)
    {
      yf_exercise_get_rep_phases (stretch, rep, &first, &n);
      g_assert_cmpuint (first, ==, first_phases[rep - 1]);
    }
}

/* The person's own come last, and cannot take the place of a built-in one. */
static void
test_with_own (void)
{
  static const char text[] =
    "<catalogue><exercise id='own-1' group='swallow' posture='prone' own='yes'><name>Mine</name><summary>S</summary>"
    "<get-ready seconds='5' source='app'/><set-rest seconds='7' source='app'/>"
    "<repetition><phase kind='raise' seconds='1' source='app'/></repetition>"
    "<first-dose sets='1' reps='2' source='app'/><ceiling sets='1' reps='2' source='app'/>"
    "<step source='app'>Do.</step></exercise>"
    "<exercise id='plank' group='breathing' posture='prone' own='yes'><name>Not mine</name><summary>S</summary>"
    "<get-ready seconds='5' source='app'/><set-rest seconds='7' source='app'/>"
    "<repetition><phase kind='raise' seconds='1' source='app'/></repetition>"
    "<first-dose sets='1' reps='2' source='app'/><ceiling sets='1' reps='2' source='app'/>"
    "<step source='app'>Do.</step></exercise></catalogue>";
  g_autoptr (YfCatalogue) catalogue = load_builtin ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (YfCatalogue) own = yf_catalogue_new_from_bytes ("own", bytes, NULL);
  g_autoptr (YfCatalogue) both = yf_catalogue_with_own (catalogue, yf_catalogue_get_exercises (own));
  YfExercise *mine = yf_catalogue_find_exercise (both, "own-1");

  g_assert_nonnull (mine);
  g_assert_true (yf_exercise_is_own (mine));
  g_assert_cmpint (yf_exercise_get_group (yf_catalogue_find_exercise (both, "plank")), ==, YF_GROUP_PLANK);
  g_assert_false (yf_exercise_is_own (yf_catalogue_find_exercise (both, "plank")));
  g_assert_cmpuint (yf_catalogue_get_exercises (both)->len, ==, yf_catalogue_get_exercises (catalogue)->len + 1);
  g_assert_cmpuint (yf_catalogue_get_red_flags (both)->len, ==, 13);
}

/* Written from clinical.md section 5 by hand. */
static const struct
{
  const char *id;
  int         days;
  YfTriage    level;
  int         since_days;
  const char *source;
} red_flags[] = {
  { "bladder-bowel", -1, YF_TRIAGE_EMERGENCY, 0, "000" },
  { "saddle-numbness", -1, YF_TRIAGE_EMERGENCY, 0, "002" },
  { "cannot-stand", -1, YF_TRIAGE_URGENT, 0, "002" },
  { "foot-weakness", -1, YF_TRIAGE_URGENT, 0, "003" },
  { "numb-weak-walking", -1, YF_TRIAGE_URGENT, 0, "002" },
  { "weakness-growing", -1, YF_TRIAGE_URGENT, 0, "004" },
  { "night-pain", -1, YF_TRIAGE_URGENT, 0, "003" },
  { "muscle-wasting", -1, YF_TRIAGE_URGENT, 0, "app" },
  { "leg-pain-days", 0, YF_TRIAGE_NONE, 0, NULL },
  { "leg-pain-days", 2, YF_TRIAGE_NONE, 0, NULL },
  { "leg-pain-days", 3, YF_TRIAGE_SEE_DOCTOR, 3, "002" },
  { "leg-pain-days", 13, YF_TRIAGE_SEE_DOCTOR, 3, "002" },
  { "leg-pain-days", 14, YF_TRIAGE_URGENT, 14, "003" },
  { "leg-pain-days", 400, YF_TRIAGE_URGENT, 14, "003" },
  { "leg-pain-days", -1, YF_TRIAGE_URGENT, 14, "003" },
  { "radiating", 0, YF_TRIAGE_SEE_DOCTOR, 0, "000" },
  { "restless-nights", -1, YF_TRIAGE_SEE_DOCTOR, 0, "000" },
  { "cramps-pain", -1, YF_TRIAGE_SEE_DOCTOR, 0, "003" },
  { "painless-tremor", -1, YF_TRIAGE_SEE_DOCTOR, 0, "004" },
};

static void
test_red_flags (void)
{
  g_autoptr (YfCatalogue) catalogue = load_builtin ();

  g_assert_cmpuint (yf_catalogue_get_red_flags (catalogue)->len, ==, 13);

  for (gsize i = 0; i < G_N_ELEMENTS (red_flags); i++)
    {
      YfRedFlag *red_flag = yf_catalogue_find_red_flag (catalogue, red_flags[i].id);
      YfSource *source;
      int since_days;

      g_test_message ("%s, %d days", red_flags[i].id, red_flags[i].days);
      g_assert_nonnull (red_flag);
      g_assert_cmpint (yf_red_flag_get_level (red_flag, red_flags[i].days, &since_days, &source), ==, red_flags[i].level);
      g_assert_cmpint (since_days, ==, red_flags[i].since_days);
      g_assert_cmpstr (source != NULL ? yf_source_get_document (source) : NULL, ==, red_flags[i].source);
      g_assert_cmpint (yf_red_flag_get_needs_days (red_flag), ==, g_str_equal (red_flags[i].id, "leg-pain-days"));
    }
}

static void
test_conditions (void)
{
  static const char * const ids[] = {
    "pregnancy", "postpartum", "lumbar-surgery", "hypertension", "heart-disease", "diabetes", "other-chronic",
    "spondylolisthesis", "lumbar-instability", "spinal-stenosis", "osteoporosis",
    "reduced-sensation", "sensitive-skin",
  };
  g_autoptr (YfCatalogue) catalogue = load_builtin ();

  g_assert_cmpuint (yf_catalogue_get_conditions (catalogue)->len, ==, G_N_ELEMENTS (ids));

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      YfCondition *condition = yf_catalogue_find_condition (catalogue, ids[i]);

      g_assert_nonnull (condition);
      g_assert_cmpstr (yf_condition_get_name (condition), !=, "");
      g_assert_cmpstr (yf_condition_get_description (condition), !=, "");
      g_assert_nonnull (yf_condition_get_source (condition));
    }

  g_assert_null (yf_catalogue_find_condition (catalogue, "no-such-condition"));
}

/* Every file in broken/, with the line and a part of the sentence. */
static const BrokenFile broken[] = {
  { "not-xml.xml", 1, "must begin with an element" },
  { "not-closed.xml", 4, "ended unexpectedly" },
  { "empty.xml", 1, "empty" },
  { "wrong-root.xml", 3, "<rules> has no place here" },
  { "unknown-element.xml", 16, "<stepp> has no place here" },
  { "unknown-attribute.xml", 4, "<exercise> cannot have the attribute “side”" },
  { "unknown-group.xml", 4, "no group “bridges”" },
  { "unknown-posture.xml", 4, "no posture “lying”" },
  { "unknown-phase.xml", 10, "no phase “jump”" },
  { "unknown-source.xml", 11, "no source “005”" },
  { "no-section.xml", 11, "needs the section" },
  { "own-section.xml", 16, "“app” has no section" },
  { "no-name.xml", 4, "needs a <name>" },
  { "empty-name.xml", 5, "<name> is empty" },
  { "two-names.xml", 6, "<name> stands here twice" },
  { "no-dose.xml", 4, "needs a <first-dose>" },
  { "no-repetition.xml", 4, "needs a <repetition>" },
  { "only-rest.xml", 11, "nothing can follow the rest" },
  { "hold-with-seconds.xml", 4, "a hold needs a length" },
  { "dose-without-hold.xml", 4, "a hold needs a length" },
  { "parts-without-times.xml", 14, "each needs its “times”" },
  { "parts-and-dose.xml", 4, "as many repetitions as the parts" },
  { "two-labels.xml", 12, "<label> stands here twice" },
  { "own-no.xml", 4, "“own” can only be “yes”" },
  { "too-often.xml", 4, "“times-a-day” must be a whole number from 1 to 12" },
  { "above-ceiling.xml", 4, "above the ceiling" },
  { "no-sets.xml", 14, "“sets” must be a whole number from 1" },
  { "sets-not-a-number.xml", 14, "not “two”" },
  { "negative-seconds.xml", 8, "“seconds” must be a number of seconds" },
  { "endless-seconds.xml", 8, "not “3000”" },
  { "bad-id.xml", 4, "the id “Lift Up”" },
  { "same-id-twice.xml", 18, "“lift” stands here twice" },
  { "condition-unknown-date.xml", 4, "no date “wedding”" },
  { "flag-no-level.xml", 4, "needs a <level>" },
  { "flag-levels-fall.xml", 7, "levels must rise" },
  { "flag-unknown-level.xml", 6, "no level “soon”" },
  { "pose-angle-too-far.xml", 14, "“knee” must be a whole number from 0 to 135, not “150”" },
  { "pose-angle-unknown.xml", 14, "<leg> cannot have the attribute “elbow”" },
  { "pose-no-ground.xml", 13, "<pose> needs a <ground>" },
  { "pose-unknown-touch.xml", 14, "could touch is called “nose”" },
  { "pose-unknown-like.xml", 13, "no pose “knelt” before this line" },
  { "pose-unknown-side.xml", 14, "“left” or “right”, not “both”" },
  { "pose-same-id-twice.xml", 13, "“up” stands here twice" },
  { "movement-no-exercise.xml", 13, "no exercise “jump”" },
  { "movement-unknown-place.xml", 13, "no place “sea”" },
  { "movement-unknown-attention.xml", 13, "no attention on “nose”" },
  { "movement-breathes-no.xml", 13, "“breathes” can only be “yes”" },
  { "movement-phase-missing.xml", 13, "2 phases, which need a <phase> each" },
  { "movement-gap.xml", 13, "begins with “down”, but what comes before ends with “up”" },
  { "movement-ready-gap.xml", 13, "begins with “down”, but what comes before ends with “up”" },
  { "movement-between-gap.xml", 13, "begins with “up”, but what comes before ends with “down”" },
  { "movement-no-key.xml", 14, "<phase> needs a <key>" },
  { "movement-keys-back.xml", 15, "“at” must be a whole number from 61 to 100" },
  { "movement-key-late.xml", 15, "from 100 to 100" },
  { "movement-unknown-pose.xml", 14, "no pose “sideways”" },
  { "movement-two-ready.xml", 17, "<ready> stands here twice" },
  { "movement-twice.xml", 17, "“lift” stands here twice" },
  { "movement-round-short.xml", 14, "“every” must be a number of seconds from 1 to 300" },
};

static void
test_broken (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "broken", NULL);

  check_broken_files (folder, broken, G_N_ELEMENTS (broken));
}

static const struct
{
  const char *text;
  gint64      value;   /* -1: refused */
} seconds[] = {
  { "1", 1000000 }, { "0.5", 500000 }, { "2.25", 2250000 }, { "1.005", 1005000 }, { "600", 600000000 },
  { "1.0005", -1 }, { "0.4", -1 }, { "601", -1 }, { "1e2", -1 }, { "+1", -1 }, { " 1", -1 }, { ".5", -1 },
  { "1.2.3", -1 }, { "99999999999999999999", -1 }, { "1,5", -1 }, { "nan", -1 },
};

static void
test_seconds (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (seconds); i++)
    {
      g_autofree char *text = g_strdup_printf ("<a s='%s'/>", seconds[i].text);
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autoptr (YfXml) xml = yf_xml_parse ("a", bytes, YF_CATALOGUE_ERROR, 0, NULL);
      g_autoptr (GError) error = NULL;
      gint64 value = -1;

      g_test_message ("%s", seconds[i].text);
      g_assert_cmpint (yf_xml_get_seconds (xml, "s", YF_SECOND / 2, 600 * YF_SECOND, &value, &error), ==, seconds[i].value >= 0);
      g_assert_cmpint (value, ==, seconds[i].value);
      g_assert_cmpint (error == NULL, ==, seconds[i].value >= 0);
    }
}

static void
test_text_is_normalised (void)
{
  static const char text[] = "<a>\n  One  two\n\tthree \n</a>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (YfXml) xml = yf_xml_parse ("a", bytes, YF_CATALOGUE_ERROR, 0, NULL);

  g_assert_cmpstr (yf_xml_get_text (xml), ==, "One two three");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/catalogue/exercises", test_exercises);
  g_test_add_func ("/catalogue/reliefs", test_reliefs);
  g_test_add_func ("/catalogue/parts", test_parts);
  g_test_add_func ("/catalogue/with-own", test_with_own);
  g_test_add_func ("/catalogue/red-flags", test_red_flags);
  g_test_add_func ("/catalogue/conditions", test_conditions);
  g_test_add_func ("/catalogue/broken", test_broken);
  g_test_add_func ("/catalogue/seconds", test_seconds);
  g_test_add_func ("/catalogue/text-is-normalised", test_text_is_normalised);

  return g_test_run ();
}
