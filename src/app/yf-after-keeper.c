/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-after-keeper.h"

struct _YfAfterKeeper
{
  GObject parent_instance;

  YfRun        *run;
  YfPerson     *person;
  GApplication *application;

  YfAfter      *pending;  /* what is to be written, or NULL */
  YfAfter      *writing;  /* what is with the store, or NULL */
  gboolean      holding;  /* the program, and this */
  gboolean      kept;
  GError       *error;
};

G_DEFINE_FINAL_TYPE (YfAfterKeeper, yf_after_keeper, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void write_next (YfAfterKeeper *self);

static void
hold (YfAfterKeeper *self)
{
  if (self->holding)
    return;
  self->holding = TRUE;
  g_object_ref (self);
  g_application_hold (self->application);
}

static void
let_go (YfAfterKeeper *self)
{
  if (!self->holding)
    return;
  self->holding = FALSE;
  g_application_release (self->application);
  g_object_unref (self);
}

static void
set_after_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (YfAfterKeeper) self = user_data;
  g_autoptr (YfAfter) written = g_steal_pointer (&self->writing);

  if (yf_store_write_finish (YF_STORE (source), result, &self->error))
    self->kept = TRUE;
  else if (self->pending == NULL)
    /* Kept for yf_after_keeper_try_again(). */
    self->pending = g_steal_pointer (&written);
  else
    /* What came since is written instead: it has these answers too. */
    g_clear_error (&self->error);

  if (self->pending && self->error == NULL)
    {
      write_next (self);
      return;
    }

  let_go (self);
  yf_person_note_logged (self->person);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
write_next (YfAfterKeeper *self)
{
  if (self->pending == NULL || self->writing != NULL)
    return;
  if (!yf_run_get_settled (self->run))
    return;

  g_clear_error (&self->error);
  self->writing = g_steal_pointer (&self->pending);
  yf_store_set_after_async (yf_person_get_store (self->person), yf_run_get_session (self->run), self->writing,
                            NULL, set_after_cb, g_object_ref (self));
}

static void
dispose (GObject *object)
{
  YfAfterKeeper *self = YF_AFTER_KEEPER (object);

  g_clear_object (&self->run);
  g_clear_object (&self->person);
  g_clear_object (&self->application);

  G_OBJECT_CLASS (yf_after_keeper_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  YfAfterKeeper *self = YF_AFTER_KEEPER (object);

  g_clear_pointer (&self->pending, yf_after_free);
  g_clear_pointer (&self->writing, yf_after_free);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (yf_after_keeper_parent_class)->finalize (object);
}

static void
yf_after_keeper_class_init (YfAfterKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dispose;
  G_OBJECT_CLASS (klass)->finalize = finalize;

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
yf_after_keeper_init (YfAfterKeeper *self)
{
}

/**
 * yf_after_keeper_new:
 * @run: a session that has ended
 * @person: whose it is
 * @application: the program, which does not end before all is written
 *
 * Returns: (transfer full): a new keeper, with nothing to write
 */
YfAfterKeeper *
yf_after_keeper_new (YfRun        *run,
                     YfPerson     *person,
                     GApplication *application)
{
  YfAfterKeeper *self = g_object_new (YF_TYPE_AFTER_KEEPER, NULL);

  self->run = g_object_ref (run);
  self->person = g_object_ref (person);
  self->application = g_object_ref (application);
  g_signal_connect_object (run, "settled", G_CALLBACK (write_next), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * yf_after_keeper_keep:
 * @after: all that was answered
 *
 * Writes it down, in place of what was kept before.
 */
void
yf_after_keeper_keep (YfAfterKeeper *self,
                      const YfAfter *after)
{
  g_return_if_fail (YF_IS_AFTER_KEEPER (self));
  g_return_if_fail (after != NULL);

  g_clear_pointer (&self->pending, yf_after_free);
  self->pending = yf_after_copy (after);
  yf_after_keeper_try_again (self);
}

/**
 * yf_after_keeper_try_again:
 *
 * Writes what could not be written, if there is anything.
 */
void
yf_after_keeper_try_again (YfAfterKeeper *self)
{
  g_return_if_fail (YF_IS_AFTER_KEEPER (self));

  if (self->pending == NULL)
    return;
  g_clear_error (&self->error);
  hold (self);
  write_next (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * yf_after_keeper_is_busy:
 *
 * Returns: whether something is being written, or waits for the session
 */
gboolean
yf_after_keeper_is_busy (YfAfterKeeper *self)
{
  g_return_val_if_fail (YF_IS_AFTER_KEEPER (self), FALSE);

  return self->holding;
}

/**
 * yf_after_keeper_has_kept:
 *
 * Returns: whether anything has been written
 */
gboolean
yf_after_keeper_has_kept (YfAfterKeeper *self)
{
  g_return_val_if_fail (YF_IS_AFTER_KEEPER (self), FALSE);

  return self->kept;
}

/**
 * yf_after_keeper_get_error:
 *
 * Returns: (nullable): why the last answers could not be written
 */
const GError *
yf_after_keeper_get_error (YfAfterKeeper *self)
{
  g_return_val_if_fail (YF_IS_AFTER_KEEPER (self), NULL);

  return self->error;
}
