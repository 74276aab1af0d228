/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-break-figure.h"
#include "yf-break-walk.h"

struct _YfBreakFigure
{
  YfMovingFigure parent_instance;

  YfPlayer *player;
  YfFigure *figure;
  gboolean  gentle;
};

G_DEFINE_FINAL_TYPE (YfBreakFigure, yf_break_figure, YF_TYPE_MOVING_FIGURE)

/* Somebody who stands is no wider than they are high, with their arms out. */
#define ASPECT 1.4
#define MIN_HEIGHT 110
#define MAX_HEIGHT 320

static YfMotion
look (YfMovingFigure *figure,
      gboolean        less_motion)
{
  YfBreakFigure *self = YF_BREAK_FIGURE (figure);

  return self->player != NULL && yf_player_get_state (self->player) == YF_PLAYER_RUNNING ? YF_MOTION_ON
                                                                                         : YF_MOTION_NONE;
}

static gboolean
find (YfMovingFigure *figure,
      gboolean        less_motion,
      YfBody         *body)
{
  YfBreakFigure *self = YF_BREAK_FIGURE (figure);
  const YfSegment *segment;

  if (self->player == NULL)
    return FALSE;

  segment = yf_player_get_segment (self->player);
  yf_break_walk_find (self->figure, segment, yf_player_get_position (self->player) - segment->start, self->gentle,
                      less_motion, body);

  return TRUE;
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
  YfMovingFigureClass *figure_class = YF_MOVING_FIGURE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  figure_class->least = MIN_HEIGHT;
  figure_class->most = MAX_HEIGHT;
  figure_class->aspect = ASPECT;
  figure_class->look = look;
  figure_class->find = find;
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
