/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-exercise.h"

G_BEGIN_DECLS

/**
 * YfHurtPage:
 *
 * Signals:
 *
 * - `answered (int pain, const char *site)`: the person has said how much and
 *   where, or either; never emitted where nothing was said
 * - `done ()`: the page has nothing more to ask
 */
#define YF_TYPE_HURT_PAGE (yf_hurt_page_get_type ())
G_DECLARE_FINAL_TYPE (YfHurtPage, yf_hurt_page, YF, HURT_PAGE, AdwBin)

GtkWidget *yf_hurt_page_new (YfExercise *exercise);

G_END_DECLS
