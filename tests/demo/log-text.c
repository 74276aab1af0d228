/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "log-text.h"

/* A log as a text, to tell two logs apart. */

static void
describe_sessions (GString   *text,
                   GPtrArray *sessions)
{
  for (guint i = 0; i < sessions->len; i++)
    {
      const YfSessionRecord *session = g_ptr_array_index (sessions, i);

      g_string_append_printf (text, "%s %" G_GINT64_FORMAT "%+d %" G_GINT64_FORMAT " %d %d %d %" G_GINT64_FORMAT "\n",
                              session->id, session->started, session->utc_offset, session->ended,
                              session->state, session->origin, session->morning, session->morning_at);
      if (session->check_in != NULL)
        g_string_append_printf (text, " %d %d %d %u\n", yf_check_in_get_pain_back (session->check_in),
                                yf_check_in_get_pain_leg (session->check_in),
                                yf_check_in_get_moved (session->check_in),
                                yf_check_in_get_n_flags (session->check_in));
      if (session->after != NULL)
        g_string_append_printf (text, " %" G_GINT64_FORMAT " %d %d %d %s\n", session->after->at,
                                session->after->pain_back, session->after->pain_leg,
                                session->after->effort, session->after->note);
      for (guint j = 0; j < session->exercises->len; j++)
        {
          const YfExerciseRecord *exercise = g_ptr_array_index (session->exercises, j);

          g_string_append_printf (text, " %s %d %d %" G_GINT64_FORMAT " %d\n", exercise->exercise,
                                  exercise->planned.sets, exercise->planned.reps,
                                  exercise->planned.hold, exercise->state);
          for (guint k = 0; k < exercise->reps->len; k++)
            {
              const YfRepetition *rep = g_ptr_array_index (exercise->reps, k);

              g_string_append_printf (text, "  %u %d %d %d %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %d\n",
                                      rep->item, rep->side, rep->set, rep->rep, rep->started,
                                      rep->ended, rep->hold, rep->counted_by);
            }
        }
      for (guint j = 0; j < session->stops->len; j++)
        {
          const YfStop *stop = g_ptr_array_index (session->stops, j);

          g_string_append_printf (text, " stop %" G_GINT64_FORMAT " %u %d %d %d %d %d %s\n", stop->at,
                                  stop->item, stop->side, stop->set, stop->rep, stop->phase,
                                  stop->pain, stop->site);
        }
    }
}

char *
log_to_text (YfLog *log)
{
  GString *text = g_string_new (yf_profile_get_name (log->profile));

  describe_sessions (text, log->sessions);
  describe_sessions (text, log->old_sessions);
  for (guint i = 0; i < log->check_ins->len; i++)
    {
      const YfCheckInRecord *record = g_ptr_array_index (log->check_ins, i);

      g_string_append_printf (text, "check-in %s %" G_GINT64_FORMAT " %d\n", record->id, record->at,
                              yf_check_in_get_pain_back (record->check_in));
    }
  for (guint i = 0; i < log->reliefs->len; i++)
    {
      const YfReliefRecord *record = g_ptr_array_index (log->reliefs, i);

      g_string_append_printf (text, "%s %s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", record->kind,
                              record->id, record->started, record->ended);
    }
  for (guint i = 0; i < log->activities->len; i++)
    {
      const YfActivityRecord *record = g_ptr_array_index (log->activities, i);

      g_string_append_printf (text, "%d %s %" G_GINT64_FORMAT " %d\n", record->kind, record->id,
                              record->at, record->minutes);
    }
  for (guint i = 0; i < log->ratings->len; i++)
    {
      const YfFunctionRating *record = g_ptr_array_index (log->ratings, i);

      g_string_append_printf (text, "rating %s %" G_GINT64_FORMAT, record->id, record->at);
      for (guint j = 0; j < record->scores->len; j++)
        {
          const YfFunctionScore *score = g_ptr_array_index (record->scores, j);

          g_string_append_printf (text, " %s=%d", score->activity, score->score);
        }
      g_string_append_c (text, '\n');
    }
  for (guint i = 0; i < log->scores->len; i++)
    {
      const YfClinicScore *record = g_ptr_array_index (log->scores, i);

      g_string_append_printf (text, "score %s %d %d\n", record->id, record->day, record->total);
    }
  for (guint i = 0; i < log->functions->len; i++)
    {
      const YfFunctionActivity *record = g_ptr_array_index (log->functions, i);

      g_string_append_printf (text, "function %s %s\n", record->id, record->name);
    }
  for (guint i = 0; i < log->schedules->len; i++)
    {
      const YfScheduleRecord *record = g_ptr_array_index (log->schedules, i);

      g_string_append_printf (text, "schedule %s %" G_GINT64_FORMAT " %d\n", record->id, record->at,
                              record->days_a_week);
    }
  for (guint i = 0; i < log->programmes->len; i++)
    g_string_append (text, ((const YfProgrammeRecord *) g_ptr_array_index (log->programmes, i))->xml);
  for (guint i = 0; i < log->dose_changes->len; i++)
    {
      const YfDoseChangeRecord *record = g_ptr_array_index (log->dose_changes, i);

      g_string_append_printf (text, "dose %s %d %s %s\n", record->id, record->change->day, record->change->exercise,
                              yf_dose_reason_get_id (record->change->reason));
    }
  for (guint i = 0; i < log->stage_changes->len; i++)
    {
      const YfStageChangeRecord *record = g_ptr_array_index (log->stage_changes, i);

      g_string_append_printf (text, "stage %s %d %d\n", record->id, record->change.day, record->change.to);
    }
  for (guint i = 0; i < log->reminders->len; i++)
    {
      const YfReminderRecord *record = g_ptr_array_index (log->reminders, i);

      g_string_append_printf (text, "reminder %s %" G_GINT64_FORMAT " %d %d\n", record->id, record->at,
                              record->answer, record->reason);
    }
  for (guint i = 0; i < log->sitting_breaks->len; i++)
    {
      const YfBreakRecord *record = g_ptr_array_index (log->sitting_breaks, i);

      g_string_append_printf (text, "break %s %" G_GINT64_FORMAT " %d %d\n", record->id, record->at,
                              record->answer, record->reason);
    }
  for (guint i = 0; i < log->edits->len; i++)
    {
      const YfEdit *record = g_ptr_array_index (log->edits, i);

      g_string_append_printf (text, "edit %s %" G_GINT64_FORMAT " %s %s\n", record->id, record->at,
                              record->old, record->new);
    }

  return g_string_free (text, FALSE);
}
