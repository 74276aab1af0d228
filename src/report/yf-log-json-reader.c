/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-log-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yf-draft.h"
#include "yf-json-check.h"
#include "yf-log-json-private.h"
#include "yf-profile-json.h"
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

typedef struct
{
  const char  *key;
  gboolean   (*read) (YfLogReader *, const YfJsonPlace *, GPtrArray *, GError **);
  GPtrArray   *list;
} List;

static gboolean
read_lists (YfLogReader        *self,
            const YfJsonPlace  *place,
            const List         *lists,
            gsize               n_lists,
            GError            **error)
{
  for (gsize list = 0; list < n_lists; list++)
    {
      const YfJsonPlace array = yf_json_place_get_member (place, lists[list].key);
      guint length;

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

static gboolean
read_profile (YfLogReader        *self,
              const YfJsonPlace  *root,
              YfLog              *log,
              GError            **error)
{
  static const char * const members[] = {
    "name", "born", "diagnosis", "conditions", "onset", "relief", "treatment_start", "surgery", "birth",
    "back_strength", "muscle_relaxants", "clearances", "assessed", NULL
  };
  const YfJsonPlace place = yf_json_place_get_member (root, "profile");
  /* A clearance may name an exercise of the person's own. */
  g_autoptr (YfCatalogue) catalogue = yf_log_dup_catalogue (log, self->catalogue);
  g_autoptr (GError) local_error = NULL;

  if (yf_json_place_is_null (&place))
    return TRUE;
  if (!yf_json_place_is_object (&place, members, error))
    return FALSE;

  log->profile = yf_profile_new ();
  for (gsize i = 0; members[i] != NULL && local_error == NULL; i++)
    {
      const YfJsonPlace member = yf_json_place_get_member (&place, members[i]);

      if (member.node == NULL)
        return yf_json_place_refuse (&member, _("there"), error);
      yf_profile_set_member (log->profile, members[i], member.node, &local_error);
    }

  if (local_error == NULL && yf_profile_check (log->profile, catalogue, YF_DAY_NONE, &local_error))
    return TRUE;

  g_set_error (error, YF_REPORT_ERROR, YF_REPORT_ERROR_INVALID, "%s: profile: %s", root->file, local_error->message);
  return FALSE;
}

/* The places of the entries of a kind, those that count and those that do not. */
static const struct
{
  YfEntryKind  kind;
  const char  *key;
} kinds[] = {
  { YF_ENTRY_SESSION, "sessions" },
  { YF_ENTRY_CHECK_IN, "check_ins" },
  { YF_ENTRY_RELIEF, "reliefs" },
  { YF_ENTRY_ACTIVITY, "activities" },
  { YF_ENTRY_RATING, "ratings" },
  { YF_ENTRY_SCORE, "scores" },
};

static gboolean
check_counting (const YfJsonPlace  *place,
                GHashTable         *olds[YF_N_ENTRY_KINDS],
                gboolean            counts,
                GError            **error)
{
  for (gsize kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    {
      const YfJsonPlace array = yf_json_place_get_member (place, kinds[kind].key);
      guint length = json_array_get_length (json_node_get_array (array.node));

      for (guint i = 0; i < length; i++)
        {
          const YfJsonPlace element = yf_json_place_get_element (&array, i);
          const YfJsonPlace id = yf_json_place_get_member (&element, "id");

          if (g_hash_table_contains (olds[kinds[kind].kind], yf_json_place_get_string (&id)) == counts)
            return yf_json_place_refuse (&id, counts ? _("that of an entry that no edit has replaced")
                                                     : _("that of an entry that an edit has replaced"), error);
        }
    }

  return TRUE;
}

/* What counts and what does not follows from the edits. */
static gboolean
check_edits (const YfJsonPlace  *root,
             YfLog              *log,
             GError            **error)
{
  const YfJsonPlace edits = yf_json_place_get_member (root, "edits");
  const YfJsonPlace superseded = yf_json_place_get_member (root, "superseded");
  GHashTable *seen[2];
  GHashTable *olds[YF_N_ENTRY_KINDS];
  gboolean valid = TRUE;

  seen[0] = g_hash_table_new (g_str_hash, g_str_equal);
  seen[1] = g_hash_table_new (g_str_hash, g_str_equal);
  for (gsize i = 0; i < YF_N_ENTRY_KINDS; i++)
    olds[i] = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < log->edits->len && valid; i++)
    {
      const YfEdit *edit = g_ptr_array_index (log->edits, i);
      const YfJsonPlace element = yf_json_place_get_element (&edits, i);
      const char * const keys[] = { "old", "new" };
      char *ids[] = { edit->old, edit->new };

      for (gsize end = 0; end < G_N_ELEMENTS (ids) && valid; end++)
        {
          const YfJsonPlace member = yf_json_place_get_member (&element, keys[end]);

          if (ids[end] != NULL && !g_hash_table_add (seen[end], ids[end]))
            valid = yf_json_place_refuse (&member, _("an entry that no other edit names so"), error);
        }

      if (edit->old != NULL)
        g_hash_table_add (olds[edit->kind], edit->old);
    }

  valid = valid && check_counting (root, olds, TRUE, error) && check_counting (&superseded, olds, FALSE, error);

  for (gsize i = 0; i < YF_N_ENTRY_KINDS; i++)
    g_hash_table_unref (olds[i]);
  g_hash_table_unref (seen[0]);
  g_hash_table_unref (seen[1]);

  return valid;
}

/* A score is nothing without what was scored. */
static gboolean
check_functions (const YfJsonPlace  *place,
                 YfLog              *log,
                 GPtrArray          *ratings,
                 GError            **error)
{
  const YfJsonPlace list = yf_json_place_get_member (place, "ratings");
  g_autoptr (GHashTable) functions = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < log->functions->len; i++)
    g_hash_table_add (functions, ((YfFunctionActivity *) g_ptr_array_index (log->functions, i))->id);

  for (guint i = 0; i < ratings->len; i++)
    {
      const YfFunctionRating *rating = g_ptr_array_index (ratings, i);
      const YfJsonPlace element = yf_json_place_get_element (&list, i);
      const YfJsonPlace scores = yf_json_place_get_member (&element, "scores");

      for (guint j = 0; j < rating->scores->len; j++)
        {
          const YfJsonPlace score = yf_json_place_get_element (&scores, j);
          const YfJsonPlace member = yf_json_place_get_member (&score, "function");

          if (!g_hash_table_contains (functions, yf_json_place_get_string (&member)))
            return yf_json_place_refuse (&member, _("the id of one of “functions”"), error);
        }
    }

  return TRUE;
}

static gboolean
read_days (const YfJsonPlace  *root,
           YfLog              *log,
           GError            **error)
{
  const YfJsonPlace to = yf_json_place_get_member (root, "to");
  gboolean anonymous;

  if (!yf_json_read_day (root, "from", TRUE, &log->from, error) ||
      !yf_json_read_day (root, "to", TRUE, &log->to, error) ||
      !yf_json_read_bool (root, "anonymous", &anonymous, error))
    return FALSE;

  if (log->from != YF_DAY_NONE && log->to != YF_DAY_NONE && log->to < log->from)
    return yf_json_place_refuse (&to, _("a day that does not come before “from”"), error);

  return TRUE;
}

static gboolean
check_format (const YfJsonPlace  *root,
              GError            **error)
{
  YfJsonPlace format;
  YfJsonPlace version;

  if (!yf_json_place_is_object (root, NULL, error))
    return FALSE;

  format = yf_json_place_get_member (root, "format");
  if (g_strcmp0 (yf_json_place_get_string (&format), YF_LOG_JSON_FORMAT) != 0)
    {
      g_set_error (error, YF_REPORT_ERROR, YF_REPORT_ERROR_INVALID,
                   /* Translators: a file */
                   _("%s: This is not an export of Yanfei’s in JSON, which alone can be read back. "
                     "Make one with “yanfei-cli export --format json”."), root->file);
      return FALSE;
    }

  version = yf_json_place_get_member (root, "version");
  if (version.node != NULL && JSON_NODE_HOLDS_VALUE (version.node) &&
      json_node_get_value_type (version.node) == G_TYPE_INT64 &&
      json_node_get_int (version.node) > YF_LOG_JSON_VERSION)
    {
      g_set_error (error, YF_REPORT_ERROR, YF_REPORT_ERROR_NEWER,
                   /* Translators: a file */
                   _("%s: This export was made by a newer Yanfei. Install the newer Yanfei to read it."), root->file);
      return FALSE;
    }

  return TRUE;
}

static gboolean
read_root (YfLogReader        *self,
           const YfJsonPlace  *root,
           YfLog              *log,
           GError            **error)
{
  static const char * const members[] = {
    "format", "version", "from", "to", "anonymous", "profile", "consents", "own_exercises", "schedules", "functions",
    "sessions", "check_ins", "reliefs", "activities", "ratings", "scores", "edits", "superseded", NULL
  };
  static const char * const old_members[] = {
    "sessions", "check_ins", "reliefs", "activities", "ratings", "scores", NULL
  };
  const List lists[] = {
    { "consents", read_consent, log->consents },
    { "own_exercises", read_own_exercise, log->own_exercises },
    { "schedules", read_schedule, log->schedules },
    { "functions", read_function, log->functions },
    { "sessions", read_session, log->sessions },
    { "check_ins", read_check_in, log->check_ins },
    { "reliefs", read_relief, log->reliefs },
    { "activities", read_activity, log->activities },
    { "ratings", read_rating, log->ratings },
    { "scores", read_score, log->scores },
    { "edits", read_edit, log->edits },
  };
  const List old_lists[] = {
    { "sessions", read_session, log->old_sessions },
    { "check_ins", read_check_in, log->old_check_ins },
    { "reliefs", read_relief, log->old_reliefs },
    { "activities", read_activity, log->old_activities },
    { "ratings", read_rating, log->old_ratings },
    { "scores", read_score, log->old_scores },
  };
  YfJsonPlace superseded;
  int version;

  if (!check_format (root, error) ||
      !yf_json_place_is_object (root, members, error) ||
      !yf_json_read_int (root, "version", YF_LOG_JSON_VERSION, YF_LOG_JSON_VERSION, &version, error) ||
      !read_days (root, log, error) ||
      !read_lists (self, root, lists, G_N_ELEMENTS (lists), error))
    return FALSE;

  superseded = yf_json_place_get_member (root, "superseded");

  return yf_json_place_is_object (&superseded, old_members, error) &&
         read_lists (self, &superseded, old_lists, G_N_ELEMENTS (old_lists), error) &&
         read_profile (self, root, log, error) &&
         check_edits (root, log, error) &&
         check_functions (root, log, log->ratings, error) &&
         check_functions (&superseded, log, log->old_ratings, error);
}

/* Reads no more than an export may have, whatever the file is. */
static GByteArray *
read_bytes (const char  *path,
            GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  const gsize chunk = 256 * 1024;
  gsize n_read = 0;

  if (stream == NULL)
    return NULL;

  do
    {
      gsize length = bytes->len;

      g_byte_array_set_size (bytes, (guint) (length + chunk));
      if (!g_input_stream_read_all (G_INPUT_STREAM (stream), bytes->data + length, chunk, &n_read, NULL, error))
        {
          g_prefix_error (error, "%s: ", path);
          return NULL;
        }
      g_byte_array_set_size (bytes, (guint) (length + n_read));

      if (bytes->len > YF_LOG_JSON_MAX_SIZE)
        {
          g_set_error (error, YF_REPORT_ERROR, YF_REPORT_ERROR_INVALID,
                       /* Translators: a file, and a number of megabytes */
                       _("%s: The file is larger than %u MB, which no export of Yanfei’s is."), path,
                       (guint) (YF_LOG_JSON_MAX_SIZE / 1024 / 1024));
          return NULL;
        }
    }
  while (n_read == chunk);

  return g_steal_pointer (&bytes);
}

/**
 * yf_log_from_file:
 * @path: a file that yf_log_to_file() wrote
 * @catalogue: what exists
 * @error: return location for a #GError of #YfReportError, or for why the file
 *   cannot be read
 *
 * Reads a complete export back. It is read strictly: a file that is broken in one place is
 * refused whole, with the line or the member and what should be there. An
 * exercise that this version's catalogue does not have is kept, for the log names it; a
 * red flag that it does not have is refused, for nobody would look at it.
 *
 * Returns: (transfer full) (nullable): the log, or %NULL with a message that begins with
 *   the file
 */
YfLog *
yf_log_from_file (const char   *path,
                  YfCatalogue  *catalogue,
                  GError      **error)
{
  g_autoptr (YfLog) log = yf_log_new (YF_DAY_NONE, YF_DAY_NONE);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GByteArray) bytes = NULL;
  g_autoptr (GError) local_error = NULL;
  YfLogReader reader = { catalogue, ids };
  YfJsonPlace root = { .file = path };
  const char *message;
  guint line;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (catalogue != NULL, NULL);

  bytes = read_bytes (path, error);
  if (bytes == NULL)
    return NULL;

  if (!yf_json_check ((const char *) bytes->data, bytes->len, &message, &line))
    {
      g_set_error (error, YF_REPORT_ERROR, YF_REPORT_ERROR_INVALID, "%s:%u: %s", path, line, message);
      return NULL;
    }

  if (!json_parser_load_from_data (parser, (const char *) bytes->data, (gssize) bytes->len, &local_error))
    {
      g_set_error (error, YF_REPORT_ERROR, YF_REPORT_ERROR_INVALID, "%s: %s", path, local_error->message);
      return NULL;
    }

  root.node = json_parser_get_root (parser);
  if (!read_root (&reader, &root, log, error))
    return NULL;

  return g_steal_pointer (&log);
}
