/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-log.h"

G_BEGIN_DECLS

/**
 * YfFollowed:
 * @id: the id of a version of a programme
 * @programme: what it says; where this Yanfei cannot read it, a programme that
 *   forbids everything
 * @trouble: (nullable): why it cannot be read
 * @from: the first day on which it was followed and valid
 * @until: the last, or %YF_DAY_NONE where there is no end in sight
 * @chosen: whether it is the one that is followed still
 *
 * The days on which a version of a programme was followed.
 */
typedef struct
{
  char        *id;
  YfProgramme *programme;
  GError      *trouble;
  YfDay        from;
  YfDay        until;
  gboolean     chosen;
} YfFollowed;

GPtrArray        *yf_followed_list    (YfLog       *log,
                                       YfCatalogue *catalogue,
                                       gint64       now);
const YfFollowed *yf_followed_find    (GPtrArray   *followed,
                                       YfDay        day);

G_END_DECLS
