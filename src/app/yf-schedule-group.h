/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-person.h"

G_BEGIN_DECLS

/**
 * YfScheduleGroup:
 *
 * Asks on how many days of a week a person means to train.
 */
#define YF_TYPE_SCHEDULE_GROUP (yf_schedule_group_get_type ())
G_DECLARE_FINAL_TYPE (YfScheduleGroup, yf_schedule_group, YF, SCHEDULE_GROUP, AdwPreferencesGroup)

void yf_schedule_group_set_person (YfScheduleGroup *self,
                                   YfPerson        *person);

G_END_DECLS
