/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-cli.h"
#include "yf-session-run.h"
#include "yf-store.h"

G_BEGIN_DECLS

/* What the files yf-cli-session*.c of the one command share. */

#define YF_SESSION_NOT_GIVEN G_MININT
#define YF_SESSION_NO_HOLD   (-G_MAXDOUBLE)
#define YF_SESSION_MAX_HOLD  3600.0         /* seconds; the ceilings are far below */

/* What was typed after `session`. */
typedef struct
{
  char    **exercises;
  gboolean  resume;
  int       sets;
  int       reps;
  double    hold;
  int       tempo;
  double    rest;
  double    set_rest;
  double    speed;
  gboolean  no_sound;
  char     *speech;
  gboolean  tap;
  char     *cue_log;
  char    **flags;
  int       pain_back;
  int       pain_leg;
} YfSessionArguments;

gboolean yf_cli_session_add_item      (GArray                   *items,
                                       YfExercise               *exercise,
                                       const YfSessionArguments *arguments);
gboolean yf_cli_session_follow        (YfCli                    *self,
                                       GArray                   *items,
                                       const YfSessionArguments *arguments);
gboolean yf_cli_session_change        (YfCli                    *self,
                                       GArray                   *items,
                                       const YfSessionArguments *arguments);
gboolean yf_cli_session_choose        (YfCli                    *self,
                                       YfTerminal               *terminal,
                                       YfExercise              **exercise);
gboolean yf_cli_session_ask           (YfCli                    *self,
                                       YfTerminal               *terminal,
                                       const YfSessionArguments *arguments,
                                       YfCheckIn                *check_in);
gboolean yf_cli_session_judge         (YfCli                    *self,
                                       const YfProfile          *profile,
                                       const YfCheckIn          *check_in,
                                       YfRoutine                *routine,
                                       guint                     first);
gboolean yf_cli_session_keep_check_in (YfStore                  *store,
                                       const YfCheckIn          *check_in,
                                       GError                  **error);
YfExit   yf_cli_session_refuse        (YfStore                  *store,
                                       const YfCheckIn          *check_in);
gboolean yf_cli_session_plan          (YfCli                    *self,
                                       YfStore                  *store,
                                       const YfProfile          *profile,
                                       const YfCheckIn          *check_in,
                                       GArray                   *items,
                                       GError                  **error);
void     yf_cli_session_note          (YfCli                    *self,
                                       YfStore                  *store);
YfExit   yf_cli_session_play          (YfCli                    *self,
                                       YfStore                  *store,
                                       YfTerminal               *terminal,
                                       const YfSessionArguments *arguments,
                                       YfTimeline               *timeline,
                                       YfCheckIn                *check_in,
                                       YfSessionRecord          *resumes);
gboolean yf_cli_session_resume        (YfCli                    *self,
                                       YfStore                  *store,
                                       YfTerminal               *terminal,
                                       const YfSessionArguments *arguments,
                                       const YfCheckIn          *given,
                                       YfExit                   *exit_status);

G_END_DECLS
