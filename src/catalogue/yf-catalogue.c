/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-catalogue-private.h"

#include "yf-catalogue-resources.h"
#include "yf-pose-private.h"

G_DEFINE_BOXED_TYPE (YfCatalogue, yf_catalogue, yf_catalogue_ref, yf_catalogue_unref)
G_DEFINE_QUARK (yf-catalogue-error-quark, yf_catalogue_error)

#define RESOURCE_PATH "/io/github/yanfei/Yanfei/catalogue/"

static YfCatalogue *
catalogue_new (void)
{
  YfCatalogue *self = g_new0 (YfCatalogue, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->exercises = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_exercise_unref);
  self->reliefs = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_exercise_unref);
  self->conditions = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_condition_unref);
  self->red_flags = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_red_flag_unref);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_reading_unref);
  self->poses = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_pose_free);
  self->movements = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_movement_free);

  return self;
}

static YfExercise *
find (GPtrArray  *exercises,
      const char *id)
{
  for (guint i = 0; i < exercises->len; i++)
    {
      YfExercise *exercise = g_ptr_array_index (exercises, i);

      if (g_str_equal (yf_exercise_get_id (exercise), id))
        return exercise;
    }

  return NULL;
}

/**
 * yf_catalogue_new_builtin:
 * @error: return location for an error
 *
 * Loads the catalogue that is built into the program.
 *
 * Returns: (transfer full) (nullable): a catalogue, or %NULL with
 *   %YF_CATALOGUE_ERROR_INVALID
 */
YfCatalogue *
yf_catalogue_new_builtin (GError **error)
{
  static const char * const files[] = { "exercises.xml", "reliefs.xml", "conditions.xml", "red-flags.xml", "pages.xml", "poses.xml" };
  g_autoptr (YfCatalogue) self = catalogue_new ();
  GResource *resource = yf_catalogue_get_resource ();

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_strconcat (RESOURCE_PATH, files[i], NULL);
      g_autoptr (GBytes) bytes = NULL;

      bytes = g_resource_lookup_data (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
      if (bytes == NULL || !yf_catalogue_parse (self, files[i], bytes, error))
        return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * yf_catalogue_new_from_bytes:
 * @name: the name to use in messages
 * @bytes: the contents of a catalogue file
 * @error: return location for an error
 *
 * Loads one catalogue file.
 *
 * Returns: (transfer full) (nullable): a catalogue, or %NULL with
 *   %YF_CATALOGUE_ERROR_INVALID and a message that begins with file and line
 */
YfCatalogue *
yf_catalogue_new_from_bytes (const char  *name,
                             GBytes      *bytes,
                             GError     **error)
{
  g_autoptr (YfCatalogue) self = catalogue_new ();

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!yf_catalogue_parse (self, name, bytes, error))
    return NULL;

  return g_steal_pointer (&self);
}

static gpointer
ref_exercise (gconstpointer exercise,
              gpointer      user_data)
{
  return yf_exercise_ref ((YfExercise *) exercise);
}

static gpointer
ref_condition (gconstpointer condition,
               gpointer      user_data)
{
  return yf_condition_ref ((YfCondition *) condition);
}

static gpointer
ref_red_flag (gconstpointer red_flag,
              gpointer      user_data)
{
  return yf_red_flag_ref ((YfRedFlag *) red_flag);
}

static gpointer
ref_page (gconstpointer page,
          gpointer      user_data)
{
  return yf_reading_ref ((YfReading *) page);
}

/**
 * yf_catalogue_with_own:
 * @self: a catalogue
 * @exercises: (element-type YfExercise): the person's own exercises
 *
 * Returns: (transfer full): a catalogue with all of @self, and @exercises
 *   after its own; one with an id that @self has is left out
 */
YfCatalogue *
yf_catalogue_with_own (YfCatalogue *self,
                       GPtrArray   *exercises)
{
  YfCatalogue *more = catalogue_new ();

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (exercises != NULL, NULL);

  g_ptr_array_extend (more->exercises, self->exercises, (GCopyFunc) ref_exercise, NULL);
  g_ptr_array_extend (more->reliefs, self->reliefs, (GCopyFunc) ref_exercise, NULL);
  g_ptr_array_extend (more->conditions, self->conditions, (GCopyFunc) ref_condition, NULL);
  g_ptr_array_extend (more->red_flags, self->red_flags, (GCopyFunc) ref_red_flag, NULL);
  g_ptr_array_extend (more->pages, self->pages, (GCopyFunc) ref_page, NULL);
  /* Movements point to poses, and exercises of one's own have neither. */
  more->based_on = yf_catalogue_ref (self->based_on != NULL ? self->based_on : self);

  for (guint i = 0; i < exercises->len; i++)
    {
      YfExercise *exercise = g_ptr_array_index (exercises, i);

      if (yf_catalogue_find_exercise (more, yf_exercise_get_id (exercise)) == NULL)
        g_ptr_array_add (more->exercises, yf_exercise_ref (exercise));
    }

  return more;
}

YfCatalogue *
yf_catalogue_ref (YfCatalogue *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
yf_catalogue_unref (YfCatalogue *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->exercises);
  g_ptr_array_unref (self->reliefs);
  g_ptr_array_unref (self->conditions);
  g_ptr_array_unref (self->red_flags);
  g_ptr_array_unref (self->pages);
  g_ptr_array_unref (self->movements);
  g_ptr_array_unref (self->poses);
  g_clear_pointer (&self->based_on, yf_catalogue_unref);
  g_free (self);
}

/**
 * yf_catalogue_get_exercises:
 * @self: a catalogue
 *
 * Returns: (transfer none) (element-type YfExercise): all exercises, the
 *   gentlest first
 */
GPtrArray *
yf_catalogue_get_exercises (YfCatalogue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->exercises;
}

/**
 * yf_catalogue_get_reliefs:
 * @self: a catalogue
 *
 * Returns: (transfer none) (element-type YfExercise): cold and warm compresses,
 *   which are timed and judged as exercises are
 */
GPtrArray *
yf_catalogue_get_reliefs (YfCatalogue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->reliefs;
}

/**
 * yf_catalogue_get_conditions:
 * @self: a catalogue
 *
 * Returns: (transfer none) (element-type YfCondition): all conditions, in the
 *   order in which to ask for them
 */
GPtrArray *
yf_catalogue_get_conditions (YfCatalogue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->conditions;
}

/**
 * yf_catalogue_get_red_flags:
 * @self: a catalogue
 *
 * Returns: (transfer none) (element-type YfRedFlag): all red flags, the
 *   gravest first
 */
GPtrArray *
yf_catalogue_get_red_flags (YfCatalogue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->red_flags;
}

/**
 * yf_catalogue_get_pages:
 * @self: a catalogue
 *
 * Returns: (transfer none) (element-type YfReading): the reading pages, in order
 */
GPtrArray *
yf_catalogue_get_pages (YfCatalogue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->pages;
}

/**
 * yf_catalogue_get_poses:
 * @self: a catalogue
 *
 * Returns: (transfer none) (element-type YfPose): all poses, in order
 */
GPtrArray *
yf_catalogue_get_poses (YfCatalogue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->based_on != NULL ? self->based_on->poses : self->poses;
}

/**
 * yf_catalogue_find_pose:
 * @self: a catalogue
 * @id: a pose's id
 *
 * Returns: (transfer none) (nullable): the pose, or %NULL if there is none
 */
const YfPose *
yf_catalogue_find_pose (YfCatalogue *self,
                        const char  *id)
{
  GPtrArray *poses;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  poses = yf_catalogue_get_poses (self);
  for (guint i = 0; i < poses->len; i++)
    {
      const YfPose *pose = g_ptr_array_index (poses, i);

      if (g_str_equal (pose->id, id))
        return pose;
    }

  return NULL;
}

/**
 * yf_catalogue_find_movement:
 * @self: a catalogue
 * @exercise: an exercise's id
 *
 * Returns: (transfer none) (nullable): its poses, or %NULL if there are none
 */
const YfMovement *
yf_catalogue_find_movement (YfCatalogue *self,
                            const char  *exercise)
{
  GPtrArray *movements;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (exercise != NULL, NULL);

  movements = self->based_on != NULL ? self->based_on->movements : self->movements;
  for (guint i = 0; i < movements->len; i++)
    {
      const YfMovement *movement = g_ptr_array_index (movements, i);

      if (g_str_equal (movement->exercise, exercise))
        return movement;
    }

  return NULL;
}

/**
 * yf_catalogue_find_exercise:
 * @self: a catalogue
 * @id: an exercise's id
 *
 * Returns: (transfer none) (nullable): the exercise, or %NULL if there is none
 */
YfExercise *
yf_catalogue_find_exercise (YfCatalogue *self,
                            const char  *id)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return find (self->exercises, id);
}

/**
 * yf_catalogue_find_relief:
 * @self: a catalogue
 * @id: a relief's id
 *
 * Returns: (transfer none) (nullable): the relief, or %NULL if there is none
 */
YfExercise *
yf_catalogue_find_relief (YfCatalogue *self,
                          const char  *id)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return find (self->reliefs, id);
}

/**
 * yf_catalogue_find_condition:
 * @self: a catalogue
 * @id: a condition's id
 *
 * Returns: (transfer none) (nullable): the condition, or %NULL
 */
YfCondition *
yf_catalogue_find_condition (YfCatalogue *self,
                             const char  *id)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < self->conditions->len; i++)
    {
      YfCondition *condition = g_ptr_array_index (self->conditions, i);

      if (g_str_equal (yf_condition_get_id (condition), id))
        return condition;
    }

  return NULL;
}

/**
 * yf_catalogue_find_red_flag:
 * @self: a catalogue
 * @id: a red flag's id
 *
 * Returns: (transfer none) (nullable): the red flag, or %NULL
 */
YfRedFlag *
yf_catalogue_find_red_flag (YfCatalogue *self,
                            const char  *id)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < self->red_flags->len; i++)
    {
      YfRedFlag *red_flag = g_ptr_array_index (self->red_flags, i);

      if (g_str_equal (yf_red_flag_get_id (red_flag), id))
        return red_flag;
    }

  return NULL;
}
