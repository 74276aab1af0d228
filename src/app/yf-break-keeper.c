/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-break-keeper.h"
#include "yf-break-window.h"
#include "yf-window.h"

struct _YfBreakKeeper
{
  GObject parent_instance;

  GApplication  *application;
  YfPerson      *person;
  YfPreferences *preferences;
  YfBreakWatch  *watch;
  GtkWidget     *window;       /* weak: while a break is shown */
};

G_DEFINE_FINAL_TYPE (YfBreakKeeper, yf_break_keeper, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
changed_cb (YfBreakKeeper *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
has_session (YfBreakKeeper *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self->application)); l; l = l->next)
    if (YF_IS_WINDOW (l->data) && yf_window_is_in_session (l->data))
      return TRUE;

  return FALSE;
}

/* Whoever begins a session need not say so: at the latest before somebody is disturbed it
 * is looked for. */
static void
looking_cb (YfBreakKeeper *self)
{
  yf_break_watch_set_in_session (self->watch, has_session (self));
}

static void
wanted_cb (YfBreakKeeper *self,
           int            view)
{
  looking_cb (self);
  if (has_session (self))
    return;

  if (self->window == NULL)
    {
      self->window = yf_break_window_new (GTK_APPLICATION (self->application), self->watch, self->person,
                                          self->preferences);
      g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
    }
  yf_break_window_show (YF_BREAK_WINDOW (self->window), (YfBreakView) view);
}

static void
dispose (GObject *object)
{
  YfBreakKeeper *self = YF_BREAK_KEEPER (object);

  if (self->window != NULL)
    {
      GtkWidget *window = self->window;

      g_clear_weak_pointer (&self->window);
      gtk_window_destroy (GTK_WINDOW (window));
    }
  /* The actions of the notification go with it, whoever else holds on to it. */
  if (self->watch != NULL)
    g_object_run_dispose (G_OBJECT (self->watch));
  g_clear_object (&self->watch);
  g_clear_object (&self->application);
  g_clear_object (&self->person);
  g_clear_object (&self->preferences);

  G_OBJECT_CLASS (yf_break_keeper_parent_class)->dispose (object);
}

static void
yf_break_keeper_class_init (YfBreakKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dispose;

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
yf_break_keeper_init (YfBreakKeeper *self)
{
}

/**
 * yf_break_keeper_new:
 * @application: the program, a #GtkApplication that is registered
 * @person: who sits; their log is open
 * @preferences: what they prefer
 *
 * Returns: (transfer full): counts from now on, if the person wants it
 */
YfBreakKeeper *
yf_break_keeper_new (GApplication  *application,
                     YfPerson      *person,
                     YfPreferences *preferences)
{
  YfBreakKeeper *self;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);

  self = g_object_new (YF_TYPE_BREAK_KEEPER, NULL);
  self->application = g_object_ref (application);
  self->person = g_object_ref (person);
  self->preferences = g_object_ref (preferences);
  self->watch = yf_break_watch_new (application, person, preferences);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->watch, "looking", G_CALLBACK (looking_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->watch, "wanted", G_CALLBACK (wanted_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * yf_break_keeper_get_next:
 *
 * Returns: when the next break is expected, in microseconds since the Unix epoch; see
 *   yf_break_watch_get_next()
 */
gint64
yf_break_keeper_get_next (YfBreakKeeper *self)
{
  g_return_val_if_fail (YF_IS_BREAK_KEEPER (self), 0);

  return yf_break_watch_get_next (self->watch);
}

/**
 * yf_break_keeper_set_in_session:
 * @in_session: whether a session is under way
 *
 * See yf_break_watch_set_in_session().
 */
void
yf_break_keeper_set_in_session (YfBreakKeeper *self,
                                gboolean       in_session)
{
  g_return_if_fail (YF_IS_BREAK_KEEPER (self));

  yf_break_watch_set_in_session (self->watch, in_session);
}

/**
 * yf_break_keeper_begin:
 *
 * The person wants a break now, whether one is offered or not, and whether breaks are
 * turned on or not. Does nothing during a session.
 */
void
yf_break_keeper_begin (YfBreakKeeper *self)
{
  g_return_if_fail (YF_IS_BREAK_KEEPER (self));

  wanted_cb (self, YF_BREAK_VIEW_GUIDE);
}
