/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-rules-private.h"

#include <glib/gi18n-lib.h>

#include "yf-judgement-private.h"
#include "yf-safety-resources.h"
#include "yf-stage-private.h"

G_DEFINE_BOXED_TYPE (YfRules, yf_rules, yf_rules_ref, yf_rules_unref)
G_DEFINE_QUARK (yf-rules-error-quark, yf_rules_error)

#define RESOURCE_PATH "/io/github/yanfei/Yanfei/safety/rules.xml"

/**
 * yf_rules_new_builtin:
 * @catalogue: what exists
 * @error: return location for an error
 *
 * Loads the safety table that is built into the program.
 *
 * Returns: (transfer full) (nullable): a table, or %NULL with
 *   %YF_RULES_ERROR_INVALID
 */
YfRules *
yf_rules_new_builtin (YfCatalogue  *catalogue,
                      GError      **error)
{
  g_autoptr (GBytes) bytes = NULL;

  bytes = g_resource_lookup_data (yf_safety_get_resource (), RESOURCE_PATH,
                                  G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (bytes == NULL)
    return NULL;

  return yf_rules_new_from_bytes (catalogue, "rules.xml", bytes, error);
}

/**
 * yf_rules_new_from_bytes:
 * @catalogue: what exists
 * @name: the name to use in messages
 * @bytes: the contents of a rule file
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a table, or %NULL with
 *   %YF_RULES_ERROR_INVALID and a message that begins with file and line
 */
YfRules *
yf_rules_new_from_bytes (YfCatalogue  *catalogue,
                         const char   *name,
                         GBytes       *bytes,
                         GError      **error)
{
  g_autoptr (YfRules) self = NULL;

  g_return_val_if_fail (catalogue != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_new0 (YfRules, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->catalogue = yf_catalogue_ref (catalogue);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_row_free);

  if (!yf_rules_parse (self, name, bytes, error))
    return NULL;

  return g_steal_pointer (&self);
}

YfRules *
yf_rules_ref (YfRules *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
yf_rules_unref (YfRules *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  yf_catalogue_unref (self->catalogue);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/* The day a condition is reckoned from. A condition without its date counts as
 * having come about today. */
static YfDay
get_condition_day (const YfRow     *row,
                   const YfProfile *profile)
{
  switch (row->date)
    {
    case YF_CONDITION_DATE_SURGERY:
      return yf_profile_get_surgery (profile);
    case YF_CONDITION_DATE_BIRTH:
      return yf_profile_get_birth (profile);
    case YF_CONDITION_DATE_NONE:
    default:
      return YF_DAY_NONE;
    }
}

static gboolean
condition_applies (const YfRow     *row,
                   const YfProfile *profile,
                   YfDay            day)
{
  YfDay since = get_condition_day (row, profile);
  int days;

  /* The date alone is word of the condition. */
  if (!yf_profile_has_condition (profile, row->condition) && since == YF_DAY_NONE)
    return FALSE;

  days = yf_day_is_known (since) ? day - since : 0;

  return days >= row->from_days && days < row->under_days;
}

static gboolean
unrelieved_applies (const YfRow     *row,
                    const YfProfile *profile,
                    YfDay            day)
{
  YfDay onset = yf_profile_get_onset (profile);

  return yf_day_is_known (onset) &&
         !yf_stage_is_relieved (profile, day) &&
         day - onset >= row->from_days && day - onset < row->under_days;
}

/* Nothing to relieve: no episode is on record, or it is long over. */
static gboolean
is_outside_episode (YfStage stage)
{
  return stage == YF_STAGE_PREVENTION || stage == YF_STAGE_MAINTENANCE;
}

/* Hours count from the time of the onset where it is known, and from the end of
 * its day where it is not. Asked for a day without a time, they are counted to
 * its beginning. */
static gboolean
onset_hours_apply (const YfRow     *row,
                   const YfProfile *profile,
                   YfDay            day,
                   int              minute)
{
  YfDay onset = yf_profile_get_onset (profile);
  int onset_minute = yf_profile_get_onset_minute (profile);
  int minutes;

  if (!yf_day_is_known (onset))
    return FALSE;

  minutes = (day - onset) * YF_MINUTES_A_DAY + (minute == YF_MINUTE_UNKNOWN ? 0 : minute) -
            (onset_minute == YF_MINUTE_UNKNOWN ? YF_MINUTES_A_DAY : onset_minute);

  return (row->from_hours == G_MININT || minutes >= row->from_hours * 60) &&
         (row->under_hours == G_MAXINT || minutes < row->under_hours * 60);
}

static gboolean
row_applies (const YfRow     *row,
             const YfProfile *profile,
             const YfCheckIn *check_in,
             YfStage          stage,
             const char      *exercise,
             YfDay            day,
             int              minute)
{
  switch (row->trigger)
    {
    case YF_TRIGGER_STAGE:
      return stage == row->stage;
    case YF_TRIGGER_UNRELIEVED:
      return unrelieved_applies (row, profile, day);
    case YF_TRIGGER_NO_EPISODE:
      return is_outside_episode (stage);
    case YF_TRIGGER_ONSET_UNKNOWN:
      return !is_outside_episode (stage) && !yf_day_is_known (yf_profile_get_onset (profile));
    case YF_TRIGGER_ONSET_HOURS:
      return !is_outside_episode (stage) && onset_hours_apply (row, profile, day, minute);
    case YF_TRIGGER_CONDITION:
      return condition_applies (row, profile, day);
    case YF_TRIGGER_BACK_STRENGTH:
      return (row->strengths & (1u << yf_profile_get_back_strength (profile))) != 0;
    case YF_TRIGGER_MUSCLE_RELAXANTS:
      return yf_profile_get_muscle_relaxants (profile);
    case YF_TRIGGER_PAIN:
      return MAX (yf_check_in_get_pain_back (check_in), yf_check_in_get_pain_leg (check_in)) >= row->pain;
    case YF_TRIGGER_STOPPED_TODAY:
      return yf_check_in_has_stopped (check_in, exercise);
    default:
      g_return_val_if_reached (TRUE);
    }
}

/* A clearance cannot be older than what it is for: one given before this
 * episode or this operation was given for another. */
static YfDay
get_earliest_clearance (const YfRow     *row,
                        const YfProfile *profile)
{
  YfDay since = YF_DAY_NONE;

  if (row->trigger == YF_TRIGGER_STAGE)
    since = yf_profile_get_onset (profile);
  else if (row->trigger == YF_TRIGGER_CONDITION)
    since = get_condition_day (row, profile);

  return yf_day_is_known (since) ? since : YF_DAY_NONE;
}

static YfClearance *
find_clearance (const YfRow     *row,
                const YfProfile *profile,
                const char      *exercise,
                YfDay            day)
{
  GPtrArray *clearances = yf_profile_get_clearances (profile);
  YfDay earliest = get_earliest_clearance (row, profile);
  const char *what;

  if (row->trigger == YF_TRIGGER_STAGE)
    what = yf_stage_get_id (row->stage);
  else if (row->trigger == YF_TRIGGER_CONDITION)
    what = row->condition;
  else
    return NULL;

  for (guint i = 0; i < clearances->len; i++)
    {
      YfClearance *clearance = g_ptr_array_index (clearances, i);

      if (yf_clearance_get_date (clearance) >= earliest &&
          yf_clearance_covers (clearance, what, exercise, day))
        return clearance;
    }

  return NULL;
}

static YfReason *
judge_cell (const YfRow     *row,
            const YfCell    *cell,
            const YfProfile *profile,
            YfExercise      *exercise,
            YfDay            day)
{
  g_autofree char *rule = NULL;
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;
  YfClearance *clearance = NULL;

  rule = g_strdup_printf ("%s-%s", row->id,
                          cell->exercises != NULL ? yf_exercise_get_id (exercise)
                                                  : yf_group_get_id (yf_exercise_get_group (exercise)));

  if (cell->verdict == YF_VERDICT_ASK_CLINICIAN)
    clearance = find_clearance (row, profile, yf_exercise_get_id (exercise), day);

  if (clearance == NULL)
    return yf_reason_new (rule, cell->verdict, cell->sources, _(cell->text), NULL, NULL);

  date = yf_day_to_display (yf_clearance_get_date (clearance));
  /* Translators: a reason; the name of a clinician; a date */
  text = g_strdup_printf (_("%s Cleared by %s on %s."), _(cell->text),
                          yf_clearance_get_clinician (clearance), date);

  return yf_reason_new (rule, YF_VERDICT_CAUTION, cell->sources, text, clearance, NULL);
}

/* A cell for the exercise itself goes before one for its group. */
static const YfCell *
find_cell (const YfRow *row,
           YfExercise  *exercise)
{
  guint group = 1u << yf_exercise_get_group (exercise);
  const YfCell *found = NULL;

  for (guint i = 0; i < row->cells->len; i++)
    {
      const YfCell *cell = g_ptr_array_index (row->cells, i);

      if (cell->exercises != NULL &&
          g_strv_contains ((const char * const *) cell->exercises, yf_exercise_get_id (exercise)))
        return cell;
      if ((cell->groups & group) != 0)
        found = cell;
    }

  return found;
}

static void
judge_rows (YfRules         *self,
            const YfProfile *profile,
            const YfCheckIn *check_in,
            YfExercise      *exercise,
            YfDay            day,
            int              minute,
            YfStage          stage,
            GPtrArray       *reasons,
            YfTriage        *triage)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const YfRow *row = g_ptr_array_index (self->rows, i);
      const YfCell *cell;

      if (!row_applies (row, profile, check_in, stage, yf_exercise_get_id (exercise), day, minute))
        continue;

      *triage = MAX (*triage, row->triage);

      cell = find_cell (row, exercise);
      if (cell != NULL)
        g_ptr_array_add (reasons, judge_cell (row, cell, profile, exercise, day));
    }
}

/* The first day on which an assessment of this sign counts: of an emergency, the
 * day it was reported; of any other, the day the sign reached its present
 * level. Where nobody said for how many days it
 * has been there, the log's run of answers dates an urgent sign; one that only
 * asks for a doctor was at that level from the start. */
static YfDay
get_level_day (const YfSign *sign,
               YfTriage      level,
               int           since_days,
               YfDay         day)
{
  YfDay seen = sign->seen != YF_DAY_NONE ? sign->seen : day;

  if (level == YF_TRIAGE_EMERGENCY)
    return seen;

  if (sign->days >= 0)
    return seen - sign->days + since_days;

  if (level != YF_TRIAGE_URGENT)
    return YF_DAY_NONE;

  return sign->since == YF_DAY_NONE ? sign->seen : sign->since;
}

static YfAssessment *
find_assessment (const YfProfile *profile,
                 const char      *flag,
                 YfDay            earliest,
                 YfDay            day)
{
  GPtrArray *assessments = yf_profile_get_assessments (profile);

  for (guint i = 0; i < assessments->len; i++)
    {
      YfAssessment *assessment = g_ptr_array_index (assessments, i);
      YfDay date = yf_assessment_get_date (assessment);

      if (g_str_equal (yf_assessment_get_flag (assessment), flag) &&
          date >= earliest && date <= day)
        return assessment;
    }

  return NULL;
}

static void
judge_sign (YfRules         *self,
            const YfProfile *profile,
            const YfSign    *sign,
            YfExercise      *exercise,
            YfDay            day,
            GPtrArray       *reasons,
            YfTriage        *triage)
{
  gboolean is_relief = yf_exercise_get_group (exercise) == YF_GROUP_RELIEF;
  YfRedFlag *red_flag = yf_catalogue_find_red_flag (self->catalogue, sign->flag);
  gboolean today = sign->seen == YF_DAY_NONE || sign->seen == day;
  g_autoptr (GPtrArray) sources = NULL;
  g_autofree char *text = NULL;
  YfAssessment *assessment;
  const char *note;
  YfVerdict verdict;
  YfSource *source;
  YfTriage level;
  int since_days;

  /* A sign that this catalogue does not know has no level to judge by. The
   * parsers refuse unknown ones, so this is a log from another version. */
  if (red_flag == NULL)
    return;

  level = yf_red_flag_get_level (red_flag, sign->days, &since_days, &source);
  note = yf_red_flag_get_note (red_flag, sign->days);
  if (level == YF_TRIAGE_NONE)
    return;

  /* Signs close the day they are reported on. An emergency stays. */
  if (!today && level != YF_TRIAGE_EMERGENCY)
    return;

  assessment = find_assessment (profile, sign->flag, get_level_day (sign, level, since_days, day), day);

  sources = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_source_unref);
  g_ptr_array_add (sources, yf_source_ref (source));

  if (level == YF_TRIAGE_EMERGENCY && sign->seen != YF_DAY_NONE && assessment != NULL)
    {
      /* Assessed after it was reported, and no longer answered with yes. */
      return;
    }

  if (level != YF_TRIAGE_EMERGENCY && assessment != NULL)
    {
      g_autofree char *date = yf_day_to_display (yf_assessment_get_date (assessment));

      /* Translators: a sign in the person's words; a clinician; a date */
      text = g_strdup_printf (_("You said: “%s” %s has assessed it on %s."),
                              yf_red_flag_get_text (red_flag),
                              yf_assessment_get_clinician (assessment), date);
      g_ptr_array_add (reasons, yf_reason_new (sign->flag, YF_VERDICT_CAUTION, sources, text, NULL, assessment));
      return;
    }

  /* A sign for a doctor closes exercise, and leaves the compress. */
  verdict = is_relief && level == YF_TRIAGE_SEE_DOCTOR ? YF_VERDICT_CAUTION : YF_VERDICT_BLOCKED;

  if (verdict == YF_VERDICT_BLOCKED && level != YF_TRIAGE_EMERGENCY)
    /* Translators: a sign in the person's words; what to do about it */
    text = g_strdup_printf (_("You said: “%s” %s No exercise today."), yf_red_flag_get_text (red_flag),
                            yf_triage_get_advice (level));
  else
    /* Translators: a sign in the person's words; what to do about it */
    text = g_strdup_printf (_("You said: “%s” %s"), yf_red_flag_get_text (red_flag),
                            yf_triage_get_advice (level));

  if (note != NULL)
    {
      g_autofree char *alone = g_steal_pointer (&text);

      /* Translators: two sentences, one after the other */
      text = g_strdup_printf (C_("sentences", "%s %s"), alone, note);
    }

  g_ptr_array_add (reasons, yf_reason_new (sign->flag, verdict, sources, text, NULL, NULL));
  *triage = MAX (*triage, level);
}

static void
judge_signs (YfRules         *self,
             const YfProfile *profile,
             const YfCheckIn *check_in,
             YfExercise      *exercise,
             YfDay            day,
             GPtrArray       *reasons,
             YfTriage        *triage)
{
  for (guint i = 0; i < yf_check_in_get_n_flags (check_in); i++)
    {
      YfSign sign = *yf_check_in_get_flag (check_in, i);

      /* How long it has been there, if the log knows: a sign that the latest
       * check-in did not have is new today. */
      if (yf_check_in_get_latest (check_in) != YF_DAY_NONE)
        sign.since = day;

      for (guint j = 0; j < yf_check_in_get_n_standing (check_in); j++)
        {
          const YfSign *standing = yf_check_in_get_standing (check_in, j);

          if (g_str_equal (standing->flag, sign.flag) && standing->since != YF_DAY_NONE)
            sign.since = standing->since;
        }

      judge_sign (self, profile, &sign, exercise, day, reasons, triage);
    }

  for (guint i = 0; i < yf_check_in_get_n_standing (check_in); i++)
    {
      const YfSign *standing = yf_check_in_get_standing (check_in, i);

      /* What lies after @day is not known on @day; today's own answer is
       * judged already. */
      if (standing->seen <= day && !yf_check_in_has_flag (check_in, standing->flag, NULL))
        judge_sign (self, profile, standing, exercise, day, reasons, triage);
    }
}

/**
 * yf_rules_judge:
 * @self: a safety table
 * @profile: who
 * @check_in: how they are on @day
 * @exercise: what they want to do: an exercise or a relief
 * @day: when; a known day
 *
 * As yf_rules_judge_at(), for a day without a time.
 *
 * Returns: (transfer full): the judgement
 */
YfJudgement *
yf_rules_judge (YfRules         *self,
                const YfProfile *profile,
                const YfCheckIn *check_in,
                YfExercise      *exercise,
                YfDay            day)
{
  return yf_rules_judge_at (self, profile, check_in, exercise, day, YF_MINUTE_UNKNOWN);
}

/**
 * yf_rules_judge_at:
 * @self: a safety table
 * @profile: who
 * @check_in: how they are on @day
 * @exercise: what they want to do: an exercise or a relief
 * @day: when; a known day
 * @minute: at what minute of @day, or %YF_MINUTE_UNKNOWN; only relief is
 *   reckoned in hours
 *
 * Says whether a person may do an exercise, and why: clinical.md sections 2
 * to 5. A pure function; the strictest verdict wins, and every rule that has
 * something to say is among the reasons. A clearance turns "ask-clinician"
 * into "caution", never "blocked" into anything.
 *
 * Returns: (transfer full): the judgement
 */
YfJudgement *
yf_rules_judge_at (YfRules         *self,
                   const YfProfile *profile,
                   const YfCheckIn *check_in,
                   YfExercise      *exercise,
                   YfDay            day,
                   int              minute)
{
  g_autoptr (GPtrArray) reasons = NULL;
  YfTriage triage = YF_TRIAGE_NONE;
  YfStage stage;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (profile != NULL, NULL);
  g_return_val_if_fail (check_in != NULL, NULL);
  g_return_val_if_fail (exercise != NULL, NULL);
  g_return_val_if_fail (yf_day_is_known (day), NULL);
  g_return_val_if_fail (minute >= YF_MINUTE_UNKNOWN && minute < YF_MINUTES_A_DAY, NULL);

  reasons = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_reason_unref);
  stage = yf_stage_reckon (profile, day);

  judge_signs (self, profile, check_in, exercise, day, reasons, &triage);
  judge_rows (self, profile, check_in, exercise, day, minute, stage, reasons, &triage);

  return yf_judgement_new (yf_exercise_get_id (exercise), day, stage, triage,
                           g_steal_pointer (&reasons));
}
