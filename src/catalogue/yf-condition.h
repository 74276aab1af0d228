/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-source.h"

G_BEGIN_DECLS

#define YF_TYPE_CONDITION (yf_condition_get_type ())

/**
 * YfConditionDate:
 *
 * Which date of the profile a condition is reckoned from, if any.
 */
typedef enum
{
  YF_CONDITION_DATE_NONE,
  YF_CONDITION_DATE_SURGERY,
  YF_CONDITION_DATE_BIRTH,
} YfConditionDate;

/**
 * YfCondition:
 *
 * Something about a person that bears on which exercises are for them:
 * pregnancy, stenosis, an operation. Immutable.
 */
typedef struct _YfCondition YfCondition;

GType            yf_condition_get_type        (void) G_GNUC_CONST;
YfCondition     *yf_condition_ref             (YfCondition *self);
void             yf_condition_unref           (YfCondition *self);

const char      *yf_condition_get_id          (YfCondition *self);
const char      *yf_condition_get_name        (YfCondition *self);
const char      *yf_condition_get_description (YfCondition *self);
YfConditionDate  yf_condition_get_date        (YfCondition *self);
YfSource        *yf_condition_get_source      (YfCondition *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfCondition, yf_condition_unref)

G_END_DECLS
