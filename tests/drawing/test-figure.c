/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "yf-draft.h"
#include "yf-figure.h"

#define STATURE 1.70
#define MILLIMETRE (0.001 / STATURE)
#define FRAMES_A_SECOND 30

/* From one frame to the next nothing moves further than this: 2 m a second, which is how fast an
 * arm is swung; anything faster would be a jump. */
#define MAX_SPEED (2.0 / STATURE)

static YfCatalogue *
load (void)
{
  g_autoptr (GError) error = NULL;
  YfCatalogue *catalogue = yf_catalogue_new_builtin (&error);

  g_assert_no_error (error);
  return catalogue;
}

/* Drillis and Contini's fractions of stature, written from Winter's figure and not from the
 * skeleton: differences of its heights. */
static const struct { YfBone bone; double length; } lengths[] = {
  { YF_BONE_UPPER_ARM, 0.186 }, { YF_BONE_FOREARM, 0.146 }, { YF_BONE_HAND, 0.108 },
  { YF_BONE_THIGH, 0.530 - 0.285 }, { YF_BONE_SHANK, 0.285 - 0.039 },
  { YF_BONE_NECK, 0.870 - 0.818 }, { YF_BONE_HEAD, 0.130 },
};

static double
get_distance (const YfPoint *a,
              const YfPoint *b)
{
  return sqrt ((a->x - b->x) * (a->x - b->x) + (a->y - b->y) * (a->y - b->y) + (a->z - b->z) * (a->z - b->z));
}

static void
check_lengths (const YfBody *body)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    for (guint side = 0; side < (lengths[i].bone < YF_BONE_UPPER_ARM ? 1 : 2); side++)
      {
        YfPoint from;
        YfPoint to;

        yf_skeleton_get_ends (&body->skeleton, lengths[i].bone + side * YF_N_SIDE_BONES, &from, &to);
        g_assert_cmpfloat_with_epsilon (get_distance (&from, &to), lengths[i].length, 1e-6);
      }
}

/* No bone leaves the one that it hangs on. */
static void
check_joints (const YfBody *body)
{
  static const YfBone chains[][2] = {
    { YF_BONE_PELVIS, YF_BONE_LUMBAR }, { YF_BONE_LUMBAR, YF_BONE_UPPER_LUMBAR }, { YF_BONE_UPPER_LUMBAR, YF_BONE_THORAX },
    { YF_BONE_THORAX, YF_BONE_UPPER_THORAX }, { YF_BONE_UPPER_THORAX, YF_BONE_NECK }, { YF_BONE_NECK, YF_BONE_HEAD },
    { YF_BONE_UPPER_ARM, YF_BONE_FOREARM }, { YF_BONE_FOREARM, YF_BONE_HAND },
    { YF_BONE_THIGH, YF_BONE_SHANK }, { YF_BONE_SHANK, YF_BONE_FOOT }, { YF_BONE_FOOT, YF_BONE_TOES },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (chains); i++)
    for (guint side = 0; side < (chains[i][0] < YF_BONE_UPPER_ARM ? 1 : 2); side++)
      {
        YfPoint from;
        YfPoint to;
        YfPoint next;
        YfPoint end;

        yf_skeleton_get_ends (&body->skeleton, chains[i][0] + side * YF_N_SIDE_BONES, &from, &to);
        yf_skeleton_get_ends (&body->skeleton, chains[i][1] + side * YF_N_SIDE_BONES, &next, &end);
        g_assert_cmpfloat (get_distance (&to, &next), <, 1e-9);
      }
}

static void
check_angles (const YfBody *body)
{
  for (YfAngle angle = YF_ANGLE_LUMBAR; angle < YF_N_ANGLES; angle++)
    {
      int min;
      int max;

      yf_angle_get_range (angle, &min, &max);
      if (body->skeleton.freedoms[3 + angle] < min - 1e-9 || body->skeleton.freedoms[3 + angle] > max + 1e-9)
        g_error ("%s is %g", yf_angle_get_id (angle), body->skeleton.freedoms[3 + angle]);
    }
}

static void
check_ground (const YfBody *body)
{
  static const YfPoint down = { 0, 0, -1 };
  static const YfPoint right = { 1, 0, 0 };
  guint n_blobs;
  const YfBlob *blobs = yf_skeleton_get_blobs (&n_blobs);
  gboolean wall = FALSE;

  for (guint i = 0; i < body->n_contacts; i++)
    {
      const YfContact *contact = &body->contacts[i];

      wall |= contact->wall;
      if (fabs (contact->wall ? contact->point.x - YF_FIGURE_WALL : contact->point.z) > MILLIMETRE)
        g_error ("%s is %g mm from where it lies", yf_touch_get_id (contact->touch),
                 (contact->wall ? contact->point.x - YF_FIGURE_WALL : contact->point.z) / MILLIMETRE);
    }

  for (guint i = 0; i < n_blobs; i++)
    {
      YfPoint point;

      if (yf_skeleton_reach (&body->skeleton, &blobs[i], &down, &point) > MILLIMETRE)
        g_error ("blob %u is %g mm below the floor", i, -point.z / MILLIMETRE);
      if (wall && yf_skeleton_reach (&body->skeleton, &blobs[i], &right, &point) > YF_FIGURE_WALL + MILLIMETRE)
        g_error ("blob %u is in the wall", i);
    }
}

/* Where what is planted was when it was put there. */
typedef struct
{
  gboolean planted[YF_N_TOUCHES];
  YfPoint  points[YF_N_TOUCHES];
} Footprints;

static void
check_planted (Footprints   *footprints,
               const YfBody *body)
{
  gboolean planted[YF_N_TOUCHES] = { FALSE, };

  for (guint i = 0; i < body->n_contacts; i++)
    {
      const YfContact *contact = &body->contacts[i];

      if (contact->wall || !contact->planted)
        continue;

      planted[contact->touch] = TRUE;
      if (!footprints->planted[contact->touch])
        footprints->points[contact->touch] = contact->point;
      else if (get_distance (&footprints->points[contact->touch], &contact->point) > 2 * MILLIMETRE)
        g_error ("%s slides by %g mm", yf_touch_get_id (contact->touch),
                 get_distance (&footprints->points[contact->touch], &contact->point) / MILLIMETRE);
    }

  memcpy (footprints->planted, planted, sizeof planted);
}

static double
get_greatest_move (const YfBody *before,
                   const YfBody *after)
{
  guint n_blobs;
  const YfBlob *blobs = yf_skeleton_get_blobs (&n_blobs);
  double most = 0;

  for (guint i = 0; i < n_blobs; i++)
    {
      YfPoint a = yf_skeleton_get_point (&before->skeleton, blobs[i].bone, &blobs[i].centre);
      YfPoint b = yf_skeleton_get_point (&after->skeleton, blobs[i].bone, &blobs[i].centre);

      most = MAX (most, get_distance (&a, &b));
    }

  return most;
}

/* Every frame of a timeline. */
static void
check_timeline (YfCatalogue *catalogue,
                YfTimeline  *timeline,
                gboolean     reduced_motion)
{
  g_autoptr (YfFigure) figure = NULL;
  YfExercise *exercise = NULL;
  YfBody last = { 0, };
  double fastest = 0;
  Footprints footprints = { 0, };

  for (guint i = 0; i < yf_timeline_get_n_segments (timeline); i++)
    {
      const YfSegment *segment = yf_timeline_get_segment (timeline, i);
      /* Ten minutes are as many rounds of one. */
      gint64 length = MIN (segment->length, 60 * YF_SECOND);
      int n = (int) (length * FRAMES_A_SECOND / YF_SECOND);
      double step = length / (double) YF_SECOND / n;

      if (segment->exercise != exercise)
        {
          g_clear_pointer (&figure, yf_figure_unref);
          figure = yf_figure_new_after (catalogue, segment->exercise, exercise);
          exercise = segment->exercise;
        }

      for (int frame = 0; frame <= n; frame++)
        {
          YfBody body;

          yf_figure_find (figure, segment, frame / (double) n * (double) length / (double) segment->length, reduced_motion, &body);
          check_lengths (&body);
          check_joints (&body);
          check_angles (&body);
          check_ground (&body);
          g_assert_cmpfloat (body.right, >, body.left);

          if (!reduced_motion)
            {
              double move = i == 0 && frame == 0 ? 0 : get_greatest_move (&last, &body);
              double allowed = frame == 0 ? MILLIMETRE : MAX_SPEED * MIN (step, 1.0 / FRAMES_A_SECOND);

              check_planted (&footprints, &body);
              if (move > allowed)
                g_error ("%s, %s, frame %d of %d: moves by %g mm", yf_exercise_get_id (exercise),
                         yf_segment_kind_get_id (segment->kind), frame, n, move / MILLIMETRE);
              if (frame > 0)
                fastest = MAX (fastest, move / step);
            }
          last = body;
        }
    }

  g_test_message ("%s: at most %.2f m/s", yf_exercise_get_id (exercise), fastest * STATURE);
}

static void
check_exercise (YfCatalogue *catalogue,
                YfExercise  *exercise)
{
  YfRoutineItem item = { .exercise = exercise, .dose = *yf_exercise_get_first_dose (exercise) };
  g_autoptr (YfRoutine) routine = NULL;
  g_autoptr (YfTimeline) timeline = NULL;

  /* All repetitions are alike; those of several parts are all needed. */
  item.dose.sets = 2;
  if (yf_exercise_get_n_parts (exercise) == 1)
    item.dose.reps = MIN (item.dose.reps, 2);
  routine = yf_routine_new (&item, 1);
  timeline = yf_timeline_new (routine, YF_COUNTING_PACE);
  check_timeline (catalogue, timeline, FALSE);
  check_timeline (catalogue, timeline, TRUE);
}

static void
test_every_frame (void)
{
  g_autoptr (YfCatalogue) catalogue = load ();
  GPtrArray *exercises = yf_catalogue_get_exercises (catalogue);

  for (guint i = 0; i < exercises->len; i++)
    {
      YfExercise *exercise = g_ptr_array_index (exercises, i);

      g_test_message ("%s", yf_exercise_get_id (exercise));
      g_assert_nonnull (yf_catalogue_find_movement (catalogue, yf_exercise_get_id (exercise)));
      check_exercise (catalogue, exercise);
    }
}

/* From every exercise to every other, as a routine orders them. */
static void
test_seams (void)
{
  static const char * const routines[][4] = {
    { "abdominal-breathing", "five-point-support", "straight-leg-raise", "plank" },
    { "glute-bridge", "full-swallow", "wall-stand", "waist-hip-stretch" },
    { "plank", "upper-swallow", "break-stretch", "warm-up" },
    { "straight-leg-raise", "modified-swallow", "plank", "waist-hip-stretch" },
    { "kegel", "five-point-support", "waist-hip-stretch", "warm-up" },
  };
  g_autoptr (YfCatalogue) catalogue = load ();

  for (gsize i = 0; i < G_N_ELEMENTS (routines); i++)
    {
      YfRoutineItem items[4] = { { 0, }, };
      g_autoptr (YfRoutine) routine = NULL;
      g_autoptr (YfTimeline) timeline = NULL;

      for (gsize j = 0; j < 4; j++)
        {
          items[j].exercise = yf_catalogue_find_exercise (catalogue, routines[i][j]);
          items[j].dose = *yf_exercise_get_first_dose (items[j].exercise);
          items[j].dose.sets = 1;
          if (yf_exercise_get_n_parts (items[j].exercise) == 1)
            items[j].dose.reps = 1;
        }
      routine = yf_routine_new (items, 4);
      timeline = yf_timeline_new (routine, YF_COUNTING_PACE);
      check_timeline (catalogue, timeline, FALSE);
    }
}

/* What touches the ground in life, as the steps of exercises.xml have it. */
static const struct
{
  const char *exercise;
  guint       phase;      /* at the end of which */
  const char *touches;    /* of the left and of the middle */
  const char *free;
} contacts[] = {
  { "abdominal-breathing", 0, "head chest seat elbow heel ball", "" },
  { "five-point-support", 1, "head elbow heel ball", "seat chest" },
  { "five-point-support", 2, "head elbow heel ball seat chest", "" },
  { "glute-bridge", 1, "head chest heel ball palm", "seat" },
  { "straight-leg-raise", 1, "head chest seat heel ball palm", "" },
  { "kegel", 0, "head chest seat heel ball", "" },
  { "plank", 0, "elbow wrist toes ball", "knee belly chest" },
  { "modified-swallow", 1, "belly", "head chest toes knee" },
  { "upper-swallow", 1, "belly knee toes", "head chest" },
  { "full-swallow", 1, "belly", "head chest toes knee palm" },
  { "wall-stand", 0, "heel ball", "" },
  { "waist-hip-stretch", 1, "heel ball", "" },
  { "waist-hip-stretch", 7, "heel ball", "" },
};

static void
test_contacts (void)
{
  g_autoptr (YfCatalogue) catalogue = load ();

  for (gsize i = 0; i < G_N_ELEMENTS (contacts); i++)
    {
      YfExercise *exercise = yf_catalogue_find_exercise (catalogue, contacts[i].exercise);
      g_autoptr (YfFigure) figure = yf_figure_new (catalogue, exercise);
      g_auto (GStrv) words = g_strsplit (contacts[i].touches, " ", -1);
      g_auto (GStrv) free_words = g_strsplit (contacts[i].free, " ", -1);
      const YfPhase *phase = yf_exercise_get_phase (exercise, contacts[i].phase);
      /* The other leg is the one that is raised. */
      YfSegment segment = { .kind = (YfSegmentKind) phase->kind, .exercise = exercise, .phase = phase, .length = 3 * YF_SECOND,
                            .side = YF_SIDE_RIGHT, .set = 1, .rep = contacts[i].phase > 5 ? 5 : 1 };
      YfBody body;
      guint32 found = 0;

      yf_figure_find (figure, &segment, 1, FALSE, &body);
      for (guint j = 0; j < body.n_contacts; j++)
        if (!body.contacts[j].wall)
          found |= 1u << body.contacts[j].touch;

      for (YfTouch touch = 0; touch < YF_N_TOUCHES; touch++)
        {
          const char *id = yf_touch_get_id (touch);
          gboolean left = touch < YF_TOUCH_SHOULDER || (touch - YF_TOUCH_SHOULDER) % 2 == 0;

          if (left && g_strv_contains ((const char * const *) words, id) && !(found & (1u << touch)))
            g_error ("%s: %s does not touch", contacts[i].exercise, id);
          if (g_strv_contains ((const char * const *) free_words, id) && (found & (1u << touch)))
            g_error ("%s: %s touches", contacts[i].exercise, id);
        }
    }
}

static double
get_height (const YfBody *body,
            YfBone        bone)
{
  return body->skeleton.frames[bone].origin.z;
}

/* The movements are those of the exercises: what is raised rises, on the side at work. */
static void
test_movements (void)
{
  static const struct { const char *exercise; YfSide side; YfBone bone; double least; double most; } moves[] = {
    { "five-point-support", YF_SIDE_NONE, YF_BONE_PELVIS, 0.06, 0.25 },
    { "glute-bridge", YF_SIDE_NONE, YF_BONE_PELVIS, 0.06, 0.25 },
    { "straight-leg-raise", YF_SIDE_LEFT, YF_BONE_FOOT, 0.20, 0.45 },
    { "straight-leg-raise", YF_SIDE_LEFT, YF_BONE_FOOT + YF_N_SIDE_BONES, -0.001, 0.001 },
    { "straight-leg-raise", YF_SIDE_RIGHT, YF_BONE_FOOT + YF_N_SIDE_BONES, 0.20, 0.45 },
    { "straight-leg-raise", YF_SIDE_RIGHT, YF_BONE_FOOT, -0.001, 0.001 },
    { "modified-swallow", YF_SIDE_NONE, YF_BONE_NECK, 0.015, 0.09 },
    { "modified-swallow", YF_SIDE_NONE, YF_BONE_FOOT, 0.03, 0.15 },
    { "upper-swallow", YF_SIDE_NONE, YF_BONE_NECK, 0.04, 0.16 },
    { "upper-swallow", YF_SIDE_NONE, YF_BONE_FOOT, -0.01, 0.01 },
    { "full-swallow", YF_SIDE_NONE, YF_BONE_NECK, 0.06, 0.20 },
    { "full-swallow", YF_SIDE_NONE, YF_BONE_FOOT, 0.08, 0.25 },
    { "kegel", YF_SIDE_NONE, YF_BONE_PELVIS, -0.001, 0.001 },
  };
  g_autoptr (YfCatalogue) catalogue = load ();

  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      YfExercise *exercise = yf_catalogue_find_exercise (catalogue, moves[i].exercise);
      g_autoptr (YfFigure) figure = yf_figure_new (catalogue, exercise);
      YfSegment segment = { .kind = YF_SEGMENT_RAISE, .exercise = exercise, .phase = yf_exercise_get_phase (exercise, 0),
                            .length = 2 * YF_SECOND, .side = moves[i].side, .set = 1, .rep = 1 };
      YfBody from;
      YfBody to;
      double rise;

      yf_figure_find (figure, &segment, 0, FALSE, &from);
      yf_figure_find (figure, &segment, 1, FALSE, &to);
      rise = get_height (&to, moves[i].bone) - get_height (&from, moves[i].bone);
      g_test_message ("%s: bone %d rises by %.3f", moves[i].exercise, moves[i].bone, rise);
      g_assert_cmpfloat (rise, >=, moves[i].least);
      g_assert_cmpfloat (rise, <=, moves[i].most);
      g_assert_cmpfloat (to.strength, ==, 1);
    }
}

static void
test_breath (void)
{
  g_autoptr (YfCatalogue) catalogue = load ();
  YfExercise *exercise = yf_catalogue_find_exercise (catalogue, "abdominal-breathing");
  g_autoptr (YfFigure) figure = yf_figure_new (catalogue, exercise);
  double last = -1;

  for (guint phase = 0; phase < 3; phase++)
    {
      YfSegment segment = { .kind = (YfSegmentKind) yf_exercise_get_phase (exercise, phase)->kind, .exercise = exercise,
                            .phase = yf_exercise_get_phase (exercise, phase), .length = 4 * YF_SECOND, .set = 1, .rep = 1 };

      for (guint i = 0; i <= 40; i++)
        {
          YfBody body;

          yf_figure_find (figure, &segment, i / 40.0, FALSE, &body);
          if (phase == 0)
            g_assert_cmpfloat (body.skeleton.belly, >=, last);
          else if (phase == 1)
            g_assert_cmpfloat (body.skeleton.belly, ==, 1);
          else
            g_assert_cmpfloat (body.skeleton.belly, <=, last);
          last = body.skeleton.belly;
        }
    }
  g_assert_cmpfloat (last, ==, 0);
}

static void
test_own (void)
{
  static const YfPosture postures[] = { YF_POSTURE_SUPINE, YF_POSTURE_SIDE, YF_POSTURE_PRONE, YF_POSTURE_STANDING };
  static const int phases[][4] = { { 2, 3, 2, 2 }, { 0, 5, 0, 0 }, { 3, 0, 0, 0 }, { 0, 0, 4, 0 }, { 2, 0, 2, 0 } };
  g_autoptr (YfCatalogue) builtin = load ();

  for (gsize i = 0; i < 2 * G_N_ELEMENTS (postures); i++)
    {
      const int *times = phases[i % G_N_ELEMENTS (phases)];
      g_autoptr (YfDraft) draft = yf_draft_new ();
      g_autoptr (YfExercise) exercise = NULL;
      g_autoptr (GPtrArray) own = g_ptr_array_new ();
      g_autoptr (YfCatalogue) catalogue = NULL;
      g_autoptr (YfFigure) figure = NULL;
      g_autoptr (GError) error = NULL;

      g_free (draft->name);
      draft->name = g_strdup ("Mine");
      draft->posture = postures[i % G_N_ELEMENTS (postures)];
      draft->two_sided = i < G_N_ELEMENTS (postures);
      draft->raise = times[0];
      draft->hold = times[1];
      draft->lower = times[2];
      draft->rest = times[3];
      draft->sets = 2;
      draft->reps = 2;
      exercise = yf_draft_to_exercise (draft, "own-1", &error);
      g_assert_no_error (error);
      g_ptr_array_add (own, exercise);
      catalogue = yf_catalogue_with_own (builtin, own);
      check_exercise (catalogue, exercise);

      figure = yf_figure_new (catalogue, exercise);
      g_assert_cmpuint (yf_figure_get_n_keys (figure), ==, 1);
    }
}

static guint
count_painted (const YfBody    *body,
               const YfPalette *palette,
               double           width,
               double           height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) width, (int) height);
  cairo_t *cairo = cairo_create (surface);
  const guchar *data;
  guint painted = 0;

  yf_figure_draw (body, palette, cairo, width, height);
  g_assert_cmpint (cairo_status (cairo), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  for (int y = 0; y < (int) height; y++)
    for (int x = 0; x < (int) width; x++)
      painted += ((const guint32 *) (const void *) (data + y * cairo_image_surface_get_stride (surface)))[x] != 0;
  cairo_destroy (cairo);
  cairo_surface_destroy (surface);

  return painted;
}

/* Every key pose in every palette and in odd sizes; and how long a frame takes. */
static void
test_draw (void)
{
  static const double sizes[][2] = { { 48, 48 }, { 640, 360 }, { 90, 400 } };
  g_autoptr (YfCatalogue) catalogue = load ();
  GPtrArray *exercises = yf_catalogue_get_exercises (catalogue);

  for (guint i = 0; i < exercises->len; i++)
    {
      g_autoptr (YfFigure) figure = yf_figure_new (catalogue, g_ptr_array_index (exercises, i));

      g_assert_cmpuint (yf_figure_get_n_keys (figure), >=, 1);
      g_assert_cmpuint (yf_figure_get_main_key (figure), <, yf_figure_get_n_keys (figure));
      for (guint key = 0; key < yf_figure_get_n_keys (figure); key++)
        for (gsize size = 0; size < G_N_ELEMENTS (sizes); size++)
          {
            YfBody body;
            guint painted;

            yf_figure_get_key (figure, key, &body);
            check_lengths (&body);
            check_angles (&body);
            check_ground (&body);
            painted = count_painted (&body, yf_palette_get (key % (YF_PALETTE_PAPER + 1)), sizes[size][0], sizes[size][1]);
            g_assert_cmpuint (painted, >, (guint) (sizes[size][0] * 4));
            g_assert_cmpuint (painted, <, (guint) (sizes[size][0] * sizes[size][1]));
          }
    }
}

static void
test_frame_time (void)
{
  g_autoptr (YfCatalogue) catalogue = load ();
  YfExercise *exercise = yf_catalogue_find_exercise (catalogue, "five-point-support");
  g_autoptr (YfFigure) figure = yf_figure_new (catalogue, exercise);
  YfSegment segment = { .kind = YF_SEGMENT_RAISE, .exercise = exercise, .phase = yf_exercise_get_phase (exercise, 0),
                        .length = 2 * YF_SECOND, .set = 1, .rep = 1 };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1280, 720);
  cairo_t *cairo = cairo_create (surface);
  g_autoptr (GTimer) timer = g_timer_new ();
  const guint n = 60;

  for (guint i = 0; i < n; i++)
    {
      YfBody body;

      yf_figure_find (figure, &segment, i / (double) n, FALSE, &body);
      yf_figure_draw (&body, yf_palette_get (YF_PALETTE_LIGHT), cairo, 1280, 720);
    }
  g_test_message ("a frame of 1280 by 720 takes %.2f ms", g_timer_elapsed (timer, NULL) * 1000 / n);
  /* A frame has 16 ms; a slow machine under a sanitizer must still be able to pass. */
  g_assert_cmpfloat (g_timer_elapsed (timer, NULL) / n, <, 0.5);
  cairo_destroy (cairo);
  cairo_surface_destroy (surface);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figure/contacts", test_contacts);
  g_test_add_func ("/figure/movements", test_movements);
  g_test_add_func ("/figure/breath", test_breath);
  g_test_add_func ("/figure/every-frame", test_every_frame);
  g_test_add_func ("/figure/seams", test_seams);
  g_test_add_func ("/figure/own", test_own);
  g_test_add_func ("/figure/draw", test_draw);
  g_test_add_func ("/figure/frame-time", test_frame_time);

  return g_test_run ();
}
