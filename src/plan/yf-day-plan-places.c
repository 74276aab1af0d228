/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-day-plan-private.h"

#include <glib/gi18n-lib.h>

/* What a session is made of where no clinician says it. The header says by what rules. */

#define FIRST_BRIDGE_DAYS 6   /* Yanfei's own: two weeks at three a week */
#define SWALLOW_DAYS      6
#define WAY_BACK_DAYS     2
#define OLDER             60  /* 003 has the leg raise for older people */

static const YfDayCandidate breathing = {
  "abdominal-breathing", N_("Breathing comes first: it wakes the deep muscles around the spine without loading it."),
  "000", "Train the core" };
static const YfDayCandidate five_point = {
  "five-point-support", N_("Five-point support loads the back little and suits the beginning and weaker backs."),
  "004", "Step 3: rehabilitation, five-point support" };
static const YfDayCandidate bridge = {
  "glute-bridge", N_("The glute bridge belongs to recovery: it strengthens the muscles that carry the spine."),
  "003", "Physical therapy: recovery" };
static const YfDayCandidate leg_raise = {
  "straight-leg-raise", N_("Raising a straight leg is a gentle exercise for the back."),
  "003", "Prevention: older people" };
static const YfDayCandidate plank = {
  "plank", N_("The plank strengthens belly and back."),
  "003", "Physical therapy: recovery" };
static const YfDayCandidate modified_swallow = {
  "modified-swallow", N_("Your back is strong: the gentle form of the swallow-flight comes before the full one."),
  "000", "Train the core" };
static const YfDayCandidate full_swallow = {
  "full-swallow", N_("The full swallow-flight is for strong backs like yours."),
  "004", "Step 3: rehabilitation, swallow-flight" };
static const YfDayCandidate kegel = {
  "kegel", N_("Training of the pelvic floor begins six weeks after a birth."),
  "003", "Mothers with small children" };

/* The distinct days after @after on which something was completed without pain
 * and without a worse morning. */
static guint
count_days (YfDayPlan *self,
            YfDay      after,
            gboolean   bridges_only)
{
  YfHistory *history = self->question->history;
  g_autoptr (GHashTable) days = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < history->exercises->len; i++)
    {
      const YfHistoryExercise *done = &g_array_index (history->exercises, YfHistoryExercise, i);
      const YfHistorySession *session = yf_history_get_session (history, done->session);
      YfExercise *exercise = yf_catalogue_find_exercise (self->question->catalogue, done->exercise);

      if (session->day > after && session->day < self->day && exercise != NULL &&
          done->state == YF_DONE_COMPLETED && done->stops == 0 && done->reps > 0 &&
          session->morning != YF_NEXT_MORNING_WORSE &&
          (!bridges_only || yf_exercise_get_group (exercise) == YF_GROUP_BRIDGE))
        g_hash_table_add (days, GINT_TO_POINTER (session->day));
    }

  return g_hash_table_size (days);
}

/*
 * yf_day_plan_is_first_of_recovery:
 *
 * Returns: whether few bridges have gone well since the pain was gone, or
 *   since the operation
 */
gboolean
yf_day_plan_is_first_of_recovery (YfDayPlan *self)
{
  const YfProfile *profile = self->question->profile;
  YfDay since = yf_profile_get_relief (profile);

  if (yf_stage_reckon (profile, self->day) != YF_STAGE_RECOVERY)
    return FALSE;
  if (!yf_day_is_known (since))
    since = yf_profile_get_surgery (profile);

  return count_days (self, since, TRUE) < FIRST_BRIDGE_DAYS;
}

/*
 * yf_day_plan_needs_way_back:
 *
 * Returns: whether little has gone well since the last flare
 */
gboolean
yf_day_plan_needs_way_back (YfDayPlan *self)
{
  YfDay last = YF_DAY_NONE;

  for (guint i = 0; i < self->flares->len; i++)
    last = MAX (last, g_array_index (self->flares, YfDay, i));

  return last != YF_DAY_NONE && last < self->day && count_days (self, last, FALSE) < WAY_BACK_DAYS;
}

static gboolean
is_older (YfDayPlan *self)
{
  int born = yf_profile_get_born (self->question->profile);
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) self->day);

  return born == YF_BORN_UNSAID || g_date_get_year (&date) - born >= OLDER;
}

static gboolean
has_given_birth (const YfProfile *profile)
{
  return yf_profile_has_condition (profile, "postpartum") || yf_profile_get_birth (profile) != YF_DAY_NONE;
}

static const YfDayCandidate *
choose_swallow (YfDayPlan *self)
{
  return yf_progression_count_days (self->progression, "modified-swallow") >= SWALLOW_DAYS
         ? &full_swallow : &modified_swallow;
}

/*
 * yf_day_plan_list_places:
 * @first: whether it is one of the first sessions of recovery
 * @places: (out): what may stand in each, best first, as zeros before
 *
 * Fills in the places of a session, the most important first.
 *
 * Returns: how many there are
 */
guint
yf_day_plan_list_places (YfDayPlan  *self,
                         gboolean    first,
                         YfDayPlace  places[YF_DAY_PLAN_MAX_ITEMS])
{
  const YfProfile *profile = self->question->profile;
  guint n = 0;

  places[n++][0] = &breathing;
  if (self->stage == YF_STAGE_ACUTE || self->stage == YF_STAGE_EASING)
    return n;

  places[n][0] = &five_point;
  if (first)
    {
      n++;
      places[n++][0] = &bridge;
      return n;
    }
  places[n++][1] = &bridge;

  places[n][0] = is_older (self) ? &leg_raise : &plank;
  places[n++][1] = is_older (self) ? &plank : &leg_raise;

  if (has_given_birth (profile))
    places[n++][0] = &kegel;
  else if (yf_profile_get_back_strength (profile) == YF_BACK_STRENGTH_STRONG)
    {
      places[n][0] = choose_swallow (self);
      places[n++][1] = &modified_swallow;
    }
  else
    places[n++][0] = &bridge;

  return n;
}
