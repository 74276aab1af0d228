/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-store.h"

G_BEGIN_DECLS

/* 20 November 2026, 19:00 in Shanghai, the time zone of the tests. */
#define EVENING (G_GINT64_CONSTANT (1795172400) * G_USEC_PER_SEC)
#define SHANGHAI (8 * 60 * 60)

typedef struct
{
  GAsyncResult *result;
} Waiter;

void             waiter_cb            (GObject          *object,
                                       GAsyncResult     *result,
                                       gpointer          user_data);
gboolean         waiter_finish        (Waiter           *self,
                                       YfStore          *store,
                                       GError          **error);
void             waiter_assert        (Waiter           *self,
                                       YfStore          *store);

char            *make_folder          (void);
void             remove_folder        (char             *folder);
char            *get_log_path         (const char       *folder);
YfStore         *open_store           (const char       *folder);

YfSessionRecord *make_session         (gint64            started,
                                       guint             n_exercises);
void             add_reps             (YfStore          *store,
                                       const char       *session,
                                       int               from,
                                       int               to);
YfRepetition     make_rep             (int               number);
char            *describe_session     (YfSessionRecord  *record);
char            *describe_check_in    (const YfCheckIn  *check_in);
void             fill_log             (const char       *folder,
                                       int               n_reps);
GPtrArray       *list_sessions        (YfStore          *store,
                                       YfDay             from,
                                       YfDay             to);
void             run_apart            (void);

void             assert_open_fails    (const char       *folder,
                                       YfStoreError      code);

typedef char Folder;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Folder, remove_folder)

G_END_DECLS
