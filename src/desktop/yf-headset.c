/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-headset.h"

#include "yf-press-counter.h"

struct _YfHeadset
{
  YfPlayer       *player;
  YfPressCounter *presses;
};

/* Counts the repetition that waits for it, in a session that is counted so. */
static gboolean
count_repetition (YfPlayer *player)
{
  return yf_timeline_get_counting (yf_player_get_timeline (player)) == YF_COUNTING_TAP &&
         yf_player_get_state (player) == YF_PLAYER_WAITING &&
         yf_player_tap (player);
}

/**
 * yf_headset_new:
 * @player: a session
 *
 * Returns: (transfer full): the buttons for it
 */
YfHeadset *
yf_headset_new (YfPlayer *player)
{
  YfHeadset *self = g_new0 (YfHeadset, 1);

  self->player = g_object_ref (player);
  self->presses = yf_press_counter_new (yf_player_get_clock (player));

  return self;
}

void
yf_headset_free (YfHeadset *self)
{
  yf_press_counter_free (self->presses);
  g_object_unref (self->player);
  g_free (self);
}

/**
 * yf_headset_is_live:
 * @self: the buttons of a session
 *
 * Returns: whether they do anything: the session has begun and has not ended
 */
gboolean
yf_headset_is_live (YfHeadset *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return yf_player_is_live (self->player);
}

/**
 * yf_headset_press:
 * @self: the buttons of a session
 * @button: PlayPause, Play, Pause, Next, Previous or Stop, as MPRIS calls them; what else
 *   there is does nothing
 */
void
yf_headset_press (YfHeadset  *self,
                  const char *button)
{
  /* Who hears of what is done may have done with the session, and with this. */
  g_autoptr (YfPlayer) player = g_object_ref (self->player);
  gboolean live = yf_headset_is_live (self);

  /* Presses with something else between them are no gesture. */
  if (!g_str_equal (button, "PlayPause"))
    yf_press_counter_reset (self->presses);
  if (!live)
    return;

  if (g_str_equal (button, "PlayPause"))
    {
      if (yf_press_counter_press (self->presses))
        yf_player_hurt (player);
      else if (!count_repetition (player) && !yf_player_pause (player))
        yf_player_resume (player);
    }
  else if (g_str_equal (button, "Play"))
    {
      if (!count_repetition (player))
        yf_player_resume (player);
    }
  else if (g_str_equal (button, "Pause"))
    yf_player_pause (player);
  else if (g_str_equal (button, "Next"))
    yf_player_next (player);
  else if (g_str_equal (button, "Previous"))
    yf_player_hurt (player);
  else if (g_str_equal (button, "Stop"))
    yf_player_stop (player);
}
