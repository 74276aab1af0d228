/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-store-private.h"

/* What a person said about themselves, and clinicians about them. */

static void
bind_day (YfStatement *statement,
          const char  *parameter,
          YfDay        day)
{
  g_autofree char *text = NULL;

  if (day == YF_DAY_NONE)
    {
      yf_statement_bind_null (statement, parameter);
      return;
    }

  text = day == YF_DAY_UNKNOWN ? g_strdup ("unknown") : yf_day_to_string (day);
  yf_statement_bind_text (statement, parameter, text);
}

static gboolean
read_day (YfStatement  *statement,
          int           column,
          YfDatabase   *database,
          YfDay        *day,
          GError      **error)
{
  const char *text = yf_statement_get_text (statement, column);

  if (text == NULL)
    *day = YF_DAY_NONE;
  else if (g_str_equal (text, "unknown"))
    *day = YF_DAY_UNKNOWN;
  else if (!yf_day_parse (text, day))
    {
      yf_database_set_damaged (database, "not a day", error);
      return FALSE;
    }

  return TRUE;
}

/* Ids in order, one row each, into a table that has a position. */
static gboolean
write_ids (YfDatabase          *database,
           const char          *name,
           const char          *parent,
           gint64               parent_id,
           const char          *parameter,
           const char * const  *ids,
           GError             **error)
{
  g_autoptr (YfStatement) statement = yf_statement_new (database, name, error);

  if (statement == NULL)
    return FALSE;

  for (int i = 0; ids[i] != NULL; i++)
    {
      if (parent != NULL)
        yf_statement_bind_int (statement, parent, parent_id);
      yf_statement_bind_int (statement, ":position", i);
      yf_statement_bind_text (statement, parameter, ids[i]);
      if (!yf_statement_run (statement, NULL, error))
        return FALSE;
    }

  return TRUE;
}

static GStrv
read_ids (YfDatabase  *database,
          const char  *name,
          const char  *parent,
          gint64       parent_id,
          GError     **error)
{
  g_autoptr (YfStatement) statement = yf_statement_new (database, name, error);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  gboolean row;

  if (statement == NULL)
    return NULL;

  if (parent != NULL)
    yf_statement_bind_int (statement, parent, parent_id);

  while (TRUE)
    {
      if (!yf_statement_step (statement, &row, error))
        return NULL;
      if (!row)
        return g_strv_builder_end (ids);
      g_strv_builder_add (ids, yf_statement_get_text (statement, 0));
    }
}

static gboolean
write_clearances (YfDatabase       *database,
                  const YfProfile  *profile,
                  GError          **error)
{
  g_autoptr (YfStatement) statement = NULL;
  GPtrArray *clearances = yf_profile_get_clearances (profile);

  statement = yf_statement_new (database, "profile-add-clearance", error);
  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < clearances->len; i++)
    {
      YfClearance *clearance = g_ptr_array_index (clearances, i);
      gint64 id;

      yf_statement_bind_int (statement, ":position", i);
      yf_statement_bind_text (statement, ":clinician",
                              yf_clearance_get_clinician (clearance));
      bind_day (statement, ":date", yf_clearance_get_date (clearance));
      bind_day (statement, ":until", yf_clearance_get_until (clearance));
      if (!yf_statement_run (statement, NULL, error))
        return FALSE;

      id = sqlite3_last_insert_rowid (yf_database_get_handle (database));
      if (!write_ids (database, "clearance-add-condition", ":clearance", id, ":condition",
                      yf_clearance_get_conditions (clearance), error)
          || !write_ids (database, "clearance-add-exercise", ":clearance", id, ":exercise",
                         yf_clearance_get_exercises (clearance), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_assessments (YfDatabase       *database,
                   const YfProfile  *profile,
                   GError          **error)
{
  g_autoptr (YfStatement) statement = NULL;
  GPtrArray *assessments = yf_profile_get_assessments (profile);

  statement = yf_statement_new (database, "profile-add-assessment", error);
  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < assessments->len; i++)
    {
      YfAssessment *assessment = g_ptr_array_index (assessments, i);

      yf_statement_bind_int (statement, ":position", i);
      yf_statement_bind_text (statement, ":flag", yf_assessment_get_flag (assessment));
      yf_statement_bind_text (statement, ":clinician",
                              yf_assessment_get_clinician (assessment));
      bind_day (statement, ":date", yf_assessment_get_date (assessment));
      if (!yf_statement_run (statement, NULL, error))
        return FALSE;
    }

  return TRUE;
}

/*
 * yf_store_write_profile:
 * @data: a #YfProfile
 *
 * Writes the profile in the place of the one before.
 */
gboolean
yf_store_write_profile (YfDatabase  *database,
                        gpointer     data,
                        GError     **error)
{
  const YfProfile *profile = data;
  g_autoptr (YfStatement) clear = NULL;
  g_autoptr (YfStatement) save = NULL;

  clear = yf_statement_new (database, "profile-clear", error);
  if (clear == NULL
      || !yf_statement_run (clear, NULL, error))
    return FALSE;

  save = yf_statement_new (database, "profile-save", error);
  if (save == NULL)
    return FALSE;

  bind_day (save, ":onset", yf_profile_get_onset (profile));
  bind_day (save, ":relief", yf_profile_get_relief (profile));
  bind_day (save, ":treatment_start", yf_profile_get_treatment_start (profile));
  bind_day (save, ":surgery", yf_profile_get_surgery (profile));
  bind_day (save, ":birth", yf_profile_get_birth (profile));
  yf_statement_bind_text (save, ":back_strength",
                          yf_back_strength_get_id (yf_profile_get_back_strength (profile)));
  yf_statement_bind_int (save, ":muscle_relaxants",
                         yf_profile_get_muscle_relaxants (profile) ? 1 : 0);
  yf_statement_bind_unless (save, ":onset_minute", yf_profile_get_onset_minute (profile),
                            YF_MINUTE_UNKNOWN);
  yf_statement_bind_text (save, ":name", yf_profile_get_name (profile));
  yf_statement_bind_unless (save, ":born", yf_profile_get_born (profile), YF_BORN_UNSAID);
  yf_statement_bind_text (save, ":diagnosis", yf_profile_get_diagnosis (profile));

  return yf_statement_run (save, NULL, error)
         && write_ids (database, "profile-add-condition", NULL, 0, ":condition",
                       yf_profile_get_conditions (profile), error)
         && write_clearances (database, profile, error)
         && write_assessments (database, profile, error);
}

static gboolean
read_clearances (YfDatabase  *database,
                 YfProfile   *profile,
                 GError     **error)
{
  g_autoptr (YfStatement) statement = NULL;
  gboolean row;

  statement = yf_statement_new (database, "profile-read-clearances", error);
  if (statement == NULL)
    return FALSE;

  while (TRUE)
    {
      g_autoptr (YfClearance) clearance = NULL;
      g_auto (GStrv) conditions = NULL;
      g_auto (GStrv) exercises = NULL;
      YfDay date;
      YfDay until;
      gint64 id;

      if (!yf_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;

      id = yf_statement_get_int (statement, 0);
      conditions = read_ids (database, "clearance-read-conditions", ":clearance", id, error);
      if (conditions == NULL)
        return FALSE;
      exercises = read_ids (database, "clearance-read-exercises", ":clearance", id, error);
      if (exercises == NULL
          || !read_day (statement, 2, database, &date, error)
          || !read_day (statement, 3, database, &until, error))
        return FALSE;

      clearance = yf_clearance_new (yf_statement_get_text (statement, 1), date,
                                    (const char * const *) conditions,
                                    (const char * const *) exercises, until);
      yf_profile_add_clearance (profile, clearance);
    }
}

static gboolean
read_assessments (YfDatabase  *database,
                  YfProfile   *profile,
                  GError     **error)
{
  g_autoptr (YfStatement) statement = NULL;
  gboolean row;

  statement = yf_statement_new (database, "profile-read-assessments", error);
  if (statement == NULL)
    return FALSE;

  while (TRUE)
    {
      g_autoptr (YfAssessment) assessment = NULL;
      YfDay date;

      if (!yf_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;

      if (!read_day (statement, 2, database, &date, error))
        return FALSE;

      assessment = yf_assessment_new (yf_statement_get_text (statement, 0),
                                      yf_statement_get_text (statement, 1), date);
      yf_profile_add_assessment (profile, assessment);
    }
}

static gboolean
read_person (YfDatabase   *database,
             YfStatement  *statement,
             YfProfile    *profile,
             GError      **error)
{
  static void (* const setters[]) (YfProfile *self, YfDay day) = {
    yf_profile_set_onset,
    yf_profile_set_relief,
    yf_profile_set_treatment_start,
    yf_profile_set_surgery,
    yf_profile_set_birth,
  };
  YfBackStrength strength;

  for (int i = 0; i < (int) G_N_ELEMENTS (setters); i++)
    {
      YfDay day;

      if (!read_day (statement, i, database, &day, error))
        return FALSE;
      setters[i] (profile, day);
    }

  if (!yf_back_strength_from_id (yf_statement_get_text (statement, 5), &strength))
    {
      yf_database_set_damaged (database, "not a back strength", error);
      return FALSE;
    }
  yf_profile_set_back_strength (profile, strength);
  yf_profile_set_muscle_relaxants (profile, yf_statement_get_int (statement, 6) != 0);
  yf_profile_set_onset_minute (profile,
                               (int) yf_statement_get_or (statement, 7, YF_MINUTE_UNKNOWN));
  yf_profile_set_name (profile, yf_statement_get_text (statement, 8));
  yf_profile_set_born (profile, (int) yf_statement_get_or (statement, 9, YF_BORN_UNSAID));
  yf_profile_set_diagnosis (profile, yf_statement_get_text (statement, 10));

  return TRUE;
}

/*
 * yf_store_read_profile:
 * @read: (out) (nullable): the profile, or %NULL where none was ever saved
 */
gboolean
yf_store_read_profile (YfDatabase  *database,
                       YfProfile  **read,
                       GError     **error)
{
  g_autoptr (YfProfile) profile = yf_profile_new ();
  g_autoptr (YfStatement) statement = NULL;
  g_auto (GStrv) conditions = NULL;
  gboolean row;

  *read = NULL;
  statement = yf_statement_new (database, "profile-read", error);
  if (statement == NULL
      || !yf_statement_step (statement, &row, error))
    return FALSE;

  if (!row)
    return TRUE;

  conditions = read_ids (database, "profile-read-conditions", NULL, 0, error);
  if (conditions == NULL
      || !read_person (database, statement, profile, error)
      || !read_clearances (database, profile, error)
      || !read_assessments (database, profile, error))
    return FALSE;

  for (int i = 0; conditions[i] != NULL; i++)
    yf_profile_set_condition (profile, conditions[i], TRUE);

  *read = g_steal_pointer (&profile);

  return TRUE;
}

/**
 * yf_store_dup_profile:
 * @self: an open store
 * @error: return location for a #GError of #YfStoreError
 *
 * Returns: (transfer full): the profile that was saved last, or the empty one
 *   where none was
 */
YfProfile *
yf_store_dup_profile (YfStore  *self,
                      GError  **error)
{
  g_autoptr (YfProfile) profile = NULL;
  YfDatabase *database;
  gboolean read;

  g_return_val_if_fail (YF_IS_STORE (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!yf_store_begin_reading (self, &database, error))
    return NULL;
  if (database == NULL)
    return yf_profile_new ();

  read = yf_store_read_profile (database, &profile, error);
  yf_store_end_reading (self);
  if (!read)
    return NULL;

  return profile != NULL ? g_steal_pointer (&profile) : yf_profile_new ();
}

/**
 * yf_store_save_profile_async:
 * @self: an open store
 * @profile: what is to be saved; it may be changed as soon as this returns
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is durable or has failed
 * @user_data: data for @callback
 *
 * Saves the profile in the place of the one before.
 */
void
yf_store_save_profile_async (YfStore             *self,
                             const YfProfile     *profile,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_return_if_fail (YF_IS_STORE (self));
  g_return_if_fail (profile != NULL);

  yf_store_push_write (self, yf_profile_copy (profile), (GDestroyNotify) yf_profile_free,
                       yf_store_write_profile, cancellable, callback, user_data,
                       yf_store_save_profile_async);
}
