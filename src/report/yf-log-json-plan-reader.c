/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-log-json-private.h"

#include <glib/gi18n-lib.h>

#include "yf-report.h"

/* Each of these reads what stands at a place and puts it into a list. */

static gboolean
read_evidence (const YfJsonPlace  *place,
               YfDoseChange       *change,
               GError            **error)
{
  static const char * const members[] = { "entry", "day", NULL };
  const char *entry;
  YfDay day;

  if (!yf_json_place_is_object (place, members, error) ||
      !yf_json_read_id (place, "entry", TRUE, &entry, error) ||
      !yf_json_read_day (place, "day", FALSE, &day, error))
    return FALSE;

  yf_dose_change_add (change, entry != NULL ? entry : "", day);
  return TRUE;
}

static gboolean
read_dose_change (YfLogReader        *self,
                  const YfJsonPlace  *place,
                  GPtrArray          *list,
                  GError            **error)
{
  static const char * const members[] = {
    "id", "at", "day", "exercise", "from", "to", "reason", "evidence", "withdrawn", NULL
  };
  const YfJsonPlace reason_place = yf_json_place_get_member (place, "reason");
  const YfJsonPlace evidence = yf_json_place_get_member (place, "evidence");
  g_autoptr (YfDoseChange) change = NULL;
  g_autofree char *id = NULL;
  YfDoseChangeRecord *record;
  YfDoseReason reason;
  const char *exercise;
  gint64 withdrawn;
  gint32 utc_offset;
  gint64 at;
  YfDose from;
  YfDose to;
  YfDay day;
  guint length;

  if (!yf_json_place_is_object (place, members, error) ||
      !yf_log_reader_take_id (self, place, &id, error) ||
      !yf_json_read_moment (place, "at", FALSE, &at, &utc_offset, error) ||
      !yf_json_read_day (place, "day", FALSE, &day, error) ||
      !yf_log_reader_read_exercise (place, &exercise, error) ||
      !yf_log_reader_read_dose (place, "from", &from, error) ||
      !yf_log_reader_read_dose (place, "to", &to, error) ||
      !yf_json_read_moment (place, "withdrawn", TRUE, &withdrawn, NULL, error))
    return FALSE;

  if (!yf_dose_reason_from_id (yf_json_place_get_string (&reason_place), &reason))
    return yf_json_place_refuse (&reason_place, _("a reason such as “good-sessions” or “pain-stop”"), error);

  if (!yf_json_place_is_array (&evidence, &length, error))
    return FALSE;
  if (length == 0)
    return yf_json_place_refuse (&evidence, _("a list of one entry at least"), error);

  change = yf_dose_change_new (day, exercise, &from, &to, reason);
  for (guint i = 0; i < length; i++)
    {
      const YfJsonPlace element = yf_json_place_get_element (&evidence, i);

      if (!read_evidence (&element, change, error))
        return FALSE;
    }

  record = yf_dose_change_record_new (change, at);
  g_free (record->id);
  record->id = g_steal_pointer (&id);
  record->utc_offset = utc_offset;
  record->withdrawn_at = withdrawn;
  g_ptr_array_add (list, record);
  return TRUE;
}

static gboolean
read_stage (const YfJsonPlace  *place,
            const char         *member,
            YfStage            *stage,
            GError            **error)
{
  const YfJsonPlace at = yf_json_place_get_member (place, member);

  if (yf_stage_from_id (yf_json_place_get_string (&at), stage))
    return TRUE;

  return yf_json_place_refuse (&at, _("“prevention”, “acute”, “easing”, “recovery” or “maintenance”"), error);
}

static gboolean
read_stage_change (YfLogReader        *self,
                   const YfJsonPlace  *place,
                   GPtrArray          *list,
                   GError            **error)
{
  static const char * const members[] = {
    "id", "at", "day", "from", "to", "after_flare", "surgery", "withdrawn", NULL
  };
  const YfJsonPlace to = yf_json_place_get_member (place, "to");
  g_autoptr (YfStageChangeRecord) record = g_new0 (YfStageChangeRecord, 1);
  YfStageChange *change = &record->change;

  if (!yf_json_place_is_object (place, members, error) ||
      !yf_log_reader_take_id (self, place, &record->id, error) ||
      !yf_json_read_moment (place, "at", FALSE, &record->at, &record->utc_offset, error) ||
      !yf_json_read_day (place, "day", FALSE, &change->day, error) ||
      !read_stage (place, "from", &change->from, error) ||
      !read_stage (place, "to", &change->to, error) ||
      !yf_json_read_bool (place, "after_flare", &change->after_flare, error) ||
      !yf_json_read_bool (place, "surgery", &change->surgery, error) ||
      !yf_json_read_moment (place, "withdrawn", TRUE, &record->withdrawn_at, NULL, error))
    return FALSE;

  if (change->from == change->to)
    return yf_json_place_refuse (&to, _("another stage than “from”"), error);

  g_ptr_array_add (list, g_steal_pointer (&record));
  return TRUE;
}

static gboolean
read_flare (YfLogReader        *self,
            const YfJsonPlace  *place,
            GPtrArray          *list,
            GError            **error)
{
  static const char * const members[] = { "id", "at", NULL };
  g_autoptr (YfFlareRecord) flare = g_new0 (YfFlareRecord, 1);

  if (!yf_json_place_is_object (place, members, error) ||
      !yf_log_reader_take_id (self, place, &flare->id, error) ||
      !yf_json_read_moment (place, "at", FALSE, &flare->at, &flare->utc_offset, error))
    return FALSE;

  g_ptr_array_add (list, g_steal_pointer (&flare));
  return TRUE;
}

static gboolean
read_review (YfLogReader        *self,
             const YfJsonPlace  *place,
             GPtrArray          *list,
             GError            **error)
{
  static const char * const members[] = { "id", "at", "exercise", "clinician", NULL };
  g_autoptr (YfReviewRecord) review = g_new0 (YfReviewRecord, 1);
  const char *exercise;
  const char *clinician;

  if (!yf_json_place_is_object (place, members, error) ||
      !yf_log_reader_take_id (self, place, &review->id, error) ||
      !yf_json_read_moment (place, "at", FALSE, &review->at, &review->utc_offset, error) ||
      !yf_log_reader_read_exercise (place, &exercise, error) ||
      !yf_json_read_string (place, "clinician", TRUE, &clinician, error))
    return FALSE;

  review->exercise = g_strdup (exercise);
  review->clinician = g_strdup (clinician);
  g_ptr_array_add (list, g_steal_pointer (&review));
  return TRUE;
}

static gboolean
read_wish (const YfJsonPlace  *place,
           YfWishRecord       *record,
           GError            **error)
{
  static const char * const members[] = { "kind", "exercise", NULL };
  const YfJsonPlace member = yf_json_place_get_member (place, "kind");
  const char *id = NULL;
  const char *exercise;
  YfWishKind kind;

  if (!yf_json_place_is_object (place, members, error))
    return FALSE;

  id = yf_json_place_get_string (&member);
  if (id == NULL || !yf_wish_kind_from_id (id, &kind))
    return yf_json_place_refuse (&member, _("“leave-out”, “add” or “order”"), error);
  if (!yf_log_reader_read_exercise (place, &exercise, error))
    return FALSE;

  yf_wish_record_add (record, kind, exercise);
  return TRUE;
}

static gboolean
read_wishes (YfLogReader        *self,
             const YfJsonPlace  *place,
             GPtrArray          *list,
             GError            **error)
{
  static const char * const members[] = { "id", "at", "wishes", NULL };
  const YfJsonPlace wishes = yf_json_place_get_member (place, "wishes");
  g_autoptr (YfWishRecord) record = yf_wish_record_new (0);
  guint length;

  g_clear_pointer (&record->id, g_free);
  if (!yf_json_place_is_object (place, members, error) ||
      !yf_log_reader_take_id (self, place, &record->id, error) ||
      !yf_json_read_moment (place, "at", FALSE, &record->at, &record->utc_offset, error) ||
      !yf_json_place_is_array (&wishes, &length, error))
    return FALSE;

  for (guint i = 0; i < length; i++)
    {
      const YfJsonPlace element = yf_json_place_get_element (&wishes, i);

      if (!read_wish (&element, record, error))
        return FALSE;
    }

  g_ptr_array_add (list, g_steal_pointer (&record));
  return TRUE;
}

/* When something was answered is known exactly where it was. */
static gboolean
read_answered (const YfJsonPlace  *place,
               gboolean            is_answered,
               gint64             *answered_at,
               GError            **error)
{
  const YfJsonPlace member = yf_json_place_get_member (place, "answered");

  if (is_answered)
    return yf_json_read_moment (place, "answered", FALSE, answered_at, NULL, error);

  *answered_at = 0;
  return yf_json_place_is_null (&member) ||
         yf_json_place_refuse (&member, _("null, for nothing was answered"), error);
}

/* A reason is one for not having done it. */
static gboolean
read_reason (const YfJsonPlace  *place,
             gboolean            may_have_one,
             YfSkipReason       *reason,
             GError            **error)
{
  const YfJsonPlace member = yf_json_place_get_member (place, "reason");
  const char *id = yf_json_place_get_string (&member);

  if (id == NULL || !yf_skip_reason_from_id (id, reason))
    return yf_json_place_refuse (&member, _("a reason such as “no-time” or “unsaid”"), error);

  return may_have_one || *reason == YF_SKIP_UNSAID ||
         yf_json_place_refuse (&member, _("“unsaid”, for it was not declined"), error);
}

static gboolean
read_reminder (YfLogReader        *self,
               const YfJsonPlace  *place,
               GPtrArray          *list,
               GError            **error)
{
  static const char * const members[] = { "id", "at", "kind", "session", "answer", "answered", "reason", NULL };
  const YfJsonPlace kind = yf_json_place_get_member (place, "kind");
  const YfJsonPlace about = yf_json_place_get_member (place, "session");
  const YfJsonPlace answer = yf_json_place_get_member (place, "answer");
  g_autoptr (YfReminderRecord) reminder = g_new0 (YfReminderRecord, 1);
  const char *session;

  if (!yf_json_place_is_object (place, members, error) ||
      !yf_log_reader_take_id (self, place, &reminder->id, error) ||
      !yf_json_read_moment (place, "at", FALSE, &reminder->at, &reminder->utc_offset, error) ||
      !yf_json_read_id (place, "session", TRUE, &session, error))
    return FALSE;

  if (yf_json_place_get_string (&kind) == NULL ||
      !yf_reminder_kind_from_id (yf_json_place_get_string (&kind), &reminder->kind))
    return yf_json_place_refuse (&kind, _("“session”, “session-again” or “morning”"), error);
  if (yf_json_place_get_string (&answer) == NULL ||
      !yf_reminder_answer_from_id (yf_json_place_get_string (&answer), &reminder->answer))
    return yf_json_place_refuse (&answer, _("“unanswered”, “start”, “not-today” or “told”"), error);

  if (session != NULL && reminder->kind != YF_REMINDER_MORNING)
    return yf_json_place_refuse (&about, _("null, for only a question of the morning is about a session"), error);

  reminder->session = g_strdup (session);
  if (!read_answered (place, reminder->answer != YF_REMINDER_UNANSWERED, &reminder->answered_at, error) ||
      !read_reason (place, reminder->answer == YF_REMINDER_NOT_TODAY, &reminder->reason, error))
    return FALSE;

  g_ptr_array_add (list, g_steal_pointer (&reminder));
  return TRUE;
}

static gboolean
read_sitting_break (YfLogReader        *self,
                    const YfJsonPlace  *place,
                    GPtrArray          *list,
                    GError            **error)
{
  static const char * const members[] = { "id", "at", "sat_s", "length_s", "answer", "answered", "reason", NULL };
  const YfJsonPlace answer = yf_json_place_get_member (place, "answer");
  g_autoptr (YfBreakRecord) record = g_new0 (YfBreakRecord, 1);

  if (!yf_json_place_is_object (place, members, error) ||
      !yf_log_reader_take_id (self, place, &record->id, error) ||
      !yf_json_read_moment (place, "at", FALSE, &record->at, &record->utc_offset, error) ||
      !yf_json_read_seconds (place, "sat_s", &record->sat, error) ||
      !yf_json_read_seconds (place, "length_s", &record->length, error))
    return FALSE;

  if (yf_json_place_get_string (&answer) == NULL ||
      !yf_break_answer_from_id (yf_json_place_get_string (&answer), &record->answer))
    return yf_json_place_refuse (&answer, _("“unanswered”, “done”, “partly” or “skipped”"), error);

  if (!read_answered (place, record->answer != YF_BREAK_UNANSWERED, &record->answered_at, error) ||
      !read_reason (place, record->answer == YF_BREAK_SKIPPED, &record->reason, error))
    return FALSE;

  g_ptr_array_add (list, g_steal_pointer (&record));
  return TRUE;
}

/**
 * yf_log_reader_read_plan:
 * @self: the reader
 * @root: the outermost object
 * @log: where to put what is read
 * @error: return location for a %YF_REPORT_ERROR_INVALID
 *
 * Reads what the plan decided, and what was said to it. None of it need be there.
 *
 * Returns: whether everything is what it should be
 */
gboolean
yf_log_reader_read_plan (YfLogReader        *self,
                         const YfJsonPlace  *root,
                         YfLog              *log,
                         GError            **error)
{
  const YfLogList lists[] = {
    { "dose_changes", read_dose_change, log->dose_changes, TRUE },
    { "stage_changes", read_stage_change, log->stage_changes, TRUE },
    { "flares", read_flare, log->flares, TRUE },
    { "reviews", read_review, log->reviews, TRUE },
    { "wishes", read_wishes, log->wishes, TRUE },
    { "reminders", read_reminder, log->reminders, TRUE },
    { "sitting_breaks", read_sitting_break, log->sitting_breaks, TRUE },
  };

  return yf_log_reader_read_all (self, root, lists, G_N_ELEMENTS (lists), error);
}
