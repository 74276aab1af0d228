/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-log-lists.h"

/* The lists of a log, for whoever goes through all of them. */

#define DEFINE_MOMENT(name, Type, field)                           \
  static YfDay                                                     \
  name (gconstpointer element)                                     \
  {                                                                \
    const Type *record = element;                                  \
                                                                   \
    return yf_day_from_moment (record->field, record->utc_offset); \
  }

DEFINE_MOMENT (get_session_day, YfSessionRecord, started)
DEFINE_MOMENT (get_check_in_day, YfCheckInRecord, at)
DEFINE_MOMENT (get_relief_day, YfReliefRecord, started)
DEFINE_MOMENT (get_activity_day, YfActivityRecord, at)
DEFINE_MOMENT (get_rating_day, YfFunctionRating, at)
DEFINE_MOMENT (get_flare_day, YfFlareRecord, at)
DEFINE_MOMENT (get_review_day, YfReviewRecord, at)
DEFINE_MOMENT (get_wish_day, YfWishRecord, at)
DEFINE_MOMENT (get_reminder_day, YfReminderRecord, at)
DEFINE_MOMENT (get_break_day, YfBreakRecord, at)

static YfDay
get_score_day (gconstpointer element)
{
  return ((const YfClinicScore *) element)->day;
}

static YfDay
get_dose_change_day (gconstpointer element)
{
  return ((const YfDoseChangeRecord *) element)->change->day;
}

static YfDay
get_stage_change_day (gconstpointer element)
{
  return ((const YfStageChangeRecord *) element)->change.day;
}

static gboolean
always (gconstpointer element)
{
  return TRUE;
}

/* An offer that nobody took is nothing that a person did. */
static gboolean
was_done (gconstpointer element)
{
  const YfBreakRecord *record = element;

  return record->answer == YF_BREAK_DONE || record->answer == YF_BREAK_PARTLY;
}

#define DEFINE_COPY(name, copy) \
  static gpointer               \
  name (gconstpointer element,  \
        gpointer      data)     \
  {                             \
    return copy (element);      \
  }

DEFINE_COPY (copy_check_in, yf_check_in_record_copy)
DEFINE_COPY (copy_relief, yf_relief_record_copy)
DEFINE_COPY (copy_activity, yf_activity_record_copy)
DEFINE_COPY (copy_rating, yf_function_rating_copy)
DEFINE_COPY (copy_score, yf_clinic_score_copy)
DEFINE_COPY (copy_dose_change, yf_dose_change_record_copy)
DEFINE_COPY (copy_stage_change, yf_stage_change_record_copy)
DEFINE_COPY (copy_flare, yf_flare_record_copy)
DEFINE_COPY (copy_review, yf_review_record_copy)
DEFINE_COPY (copy_wish, yf_wish_record_copy)
DEFINE_COPY (copy_reminder, yf_reminder_record_copy)
DEFINE_COPY (copy_break, yf_break_record_copy)
DEFINE_COPY (copy_followed, yf_programme_followed_copy)
DEFINE_COPY (copy_edit, yf_edit_copy)
DEFINE_COPY (copy_function, yf_function_activity_copy)
DEFINE_COPY (copy_schedule, yf_schedule_record_copy)
DEFINE_COPY (copy_own_exercise, yf_own_exercise_record_copy)
DEFINE_COPY (copy_programme, yf_programme_record_copy)
DEFINE_COPY (copy_programme_choice, yf_programme_choice_copy)

/* Ref-counted, and not changed once it is in a log. */
static gpointer
copy_session (gconstpointer element,
              gpointer      data)
{
  return yf_session_record_ref ((YfSessionRecord *) element);
}

static gpointer
copy_consent (gconstpointer element,
              gpointer      data)
{
  return g_memdup2 (element, sizeof (YfConsentRecord));
}

#define LIST(field) G_STRUCT_OFFSET (YfLog, field)

static const YfLogList lists[] = {
  { LIST (sessions), YF_LOG_LIST_ENTRIES, get_session_day, always, copy_session },
  { LIST (check_ins), YF_LOG_LIST_ENTRIES, get_check_in_day, always, copy_check_in },
  { LIST (reliefs), YF_LOG_LIST_ENTRIES, get_relief_day, always, copy_relief },
  { LIST (activities), YF_LOG_LIST_ENTRIES, get_activity_day, always, copy_activity },
  { LIST (ratings), YF_LOG_LIST_ENTRIES, get_rating_day, always, copy_rating },
  { LIST (scores), YF_LOG_LIST_ENTRIES, get_score_day, always, copy_score },
  { LIST (old_sessions), YF_LOG_LIST_ENTRIES, get_session_day, NULL, copy_session },
  { LIST (old_check_ins), YF_LOG_LIST_ENTRIES, get_check_in_day, NULL, copy_check_in },
  { LIST (old_reliefs), YF_LOG_LIST_ENTRIES, get_relief_day, NULL, copy_relief },
  { LIST (old_activities), YF_LOG_LIST_ENTRIES, get_activity_day, NULL, copy_activity },
  { LIST (old_ratings), YF_LOG_LIST_ENTRIES, get_rating_day, NULL, copy_rating },
  { LIST (old_scores), YF_LOG_LIST_ENTRIES, get_score_day, NULL, copy_score },
  { LIST (dose_changes), YF_LOG_LIST_DAYS, get_dose_change_day, NULL, copy_dose_change },
  { LIST (stage_changes), YF_LOG_LIST_DAYS, get_stage_change_day, NULL, copy_stage_change },
  { LIST (flares), YF_LOG_LIST_DAYS, get_flare_day, always, copy_flare },
  { LIST (reviews), YF_LOG_LIST_DAYS, get_review_day, NULL, copy_review },
  { LIST (wishes), YF_LOG_LIST_DAYS, get_wish_day, NULL, copy_wish },
  { LIST (reminders), YF_LOG_LIST_DAYS, get_reminder_day, NULL, copy_reminder },
  { LIST (sitting_breaks), YF_LOG_LIST_DAYS, get_break_day, was_done, copy_break },
  { LIST (followed), YF_LOG_LIST_FOLLOWED, NULL, NULL, copy_followed },
  { LIST (edits), YF_LOG_LIST_EDITS, NULL, NULL, copy_edit },
  { LIST (functions), YF_LOG_LIST_STANDING, NULL, NULL, copy_function },
  { LIST (schedules), YF_LOG_LIST_STANDING, NULL, NULL, copy_schedule },
  { LIST (own_exercises), YF_LOG_LIST_STANDING, NULL, NULL, copy_own_exercise },
  { LIST (consents), YF_LOG_LIST_STANDING, NULL, NULL, copy_consent },
  { LIST (programmes), YF_LOG_LIST_STANDING, NULL, NULL, copy_programme },
  { LIST (programme_choices), YF_LOG_LIST_STANDING, NULL, NULL, copy_programme_choice },
};

/* A list of a log that is not above would be lost wherever a log is copied. */
G_STATIC_ASSERT (sizeof (YfLog) == G_STRUCT_OFFSET (YfLog, sessions) + G_N_ELEMENTS (lists) * sizeof (GPtrArray *));

/*
 * yf_log_get_lists:
 * @n_lists: (out): how many there are
 *
 * Returns: (transfer none): every list that a log has
 */
const YfLogList *
yf_log_get_lists (guint *n_lists)
{
  *n_lists = G_N_ELEMENTS (lists);

  return lists;
}

/*
 * yf_log_get_list:
 *
 * Returns: (transfer none): that list of a log
 */
GPtrArray *
yf_log_get_list (YfLog           *self,
                 const YfLogList *list)
{
  return G_STRUCT_MEMBER (GPtrArray *, self, list->offset);
}
