/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-cli.h"

#include <glib/gi18n-lib.h>

/**
 * yf_cli_backup:
 * @self: the command line
 * @argc: number of arguments
 * @argv: the arguments, the command's name first
 *
 * `backup FILE`: copies the whole log to a file.
 *
 * Returns: how it ends
 */
YfExit
yf_cli_backup (YfCli  *self,
               int     argc,
               char  **argv)
{
  g_autoptr (YfStore) store = NULL;
  g_autoptr (GError) error = NULL;

  if (!yf_cli_parse (self, NULL, _("FILE"),
                     _("Copies the whole log to FILE, and replaces an older backup there."),
                     &argc, &argv))
    return YF_EXIT_USAGE;

  if (argc < 2)
    {
      /* Translators: the name of a command */
      yf_cli_complain (_("Say which file. Try “%s --help”."), g_get_prgname ());
      return YF_EXIT_USAGE;
    }
  if (!yf_cli_no_arguments (argc - 1, argv + 1))
    return YF_EXIT_USAGE;

  if (!yf_cli_open_store (self, FALSE, &store, &error))
    return yf_cli_fail (error);

  if (store == NULL)
    {
      /* Translators: a folder */
      yf_cli_complain (_("There is no log in “%s” yet, and so nothing to back up."), self->data_dir);
      return YF_EXIT_FAILED;
    }

  if (!yf_store_back_up (store, argv[1], &error))
    return yf_cli_fail (error);

  /* Translators: a file */
  yf_cli_print (_("The whole log is in “%s” now."), argv[1]);

  return YF_EXIT_DONE;
}
