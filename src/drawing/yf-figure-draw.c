/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-figure-picture.h"

#include <math.h>

/* The mat, in statures: its half breadth, how thick it is, and how far it goes beyond the
 * feet. */
#define MAT_BREADTH 0.24
#define MAT_HEIGHT  0.022
#define BED_HEIGHT  0.075
#define BED_LEG     0.10
#define BELOW       0.06

void
yf_picture_set_colour (cairo_t        *cairo,
                       const YfColour *colour,
                       double          alpha)
{
  cairo_set_source_rgba (cairo, colour->red, colour->green, colour->blue, colour->alpha * alpha);
}

void
yf_picture_project (const YfPoint *point,
                    double        *x,
                    double        *z)
{
  *x = point->x + YF_PICTURE_AWAY_X * point->y;
  *z = point->z + YF_PICTURE_AWAY_Z * point->y;
}

double
yf_picture_interpolate (double before,
                        double a,
                        double b,
                        double after,
                        double t)
{
  /* Catmull and Rom's spline. */
  return a + t * ((b - before) / 2 + t * (before - 2.5 * a + 2 * b - after / 2 + t * ((after - before) / 2 + 1.5 * (a - b))));
}

static void
draw_slab (YfPicture      *self,
           double          x0,
           double          x1,
           double          breadth,
           double          height,
           const YfColour *top,
           const YfColour *edge)
{
  double near_x = -YF_PICTURE_AWAY_X * breadth;
  double near_z = -YF_PICTURE_AWAY_Z * breadth;

  cairo_set_line_join (self->cairo, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (self->cairo, 0.012);
  yf_picture_set_colour (self->cairo, edge, 1);
  cairo_rectangle (self->cairo, x0 + near_x, near_z - height, x1 - x0, height);
  cairo_stroke_preserve (self->cairo);
  cairo_fill (self->cairo);
  cairo_move_to (self->cairo, x0 + near_x, near_z);
  cairo_line_to (self->cairo, x1 + near_x, near_z);
  cairo_line_to (self->cairo, x1 - near_x, -near_z);
  cairo_line_to (self->cairo, x0 - near_x, -near_z);
  cairo_close_path (self->cairo);
  yf_picture_set_colour (self->cairo, top, 1);
  cairo_stroke_preserve (self->cairo);
  cairo_fill (self->cairo);
}

static void
draw_place (YfPicture *self)
{
  const YfBody *body = self->body;
  const YfPalette *palette = self->palette;

  switch (body->place)
    {
    case YF_SURROUNDING_MAT:
      draw_slab (self, body->left + 0.035, body->right - 0.035, MAT_BREADTH, MAT_HEIGHT, &palette->mat, &palette->mat_edge);
      break;
    case YF_SURROUNDING_BED:
      yf_picture_set_colour (self->cairo, &palette->mat_edge, 1);
      cairo_rectangle (self->cairo, body->left + 0.05, -BELOW - BED_HEIGHT - BED_LEG, 0.035, BED_LEG + 0.03);
      cairo_rectangle (self->cairo, body->right - 0.11, -BELOW - BED_HEIGHT - BED_LEG, 0.035, BED_LEG + 0.03);
      cairo_fill (self->cairo);
      draw_slab (self, body->left + 0.03, body->right - 0.03, MAT_BREADTH + 0.04, BED_HEIGHT,
                 &palette->mat, &palette->mat_edge);
      break;
    case YF_SURROUNDING_WALL:
      {
        double d = 0.34;
        double x = YF_FIGURE_WALL;
        double dx = YF_PICTURE_AWAY_X * d;
        double dz = YF_PICTURE_AWAY_Z * d;

        cairo_move_to (self->cairo, x - dx, -dz);
        cairo_line_to (self->cairo, x + dx, dz);
        cairo_line_to (self->cairo, x + dx, body->top - 0.01);
        cairo_line_to (self->cairo, x - dx, body->top - 0.01 - 2 * dz);
        cairo_close_path (self->cairo);
        yf_picture_set_colour (self->cairo, &palette->mat, 1);
        cairo_fill (self->cairo);
        cairo_rectangle (self->cairo, x + dx, dz, 0.014, body->top - 0.01 - dz);
        yf_picture_set_colour (self->cairo, &palette->mat_edge, 1);
        cairo_fill (self->cairo);
      }
      G_GNUC_FALLTHROUGH;
    case YF_SURROUNDING_FLOOR:
    default:
      /* A shadow is all the floor that somebody who stands needs. */
      cairo_save (self->cairo);
      cairo_translate (self->cairo, (body->left + body->right) / 2, 0);
      cairo_scale (self->cairo, MIN (0.24, (body->right - body->left) / 2), 0.034);
      cairo_arc (self->cairo, 0, 0, 1, 0, 2 * G_PI);
      cairo_restore (self->cairo);
      yf_picture_set_colour (self->cairo, &palette->mat, 1);
      cairo_fill (self->cairo);
      break;
    }
}

static const YfColour *
get_hue (const YfPalette *palette,
         YfPhaseKind      kind)
{
  switch (kind)
    {
    case YF_PHASE_INHALE:
    case YF_PHASE_RAISE:
      return &palette->effort;
    case YF_PHASE_LOWER:
    case YF_PHASE_EXHALE:
      return &palette->release;
    case YF_PHASE_HOLD:
    case YF_PHASE_REST:
    default:
      return &palette->still;
    }
}

/* Where in which bone attention is, and how far it reaches. */
static const struct
{
  YfBone  bone;
  YfPoint place;
  double  radius;
} attentions[] = {
  [YF_ATTENTION_NONE] = { YF_BONE_PELVIS, { 0, 0, 0 }, 0 },
  [YF_ATTENTION_BODY] = { YF_BONE_UPPER_LUMBAR, { 0, 0, 0 }, 0.17 },
  [YF_ATTENTION_BELLY] = { YF_BONE_UPPER_LUMBAR, { 0.034, 0, 0.0 }, 0.085 },
  [YF_ATTENTION_CHEST] = { YF_BONE_UPPER_THORAX, { 0.02, 0, -0.005 }, 0.10 },
  [YF_ATTENTION_BACK] = { YF_BONE_UPPER_LUMBAR, { -0.025, 0, 0.0 }, 0.095 },
  [YF_ATTENTION_WAIST] = { YF_BONE_UPPER_LUMBAR, { 0, 0, 0.01 }, 0.095 },
  [YF_ATTENTION_HIPS] = { YF_BONE_PELVIS, { -0.02, 0, 0.0 }, 0.10 },
  [YF_ATTENTION_PELVIC_FLOOR] = { YF_BONE_PELVIS, { -0.005, 0, -0.040 }, 0.055 },
  [YF_ATTENTION_LEG] = { YF_BONE_THIGH, { 0.0, 0, -0.120 }, 0.09 },
};

/* A glow on the body: colour, and a ring of it for whom colours are alike. */
static void
draw_attention (YfPicture *self)
{
  const YfBody *body = self->body;
  const YfColour *hue = get_hue (self->palette, body->kind);
  YfBone bone = attentions[body->attention].bone;
  double radius = attentions[body->attention].radius * (0.85 + 0.15 * body->strength);
  cairo_pattern_t *pattern;
  YfPoint point;
  double x;
  double z;

  if (radius <= 0 || body->strength <= 0)
    return;

  if (bone >= YF_BONE_UPPER_ARM && body->side == YF_SIDE_RIGHT)
    bone += YF_N_SIDE_BONES;
  point = yf_skeleton_get_point (&body->skeleton, bone, &attentions[body->attention].place);
  yf_picture_project (&point, &x, &z);

  pattern = cairo_pattern_create_radial (x, z, 0, x, z, radius);
  cairo_pattern_add_color_stop_rgba (pattern, 0, hue->red, hue->green, hue->blue, 0.70 * body->strength);
  cairo_pattern_add_color_stop_rgba (pattern, 0.5, hue->red, hue->green, hue->blue, 0.38 * body->strength);
  cairo_pattern_add_color_stop_rgba (pattern, 1, hue->red, hue->green, hue->blue, 0);
  cairo_set_source (self->cairo, pattern);
  cairo_arc (self->cairo, x, z, radius, 0, 2 * G_PI);
  cairo_fill (self->cairo);
  cairo_pattern_destroy (pattern);

  yf_picture_set_colour (self->cairo, hue, 0.9 * body->strength);
  cairo_set_line_width (self->cairo, 0.006);
  cairo_arc (self->cairo, x, z, radius, 0, 2 * G_PI);
  cairo_stroke (self->cairo);
}

static double
get_distance (YfPicture *self,
              YfBone     bone)
{
  YfPoint from;
  YfPoint to;

  yf_skeleton_get_ends (&self->body->skeleton, bone, &from, &to);
  return (from.y + to.y) / 2;
}

/**
 * yf_figure_draw:
 * @body: a person
 * @palette: the colours
 * @cairo: where to draw; the picture begins at 0, 0
 * @width: in the units of @cairo
 * @height: likewise
 *
 * Draws a person with what they lie on or lean against. The scale is the same
 * for every moment of an exercise.
 */
void
yf_figure_draw (const YfBody    *body,
                const YfPalette *palette,
                cairo_t         *cairo,
                double           width,
                double           height)
{
  YfPicture self = { body, palette, cairo };
  double bottom;
  double scale;
  gboolean right_far;
  double far;

  g_return_if_fail (body != NULL);
  g_return_if_fail (palette != NULL);
  g_return_if_fail (cairo != NULL);

  if (width <= 0 || height <= 0 || body->right <= body->left)
    return;

  bottom = BELOW + (body->place == YF_SURROUNDING_BED ? BED_HEIGHT + BED_LEG : 0);
  scale = MIN (width / (body->right - body->left), height / (body->top + bottom));

  cairo_save (cairo);
  cairo_translate (cairo, width / 2, height / 2);
  cairo_scale (cairo, scale, -scale);
  cairo_translate (cairo, -(body->left + body->right) / 2, -(body->top - bottom) / 2);
  cairo_set_line_cap (cairo, CAIRO_LINE_CAP_ROUND);

  draw_place (&self);

  /* What is further away first; from the front, neither leg is. */
  right_far = get_distance (&self, YF_BONE_THIGH + YF_N_SIDE_BONES) > get_distance (&self, YF_BONE_THIGH);
  far = fabs (body->skeleton.frames[YF_BONE_PELVIS].axes[1].y);
  yf_picture_draw_arm (&self, right_far, far, FALSE);
  yf_picture_draw_leg (&self, right_far, far);
  yf_picture_draw_head (&self);
  yf_picture_draw_trunk (&self);
  yf_picture_draw_leg (&self, !right_far, 0);
  draw_attention (&self);
  yf_picture_draw_arm (&self, !right_far, 0, far > 0.3);

  cairo_restore (cairo);
}

/**
 * yf_figure_draw_key:
 * @self: a figure
 * @key: a key pose, from 0
 * @palette: the colours
 * @cairo: where to draw; the picture begins at 0, 0
 * @width: in the units of @cairo
 * @height: likewise
 *
 * Draws a key pose, for a list or on paper.
 */
void
yf_figure_draw_key (YfFigure        *self,
                    guint            key,
                    const YfPalette *palette,
                    cairo_t         *cairo,
                    double           width,
                    double           height)
{
  YfBody body;

  g_return_if_fail (self != NULL);
  g_return_if_fail (key < yf_figure_get_n_keys (self));

  yf_figure_get_key (self, key, &body);
  yf_figure_draw (&body, palette, cairo, width, height);
}
