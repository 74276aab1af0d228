/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "yf-clip.h"

G_BEGIN_DECLS

/*
 * The folder in which a person keeps clips of their own: see
 * yf_voice_dup_own_folder(). A voice that is loaded after a change has it.
 */

void      yf_own_clips_read_async   (const char           *id,
                                     const char           *text,
                                     const char           *path,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
YfClip   *yf_own_clips_read_finish  (GAsyncResult         *result,
                                     GError              **error);
void      yf_own_clips_keep_async   (const char           *folder,
                                     YfClip               *clip,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
gboolean  yf_own_clips_keep_finish  (GAsyncResult         *result,
                                     GError              **error);
int       yf_own_clips_get_rank     (const char           *name);
gboolean  yf_own_clips_remove       (const char           *folder,
                                     const char           *id,
                                     GError              **error);

G_END_DECLS
