/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-log-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yf-json-check.h"
#include "yf-log-json-private.h"
#include "yf-profile-json.h"
#include "yf-report.h"

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
        return yf_json_place_refuse (&member, NULL, error);
      yf_profile_set_member (log->profile, members[i], member.node, &local_error);
    }

  if (local_error == NULL && yf_profile_check (log->profile, catalogue, YF_DAY_NONE, &local_error))
    return TRUE;

  g_set_error (error, YF_REPORT_ERROR, YF_REPORT_ERROR_INVALID,
               /* Translators: a file, and a sentence that says what is wrong in it */
               _("%s: In “profile”: %s"), root->file, local_error->message);
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
    "programmes", "programme_choices", "sessions", "check_ins", "reliefs", "activities", "ratings", "scores",
    "dose_changes", "stage_changes", "flares", "reviews", "wishes", "reminders", "sitting_breaks", "edits",
    "superseded", NULL
  };
  YfJsonPlace superseded;
  int version;

  if (!check_format (root, error) ||
      !yf_json_place_is_object (root, members, error) ||
      !yf_json_read_int (root, "version", YF_LOG_JSON_VERSION, YF_LOG_JSON_VERSION, &version, error) ||
      !read_days (root, log, error) ||
      !yf_log_reader_read_lists (self, root, log, error))
    return FALSE;

  superseded = yf_json_place_get_member (root, "superseded");

  return yf_log_reader_read_superseded (self, &superseded, log, error) &&
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
  YfLogReader reader = { catalogue, ids, log };
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
