/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-person.h"
#include "yf-preferences.h"
#include "yf-voice.h"

G_BEGIN_DECLS

/**
 * YfLineKind:
 * @YF_LINE_NAME: the name of an exercise
 * @YF_LINE_HOW: how to lie or stand
 * @YF_LINE_MOVEMENT: what to do
 * @YF_LINE_NUMBER: how many, or how long
 * @YF_LINE_OTHER: everything else
 *
 * What a line is about.
 */
typedef enum
{
  YF_LINE_NAME,
  YF_LINE_HOW,
  YF_LINE_MOVEMENT,
  YF_LINE_NUMBER,
  YF_LINE_OTHER,
} YfLineKind;

/**
 * YfLine:
 * @id: the name of a clip
 * @text: what is said
 * @kind: what it is about
 *
 * Something that the voice says, or that only the person could.
 */
typedef struct
{
  char       *id;
  char       *text;
  YfLineKind  kind;
} YfLine;

#define YF_TYPE_OWN_VOICE (yf_own_voice_get_type ())

/**
 * YfOwnVoice:
 *
 * The voice that the person prefers: as it is built in, and with what they have
 * put in its place.
 *
 * Signals:
 *
 * - `changed ()`: it was loaded, for the first time or again
 */
G_DECLARE_FINAL_TYPE (YfOwnVoice, yf_own_voice, YF, OWN_VOICE, GObject)

YfOwnVoice *yf_own_voice_new         (YfPerson      *person,
                                      YfPreferences *preferences);
void        yf_own_voice_reload      (YfOwnVoice    *self);
YfVoice    *yf_own_voice_get_voice   (YfOwnVoice    *self);
YfVoice    *yf_own_voice_get_builtin (YfOwnVoice    *self);
const char *yf_own_voice_get_trouble (YfOwnVoice    *self);
const char *yf_own_voice_get_folder  (YfOwnVoice    *self);
guint       yf_own_voice_count_own   (YfOwnVoice    *self);
YfPreferences *yf_own_voice_get_preferences (YfOwnVoice *self);
GPtrArray  *yf_own_voice_list_lines  (YfOwnVoice    *self);

G_END_DECLS
