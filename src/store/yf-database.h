/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * YfDatabaseMode:
 * @YF_DATABASE_READ: reads, sees what others write
 * @YF_DATABASE_READ_STILL: reads a file that nobody can be writing, and takes
 *   no lock: for a directory that cannot be written
 * @YF_DATABASE_WRITE: writes
 */
typedef enum
{
  YF_DATABASE_READ,
  YF_DATABASE_READ_STILL,
  YF_DATABASE_WRITE,
} YfDatabaseMode;

/**
 * YfDatabase:
 *
 * One connection to a file, with every error told in #YfStoreError. Not a
 * collaborator: private to the store.
 */
typedef struct _YfDatabase YfDatabase;

typedef gboolean (*YfDatabaseFunc) (YfDatabase  *database,
                                    gpointer     data,
                                    GError     **error);

YfDatabase *yf_database_open         (const char      *path,
                                      YfDatabaseMode   mode,
                                      GError         **error);
YfDatabase *yf_database_copy         (YfDatabase      *self,
                                      GError         **error);
gboolean    yf_database_copy_to_file (YfDatabase      *self,
                                      const char      *path,
                                      GError         **error);
void        yf_database_free         (YfDatabase      *self);
sqlite3    *yf_database_get_handle   (YfDatabase      *self);
const char *yf_database_get_path     (YfDatabase      *self);
gboolean    yf_database_exec         (YfDatabase      *self,
                                      const char      *sql,
                                      GError         **error);
gboolean    yf_database_read_int     (YfDatabase      *self,
                                      const char      *sql,
                                      gint64          *value,
                                      GError         **error);
char       *yf_database_read_text    (YfDatabase      *self,
                                      const char      *sql,
                                      GError         **error);
gboolean    yf_database_begin        (YfDatabase      *self,
                                      gboolean         to_write,
                                      GError         **error);
gboolean    yf_database_commit       (YfDatabase      *self,
                                      GError         **error);
void        yf_database_roll_back    (YfDatabase      *self);
gboolean    yf_database_transact     (YfDatabase      *self,
                                      YfDatabaseFunc   func,
                                      gpointer         data,
                                      GError         **error);

void        yf_database_set_error    (YfDatabase      *self,
                                      int              code,
                                      GError         **error);
void        yf_database_set_damaged  (YfDatabase      *self,
                                      const char      *detail,
                                      GError         **error);

const char *yf_sql_get               (const char      *name);
GStrv       yf_sql_list              (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfDatabase, yf_database_free)

G_END_DECLS
