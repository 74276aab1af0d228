/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-judgement.h"
#include "yf-record.h"

G_BEGIN_DECLS

/**
 * YF_TEXT_LONG:
 *
 * What lasts as long as this is told in minutes and seconds: one minute.
 */
#define YF_TEXT_LONG (60 * YF_SECOND)

char       *yf_text_length        (gint64        length);
char       *yf_text_time_of_day   (gint64        real,
                                   gint32        utc_offset);
char       *yf_text_day           (gint64        real,
                                   gint32        utc_offset);
char       *yf_text_date          (gint64        real,
                                   gint32        utc_offset);
char       *yf_text_morning_question
                                  (gint64        real,
                                   gint32        utc_offset);
char       *yf_text_dose          (YfExercise   *exercise,
                                   const YfDose *dose);
gboolean    yf_text_is_long_hold  (YfExercise   *exercise);
char       *yf_text_seconds       (gint64        seconds,
                                   gboolean      long_form);
const char *yf_text_side          (YfSide        side);
char       *yf_text_source        (YfSource     *source);
char       *yf_text_sources       (GPtrArray    *sources);
const char *yf_text_verdict_icon  (YfVerdict     verdict);
const char *yf_text_verdict_class (YfVerdict     verdict);
const char *yf_text_segment_icon  (YfSegmentKind kind);
const char *yf_text_segment_class (YfSegmentKind kind);
const char *yf_text_phase_icon    (YfPhaseKind   kind);
const char *yf_text_phase_class   (YfPhaseKind   kind);
const char *yf_text_site          (const char   *site);
const char *yf_text_moved         (YfMoved       moved);

G_END_DECLS
