/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-person.h"

G_BEGIN_DECLS

/**
 * YfReaderGroup:
 *
 * Asks what those who read the log want to know of a person: their name, the
 * year they were born, and the diagnosis. Nothing is judged by it.
 */
#define YF_TYPE_READER_GROUP (yf_reader_group_get_type ())
G_DECLARE_FINAL_TYPE (YfReaderGroup, yf_reader_group, YF, READER_GROUP, AdwPreferencesGroup)

void yf_reader_group_set_person (YfReaderGroup *self,
                                 YfPerson      *person);

G_END_DECLS
