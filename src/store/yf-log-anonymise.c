/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-log.h"

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

#define DEFINE_COPY(name, copy)                \
  static gpointer                              \
  name (gconstpointer src,                     \
        gpointer      data)                    \
  {                                            \
    return copy (src);                         \
  }

DEFINE_COPY (copy_check_in, yf_check_in_record_copy)
DEFINE_COPY (copy_relief, yf_relief_record_copy)
DEFINE_COPY (copy_activity, yf_activity_record_copy)
DEFINE_COPY (copy_rating, yf_function_rating_copy)
DEFINE_COPY (copy_score, yf_clinic_score_copy)
DEFINE_COPY (copy_function, yf_function_activity_copy)
DEFINE_COPY (copy_schedule, yf_schedule_record_copy)
DEFINE_COPY (copy_own_exercise, yf_own_exercise_record_copy)
DEFINE_COPY (copy_edit, yf_edit_copy)
DEFINE_COPY (copy_programme_choice, yf_programme_choice_copy)
DEFINE_COPY (copy_followed, yf_programme_followed_copy)

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

static gpointer
copy_consent (gconstpointer src,
              gpointer      data)
{
  return g_memdup2 (src, sizeof (YfConsentRecord));
}

/**
 * yf_log_anonymise:
 * @self: a log
 *
 * Leaves out what says who the person is: their name and year of birth, the
 * names of clinicians and of programmes, and notes, in which anything may stand. Clearances and
 * assessments keep their dates and what they are for. The diagnosis, and the
 * names of activities and of exercises of the person's own, stay, for they are
 * what the log is about: whoever hands it over is to be shown them.
 *
 * Returns: (transfer full): a copy that tells what was done and how it went
 */
YfLog *
yf_log_anonymise (YfLog *self)
{
  static const struct
  {
    gsize     list;
    GCopyFunc copy;
  } lists[] = {
    { G_STRUCT_OFFSET (YfLog, sessions), copy_session },
    { G_STRUCT_OFFSET (YfLog, check_ins), copy_check_in },
    { G_STRUCT_OFFSET (YfLog, reliefs), copy_relief },
    { G_STRUCT_OFFSET (YfLog, activities), copy_activity },
    { G_STRUCT_OFFSET (YfLog, ratings), copy_rating },
    { G_STRUCT_OFFSET (YfLog, scores), copy_score },
    { G_STRUCT_OFFSET (YfLog, functions), copy_function },
    { G_STRUCT_OFFSET (YfLog, schedules), copy_schedule },
    { G_STRUCT_OFFSET (YfLog, own_exercises), copy_own_exercise },
    { G_STRUCT_OFFSET (YfLog, consents), copy_consent },
    { G_STRUCT_OFFSET (YfLog, programmes), copy_programme },
    { G_STRUCT_OFFSET (YfLog, programme_choices), copy_programme_choice },
    { G_STRUCT_OFFSET (YfLog, followed), copy_followed },
    { G_STRUCT_OFFSET (YfLog, edits), copy_edit },
    { G_STRUCT_OFFSET (YfLog, old_sessions), copy_session },
    { G_STRUCT_OFFSET (YfLog, old_check_ins), copy_check_in },
    { G_STRUCT_OFFSET (YfLog, old_reliefs), copy_relief },
    { G_STRUCT_OFFSET (YfLog, old_activities), copy_activity },
    { G_STRUCT_OFFSET (YfLog, old_ratings), copy_rating },
    { G_STRUCT_OFFSET (YfLog, old_scores), copy_score },
  };
  YfLog *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = yf_log_new (self->from, self->to);
  copy->profile = self->profile != NULL ? copy_profile (self->profile) : NULL;
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      GPtrArray *from = G_STRUCT_MEMBER (GPtrArray *, self, lists[i].list);
      GPtrArray *to = G_STRUCT_MEMBER (GPtrArray *, copy, lists[i].list);

      g_ptr_array_extend (to, from, lists[i].copy, NULL);
    }

  return copy;
}
