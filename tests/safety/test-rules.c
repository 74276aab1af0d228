/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "yf-rules.h"

/* Every file in broken/, with the line and a part of the sentence. */
static const struct
{
  const char *file;
  int         line;
  const char *message;
} broken[] = {
  { "wrong-root.xml", 3, "<catalogue> has no place here" },
  { "no-trigger.xml", 4, "must say when it applies" },
  { "two-triggers.xml", 4, "cannot stand in one row" },
  { "unknown-stage.xml", 4, "no stage “sore”" },
  { "unknown-condition.xml", 4, "no condition “stenosis”" },
  { "unknown-strength.xml", 4, "no back strength “sore”" },
  { "days-without-date.xml", 4, "“diabetes” has no date" },
  { "pain-out-of-range.xml", 4, "from 1 to 10, not “11”" },
  { "not-yes.xml", 4, "can only be “yes”" },
  { "unknown-attribute.xml", 4, "cannot have the attribute “from”" },
  { "unknown-triage.xml", 4, "no level “soon”" },
  { "unknown-group.xml", 5, "no group “planks”" },
  { "group-twice.xml", 9, "a group or exercise stands twice" },
  { "allowed.xml", 5, "not “allowed”" },
  { "unknown-verdict.xml", 5, "not “forbidden”" },
  { "unknown-source.xml", 5, "no source “1”" },
  { "no-text.xml", 5, "needs a <text>" },
  { "no-cell.xml", 4, "needs a <cell>" },
  { "same-row-twice.xml", 10, "“acute” stands here twice" },
  { "cut-off.xml", 5, "" },
  { "groups-and-exercises.xml", 5, "“groups” or for “exercises”" },
  { "unknown-exercise.xml", 5, "no exercise “bridge”" },
  { "onset-known.xml", 4, "can only be “unknown”" },
};

static void
test_broken (void)
{
  g_autoptr (YfCatalogue) catalogue = yf_catalogue_new_builtin (NULL);
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "broken", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_files = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *path = g_build_filename (folder, broken[i].file, NULL);
      g_autofree char *prefix = g_strdup_printf ("%s:%d: ", broken[i].file, broken[i].line);
      g_autofree char *text = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (path, &text, &length, NULL));
      bytes = g_bytes_new (text, length);

      g_assert_null (yf_rules_new_from_bytes (catalogue, broken[i].file, bytes, &error));
      g_test_message ("%s", error->message);
      g_assert_error (error, YF_RULES_ERROR, YF_RULES_ERROR_INVALID);
      g_assert_true (g_str_has_prefix (error->message, prefix));
      g_assert_nonnull (strstr (error->message, broken[i].message));
    }

  while (g_dir_read_name (dir) != NULL)
    n_files++;
  g_assert_cmpuint (n_files, ==, G_N_ELEMENTS (broken));
}

static void
test_profile_check (void)
{
  static const char * const none[] = { NULL };
  static const char * const acute[] = { "acute", NULL };
  static const char * const all[] = { "*", NULL };
  static const char * const wrong[] = { "no-such-thing", NULL };
  const struct
  {
    const char         *clinician;
    YfDay               date;
    const char * const *conditions;
    const char * const *exercises;
    YfDay               until;
    gboolean            valid;
  } clearances[] = {
    { "Dr. Li", 100, acute, all, YF_DAY_NONE, TRUE },
    { "Dr. Li", 100, acute, all, 100, TRUE },
    { "", 100, acute, all, YF_DAY_NONE, FALSE },
    { "Dr. Li", 101, acute, all, YF_DAY_NONE, FALSE },
    { "Dr. Li", 100, none, all, YF_DAY_NONE, FALSE },
    { "Dr. Li", 100, acute, none, YF_DAY_NONE, FALSE },
    { "Dr. Li", 100, wrong, all, YF_DAY_NONE, FALSE },
    { "Dr. Li", 100, acute, wrong, YF_DAY_NONE, FALSE },
    { "Dr. Li", 100, acute, all, 99, FALSE },
  };
  g_autoptr (YfCatalogue) catalogue = yf_catalogue_new_builtin (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (clearances); i++)
    {
      g_autoptr (YfProfile) profile = yf_profile_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (YfClearance) clearance =
        yf_clearance_new (clearances[i].clinician, clearances[i].date, clearances[i].conditions,
                          clearances[i].exercises, clearances[i].until);

      yf_profile_add_clearance (profile, clearance);
      g_assert_cmpint (yf_profile_check (profile, catalogue, 100, &error), ==, clearances[i].valid);
      g_assert_cmpint (error == NULL, ==, clearances[i].valid);
    }
}

/* Each date alone: today is fine, tomorrow is not, and nobody knows is. */
static void
test_profile_dates (void)
{
  static void (* const setters[]) (YfProfile *, YfDay) = {
    yf_profile_set_onset, yf_profile_set_relief, yf_profile_set_treatment_start,
    yf_profile_set_surgery, yf_profile_set_birth,
  };
  g_autoptr (YfCatalogue) catalogue = yf_catalogue_new_builtin (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (setters); i++)
    {
      g_autoptr (YfProfile) profile = yf_profile_new ();
      g_autoptr (GError) error = NULL;

      setters[i] (profile, 100);
      g_assert_true (yf_profile_check (profile, catalogue, 100, NULL));
      setters[i] (profile, YF_DAY_UNKNOWN);
      g_assert_true (yf_profile_check (profile, catalogue, 100, NULL));
      setters[i] (profile, 101);
      g_assert_true (yf_profile_check (profile, catalogue, YF_DAY_NONE, NULL));
      g_assert_false (yf_profile_check (profile, catalogue, 100, &error));
      g_assert_error (error, YF_PROFILE_ERROR, YF_PROFILE_ERROR_INVALID);
    }
}

static void
test_profile_unknown_ids (void)
{
  g_autoptr (YfCatalogue) catalogue = yf_catalogue_new_builtin (NULL);
  g_autoptr (YfProfile) one = yf_profile_new ();
  g_autoptr (YfProfile) other = yf_profile_new ();
  g_autoptr (YfAssessment) assessment = yf_assessment_new ("radiatin", "Dr. Li", 100);
  g_autoptr (GError) error = NULL;

  yf_profile_set_condition (one, "stenosis", TRUE);
  g_assert_false (yf_profile_check (one, catalogue, 100, &error));
  g_assert_error (error, YF_PROFILE_ERROR, YF_PROFILE_ERROR_UNKNOWN_ID);
  g_clear_error (&error);

  yf_profile_add_assessment (other, assessment);
  g_assert_false (yf_profile_check (other, catalogue, 100, &error));
  g_assert_error (error, YF_PROFILE_ERROR, YF_PROFILE_ERROR_UNKNOWN_ID);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/safety/rules/broken", test_broken);
  g_test_add_func ("/safety/profile/check", test_profile_check);
  g_test_add_func ("/safety/profile/dates", test_profile_dates);
  g_test_add_func ("/safety/profile/unknown-ids", test_profile_unknown_ids);

  return g_test_run ();
}
