/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean yf_fullscreen_is_shown (void);

G_END_DECLS
