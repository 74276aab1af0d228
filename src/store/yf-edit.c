/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-edit.h"

#include "yf-ids.h"

static const char * const kind_ids[] = {
  [YF_ENTRY_SESSION] = "session",
  [YF_ENTRY_CHECK_IN] = "check-in",
  [YF_ENTRY_RELIEF] = "relief",
  [YF_ENTRY_ACTIVITY] = "activity",
  [YF_ENTRY_RATING] = "rating",
  [YF_ENTRY_SCORE] = "score",
};

G_STATIC_ASSERT (G_N_ELEMENTS (kind_ids) == YF_N_ENTRY_KINDS);

const char *
yf_entry_kind_get_id (YfEntryKind kind)
{
  g_return_val_if_fail (kind < YF_N_ENTRY_KINDS, NULL);

  return kind_ids[kind];
}

gboolean
yf_entry_kind_from_id (const char  *id,
                       YfEntryKind *kind)
{
  YF_IDS_FROM_ID (kind_ids, id, kind);
}

/**
 * yf_edit_copy:
 * @self: an edit
 *
 * Returns: (transfer full): a copy
 */
YfEdit *
yf_edit_copy (const YfEdit *self)
{
  YfEdit *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->id = g_strdup (self->id);
  copy->old = g_strdup (self->old);
  copy->new = g_strdup (self->new);

  return copy;
}

void
yf_edit_free (YfEdit *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self->old);
  g_free (self->new);
  g_free (self);
}
