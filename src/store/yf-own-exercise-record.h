/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YfOwnExerciseRecord:
 * @id: own-1, own-2, …
 * @xml: an `<exercise>` element as the catalogue writes it
 * @created: when, in microseconds since the Unix epoch
 * @utc_offset: seconds east of UTC in force at @created
 * @retired: whether it is no longer offered; it stays, for the log may name it
 *
 * One exercise of a person's own as the log has it.
 */
typedef struct
{
  char     *id;
  char     *xml;
  gint64    created;
  gint32    utc_offset;
  gboolean  retired;
} YfOwnExerciseRecord;

YfOwnExerciseRecord *yf_own_exercise_record_new  (const char                *id,
                                                  const char                *xml,
                                                  gint64                     created);
YfOwnExerciseRecord *yf_own_exercise_record_copy (const YfOwnExerciseRecord *self);
void                 yf_own_exercise_record_free (YfOwnExerciseRecord       *self);
char                *yf_own_exercise_next_id     (GPtrArray                 *records);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfOwnExerciseRecord, yf_own_exercise_record_free)

G_END_DECLS
