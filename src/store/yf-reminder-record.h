/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YfReminderKind:
 * @YF_REMINDER_SESSION: a session is due
 * @YF_REMINDER_SESSION_AGAIN: it still is, once more on the same day
 * @YF_REMINDER_MORNING: how it was on the morning after a session
 */
typedef enum
{
  YF_REMINDER_SESSION,
  YF_REMINDER_SESSION_AGAIN,
  YF_REMINDER_MORNING,
} YfReminderKind;

/**
 * YfReminderAnswer:
 * @YF_REMINDER_UNANSWERED: nobody said anything
 * @YF_REMINDER_START: start was pressed
 * @YF_REMINDER_NOT_TODAY: not today, for a reason or for none
 * @YF_REMINDER_TOLD: the question of the morning was answered; what was said is with
 *   the session
 */
typedef enum
{
  YF_REMINDER_UNANSWERED,
  YF_REMINDER_START,
  YF_REMINDER_NOT_TODAY,
  YF_REMINDER_TOLD,
} YfReminderAnswer;

/**
 * YfSkipReason:
 * @YF_SKIP_UNSAID: nobody said
 * @YF_SKIP_NO_TIME: there was no time
 * @YF_SKIP_PAIN: it hurts
 * @YF_SKIP_UNWELL: not well, or tired
 * @YF_SKIP_DONE_OTHERWISE: already done, or up and about already
 * @YF_SKIP_NO_PLACE: not possible where the person is
 * @YF_SKIP_NO_WISH: did not want to
 *
 * Why a session or a break was not done. Asked without blame, and never needed.
 */
typedef enum
{
  YF_SKIP_UNSAID,
  YF_SKIP_NO_TIME,
  YF_SKIP_PAIN,
  YF_SKIP_UNWELL,
  YF_SKIP_DONE_OTHERWISE,
  YF_SKIP_NO_PLACE,
  YF_SKIP_NO_WISH,
} YfSkipReason;
#define YF_N_SKIP_REASONS (YF_SKIP_NO_WISH + 1)

/**
 * YfReminderRecord:
 * @id: a UUID
 * @kind: of what was reminded
 * @at: when it was shown, in microseconds since the Unix epoch
 * @utc_offset: seconds east of UTC in force at @at
 * @session: (nullable): the id of the session that a question of the morning is about
 * @answer: what was said
 * @answered_at: when, or 0
 * @reason: why not today
 */
typedef struct
{
  char             *id;
  YfReminderKind    kind;
  gint64            at;
  gint32            utc_offset;
  char             *session;
  YfReminderAnswer  answer;
  gint64            answered_at;
  YfSkipReason      reason;
} YfReminderRecord;

/**
 * YfBreakAnswer:
 * @YF_BREAK_UNANSWERED: it was offered, and nobody said anything
 * @YF_BREAK_DONE: it was done, as the person says
 * @YF_BREAK_PARTLY: a little of it
 * @YF_BREAK_SKIPPED: it was not done
 */
typedef enum
{
  YF_BREAK_UNANSWERED,
  YF_BREAK_DONE,
  YF_BREAK_PARTLY,
  YF_BREAK_SKIPPED,
} YfBreakAnswer;

/**
 * YfBreakRecord:
 * @id: a UUID
 * @at: when it was offered, in microseconds since the Unix epoch
 * @utc_offset: seconds east of UTC in force at @at
 * @sat: how long the person had been sitting, in microseconds of real presence
 * @length: how long it was to be, in microseconds; 0 where it was never begun
 * @answer: what the person says
 * @answered_at: when, or 0
 * @reason: why it was skipped
 *
 * A break from sitting. Not to be taken for the breaks within a session.
 */
typedef struct
{
  char          *id;
  gint64         at;
  gint32         utc_offset;
  gint64         sat;
  gint64         length;
  YfBreakAnswer  answer;
  gint64         answered_at;
  YfSkipReason   reason;
} YfBreakRecord;

YfReminderRecord *yf_reminder_record_new       (YfReminderKind          kind,
                                                const char             *session,
                                                gint64                  at);
YfReminderRecord *yf_reminder_record_copy      (const YfReminderRecord *self);
void              yf_reminder_record_free      (YfReminderRecord       *self);

YfBreakRecord    *yf_break_record_new          (gint64                  sat,
                                                gint64                  at);
YfBreakRecord    *yf_break_record_copy         (const YfBreakRecord    *self);
void              yf_break_record_free         (YfBreakRecord          *self);

const char       *yf_reminder_kind_get_id      (YfReminderKind          kind);
gboolean          yf_reminder_kind_from_id     (const char             *id,
                                                YfReminderKind         *kind);
const char       *yf_reminder_answer_get_id    (YfReminderAnswer        answer);
gboolean          yf_reminder_answer_from_id   (const char             *id,
                                                YfReminderAnswer       *answer);
const char       *yf_break_answer_get_id       (YfBreakAnswer           answer);
gboolean          yf_break_answer_from_id      (const char             *id,
                                                YfBreakAnswer          *answer);
const char       *yf_skip_reason_get_id        (YfSkipReason            reason);
gboolean          yf_skip_reason_from_id       (const char             *id,
                                                YfSkipReason           *reason);
const char       *yf_skip_reason_get_name      (YfSkipReason            reason);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfReminderRecord, yf_reminder_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfBreakRecord, yf_break_record_free)

G_END_DECLS
