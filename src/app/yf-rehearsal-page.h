/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-person.h"
#include "yf-preferences.h"

G_BEGIN_DECLS

/**
 * YfRehearsalAfter:
 * @YF_REHEARSAL_AFTER_SESSION: the session
 * @YF_REHEARSAL_AFTER_ANOTHER: the rehearsal of another exercise
 * @YF_REHEARSAL_AFTER_NOTHING: nothing: somebody only wanted to see it
 *
 * What comes after a rehearsal.
 */
typedef enum
{
  YF_REHEARSAL_AFTER_SESSION,
  YF_REHEARSAL_AFTER_ANOTHER,
  YF_REHEARSAL_AFTER_NOTHING,
} YfRehearsalAfter;

/**
 * YfRehearsalPage:
 *
 * An exercise step by step, for somebody who still sits: the figure held at each step,
 * what to mind, and how to pause and to stop while lying.
 *
 * Signals:
 *
 * - `ready ()`: the person has seen it all, or knows it; once
 */
#define YF_TYPE_REHEARSAL_PAGE (yf_rehearsal_page_get_type ())
G_DECLARE_FINAL_TYPE (YfRehearsalPage, yf_rehearsal_page, YF, REHEARSAL_PAGE, AdwBin)

GtkWidget  *yf_rehearsal_page_new          (YfPerson         *person,
                                            YfPreferences    *preferences,
                                            YfExercise       *exercise,
                                            YfRehearsalAfter  after);
YfExercise *yf_rehearsal_page_get_exercise (YfRehearsalPage  *self);

G_END_DECLS
