/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-page.h"

G_BEGIN_DECLS

/**
 * YfPageStack:
 *
 * A main page, and over it, one at a time, the pages on the way to the one that shows.
 *
 * Signals:
 *
 * - `changed ()`: another page shows, and has the keyboard unless it is the main page
 */
#define YF_TYPE_PAGE_STACK (yf_page_stack_get_type ())
G_DECLARE_FINAL_TYPE (YfPageStack, yf_page_stack, YF, PAGE_STACK, AdwBin)

GtkWidget *yf_page_stack_get_page (YfPageStack *self);
gboolean   yf_page_stack_is_home  (YfPageStack *self);
void       yf_page_stack_push     (YfPageStack *self,
                                   GtkWidget   *page);
void       yf_page_stack_replace  (YfPageStack *self,
                                   GtkWidget   *page);
void       yf_page_stack_pop      (YfPageStack *self);
void       yf_page_stack_go_home  (YfPageStack *self);

G_END_DECLS
