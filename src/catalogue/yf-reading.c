/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-reading-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "yf-exercise-private.h"
#include "yf-ids.h"

G_DEFINE_BOXED_TYPE (YfReading, yf_reading, yf_reading_ref, yf_reading_unref)

static const char * const topic_ids[] = {
  [YF_TOPIC_DAY] = "day",
  [YF_TOPIC_COURSE] = "course",
  [YF_TOPIC_SIGNS] = "signs",
  [YF_TOPIC_DOCTOR] = "doctor",
  [YF_TOPIC_MYTHS] = "myths",
};

static void
paragraph_free (gpointer data)
{
  YfParagraph *paragraph = data;

  g_free (paragraph->note->msgid);
  yf_source_unref (paragraph->note->source);
  g_free (paragraph->note);
  g_free (paragraph);
}

/* What is typed and what is written, so that they can be compared: case,
 * width and the shape of an apostrophe do not count. */
static char *
fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *folded = NULL;
  g_auto (GStrv) parts = NULL;

  if (normal == NULL)
    return g_strdup ("");
  folded = g_utf8_casefold (normal, -1);
  parts = g_strsplit (folded, "’", -1);

  return g_strjoinv ("'", parts);
}

/* The words of what is typed, folded. Chinese has no spaces: a phrase is one
 * word, and is looked for as it stands. */
static GStrv
split (const char *words)
{
  g_autofree char *folded = fold (words);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GString) word = g_string_new (NULL);

  for (const char *c = folded; ; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (letter != '\0' && !g_unichar_isspace (letter))
        {
          g_string_append_unichar (word, letter);
          continue;
        }
      if (word->len > 0)
        g_strv_builder_add (builder, word->str);
      g_string_truncate (word, 0);
      if (letter == '\0')
        return g_strv_builder_end (builder);
    }
}

YfReading *
yf_reading_new (void)
{
  YfReading *self = g_new0 (YfReading, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->paragraphs = g_ptr_array_new_with_free_func (paragraph_free);

  return self;
}

/* Adds a paragraph at the end. */
void
yf_reading_add (YfReading       *self,
                YfParagraphKind  kind,
                const char      *msgid,
                YfSource        *source)
{
  YfParagraph *paragraph = g_new0 (YfParagraph, 1);

  paragraph->kind = kind;
  paragraph->note = g_new0 (YfNote, 1);
  paragraph->note->msgid = g_strdup (msgid);
  paragraph->note->source = yf_source_ref (source);
  g_ptr_array_add (self->paragraphs, paragraph);
}

YfReading *
yf_reading_ref (YfReading *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
yf_reading_unref (YfReading *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->id);
  g_free (self->title);
  g_free (self->summary);
  g_ptr_array_unref (self->paragraphs);
  g_free (self);
}

const char *
yf_reading_get_id (YfReading *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

/**
 * yf_reading_get_topic:
 * @self: a page
 *
 * Returns: the shelf it stands on
 */
YfTopic
yf_reading_get_topic (YfReading *self)
{
  g_return_val_if_fail (self != NULL, YF_TOPIC_DAY);

  return self->topic;
}

/**
 * yf_reading_get_title:
 * @self: a page
 *
 * Returns: (transfer none): its title, in the person's language
 */
const char *
yf_reading_get_title (YfReading *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _(self->title);
}

/**
 * yf_reading_get_summary:
 * @self: a page
 *
 * Returns: (transfer none): what it is about, in the person's language
 */
const char *
yf_reading_get_summary (YfReading *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _(self->summary);
}

/**
 * yf_reading_get_paragraphs:
 * @self: a page
 *
 * Returns: (transfer none) (element-type YfParagraph): what it says, in order;
 *   at least one, and behind every claim what corrects it
 */
GPtrArray *
yf_reading_get_paragraphs (YfReading *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->paragraphs;
}

/**
 * yf_reading_matches:
 * @self: a page
 * @words: what a person is looking for; words are parted by spaces
 *
 * Returns: whether each of the words occurs, whatever its case, in the title,
 *   the summary or a paragraph as the person reads them; nothing but spaces is
 *   in every page
 */
gboolean
yf_reading_matches (YfReading  *self,
                    const char *words)
{
  g_auto (GStrv) wanted = NULL;
  g_autoptr (GString) text = NULL;
  g_autofree char *folded = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (words != NULL, FALSE);

  /* A line break, which no word has, keeps a word from beginning in one
   * paragraph and ending in the next. */
  text = g_string_new (yf_reading_get_title (self));
  g_string_append_printf (text, "\n%s", yf_reading_get_summary (self));
  for (guint i = 0; i < self->paragraphs->len; i++)
    {
      const YfParagraph *paragraph = g_ptr_array_index (self->paragraphs, i);

      g_string_append_printf (text, "\n%s", yf_note_get_text (paragraph->note));
    }
  folded = fold (text->str);

  wanted = split (words);
  for (guint i = 0; wanted[i] != NULL; i++)
    if (strstr (folded, wanted[i]) == NULL)
      return FALSE;

  return TRUE;
}

const char *
yf_topic_get_id (YfTopic topic)
{
  g_return_val_if_fail (topic < G_N_ELEMENTS (topic_ids), NULL);

  return topic_ids[topic];
}

gboolean
yf_topic_from_id (const char *id,
                  YfTopic    *topic)
{
  YF_IDS_FROM_ID (topic_ids, id, topic);
}

/**
 * yf_topic_get_name:
 * @topic: a topic
 *
 * Returns: (transfer none): the name of the shelf, in the person's language
 */
const char *
yf_topic_get_name (YfTopic topic)
{
  switch (topic)
    {
    case YF_TOPIC_DAY:
      return _("Through the day");
    case YF_TOPIC_COURSE:
      return _("From the first days to afterwards");
    case YF_TOPIC_SIGNS:
      return _("Telling signs apart");
    case YF_TOPIC_DOCTOR:
      return _("Doctors and treatment");
    case YF_TOPIC_MYTHS:
      return _("Often believed");
    default:
      g_return_val_if_reached (NULL);
    }
}
