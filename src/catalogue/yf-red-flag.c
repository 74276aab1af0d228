/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-red-flag-private.h"

#include <glib/gi18n-lib.h>

#include "yf-ids.h"

G_DEFINE_BOXED_TYPE (YfRedFlag, yf_red_flag, yf_red_flag_ref, yf_red_flag_unref)

static const char * const triage_ids[] = {
  [YF_TRIAGE_NONE] = "none",
  [YF_TRIAGE_SEE_DOCTOR] = "see-doctor",
  [YF_TRIAGE_URGENT] = "urgent",
  [YF_TRIAGE_EMERGENCY] = "emergency",
};

static void
level_clear (gpointer data)
{
  YfRedFlagLevel *level = data;

  g_clear_pointer (&level->source, yf_source_unref);
  g_clear_pointer (&level->note, g_free);
}

YfRedFlag *
yf_red_flag_new (void)
{
  YfRedFlag *self = g_new0 (YfRedFlag, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->levels = g_array_new (FALSE, TRUE, sizeof (YfRedFlagLevel));
  g_array_set_clear_func (self->levels, level_clear);

  return self;
}

YfRedFlag *
yf_red_flag_ref (YfRedFlag *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
yf_red_flag_unref (YfRedFlag *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->id);
  g_free (self->text);
  g_array_unref (self->levels);
  g_free (self);
}

const char *
yf_red_flag_get_id (YfRedFlag *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

/**
 * yf_red_flag_get_text:
 * @self: a red flag
 *
 * Returns: (transfer none): the sign as the person would say it, in their
 *   language
 */
const char *
yf_red_flag_get_text (YfRedFlag *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _(self->text);
}

/**
 * yf_red_flag_get_needs_days:
 * @self: a red flag
 *
 * Returns: whether it means nothing without a number of days
 */
gboolean
yf_red_flag_get_needs_days (YfRedFlag *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->needs_days;
}

/**
 * yf_red_flag_get_top_level:
 * @self: a red flag
 *
 * Returns: the highest level it can reach
 */
YfTriage
yf_red_flag_get_top_level (YfRedFlag *self)
{
  g_return_val_if_fail (self != NULL, YF_TRIAGE_EMERGENCY);

  return g_array_index (self->levels, YfRedFlagLevel, self->levels->len - 1).triage;
}

/* The level that is reached after so many days, or NULL. */
static const YfRedFlagLevel *
find_level (YfRedFlag *self,
            int        days)
{
  const YfRedFlagLevel *reached = NULL;

  for (guint i = 0; i < self->levels->len; i++)
    {
      const YfRedFlagLevel *level = &g_array_index (self->levels, YfRedFlagLevel, i);

      if (days < 0 || days >= level->from_days)
        reached = level;
    }

  return reached;
}

/**
 * yf_red_flag_get_level:
 * @self: a red flag
 * @days: for how many days the sign has been there; negative where nobody
 *   said, which counts as long enough for the highest level
 * @since_days: (out) (optional): return location for the number of days after
 *   which that level is reached
 * @source: (out) (optional) (transfer none) (nullable): return location for
 *   who says so
 *
 * Returns: how soon a doctor should see it; %YF_TRIAGE_NONE if @days are too
 *   few for any level
 */
YfTriage
yf_red_flag_get_level (YfRedFlag  *self,
                       int         days,
                       int        *since_days,
                       YfSource  **source)
{
  const YfRedFlagLevel *level;

  g_return_val_if_fail (self != NULL, YF_TRIAGE_EMERGENCY);

  level = find_level (self, days);
  if (since_days != NULL)
    *since_days = level != NULL ? level->from_days : 0;
  if (source != NULL)
    *source = level != NULL ? level->source : NULL;

  return level != NULL ? level->triage : YF_TRIAGE_NONE;
}

/**
 * yf_red_flag_get_note:
 * @self: a red flag
 * @days: as in yf_red_flag_get_level()
 *
 * Returns: (transfer none) (nullable): a sentence about the level reached, such
 *   as that the documents disagree, in the person's language
 */
const char *
yf_red_flag_get_note (YfRedFlag *self,
                      int        days)
{
  const YfRedFlagLevel *level;

  g_return_val_if_fail (self != NULL, NULL);

  level = find_level (self, days);

  return level != NULL && level->note != NULL ? _(level->note) : NULL;
}

const char *
yf_triage_get_id (YfTriage triage)
{
  g_return_val_if_fail (triage < G_N_ELEMENTS (triage_ids), NULL);

  return triage_ids[triage];
}

gboolean
yf_triage_from_id (const char *id,
                   YfTriage   *triage)
{
  YF_IDS_FROM_ID (triage_ids, id, triage);
}

/**
 * yf_triage_get_advice:
 * @triage: a level
 *
 * Returns: (transfer none): what to do, in whole sentences; empty for
 *   %YF_TRIAGE_NONE
 */
const char *
yf_triage_get_advice (YfTriage triage)
{
  switch (triage)
    {
    case YF_TRIAGE_NONE:
      return "";
    case YF_TRIAGE_SEE_DOCTOR:
      return _("See an orthopaedic or rehabilitation doctor.");
    case YF_TRIAGE_URGENT:
      return _("See an orthopaedic or rehabilitation doctor without delay.");
    case YF_TRIAGE_EMERGENCY:
      return _("Go to the emergency department of a hospital now. Do not exercise.");
    default:
      g_return_val_if_reached (NULL);
    }
}
