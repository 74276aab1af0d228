/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-figure-view.h"
#include "yf-rehearsal-steps.h"

struct _YfFigureView
{
  YfMovingFigure parent_instance;

  YfCatalogue *catalogue;
  YfPlayer    *player;      /* of a session, or NULL */
  YfTimeline  *timeline;    /* of an exercise that is shown over and over, or NULL */
  gint64       length;      /* of what of it is repeated */

  GPtrArray   *figures;     /* YfFigure, one for each item; NULL where none was needed yet */
  gboolean     moved;       /* whether the playhead has moved since the last picture */
};

G_DEFINE_FINAL_TYPE (YfFigureView, yf_figure_view, YF_TYPE_MOVING_FIGURE)

/* Somebody who lies is about twice as long as they are high. */
#define ASPECT 2.1
#define MAX_HEIGHT 260

static YfTimeline *
get_timeline (YfFigureView *self)
{
  return self->player ? yf_player_get_timeline (self->player) : self->timeline;
}

static gint64
get_position (YfFigureView *self)
{
  if (self->player)
    return yf_player_get_position (self->player);

  return self->length > 0 ? yf_moving_figure_get_time (YF_MOVING_FIGURE (self)) % self->length : 0;
}

/* Who is shown doing an item: they come to it from the one before. */
static YfFigure *
get_figure (YfFigureView *self,
            guint         item)
{
  YfRoutine *routine = yf_timeline_get_routine (get_timeline (self));
  YfExercise *exercise = yf_routine_get_item (routine, item)->exercise;

  if (g_ptr_array_index (self->figures, item) == NULL)
    g_ptr_array_index (self->figures, item) =
      item == 0 ? yf_figure_new (self->catalogue, exercise)
                : yf_figure_new_after (self->catalogue, exercise, yf_routine_get_item (routine, item - 1)->exercise);

  return g_ptr_array_index (self->figures, item);
}

static gboolean
find (YfMovingFigure *figure,
      gboolean        less_motion,
      YfBody         *body)
{
  YfFigureView *self = YF_FIGURE_VIEW (figure);
  YfTimeline *timeline = get_timeline (self);
  const YfSegment *segment;
  gint64 position;
  double fraction;

  if (timeline == NULL)
    return FALSE;

  position = get_position (self);
  segment = self->player ? yf_player_get_segment (self->player)
                         : yf_timeline_get_segment (timeline, yf_timeline_find (timeline, position));
  fraction = segment->length > 0 ? (double) (position - segment->start) / (double) segment->length : 1;
  yf_figure_find (get_figure (self, segment->item), segment, CLAMP (fraction, 0, 1), less_motion, body);

  return TRUE;
}

static YfMotion
look (YfMovingFigure *figure,
      gboolean        less_motion)
{
  YfFigureView *self = YF_FIGURE_VIEW (figure);
  gboolean moved = self->moved;

  self->moved = FALSE;
  if (self->player == NULL)
    return YF_MOTION_ON;
  if (yf_player_has_ended (self->player))
    return YF_MOTION_OVER;

  return moved || yf_player_get_state (self->player) == YF_PLAYER_RUNNING ? YF_MOTION_ON : YF_MOTION_NONE;
}

static void
moved_cb (YfFigureView *self)
{
  self->moved = TRUE;
}

static void
timeline_cb (YfFigureView *self)
{
  g_ptr_array_set_size (self->figures, 0);
  g_ptr_array_set_size (self->figures, (int) yf_routine_get_n_items (yf_timeline_get_routine (get_timeline (self))));
  self->moved = TRUE;
}

static void
figure_clear (gpointer figure)
{
  if (figure)
    yf_figure_unref (figure);
}

static void
dispose (GObject *object)
{
  YfFigureView *self = YF_FIGURE_VIEW (object);

  g_clear_pointer (&self->figures, g_ptr_array_unref);
  g_clear_pointer (&self->timeline, yf_timeline_unref);
  g_clear_pointer (&self->catalogue, yf_catalogue_unref);
  g_clear_object (&self->player);

  G_OBJECT_CLASS (yf_figure_view_parent_class)->dispose (object);
}

static void
yf_figure_view_class_init (YfFigureViewClass *klass)
{
  YfMovingFigureClass *figure_class = YF_MOVING_FIGURE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  figure_class->least = YF_FIGURE_VIEW_MIN_HEIGHT;
  figure_class->most = MAX_HEIGHT;
  figure_class->aspect = ASPECT;
  figure_class->look = look;
  figure_class->find = find;
}

static void
yf_figure_view_init (YfFigureView *self)
{
  self->figures = g_ptr_array_new_with_free_func (figure_clear);
}

/**
 * yf_figure_view_follow:
 * @catalogue: where the poses are
 * @player: a session
 *
 * Shows what a session is at.
 */
void
yf_figure_view_follow (YfFigureView *self,
                       YfCatalogue  *catalogue,
                       YfPlayer     *player)
{
  g_return_if_fail (YF_IS_FIGURE_VIEW (self));
  g_return_if_fail (self->catalogue == NULL);

  self->catalogue = yf_catalogue_ref (catalogue);
  self->player = g_object_ref (player);
  g_signal_connect_object (player, "segment", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (player, "retimed", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  timeline_cb (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("A person who shows the movement"), -1);
}

/* One repetition, on each side where there are two, and what lies between. */
static YfTimeline *
create_loop (YfExercise *exercise,
             gint64     *length)
{
  YfTimeline *timeline = yf_rehearsal_create_timeline (exercise);
  guint n = yf_timeline_get_n_segments (timeline);

  *length = yf_timeline_get_length (timeline);
  /* Up to the first repetition that is like one before it. */
  for (guint i = 0; i < n && !yf_exercise_get_two_sided (exercise); i++)
    {
      const YfSegment *segment = yf_timeline_get_segment (timeline, i);

      if (segment->rep == 2 && yf_exercise_get_n_parts (exercise) == 1)
        {
          *length = segment->start;
          break;
        }
    }

  return timeline;
}

/**
 * yf_figure_view_show:
 * @catalogue: where the poses are
 * @exercise: an exercise
 *
 * Shows how an exercise goes, over and over.
 */
void
yf_figure_view_show (YfFigureView *self,
                     YfCatalogue  *catalogue,
                     YfExercise   *exercise)
{
  g_autofree char *label = NULL;

  g_return_if_fail (YF_IS_FIGURE_VIEW (self));
  g_return_if_fail (self->catalogue == NULL);

  self->catalogue = yf_catalogue_ref (catalogue);
  self->timeline = create_loop (exercise, &self->length);
  timeline_cb (self);
  /* Translators: %s is the name of an exercise */
  label = g_strdup_printf (_("A person who shows the movement: %s"), yf_exercise_get_name (exercise));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}
