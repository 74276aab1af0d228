/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-database.h"
#include "yf-day.h"

G_BEGIN_DECLS

/**
 * YfStatement:
 *
 * One SQL statement. Binding remembers the first thing that goes wrong, and
 * the next step reports it, so that no bind goes unchecked.
 */
typedef struct _YfStatement YfStatement;

YfStatement *yf_statement_new       (YfDatabase   *database,
                                     const char   *name,
                                     GError      **error);
void         yf_statement_free      (YfStatement  *self);

void         yf_statement_bind_int  (YfStatement  *self,
                                     const char   *parameter,
                                     gint64        value);
void         yf_statement_bind_text (YfStatement  *self,
                                     const char   *parameter,
                                     const char   *value);
void         yf_statement_bind_day  (YfStatement  *self,
                                     const char   *parameter,
                                     YfDay         day);
void         yf_statement_bind_days (YfStatement  *self,
                                     YfDay         from,
                                     YfDay         to);
void         yf_statement_bind_null (YfStatement  *self,
                                     const char   *parameter);
void         yf_statement_bind_unless
                                    (YfStatement  *self,
                                     const char   *parameter,
                                     gint64        value,
                                     gint64        none);
gboolean     yf_statement_step      (YfStatement  *self,
                                     gboolean     *row,
                                     GError      **error);
gboolean     yf_statement_reset     (YfStatement  *self,
                                     GError      **error);
gboolean     yf_statement_run       (YfStatement  *self,
                                     gint64       *changed,
                                     GError      **error);

void         yf_statement_set_damaged
                                    (YfStatement  *self,
                                     const char   *detail,
                                     GError      **error);

gboolean     yf_statement_is_null   (YfStatement  *self,
                                     int           column);
gint64       yf_statement_get_int   (YfStatement  *self,
                                     int           column);
gint64       yf_statement_get_or    (YfStatement  *self,
                                     int           column,
                                     gint64        none);
const char  *yf_statement_get_text  (YfStatement  *self,
                                     int           column);
YfDay        yf_statement_get_day   (YfStatement  *self,
                                     int           column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfStatement, yf_statement_free)

G_END_DECLS
