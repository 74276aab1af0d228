/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-log-lists.h"

#include "yf-programme.h"

/* What stands for the name of a clinician that is not told. A clearance has to
 * name somebody, so it is not empty; and it needs no translation. */
#define NOBODY "—"

static YfProfile *
copy_profile (const YfProfile *profile)
{
  g_autoptr (YfProfile) copy = yf_profile_copy (profile);
  GPtrArray *clearances = yf_profile_get_clearances (profile);
  GPtrArray *assessments = yf_profile_get_assessments (profile);

  yf_profile_set_name (copy, NULL);
  yf_profile_set_born (copy, YF_BORN_UNSAID);

  for (guint i = clearances->len; i > 0; i--)
    yf_profile_remove_clearance (copy, i - 1);
  for (guint i = assessments->len; i > 0; i--)
    yf_profile_remove_assessment (copy, i - 1);

  for (guint i = 0; i < clearances->len; i++)
    {
      YfClearance *clearance = g_ptr_array_index (clearances, i);
      g_autoptr (YfClearance) nameless = NULL;

      nameless = yf_clearance_new (NOBODY, yf_clearance_get_date (clearance),
                                   yf_clearance_get_conditions (clearance),
                                   yf_clearance_get_exercises (clearance),
                                   yf_clearance_get_until (clearance));
      yf_profile_add_clearance (copy, nameless);
    }

  for (guint i = 0; i < assessments->len; i++)
    {
      YfAssessment *assessment = g_ptr_array_index (assessments, i);
      g_autoptr (YfAssessment) nameless = NULL;

      nameless = yf_assessment_new (yf_assessment_get_flag (assessment), NOBODY,
                                    yf_assessment_get_date (assessment));
      yf_profile_add_assessment (copy, nameless);
    }

  return g_steal_pointer (&copy);
}

/* A session without its note. One that has none is shared. */
static gpointer
copy_session (gconstpointer src,
              gpointer      data)
{
  YfSessionRecord *session = (YfSessionRecord *) src;
  YfSessionRecord *copy;

  if (session->after == NULL || session->after->note == NULL)
    return yf_session_record_ref (session);

  copy = yf_session_record_new (session->id, session->started, session->utc_offset);
  copy->ended = session->ended;
  copy->state = session->state;
  copy->origin = session->origin;
  copy->check_in = session->check_in != NULL ? yf_check_in_copy (session->check_in) : NULL;
  copy->check_in_at = session->check_in_at;
  copy->after = yf_after_copy (session->after);
  g_clear_pointer (&copy->after->note, g_free);
  copy->morning = session->morning;
  copy->morning_at = session->morning_at;

  for (guint i = 0; i < session->exercises->len; i++)
    {
      const YfExerciseRecord *exercise = g_ptr_array_index (session->exercises, i);
      YfExerciseRecord *added;

      yf_session_record_add_exercise (copy, exercise->exercise, &exercise->planned,
                                      exercise->state);
      added = g_ptr_array_index (copy->exercises, i);
      for (guint j = 0; j < exercise->reps->len; j++)
        g_ptr_array_add (added->reps,
                         yf_repetition_copy (g_ptr_array_index (exercise->reps, j)));
    }
  for (guint i = 0; i < session->stops->len; i++)
    g_ptr_array_add (copy->stops, yf_stop_copy (g_ptr_array_index (session->stops, i)));
  yf_session_record_copy_course (copy, session);

  return copy;
}

/* A programme without names and notes. Of one that cannot be read nobody knows what
 * it tells, so only its dates are kept. */
static gpointer
copy_programme (gconstpointer src,
                gpointer      data)
{
  YfProgrammeRecord *copy = yf_programme_record_copy (src);
  char *nameless = yf_programme_anonymise_xml (copy->xml);

  g_free (copy->xml);
  copy->xml = nameless != NULL ? nameless : g_strdup ("<programme/>");

  return copy;
}

/* Who looked at it is not told, but that it was not the person. */
static gpointer
copy_review (gconstpointer src,
             gpointer      data)
{
  YfReviewRecord *copy = yf_review_record_copy (src);

  if (copy->clinician != NULL)
    {
      g_free (copy->clinician);
      copy->clinician = g_strdup (NOBODY);
    }

  return copy;
}

static GCopyFunc
get_copy (const YfLogList *list)
{
  switch (list->offset)
    {
    case G_STRUCT_OFFSET (YfLog, sessions):
    case G_STRUCT_OFFSET (YfLog, old_sessions):
      return copy_session;
    case G_STRUCT_OFFSET (YfLog, programmes):
      return copy_programme;
    case G_STRUCT_OFFSET (YfLog, reviews):
      return copy_review;
    default:
      return list->copy;
    }
}

/**
 * yf_log_anonymise:
 * @self: a log
 *
 * Leaves out what says who the person is: their name and year of birth, the
 * names of clinicians and of programmes, and notes, in which anything may stand.
 * Clearances, assessments and reviews keep their dates and what they are for. The diagnosis, and the
 * names of activities and of exercises of the person's own, stay, for they are
 * what the log is about: whoever hands it over is to be shown them.
 *
 * Returns: (transfer full): a copy that tells what was done and how it went
 */
YfLog *
yf_log_anonymise (YfLog *self)
{
  const YfLogList *lists;
  guint n_lists;
  YfLog *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = yf_log_new (self->from, self->to);
  copy->profile = self->profile != NULL ? copy_profile (self->profile) : NULL;
  lists = yf_log_get_lists (&n_lists);
  for (guint i = 0; i < n_lists; i++)
    g_ptr_array_extend (yf_log_get_list (copy, &lists[i]), yf_log_get_list (self, &lists[i]),
                        get_copy (&lists[i]), NULL);

  return copy;
}
