/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * yf_ids_find:
 * @ids: names of the values of an enumeration that begins at 0
 * @n_ids: how many there are
 * @id: (nullable): a name
 * @value: (out): return location for the value
 *
 * Returns: whether @id is one of them
 */
static inline gboolean
yf_ids_find (const char * const *ids,
             gsize               n_ids,
             const char         *id,
             int                *value)
{
  for (gsize i = 0; i < n_ids; i++)
    {
      if (g_strcmp0 (ids[i], id) == 0)
        {
          *value = (int) i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * YF_IDS_FROM_ID:
 * @ids: an array of names, in the order of an enumeration
 * @id: a name
 * @value: (out): a pointer to a variable of the enumeration's type
 *
 * The body of every `…_from_id ()`: looks @id up and leaves @value alone if it
 * is not there.
 */
#define YF_IDS_FROM_ID(ids, id, value) \
  G_STMT_START { \
    int found_; \
    if (!yf_ids_find (ids, G_N_ELEMENTS (ids), id, &found_)) \
      return FALSE; \
    *(value) = found_; \
    return TRUE; \
  } G_STMT_END

G_END_DECLS
