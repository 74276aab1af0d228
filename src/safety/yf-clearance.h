/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "yf-day.h"

G_BEGIN_DECLS

#define YF_TYPE_CLEARANCE (yf_clearance_get_type ())

/**
 * YfClearance:
 *
 * A clinician's word that a person may do certain exercises in spite of
 * certain conditions. Immutable.
 */
typedef struct _YfClearance YfClearance;

GType              yf_clearance_get_type        (void) G_GNUC_CONST;

YfClearance       *yf_clearance_new             (const char         *clinician,
                                                 YfDay               date,
                                                 const char * const *conditions,
                                                 const char * const *exercises,
                                                 YfDay               until);
YfClearance       *yf_clearance_ref             (YfClearance        *self);
void               yf_clearance_unref           (YfClearance        *self);

const char        *yf_clearance_get_clinician   (YfClearance        *self);
YfDay              yf_clearance_get_date        (YfClearance        *self);
const char * const *yf_clearance_get_conditions (YfClearance        *self);
const char * const *yf_clearance_get_exercises  (YfClearance        *self);
YfDay              yf_clearance_get_until       (YfClearance        *self);
gboolean           yf_clearance_equal           (YfClearance        *a,
                                                 YfClearance        *b);
gboolean           yf_clearance_covers          (YfClearance        *self,
                                                 const char         *condition,
                                                 const char         *exercise,
                                                 YfDay               day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfClearance, yf_clearance_unref)

G_END_DECLS
