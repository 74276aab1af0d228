/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-programme.h"

G_BEGIN_DECLS

/* Only the parser fills a programme in; everybody else sees it immutable. */
struct _YfProgramme
{
  gatomicrefcount      ref_count;
  char                *name;
  char                *clinician;
  YfDay                date;
  YfDay                from;
  YfDay                until;
  GPtrArray           *notes;      /* utf8 */
  GPtrArray           *items;      /* YfProgrammeItem */
  GPtrArray           *own;        /* YfExercise */
  GPtrArray           *bans;       /* YfProgrammeBan */
  GPtrArray           *clearances; /* YfProgrammeClearance */
  YfProgrammeSchedule  schedule;
  int                  pain_stop;
  int                  pain_rest;
  char                *xml;
};

YfProgramme          *yf_programme_new           (void);
YfProgrammeItem      *yf_programme_item_new      (YfExercise  *exercise);
void                  yf_programme_item_free     (YfProgrammeItem *self);
YfProgrammeBan       *yf_programme_ban_new       (const char  *exercise,
                                                  const char  *note);
YfProgrammeClearance *yf_programme_clearance_new (YfClearance *clearance,
                                                  gboolean     above_ceiling);

gboolean              yf_programme_scan          (const char  *name,
                                                  const char  *text,
                                                  gsize        length,
                                                  GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfProgrammeItem, yf_programme_item_free)

G_END_DECLS
