/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-break-log.h"
#include "yf-break-note.h"
#include "yf-break-watch.h"
#include "yf-presence.h"
#include "yf-quiet.h"
#include "yf-sitting.h"

struct _YfBreakWatch
{
  GObject parent_instance;

  GApplication  *application;
  YfPerson      *person;
  YfPreferences *preferences;

  GCancellable  *cancellable;
  YfPresence    *presence;     /* NULL until the buses are found, or known not to be there */
  YfQuiet       *quiet;

  YfSitting     *sitting;      /* NULL while breaks are turned off */
  gboolean       in_session;
  guint          tick;
  gboolean       asking;
  gint64         now;          /* the time of the sitting, which goes on while the computer sleeps */
  gint64         monotonic;    /* when that was */
  gint64         real;

  YfDay          day;          /* of which the activities were last counted */
  guint          n_activities;

  YfBreakRecord *record;       /* of the break that is offered, put off or under way */
  gint64         next;         /* that was last told of */
};

G_DEFINE_FINAL_TYPE (YfBreakWatch, yf_break_watch, G_TYPE_OBJECT)

enum
{
  CHANGED,
  WANTED,
  DROPPED,
  LOOKING,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

#define MINUTE (60 * YF_SECOND)

static void schedule (YfBreakWatch *self);

static YfClock *
get_clock (YfBreakWatch *self)
{
  return yf_person_get_clock (self->person);
}

/* The monotonic clock stands while the computer sleeps, the one on the wall may be set
 * back: the one that has moved further is right, or at worst has somebody sit down anew. */
static gint64
advance (YfBreakWatch *self)
{
  gint64 monotonic = yf_clock_get_monotonic (get_clock (self));
  gint64 real = yf_clock_get_real (get_clock (self));

  self->now += MAX (0, MAX (monotonic - self->monotonic, real - self->real));
  self->monotonic = monotonic;
  self->real = real;

  return self->now;
}

static void
check_next (YfBreakWatch *self)
{
  gint64 next = yf_break_watch_get_next (self);

  if (self->next == next)
    return;
  self->next = next;
  g_signal_emit (self, signals[CHANGED], 0);
}

static gint64
get_interval (YfBreakWatch *self)
{
  YfToday *today = yf_person_get_plan (self->person);

  return yf_sitting_get_minutes (yf_preferences_get_break_minutes (self->preferences),
                                 today != NULL && yf_today_is_symptomatic (today)) * MINUTE;
}

/* Writes down that there is a break, and makes it the one that is spoken of. */
static void
add_record (YfBreakWatch *self)
{
  self->record = yf_break_record_new (self->sitting ? yf_sitting_get_sat (self->sitting) : 0,
                                      yf_clock_get_real (get_clock (self)));
  yf_break_log_add (self->person, self->record);
}

/* Nobody has answered, and nobody is to any more. That it was offered stays written. */
static void
drop (YfBreakWatch *self)
{
  if (self->record == NULL)
    return;

  g_clear_pointer (&self->record, yf_break_record_free);
  yf_break_note_withdraw (self->application);
  g_signal_emit (self, signals[DROPPED], 0);
}

static gboolean
is_due (YfBreakWatch *self)
{
  gint64 next;

  if (self->sitting == NULL)
    return FALSE;
  next = yf_sitting_get_next (self->sitting);

  return next != 0 && next <= self->now;
}

static void
quiet_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (YfBreakWatch) self = user_data;
  gboolean quiet = yf_quiet_ask_finish (YF_QUIET (source), result, NULL);

  self->asking = FALSE;
  if (quiet || !is_due (self))
    return;

  /* What was put off is the same break. */
  if (self->record == NULL)
    add_record (self);
  yf_sitting_offer (self->sitting, self->now);
  yf_break_note_show (self->application, self->record->id,
                      (int) (yf_sitting_get_sat (self->sitting) / MINUTE));
  check_next (self);
}

static gboolean
is_night (YfBreakWatch *self)
{
  return yf_sitting_is_night (self->real, yf_real_get_utc_offset (self->real));
}

static void
present_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (YfBreakWatch) self = user_data;
  YfPresenceAnswer answer;
  YfSittingEvents events;
  gboolean answered = yf_presence_ask_finish (YF_PRESENCE (source), result, &answer, NULL);

  self->asking = FALSE;
  if (!answered || self->sitting == NULL)
    return;

  events = yf_sitting_update (self->sitting, advance (self), answer.idle, answer.locked);
  if (events & YF_SITTING_STALE || yf_sitting_get_state (self->sitting) == YF_SITTING_AWAY_NOW)
    drop (self);
  if (events & YF_SITTING_DUE && !is_night (self))
    {
      self->asking = TRUE;
      yf_quiet_ask_async (self->quiet, self->cancellable, quiet_cb, g_object_ref (self));
    }
  check_next (self);
}

static void
tick_cb (YfClock  *clock,
         gpointer  user_data)
{
  YfBreakWatch *self = user_data;

  self->tick = 0;
  schedule (self);
  g_signal_emit (self, signals[LOOKING], 0);
  if (self->asking || self->presence == NULL)
    return;

  self->asking = TRUE;
  yf_presence_ask_async (self->presence, yf_clock_get_real (clock), self->cancellable, present_cb,
                         g_object_ref (self));
}

static void
schedule (YfBreakWatch *self)
{
  YfClock *clock = get_clock (self);

  if (self->tick == 0)
    self->tick = yf_clock_call_at (clock, yf_clock_get_monotonic (clock) + MINUTE, tick_cb, self);
}

static void
stop (YfBreakWatch *self)
{
  if (self->tick != 0)
    yf_clock_cancel (get_clock (self), self->tick);
  self->tick = 0;
  g_clear_pointer (&self->sitting, yf_sitting_free);
}

static void
enabled_cb (YfBreakWatch *self)
{
  gboolean enabled = yf_preferences_get_breaks_enabled (self->preferences);

  if (enabled == (self->sitting != NULL))
    return;

  drop (self);
  if (enabled)
    {
      advance (self);
      self->sitting = yf_sitting_new (get_interval (self), self->now);
      yf_sitting_set_in_session (self->sitting, self->in_session, self->now);
      schedule (self);
    }
  else
    {
      stop (self);
    }
  check_next (self);
}

/* The person has chosen, or how they are has changed. */
static void
interval_cb (YfBreakWatch *self)
{
  if (self->sitting == NULL)
    return;

  yf_sitting_set_interval (self->sitting, get_interval (self));
  check_next (self);
}

/* How many activities today has; as many as before where the log cannot be read, which
 * others say. */
static guint
count_activities (YfBreakWatch *self)
{
  const YfDay today = yf_person_get_today (self->person);
  g_autoptr (GPtrArray) activities =
    yf_store_dup_activities (yf_person_get_store (self->person), today, today, NULL);

  return activities != NULL ? activities->len : self->n_activities;
}

/* Who logs that they swam, or walked, has just come back: the log asks for no time of
 * day, and nobody needs a break from that. */
static void
logged_cb (YfBreakWatch *self)
{
  const YfDay today = yf_person_get_today (self->person);
  guint before = today == self->day ? self->n_activities : 0;

  self->n_activities = count_activities (self);
  self->day = today;
  if (self->n_activities <= before || self->sitting == NULL ||
      yf_sitting_get_state (self->sitting) == YF_SITTING_ON_BREAK)
    return;

  drop (self);
  yf_sitting_got_up (self->sitting, advance (self));
  check_next (self);
}

static gboolean
is_current (YfBreakWatch *self,
            GVariant     *parameter)
{
  return self->record != NULL && g_str_equal (g_variant_get_string (parameter, NULL), self->record->id);
}

/* What is pressed in a notification of long ago shows what there is now, and answers
 * nothing. */
static void
show_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  YfBreakWatch *self = YF_BREAK_WATCH (user_data);

  if (!self->in_session)
    g_signal_emit (self, signals[WANTED], 0, YF_BREAK_VIEW_OFFER);
}

static void
start_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  YfBreakWatch *self = YF_BREAK_WATCH (user_data);

  if (!self->in_session)
    g_signal_emit (self, signals[WANTED], 0, YF_BREAK_VIEW_GUIDE);
}

static void
later_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  YfBreakWatch *self = YF_BREAK_WATCH (user_data);

  if (is_current (self, parameter))
    yf_break_watch_put_off (self);
}

static void
skip_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  YfBreakWatch *self = YF_BREAK_WATCH (user_data);

  if (is_current (self, parameter))
    g_signal_emit (self, signals[WANTED], 0, YF_BREAK_VIEW_WHY);
}

static const GActionEntry actions[] = {
  { .name = "break-show", .activate = show_cb, .parameter_type = "s" },
  { .name = "break-start", .activate = start_cb, .parameter_type = "s" },
  { .name = "break-later", .activate = later_cb, .parameter_type = "s" },
  { .name = "break-skip", .activate = skip_cb, .parameter_type = "s" },
};

static void
system_bus_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (YfBreakWatch) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) system_bus = g_bus_get_finish (result, &error);
  GDBusConnection *session_bus;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  /* A bus that goes away must not take the program with it. */
  if (system_bus != NULL)
    g_dbus_connection_set_exit_on_close (system_bus, FALSE);

  session_bus = g_application_get_dbus_connection (self->application);
  self->presence = yf_presence_new (session_bus, system_bus);
  self->quiet = yf_quiet_new (session_bus);
}

static void
dispose (GObject *object)
{
  YfBreakWatch *self = YF_BREAK_WATCH (object);

  g_cancellable_cancel (self->cancellable);
  if (self->person != NULL)
    stop (self);
  if (self->application != NULL)
    {
      if (self->record != NULL)
        yf_break_note_withdraw (self->application);
      for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
        g_action_map_remove_action (G_ACTION_MAP (self->application), actions[i].name);
    }
  g_clear_pointer (&self->record, yf_break_record_free);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->presence);
  g_clear_object (&self->quiet);
  g_clear_object (&self->application);
  g_clear_object (&self->person);
  g_clear_object (&self->preferences);

  G_OBJECT_CLASS (yf_break_watch_parent_class)->dispose (object);
}

static void
yf_break_watch_class_init (YfBreakWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dispose;

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[WANTED] =
    g_signal_new ("wanted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[LOOKING] =
    g_signal_new ("looking", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DROPPED] =
    g_signal_new ("dropped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
yf_break_watch_init (YfBreakWatch *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * yf_break_watch_new:
 * @application: the program, registered; it gets the actions of the notification
 * @person: who sits; their log is open
 * @preferences: what they prefer
 *
 * Returns: (transfer full): counts from now on, if the person wants it
 */
YfBreakWatch *
yf_break_watch_new (GApplication  *application,
                    YfPerson      *person,
                    YfPreferences *preferences)
{
  YfBreakWatch *self;

  g_return_val_if_fail (G_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (YF_IS_PERSON (person), NULL);
  g_return_val_if_fail (YF_IS_PREFERENCES (preferences), NULL);

  self = g_object_new (YF_TYPE_BREAK_WATCH, NULL);
  self->application = g_object_ref (application);
  self->person = g_object_ref (person);
  self->preferences = g_object_ref (preferences);
  self->monotonic = yf_clock_get_monotonic (get_clock (self));
  self->real = yf_clock_get_real (get_clock (self));

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), self);
  g_signal_connect_object (preferences, "notify::breaks-enabled", G_CALLBACK (enabled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (preferences, "notify::break-minutes", G_CALLBACK (interval_cb), self, G_CONNECT_SWAPPED);
  self->n_activities = count_activities (self);
  self->day = yf_person_get_today (person);
  g_signal_connect_object (person, "logged", G_CALLBACK (logged_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (person, "planned", G_CALLBACK (interval_cb), self, G_CONNECT_SWAPPED);
  g_bus_get (G_BUS_TYPE_SYSTEM, self->cancellable, system_bus_cb, g_object_ref (self));
  enabled_cb (self);

  return self;
}

/**
 * yf_break_watch_get_next:
 *
 * Returns: when the next break is expected, if the person goes on sitting, in microseconds
 *   since the Unix epoch. It is past where one is offered, or waits for a quiet moment; 0
 *   where none is expected, because nobody sits, one is under way, or breaks are turned off
 */
gint64
yf_break_watch_get_next (YfBreakWatch *self)
{
  gint64 next;

  g_return_val_if_fail (YF_IS_BREAK_WATCH (self), 0);

  if (self->sitting == NULL)
    return 0;
  if (yf_sitting_get_state (self->sitting) == YF_SITTING_OFFERED && self->record != NULL)
    return self->record->at;
  next = yf_sitting_get_next (self->sitting);

  return next != 0 ? self->real + next - self->now : 0;
}

/**
 * yf_break_watch_get_sat:
 *
 * Returns: for how long the person has been sitting, in microseconds; 0 where that is not
 *   counted
 */
gint64
yf_break_watch_get_sat (YfBreakWatch *self)
{
  g_return_val_if_fail (YF_IS_BREAK_WATCH (self), 0);

  return self->sitting ? yf_sitting_get_sat (self->sitting) : 0;
}

/**
 * yf_break_watch_is_offered:
 *
 * Returns: whether a break is offered, and nobody has answered
 */
gboolean
yf_break_watch_is_offered (YfBreakWatch *self)
{
  g_return_val_if_fail (YF_IS_BREAK_WATCH (self), FALSE);

  return self->record != NULL && self->sitting != NULL &&
         yf_sitting_get_state (self->sitting) == YF_SITTING_OFFERED;
}

/**
 * yf_break_watch_get_busy:
 *
 * Returns: whether it waits for an answer of the desktop
 */
gboolean
yf_break_watch_get_busy (YfBreakWatch *self)
{
  g_return_val_if_fail (YF_IS_BREAK_WATCH (self), FALSE);

  return self->asking || self->presence == NULL;
}

/**
 * yf_break_watch_set_in_session:
 * @in_session: whether a session is under way
 *
 * Nothing is offered during a session, and a session is as good as a break.
 */
void
yf_break_watch_set_in_session (YfBreakWatch *self,
                               gboolean      in_session)
{
  g_return_if_fail (YF_IS_BREAK_WATCH (self));

  if (self->in_session == !!in_session)
    return;

  self->in_session = !!in_session;
  if (in_session)
    drop (self);
  if (self->sitting != NULL)
    yf_sitting_set_in_session (self->sitting, in_session, advance (self));
  check_next (self);
}

/**
 * yf_break_watch_begin:
 * @length: how long it is to be, in microseconds, over 0
 *
 * Writes down that a break is begun: the one that is offered, or one of the person's own.
 * Not during a session.
 */
void
yf_break_watch_begin (YfBreakWatch *self,
                      gint64        length)
{
  g_return_if_fail (YF_IS_BREAK_WATCH (self));
  g_return_if_fail (length > 0);
  g_return_if_fail (!self->in_session);

  yf_break_note_withdraw (self->application);
  advance (self);
  if (self->record == NULL)
    add_record (self);
  self->record->length = length;
  yf_break_log_answer (self->person, self->record, YF_BREAK_UNANSWERED, YF_SKIP_UNSAID);
  if (self->sitting != NULL)
    yf_sitting_begin (self->sitting, self->now);
  check_next (self);
}

/**
 * yf_break_watch_answer:
 * @answer: what the person says; not %YF_BREAK_UNANSWERED
 * @reason: why not, with %YF_BREAK_SKIPPED
 *
 * Writes down how the break went that is offered or under way; where there is none any
 * more, nothing. Who has already moved enough has been up, too.
 */
void
yf_break_watch_answer (YfBreakWatch  *self,
                       YfBreakAnswer  answer,
                       YfSkipReason   reason)
{
  g_return_if_fail (YF_IS_BREAK_WATCH (self));
  g_return_if_fail (answer != YF_BREAK_UNANSWERED);

  if (self->record == NULL)
    return;

  yf_break_log_answer (self->person, self->record, answer, reason);
  g_clear_pointer (&self->record, yf_break_record_free);
  yf_break_note_withdraw (self->application);
  if (self->sitting != NULL)
    {
      advance (self);
      if (answer == YF_BREAK_SKIPPED && reason != YF_SKIP_DONE_OTHERWISE)
        yf_sitting_skip (self->sitting, self->now);
      else
        yf_sitting_got_up (self->sitting, self->now);
    }
  check_next (self);
}

/**
 * yf_break_watch_put_off:
 *
 * Puts off the break that is offered, for %YF_SITTING_LATER.
 */
void
yf_break_watch_put_off (YfBreakWatch *self)
{
  g_return_if_fail (YF_IS_BREAK_WATCH (self));

  yf_break_note_withdraw (self->application);
  if (self->sitting == NULL || self->record == NULL)
    return;

  yf_sitting_put_off (self->sitting, advance (self));
  check_next (self);
}

/**
 * yf_break_watch_leave:
 *
 * The person does not say how the break went that is under way, and is not asked again.
 */
void
yf_break_watch_leave (YfBreakWatch *self)
{
  g_return_if_fail (YF_IS_BREAK_WATCH (self));

  if (self->record == NULL || self->record->length == 0)
    return;

  g_clear_pointer (&self->record, yf_break_record_free);
  if (self->sitting != NULL)
    yf_sitting_skip (self->sitting, advance (self));
  check_next (self);
}
