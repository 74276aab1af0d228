/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-audition.h"
#include "yf-over-page.h"
#include "yf-own-clips-page.h"
#include "yf-own-voice.h"
#include "yf-rows.h"
#include "yf-sound-check-page.h"
#include "yf-sound-page.h"
#include "yf-volume-row.h"

struct _YfSoundPage
{
  AdwBin parent_instance;

  GtkLabel            *problem;
  AdwPreferencesGroup *all;
  AdwPreferencesGroup *tones;
  AdwPreferencesGroup *speech;
  AdwPreferencesGroup *levels;
  AdwPreferencesGroup *voices;
  AdwPreferencesGroup *own;

  YfPreferences       *preferences;
  YfOwnVoice          *own_voice;
  YfAudition          *audition;
  GCancellable        *cancellable;
  AdwActionRow        *own_row;
  GtkWidget           *speech_listen;
  gboolean             tones_play;   /* and not the voice */
};

G_DEFINE_FINAL_TYPE (YfSoundPage, yf_sound_page, ADW_TYPE_BIN)

enum
{
  PAGE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

typedef struct
{
  const char *value;
  const char *title;
  const char *subtitle;
} Choice;

static const Choice levels[] = {
  { "auto", N_("As I need it"), N_("Everything at first, and less of an exercise as I come to know it") },
  { "full", N_("Always everything"), N_("How to lie, every movement, every number") },
  { "short", N_("Less"), N_("Names, numbers, and the movements of the first repetition") },
  { "counts", N_("Little more than numbers"), N_("Besides them, only what nobody could know without being told") },
};

/* A language is called what those who speak it call it. */
static const Choice voices[] = {
  { "", N_("The language that Yanfei is in"), NULL },
  { "en", "English", NULL },
  { "zh", "中文（普通话）", NULL },
};

static void
show_problem (YfSoundPage *self,
              const char  *message)
{
  gtk_label_set_label (self->problem, message ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), message != NULL);
}

static void
lost_cb (YfSoundPage *self,
         const char  *message)
{
  show_problem (self, message);
}

static double
get_volume (YfSoundPage *self)
{
  double volume;

  g_object_get (self->preferences, self->tones_play ? "tone-volume" : "speech-volume", &volume, NULL);

  return volume;
}

static void
volume_cb (YfSoundPage *self)
{
  yf_audition_set_volume (self->audition, get_volume (self));
}

static void
play (YfSoundPage *self,
      YfClip      *clip,
      gboolean     tones)
{
  show_problem (self, NULL);
  self->tones_play = tones;
  yf_audition_play (self->audition, clip, get_volume (self));
}

static void
listen_tones_cb (YfSoundPage *self)
{
  g_autoptr (YfClip) tones = yf_audition_create_tones ();

  play (self, tones, TRUE);
}

static void
listen_speech_cb (YfSoundPage *self)
{
  YfVoice *voice = yf_own_voice_get_voice (self->own_voice);
  YfClip *clip = voice ? yf_voice_find (voice, "sound-check") : NULL;

  if (clip)
    play (self, clip, FALSE);
}

static void
loaded_cb (YfSoundPage *self)
{
  const char *trouble = yf_own_voice_get_trouble (self->own_voice);
  guint n = yf_own_voice_count_own (self->own_voice);
  g_autofree char *text = NULL;

  if (trouble)
    show_problem (self, trouble);
  gtk_widget_set_sensitive (self->speech_listen, trouble == NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->own_row), trouble == NULL);
  if (n == 0)
    text = g_strdup (_("Record or import what you would rather hear from somebody you know"));
  else
    /* Translators: %u is how many sentences a person has recorded in place of the built-in voice */
    text = g_strdup_printf (ngettext ("%u sentence is yours", "%u sentences are yours", n), n);
  adw_action_row_set_subtitle (self->own_row, text);
}

static void
probed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (YfSoundPage) self = user_data;
  g_autofree char *message = NULL;

  if (!yf_audition_probe_finish (result, &message) && message && self->preferences)
    show_problem (self, message);
}

static void
page_cb (YfSoundPage *self,
         GtkWidget   *page)
{
  g_signal_emit (self, signals[PAGE], 0, page);
}

static void
own_cb (YfSoundPage *self)
{
  GtkWidget *page = yf_own_clips_page_new (self->own_voice);

  yf_audition_stop (self->audition);
  g_signal_connect_object (page, "page", G_CALLBACK (page_cb), self, G_CONNECT_SWAPPED);
  g_signal_emit (self, signals[PAGE], 0, yf_over_page_new (_("Recordings of Your Own"), page));
}

static void
checked_cb (GtkWidget *page)
{
  gtk_widget_activate_action (page, "win.back", NULL);
}

static void
check_cb (YfSoundPage *self)
{
  GtkWidget *page = yf_sound_check_page_new (self->preferences, self->own_voice, FALSE);

  yf_audition_stop (self->audition);
  g_signal_connect (page, "done", G_CALLBACK (checked_cb), NULL);
  g_signal_emit (self, signals[PAGE], 0, page);
}

static void
chosen_cb (YfSoundPage    *self,
           GtkCheckButton *check)
{
  if (gtk_check_button_get_active (check))
    g_object_set (self->preferences, g_object_get_data (G_OBJECT (check), "property"),
                  (const char *) g_object_get_data (G_OBJECT (check), "value"), NULL);
}

static void
add_choices (YfSoundPage         *self,
             AdwPreferencesGroup *group,
             const char          *property,
             const Choice        *choices,
             guint                n_choices)
{
  g_autofree char *chosen = NULL;
  GtkCheckButton *first = NULL;

  g_object_get (self->preferences, property, &chosen, NULL);
  for (guint i = 0; i < n_choices; i++)
    {
      GtkCheckButton *check;

      adw_preferences_group_add (group, yf_rows_new_check (_(choices[i].title),
                                                           choices[i].subtitle ? _(choices[i].subtitle) : NULL,
                                                           &check));
      if (first)
        gtk_check_button_set_group (check, first);
      else
        first = check;
      g_object_set_data (G_OBJECT (check), "property", (gpointer) property);
      g_object_set_data (G_OBJECT (check), "value", (gpointer) choices[i].value);
      gtk_check_button_set_active (check, g_strcmp0 (chosen, choices[i].value) == 0);
      g_signal_connect_object (check, "toggled", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
    }
}

static GtkWidget *
add_button (YfSoundPage         *self,
            AdwPreferencesGroup *group,
            const char          *title,
            const char          *subtitle,
            const char          *label,
            GCallback            callback)
{
  GtkWidget *row = yf_rows_new_plain (title, subtitle);
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);

  return row;
}

static void
add_switch (YfSoundPage         *self,
            AdwPreferencesGroup *group,
            const char          *title,
            const char          *subtitle,
            const char          *property)
{
  GtkSwitch *toggle;

  adw_preferences_group_add (group, yf_rows_new_switch (title, subtitle, &toggle));
  g_object_bind_property (self->preferences, property, toggle, "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}

static void
add_own_row (YfSoundPage *self)
{
  GtkWidget *row = yf_rows_new_plain (_("Recordings of your own"), NULL);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_accessible_update_state (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_add_css_class (arrow, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (own_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->own, row);
  self->own_row = ADW_ACTION_ROW (row);
}

static void
fill (YfSoundPage *self)
{
  add_switch (self, self->all, _("Sound in a session"), _("Tones and voice together"), "sound-enabled");

  add_switch (self, self->tones, _("Play tones"), NULL, "tones-enabled");
  adw_preferences_group_add (self->tones, yf_volume_row_new (_("How loud the tones are"), self->preferences,
                                                             "tone-volume"));
  add_button (self, self->tones, _("What they sound like"), _("One movement: up, hold, down"), _("Listen"),
              G_CALLBACK (listen_tones_cb));

  add_switch (self, self->speech, _("Speak"), NULL, "speech-enabled");
  adw_preferences_group_add (self->speech, yf_volume_row_new (_("How loud the voice is"), self->preferences,
                                                              "speech-volume"));
  self->speech_listen = add_button (self, self->speech, _("What it sounds like"), NULL, _("Listen"),
                                    G_CALLBACK (listen_speech_cb));

  add_choices (self, self->levels, "speech-level", levels, G_N_ELEMENTS (levels));
  add_choices (self, self->voices, "voice", voices, G_N_ELEMENTS (voices));

  add_own_row (self);
  add_button (self, self->own, _("Sound check"), _("Is it loud enough where you lie?"), C_("sound", "Check"),
              G_CALLBACK (check_cb));
}

static void
unmap (GtkWidget *widget)
{
  YfSoundPage *self = YF_SOUND_PAGE (widget);

  if (self->audition)
    yf_audition_stop (self->audition);

  GTK_WIDGET_CLASS (yf_sound_page_parent_class)->unmap (widget);
}

static void
dispose (GObject *object)
{
  YfSoundPage *self = YF_SOUND_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->audition);
  g_clear_object (&self->own_voice);
  g_clear_object (&self->preferences);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (yf_sound_page_parent_class)->dispose (object);
}

static void
yf_sound_page_class_init (YfSoundPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  widget_class->unmap = unmap;

  signals[PAGE] = g_signal_new ("page", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, GTK_TYPE_WIDGET);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-sound-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YfSoundPage, problem);
  gtk_widget_class_bind_template_child (widget_class, YfSoundPage, all);
  gtk_widget_class_bind_template_child (widget_class, YfSoundPage, tones);
  gtk_widget_class_bind_template_child (widget_class, YfSoundPage, speech);
  gtk_widget_class_bind_template_child (widget_class, YfSoundPage, levels);
  gtk_widget_class_bind_template_child (widget_class, YfSoundPage, voices);
  gtk_widget_class_bind_template_child (widget_class, YfSoundPage, own);
}

static void
yf_sound_page_init (YfSoundPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->audition = yf_audition_new ();
  g_signal_connect_object (self->audition, "lost", G_CALLBACK (lost_cb), self, G_CONNECT_SWAPPED);
}

/**
 * yf_sound_page_new:
 * @person: whose recordings there may be; the log is open
 * @preferences: what is set
 *
 * Returns: (transfer floating): a page on which sound and speech are set
 */
GtkWidget *
yf_sound_page_new (YfPerson      *person,
                   YfPreferences *preferences)
{
  YfSoundPage *self = g_object_new (YF_TYPE_SOUND_PAGE, NULL);

  self->preferences = g_object_ref (preferences);
  self->own_voice = yf_own_voice_new (person, preferences);
  fill (self);
  g_signal_connect_object (self->own_voice, "changed", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (preferences, "notify::tone-volume", G_CALLBACK (volume_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (preferences, "notify::speech-volume", G_CALLBACK (volume_cb), self, G_CONNECT_SWAPPED);
  yf_audition_probe_async (self->cancellable, probed_cb, g_object_ref (self));

  return GTK_WIDGET (self);
}
