/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-digits.h"
#include "yf-pair-layout.h"
#include "yf-session-readouts.h"
#include "yf-text.h"

struct _YfSessionReadouts
{
  GtkBox parent_instance;

  YfDigits *countdown;
  GtkLabel *countdown_caption;
  YfDigits *count;
  GtkLabel *count_caption;

  YfRun    *run;
  YfPlayer *player;
};

G_DEFINE_FINAL_TYPE (YfSessionReadouts, yf_session_readouts, GTK_TYPE_BOX)

static gint64
get_seconds_left (YfSessionReadouts *self)
{
  const YfSegment *segment = yf_player_get_segment (self->player);
  gint64 left = segment->start + segment->length - yf_player_get_position (self->player);

  return (MAX (left, 0) + YF_SECOND - 1) / YF_SECOND;
}

static void
update_accessible (YfSessionReadouts *self,
                   const char        *phase)
{
  const YfSegment *segment = yf_player_get_segment (self->player);
  gint64 seconds = get_seconds_left (self);
  g_autofree char *left = NULL;
  g_autofree char *rep = NULL;
  g_autofree char *text = NULL;

  if (segment->length >= YF_TEXT_LONG)
    {
      g_autofree char *length = yf_text_length (seconds * YF_SECOND);

      /* Translators: %s is how long a phase goes on: "4 minutes 20 seconds" */
      left = g_strdup_printf (_("%s left"), length);
    }
  else
    {
      /* Translators: %d is how many seconds a phase goes on */
      left = g_strdup_printf (ngettext ("%d second left", "%d seconds left", (gulong) seconds), (int) seconds);
    }
  /* Translators: which repetition of how many */
  rep = g_strdup_printf (_("repetition %d of %d"), segment->rep, yf_run_get_item (self->run)->dose.reps);
  /* Translators: what a screen reader says in a session: "Raise", "2 seconds left", "repetition 3 of 10" */
  text = g_strdup_printf (_("%s, %s, %s"), phase, left, rep);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->countdown), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->count), GTK_ACCESSIBLE_PROPERTY_LABEL, rep, -1);
}

static int
count_time_digits (gint64 length)
{
  g_autofree char *text = yf_text_seconds ((length + YF_SECOND - 1) / YF_SECOND, length >= YF_TEXT_LONG);

  return (int) strlen (text) - (length >= YF_TEXT_LONG);
}

static int
count_digits (gint64 number)
{
  int n = 1;

  for (; number >= 10; number /= 10)
    n++;
  return n;
}

static void
dispose (GObject *object)
{
  YfSessionReadouts *self = YF_SESSION_READOUTS (object);

  g_clear_object (&self->run);

  G_OBJECT_CLASS (yf_session_readouts_parent_class)->dispose (object);
}

static void
yf_session_readouts_class_init (YfSessionReadoutsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;

  g_type_ensure (YF_TYPE_DIGITS);
  g_type_ensure (YF_TYPE_PAIR_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-session-readouts.ui");
  gtk_widget_class_bind_template_child (widget_class, YfSessionReadouts, countdown);
  gtk_widget_class_bind_template_child (widget_class, YfSessionReadouts, countdown_caption);
  gtk_widget_class_bind_template_child (widget_class, YfSessionReadouts, count);
  gtk_widget_class_bind_template_child (widget_class, YfSessionReadouts, count_caption);
}

static void
yf_session_readouts_init (YfSessionReadouts *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yf_session_readouts_set_run:
 * @self: readouts without a session
 * @run: a session that runs
 *
 * Called once.
 */
void
yf_session_readouts_set_run (YfSessionReadouts *self,
                             YfRun             *run)
{
  g_return_if_fail (YF_IS_SESSION_READOUTS (self));
  g_return_if_fail (self->run == NULL);

  self->run = g_object_ref (run);
  self->player = yf_run_get_player (run);
  yf_session_readouts_update_room (self);
}

/**
 * yf_session_readouts_update_room:
 * @self: readouts with a session
 *
 * Makes room for the largest numbers that there are going to be.
 */
void
yf_session_readouts_update_room (YfSessionReadouts *self)
{
  YfTimeline *timeline = yf_player_get_timeline (self->player);
  YfRoutine *routine = yf_timeline_get_routine (timeline);
  gint64 longest = 0;
  int most = 0;

  for (guint i = 0; i < yf_timeline_get_n_segments (timeline); i++)
    longest = MAX (longest, yf_timeline_get_segment (timeline, i)->length);
  for (guint i = 0; i < yf_routine_get_n_items (routine); i++)
    most = MAX (most, yf_routine_get_item (routine, i)->dose.reps);
  yf_digits_set_n_digits (self->countdown, count_time_digits (longest));
  yf_digits_set_n_digits (self->count, MAX (2, count_digits (most)));
}

/**
 * yf_session_readouts_update_time:
 * @self: readouts with a session
 *
 * Shows how long the phase still goes on.
 */
void
yf_session_readouts_update_time (YfSessionReadouts *self)
{
  gint64 seconds = get_seconds_left (self);
  gboolean is_long = yf_player_get_segment (self->player)->length >= YF_TEXT_LONG;
  g_autofree char *countdown = yf_text_seconds (seconds, is_long);

  yf_digits_set_text (self->countdown, countdown);
  gtk_label_set_label (self->countdown_caption, is_long ? _("minutes and seconds")
                                                        : ngettext ("second", "seconds", (gulong) seconds));
}

/**
 * yf_session_readouts_update_segment:
 * @self: readouts with a session
 * @phase: the name of what is done now
 * @style: its style class
 *
 * Shows which repetition it is, and how long the phase goes on.
 */
void
yf_session_readouts_update_segment (YfSessionReadouts *self,
                                    const char        *phase,
                                    const char        *style)
{
  int reps = yf_run_get_item (self->run)->dose.reps;
  const char * const classes[] = { style, NULL };
  g_autofree char *count = g_strdup_printf ("%d", yf_player_get_segment (self->player)->rep);
  /* Translators: under a large number: the repetition under way; %d is how many there are in the set */
  g_autofree char *caption = g_strdup_printf (ngettext ("of %d repetition", "of %d repetitions", reps), reps);

  gtk_widget_set_css_classes (GTK_WIDGET (self->countdown), (const char **) classes);
  yf_digits_set_text (self->count, count);
  gtk_label_set_label (self->count_caption, caption);
  yf_session_readouts_update_time (self);
  update_accessible (self, phase);
}

/**
 * yf_session_readouts_fit:
 * @width: how wide they are going to be, in pixels
 * @digits: how high the digits are to be, in pixels
 *
 * Returns: how high they are at least, in pixels: beside each other or one above
 *   the other
 */
int
yf_session_readouts_fit (YfSessionReadouts *self,
                         int                width,
                         int                digits)
{
  int least;

  gtk_widget_set_size_request (GTK_WIDGET (self->countdown), -1, digits);
  gtk_widget_set_size_request (GTK_WIDGET (self->count), -1, digits);
  gtk_widget_measure (gtk_widget_get_first_child (GTK_WIDGET (self)), GTK_ORIENTATION_VERTICAL, -1, &least,
                      NULL, NULL, NULL);
  if ((width - YF_PAIR_LAYOUT_SPACING) / 2 < digits * YF_PAIR_LAYOUT_ASPECT)
    least = 2 * least + YF_PAIR_LAYOUT_SPACING;

  return least;
}
