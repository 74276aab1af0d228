/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-relief-timer.h"
#include "yf-stream.h"

struct _YfReliefTimer
{
  GObject parent_instance;

  YfPerson   *person;
  YfExercise *relief;   /* NULL: nothing is under way */
  char       *id;       /* in the log */
  gint64      length;
  gint64      before;   /* of it, what had passed when it was last resumed */
  gint64      monotonic;
  gint64      real;     /* when it was last resumed */
  gboolean    paused;
  guint       tick;
};

G_DEFINE_FINAL_TYPE (YfReliefTimer, yf_relief_timer, G_TYPE_OBJECT)

enum
{
  CHANGED,
  COMPLETED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void tick_cb (YfClock  *clock,
                     gpointer  user_data);

static YfClock *
get_clock (YfReliefTimer *self)
{
  return yf_person_get_clock (self->person);
}

static gint64
get_passed (YfReliefTimer *self)
{
  gint64 monotonic, real;

  if (self->paused)
    return self->before;

  /* A machine that sleeps does not keep the skin from getting cold: the clock
   * on the wall counts too, unless somebody sets it back. */
  monotonic = yf_clock_get_monotonic (get_clock (self)) - self->monotonic;
  real = yf_clock_get_real (get_clock (self)) - self->real;

  return self->before + MAX (monotonic, real);
}

static void
end_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (YfPerson) person = user_data;
  g_autoptr (GError) error = NULL;

  if (!yf_store_write_finish (YF_STORE (source), result, &error))
    yf_person_report (person, _("The end of the compress could not be saved."), error);
  yf_person_note_logged (person);
}

static void
cancel_tick (YfReliefTimer *self)
{
  if (self->tick != 0)
    yf_clock_cancel (get_clock (self), self->tick);
  self->tick = 0;
}

static void
schedule_tick (YfReliefTimer *self)
{
  gint64 left = yf_relief_timer_get_left (self);
  gint64 now = yf_clock_get_monotonic (get_clock (self));

  cancel_tick (self);
  /* At the next whole second that is left. */
  self->tick = yf_clock_call_at (get_clock (self), now + (left - 1) % YF_SECOND + 1, tick_cb, self);
}

static void
clear (YfReliefTimer *self)
{
  cancel_tick (self);
  g_clear_pointer (&self->relief, yf_exercise_unref);
  g_clear_pointer (&self->id, g_free);
  self->paused = FALSE;
}

static void
end (YfReliefTimer *self,
     YfRecordState  state)
{
  yf_store_end_relief_async (yf_person_get_store (self->person), self->id, yf_clock_get_real (get_clock (self)),
                             state, NULL, end_cb, g_object_ref (self->person));
  clear (self);
}

static void
sound_end (void)
{
  g_autoptr (YfStream) stream = yf_stream_new ();
  g_autoptr (YfTone) tone = yf_tone_new (YF_CUE_FINISHED);

  /* It keeps itself until it has sounded. */
  g_signal_connect (g_object_ref (stream), "done", G_CALLBACK (g_object_unref), NULL);
  yf_stream_start (stream);
  yf_stream_add_now (stream, tone);
  yf_stream_finish (stream);
}

static void
tick_cb (YfClock  *clock,
         gpointer  user_data)
{
  g_autoptr (YfReliefTimer) self = g_object_ref (user_data);

  self->tick = 0;
  if (yf_relief_timer_get_left (self) > 0)
    {
      schedule_tick (self);
      g_signal_emit (self, signals[CHANGED], 0);
      return;
    }

  sound_end ();
  g_signal_emit (self, signals[COMPLETED], 0);
  end (self, YF_RECORD_COMPLETED);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (YfReliefTimer) self = user_data;
  g_autoptr (GError) error = NULL;

  if (yf_store_write_finish (YF_STORE (source), result, &error))
    {
      yf_person_note_logged (self->person);
      return;
    }

  /* What is not in the log would not be counted against the times a day. */
  yf_person_report (self->person, _("The compress could not start."), error);
  clear (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
dispose (GObject *object)
{
  YfReliefTimer *self = YF_RELIEF_TIMER (object);

  if (self->relief)
    end (self, YF_RECORD_STOPPED);

  G_OBJECT_CLASS (yf_relief_timer_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  g_clear_object (&YF_RELIEF_TIMER (object)->person);

  G_OBJECT_CLASS (yf_relief_timer_parent_class)->finalize (object);
}

static void
yf_relief_timer_class_init (YfReliefTimerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dispose;
  object_class->finalize = finalize;

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[COMPLETED] =
    g_signal_new ("completed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
yf_relief_timer_init (YfReliefTimer *self)
{
}

/**
 * yf_relief_timer_new:
 * @person: whose compresses it times
 *
 * Returns: (transfer full): a timer that stands
 */
YfReliefTimer *
yf_relief_timer_new (YfPerson *person)
{
  YfReliefTimer *self = g_object_new (YF_TYPE_RELIEF_TIMER, NULL);

  self->person = g_object_ref (person);

  return self;
}

/**
 * yf_relief_timer_get_relief:
 *
 * Returns: (nullable): what is under way
 */
YfExercise *
yf_relief_timer_get_relief (YfReliefTimer *self)
{
  g_return_val_if_fail (YF_IS_RELIEF_TIMER (self), NULL);

  return self->relief;
}

gboolean
yf_relief_timer_get_paused (YfReliefTimer *self)
{
  g_return_val_if_fail (YF_IS_RELIEF_TIMER (self), FALSE);

  return self->paused;
}

/**
 * yf_relief_timer_get_left:
 *
 * Returns: what is left of it, in microseconds, 0 where nothing is under way
 */
gint64
yf_relief_timer_get_left (YfReliefTimer *self)
{
  g_return_val_if_fail (YF_IS_RELIEF_TIMER (self), 0);

  return self->relief ? MAX (0, self->length - get_passed (self)) : 0;
}

/**
 * yf_relief_timer_start:
 * @relief: a relief of the catalogue that may be done now
 * @length: for how long, in microseconds; at most the ceiling of @relief
 *
 * Begins a compress. Nothing is under way.
 */
void
yf_relief_timer_start (YfReliefTimer *self,
                       YfExercise    *relief,
                       gint64         length)
{
  g_autoptr (YfReliefRecord) record = NULL;

  g_return_if_fail (YF_IS_RELIEF_TIMER (self));
  g_return_if_fail (self->relief == NULL);
  g_return_if_fail (length > 0 && length <= yf_exercise_get_ceiling (relief)->hold);

  record = yf_relief_record_new (yf_exercise_get_id (relief), yf_clock_get_real (get_clock (self)));
  self->relief = yf_exercise_ref (relief);
  self->id = g_strdup (record->id);
  self->length = length;
  self->before = 0;
  self->monotonic = yf_clock_get_monotonic (get_clock (self));
  self->real = record->started;
  yf_store_add_relief_async (yf_person_get_store (self->person), record, NULL, add_cb, g_object_ref (self));
  schedule_tick (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
yf_relief_timer_pause (YfReliefTimer *self)
{
  g_return_if_fail (YF_IS_RELIEF_TIMER (self));

  if (self->relief == NULL || self->paused)
    return;

  self->before = get_passed (self);
  self->paused = TRUE;
  cancel_tick (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
yf_relief_timer_resume (YfReliefTimer *self)
{
  g_return_if_fail (YF_IS_RELIEF_TIMER (self));

  if (self->relief == NULL || !self->paused)
    return;

  self->paused = FALSE;
  self->monotonic = yf_clock_get_monotonic (get_clock (self));
  self->real = yf_clock_get_real (get_clock (self));
  schedule_tick (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * yf_relief_timer_stop:
 *
 * Ends what is under way before its time.
 */
void
yf_relief_timer_stop (YfReliefTimer *self)
{
  g_return_if_fail (YF_IS_RELIEF_TIMER (self));

  if (self->relief == NULL)
    return;

  end (self, YF_RECORD_STOPPED);
  g_signal_emit (self, signals[CHANGED], 0);
}
