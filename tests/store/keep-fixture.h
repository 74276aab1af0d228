/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "file-fixture.h"
#include "store-fixture.h"

G_BEGIN_DECLS

/* 20 November 2026. */
#define TODAY ((YfDay) 739940)

char *in_folder      (const char *folder,
                      const char *name);
void  write_text     (const char *path,
                      const char *text);
char *read_text      (const char *path);
char *checksum       (const char *path);
char *list           (const char *folder);
int   count_reps     (YfStore    *store);
int   count_reps_in  (const char *folder);
char *make_backup    (const char *folder,
                      const char *where,
                      int         n_reps);
void  assert_weekly  (YfStore    *store,
                      YfDay       day,
                      const char *made);
void  assert_restore (const char *folder,
                      const char *path,
                      gboolean    keeps,
                      char      **kept);

G_END_DECLS
