/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-patient.h"

guint
patient_train (YfHistory     *history,
               const char    *exercise,
               YfDay          day,
               const YfDose  *done,
               int            effort,
               YfNextMorning  morning,
               int            rise,
               int            stops)
{
  g_autofree char *entry = g_strdup_printf ("session-%u", history->sessions->len);
  const YfHistorySession session = {
    entry, day, 2, 1, 2 + rise, 1, effort, morning,
    morning == YF_NEXT_MORNING_UNANSWERED ? YF_DAY_NONE : day + 1,
  };
  YfHistoryExercise part = {
    .exercise = exercise, .done = *done, .reps = done->sets * done->reps * 2,
    .state = stops > 0 ? YF_DONE_STOPPED : YF_DONE_COMPLETED, .stops = stops,
  };

  part.session = yf_history_add_session (history, &session);
  yf_history_add_exercise (history, &part);

  return part.session;
}

static void
train_plan (const Patient *patient,
            YfHistory     *history,
            YfDayPlan     *plan,
            int            n)
{
  g_autofree char *entry = g_strdup_printf ("session-%d", n);
  YfDay day = yf_day_plan_get_day (plan);
  GPtrArray *items = yf_day_plan_get_items (plan);
  gboolean worse = patient->worse_every > 0 && n % patient->worse_every == patient->worse_every - 1;
  gboolean stops = patient->stop_every > 0 && n % patient->stop_every == patient->stop_every - 1;
  const YfHistorySession session = {
    entry, day, 2, 1, 2, 1, patient->effort,
    patient->skip_mornings ? YF_NEXT_MORNING_UNANSWERED : worse ? YF_NEXT_MORNING_WORSE : YF_NEXT_MORNING_SAME,
    patient->skip_mornings ? YF_DAY_NONE : day + 1,
  };
  guint index = yf_history_add_session (history, &session);

  for (guint i = 0; i < items->len; i++)
    {
      const YfDayItem *item = g_ptr_array_index (items, i);
      YfDose dose = patient->greedy ? *yf_exercise_get_ceiling (item->exercise) : item->dose;
      gboolean hurts = stops && i + 1 == items->len;
      const YfHistoryExercise part = {
        index, yf_exercise_get_id (item->exercise), dose,
        hurts ? 3 : dose.sets * dose.reps * (yf_exercise_get_two_sided (item->exercise) ? 2 : 1),
        hurts ? YF_DONE_STOPPED : YF_DONE_COMPLETED, hurts,
      };

      yf_history_add_exercise (history, &part);
    }
}

/* Each morning is answered on the morning, so what lies ahead is never there to
 * be seen: the answer is dated and the plan is asked about one day. */
YfHistory *
patient_live (const Patient   *patient,
              YfCatalogue     *catalogue,
              YfRules         *rules,
              const YfProfile *profile,
              YfLimits        *limits,
              YfDay            from,
              int              days,
              PatientDayFunc   func,
              gpointer         data)
{
  YfHistory *history = yf_history_new ();
  int n = 0;

  for (int i = 0; i < days; i++)
    {
      g_autoptr (YfProgression) progression = NULL;
      g_autoptr (YfDayPlan) plan = NULL;
      YfDayQuestion question = {
        .catalogue = catalogue, .rules = rules, .profile = profile, .limits = limits,
        .history = history, .day = from + i, .minute = YF_MINUTE_UNKNOWN,
      };
      gboolean away = i >= patient->away_from && i < patient->away_from + patient->away_days;

      if (patient->flare_every > 0 && i % patient->flare_every == patient->flare_every - 1)
        {
          const YfHistoryCheckIn check_in = { "flare", from + i, 8, 3 };

          yf_history_add_check_in (history, &check_in);
        }

      question.progression = progression = yf_progression_new (catalogue, profile, limits, history, from + i);
      plan = yf_day_plan_new (&question);
      func (patient, history, progression, plan, data);

      if (away || yf_day_plan_get_items (plan)->len == 0 || yf_day_plan_get_state (plan) == YF_DAY_FLARE)
        continue;
      if (patient->greedy || yf_day_plan_get_state (plan) == YF_DAY_DUE)
        train_plan (patient, history, plan, n++);
    }

  return history;
}
