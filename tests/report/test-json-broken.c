/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "json-fixture.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "yf-log-json.h"
#include "yf-report.h"

/* An export that is broken anywhere is refused with its place. */

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
  g_autofree char *path = json_fixture_write_file ("broken.json", text, length);
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
  g_autofree char *good = json_fixture_make_text (log);

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
  g_autofree char *good = json_fixture_make_text (log);
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
  g_autofree char *path = json_fixture_write_file ("large.json", "[", 1);
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
  g_autofree char *path = json_fixture_get_path ("nowhere.json");
  g_autoptr (GError) error = NULL;

  g_assert_null (yf_log_from_file (path, fixture_get_catalogue (), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, path));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/json/broken", test_broken);
  g_test_add_func ("/report/json/cut-short", test_cut_short);
  g_test_add_func ("/report/json/hostile", test_hostile);
  g_test_add_func ("/report/json/large", test_large);
  g_test_add_func ("/report/json/missing", test_missing);

  return json_fixture_run ();
}
