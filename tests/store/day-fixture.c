/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "day-fixture.h"

#include "store-fixture.h"

/* What the plan of some days changed, and what was said and shown on them: told in
 * words, every field, and a store that has some of each. */

#define HOUR (3600 * (gint64) YF_SECOND)
#define DAY (24 * HOUR)

static char *
describe_head (const char *kind,
               const char *id,
               gint64      at,
               gint32      utc_offset)
{
  return g_strdup_printf ("%s %s at %" G_GINT64_FORMAT "%+d", kind, id, at, utc_offset);
}

static void
append_dose (GString      *text,
             const char   *name,
             const YfDose *dose)
{
  g_string_append_printf (text, " %s %dx%d hold %" G_GINT64_FORMAT, name, dose->sets, dose->reps,
                          dose->hold);
}

static void
append_changes (GString *text,
                YfLog   *log)
{
  for (guint i = 0; i < log->dose_changes->len; i++)
    {
      const YfDoseChangeRecord *record = g_ptr_array_index (log->dose_changes, i);
      const YfDoseChange *change = record->change;
      g_autofree char *head = describe_head ("dose", record->id, record->at, record->utc_offset);
      g_autofree char *day = yf_day_to_string (change->day);

      g_string_append_printf (text, "%s day %s of %s", head, day, change->exercise);
      append_dose (text, "from", &change->from);
      append_dose (text, "to", &change->to);
      g_string_append_printf (text, " %s withdrawn %" G_GINT64_FORMAT,
                              yf_dose_reason_get_id (change->reason), record->withdrawn_at);
      for (guint j = 0; j < change->evidence->len; j++)
        {
          const YfEvidence *evidence = &g_array_index (change->evidence, YfEvidence, j);
          g_autofree char *seen = yf_day_to_string (evidence->day);

          g_string_append_printf (text, " (%s %s)", evidence->entry, seen);
        }
      g_string_append_c (text, '\n');
    }

  for (guint i = 0; i < log->stage_changes->len; i++)
    {
      const YfStageChangeRecord *record = g_ptr_array_index (log->stage_changes, i);
      g_autofree char *head = describe_head ("stage", record->id, record->at, record->utc_offset);
      g_autofree char *day = yf_day_to_string (record->change.day);

      g_string_append_printf (text, "%s day %s %s to %s flare %d surgery %d withdrawn %" G_GINT64_FORMAT
                              "\n", head, day, yf_stage_get_id (record->change.from),
                              yf_stage_get_id (record->change.to), record->change.after_flare,
                              record->change.surgery, record->withdrawn_at);
    }
}

static void
append_said (GString *text,
             YfLog   *log)
{
  for (guint i = 0; i < log->flares->len; i++)
    {
      const YfFlareRecord *record = g_ptr_array_index (log->flares, i);
      g_autofree char *head = describe_head ("flare", record->id, record->at, record->utc_offset);

      g_string_append_printf (text, "%s\n", head);
    }

  for (guint i = 0; i < log->reviews->len; i++)
    {
      const YfReviewRecord *record = g_ptr_array_index (log->reviews, i);
      g_autofree char *head = describe_head ("review", record->id, record->at, record->utc_offset);

      g_string_append_printf (text, "%s of %s by %s\n", head, record->exercise,
                              record->clinician != NULL ? record->clinician : "nobody");
    }

  for (guint i = 0; i < log->wishes->len; i++)
    {
      const YfWishRecord *record = g_ptr_array_index (log->wishes, i);
      g_autofree char *head = describe_head ("wishes", record->id, record->at, record->utc_offset);

      g_string_append (text, head);
      for (guint j = 0; j < record->wishes->len; j++)
        {
          const YfWish *wish = &g_array_index (record->wishes, YfWish, j);

          g_string_append_printf (text, " %s=%s", yf_wish_kind_get_id (wish->kind), wish->exercise);
        }
      g_string_append_c (text, '\n');
    }
}

static void
append_shown (GString *text,
              YfLog   *log)
{
  for (guint i = 0; i < log->reminders->len; i++)
    {
      const YfReminderRecord *record = g_ptr_array_index (log->reminders, i);
      g_autofree char *head = describe_head ("reminder", record->id, record->at, record->utc_offset);

      g_string_append_printf (text, "%s of %s session %s %s at %" G_GINT64_FORMAT " because %s\n", head,
                              yf_reminder_kind_get_id (record->kind),
                              record->session != NULL ? record->session : "none",
                              yf_reminder_answer_get_id (record->answer), record->answered_at,
                              yf_skip_reason_get_id (record->reason));
    }

  for (guint i = 0; i < log->sitting_breaks->len; i++)
    {
      const YfBreakRecord *record = g_ptr_array_index (log->sitting_breaks, i);
      g_autofree char *head = describe_head ("sitting", record->id, record->at, record->utc_offset);

      g_string_append_printf (text, "%s sat %" G_GINT64_FORMAT " for %" G_GINT64_FORMAT " %s at %"
                              G_GINT64_FORMAT " because %s\n", head, record->sat, record->length,
                              yf_break_answer_get_id (record->answer), record->answered_at,
                              yf_skip_reason_get_id (record->reason));
    }
}

/* What version 6 has tables for, in a log of any version. */
void
describe_days (GString *text,
               YfLog   *log)
{
  append_changes (text, log);
  append_said (text, log);
  append_shown (text, log);
}

YfDoseChange *
make_dose_change (YfDay         day,
                  const char   *exercise,
                  int           from_sets,
                  int           to_sets,
                  YfDoseReason  reason)
{
  const YfDose from = { from_sets, 10, 3 * YF_SECOND };
  const YfDose to = { to_sets, 10, 3 * YF_SECOND };
  YfDoseChange *change = yf_dose_change_new (day, exercise, &from, &to, reason);

  yf_dose_change_add (change, "6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f0a01", day - 1);
  yf_dose_change_add (change, "", day);

  return change;
}

void
note_changes (YfStore   *store,
              GPtrArray *dose_changes,
              GArray    *stage_changes,
              YfDay      from,
              YfDay      to,
              gint64     at)
{
  Waiter waiter = { NULL };

  yf_store_note_changes_async (store, dose_changes, stage_changes, from, to, at, NULL, waiter_cb,
                               &waiter);
  waiter_assert (&waiter, store);
}

/* Of each some that stand and some that were withdrawn, on several days. */
static void
fill_changes (YfStore *store)
{
  const YfDay day = yf_day_from_real (EVENING);
  const YfStageChange stages[] = {
    { day - 2, YF_STAGE_ACUTE, YF_STAGE_EASING, FALSE, FALSE },
    { day, YF_STAGE_MAINTENANCE, YF_STAGE_RECOVERY, TRUE, FALSE },
    { day + 1, YF_STAGE_EASING, YF_STAGE_RECOVERY, FALSE, TRUE },
  };
  g_autoptr (GPtrArray) doses = NULL;
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (YfStageChange));

  doses = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_dose_change_unref);
  g_ptr_array_add (doses, make_dose_change (day - 1, "glute-bridge", 1, 2, YF_DOSE_REASON_GOOD_SESSIONS));
  g_ptr_array_add (doses, make_dose_change (day, "glute-bridge", 2, 1, YF_DOSE_REASON_WORSE_MORNING));
  g_ptr_array_add (doses, make_dose_change (day, "five-point-support", 2, 2, YF_DOSE_REASON_SUSPENDED));
  g_ptr_array_add (doses, make_dose_change (day + 2, "own-1", 3, 1, YF_DOSE_REASON_BREAK));
  g_array_append_vals (steps, stages, G_N_ELEMENTS (stages));
  note_changes (store, doses, steps, YF_DAY_NONE, YF_DAY_NONE, EVENING + 1);

  /* The second of each no longer follows. */
  g_ptr_array_remove_index (doses, 1);
  g_array_remove_index (steps, 1);
  note_changes (store, doses, steps, YF_DAY_NONE, YF_DAY_NONE, EVENING + 2);
}

static void
fill_said (YfStore *store)
{
  Waiter waiter = { NULL };

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (YfFlareRecord) flare = yf_flare_record_new (EVENING - i * 3 * DAY);
      g_autoptr (YfReviewRecord) review = NULL;
      g_autoptr (YfWishRecord) wishes = yf_wish_record_new (EVENING + i);

      review = yf_review_record_new (i == 0 ? "five-point-support" : "own-1", i == 0 ? "周医生" : NULL,
                                     EVENING + i * DAY);
      if (i == 0)
        {
          yf_wish_record_add (wishes, YF_WISH_ORDER, "own-1");
          yf_wish_record_add (wishes, YF_WISH_LEAVE_OUT, "glute-bridge");
          yf_wish_record_add (wishes, YF_WISH_ADD, "modified-swallow");
        }

      yf_store_add_flare_async (store, flare, NULL, waiter_cb, &waiter);
      waiter_assert (&waiter, store);
      yf_store_add_review_async (store, review, NULL, waiter_cb, &waiter);
      waiter_assert (&waiter, store);
      yf_store_add_wishes_async (store, wishes, NULL, waiter_cb, &waiter);
      waiter_assert (&waiter, store);
    }
}

static void
fill_shown (YfStore *store)
{
  static const struct
  {
    YfReminderKind    kind;
    const char       *session;
    YfReminderAnswer  answer;
    YfSkipReason      reason;
  } reminders[] = {
    { YF_REMINDER_SESSION, NULL, YF_REMINDER_UNANSWERED, YF_SKIP_UNSAID },
    { YF_REMINDER_SESSION_AGAIN, NULL, YF_REMINDER_NOT_TODAY, YF_SKIP_NO_TIME },
    { YF_REMINDER_MORNING, "6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f0a01", YF_REMINDER_TOLD, YF_SKIP_UNSAID },
  };
  static const struct
  {
    gint64        length;
    YfBreakAnswer answer;
    YfSkipReason  reason;
  } breaks[] = {
    { 0, YF_BREAK_UNANSWERED, YF_SKIP_UNSAID },
    { 0, YF_BREAK_SKIPPED, YF_SKIP_NO_PLACE },
    { 180 * YF_SECOND, YF_BREAK_PARTLY, YF_SKIP_UNSAID },
    { 180 * YF_SECOND, YF_BREAK_UNANSWERED, YF_SKIP_UNSAID },
  };
  Waiter waiter = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (reminders); i++)
    {
      g_autoptr (YfReminderRecord) record = NULL;

      record = yf_reminder_record_new (reminders[i].kind, reminders[i].session, EVENING + i * 12 * HOUR);
      yf_store_add_reminder_async (store, record, NULL, waiter_cb, &waiter);
      waiter_assert (&waiter, store);
      if (reminders[i].answer == YF_REMINDER_UNANSWERED)
        continue;
      yf_store_answer_reminder_async (store, record->id, reminders[i].answer, reminders[i].reason,
                                      record->at + 1, NULL, waiter_cb, &waiter);
      waiter_assert (&waiter, store);
    }

  for (guint i = 0; i < G_N_ELEMENTS (breaks); i++)
    {
      g_autoptr (YfBreakRecord) record = yf_break_record_new (1800 * YF_SECOND + i, EVENING + i * 8 * HOUR);

      yf_store_add_break_async (store, record, NULL, waiter_cb, &waiter);
      waiter_assert (&waiter, store);
      yf_store_answer_break_async (store, record->id, breaks[i].length, breaks[i].answer,
                                   breaks[i].reason, record->at + 1, NULL, waiter_cb, &waiter);
      waiter_assert (&waiter, store);
    }
}

/* Puts something in every table of version 6. */
void
fill_days (YfStore *store)
{
  fill_changes (store);
  fill_said (store);
  fill_shown (store);
}
