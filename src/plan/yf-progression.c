/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-progression-private.h"

#include "yf-dose-step.h"

G_DEFINE_BOXED_TYPE (YfProgression, yf_progression, yf_progression_ref, yf_progression_unref)

static YfDoseTrack *
find_track (YfProgression *self,
            const char    *exercise)
{
  for (guint i = 0; i < self->tracks->len; i++)
    {
      YfDoseTrack *track = g_ptr_array_index (self->tracks, i);

      if (g_str_equal (yf_exercise_get_id (track->exercise), exercise))
        return track;
    }

  return NULL;
}

/* An exercise that the catalogue does not know any more has no ladder. */
static YfDoseTrack *
take_track (YfProgression *self,
            const char    *id)
{
  YfDoseTrack *track = find_track (self, id);
  YfExercise *exercise;

  if (track != NULL)
    return track;

  exercise = yf_catalogue_find_exercise (self->catalogue, id);
  if (exercise == NULL)
    return NULL;

  track = g_new0 (YfDoseTrack, 1);
  track->exercise = exercise;
  g_ptr_array_add (self->tracks, track);

  return track;
}

static YfDoneItem *
find_item (YfProgression *self,
           GArray        *events,
           YfDoseTrack   *track,
           guint          session)
{
  for (guint i = 0; i < events->len; i++)
    {
      const YfPast *event = &g_array_index (events, YfPast, events->len - 1 - i);

      if (event->item == NULL || event->item->index != session)
        break;
      if (event->track == track)
        return event->item;
    }

  return NULL;
}

/* The same exercise twice in a session is one exercise, and as good as the worse
 * of the two. */
static void
merge_item (YfDoneItem              *item,
            const YfHistoryExercise *exercise)
{
  yf_dose_lower_to (&item->done, &exercise->done);
  item->reps += exercise->reps;
  item->stops += exercise->stops;
  if (exercise->state != YF_DONE_COMPLETED && item->state != YF_DONE_STOPPED)
    item->state = exercise->state;
}

static void
collect_item (YfProgression           *self,
              GArray                  *events,
              const YfHistoryExercise *exercise)
{
  const YfHistorySession *session = yf_history_get_session (self->history, exercise->session);
  YfDoseTrack *track = session->day <= self->today ? take_track (self, exercise->exercise) : NULL;
  YfPast event = { .day = session->day, .kind = YF_PAST_SESSION, .order = exercise->session, .track = track };

  if (track == NULL)
    return;

  event.item = find_item (self, events, track, exercise->session);
  if (event.item != NULL)
    {
      merge_item (event.item, exercise);
      return;
    }
  if (exercise->reps == 0 && exercise->stops == 0)
    return;

  event.item = g_new0 (YfDoneItem, 1);
  event.item->session = session;
  event.item->index = exercise->session;
  event.item->done = exercise->done;
  event.item->reps = exercise->reps;
  event.item->stops = exercise->stops;
  event.item->state = exercise->state;
  g_ptr_array_add (self->items, event.item);
  g_array_append_val (events, event);

  /* An answer cannot be older than its session. */
  event.day = MAX (session->morning_day, session->day);
  if (session->morning == YF_NEXT_MORNING_UNANSWERED || session->morning_day == YF_DAY_NONE ||
      event.day > self->today)
    return;
  event.kind = session->morning == YF_NEXT_MORNING_WORSE ? YF_PAST_WORSE : YF_PAST_GOOD;
  event.late = event.day == session->day;
  g_array_append_val (events, event);
}

static void
add_event (YfProgression *self,
           GArray        *events,
           YfPastKind     kind,
           YfDay          day,
           YfDoseTrack   *track,
           const char    *entry,
           YfDay          entry_day)
{
  const YfPast event = { .day = day, .kind = kind, .track = track, .entry = entry, .entry_day = entry_day };

  if (day <= self->today)
    g_array_append_val (events, event);
}

static void
collect_rest (YfProgression   *self,
              GArray          *events,
              const YfProfile *profile)
{
  g_autoptr (GArray) flares = yf_history_find_flares (self->history, self->today);
  YfDay onset = yf_profile_get_onset (profile);

  for (guint i = 0; i < flares->len; i++)
    add_event (self, events, YF_PAST_FLARE, g_array_index (flares, YfDay, i), NULL, "", YF_DAY_NONE);

  if (yf_day_is_known (onset))
    add_event (self, events, YF_PAST_EPISODE, onset, NULL, "", onset);

  for (guint i = 0; i < self->history->reviews->len; i++)
    {
      const YfHistoryReview *entry = &g_array_index (self->history->reviews, YfHistoryReview, i);
      YfDoseTrack *track = find_track (self, entry->exercise);

      if (track != NULL)
        add_event (self, events, YF_PAST_REVIEW, entry->day, track, entry->entry, entry->day);
    }

  for (guint i = 0; self->limits != NULL && i < yf_limits_get_n (self->limits); i++)
    {
      const YfLimit *limit = yf_limits_get (self->limits, i);
      YfDoseTrack *track = find_track (self, limit->exercise);

      if (track == NULL)
        continue;
      add_event (self, events, YF_PAST_LIMIT, limit->from, track, limit->entry, limit->from);
      if (yf_day_is_known (limit->until))
        add_event (self, events, YF_PAST_LIMIT, limit->until + 1, track, limit->entry, limit->until);
    }
}

static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  const YfPast *one = a;
  const YfPast *other = b;

  if (one->day != other->day)
    return one->day - other->day;
  if (one->late != other->late)
    return one->late - other->late;
  if (one->kind != other->kind)
    return (int) one->kind - (int) other->kind;

  return (one->order > other->order) - (one->order < other->order);
}

static int
compare_changes (gconstpointer a,
                 gconstpointer b)
{
  return (*(YfDoseChange * const *) a)->day - (*(YfDoseChange * const *) b)->day;
}

static void
replay (YfProgression   *self,
        const YfProfile *profile)
{
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (YfPast));

  for (guint i = 0; i < self->history->exercises->len; i++)
    collect_item (self, events, &g_array_index (self->history->exercises, YfHistoryExercise, i));
  collect_rest (self, events, profile);
  g_array_sort (events, compare_events);

  for (guint i = 0; i < events->len; i++)
    {
      const YfPast *event = &g_array_index (events, YfPast, i);

      if (event->track != NULL)
        yf_progression_happen (self, event->track, event, profile);
      for (guint j = 0; event->track == NULL && j < self->tracks->len; j++)
        yf_progression_happen (self, g_ptr_array_index (self->tracks, j), event, profile);
    }

  for (guint i = 0; i < self->tracks->len; i++)
    yf_progression_pass (self, g_ptr_array_index (self->tracks, i), self->today);
  g_ptr_array_sort (self->changes, compare_changes);
}

/**
 * yf_progression_new:
 * @catalogue: what can be done
 * @profile: who
 * @limits: (nullable): what clinicians have said
 * @history: what was done and how it went; what lies after @today is not looked at
 * @today: a known day
 *
 * Works out the dose of every exercise on @today, as the head of this file's
 * header says.
 *
 * Returns: (transfer full): the doses and how they came about
 */
YfProgression *
yf_progression_new (YfCatalogue     *catalogue,
                    const YfProfile *profile,
                    YfLimits        *limits,
                    YfHistory       *history,
                    YfDay            today)
{
  YfProgression *self;

  g_return_val_if_fail (catalogue != NULL && profile != NULL && history != NULL, NULL);
  g_return_val_if_fail (yf_day_is_known (today), NULL);

  self = g_new0 (YfProgression, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->catalogue = yf_catalogue_ref (catalogue);
  self->limits = limits != NULL ? yf_limits_ref (limits) : NULL;
  self->history = yf_history_ref (history);
  self->today = today;
  self->tracks = g_ptr_array_new_with_free_func (g_free);
  self->items = g_ptr_array_new_with_free_func (g_free);
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_dose_change_unref);

  replay (self, profile);

  return self;
}

YfProgression *
yf_progression_ref (YfProgression *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
yf_progression_unref (YfProgression *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->tracks);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->changes);
  g_clear_pointer (&self->limits, yf_limits_unref);
  yf_history_unref (self->history);
  yf_catalogue_unref (self->catalogue);
  g_free (self);
}

/**
 * yf_progression_get_dose:
 * @self: a progression
 * @exercise: an exercise
 * @dose: (out): how much of it is due; of one that was never done the first dose
 */
void
yf_progression_get_dose (YfProgression *self,
                         YfExercise    *exercise,
                         YfDose        *dose)
{
  const YfDoseTrack *track = find_track (self, yf_exercise_get_id (exercise));
  YfDose ceiling;

  if (track != NULL && track->first_done != YF_DAY_NONE)
    *dose = track->dose;
  else
    yf_limits_reckon (self->limits, exercise, self->today, dose, &ceiling);
}

/**
 * yf_progression_is_suspended:
 * @self: a progression
 * @exercise: the id of an exercise
 *
 * Returns: whether it hurt twice in a row and nobody has looked at it since
 */
gboolean
yf_progression_is_suspended (YfProgression *self,
                             const char    *exercise)
{
  const YfDoseTrack *track = find_track (self, exercise);

  return track != NULL && track->suspended;
}

/**
 * yf_progression_count_good:
 * @self: a progression
 * @exercise: the id of an exercise
 *
 * Returns: how many sessions count for the next step up, less than
 *   %YF_PROGRESSION_SESSIONS
 */
int
yf_progression_count_good (YfProgression *self,
                           const char    *exercise)
{
  const YfDoseTrack *track = find_track (self, exercise);

  return track != NULL ? track->n_good : 0;
}

/**
 * yf_progression_count_days:
 * @self: a progression
 * @exercise: the id of an exercise
 *
 * Returns: on how many days it was completed without pain
 */
guint
yf_progression_count_days (YfProgression *self,
                           const char    *exercise)
{
  const YfDoseTrack *track = find_track (self, exercise);

  return track != NULL ? track->n_days : 0;
}

/**
 * yf_progression_get_changes:
 * @self: a progression
 *
 * Returns: (transfer none) (element-type YfDoseChange): every change, oldest first
 */
GPtrArray *
yf_progression_get_changes (YfProgression *self)
{
  return self->changes;
}

/**
 * yf_progression_find_latest:
 * @self: a progression
 * @exercise: the id of an exercise
 *
 * Returns: (transfer none) (nullable): the latest change of that exercise
 */
YfDoseChange *
yf_progression_find_latest (YfProgression *self,
                            const char    *exercise)
{
  for (guint i = self->changes->len; i > 0; i--)
    {
      YfDoseChange *change = g_ptr_array_index (self->changes, i - 1);

      if (g_str_equal (change->exercise, exercise))
        return change;
    }

  return NULL;
}
