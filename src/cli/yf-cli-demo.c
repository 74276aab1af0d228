/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-cli.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

#include "yf-demo.h"

#define DEFAULT_SEED 1

/* Whether nobody has put anything into the folder: a made-up patient must not
 * get in among what somebody did. */
static gboolean
is_empty (const char  *directory,
          gboolean    *empty,
          GError     **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GDir) dir = g_dir_open (directory, 0, &local_error);

  if (dir == NULL)
    {
      *empty = g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
      if (!*empty)
        g_propagate_error (error, g_steal_pointer (&local_error));
      return *empty;
    }

  *empty = g_dir_read_name (dir) == NULL;

  return TRUE;
}

/* What happens on the last day of the log is over by the early morning; before
 * that, the last day is yesterday. */
static YfDay
get_last_day (void)
{
  return yf_day_from_real (g_get_real_time () - YF_DEMO_LAST_MINUTE * 60 * YF_SECOND);
}

static YfExit
fill (YfCli    *self,
      int       days,
      guint32   seed)
{
  g_autoptr (YfLog) log = NULL;
  g_autoptr (YfStore) store = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  YfImportCounts counts;

  if (!yf_cli_open_store (self, TRUE, &store, &error))
    return yf_cli_fail (error);

  log = yf_demo_new_log (self->catalogue, self->rules, get_last_day (), days, seed);
  yf_store_import_async (store, log, NULL, yf_cli_result_cb, &result);
  if (!yf_store_import_finish (store, yf_cli_await (&result), &counts, &error))
    return yf_cli_fail (error);

  /* Translators: a number of sessions, and a folder */
  yf_cli_print (ngettext ("“%2$s” holds %1$u session of a made-up patient now. None of it happened.",
                          "“%2$s” holds %1$u sessions of a made-up patient now. None of it happened.",
                          log->sessions->len),
                log->sessions->len, self->data_dir);

  return YF_EXIT_DONE;
}

static gboolean
parse_number (const char *text,
              const char *option,
              guint64     min,
              guint64     max,
              guint64    *number)
{
  if (g_ascii_string_to_unsigned (text, 10, min, max, number, NULL))
    return TRUE;

  /* Translators: an option; two numbers; what was typed */
  yf_cli_complain (_("%s needs a whole number from %u to %u, not “%s”."), option,
                   (guint) min, (guint) max, text);

  return FALSE;
}

/**
 * yf_cli_demo:
 * @self: the command line
 * @argc: number of arguments
 * @argv: the arguments, the command's name first
 *
 * `demo --days N [--seed S]`: fills an empty folder with the log of a made-up
 * patient.
 *
 * Returns: how it ends
 */
YfExit
yf_cli_demo (YfCli  *self,
             int     argc,
             char  **argv)
{
  g_autofree char *days_text = NULL;
  g_autofree char *seed_text = NULL;
  g_autoptr (GError) error = NULL;
  guint64 days;
  guint64 seed = DEFAULT_SEED;
  gboolean empty;
  const GOptionEntry entries[] = {
    { "days", 0, 0, G_OPTION_ARG_STRING, &days_text, N_("Make up a log of N days"), N_("N") },
    { "seed", 0, 0, G_OPTION_ARG_STRING, &seed_text, N_("Choose another patient by the number S"), N_("S") },
    G_OPTION_ENTRY_NULL
  };

  if (!yf_cli_parse (self, entries, NULL,
                     _("Fills an empty folder with the log of a made-up patient, to look at. "
                       "Choose the folder with --data-dir."),
                     &argc, &argv) ||
      !yf_cli_no_arguments (argc, argv))
    return YF_EXIT_USAGE;

  if (days_text == NULL)
    {
      /* Translators: the name of a command */
      yf_cli_complain (_("Say how many days, such as --days 365. Try “%s --help”."), g_get_prgname ());
      return YF_EXIT_USAGE;
    }
  if (!parse_number (days_text, "--days", 1, YF_DEMO_MAX_DAYS, &days) ||
      (seed_text != NULL && !parse_number (seed_text, "--seed", 0, G_MAXUINT32, &seed)))
    return YF_EXIT_USAGE;

  if (!is_empty (self->data_dir, &empty, &error))
    return yf_cli_fail (error);
  if (!empty)
    {
      /* Translators: a folder */
      yf_cli_complain (_("“%s” is not empty, and a made-up log is not mixed with anything. "
                         "Choose a new folder with --data-dir."), self->data_dir);
      return YF_EXIT_FAILED;
    }

  return fill (self, (int) days, (guint32) seed);
}
