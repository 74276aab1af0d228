/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-moving-figure.h"

#include "yf-style.h"

typedef struct
{
  gint64 started; /* by the frame clock; 0 before the first frame */
  guint  tick;
} YfMovingFigurePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (YfMovingFigure, yf_moving_figure, GTK_TYPE_WIDGET)

static gboolean
wants_less_motion (GtkWidget *widget)
{
  gboolean animations;

  g_object_get (gtk_widget_get_settings (widget), "gtk-enable-animations", &animations, NULL);

  return !animations;
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  YfMovingFigure *self = YF_MOVING_FIGURE (widget);
  YfMovingFigurePrivate *priv = yf_moving_figure_get_instance_private (self);
  YfMotion motion;

  if (priv->started == 0)
    priv->started = gdk_frame_clock_get_frame_time (clock);
  motion = YF_MOVING_FIGURE_GET_CLASS (self)->look (self, wants_less_motion (widget));
  /* A figure that stands still costs nothing. */
  if (motion != YF_MOTION_NONE)
    gtk_widget_queue_draw (widget);
  if (motion != YF_MOTION_OVER)
    return G_SOURCE_CONTINUE;

  priv->tick = 0;
  return G_SOURCE_REMOVE;
}

static void
start (YfMovingFigure *self)
{
  YfMovingFigurePrivate *priv = yf_moving_figure_get_instance_private (self);

  if (priv->tick == 0)
    priv->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

static void
snapshot (GtkWidget   *widget,
          GtkSnapshot *snapshot)
{
  YfMovingFigure *self = YF_MOVING_FIGURE (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  cairo_t *cairo;
  YfBody body;

  if (width <= 0 || height <= 0 ||
      !YF_MOVING_FIGURE_GET_CLASS (self)->find (self, wants_less_motion (widget), &body))
    return;

  cairo = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  yf_figure_draw (&body, yf_style_get_palette (widget), cairo, width, height);
  cairo_destroy (cairo);
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
  YfMovingFigureClass *klass = YF_MOVING_FIGURE_GET_CLASS (widget);

  *minimum = klass->least;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = (int) (klass->most * klass->aspect);
  else
    *natural = for_size < 0 ? klass->most : CLAMP ((int) (for_size / klass->aspect), klass->least, klass->most);
  *minimum_baseline = *natural_baseline = -1;
}

static void
map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (yf_moving_figure_parent_class)->map (widget);
  start (YF_MOVING_FIGURE (widget));
}

static void
unmap (GtkWidget *widget)
{
  YfMovingFigurePrivate *priv = yf_moving_figure_get_instance_private (YF_MOVING_FIGURE (widget));

  if (priv->tick != 0)
    gtk_widget_remove_tick_callback (widget, priv->tick);
  priv->tick = 0;
  GTK_WIDGET_CLASS (yf_moving_figure_parent_class)->unmap (widget);
}

static void
yf_moving_figure_class_init (YfMovingFigureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = snapshot;
  widget_class->get_request_mode = get_request_mode;
  widget_class->measure = measure;
  widget_class->map = map;
  widget_class->unmap = unmap;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
yf_moving_figure_init (YfMovingFigure *self)
{
}

/**
 * yf_moving_figure_get_time:
 *
 * Returns: for how long it has moved by the frame clock, in microseconds; 0 before the
 *   first frame
 */
gint64
yf_moving_figure_get_time (YfMovingFigure *self)
{
  YfMovingFigurePrivate *priv = yf_moving_figure_get_instance_private (self);
  GdkFrameClock *clock;

  g_return_val_if_fail (YF_IS_MOVING_FIGURE (self), 0);

  clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));
  if (clock == NULL || priv->started == 0)
    return 0;

  return MAX (gdk_frame_clock_get_frame_time (clock) - priv->started, 0);
}

/**
 * yf_moving_figure_restart:
 *
 * Lets it move from the beginning.
 */
void
yf_moving_figure_restart (YfMovingFigure *self)
{
  YfMovingFigurePrivate *priv = yf_moving_figure_get_instance_private (self);

  g_return_if_fail (YF_IS_MOVING_FIGURE (self));

  priv->started = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    start (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
