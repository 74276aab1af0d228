/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-figure-picture.h"

#include <math.h>

/* Rounds between two places of a limb. */
#define ROUNDNESS 3
#define SEAM 0.0045   /* statures */

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
add_rounds (YfPicture   *self,
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
            yf_picture_interpolate (r[0]->x, r[1]->x, r[2]->x, r[3]->x, t),
            yf_picture_interpolate (r[0]->z, r[1]->z, r[2]->z, r[3]->z, t),
            yf_picture_interpolate (r[0]->r, r[1]->r, r[2]->r, r[3]->r, t),
          };

          add_capsule (self->cairo, last.x, last.z, last.r + seam, here.x, here.z, here.r + seam);
          last = here;
        }
    }
}

static Round
round_at (YfPicture *self,
          YfBone     bone,
          double     forwards,
          double     along,
          double     radius)
{
  YfPoint local = { forwards, 0, along };
  YfPoint centre = yf_skeleton_get_point (&self->body->skeleton, bone, &local);
  Round result = { .r = radius };

  yf_picture_project (&centre, &result.x, &result.z);
  return result;
}

/* Of what is less broad from the front than it is deep from the side. */
static Round
oval_at (YfPicture *self,
         YfBone     bone,
         double     forwards,
         double     along,
         double     depth,
         double     breadth)
{
  double sideways = fabs (self->body->skeleton.frames[bone].axes[1].y);

  return round_at (self, bone, forwards, along, breadth + (depth - breadth) * sideways);
}

/* The path of a limb: the flesh of the catalogue of blobs, and what is between. */
static void
add_leg (YfPicture *self,
         guint      right,
         guint      part,
         double     seam)
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
add_arm (YfPicture *self,
         guint      right,
         guint      part,
         double     seam)
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
draw_limb (YfPicture       *self,
           void           (*add) (YfPicture *, guint, guint, double),
           guint            right,
           const YfColour  *worn,
           double           far,
           gboolean         seam)
{
  const YfColour colours[] = { shade (&self->palette->figure, far), shade (worn, far) };

  for (guint part = 0; part < 2 && seam; part++)
    {
      yf_picture_set_colour (self->cairo, &self->palette->figure_seam, 1);
      add (self, right, part, SEAM);
      cairo_fill (self->cairo);
    }
  for (guint part = 0; part < 2; part++)
    {
      yf_picture_set_colour (self->cairo, &colours[part], 1);
      add (self, right, part, 0);
      cairo_fill (self->cairo);
    }
}

void
yf_picture_draw_leg (YfPicture *self,
                     guint      right,
                     double     far)
{
  draw_limb (self, add_leg, right, &self->palette->figure_legs, far, FALSE);
}

/* @seam: whether it is before the body, and told from it by a seam. */
void
yf_picture_draw_arm (YfPicture *self,
                     guint      right,
                     double     far,
                     gboolean   seam)
{
  draw_limb (self, add_arm, right, &self->palette->figure_top, far, seam);
}
