/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-red-flag.h"

G_BEGIN_DECLS

typedef struct
{
  YfTriage  triage;
  int       from_days;
  char     *note;        /* msgid, or NULL */
  YfSource *source;
} YfRedFlagLevel;

struct _YfRedFlag
{
  gatomicrefcount  ref_count;
  char            *id;
  char            *text;       /* msgid */
  gboolean         needs_days;
  GArray          *levels;     /* YfRedFlagLevel, mildest and earliest first */
};

YfRedFlag *yf_red_flag_new (void);

G_END_DECLS
