/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void  yf_zone_follow            (void);
char *yf_zone_dup_identifier    (void);
char *yf_zone_dup_identifier_of (const char *variable,
                                 const char *path);

G_END_DECLS
