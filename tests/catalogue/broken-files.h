/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* A file that is no catalogue, the line at which that is told, and words of what is. */
typedef struct
{
  const char *file;
  int         line;
  const char *message;
} BrokenFile;

void check_broken_files (const char       *folder,
                         const BrokenFile *files,
                         gsize             n_files);
