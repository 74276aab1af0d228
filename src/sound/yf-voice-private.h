/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-voice.h"

G_BEGIN_DECLS

struct _YfVoice
{
  gatomicrefcount  ref_count;
  char            *language;
  GPtrArray       *clips;
  GHashTable      *by_id;     /* of id, borrowed, to clip, borrowed */
  GHashTable      *own;       /* of id */
  GPtrArray       *problems;
};

/**
 * YfVoiceOrder:
 * @language: "en" or "zh"
 * @own_folder: (nullable): where the person keeps clips of their own
 * @texts: of id to text: what no built-in clip says
 *
 * What has to be known to load a voice, on whatever thread.
 */
typedef struct
{
  char       *language;
  char       *own_folder;
  GHashTable *texts;
} YfVoiceOrder;

YfVoiceOrder *yf_voice_order_new  (const char    *language,
                                   const char    *own_folder,
                                   YfTimeline    *timeline);
void          yf_voice_order_free (YfVoiceOrder  *self);
YfVoice      *yf_voice_order_load (YfVoiceOrder  *self,
                                   GCancellable  *cancellable,
                                   GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfVoiceOrder, yf_voice_order_free)

G_END_DECLS
