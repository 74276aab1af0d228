/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-programme.h"

G_BEGIN_DECLS

void yf_programme_groups_fill (GtkBox      *box,
                               YfProgramme *programme,
                               YfCatalogue *catalogue,
                               GPtrArray   *findings);

G_END_DECLS
