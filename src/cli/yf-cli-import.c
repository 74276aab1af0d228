/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-cli.h"

#include <glib/gi18n-lib.h>

#include "yf-log-json.h"

/**
 * yf_cli_import:
 * @self: the command line
 * @argc: number of arguments
 * @argv: the arguments, the command's name first
 *
 * `import FILE`: reads an export in JSON back in. What the log has already is
 * left as it is.
 *
 * Returns: how it ends
 */
YfExit
yf_cli_import (YfCli  *self,
               int     argc,
               char  **argv)
{
  g_autoptr (YfStore) store = NULL;
  g_autoptr (YfLog) log = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  YfImportCounts counts = { 0, 0 };

  if (!yf_cli_parse (self, NULL, _("FILE"),
                     _("Adds what is in FILE, an export in JSON, to the log. What the log has already is\n"
                       "left as it is, so that reading a file twice does no harm."),
                     &argc, &argv))
    return YF_EXIT_USAGE;

  if (argc < 2 || *argv[1] == '\0')
    {
      /* Translators: the name of a command */
      yf_cli_complain (_("Say which file. Try “%s --help”."), g_get_prgname ());
      return YF_EXIT_USAGE;
    }
  if (!yf_cli_no_arguments (argc - 1, argv + 1))
    return YF_EXIT_USAGE;

  /* A file that cannot be read makes no log. */
  log = yf_log_from_file (argv[1], self->catalogue, &error);
  if (log == NULL || !yf_cli_open_store (self, TRUE, &store, &error))
    return yf_cli_fail (error);

  yf_store_import_async (store, log, NULL, yf_cli_result_cb, &result);
  if (!yf_store_import_finish (store, yf_cli_await (&result), &counts, &error))
    return yf_cli_fail (error);

  yf_cli_print (ngettext ("%u entry was added.", "%u entries were added.", counts.added), counts.added);
  if (counts.known > 0)
    yf_cli_print (ngettext ("%u entry was in the log already.", "%u entries were in the log already.", counts.known),
                  counts.known);

  return YF_EXIT_DONE;
}
