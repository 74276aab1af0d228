/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-cli.h"

#include <glib/gi18n-lib.h>
#include <libintl.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "yf-draft.h"

typedef struct
{
  const char  *name;
  YfExit     (*run) (YfCli *, int, char **);
  const char  *summary;
} Command;

static const Command commands[] = {
  { "exercises", yf_cli_exercises, N_("List the exercises and where they come from") },
  { "profile", yf_cli_profile, N_("Show or change what is known about you") },
  { "check", yf_cli_check, N_("Say whether an exercise is for you") },
  { "today", yf_cli_today, N_("Show what today holds, and why") },
  { "session", yf_cli_session, N_("Do a guided session") },
  { "log", yf_cli_log, N_("Show what was done") },
  { "export", yf_cli_export, N_("Hand the log over: PDF, CSV, Excel, FHIR or JSON") },
  { "import", yf_cli_import, N_("Read an export in JSON back in") },
  { "programme", yf_cli_programme, N_("Look at a physiotherapist’s programme, or follow it") },
  { "backup", yf_cli_backup, N_("Copy the whole log to a file") },
  { "restore", yf_cli_restore, N_("Put a backup in the place of the log") },
  { "doctor", yf_cli_doctor, N_("Look whether everything is in order") },
  { "demo", yf_cli_demo, N_("Fill an empty folder with a made-up log") },
};

static void
cli_clear (YfCli *self)
{
  g_clear_pointer (&self->data_dir, g_free);
  g_clear_pointer (&self->programme, yf_programme_unref);
  g_clear_pointer (&self->rules, yf_rules_unref);
  g_clear_pointer (&self->catalogue, yf_catalogue_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YfCli, cli_clear)

static void
set_up_locale (void)
{
  const char *localedir = g_getenv ("YANFEI_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, localedir != NULL ? localedir : YF_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

static char *
describe_commands (void)
{
  g_autoptr (GString) text = g_string_new (_("Commands:"));

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (text, "\n  %-10s  %s", commands[i].name, _(commands[i].summary));

  g_string_append_printf (text, "\n\n%s", _("“yanfei-cli COMMAND --help” tells more about a command."));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * yf_cli_complain:
 * @format: a printf format for a sentence that says what is wrong and what to
 *   do about it
 * @...: its arguments
 *
 * Tells the person, on standard error.
 */
void
yf_cli_complain (const char *format,
                 ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  g_printerr ("yanfei-cli: %s\n", message);
}

/**
 * yf_cli_print:
 * @format: a printf format
 * @...: its arguments
 *
 * Prints a line on standard output.
 */
void
yf_cli_print (const char *format,
              ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  g_print ("%s\n", message);
}

/**
 * yf_cli_fail:
 * @error: what went wrong
 *
 * Returns: %YF_EXIT_FAILED, after telling the person
 */
YfExit
yf_cli_fail (const GError *error)
{
  yf_cli_complain ("%s", error->message);

  return YF_EXIT_FAILED;
}

/**
 * yf_cli_parse:
 * @self: the command line
 * @entries: the options of a command
 * @parameters: (nullable): what follows the options, for the help
 * @summary: (nullable): more help
 * @argc: (inout): number of arguments
 * @argv: (inout): the arguments, the command's name first
 *
 * Parses the options of a command. `--data-dir` is understood here as well.
 *
 * Returns: whether they make sense; the person was told otherwise
 */
gboolean
yf_cli_parse (YfCli               *self,
              const GOptionEntry  *entries,
              const char          *parameters,
              const char          *summary,
              int                 *argc,
              char              ***argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (parameters);
  g_autoptr (GError) error = NULL;
  g_autofree char *program = g_strconcat ("yanfei-cli ", (*argv)[0], NULL);
  g_autofree char *data_dir = NULL;
  const GOptionEntry common[] = {
    { "data-dir", 0, 0, G_OPTION_ARG_FILENAME, &data_dir, N_("Keep the log in DIR"), N_("DIR") },
    G_OPTION_ENTRY_NULL
  };
  gboolean valid;

  g_set_prgname (program);
  g_option_context_set_summary (context, summary);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);

  valid = g_option_context_parse (context, argc, argv, &error);
  if (!valid)
    /* Translators: what is wrong with an option; the name of a command */
    yf_cli_complain (_("%s. Try “%s --help”."), error->message, program);

  if (data_dir != NULL)
    {
      g_free (self->data_dir);
      self->data_dir = g_steal_pointer (&data_dir);
    }

  /* A lone "--" only ends the options. */
  if (valid && *argc > 1 && g_str_equal ((*argv)[1], "--"))
    {
      memmove (&(*argv)[1], &(*argv)[2], sizeof (char *) * (gsize) (*argc - 1));
      (*argc)--;
    }

  return valid;
}

/**
 * yf_cli_no_arguments:
 * @argc: number of arguments left
 * @argv: the arguments left, the command's name first
 *
 * Returns: whether none is left; the person was told otherwise
 */
gboolean
yf_cli_no_arguments (int    argc,
                     char **argv)
{
  if (argc <= 1)
    return TRUE;

  /* Translators: something typed after a command; the name of a command */
  yf_cli_complain (_("“%s” is one word too many. Try “%s --help”."), argv[1], g_get_prgname ());

  return FALSE;
}

/**
 * yf_cli_adopt_own:
 * @self: the command line
 * @store: the log
 * @retired: whether to take those too that are no longer offered
 * @error: return location for an error
 *
 * Adds the person's own exercises to the catalogue, and those that programmes have
 * defined.
 *
 * Returns: whether nothing went wrong
 */
gboolean
yf_cli_adopt_own (YfCli     *self,
                  YfStore   *store,
                  gboolean   retired,
                  GError   **error)
{
  g_autoptr (GPtrArray) records = yf_store_dup_own_exercises (store, error);
  g_autoptr (GPtrArray) programmes = records != NULL ? yf_store_dup_programmes (store, error) : NULL;
  g_autoptr (GPtrArray) exercises = NULL;
  YfCatalogue *more;

  if (programmes == NULL)
    return FALSE;

  exercises = yf_programme_records_get_own (programmes, self->catalogue);
  for (guint i = 0; i < records->len; i++)
    {
      const YfOwnExerciseRecord *record = g_ptr_array_index (records, i);
      YfExercise *exercise;

      if (record->retired && !retired)
        continue;

      exercise = yf_draft_read_xml (record->xml, record->id, error);
      if (exercise == NULL)
        return FALSE;
      g_ptr_array_add (exercises, exercise);
    }

  more = yf_catalogue_with_own (self->catalogue, exercises);
  yf_catalogue_unref (self->catalogue);
  self->catalogue = more;

  return TRUE;
}

/**
 * yf_cli_open_store:
 * @self: the command line
 * @create: whether to make a log where there is none
 * @store: (out) (transfer full) (nullable): return location for the store;
 *   %NULL where there is no log and @create is %FALSE
 * @error: return location for an error
 *
 * Opens the log, and tells the person if the last session was cut off.
 *
 * Returns: whether nothing went wrong
 */
gboolean
yf_cli_open_store (YfCli     *self,
                   gboolean   create,
                   YfStore  **store,
                   GError   **error)
{
  g_autofree char *file = g_build_filename (self->data_dir, "yanfei.db", NULL);
  g_autoptr (YfStore) opened = NULL;

  *store = NULL;

  if (!create && !g_file_test (file, G_FILE_TEST_EXISTS))
    return TRUE;

  opened = yf_store_new (self->data_dir);
  if (!yf_store_open (opened, error))
    return FALSE;

  if (yf_store_get_n_cut (opened) > 0)
    yf_cli_complain ("%s", _("The last session was cut off. Every repetition that was counted is in the log."));

  if (!yf_cli_adopt_own (self, opened, FALSE, error))
    return FALSE;

  *store = g_steal_pointer (&opened);
  return TRUE;
}

/**
 * yf_cli_load_programme:
 * @self: the command line
 * @store: the log
 * @day: a known day
 * @error: return location for an error
 *
 * Reads the programme that is in force on @day, if one is. One that this Yanfei cannot
 * read is an error: what it forbids must not be passed over.
 *
 * Returns: whether nothing went wrong
 */
gboolean
yf_cli_load_programme (YfCli    *self,
                       YfStore  *store,
                       YfDay     day,
                       GError  **error)
{
  g_autoptr (YfProgrammeRecord) record = NULL;
  g_autoptr (YfCatalogue) builtin = NULL;
  g_autoptr (GError) local_error = NULL;

  g_clear_pointer (&self->programme, yf_programme_unref);
  if (!yf_store_find_programme (store, g_get_real_time (), day, &record, error))
    return FALSE;
  if (record == NULL)
    return TRUE;

  builtin = yf_catalogue_new_builtin (error);
  if (builtin == NULL)
    return FALSE;

  self->programme = yf_programme_record_read (record, builtin, &local_error);
  if (self->programme != NULL)
    return TRUE;

  g_set_error (error, YF_PROGRAMME_ERROR, YF_PROGRAMME_ERROR_INVALID,
               /* Translators: a file, a line and what is wrong there */
               _("This Yanfei cannot read the programme that you follow, so nothing can be said. "
                 "Install the Yanfei that it was installed with, or another programme. (%s)"),
               local_error->message);

  return FALSE;
}

/**
 * yf_cli_find_exercise:
 * @self: the command line
 * @id: what the person typed
 *
 * Returns: (transfer none) (nullable): the exercise, or %NULL after telling
 *   the person which there are
 */
YfExercise *
yf_cli_find_exercise (YfCli      *self,
                      const char *id)
{
  YfExercise *exercise = yf_catalogue_find_exercise (self->catalogue, id);
  g_autoptr (GString) ids = g_string_new (NULL);
  g_autoptr (YfStore) store = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *exercises;

  if (exercise != NULL)
    return exercise;

  /* One of the person's own is known to their log alone. */
  if (!yf_cli_open_store (self, FALSE, &store, &error))
    yf_cli_fail (error);

  exercise = yf_catalogue_find_exercise (self->catalogue, id);
  if (exercise != NULL)
    return exercise;

  exercises = yf_catalogue_get_exercises (self->catalogue);
  for (guint i = 0; i < exercises->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "",
                            yf_exercise_get_id (g_ptr_array_index (exercises, i)));

  /* Translators: what was typed, and a list of ids */
  yf_cli_complain (_("There is no exercise “%s”. There are: %s."), id, ids->str);

  return NULL;
}

/**
 * yf_cli_parse_day:
 * @text: what the person typed
 * @option: the option it belongs to
 * @day: (out): return location for the day
 *
 * Returns: whether it is a date; the person was told otherwise
 */
gboolean
yf_cli_parse_day (const char *text,
                  const char *option,
                  YfDay      *day)
{
  if (yf_day_parse (text, day))
    return TRUE;

  /* Translators: an option, and what was typed after it */
  yf_cli_complain (_("%s needs a date such as 2026-11-20, not “%s”."), option, text);

  return FALSE;
}

/**
 * yf_cli_parse_flags:
 * @self: the command line
 * @flags: (nullable) (array zero-terminated=1): what was given as --flag
 * @check_in: where to put the answers
 *
 * Returns: whether they make sense; the person was told otherwise
 */
gboolean
yf_cli_parse_flags (YfCli      *self,
                    char      **flags,
                    YfCheckIn  *check_in)
{
  for (char **flag = flags; flag != NULL && *flag != NULL; flag++)
    {
      g_auto (GStrv) parts = g_strsplit (*flag, "=", 2);
      gint64 days = YF_DAYS_UNSAID;
      YfRedFlag *red_flag;

      red_flag = yf_catalogue_find_red_flag (self->catalogue, parts[0] != NULL ? parts[0] : "");
      if (red_flag == NULL)
        {
          GPtrArray *all = yf_catalogue_get_red_flags (self->catalogue);
          g_autoptr (GString) ids = g_string_new (NULL);

          for (guint i = 0; i < all->len; i++)
            g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "",
                                    yf_red_flag_get_id (g_ptr_array_index (all, i)));

          /* Translators: what was typed, and a list of ids */
          yf_cli_complain (_("There is no red flag “%s”. There are: %s."), *flag, ids->str);
          return FALSE;
        }

      if (parts[1] != NULL && !g_ascii_string_to_signed (parts[1], 10, 0, 36500, &days, NULL))
        {
          /* Translators: what was typed */
          yf_cli_complain (_("“%s” needs a number of days after the equals sign, 0 or more."), *flag);
          return FALSE;
        }

      if (days == YF_DAYS_UNSAID && yf_red_flag_get_needs_days (red_flag))
        {
          /* Translators: the id of a red flag, twice */
          yf_cli_complain (_("“%s” needs the number of days for which it has been there, such as %s=3."),
                           parts[0], parts[0]);
          return FALSE;
        }

      yf_check_in_set_flag (check_in, parts[0], TRUE, (int) days);
    }

  return TRUE;
}

/**
 * yf_cli_print_judgement:
 * @judgement: a judgement
 * @exercise: what it is about
 *
 * Prints the verdict, every reason with its sources, and how soon to see a
 * doctor.
 */
void
yf_cli_print_judgement (YfJudgement *judgement,
                        YfExercise  *exercise)
{
  GPtrArray *reasons = yf_judgement_get_reasons (judgement);
  YfTriage triage = yf_judgement_get_triage (judgement);

  if (triage != YF_TRIAGE_NONE)
    yf_cli_print ("%s", yf_triage_get_advice (triage));

  /* Translators: the name of an exercise, and a verdict */
  yf_cli_print (_("%s: %s"), yf_exercise_get_name (exercise),
                yf_verdict_get_name (yf_judgement_get_verdict (judgement)));

  for (guint i = 0; i < reasons->len; i++)
    {
      g_autofree char *text = yf_reason_to_string (g_ptr_array_index (reasons, i));

      g_print ("  • %s\n", text);
    }
}

/**
 * yf_cli_result_cb:
 * @object: what was asked
 * @result: its answer
 * @user_data: where yf_cli_await() looks for it
 *
 * The callback of a call that yf_cli_await() waits for.
 */
void
yf_cli_result_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  GAsyncResult **place = user_data;

  *place = g_object_ref (result);
}

/**
 * yf_cli_await:
 * @result: (inout): what was handed to a call with yf_cli_result_cb()
 *
 * Runs the main loop until the answer is there: a command line has nothing
 * else to do.
 *
 * Returns: (transfer none): the answer, which @result owns
 */
GAsyncResult *
yf_cli_await (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

/**
 * yf_cli_run:
 * @argc: number of arguments
 * @argv: the arguments
 *
 * Runs the program.
 *
 * Returns: its exit status, a #YfExit
 */
int
yf_cli_run (int    argc,
            char **argv)
{
  g_autoptr (GOptionContext) context = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *summary = NULL;
  g_autofree char *data_dir = NULL;
  g_auto (YfCli) self = { NULL, };
  gboolean version = FALSE;
  const GOptionEntry entries[] = {
    { "data-dir", 0, 0, G_OPTION_ARG_FILENAME, &data_dir, N_("Keep the log in DIR"), N_("DIR") },
    { "version", 0, 0, G_OPTION_ARG_NONE, &version, N_("Print the version and stop"), NULL },
    G_OPTION_ENTRY_NULL
  };

  set_up_locale ();
  g_set_prgname ("yanfei-cli");

  context = g_option_context_new (_("COMMAND"));
  summary = describe_commands ();
  g_option_context_set_description (context, summary);
  g_option_context_set_strict_posix (context, TRUE);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);

  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      yf_cli_complain (_("%s. Try “%s --help”."), error->message, "yanfei-cli");
      return YF_EXIT_USAGE;
    }

  if (version)
    {
      yf_cli_print ("yanfei-cli %s", YF_VERSION);
      return YF_EXIT_DONE;
    }

  if (argc < 2)
    {
      g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);

      g_printerr ("%s", help);
      return YF_EXIT_USAGE;
    }

  self.data_dir = data_dir != NULL ? g_steal_pointer (&data_dir)
                                   : g_build_filename (g_get_user_data_dir (), "yanfei", NULL);

  if ((self.catalogue = yf_catalogue_new_builtin (&error)) == NULL ||
      (self.rules = yf_rules_new_builtin (self.catalogue, &error)) == NULL)
    return (int) yf_cli_fail (error);

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      if (g_str_equal (argv[1], commands[i].name))
        return (int) commands[i].run (&self, argc - 1, argv + 1);
    }

  /* Translators: what was typed */
  yf_cli_complain (_("There is no command “%s”. Try “yanfei-cli --help”."), argv[1]);

  return YF_EXIT_USAGE;
}
