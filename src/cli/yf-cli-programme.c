/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-cli.h"

#include <glib/gi18n-lib.h>

#include "yf-cli-programme-private.h"
#include "yf-json.h"
#include "yf-terminal.h"

typedef struct
{
  gboolean json;
  gboolean yes;
} Arguments;

static YfProgramme *
read_file (YfCli      *self,
           const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;
  YfProgramme *programme = yf_programme_new_from_file (self->catalogue, file, &error);

  if (programme == NULL)
    yf_cli_fail (error);

  return programme;
}

/* Who is in the log; nobody in particular where there is none. */
static YfProfile *
load_profile (YfCli    *self,
              GError  **error)
{
  g_autoptr (YfStore) store = NULL;

  if (!yf_cli_open_store (self, FALSE, &store, error))
    return NULL;

  return store != NULL ? yf_store_dup_profile (store, error) : yf_profile_new ();
}

static YfExit
check (YfCli           *self,
       const Arguments *arguments,
       const char      *path)
{
  g_autoptr (YfProgramme) programme = read_file (self, path);
  g_autoptr (GPtrArray) contradictions = NULL;
  g_autoptr (YfProfile) profile = NULL;
  g_autoptr (GError) error = NULL;

  if (programme == NULL)
    return YF_EXIT_FAILED;

  profile = load_profile (self, &error);
  if (profile == NULL)
    return yf_cli_fail (error);

  contradictions = yf_programme_find_contradictions (programme, self->rules, profile, yf_day_today ());
  if (arguments->json)
    yf_cli_programme_print_json (programme, contradictions);
  else
    yf_cli_programme_print (self, programme, contradictions);

  return yf_programme_is_contradicted (contradictions) ? YF_EXIT_NOT_TODAY : YF_EXIT_DONE;
}

static YfExit
show (YfCli           *self,
      const Arguments *arguments,
      const char      *path)
{
  g_autoptr (YfProgramme) programme = read_file (self, path);

  if (programme == NULL)
    return YF_EXIT_FAILED;

  if (arguments->json)
    yf_cli_programme_print_json (programme, NULL);
  else
    yf_cli_programme_print (self, programme, NULL);

  return YF_EXIT_DONE;
}

/* Only a yes is one: somebody agrees here to what another has written. */
static gboolean
ask (YfTerminal *terminal)
{
  g_autofree char *answer = NULL;
  g_autofree char *small = NULL;
  g_auto (GStrv) words = NULL;

  answer = yf_terminal_ask (terminal, _("Follow this programme from now on? Type yes to agree:"));
  if (answer == NULL)
    return FALSE;

  small = g_utf8_strdown (g_strstrip (answer), -1);
  /* Translators: what the person may type for yes, in small letters, several words
   * separated by commas */
  words = g_strsplit (C_("answer", "y,yes,1"), ",", -1);

  return g_strv_contains ((const char * const *) words, small);
}

/* The log names exercises by their ids: no two may share one. */
static gboolean
check_earlier (YfCli        *self,
               YfStore      *store,
               YfProgramme  *programme,
               YfCatalogue  *builtin,
               GError      **error)
{
  g_autoptr (GPtrArray) records = yf_store_dup_programmes (store, error);

  if (records == NULL)
    return FALSE;

  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr (YfProgramme) earlier = NULL;

      earlier = yf_programme_record_read (g_ptr_array_index (records, i), builtin, NULL);
      if (earlier != NULL && !yf_programme_can_follow (programme, earlier, error))
        return FALSE;
    }

  return TRUE;
}

static YfExit
keep (YfCli       *self,
      YfProgramme *programme,
      YfCatalogue *builtin)
{
  g_autoptr (YfProgrammeRecord) record = yf_programme_record_new (programme, g_get_real_time ());
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (YfStore) store = NULL;
  g_autoptr (GError) error = NULL;

  if (!yf_cli_open_store (self, TRUE, &store, &error) ||
      !check_earlier (self, store, programme, builtin, &error))
    return yf_cli_fail (error);

  yf_store_install_programme_async (store, record, NULL, yf_cli_result_cb, &result);
  if (!yf_store_write_finish (store, yf_cli_await (&result), &error))
    return yf_cli_fail (error);

  /* Translators: the name of a programme; a clinician */
  yf_cli_print (_("You follow the programme “%s” of %s now. Earlier ones are kept in the log."),
                yf_programme_get_name (programme), yf_programme_get_clinician (programme));

  return YF_EXIT_DONE;
}

static YfExit
install (YfCli           *self,
         const Arguments *arguments,
         const char      *path)
{
  g_autoptr (YfCatalogue) builtin = yf_catalogue_ref (self->catalogue);
  g_autoptr (YfProgramme) programme = read_file (self, path);
  g_autoptr (YfTerminal) terminal = yf_terminal_new ();
  g_autoptr (GPtrArray) contradictions = NULL;
  g_autoptr (YfProfile) profile = NULL;
  g_autoptr (GError) error = NULL;
  YfDay until;

  if (programme == NULL)
    return YF_EXIT_FAILED;

  until = yf_programme_get_until (programme);
  if (until != YF_DAY_NONE && until < yf_day_today ())
    {
      g_autofree char *day = yf_day_to_display (until);

      /* Translators: a date */
      yf_cli_complain (_("This programme ended on %s. Ask for a new one."), day);
      return YF_EXIT_FAILED;
    }

  profile = load_profile (self, &error);
  if (profile == NULL)
    return yf_cli_fail (error);

  contradictions = yf_programme_find_contradictions (programme, self->rules, profile, yf_day_today ());
  yf_cli_programme_print (self, programme, contradictions);
  if (yf_programme_is_contradicted (contradictions))
    {
      yf_cli_complain ("%s", _("Nothing was changed: the programme asks for what is not for you, and does not say that "
                               "it is cleared. Show this to whoever wrote it."));
      return YF_EXIT_NOT_TODAY;
    }

  if (!arguments->yes)
    {
      if (!yf_terminal_is_input (terminal))
        {
          yf_cli_complain ("%s", _("Nobody is there to agree. If you have read it and agree, add --yes."));
          return YF_EXIT_USAGE;
        }
      if (!ask (terminal))
        {
          yf_cli_print ("%s", _("Nothing was changed."));
          return YF_EXIT_FAILED;
        }
    }

  return keep (self, programme, builtin);
}

/**
 * yf_cli_programme:
 * @self: the command line
 * @argc: number of arguments
 * @argv: the arguments, the command's name first
 *
 * `programme check|show|install FILE`: looks at a physiotherapist's programme, or
 * puts it in force. A check, and an installation, of one that asks for what the safety
 * table does not allow this person, without a clearance in it, ends with
 * %YF_EXIT_NOT_TODAY; a broken file with %YF_EXIT_FAILED.
 *
 * Returns: how it ends
 */
YfExit
yf_cli_programme (YfCli  *self,
                  int     argc,
                  char  **argv)
{
  static const struct
  {
    const char  *name;
    YfExit     (*run) (YfCli *, const Arguments *, const char *);
  } verbs[] = {
    { "check", check },
    { "show", show },
    { "install", install },
  };
  Arguments arguments = { FALSE, FALSE };
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &arguments.json, N_("Print JSON"), NULL },
    { "yes", 0, 0, G_OPTION_ARG_NONE, &arguments.yes, N_("Agree without being asked"), NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!yf_cli_parse (self, entries, _("check|show|install FILE"),
                     _("check says what the programme in FILE asks for, and what of it is not for you;\n"
                       "show only prints it; install follows it from now on. Ends with 3 if it asks for\n"
                       "what is not for you without a clinician’s clearance in it."),
                     &argc, &argv))
    return YF_EXIT_USAGE;

  for (gsize i = 0; argc > 1 && i < G_N_ELEMENTS (verbs); i++)
    {
      if (!g_str_equal (argv[1], verbs[i].name))
        continue;

      if (argc < 3 || *argv[2] == '\0')
        {
          /* Translators: the name of a command */
          yf_cli_complain (_("Say which file. Try “%s --help”."), g_get_prgname ());
          return YF_EXIT_USAGE;
        }
      if (!yf_cli_no_arguments (argc - 2, argv + 2))
        return YF_EXIT_USAGE;
      if ((arguments.yes && verbs[i].run != install) || (arguments.json && verbs[i].run == install))
        {
          /* Translators: an option; a word such as “check” */
          yf_cli_complain (_("%s does not go with “%s”."), arguments.yes ? "--yes" : "--json", verbs[i].name);
          return YF_EXIT_USAGE;
        }

      return verbs[i].run (self, &arguments, argv[2]);
    }

  yf_cli_complain ("%s", _("Say what to do: programme check FILE, programme show FILE or programme install FILE."));

  return YF_EXIT_USAGE;
}
