/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-cli.h"

#include <glib/gi18n-lib.h>

/**
 * yf_cli_restore:
 * @self: the command line
 * @argc: number of arguments
 * @argv: the arguments, the command's name first
 *
 * `restore FILE`: makes the log what a backup has.
 *
 * Returns: how it ends
 */
YfExit
yf_cli_restore (YfCli  *self,
                int     argc,
                char  **argv)
{
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;

  if (!yf_cli_parse (self, NULL, _("FILE"),
                     _("Makes the log what the backup FILE has. The log as it was is kept beside it."),
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

  if (!yf_store_restore (self->data_dir, argv[1], &kept, &error))
    return yf_cli_fail (error);

  /* Translators: a file */
  yf_cli_print (_("The log is that of “%s” now."), argv[1]);
  if (kept != NULL)
    /* Translators: a file */
    yf_cli_print (_("The log as it was is kept in “%s”."), kept);

  return YF_EXIT_DONE;
}
