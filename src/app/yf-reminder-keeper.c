/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-reminder-keeper.h"
#include "yf-reminder-note.h"
#include "yf-reminders.h"
#include "yf-today.h"
#include "yf-zone.h"

struct _YfReminderKeeper
{
  GObject parent_instance;

  GApplication  *application;   /* not owned: it is older, and dies later */
  YfPerson      *person;
  YfPreferences *preferences;
  YfClock       *clock;

  GPtrArray     *shown;         /* YfReminderRecord: what the log may not have yet */
  char          *session;       /* the id of the reminder of a session that shows, or NULL */
  char          *morning;       /* that of a question of the morning, or NULL */

  char          *zone;
  gint64         real;          /* what both clocks showed at the last tick */
  gint64         monotonic;
  gint64         next;          /* of the wall clock: when to look again, or 0 for never */
  guint          tick;
  guint          look;          /* of the clock: look as soon as nothing else is to be done */
  gboolean       troubled;      /* it was said that the log cannot be read */
};

G_DEFINE_FINAL_TYPE (YfReminderKeeper, yf_reminder_keeper, G_TYPE_OBJECT)

/* What the desktop knows them by: a later one takes the place of one before. */
#define SESSION_NOTE "session"
#define MORNING_NOTE "morning"

/* The clock stands while the computer sleeps, so no longer wait would end in
 * time. */
#define TICK       (60 * YF_SECOND)

/* By how much the wall clock may go wrong in one tick, and nobody has set it. */
#define JUMP       (5 * YF_SECOND)

/* How far back is looked for what was shown: as far as the question of the
 * morning goes, and the other side of the date line. */
#define KEPT_DAYS  3

enum
{
  PROP_0,
  PROP_APPLICATION,
  PROP_PERSON,
  PROP_PREFERENCES,
  N_PROPS,
};

enum
{
  START,
  NOT_TODAY,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
write_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (YfPerson) person = user_data;
  g_autoptr (GError) error = NULL;

  if (!yf_store_write_finish (YF_STORE (source), result, &error))
    {
      /* Translators: %s is a sentence that says why */
      g_autofree char *message = g_strdup_printf (_("What was said to a reminder could not be saved. %s"),
                                                  error->message);

      g_signal_emit_by_name (person, "trouble", message);
    }
  yf_person_note_logged (person);
}

static YfReminderRecord *
find_own (YfReminderKeeper *self,
          const char       *id)
{
  for (guint i = 0; i < self->shown->len; i++)
    {
      YfReminderRecord *record = g_ptr_array_index (self->shown, i);

      if (g_str_equal (record->id, id))
        return record;
    }

  return NULL;
}

/* What the log has of the last days, and what was shown since. */
static YfLog *
read_log (YfReminderKeeper  *self,
          GPtrArray         *shown,
          GError           **error)
{
  YfDay today = yf_person_get_today (self->person);
  YfLog *log = yf_store_dup_log (yf_person_get_store (self->person), today - KEPT_DAYS, today + 1, error);

  if (log == NULL)
    return NULL;

  for (guint i = 0; i < log->reminders->len; i++)
    {
      const YfReminderRecord *record = g_ptr_array_index (log->reminders, i);

      if (find_own (self, record->id) == NULL)
        g_ptr_array_add (shown, yf_reminder_record_copy (record));
    }
  for (guint i = 0; i < self->shown->len; i++)
    g_ptr_array_add (shown, yf_reminder_record_copy (g_ptr_array_index (self->shown, i)));

  return log;
}

static gboolean
has_running_session (YfLog *log)
{
  for (guint i = 0; i < log->sessions->len; i++)
    {
      const YfSessionRecord *session = g_ptr_array_index (log->sessions, i);

      if (session->state == YF_RECORD_RUNNING)
        return TRUE;
    }

  return FALSE;
}

static void
withdraw (YfReminderKeeper  *self,
          const char        *note,
          char             **id)
{
  if (*id == NULL)
    return;

  g_application_withdraw_notification (self->application, note);
  g_clear_pointer (id, g_free);
}

static void
show (YfReminderKeeper *self,
      YfReminderKind    kind,
      const char       *session,
      gint64            length,
      gint64            now)
{
  g_autoptr (YfReminderRecord) record = yf_reminder_record_new (kind, session, now);
  g_autoptr (GNotification) note = yf_reminder_note_new (record, length);
  char **id = kind == YF_REMINDER_MORNING ? &self->morning : &self->session;

  g_free (*id);
  *id = g_strdup (record->id);
  yf_store_add_reminder_async (yf_person_get_store (self->person), record, NULL, write_cb,
                               g_object_ref (self->person));
  g_application_send_notification (self->application, kind == YF_REMINDER_MORNING ? MORNING_NOTE : SESSION_NOTE,
                                   note);
  g_ptr_array_add (self->shown, g_steal_pointer (&record));
}

/* What only a person who is not being looked after would not be told: the
 * window says it too, where there is one. */
static void
tell_trouble (YfReminderKeeper *self,
              const GError     *error)
{
  /* Translators: %s is a sentence that says why */
  g_autofree char *message = g_strdup_printf (_("It cannot be said whether a reminder is due. %s"), error->message);

  if (!self->troubled)
    g_signal_emit_by_name (self->person, "trouble", message);
  self->troubled = TRUE;
}

/* Drops what the log has by now. */
static void
forget_old (YfReminderKeeper *self,
            gint64            now)
{
  const gint64 before = now - (KEPT_DAYS + 1) * G_TIME_SPAN_DAY;

  for (guint i = self->shown->len; i > 0; i--)
    {
      const YfReminderRecord *record = g_ptr_array_index (self->shown, i - 1);

      if (record->at < before)
        g_ptr_array_remove_index (self->shown, i - 1);
    }
}

static gboolean
look (YfReminderKeeper  *self,
      GError           **error)
{
  const YfReminderRules rules = {
    yf_preferences_get_reminders_enabled (self->preferences),
    yf_preferences_get_reminder_minute (self->preferences),
    yf_preferences_get_reminder_again (self->preferences),
  };
  g_autoptr (GPtrArray) shown = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_reminder_record_free);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (YfSessionRecord) unasked = NULL;
  g_autoptr (YfLog) log = NULL;
  YfReminderFacts facts = { .shown = shown };
  YfReminderAdvice advice;
  gint64 now = yf_clock_get_real (self->clock);
  gint64 length = 0;

  if (rules.enabled)
    {
      log = read_log (self, shown, error);
      if (log == NULL)
        return FALSE;
      unasked = yf_person_dup_unasked_morning (self->person, error);
      if (*error != NULL)
        return FALSE;
      facts.busy = has_running_session (log);
      if (unasked != NULL)
        {
          facts.unasked = unasked->id;
          facts.unasked_day = yf_day_from_moment (unasked->started, unasked->utc_offset);
        }
      /* What the day holds takes long to work out, and seldom matters. */
      facts.due = !facts.busy;
    }
  yf_reminders_advise (&rules, &facts, zone, now, &advice);

  if (advice.session || (advice.keep_session && self->session != NULL))
    {
      g_autoptr (YfToday) today = yf_today_new_from_store (yf_person_get_store (self->person),
                                                           yf_person_get_catalogue (self->person),
                                                           yf_person_get_rules (self->person), now, error);

      if (today == NULL)
        return FALSE;
      facts.due = yf_day_plan_get_state (yf_today_get_plan (today)) == YF_DAY_DUE;
      length = yf_day_plan_get_length (yf_today_get_plan (today));
      yf_reminders_advise (&rules, &facts, zone, now, &advice);
    }

  if (!advice.keep_session)
    withdraw (self, SESSION_NOTE, &self->session);
  if (!advice.keep_morning)
    withdraw (self, MORNING_NOTE, &self->morning);
  if (advice.session)
    show (self, advice.kind, NULL, length, now);
  if (advice.morning)
    show (self, YF_REMINDER_MORNING, facts.unasked, 0, now);
  self->next = advice.next;
  /* What was shown changes what comes next. */
  if ((facts.busy || advice.session || advice.morning) && self->next != 0)
    self->next = MIN (self->next, now + TICK);

  return TRUE;
}

static void
look_now (YfReminderKeeper *self)
{
  g_autoptr (GError) error = NULL;

  if (!yf_person_can_write (self->person))
    return;

  forget_old (self, yf_clock_get_real (self->clock));
  if (look (self, &error))
    {
      self->troubled = FALSE;
      return;
    }

  /* It may be well by the next time. */
  tell_trouble (self, error);
  self->next = yf_clock_get_real (self->clock) + TICK;
}

static void
look_cb (YfClock  *clock,
         gpointer  user_data)
{
  YfReminderKeeper *self = user_data;

  self->look = 0;
  look_now (self);
}

/* What brings this about often comes several times at once. */
static void
look_soon (YfReminderKeeper *self)
{
  if (self->look == 0 && self->tick != 0)
    self->look = yf_clock_call_at (self->clock, yf_clock_get_monotonic (self->clock), look_cb, self);
}

static void
tick_cb (YfClock  *clock,
         gpointer  user_data)
{
  YfReminderKeeper *self = user_data;
  gint64 real = yf_clock_get_real (clock);
  gint64 monotonic = yf_clock_get_monotonic (clock);
  g_autofree char *zone = yf_zone_dup_identifier ();
  gboolean moved = g_strcmp0 (zone, self->zone) != 0;
  gboolean jumped = ABS ((real - self->real) - (monotonic - self->monotonic)) > JUMP;
  gint64 wait = TICK;

  g_free (self->zone);
  self->zone = g_steal_pointer (&zone);
  self->real = real;
  self->monotonic = monotonic;

  if (moved || jumped || (self->next != 0 && real >= self->next))
    look_now (self);
  if (self->next > real)
    wait = MIN (wait, self->next - real);
  self->tick = yf_clock_call_at (clock, monotonic + wait, tick_cb, self);

  /* The day may be another one, and with it all that is said of it. */
  if (moved)
    yf_person_refresh (self->person);
}

static void
answer (YfReminderKeeper *self,
        const char       *reminder,
        YfReminderAnswer  what,
        YfSkipReason      reason)
{
  YfReminderRecord *record = find_own (self, reminder);
  gint64 now = yf_clock_get_real (self->clock);

  if (record != NULL)
    {
      record->answer = what;
      record->reason = reason;
      record->answered_at = now;
    }
  yf_store_answer_reminder_async (yf_person_get_store (self->person), reminder, what, reason, now, NULL, write_cb,
                                  g_object_ref (self->person));
}

static void
start_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  YfReminderKeeper *self = user_data;

  withdraw (self, SESSION_NOTE, &self->session);
  answer (self, g_variant_get_string (parameter, NULL), YF_REMINDER_START, YF_SKIP_UNSAID);
  g_signal_emit (self, signals[START], 0);
}

static void
not_today_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  YfReminderKeeper *self = user_data;
  const char *reminder = g_variant_get_string (parameter, NULL);

  withdraw (self, SESSION_NOTE, &self->session);
  answer (self, reminder, YF_REMINDER_NOT_TODAY, YF_SKIP_UNSAID);
  g_signal_emit (self, signals[NOT_TODAY], 0, reminder);
}

/* Which session a question was about; what was asked by a program that has
 * ended since is in the log. */
static char *
find_session (YfReminderKeeper  *self,
              const char        *reminder,
              GError           **error)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_reminder_record_free);
  g_autoptr (YfLog) log = read_log (self, shown, error);

  if (log == NULL)
    return NULL;
  for (guint i = 0; i < shown->len; i++)
    {
      const YfReminderRecord *record = g_ptr_array_index (shown, i);

      if (g_str_equal (record->id, reminder) && record->session != NULL)
        return g_strdup (record->session);
    }

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                       _("The question is too old. Answer it in the history of your sessions."));
  return NULL;
}

static void
answer_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  YfReminderKeeper *self = user_data;
  const char *reminder, *id;
  YfMorning morning;
  g_autofree char *session = NULL;
  g_autoptr (GError) error = NULL;

  g_variant_get (parameter, "(&s&s)", &reminder, &id);
  if (!yf_morning_from_id (id, &morning) || morning == YF_MORNING_UNANSWERED)
    return;

  withdraw (self, MORNING_NOTE, &self->morning);
  session = find_session (self, reminder, &error);
  if (session == NULL)
    {
      g_signal_emit_by_name (self->person, "trouble", error->message);
      return;
    }
  yf_person_set_morning (self->person, session, morning);
  answer (self, reminder, YF_REMINDER_TOLD, YF_SKIP_UNSAID);
}

static const GActionEntry actions[] = {
  { .name = "reminder-start", .activate = start_cb, .parameter_type = "s" },
  { .name = "reminder-not-today", .activate = not_today_cb, .parameter_type = "s" },
  { .name = "reminder-answer", .activate = answer_cb, .parameter_type = "(ss)" },
};

static void
set_property (GObject      *object,
              guint         id,
              const GValue *value,
              GParamSpec   *pspec)
{
  YfReminderKeeper *self = YF_REMINDER_KEEPER (object);

  switch (id)
    {
    case PROP_APPLICATION:
      self->application = g_value_get_object (value);
      break;
    case PROP_PERSON:
      self->person = g_value_dup_object (value);
      break;
    case PROP_PREFERENCES:
      self->preferences = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
constructed (GObject *object)
{
  static const char * const wishes[] = {
    "notify::reminders-enabled", "notify::reminder-minute", "notify::reminder-again",
  };
  YfReminderKeeper *self = YF_REMINDER_KEEPER (object);

  G_OBJECT_CLASS (yf_reminder_keeper_parent_class)->constructed (object);

  self->clock = g_object_ref (yf_person_get_clock (self->person));
  self->real = yf_clock_get_real (self->clock);
  self->monotonic = yf_clock_get_monotonic (self->clock);
  self->zone = yf_zone_dup_identifier ();
  self->tick = yf_clock_call_at (self->clock, self->monotonic + TICK, tick_cb, self);
  look_soon (self);

  for (guint i = 0; i < G_N_ELEMENTS (wishes); i++)
    g_signal_connect_object (self->preferences, wishes[i], G_CALLBACK (look_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->person, "logged", G_CALLBACK (look_soon), self, G_CONNECT_SWAPPED);
  g_action_map_add_action_entries (G_ACTION_MAP (self->application), actions, G_N_ELEMENTS (actions), self);
}

static void
dispose (GObject *object)
{
  YfReminderKeeper *self = YF_REMINDER_KEEPER (object);

  yf_reminder_keeper_stop (self);
  g_clear_object (&self->person);
  g_clear_object (&self->preferences);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (yf_reminder_keeper_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  YfReminderKeeper *self = YF_REMINDER_KEEPER (object);

  g_ptr_array_unref (self->shown);
  g_free (self->zone);

  G_OBJECT_CLASS (yf_reminder_keeper_parent_class)->finalize (object);
}

static void
yf_reminder_keeper_class_init (YfReminderKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = set_property;
  object_class->constructed = constructed;
  object_class->dispose = dispose;
  object_class->finalize = finalize;

  properties[PROP_APPLICATION] = g_param_spec_object ("application", NULL, NULL, G_TYPE_APPLICATION, flags);
  properties[PROP_PERSON] = g_param_spec_object ("person", NULL, NULL, YF_TYPE_PERSON, flags);
  properties[PROP_PREFERENCES] = g_param_spec_object ("preferences", NULL, NULL, YF_TYPE_PREFERENCES, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[START] =
    g_signal_new ("start", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[NOT_TODAY] =
    g_signal_new ("not-today", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
yf_reminder_keeper_init (YfReminderKeeper *self)
{
  self->shown = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_reminder_record_free);
}

/**
 * yf_reminder_keeper_new:
 * @application: who shows reminders; it outlives the keeper
 * @person: whom to remind; their log is open
 * @preferences: when they want it
 *
 * Returns: (transfer full): a keeper, which begins at once
 */
YfReminderKeeper *
yf_reminder_keeper_new (GApplication  *application,
                        YfPerson      *person,
                        YfPreferences *preferences)
{
  return g_object_new (YF_TYPE_REMINDER_KEEPER,
                       "application", application,
                       "person", person,
                       "preferences", preferences,
                       NULL);
}

/**
 * yf_reminder_keeper_give_reason:
 * @self: a keeper
 * @reminder: the id of a reminder to which the answer was "not today"
 * @reason: why
 *
 * Writes down why not.
 */
void
yf_reminder_keeper_give_reason (YfReminderKeeper *self,
                                const char       *reminder,
                                YfSkipReason      reason)
{
  g_return_if_fail (YF_IS_REMINDER_KEEPER (self));
  g_return_if_fail (reminder != NULL);

  if (self->tick != 0)
    answer (self, reminder, YF_REMINDER_NOT_TODAY, reason);
}

/**
 * yf_reminder_keeper_stop:
 * @self: a keeper
 *
 * Withdraws what shows, and shows nothing more. What the buttons of it would
 * do needs somebody who does it.
 */
void
yf_reminder_keeper_stop (YfReminderKeeper *self)
{
  g_return_if_fail (YF_IS_REMINDER_KEEPER (self));

  if (self->tick == 0)
    return;

  withdraw (self, SESSION_NOTE, &self->session);
  withdraw (self, MORNING_NOTE, &self->morning);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    g_action_map_remove_action (G_ACTION_MAP (self->application), actions[i].name);
  if (self->look != 0)
    yf_clock_cancel (self->clock, self->look);
  yf_clock_cancel (self->clock, self->tick);
  self->look = 0;
  self->tick = 0;
}
