/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-voice-private.h"

G_DEFINE_BOXED_TYPE (YfVoice, yf_voice, yf_voice_ref, yf_voice_unref)

/**
 * yf_voice_new:
 * @language: "en" or "zh"
 * @own_folder: (nullable): where the person keeps clips of their own, see
 *   yf_voice_dup_own_folder(); it need not exist
 * @timeline: (nullable): what is going to be done: the names and labels of
 *   exercises of one's own are spoken for it, where they can be
 * @cancellable: (nullable): to stop it
 * @error: return location for an error
 *
 * Loads a voice. With neither a folder nor a timeline that has exercises of
 * one's own it is a matter of milliseconds; otherwise it blocks, for half a
 * minute at most: see yf_voice_load_async(). A clip ID.wav of the folder (or
 * .flac, .ogg, .oga, .opus, .m4a, .mp3) takes the place of the built-in clip
 * ID. An error is in #G_FILE_ERROR or #G_IO_ERROR: there is no such voice.
 *
 * Returns: (transfer full): a voice, or %NULL
 */
YfVoice *
yf_voice_new (const char    *language,
              const char    *own_folder,
              YfTimeline    *timeline,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (YfVoiceOrder) order = NULL;

  g_return_val_if_fail (language != NULL, NULL);

  order = yf_voice_order_new (language, own_folder, timeline);

  return yf_voice_order_load (order, cancellable, error);
}

static void
load_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GError *error = NULL;
  YfVoice *voice = yf_voice_order_load (task_data, cancellable, &error);

  if (voice != NULL)
    g_task_return_pointer (task, voice, (GDestroyNotify) yf_voice_unref);
  else
    g_task_return_error (task, error);
}

/**
 * yf_voice_load_async:
 * @language: "en" or "zh"
 * @own_folder: (nullable): where the person keeps clips of their own
 * @timeline: (nullable): what is going to be done
 * @cancellable: (nullable): to stop it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Does what yf_voice_new() does, on a thread of its own.
 */
void
yf_voice_load_async (const char          *language,
                     const char          *own_folder,
                     YfTimeline          *timeline,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (language != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, yf_voice_load_async);
  g_task_set_task_data (task, yf_voice_order_new (language, own_folder, timeline),
                        (GDestroyNotify) yf_voice_order_free);
  g_task_run_in_thread (task, load_thread);
}

/**
 * yf_voice_load_finish:
 * @result: what the callback was given
 * @error: return location for an error, as those of yf_voice_new()
 *
 * Returns: (transfer full): a voice, or %NULL
 */
YfVoice *
yf_voice_load_finish (GAsyncResult  *result,
                      GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

YfVoice *
yf_voice_ref (YfVoice *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
yf_voice_unref (YfVoice *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->own);
  g_ptr_array_unref (self->clips);
  g_ptr_array_unref (self->problems);
  g_free (self->language);
  g_free (self);
}

/**
 * yf_voice_get_language:
 * @self: a voice
 *
 * Returns: (transfer none): "en" or "zh"
 */
const char *
yf_voice_get_language (YfVoice *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->language;
}

/**
 * yf_voice_get_clips:
 * @self: a voice
 *
 * Returns: (transfer none) (element-type YfClip): everything it can say, by
 *   name
 */
GPtrArray *
yf_voice_get_clips (YfVoice *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->clips;
}

/**
 * yf_voice_find:
 * @self: a voice
 * @id: the name of a clip, such as "paused"
 *
 * Returns: (transfer none) (nullable): the clip, if the voice has it
 */
YfClip *
yf_voice_find (YfVoice    *self,
               const char *id)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->by_id, id);
}

/**
 * yf_voice_is_own:
 * @self: a voice
 * @id: the name of a clip
 *
 * Returns: whether the clip comes from the person's own folder
 */
gboolean
yf_voice_is_own (YfVoice    *self,
                 const char *id)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return g_hash_table_contains (self->own, id);
}

/**
 * yf_voice_get_problems:
 * @self: a voice
 *
 * Returns: (transfer none) (array zero-terminated=1): a sentence for the
 *   person about each file of theirs that is left out, in their language
 */
const char * const *
yf_voice_get_problems (YfVoice *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char * const *) self->problems->pdata;
}

/**
 * yf_voice_guess_language:
 *
 * Returns: (transfer none): the voice that speaks the person's language, as
 *   the locale has it: "zh" for Chinese, otherwise "en"
 */
const char *
yf_voice_guess_language (void)
{
  const char *name = g_get_language_names ()[0];

  return g_str_has_prefix (name, "zh") ? "zh" : "en";
}

/**
 * yf_voice_dup_own_folder:
 * @data_dir: (nullable): where the program keeps its data; %NULL is
 *   $XDG_DATA_HOME/yanfei
 * @language: "en" or "zh"
 *
 * Returns: (transfer full) (type filename): where a person keeps clips of
 *   their own for a voice; it need not exist
 */
char *
yf_voice_dup_own_folder (const char *data_dir,
                         const char *language)
{
  g_return_val_if_fail (language != NULL, NULL);

  return data_dir != NULL ? g_build_filename (data_dir, "voices", language, NULL)
                          : g_build_filename (g_get_user_data_dir (), "yanfei", "voices", language, NULL);
}

/**
 * yf_voice_dup_label_id:
 * @label: what a phase is called in its exercise, untranslated
 *
 * Returns: (transfer full): the name of the clip that says it: "Let go" is
 *   "label-let-go"
 */
char *
yf_voice_dup_label_id (const char *label)
{
  g_autoptr (GString) id = g_string_new ("label-");

  g_return_val_if_fail (label != NULL, NULL);

  for (const char *c = label; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (g_unichar_isalnum (letter))
        g_string_append_unichar (id, g_unichar_tolower (letter));
      else if (id->str[id->len - 1] != '-')
        g_string_append_c (id, '-');
    }
  if (id->str[id->len - 1] == '-')
    g_string_truncate (id, id->len - 1);

  return g_string_free (g_steal_pointer (&id), FALSE);
}
