/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-condition.h"

G_BEGIN_DECLS

struct _YfCondition
{
  gatomicrefcount  ref_count;
  char            *id;
  char            *name;         /* msgids */
  char            *description;
  YfConditionDate  date;
  YfSource        *source;
};

YfCondition *yf_condition_new (void);

gboolean     yf_condition_date_from_id (const char      *id,
                                        YfConditionDate *date);

G_END_DECLS
