/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-person.h"

G_BEGIN_DECLS

GtkWidget *yf_session_row_new (YfPerson         *person,
                               YfLog            *log,
                               YfSessionRecord  *session,
                               GtkWidget       **edit);

G_END_DECLS
