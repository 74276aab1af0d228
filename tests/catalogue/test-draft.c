/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-draft.h"

/* Exercises of a person's own: what is written comes out of the parser, with
 * the strictest group, and what will not do is told at its field. */

#define GOOD { .name = (char *) "Cat stretch", .raise = 2, .hold = 3, .lower = 2, .rest = 1, .sets = 2, .reps = 10 }

static void
assert_same (const YfDraft *a,
             const YfDraft *b)
{
  g_assert_cmpstr (a->name, ==, b->name);
  g_assert_cmpint (a->posture, ==, b->posture);
  g_assert_cmpint (a->two_sided, ==, b->two_sided);
  g_assert_cmpint (a->raise, ==, b->raise);
  g_assert_cmpint (a->hold, ==, b->hold);
  g_assert_cmpint (a->lower, ==, b->lower);
  g_assert_cmpint (a->rest, ==, b->rest);
  g_assert_cmpint (a->sets, ==, b->sets);
  g_assert_cmpint (a->reps, ==, b->reps);
}

static void
assert_round (const YfDraft *draft)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YfExercise) exercise = yf_draft_to_exercise (draft, "own-1", &error);
  g_autoptr (YfDraft) back = NULL;
  const YfDose *dose;

  g_assert_no_error (error);
  back = yf_draft_new_from_exercise (exercise);
  assert_same (draft, back);
  dose = yf_exercise_get_first_dose (exercise);
  g_assert_true (yf_dose_equal (dose, yf_exercise_get_ceiling (exercise)));
  g_assert_true (yf_exercise_is_own (exercise));
  g_assert_true (yf_source_is_own (yf_exercise_get_dose_source (exercise)));
  g_assert_true (yf_source_is_own (yf_exercise_get_ceiling_source (exercise)));
  g_assert_cmpint (yf_exercise_get_group (exercise), ==, yf_draft_get_group (draft->posture));
  g_assert_cmpuint (yf_exercise_get_cautions (exercise)->len, >, 0);
}

static void
test_names (void)
{
  static const char * const names[] = {
    "Cat stretch", "猫式伸展", "<name>", "</name></exercise>", "a & b", "&amp;", "&#x41;", "\"quoted\"", "it's",
    "]]>", "<!-- no -->", "<?php ?>", "%s%n%d", "own=\"no\" group=\"breathing\"", "/", "'; DROP TABLE own_exercise; --",
    "e\xcc\x81\xf0\x9f\x90\x88",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      YfDraft draft = GOOD;

      draft.name = (char *) names[i];
      assert_round (&draft);
    }
}

/* Every posture, one side and two, with every phase there and not. */
static void
test_shapes (void)
{
  for (int posture = YF_POSTURE_SUPINE; posture <= YF_POSTURE_STANDING; posture++)
    for (int shape = 0; shape < 32; shape++)
      {
        YfDraft draft = GOOD;

        draft.posture = posture;
        draft.two_sided = (shape & 1) != 0;
        draft.raise = (shape & 2) != 0 ? YF_DRAFT_MAX_PHASE : 0;
        draft.hold = (shape & 4) != 0 ? YF_DRAFT_MAX_HOLD : 0;
        draft.lower = (shape & 8) != 0 ? 1 : 0;
        draft.rest = (shape & 16) != 0 ? YF_DRAFT_MAX_PHASE : 0;
        draft.sets = 1 + shape % YF_DRAFT_MAX_SETS;
        draft.reps = 1 + shape % YF_DRAFT_MAX_REPS;
        if (draft.raise + draft.hold + draft.lower > 0)
          assert_round (&draft);
      }

  g_assert_cmpint (yf_draft_get_group (YF_POSTURE_SUPINE), ==, YF_GROUP_SWALLOW);
  g_assert_cmpint (yf_draft_get_group (YF_POSTURE_SIDE), ==, YF_GROUP_SWALLOW);
  g_assert_cmpint (yf_draft_get_group (YF_POSTURE_PRONE), ==, YF_GROUP_SWALLOW);
  g_assert_cmpint (yf_draft_get_group (YF_POSTURE_STANDING), ==, YF_GROUP_PLANK);
}

static const struct
{
  const char   *name;
  int           raise, hold, lower, rest, sets, reps;
  YfDraftError  code;
} refused[] = {
  { "", 2, 2, 2, 2, 1, 5, YF_DRAFT_ERROR_NAME },
  { " ", 2, 2, 2, 2, 1, 5, YF_DRAFT_ERROR_NAME },
  { " cat", 2, 2, 2, 2, 1, 5, YF_DRAFT_ERROR_NAME },
  { "cat  stretch", 2, 2, 2, 2, 1, 5, YF_DRAFT_ERROR_NAME },
  { "cat\nstretch", 2, 2, 2, 2, 1, 5, YF_DRAFT_ERROR_NAME },
  { "cat\x01", 2, 2, 2, 2, 1, 5, YF_DRAFT_ERROR_NAME },
  { "\xff\xfe", 2, 2, 2, 2, 1, 5, YF_DRAFT_ERROR_NAME },
  { "1234567890123456789012345678901234567890123456789012345678901", 2, 2, 2, 2, 1, 5, YF_DRAFT_ERROR_NAME },
  { "cat", -1, 2, 2, 2, 1, 5, YF_DRAFT_ERROR_RAISE },
  { "cat", 61, 2, 2, 2, 1, 5, YF_DRAFT_ERROR_RAISE },
  { "cat", 0, 0, 0, 2, 1, 5, YF_DRAFT_ERROR_RAISE },
  { "cat", 2, -1, 2, 2, 1, 5, YF_DRAFT_ERROR_HOLD },
  { "cat", 2, 31, 2, 2, 1, 5, YF_DRAFT_ERROR_HOLD },
  { "cat", 2, 2, -1, 2, 1, 5, YF_DRAFT_ERROR_LOWER },
  { "cat", 2, 2, 61, 2, 1, 5, YF_DRAFT_ERROR_LOWER },
  { "cat", 2, 2, 2, -1, 1, 5, YF_DRAFT_ERROR_REST },
  { "cat", 2, 2, 2, 61, 1, 5, YF_DRAFT_ERROR_REST },
  { "cat", 2, 2, 2, 2, 0, 5, YF_DRAFT_ERROR_SETS },
  { "cat", 2, 2, 2, 2, 4, 5, YF_DRAFT_ERROR_SETS },
  { "cat", 2, 2, 2, 2, 1, 0, YF_DRAFT_ERROR_REPS },
  { "cat", 2, 2, 2, 2, 1, 16, YF_DRAFT_ERROR_REPS },
  { "cat", G_MAXINT, G_MAXINT, G_MAXINT, G_MAXINT, 1, 1, YF_DRAFT_ERROR_RAISE },
};

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      const YfDraft draft = {
        .name = (char *) refused[i].name,
        .raise = refused[i].raise,
        .hold = refused[i].hold,
        .lower = refused[i].lower,
        .rest = refused[i].rest,
        .sets = refused[i].sets,
        .reps = refused[i].reps,
      };
      g_autoptr (GError) error = NULL;

      g_assert_null (yf_draft_to_exercise (&draft, "own-1", &error));
      g_assert_error (error, YF_DRAFT_ERROR, (int) refused[i].code);
    }
}

/* What is in the log may have been written by another hand. */
static void
test_tampered (void)
{
  static const struct
  {
    const char *from;
    const char *to;
  } changes[] = {
    { "group=\"swallow\"", "group=\"breathing\"" },
    { "group=\"swallow\"", "group=\"relief\"" },
    { "own=\"yes\"", "" },
    { "own-1", "own-2" },
    { "own-1", "abdominal-breathing" },
    { "<ceiling sets=\"2\"", "<ceiling sets=\"20\"" },
    { "sets=\"2\"", "sets=\"20\"" },
    { "<name>", "<name" },
    { "</exercise>", "" },
    { "</exercise>", "</exercise><condition/>" },
  };
  const YfDraft draft = GOOD;
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = yf_draft_to_xml (&draft, "own-1", &error);
  g_autoptr (YfExercise) whole = yf_draft_read_xml (xml, "own-1", &error);

  g_assert_no_error (error);
  g_assert_nonnull (whole);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (GString) changed = g_string_new (xml);
      g_autoptr (GError) refusal = NULL;

      g_assert_cmpuint (g_string_replace (changed, changes[i].from, changes[i].to, 0), >, 0);
      g_assert_null (yf_draft_read_xml (changed->str, "own-1", &refusal));
      g_assert_error (refusal, YF_DRAFT_ERROR, YF_DRAFT_ERROR_INVALID);
    }
}

static void
test_new (void)
{
  g_autoptr (YfDraft) draft = yf_draft_new ();

  g_free (draft->name);
  draft->name = g_strdup ("x");
  assert_round (draft);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/draft/new", test_new);
  g_test_add_func ("/draft/names", test_names);
  g_test_add_func ("/draft/shapes", test_shapes);
  g_test_add_func ("/draft/refused", test_refused);
  g_test_add_func ("/draft/tampered", test_tampered);

  return g_test_run ();
}
