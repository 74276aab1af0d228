/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "yf-person.h"
#include "yf-preferences.h"
#include "yf-run.h"

G_BEGIN_DECLS

/**
 * YfSessionWalk:
 *
 * The way of a person towards, through and after a session, one at a time: from what
 * they choose over a #YfPreparation to the session, "it hurts" and the summary. It
 * knows no window, and asks for pages.
 *
 * Signals:
 *
 * - `page (GtkWidget *, gboolean)`: a page to be shown, floating; whether "back" leads
 *   to what shows now, or to the main page
 * - `home ()`: the main page is to be shown
 * - `told (const char *)`: a sentence for the person
 * - `begun ()`: a session is under way now
 * - `ended ()`: it no longer is
 * - `quit ()`: the person wants to leave the program, and has stopped the session
 */
#define YF_TYPE_SESSION_WALK (yf_session_walk_get_type ())
G_DECLARE_FINAL_TYPE (YfSessionWalk, yf_session_walk, YF, SESSION_WALK, GObject)

YfSessionWalk *yf_session_walk_new          (GApplication    *application,
                                             YfPerson        *person,
                                             YfPreferences   *preferences);
void           yf_session_walk_open         (YfSessionWalk   *self,
                                             YfExercise      *exercise);
void           yf_session_walk_choose       (YfSessionWalk   *self);
void           yf_session_walk_start        (YfSessionWalk   *self,
                                             YfExercise      *exercise,
                                             const YfDose    *dose);
void           yf_session_walk_start_today  (YfSessionWalk   *self);
void           yf_session_walk_resume       (YfSessionWalk   *self,
                                             YfSessionRecord *record);
void           yf_session_walk_stop         (YfSessionWalk   *self);
gboolean       yf_session_walk_is_live      (YfSessionWalk   *self);
gboolean       yf_session_walk_is_under_way (YfSessionWalk   *self);
YfRun         *yf_session_walk_get_run      (YfSessionWalk   *self);

G_END_DECLS
