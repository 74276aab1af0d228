/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-adjust-dialog.h"
#include "yf-adjust-rows.h"
#include "yf-figure-view.h"
#include "yf-notice-bar.h"
#include "yf-page.h"
#include "yf-session-page.h"
#include "yf-session-readouts.h"
#include "yf-text.h"

/*
 * What a person on the mat sees. It reads the playhead once a frame and keeps
 * no time of its own.
 */
struct _YfSessionPage
{
  AdwBin parent_instance;

  AdwWindowTitle     *window_title;
  GtkToggleButton    *sound;
  GtkImage           *sound_icon;
  YfNoticeBar        *bar;
  GtkWidget          *phase;
  GtkImage           *phase_icon;
  GtkLabel           *phase_word;
  GtkLabel           *side;
  YfFigureView       *figure;
  YfSessionReadouts  *readouts;
  GtkLabel           *next_label;
  GtkProgressBar     *progress;
  GtkLabel           *left;
  GtkWidget          *tap;
  GtkWidget          *pause;
  GtkImage           *pause_icon;
  GtkLabel           *pause_label;
  GtkWidget          *skip;
  GtkWidget          *hurts;

  YfPerson           *person;
  YfRun              *run;
  YfPlayer           *player;
  GtkEventController *keys;
  GtkWidget          *question;
  GtkWidget          *adjusting;   /* the dialog, or NULL */
  const char         *style;       /* of the phase */
  guint               tick;
};

static void page_init (YfPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (YfSessionPage, yf_session_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (YF_TYPE_PAGE, page_init))

enum
{
  STOP,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Of what is in the page's body, and around it; as in the style sheet. */
#define SPACING 8
#define MARGIN 18

static void
update_time (YfSessionPage *self)
{
  gint64 total = yf_timeline_get_length (yf_player_get_timeline (self->player));
  gint64 position = yf_player_get_position (self->player);
  int minutes = (int) ((MAX (total - position, 0) + 60 * YF_SECOND - 1) / (60 * YF_SECOND));
  g_autofree char *left = NULL;

  if (total > 0)
    {
      double fraction = CLAMP ((double) position / (double) total, 0.0, 1.0);

      /* A step of half a percent is all that is seen; less would redraw the
       * page with every frame. */
      if (ABS (fraction - gtk_progress_bar_get_fraction (self->progress)) >= 0.005)
        gtk_progress_bar_set_fraction (self->progress, fraction);
    }

  if (minutes <= 1)
    left = g_strdup (_("Less than a minute left"));
  else
    /* Translators: %d is how many minutes of the session are left, at most */
    left = g_strdup_printf (ngettext ("Up to %d minute left", "Up to %d minutes left", minutes), minutes);
  gtk_label_set_label (self->left, left);
}

static void
update_title (YfSessionPage *self)
{
  const YfSegment *segment = yf_player_get_segment (self->player);
  const YfDose *dose = &yf_run_get_item (self->run)->dose;
  const char *side = yf_text_side (segment->side);
  g_autofree char *set = NULL;

  /* Translators: which set of how many */
  set = g_strdup_printf (_("Set %d of %d"), MAX (segment->set, 1), dose->sets);
  adw_window_title_set_title (self->window_title, yf_exercise_get_name (segment->exercise));
  adw_window_title_set_subtitle (self->window_title, set);
  gtk_label_set_label (self->side, side ? side : "");
  gtk_widget_set_visible (GTK_WIDGET (self->side), side != NULL);
}

static void
update_next (YfSessionPage *self)
{
  YfTimeline *timeline = yf_player_get_timeline (self->player);
  guint next = yf_player_get_segment_index (self->player) + 1;
  g_autofree char *text = NULL;

  if (yf_player_get_state (self->player) == YF_PLAYER_WAITING)
    text = g_strdup (_("Press Done when you have done it"));
  else if (next >= yf_timeline_get_n_segments (timeline))
    text = g_strdup (_("Next: the end"));
  else
    {
      const YfSegment *segment = yf_timeline_get_segment (timeline, next);
      g_autofree char *length = yf_text_length (segment->length);

      /* Translators: what comes next in a session, and how long: "Hold", "3 seconds" */
      text = g_strdup_printf (_("Next: %s, %s"), yf_segment_get_name (segment), length);
    }
  gtk_label_set_label (self->next_label, text);
}

static void
update_segment (YfSessionPage *self)
{
  const YfSegment *segment = yf_player_get_segment (self->player);
  gboolean paused = yf_player_get_state (self->player) == YF_PLAYER_PAUSED;
  const char *phase = paused ? _("Paused") : yf_segment_get_name (segment);
  const char *style = paused ? "rest" : yf_text_segment_class (segment->kind);

  if (self->style)
    gtk_widget_remove_css_class (self->phase, self->style);
  self->style = style;
  gtk_widget_add_css_class (self->phase, self->style);
  gtk_image_set_from_icon_name (self->phase_icon,
                                paused ? "yf-pause-symbolic" : yf_text_segment_icon (segment->kind));
  gtk_label_set_label (self->phase_word, phase);
  yf_session_readouts_update_segment (self->readouts, phase, style);

  update_title (self);
  update_next (self);
  update_time (self);
}

static void
update_state (YfSessionPage *self)
{
  YfPlayerState state = yf_player_get_state (self->player);
  gboolean paused = state == YF_PLAYER_PAUSED;
  gboolean over = yf_player_has_ended (self->player);

  gtk_image_set_from_icon_name (self->pause_icon, paused ? "yf-resume-symbolic" : "yf-pause-symbolic");
  gtk_label_set_label (self->pause_label, paused ? _("Go On") : _("Pause"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "session.pause", !over);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "session.skip", !over);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "session.hurts", !over);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "session.tap", !over && !paused);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "session.ask", !over);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "session.adjust", !over);
  if (!over)
    update_segment (self);
}

/* Digits are to be read from the mat: each is a sixth of the height, beside the other or
 * above it, whatever else there is. The figure has what is left, and gives way where that
 * is too little. */
static void
update_figure (YfSessionPage *self)
{
  GtkWidget *readouts = GTK_WIDGET (self->readouts);
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  int room = gtk_widget_get_height (readouts);
  int least;

  if (height == 0 || room == 0)
    return;

  if (gtk_widget_get_visible (GTK_WIDGET (self->figure)))
    room += gtk_widget_get_height (GTK_WIDGET (self->figure)) + SPACING;
  least = yf_session_readouts_fit (self->readouts, gtk_widget_get_width (GTK_WIDGET (self)) - 2 * MARGIN,
                                   (height + 5) / 6);
  gtk_widget_set_size_request (readouts, -1, room >= least ? least : -1);
  gtk_widget_set_visible (GTK_WIDGET (self->figure), room - least >= YF_FIGURE_VIEW_MIN_HEIGHT + SPACING);
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *frame_clock,
         gpointer       user_data)
{
  YfSessionPage *self = YF_SESSION_PAGE (widget);

  if (yf_player_has_ended (self->player))
    {
      self->tick = 0;
      return G_SOURCE_REMOVE;
    }
  update_time (self);
  yf_session_readouts_update_time (self->readouts);
  update_figure (self);
  return G_SOURCE_CONTINUE;
}

static void
pause_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  YfSessionPage *self = YF_SESSION_PAGE (widget);

  if (!yf_player_resume (self->player))
    yf_player_pause (self->player);
}

static void
skip_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  yf_player_next (YF_SESSION_PAGE (widget)->player);
}

/* The forward button of a presenter: whatever is to come next. */
static void
go_forward (YfSessionPage *self)
{
  if (!yf_player_tap (self->player) && !yf_player_resume (self->player))
    yf_player_pause (self->player);
}

static void
hurts_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  yf_player_hurt (YF_SESSION_PAGE (widget)->player);
}

static void
tap_cb (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  yf_player_tap (YF_SESSION_PAGE (widget)->player);
}

static void
ask_cb (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  yf_session_page_ask_stop (YF_SESSION_PAGE (widget), FALSE);
}

static void
adjust_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  YfSessionPage *self = YF_SESSION_PAGE (widget);
  GtkWidget *dialog;

  if (self->adjusting || self->question || yf_player_has_ended (self->player))
    return;

  dialog = yf_adjust_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->person, self->player);
  g_signal_connect_object (dialog, "refused", G_CALLBACK (yf_notice_bar_show_notice), self->bar, G_CONNECT_SWAPPED);
  g_set_weak_pointer (&self->adjusting, dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Whether the programme in force allows so much. */
static gboolean
check_programme (YfSessionPage  *self,
                 YfExercise     *exercise,
                 const YfDose   *dose,
                 GError        **error)
{
  g_autoptr (YfProgramme) programme = NULL;

  return yf_person_dup_programme (self->person, &programme, error) &&
         yf_programme_check_dose (programme, exercise, dose, error);
}

/* One repetition more or less in each set, without a look at the screen. */
static void
change_reps (YfSessionPage *self,
             int            more)
{
  const YfRoutineItem *item = yf_run_get_item (self->run);
  YfExercise *exercise = item->exercise;
  YfDose dose = item->dose;
  const YfPace pace = item->pace;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  dose.reps += more;
  if (yf_adjust_has_fixed_reps (exercise))
    yf_notice_bar_show_notice (self->bar, _("The number of repetitions of this exercise is fixed."));
  else if ((more > 0 && !check_programme (self, exercise, &dose, &error)) ||
           !yf_player_adjust (self->player, yf_player_get_segment (self->player)->item, &dose, &pace, &error))
    yf_notice_bar_show_notice (self->bar, error->message);
  else
    {
      /* Translators: what was just changed in a session */
      text = g_strdup_printf (ngettext ("Now %d repetition in a set.", "Now %d repetitions in a set.", dose.reps),
                              dose.reps);
      yf_notice_bar_show_notice (self->bar, text);
    }
}

/* Whether Enter is for the button that the keyboard is at: somebody has gone there with
 * Tab, and so can see it. */
static gboolean
is_at_another_button (YfSessionPage *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));

  return focus && GTK_IS_BUTTON (focus) && focus != self->pause && focus != self->tap;
}

/* Before the focus sees them: whatever button the focus is on, Space pauses,
 * so that a person who cannot see the screen need not know where it is. */
static gboolean
key_cb (YfSessionPage   *self,
        guint            key,
        guint            code,
        GdkModifierType  modifiers)
{
  if (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK) || yf_player_has_ended (self->player))
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      gtk_widget_activate_action (GTK_WIDGET (self), "session.pause", NULL);
      return GDK_EVENT_STOP;
    case GDK_KEY_h:
    case GDK_KEY_H:
      gtk_widget_activate_action (GTK_WIDGET (self), "session.hurts", NULL);
      return GDK_EVENT_STOP;
    case GDK_KEY_n:
    case GDK_KEY_N:
      gtk_widget_activate_action (GTK_WIDGET (self), "session.skip", NULL);
      return GDK_EVENT_STOP;
    case GDK_KEY_q:
    case GDK_KEY_Q:
      g_signal_emit (self, signals[STOP], 0, FALSE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      gtk_widget_activate_action (GTK_WIDGET (self), "session.ask", NULL);
      return GDK_EVENT_STOP;
    case GDK_KEY_a:
    case GDK_KEY_A:
      gtk_widget_activate_action (GTK_WIDGET (self), "session.adjust", NULL);
      return GDK_EVENT_STOP;
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      change_reps (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      change_reps (self, -1);
      return GDK_EVENT_STOP;
    /* A presenter has two buttons. */
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      gtk_widget_activate_action (GTK_WIDGET (self), "session.hurts", NULL);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      if (is_at_another_button (self))
        return GDK_EVENT_PROPAGATE;
      go_forward (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      go_forward (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
sound_cb (YfSessionPage *self)
{
  gboolean on = gtk_toggle_button_get_active (self->sound);

  gtk_image_set_from_icon_name (self->sound_icon, on ? "yf-sound-symbolic" : "yf-mute-symbolic");
  yf_run_set_muted (self->run, !on);
}

static void
bar_closed_cb (YfSessionPage *self)
{
  yf_page_focus_first (YF_PAGE (self));
}

static void
map (GtkWidget *widget)
{
  YfSessionPage *self = YF_SESSION_PAGE (widget);

  GTK_WIDGET_CLASS (yf_session_page_parent_class)->map (widget);

  self->keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (self->keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (self->keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (gtk_widget_get_root (widget)), self->keys);
  self->tick = gtk_widget_add_tick_callback (widget, tick_cb, NULL, NULL);
}

static void
unmap (GtkWidget *widget)
{
  YfSessionPage *self = YF_SESSION_PAGE (widget);

  gtk_widget_remove_controller (GTK_WIDGET (gtk_widget_get_root (widget)), self->keys);
  self->keys = NULL;
  if (self->tick)
    gtk_widget_remove_tick_callback (widget, self->tick);
  self->tick = 0;

  GTK_WIDGET_CLASS (yf_session_page_parent_class)->unmap (widget);
}

static void
focus_first (YfPage *page)
{
  YfSessionPage *self = YF_SESSION_PAGE (page);

  gtk_widget_grab_focus (gtk_widget_get_visible (self->tap) ? self->tap : self->pause);
}

static void
page_init (YfPageInterface *iface)
{
  iface->focus_first = focus_first;
}

static void
dispose (GObject *object)
{
  YfSessionPage *self = YF_SESSION_PAGE (object);

  if (self->question)
    gtk_window_destroy (GTK_WINDOW (self->question));
  g_clear_weak_pointer (&self->question);
  if (self->adjusting)
    gtk_window_destroy (GTK_WINDOW (self->adjusting));
  g_clear_weak_pointer (&self->adjusting);
  g_clear_object (&self->run);
  g_clear_object (&self->person);

  G_OBJECT_CLASS (yf_session_page_parent_class)->dispose (object);
}

static void
yf_session_page_class_init (YfSessionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  widget_class->map = map;
  widget_class->unmap = unmap;

  signals[STOP] =
    g_signal_new ("stop", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  gtk_widget_class_install_action (widget_class, "session.pause", NULL, pause_cb);
  gtk_widget_class_install_action (widget_class, "session.skip", NULL, skip_cb);
  gtk_widget_class_install_action (widget_class, "session.hurts", NULL, hurts_cb);
  gtk_widget_class_install_action (widget_class, "session.tap", NULL, tap_cb);
  gtk_widget_class_install_action (widget_class, "session.ask", NULL, ask_cb);
  gtk_widget_class_install_action (widget_class, "session.adjust", NULL, adjust_cb);

  g_type_ensure (YF_TYPE_FIGURE_VIEW);
  g_type_ensure (YF_TYPE_NOTICE_BAR);
  g_type_ensure (YF_TYPE_SESSION_READOUTS);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-session-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YfSessionPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, YfSessionPage, sound);
  gtk_widget_class_bind_template_child (widget_class, YfSessionPage, sound_icon);
  gtk_widget_class_bind_template_child (widget_class, YfSessionPage, bar);
  gtk_widget_class_bind_template_child (widget_class, YfSessionPage, phase);
  gtk_widget_class_bind_template_child (widget_class, YfSessionPage, phase_icon);
  gtk_widget_class_bind_template_child (widget_class, YfSessionPage, phase_word);
  gtk_widget_class_bind_template_child (widget_class, YfSessionPage, side);
  gtk_widget_class_bind_template_child (widget_class, YfSessionPage, figure);
  gtk_widget_class_bind_template_child (widget_class, YfSessionPage, readouts);
  gtk_widget_class_bind_template_child (widget_class, YfSessionPage, next_label);
  gtk_widget_class_bind_template_child (widget_class, YfSessionPage, progress);
  gtk_widget_class_bind_template_child (widget_class, YfSessionPage, left);
  gtk_widget_class_bind_template_child (widget_class, YfSessionPage, tap);
  gtk_widget_class_bind_template_child (widget_class, YfSessionPage, pause);
  gtk_widget_class_bind_template_child (widget_class, YfSessionPage, pause_icon);
  gtk_widget_class_bind_template_child (widget_class, YfSessionPage, pause_label);
  gtk_widget_class_bind_template_child (widget_class, YfSessionPage, skip);
  gtk_widget_class_bind_template_child (widget_class, YfSessionPage, hurts);
  gtk_widget_class_bind_template_callback (widget_class, bar_closed_cb);
}

static void
yf_session_page_init (YfSessionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
adjusted_cb (YfSessionPage *self)
{
  yf_session_readouts_update_room (self->readouts);
  update_segment (self);
}

/**
 * yf_session_page_new:
 * @run: a session that runs
 * @person: whose it is
 * @preferences: how the person likes it
 *
 * Returns: (transfer floating): a page that shows it
 */
GtkWidget *
yf_session_page_new (YfRun         *run,
                     YfPerson      *person,
                     YfPreferences *preferences)
{
  YfSessionPage *self = g_object_new (YF_TYPE_SESSION_PAGE, NULL);

  self->person = g_object_ref (person);
  self->run = g_object_ref (run);
  self->player = yf_run_get_player (run);
  yf_figure_view_follow (self->figure, yf_person_get_catalogue (person), self->player);
  yf_session_readouts_set_run (self->readouts, run);
  gtk_widget_set_visible (self->tap, yf_timeline_get_counting (yf_player_get_timeline (self->player)) == YF_COUNTING_TAP);
  g_object_bind_property (preferences, "sound-enabled", self->sound, "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_signal_connect_object (self->sound, "toggled", G_CALLBACK (sound_cb), self, G_CONNECT_SWAPPED);
  sound_cb (self);

  g_signal_connect_object (self->player, "segment", G_CALLBACK (update_segment), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->player, "notify::timeline", G_CALLBACK (adjusted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->player, "notify::state", G_CALLBACK (update_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (run, "notice", G_CALLBACK (yf_notice_bar_show_notice), self->bar, G_CONNECT_SWAPPED);
  g_signal_connect_object (run, "trouble", G_CALLBACK (yf_notice_bar_show_trouble), self->bar, G_CONNECT_SWAPPED);
  if (yf_run_get_notice (run))
    yf_notice_bar_show_notice (self->bar, yf_run_get_notice (run));
  update_state (self);

  return GTK_WIDGET (self);
}

static void
response_cb (YfSessionPage *self,
             const char    *response,
             GtkWidget     *question)
{
  gboolean paused_by_question = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (question), "paused"));
  gboolean quit = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (question), "quit"));

  if (g_strcmp0 (response, "stop") == 0)
    g_signal_emit (self, signals[STOP], 0, quit);
  else if (paused_by_question)
    yf_player_resume (self->player);
}

/**
 * yf_session_page_ask_stop:
 * @quit: whether the program is to be left then
 *
 * Pauses, and asks whether the session is to stop.
 */
void
yf_session_page_ask_stop (YfSessionPage *self,
                          gboolean       quit)
{
  GtkWidget *question;

  g_return_if_fail (YF_IS_SESSION_PAGE (self));

  if (self->question)
    {
      if (quit)
        g_object_set_data (G_OBJECT (self->question), "quit", GINT_TO_POINTER (quit));
      gtk_window_present (GTK_WINDOW (self->question));
      return;
    }

  question = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                     _("Stop the Session?"),
                                     _("It is paused. If you stop, every repetition you have done is kept."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (question),
                                    "go-on", _("Go On"),
                                    "stop", _("Stop and Save"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (question), "stop", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (question), "stop");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (question), "go-on");
  g_object_set_data (G_OBJECT (question), "paused", GINT_TO_POINTER (yf_player_pause (self->player)));
  g_object_set_data (G_OBJECT (question), "quit", GINT_TO_POINTER (quit));
  g_signal_connect_object (question, "response", G_CALLBACK (response_cb), self, G_CONNECT_SWAPPED);
  g_set_weak_pointer (&self->question, question);
  gtk_window_present (GTK_WINDOW (question));
}
