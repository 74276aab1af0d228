/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-cli.h"
#include "yf-clock.h"
#include "yf-programme.h"
#include "yf-record.h"
#include "yf-speech.h"
#include "yf-terminal.h"

G_BEGIN_DECLS

/**
 * YfSessionOptions:
 * @timeline: what is done
 * @resumes: (nullable): the session that it goes on with
 * @check_in: what was answered
 * @programme: (nullable): the clinician's programme that is followed
 * @clock: where time comes from
 * @speed: how fast it is to run once the session starts
 * @sound: whether to play sound
 * @speech: how much is said
 * @cue_log: (nullable): the file for the cue log
 *
 * How a session is run in the terminal.
 */
typedef struct
{
  YfTimeline      *timeline;
  YfSessionRecord *resumes;
  YfCheckIn       *check_in;
  YfProgramme     *programme;
  YfClock         *clock;
  double           speed;
  gboolean         sound;
  YfSpeechLevel    speech;
  const char      *cue_log;
} YfSessionOptions;

YfExit yf_session_run (YfStore                *store,
                       YfTerminal             *terminal,
                       const YfSessionOptions *options);

G_END_DECLS
