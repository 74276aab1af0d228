/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-window.h"

G_BEGIN_DECLS

void yf_window_open_programme    (YfWindow *self,
                                  GFile    *file);
void yf_window_show_programme    (YfWindow *self);
void yf_window_accept_programmes (YfWindow *self);

G_END_DECLS
