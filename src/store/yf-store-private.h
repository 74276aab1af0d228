/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-database.h"
#include "yf-session-lock.h"
#include "yf-statement.h"
#include "yf-store.h"
#include "yf-writer.h"

G_BEGIN_DECLS

/* What the files yf-store-*.c of the one type share. */

struct _YfStore
{
  GObject         parent_instance;

  char           *directory;
  char           *path;
  YfSessionLock  *lock;
  YfSessionLock  *relief_lock;
  gboolean        opened;
  gboolean        read_only;
  guint           n_cut;
  YfDatabaseMode  reader_mode;
  YfDatabase     *reader; /* NULL while there is no file */
  YfWriter       *writer; /* NULL in a read-only store */
};

gboolean       yf_store_begin_reading       (YfStore             *self,
                                             YfDatabase         **database,
                                             GError             **error);
void           yf_store_end_reading         (YfStore             *self);
gboolean       yf_store_open_files          (YfStore             *self,
                                             GError             **error);
YfDatabase    *yf_store_open_reader         (YfStore             *self,
                                             GError             **error);
GTask         *yf_store_create_task         (YfStore             *self,
                                             GCancellable        *cancellable,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data,
                                             gpointer             source_tag);
void           yf_store_push                (YfStore             *self,
                                             GTask               *task,
                                             YfWriterFunc         func);

gboolean       yf_store_write_check_in      (YfDatabase          *database,
                                             const YfCheckIn     *check_in,
                                             gint64               at,
                                             gint32               utc_offset,
                                             gint64              *id,
                                             GError             **error);
YfCheckIn     *yf_store_read_check_in       (YfDatabase          *database,
                                             gint64               id,
                                             GError             **error);
GPtrArray     *yf_store_read_sessions       (YfDatabase          *database,
                                             YfSessionLock       *lock,
                                             YfDay                from,
                                             YfDay                to,
                                             GError             **error);
gboolean       yf_store_cut_sessions        (YfDatabase          *database,
                                             gpointer             n_cut,
                                             GError             **error);

gboolean       yf_store_cut_reliefs         (YfDatabase          *database,
                                             gpointer             n_cut,
                                             GError             **error);

gint64         yf_store_get_range_start     (YfDay                from);
gint64         yf_store_get_range_end       (YfDay                to);
void           yf_store_set_error_from_errno (const char         *path,
                                             int                  number,
                                             GError             **error);

G_END_DECLS
