/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-log.h"

#include "yf-log-lists.h"
#include "yf-store.h"

G_DEFINE_BOXED_TYPE (YfLog, yf_log, yf_log_ref, yf_log_unref)

/**
 * yf_log_new:
 * @from: the first day it covers, or %YF_DAY_NONE
 * @to: the last day it covers, or %YF_DAY_NONE
 *
 * Returns: (transfer full): an empty log, for its maker to fill in
 */
YfLog *
yf_log_new (YfDay from,
            YfDay to)
{
  YfLog *self = g_atomic_rc_box_new0 (YfLog);

  self->from = from;
  self->to = to;
  self->sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_session_record_unref);
  self->check_ins = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_check_in_record_free);
  self->reliefs = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_relief_record_free);
  self->activities = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_activity_record_free);
  self->ratings = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_function_rating_free);
  self->scores = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_clinic_score_free);
  self->functions = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_function_activity_free);
  self->schedules = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_schedule_record_free);
  self->own_exercises = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_own_exercise_record_free);
  self->consents = g_ptr_array_new_with_free_func (g_free);
  self->programmes = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_programme_record_free);
  self->programme_choices = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_programme_choice_free);
  self->followed = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_programme_followed_free);
  self->dose_changes = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_dose_change_record_free);
  self->stage_changes = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_stage_change_record_free);
  self->flares = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_flare_record_free);
  self->reviews = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_review_record_free);
  self->wishes = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_wish_record_free);
  self->reminders = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_reminder_record_free);
  self->sitting_breaks = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_break_record_free);
  self->edits = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_edit_free);
  self->old_sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_session_record_unref);
  self->old_check_ins = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_check_in_record_free);
  self->old_reliefs = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_relief_record_free);
  self->old_activities = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_activity_record_free);
  self->old_ratings = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_function_rating_free);
  self->old_scores = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_clinic_score_free);

  return self;
}

YfLog *
yf_log_ref (YfLog *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
log_clear (gpointer data)
{
  YfLog *self = data;

  g_clear_pointer (&self->profile, yf_profile_free);
  g_ptr_array_unref (self->sessions);
  g_ptr_array_unref (self->check_ins);
  g_ptr_array_unref (self->reliefs);
  g_ptr_array_unref (self->activities);
  g_ptr_array_unref (self->ratings);
  g_ptr_array_unref (self->scores);
  g_ptr_array_unref (self->functions);
  g_ptr_array_unref (self->schedules);
  g_ptr_array_unref (self->own_exercises);
  g_ptr_array_unref (self->consents);
  g_ptr_array_unref (self->programmes);
  g_ptr_array_unref (self->programme_choices);
  g_ptr_array_unref (self->followed);
  g_ptr_array_unref (self->dose_changes);
  g_ptr_array_unref (self->stage_changes);
  g_ptr_array_unref (self->flares);
  g_ptr_array_unref (self->reviews);
  g_ptr_array_unref (self->wishes);
  g_ptr_array_unref (self->reminders);
  g_ptr_array_unref (self->sitting_breaks);
  g_ptr_array_unref (self->edits);
  g_ptr_array_unref (self->old_sessions);
  g_ptr_array_unref (self->old_check_ins);
  g_ptr_array_unref (self->old_reliefs);
  g_ptr_array_unref (self->old_activities);
  g_ptr_array_unref (self->old_ratings);
  g_ptr_array_unref (self->old_scores);
}

void
yf_log_unref (YfLog *self)
{
  g_atomic_rc_box_release_full (self, log_clear);
}

/**
 * yf_day_from_moment:
 * @real: microseconds since the Unix epoch
 * @utc_offset: seconds east of UTC where the person was
 *
 * Returns: the day it was there
 */
YfDay
yf_day_from_moment (gint64 real,
                    gint32 utc_offset)
{
  const gint64 day = (gint64) 24 * 60 * 60 * G_USEC_PER_SEC;
  gint64 local = real + (gint64) utc_offset * G_USEC_PER_SEC;
  gint64 days = local / day - (local % day < 0 ? 1 : 0);
  GDate epoch;

  g_date_clear (&epoch, 1);
  g_date_set_dmy (&epoch, 1, G_DATE_JANUARY, 1970);

  return (YfDay) (days + g_date_get_julian (&epoch));
}

/**
 * yf_log_is_empty:
 * @self: a log
 *
 * Returns: whether nothing in it counts: no session, check-in, relief,
 *   activity, rating or score, no flare, and no break from sitting that was done
 */
gboolean
yf_log_is_empty (YfLog *self)
{
  return !yf_log_get_extent (self, NULL, NULL);
}

static void
stretch (YfDay  day,
         YfDay *first,
         YfDay *last)
{
  *first = *first == YF_DAY_NONE ? day : MIN (*first, day);
  *last = MAX (*last, day);
}

/**
 * yf_log_get_extent:
 * @self: a log
 * @first: (out) (optional): return location for the day of the first entry that
 *   counts
 * @last: (out) (optional): return location for the day of the last
 *
 * Returns: whether there is any; both are %YF_DAY_NONE otherwise
 */
gboolean
yf_log_get_extent (YfLog *self,
                   YfDay *first,
                   YfDay *last)
{
  YfDay from = YF_DAY_NONE;
  YfDay to = YF_DAY_NONE;
  const YfLogList *lists;
  guint n_lists;

  g_return_val_if_fail (self != NULL, FALSE);

  lists = yf_log_get_lists (&n_lists);
  for (guint i = 0; i < n_lists; i++)
    {
      GPtrArray *elements = yf_log_get_list (self, &lists[i]);

      for (guint j = 0; lists[i].counts != NULL && j < elements->len; j++)
        {
          gconstpointer element = g_ptr_array_index (elements, j);

          if (lists[i].counts (element))
            stretch (lists[i].get_day (element), &from, &to);
        }
    }

  if (first != NULL)
    *first = from;
  if (last != NULL)
    *last = to;

  return from != YF_DAY_NONE;
}

/**
 * yf_log_find_edit:
 * @self: a log
 * @entry: the id of an entry that counts
 *
 * Returns: (transfer none) (nullable): the edit that it came from, or %NULL if it
 *   is as it was first written down
 */
const YfEdit *
yf_log_find_edit (YfLog      *self,
                  const char *entry)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (entry != NULL, NULL);

  for (guint i = 0; i < self->edits->len; i++)
    {
      const YfEdit *edit = g_ptr_array_index (self->edits, i);

      if (g_strcmp0 (edit->new, entry) == 0)
        return edit;
    }

  return NULL;
}

/**
 * yf_log_find_session:
 * @self: a log
 * @id: the id of a session
 *
 * Returns: (transfer none) (nullable): the session, whether it counts or not
 */
YfSessionRecord *
yf_log_find_session (YfLog      *self,
                     const char *id)
{
  GPtrArray *lists[] = { self->sessions, self->old_sessions };

  g_return_val_if_fail (id != NULL, NULL);

  for (gsize list = 0; list < G_N_ELEMENTS (lists); list++)
    for (guint i = 0; i < lists[list]->len; i++)
      {
        YfSessionRecord *record = g_ptr_array_index (lists[list], i);

        if (g_str_equal (record->id, id))
          return record;
      }

  return NULL;
}

/**
 * yf_log_find_followed:
 * @self: a log
 * @session: the id of a session
 *
 * Returns: (transfer none) (nullable): the id of the programme that was in force
 *   when it was begun, or %NULL if none was
 */
const char *
yf_log_find_followed (YfLog      *self,
                      const char *session)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (session != NULL, NULL);

  for (guint i = 0; i < self->followed->len; i++)
    {
      const YfProgrammeFollowed *followed = g_ptr_array_index (self->followed, i);

      if (g_str_equal (followed->session, session))
        return followed->programme;
    }

  return NULL;
}
