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
  GMutex          mutex;
  GCond           let_go;
  guint           n_held; /* how many other threads read; under the mutex */
  gboolean        opened; /* set under the mutex */
  gboolean        read_only;
  guint           n_cut;
  YfDatabaseMode  reader_mode;
  YfDatabase     *reader; /* NULL while there is no file */
  YfWriter       *writer; /* NULL in a read-only store */
};

/* Reads what began on some days into @counting, and what no longer counts into
 * @old, if that is wanted. */
typedef gboolean (*YfStoreReader) (YfStore     *self,
                                   YfDatabase  *database,
                                   YfDay        from,
                                   YfDay        to,
                                   GPtrArray   *counting,
                                   GPtrArray   *old,
                                   GError     **error);

/* Makes a record of a row, or returns NULL with @error set. */
typedef gpointer (*YfStoreRowFunc) (YfStatement  *row,
                                    GError      **error);

/* A kind of fact: how what the log has of it is read. */
typedef struct
{
  const char     *name; /* of the statement that gives its rows */
  void          (*bind) (YfStatement *statement, YfDay from, YfDay to); /* NULL: it asks for no days */
  YfStoreRowFunc  read;
} YfStoreList;

extern const YfStoreList yf_store_consent_list;
extern const YfStoreList yf_store_edit_list;
extern const YfStoreList yf_store_flare_list;
extern const YfStoreList yf_store_followed_list;
extern const YfStoreList yf_store_function_list;
extern const YfStoreList yf_store_own_exercise_list;
extern const YfStoreList yf_store_programme_choice_list;
extern const YfStoreList yf_store_programme_list;
extern const YfStoreList yf_store_reminder_list;
extern const YfStoreList yf_store_review_list;
extern const YfStoreList yf_store_schedule_list;
extern const YfStoreList yf_store_sitting_break_list;
extern const YfStoreList yf_store_stage_change_list;

/* A kind of change that the plan makes. Its records begin with their ids. */
typedef struct
{
  const char      *find;         /* the statement that finds one by its id */
  const char      *last;         /* likewise: that tells the last row */
  const char      *find_twin;    /* likewise: that finds one that is the same */
  const char      *withdraw;     /* likewise: that withdraws one */
  gsize            withdrawn_at; /* where that stands in a record */
  GDestroyNotify   free_func;
  YfDay          (*get_day) (gconstpointer record);
  gboolean       (*is_same) (gconstpointer record, gconstpointer other);
  void           (*bind)    (YfStatement *statement, gconstpointer record); /* all that makes it the same */
  gboolean       (*read)    (YfDatabase  *database,
                             YfDay        from,
                             YfDay        to,
                             GPtrArray   *records,
                             GError     **error);
  YfDatabaseFunc   write;
} YfStoreChangeKind;

extern const YfStoreChangeKind yf_store_dose_changes;
extern const YfStoreChangeKind yf_store_stage_changes;

/* Reads something of some days. There may be no @database yet, and then there is
 * nothing to read. */
typedef gpointer (*YfStoreLoader) (YfStore     *self,
                                   YfDatabase  *database,
                                   YfDay        from,
                                   YfDay        to,
                                   GError     **error);

void           yf_store_set_closed_error    (YfStore             *self,
                                             GError             **error);

/* Other threads */
void           yf_store_let_in              (YfStore             *self);
void           yf_store_shut_out            (YfStore             *self);
gboolean       yf_store_hold                (YfStore             *self,
                                             GError             **error);
void           yf_store_let_go              (YfStore             *self);

/* Reading */
gboolean       yf_store_begin_reading       (YfStore             *self,
                                             YfDatabase         **database,
                                             GError             **error);
void           yf_store_end_reading         (YfStore             *self);
gboolean       yf_store_open_files          (YfStore             *self,
                                             GError             **error);
YfDatabase    *yf_store_open_reader         (YfStore             *self,
                                             GError             **error);
GPtrArray     *yf_store_dup_list            (YfStore             *self,
                                             YfDay                from,
                                             YfDay                to,
                                             GDestroyNotify       free_func,
                                             YfStoreReader        read,
                                             GError             **error);
gboolean       yf_store_read_list           (YfDatabase          *database,
                                             const YfStoreList   *list,
                                             YfDay                from,
                                             YfDay                to,
                                             GPtrArray           *records,
                                             GError             **error);
GPtrArray     *yf_store_dup_all             (YfStore             *self,
                                             const YfStoreList   *list,
                                             GDestroyNotify       free_func,
                                             GError             **error);
gboolean       yf_store_read_entries        (YfStatement         *statement,
                                             YfStoreRowFunc       read,
                                             GPtrArray           *counting,
                                             GPtrArray           *old,
                                             GError             **error);
void           yf_store_push_reading        (YfStore             *self,
                                             YfDay                from,
                                             YfDay                to,
                                             YfStoreLoader        load,
                                             GDestroyNotify       free_func,
                                             GCancellable        *cancellable,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data,
                                             gpointer             source_tag);
gboolean       yf_store_read_profile        (YfDatabase          *database,
                                             YfProfile          **profile,
                                             GError             **error);
YfCheckIn     *yf_store_read_check_in       (YfDatabase          *database,
                                             gint64               id,
                                             GError             **error);
gboolean       yf_store_read_sessions       (YfStore             *self,
                                             YfDatabase          *database,
                                             YfDay                from,
                                             YfDay                to,
                                             GPtrArray           *counting,
                                             GPtrArray           *old,
                                             GError             **error);
YfSessionRecord *yf_store_read_session      (YfStore             *self,
                                             YfDatabase          *database,
                                             const char          *uuid,
                                             gint64               local_start,
                                             GError             **error);
gboolean       yf_store_read_lone_check_ins (YfStore             *self,
                                             YfDatabase          *database,
                                             YfDay                from,
                                             YfDay                to,
                                             GPtrArray           *counting,
                                             GPtrArray           *old,
                                             GError             **error);
gboolean       yf_store_read_reliefs        (YfStore             *self,
                                             YfDatabase          *database,
                                             YfDay                from,
                                             YfDay                to,
                                             GPtrArray           *counting,
                                             GPtrArray           *old,
                                             GError             **error);
gboolean       yf_store_read_activities     (YfStore             *self,
                                             YfDatabase          *database,
                                             YfDay                from,
                                             YfDay                to,
                                             GPtrArray           *counting,
                                             GPtrArray           *old,
                                             GError             **error);
gboolean       yf_store_read_ratings        (YfStore             *self,
                                             YfDatabase          *database,
                                             YfDay                from,
                                             YfDay                to,
                                             GPtrArray           *counting,
                                             GPtrArray           *old,
                                             GError             **error);
gboolean       yf_store_read_scores         (YfStore             *self,
                                             YfDatabase          *database,
                                             YfDay                from,
                                             YfDay                to,
                                             GPtrArray           *counting,
                                             GPtrArray           *old,
                                             GError             **error);
gboolean       yf_store_read_dose_changes   (YfDatabase          *database,
                                             YfDay                from,
                                             YfDay                to,
                                             GPtrArray           *changes,
                                             GError             **error);
gboolean       yf_store_read_wishes         (YfDatabase          *database,
                                             YfDay                from,
                                             YfDay                to,
                                             GPtrArray           *wishes,
                                             GError             **error);

/* Writing. Functions that write are run on the writer's thread, in a
 * transaction. */
void           yf_store_push_write          (YfStore             *self,
                                             gpointer             data,
                                             GDestroyNotify       free_func,
                                             YfDatabaseFunc       write,
                                             GCancellable        *cancellable,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data,
                                             gpointer             source_tag);
void           yf_store_push_job            (YfStore             *self,
                                             gpointer             data,
                                             GDestroyNotify       free_func,
                                             YfWriterFunc         func,
                                             GCancellable        *cancellable,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data,
                                             gpointer             source_tag);
gboolean       yf_store_write_profile       (YfDatabase          *database,
                                             gpointer             profile,
                                             GError             **error);
gboolean       yf_store_write_check_in      (YfDatabase          *database,
                                             const char          *uuid,
                                             const YfCheckIn     *check_in,
                                             gint64               at,
                                             gint32               utc_offset,
                                             gint64              *id,
                                             GError             **error);
gboolean       yf_store_write_begin         (YfDatabase          *database,
                                             YfSessionRecord     *record,
                                             gint64               ended,
                                             YfRecordState        state,
                                             gint64              *session,
                                             GError             **error);
void           yf_store_bind_adjustment     (YfStatement         *statement,
                                             const YfAdjustment  *adjustment);
gboolean       yf_store_write_session       (YfDatabase          *database,
                                             YfSessionRecord     *record,
                                             GError             **error);
gboolean       yf_store_write_relief        (YfDatabase          *database,
                                             gpointer             relief,
                                             GError             **error);
gboolean       yf_store_write_activity      (YfDatabase          *database,
                                             gpointer             activity,
                                             GError             **error);
gboolean       yf_store_write_rating        (YfDatabase          *database,
                                             gpointer             rating,
                                             GError             **error);
gboolean       yf_store_write_score         (YfDatabase          *database,
                                             gpointer             score,
                                             GError             **error);
gboolean       yf_store_write_function      (YfDatabase          *database,
                                             const YfFunctionActivity *activity,
                                             GError             **error);
gboolean       yf_store_check_functions     (YfDatabase          *database,
                                             GError             **error);
gboolean       yf_store_write_schedule      (YfDatabase          *database,
                                             gpointer             schedule,
                                             GError             **error);
gboolean       yf_store_write_after         (YfDatabase          *database,
                                             gint64               session,
                                             const YfAfter       *after,
                                             GError             **error);
gboolean       yf_store_write_morning       (YfDatabase          *database,
                                             gint64               session,
                                             YfMorning            morning,
                                             gint64               at,
                                             GError             **error);
gboolean       yf_store_write_own_exercise  (YfDatabase          *database,
                                             const YfOwnExerciseRecord *record,
                                             GError             **error);
gboolean       yf_store_write_programme     (YfDatabase          *database,
                                             const YfProgrammeRecord *programme,
                                             GError             **error);
gboolean       yf_store_write_programme_choice
                                            (YfDatabase          *database,
                                             const YfProgrammeChoice *choice,
                                             GError             **error);
gboolean       yf_store_write_followed      (YfDatabase          *database,
                                             const char          *session,
                                             const char          *programme,
                                             GError             **error);
gboolean       yf_store_write_following     (YfDatabase          *database,
                                             const YfSessionRecord *session,
                                             const char          *old,
                                             GError             **error);
gboolean       yf_store_write_entry         (YfDatabase          *database,
                                             YfEntryKind          kind,
                                             gpointer             entry,
                                             GError             **error);
gboolean       yf_store_import_changes      (YfDatabase          *database,
                                             const YfStoreChangeKind *kind,
                                             GPtrArray           *records,
                                             YfImportCounts      *counts,
                                             GError             **error);
gboolean       yf_store_write_flare         (YfDatabase          *database,
                                             gconstpointer        flare,
                                             gboolean            *added,
                                             GError             **error);
gboolean       yf_store_write_review        (YfDatabase          *database,
                                             gpointer             review,
                                             GError             **error);
gboolean       yf_store_write_wishes        (YfDatabase          *database,
                                             gpointer             wishes,
                                             GError             **error);
gboolean       yf_store_write_reminder      (YfDatabase          *database,
                                             gpointer             reminder,
                                             GError             **error);
gboolean       yf_store_write_sitting_break (YfDatabase          *database,
                                             gpointer             sitting_break,
                                             GError             **error);
gboolean       yf_store_write_skip_answer   (YfDatabase          *database,
                                             const char          *name,
                                             const char          *uuid,
                                             const char          *answer,
                                             YfSkipReason         reason,
                                             gint64               at,
                                             gint64              *changed,
                                             GError             **error);
gboolean       yf_store_read_skip_reason    (YfStatement         *statement,
                                             int                  column,
                                             YfSkipReason        *reason);
gboolean       yf_store_import_day          (YfDatabase          *database,
                                             YfLog               *log,
                                             YfImportCounts      *counts,
                                             GError             **error);
gboolean       yf_store_write_edit          (YfDatabase          *database,
                                             const YfEdit        *edit,
                                             GError             **error);
gboolean       yf_store_cut_sessions        (YfDatabase          *database,
                                             gpointer             n_cut,
                                             GError             **error);
gboolean       yf_store_cut_reliefs         (YfDatabase          *database,
                                             gpointer             n_cut,
                                             GError             **error);

/* Entries of any kind */
const char    *yf_store_get_entry_id        (YfEntryKind          kind,
                                             gconstpointer        entry);
gpointer       yf_store_copy_entry          (YfEntryKind          kind,
                                             gconstpointer        entry);
void           yf_store_free_entry          (YfEntryKind          kind,
                                             gpointer             entry);
gboolean       yf_store_find                (YfDatabase          *database,
                                             const char          *name,
                                             const char          *parameter,
                                             const char          *id,
                                             gboolean            *found,
                                             GError             **error);
gint64         yf_session_record_get_last   (YfSessionRecord     *record);

gint64         yf_store_get_range_start     (YfDay                from);
gint64         yf_store_get_range_end       (YfDay                to);
void           yf_store_bind_range          (YfStatement         *statement,
                                             YfDay                from,
                                             YfDay                to);
void           yf_store_set_error_from_errno (const char         *path,
                                             int                  number,
                                             GError             **error);

G_END_DECLS
