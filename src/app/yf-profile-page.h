/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-person.h"

G_BEGIN_DECLS

#define YF_TYPE_PROFILE_PAGE (yf_profile_page_get_type ())
G_DECLARE_FINAL_TYPE (YfProfilePage, yf_profile_page, YF, PROFILE_PAGE, AdwBin)

void yf_profile_page_set_person (YfProfilePage *self,
                                 YfPerson      *person);

G_END_DECLS
