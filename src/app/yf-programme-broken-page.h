/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *yf_programme_broken_page_new (const GError *error);

G_END_DECLS
