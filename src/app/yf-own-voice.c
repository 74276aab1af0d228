/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "yf-own-voice.h"

struct _YfOwnVoice
{
  GObject parent_instance;

  YfPerson      *person;
  YfPreferences *preferences;
  GCancellable  *cancellable;
  char          *folder;
  YfVoice       *builtin;       /* or NULL: it has not been loaded */
  YfVoice       *voice;         /* likewise */
  gboolean       failed;
};

G_DEFINE_FINAL_TYPE (YfOwnVoice, yf_own_voice, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
take_voice (YfOwnVoice *self,
            YfVoice    *voice)
{
  g_clear_pointer (&self->voice, yf_voice_unref);
  self->voice = voice;
  self->failed = voice == NULL;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
voice_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (YfOwnVoice) self = user_data;
  g_autoptr (GError) error = NULL;
  YfVoice *voice = yf_voice_load_finish (result, &error);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    take_voice (self, voice);
}

static void
builtin_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (YfOwnVoice) self = user_data;
  g_autoptr (GError) error = NULL;
  YfVoice *voice = yf_voice_load_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error)
    g_debug ("There is no voice: %s", error->message);

  g_clear_pointer (&self->builtin, yf_voice_unref);
  self->builtin = voice;
  if (voice)
    yf_voice_load_async (yf_voice_get_language (voice), self->folder, NULL, self->cancellable, voice_cb,
                         g_object_ref (self));
  else
    take_voice (self, NULL);
}

static void
dispose (GObject *object)
{
  YfOwnVoice *self = YF_OWN_VOICE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->person);
  g_clear_object (&self->preferences);

  G_OBJECT_CLASS (yf_own_voice_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  YfOwnVoice *self = YF_OWN_VOICE (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->builtin, yf_voice_unref);
  g_clear_pointer (&self->voice, yf_voice_unref);

  G_OBJECT_CLASS (yf_own_voice_parent_class)->finalize (object);
}

static void
yf_own_voice_class_init (YfOwnVoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dispose;
  G_OBJECT_CLASS (klass)->finalize = finalize;

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
yf_own_voice_init (YfOwnVoice *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * yf_own_voice_new:
 * @person: whose folder it is
 * @preferences: which voice they prefer
 *
 * Returns: (transfer full): a voice that is being loaded, and again whenever
 *   another is preferred
 */
YfOwnVoice *
yf_own_voice_new (YfPerson      *person,
                  YfPreferences *preferences)
{
  YfOwnVoice *self = g_object_new (YF_TYPE_OWN_VOICE, NULL);

  self->person = g_object_ref (person);
  self->preferences = g_object_ref (preferences);
  g_signal_connect_object (preferences, "notify::voice", G_CALLBACK (yf_own_voice_reload), self, G_CONNECT_SWAPPED);
  yf_own_voice_reload (self);

  return self;
}

/**
 * yf_own_voice_reload:
 * @self: a voice
 *
 * Looks at the folder again.
 */
void
yf_own_voice_reload (YfOwnVoice *self)
{
  const char *language;

  g_return_if_fail (YF_IS_OWN_VOICE (self));

  language = yf_preferences_get_voice (self->preferences);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_free (self->folder);
  self->folder = yf_voice_dup_own_folder (yf_store_get_directory (yf_person_get_store (self->person)), language);
  yf_voice_load_async (language, NULL, NULL, self->cancellable, builtin_cb, g_object_ref (self));
}

/**
 * yf_own_voice_get_voice:
 *
 * Returns: (transfer none) (nullable): what is heard in a session; %NULL as
 *   long as it is not loaded
 */
YfVoice *
yf_own_voice_get_voice (YfOwnVoice *self)
{
  g_return_val_if_fail (YF_IS_OWN_VOICE (self), NULL);

  return self->voice;
}

/**
 * yf_own_voice_get_builtin:
 *
 * Returns: (transfer none) (nullable): the voice without what is the person's
 *   own
 */
YfVoice *
yf_own_voice_get_builtin (YfOwnVoice *self)
{
  g_return_val_if_fail (YF_IS_OWN_VOICE (self), NULL);

  return self->builtin;
}

/**
 * yf_own_voice_get_trouble:
 *
 * Returns: (nullable): why there is no voice, in a sentence
 */
const char *
yf_own_voice_get_trouble (YfOwnVoice *self)
{
  g_return_val_if_fail (YF_IS_OWN_VOICE (self), NULL);

  return self->failed ? _("The voice is missing, so nothing can be said. Install Yanfei again. The tones are heard all the same.")
                      : NULL;
}

/**
 * yf_own_voice_get_folder:
 *
 * Returns: (type filename): where the person's own clips are; it need not
 *   exist
 */
const char *
yf_own_voice_get_folder (YfOwnVoice *self)
{
  g_return_val_if_fail (YF_IS_OWN_VOICE (self), NULL);

  return self->folder;
}

YfPreferences *
yf_own_voice_get_preferences (YfOwnVoice *self)
{
  g_return_val_if_fail (YF_IS_OWN_VOICE (self), NULL);

  return self->preferences;
}

/**
 * yf_own_voice_count_own:
 *
 * Returns: how many clips are the person's own
 */
guint
yf_own_voice_count_own (YfOwnVoice *self)
{
  GPtrArray *clips;
  guint n = 0;

  g_return_val_if_fail (YF_IS_OWN_VOICE (self), 0);

  clips = self->voice ? yf_voice_get_clips (self->voice) : NULL;
  for (guint i = 0; clips && i < clips->len; i++)
    if (yf_voice_is_own (self->voice, yf_clip_get_id (g_ptr_array_index (clips, i))))
      n++;

  return n;
}

static void
line_free (gpointer data)
{
  YfLine *line = data;

  g_free (line->id);
  g_free (line->text);
  g_free (line);
}

static YfLineKind
get_kind (const char *id)
{
  static const struct
  {
    const char *prefix;
    YfLineKind  kind;
  } kinds[] = {
    { "name-", YF_LINE_NAME },
    { "how-", YF_LINE_HOW },
    { "label-", YF_LINE_MOVEMENT },
    { "inhale", YF_LINE_MOVEMENT },
    { "exhale", YF_LINE_MOVEMENT },
    { "raise", YF_LINE_MOVEMENT },
    { "hold", YF_LINE_MOVEMENT },
    { "lower", YF_LINE_MOVEMENT },
    { "rest", YF_LINE_MOVEMENT },
    { "n-", YF_LINE_NUMBER },
    { "minutes-left-", YF_LINE_NUMBER },
    { "seconds-left-", YF_LINE_NUMBER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_prefix (id, kinds[i].prefix))
      return kinds[i].kind;

  return g_str_has_prefix (id, "set-") && g_ascii_isdigit (id[strlen ("set-")]) ? YF_LINE_NUMBER : YF_LINE_OTHER;
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const YfLine *one = *(const YfLine * const *) a;
  const YfLine *other = *(const YfLine * const *) b;
  g_autofree char *one_key = g_utf8_collate_key_for_filename (one->id, -1);
  g_autofree char *other_key = g_utf8_collate_key_for_filename (other->id, -1);

  if (one->kind != other->kind)
    return one->kind < other->kind ? -1 : 1;
  return strcmp (one_key, other_key);
}

static void
add_line (GPtrArray  *lines,
          GHashTable *known,
          const char *id,
          const char *text)
{
  YfLine *line;

  if (g_hash_table_contains (known, id))
    return;
  line = g_new0 (YfLine, 1);
  line->id = g_strdup (id);
  line->text = g_strdup (text ? text : id);
  line->kind = get_kind (id);
  g_ptr_array_add (lines, line);
  g_hash_table_add (known, line->id);
}

/* What an exercise of one's own is called has no built-in clip; who wants to
 * hear it says it. */
static void
add_exercise (GPtrArray  *lines,
              GHashTable *known,
              YfExercise *exercise)
{
  g_autofree char *name = g_strconcat ("name-", yf_exercise_get_id (exercise), NULL);

  add_line (lines, known, name, yf_exercise_get_name (exercise));
  for (guint i = 0; i < yf_exercise_get_n_phases (exercise); i++)
    {
      const YfPhase *phase = yf_exercise_get_phase (exercise, i);
      g_autofree char *label = phase->label ? yf_voice_dup_label_id (phase->label) : NULL;

      if (label)
        add_line (lines, known, label, yf_phase_get_name (phase));
    }
}

/**
 * yf_own_voice_list_lines:
 * @self: a voice
 *
 * Returns: (transfer full) (element-type YfLine): all that is said, or could
 *   be, by kind and name
 */
GPtrArray *
yf_own_voice_list_lines (YfOwnVoice *self)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *exercises;

  g_return_val_if_fail (YF_IS_OWN_VOICE (self), lines);

  exercises = self->person ? yf_catalogue_get_exercises (yf_person_get_catalogue (self->person)) : NULL;
  for (guint i = 0; self->voice && exercises && i < exercises->len; i++)
    if (yf_exercise_is_own (g_ptr_array_index (exercises, i)))
      add_exercise (lines, known, g_ptr_array_index (exercises, i));
  for (guint v = 0; self->voice && v < 2; v++)
    {
      GPtrArray *clips = yf_voice_get_clips (v == 0 ? self->builtin : self->voice);

      for (guint i = 0; i < clips->len; i++)
        {
          YfClip *clip = g_ptr_array_index (clips, i);

          add_line (lines, known, yf_clip_get_id (clip), yf_clip_get_text (clip));
        }
    }
  g_ptr_array_sort (lines, compare_lines);

  return lines;
}
