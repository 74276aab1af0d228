/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-exercise.h"

G_BEGIN_DECLS

#define YF_TYPE_READING (yf_reading_get_type ())

/**
 * YfTopic:
 *
 * The shelf a reading page stands on, in the order of the shelves.
 */
typedef enum
{
  YF_TOPIC_DAY,       /* sitting, standing, sleeping, lifting, breaks, … */
  YF_TOPIC_COURSE,    /* stages, going on, coming back */
  YF_TOPIC_SIGNS,     /* telling signs apart; ends in what to tell the doctor */
  YF_TOPIC_DOCTOR,    /* when to see one, which, what to tell */
  YF_TOPIC_MYTHS,     /* what is often believed, and what is so */
} YfTopic;

/**
 * YfParagraphKind:
 * @YF_PARAGRAPH_PLAIN: a paragraph
 * @YF_PARAGRAPH_POINT: an item of a list
 * @YF_PARAGRAPH_CLAIM: what is often believed and is wrong; what follows it
 *   corrects it
 *
 * How a paragraph is shown.
 */
typedef enum
{
  YF_PARAGRAPH_PLAIN,
  YF_PARAGRAPH_POINT,
  YF_PARAGRAPH_CLAIM,
} YfParagraphKind;

/**
 * YfParagraph:
 * @kind: how it is shown
 * @note: its text and source
 */
typedef struct
{
  YfParagraphKind  kind;
  YfNote          *note;
} YfParagraph;

/**
 * YfReading:
 *
 * One page to read: a title, what it is about, and paragraphs, each with its
 * source. Immutable.
 */
typedef struct _YfReading YfReading;

GType       yf_reading_get_type       (void) G_GNUC_CONST;
YfReading  *yf_reading_ref            (YfReading  *self);
void        yf_reading_unref          (YfReading  *self);

const char *yf_reading_get_id         (YfReading  *self);
YfTopic     yf_reading_get_topic      (YfReading  *self);
const char *yf_reading_get_title      (YfReading  *self);
const char *yf_reading_get_summary    (YfReading  *self);
GPtrArray  *yf_reading_get_paragraphs (YfReading  *self);
gboolean    yf_reading_matches        (YfReading  *self,
                                       const char *words);

const char *yf_topic_get_id           (YfTopic     topic);
gboolean    yf_topic_from_id          (const char *id,
                                       YfTopic    *topic);
const char *yf_topic_get_name         (YfTopic     topic);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfReading, yf_reading_unref)

G_END_DECLS
