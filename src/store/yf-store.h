/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "yf-log.h"

G_BEGIN_DECLS

#define YF_STORE_ERROR (yf_store_error_quark ())

/**
 * YfStoreError:
 * @YF_STORE_ERROR_FAILED: something else went wrong
 * @YF_STORE_ERROR_DAMAGED: the file is not a sound database
 * @YF_STORE_ERROR_FOREIGN: a database, but not one of Yanfei's
 * @YF_STORE_ERROR_NEWER: written by a newer Yanfei
 * @YF_STORE_ERROR_READ_ONLY: the directory or file cannot be written
 * @YF_STORE_ERROR_FULL: the disk is full
 * @YF_STORE_ERROR_BUSY: another Yanfei is running a session on this log
 */
typedef enum
{
  YF_STORE_ERROR_FAILED,
  YF_STORE_ERROR_DAMAGED,
  YF_STORE_ERROR_FOREIGN,
  YF_STORE_ERROR_NEWER,
  YF_STORE_ERROR_READ_ONLY,
  YF_STORE_ERROR_FULL,
  YF_STORE_ERROR_BUSY,
} YfStoreError;

GQuark yf_store_error_quark (void);

/**
 * YfImportCounts:
 * @added: entries that were new
 * @known: entries that were in the log already, and were left as they are
 */
typedef struct
{
  guint added;
  guint known;
} YfImportCounts;

/**
 * YF_STORE_KEPT_BACKUPS:
 *
 * How many of the weekly backups are kept.
 */
#define YF_STORE_KEPT_BACKUPS 5

#define YF_TYPE_STORE (yf_store_get_type ())
G_DECLARE_FINAL_TYPE (YfStore, yf_store, YF, STORE, GObject)

YfStore         *yf_store_new                    (const char           *directory);

const char      *yf_store_get_directory          (YfStore              *self);
gboolean         yf_store_get_read_only          (YfStore              *self);
guint            yf_store_get_n_cut              (YfStore              *self);

/* Opening */
gboolean         yf_store_open                   (YfStore              *self,
                                                  GError              **error);
void             yf_store_close                  (YfStore              *self);
gboolean         yf_store_check                  (YfStore              *self,
                                                  GError              **error);

/* Reading: on the caller's thread, from a connection that never writes */
YfProfile       *yf_store_dup_profile            (YfStore              *self,
                                                  GError              **error);
YfCheckIn       *yf_store_dup_known              (YfStore              *self,
                                                  YfDay                 day,
                                                  GError              **error);
GPtrArray       *yf_store_dup_sessions           (YfStore              *self,
                                                  YfDay                 from,
                                                  YfDay                 to,
                                                  GError              **error);
YfSessionRecord *yf_store_dup_resumable          (YfStore              *self,
                                                  gint64                now,
                                                  GError              **error);
GPtrArray       *yf_store_dup_lone_check_ins     (YfStore              *self,
                                                  YfDay                 from,
                                                  YfDay                 to,
                                                  GError              **error);
GPtrArray       *yf_store_dup_reliefs            (YfStore              *self,
                                                  YfDay                 from,
                                                  YfDay                 to,
                                                  GError              **error);
GPtrArray       *yf_store_dup_activities         (YfStore              *self,
                                                  YfDay                 from,
                                                  YfDay                 to,
                                                  GError              **error);
GPtrArray       *yf_store_dup_own_exercises      (YfStore              *self,
                                                  GError              **error);
GPtrArray       *yf_store_dup_programmes         (YfStore              *self,
                                                  GError              **error);
gboolean         yf_store_find_programme         (YfStore              *self,
                                                  gint64                at,
                                                  YfDay                 day,
                                                  YfProgrammeRecord   **programme,
                                                  GError              **error);
gboolean         yf_store_get_consent            (YfStore              *self,
                                                  int                  *version,
                                                  gint64               *at,
                                                  GError              **error);
void             yf_store_list_sessions_async    (YfStore              *self,
                                                  YfDay                 from,
                                                  YfDay                 to,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
GPtrArray       *yf_store_list_sessions_finish   (YfStore              *self,
                                                  GAsyncResult         *result,
                                                  GError              **error);
YfLog           *yf_store_dup_log                (YfStore              *self,
                                                  YfDay                 from,
                                                  YfDay                 to,
                                                  GError              **error);
void             yf_store_load_log_async         (YfStore              *self,
                                                  YfDay                 from,
                                                  YfDay                 to,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
YfLog           *yf_store_load_log_finish        (YfStore              *self,
                                                  GAsyncResult         *result,
                                                  GError              **error);

/* Writing: on the writer thread, in the order of the calls */
void             yf_store_save_profile_async     (YfStore              *self,
                                                  const YfProfile      *profile,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
void             yf_store_add_check_in_async     (YfStore              *self,
                                                  const YfCheckIn      *check_in,
                                                  gint64                at,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
void             yf_store_begin_session_async    (YfStore              *self,
                                                  YfSessionRecord      *session,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
void             yf_store_resume_session_async   (YfStore              *self,
                                                  const char           *session,
                                                  gint64                at,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
void             yf_store_start_session_async    (YfStore              *self,
                                                  const char           *session,
                                                  gint64                started,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
void             yf_store_add_repetition_async   (YfStore              *self,
                                                  const char           *session,
                                                  const YfRepetition   *repetition,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
void             yf_store_add_stop_async         (YfStore              *self,
                                                  const char           *session,
                                                  const YfStop         *stop,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
void             yf_store_adjust_session_async   (YfStore              *self,
                                                  const char           *session,
                                                  const YfAdjustment   *adjustment,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
void             yf_store_answer_stop_async      (YfStore              *self,
                                                  const char           *session,
                                                  gint64                at,
                                                  int                   pain,
                                                  const char           *site,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
void             yf_store_end_exercise_async     (YfStore              *self,
                                                  const char           *session,
                                                  guint                 item,
                                                  YfRecordState         state,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
void             yf_store_end_session_async      (YfStore              *self,
                                                  const char           *session,
                                                  gint64                ended,
                                                  YfRecordState         state,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
void             yf_store_add_relief_async       (YfStore              *self,
                                                  const YfReliefRecord *relief,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
void             yf_store_end_relief_async       (YfStore              *self,
                                                  const char           *relief,
                                                  gint64                ended,
                                                  YfRecordState         state,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
void             yf_store_add_activity_async     (YfStore              *self,
                                                  const YfActivityRecord *activity,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
void             yf_store_remove_activity_async  (YfStore              *self,
                                                  const char           *activity,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
void             yf_store_save_own_exercise_async
                                                 (YfStore              *self,
                                                  const YfOwnExerciseRecord *exercise,
                                                  const char           *replaces,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
void             yf_store_retire_own_exercise_async
                                                 (YfStore              *self,
                                                  const char           *exercise,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
void             yf_store_set_consent_async      (YfStore              *self,
                                                  int                   version,
                                                  gint64                at,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
void             yf_store_set_after_async        (YfStore              *self,
                                                  const char           *session,
                                                  const YfAfter        *after,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
void             yf_store_set_morning_async      (YfStore              *self,
                                                  const char           *session,
                                                  YfMorning             morning,
                                                  gint64                at,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
void             yf_store_add_function_async     (YfStore              *self,
                                                  const YfFunctionActivity *activity,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
void             yf_store_retire_function_async  (YfStore              *self,
                                                  const char           *activity,
                                                  gint64                at,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
void             yf_store_add_rating_async       (YfStore              *self,
                                                  const YfFunctionRating *rating,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
void             yf_store_add_score_async        (YfStore              *self,
                                                  const YfClinicScore  *score,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
void             yf_store_set_schedule_async     (YfStore              *self,
                                                  const YfScheduleRecord *schedule,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
void             yf_store_install_programme_async
                                                 (YfStore              *self,
                                                  const YfProgrammeRecord *programme,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
void             yf_store_choose_programme_async (YfStore              *self,
                                                  const char           *programme,
                                                  gint64                at,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
void             yf_store_note_changes_async
                                                 (YfStore              *self,
                                                  GPtrArray            *dose_changes,
                                                  GArray               *stage_changes,
                                                  YfDay                 from,
                                                  YfDay                 to,
                                                  gint64                at,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
void             yf_store_add_flare_async
                                                 (YfStore              *self,
                                                  const YfFlareRecord  *flare,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
void             yf_store_add_review_async
                                                 (YfStore              *self,
                                                  const YfReviewRecord *review,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
void             yf_store_add_wishes_async
                                                 (YfStore              *self,
                                                  const YfWishRecord   *wishes,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
void             yf_store_add_reminder_async
                                                 (YfStore              *self,
                                                  const YfReminderRecord *reminder,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
void             yf_store_answer_reminder_async
                                                 (YfStore              *self,
                                                  const char           *reminder,
                                                  YfReminderAnswer      answer,
                                                  YfSkipReason          reason,
                                                  gint64                at,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
void             yf_store_add_break_async
                                                 (YfStore              *self,
                                                  const YfBreakRecord  *sitting_break,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
void             yf_store_answer_break_async
                                                 (YfStore              *self,
                                                  const char           *sitting_break,
                                                  gint64                length,
                                                  YfBreakAnswer         answer,
                                                  YfSkipReason          reason,
                                                  gint64                at,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
void             yf_store_edit_async             (YfStore              *self,
                                                  YfEntryKind           kind,
                                                  const char           *old,
                                                  gconstpointer         entry,
                                                  gint64                at,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
void             yf_store_import_async           (YfStore              *self,
                                                  YfLog                *log,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
gboolean         yf_store_import_finish          (YfStore              *self,
                                                  GAsyncResult         *result,
                                                  YfImportCounts       *counts,
                                                  GError              **error);
gboolean         yf_store_write_finish           (YfStore              *self,
                                                  GAsyncResult         *result,
                                                  GError              **error);

/* Keeping */
gboolean         yf_store_back_up                (YfStore              *self,
                                                  const char           *path,
                                                  GError              **error);
char            *yf_store_back_up_weekly         (YfStore              *self,
                                                  YfDay                 today,
                                                  GError              **error);
gboolean         yf_store_restore                (const char           *directory,
                                                  const char           *path,
                                                  char                **kept,
                                                  GError              **error);
gboolean         yf_store_erase                  (const char           *directory,
                                                  GError              **error);

G_END_DECLS
