/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "yf-clip.h"

G_BEGIN_DECLS

YfClip   *yf_clip_decode    (const char    *id,
                             const char    *text,
                             const char    *path,
                             gint64         time,
                             GCancellable  *cancellable,
                             GError       **error);

gboolean  yf_clip_can_speak (const char    *language,
                             const char    *text);
YfClip   *yf_clip_speak     (const char    *id,
                             const char    *text,
                             const char    *language,
                             gint64         time,
                             GCancellable  *cancellable,
                             GError       **error);

G_END_DECLS
