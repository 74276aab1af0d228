/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-break-log.h"

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (YfPerson) person = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (yf_store_write_finish (YF_STORE (source), result, &error))
    return;

  /* Translators: %s is a sentence that says why */
  message = g_strdup_printf (_("The break could not be written down. %s"), error->message);
  g_signal_emit_by_name (person, "trouble", message);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (YfPerson) person = g_object_ref (user_data);

  written_cb (source, result, user_data);
  yf_person_note_logged (person);
}

/**
 * yf_break_log_add:
 * @person: who is offered a break; where their log cannot be written, nothing is
 * @record: the break
 *
 * Writes down that a break from sitting is offered.
 */
void
yf_break_log_add (YfPerson            *person,
                  const YfBreakRecord *record)
{
  if (yf_person_can_write (person))
    yf_store_add_break_async (yf_person_get_store (person), record, NULL, written_cb, g_object_ref (person));
}

/**
 * yf_break_log_answer:
 * @person: whose break it is; where their log cannot be written, nothing is
 * @record: the break, which yf_break_log_add() was told of, with its length
 * @answer: what they say; %YF_BREAK_UNANSWERED where it is only begun
 * @reason: why not, with %YF_BREAK_SKIPPED
 *
 * Writes down what has become of a break.
 */
void
yf_break_log_answer (YfPerson            *person,
                     const YfBreakRecord *record,
                     YfBreakAnswer        answer,
                     YfSkipReason         reason)
{
  if (yf_person_can_write (person))
    yf_store_answer_break_async (yf_person_get_store (person), record->id, record->length, answer, reason,
                                 yf_clock_get_real (yf_person_get_clock (person)), NULL,
                                 answer == YF_BREAK_UNANSWERED ? written_cb : answered_cb, g_object_ref (person));
}
