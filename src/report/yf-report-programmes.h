/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-report.h"

G_BEGIN_DECLS

/**
 * YfProgrammeState:
 * @YF_PROGRAMME_STATE_PROPOSED: the person has never agreed to it
 * @YF_PROGRAMME_STATE_IN_FORCE: it is the one that the person has agreed to
 * @YF_PROGRAMME_STATE_OVER: its last day has passed while it was
 * @YF_PROGRAMME_STATE_REPLACED: the person has agreed to another since, or to none
 *
 * What has become of a version of a programme.
 */
typedef enum
{
  YF_PROGRAMME_STATE_PROPOSED,
  YF_PROGRAMME_STATE_IN_FORCE,
  YF_PROGRAMME_STATE_OVER,
  YF_PROGRAMME_STATE_REPLACED,
} YfProgrammeState;

/**
 * YfProgrammeVersion:
 * @record: the version as the log has it
 * @programme: (nullable): what it says, %NULL where this Yanfei cannot read it
 * @state: what has become of it
 * @agreed: (nullable): when the person agreed to it, for the first time
 * @left: (nullable): when the person agreed to another or to none, for the last time
 * @before: (nullable): the version that was in force until @agreed
 * @n_sessions: how many sessions of the report followed it
 *
 * One version of a programme as the papers tell it.
 */
typedef struct
{
  const YfProgrammeRecord *record;
  YfProgramme             *programme;
  YfProgrammeState         state;
  const YfProgrammeChoice *agreed;
  const YfProgrammeChoice *left;
  const char              *before;
  guint                    n_sessions;
} YfProgrammeVersion;

GPtrArray  *yf_report_dup_programmes      (YfReport         *self);
const char *yf_programme_state_get_name   (YfProgrammeState  state);
char       *yf_programme_items_to_string  (YfProgramme      *programme);
char       *yf_programme_bans_to_string   (YfProgramme      *programme,
                                           YfCatalogue      *catalogue);

G_END_DECLS
