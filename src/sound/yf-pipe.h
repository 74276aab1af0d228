/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "yf-sound-error.h"

G_BEGIN_DECLS

/**
 * YfPipe:
 *
 * Samples in at one end, sound out at the other, at the pace of the device.
 * Every function may block for as long as a broken sound system likes: keep
 * it off the main loop.
 */
typedef struct _YfPipe YfPipe;

gboolean  yf_pipe_init       (GError       **error);

YfPipe   *yf_pipe_new        (GError       **error);
void      yf_pipe_free       (YfPipe        *self);

gboolean  yf_pipe_play       (YfPipe        *self,
                              const gint16  *samples,
                              gsize          n_samples,
                              GError       **error);
gboolean  yf_pipe_wants_more (YfPipe        *self);
gboolean  yf_pipe_push       (YfPipe        *self,
                              const gint16  *samples,
                              gsize          n_samples,
                              GError       **error);
gint64    yf_pipe_get_pushed (YfPipe        *self);
gint64    yf_pipe_get_origin (YfPipe        *self);
gboolean  yf_pipe_is_heard   (YfPipe        *self);
char     *yf_pipe_dup_device (YfPipe        *self);
gboolean  yf_pipe_watch      (YfPipe        *self,
                              gint64         length,
                              GError       **error);
void      yf_pipe_drain      (YfPipe        *self,
                              gint64         length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfPipe, yf_pipe_free)

G_END_DECLS
