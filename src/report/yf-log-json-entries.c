/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-log-json-private.h"

#include <glib/gi18n-lib.h>

#include "yf-draft.h"
#include "yf-report.h"

/* The version of the text that is agreed to is a small number. */
#define MAX_CONSENT 9999

/**
 * yf_log_reader_take_id:
 * @self: the reader
 * @place: an object with a member "id"
 * @id: (out) (transfer full): return location for it
 * @error: return location for a %YF_REPORT_ERROR_INVALID
 *
 * Returns: whether it is a UUID that no other entry has
 */
gboolean
yf_log_reader_take_id (YfLogReader        *self,
                       const YfJsonPlace  *place,
                       char              **id,
                       GError            **error)
{
  const YfJsonPlace member = yf_json_place_get_member (place, "id");
  const char *text;

  if (!yf_json_read_id (place, "id", FALSE, &text, error))
    return FALSE;

  if (!g_hash_table_add (self->ids, g_ascii_strdown (text, -1)))
    return yf_json_place_refuse (&member, _("a UUID that no other entry of the file has"), error);

  *id = g_strdup (text);
  return TRUE;
}

/* Each of these reads what stands at a place and puts it into a list. */

static gboolean
read_session (YfLogReader        *self,
              const YfJsonPlace  *place,
              GPtrArray          *list,
              GError            **error)
{
  YfSessionRecord *session = yf_log_reader_read_session (self, place, error);

  if (session == NULL)
    return FALSE;

  g_ptr_array_add (list, session);
  return TRUE;
}

static gboolean
read_check_in (YfLogReader        *self,
               const YfJsonPlace  *place,
               GPtrArray          *list,
               GError            **error)
{
  static const char * const members[] = { "id", "at", "pain_back", "pain_leg", "moved", "flags", NULL };
  g_autoptr (YfCheckInRecord) record = g_new0 (YfCheckInRecord, 1);

  record->check_in = yf_check_in_new ();
  if (!yf_json_place_is_object (place, members, error) ||
      !yf_log_reader_take_id (self, place, &record->id, error) ||
      !yf_json_read_moment (place, "at", FALSE, &record->at, &record->utc_offset, error) ||
      !yf_log_reader_read_answers (self, place, record->check_in, error))
    return FALSE;

  g_ptr_array_add (list, g_steal_pointer (&record));
  return TRUE;
}

static gboolean
read_relief (YfLogReader        *self,
             const YfJsonPlace  *place,
             GPtrArray          *list,
             GError            **error)
{
  static const char * const members[] = { "id", "relief", "started", "ended", "state", NULL };
  g_autoptr (YfReliefRecord) record = g_new0 (YfReliefRecord, 1);
  YfJsonPlace kind;

  if (!yf_json_place_is_object (place, members, error) ||
      !yf_log_reader_take_id (self, place, &record->id, error) ||
      !yf_json_read_moment (place, "started", FALSE, &record->started, &record->utc_offset, error) ||
      !yf_json_read_moment (place, "ended", FALSE, &record->ended, NULL, error) ||
      !yf_log_reader_read_state (place, &record->state, error))
    return FALSE;

  kind = yf_json_place_get_member (place, "relief");
  record->kind = g_strdup (yf_json_place_get_string (&kind));
  if (record->kind == NULL || yf_catalogue_find_relief (self->catalogue, record->kind) == NULL)
    return yf_json_place_refuse (&kind, _("“cold” or “heat”"), error);

  g_ptr_array_add (list, g_steal_pointer (&record));
  return TRUE;
}

static gboolean
read_activity (YfLogReader        *self,
               const YfJsonPlace  *place,
               GPtrArray          *list,
               GError            **error)
{
  static const char * const members[] = { "id", "activity", "at", "minutes", NULL };
  g_autoptr (YfActivityRecord) record = g_new0 (YfActivityRecord, 1);
  YfJsonPlace kind;

  if (!yf_json_place_is_object (place, members, error) ||
      !yf_log_reader_take_id (self, place, &record->id, error) ||
      !yf_json_read_moment (place, "at", FALSE, &record->at, &record->utc_offset, error) ||
      !yf_json_read_int (place, "minutes", 1, YF_ACTIVITY_MAX_MINUTES, &record->minutes, error))
    return FALSE;

  kind = yf_json_place_get_member (place, "activity");
  if (!yf_activity_kind_from_id (yf_json_place_get_string (&kind), &record->kind))
    return yf_json_place_refuse (&kind, _("an activity such as “walking”"), error);

  g_ptr_array_add (list, g_steal_pointer (&record));
  return TRUE;
}

static gboolean
read_rating_score (YfLogReader        *self,
                   const YfJsonPlace  *place,
                   YfFunctionRating   *rating,
                   GError            **error)
{
  static const char * const members[] = { "function", "score", NULL };
  const char *function;
  YfJsonPlace member;
  int score;

  if (!yf_json_place_is_object (place, members, error) ||
      !yf_json_read_id (place, "function", FALSE, &function, error) ||
      !yf_json_read_int (place, "score", 0, YF_FUNCTION_MAX, &score, error))
    return FALSE;

  member = yf_json_place_get_member (place, "function");
  for (guint i = 0; i < rating->scores->len; i++)
    if (g_str_equal (((const YfFunctionScore *) g_ptr_array_index (rating->scores, i))->activity, function))
      return yf_json_place_refuse (&member, _("the id of one that has no score yet"), error);

  yf_function_rating_add_score (rating, function, score);
  return TRUE;
}

static gboolean
read_rating (YfLogReader        *self,
             const YfJsonPlace  *place,
             GPtrArray          *list,
             GError            **error)
{
  static const char * const members[] = { "id", "at", "scores", NULL };
  g_autoptr (YfFunctionRating) rating = yf_function_rating_new (0);
  YfJsonPlace scores;
  guint length;

  g_clear_pointer (&rating->id, g_free);
  if (!yf_json_place_is_object (place, members, error) ||
      !yf_log_reader_take_id (self, place, &rating->id, error) ||
      !yf_json_read_moment (place, "at", FALSE, &rating->at, &rating->utc_offset, error))
    return FALSE;

  scores = yf_json_place_get_member (place, "scores");
  if (!yf_json_place_is_array (&scores, &length, error))
    return FALSE;
  if (length == 0)
    return yf_json_place_refuse (&scores, _("a list of one score at least"), error);

  for (guint i = 0; i < length; i++)
    {
      const YfJsonPlace element = yf_json_place_get_element (&scores, i);

      if (!read_rating_score (self, &element, rating, error))
        return FALSE;
    }

  g_ptr_array_add (list, g_steal_pointer (&rating));
  return TRUE;
}

static gboolean
read_score (YfLogReader        *self,
            const YfJsonPlace  *place,
            GPtrArray          *list,
            GError            **error)
{
  static const char * const members[] = { "id", "scale", "day", "total", "at", NULL };
  g_autoptr (YfClinicScore) score = g_new0 (YfClinicScore, 1);
  YfJsonPlace scale;

  if (!yf_json_place_is_object (place, members, error) ||
      !yf_log_reader_take_id (self, place, &score->id, error) ||
      !yf_json_read_day (place, "day", FALSE, &score->day, error) ||
      !yf_json_read_moment (place, "at", FALSE, &score->at, &score->utc_offset, error))
    return FALSE;

  scale = yf_json_place_get_member (place, "scale");
  if (!yf_clinic_scale_from_id (yf_json_place_get_string (&scale), &score->scale))
    return yf_json_place_refuse (&scale, _("“odi” or “rmdq”"), error);

  if (!yf_json_read_int (place, "total", 0, yf_clinic_scale_get_max (score->scale), &score->total, error))
    return FALSE;

  g_ptr_array_add (list, g_steal_pointer (&score));
  return TRUE;
}

static gboolean
read_consent (YfLogReader        *self,
              const YfJsonPlace  *place,
              GPtrArray          *list,
              GError            **error)
{
  static const char * const members[] = { "at", "version", NULL };
  YfConsentRecord consent;

  if (!yf_json_place_is_object (place, members, error) ||
      !yf_json_read_moment (place, "at", FALSE, &consent.at, &consent.utc_offset, error) ||
      !yf_json_read_int (place, "version", 1, MAX_CONSENT, &consent.version, error))
    return FALSE;

  g_ptr_array_add (list, g_memdup2 (&consent, sizeof consent));
  return TRUE;
}

static gboolean
read_own_exercise (YfLogReader        *self,
                   const YfJsonPlace  *place,
                   GPtrArray          *list,
                   GError            **error)
{
  static const char * const members[] = { "id", "xml", "created", "retired", NULL };
  g_autoptr (YfOwnExerciseRecord) own = g_new0 (YfOwnExerciseRecord, 1);
  g_autoptr (YfExercise) exercise = NULL;
  g_autoptr (GError) local_error = NULL;
  YfJsonPlace member;
  const char *xml;

  if (!yf_json_place_is_object (place, members, error) ||
      !yf_json_read_string (place, "xml", FALSE, &xml, error) ||
      !yf_json_read_moment (place, "created", FALSE, &own->created, &own->utc_offset, error) ||
      !yf_json_read_bool (place, "retired", &own->retired, error))
    return FALSE;

  member = yf_json_place_get_member (place, "id");
  own->id = g_strdup (yf_json_place_get_string (&member));
  own->xml = g_strdup (xml);
  if (own->id == NULL || !g_regex_match_simple ("^own-[1-9][0-9]{0,8}$", own->id, G_REGEX_DOLLAR_ENDONLY, 0))
    return yf_json_place_refuse (&member, _("an id such as own-1"), error);

  for (guint i = 0; i < list->len; i++)
    if (g_str_equal (((const YfOwnExerciseRecord *) g_ptr_array_index (list, i))->id, own->id))
      return yf_json_place_refuse (&member, _("an id that no other exercise of your own has"), error);

  exercise = yf_draft_read_xml (own->xml, own->id, &local_error);
  if (exercise == NULL)
    {
      member = yf_json_place_get_member (place, "xml");
      yf_json_place_refuse (&member, _("an exercise that Yanfei can read"), error);
      if (error != NULL && *error != NULL)
        {
          g_autofree char *message = g_steal_pointer (&(*error)->message);

          (*error)->message = g_strdup_printf ("%s %s", message, local_error->message);
        }
      return FALSE;
    }

  g_ptr_array_add (list, g_steal_pointer (&own));
  return TRUE;
}

static gboolean
read_schedule (YfLogReader        *self,
               const YfJsonPlace  *place,
               GPtrArray          *list,
               GError            **error)
{
  static const char * const members[] = { "id", "at", "days_a_week", NULL };
  g_autoptr (YfScheduleRecord) schedule = g_new0 (YfScheduleRecord, 1);

  if (!yf_json_place_is_object (place, members, error) ||
      !yf_log_reader_take_id (self, place, &schedule->id, error) ||
      !yf_json_read_moment (place, "at", FALSE, &schedule->at, &schedule->utc_offset, error) ||
      !yf_json_read_int (place, "days_a_week", 1, 7, &schedule->days_a_week, error))
    return FALSE;

  g_ptr_array_add (list, g_steal_pointer (&schedule));
  return TRUE;
}

static gboolean
read_programme (YfLogReader        *self,
                const YfJsonPlace  *place,
                GPtrArray          *list,
                GError            **error)
{
  static const char * const members[] = { "id", "at", "xml", NULL };
  g_autoptr (YfProgrammeRecord) record = g_new0 (YfProgrammeRecord, 1);
  g_autoptr (YfProgramme) programme = NULL;
  g_autoptr (GError) local_error = NULL;
  const char *xml;

  if (!yf_json_place_is_object (place, members, error) ||
      !yf_log_reader_take_id (self, place, &record->id, error) ||
      !yf_json_read_moment (place, "at", FALSE, &record->at, &record->utc_offset, error) ||
      !yf_json_read_string (place, "xml", FALSE, &xml, error))
    return FALSE;

  /* What it forbids would be passed over, if it could not be read. */
  record->xml = g_strdup (xml);
  programme = yf_programme_record_read (record, self->catalogue, &local_error);
  if (programme == NULL)
    {
      const YfJsonPlace member = yf_json_place_get_member (place, "xml");

      yf_json_place_refuse (&member, _("a programme that Yanfei can read"), error);
      g_prefix_error (error, "%s ", local_error->message);
      return FALSE;
    }

  record->from = yf_programme_get_from (programme);
  record->until = yf_programme_get_until (programme);
  g_ptr_array_add (list, g_steal_pointer (&record));
  return TRUE;
}

static gboolean
read_programme_choice (YfLogReader        *self,
                       const YfJsonPlace  *place,
                       GPtrArray          *list,
                       GError            **error)
{
  static const char * const members[] = { "id", "at", "programme", NULL };
  g_autoptr (YfProgrammeChoice) choice = g_new0 (YfProgrammeChoice, 1);
  GPtrArray *programmes = self->log->programmes;
  const YfJsonPlace member = yf_json_place_get_member (place, "programme");
  const char *programme;
  gboolean found;

  if (!yf_json_place_is_object (place, members, error) ||
      !yf_log_reader_take_id (self, place, &choice->id, error) ||
      !yf_json_read_moment (place, "at", FALSE, &choice->at, &choice->utc_offset, error) ||
      !yf_json_read_id (place, "programme", TRUE, &programme, error))
    return FALSE;

  found = programme == NULL;
  for (guint i = 0; i < programmes->len && !found; i++)
    found = g_str_equal (((const YfProgrammeRecord *) g_ptr_array_index (programmes, i))->id, programme);
  if (!found)
    return yf_json_place_refuse (&member, _("the id of one of “programmes”"), error);

  choice->programme = g_strdup (programme);
  g_ptr_array_add (list, g_steal_pointer (&choice));
  return TRUE;
}

static gboolean
read_function (YfLogReader        *self,
               const YfJsonPlace  *place,
               GPtrArray          *list,
               GError            **error)
{
  static const char * const members[] = { "id", "name", "at", "retired", NULL };
  g_autoptr (YfFunctionActivity) function = g_new0 (YfFunctionActivity, 1);
  const char *name;

  if (!yf_json_place_is_object (place, members, error) ||
      !yf_log_reader_take_id (self, place, &function->id, error) ||
      !yf_json_read_string (place, "name", FALSE, &name, error) ||
      !yf_json_read_moment (place, "at", FALSE, &function->at, &function->utc_offset, error) ||
      !yf_json_read_moment (place, "retired", TRUE, &function->retired, NULL, error))
    return FALSE;

  function->name = g_strdup (name);
  g_ptr_array_add (list, g_steal_pointer (&function));
  return TRUE;
}

static gboolean
read_edit (YfLogReader        *self,
           const YfJsonPlace  *place,
           GPtrArray          *list,
           GError            **error)
{
  static const char * const members[] = { "id", "kind", "at", "old", "new", NULL };
  g_autoptr (YfEdit) edit = g_new0 (YfEdit, 1);
  YfJsonPlace member;
  const char *old;
  const char *new;

  if (!yf_json_place_is_object (place, members, error) ||
      !yf_log_reader_take_id (self, place, &edit->id, error) ||
      !yf_json_read_moment (place, "at", FALSE, &edit->at, &edit->utc_offset, error) ||
      !yf_json_read_id (place, "old", TRUE, &old, error) ||
      !yf_json_read_id (place, "new", TRUE, &new, error))
    return FALSE;

  member = yf_json_place_get_member (place, "kind");
  if (!yf_entry_kind_from_id (yf_json_place_get_string (&member), &edit->kind))
    return yf_json_place_refuse (&member, _("a kind of entry such as “session”"), error);

  member = yf_json_place_get_member (place, "new");
  if (g_strcmp0 (old, new) == 0)
    return yf_json_place_refuse (&member, _("another entry than “old”"), error);

  edit->old = g_strdup (old);
  edit->new = g_strdup (new);
  g_ptr_array_add (list, g_steal_pointer (&edit));
  return TRUE;
}

/**
 * yf_log_reader_read_all:
 * @self: the reader
 * @place: an object
 * @lists: (array length=n_lists): its lists, in the order in which they are read
 * @n_lists: how many
 * @error: return location for a %YF_REPORT_ERROR_INVALID
 *
 * Returns: whether everything is what it should be
 */
gboolean
yf_log_reader_read_all (YfLogReader        *self,
                        const YfJsonPlace  *place,
                        const YfLogList    *lists,
                        gsize               n_lists,
                        GError            **error)
{
  for (gsize list = 0; list < n_lists; list++)
    {
      const YfJsonPlace array = yf_json_place_get_member (place, lists[list].key);
      guint length;

      if (array.node == NULL && lists[list].may_be_missing)
        continue;
      if (!yf_json_place_is_array (&array, &length, error))
        return FALSE;

      for (guint i = 0; i < length; i++)
        {
          const YfJsonPlace element = yf_json_place_get_element (&array, i);

          if (!lists[list].read (self, &element, lists[list].list, error))
            return FALSE;
        }
    }

  return TRUE;
}

/**
 * yf_log_reader_read_lists:
 * @self: the reader
 * @root: the outermost object
 * @log: where to put what is read
 * @error: return location for a %YF_REPORT_ERROR_INVALID
 *
 * Reads all that counts, and what it is known from.
 *
 * Returns: whether everything is what it should be
 */
gboolean
yf_log_reader_read_lists (YfLogReader        *self,
                          const YfJsonPlace  *root,
                          YfLog              *log,
                          GError            **error)
{
  const YfLogList lists[] = {
    { "consents", read_consent, log->consents, FALSE },
    { "own_exercises", read_own_exercise, log->own_exercises, FALSE },
    { "schedules", read_schedule, log->schedules, FALSE },
    { "functions", read_function, log->functions, FALSE },
    { "programmes", read_programme, log->programmes, TRUE },
    { "programme_choices", read_programme_choice, log->programme_choices, TRUE },
    { "sessions", read_session, log->sessions, FALSE },
    { "check_ins", read_check_in, log->check_ins, FALSE },
    { "reliefs", read_relief, log->reliefs, FALSE },
    { "activities", read_activity, log->activities, FALSE },
    { "ratings", read_rating, log->ratings, FALSE },
    { "scores", read_score, log->scores, FALSE },
    { "edits", read_edit, log->edits, FALSE },
  };

  return yf_log_reader_read_all (self, root, lists, G_N_ELEMENTS (lists), error) &&
         yf_log_reader_read_plan (self, root, log, error);
}

/**
 * yf_log_reader_read_superseded:
 * @self: the reader
 * @place: where the object with what was replaced or taken out should be
 * @log: where to put what is read
 * @error: return location for a %YF_REPORT_ERROR_INVALID
 *
 * Returns: whether everything is what it should be
 */
gboolean
yf_log_reader_read_superseded (YfLogReader        *self,
                               const YfJsonPlace  *place,
                               YfLog              *log,
                               GError            **error)
{
  static const char * const members[] = {
    "sessions", "check_ins", "reliefs", "activities", "ratings", "scores", NULL
  };
  const YfLogList lists[] = {
    { "sessions", read_session, log->old_sessions, FALSE },
    { "check_ins", read_check_in, log->old_check_ins, FALSE },
    { "reliefs", read_relief, log->old_reliefs, FALSE },
    { "activities", read_activity, log->old_activities, FALSE },
    { "ratings", read_rating, log->old_ratings, FALSE },
    { "scores", read_score, log->old_scores, FALSE },
  };

  return yf_json_place_is_object (place, members, error) &&
         yf_log_reader_read_all (self, place, lists, G_N_ELEMENTS (lists), error);
}
