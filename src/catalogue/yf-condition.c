/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-condition-private.h"

#include <glib/gi18n-lib.h>

#include "yf-ids.h"

G_DEFINE_BOXED_TYPE (YfCondition, yf_condition, yf_condition_ref, yf_condition_unref)

static const char * const date_ids[] = {
  [YF_CONDITION_DATE_NONE] = "none",
  [YF_CONDITION_DATE_SURGERY] = "surgery",
  [YF_CONDITION_DATE_BIRTH] = "birth",
};

YfCondition *
yf_condition_new (void)
{
  YfCondition *self = g_new0 (YfCondition, 1);

  g_atomic_ref_count_init (&self->ref_count);

  return self;
}

gboolean
yf_condition_date_from_id (const char      *id,
                           YfConditionDate *date)
{
  YF_IDS_FROM_ID (date_ids, id, date);
}

YfCondition *
yf_condition_ref (YfCondition *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
yf_condition_unref (YfCondition *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->id);
  g_free (self->name);
  g_free (self->description);
  g_clear_pointer (&self->source, yf_source_unref);
  g_free (self);
}

const char *
yf_condition_get_id (YfCondition *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

/**
 * yf_condition_get_name:
 * @self: a condition
 *
 * Returns: (transfer none): its name in the person's language
 */
const char *
yf_condition_get_name (YfCondition *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _(self->name);
}

/**
 * yf_condition_get_description:
 * @self: a condition
 *
 * Returns: (transfer none): what it means, in plain words and in the person's
 *   language
 */
const char *
yf_condition_get_description (YfCondition *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _(self->description);
}

YfConditionDate
yf_condition_get_date (YfCondition *self)
{
  g_return_val_if_fail (self != NULL, YF_CONDITION_DATE_NONE);

  return self->date;
}

YfSource *
yf_condition_get_source (YfCondition *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->source;
}
