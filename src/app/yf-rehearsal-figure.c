/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-rehearsal-figure.h"
#include "yf-rehearsal-steps.h"

struct _YfRehearsalFigure
{
  YfMovingFigure parent_instance;

  YfTimeline         *timeline;
  YfFigure           *figure;
  YfRehearsalStretch  stretch;
};

G_DEFINE_FINAL_TYPE (YfRehearsalFigure, yf_rehearsal_figure, YF_TYPE_MOVING_FIGURE)

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

/* How far into its stretch it is. */
static gint64
get_offset (YfRehearsalFigure *self)
{
  gint64 length = get_length (self);
  gint64 passed = yf_moving_figure_get_time (YF_MOVING_FIGURE (self));

  return self->stretch.repeats && length > 0 ? passed % length : MIN (passed, length);
}

static YfMotion
look (YfMovingFigure *figure,
      gboolean        less_motion)
{
  YfRehearsalFigure *self = YF_REHEARSAL_FIGURE (figure);
  gboolean moves = self->timeline != NULL && get_length (self) > 0 &&
                   (self->stretch.repeats || get_offset (self) < get_length (self));

  return moves && !less_motion ? YF_MOTION_ON : YF_MOTION_OVER;
}

/* The pose that speaks for the whole is that of the hold it ends in, or else of its first. */
static const YfSegment *
get_main_segment (YfRehearsalFigure *self)
{
  for (guint i = 0; i < self->stretch.n_segments && get_last (self)->kind != YF_SEGMENT_HOLD; i++)
    {
      const YfSegment *segment = yf_timeline_get_segment (self->timeline, self->stretch.first + i);

      if (segment->kind == YF_SEGMENT_HOLD)
        return segment;
    }

  return get_last (self);
}

static gboolean
find (YfMovingFigure *figure,
      gboolean        less_motion,
      YfBody         *body)
{
  YfRehearsalFigure *self = YF_REHEARSAL_FIGURE (figure);
  const YfSegment *segment;
  gint64 position;
  double fraction;

  if (self->timeline == NULL)
    return FALSE;
  if (less_motion)
    {
      yf_figure_find (self->figure, get_main_segment (self), 1, TRUE, body);
      return TRUE;
    }

  position = get_first (self)->start + get_offset (self);
  segment = get_last (self);
  for (guint i = 0; i < self->stretch.n_segments; i++)
    {
      segment = yf_timeline_get_segment (self->timeline, self->stretch.first + i);
      if (position < segment->start + segment->length)
        break;
    }
  fraction = segment->length > 0 ? (double) (position - segment->start) / (double) segment->length : 1;
  yf_figure_find (self->figure, segment, CLAMP (fraction, 0, 1), FALSE, body);

  return TRUE;
}

static void
map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (yf_rehearsal_figure_parent_class)->map (widget);
  yf_moving_figure_restart (YF_MOVING_FIGURE (widget));
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
  YfMovingFigureClass *figure_class = YF_MOVING_FIGURE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  GTK_WIDGET_CLASS (klass)->map = map;
  figure_class->least = MIN_HEIGHT;
  figure_class->most = MAX_HEIGHT;
  figure_class->aspect = ASPECT;
  figure_class->look = look;
  figure_class->find = find;
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
  yf_moving_figure_restart (YF_MOVING_FIGURE (self));
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
  yf_moving_figure_restart (YF_MOVING_FIGURE (self));
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
