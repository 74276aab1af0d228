/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-programme.h"

G_BEGIN_DECLS

/**
 * YfProgrammeRecord:
 * @id: a UUID
 * @at: when it was installed, in microseconds since the Unix epoch
 * @utc_offset: seconds east of UTC in force at @at
 * @from: the first day on which it counts
 * @until: the last, or %YF_DAY_NONE
 * @xml: the file
 *
 * One version of a physiotherapist's programme as the log has it. Never changed.
 */
typedef struct
{
  char   *id;
  gint64  at;
  gint32  utc_offset;
  YfDay   from;
  YfDay   until;
  char   *xml;
} YfProgrammeRecord;

/**
 * YfProgrammeChoice:
 * @id: a UUID
 * @at: from when on, in microseconds since the Unix epoch
 * @utc_offset: seconds east of UTC in force at @at
 * @programme: (nullable): the id of the version that the person has agreed to, or
 *   %NULL for none
 */
typedef struct
{
  char   *id;
  gint64  at;
  gint32  utc_offset;
  char   *programme;
} YfProgrammeChoice;

/**
 * YfProgrammeFollowed:
 * @session: the id of a session
 * @programme: the id of the version that was in force when it was begun
 */
typedef struct
{
  char *session;
  char *programme;
} YfProgrammeFollowed;

YfProgrammeRecord   *yf_programme_record_new    (YfProgramme               *programme,
                                                 gint64                     at);
YfProgrammeRecord   *yf_programme_record_copy   (const YfProgrammeRecord   *self);
void                 yf_programme_record_free   (YfProgrammeRecord         *self);
YfProgramme         *yf_programme_record_read   (const YfProgrammeRecord   *self,
                                                 YfCatalogue               *catalogue,
                                                 GError                   **error);

YfProgrammeChoice   *yf_programme_choice_new    (const char                *programme,
                                                 gint64                     at);
YfProgrammeChoice   *yf_programme_choice_copy   (const YfProgrammeChoice   *self);
void                 yf_programme_choice_free   (YfProgrammeChoice         *self);

YfProgrammeFollowed *yf_programme_followed_new  (const char                *session,
                                                 const char                *programme);
YfProgrammeFollowed *yf_programme_followed_copy (const YfProgrammeFollowed *self);
void                 yf_programme_followed_free (YfProgrammeFollowed       *self);

GPtrArray           *yf_programme_records_get_own
                                                (GPtrArray                 *records,
                                                 YfCatalogue               *catalogue);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfProgrammeRecord, yf_programme_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfProgrammeChoice, yf_programme_choice_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfProgrammeFollowed, yf_programme_followed_free)

G_END_DECLS
