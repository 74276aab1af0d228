/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *yf_demo_folder_make (GError     **error);
void  yf_demo_folder_drop (const char  *folder);

G_END_DECLS
