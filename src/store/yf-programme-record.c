/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-programme-record.h"

#include <string.h>

#include "yf-record.h"

/**
 * yf_programme_record_new:
 * @programme: a programme that is to be installed
 * @at: when, in microseconds since the Unix epoch
 *
 * Returns: (transfer full): a record with an id of its own
 */
YfProgrammeRecord *
yf_programme_record_new (YfProgramme *programme,
                         gint64       at)
{
  YfProgrammeRecord *self;

  g_return_val_if_fail (programme != NULL, NULL);

  self = g_new0 (YfProgrammeRecord, 1);
  self->id = g_uuid_string_random ();
  self->at = at;
  self->utc_offset = yf_real_get_utc_offset (at);
  self->from = yf_programme_get_from (programme);
  self->until = yf_programme_get_until (programme);
  self->xml = g_strdup (yf_programme_get_xml (programme));

  return self;
}

/**
 * yf_programme_record_copy:
 * @self: a version of a programme
 *
 * Returns: (transfer full): a copy
 */
YfProgrammeRecord *
yf_programme_record_copy (const YfProgrammeRecord *self)
{
  YfProgrammeRecord *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->id = g_strdup (self->id);
  copy->xml = g_strdup (self->xml);

  return copy;
}

void
yf_programme_record_free (YfProgrammeRecord *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self->xml);
  g_free (self);
}

/**
 * yf_programme_record_read:
 * @self: a version of a programme
 * @catalogue: what exists without it
 * @error: return location for a #GError of #YfProgrammeError
 *
 * Returns: (transfer full) (nullable): the programme, or %NULL where this Yanfei
 *   cannot read it any more
 */
YfProgramme *
yf_programme_record_read (const YfProgrammeRecord  *self,
                          YfCatalogue              *catalogue,
                          GError                  **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (catalogue != NULL, NULL);

  bytes = g_bytes_new (self->xml, strlen (self->xml));

  return yf_programme_new_from_bytes (catalogue, self->id, bytes, error);
}

/**
 * yf_programme_choice_new:
 * @programme: (nullable): the id of a version, or %NULL for none
 * @at: from when on, in microseconds since the Unix epoch
 *
 * Returns: (transfer full): a choice with an id of its own
 */
YfProgrammeChoice *
yf_programme_choice_new (const char *programme,
                         gint64      at)
{
  YfProgrammeChoice *self = g_new0 (YfProgrammeChoice, 1);

  self->id = g_uuid_string_random ();
  self->at = at;
  self->utc_offset = yf_real_get_utc_offset (at);
  self->programme = g_strdup (programme);

  return self;
}

/**
 * yf_programme_choice_copy:
 * @self: a choice
 *
 * Returns: (transfer full): a copy
 */
YfProgrammeChoice *
yf_programme_choice_copy (const YfProgrammeChoice *self)
{
  YfProgrammeChoice *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->id = g_strdup (self->id);
  copy->programme = g_strdup (self->programme);

  return copy;
}

void
yf_programme_choice_free (YfProgrammeChoice *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self->programme);
  g_free (self);
}

/**
 * yf_programme_followed_new:
 * @session: the id of a session
 * @programme: the id of a version of a programme
 *
 * Returns: (transfer full): that the one followed the other
 */
YfProgrammeFollowed *
yf_programme_followed_new (const char *session,
                           const char *programme)
{
  YfProgrammeFollowed *self;

  g_return_val_if_fail (session != NULL, NULL);
  g_return_val_if_fail (programme != NULL, NULL);

  self = g_new0 (YfProgrammeFollowed, 1);
  self->session = g_strdup (session);
  self->programme = g_strdup (programme);

  return self;
}

/**
 * yf_programme_followed_copy:
 * @self: which programme a session followed
 *
 * Returns: (transfer full): a copy
 */
YfProgrammeFollowed *
yf_programme_followed_copy (const YfProgrammeFollowed *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return yf_programme_followed_new (self->session, self->programme);
}

void
yf_programme_followed_free (YfProgrammeFollowed *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->session);
  g_free (self->programme);
  g_free (self);
}

/**
 * yf_programme_records_get_own:
 * @records: (element-type YfProgrammeRecord): versions, oldest first
 * @catalogue: what exists without them
 *
 * The log names what was done by its id, also where the programme that defined it
 * is over. One that this Yanfei cannot read gives nothing.
 *
 * Returns: (transfer full) (element-type YfExercise): the exercises of all of them,
 *   those of the newest first; for yf_catalogue_with_own()
 */
GPtrArray *
yf_programme_records_get_own (GPtrArray   *records,
                              YfCatalogue *catalogue)
{
  GPtrArray *exercises;

  g_return_val_if_fail (records != NULL, NULL);
  g_return_val_if_fail (catalogue != NULL, NULL);

  exercises = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_exercise_unref);
  for (guint i = records->len; i > 0; i--)
    {
      g_autoptr (YfProgramme) programme = NULL;

      programme = yf_programme_record_read (g_ptr_array_index (records, i - 1), catalogue, NULL);
      for (guint j = 0; programme != NULL && j < yf_programme_get_own (programme)->len; j++)
        g_ptr_array_add (exercises,
                         yf_exercise_ref (g_ptr_array_index (yf_programme_get_own (programme), j)));
    }

  return exercises;
}
