/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-rules.h"

G_BEGIN_DECLS

/* What makes a row apply. */
typedef enum
{
  YF_TRIGGER_STAGE,
  YF_TRIGGER_UNRELIEVED,
  YF_TRIGGER_NO_EPISODE,
  YF_TRIGGER_ONSET_UNKNOWN,
  YF_TRIGGER_ONSET_HOURS,
  YF_TRIGGER_CONDITION,
  YF_TRIGGER_BACK_STRENGTH,
  YF_TRIGGER_MUSCLE_RELAXANTS,
  YF_TRIGGER_PAIN,
  YF_TRIGGER_STOPPED_TODAY,
} YfTrigger;

typedef struct
{
  guint      groups;      /* a bit for each YfGroup */
  char     **exercises;   /* or ids of exercises and reliefs; before groups */
  YfVerdict  verdict;
  GPtrArray *sources;     /* YfSource, the strictest first */
  char      *text;        /* msgid */
} YfCell;

typedef struct
{
  char            *id;
  YfTrigger        trigger;
  YfStage          stage;
  char            *condition;
  YfConditionDate  date;        /* what the days below are reckoned from */
  int              from_days;   /* applies from so many days after @date … */
  int              under_days;  /* … and until the day before so many */
  guint            strengths;   /* a bit for each YfBackStrength */
  int              from_hours;  /* since the onset */
  int              under_hours;
  int              pain;        /* NRS */
  YfTriage         triage;      /* what the row says besides its cells */
  GPtrArray       *cells;       /* YfCell */
} YfRow;

struct _YfRules
{
  gatomicrefcount  ref_count;
  YfCatalogue     *catalogue;
  GPtrArray       *rows;        /* YfRow */
};

void     yf_row_free    (YfRow        *self);
gboolean yf_rules_parse (YfRules      *self,
                         const char   *name,
                         GBytes       *bytes,
                         GError      **error);

G_END_DECLS
