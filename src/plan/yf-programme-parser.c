/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-programme-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yf-programme-xml.h"

#define MAX_EXERCISES 30
#define MAX_PAIN      10

typedef struct
{
  YfProgramme *programme;
  YfCatalogue *builtin;
  YfCatalogue *catalogue;  /* with the programme's own */
  GHashTable  *lifted;     /* ids of exercises that may go above their ceilings */
  gboolean     all_lifted;
} Parser;

/* -- What is to be done ---------------------------------------------------- */

static gboolean
read_own (Parser  *self,
          YfXml   *xml,
          GError **error)
{
  GPtrArray *own = self->programme->own;
  const char *id = yf_xml_find_attr (xml, "id");
  YfExercise *exercise;

  for (guint i = 0; i < own->len; i++)
    if (g_strcmp0 (yf_exercise_get_id (g_ptr_array_index (own, i)), id) == 0)
      {
        yf_xml_set_error (xml, error, _("“%s” is there twice"), id);
        return FALSE;
      }

  exercise = yf_programme_read_own (xml, error);
  if (exercise == NULL)
    return FALSE;

  g_ptr_array_add (own, exercise);
  return TRUE;
}

static gboolean
find_exercise (Parser       *self,
               YfXml        *xml,
               const char   *attribute,
               YfExercise  **exercise,
               GError      **error)
{
  const char *id = yf_xml_get_attr (xml, attribute, error);

  if (id == NULL)
    return FALSE;

  *exercise = yf_catalogue_find_exercise (self->catalogue, id);
  if (*exercise != NULL)
    return TRUE;

  yf_xml_set_error (xml, error, _("There is no exercise “%s”."), id);
  return FALSE;
}

static gboolean
read_item (Parser  *self,
           YfXml   *xml,
           GError **error)
{
  static const char * const known[] = { "id", NULL };
  YfProgrammeItem *item;
  YfExercise *exercise;
  gboolean lifted;

  if (!yf_xml_check_attrs (xml, known, error) || !yf_programme_check_no_text (xml, error) ||
      !find_exercise (self, xml, "id", &exercise, error))
    return FALSE;

  if (yf_programme_find_item (self->programme, yf_exercise_get_id (exercise)) != NULL)
    {
      yf_xml_set_error (xml, error, _("“%s” is there twice"), yf_exercise_get_id (exercise));
      return FALSE;
    }

  if (self->programme->items->len >= MAX_EXERCISES)
    {
      yf_xml_set_error (xml, error, _("A programme has %d exercises at most"), MAX_EXERCISES);
      return FALSE;
    }

  lifted = self->all_lifted || g_hash_table_contains (self->lifted, yf_exercise_get_id (exercise));
  item = yf_programme_read_item (xml, exercise, lifted, error);
  if (item == NULL)
    return FALSE;

  g_ptr_array_add (self->programme->items, item);
  return TRUE;
}

/* -- What is not to be done, how often, pain ------------------------------- */

static gboolean
read_ban (Parser  *self,
          YfXml   *xml,
          GError **error)
{
  static const char * const known[] = { "id", NULL };
  const char *id = yf_xml_get_attr (xml, "id", error);
  const char *note = NULL;

  if (id == NULL || !yf_xml_check_attrs (xml, known, error) || !yf_programme_check_no_text (xml, error))
    return FALSE;

  if (yf_catalogue_find_relief (self->catalogue, id) == NULL)
    {
      YfExercise *exercise;

      if (!find_exercise (self, xml, "id", &exercise, error))
        return FALSE;
    }

  if (yf_programme_find_ban (self->programme, id) != NULL)
    {
      yf_xml_set_error (xml, error, _("“%s” is there twice"), id);
      return FALSE;
    }

  if (yf_programme_find_item (self->programme, id) != NULL)
    {
      yf_xml_set_error (xml, error, _("“%s” cannot be both prescribed and forbidden"), id);
      return FALSE;
    }

  for (guint i = 0; i < yf_xml_get_n_children (xml); i++)
    {
      YfXml *child = yf_xml_get_child (xml, i);

      if (!yf_xml_is (child, "note") || note != NULL)
        return yf_xml_refuse (child, error);
      if (!yf_programme_read_note (child, &note, error))
        return FALSE;
    }

  g_ptr_array_add (self->programme->bans, yf_programme_ban_new (id, note));
  return TRUE;
}

static gboolean
read_schedule (Parser  *self,
               YfXml   *xml,
               GError **error)
{
  return yf_programme_read_schedule (xml, &self->programme->schedule, error);
}

static gboolean
read_pain (Parser  *self,
           YfXml   *xml,
           GError **error)
{
  static const char * const known[] = { "stop-at", "rest-at", NULL };
  YfProgramme *programme = self->programme;

  if (!yf_xml_check_attrs (xml, known, error) ||
      !yf_programme_check_bare (xml, error) ||
      !yf_programme_read_int (xml, "stop-at", 1, MAX_PAIN, &programme->pain_stop, error) ||
      !yf_programme_read_int (xml, "rest-at", 1, MAX_PAIN, &programme->pain_rest, error))
    return FALSE;

  if (programme->pain_stop != YF_PROGRAMME_NO_PAIN || programme->pain_rest != YF_PROGRAMME_NO_PAIN)
    return TRUE;

  yf_xml_set_error (xml, error, _("<%s> says nothing"), yf_xml_get_name (xml));
  return FALSE;
}

/* -- Clearances ------------------------------------------------------------ */

static char **
split (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text != NULL ? text : "", " ,\t\n", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (char **word = words; *word != NULL; word++)
    if (**word != '\0')
      g_strv_builder_add (builder, *word);

  return g_strv_builder_end (builder);
}

static void
lift (Parser  *self,
      char   **exercises)
{
  for (char **id = exercises; *id != NULL; id++)
    if (g_str_equal (*id, "*"))
      self->all_lifted = TRUE;
    else
      g_hash_table_add (self->lifted, g_strdup (*id));
}

static gboolean
read_clearance (Parser  *self,
                YfXml   *xml,
                GError **error)
{
  static const char * const known[] = { "conditions", "exercises", "until", "above-ceiling", NULL };
  YfProgramme *programme = self->programme;
  g_auto (GStrv) conditions = split (yf_xml_find_attr (xml, "conditions"));
  g_auto (GStrv) exercises = split (yf_xml_find_attr (xml, "exercises"));
  g_autoptr (YfClearance) clearance = NULL;
  g_autoptr (YfProfile) profile = yf_profile_new ();
  g_autoptr (GError) local_error = NULL;
  gboolean above_ceiling;
  YfDay until;

  if (!yf_xml_check_attrs (xml, known, error) ||
      !yf_programme_check_bare (xml, error) ||
      !yf_programme_read_yes_or_no (xml, "above-ceiling", &above_ceiling, error) ||
      !yf_programme_read_day (xml, "until", &until, error))
    return FALSE;

  if (exercises[0] == NULL)
    {
      yf_xml_set_error (xml, error, _("<%s> needs the attribute “%s”"), "clearance", "exercises");
      return FALSE;
    }
  if (conditions[0] == NULL && !above_ceiling)
    {
      yf_xml_set_error (xml, error, _("<%s> needs the attribute “%s”"), "clearance", "conditions");
      return FALSE;
    }

  /* A dose that was right yesterday would be wrong today, in the same file. */
  if (above_ceiling && until != YF_DAY_NONE)
    {
      yf_xml_set_error (xml, error, _("A clearance with “%s” holds as long as the programme. Leave out “%s”"),
                        "above-ceiling", "until");
      return FALSE;
    }

  if (until == YF_DAY_NONE)
    until = programme->until;

  /* A profile knows what a clearance may say; only one above a ceiling need not
   * name a condition. */
  clearance = yf_clearance_new (programme->clinician, programme->date, (const char * const *) conditions,
                                (const char * const *) exercises, until);
  yf_profile_add_clearance (profile, clearance);
  if (!yf_profile_check (profile, self->catalogue, YF_DAY_NONE, &local_error) &&
      !(conditions[0] == NULL && local_error->code != YF_PROFILE_ERROR_UNKNOWN_ID))
    {
      yf_xml_set_error (xml, error, "%s", local_error->message);
      return FALSE;
    }

  for (char **id = exercises; *id != NULL && conditions[0] == NULL; id++)
    if (!g_str_equal (*id, "*") && yf_catalogue_find_exercise (self->catalogue, *id) == NULL)
      {
        yf_xml_set_error (xml, error, _("There is no exercise “%s”."), *id);
        return FALSE;
      }

  if (above_ceiling)
    lift (self, exercises);
  g_ptr_array_add (programme->clearances, yf_programme_clearance_new (clearance, above_ceiling));

  return TRUE;
}

/* -- The whole ------------------------------------------------------------- */

static gboolean
read_root (Parser  *self,
           YfXml   *root,
           GError **error)
{
  static const char * const known[] = {
    "xmlns", "version", "name", "clinician", "date", "from", "until", NULL
  };
  YfProgramme *programme = self->programme;
  const char *namespace = yf_xml_find_attr (root, "xmlns");
  int version;

  if (!yf_xml_is (root, "programme"))
    {
      /* Translators: an XML element */
      yf_xml_set_error (root, error, _("This is not a programme: it begins with <%s>"), yf_xml_get_name (root));
      return FALSE;
    }

  if (namespace != NULL && !g_str_equal (namespace, YF_PROGRAMME_NAMESPACE))
    {
      yf_xml_set_error (root, error, _("This is not a programme: its namespace is “%s”"), namespace);
      return FALSE;
    }

  if (!yf_xml_get_int (root, "version", 1, G_MAXINT, &version, error))
    return FALSE;
  if (version != 1)
    {
      yf_xml_set_error (root, error, _("This programme is of version %d, which this Yanfei does not know. Install a "
                                       "newer Yanfei"), version);
      return FALSE;
    }

  if (!yf_xml_check_attrs (root, known, error) ||
      !yf_programme_check_no_text (root, error) ||
      !yf_programme_read_name (root, "name", &programme->name, error) ||
      !yf_programme_read_name (root, "clinician", &programme->clinician, error) ||
      yf_xml_get_attr (root, "date", error) == NULL ||
      !yf_programme_read_day (root, "date", &programme->date, error) ||
      !yf_programme_read_day (root, "from", &programme->from, error) ||
      !yf_programme_read_day (root, "until", &programme->until, error))
    return FALSE;

  if (programme->from == YF_DAY_NONE)
    programme->from = programme->date;

  if (programme->from < programme->date)
    {
      yf_xml_set_error (root, error, _("The programme begins before it was given"));
      return FALSE;
    }
  if (programme->until != YF_DAY_NONE && programme->until < programme->from)
    {
      yf_xml_set_error (root, error, _("The programme ends before it begins"));
      return FALSE;
    }

  return TRUE;
}

typedef gboolean (*Reader) (Parser *self, YfXml *xml, GError **error);

static gboolean
read_all (Parser      *self,
          YfXml       *root,
          const char  *element,
          Reader       read,
          GError     **error)
{
  for (guint i = 0; i < yf_xml_get_n_children (root); i++)
    {
      YfXml *child = yf_xml_get_child (root, i);

      if (yf_xml_is (child, element) && !read (self, child, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_programme_note (Parser  *self,
                     YfXml   *xml,
                     GError **error)
{
  const char *note;

  if (!yf_programme_read_note (xml, &note, error))
    return FALSE;

  g_ptr_array_add (self->programme->notes, g_strdup (note));
  return TRUE;
}

static gboolean
check_children (YfXml   *root,
                GError **error)
{
  static const char * const known[] = {
    "note", "own-exercise", "exercise", "forbidden", "schedule", "pain", "clearance", NULL
  };
  YfXml *schedule = NULL;
  YfXml *pain = NULL;

  for (guint i = 0; i < yf_xml_get_n_children (root); i++)
    {
      YfXml *child = yf_xml_get_child (root, i);

      if (!g_strv_contains (known, yf_xml_get_name (child)))
        return yf_xml_refuse (child, error);
      if ((yf_xml_is (child, "schedule") && !yf_programme_take_once (child, &schedule, error)) ||
          (yf_xml_is (child, "pain") && !yf_programme_take_once (child, &pain, error)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
parse (Parser  *self,
       YfXml   *root,
       GError **error)
{
  YfProgramme *programme = self->programme;

  if (!read_root (self, root, error) ||
      !check_children (root, error) ||
      !read_all (self, root, "own-exercise", read_own, error))
    return FALSE;

  /* Each sees what those before it have read. */
  self->catalogue = yf_catalogue_with_own (self->builtin, programme->own);
  if (!read_all (self, root, "note", read_programme_note, error) ||
      !read_all (self, root, "clearance", read_clearance, error) ||
      !read_all (self, root, "exercise", read_item, error) ||
      !read_all (self, root, "forbidden", read_ban, error) ||
      !read_all (self, root, "schedule", read_schedule, error) ||
      !read_all (self, root, "pain", read_pain, error))
    return FALSE;

  if (programme->items->len == 0 && programme->bans->len == 0)
    {
      yf_xml_set_error (root, error, _("The programme neither asks for an exercise nor forbids one"));
      return FALSE;
    }

  return TRUE;
}

static void
parser_clear (Parser *self)
{
  g_clear_pointer (&self->programme, yf_programme_unref);
  g_clear_pointer (&self->catalogue, yf_catalogue_unref);
  g_clear_pointer (&self->lifted, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parser, parser_clear)

/**
 * yf_programme_new_from_bytes:
 * @catalogue: what exists without it
 * @name: the name of the file, for messages
 * @bytes: what is in it
 * @error: return location for a %YF_PROGRAMME_ERROR_INVALID
 *
 * Reads a programme strictly: one that is broken in one place is refused whole.
 *
 * Returns: (transfer full) (nullable): the programme, or %NULL with a message that
 *   begins with file and line
 */
YfProgramme *
yf_programme_new_from_bytes (YfCatalogue  *catalogue,
                             const char   *name,
                             GBytes       *bytes,
                             GError      **error)
{
  g_auto (Parser) self = { NULL, };
  g_autoptr (GBytes) content = NULL;
  g_autoptr (YfXml) root = NULL;
  const char *text;
  gsize length;

  g_return_val_if_fail (catalogue != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  text = g_bytes_get_data (bytes, &length);
  if (length > YF_PROGRAMME_MAX_SIZE)
    {
      g_set_error (error, YF_PROGRAMME_ERROR, YF_PROGRAMME_ERROR_INVALID,
                   /* Translators: a file, and a number of kilobytes */
                   _("%s: The file is larger than %d kB, which no programme is."), name, YF_PROGRAMME_MAX_SIZE / 1024);
      return NULL;
    }

  /* Some editors begin a file with a mark that says it is UTF-8. */
  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    content = g_bytes_new_from_bytes (bytes, 3, length - 3);
  else
    content = g_bytes_ref (bytes);
  text = g_bytes_get_data (content, &length);
  if (text == NULL)
    text = "";

  if (!yf_programme_scan (name, text, length, error))
    return NULL;

  root = yf_xml_parse (name, content, YF_PROGRAMME_ERROR, YF_PROGRAMME_ERROR_INVALID, error);
  if (root == NULL)
    return NULL;

  self.programme = yf_programme_new ();
  self.programme->xml = g_strndup (text, length);
  self.builtin = catalogue;
  self.lifted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!parse (&self, root, error))
    return NULL;

  return g_steal_pointer (&self.programme);
}

/**
 * yf_programme_new_from_file:
 * @catalogue: what exists without it
 * @file: a `*.yanfei` file
 * @error: return location for a %YF_PROGRAMME_ERROR_INVALID, or for why the file
 *   cannot be read
 *
 * Reads a programme as yf_programme_new_from_bytes() does, and no more of a file
 * than a programme may have. Blocks.
 *
 * Returns: (transfer full) (nullable): the programme
 */
YfProgramme *
yf_programme_new_from_file (YfCatalogue  *catalogue,
                            GFile        *file,
                            GError      **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;
  g_autofree char *buffer = NULL;
  gsize length;

  g_return_val_if_fail (catalogue != NULL, NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  name = g_file_get_parse_name (file);
  stream = g_file_read (file, NULL, error);
  if (stream == NULL)
    return NULL;

  /* A byte more tells one that is too large. */
  buffer = g_malloc (YF_PROGRAMME_MAX_SIZE + 1);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), buffer, YF_PROGRAMME_MAX_SIZE + 1, &length, NULL, error))
    {
      g_prefix_error (error, "%s: ", name);
      return NULL;
    }

  bytes = g_bytes_new_take (g_steal_pointer (&buffer), length);

  return yf_programme_new_from_bytes (catalogue, name, bytes, error);
}
