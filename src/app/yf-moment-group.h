/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-person.h"

G_BEGIN_DECLS

/**
 * YfMomentGroup:
 *
 * Asks for the day and the time at which something in the log began.
 */
#define YF_TYPE_MOMENT_GROUP (yf_moment_group_get_type ())
G_DECLARE_FINAL_TYPE (YfMomentGroup, yf_moment_group, YF, MOMENT_GROUP, AdwPreferencesGroup)

GtkWidget *yf_moment_group_new  (YfPerson      *person,
                                 gint64         real,
                                 gint32         utc_offset);
void       yf_moment_group_clear_time
                                (YfMomentGroup *self);
gboolean   yf_moment_group_read (YfMomentGroup *self,
                                 gint64        *real,
                                 gint32        *utc_offset);
void       yf_moment_group_refuse
                                (YfMomentGroup *self,
                                 const char    *message);

G_END_DECLS
