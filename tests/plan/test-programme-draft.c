/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "programme-fixture.h"
#include "yf-programme-draft.h"

#define N_DRAFTS 400

static void
assert_same_texts (GPtrArray *a,
                   GPtrArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    g_assert_cmpstr (g_ptr_array_index (a, i), ==, g_ptr_array_index (b, i));
}

static void
assert_same_exercise (YfExercise *a,
                      YfExercise *b)
{
  g_assert_cmpstr (yf_exercise_get_id (a), ==, yf_exercise_get_id (b));
  g_assert_cmpstr (yf_exercise_get_name (a), ==, yf_exercise_get_name (b));
  g_assert_cmpint (yf_exercise_get_posture (a), ==, yf_exercise_get_posture (b));
  g_assert_cmpint (yf_exercise_get_two_sided (a), ==, yf_exercise_get_two_sided (b));
  g_assert_true (yf_dose_equal (yf_exercise_get_first_dose (a), yf_exercise_get_first_dose (b)));
  g_assert_cmpuint (yf_exercise_get_n_phases (a), ==, yf_exercise_get_n_phases (b));
  for (guint i = 0; i < yf_exercise_get_n_phases (a); i++)
    {
      g_assert_cmpint (yf_exercise_get_phase (a, i)->kind, ==, yf_exercise_get_phase (b, i)->kind);
      g_assert_cmpint (yf_exercise_get_phase (a, i)->length, ==, yf_exercise_get_phase (b, i)->length);
    }
}

static void
assert_same_item (const YfProgrammeItem *a,
                  const YfProgrammeItem *b)
{
  assert_same_exercise (a->exercise, b->exercise);
  g_assert_true (yf_dose_equal (&a->dose, &b->dose));
  g_assert_true (yf_dose_equal (&a->cap, &b->cap));
  g_assert_cmpint (a->above_ceiling, ==, b->above_ceiling);
  g_assert_cmpint (a->pace.tempo, ==, b->pace.tempo);
  g_assert_cmpint (a->pace.rep_rest, ==, b->pace.rep_rest);
  g_assert_cmpint (a->pace.set_rest, ==, b->pace.set_rest);
  assert_same_texts (a->notes, b->notes);
}

static void
assert_same_clearance (const YfProgrammeClearance *a,
                       const YfProgrammeClearance *b)
{
  g_assert_cmpint (a->above_ceiling, ==, b->above_ceiling);
  g_assert_cmpstr (yf_clearance_get_clinician (a->clearance), ==, yf_clearance_get_clinician (b->clearance));
  g_assert_cmpint (yf_clearance_get_date (a->clearance), ==, yf_clearance_get_date (b->clearance));
  g_assert_cmpint (yf_clearance_get_until (a->clearance), ==, yf_clearance_get_until (b->clearance));
  g_assert_cmpstrv ((GStrv) yf_clearance_get_conditions (a->clearance),
                    (GStrv) yf_clearance_get_conditions (b->clearance));
  g_assert_cmpstrv ((GStrv) yf_clearance_get_exercises (a->clearance),
                    (GStrv) yf_clearance_get_exercises (b->clearance));
}

/* Two programmes say the same. */
static void
assert_same (YfProgramme *a,
             YfProgramme *b)
{
  const YfProgrammeSchedule *schedule_a = yf_programme_get_schedule (a);
  const YfProgrammeSchedule *schedule_b = yf_programme_get_schedule (b);

  g_assert_cmpstr (yf_programme_get_name (a), ==, yf_programme_get_name (b));
  g_assert_cmpstr (yf_programme_get_clinician (a), ==, yf_programme_get_clinician (b));
  g_assert_cmpint (yf_programme_get_date (a), ==, yf_programme_get_date (b));
  g_assert_cmpint (yf_programme_get_from (a), ==, yf_programme_get_from (b));
  g_assert_cmpint (yf_programme_get_until (a), ==, yf_programme_get_until (b));
  assert_same_texts (yf_programme_get_notes (a), yf_programme_get_notes (b));

  g_assert_cmpuint (yf_programme_get_own (a)->len, ==, yf_programme_get_own (b)->len);
  for (guint i = 0; i < yf_programme_get_own (a)->len; i++)
    assert_same_exercise (g_ptr_array_index (yf_programme_get_own (a), i),
                          g_ptr_array_index (yf_programme_get_own (b), i));

  g_assert_cmpuint (yf_programme_get_items (a)->len, ==, yf_programme_get_items (b)->len);
  for (guint i = 0; i < yf_programme_get_items (a)->len; i++)
    assert_same_item (g_ptr_array_index (yf_programme_get_items (a), i),
                      g_ptr_array_index (yf_programme_get_items (b), i));

  g_assert_cmpuint (yf_programme_get_bans (a)->len, ==, yf_programme_get_bans (b)->len);
  for (guint i = 0; i < yf_programme_get_bans (a)->len; i++)
    {
      const YfProgrammeBan *ban_a = g_ptr_array_index (yf_programme_get_bans (a), i);
      const YfProgrammeBan *ban_b = g_ptr_array_index (yf_programme_get_bans (b), i);

      g_assert_cmpstr (ban_a->exercise, ==, ban_b->exercise);
      g_assert_cmpstr (ban_a->note, ==, ban_b->note);
    }

  g_assert_cmpint (schedule_a->days_a_week, ==, schedule_b->days_a_week);
  g_assert_cmpuint (schedule_a->weekdays, ==, schedule_b->weekdays);
  g_assert_cmpint (schedule_a->times_a_day, ==, schedule_b->times_a_day);
  g_assert_cmpint (yf_programme_get_pain_stop (a), ==, yf_programme_get_pain_stop (b));
  g_assert_cmpint (yf_programme_get_pain_rest (a), ==, yf_programme_get_pain_rest (b));

  g_assert_cmpuint (yf_programme_get_clearances (a)->len, ==, yf_programme_get_clearances (b)->len);
  for (guint i = 0; i < yf_programme_get_clearances (a)->len; i++)
    assert_same_clearance (g_ptr_array_index (yf_programme_get_clearances (a), i),
                           g_ptr_array_index (yf_programme_get_clearances (b), i));
}

/* Words with everything in them that XML would stumble over. */
static char *
pick_words (GRand *rand)
{
  static const char * const words[] = {
    "slowly", "膝盖", "<b>", "a&b", "\"quoted\"", "it’s", "'", "]]>", "&amp;", "—", "ﬁ", "3 < 5", "é",
  };
  g_autoptr (GString) text = g_string_new (words[g_rand_int_range (rand, 0, 2)]);
  int n = g_rand_int_range (rand, 0, 6);

  for (int i = 0; i < n; i++)
    g_string_append_printf (text, " %s", words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_notes (GRand     *rand,
           GPtrArray *notes)
{
  for (int n = g_rand_int_range (rand, 0, 3); n > 0; n--)
    g_ptr_array_add (notes, pick_words (rand));
}

static void
set_number (char **text,
            int    number)
{
  g_free (*text);
  *text = g_strdup_printf ("%d", number);
}

static void
add_random_item (GRand            *rand,
                 YfProgrammeDraft *draft,
                 YfExercise       *exercise,
                 gboolean          lifted)
{
  const YfDose *ceiling = yf_exercise_get_ceiling (exercise);
  const YfPace usual = { 0, };
  YfProgrammeDraftItem *item;
  YfDose cap = *ceiling;
  YfDose dose;

  if (lifted)
    cap = (YfDose) { YF_PROGRAMME_MAX_SETS, YF_PROGRAMME_MAX_REPS, MAX (ceiling->hold, YF_PROGRAMME_MAX_HOLD) };
  cap.sets = g_rand_int_range (rand, 1, cap.sets + 1);
  cap.reps = g_rand_int_range (rand, 1, cap.reps + 1);
  if (yf_exercise_has_hold (exercise))
    cap.hold = g_rand_int_range (rand, 1, (int) (cap.hold / YF_SECOND) + 1) * YF_SECOND;
  else
    cap.hold = 0;
  dose.sets = g_rand_int_range (rand, 1, cap.sets + 1);
  dose.reps = g_rand_int_range (rand, 1, cap.reps + 1);
  dose.hold = cap.hold > YF_SECOND ? cap.hold - g_rand_int_range (rand, 0, 2) * YF_SECOND / 2 : cap.hold;

  item = yf_programme_draft_add_item (draft, exercise, &dose, &usual);
  if (g_rand_boolean (rand))
    {
      set_number (&item->cap.sets, cap.sets);
      set_number (&item->cap.reps, cap.reps);
      if (yf_exercise_has_hold (exercise))
        set_number (&item->cap.hold, (int) (cap.hold / YF_SECOND));
    }
  if (g_rand_boolean (rand))
    set_number (&item->tempo, 100 + 25 * g_rand_int_range (rand, 0, 5));
  add_notes (rand, item->notes);
}

/* Something that a file may say, whatever it is. */
static YfProgrammeDraft *
create_draft (GRand       *rand,
              YfCatalogue *catalogue)
{
  static const char * const conditions[][3] = {
    { "pregnancy", NULL, NULL }, { "acute", "hypertension", NULL }, { "osteoporosis", NULL, NULL },
  };
  static const char * const everything[] = { "*", NULL };
  static const char * const nothing[] = { NULL };
  YfProgrammeDraft *draft = yf_programme_draft_new ();
  GPtrArray *exercises = yf_catalogue_get_exercises (catalogue);
  gboolean lifted = g_rand_int_range (rand, 0, 3) == 0;

  draft->name = pick_words (rand);
  draft->clinician = pick_words (rand);
  draft->date = g_rand_int_range (rand, 700000, 750000);
  if (g_rand_boolean (rand))
    draft->from = draft->date + g_rand_int_range (rand, 0, 30);
  if (g_rand_boolean (rand))
    draft->until = MAX (draft->date, draft->from) + g_rand_int_range (rand, 0, 200);
  add_notes (rand, draft->notes);

  for (int n = g_rand_int_range (rand, 0, 3); n > 0; n--)
    {
      g_autoptr (YfDraft) own = yf_draft_new ();
      g_autoptr (YfExercise) exercise = NULL;
      g_autofree char *id = g_strdup_printf ("pt-%d", n);

      own->posture = g_rand_int_range (rand, YF_POSTURE_SUPINE, YF_POSTURE_STANDING + 1);
      own->two_sided = g_rand_boolean (rand);
      own->raise = g_rand_int_range (rand, 0, 5);
      own->hold = g_rand_int_range (rand, 1, YF_DRAFT_MAX_HOLD + 1);
      own->lower = own->raise;
      g_free (own->name);
      own->name = g_strdup_printf ("Own & %d", n);
      exercise = yf_draft_to_exercise (own, id, NULL);
      g_assert_nonnull (exercise);
      if (g_rand_boolean (rand))
        add_random_item (rand, draft, exercise, lifted);
      else
        yf_programme_draft_add_own (draft, exercise);
    }

  for (guint i = 0; i < exercises->len; i++)
    {
      YfExercise *exercise = g_ptr_array_index (exercises, i);
      int choice = g_rand_int_range (rand, 0, 4);
      g_autofree char *why = NULL;

      if (choice == 1)
        {
          add_random_item (rand, draft, exercise, lifted);
        }
      else if (choice == 2)
        {
          why = g_rand_boolean (rand) ? pick_words (rand) : NULL;
          yf_programme_draft_add_ban (draft, yf_exercise_get_id (exercise), why);
        }
    }
  if (draft->items->len == 0 && draft->bans->len == 0)
    yf_programme_draft_add_ban (draft, "heat", NULL);

  if (g_rand_boolean (rand))
    draft->weekdays = (guint) g_rand_int_range (rand, 1, 128);
  else if (g_rand_boolean (rand))
    set_number (&draft->days_a_week, g_rand_int_range (rand, 1, 8));
  if (g_rand_boolean (rand))
    set_number (&draft->times_a_day, g_rand_int_range (rand, 1, 7));
  if (g_rand_boolean (rand))
    set_number (&draft->stop_at, g_rand_int_range (rand, 1, 11));
  if (g_rand_boolean (rand))
    set_number (&draft->rest_at, g_rand_int_range (rand, 1, 11));

  if (lifted)
    yf_programme_draft_add_clearance (draft, nothing, everything, YF_DAY_NONE, TRUE);
  if (g_rand_boolean (rand))
    {
      guint which = (guint) g_rand_int_range (rand, 0, G_N_ELEMENTS (conditions));

      yf_programme_draft_add_clearance (draft, conditions[which], everything,
                                        g_rand_boolean (rand) ? draft->date + 7 : YF_DAY_NONE, FALSE);
    }

  return draft;
}

/* Whatever is written is read as it was meant, and written again it is the same. */
static void
test_round_trip (void)
{
  g_autoptr (YfCatalogue) catalogue = fixture_get_catalogue ();

  for (guint seed = 1; seed <= N_DRAFTS; seed++)
    {
      GRand *rand = g_rand_new_with_seed (seed);
      g_autoptr (YfProgrammeDraft) draft = create_draft (rand, catalogue);
      g_autoptr (YfProgrammeDraft) copy = NULL;
      g_autoptr (YfProgramme) programme = NULL;
      g_autoptr (YfProgramme) again = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *xml = NULL;
      g_autofree char *xml_again = NULL;
      YfProgrammePlace place;

      g_rand_free (rand);
      programme = yf_programme_draft_check (draft, catalogue, &place, &error);
      if (programme == NULL)
        g_test_message ("seed %u: %s", seed, error->message);
      g_assert_no_error (error);

      /* As it was meant */
      g_assert_cmpstr (yf_programme_get_name (programme), ==, draft->name);
      g_assert_cmpstr (yf_programme_get_clinician (programme), ==, draft->clinician);
      assert_same_texts (yf_programme_get_notes (programme), draft->notes);
      g_assert_cmpuint (yf_programme_get_items (programme)->len, ==, draft->items->len);
      for (guint i = 0; i < draft->items->len; i++)
        {
          const YfProgrammeDraftItem *meant = g_ptr_array_index (draft->items, i);
          const YfProgrammeItem *item = g_ptr_array_index (yf_programme_get_items (programme), i);
          g_autofree char *sets = g_strdup_printf ("%d", item->dose.sets);
          g_autofree char *reps = g_strdup_printf ("%d", item->dose.reps);

          g_assert_cmpstr (yf_exercise_get_id (item->exercise), ==, meant->exercise);
          g_assert_cmpstr (sets, ==, meant->dose.sets);
          g_assert_cmpstr (reps, ==, meant->dose.reps);
          if (meant->dose.hold != NULL)
            g_assert_cmpfloat (item->dose.hold / (double) YF_SECOND, ==, g_ascii_strtod (meant->dose.hold, NULL));
          else
            g_assert_cmpint (item->dose.hold, ==, 0);
          assert_same_texts (item->notes, meant->notes);
        }

      xml = yf_programme_to_xml (programme);
      again = fixture_parse (catalogue, xml, NULL);
      assert_same (programme, again);
      xml_again = yf_programme_to_xml (again);
      g_assert_cmpstr (xml, ==, xml_again);
    }
}

/* The files of others survive it too. */
static void
test_files (void)
{
  static const char * const names[] = { "whole", "least", "mark" };
  g_autoptr (YfCatalogue) catalogue = fixture_get_catalogue ();

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *full = g_strconcat (names[i], ".yanfei", NULL);
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "programmes", "valid", full, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GError) error = NULL;
      g_autoptr (YfProgramme) programme = yf_programme_new_from_file (catalogue, file, &error);
      g_autofree char *xml = NULL;
      g_autoptr (YfProgramme) again = NULL;

      g_assert_no_error (error);
      xml = yf_programme_to_xml (programme);
      again = fixture_parse (catalogue, xml, NULL);
      assert_same (programme, again);
    }
}

typedef struct
{
  const char      *what;
  YfProgrammePart  part;
  guint            index;
  const char      *attribute;
  const char      *message;
} Wrong;

/* A draft that will do, with one thing in it that will not. */
static void
spoil (YfProgrammeDraft *draft,
       const char       *what)
{
  YfProgrammeDraftItem *plank = yf_programme_draft_find_item (draft, "plank");
  static const char * const pregnancy[] = { "pregnancy", NULL };
  static const char * const nothing[] = { NULL };

  if (g_str_equal (what, "no-name"))
    g_clear_pointer (&draft->name, g_free);
  else if (g_str_equal (what, "no-date"))
    draft->date = YF_DAY_NONE;
  else if (g_str_equal (what, "too-early"))
    draft->from = draft->date - 1;
  else if (g_str_equal (what, "sets-word"))
    plank->dose.sets = (g_free (plank->dose.sets), g_strdup ("two"));
  else if (g_str_equal (what, "reps-empty"))
    g_clear_pointer (&plank->dose.reps, g_free);
  else if (g_str_equal (what, "above"))
    plank->dose.hold = (g_free (plank->dose.hold), g_strdup ("90"));
  else if (g_str_equal (what, "cap-below"))
    plank->cap.reps = g_strdup ("1");
  else if (g_str_equal (what, "hurried"))
    plank->tempo = g_strdup ("50");
  else if (g_str_equal (what, "control"))
    g_ptr_array_add (plank->notes, g_strdup ("a\xe2\x80\x8b" "b"));
  else if (g_str_equal (what, "days"))
    draft->days_a_week = g_strdup ("8");
  else if (g_str_equal (what, "stop"))
    draft->stop_at = g_strdup ("0");
  else if (g_str_equal (what, "nobody"))
    yf_programme_draft_add_clearance (draft, pregnancy, nothing, YF_DAY_NONE, FALSE);
  else if (g_str_equal (what, "banned"))
    yf_programme_draft_add_ban (draft, "plank", NULL);
  else if (g_str_equal (what, "empty"))
    {
      g_ptr_array_set_size (draft->items, 0);
      g_ptr_array_set_size (draft->bans, 0);
    }
  else
    g_assert_not_reached ();
}

/* What is wrong is told of the part and the field where it is, without a line, which
 * nobody sees. */
static void
test_places (void)
{
  static const Wrong cases[] = {
    { "no-name", YF_PROGRAMME_PART_WHOLE, 0, "name", "<programme> needs" },
    { "no-date", YF_PROGRAMME_PART_WHOLE, 0, "date", "<programme> needs" },
    { "too-early", YF_PROGRAMME_PART_WHOLE, 0, NULL, "The programme begins before it was given" },
    { "sets-word", YF_PROGRAMME_PART_DOSE, 1, "sets", "not “two”" },
    { "reps-empty", YF_PROGRAMME_PART_DOSE, 1, "reps", "<dose> needs" },
    { "above", YF_PROGRAMME_PART_DOSE, 1, NULL, "The most for Plank" },
    { "cap-below", YF_PROGRAMME_PART_DOSE, 1, NULL, "The dose is more" },
    { "hurried", YF_PROGRAMME_PART_PACE, 1, NULL, "100%" },
    { "control", YF_PROGRAMME_PART_ITEM_NOTE, 1, NULL, "cannot be read" },
    { "days", YF_PROGRAMME_PART_SCHEDULE, 0, "days-a-week", "from 1 to 7" },
    { "stop", YF_PROGRAMME_PART_PAIN, 0, "stop-at", "from 1 to 10" },
    { "nobody", YF_PROGRAMME_PART_CLEARANCE, 0, "exercises", "needs the attribute" },
    { "banned", YF_PROGRAMME_PART_BAN, 1, NULL, "both prescribed and forbidden" },
    { "empty", YF_PROGRAMME_PART_WHOLE, 0, NULL, "neither asks" },
  };
  g_autoptr (YfCatalogue) catalogue = fixture_get_catalogue ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      static const char * const ids[] = { "abdominal-breathing", "plank" };
      g_autoptr (YfProgrammeDraft) draft = yf_programme_draft_new ();
      g_autoptr (YfProgramme) programme = NULL;
      g_autoptr (YfProgramme) spoilt = NULL;
      g_autoptr (GError) error = NULL;
      const YfPace usual = { 0, };
      YfProgrammePlace place;

      draft->name = g_strdup ("A programme");
      draft->clinician = g_strdup ("Li Wen");
      draft->date = 740000;
      for (gsize j = 0; j < G_N_ELEMENTS (ids); j++)
        {
          YfExercise *exercise = yf_catalogue_find_exercise (catalogue, ids[j]);

          yf_programme_draft_add_item (draft, exercise, yf_exercise_get_first_dose (exercise), &usual);
        }
      yf_programme_draft_add_ban (draft, "heat", NULL);
      programme = yf_programme_draft_check (draft, catalogue, &place, &error);
      g_assert_no_error (error);

      spoil (draft, cases[i].what);
      spoilt = yf_programme_draft_check (draft, catalogue, &place, &error);
      g_assert_null (spoilt);
      g_assert_error (error, YF_PROGRAMME_ERROR, YF_PROGRAMME_ERROR_INVALID);
      g_test_message ("%s: %s", cases[i].what, error->message);
      g_assert_nonnull (strstr (error->message, cases[i].message));
      g_assert_null (strstr (error->message, "programme:"));
      g_assert_cmpint (place.part, ==, cases[i].part);
      g_assert_cmpuint (place.index, ==, cases[i].index);
      g_assert_cmpstr (place.attribute, ==, cases[i].attribute);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/programme-draft/round-trip", test_round_trip);
  g_test_add_func ("/programme-draft/files", test_files);
  g_test_add_func ("/programme-draft/places", test_places);

  return g_test_run ();
}
