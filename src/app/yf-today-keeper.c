/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-today-keeper.h"

struct _YfTodayKeeper
{
  GObject parent_instance;

  YfStore      *store;
  YfCatalogue  *catalogue;  /* with the person's own exercises */
  YfRules      *rules;
  YfClock      *clock;

  YfToday      *today;       /* the latest, or NULL */
  YfProfile    *next;        /* whom it is to be worked out for next, or NULL */
  GCancellable *cancellable; /* while it is being worked out, or NULL */
  YfDay         day;         /* when midnight was last looked for */
  guint         tick;
};

G_DEFINE_FINAL_TYPE (YfTodayKeeper, yf_today_keeper, G_TYPE_OBJECT)

enum
{
  PLANNED,
  NOTED,
  MIDNIGHT,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* How late another day may be noticed, in seconds. */
#define TICK 60

/* What is asked of a thread. */
typedef struct
{
  YfLog       *log;
  YfCatalogue *catalogue;
  YfRules     *rules;
  YfProfile   *profile;
  YfCheckIn   *check_in;
  gboolean     answered;   /* just now */
  gint64       now;
} Question;

static void
question_free (gpointer data)
{
  Question *self = data;

  g_clear_pointer (&self->log, yf_log_unref);
  yf_catalogue_unref (self->catalogue);
  yf_rules_unref (self->rules);
  yf_profile_free (self->profile);
  yf_check_in_free (self->check_in);
  g_free (self);
}

static void
work_out (GTask        *task,
          gpointer      source_object,
          gpointer      task_data,
          GCancellable *cancellable)
{
  Question *question = task_data;

  if (!question->answered)
    yf_today_adopt_answers (question->check_in, question->log, yf_day_from_real (question->now));
  g_task_return_pointer (task,
                         yf_today_new (question->log, question->catalogue, question->rules, question->profile,
                                       question->check_in, question->now),
                         (GDestroyNotify) yf_today_unref);
}

static void
load_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Question *question = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  question->log = yf_store_load_log_finish (YF_STORE (source), result, &error);
  if (question->log == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_run_in_thread (task, work_out);
}

static void
fail (YfTodayKeeper *self,
      const char    *what,
      const GError  *error)
{
  g_signal_emit (self, signals[FAILED], 0, what, error);
}

static void
note_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (YfTodayKeeper) self = user_data;
  g_autoptr (GError) error = NULL;

  if (yf_today_note_finish (YF_STORE (source), result, &error))
    g_signal_emit (self, signals[NOTED], 0);
  else
    fail (self, _("Changes of your doses could not be written down."), error);
}

static void
refresh_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  YfTodayKeeper *self = YF_TODAY_KEEPER (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (YfToday) today = yf_today_keeper_ask_finish (self, result, &error);
  g_autoptr (YfProfile) next = g_steal_pointer (&self->next);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);
  /* What has changed meanwhile is not in it. */
  if (next != NULL)
    {
      yf_today_keeper_refresh (self, next);
      return;
    }

  g_clear_pointer (&self->today, yf_today_unref);
  self->today = g_steal_pointer (&today);
  if (self->today == NULL)
    fail (self, _("What today holds could not be worked out."), error);
  else if (!yf_today_is_noted (self->today) && !yf_store_get_read_only (self->store))
    yf_today_note_async (self->today, self->store, yf_clock_get_real (self->clock), NULL, note_cb,
                         g_object_ref (self));
  g_signal_emit (self, signals[PLANNED], 0);
}

static gboolean
tick_cb (gpointer user_data)
{
  YfTodayKeeper *self = user_data;
  YfDay day = yf_day_from_real (yf_clock_get_real (self->clock));

  if (day != self->day)
    {
      self->day = day;
      g_signal_emit (self, signals[MIDNIGHT], 0);
    }

  return G_SOURCE_CONTINUE;
}

static void
dispose (GObject *object)
{
  YfTodayKeeper *self = YF_TODAY_KEEPER (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (yf_today_keeper_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  YfTodayKeeper *self = YF_TODAY_KEEPER (object);

  g_clear_pointer (&self->catalogue, yf_catalogue_unref);
  g_clear_pointer (&self->rules, yf_rules_unref);
  g_clear_pointer (&self->today, yf_today_unref);
  g_clear_pointer (&self->next, yf_profile_free);

  G_OBJECT_CLASS (yf_today_keeper_parent_class)->finalize (object);
}

static void
yf_today_keeper_class_init (YfTodayKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dispose;
  object_class->finalize = finalize;

  signals[PLANNED] =
    g_signal_new ("planned", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[NOTED] =
    g_signal_new ("noted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MIDNIGHT] =
    g_signal_new ("midnight", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] =
    g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_ERROR);
}

static void
yf_today_keeper_init (YfTodayKeeper *self)
{
}

/**
 * yf_today_keeper_new:
 * @store: the log, open
 * @catalogue: what can be done; see yf_today_keeper_set_catalogue()
 * @rules: the safety table
 * @clock: the time
 *
 * Returns: (transfer full): a keeper that knows nothing yet; see
 *   yf_today_keeper_refresh()
 */
YfTodayKeeper *
yf_today_keeper_new (YfStore     *store,
                     YfCatalogue *catalogue,
                     YfRules     *rules,
                     YfClock     *clock)
{
  YfTodayKeeper *self = g_object_new (YF_TYPE_TODAY_KEEPER, NULL);

  self->store = g_object_ref (store);
  self->catalogue = yf_catalogue_ref (catalogue);
  self->rules = yf_rules_ref (rules);
  self->clock = g_object_ref (clock);
  self->day = yf_day_from_real (yf_clock_get_real (clock));
  self->tick = g_timeout_add_seconds (TICK, tick_cb, self);

  return self;
}

/**
 * yf_today_keeper_set_catalogue:
 * @self: a keeper
 * @catalogue: what can be done, with the person's own exercises
 *
 * What is worked out from now on goes by it.
 */
void
yf_today_keeper_set_catalogue (YfTodayKeeper *self,
                               YfCatalogue   *catalogue)
{
  g_return_if_fail (YF_IS_TODAY_KEEPER (self));

  yf_catalogue_ref (catalogue);
  yf_catalogue_unref (self->catalogue);
  self->catalogue = catalogue;
}

/**
 * yf_today_keeper_get:
 * @self: a keeper
 *
 * Returns: (transfer none) (nullable): what today holds as it was last worked out,
 *   without any answers but those in the log; %NULL before the first time, and where
 *   the log could not be read
 */
YfToday *
yf_today_keeper_get (YfTodayKeeper *self)
{
  g_return_val_if_fail (YF_IS_TODAY_KEEPER (self), NULL);

  return self->today;
}

/**
 * yf_today_keeper_refresh:
 * @self: a keeper
 * @profile: who the person is
 *
 * Works out anew what today holds. Asked again before that is ready, it begins
 * anew, and only the last is told of.
 */
void
yf_today_keeper_refresh (YfTodayKeeper   *self,
                         const YfProfile *profile)
{
  g_return_if_fail (YF_IS_TODAY_KEEPER (self));
  g_return_if_fail (profile != NULL);

  if (self->cancellable != NULL)
    {
      g_clear_pointer (&self->next, yf_profile_free);
      self->next = yf_profile_copy (profile);
      return;
    }

  self->cancellable = g_cancellable_new ();
  yf_today_keeper_ask_async (self, profile, NULL, self->cancellable, refresh_cb, NULL);
}

/**
 * yf_today_keeper_ask_async:
 * @self: a keeper
 * @profile: who the person is
 * @check_in: (nullable): how they are, beyond what the log knows
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is worked out
 * @user_data: data for @callback
 *
 * Works out what today holds with answers that are not in the log yet. What
 * yf_today_keeper_get() returns stays as it is.
 */
void
yf_today_keeper_ask_async (YfTodayKeeper       *self,
                           const YfProfile     *profile,
                           const YfCheckIn     *check_in,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (YfCheckIn) known = NULL;
  gint64 now;
  Question *question;

  g_return_if_fail (YF_IS_TODAY_KEEPER (self));
  g_return_if_fail (profile != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, yf_today_keeper_ask_async);
  now = yf_clock_get_real (self->clock);
  known = yf_store_dup_known (self->store, yf_day_from_real (now), &error);
  if (known == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  question = g_new0 (Question, 1);
  question->catalogue = yf_catalogue_ref (self->catalogue);
  question->rules = yf_rules_ref (self->rules);
  question->profile = yf_profile_copy (profile);
  question->check_in = check_in ? yf_check_in_copy (check_in) : yf_check_in_new ();
  question->answered = check_in != NULL;
  question->now = now;
  yf_check_in_adopt_log (question->check_in, known);
  g_task_set_task_data (task, question, question_free);
  yf_store_load_log_async (self->store, YF_DAY_NONE, YF_DAY_NONE, cancellable, load_cb, g_steal_pointer (&task));
}

/**
 * yf_today_keeper_ask_finish:
 * @self: a keeper
 * @result: what the callback was given
 * @error: return location for a #GError of #YfStoreError
 *
 * Returns: (transfer full): what today holds, or %NULL where the log cannot be read
 */
YfToday *
yf_today_keeper_ask_finish (YfTodayKeeper  *self,
                            GAsyncResult   *result,
                            GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
