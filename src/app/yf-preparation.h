/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "yf-person.h"
#include "yf-preferences.h"

G_BEGIN_DECLS

/**
 * YfPreparation:
 *
 * What comes before a session: the check-in, what today's plan and the rules say of
 * each exercise, the sound check, and the rehearsal of what is new. There is no other
 * way into a session.
 *
 * Signals:
 *
 * - `page (GtkWidget *, gboolean)`: a page to be shown, floating, and whether it comes
 *   over the one that shows
 * - `told (const char *)`: a sentence for the person
 * - `ready ()`: all that is still in it is permitted now
 */
#define YF_TYPE_PREPARATION (yf_preparation_get_type ())
G_DECLARE_FINAL_TYPE (YfPreparation, yf_preparation, YF, PREPARATION, GObject)

YfPreparation   *yf_preparation_new          (YfPerson        *person,
                                              YfPreferences   *preferences);
void             yf_preparation_begin        (YfPreparation   *self,
                                              GArray          *items);
void             yf_preparation_begin_today  (YfPreparation   *self,
                                              YfRoutine       *routine);
void             yf_preparation_begin_again  (YfPreparation   *self,
                                              GArray          *items,
                                              YfSessionRecord *record);
gboolean         yf_preparation_is_busy      (YfPreparation   *self);
GArray          *yf_preparation_get_items    (YfPreparation   *self);
YfSessionRecord *yf_preparation_get_resumed  (YfPreparation   *self);
const YfCheckIn *yf_preparation_get_check_in (YfPreparation   *self);

G_END_DECLS
