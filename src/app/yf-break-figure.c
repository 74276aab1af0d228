/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-break-figure.h"
#include "yf-break-walk.h"
#include "yf-picture.h"

struct _YfBreakFigure
{
  GtkWidget parent_instance;

  YfPlayer *player;
  YfFigure *figure;
  gboolean  gentle;
  guint     tick;
};

G_DEFINE_FINAL_TYPE (YfBreakFigure, yf_break_figure, GTK_TYPE_WIDGET)

/* Somebody who stands is no wider than they are high, with their arms out. */
#define ASPECT 1.4
#define MIN_HEIGHT 110
#define MAX_HEIGHT 320

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  YfBreakFigure *self = YF_BREAK_FIGURE (widget);

  if (self->player != NULL && yf_player_get_state (self->player) == YF_PLAYER_RUNNING)
    gtk_widget_queue_draw (widget);

  return G_SOURCE_CONTINUE;
}

static void
snapshot (GtkWidget   *widget,
          GtkSnapshot *snapshot)
{
  YfBreakFigure *self = YF_BREAK_FIGURE (widget);
  const YfSegment *segment;
  YfBody body;

  if (self->player == NULL || gtk_widget_get_width (widget) <= 0 || gtk_widget_get_height (widget) <= 0)
    return;

  segment = yf_player_get_segment (self->player);
  yf_break_walk_find (self->figure, segment, yf_player_get_position (self->player) - segment->start, self->gentle,
                      yf_picture_wants_less_motion (widget), &body);
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
  YfBreakFigure *self = YF_BREAK_FIGURE (widget);

  GTK_WIDGET_CLASS (yf_break_figure_parent_class)->map (widget);
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (widget, tick_cb, NULL, NULL);
}

static void
unmap (GtkWidget *widget)
{
  YfBreakFigure *self = YF_BREAK_FIGURE (widget);

  if (self->tick)
    gtk_widget_remove_tick_callback (widget, self->tick);
  self->tick = 0;
  GTK_WIDGET_CLASS (yf_break_figure_parent_class)->unmap (widget);
}

static void
dispose (GObject *object)
{
  YfBreakFigure *self = YF_BREAK_FIGURE (object);

  g_clear_pointer (&self->figure, yf_figure_unref);
  g_clear_object (&self->player);

  G_OBJECT_CLASS (yf_break_figure_parent_class)->dispose (object);
}

static void
yf_break_figure_class_init (YfBreakFigureClass *klass)
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
yf_break_figure_init (YfBreakFigure *self)
{
}

/**
 * yf_break_figure_follow:
 * @catalogue: where the poses are
 * @player: plays the break from sitting
 * @gentle: whether the person only walks
 *
 * Shows the break that @player plays.
 */
void
yf_break_figure_follow (YfBreakFigure *self,
                        YfCatalogue   *catalogue,
                        YfPlayer      *player,
                        gboolean       gentle)
{
  g_return_if_fail (YF_IS_BREAK_FIGURE (self));
  g_return_if_fail (YF_IS_PLAYER (player));

  g_set_object (&self->player, player);
  g_clear_pointer (&self->figure, yf_figure_unref);
  self->figure = yf_figure_new (catalogue, yf_player_get_segment (player)->exercise);
  self->gentle = gentle;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gentle ? _("A person who walks about")
                                         : _("A person who stretches, turns gently and walks about"), -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
