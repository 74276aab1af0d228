/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "yf-audition.h"
#include "yf-page.h"
#include "yf-sound-check-page.h"

/* How long a session waits to know whether there is sound, in milliseconds. Where it
 * takes longer there is nothing to check: the session says so itself. */
#define PATIENCE 3000

typedef enum
{
  STEP_HEAR,
  STEP_HEADSET,
  STEP_SILENT,
} Step;

struct _YfSoundCheckPage
{
  AdwBin parent_instance;

  GtkWidget    *back;
  GtkImage     *icon;
  GtkLabel     *title;
  GtkLabel     *text;
  GtkWidget    *hints;
  GtkLabel     *raised;
  GtkWidget    *go_on;
  GtkLabel     *go_on_label;
  GtkLabel     *again_label;
  GtkWidget    *quiet;
  GtkWidget    *without;
  GtkWidget    *escape;

  YfPreferences *preferences;
  YfOwnVoice    *own_voice;
  YfAudition    *audition;
  gboolean       before_session;
  Step           step;
};

static void page_init (YfPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (YfSoundCheckPage, yf_sound_check_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (YF_TYPE_PAGE, page_init))

enum
{
  DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static YfClip *
find_clip (YfSoundCheckPage *self)
{
  YfVoice *voice = yf_own_voice_get_voice (self->own_voice);

  if (voice == NULL)
    return NULL;

  return yf_voice_find (voice, self->step == STEP_HEADSET ? "headset-help" : "sound-check");
}

static void
show_silence (YfSoundCheckPage *self,
              const char       *message)
{
  self->step = STEP_SILENT;
  gtk_image_set_from_icon_name (self->icon, "yf-mute-symbolic");
  gtk_label_set_label (self->title, _("There Is No Sound"));
  gtk_label_set_label (self->text, message);
  gtk_label_set_label (self->go_on_label, self->before_session ? _("Begin Without Sound") : _("Go Back"));
  gtk_label_set_label (self->again_label, _("Try Again"));
  gtk_widget_set_visible (self->hints, FALSE);
  gtk_widget_set_visible (self->quiet, FALSE);
  gtk_widget_set_visible (self->without, FALSE);
}

static void
show_text (YfSoundCheckPage *self)
{
  YfClip *clip = find_clip (self);

  gtk_label_set_label (self->text, clip && yf_clip_get_text (clip) ? yf_clip_get_text (clip) : "");
}

static void
show_hear (YfSoundCheckPage *self)
{
  self->step = STEP_HEAR;
  gtk_image_set_from_icon_name (self->icon, "yf-sound-symbolic");
  gtk_label_set_label (self->title, _("Can You Hear This?"));
  gtk_label_set_label (self->go_on_label, _("I Hear It Well"));
  gtk_label_set_label (self->again_label, _("Say It Again"));
  gtk_widget_set_visible (self->quiet, TRUE);
  gtk_widget_set_visible (self->without, self->before_session);
  show_text (self);
}

static void
show_headset (YfSoundCheckPage *self)
{
  self->step = STEP_HEADSET;
  gtk_label_set_label (self->title, _("If You Use a Headset"));
  gtk_label_set_label (self->go_on_label, self->before_session ? _("Begin") : _("Go Back"));
  gtk_widget_set_visible (self->hints, FALSE);
  gtk_widget_set_visible (self->quiet, FALSE);
  gtk_widget_set_visible (self->without, FALSE);
  show_text (self);
}

static void
play (YfSoundCheckPage *self)
{
  YfClip *clip = find_clip (self);
  double volume;

  g_object_get (self->preferences, "speech-volume", &volume, NULL);
  if (clip)
    yf_audition_play (self->audition, clip, volume);
}

static void
loaded_cb (YfSoundCheckPage *self)
{
  const char *trouble = yf_own_voice_get_trouble (self->own_voice);

  if (trouble)
    {
      show_silence (self, trouble);
      return;
    }
  show_text (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    play (self);
}

static void
lost_cb (YfSoundCheckPage *self,
         const char       *message)
{
  show_silence (self, message);
}

/* Whatever was said: who has seen this once is not kept by it again. */
static void
end (YfSoundCheckPage *self)
{
  yf_audition_stop (self->audition);
  if (self->step != STEP_SILENT)
    g_object_set (self->preferences, "sound-checked", TRUE, NULL);
  g_signal_emit (self, signals[DONE], 0);
}

static void
go_on_cb (YfSoundCheckPage *self)
{
  if (self->step != STEP_HEAR)
    {
      end (self);
      return;
    }

  g_object_set (self->preferences, "sound-checked", TRUE, NULL);
  show_headset (self);
  play (self);
}

static void
again_cb (YfSoundCheckPage *self)
{
  if (self->step == STEP_SILENT)
    {
      show_hear (self);
      if (yf_own_voice_get_trouble (self->own_voice))
        {
          yf_own_voice_reload (self->own_voice);
          return;
        }
    }
  play (self);
}

static void
quiet_cb (YfSoundCheckPage *self)
{
  double volume;

  g_object_get (self->preferences, "speech-volume", &volume, NULL);
  if (volume < 1)
    {
      /* Translators: %d is a number from 0 to 99 */
      g_autofree char *text = g_strdup_printf (_("The voice of Yanfei was at %d %%. Now it is at 100 %%."),
                                               (int) lround (volume * 100));

      gtk_label_set_label (self->raised, text);
      g_object_set (self->preferences, "speech-volume", 1.0, NULL);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->raised), *gtk_label_get_label (self->raised) != '\0');
  gtk_widget_set_visible (self->hints, TRUE);
  play (self);
}

static void
without_cb (YfSoundCheckPage *self)
{
  g_object_set (self->preferences, "sound-enabled", FALSE, NULL);
  end (self);
}

static void
skip_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  end (YF_SOUND_CHECK_PAGE (widget));
}

static void
focus_first (YfPage *page)
{
  gtk_widget_grab_focus (YF_SOUND_CHECK_PAGE (page)->go_on);
}

static void
page_init (YfPageInterface *iface)
{
  iface->focus_first = focus_first;
}

static void
map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (yf_sound_check_page_parent_class)->map (widget);

  play (YF_SOUND_CHECK_PAGE (widget));
}

static void
unmap (GtkWidget *widget)
{
  YfSoundCheckPage *self = YF_SOUND_CHECK_PAGE (widget);

  if (self->audition)
    yf_audition_stop (self->audition);

  GTK_WIDGET_CLASS (yf_sound_check_page_parent_class)->unmap (widget);
}

static void
dispose (GObject *object)
{
  YfSoundCheckPage *self = YF_SOUND_CHECK_PAGE (object);

  g_clear_object (&self->audition);
  g_clear_object (&self->own_voice);
  g_clear_object (&self->preferences);

  G_OBJECT_CLASS (yf_sound_check_page_parent_class)->dispose (object);
}

static void
yf_sound_check_page_class_init (YfSoundCheckPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  widget_class->map = map;
  widget_class->unmap = unmap;

  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "check.skip", NULL, skip_cb);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-sound-check-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YfSoundCheckPage, back);
  gtk_widget_class_bind_template_child (widget_class, YfSoundCheckPage, icon);
  gtk_widget_class_bind_template_child (widget_class, YfSoundCheckPage, title);
  gtk_widget_class_bind_template_child (widget_class, YfSoundCheckPage, text);
  gtk_widget_class_bind_template_child (widget_class, YfSoundCheckPage, hints);
  gtk_widget_class_bind_template_child (widget_class, YfSoundCheckPage, raised);
  gtk_widget_class_bind_template_child (widget_class, YfSoundCheckPage, go_on);
  gtk_widget_class_bind_template_child (widget_class, YfSoundCheckPage, go_on_label);
  gtk_widget_class_bind_template_child (widget_class, YfSoundCheckPage, again_label);
  gtk_widget_class_bind_template_child (widget_class, YfSoundCheckPage, quiet);
  gtk_widget_class_bind_template_child (widget_class, YfSoundCheckPage, without);
  gtk_widget_class_bind_template_child (widget_class, YfSoundCheckPage, escape);
  gtk_widget_class_bind_template_callback (widget_class, go_on_cb);
  gtk_widget_class_bind_template_callback (widget_class, again_cb);
  gtk_widget_class_bind_template_callback (widget_class, quiet_cb);
  gtk_widget_class_bind_template_callback (widget_class, without_cb);
}

static void
yf_sound_check_page_init (YfSoundCheckPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->audition = yf_audition_new ();
  g_signal_connect_object (self->audition, "lost", G_CALLBACK (lost_cb), self, G_CONNECT_SWAPPED);
}

/**
 * yf_sound_check_page_new:
 * @preferences: where it is kept that the sound was checked
 * @own_voice: who speaks
 * @before_session: whether a session begins when it is done
 *
 * Returns: (transfer floating): a page that asks whether it is heard
 */
GtkWidget *
yf_sound_check_page_new (YfPreferences *preferences,
                         YfOwnVoice    *own_voice,
                         gboolean       before_session)
{
  YfSoundCheckPage *self = g_object_new (YF_TYPE_SOUND_CHECK_PAGE, NULL);

  self->preferences = g_object_ref (preferences);
  self->own_voice = g_object_ref (own_voice);
  self->before_session = before_session;
  gtk_widget_set_visible (self->back, !before_session);
  gtk_widget_set_visible (self->escape, before_session);
  show_hear (self);
  g_signal_connect_object (own_voice, "changed", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

static gboolean
is_wanted (YfPreferences *preferences)
{
  gboolean checked, sound, tones, speech;

  g_object_get (preferences, "sound-checked", &checked, "sound-enabled", &sound, "tones-enabled", &tones,
                "speech-enabled", &speech, NULL);

  return !checked && sound && (tones || speech);
}

/**
 * yf_sound_check_page_expect:
 * @preferences: what the person prefers
 *
 * Says that yf_sound_check_page_is_due_async() will soon be asked. The sound system
 * may need seconds the first time, which nobody waits for who is answering
 * questions meanwhile.
 */
void
yf_sound_check_page_expect (YfPreferences *preferences)
{
  if (is_wanted (preferences))
    yf_audition_probe_async (NULL, NULL, NULL);
}

static gboolean
impatient_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);

  return G_SOURCE_REMOVE;
}

static void
probed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autofree char *message = NULL;

  g_task_return_boolean (task, yf_audition_probe_finish (result, &message));
}

/**
 * yf_sound_check_page_is_due_async:
 * @preferences: what the person prefers
 * @callback: called when it is known, within three seconds
 * @user_data: for @callback
 *
 * Finds out whether the sound should be checked before a session: it never
 * was, it is wanted, and there is some.
 */
void
yf_sound_check_page_is_due_async (YfPreferences       *preferences,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_task_set_source_tag (task, yf_sound_check_page_is_due_async);
  if (!is_wanted (preferences))
    {
      g_task_return_boolean (task, FALSE);
      return;
    }

  g_timeout_add_full (G_PRIORITY_DEFAULT, PATIENCE, impatient_cb, g_object_ref (cancellable), g_object_unref);
  yf_audition_probe_async (cancellable, probed_cb, g_steal_pointer (&task));
}

/**
 * yf_sound_check_page_is_due_finish:
 * @result: what the callback was given
 *
 * Returns: whether to show a sound check
 */
gboolean
yf_sound_check_page_is_due_finish (GAsyncResult *result)
{
  return g_task_propagate_boolean (G_TASK (result), NULL);
}
