/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-break-figure.h"
#include "yf-break-window.h"
#include "yf-digits.h"
#include "yf-present.h"
#include "yf-stepper.h"
#include "yf-stream.h"
#include "yf-text.h"

struct _YfBreakWindow
{
  AdwApplicationWindow parent_instance;

  GtkStack      *stack;
  GtkLabel      *sat;
  GtkLabel      *plan;
  GtkLabel      *reason;
  YfStepper     *minutes;
  GtkWidget     *start;
  GtkWidget     *answers;      /* of what is offered: later, and skip */
  YfBreakFigure *figure;
  GtkLabel      *phase;
  YfDigits      *digits;
  GtkLabel      *steps;
  GtkButton     *pause;
  GtkWidget     *yes;
  GtkBox        *reasons;

  YfBreakWatch  *watch;
  YfPerson      *person;
  YfPreferences *preferences;
  YfExercise    *exercise;
  YfPlayer      *player;       /* NULL until it is begun */
  gint64         length;
  gboolean       permitted;    /* whether all of it is for the person today */
  gboolean       gentle;
  guint          tick;
  int            said;         /* minutes left that a screen reader was told */
};

G_DEFINE_FINAL_TYPE (YfBreakWindow, yf_break_window, ADW_TYPE_APPLICATION_WINDOW)

#define MINUTE (60 * YF_SECOND)

static void tick_cb (YfClock  *clock,
                     gpointer  user_data);

static gint64
get_least (YfBreakWindow *self)
{
  return yf_exercise_get_first_dose (self->exercise)->hold;
}

static gint64
get_most (YfBreakWindow *self)
{
  return yf_exercise_get_ceiling (self->exercise)->hold;
}

/* The strongest of what the rules say against all of it, for the person to read. */
static const char *
find_reason (YfJudgement *judgement)
{
  GPtrArray *reasons = yf_judgement_get_reasons (judgement);

  for (guint i = 0; i < reasons->len; i++)
    if (yf_reason_get_verdict (g_ptr_array_index (reasons, i)) == yf_judgement_get_verdict (judgement))
      return yf_reason_get_text (g_ptr_array_index (reasons, i));

  return NULL;
}

static char *
join_steps (YfExercise *exercise)
{
  GPtrArray *steps = yf_exercise_get_steps (exercise);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < steps->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", yf_note_get_text (g_ptr_array_index (steps, i)));

  return g_string_free (text, FALSE);
}

/* What of it is for the person today: all, the gentle part, or no more than some steps. */
static void
judge (YfBreakWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YfJudgement) judgement = yf_person_judge (self->person, self->exercise, NULL, &error);
  YfToday *today = yf_person_get_plan (self->person);
  g_autofree char *steps = NULL;
  const char *reason;

  self->permitted = judgement != NULL && yf_judgement_permits (judgement);
  self->gentle = !self->permitted || yf_judgement_get_verdict (judgement) != YF_VERDICT_ALLOWED ||
                 today == NULL || yf_today_is_symptomatic (today);

  if (!self->permitted)
    steps = g_strdup (_("Stand up and walk about a little. Do nothing that hurts."));
  else if (self->gentle)
    steps = g_strdup (_("Get up gently and walk about. Do not turn or lean back."));
  else
    steps = join_steps (self->exercise);
  reason = judgement != NULL ? find_reason (judgement) : error->message;

  gtk_label_set_label (self->plan, steps);
  gtk_label_set_label (self->steps, steps);
  gtk_label_set_label (self->reason, reason != NULL && self->gentle ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason), reason != NULL && self->gentle);
}

static void
update_length (YfBreakWindow *self)
{
  g_autofree char *text = g_strdup_printf ("%d", (int) (self->length / MINUTE));

  yf_stepper_show (self->minutes, text, self->length > get_least (self), self->length < get_most (self));
}

static void
minutes_cb (YfBreakWindow *self,
            int            direction)
{
  self->length = CLAMP (self->length + direction * MINUTE, get_least (self), get_most (self));
  update_length (self);
}

static void
show_page (YfBreakWindow *self,
           const char    *name,
           GtkWidget     *focus)
{
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_grab_focus (focus);
}

static void
show_time (YfBreakWindow *self)
{
  gint64 left = MAX (0, yf_timeline_get_length (yf_player_get_timeline (self->player)) -
                        yf_player_get_position (self->player));
  int seconds = (int) ((left + YF_SECOND - 1) / YF_SECOND);
  int minutes = (seconds + 59) / 60;
  g_autofree char *digits = NULL;

  /* Getting up is not yet part of it. */
  seconds = MIN (seconds, (int) (self->length / YF_SECOND));
  digits = g_strdup_printf ("%d:%02d", seconds / 60, seconds % 60);
  yf_digits_set_text (self->digits, digits);
  if (minutes != self->said)
    {
      /* Translators: what a screen reader says of the time that is left of a break */
      g_autofree char *text = g_strdup_printf (ngettext ("%d minute left", "%d minutes left", minutes), minutes);

      gtk_accessible_update_property (GTK_ACCESSIBLE (self->digits), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
      self->said = minutes;
    }
}

static void
cancel_tick (YfBreakWindow *self)
{
  if (self->tick != 0)
    yf_clock_cancel (yf_person_get_clock (self->person), self->tick);
  self->tick = 0;
}

static void
update_guide (YfBreakWindow *self)
{
  YfPlayerState state = yf_player_get_state (self->player);
  gboolean paused = state == YF_PLAYER_PAUSED;
  YfClock *clock = yf_person_get_clock (self->person);

  cancel_tick (self);
  if (yf_player_has_ended (self->player))
    return;

  show_time (self);
  gtk_button_set_label (self->pause, paused ? _("Go On") : _("Pause"));
  if (paused)
    gtk_label_set_label (self->phase, _("Paused"));
  else if (yf_player_get_segment (self->player)->kind == YF_SEGMENT_GET_READY)
    gtk_label_set_label (self->phase, _("Stand up slowly"));
  else
    gtk_label_set_label (self->phase, self->gentle ? _("Walk about") : _("Stretch and walk about"));
  if (!paused)
    self->tick = yf_clock_call_at (clock, yf_clock_get_monotonic (clock) + YF_SECOND / 5, tick_cb, self);
}

static void
tick_cb (YfClock  *clock,
         gpointer  user_data)
{
  YfBreakWindow *self = user_data;

  self->tick = 0;
  update_guide (self);
}

/* Whoever walks about is not looking. */
static void
sound_end (YfBreakWindow *self)
{
  g_autoptr (YfStream) stream = NULL;
  g_autoptr (YfTone) tone = NULL;
  gboolean sound;

  g_object_get (self->preferences, "sound-enabled", &sound, NULL);
  if (!sound || yf_preferences_get_tone_volume (self->preferences) <= 0)
    return;

  stream = yf_stream_new ();
  tone = yf_tone_new (YF_CUE_FINISHED);
  /* It keeps itself until it has sounded. */
  g_signal_connect (g_object_ref (stream), "done", G_CALLBACK (g_object_unref), NULL);
  yf_stream_start (stream);
  yf_stream_add_now (stream, tone);
  yf_stream_finish (stream);
}

static gboolean
is_on (YfBreakWindow *self,
       const char    *page)
{
  return g_str_equal (gtk_stack_get_visible_child_name (self->stack), page);
}

static void
ask (YfBreakWindow *self)
{
  cancel_tick (self);
  show_page (self, "ask", self->yes);
}

static void
ended_cb (YfBreakWindow *self)
{
  if (!is_on (self, "guide"))
    return;

  if (yf_player_get_state (self->player) == YF_PLAYER_FINISHED)
    {
      sound_end (self);
      gtk_window_present (GTK_WINDOW (self));
    }
  ask (self);
}

static YfPlayer *
create_player (YfBreakWindow *self)
{
  YfRoutineItem item = {
    .exercise = self->exercise,
    .dose = { 1, 1, self->length },
  };
  g_autoptr (YfRoutine) routine = NULL;
  g_autoptr (YfTimeline) timeline = NULL;
  g_autoptr (YfCueSheet) cue_sheet = NULL;

  routine = yf_routine_new (&item, 1);
  timeline = yf_timeline_new (routine, YF_COUNTING_PACE);
  cue_sheet = yf_cue_sheet_new (timeline);

  return yf_player_new (cue_sheet, yf_person_get_clock (self->person));
}

static void
begin (YfBreakWindow *self)
{
  if (self->player != NULL)
    return;

  self->player = create_player (self);
  g_signal_connect_object (self->player, "ended", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED);
  yf_break_figure_follow (self->figure, yf_person_get_catalogue (self->person), self->player, self->gentle);
  yf_break_watch_begin (self->watch, self->length);
  yf_player_start (self->player);
  show_page (self, "guide", GTK_WIDGET (self->pause));
  update_guide (self);
}

/* All is said. */
static void
finish (YfBreakWindow *self)
{
  cancel_tick (self);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
start_cb (YfBreakWindow *self)
{
  begin (self);
}

static void
later_cb (YfBreakWindow *self)
{
  yf_break_watch_put_off (self->watch);
  finish (self);
}

static void
pause_cb (YfBreakWindow *self)
{
  if (yf_player_get_state (self->player) == YF_PLAYER_PAUSED)
    yf_player_resume (self->player);
  else
    yf_player_pause (self->player);
  update_guide (self);
}

static void
end_cb (YfBreakWindow *self)
{
  yf_player_stop (self->player);
}

static void
yes_cb (YfBreakWindow *self)
{
  yf_break_watch_answer (self->watch, YF_BREAK_DONE, YF_SKIP_UNSAID);
  finish (self);
}

static void
partly_cb (YfBreakWindow *self)
{
  yf_break_watch_answer (self->watch, YF_BREAK_PARTLY, YF_SKIP_UNSAID);
  finish (self);
}

static void
skip_cb (YfBreakWindow *self)
{
  show_page (self, "why", gtk_widget_get_first_child (GTK_WIDGET (self->reasons)));
}

static void
reason_cb (YfBreakWindow *self,
           GtkButton     *button)
{
  YfSkipReason reason = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "reason"));

  yf_break_watch_answer (self->watch, YF_BREAK_SKIPPED, reason);
  finish (self);
}

/* It is not to be answered any more. */
static void
dropped_cb (YfBreakWindow *self)
{
  finish (self);
}

/* The last is to say nothing. */
static void
add_reasons (YfBreakWindow *self)
{
  for (int i = 1; i <= YF_N_SKIP_REASONS; i++)
    {
      YfSkipReason reason = i < YF_N_SKIP_REASONS ? (YfSkipReason) i : YF_SKIP_UNSAID;
      GtkWidget *label = gtk_label_new (yf_skip_reason_get_name (reason));
      GtkWidget *button = gtk_button_new ();

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
      gtk_button_set_child (GTK_BUTTON (button), label);
      gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
      gtk_widget_add_css_class (button, "big");
      g_object_set_data (G_OBJECT (button), "reason", GUINT_TO_POINTER (reason));
      g_signal_connect_object (button, "clicked", G_CALLBACK (reason_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->reasons, button);
    }
}

static gboolean
close_request (GtkWindow *window)
{
  YfBreakWindow *self = YF_BREAK_WINDOW (window);

  if (self->player != NULL && is_on (self, "guide"))
    {
      yf_player_stop (self->player);
      return TRUE;
    }

  yf_break_watch_leave (self->watch);
  cancel_tick (self);

  return GTK_WINDOW_CLASS (yf_break_window_parent_class)->close_request (window);
}

static void
dispose (GObject *object)
{
  YfBreakWindow *self = YF_BREAK_WINDOW (object);

  if (self->person != NULL)
    cancel_tick (self);
  if (self->player != NULL)
    g_signal_handlers_disconnect_by_data (self->player, self);
  if (self->watch != NULL)
    g_signal_handlers_disconnect_by_data (self->watch, self);
  g_clear_object (&self->player);
  g_clear_object (&self->watch);
  g_clear_object (&self->person);
  g_clear_object (&self->preferences);
  g_clear_pointer (&self->exercise, yf_exercise_unref);

  G_OBJECT_CLASS (yf_break_window_parent_class)->dispose (object);
}

static void
yf_break_window_class_init (YfBreakWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  GTK_WINDOW_CLASS (klass)->close_request = close_request;

  g_type_ensure (YF_TYPE_BREAK_FIGURE);
  g_type_ensure (YF_TYPE_DIGITS);
  g_type_ensure (YF_TYPE_STEPPER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-break-window.ui");
  gtk_widget_class_bind_template_child (widget_class, YfBreakWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, YfBreakWindow, sat);
  gtk_widget_class_bind_template_child (widget_class, YfBreakWindow, plan);
  gtk_widget_class_bind_template_child (widget_class, YfBreakWindow, reason);
  gtk_widget_class_bind_template_child (widget_class, YfBreakWindow, minutes);
  gtk_widget_class_bind_template_child (widget_class, YfBreakWindow, start);
  gtk_widget_class_bind_template_child (widget_class, YfBreakWindow, answers);
  gtk_widget_class_bind_template_child (widget_class, YfBreakWindow, figure);
  gtk_widget_class_bind_template_child (widget_class, YfBreakWindow, phase);
  gtk_widget_class_bind_template_child (widget_class, YfBreakWindow, digits);
  gtk_widget_class_bind_template_child (widget_class, YfBreakWindow, steps);
  gtk_widget_class_bind_template_child (widget_class, YfBreakWindow, pause);
  gtk_widget_class_bind_template_child (widget_class, YfBreakWindow, yes);
  gtk_widget_class_bind_template_child (widget_class, YfBreakWindow, reasons);
  gtk_widget_class_bind_template_callback (widget_class, minutes_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_cb);
  gtk_widget_class_bind_template_callback (widget_class, later_cb);
  gtk_widget_class_bind_template_callback (widget_class, skip_cb);
  gtk_widget_class_bind_template_callback (widget_class, pause_cb);
  gtk_widget_class_bind_template_callback (widget_class, end_cb);
  gtk_widget_class_bind_template_callback (widget_class, yes_cb);
  gtk_widget_class_bind_template_callback (widget_class, partly_cb);
}

static void
yf_break_window_init (YfBreakWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  yf_digits_set_n_digits (self->digits, 3);
  add_reasons (self);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->stack)); child;
       child = gtk_widget_get_next_sibling (child))
    yf_present_while_mapped (child);
}

/**
 * yf_break_window_new:
 * @application: the program
 * @watch: who offers the break, and writes down how it went
 * @person: whose break it is; their log is open
 * @preferences: what they prefer
 *
 * Returns: (transfer none): a window, to be filled by yf_break_window_show()
 */
GtkWidget *
yf_break_window_new (GtkApplication *application,
                     YfBreakWatch   *watch,
                     YfPerson       *person,
                     YfPreferences  *preferences)
{
  YfBreakWindow *self = g_object_new (YF_TYPE_BREAK_WINDOW, "application", application, NULL);

  self->watch = g_object_ref (watch);
  self->person = g_object_ref (person);
  self->preferences = g_object_ref (preferences);
  self->exercise = yf_exercise_ref (yf_catalogue_find_exercise (yf_person_get_catalogue (person), "break-stretch"));
  self->length = get_least (self);
  g_signal_connect_object (watch, "dropped", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  update_length (self);

  return GTK_WIDGET (self);
}

/**
 * yf_break_window_show:
 * @view: what the person wants to see
 *
 * Shows the offer, begins the break, or asks why it is skipped. Where a break is under way
 * it goes on.
 */
void
yf_break_window_show (YfBreakWindow *self,
                      YfBreakView    view)
{
  g_return_if_fail (YF_IS_BREAK_WINDOW (self));

  if (self->player == NULL)
    {
      int minutes = (int) (yf_break_watch_get_sat (self->watch) / MINUTE);
      /* Translators: %d is how long somebody has been sitting */
      g_autofree char *sat = g_strdup_printf (ngettext ("You have been sitting for %d minute.",
                                                        "You have been sitting for %d minutes.",
                                                        (unsigned long) minutes), minutes);

      gtk_label_set_label (self->sat, sat);
      gtk_widget_set_visible (GTK_WIDGET (self->sat), minutes > 0);
      gtk_widget_set_visible (self->answers, yf_break_watch_is_offered (self->watch));
      judge (self);
      if (view == YF_BREAK_VIEW_GUIDE)
        begin (self);
      else if (view == YF_BREAK_VIEW_WHY)
        skip_cb (self);
      else
        show_page (self, "offer", self->start);
    }
  gtk_window_present (GTK_WINDOW (self));
}
