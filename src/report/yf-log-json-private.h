/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-json-place.h"
#include "yf-log.h"

G_BEGIN_DECLS

/**
 * YfLogReader:
 * @catalogue: what exists
 * @ids: (element-type utf8): the ids of the entries that were read, so that
 *   none is there twice
 * @log: what is being read, of which what stands further up is there
 *
 * What is known while a complete export is read.
 */
typedef struct
{
  YfCatalogue *catalogue;
  GHashTable  *ids;
  YfLog       *log;
} YfLogReader;

/**
 * YfLogList:
 * @key: the name of the member
 * @read: reads what stands at a place and puts it into the list
 * @list: where the entries go
 * @may_be_missing: whether the member may be missing, which is as if it were empty
 *
 * A list of entries of one kind.
 */
typedef struct
{
  const char  *key;
  gboolean   (*read) (YfLogReader *, const YfJsonPlace *, GPtrArray *, GError **);
  GPtrArray   *list;
  gboolean     may_be_missing;
} YfLogList;

gboolean         yf_log_reader_take_id      (YfLogReader        *self,
                                             const YfJsonPlace  *place,
                                             char              **id,
                                             GError            **error);
gboolean         yf_log_reader_read_state   (const YfJsonPlace  *place,
                                             YfRecordState      *state,
                                             GError            **error);
gboolean         yf_log_reader_read_exercise
                                            (const YfJsonPlace  *place,
                                             const char        **id,
                                             GError            **error);
gboolean         yf_log_reader_read_dose    (const YfJsonPlace  *place,
                                             const char         *member,
                                             YfDose             *dose,
                                             GError            **error);
gboolean         yf_log_reader_read_answers (YfLogReader        *self,
                                             const YfJsonPlace  *place,
                                             YfCheckIn          *check_in,
                                             GError            **error);
gboolean         yf_log_reader_read_all     (YfLogReader        *self,
                                             const YfJsonPlace  *place,
                                             const YfLogList    *lists,
                                             gsize               n_lists,
                                             GError            **error);
gboolean         yf_log_reader_read_lists   (YfLogReader        *self,
                                             const YfJsonPlace  *root,
                                             YfLog              *log,
                                             GError            **error);
gboolean         yf_log_reader_read_plan    (YfLogReader        *self,
                                             const YfJsonPlace  *root,
                                             YfLog              *log,
                                             GError            **error);
gboolean         yf_log_reader_read_superseded
                                            (YfLogReader        *self,
                                             const YfJsonPlace  *place,
                                             YfLog              *log,
                                             GError            **error);
YfSessionRecord *yf_log_reader_read_session (YfLogReader        *self,
                                             const YfJsonPlace  *place,
                                             GError            **error);

G_END_DECLS
