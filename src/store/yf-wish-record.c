/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-wish-record.h"

#include "yf-ids.h"
#include "yf-record.h"

static const char * const kinds[] = { "leave-out", "add", "order" };

static void
clear_wish (gpointer data)
{
  YfWish *wish = data;

  g_free ((char *) wish->exercise);
}

/**
 * yf_wish_record_new:
 * @at: when it was said, in microseconds since the Unix epoch
 *
 * Returns: (transfer full): a record with an id of its own that wishes nothing
 */
YfWishRecord *
yf_wish_record_new (gint64 at)
{
  YfWishRecord *self = g_new0 (YfWishRecord, 1);

  self->id = g_uuid_string_random ();
  self->at = at;
  self->utc_offset = yf_real_get_utc_offset (at);
  self->wishes = g_array_new (FALSE, FALSE, sizeof (YfWish));
  g_array_set_clear_func (self->wishes, clear_wish);

  return self;
}

/**
 * yf_wish_record_copy:
 * @self: wishes
 *
 * Returns: (transfer full): a copy
 */
YfWishRecord *
yf_wish_record_copy (const YfWishRecord *self)
{
  YfWishRecord *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = yf_wish_record_new (self->at);
  g_free (copy->id);
  copy->id = g_strdup (self->id);
  copy->utc_offset = self->utc_offset;
  for (guint i = 0; i < self->wishes->len; i++)
    {
      const YfWish *wish = &g_array_index (self->wishes, YfWish, i);

      yf_wish_record_add (copy, wish->kind, wish->exercise);
    }

  return copy;
}

void
yf_wish_record_free (YfWishRecord *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_array_unref (self->wishes);
  g_free (self);
}

/**
 * yf_wish_record_add:
 * @self: wishes
 * @kind: what is wished
 * @exercise: the id of an exercise
 *
 * Adds a wish at the end.
 */
void
yf_wish_record_add (YfWishRecord *self,
                    YfWishKind    kind,
                    const char   *exercise)
{
  YfWish wish = { .kind = kind };

  g_return_if_fail (self != NULL);
  g_return_if_fail (exercise != NULL);

  wish.exercise = g_strdup (exercise);
  g_array_append_val (self->wishes, wish);
}

/**
 * yf_wish_record_remove:
 * @self: wishes
 * @kind: what is no longer wished
 * @exercise: (nullable): the id of an exercise, or %NULL for every one
 *
 * Returns: whether there was such a wish
 */
gboolean
yf_wish_record_remove (YfWishRecord *self,
                       YfWishKind    kind,
                       const char   *exercise)
{
  gboolean found = FALSE;

  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = self->wishes->len; i > 0; i--)
    {
      const YfWish *wish = &g_array_index (self->wishes, YfWish, i - 1);

      if (wish->kind != kind || (exercise != NULL && !g_str_equal (wish->exercise, exercise)))
        continue;
      g_array_remove_index (self->wishes, i - 1);
      found = TRUE;
    }

  return found;
}

/**
 * yf_wish_kind_get_id:
 * @kind: a kind of wish
 *
 * Returns: what files and the log call it
 */
const char *
yf_wish_kind_get_id (YfWishKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kinds), NULL);

  return kinds[kind];
}

/**
 * yf_wish_kind_from_id:
 * @id: (nullable): what a file calls it
 * @kind: (out): the kind
 *
 * Returns: whether there is one
 */
gboolean
yf_wish_kind_from_id (const char *id,
                      YfWishKind *kind)
{
  YF_IDS_FROM_ID (kinds, id, kind);
}
