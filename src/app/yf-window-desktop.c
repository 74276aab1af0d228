/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-window-private.h"

static void
interrupted_cb (YfRun *run)
{
  yf_player_pause (yf_run_get_player (run));
}

/* Somebody has turned the media player up or down that a session is to the desktop. */
static void
volume_cb (YfWindow *self)
{
  yf_run_set_volume (yf_session_walk_get_run (self->walk), yf_desktop_get_volume (self->desktop));
}

/*
 * yf_window_desktop_join:
 *
 * From now on the keys of headsets and keyboards reach the session, nothing dims the
 * screen, and who closes the lid comes back to where they were.
 */
void
yf_window_desktop_join (YfWindow *self)
{
  YfRun *run = yf_session_walk_get_run (self->walk);

  self->desktop = yf_desktop_new ();
  g_signal_connect_object (self->desktop, "interrupted", G_CALLBACK (interrupted_cb), run, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desktop, "raise", G_CALLBACK (gtk_window_present), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desktop, "quit", G_CALLBACK (gtk_window_close), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desktop, "notify::volume", G_CALLBACK (volume_cb), self, G_CONNECT_SWAPPED);
  yf_desktop_set_player (self->desktop, yf_run_get_player (run));
  if (self->breaks)
    yf_break_keeper_set_in_session (self->breaks, TRUE);
}

/*
 * yf_window_desktop_leave:
 *
 * Ends what yf_window_desktop_join() began, if it did.
 */
void
yf_window_desktop_leave (YfWindow *self)
{
  if (self->desktop)
    yf_desktop_set_player (self->desktop, NULL);
  g_clear_object (&self->desktop);
  if (self->breaks)
    yf_break_keeper_set_in_session (self->breaks, FALSE);
}
