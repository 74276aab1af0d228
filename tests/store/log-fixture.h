/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store-fixture.h"

G_BEGIN_DECLS

YfLog           *read_log             (YfStore               *store);
char            *describe_log         (YfLog                 *log);
char            *describe_answers     (const YfSessionRecord *record);
char            *describe_measures    (YfLog                 *log);

YfSessionRecord *make_whole_session   (gint64                 started,
                                       int                    n_reps);
void             fill_every_table     (YfStore               *store);
void             import_log           (YfStore               *store,
                                       YfLog                 *log,
                                       YfImportCounts        *counts);

#define assert_same_log(a, b)                   \
  G_STMT_START                                  \
  {                                             \
    g_autofree char *one_ = describe_log (a);   \
    g_autofree char *two_ = describe_log (b);   \
                                                \
    g_assert_cmpstr (one_, ==, two_);           \
  }                                             \
  G_STMT_END

G_END_DECLS
