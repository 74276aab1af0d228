/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-figure-solver.h"

#include <math.h>

/*
 * A pose says how a body is bent and what it touches, and the two never agree to the
 * millimetre. This moves the body as little as possible until what touches the ground touches it,
 * nothing is below it, what is planted is where it was, and no joint is beyond its
 * range: Newton's method on those conditions, each step the least that mends them (J W Jᵀ λ = -e). It
 * depends on nothing but where it begins, so that what moves smoothly before moves smoothly
 * after.
 */
#define MAX_ROWS   160
#define MAX_STEPS  60
#define TOLERANCE  1e-7    /* statures: a ten-thousandth of a millimetre */
#define DAMPING    3e-5
#define MAX_TURN   15      /* degrees in one step */
#define MAX_SHIFT  0.1     /* statures in one step */

/* How readily a degree gives way, against a whole stature of the pelvis; what turns a body
 * out of the plane that it moves in does so only where nothing else helps. */
#define TURN_WEIGHT (200.0 * 200.0)
#define SIDEWAYS    0.02

typedef struct
{
  double rows[MAX_ROWS][YF_N_FREEDOMS];
  double errors[MAX_ROWS];
  double matrix[MAX_ROWS][MAX_ROWS];
  double factors[MAX_ROWS];
  guint  n_rows;
  double worst;
} System;

static double
get_weight (guint freedom)
{
  static const double weights[YF_ANGLE_TOES + 1] = {
    [YF_ANGLE_PITCH] = 0.3, [YF_ANGLE_ROLL] = SIDEWAYS, [YF_ANGLE_LUMBAR] = 0.5, [YF_ANGLE_THORAX] = 0.5,
    [YF_ANGLE_BEND] = SIDEWAYS, [YF_ANGLE_TWIST] = SIDEWAYS, [YF_ANGLE_NECK] = 0.5, [YF_ANGLE_NOD] = 0.5,
    [YF_ANGLE_TURN] = SIDEWAYS, [YF_ANGLE_TILT] = SIDEWAYS, [YF_ANGLE_ARM] = 1, [YF_ANGLE_OUT] = 0.3,
    [YF_ANGLE_ARM_TURN] = SIDEWAYS, [YF_ANGLE_ELBOW] = 1, [YF_ANGLE_WRIST] = 1, [YF_ANGLE_HIP] = 1,
    [YF_ANGLE_SPREAD] = SIDEWAYS, [YF_ANGLE_LEG_TURN] = SIDEWAYS, [YF_ANGLE_KNEE] = 1, [YF_ANGLE_ANKLE] = 1, [YF_ANGLE_TOES] = 1,
  };
  YfAngle angle;

  if (freedom < 3)
    return 1;

  angle = freedom - 3;
  return TURN_WEIGHT * weights[MIN (angle, yf_angle_get_other_side (angle))];
}

static void
add_row (System           *system,
         const YfSkeleton *body,
         YfBone            bone,
         const YfPoint    *point,
         const YfPoint    *direction,
         double            target)
{
  g_return_if_fail (system->n_rows < MAX_ROWS);

  yf_skeleton_differentiate (body, bone, point, direction, system->rows[system->n_rows]);
  system->errors[system->n_rows] = target - yf_point_dot (point, direction);
  system->worst = MAX (system->worst, fabs (system->errors[system->n_rows]));
  system->n_rows++;
}

static void
collect (System           *system,
         const YfSkeleton *body,
         const YfHold     *holds,
         guint             n_holds,
         double            wall)
{
  static const YfPoint down = { 0, 0, -1 };
  static const YfPoint across = { 1, 0, 0 };
  static const YfPoint away = { 0, 1, 0 };
  guint n_blobs;
  const YfBlob *blobs = yf_skeleton_get_blobs (&n_blobs);

  system->n_rows = 0;
  system->worst = 0;

  for (guint i = 0; i < n_blobs; i++)
    {
      const YfBlob *blob = &blobs[i];
      gboolean ground = FALSE;
      gboolean against = FALSE;
      YfPoint furthest;

      for (guint j = 0; j < n_holds; j++)
        {
          const YfHold *hold = &holds[j];
          YfPoint centre;

          if (hold->blob != i)
            continue;

          ground |= hold->ground;
          against |= hold->wall;
          if (hold->pinned)
            {
              centre = yf_skeleton_get_point (body, blob->bone, &blob->centre);
              add_row (system, body, blob->bone, &centre, &across, hold->x);
              add_row (system, body, blob->bone, &centre, &away, hold->y);
            }
        }

      if (yf_skeleton_reach (body, blob, &down, &furthest) > 0 || ground)
        add_row (system, body, blob->bone, &furthest, &down, 0);
      if (yf_skeleton_reach (body, blob, &across, &furthest) > wall || against)
        add_row (system, body, blob->bone, &furthest, &across, wall);
    }
}

/* Cholesky's way through J W Jᵀ. */
static void
solve (System       *system,
       const double  weights[YF_N_FREEDOMS])
{
  guint n = system->n_rows;

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j <= i; j++)
      {
        double sum = i == j ? DAMPING : 0;

        for (guint k = 0; k < YF_N_FREEDOMS; k++)
          sum += system->rows[i][k] * weights[k] * system->rows[j][k];
        for (guint k = 0; k < j; k++)
          sum -= system->matrix[i][k] * system->matrix[j][k];
        system->matrix[i][j] = i == j ? sqrt (MAX (sum, DAMPING)) : sum / system->matrix[j][j];
      }

  for (guint i = 0; i < n; i++)
    {
      double sum = system->errors[i];

      for (guint k = 0; k < i; k++)
        sum -= system->matrix[i][k] * system->factors[k];
      system->factors[i] = sum / system->matrix[i][i];
    }

  for (guint i = n; i-- > 0;)
    {
      double sum = system->factors[i];

      for (guint k = i + 1; k < n; k++)
        sum -= system->matrix[k][i] * system->factors[k];
      system->factors[i] = sum / system->matrix[i][i];
    }
}

static double
get_step (const System *system,
          const double  weights[YF_N_FREEDOMS],
          guint         freedom)
{
  double step = 0;

  for (guint i = 0; i < system->n_rows; i++)
    step += weights[freedom] * system->rows[i][freedom] * system->factors[i];

  return step;
}

static gboolean
is_beyond (const YfSkeleton *self,
           guint             freedom,
           double            step)
{
  int min;
  int max;

  if (freedom < 3)
    return FALSE;

  yf_angle_get_range (freedom - 3, &min, &max);
  return (self->freedoms[freedom] <= min && step < 0) || (self->freedoms[freedom] >= max && step > 0);
}

static void
step (YfSkeleton *self,
      System     *system)
{
  double weights[YF_N_FREEDOMS];
  double steps[YF_N_FREEDOMS];
  double scale = 1;
  gboolean again = TRUE;

  for (guint i = 0; i < YF_N_FREEDOMS; i++)
    weights[i] = get_weight (i);

  /* A joint at the end of its range leaves the work to the others. */
  while (again)
    {
      again = FALSE;
      solve (system, weights);
      for (guint i = 0; i < YF_N_FREEDOMS; i++)
        {
          steps[i] = get_step (system, weights, i);
          if (weights[i] > 0 && is_beyond (self, i, steps[i]))
            {
              weights[i] = 0;
              again = TRUE;
            }
        }
    }

  for (guint i = 0; i < YF_N_FREEDOMS; i++)
    {
      double most = i < 3 ? MAX_SHIFT : MAX_TURN;

      if (fabs (steps[i]) * scale > most)
        scale = most / fabs (steps[i]);
    }

  for (guint i = 0; i < YF_N_FREEDOMS; i++)
    {
      self->freedoms[i] += scale * steps[i];
      if (i >= 3)
        {
          int min;
          int max;

          yf_angle_get_range (i - 3, &min, &max);
          self->freedoms[i] = CLAMP (self->freedoms[i], min, max);
        }
    }
}

/**
 * yf_skeleton_settle:
 * @self: a body, about where it is to be
 * @holds: what touches the ground or the wall, and where
 * @n_holds: how many
 * @wall: where the wall is: nothing is further to the right
 *
 * Returns: by how much the worst condition is not met, in statures
 */
double
yf_skeleton_settle (YfSkeleton   *self,
                    const YfHold *holds,
                    guint         n_holds,
                    double        wall)
{
  System system;

  for (guint i = 0; i < MAX_STEPS; i++)
    {
      yf_skeleton_place (self);
      collect (&system, self, holds, n_holds, wall);
      if (system.worst < TOLERANCE)
        break;
      step (self, &system);
    }

  yf_skeleton_place (self);
  collect (&system, self, holds, n_holds, wall);

  return system.worst;
}
