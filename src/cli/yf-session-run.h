/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-cli.h"
#include "yf-clock.h"
#include "yf-terminal.h"

G_BEGIN_DECLS

/**
 * YfSessionOptions:
 * @routine: what is done
 * @check_in: what was answered
 * @counting: who counts
 * @clock: where time comes from
 * @speed: how fast it is to run once the session starts
 * @sound: whether to play sound
 * @cue_log: (nullable): the file for the cue log
 *
 * How a session is run in the terminal.
 */
typedef struct
{
  YfRoutine  *routine;
  YfCheckIn  *check_in;
  YfCounting  counting;
  YfClock    *clock;
  double      speed;
  gboolean    sound;
  const char *cue_log;
} YfSessionOptions;

YfExit yf_session_run (YfStore                *store,
                       YfTerminal             *terminal,
                       const YfSessionOptions *options);

G_END_DECLS
