/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-programme.h"

G_BEGIN_DECLS

/* What a programme says, in sentences: the same on the screen, on paper and wherever else
 * it is told. */

char       *yf_programme_dup_days_text      (YfProgramme               *self);
char       *yf_programme_dup_given_text     (YfProgramme               *self);
char       *yf_programme_dup_item_text      (const YfProgrammeItem     *item);
GPtrArray  *yf_programme_list_item_remarks  (const YfProgrammeItem     *item);
GPtrArray  *yf_programme_list_schedule      (const YfProgrammeSchedule *schedule);
GPtrArray  *yf_programme_list_pain          (YfProgramme               *self);
GPtrArray  *yf_programme_list_clearances    (YfProgramme               *self,
                                             YfCatalogue               *catalogue);
const char *yf_programme_get_exercise_name  (YfProgramme               *self,
                                             YfCatalogue               *catalogue,
                                             const char                *id);
const char *yf_programme_get_weekday_name   (guint                      weekday);

G_END_DECLS
