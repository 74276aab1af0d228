/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "yf-clip.h"
#include "yf-timeline.h"

G_BEGIN_DECLS

#define YF_TYPE_VOICE (yf_voice_get_type ())

/**
 * YfVoice:
 *
 * Somebody who speaks: clips by their names. A built-in voice, with whatever
 * clips a person has put in its place. Immutable.
 */
typedef struct _YfVoice YfVoice;

GType               yf_voice_get_type        (void) G_GNUC_CONST;
YfVoice            *yf_voice_new             (const char           *language,
                                              const char           *own_folder,
                                              YfTimeline           *timeline,
                                              GCancellable         *cancellable,
                                              GError              **error);
void                yf_voice_load_async      (const char           *language,
                                              const char           *own_folder,
                                              YfTimeline           *timeline,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
YfVoice            *yf_voice_load_finish     (GAsyncResult         *result,
                                              GError              **error);
YfVoice            *yf_voice_ref             (YfVoice              *self);
void                yf_voice_unref           (YfVoice              *self);

const char         *yf_voice_get_language    (YfVoice              *self);
GPtrArray          *yf_voice_get_clips       (YfVoice              *self);
YfClip             *yf_voice_find            (YfVoice              *self,
                                              const char           *id);
gboolean            yf_voice_is_own          (YfVoice              *self,
                                              const char           *id);
const char * const *yf_voice_get_problems    (YfVoice              *self);

const char         *yf_voice_guess_language  (void);
char               *yf_voice_dup_own_folder  (const char           *data_dir,
                                              const char           *language);
char               *yf_voice_dup_label_id    (const char           *label);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfVoice, yf_voice_unref)

G_END_DECLS
