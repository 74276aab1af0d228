/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-figure.h"

#include <math.h>

/* One looks a little from above and from the right, so that the far leg is told from the
 * near one: how far something moves in the picture that moves away by 1. */
#define AWAY_X 0.10
#define AWAY_Z 0.13

/* Points of skin between two places of a trunk or a limb. */
#define FINENESS 6
#define ROUNDNESS 3

#define MAX_SKIN 128
#define SEAM 0.0045   /* statures */

/* The mat, in statures: its half breadth, how thick it is, and how far it goes beyond the
 * feet. */
#define MAT_BREADTH 0.24
#define MAT_HEIGHT  0.022
#define BED_HEIGHT  0.075
#define BED_LEG     0.10
#define BELOW       0.06

typedef struct
{
  const YfBody    *body;
  const YfPalette *palette;
  cairo_t         *cairo;
} Picture;

/* A place on a trunk or a limb as one sees it: its middle and how far the skin is from it on both
 * sides. */
typedef struct
{
  double x;
  double z;
  double nx;
  double nz;
  double more;   /* towards nx, nz */
  double less;   /* away from it */
} Slice;

static void
set_colour (cairo_t        *cairo,
            const YfColour *colour,
            double          alpha)
{
  cairo_set_source_rgba (cairo, colour->red, colour->green, colour->blue, colour->alpha * alpha);
}

static void
project (const YfPoint *point,
         double        *x,
         double        *z)
{
  *x = point->x + AWAY_X * point->y;
  *z = point->z + AWAY_Z * point->y;
}

static double
interpolate (double before,
             double a,
             double b,
             double after,
             double t)
{
  /* Catmull and Rom's spline. */
  return a + t * ((b - before) / 2 + t * (before - 2.5 * a + 2 * b - after / 2 + t * ((after - before) / 2 + 1.5 * (a - b))));
}

/* Refines slices, and fills what is between their two sides. */
static void
fill_skin (Picture     *self,
           const Slice *slices,
           guint        n)
{
  double left[MAX_SKIN][2];
  double right[MAX_SKIN][2];
  guint n_points = 0;

  for (guint i = 0; i + 1 < n; i++)
    {
      const Slice *s[4] = { &slices[i > 0 ? i - 1 : 0], &slices[i], &slices[i + 1], &slices[MIN (i + 2, n - 1)] };

      for (guint j = 0; j < FINENESS + (i + 2 == n) && n_points < MAX_SKIN; j++)
        {
          double t = j / (double) FINENESS;

#define AT(expression_a, expression_b, expression_c, expression_d) interpolate (expression_a, expression_b, expression_c, expression_d, t)
#define SKIN(sign, reach, axis, normal) \
  AT (s[0]->axis + sign s[0]->reach * s[0]->normal, s[1]->axis + sign s[1]->reach * s[1]->normal, \
      s[2]->axis + sign s[2]->reach * s[2]->normal, s[3]->axis + sign s[3]->reach * s[3]->normal)
          left[n_points][0] = SKIN (+, more, x, nx);
          left[n_points][1] = SKIN (+, more, z, nz);
          right[n_points][0] = SKIN (-, less, x, nx);
          right[n_points][1] = SKIN (-, less, z, nz);
#undef SKIN
#undef AT
          n_points++;
        }
    }

  for (guint i = 0; i < n_points; i++)
    cairo_line_to (self->cairo, left[i][0], left[i][1]);
  for (guint i = n_points; i-- > 0;)
    cairo_line_to (self->cairo, right[i][0], right[i][1]);
  cairo_close_path (self->cairo);
  cairo_fill (self->cairo);
}

/* A slice of the trunk or head, across the axis of its bone. */
static Slice
slice_at (Picture *self,
          YfBone   bone,
          double   along,
          double   forwards,
          double   front,
          double   back,
          double   side)
{
  const YfFrame *frame = &self->body->skeleton.frames[bone];
  YfPoint local = { forwards, 0, along };
  YfPoint centre = yf_skeleton_get_point (&self->body->skeleton, bone, &local);
  double ux = frame->axes[2].x + AWAY_X * frame->axes[2].y;
  double uz = frame->axes[2].z + AWAY_Z * frame->axes[2].y;
  double length = hypot (ux, uz);
  Slice slice = { 0, };
  double f;
  double l;

  if (length < 0.05)
    {
      ux = 0;
      uz = length = 1;
    }
  slice.nx = uz / length;
  slice.nz = -ux / length;
  project (&centre, &slice.x, &slice.z);

  f = frame->axes[0].x * slice.nx + frame->axes[0].z * slice.nz;
  l = frame->axes[1].x * slice.nx + frame->axes[1].z * slice.nz;
  slice.more = hypot (f * (f > 0 ? front : back), l * side);
  slice.less = hypot (f * (f > 0 ? back : front), l * side);

  return slice;
}

static gboolean
is_trunk (YfBone bone)
{
  return bone <= YF_BONE_NECK;
}

static guint
slice_trunk (Picture *self,
             Slice   *slices)
{
  guint n_blobs;
  const YfBlob *blobs = yf_skeleton_get_blobs (&n_blobs);
  guint n = 0;

  for (guint i = 0; i < n_blobs; i++)
    {
      const YfBlob *blob = &blobs[i];

      if (is_trunk (blob->bone))
        slices[n++] = slice_at (self, blob->bone, blob->centre.z, blob->centre.x,
                                yf_skeleton_get_front (&self->body->skeleton, blob), blob->back, blob->side);
    }

  return n;
}

/* From the seat up: trousers, a shirt, and the neck. */
static void
draw_trunk (Picture *self)
{
  Slice slices[16];
  guint n = slice_trunk (self, slices);
  double breadth = (slices[0].more + slices[0].less) / 2;
  double aside = (slices[0].more - slices[0].less) / 2;

  /* The neck goes on under the chin, so that there is no gap where the head nods. */
  slices[n] = slice_at (self, YF_BONE_HEAD, 0.016, -0.006, 0.026, 0.030, 0.031);
  set_colour (self->cairo, &self->palette->figure, 1);
  fill_skin (self, slices + n - 3, 4);

  set_colour (self->cairo, &self->palette->figure_legs, 1);
  fill_skin (self, slices, 5);
  /* The seat is round. */
  cairo_save (self->cairo);
  cairo_translate (self->cairo, slices[0].x + slices[0].nx * aside, slices[0].z + slices[0].nz * aside);
  cairo_rotate (self->cairo, atan2 (slices[0].nz, slices[0].nx));
  cairo_scale (self->cairo, breadth, 0.022);
  cairo_arc (self->cairo, 0, 0, 1, 0, 2 * G_PI);
  cairo_restore (self->cairo);
  cairo_fill (self->cairo);

  set_colour (self->cairo, &self->palette->figure_top, 1);
  fill_skin (self, slices + 2, n - 3);
}

/* The outline of a head from the throat up, in statures: how high, and how far to the front, the back and
 * the sides. */
static const struct { double along, front, back, side; } face[] = {
  { -0.012, 0.020, 0.032, 0.030 }, { 0.000, 0.034, 0.030, 0.031 }, { 0.006, 0.047, 0.030, 0.033 },
  { 0.016, 0.054, 0.032, 0.036 }, { 0.026, 0.052, 0.038, 0.039 }, { 0.034, 0.055, 0.044, 0.041 },
  { 0.043, 0.054, 0.049, 0.042 }, { 0.050, 0.063, 0.053, 0.043 }, { 0.056, 0.062, 0.056, 0.044 },
  { 0.068, 0.052, 0.060, 0.045 }, { 0.080, 0.053, 0.062, 0.046 }, { 0.094, 0.051, 0.060, 0.045 },
  { 0.108, 0.043, 0.054, 0.040 }, { 0.119, 0.030, 0.043, 0.031 }, { 0.126, 0.016, 0.028, 0.019 }, { 0.130, 0.000, 0.004, 0.002 },
};
static const struct { double along, front, back, side; } hair[] = {
  { 0.018, -0.014, 0.040, 0.026 }, { 0.028, -0.008, 0.047, 0.036 }, { 0.042, -0.004, 0.054, 0.042 },
  { 0.056, -0.001, 0.060, 0.046 }, { 0.070, 0.006, 0.064, 0.048 }, { 0.084, 0.020, 0.066, 0.049 },
  { 0.096, 0.036, 0.064, 0.048 }, { 0.106, 0.044, 0.059, 0.045 }, { 0.116, 0.038, 0.050, 0.038 }, { 0.125, 0.026, 0.038, 0.027 },
  { 0.131, 0.010, 0.022, 0.012 }, { 0.133, -0.004, 0.008, 0.001 },
};

static void
draw_hair (Picture *self,
           guint    from,
           double   front)
{
  Slice slices[G_N_ELEMENTS (hair)];

  for (guint i = from; i < G_N_ELEMENTS (hair); i++)
    slices[i] = slice_at (self, YF_BONE_HEAD, hair[i].along, 0, MAX (hair[i].front, front), hair[i].back, hair[i].side);
  set_colour (self->cairo, &self->palette->figure_hair, 1);
  fill_skin (self, slices + from, G_N_ELEMENTS (hair) - from);
}

static void
draw_head (Picture *self)
{
  const YfFrame *frame = &self->body->skeleton.frames[YF_BONE_HEAD];
  gboolean towards = frame->axes[0].y < -0.5;
  gboolean averted = frame->axes[0].y > 0.5;
  Slice slices[G_N_ELEMENTS (face)];

  if (towards)
    draw_hair (self, 1, -1);
  for (guint i = 0; i < G_N_ELEMENTS (face); i++)
    slices[i] = slice_at (self, YF_BONE_HEAD, face[i].along, 0, face[i].front, face[i].back, face[i].side);
  set_colour (self->cairo, &self->palette->figure, 1);
  fill_skin (self, slices, G_N_ELEMENTS (face));
  /* Of somebody who looks at one only what is over the forehead is before the face. */
  draw_hair (self, towards ? 6 : 0, averted ? 0.04 : -1);
}

/* Two circles and what is between them. */
static void
add_capsule (cairo_t *cairo,
             double   x0,
             double   z0,
             double   r0,
             double   x1,
             double   z1,
             double   r1)
{
  double distance = hypot (x1 - x0, z1 - z0);
  double angle;
  double spread;

  if (distance <= fabs (r0 - r1) + 1e-6)
    {
      cairo_new_sub_path (cairo);
      cairo_arc (cairo, r0 > r1 ? x0 : x1, r0 > r1 ? z0 : z1, MAX (r0, r1), 0, 2 * G_PI);
      return;
    }

  angle = atan2 (z1 - z0, x1 - x0);
  spread = acos ((r0 - r1) / distance);
  cairo_new_sub_path (cairo);
  cairo_arc (cairo, x0, z0, r0, angle + spread, angle - spread + 2 * G_PI);
  cairo_arc (cairo, x1, z1, r1, angle - spread, angle + spread);
  cairo_close_path (cairo);
}

typedef struct
{
  double x;
  double z;
  double r;
} Round;

static void
add_rounds (Picture     *self,
            const Round *rounds,
            guint        n,
            double       seam)
{
  for (guint i = 0; i + 1 < n; i++)
    {
      const Round *r[4] = { &rounds[i > 0 ? i - 1 : 0], &rounds[i], &rounds[i + 1], &rounds[MIN (i + 2, n - 1)] };
      Round last = *r[1];

      for (guint j = 1; j <= ROUNDNESS; j++)
        {
          double t = j / (double) ROUNDNESS;
          Round here = {
            interpolate (r[0]->x, r[1]->x, r[2]->x, r[3]->x, t),
            interpolate (r[0]->z, r[1]->z, r[2]->z, r[3]->z, t),
            interpolate (r[0]->r, r[1]->r, r[2]->r, r[3]->r, t),
          };

          add_capsule (self->cairo, last.x, last.z, last.r + seam, here.x, here.z, here.r + seam);
          last = here;
        }
    }
}

static Round
round_at (Picture       *self,
          YfBone         bone,
          double         forwards,
          double         along,
          double         radius)
{
  YfPoint local = { forwards, 0, along };
  YfPoint centre = yf_skeleton_get_point (&self->body->skeleton, bone, &local);
  Round result = { .r = radius };

  project (&centre, &result.x, &result.z);
  return result;
}

/* Of what is less broad from the front than it is deep from the side. */
static Round
oval_at (Picture *self,
         YfBone   bone,
         double   forwards,
         double   along,
         double   depth,
         double   breadth)
{
  double sideways = fabs (self->body->skeleton.frames[bone].axes[1].y);

  return round_at (self, bone, forwards, along, breadth + (depth - breadth) * sideways);
}

/* The path of a limb: the flesh of the catalogue of blobs, and what is between. */
static void
add_leg (Picture *self,
         guint    right,
         guint    part,
         double   seam)
{
  guint side = right * YF_N_SIDE_BONES;
  Round thigh[] = {
    oval_at (self, YF_BONE_THIGH + side, -0.004, -0.005, 0.057, 0.046), oval_at (self, YF_BONE_THIGH + side, -0.001, -0.050, 0.053, 0.046),
    oval_at (self, YF_BONE_THIGH + side, 0.000, -0.120, 0.0445, 0.043), round_at (self, YF_BONE_THIGH + side, 0.002, -0.190, 0.037),
    round_at (self, YF_BONE_SHANK + side, 0.001, 0, 0.0325),
  };
  Round shank[] = {
    round_at (self, YF_BONE_SHANK + side, 0.001, 0, 0.0325), round_at (self, YF_BONE_SHANK + side, -0.004, -0.040, 0.0335),
    round_at (self, YF_BONE_SHANK + side, -0.007, -0.075, 0.0335), round_at (self, YF_BONE_SHANK + side, -0.004, -0.140, 0.0265),
    round_at (self, YF_BONE_SHANK + side, 0.000, -0.205, 0.0195), round_at (self, YF_BONE_FOOT + side, 0, 0.004, 0.0195),
  };
  Round heel = round_at (self, YF_BONE_FOOT + side, -0.020, -0.021, 0.018);
  Round ankle = round_at (self, YF_BONE_FOOT + side, 0.002, 0.000, 0.0195);
  Round arch = round_at (self, YF_BONE_FOOT + side, 0.030, -0.014, 0.0165);
  Round ball = round_at (self, YF_BONE_FOOT + side, 0.076, -0.026, 0.013);
  Round toes = round_at (self, YF_BONE_TOES + side, 0.029, -0.003, 0.009);

  if (part == 0)
    {
      add_rounds (self, shank + 3, G_N_ELEMENTS (shank) - 3, seam);
    }
  else
    {
      add_rounds (self, thigh, G_N_ELEMENTS (thigh), seam);
      add_rounds (self, shank, G_N_ELEMENTS (shank) - 1, seam);
      return;
    }
  add_capsule (self->cairo, ankle.x, ankle.z, ankle.r, heel.x, heel.z, heel.r);
  add_capsule (self->cairo, ankle.x, ankle.z, ankle.r, arch.x, arch.z, arch.r);
  add_capsule (self->cairo, heel.x, heel.z, heel.r, arch.x, arch.z, arch.r);
  add_capsule (self->cairo, heel.x, heel.z, heel.r * 0.9, ball.x, ball.z, ball.r);
  add_capsule (self->cairo, arch.x, arch.z, arch.r, ball.x, ball.z, ball.r);
  add_capsule (self->cairo, ball.x, ball.z, ball.r, toes.x, toes.z, toes.r);
}

static void
add_arm (Picture *self,
         guint    right,
         guint    part,
         double   seam)
{
  guint side = right * YF_N_SIDE_BONES;
  Round upper[] = {
    round_at (self, YF_BONE_UPPER_ARM + side, 0, 0.000, 0.031), round_at (self, YF_BONE_UPPER_ARM + side, 0.001, -0.040, 0.0295),
    round_at (self, YF_BONE_UPPER_ARM + side, 0.001, -0.090, 0.0265), round_at (self, YF_BONE_UPPER_ARM + side, 0, -0.145, 0.0215),
    round_at (self, YF_BONE_FOREARM + side, 0, 0, 0.0205),
  };
  Round fore[] = {
    round_at (self, YF_BONE_FOREARM + side, 0, 0, 0.0205), round_at (self, YF_BONE_FOREARM + side, 0.001, -0.040, 0.0205),
    round_at (self, YF_BONE_FOREARM + side, 0.000, -0.095, 0.0165), round_at (self, YF_BONE_HAND + side, 0, 0.004, 0.0140),
    round_at (self, YF_BONE_HAND + side, 0.001, -0.030, 0.0160), round_at (self, YF_BONE_HAND + side, 0.001, -0.052, 0.0158),
    round_at (self, YF_BONE_HAND + side, 0.003, -0.080, 0.0115), round_at (self, YF_BONE_HAND + side, 0.004, -0.099, 0.0085),
  };

  if (part == 1)
    {
      add_rounds (self, upper, 3, seam);
      return;
    }
  add_rounds (self, upper + 1, G_N_ELEMENTS (upper) - 1, seam);
  add_rounds (self, fore, 3, seam);
  add_rounds (self, fore + 2, G_N_ELEMENTS (fore) - 2, seam);
}

/* What is further away is a little darker. */
static YfColour
shade (const YfColour *colour,
       double          share)
{
  double factor = 1 - 0.24 * share;

  return (YfColour) { colour->red * factor, colour->green * factor, colour->blue * factor, colour->alpha };
}

/* First the skin, then what is worn over it; a limb before the body has a seam around it. */
static void
draw_limb (Picture        *self,
           void          (*add) (Picture *, guint, guint, double),
           guint           right,
           const YfColour *worn,
           double          far,
           gboolean        seam)
{
  const YfColour colours[] = { shade (&self->palette->figure, far), shade (worn, far) };

  for (guint part = 0; part < 2 && seam; part++)
    {
      set_colour (self->cairo, &self->palette->figure_seam, 1);
      add (self, right, part, SEAM);
      cairo_fill (self->cairo);
    }
  for (guint part = 0; part < 2; part++)
    {
      set_colour (self->cairo, &colours[part], 1);
      add (self, right, part, 0);
      cairo_fill (self->cairo);
    }
}

static void
draw_slab (Picture        *self,
           double          x0,
           double          x1,
           double          breadth,
           double          height,
           const YfColour *top,
           const YfColour *edge)
{
  double near_x = -AWAY_X * breadth;
  double near_z = -AWAY_Z * breadth;

  cairo_set_line_join (self->cairo, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (self->cairo, 0.012);
  set_colour (self->cairo, edge, 1);
  cairo_rectangle (self->cairo, x0 + near_x, near_z - height, x1 - x0, height);
  cairo_stroke_preserve (self->cairo);
  cairo_fill (self->cairo);
  cairo_move_to (self->cairo, x0 + near_x, near_z);
  cairo_line_to (self->cairo, x1 + near_x, near_z);
  cairo_line_to (self->cairo, x1 - near_x, -near_z);
  cairo_line_to (self->cairo, x0 - near_x, -near_z);
  cairo_close_path (self->cairo);
  set_colour (self->cairo, top, 1);
  cairo_stroke_preserve (self->cairo);
  cairo_fill (self->cairo);
}

static void
draw_place (Picture *self)
{
  const YfBody *body = self->body;
  const YfPalette *palette = self->palette;

  switch (body->place)
    {
    case YF_SURROUNDING_MAT:
      draw_slab (self, body->left + 0.035, body->right - 0.035, MAT_BREADTH, MAT_HEIGHT, &palette->mat, &palette->mat_edge);
      break;
    case YF_SURROUNDING_BED:
      set_colour (self->cairo, &palette->mat_edge, 1);
      cairo_rectangle (self->cairo, body->left + 0.05, -BELOW - BED_HEIGHT - BED_LEG, 0.035, BED_LEG + 0.03);
      cairo_rectangle (self->cairo, body->right - 0.11, -BELOW - BED_HEIGHT - BED_LEG, 0.035, BED_LEG + 0.03);
      cairo_fill (self->cairo);
      draw_slab (self, body->left + 0.03, body->right - 0.03, MAT_BREADTH + 0.04, BED_HEIGHT, &palette->mat, &palette->mat_edge);
      break;
    case YF_SURROUNDING_WALL:
      {
        double d = 0.34;
        double x = YF_FIGURE_WALL;

        cairo_move_to (self->cairo, x - AWAY_X * d, -AWAY_Z * d);
        cairo_line_to (self->cairo, x + AWAY_X * d, AWAY_Z * d);
        cairo_line_to (self->cairo, x + AWAY_X * d, body->top - 0.01);
        cairo_line_to (self->cairo, x - AWAY_X * d, body->top - 0.01 - 2 * AWAY_Z * d);
        cairo_close_path (self->cairo);
        set_colour (self->cairo, &palette->mat, 1);
        cairo_fill (self->cairo);
        cairo_rectangle (self->cairo, x + AWAY_X * d, AWAY_Z * d, 0.014, body->top - 0.01 - AWAY_Z * d);
        set_colour (self->cairo, &palette->mat_edge, 1);
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
      set_colour (self->cairo, &palette->mat, 1);
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
draw_attention (Picture *self)
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
  project (&point, &x, &z);

  pattern = cairo_pattern_create_radial (x, z, 0, x, z, radius);
  cairo_pattern_add_color_stop_rgba (pattern, 0, hue->red, hue->green, hue->blue, 0.70 * body->strength);
  cairo_pattern_add_color_stop_rgba (pattern, 0.5, hue->red, hue->green, hue->blue, 0.38 * body->strength);
  cairo_pattern_add_color_stop_rgba (pattern, 1, hue->red, hue->green, hue->blue, 0);
  cairo_set_source (self->cairo, pattern);
  cairo_arc (self->cairo, x, z, radius, 0, 2 * G_PI);
  cairo_fill (self->cairo);
  cairo_pattern_destroy (pattern);

  set_colour (self->cairo, hue, 0.9 * body->strength);
  cairo_set_line_width (self->cairo, 0.006);
  cairo_arc (self->cairo, x, z, radius, 0, 2 * G_PI);
  cairo_stroke (self->cairo);
}

static double
get_distance (Picture *self,
              YfBone   bone)
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
  Picture self = { body, palette, cairo };
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
  draw_limb (&self, add_arm, right_far, &palette->figure_top, far, FALSE);
  draw_limb (&self, add_leg, right_far, &palette->figure_legs, far, FALSE);
  draw_head (&self);
  draw_trunk (&self);
  draw_limb (&self, add_leg, !right_far, &palette->figure_legs, 0, FALSE);
  draw_attention (&self);
  draw_limb (&self, add_arm, !right_far, &palette->figure_top, 0, far > 0.3);

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
