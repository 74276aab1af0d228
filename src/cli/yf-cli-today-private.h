/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-today.h"

G_BEGIN_DECLS

/* So many days back the changes of doses and stages are told. */
#define YF_CLI_TODAY_NEWS_DAYS 28

YfTriage yf_cli_today_get_triage (YfDayPlan *plan);
void     yf_cli_today_print_json (YfToday   *today,
                                  gboolean   exact);

G_END_DECLS
