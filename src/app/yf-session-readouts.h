/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "yf-run.h"

G_BEGIN_DECLS

/**
 * YfSessionReadouts:
 *
 * The two numbers of a session that are read from the mat: how long the phase goes on,
 * and which repetition it is.
 */
#define YF_TYPE_SESSION_READOUTS (yf_session_readouts_get_type ())
G_DECLARE_FINAL_TYPE (YfSessionReadouts, yf_session_readouts, YF, SESSION_READOUTS, GtkBox)

void yf_session_readouts_set_run        (YfSessionReadouts *self,
                                         YfRun             *run);
void yf_session_readouts_update_room    (YfSessionReadouts *self);
void yf_session_readouts_update_time    (YfSessionReadouts *self);
void yf_session_readouts_update_segment (YfSessionReadouts *self,
                                         const char        *phase,
                                         const char        *style);
int  yf_session_readouts_fit            (YfSessionReadouts *self,
                                         int                width,
                                         int                digits);

G_END_DECLS
