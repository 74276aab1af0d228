/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-reminder-record.h"

#include <glib/gi18n-lib.h>

#include "yf-ids.h"
#include "yf-record.h"

static const char * const kinds[] = { "session", "session-again", "morning" };
static const char * const answers[] = { "unanswered", "start", "not-today", "told" };
static const char * const break_answers[] = { "unanswered", "done", "partly", "skipped" };

static const struct
{
  const char *id;
  const char *name;
} reasons[YF_N_SKIP_REASONS] = {
  [YF_SKIP_UNSAID] = { "unsaid", NC_("why not", "No reason given") },
  [YF_SKIP_NO_TIME] = { "no-time", NC_("why not", "No time") },
  [YF_SKIP_PAIN] = { "pain", NC_("why not", "It hurts") },
  [YF_SKIP_UNWELL] = { "unwell", NC_("why not", "Tired or not well") },
  [YF_SKIP_DONE_OTHERWISE] = { "done-otherwise", NC_("why not", "Already moved enough") },
  [YF_SKIP_NO_PLACE] = { "no-place", NC_("why not", "Not possible where I am") },
  [YF_SKIP_NO_WISH] = { "no-wish", NC_("why not", "I do not feel like it") },
};

/**
 * yf_reminder_record_new:
 * @kind: of what is reminded
 * @session: (nullable): the id of the session that a question of the morning is about
 * @at: when it is shown, in microseconds since the Unix epoch
 *
 * Returns: (transfer full): a record with an id of its own, unanswered
 */
YfReminderRecord *
yf_reminder_record_new (YfReminderKind  kind,
                        const char     *session,
                        gint64          at)
{
  YfReminderRecord *self = g_new0 (YfReminderRecord, 1);

  self->id = g_uuid_string_random ();
  self->kind = kind;
  self->at = at;
  self->utc_offset = yf_real_get_utc_offset (at);
  self->session = g_strdup (session);

  return self;
}

/**
 * yf_reminder_record_copy:
 * @self: a reminder
 *
 * Returns: (transfer full): a copy
 */
YfReminderRecord *
yf_reminder_record_copy (const YfReminderRecord *self)
{
  YfReminderRecord *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->id = g_strdup (self->id);
  copy->session = g_strdup (self->session);

  return copy;
}

void
yf_reminder_record_free (YfReminderRecord *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self->session);
  g_free (self);
}

/**
 * yf_break_record_new:
 * @sat: how long the person had been sitting, in microseconds
 * @at: when it is offered, in microseconds since the Unix epoch
 *
 * Returns: (transfer full): a record with an id of its own, unanswered
 */
YfBreakRecord *
yf_break_record_new (gint64 sat,
                     gint64 at)
{
  YfBreakRecord *self;

  g_return_val_if_fail (sat >= 0, NULL);

  self = g_new0 (YfBreakRecord, 1);
  self->id = g_uuid_string_random ();
  self->at = at;
  self->utc_offset = yf_real_get_utc_offset (at);
  self->sat = sat;

  return self;
}

/**
 * yf_break_record_copy:
 * @self: a break
 *
 * Returns: (transfer full): a copy
 */
YfBreakRecord *
yf_break_record_copy (const YfBreakRecord *self)
{
  YfBreakRecord *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->id = g_strdup (self->id);

  return copy;
}

void
yf_break_record_free (YfBreakRecord *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self);
}

/**
 * yf_reminder_kind_get_id:
 * @kind: a value
 *
 * Returns: what files and the log call it
 */
const char *
yf_reminder_kind_get_id (YfReminderKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kinds), NULL);

  return kinds[kind];
}

/**
 * yf_reminder_kind_from_id:
 * @id: (nullable): what a file calls it
 * @kind: (out): the value
 *
 * Returns: whether there is one
 */
gboolean
yf_reminder_kind_from_id (const char *id,
                          YfReminderKind *kind)
{
  YF_IDS_FROM_ID (kinds, id, kind);
}

/**
 * yf_reminder_answer_get_id:
 * @answer: a value
 *
 * Returns: what files and the log call it
 */
const char *
yf_reminder_answer_get_id (YfReminderAnswer answer)
{
  g_return_val_if_fail ((guint) answer < G_N_ELEMENTS (answers), NULL);

  return answers[answer];
}

/**
 * yf_reminder_answer_from_id:
 * @id: (nullable): what a file calls it
 * @answer: (out): the value
 *
 * Returns: whether there is one
 */
gboolean
yf_reminder_answer_from_id (const char *id,
                            YfReminderAnswer *answer)
{
  YF_IDS_FROM_ID (answers, id, answer);
}

/**
 * yf_break_answer_get_id:
 * @answer: a value
 *
 * Returns: what files and the log call it
 */
const char *
yf_break_answer_get_id (YfBreakAnswer answer)
{
  g_return_val_if_fail ((guint) answer < G_N_ELEMENTS (break_answers), NULL);

  return break_answers[answer];
}

/**
 * yf_break_answer_from_id:
 * @id: (nullable): what a file calls it
 * @answer: (out): the value
 *
 * Returns: whether there is one
 */
gboolean
yf_break_answer_from_id (const char *id,
                         YfBreakAnswer *answer)
{
  YF_IDS_FROM_ID (break_answers, id, answer);
}

/**
 * yf_skip_reason_get_id:
 * @reason: a reason
 *
 * Returns: what files and the log call it
 */
const char *
yf_skip_reason_get_id (YfSkipReason reason)
{
  g_return_val_if_fail ((guint) reason < YF_N_SKIP_REASONS, NULL);

  return reasons[reason].id;
}

/**
 * yf_skip_reason_from_id:
 * @id: (nullable): what a file calls it
 * @reason: (out): the reason
 *
 * Returns: whether there is one
 */
gboolean
yf_skip_reason_from_id (const char   *id,
                        YfSkipReason *reason)
{
  for (guint i = 0; i < YF_N_SKIP_REASONS; i++)
    if (g_strcmp0 (reasons[i].id, id) == 0)
      {
        *reason = (YfSkipReason) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * yf_skip_reason_get_name:
 * @reason: a reason
 *
 * Returns: what a person reads, in their language
 */
const char *
yf_skip_reason_get_name (YfSkipReason reason)
{
  g_return_val_if_fail ((guint) reason < YF_N_SKIP_REASONS, NULL);

  return g_dpgettext2 (NULL, "why not", reasons[reason].name);
}
