/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "yf-person.h"
#include "yf-preferences.h"

G_BEGIN_DECLS

/**
 * YfBreakView:
 * @YF_BREAK_VIEW_OFFER: what is offered, to be begun, put off or skipped
 * @YF_BREAK_VIEW_GUIDE: the break itself
 * @YF_BREAK_VIEW_WHY: why it is skipped
 *
 * What of a break a person wants to see.
 */
typedef enum
{
  YF_BREAK_VIEW_OFFER,
  YF_BREAK_VIEW_GUIDE,
  YF_BREAK_VIEW_WHY,
} YfBreakView;

/**
 * YfBreakWatch:
 *
 * Counts how long a person sits, offers a break in a notification when it is due and the
 * moment is quiet, and writes down what was offered and what they say of it. It shows
 * nothing else: what a person wants to see it says in a signal.
 *
 * Once a minute it asks the desktop who is there; only when a break is due it asks whether
 * to be quiet. While breaks are turned off it asks nobody.
 *
 * Signals:
 *
 * - `changed ()`: the next break is expected at another moment
 * - `wanted (YfBreakView)`: the person wants to see that
 * - `looking ()`: it is about to ask who is there
 * - `dropped ()`: the break that was offered or begun is no longer to be answered
 */
#define YF_TYPE_BREAK_WATCH (yf_break_watch_get_type ())
G_DECLARE_FINAL_TYPE (YfBreakWatch, yf_break_watch, YF, BREAK_WATCH, GObject)

YfBreakWatch *yf_break_watch_new            (GApplication  *application,
                                             YfPerson      *person,
                                             YfPreferences *preferences);
gint64        yf_break_watch_get_next       (YfBreakWatch  *self);
gint64        yf_break_watch_get_sat        (YfBreakWatch  *self);
gboolean      yf_break_watch_is_offered     (YfBreakWatch  *self);
gboolean      yf_break_watch_get_busy       (YfBreakWatch  *self);
void          yf_break_watch_set_in_session (YfBreakWatch  *self,
                                             gboolean       in_session);
void          yf_break_watch_begin          (YfBreakWatch  *self,
                                             gint64         length);
void          yf_break_watch_answer         (YfBreakWatch  *self,
                                             YfBreakAnswer  answer,
                                             YfSkipReason   reason);
void          yf_break_watch_put_off        (YfBreakWatch  *self);
void          yf_break_watch_leave          (YfBreakWatch  *self);

G_END_DECLS
