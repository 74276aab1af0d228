/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-narrator.h"
#include "yf-run.h"
#include "yf-soundtrack.h"

/*
 * One session under way: the player with its listeners, the journal and the
 * soundtrack, and what was counted. It outlives the page that shows it, until
 * everything is written.
 */
struct _YfRun
{
  GObject parent_instance;

  YfPlayer     *player;
  YfJournal    *journal;
  YfSoundtrack *soundtrack;
  YfNarrator   *narrator;
  GPtrArray    *reps;
  GTask        *begin;
  char         *notice;
  gboolean      silent;
};

G_DEFINE_FINAL_TYPE (YfRun, yf_run, G_TYPE_OBJECT)

enum
{
  NOTICE,
  TROUBLE,
  SETTLED,
  OVER,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
repetition_cb (YfRun              *self,
               const YfRepetition *repetition)
{
  g_ptr_array_add (self->reps, yf_repetition_copy (repetition));
}

static void
ended_cb (YfRun *self)
{
  yf_soundtrack_finish (self->soundtrack);
}

static void
lost_cb (YfRun      *self,
         const char *message)
{
  g_free (self->notice);
  self->notice = g_strdup (message);
  g_signal_emit (self, signals[NOTICE], 0, message);
}

static void
restored_cb (YfRun *self)
{
  g_clear_pointer (&self->notice, g_free);
  g_signal_emit (self, signals[NOTICE], 0, _("The sound is back."));
}

static void
moved_cb (YfRun *self)
{
  if (yf_player_pause (self->player))
    g_signal_emit (self, signals[NOTICE], 0,
                   _("Paused, because the sound comes out somewhere else now. Go on when you are ready."));
}

static void
trouble_cb (YfRun        *self,
            const GError *error)
{
  g_autofree char *message = NULL;

  /* Translators: %s says what went wrong */
  message = g_strdup_printf (_("What you have just done is not saved yet: %s It will be tried again."), error->message);
  g_signal_emit (self, signals[TROUBLE], 0, message);
}

static void
settled_cb (YfRun *self)
{
  g_signal_emit (self, signals[SETTLED], 0);
  if (self->silent)
    g_signal_emit (self, signals[OVER], 0);
}

static void
done_cb (YfRun *self)
{
  self->silent = TRUE;
  if (yf_journal_get_settled (self->journal))
    g_signal_emit (self, signals[OVER], 0);
}

static void
ready_cb (YfRun *self)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->begin);

  if (task == NULL)
    return;
  yf_player_start (self->player);
  g_task_return_boolean (task, TRUE);
}

static void
begin_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  YfRun *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (!yf_journal_begin_finish (YF_JOURNAL (source), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  /* The player waits for the stream, so that its first cue is heard in time. */
  self->begin = g_steal_pointer (&task);
  yf_soundtrack_start (self->soundtrack);
}

static void
dispose (GObject *object)
{
  YfRun *self = YF_RUN (object);

  g_clear_object (&self->narrator);
  g_clear_object (&self->soundtrack);
  g_clear_object (&self->journal);
  g_clear_object (&self->player);
  g_clear_pointer (&self->reps, g_ptr_array_unref);

  G_OBJECT_CLASS (yf_run_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  YfRun *self = YF_RUN (object);

  g_clear_pointer (&self->notice, g_free);

  G_OBJECT_CLASS (yf_run_parent_class)->finalize (object);
}

static void
yf_run_class_init (YfRunClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dispose;
  G_OBJECT_CLASS (klass)->finalize = finalize;

  signals[NOTICE] =
    g_signal_new ("notice", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[TROUBLE] =
    g_signal_new ("trouble", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SETTLED] =
    g_signal_new ("settled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OVER] =
    g_signal_new ("over", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
yf_run_init (YfRun *self)
{
  self->reps = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_repetition_free);
}

static YfRun *
create (YfStore         *store,
        YfPlayer        *player,
        const YfCheckIn *check_in,
        YfPreferences   *preferences)
{
  YfRun *self = g_object_new (YF_TYPE_RUN, NULL);

  self->player = g_object_ref (player);
  self->journal = yf_journal_new (store, self->player, check_in);
  self->soundtrack = yf_soundtrack_new (self->player);
  self->narrator = yf_narrator_new (self->soundtrack, yf_player_get_timeline (player), store, preferences);

  g_signal_connect_object (self->player, "repetition", G_CALLBACK (repetition_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->player, "ended", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->narrator, "problem", G_CALLBACK (lost_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->soundtrack, "ready", G_CALLBACK (ready_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->soundtrack, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->soundtrack, "lost", G_CALLBACK (lost_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->soundtrack, "restored", G_CALLBACK (restored_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->soundtrack, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->journal, "trouble", G_CALLBACK (trouble_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->journal, "settled", G_CALLBACK (settled_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * yf_run_new:
 * @store: where it is written
 * @clock: the time
 * @timeline: what will happen
 * @check_in: what was answered before it
 * @preferences: how the person likes to hear it
 *
 * Returns: (transfer full): a session that has not begun
 */
YfRun *
yf_run_new (YfStore         *store,
            YfClock         *clock,
            YfTimeline      *timeline,
            const YfCheckIn *check_in,
            YfPreferences   *preferences)
{
  g_autoptr (YfCueSheet) cue_sheet = yf_cue_sheet_new (timeline);
  g_autoptr (YfPlayer) player = yf_player_new (cue_sheet, clock);

  return create (store, player, check_in, preferences);
}

/**
 * yf_run_new_resumed:
 * @store: where it is written
 * @clock: the time
 * @timeline: what is left, from yf_session_record_dup_timeline()
 * @record: the session that is gone on with
 * @check_in: what was answered before it
 * @preferences: how the person likes to hear it
 *
 * Returns: (transfer full): a session that has not been gone on with yet
 */
YfRun *
yf_run_new_resumed (YfStore         *store,
                    YfClock         *clock,
                    YfTimeline      *timeline,
                    YfSessionRecord *record,
                    const YfCheckIn *check_in,
                    YfPreferences   *preferences)
{
  g_autoptr (YfCueSheet) cue_sheet = yf_cue_sheet_new (timeline);
  g_autoptr (YfPlayer) player = yf_player_new_resumed (cue_sheet, clock, record);
  YfRun *self = create (store, player, check_in, preferences);

  for (guint i = 0; i < record->exercises->len; i++)
    {
      const YfExerciseRecord *exercise = g_ptr_array_index (record->exercises, i);

      for (guint j = 0; j < exercise->reps->len; j++)
        g_ptr_array_add (self->reps, yf_repetition_copy (g_ptr_array_index (exercise->reps, j)));
    }

  return self;
}

/**
 * yf_run_begin_async:
 * @cancellable: (nullable): a cancellable
 * @callback: called when the session runs, or cannot
 * @user_data: for @callback
 *
 * Writes down that a session begins, then begins it. What cannot be written
 * is not begun.
 */
void
yf_run_begin_async (YfRun               *self,
                    GCancellable        *cancellable,
                    GAsyncReadyCallback  callback,
                    gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (YF_IS_RUN (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, yf_run_begin_async);
  yf_journal_begin_async (self->journal, cancellable, begin_cb, task);
}

/**
 * yf_run_begin_finish:
 *
 * Returns: whether the session runs
 */
gboolean
yf_run_begin_finish (YfRun         *self,
                     GAsyncResult  *result,
                     GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

YfPlayer *
yf_run_get_player (YfRun *self)
{
  g_return_val_if_fail (YF_IS_RUN (self), NULL);

  return self->player;
}

/**
 * yf_run_get_routine:
 *
 * Returns: what is done, in order; another one after yf_player_adjust()
 */
YfRoutine *
yf_run_get_routine (YfRun *self)
{
  g_return_val_if_fail (YF_IS_RUN (self), NULL);

  return yf_timeline_get_routine (yf_player_get_timeline (self->player));
}

/**
 * yf_run_get_item:
 *
 * Returns: what is done now, or was done last
 */
const YfRoutineItem *
yf_run_get_item (YfRun *self)
{
  g_return_val_if_fail (YF_IS_RUN (self), NULL);

  return yf_routine_get_item (yf_run_get_routine (self), yf_player_get_segment (self->player)->item);
}

/**
 * yf_run_count_reps:
 * @item: which item of the routine, from 0
 * @side: a side
 * @set: a set, from 1
 *
 * Returns: how many repetitions were counted in it
 */
int
yf_run_count_reps (YfRun  *self,
                   guint   item,
                   YfSide  side,
                   int     set)
{
  int n = 0;

  g_return_val_if_fail (YF_IS_RUN (self), 0);

  for (guint i = 0; i < self->reps->len; i++)
    {
      const YfRepetition *rep = g_ptr_array_index (self->reps, i);

      n += rep->item == item && rep->side == side && rep->set == set;
    }

  return n;
}

/**
 * yf_run_get_session:
 *
 * Returns: (nullable): the id of the session in the log, once it has begun
 */
const char *
yf_run_get_session (YfRun *self)
{
  g_return_val_if_fail (YF_IS_RUN (self), NULL);

  return yf_journal_get_session (self->journal);
}

/**
 * yf_run_get_notice:
 *
 * Returns: (nullable): the last `notice`, for a page that comes after it
 */
const char *
yf_run_get_notice (YfRun *self)
{
  g_return_val_if_fail (YF_IS_RUN (self), NULL);

  return self->notice;
}

/**
 * yf_run_is_live:
 *
 * Returns: whether the session has begun and not ended
 */
gboolean
yf_run_is_live (YfRun *self)
{
  g_return_val_if_fail (YF_IS_RUN (self), FALSE);

  return yf_player_is_live (self->player);
}

gboolean
yf_run_get_settled (YfRun *self)
{
  g_return_val_if_fail (YF_IS_RUN (self), TRUE);

  return yf_journal_get_settled (self->journal);
}

/**
 * yf_run_get_n_lost:
 *
 * Returns: how many facts could not be written
 */
guint
yf_run_get_n_lost (YfRun *self)
{
  g_return_val_if_fail (YF_IS_RUN (self), 0);

  return yf_journal_get_n_lost (self->journal);
}

/**
 * yf_run_set_muted:
 * @muted: whether it is to be silent
 */
void
yf_run_set_muted (YfRun    *self,
                  gboolean  muted)
{
  g_return_if_fail (YF_IS_RUN (self));

  yf_soundtrack_set_muted (self->soundtrack, muted);
}

/**
 * yf_run_set_volume:
 * @volume: from 0, unheard, to 1, as loud as the person prefers it
 *
 * Turns all of it down, for as long as it lasts.
 */
void
yf_run_set_volume (YfRun  *self,
                   double  volume)
{
  g_return_if_fail (YF_IS_RUN (self));

  yf_narrator_set_volume (self->narrator, volume);
}

/**
 * yf_run_answer_stop:
 * @pain: 0 to 10, or %YF_PAIN_UNANSWERED
 * @site: (nullable): where it hurts: back, leg or elsewhere
 *
 * Adds to the last "it hurts" what the person says about it.
 */
void
yf_run_answer_stop (YfRun      *self,
                    int         pain,
                    const char *site)
{
  g_return_if_fail (YF_IS_RUN (self));

  yf_journal_answer_stop (self->journal, pain, site);
}
