/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-person.h"

G_BEGIN_DECLS

void yf_activity_log_ask (YfPerson  *person,
                          GtkWidget *page);

G_END_DECLS
