/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-picture.h"
#include "yf-rehearsal-figure.h"
#include "yf-rehearsal-steps.h"

struct _YfRehearsalFigure
{
  GtkWidget parent_instance;

  YfTimeline         *timeline;
  YfFigure           *figure;
  YfRehearsalStretch  stretch;
  gint64              started;   /* by the frame clock, 0 before the first frame */
  guint               tick;
};

G_DEFINE_FINAL_TYPE (YfRehearsalFigure, yf_rehearsal_figure, GTK_TYPE_WIDGET)

/* Somebody who lies is about twice as long as they are high. */
#define ASPECT 2.0
#define MIN_HEIGHT 120
#define MAX_HEIGHT 380

static const YfSegment *
get_first (YfRehearsalFigure *self)
{
  return yf_timeline_get_segment (self->timeline, self->stretch.first);
}

static const YfSegment *
get_last (YfRehearsalFigure *self)
{
  return yf_timeline_get_segment (self->timeline, self->stretch.first + self->stretch.n_segments - 1);
}

static gint64
get_length (YfRehearsalFigure *self)
{
  return get_last (self)->start + get_last (self)->length - get_first (self)->start;
}

/* How far into its stretch it is, and whether it is going to move on. */
static gint64
get_offset (YfRehearsalFigure *self,
            gboolean          *moves)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));
  gint64 length = get_length (self);
  gint64 passed;

  if (clock == NULL || self->started == 0 || length <= 0)
    {
      *moves = length > 0;
      return 0;
    }

  passed = MAX (gdk_frame_clock_get_frame_time (clock) - self->started, 0);
  if (self->stretch.repeats)
    {
      *moves = TRUE;
      return passed % length;
    }
  *moves = passed < length;

  return MIN (passed, length);
}

static void
find_body (YfRehearsalFigure *self,
           YfBody            *body,
           gboolean          *moves)
{
  gint64 offset = get_offset (self, moves);
  const YfSegment *segment = get_last (self);
  double fraction;

  if (yf_picture_wants_less_motion (GTK_WIDGET (self)))
    {
      /* The pose that speaks for the whole is that of its first hold. */
      for (guint i = 0; i < self->stretch.n_segments && segment->kind != YF_SEGMENT_HOLD; i++)
        {
          const YfSegment *other = yf_timeline_get_segment (self->timeline, self->stretch.first + i);

          if (other->kind == YF_SEGMENT_HOLD)
            segment = other;
        }
      *moves = FALSE;
      yf_figure_find (self->figure, segment, 1, TRUE, body);
      return;
    }

  for (guint i = 0; i < self->stretch.n_segments; i++)
    {
      segment = yf_timeline_get_segment (self->timeline, self->stretch.first + i);
      if (offset < segment->start + segment->length - get_first (self)->start)
        break;
    }

  fraction = segment->length > 0
               ? (double) (offset - (segment->start - get_first (self)->start)) / (double) segment->length : 1;
  yf_figure_find (self->figure, segment, CLAMP (fraction, 0, 1), FALSE, body);
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  YfRehearsalFigure *self = YF_REHEARSAL_FIGURE (widget);
  gboolean moves;

  if (self->started == 0)
    self->started = gdk_frame_clock_get_frame_time (clock);
  get_offset (self, &moves);
  gtk_widget_queue_draw (widget);
  if (moves && !yf_picture_wants_less_motion (GTK_WIDGET (self)))
    return G_SOURCE_CONTINUE;

  self->tick = 0;
  return G_SOURCE_REMOVE;
}

/* Lets it move from the beginning of its stretch. */
static void
start (YfRehearsalFigure *self)
{
  self->started = 0;
  if (self->tick == 0 && self->timeline && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
snapshot (GtkWidget   *widget,
          GtkSnapshot *snapshot)
{
  YfRehearsalFigure *self = YF_REHEARSAL_FIGURE (widget);
  gboolean moves;
  YfBody body;

  if (self->timeline == NULL || gtk_widget_get_width (widget) <= 0 || gtk_widget_get_height (widget) <= 0)
    return;

  find_body (self, &body, &moves);
  yf_picture_snapshot (widget, snapshot, &body);
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure (GtkWidget      *widget,
         GtkOrientation  orientation,
         int             for_size,
         int            *minimum,
         int            *natural,
         int            *minimum_baseline,
         int            *natural_baseline)
{
  yf_picture_measure (orientation, for_size, MIN_HEIGHT, MAX_HEIGHT, ASPECT, minimum, natural);
  *minimum_baseline = *natural_baseline = -1;
}

static void
map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (yf_rehearsal_figure_parent_class)->map (widget);
  start (YF_REHEARSAL_FIGURE (widget));
}

static void
unmap (GtkWidget *widget)
{
  YfRehearsalFigure *self = YF_REHEARSAL_FIGURE (widget);

  if (self->tick)
    gtk_widget_remove_tick_callback (widget, self->tick);
  self->tick = 0;
  GTK_WIDGET_CLASS (yf_rehearsal_figure_parent_class)->unmap (widget);
}

static void
dispose (GObject *object)
{
  YfRehearsalFigure *self = YF_REHEARSAL_FIGURE (object);

  g_clear_pointer (&self->figure, yf_figure_unref);
  g_clear_pointer (&self->timeline, yf_timeline_unref);

  G_OBJECT_CLASS (yf_rehearsal_figure_parent_class)->dispose (object);
}

static void
yf_rehearsal_figure_class_init (YfRehearsalFigureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  widget_class->snapshot = snapshot;
  widget_class->get_request_mode = get_request_mode;
  widget_class->measure = measure;
  widget_class->map = map;
  widget_class->unmap = unmap;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
yf_rehearsal_figure_init (YfRehearsalFigure *self)
{
}

/* What it shows, for who does not see it. */
static void
name (YfRehearsalFigure *self)
{
  g_autofree char *text = NULL;

  if (self->stretch.n_segments == 1)
    /* Translators: a picture of one phase of a movement; %s is its name, such as "Raise" or "Get ready" */
    text = g_strdup_printf (_("A person who shows this step: %s"), yf_segment_get_name (get_first (self)));
  else
    /* Translators: %s is the name of an exercise */
    text = g_strdup_printf (_("A person who shows the movement: %s"),
                            yf_exercise_get_name (get_first (self)->exercise));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/**
 * yf_rehearsal_figure_set_exercise:
 * @catalogue: where the poses are
 * @exercise: what is rehearsed
 *
 * Called once.
 */
void
yf_rehearsal_figure_set_exercise (YfRehearsalFigure *self,
                                  YfCatalogue       *catalogue,
                                  YfExercise        *exercise)
{
  g_return_if_fail (YF_IS_REHEARSAL_FIGURE (self));
  g_return_if_fail (self->timeline == NULL);

  self->timeline = yf_rehearsal_create_timeline (exercise);
  self->figure = yf_figure_new (catalogue, exercise);
  yf_rehearsal_figure_show_all (self);
}

/**
 * yf_rehearsal_figure_show_all:
 *
 * Shows the whole movement, over and over: getting ready and the first repetition, or
 * all of the set where its repetitions differ.
 */
void
yf_rehearsal_figure_show_all (YfRehearsalFigure *self)
{
  YfExercise *exercise;
  guint n_segments;

  g_return_if_fail (YF_IS_REHEARSAL_FIGURE (self));
  g_return_if_fail (self->timeline != NULL);

  exercise = yf_timeline_get_segment (self->timeline, 0)->exercise;
  n_segments = yf_timeline_get_n_segments (self->timeline);
  self->stretch = (YfRehearsalStretch) { .n_segments = n_segments, .repeats = TRUE };
  for (guint i = 0; i < n_segments && yf_exercise_get_n_parts (exercise) == 1; i++)
    if (yf_timeline_get_segment (self->timeline, i)->rep == 2)
      {
        self->stretch.n_segments = i;
        break;
      }
  name (self);
  start (self);
}

/**
 * yf_rehearsal_figure_show_step:
 * @step: a step of the exercise, from 0
 */
void
yf_rehearsal_figure_show_step (YfRehearsalFigure *self,
                               guint              step)
{
  g_return_if_fail (YF_IS_REHEARSAL_FIGURE (self));
  g_return_if_fail (self->timeline != NULL);

  yf_rehearsal_find (self->timeline, step, &self->stretch);
  name (self);
  start (self);
}

/**
 * yf_rehearsal_figure_get_attention:
 *
 * Returns: where attention belongs in what is shown
 */
YfAttention
yf_rehearsal_figure_get_attention (YfRehearsalFigure *self)
{
  YfBody body;

  g_return_val_if_fail (YF_IS_REHEARSAL_FIGURE (self), YF_ATTENTION_NONE);
  g_return_val_if_fail (self->timeline != NULL, YF_ATTENTION_NONE);

  yf_figure_find (self->figure, get_last (self), 0.5, TRUE, &body);

  return body.strength > 0 ? body.attention : YF_ATTENTION_NONE;
}
