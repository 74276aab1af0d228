/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "yf-audition.h"
#include "yf-own-clip-page.h"
#include "yf-own-clips.h"
#include "yf-recorder.h"

/* The quietest sound that moves the bar, in decibels below full scale. */
#define QUIETEST 50

/* What is so much longer than the built-in clip may not find room. */
#define MUCH_LONGER 1.5

struct _YfOwnClipPage
{
  AdwBin parent_instance;

  GtkLabel             *sentence;
  GtkLabel             *state;
  GtkLabel             *problem;
  GtkWidget            *choices;
  GtkWidget            *listen;
  GtkWidget            *record;
  GtkWidget            *import;
  GtkWidget            *remove;
  GtkWidget            *recording;
  GtkLabel             *prompt;
  GtkLevelBar          *level;
  GtkWidget            *stop;
  GtkWidget            *pending_box;
  GtkWidget            *pending_listen;
  GtkWidget            *keep;

  YfOwnVoice           *own_voice;
  YfAudition           *audition;
  YfRecorder           *recorder;
  GCancellable         *cancellable;
  GtkFileChooserNative *chooser;
  char                 *id;
  char                 *text;
  YfClip               *pending;   /* not kept yet, or NULL */
};

G_DEFINE_FINAL_TYPE (YfOwnClipPage, yf_own_clip_page, ADW_TYPE_BIN)

static void
show_problem (YfOwnClipPage *self,
              const char    *message)
{
  gtk_label_set_label (self->problem, message ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), message != NULL);
}

static YfClip *
find_builtin (YfOwnClipPage *self)
{
  YfVoice *voice = yf_own_voice_get_builtin (self->own_voice);

  return voice ? yf_voice_find (voice, self->id) : NULL;
}

static YfClip *
find_clip (YfOwnClipPage *self)
{
  YfVoice *voice = yf_own_voice_get_voice (self->own_voice);

  return voice ? yf_voice_find (voice, self->id) : NULL;
}

static gboolean
is_own (YfOwnClipPage *self)
{
  YfVoice *voice = yf_own_voice_get_voice (self->own_voice);

  return voice && yf_voice_is_own (voice, self->id);
}

static double
get_seconds (YfClip *clip)
{
  return (double) yf_clip_get_length (clip) / YF_SECOND;
}

/* How long one's own is, and whether that may be too long: what is said never
 * runs into the next tone. */
static char *
describe (YfOwnClipPage *self,
          YfClip        *clip)
{
  YfClip *builtin = find_builtin (self);

  if (builtin == NULL)
    /* Translators: %.1f is a number of seconds */
    return g_strdup_printf (_("It is %.1f seconds long."), get_seconds (clip));
  if (get_seconds (clip) > get_seconds (builtin) * MUCH_LONGER)
    /* Translators: both are numbers of seconds: how long the person's own recording is, and the built-in one */
    return g_strdup_printf (_("It is %.1f seconds long, the built-in one %.1f. Where there is too little time for it, nothing is said."),
                            get_seconds (clip), get_seconds (builtin));
  /* Translators: both are numbers of seconds: how long the person's own recording is, and the built-in one */
  return g_strdup_printf (_("It is %.1f seconds long, the built-in one %.1f."), get_seconds (clip),
                          get_seconds (builtin));
}

static char *
describe_state (YfOwnClipPage *self)
{
  YfClip *clip = self->pending ? self->pending : find_clip (self);
  g_autofree char *length = clip ? describe (self, clip) : NULL;

  if (self->pending)
    /* Translators: %s is a sentence about how long it is */
    return g_strdup_printf (_("This is not kept yet. %s"), length);
  if (clip == NULL)
    return g_strdup (_("Nobody says this so far."));
  if (is_own (self))
    /* Translators: %s is a sentence about how long it is */
    return g_strdup_printf (_("Your own recording is heard. %s"), length);
  return g_strdup (_("The built-in voice says this."));
}

static void
update (YfOwnClipPage *self)
{
  g_autofree char *state = describe_state (self);
  gboolean running = yf_recorder_is_running (self->recorder);

  gtk_label_set_label (self->state, state);
  gtk_widget_set_visible (GTK_WIDGET (self->state), !running);
  gtk_widget_set_visible (self->choices, !running && self->pending == NULL);
  gtk_widget_set_visible (self->recording, running);
  gtk_widget_set_visible (self->pending_box, !running && self->pending != NULL);
  gtk_widget_set_sensitive (self->listen, find_clip (self) != NULL);
  gtk_widget_set_visible (self->remove, is_own (self));
}

static void
play (YfOwnClipPage *self,
      YfClip        *clip)
{
  double volume;

  show_problem (self, NULL);
  g_object_get (yf_own_voice_get_preferences (self->own_voice), "speech-volume", &volume, NULL);
  if (clip)
    yf_audition_play (self->audition, clip, volume);
}

static void
listen_cb (YfOwnClipPage *self)
{
  play (self, self->pending ? self->pending : find_clip (self));
}

static void
lost_cb (YfOwnClipPage *self,
         const char    *message)
{
  show_problem (self, message);
}

static void
record_cb (YfOwnClipPage *self)
{
  /* What sounds would be recorded too. */
  yf_audition_stop (self->audition);
  show_problem (self, NULL);
  gtk_label_set_label (self->prompt, _("One moment…"));
  gtk_level_bar_set_value (self->level, 0);
  yf_recorder_start (self->recorder, self->id, self->text);
  update (self);
  gtk_widget_grab_focus (self->stop);
}

static void
level_cb (YfOwnClipPage *self,
          double         level)
{
  gtk_label_set_label (self->prompt, _("Speak now, then press Stop."));
  gtk_level_bar_set_value (self->level, level > 0 ? CLAMP (1 + 20 * log10 (level) / QUIETEST, 0, 1) : 0);
}

static void
stop_cb (YfOwnClipPage *self)
{
  yf_recorder_stop (self->recorder);
}

static void
take_pending (YfOwnClipPage *self,
              YfClip        *clip)
{
  g_clear_pointer (&self->pending, yf_clip_unref);
  self->pending = clip;
  update (self);
  gtk_widget_grab_focus (clip ? self->pending_listen : self->record);
}

static void
stopped_cb (YfOwnClipPage *self,
            YfClip        *clip)
{
  take_pending (self, yf_clip_ref (clip));
}

static void
failed_cb (YfOwnClipPage *self,
           const GError  *error)
{
  update (self);
  show_problem (self, error->message);
  gtk_widget_grab_focus (self->record);
}

static void
discard_cb (YfOwnClipPage *self)
{
  yf_audition_stop (self->audition);
  show_problem (self, NULL);
  take_pending (self, NULL);
}

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (YfOwnClipPage) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean kept = yf_own_clips_keep_finish (result, &error);

  /* The page may have been left: it is kept all the same. */
  if (self->own_voice == NULL)
    return;
  gtk_widget_set_sensitive (self->keep, TRUE);
  if (!kept)
    {
      show_problem (self, error->message);
      return;
    }
  yf_own_voice_reload (self->own_voice);
  take_pending (self, NULL);
}

static void
keep_cb (YfOwnClipPage *self)
{
  yf_audition_stop (self->audition);
  show_problem (self, NULL);
  gtk_widget_set_sensitive (self->keep, FALSE);
  yf_own_clips_keep_async (yf_own_voice_get_folder (self->own_voice), self->pending, NULL, kept_cb,
                           g_object_ref (self));
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (YfOwnClipPage) self = user_data;
  g_autoptr (GError) error = NULL;
  YfClip *clip = yf_own_clips_read_finish (result, &error);

  if (self->own_voice == NULL)
    {
      g_clear_pointer (&clip, yf_clip_unref);
      return;
    }
  gtk_widget_set_sensitive (self->choices, TRUE);
  if (clip)
    take_pending (self, clip);
  else
    show_problem (self, error->message);
}

static void
import_from_cb (YfOwnClipPage        *self,
                int                   response,
                GtkFileChooserNative *chooser)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_clear_object (&self->chooser);
  if (file == NULL)
    return;

  path = g_file_get_path (file);
  if (path == NULL)
    {
      show_problem (self, _("That file is not on this computer. Choose another."));
      return;
    }
  gtk_widget_set_sensitive (self->choices, FALSE);
  yf_own_clips_read_async (self->id, self->text, path, self->cancellable, read_cb, g_object_ref (self));
}

static void
import_cb (YfOwnClipPage *self)
{
  static const char * const suffixes[] = { "wav", "flac", "ogg", "oga", "opus", "m4a", "mp3" };
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  yf_audition_stop (self->audition);
  show_problem (self, NULL);
  g_clear_object (&self->chooser);
  gtk_file_filter_set_name (filter, _("Sound files"));
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  self->chooser = gtk_file_chooser_native_new (_("Import a Recording"),
                                               GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, _("_Import"), _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (import_from_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
remove_answered_cb (YfOwnClipPage *self,
                    const char    *response)
{
  g_autoptr (GError) error = NULL;

  if (g_strcmp0 (response, "remove") != 0)
    return;
  if (!yf_own_clips_remove (yf_own_voice_get_folder (self->own_voice), self->id, &error))
    show_problem (self, error->message);
  gtk_widget_grab_focus (self->record);
  yf_own_voice_reload (self->own_voice);
}

static void
remove_cb (YfOwnClipPage *self)
{
  GtkWidget *dialog;

  yf_audition_stop (self->audition);
  show_problem (self, NULL);
  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Delete Your Recording?"),
                                   find_builtin (self) ? _("The built-in voice is heard again. Nothing can bring the recording back.")
                                                       : _("Nobody says this any more then. Nothing can bring the recording back."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "remove", _("_Delete"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "remove", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (remove_answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
unmap (GtkWidget *widget)
{
  YfOwnClipPage *self = YF_OWN_CLIP_PAGE (widget);

  if (self->audition)
    yf_audition_stop (self->audition);
  if (self->recorder)
    yf_recorder_discard (self->recorder);

  GTK_WIDGET_CLASS (yf_own_clip_page_parent_class)->unmap (widget);
}

static void
dispose (GObject *object)
{
  YfOwnClipPage *self = YF_OWN_CLIP_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->audition);
  g_clear_object (&self->recorder);
  g_clear_object (&self->own_voice);
  g_clear_object (&self->chooser);
  g_clear_pointer (&self->pending, yf_clip_unref);

  G_OBJECT_CLASS (yf_own_clip_page_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  YfOwnClipPage *self = YF_OWN_CLIP_PAGE (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (yf_own_clip_page_parent_class)->finalize (object);
}

static void
yf_own_clip_page_class_init (YfOwnClipPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  G_OBJECT_CLASS (klass)->finalize = finalize;
  widget_class->unmap = unmap;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-own-clip-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YfOwnClipPage, sentence);
  gtk_widget_class_bind_template_child (widget_class, YfOwnClipPage, state);
  gtk_widget_class_bind_template_child (widget_class, YfOwnClipPage, problem);
  gtk_widget_class_bind_template_child (widget_class, YfOwnClipPage, choices);
  gtk_widget_class_bind_template_child (widget_class, YfOwnClipPage, listen);
  gtk_widget_class_bind_template_child (widget_class, YfOwnClipPage, record);
  gtk_widget_class_bind_template_child (widget_class, YfOwnClipPage, import);
  gtk_widget_class_bind_template_child (widget_class, YfOwnClipPage, remove);
  gtk_widget_class_bind_template_child (widget_class, YfOwnClipPage, recording);
  gtk_widget_class_bind_template_child (widget_class, YfOwnClipPage, prompt);
  gtk_widget_class_bind_template_child (widget_class, YfOwnClipPage, level);
  gtk_widget_class_bind_template_child (widget_class, YfOwnClipPage, stop);
  gtk_widget_class_bind_template_child (widget_class, YfOwnClipPage, pending_box);
  gtk_widget_class_bind_template_child (widget_class, YfOwnClipPage, pending_listen);
  gtk_widget_class_bind_template_child (widget_class, YfOwnClipPage, keep);
  gtk_widget_class_bind_template_callback (widget_class, listen_cb);
  gtk_widget_class_bind_template_callback (widget_class, record_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
  gtk_widget_class_bind_template_callback (widget_class, discard_cb);
}

static void
yf_own_clip_page_init (YfOwnClipPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->audition = yf_audition_new ();
  self->recorder = yf_recorder_new ();
  g_signal_connect_object (self->audition, "lost", G_CALLBACK (lost_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->recorder, "level", G_CALLBACK (level_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->recorder, "stopped", G_CALLBACK (stopped_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->recorder, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * yf_own_clip_page_new:
 * @own_voice: whose sentence it is
 * @id: the name of a clip
 * @text: what is said
 *
 * Returns: (transfer floating): a page for that sentence
 */
GtkWidget *
yf_own_clip_page_new (YfOwnVoice *own_voice,
                      const char *id,
                      const char *text)
{
  YfOwnClipPage *self = g_object_new (YF_TYPE_OWN_CLIP_PAGE, NULL);

  self->own_voice = g_object_ref (own_voice);
  self->id = g_strdup (id);
  self->text = g_strdup (text);
  gtk_label_set_label (self->sentence, text);
  g_signal_connect_object (own_voice, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
