/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-draft.h"
#include "yf-person.h"
#include "yf-today-keeper.h"

/**
 * YfPerson:
 *
 * The person in front of the window: their profile, their log, and what the
 * rules say of them today. It asks the rooms and decides nothing.
 *
 * Signals:
 *
 * - `changed ()`: what the rules say may be different now
 * - `logged ()`: the log has something new
 * - `planned ()`: what today holds was worked out anew; see yf_person_get_plan()
 * - `trouble (const char *)`: something could not be written; a sentence for
 *   the person
 */
struct _YfPerson
{
  GObject parent_instance;

  YfCatalogue *builtin;
  YfCatalogue *catalogue;    /* with what the person has of their own */
  YfCatalogue *everything;   /* and what they once had */
  YfRules     *rules;
  YfStore     *store;
  YfClock     *clock;

  YfProfile   *profile;
  GError      *trouble;

  YfTodayKeeper *keeper;   /* while the log is open */
};

G_DEFINE_FINAL_TYPE (YfPerson, yf_person, G_TYPE_OBJECT)

/* For how many days the morning after a session is asked about: after that
 * nobody remembers. And from when on, in minutes after midnight, a morning has
 * come. Both are Yanfei's own choice. */
#define MORNING_DAYS   7
#define MORNING_MINUTE (5 * 60)

enum
{
  PROP_0,
  PROP_CATALOGUE,
  PROP_RULES,
  PROP_STORE,
  PROP_CLOCK,
  N_PROPS,
};

enum
{
  CHANGED,
  LOGGED,
  PLANNED,
  TROUBLE,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* Minutes since midnight. */
static int
get_minute (YfPerson *self)
{
  gint64 seconds = yf_clock_get_real (self->clock) / G_USEC_PER_SEC;
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_local (seconds);

  return now ? g_date_time_get_hour (now) * 60 + g_date_time_get_minute (now) : YF_MINUTE_UNKNOWN;
}

/* What programmes define is looked at whenever they are in the log; offered is only
 * what is in force. */
static void
read_programmes (YfPerson  *self,
                 GPtrArray *offered,
                 GPtrArray *all)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = yf_store_dup_programmes (self->store, &error);
  g_autoptr (YfProgrammeRecord) current = NULL;
  g_autoptr (GPtrArray) known = NULL;
  g_autoptr (YfProgramme) programme = NULL;

  if (records == NULL ||
      !yf_store_find_programme (self->store, yf_clock_get_real (self->clock), yf_person_get_today (self), &current, &error))
    {
      yf_person_report (self, _("Your programme could not be read."), error);
      return;
    }

  known = yf_programme_records_get_own (records, self->builtin);
  for (guint i = 0; i < known->len; i++)
    g_ptr_array_add (all, yf_exercise_ref (g_ptr_array_index (known, i)));
  if (current == NULL)
    return;

  programme = yf_programme_record_read (current, self->builtin, &error);
  if (programme == NULL)
    {
      yf_person_report (self, _("Your programme could not be read."), error);
      return;
    }
  for (guint i = 0; i < yf_programme_get_own (programme)->len; i++)
    g_ptr_array_add (offered, yf_exercise_ref (g_ptr_array_index (yf_programme_get_own (programme), i)));
}

/* An exercise that cannot be read is left out: it could not be judged. */
static void
read_own (YfPerson *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = yf_store_dup_own_exercises (self->store, &error);
  g_autoptr (GPtrArray) offered = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_exercise_unref);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_exercise_unref);

  if (records == NULL)
    {
      yf_person_report (self, _("Your own exercises could not be read."), error);
      return;
    }

  for (guint i = 0; i < records->len; i++)
    {
      const YfOwnExerciseRecord *record = g_ptr_array_index (records, i);
      g_autoptr (GError) refusal = NULL;
      YfExercise *exercise = yf_draft_read_xml (record->xml, record->id, &refusal);

      if (exercise == NULL)
        {
          yf_person_report (self, _("Your own exercises could not all be read."), refusal);
          continue;
        }
      g_ptr_array_add (all, exercise);
      if (!record->retired)
        g_ptr_array_add (offered, yf_exercise_ref (exercise));
    }

  read_programmes (self, offered, all);
  yf_catalogue_unref (self->catalogue);
  yf_catalogue_unref (self->everything);
  self->catalogue = yf_catalogue_with_own (self->builtin, offered);
  self->everything = yf_catalogue_with_own (self->builtin, all);
  if (self->keeper)
    yf_today_keeper_set_catalogue (self->keeper, self->catalogue);
}

static void
refresh_plan (YfPerson *self)
{
  if (self->keeper)
    yf_today_keeper_refresh (self->keeper, self->profile);
}

static void
note_changed (YfPerson *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
  refresh_plan (self);
}

/* Another programme may be in force, with exercises of its own. */
static void
midnight_cb (YfPerson *self)
{
  read_own (self);
  note_changed (self);
}

static void
planned_cb (YfPerson *self)
{
  g_signal_emit (self, signals[PLANNED], 0);
}

/* Nothing that the plan does not know already. */
static void
noted_cb (YfPerson *self)
{
  g_signal_emit (self, signals[LOGGED], 0);
}

static void
begin_planning (YfPerson *self)
{
  self->keeper = yf_today_keeper_new (self->store, self->catalogue, self->rules, self->clock);
  g_signal_connect_object (self->keeper, "planned", G_CALLBACK (planned_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->keeper, "noted", G_CALLBACK (noted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->keeper, "midnight", G_CALLBACK (midnight_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->keeper, "failed", G_CALLBACK (yf_person_report), self, G_CONNECT_SWAPPED);
  refresh_plan (self);
}

static void
save_profile_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (YfPerson) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!yf_store_write_finish (YF_STORE (source), result, &error))
    yf_person_report (self, _("Your profile could not be saved."), error);
  /* The days of stages go by what is saved. */
  refresh_plan (self);
}

static void
add_check_in_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (YfPerson) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!yf_store_write_finish (YF_STORE (source), result, &error))
    yf_person_report (self, _("Your answers could not be saved."), error);
  yf_person_note_logged (self);
}

static void
set_morning_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (YfPerson) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!yf_store_write_finish (YF_STORE (source), result, &error))
    yf_person_report (self, _("Your answer could not be saved."), error);
  yf_person_note_logged (self);
}

static void
set_property (GObject      *object,
              guint         id,
              const GValue *value,
              GParamSpec   *pspec)
{
  YfPerson *self = YF_PERSON (object);

  switch (id)
    {
    case PROP_CATALOGUE:
      self->builtin = g_value_dup_boxed (value);
      self->catalogue = yf_catalogue_ref (self->builtin);
      self->everything = yf_catalogue_ref (self->builtin);
      break;
    case PROP_RULES:
      self->rules = g_value_dup_boxed (value);
      break;
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      break;
    case PROP_CLOCK:
      self->clock = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
dispose (GObject *object)
{
  YfPerson *self = YF_PERSON (object);

  if (self->keeper)
    g_object_run_dispose (G_OBJECT (self->keeper));
  g_clear_object (&self->keeper);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (yf_person_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  YfPerson *self = YF_PERSON (object);

  g_clear_pointer (&self->builtin, yf_catalogue_unref);
  g_clear_pointer (&self->catalogue, yf_catalogue_unref);
  g_clear_pointer (&self->everything, yf_catalogue_unref);
  g_clear_pointer (&self->rules, yf_rules_unref);
  g_clear_pointer (&self->profile, yf_profile_free);
  g_clear_error (&self->trouble);

  G_OBJECT_CLASS (yf_person_parent_class)->finalize (object);
}

static void
yf_person_class_init (YfPersonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = set_property;
  object_class->dispose = dispose;
  object_class->finalize = finalize;

  properties[PROP_CATALOGUE] = g_param_spec_boxed ("catalogue", NULL, NULL, YF_TYPE_CATALOGUE, flags);
  properties[PROP_RULES] = g_param_spec_boxed ("rules", NULL, NULL, YF_TYPE_RULES, flags);
  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, YF_TYPE_STORE, flags);
  properties[PROP_CLOCK] = g_param_spec_object ("clock", NULL, NULL, YF_TYPE_CLOCK, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LOGGED] =
    g_signal_new ("logged", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[PLANNED] =
    g_signal_new ("planned", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TROUBLE] =
    g_signal_new ("trouble", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
yf_person_init (YfPerson *self)
{
}

/**
 * yf_person_new:
 * @catalogue: what can be done
 * @rules: who may do it
 * @store: the log, not yet open
 * @clock: the time
 *
 * Returns: (transfer full): a new person
 */
YfPerson *
yf_person_new (YfCatalogue *catalogue,
               YfRules     *rules,
               YfStore     *store,
               YfClock     *clock)
{
  return g_object_new (YF_TYPE_PERSON,
                       "catalogue", catalogue,
                       "rules", rules,
                       "store", store,
                       "clock", clock,
                       NULL);
}

/**
 * yf_person_open:
 * @error: return location for why not
 *
 * Opens the log and reads the profile. Where that fails nothing is judged and
 * no session can start: see yf_person_get_trouble().
 *
 * Returns: whether the log is open
 */
gboolean
yf_person_open (YfPerson  *self,
                GError   **error)
{
  g_return_val_if_fail (YF_IS_PERSON (self), FALSE);
  g_return_val_if_fail (self->profile == NULL, FALSE);

  g_clear_error (&self->trouble);
  if (yf_store_open (self->store, &self->trouble))
    self->profile = yf_store_dup_profile (self->store, &self->trouble);

  if (self->profile)
    {
      read_own (self);
      begin_planning (self);
      return TRUE;
    }
  if (error)
    *error = g_error_copy (self->trouble);
  return FALSE;
}

/**
 * yf_person_get_trouble:
 *
 * Returns: (nullable): why the log could not be opened
 */
const GError *
yf_person_get_trouble (YfPerson *self)
{
  g_return_val_if_fail (YF_IS_PERSON (self), NULL);

  return self->trouble;
}

/**
 * yf_person_can_write:
 *
 * Returns: whether what is done now will be remembered
 */
gboolean
yf_person_can_write (YfPerson *self)
{
  g_return_val_if_fail (YF_IS_PERSON (self), FALSE);

  return self->profile != NULL && !yf_store_get_read_only (self->store);
}

YfCatalogue *
yf_person_get_catalogue (YfPerson *self)
{
  g_return_val_if_fail (YF_IS_PERSON (self), NULL);

  return self->catalogue;
}

/**
 * yf_person_get_everything:
 *
 * Returns: what the log may name: the catalogue, and the exercises of their own
 *   that the person has removed or changed since
 */
YfCatalogue *
yf_person_get_everything (YfPerson *self)
{
  g_return_val_if_fail (YF_IS_PERSON (self), NULL);

  return self->everything;
}

YfRules *
yf_person_get_rules (YfPerson *self)
{
  g_return_val_if_fail (YF_IS_PERSON (self), NULL);

  return self->rules;
}

YfStore *
yf_person_get_store (YfPerson *self)
{
  g_return_val_if_fail (YF_IS_PERSON (self), NULL);

  return self->store;
}

YfClock *
yf_person_get_clock (YfPerson *self)
{
  g_return_val_if_fail (YF_IS_PERSON (self), NULL);

  return self->clock;
}

/**
 * yf_person_get_today:
 *
 * Returns: the civil day it is
 */
YfDay
yf_person_get_today (YfPerson *self)
{
  g_return_val_if_fail (YF_IS_PERSON (self), YF_DAY_NONE);

  return yf_day_from_real (yf_clock_get_real (self->clock));
}

/**
 * yf_person_get_profile:
 *
 * Returns: (nullable): the profile, or %NULL while the log is not open
 */
const YfProfile *
yf_person_get_profile (YfPerson *self)
{
  g_return_val_if_fail (YF_IS_PERSON (self), NULL);

  return self->profile;
}

/**
 * yf_person_set_profile:
 * @profile: what the person says about themselves now
 * @error: return location for what makes no sense in it
 *
 * Takes over a profile and saves it, unless it does not hold together, in
 * which case nothing is changed. A failure to save is reported by the signal
 * `trouble`; the profile is in force all the same.
 *
 * Returns: whether the profile was taken over
 */
gboolean
yf_person_set_profile (YfPerson         *self,
                       const YfProfile  *profile,
                       GError          **error)
{
  g_return_val_if_fail (YF_IS_PERSON (self), FALSE);
  g_return_val_if_fail (self->profile != NULL, FALSE);
  g_return_val_if_fail (profile != NULL, FALSE);

  if (!yf_profile_check (profile, self->everything, yf_person_get_today (self), error))
    return FALSE;
  if (yf_profile_equal (self->profile, profile))
    return TRUE;

  yf_profile_free (self->profile);
  self->profile = yf_profile_copy (profile);
  yf_store_save_profile_async (self->store, self->profile, NULL, save_profile_cb, g_object_ref (self));
  note_changed (self);

  return TRUE;
}

/**
 * yf_person_get_stage:
 * @self: a person whose log is open
 *
 * Returns: the stage that today's plan is made for, which knows of flares; before
 *   there is one, that which the profile tells
 */
YfStage
yf_person_get_stage (YfPerson *self)
{
  YfToday *plan;

  g_return_val_if_fail (YF_IS_PERSON (self), YF_STAGE_PREVENTION);
  g_return_val_if_fail (self->profile != NULL, YF_STAGE_PREVENTION);

  plan = yf_person_get_plan (self);
  if (plan != NULL && yf_today_get_day (plan) == yf_person_get_today (self))
    return yf_day_plan_get_stage (yf_today_get_plan (plan));

  return yf_stage_reckon (self->profile, yf_person_get_today (self));
}

/**
 * yf_person_dup_programme:
 * @self: a person
 * @programme: (out) (transfer full) (nullable): return location for the programme in
 *   force now; %NULL where there is none
 * @error: return location for why it cannot be read
 *
 * Returns: whether @programme is known
 */
gboolean
yf_person_dup_programme (YfPerson     *self,
                         YfProgramme **programme,
                         GError      **error)
{
  g_autoptr (YfProgrammeRecord) record = NULL;

  g_return_val_if_fail (YF_IS_PERSON (self), FALSE);
  g_return_val_if_fail (programme != NULL, FALSE);

  *programme = NULL;
  if (!yf_store_find_programme (self->store, yf_clock_get_real (self->clock), yf_person_get_today (self), &record,
                                error))
    return FALSE;
  if (record != NULL)
    *programme = yf_programme_record_read (record, self->builtin, error);

  return record == NULL || *programme != NULL;
}

/**
 * yf_person_judge:
 * @exercise: an exercise
 * @answers: (nullable): the answers of a check-in given just now
 * @error: return location for why it cannot be said
 *
 * Asks the rules about an exercise today, with what the log knows of today.
 *
 * Returns: (transfer full) (nullable): the judgement, or %NULL where the log
 *   cannot be read: then nothing may start
 */
YfJudgement *
yf_person_judge (YfPerson         *self,
                 YfExercise       *exercise,
                 const YfCheckIn  *answers,
                 GError          **error)
{
  g_autoptr (YfCheckIn) known = NULL;
  g_autoptr (YfCheckIn) check_in = NULL;
  g_autoptr (YfProgramme) programme = NULL;
  YfDay today;

  g_return_val_if_fail (YF_IS_PERSON (self), NULL);
  g_return_val_if_fail (exercise != NULL, NULL);

  if (self->profile == NULL)
    {
      if (error && self->trouble)
        *error = g_error_copy (self->trouble);
      return NULL;
    }

  today = yf_person_get_today (self);
  known = yf_store_dup_known (self->store, today, error);
  if (known == NULL)
    return NULL;

  check_in = answers ? yf_check_in_copy (answers) : yf_check_in_new ();
  yf_check_in_adopt_log (check_in, known);

  /* What it forbids must not be passed over, so one that cannot be read is an error. */
  if (!yf_person_dup_programme (self, &programme, error))
    return NULL;

  return yf_programme_judge (programme, self->rules, self->profile, check_in, exercise, today, get_minute (self));
}

/**
 * yf_person_get_plan:
 * @self: a person
 *
 * What today holds is worked out in a thread after everything that may change it.
 * The signal `planned` says when it is there; where it cannot be worked out the
 * signal `trouble` says why.
 *
 * Returns: (transfer none) (nullable): what today holds, as it was last worked out;
 *   %NULL before the first time, and where the log cannot be read
 */
YfToday *
yf_person_get_plan (YfPerson *self)
{
  g_return_val_if_fail (YF_IS_PERSON (self), NULL);

  return self->keeper ? yf_today_keeper_get (self->keeper) : NULL;
}

static void
ask_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  YfToday *today = yf_today_keeper_ask_finish (YF_TODAY_KEEPER (source), result, &error);

  if (today != NULL)
    g_task_return_pointer (task, today, (GDestroyNotify) yf_today_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * yf_person_plan_async:
 * @self: a person whose log is open
 * @answers: the answers of a check-in given just now
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is worked out
 * @user_data: data for @callback
 *
 * Works out what today holds with answers that are not in the log yet.
 */
void
yf_person_plan_async (YfPerson            *self,
                      const YfCheckIn     *answers,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (YF_IS_PERSON (self));
  g_return_if_fail (self->keeper != NULL);
  g_return_if_fail (answers != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, yf_person_plan_async);
  yf_today_keeper_ask_async (self->keeper, self->profile, answers, cancellable, ask_cb, task);
}

/**
 * yf_person_plan_finish:
 * @self: a person
 * @result: what the callback was given
 * @error: return location for a #GError of #YfStoreError
 *
 * Returns: (transfer full): what today holds, or %NULL where the log cannot be read
 */
YfToday *
yf_person_plan_finish (YfPerson      *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * yf_person_log_check_in:
 * @answers: the answers of a check-in that leads to no session
 *
 * Remembers the answers.
 */
void
yf_person_log_check_in (YfPerson        *self,
                        const YfCheckIn *answers)
{
  g_return_if_fail (YF_IS_PERSON (self));
  g_return_if_fail (answers != NULL);

  yf_store_add_check_in_async (self->store, answers, yf_clock_get_real (self->clock),
                               NULL, add_check_in_cb, g_object_ref (self));
}

/**
 * yf_person_is_morning_due:
 * @session: a session from the log
 *
 * Returns: whether it has ended, and the morning after it has come
 */
gboolean
yf_person_is_morning_due (YfPerson        *self,
                          YfSessionRecord *session)
{
  YfDay day, today;

  g_return_val_if_fail (YF_IS_PERSON (self), FALSE);
  g_return_val_if_fail (session != NULL, FALSE);

  day = yf_day_from_moment (session->started, session->utc_offset);
  today = yf_person_get_today (self);

  return session->state != YF_RECORD_RUNNING &&
         (day + 1 < today || (day + 1 == today && get_minute (self) >= MORNING_MINUTE));
}

/**
 * yf_person_dup_unasked_morning:
 * @error: return location for why it cannot be said
 *
 * Looks for the session after which the morning is to be asked about: the
 * latest that has ended, if it began on an earlier day of the last seven and
 * nobody has answered yet.
 *
 * Returns: (transfer full) (nullable): it, or %NULL if there is none
 */
YfSessionRecord *
yf_person_dup_unasked_morning (YfPerson  *self,
                               GError   **error)
{
  g_autoptr (GPtrArray) sessions = NULL;
  YfSessionRecord *latest = NULL;
  YfDay today;

  g_return_val_if_fail (YF_IS_PERSON (self), NULL);

  today = yf_person_get_today (self);
  sessions = yf_store_dup_sessions (self->store, today - MORNING_DAYS, today, error);
  if (sessions == NULL)
    return NULL;
  for (guint i = 0; i < sessions->len; i++)
    {
      YfSessionRecord *session = g_ptr_array_index (sessions, i);

      if (session->state != YF_RECORD_RUNNING && (latest == NULL || session->started > latest->started))
        latest = session;
    }
  if (latest == NULL || latest->morning != YF_MORNING_UNANSWERED || !yf_person_is_morning_due (self, latest))
    return NULL;

  return yf_session_record_ref (latest);
}

/**
 * yf_person_set_morning:
 * @session: the id of a session
 * @morning: how it was on the morning after it
 *
 * Remembers the answer.
 */
void
yf_person_set_morning (YfPerson   *self,
                       const char *session,
                       YfMorning   morning)
{
  g_return_if_fail (YF_IS_PERSON (self));
  g_return_if_fail (session != NULL);

  yf_store_set_morning_async (self->store, session, morning, yf_clock_get_real (self->clock),
                              NULL, set_morning_cb, g_object_ref (self));
}

/**
 * yf_person_reload_own:
 *
 * Reads the person's own exercises again. The catalogue is another one then.
 */
void
yf_person_reload_own (YfPerson *self)
{
  g_return_if_fail (YF_IS_PERSON (self));

  read_own (self);
  yf_person_note_logged (self);
}

/**
 * yf_person_reload:
 *
 * Reads anew what the log says about the person: an import may have brought
 * it.
 */
void
yf_person_reload (YfPerson *self)
{
  g_autoptr (GError) error = NULL;
  YfProfile *profile;

  g_return_if_fail (YF_IS_PERSON (self));
  g_return_if_fail (self->profile != NULL);

  profile = yf_store_dup_profile (self->store, &error);
  if (profile == NULL)
    {
      yf_person_report (self, _("Your profile could not be read."), error);
      return;
    }

  yf_profile_free (self->profile);
  self->profile = profile;
  read_own (self);
  yf_person_note_logged (self);
}

/**
 * yf_person_refresh:
 *
 * Says that the day is not what it was.
 */
void
yf_person_refresh (YfPerson *self)
{
  g_return_if_fail (YF_IS_PERSON (self));

  note_changed (self);
}

/**
 * yf_person_note_logged:
 *
 * Says that the log has something new.
 */
void
yf_person_note_logged (YfPerson *self)
{
  g_return_if_fail (YF_IS_PERSON (self));

  g_signal_emit (self, signals[LOGGED], 0);
  note_changed (self);
}

/**
 * yf_person_report:
 * @self: a person
 * @what: a sentence that says what did not work
 * @error: why
 *
 * Has the person told of it: see the signal `trouble`.
 */
void
yf_person_report (YfPerson     *self,
                  const char   *what,
                  const GError *error)
{
  g_autofree char *message = NULL;

  g_return_if_fail (YF_IS_PERSON (self));
  g_return_if_fail (what != NULL);
  g_return_if_fail (error != NULL);

  /* Translators: the first %s is a sentence that says what did not work, the second why */
  message = g_strdup_printf (_("%s %s"), what, error->message);
  g_signal_emit (self, signals[TROUBLE], 0, message);
}
