/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Known whether or not its own header was read. */
typedef struct _YfBreakKeeper YfBreakKeeper;

#define YF_TYPE_APPLICATION (yf_application_get_type ())
G_DECLARE_FINAL_TYPE (YfApplication, yf_application, YF, APPLICATION, AdwApplication)

YfApplication *yf_application_new              (void);
YfBreakKeeper *yf_application_get_break_keeper (YfApplication *self);

G_END_DECLS
