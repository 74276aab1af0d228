/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-catalogue.h"

G_BEGIN_DECLS

struct _YfCatalogue
{
  gatomicrefcount  ref_count;
  GPtrArray       *exercises;
  GPtrArray       *reliefs;
  GPtrArray       *conditions;
  GPtrArray       *red_flags;
  GPtrArray       *pages;
};

gboolean yf_catalogue_parse (YfCatalogue  *self,
                             const char   *name,
                             GBytes       *bytes,
                             GError      **error);

G_END_DECLS
