/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-own-exercise-record.h"

#include <string.h>

#include "yf-record.h"

#define PREFIX "own-"

/**
 * yf_own_exercise_record_new:
 * @id: from yf_own_exercise_next_id()
 * @xml: an `<exercise>` element with that id
 * @created: when, in microseconds since the Unix epoch
 *
 * Returns: (transfer full): a record of an exercise that is offered
 */
YfOwnExerciseRecord *
yf_own_exercise_record_new (const char *id,
                            const char *xml,
                            gint64      created)
{
  YfOwnExerciseRecord *self;

  g_return_val_if_fail (id != NULL && g_str_has_prefix (id, PREFIX), NULL);
  g_return_val_if_fail (xml != NULL && *xml != '\0', NULL);

  self = g_new0 (YfOwnExerciseRecord, 1);
  self->id = g_strdup (id);
  self->xml = g_strdup (xml);
  self->created = created;
  self->utc_offset = yf_real_get_utc_offset (created);

  return self;
}

/**
 * yf_own_exercise_record_copy:
 * @self: an exercise of one's own
 *
 * Returns: (transfer full): a copy
 */
YfOwnExerciseRecord *
yf_own_exercise_record_copy (const YfOwnExerciseRecord *self)
{
  YfOwnExerciseRecord *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (YfOwnExerciseRecord, 1);
  *copy = *self;
  copy->id = g_strdup (self->id);
  copy->xml = g_strdup (self->xml);

  return copy;
}

void
yf_own_exercise_record_free (YfOwnExerciseRecord *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self->xml);
  g_free (self);
}

/**
 * yf_own_exercise_next_id:
 * @records: (element-type YfOwnExerciseRecord): all there are, retired ones too
 *
 * Returns: (transfer full): an id that none of them has or had
 */
char *
yf_own_exercise_next_id (GPtrArray *records)
{
  guint64 last = 0;

  g_return_val_if_fail (records != NULL, NULL);

  for (guint i = 0; i < records->len; i++)
    {
      const YfOwnExerciseRecord *record = g_ptr_array_index (records, i);

      if (g_str_has_prefix (record->id, PREFIX))
        last = MAX (last, g_ascii_strtoull (record->id + strlen (PREFIX), NULL, 10));
    }

  return g_strdup_printf (PREFIX "%" G_GUINT64_FORMAT, last + 1);
}
