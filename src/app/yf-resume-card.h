/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-person.h"

G_BEGIN_DECLS

/**
 * YfResumeCard:
 *
 * Offers to go on with the session that was left or cut, for as long as that can be,
 * unless the person said that they do not want to. There is nothing to see otherwise.
 *
 * Signals:
 *
 * - `resume (YfSessionRecord *)`: the person wants to go on with it
 */
#define YF_TYPE_RESUME_CARD (yf_resume_card_get_type ())
G_DECLARE_FINAL_TYPE (YfResumeCard, yf_resume_card, YF, RESUME_CARD, AdwBin)

void yf_resume_card_set_person (YfResumeCard *self,
                                YfPerson     *person);

G_END_DECLS
