/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-programme.h"
#include "yf-xml.h"

G_BEGIN_DECLS

/* Ids of a programme's own exercises begin so, that none is ever taken for one of
 * the catalogue's or of the person's own. */
#define YF_PROGRAMME_OWN_PREFIX "pt-"

/* From Monday to Sunday, as a file has them. */
extern const char * const yf_programme_weekday_ids[7];

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
void                  yf_programme_ban_free      (YfProgrammeBan *self);
YfProgrammeClearance *yf_programme_clearance_new (YfClearance *clearance,
                                                  gboolean     above_ceiling);

gboolean              yf_programme_scan          (const char  *name,
                                                  const char  *text,
                                                  gsize        length,
                                                  GError     **error);

/* Its parts, each as far as it can be read without the others */
YfExercise           *yf_programme_read_own      (YfXml       *xml,
                                                  GError     **error);
YfProgrammeItem      *yf_programme_read_item     (YfXml       *xml,
                                                  YfExercise  *exercise,
                                                  gboolean     lifted,
                                                  GError     **error);
gboolean              yf_programme_read_schedule (YfXml       *xml,
                                                  YfProgrammeSchedule *schedule,
                                                  GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfProgrammeItem, yf_programme_item_free)

G_END_DECLS
