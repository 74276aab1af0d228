/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-catalogue.h"

G_BEGIN_DECLS

/**
 * YfLearnPage:
 *
 * Signals:
 *
 * - `chosen (YfReading *)`: the person wants to read a page
 */
#define YF_TYPE_LEARN_PAGE (yf_learn_page_get_type ())
G_DECLARE_FINAL_TYPE (YfLearnPage, yf_learn_page, YF, LEARN_PAGE, AdwBin)

void yf_learn_page_set_catalogue (YfLearnPage *self,
                                  YfCatalogue *catalogue);

G_END_DECLS
