/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-reading.h"
#include "yf-xml.h"

G_BEGIN_DECLS

/* Only the parser fills a page in; everybody else sees it immutable. */
struct _YfReading
{
  gatomicrefcount  ref_count;
  char            *id;
  YfTopic          topic;
  char            *title;       /* msgids */
  char            *summary;
  GPtrArray       *paragraphs;  /* YfParagraph */
};

YfReading *yf_reading_new   (void);
void       yf_reading_add   (YfReading        *self,
                             YfParagraphKind   kind,
                             const char       *msgid,
                             YfSource         *source);

gboolean   yf_reading_parse (YfXml            *xml,
                             GPtrArray        *pages,
                             GError          **error);

G_END_DECLS
