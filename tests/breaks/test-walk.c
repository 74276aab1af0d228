/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "yf-break-walk.h"

/* Who is to go gently is shown walking, and nothing else, whatever the poses of the break
 * are: no arms over the head, and no turning. */

typedef struct
{
  YfCatalogue *catalogue;
  YfExercise  *exercise;
  YfFigure    *figure;
  YfTimeline  *timeline;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YfRoutine) routine = NULL;
  YfRoutineItem item = { NULL };

  self->catalogue = yf_catalogue_new_builtin (&error);
  g_assert_no_error (error);
  self->exercise = yf_catalogue_find_exercise (self->catalogue, "break-stretch");
  self->figure = yf_figure_new (self->catalogue, self->exercise);
  item.exercise = self->exercise;
  item.dose = (YfDose) { 1, 1, GPOINTER_TO_INT (data) * 60 * YF_SECOND };
  routine = yf_routine_new (&item, 1);
  self->timeline = yf_timeline_new (routine, YF_COUNTING_PACE);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  yf_timeline_unref (self->timeline);
  yf_figure_unref (self->figure);
  yf_catalogue_unref (self->catalogue);
}

typedef struct
{
  double twist;   /* of the chest against the pelvis, in degrees */
  double lean;    /* of the chest from the upright, in degrees */
  double reach;   /* of the higher hand over the head, in statures */
} Measures;

static double
find_angle (const YfPoint *a,
            const YfPoint *b)
{
  double along = a->x * b->x + a->y * b->y + a->z * b->z;

  return acos (CLAMP (along, -1, 1)) * 180 / G_PI;
}

static Measures
measure (Fixture  *self,
         gint64    passed,
         gboolean  gentle,
         gboolean  still)
{
  static const YfPoint up = { 0, 0, 1 };
  const YfSegment *segment =
    yf_timeline_get_segment (self->timeline, yf_timeline_get_n_segments (self->timeline) - 1);
  const YfFrame *frames;
  Measures measures;
  YfBody body;

  g_assert_cmpint (segment->kind, ==, YF_SEGMENT_HOLD);
  yf_break_walk_find (self->figure, segment, passed, gentle, still, &body);
  frames = body.skeleton.frames;
  measures.twist = find_angle (&frames[YF_BONE_PELVIS].axes[0], &frames[YF_BONE_UPPER_THORAX].axes[0]);
  measures.lean = find_angle (&frames[YF_BONE_UPPER_THORAX].axes[2], &up);
  measures.reach = MAX (frames[YF_BONE_HAND].origin.z, frames[YF_BONE_HAND + YF_N_SIDE_BONES].origin.z) -
                   frames[YF_BONE_HEAD].origin.z;

  return measures;
}

/* The most of each in all of it. */
static Measures
find_most (Fixture  *self,
           gboolean  gentle,
           gboolean  still)
{
  const YfSegment *segment =
    yf_timeline_get_segment (self->timeline, yf_timeline_get_n_segments (self->timeline) - 1);
  Measures most = { 0, 0, -1 };

  for (gint64 passed = 0; passed <= segment->length; passed += YF_SECOND / 5)
    {
      Measures measures = measure (self, passed, gentle, still);

      most.twist = MAX (most.twist, measures.twist);
      most.lean = MAX (most.lean, measures.lean);
      most.reach = MAX (most.reach, measures.reach);
    }
  g_test_message ("twist %.1f, lean %.1f, reach %.2f", most.twist, most.lean, most.reach);

  return most;
}

static void
test_gentle (Fixture       *self,
             gconstpointer  data)
{
  for (int still = FALSE; still <= TRUE; still++)
    {
      Measures most = find_most (self, TRUE, still);

      g_assert_cmpfloat (most.twist, <, 8);
      g_assert_cmpfloat (most.lean, <, 8);
      g_assert_cmpfloat (most.reach, <, -0.2);
    }
}

/* And otherwise they do stretch and turn: what is measured can be seen. */
static void
test_all (Fixture       *self,
          gconstpointer  data)
{
  Measures most = find_most (self, FALSE, FALSE);

  g_assert_cmpfloat (most.twist, >, 15);
  g_assert_cmpfloat (most.reach, >, 0.1);
}

/* Who walks does move, and goes on where they were. */
static void
test_steps (Fixture       *self,
            gconstpointer  data)
{
  const YfSegment *segment =
    yf_timeline_get_segment (self->timeline, yf_timeline_get_n_segments (self->timeline) - 1);
  double moved = 0;
  YfBody before, now;

  yf_break_walk_find (self->figure, segment, 0, TRUE, FALSE, &before);
  for (gint64 passed = YF_SECOND / 30; passed <= segment->length; passed += YF_SECOND / 30)
    {
      double foot = 0;

      yf_break_walk_find (self->figure, segment, passed, TRUE, FALSE, &now);
      for (int i = 0; i < YF_N_BONES; i++)
        foot = MAX (foot, fabs (now.skeleton.frames[i].origin.x - before.skeleton.frames[i].origin.x) +
                          fabs (now.skeleton.frames[i].origin.z - before.skeleton.frames[i].origin.z));
      g_assert_cmpfloat (foot, <, 0.05);
      moved += foot;
      before = now;
    }
  g_assert_cmpfloat (moved, >, 3);

  yf_break_walk_find (self->figure, segment, 0, TRUE, TRUE, &before);
  yf_break_walk_find (self->figure, segment, 7 * YF_SECOND, TRUE, TRUE, &now);
  for (int i = 0; i < YF_N_BONES; i++)
    g_assert_cmpfloat (fabs (now.skeleton.frames[i].origin.x - before.skeleton.frames[i].origin.x), <, 1e-6);
}

#define ADD(path, minutes, func) g_test_add (path, Fixture, GINT_TO_POINTER (minutes), set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/walk/gentle/3", 3, test_gentle);
  ADD ("/walk/gentle/5", 5, test_gentle);
  ADD ("/walk/all", 3, test_all);
  ADD ("/walk/steps", 3, test_steps);

  return g_test_run ();
}
