/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-person.h"

G_BEGIN_DECLS

/**
 * YfTodayNotice:
 * @YF_TODAY_NOTICE_PLAIN: leads nowhere
 * @YF_TODAY_NOTICE_SUSPENDED: leads to the review of an exercise
 * @YF_TODAY_NOTICE_ASSESSMENT: leads to what a clinician says of a sign
 * @YF_TODAY_NOTICE_PROFILE: leads to what the person says about themselves
 * @YF_TODAY_NOTICE_PROGRAMME: leads to the programme in force
 *
 * Where a notice of the Today page leads.
 */
typedef enum
{
  YF_TODAY_NOTICE_PLAIN,
  YF_TODAY_NOTICE_SUSPENDED,
  YF_TODAY_NOTICE_ASSESSMENT,
  YF_TODAY_NOTICE_PROFILE,
  YF_TODAY_NOTICE_PROGRAMME,
} YfTodayNotice;

GPtrArray    *yf_today_notices_list        (YfPerson    *person,
                                            YfToday     *today);
YfTodayNotice yf_today_notice_get_kind     (GtkWidget   *row);
YfTriage      yf_today_notices_get_triage  (YfToday     *today);
gboolean      yf_today_notices_describe_programme
                                           (YfPerson    *person,
                                            YfToday     *today,
                                            char       **title,
                                            char       **text);

G_END_DECLS
