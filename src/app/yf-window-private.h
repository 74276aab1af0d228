/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-break-keeper.h"
#include "yf-desktop.h"
#include "yf-exercises-page.h"
#include "yf-learn-page.h"
#include "yf-page-stack.h"
#include "yf-profile-page.h"
#include "yf-progress-page.h"
#include "yf-session-walk.h"
#include "yf-today-page.h"
#include "yf-window.h"

G_BEGIN_DECLS

struct _YfWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay      *toasts;
  YfPageStack          *pages;
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
  YfSessionWalk        *walk;
};

void yf_window_push          (YfWindow  *self,
                             GtkWidget *page);
void yf_window_replace       (YfWindow  *self,
                             GtkWidget *page);
void yf_window_go_home       (YfWindow  *self);

/* yf-window-desktop.c */
void yf_window_desktop_join  (YfWindow  *self);
void yf_window_desktop_leave (YfWindow  *self);

/* yf-window-menu.c */
void yf_window_install_menu   (GtkWidgetClass *klass);
void yf_window_enable_menu    (YfWindow       *self,
                               gboolean        enabled);
void yf_window_show_hand_over (YfWindow       *self);

G_END_DECLS
