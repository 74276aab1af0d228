/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-report.h"

G_BEGIN_DECLS

/**
 * YfReportSet:
 * @item: which exercise of the session, from 0
 * @side: the side
 * @set: from 1; 0 where no repetition of the exercise was counted
 * @n_reps: repetitions that were counted
 * @hold: time under hold, in microseconds
 * @started: when the first of them began, in microseconds since the Unix epoch;
 *   0 without any
 * @ended: when the last of them was counted, likewise
 * @tapped: whether the person counted the first of them
 *
 * One set as the papers tell it.
 */
typedef struct
{
  guint    item;
  YfSide   side;
  int      set;
  int      n_reps;
  gint64   hold;
  gint64   started;
  gint64   ended;
  gboolean tapped;
} YfReportSet;

/**
 * YfReportCheckIn:
 * @check_in: the answers
 * @entry: the id of the session or of the check-in
 * @at: when, in microseconds since the Unix epoch
 * @utc_offset: seconds east of UTC in force at @at
 * @session: (nullable): the session that followed
 *
 * One check-in, with a session or without.
 */
typedef struct
{
  const YfCheckIn *check_in;
  const char      *entry;
  gint64           at;
  gint32           utc_offset;
  YfSessionRecord *session;
} YfReportCheckIn;

GArray     *yf_report_dup_sets      (YfSessionRecord       *session);
GArray     *yf_report_dup_check_ins (YfLog                 *log);

const char *yf_report_side_name     (YfSide                 side);
const char *yf_report_site_name     (const char            *site);
const char *yf_report_moved_name    (YfMoved                moved);
const char *yf_report_flag_text     (YfReport              *self,
                                     const char            *flag);
char       *yf_report_names         (YfReport              *self,
                                     const char * const    *ids,
                                     gboolean               exercises);
char       *yf_report_edit_text     (const YfEdit          *edit);
const char *yf_report_reminder_kind_name   (YfReminderKind   kind);
const char *yf_report_reminder_answer_name (YfReminderAnswer answer);
const char *yf_report_break_answer_name    (YfBreakAnswer    answer);

G_END_DECLS
