/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void yf_break_note_show     (GApplication *application,
                             const char   *id,
                             int           minutes);
void yf_break_note_withdraw (GApplication *application);

G_END_DECLS
