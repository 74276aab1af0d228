/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-cli.h"

int
main (int    argc,
      char **argv)
{
  return yf_cli_run (argc, argv);
}
