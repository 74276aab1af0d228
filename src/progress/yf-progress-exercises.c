/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-progress-private.h"

/* What was done of each exercise and side, and how its dose changed. */

#define N_SIDES (YF_SIDE_RIGHT + 1)

/* An exercise while it is being counted. */
typedef struct
{
  gboolean         two_sided;
  YfExerciseTotal  sides[N_SIDES];
  gboolean         shown[N_SIDES];
  guint            latest[N_SIDES];   /* the last session that counts, from 1 */
} Tally;

typedef struct
{
  YfProgress *progress;   /* unowned */
  GHashTable *by_id;      /* id: Tally, which @tallies owns */
  GPtrArray  *tallies;    /* in the order of their first appearance */
} Count;

/* An exercise that the catalogue does not know has two sides if it was ever
 * done on one. */
static gboolean
was_done_on_a_side (YfProgress *self,
                    const char *id)
{
  for (guint i = 0; i < self->sessions->len; i++)
    {
      const YfSessionRecord *record = g_ptr_array_index (self->sessions, i);

      for (guint j = 0; j < record->exercises->len; j++)
        {
          const YfExerciseRecord *exercise = g_ptr_array_index (record->exercises, j);

          if (exercise->reps->len > 0 && g_str_equal (exercise->exercise, id))
            return ((const YfRepetition *) g_ptr_array_index (exercise->reps, 0))->side != YF_SIDE_NONE;
        }
    }

  return FALSE;
}

static Tally *
find_tally (Count      *self,
            const char *id)
{
  Tally *tally = g_hash_table_lookup (self->by_id, id);
  YfExercise *exercise;

  if (tally != NULL)
    return tally;

  tally = g_new0 (Tally, 1);
  exercise = yf_catalogue_find_exercise (self->progress->catalogue, id);
  tally->two_sided = exercise != NULL ? yf_exercise_get_two_sided (exercise)
                                      : was_done_on_a_side (self->progress, id);
  for (int side = 0; side < N_SIDES; side++)
    {
      tally->sides[side].exercise = id;
      tally->sides[side].side = side;
    }

  g_ptr_array_add (self->tallies, tally);
  g_hash_table_insert (self->by_id, (gpointer) id, tally);

  return tally;
}

static void
count_planned (Tally        *tally,
               const YfDose *dose)
{
  int first = tally->two_sided ? YF_SIDE_LEFT : YF_SIDE_NONE;
  int last = tally->two_sided ? YF_SIDE_RIGHT : YF_SIDE_NONE;

  for (int side = first; side <= last; side++)
    {
      tally->sides[side].planned_reps += dose->sets * dose->reps;
      tally->shown[side] = TRUE;
    }
}

/* @session counts from 1. */
static void
count_done (Tally                  *tally,
            const YfExerciseRecord *exercise,
            guint                   session)
{
  g_autoptr (GHashTable) sets = g_hash_table_new (NULL, NULL);
  gpointer latest = NULL;

  for (guint i = 0; i < exercise->reps->len; i++)
    {
      const YfRepetition *rep = g_ptr_array_index (exercise->reps, i);
      YfExerciseTotal *total = &tally->sides[rep->side];
      gpointer set = GINT_TO_POINTER (rep->set * N_SIDES + (int) rep->side + 1);

      total->n_reps++;
      total->hold += rep->hold;
      tally->shown[rep->side] = TRUE;

      if (tally->latest[rep->side] != session)
        total->n_sessions++;
      tally->latest[rep->side] = session;

      /* Repetitions come set by set, mostly. */
      if (set != latest && g_hash_table_add (sets, set))
        total->n_sets++;
      latest = set;
    }
}

static void
count_session (Count           *self,
               YfSessionRecord *record,
               guint            session)
{
  for (guint i = 0; i < record->exercises->len; i++)
    {
      const YfExerciseRecord *exercise = g_ptr_array_index (record->exercises, i);
      Tally *tally = find_tally (self, exercise->exercise);

      count_planned (tally, &exercise->planned);
      count_done (tally, exercise, session);
    }
}

void
yf_progress_fill_exercises (YfProgress *self)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) tallies = g_ptr_array_new_with_free_func (g_free);
  Count count = { self, by_id, tallies };

  for (guint i = 0; i < self->sessions->len; i++)
    count_session (&count, g_ptr_array_index (self->sessions, i), i + 1);

  for (guint i = 0; i < self->stops->len; i++)
    {
      const YfStopPoint *point = &g_array_index (self->stops, YfStopPoint, i);
      Tally *tally = find_tally (&count, point->exercise);

      tally->sides[point->stop->side].n_stops++;
      tally->shown[point->stop->side] = TRUE;
    }

  for (guint i = 0; i < tallies->len; i++)
    {
      const Tally *tally = g_ptr_array_index (tallies, i);

      for (int side = 0; side < N_SIDES; side++)
        {
          const YfExerciseTotal *total = &tally->sides[side];

          if (!tally->shown[side])
            continue;
          g_array_append_val (self->exercises, *total);
          self->totals.n_sets += total->n_sets;
          self->totals.n_reps += total->n_reps;
          self->totals.hold += total->hold;
        }
    }
}

static gboolean
comes_earlier (const YfSessionRecord *record,
               guint                  index)
{
  const YfExerciseRecord *exercise = g_ptr_array_index (record->exercises, index);

  for (guint i = 0; i < index; i++)
    {
      const YfExerciseRecord *earlier = g_ptr_array_index (record->exercises, i);

      if (g_str_equal (earlier->exercise, exercise->exercise))
        return TRUE;
    }

  return FALSE;
}

static void
look_at_dose (YfProgress             *self,
              GHashTable             *planned,
              const YfSessionRecord  *record,
              const YfExerciseRecord *exercise)
{
  const YfDose *before = g_hash_table_lookup (planned, exercise->exercise);
  YfDosePoint change = {
    .exercise = exercise->exercise,
    .day = yf_progress_get_session_day (record),
    .dose = exercise->planned,
    .entry = record->id,
  };

  if (before != NULL && yf_dose_equal (before, &exercise->planned))
    return;

  if (before != NULL)
    change.before = *before;
  if (yf_progress_has_day (self, change.day))
    g_array_append_val (self->doses, change);
  g_hash_table_insert (planned, exercise->exercise, (gpointer) &exercise->planned);
}

/* From the beginning of the log, so that the first dose of the range is known
 * to be a change or not. Where a session has an exercise twice, the first time
 * tells its dose. */
void
yf_progress_fill_doses (YfProgress *self)
{
  g_autoptr (GHashTable) planned = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->log->sessions->len; i++)
    {
      const YfSessionRecord *record = g_ptr_array_index (self->log->sessions, i);

      if (record->state == YF_RECORD_RUNNING)
        continue;

      for (guint j = 0; j < record->exercises->len; j++)
        if (!comes_earlier (record, j))
          look_at_dose (self, planned, record, g_ptr_array_index (record->exercises, j));
    }
}
