/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-journal.h"

/* How long to wait before a fact that could not be written is tried again, and
 * how often that is done once the session is over: a person who has finished
 * wants to close the window, and does not wait a minute for a full disk. */
#define RETRY_AFTER (5 * YF_SECOND)
#define RETRIES_AT_END 3

struct _YfJournal
{
  GObject    parent_instance;

  YfStore   *store;
  YfPlayer  *player;
  YfCheckIn *check_in;

  char      *session;
  GQueue     facts;    /* Fact: what is not durable yet, oldest first */
  gboolean   writing;  /* whether the head is with the store */
  gboolean   failing;  /* whether the last try failed */
  guint      retry;    /* what the clock was asked for, or 0 */
  gboolean   started;
  guint      item;     /* where the playhead is */
  gint64     stopped;  /* when it hurt, or 0 */
  gboolean   ended;
  int        retries;  /* left, once ended */
  gboolean   settled;
  guint      n_lost;
};

G_DEFINE_FINAL_TYPE (YfJournal, yf_journal, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_STORE,
  PROP_PLAYER,
  PROP_CHECK_IN,
  N_PROPS
};

enum
{
  STORED,
  TROUBLE,
  SETTLED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

typedef enum
{
  FACT_START,
  FACT_REPETITION,
  FACT_ADJUSTMENT,
  FACT_STOP,
  FACT_ANSWER,
  FACT_EXERCISE_END,
  FACT_SESSION_END,
} FactKind;

/* One thing that happened. The fields a kind does not use are 0. */
typedef struct
{
  FactKind       kind;
  YfRepetition  *repetition;
  YfStop        *stop; /* of an answer: when, how much and where */
  YfAdjustment   adjustment;
  guint          item;
  YfRecordState  state;
  gint64         at;
} Fact;

static void write_next (YfJournal *self);

static void
fact_free (Fact *self)
{
  g_clear_pointer (&self->repetition, yf_repetition_free);
  g_clear_pointer (&self->stop, yf_stop_free);
  g_free (self);
}

static void
settle (YfJournal *self)
{
  self->n_lost = g_queue_get_length (&self->facts);
  self->settled = TRUE;
  g_signal_emit (self, signals[SETTLED], 0);
}

static void
retry_cb (YfClock  *clock,
          gpointer  user_data)
{
  YfJournal *self = YF_JOURNAL (user_data);

  self->retry = 0;
  write_next (self);
}

static void
cancel_retry (YfJournal *self)
{
  if (self->retry != 0)
    yf_clock_cancel (yf_player_get_clock (self->player), self->retry);
  self->retry = 0;
}

static void
fail (YfJournal    *self,
      const GError *error)
{
  YfClock *clock = yf_player_get_clock (self->player);

  if (!self->failing)
    {
      self->failing = TRUE;
      g_signal_emit (self, signals[TROUBLE], 0, error);
    }

  if (self->ended && self->retries-- == 0)
    {
      settle (self);
      return;
    }

  self->retry = yf_clock_call_at (clock, yf_clock_get_monotonic (clock) + RETRY_AFTER,
                                  retry_cb, self);
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (YfJournal) self = YF_JOURNAL (user_data);
  g_autoptr (GError) error = NULL;
  Fact *fact;

  self->writing = FALSE;
  if (!yf_store_write_finish (YF_STORE (object), result, &error))
    {
      fail (self, error);
      return;
    }

  self->failing = FALSE;
  fact = g_queue_pop_head (&self->facts);
  if (fact->kind == FACT_REPETITION)
    g_signal_emit (self, signals[STORED], 0, fact->repetition);
  fact_free (fact);

  if (g_queue_is_empty (&self->facts) && self->ended)
    settle (self);
  else
    write_next (self);
}

/* Gives the oldest fact to the store. The next one waits until it is durable,
 * so that nothing is ever there without what came before it. */
static void
write_next (YfJournal *self)
{
  const Fact *fact = g_queue_peek_head (&self->facts);

  if (self->writing || fact == NULL)
    return;

  cancel_retry (self);
  self->writing = TRUE;
  switch (fact->kind)
    {
    case FACT_START:
      yf_store_start_session_async (self->store, self->session, fact->at, NULL,
                                    written_cb, g_object_ref (self));
      break;
    case FACT_REPETITION:
      yf_store_add_repetition_async (self->store, self->session, fact->repetition, NULL,
                                     written_cb, g_object_ref (self));
      break;
    case FACT_ADJUSTMENT:
      yf_store_adjust_session_async (self->store, self->session, &fact->adjustment, NULL,
                                     written_cb, g_object_ref (self));
      break;
    case FACT_STOP:
      yf_store_add_stop_async (self->store, self->session, fact->stop, NULL,
                               written_cb, g_object_ref (self));
      break;
    case FACT_ANSWER:
      yf_store_answer_stop_async (self->store, self->session, fact->stop->at, fact->stop->pain,
                                  fact->stop->site, NULL, written_cb, g_object_ref (self));
      break;
    case FACT_EXERCISE_END:
      yf_store_end_exercise_async (self->store, self->session, fact->item, fact->state, NULL,
                                   written_cb, g_object_ref (self));
      break;
    case FACT_SESSION_END:
      yf_store_end_session_async (self->store, self->session, fact->at, fact->state, NULL,
                                  written_cb, g_object_ref (self));
      break;
    default:
      g_assert_not_reached ();
    }
}

static Fact *
add_fact (YfJournal *self,
          FactKind   kind)
{
  Fact *fact = g_new0 (Fact, 1);

  fact->kind = kind;
  g_queue_push_tail (&self->facts, fact);

  return fact;
}

static void
add_exercise_ends (YfJournal *self,
                   guint      until)
{
  for (; self->item < until; self->item++)
    {
      Fact *fact = add_fact (self, FACT_EXERCISE_END);

      fact->item = self->item;
      fact->state = yf_player_get_item_state (self->player, self->item);
    }
}

static void
add_stop (YfJournal *self)
{
  const YfSegment *segment = yf_player_get_segment (self->player);
  Fact *fact = add_fact (self, FACT_STOP);
  YfStop stop = {
    .at = yf_player_get_ended (self->player),
    .item = segment->item,
    .side = segment->side,
    .set = segment->set,
    .rep = segment->rep,
    .phase = segment->kind,
    .pain = YF_PAIN_UNANSWERED,
  };

  fact->stop = yf_stop_copy (&stop);
  self->stopped = stop.at;
}

static void
repetition_cb (YfPlayer           *player,
               const YfRepetition *repetition,
               YfJournal          *self)
{
  Fact *fact = add_fact (self, FACT_REPETITION);

  fact->repetition = yf_repetition_copy (repetition);
  write_next (self);
}

static void
adjusted_cb (YfPlayer           *player,
             const YfAdjustment *adjustment,
             YfJournal          *self)
{
  add_fact (self, FACT_ADJUSTMENT)->adjustment = *adjustment;
  write_next (self);
}

static void
segment_cb (YfPlayer  *player,
            guint      index,
            YfJournal *self)
{
  if (!self->started)
    {
      self->started = TRUE;
      add_fact (self, FACT_START)->at = yf_player_get_started (player);
    }

  add_exercise_ends (self, yf_timeline_get_segment (yf_player_get_timeline (player),
                                                    index)->item);
  write_next (self);
}

static void
ended_cb (YfPlayer  *player,
          YfJournal *self)
{
  YfRoutine *routine = yf_timeline_get_routine (yf_player_get_timeline (player));
  Fact *fact;

  /* The stop first: if only one more fact gets through, it is to be this. */
  if (yf_player_get_state (player) == YF_PLAYER_HURT)
    add_stop (self);
  add_exercise_ends (self, yf_routine_get_n_items (routine));
  fact = add_fact (self, FACT_SESSION_END);
  fact->at = yf_player_get_ended (player);
  fact->state = yf_player_get_record_state (player);

  self->ended = TRUE;
  self->retries = RETRIES_AT_END;
  write_next (self);
}

static void
begun_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  YfJournal *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;

  if (!yf_store_write_finish (YF_STORE (object), result, &error))
    {
      g_clear_pointer (&self->session, g_free);
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  g_signal_connect_object (self->player, "repetition", G_CALLBACK (repetition_cb), self, 0);
  g_signal_connect_object (self->player, "segment", G_CALLBACK (segment_cb), self, 0);
  g_signal_connect_object (self->player, "adjusted", G_CALLBACK (adjusted_cb), self, 0);
  g_signal_connect_object (self->player, "ended", G_CALLBACK (ended_cb), self, 0);
  g_task_return_boolean (task, TRUE);
}

static void
yf_journal_dispose (GObject *object)
{
  YfJournal *self = YF_JOURNAL (object);

  if (self->player != NULL)
    cancel_retry (self);
  g_clear_object (&self->player);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (yf_journal_parent_class)->dispose (object);
}

static void
yf_journal_finalize (GObject *object)
{
  YfJournal *self = YF_JOURNAL (object);

  g_queue_clear_full (&self->facts, (GDestroyNotify) fact_free);
  g_clear_pointer (&self->check_in, yf_check_in_free);
  g_free (self->session);

  G_OBJECT_CLASS (yf_journal_parent_class)->finalize (object);
}

static void
yf_journal_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  YfJournal *self = YF_JOURNAL (object);

  switch (prop_id)
    {
    case PROP_STORE:
      g_value_set_object (value, self->store);
      break;
    case PROP_PLAYER:
      g_value_set_object (value, self->player);
      break;
    case PROP_CHECK_IN:
      g_value_set_boxed (value, self->check_in);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yf_journal_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  YfJournal *self = YF_JOURNAL (object);

  switch (prop_id)
    {
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      break;
    case PROP_PLAYER:
      self->player = g_value_dup_object (value);
      break;
    case PROP_CHECK_IN:
      self->check_in = g_value_dup_boxed (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yf_journal_class_init (YfJournalClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                            | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = yf_journal_dispose;
  object_class->finalize = yf_journal_finalize;
  object_class->get_property = yf_journal_get_property;
  object_class->set_property = yf_journal_set_property;

  /**
   * YfJournal:store:
   *
   * Where it writes.
   */
  properties[PROP_STORE] =
    g_param_spec_object ("store", NULL, NULL, YF_TYPE_STORE, flags);

  /**
   * YfJournal:player:
   *
   * What it listens to.
   */
  properties[PROP_PLAYER] =
    g_param_spec_object ("player", NULL, NULL, YF_TYPE_PLAYER, flags);

  /**
   * YfJournal:check-in: (nullable)
   *
   * What was answered before the session.
   */
  properties[PROP_CHECK_IN] =
    g_param_spec_boxed ("check-in", NULL, NULL, YF_TYPE_CHECK_IN, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * YfJournal::stored:
   * @repetition: (type YfRepetition): what was done
   *
   * The repetition is durable.
   */
  signals[STORED] =
    g_signal_new ("stored", YF_TYPE_JOURNAL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, YF_TYPE_REPETITION | G_SIGNAL_TYPE_STATIC_SCOPE);

  /**
   * YfJournal::trouble:
   * @error: why
   *
   * A fact could not be written, and is kept and tried again. Once for each run
   * of failures.
   */
  signals[TROUBLE] =
    g_signal_new ("trouble", YF_TYPE_JOURNAL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);

  /**
   * YfJournal::settled:
   *
   * The session has ended, and everything about it is durable or was given up.
   * Comes again when an answer that came afterwards is.
   */
  signals[SETTLED] =
    g_signal_new ("settled", YF_TYPE_JOURNAL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
yf_journal_init (YfJournal *self)
{
  g_queue_init (&self->facts);
}

/**
 * yf_journal_new:
 * @store: an open store
 * @player: a player that is not started
 * @check_in: (nullable): what was answered before; not used for a player that
 *   goes on with a session, which has its check-in
 *
 * Returns: (transfer full): a journal that does not listen yet
 */
YfJournal *
yf_journal_new (YfStore         *store,
                YfPlayer        *player,
                const YfCheckIn *check_in)
{
  g_return_val_if_fail (YF_IS_STORE (store), NULL);
  g_return_val_if_fail (YF_IS_PLAYER (player), NULL);

  return g_object_new (YF_TYPE_JOURNAL,
                       "store", store,
                       "player", player,
                       "check-in", check_in,
                       NULL);
}

/**
 * yf_journal_begin_async:
 * @self: a journal
 * @cancellable: (nullable): a cancellable
 * @callback: called when the session is in the log or cannot be
 * @user_data: data for @callback
 *
 * Begins the session in the log, or goes on with the one that the player resumes,
 * and from then on listens to the player. The caller starts the player when this
 * has succeeded.
 */
void
yf_journal_begin_async (YfJournal           *self,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr (YfSessionRecord) record = NULL;
  YfSessionRecord *resumes;
  YfRoutine *routine;
  gint64 now;
  GTask *task;

  g_return_if_fail (YF_IS_JOURNAL (self));
  g_return_if_fail (self->session == NULL);

  now = yf_clock_get_real (yf_player_get_clock (self->player));
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, yf_journal_begin_async);
  /* A session that was begun is to be told of, cancelled or not. */
  g_task_set_check_cancellable (task, FALSE);

  resumes = yf_player_get_resumes (self->player);
  if (resumes != NULL)
    {
      self->session = g_strdup (resumes->id);
      yf_store_resume_session_async (self->store, self->session, now, cancellable, begun_cb, task);
      return;
    }

  routine = yf_timeline_get_routine (yf_player_get_timeline (self->player));
  record = yf_session_record_new_for (routine, self->check_in, now);
  self->session = g_strdup (record->id);
  yf_store_begin_session_async (self->store, record, cancellable, begun_cb, task);
}

/**
 * yf_journal_begin_finish:
 * @self: a journal
 * @result: what the callback was given
 * @error: return location for a #GError of #YfStoreError
 *
 * Returns: whether the session has begun in the log
 */
gboolean
yf_journal_begin_finish (YfJournal     *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * yf_journal_get_session:
 * @self: a journal
 *
 * Returns: (nullable): the id of the session, once it is being begun
 */
const char *
yf_journal_get_session (YfJournal *self)
{
  g_return_val_if_fail (YF_IS_JOURNAL (self), NULL);

  return self->session;
}

/**
 * yf_journal_get_settled:
 * @self: a journal
 *
 * Returns: whether the session has ended and nothing about it is waiting to be
 *   written
 */
gboolean
yf_journal_get_settled (YfJournal *self)
{
  g_return_val_if_fail (YF_IS_JOURNAL (self), FALSE);

  return self->settled;
}

/**
 * yf_journal_get_n_lost:
 * @self: a journal that has settled
 *
 * Returns: how many facts could not be written: repetitions, stops, answers
 *   and ends
 */
guint
yf_journal_get_n_lost (YfJournal *self)
{
  g_return_val_if_fail (YF_IS_JOURNAL (self), 0);

  return self->n_lost;
}

/**
 * yf_journal_answer_stop:
 * @self: a journal whose player was stopped because it hurts
 * @pain: NRS 0 to 10, or %YF_PAIN_UNANSWERED
 * @site: (nullable): "back", "leg" or "elsewhere"
 *
 * Adds how much it hurt, and where. The journal then settles anew.
 */
void
yf_journal_answer_stop (YfJournal  *self,
                        int         pain,
                        const char *site)
{
  Fact *fact;
  YfStop answer = { .pain = pain, .site = (char *) site };

  g_return_if_fail (YF_IS_JOURNAL (self));
  g_return_if_fail (pain >= YF_PAIN_UNANSWERED && pain <= YF_PAIN_MAX);
  g_return_if_fail (self->stopped != 0);

  answer.at = self->stopped;
  fact = add_fact (self, FACT_ANSWER);
  fact->stop = yf_stop_copy (&answer);

  /* What was given up is still here: the disk may have room by now. */
  self->settled = FALSE;
  self->retries = RETRIES_AT_END;
  write_next (self);
}
