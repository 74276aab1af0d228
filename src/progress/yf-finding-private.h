/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-change.h"
#include "yf-progress-private.h"

G_BEGIN_DECLS

/* The ids of the entries that a sentence is made from, each once, in the order
 * in which they were first named. */
typedef struct
{
  GPtrArray  *ids;
  GHashTable *seen;
} YfEntries;

YfEntries *yf_entries_new           (void);
void       yf_entries_free          (YfEntries     *self);
void       yf_entries_add           (YfEntries     *self,
                                     const char    *id);

char      *yf_finding_join          (const char    *first,
                                     const char    *second);
void       yf_finding_add           (YfProgress    *progress,
                                     YfFindingKind  kind,
                                     YfTrend        trend,
                                     const char    *text,
                                     YfEntries     *entries);

void       yf_finding_add_pain      (YfProgress    *progress,
                                     YfFindingKind  kind);
void       yf_finding_add_function  (YfProgress    *progress);
void       yf_finding_add_clinic    (YfProgress    *progress,
                                     YfFindingKind  kind);
void       yf_finding_add_kept      (YfProgress    *progress);
void       yf_finding_add_mornings  (YfProgress    *progress);
void       yf_finding_add_stops     (YfProgress    *progress);
void       yf_finding_add_flares    (YfProgress    *progress);
void       yf_finding_add_doses     (YfProgress    *progress);
void       yf_finding_add_reminders (YfProgress    *progress);
void       yf_finding_add_breaks    (YfProgress    *progress);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfEntries, yf_entries_free)

G_END_DECLS
