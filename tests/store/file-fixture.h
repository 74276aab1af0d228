/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void run_sql (const char *path,
              const char *sql);
void flip    (const char *path,
              gsize       offset);

G_END_DECLS
