/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-progression.h"

#include "yf-dose-step.h"
#include "yf-stage.h"

#define BREAK_FIRST_STEPS 2

static const int break_days[] = { YF_PROGRESSION_BREAK_DAYS, 21, 28 };

/* What one session did to one exercise. */
typedef struct
{
  const YfHistorySession *session;
  guint                   index;    /* of the session */
  YfDose                  done;
  int                     reps;
  YfDoneState             state;
  int                     stops;
  gboolean                lowered;  /* the dose was lowered because of it */
} Item;

/* Where one exercise stands while the days go by. */
typedef struct
{
  YfExercise             *exercise;
  YfDose                  dose;
  YfDay                   first_done;   /* YF_DAY_NONE: not yet */
  YfDay                   last_done;
  const YfHistorySession *last_session;
  guint                   n_breaks;     /* how many of break_days are over since */
  guint                   n_days;       /* on which it was completed without a stop */
  YfDay                   last_counted;
  const Item             *good[YF_PROGRESSION_SESSIONS];
  int                     n_good;
  YfDay                   row_day;      /* no session before counts for the next step */
  const Item             *stops[YF_PROGRESSION_STOPS];
  int                     n_stops;
  gboolean                suspended;
} Track;

/* What happens on one day, in this order. */
typedef enum
{
  EVENT_LIMIT,
  EVENT_EPISODE,
  EVENT_REVIEW,
  EVENT_WORSE,
  EVENT_GOOD,
  EVENT_FLARE,
  EVENT_SESSION,
} EventKind;

typedef struct
{
  YfDay       day;
  EventKind   kind;
  gboolean    late;    /* after all else of the day */
  guint       order;
  Track      *track;   /* NULL: all */
  Item       *item;
  const char *entry;
  YfDay       entry_day;
} Event;

struct _YfProgression
{
  gatomicrefcount  ref_count;
  YfCatalogue     *catalogue;
  YfLimits        *limits;
  YfHistory       *history;
  YfDay            today;
  GPtrArray       *tracks;
  GPtrArray       *items;
  GPtrArray       *changes;
};

G_DEFINE_BOXED_TYPE (YfProgression, yf_progression, yf_progression_ref, yf_progression_unref)

static Track *
find_track (YfProgression *self,
            const char    *exercise)
{
  for (guint i = 0; i < self->tracks->len; i++)
    {
      Track *track = g_ptr_array_index (self->tracks, i);

      if (g_str_equal (yf_exercise_get_id (track->exercise), exercise))
        return track;
    }

  return NULL;
}

/* An exercise that the catalogue does not know any more has no ladder. */
static Track *
take_track (YfProgression *self,
            const char    *id)
{
  Track *track = find_track (self, id);
  YfExercise *exercise;

  if (track != NULL)
    return track;

  exercise = yf_catalogue_find_exercise (self->catalogue, id);
  if (exercise == NULL)
    return NULL;

  track = g_new0 (Track, 1);
  track->exercise = exercise;
  g_ptr_array_add (self->tracks, track);

  return track;
}

static YfDoseChange *
tell (YfProgression *self,
      Track         *track,
      YfDay          day,
      const YfDose  *from,
      YfDoseReason   reason)
{
  YfDoseChange *change = yf_dose_change_new (day, yf_exercise_get_id (track->exercise),
                                             from, &track->dose, reason);

  g_ptr_array_add (self->changes, change);

  return change;
}

/* The row of good sessions begins anew with those of @day. */
static void
begin_row (Track *track,
           YfDay  day)
{
  track->n_good = 0;
  track->row_day = MAX (track->row_day, day);
}

static void
step_down (YfProgression *self,
           Track         *track,
           Item          *item,
           YfDay          day,
           YfDoseReason   reason)
{
  YfDose from = track->dose;
  YfDoseChange *change;
  YfDose base;
  YfDose ceiling;

  if (item->lowered)
    return;

  item->lowered = TRUE;
  yf_limits_reckon (self->limits, track->exercise, day, &base, &ceiling);
  yf_dose_step_down (&track->dose, &base);
  change = tell (self, track, day, &from, reason);
  yf_dose_change_add (change, item->session->entry, item->session->day);
}

static gboolean
pain_rose (const YfHistorySession *session)
{
  return (session->before_back >= 0 && session->after_back - session->before_back >= YF_PROGRESSION_PAIN_RISE) ||
         (session->before_leg >= 0 && session->after_leg - session->before_leg >= YF_PROGRESSION_PAIN_RISE);
}

/* The profile has the dates of the present episode and no earlier one. */
static gboolean
is_settled (const YfProfile *profile,
            YfExercise      *exercise,
            YfDay            day)
{
  YfDay begin = yf_profile_get_onset (profile);
  YfStage stage;

  if (begin == YF_DAY_NONE && yf_profile_get_relief (profile) == YF_DAY_NONE)
    begin = yf_profile_get_surgery (profile);
  if (yf_exercise_get_group (exercise) == YF_GROUP_BREATHING || (yf_day_is_known (begin) && day < begin))
    return TRUE;

  stage = yf_stage_reckon (profile, day);

  return stage != YF_STAGE_ACUTE && stage != YF_STAGE_EASING;
}

static gboolean
has_counted (const Track *track,
             YfDay        day)
{
  for (int i = 0; i < track->n_good; i++)
    if (track->good[i]->session->day == day)
      return TRUE;

  return FALSE;
}

static gboolean
is_good (const Track     *track,
         const Item      *item,
         const YfProfile *profile)
{
  const YfHistorySession *session = item->session;
  int sides = yf_exercise_get_two_sided (track->exercise) ? 2 : 1;

  return !track->suspended &&
         session->day >= track->row_day &&
         !has_counted (track, session->day) &&
         item->state == YF_DONE_COMPLETED && item->stops == 0 && !item->lowered &&
         yf_dose_within (&track->dose, &item->done) &&
         item->reps >= track->dose.sets * track->dose.reps * sides &&
         session->effort >= 0 && session->effort <= YF_PROGRESSION_EFFORT &&
         !pain_rose (session) &&
         is_settled (profile, track->exercise, session->day);
}

static void
count_good (YfProgression   *self,
            Track           *track,
            const Item      *item,
            const YfProfile *profile,
            YfDay            day)
{
  YfDose from = track->dose;
  YfDose base;
  YfDose ceiling;

  if (!is_good (track, item, profile))
    return;

  track->good[track->n_good++] = item;
  if (track->n_good < YF_PROGRESSION_SESSIONS)
    return;

  yf_limits_reckon (self->limits, track->exercise, day, &base, &ceiling);
  if (yf_dose_step_up (&track->dose, &base, &ceiling))
    {
      YfDoseChange *change = tell (self, track, day, &from, YF_DOSE_REASON_GOOD_SESSIONS);

      for (int i = 0; i < YF_PROGRESSION_SESSIONS; i++)
        yf_dose_change_add (change, track->good[i]->session->entry, track->good[i]->session->day);
    }

  begin_row (track, day);
}

static void
count_stop (YfProgression *self,
            Track         *track,
            const Item    *item,
            YfDay          day)
{
  YfDoseChange *change;

  if (track->suspended)
    return;

  track->stops[track->n_stops++] = item;
  if (track->n_stops < YF_PROGRESSION_STOPS)
    return;

  track->suspended = TRUE;
  change = tell (self, track, day, &track->dose, YF_DOSE_REASON_SUSPENDED);
  for (int i = 0; i < YF_PROGRESSION_STOPS; i++)
    yf_dose_change_add (change, track->stops[i]->session->entry, track->stops[i]->session->day);
}

static void
train (YfProgression *self,
       Track         *track,
       Item          *item,
       YfDay          day)
{
  YfDose ceiling;
  gboolean completed = item->state == YF_DONE_COMPLETED && item->stops == 0 && item->reps > 0;

  if (track->first_done == YF_DAY_NONE)
    {
      yf_limits_reckon (self->limits, track->exercise, day, &track->dose, &ceiling);
      track->first_done = track->last_done = day;
      track->last_session = item->session;
    }

  if (item->reps > 0)
    {
      track->last_done = day;
      track->last_session = item->session;
      track->n_breaks = 0;
    }

  if (completed)
    {
      track->n_stops = track->suspended ? track->n_stops : 0;
      track->n_days += track->last_counted != day;
      track->last_counted = day;
    }

  if (item->stops > 0)
    {
      step_down (self, track, item, day, YF_DOSE_REASON_PAIN_STOP);
      count_stop (self, track, item, day);
    }
  else if (item->reps > 0 && pain_rose (item->session))
    {
      step_down (self, track, item, day, YF_DOSE_REASON_PAIN_ROSE);
    }
  else if (item->state != YF_DONE_STOPPED && item->session->effort <= YF_PROGRESSION_EFFORT)
    {
      return;
    }

  /* Nothing done on a day on which something went wrong counts. */
  begin_row (track, day + 1);
}

static void
look_at_limits (YfProgression *self,
                Track         *track,
                const Event   *event)
{
  const YfLimit *limit = yf_limits_find (self->limits, yf_exercise_get_id (track->exercise), event->day);
  YfDose from = track->dose;
  YfDose base;
  YfDose ceiling;
  gboolean lower;

  yf_limits_reckon (self->limits, track->exercise, event->day, &base, &ceiling);
  lower = yf_dose_lower_to (&track->dose, &ceiling);

  /* A dose that is prescribed from today on is where to begin again, never
   * where to jump up to. */
  if (limit != NULL && limit->from == event->day &&
      (limit->start.sets > 0 || limit->start.reps > 0 || limit->start.hold > 0))
    lower = yf_dose_lower_to (&track->dose, &base) || lower;

  if (lower)
    yf_dose_change_add (tell (self, track, event->day, &from, YF_DOSE_REASON_LIMIT),
                        event->entry, event->entry_day);
  begin_row (track, event->day);
}

static void
begin_episode (YfProgression *self,
               Track         *track,
               YfDay          day)
{
  YfDose from = track->dose;
  YfDose base;
  YfDose ceiling;

  yf_limits_reckon (self->limits, track->exercise, day, &base, &ceiling);
  if (yf_dose_lower_to (&track->dose, &base))
    yf_dose_change_add (tell (self, track, day, &from, YF_DOSE_REASON_EPISODE), "", day);
  begin_row (track, day);
}

static void
review (YfProgression *self,
        Track         *track,
        const Event   *event)
{
  if (!track->suspended)
    return;

  track->suspended = FALSE;
  track->n_stops = 0;
  begin_row (track, event->day);
  yf_dose_change_add (tell (self, track, event->day, &track->dose, YF_DOSE_REASON_REVIEWED),
                      event->entry, event->entry_day);
}

/* A break alone goes no further than one step below the base. */
static void
rest_from (YfProgression *self,
           Track         *track,
           guint          which,
           YfDay          day)
{
  YfDose from = track->dose;
  YfDose base;
  YfDose ceiling;

  yf_limits_reckon (self->limits, track->exercise, day, &base, &ceiling);
  for (int i = 0; i < (which == 0 ? BREAK_FIRST_STEPS : 1); i++)
    {
      gboolean below = yf_dose_within (&track->dose, &base) && !yf_dose_equal (&track->dose, &base);

      if (!below || (which == 0 && i == 0))
        yf_dose_step_down (&track->dose, &base);
    }
  if (which + 1 == G_N_ELEMENTS (break_days))
    yf_dose_lower_to (&track->dose, &base);

  if (!yf_dose_equal (&from, &track->dose))
    yf_dose_change_add (tell (self, track, day, &from, YF_DOSE_REASON_BREAK),
                        track->last_session->entry, track->last_session->day);
  begin_row (track, day);
}

/* Lets the days pass until @day. */
static void
pass (YfProgression *self,
      Track         *track,
      YfDay          day)
{
  while (track->first_done != YF_DAY_NONE && track->n_breaks < G_N_ELEMENTS (break_days) &&
         track->last_done + break_days[track->n_breaks] <= day)
    {
      guint which = track->n_breaks++;

      rest_from (self, track, which, track->last_done + break_days[which]);
    }
}

static void
happen (YfProgression   *self,
        Track           *track,
        const Event     *event,
        const YfProfile *profile)
{
  if (track->first_done == YF_DAY_NONE && event->kind != EVENT_SESSION)
    return;
  pass (self, track, event->day);

  switch (event->kind)
    {
    case EVENT_LIMIT:
      look_at_limits (self, track, event);
      break;
    case EVENT_EPISODE:
      begin_episode (self, track, event->day);
      break;
    case EVENT_REVIEW:
      review (self, track, event);
      break;
    case EVENT_WORSE:
      step_down (self, track, event->item, event->day, YF_DOSE_REASON_WORSE_MORNING);
      begin_row (track, event->day);
      break;
    case EVENT_GOOD:
      count_good (self, track, event->item, profile, event->day);
      break;
    case EVENT_FLARE:
      begin_row (track, event->day + 1);
      break;
    case EVENT_SESSION:
      train (self, track, event->item, event->day);
      break;
    default:
      g_assert_not_reached ();
    }
}

static Item *
find_item (YfProgression *self,
           GArray        *events,
           Track         *track,
           guint          session)
{
  for (guint i = 0; i < events->len; i++)
    {
      const Event *event = &g_array_index (events, Event, events->len - 1 - i);

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
merge_item (Item                    *item,
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
  Track *track = session->day <= self->today ? take_track (self, exercise->exercise) : NULL;
  Event event = { .day = session->day, .kind = EVENT_SESSION, .order = exercise->session, .track = track };

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

  event.item = g_new0 (Item, 1);
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
  event.kind = session->morning == YF_NEXT_MORNING_WORSE ? EVENT_WORSE : EVENT_GOOD;
  event.late = event.day == session->day;
  g_array_append_val (events, event);
}

static void
add_event (YfProgression *self,
           GArray        *events,
           EventKind      kind,
           YfDay          day,
           Track         *track,
           const char    *entry,
           YfDay          entry_day)
{
  const Event event = { .day = day, .kind = kind, .track = track, .entry = entry, .entry_day = entry_day };

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
    add_event (self, events, EVENT_FLARE, g_array_index (flares, YfDay, i), NULL, "", YF_DAY_NONE);

  if (yf_day_is_known (onset))
    add_event (self, events, EVENT_EPISODE, onset, NULL, "", onset);

  for (guint i = 0; i < self->history->reviews->len; i++)
    {
      const YfHistoryReview *entry = &g_array_index (self->history->reviews, YfHistoryReview, i);
      Track *track = find_track (self, entry->exercise);

      if (track != NULL)
        add_event (self, events, EVENT_REVIEW, entry->day, track, entry->entry, entry->day);
    }

  for (guint i = 0; self->limits != NULL && i < yf_limits_get_n (self->limits); i++)
    {
      const YfLimit *limit = yf_limits_get (self->limits, i);
      Track *track = find_track (self, limit->exercise);

      if (track == NULL)
        continue;
      add_event (self, events, EVENT_LIMIT, limit->from, track, limit->entry, limit->from);
      if (yf_day_is_known (limit->until))
        add_event (self, events, EVENT_LIMIT, limit->until + 1, track, limit->entry, limit->until);
    }
}

static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  const Event *one = a;
  const Event *other = b;

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
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (Event));

  for (guint i = 0; i < self->history->exercises->len; i++)
    collect_item (self, events, &g_array_index (self->history->exercises, YfHistoryExercise, i));
  collect_rest (self, events, profile);
  g_array_sort (events, compare_events);

  for (guint i = 0; i < events->len; i++)
    {
      const Event *event = &g_array_index (events, Event, i);

      if (event->track != NULL)
        happen (self, event->track, event, profile);
      for (guint j = 0; event->track == NULL && j < self->tracks->len; j++)
        happen (self, g_ptr_array_index (self->tracks, j), event, profile);
    }

  for (guint i = 0; i < self->tracks->len; i++)
    pass (self, g_ptr_array_index (self->tracks, i), self->today);
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
  const Track *track = find_track (self, yf_exercise_get_id (exercise));
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
  const Track *track = find_track (self, exercise);

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
  const Track *track = find_track (self, exercise);

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
  const Track *track = find_track (self, exercise);

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
