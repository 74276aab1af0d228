/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "played-session.h"

static void
settled_cb (YfJournal *journal,
            gboolean  *settled)
{
  *settled = TRUE;
}

static void
begun_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  gboolean *begun = user_data;

  *begun = yf_journal_begin_finish (YF_JOURNAL (object), result, &error);
  g_assert_no_error (error);
}

char *
play_session (YfStore         *store,
              YfFakeClock     *clock,
              YfRoutine       *routine,
              const YfCheckIn *check_in,
              gboolean         hurts)
{
  g_autoptr (YfTimeline) timeline = yf_timeline_new (routine, YF_COUNTING_PACE);
  g_autoptr (YfCueSheet) cue_sheet = yf_cue_sheet_new (timeline);
  g_autoptr (YfPlayer) player = yf_player_new (cue_sheet, YF_CLOCK (clock));
  g_autoptr (YfJournal) journal = yf_journal_new (store, player, check_in);
  gboolean begun = FALSE;
  gboolean settled = FALSE;

  yf_journal_begin_async (journal, NULL, begun_cb, &begun);
  while (!begun)
    g_main_context_iteration (NULL, TRUE);

  g_signal_connect (journal, "settled", G_CALLBACK (settled_cb), &settled);
  yf_player_start (player);
  while (!yf_player_has_ended (player))
    {
      if (hurts && yf_player_count_reps (player, 1) == 4)
        yf_player_hurt (player);
      else
        g_assert_true (yf_fake_clock_step (clock));
    }
  while (!settled)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (yf_journal_get_n_lost (journal), ==, 0);
  g_signal_handlers_disconnect_by_func (journal, settled_cb, &settled);

  return g_strdup (yf_journal_get_session (journal));
}
