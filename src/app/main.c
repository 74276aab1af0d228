/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <locale.h>

#include "yf-application.h"

int
main (int    argc,
      char **argv)
{
  const char *localedir = g_getenv ("YANFEI_LOCALEDIR");
  g_autoptr (YfApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, localedir ? localedir : YF_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = yf_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
