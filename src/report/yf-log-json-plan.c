/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-log-json-writer.h"

#include "yf-json.h"

static void
add_dose_change (const YfLogWriter *self,
                 gconstpointer      entry)
{
  const YfDoseChangeRecord *record = entry;
  const YfDoseChange *change = record->change;

  yf_json_begin (self->builder, NULL, '{');
  yf_json_add_string (self->builder, "id", record->id);
  yf_log_writer_add_moment (self, "at", record->at, record->utc_offset);
  yf_json_add_day (self->builder, "day", change->day);
  yf_json_add_string (self->builder, "exercise", change->exercise);
  yf_json_add_dose (self->builder, "from", &change->from);
  yf_json_add_dose (self->builder, "to", &change->to);
  yf_json_add_string (self->builder, "reason", yf_dose_reason_get_id (change->reason));
  yf_json_begin (self->builder, "evidence", '[');
  for (guint i = 0; i < change->evidence->len; i++)
    {
      const YfEvidence *evidence = &g_array_index (change->evidence, YfEvidence, i);

      /* Where the day itself is the evidence, there is no entry. */
      yf_json_begin (self->builder, NULL, '{');
      yf_json_add_string (self->builder, "entry", *evidence->entry != '\0' ? evidence->entry : NULL);
      yf_json_add_day (self->builder, "day", evidence->day);
      yf_json_end (self->builder, '}');
    }
  yf_json_end (self->builder, ']');
  yf_log_writer_add_moment (self, "withdrawn", record->withdrawn_at, record->utc_offset);
  yf_json_end (self->builder, '}');
}

static void
add_stage_change (const YfLogWriter *self,
                  gconstpointer      entry)
{
  const YfStageChangeRecord *record = entry;

  yf_json_begin (self->builder, NULL, '{');
  yf_json_add_string (self->builder, "id", record->id);
  yf_log_writer_add_moment (self, "at", record->at, record->utc_offset);
  yf_json_add_day (self->builder, "day", record->change.day);
  yf_json_add_string (self->builder, "from", yf_stage_get_id (record->change.from));
  yf_json_add_string (self->builder, "to", yf_stage_get_id (record->change.to));
  yf_json_add_bool (self->builder, "after_flare", record->change.after_flare);
  yf_json_add_bool (self->builder, "surgery", record->change.surgery);
  yf_log_writer_add_moment (self, "withdrawn", record->withdrawn_at, record->utc_offset);
  yf_json_end (self->builder, '}');
}

static void
add_flare (const YfLogWriter *self,
           gconstpointer      entry)
{
  const YfFlareRecord *flare = entry;

  yf_json_begin (self->builder, NULL, '{');
  yf_json_add_string (self->builder, "id", flare->id);
  yf_log_writer_add_moment (self, "at", flare->at, flare->utc_offset);
  yf_json_end (self->builder, '}');
}

static void
add_review (const YfLogWriter *self,
            gconstpointer      entry)
{
  const YfReviewRecord *review = entry;

  yf_json_begin (self->builder, NULL, '{');
  yf_json_add_string (self->builder, "id", review->id);
  yf_log_writer_add_moment (self, "at", review->at, review->utc_offset);
  yf_json_add_string (self->builder, "exercise", review->exercise);
  yf_json_add_string (self->builder, "clinician", review->clinician);
  yf_json_end (self->builder, '}');
}

static void
add_wishes (const YfLogWriter *self,
            gconstpointer      entry)
{
  const YfWishRecord *record = entry;

  yf_json_begin (self->builder, NULL, '{');
  yf_json_add_string (self->builder, "id", record->id);
  yf_log_writer_add_moment (self, "at", record->at, record->utc_offset);
  yf_json_begin (self->builder, "wishes", '[');
  for (guint i = 0; i < record->wishes->len; i++)
    {
      const YfWish *wish = &g_array_index (record->wishes, YfWish, i);

      yf_json_begin (self->builder, NULL, '{');
      yf_json_add_string (self->builder, "kind", yf_wish_kind_get_id (wish->kind));
      yf_json_add_string (self->builder, "exercise", wish->exercise);
      yf_json_end (self->builder, '}');
    }
  yf_json_end (self->builder, ']');
  yf_json_end (self->builder, '}');
}

static void
add_reminder (const YfLogWriter *self,
              gconstpointer      entry)
{
  const YfReminderRecord *reminder = entry;

  yf_json_begin (self->builder, NULL, '{');
  yf_json_add_string (self->builder, "id", reminder->id);
  yf_log_writer_add_moment (self, "at", reminder->at, reminder->utc_offset);
  yf_json_add_string (self->builder, "kind", yf_reminder_kind_get_id (reminder->kind));
  yf_json_add_string (self->builder, "session", reminder->session);
  yf_json_add_string (self->builder, "answer", yf_reminder_answer_get_id (reminder->answer));
  yf_log_writer_add_moment (self, "answered", reminder->answered_at, reminder->utc_offset);
  yf_json_add_string (self->builder, "reason", yf_skip_reason_get_id (reminder->reason));
  yf_json_end (self->builder, '}');
}

static void
add_sitting_break (const YfLogWriter *self,
                   gconstpointer      entry)
{
  const YfBreakRecord *one = entry;

  yf_json_begin (self->builder, NULL, '{');
  yf_json_add_string (self->builder, "id", one->id);
  yf_log_writer_add_moment (self, "at", one->at, one->utc_offset);
  yf_json_add_seconds (self->builder, "sat_s", one->sat);
  yf_json_add_seconds (self->builder, "length_s", one->length);
  yf_json_add_string (self->builder, "answer", yf_break_answer_get_id (one->answer));
  yf_log_writer_add_moment (self, "answered", one->answered_at, one->utc_offset);
  yf_json_add_string (self->builder, "reason", yf_skip_reason_get_id (one->reason));
  yf_json_end (self->builder, '}');
}

static void
add_programme (const YfLogWriter *self,
               gconstpointer      entry)
{
  const YfProgrammeRecord *programme = entry;

  yf_json_begin (self->builder, NULL, '{');
  yf_json_add_string (self->builder, "id", programme->id);
  yf_log_writer_add_moment (self, "at", programme->at, programme->utc_offset);
  yf_json_add_string (self->builder, "xml", programme->xml);
  yf_json_end (self->builder, '}');
}

static void
add_programme_choice (const YfLogWriter *self,
                      gconstpointer      entry)
{
  const YfProgrammeChoice *choice = entry;

  yf_json_begin (self->builder, NULL, '{');
  yf_json_add_string (self->builder, "id", choice->id);
  yf_log_writer_add_moment (self, "at", choice->at, choice->utc_offset);
  yf_json_add_string (self->builder, "programme", choice->programme);
  yf_json_end (self->builder, '}');
}

/* In a file that is read back, what there is none of is left out, so that such a
 * file is as it always was; a script finds every list. */
static void
add_later_list (const YfLogWriter *self,
                const char        *key,
                GPtrArray         *entries,
                void             (*add) (const YfLogWriter *, gconstpointer))
{
  if (!self->whole || entries->len > 0)
    yf_log_writer_add_list (self, key, entries, add);
}

/**
 * yf_log_writer_add_moment:
 * @self: the writer
 * @key: the name of the member
 * @real: a moment, in microseconds since the Unix epoch; 0 becomes null
 * @utc_offset: seconds east of UTC in which it is written
 */
void
yf_log_writer_add_moment (const YfLogWriter *self,
                          const char        *key,
                          gint64             real,
                          gint32             utc_offset)
{
  g_autofree char *text = NULL;

  if (real != 0)
    text = self->whole ? yf_real_to_iso8601_exact (real, utc_offset) : yf_real_to_iso8601 (real, utc_offset);

  yf_json_add_string (self->builder, key, text);
}

/**
 * yf_log_writer_add_list:
 * @self: the writer
 * @key: the name of the member
 * @entries: what is in the list
 * @add: what writes one of them
 */
void
yf_log_writer_add_list (const YfLogWriter *self,
                        const char        *key,
                        GPtrArray         *entries,
                        void             (*add) (const YfLogWriter *, gconstpointer))
{
  yf_json_begin (self->builder, key, '[');
  for (guint i = 0; i < entries->len; i++)
    add (self, g_ptr_array_index (entries, i));
  yf_json_end (self->builder, ']');
}

/**
 * yf_log_writer_add_programmes:
 * @self: the writer
 *
 * Adds the versions of physiotherapists' programmes, and which of them the
 * person agreed to, where there are any.
 */
void
yf_log_writer_add_programmes (const YfLogWriter *self)
{
  add_later_list (self, "programmes", self->log->programmes, add_programme);
  add_later_list (self, "programme_choices", self->log->programme_choices, add_programme_choice);
}

/**
 * yf_log_writer_add_plan:
 * @self: the writer
 *
 * Adds what the plan decided and why, what the person said to it, and how the
 * hours between sessions went. Lengths are in seconds.
 */
void
yf_log_writer_add_plan (const YfLogWriter *self)
{
  YfLog *log = self->log;

  add_later_list (self, "dose_changes", log->dose_changes, add_dose_change);
  add_later_list (self, "stage_changes", log->stage_changes, add_stage_change);
  add_later_list (self, "flares", log->flares, add_flare);
  add_later_list (self, "reviews", log->reviews, add_review);
  add_later_list (self, "wishes", log->wishes, add_wishes);
  add_later_list (self, "reminders", log->reminders, add_reminder);
  add_later_list (self, "sitting_breaks", log->sitting_breaks, add_sitting_break);
}
