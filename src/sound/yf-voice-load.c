/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-voice-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yf-clip-source.h"
#include "yf-own-clips.h"

/* How long one file of a person's own may take to be read, and all of them
 * together: somebody waits for the session to begin. */
#define FILE_TIME (5 * YF_SECOND)
#define ALL_TIME (20 * YF_SECOND)

/* As many names as a voice has, and some more. */
#define MOST_FILES 1000

/* An exercise of one's own has a name, and may have labels, that only the
 * person who wrote it has ever said. */
static void
add_texts (YfVoiceOrder *self,
           YfTimeline   *timeline)
{
  YfRoutine *routine = yf_timeline_get_routine (timeline);

  for (guint i = 0; i < yf_routine_get_n_items (routine); i++)
    {
      YfExercise *exercise = yf_routine_get_item (routine, i)->exercise;

      if (!yf_exercise_is_own (exercise))
        continue;

      g_hash_table_replace (self->texts, g_strconcat ("name-", yf_exercise_get_id (exercise), NULL),
                            g_strdup (yf_exercise_get_name (exercise)));
      for (guint p = 0; p < yf_exercise_get_n_phases (exercise); p++)
        {
          const YfPhase *phase = yf_exercise_get_phase (exercise, p);

          if (phase->label != NULL)
            g_hash_table_replace (self->texts, yf_voice_dup_label_id (phase->label),
                                  g_strdup (yf_phase_get_name (phase)));
        }
    }
}

/* Where the built-in voices are: where somebody says they are, where they were
 * installed, or, of a program that was built and not installed, beside it. */
static char *
find_builtin (const char *language)
{
  const char *named = g_getenv ("YANFEI_VOICEDIR");
  g_autofree char *installed = g_build_filename (YF_VOICEDIR, language, NULL);
  g_autofree char *program = NULL;
  g_autofree char *folder = NULL;

  if (named != NULL && *named != '\0')
    return g_build_filename (named, language, NULL);

  program = g_file_read_link ("/proc/self/exe", NULL);
  if (g_file_test (installed, G_FILE_TEST_IS_DIR) || program == NULL)
    return g_steal_pointer (&installed);

  folder = g_path_get_dirname (program);

  return g_build_filename (folder, "..", "..", "data", "voices", language, NULL);
}

static void
take_clip (YfVoice *self,
           YfClip  *clip)
{
  YfClip *before = g_hash_table_lookup (self->by_id, yf_clip_get_id (clip));

  g_hash_table_replace (self->by_id, (gpointer) yf_clip_get_id (clip), clip);
  if (before != NULL)
    g_ptr_array_remove (self->clips, before);
  g_ptr_array_add (self->clips, clip);
}

/* A line of the index: id, number of samples, text. */
static gboolean
load_line (YfVoice     *self,
           const char  *folder,
           const char  *line,
           GError     **error)
{
  g_auto (GStrv) parts = g_strsplit (line, "\t", 3);
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  YfClip *clip;

  if (g_strv_length (parts) != 3)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("not a line of an index: %s"), line);
      return FALSE;
    }

  name = g_strconcat (parts[0], ".wav", NULL);
  path = g_build_filename (folder, name, NULL);
  clip = yf_clip_new_mapped (parts[0], parts[2], path, error);
  if (clip == NULL)
    {
      g_prefix_error (error, "%s: ", path);
      return FALSE;
    }

  take_clip (self, clip);

  return TRUE;
}

static gboolean
load_builtin (YfVoice  *self,
              GError  **error)
{
  g_autofree char *folder = find_builtin (self->language);
  g_autofree char *index = g_build_filename (folder, "index", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (index, &text, NULL, error))
    return FALSE;

  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    if (**line != '\0' && !load_line (self, folder, *line, error))
      return FALSE;

  return TRUE;
}

static void
add_problem (YfVoice      *self,
             const char   *path,
             const GError *error)
{
  g_autofree char *name = g_filename_display_name (path);
  char *problem;

  switch (error->code)
    {
    case G_IO_ERROR_INVALID_DATA:
      /* Translators: %s is the name of a sound file. */
      problem = g_strdup_printf (_("%s is left out: nothing can be heard in it. Record it again."), name);
      break;

    case G_IO_ERROR_MESSAGE_TOO_LARGE:
      /* Translators: %s is the name of a sound file. */
      problem = g_strdup_printf (_("%s is left out: it is longer than 30 seconds. Record it again, and shorter."), name);
      break;

    case G_IO_ERROR_TIMED_OUT:
      /* Translators: %s is the name of a sound file. */
      problem = g_strdup_printf (_("%s is left out: reading it takes too long. Copy it to this computer, or record it again."), name);
      break;

    case G_IO_ERROR_NOT_REGULAR_FILE:
    case G_IO_ERROR_FAILED:
      /* Translators: %s is the name of a sound file. */
      problem = g_strdup_printf (_("%s is left out: it cannot be read. See whether it is a file, and whether you may open it."), name);
      break;

    default:
      /* Translators: %s is the name of a sound file. */
      problem = g_strdup_printf (_("%s is left out: it is not a sound that can be played here. Record it again as WAV."), name);
      break;
    }

  g_ptr_array_add (self->problems, problem);
}

static void
load_file (YfVoice      *self,
           const char   *folder,
           const char   *name,
           gint64        time,
           GCancellable *cancellable)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *id = g_strndup (name, strrchr (name, '.') - name);
  g_autoptr (GError) error = NULL;
  YfClip *before = yf_voice_find (self, id);
  YfClip *clip = NULL;

  if (g_hash_table_contains (self->own, id))
    return;

  if (time <= 0)
    g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT, _("took too long"));
  else
    clip = yf_clip_decode (id, before ? yf_clip_get_text (before) : NULL, path, MIN (time, FILE_TIME),
                           cancellable, &error);

  if (clip != NULL)
    {
      g_hash_table_add (self->own, g_steal_pointer (&id));
      take_clip (self, clip);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      add_problem (self, path, error);
    }
}

/* By format, for the better one is taken, and then by name. */
static gint
compare_files (gconstpointer a,
               gconstpointer b)
{
  const char *one = *(const char * const *) a;
  const char *other = *(const char * const *) b;
  int difference = yf_own_clips_get_rank (one) - yf_own_clips_get_rank (other);

  return difference != 0 ? difference : strcmp (one, other);
}

/* In an order that does not depend on the disk. A folder that is not there
 * has nothing in it. */
static void
load_own (YfVoice      *self,
          const char   *path,
          GCancellable *cancellable)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  gint64 deadline = g_get_monotonic_time () + ALL_TIME;
  const char *name;

  while (folder != NULL && names->len < MOST_FILES && (name = g_dir_read_name (folder)))
    if (yf_own_clips_get_rank (name) >= 0)
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_files);

  for (guint i = 0; i < names->len && !g_cancellable_is_cancelled (cancellable); i++)
    load_file (self, path, names->pdata[i], deadline - g_get_monotonic_time (), cancellable);
}

/* What cannot be spoken is left to the tones. */
static void
speak_texts (YfVoice      *self,
             GHashTable   *texts,
             GCancellable *cancellable)
{
  gint64 deadline = g_get_monotonic_time () + FILE_TIME;
  GHashTableIter iter;
  gpointer id;
  gpointer text;

  g_hash_table_iter_init (&iter, texts);
  while (g_hash_table_iter_next (&iter, &id, &text) && !g_cancellable_is_cancelled (cancellable))
    {
      gint64 time = deadline - g_get_monotonic_time ();
      g_autoptr (GError) error = NULL;
      YfClip *clip;

      if (time <= 0 || yf_voice_find (self, id) || !yf_clip_can_speak (self->language, text))
        continue;

      clip = yf_clip_speak (id, text, self->language, time, cancellable, &error);
      if (clip != NULL)
        take_clip (self, clip);
      else
        g_debug ("\"%s\" is not spoken: %s", (char *) text, error->message);
    }
}

static gint
compare_clips (gconstpointer a,
               gconstpointer b)
{
  return strcmp (yf_clip_get_id (*(YfClip * const *) a), yf_clip_get_id (*(YfClip * const *) b));
}

YfVoiceOrder *
yf_voice_order_new (const char *language,
                    const char *own_folder,
                    YfTimeline *timeline)
{
  YfVoiceOrder *self = g_new0 (YfVoiceOrder, 1);

  self->language = g_strdup (language);
  self->own_folder = g_strdup (own_folder);
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (timeline != NULL)
    add_texts (self, timeline);

  return self;
}

void
yf_voice_order_free (YfVoiceOrder *self)
{
  g_hash_table_unref (self->texts);
  g_free (self->own_folder);
  g_free (self->language);
  g_free (self);
}

/**
 * yf_voice_order_load:
 * @order: what is wanted
 * @cancellable: (nullable): to stop it
 * @error: return location for an error, as those of yf_voice_new()
 *
 * Does the work of yf_voice_new(), on whatever thread.
 *
 * Returns: (transfer full): a voice, or %NULL
 */
YfVoice *
yf_voice_order_load (YfVoiceOrder  *order,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autoptr (YfVoice) self = g_new0 (YfVoice, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->language = g_strdup (order->language);
  self->clips = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_clip_unref);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->own = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->problems = g_ptr_array_new_with_free_func (g_free);

  if (!load_builtin (self, error))
    return NULL;

  if (order->own_folder != NULL)
    load_own (self, order->own_folder, cancellable);
  speak_texts (self, order->texts, cancellable);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  g_ptr_array_sort (self->clips, compare_clips);
  g_ptr_array_add (self->problems, NULL);

  return g_steal_pointer (&self);
}
