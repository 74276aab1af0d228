/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "yf-log.h"

G_BEGIN_DECLS

/**
 * YfLogWriter:
 * @builder: what is being built
 * @log: what is written
 * @whole: to be read back: to the microsecond, and all of it
 *
 * The same entries are written in two ways: for scripts, with what an edit made
 * of them beside them, and in a file that is read back, where nothing is said
 * twice.
 */
typedef struct
{
  JsonBuilder *builder;
  YfLog       *log;
  gboolean     whole;
} YfLogWriter;

void yf_log_writer_add_moment     (const YfLogWriter *self,
                                   const char        *key,
                                   gint64             real,
                                   gint32             utc_offset);
void yf_log_writer_add_list       (const YfLogWriter *self,
                                   const char        *key,
                                   GPtrArray         *entries,
                                   void             (*add) (const YfLogWriter *, gconstpointer));
void yf_log_writer_add_programmes (const YfLogWriter *self);
void yf_log_writer_add_plan       (const YfLogWriter *self);

G_END_DECLS
