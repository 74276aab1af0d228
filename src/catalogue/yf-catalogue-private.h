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
  GPtrArray       *poses;      /* YfPose */
  GPtrArray       *movements;  /* YfMovement, whose poses are in poses */
  YfCatalogue     *based_on;   /* owns poses and movements, where they are not our own */
};

gboolean yf_catalogue_parse (YfCatalogue  *self,
                             const char   *name,
                             GBytes       *bytes,
                             GError      **error);

G_END_DECLS
