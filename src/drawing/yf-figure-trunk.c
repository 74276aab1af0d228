/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-figure-picture.h"

#include <math.h>

/* Points of skin between two places of a trunk. */
#define FINENESS 6
#define MAX_SKIN 128

/* A place on a trunk as one sees it: its middle and how far the skin is from it on both
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

/* Refines slices, and fills what is between their two sides. */
static void
fill_skin (YfPicture   *self,
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

#define SKIN(sign, reach, axis, normal) \
  yf_picture_interpolate (s[0]->axis + sign s[0]->reach * s[0]->normal, s[1]->axis + sign s[1]->reach * s[1]->normal, \
                          s[2]->axis + sign s[2]->reach * s[2]->normal, s[3]->axis + sign s[3]->reach * s[3]->normal, t)
          left[n_points][0] = SKIN (+, more, x, nx);
          left[n_points][1] = SKIN (+, more, z, nz);
          right[n_points][0] = SKIN (-, less, x, nx);
          right[n_points][1] = SKIN (-, less, z, nz);
#undef SKIN
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
slice_at (YfPicture *self,
          YfBone     bone,
          double     along,
          double     forwards,
          double     front,
          double     back,
          double     side)
{
  const YfFrame *frame = &self->body->skeleton.frames[bone];
  YfPoint local = { forwards, 0, along };
  YfPoint centre = yf_skeleton_get_point (&self->body->skeleton, bone, &local);
  double ux = frame->axes[2].x + YF_PICTURE_AWAY_X * frame->axes[2].y;
  double uz = frame->axes[2].z + YF_PICTURE_AWAY_Z * frame->axes[2].y;
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
  yf_picture_project (&centre, &slice.x, &slice.z);

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
slice_trunk (YfPicture *self,
             Slice     *slices)
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
void
yf_picture_draw_trunk (YfPicture *self)
{
  Slice slices[16];
  guint n = slice_trunk (self, slices);
  double breadth = (slices[0].more + slices[0].less) / 2;
  double aside = (slices[0].more - slices[0].less) / 2;

  /* The neck goes on under the chin, so that there is no gap where the head nods. */
  slices[n] = slice_at (self, YF_BONE_HEAD, 0.016, -0.006, 0.026, 0.030, 0.031);
  yf_picture_set_colour (self->cairo, &self->palette->figure, 1);
  fill_skin (self, slices + n - 3, 4);

  yf_picture_set_colour (self->cairo, &self->palette->figure_legs, 1);
  fill_skin (self, slices, 5);
  /* The seat is round. */
  cairo_save (self->cairo);
  cairo_translate (self->cairo, slices[0].x + slices[0].nx * aside, slices[0].z + slices[0].nz * aside);
  cairo_rotate (self->cairo, atan2 (slices[0].nz, slices[0].nx));
  cairo_scale (self->cairo, breadth, 0.022);
  cairo_arc (self->cairo, 0, 0, 1, 0, 2 * G_PI);
  cairo_restore (self->cairo);
  cairo_fill (self->cairo);

  yf_picture_set_colour (self->cairo, &self->palette->figure_top, 1);
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
draw_hair (YfPicture *self,
           guint      from,
           double     front)
{
  Slice slices[G_N_ELEMENTS (hair)];

  for (guint i = from; i < G_N_ELEMENTS (hair); i++)
    slices[i] = slice_at (self, YF_BONE_HEAD, hair[i].along, 0, MAX (hair[i].front, front), hair[i].back, hair[i].side);
  yf_picture_set_colour (self->cairo, &self->palette->figure_hair, 1);
  fill_skin (self, slices + from, G_N_ELEMENTS (hair) - from);
}

void
yf_picture_draw_head (YfPicture *self)
{
  const YfFrame *frame = &self->body->skeleton.frames[YF_BONE_HEAD];
  gboolean towards = frame->axes[0].y < -0.5;
  gboolean averted = frame->axes[0].y > 0.5;
  Slice slices[G_N_ELEMENTS (face)];

  if (towards)
    draw_hair (self, 1, -1);
  for (guint i = 0; i < G_N_ELEMENTS (face); i++)
    slices[i] = slice_at (self, YF_BONE_HEAD, face[i].along, 0, face[i].front, face[i].back, face[i].side);
  yf_picture_set_colour (self->cairo, &self->palette->figure, 1);
  fill_skin (self, slices, G_N_ELEMENTS (face));
  /* Of somebody who looks at one only what is over the forehead is before the face. */
  draw_hair (self, towards ? 6 : 0, averted ? 0.04 : -1);
}
