/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-catalogue.h"
#include "yf-check-in.h"

G_BEGIN_DECLS

/**
 * YfPainGroup:
 *
 * Asks for the pain in the back and in the leg of an earlier day, with what
 * else was answered then, which stays as it is.
 */
#define YF_TYPE_PAIN_GROUP (yf_pain_group_get_type ())
G_DECLARE_FINAL_TYPE (YfPainGroup, yf_pain_group, YF, PAIN_GROUP, AdwBin)

GtkWidget *yf_pain_group_new           (const char      *back,
                                        const char      *leg);
void       yf_pain_group_show_check_in (YfPainGroup     *self,
                                        YfCatalogue     *catalogue,
                                        const YfCheckIn *check_in);
int        yf_pain_group_get_back      (YfPainGroup     *self);
int        yf_pain_group_get_leg       (YfPainGroup     *self);

G_END_DECLS
