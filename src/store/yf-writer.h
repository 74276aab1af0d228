/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "yf-database.h"

G_BEGIN_DECLS

/**
 * YfWriterFunc:
 * @task: the task, with what is to be written as its data
 * @database: the connection that writes
 *
 * Writes one thing, on the writer's thread.
 */
typedef gboolean (*YfWriterFunc) (GTask       *task,
                                  YfDatabase  *database,
                                  GError     **error);

/**
 * YfWriter:
 *
 * The one thread that writes. Tasks are done in the order in which they are
 * pushed, and answered in their own main context.
 */
typedef struct _YfWriter YfWriter;

YfWriter   *yf_writer_new          (YfDatabase   *database);
void        yf_writer_free         (YfWriter     *self);
void        yf_writer_push         (YfWriter     *self,
                                    GTask        *task,
                                    YfWriterFunc  func);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfWriter, yf_writer_free)

G_END_DECLS
