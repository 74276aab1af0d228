/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-exercise.h"

G_BEGIN_DECLS

#define YF_TYPE_PAGE (yf_page_get_type ())

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
 * YfPage:
 *
 * One page to read. Immutable.
 */
typedef struct _YfPage YfPage;

GType       yf_page_get_type       (void) G_GNUC_CONST;
YfPage     *yf_page_ref            (YfPage     *self);
void        yf_page_unref          (YfPage     *self);

const char *yf_page_get_id         (YfPage     *self);
YfTopic     yf_page_get_topic      (YfPage     *self);
const char *yf_page_get_title      (YfPage     *self);
const char *yf_page_get_summary    (YfPage     *self);
GPtrArray  *yf_page_get_paragraphs (YfPage     *self);
gboolean    yf_page_matches        (YfPage     *self,
                                    const char *words);

const char *yf_topic_get_id        (YfTopic     topic);
const char *yf_topic_get_name      (YfTopic     topic);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfPage, yf_page_unref)

G_END_DECLS
