/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-break-keeper.h"
#include "yf-desktop.h"
#include "yf-exercises-page.h"
#include "yf-learn-page.h"
#include "yf-profile-page.h"
#include "yf-progress-page.h"
#include "yf-rehearsal-due.h"
#include "yf-run.h"
#include "yf-today-page.h"
#include "yf-window.h"

G_BEGIN_DECLS

struct _YfWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay      *toasts;
  AdwLeaflet           *leaflet;
  GtkWidget            *main;
  AdwViewStack         *stack;
  AdwViewSwitcherTitle *switcher_title;
  GtkWidget            *menu_button;
  AdwViewStackPage     *today_tab;
  YfTodayPage          *today_page;
  YfExercisesPage      *exercises_page;
  AdwViewStackPage     *progress_tab;
  YfProgressPage       *progress_page;
  AdwViewStackPage     *profile_tab;
  YfProfilePage        *profile_page;
  YfLearnPage          *learn_page;
  GtkWidget            *demo_bar;

  YfPerson             *person;
  YfPreferences        *preferences;
  YfBreakKeeper        *breaks;    /* once it is known, or NULL */
  YfDesktop            *desktop;   /* while a session is under way, or NULL */
  GPtrArray            *pages;     /* GtkWidget, unowned: the way from the main page to the one that shows */

  /* The walk from "start" to the summary */
  GArray               *items;     /* YfRoutineItem: what is to be done */
  guint                 judged;    /* how many of them the rules permit */
  YfSessionRecord      *earlier;   /* the morning after it is asked about, or NULL */
  char                 *skipped;   /* the session whose morning was not to be asked about, or NULL */
  YfCheckIn            *check_in;
  YfRehearsalDue       *rehearsals; /* NULL before the first was looked for */
  GPtrArray            *due;       /* YfExercise: what is still to be rehearsed, or NULL */
  YfSessionRecord      *resumes;   /* the session that is gone on with, or NULL */
  YfRun                *run;
  int                   stop_pain; /* how much it hurt in it, NRS, or unanswered */
  gboolean              todays;    /* the items are the plan of today */
  gboolean              beginning;
  GtkApplication       *holding;   /* held until begin_async has answered */
};

void yf_window_push        (YfWindow   *self,
                            GtkWidget  *page);
void yf_window_replace     (YfWindow   *self,
                            GtkWidget  *page);
void yf_window_go_home     (YfWindow   *self);
GtkWidget *yf_window_get_page (YfWindow *self);

/* yf-window-items.c */
void     yf_window_items_add         (YfWindow     *self,
                                      YfExercise   *exercise,
                                      const YfDose *dose,
                                      const YfPace *pace);
void     yf_window_items_add_routine (YfWindow     *self,
                                      YfRoutine    *routine);
gboolean yf_window_items_has         (YfWindow     *self,
                                      YfExercise   *exercise);
GArray  *yf_window_items_dup_left    (YfWindow     *self);
void     yf_window_items_clear       (YfWindow     *self);

/* yf-window-desktop.c */
void     yf_window_desktop_join      (YfWindow     *self);
void     yf_window_desktop_leave     (YfWindow     *self);

/* yf-window-walk.c */
void     yf_window_walk_open   (YfWindow     *self,
                                YfExercise   *exercise);
void     yf_window_walk_choose (YfWindow     *self);
void     yf_window_walk_start  (YfWindow     *self,
                                YfExercise   *exercise,
                                const YfDose *dose);
void     yf_window_walk_today  (YfWindow     *self);
void     yf_window_walk_resume (YfWindow        *self,
                                YfSessionRecord *record);
gboolean yf_window_walk_back   (YfWindow     *self);
gboolean yf_window_walk_leave  (YfWindow     *self);
void     yf_window_walk_clear  (YfWindow     *self);

G_END_DECLS
