/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-store-private.h"

G_BEGIN_DECLS

/* What backing up, restoring and erasing share. */

#define YF_KEEP_LOG "yanfei.db"
#define YF_KEEP_BACKUPS "backups"

gboolean yf_keep_has_log_header  (const char  *path);
gboolean yf_keep_is_same_file    (const char  *a,
                                  const char  *b);
gboolean yf_keep_is_whole_enough (const char  *path);
char    *yf_keep_create_beside   (const char  *path,
                                  const char  *form,
                                  GError     **error);
void     yf_keep_discard         (const char  *path);
gboolean yf_keep_make_single     (const char  *path,
                                  GError     **error);
gboolean yf_keep_put_in_place    (const char  *unfinished,
                                  const char  *path,
                                  GError     **error);
gboolean yf_keep_write_copy      (YfDatabase  *source,
                                  const char  *path,
                                  GError     **error);

G_END_DECLS
