/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-figure-view.h"
#include "yf-picture.h"
#include "yf-rehearsal-steps.h"

struct _YfFigureView
{
  GtkWidget parent_instance;

  YfCatalogue *catalogue;
  YfPlayer    *player;      /* of a session, or NULL */
  YfTimeline  *timeline;    /* of an exercise that is shown over and over, or NULL */
  gint64       length;      /* of what of it is repeated */
  gint64       started;     /* by the frame clock */

  GPtrArray   *figures;     /* YfFigure, one for each item; NULL where none was needed yet */
  guint        tick;
  gboolean     moved;       /* whether the playhead has moved since the last picture */
};

G_DEFINE_FINAL_TYPE (YfFigureView, yf_figure_view, GTK_TYPE_WIDGET)

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
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  if (self->player)
    return yf_player_get_position (self->player);
  if (clock == NULL || self->length == 0)
    return 0;

  return MAX (gdk_frame_clock_get_frame_time (clock) - self->started, 0) % self->length;
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

static void
find_body (YfFigureView *self,
           YfBody       *body)
{
  YfTimeline *timeline = get_timeline (self);
  gint64 position = get_position (self);
  guint index = self->player ? yf_player_get_segment_index (self->player) : yf_timeline_find (timeline, position);
  const YfSegment *segment = yf_timeline_get_segment (timeline, index);
  double fraction = segment->length > 0 ? (double) (position - segment->start) / (double) segment->length : 1;

  yf_figure_find (get_figure (self, segment->item), segment, CLAMP (fraction, 0, 1),
                  yf_picture_wants_less_motion (GTK_WIDGET (self)), body);
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  YfFigureView *self = YF_FIGURE_VIEW (widget);

  if (self->started == 0)
    self->started = gdk_frame_clock_get_frame_time (clock);
  if (self->player && yf_player_has_ended (self->player))
    {
      self->tick = 0;
      return G_SOURCE_REMOVE;
    }
  /* A figure that stands still costs nothing. */
  if (self->player == NULL || yf_player_get_state (self->player) == YF_PLAYER_RUNNING || self->moved)
    gtk_widget_queue_draw (widget);
  self->moved = FALSE;

  return G_SOURCE_CONTINUE;
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
snapshot (GtkWidget   *widget,
          GtkSnapshot *snapshot)
{
  YfFigureView *self = YF_FIGURE_VIEW (widget);
  YfBody body;

  if (get_timeline (self) == NULL || gtk_widget_get_width (widget) <= 0 || gtk_widget_get_height (widget) <= 0)
    return;

  find_body (self, &body);
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
  yf_picture_measure (orientation, for_size, YF_FIGURE_VIEW_MIN_HEIGHT, MAX_HEIGHT, ASPECT, minimum, natural);
  *minimum_baseline = *natural_baseline = -1;
}

static void
map (GtkWidget *widget)
{
  YfFigureView *self = YF_FIGURE_VIEW (widget);

  GTK_WIDGET_CLASS (yf_figure_view_parent_class)->map (widget);
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (widget, tick_cb, NULL, NULL);
}

static void
unmap (GtkWidget *widget)
{
  YfFigureView *self = YF_FIGURE_VIEW (widget);

  if (self->tick)
    gtk_widget_remove_tick_callback (widget, self->tick);
  self->tick = 0;
  GTK_WIDGET_CLASS (yf_figure_view_parent_class)->unmap (widget);
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
