/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-paper-table.h"
#include "yf-report-pages.h"

G_BEGIN_DECLS

/**
 * YfReportItem:
 * @name: what it is
 * @value: (nullable): the number that matters
 * @remark: (nullable): the rest
 *
 * One line of a list on the first page.
 */
typedef struct
{
  char *name;
  char *value;
  char *remark;
} YfReportItem;

/**
 * YfReportList:
 * @id: the name of the place where all of it stands
 * @title: its title
 * @none: what stands there when there is nothing
 * @items: (element-type YfReportItem): all of it
 * @shown: how many of them the first page has room for
 * @least: below how many it is cut only after all the others
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *none;
  GPtrArray  *items;
  guint       shown;
  guint       least;
} YfReportList;

/* The lists of the first page: the left column and the right one. */
typedef enum
{
  YF_REPORT_LIST_DOSES,
  YF_REPORT_LIST_OUTCOMES,
  YF_REPORT_LIST_FLAGS,
  YF_REPORT_LIST_PROVOCATIONS,
  YF_REPORT_LIST_CLEARANCES,
} YfReportListKind;
#define YF_N_REPORT_LISTS (YF_REPORT_LIST_CLEARANCES + 1)

/**
 * YfPainSummary:
 * @first_from: the first day of the first span
 * @first_to: the last day of it
 * @last_from: the first day of the last span
 * @last_to: the last day of it
 * @whole: whether there is one span only, @first_from to @first_to, because the
 *   days are too few for two
 * @n: how many answers: by span, by before or after, by back or leg
 * @twice: twice their median, or -1 without any
 */
typedef struct
{
  YfDay    first_from;
  YfDay    first_to;
  YfDay    last_from;
  YfDay    last_to;
  gboolean whole;
  int      n[2][2][2];
  int      twice[2][2][2];
} YfPainSummary;

typedef struct
{
  YfReport      *report;
  YfProgress    *progress;
  YfLog         *log;
  YfPaper       *paper;
  YfReportList   lists[YF_N_REPORT_LISTS];
  YfPainSummary  pain;
  gboolean       diagnosis_cut;   /* it is whole among the details only */
  gboolean       settled;         /* what the first page leaves out stands elsewhere */
} YfReportLayout;

void  yf_report_lists_fill      (YfReportLayout    *layout);
void  yf_report_lists_clear     (YfReportLayout    *layout);
void  yf_pain_summary_fill      (YfPainSummary     *self,
                                 YfProgress        *progress);

void  yf_report_lay_person      (YfReportLayout    *layout);
void  yf_report_lay_overview    (YfReportLayout    *layout);
void  yf_report_lay_plan_lines  (YfReportLayout    *layout);
void  yf_report_lay_plan        (YfReportLayout    *layout);
void  yf_report_lay_details     (YfReportLayout    *layout);
void  yf_report_lay_charts      (YfReportLayout    *layout);
void  yf_report_lay_log         (YfReportLayout    *layout);
void  yf_report_lay_changes     (YfReportLayout    *layout);
int   yf_report_lay_chapter     (YfReportLayout    *layout,
                                 const char        *title,
                                 const char        *target);

const YfPlanChange *yf_report_find_reason (YfReportLayout *layout,
                                   guint             index);
char  *yf_report_clinician_text   (YfReportLayout   *layout,
                                   const char       *clinician);
const char *yf_report_reason_word (YfDoseReason      reason);
const char *yf_report_side_word   (YfSide            side);
char  *yf_report_hold_text        (gint64            shortest,
                                   gint64            longest);
char  *yf_report_dose_text        (const YfDose     *dose);
char  *yf_report_reps_text        (GArray           *sets,
                                   guint             item,
                                   YfSide            side);
char  *yf_report_pain_text        (int               back,
                                   int               leg);
char  *yf_report_moment_text      (gint64            real,
                                   gint32            utc_offset);
char  *yf_report_period_text      (YfDay             from,
                                   YfDay             to);
const char *yf_report_function_name (YfReportLayout  *layout,
                                   const char       *activity);
const char *yf_report_morning_word (YfMorning        morning);
char  *yf_report_movement_text    (YfReportLayout   *layout,
                                   const char       *exercise,
                                   YfSide            side);
char  *yf_report_stop_text        (YfReportLayout   *layout,
                                   const char       *exercise,
                                   const YfStop     *stop);
char  *yf_report_answers_text     (YfReportLayout   *layout,
                                   const YfCheckIn  *check_in);
char  *yf_report_entry_text       (YfReportLayout   *layout,
                                   YfEntryKind       kind,
                                   gpointer          record);
const char *yf_report_triage_word (YfTriage          level);
const char *yf_report_trend_word  (YfFindingKind     kind,
                                   YfTrend           trend);
const YfFinding *yf_report_find_finding (YfReportLayout *layout,
                                   YfFindingKind     kind);

YfPaper *yf_report_pages_get_paper (YfReportPages   *self);

G_END_DECLS
