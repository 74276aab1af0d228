/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-pose-private.h"

#include <glib/gi18n-lib.h>

#include "yf-ids.h"

/* A round of something that goes round and round; longer would be another phase. */
#define MIN_ROUND YF_SECOND
#define MAX_ROUND (300 * YF_SECOND)

static const char * const attention_ids[] = {
  [YF_ATTENTION_NONE] = "none",
  [YF_ATTENTION_BODY] = "body",
  [YF_ATTENTION_BELLY] = "belly",
  [YF_ATTENTION_CHEST] = "chest",
  [YF_ATTENTION_BACK] = "back",
  [YF_ATTENTION_WAIST] = "waist",
  [YF_ATTENTION_HIPS] = "hips",
  [YF_ATTENTION_PELVIC_FLOOR] = "pelvic-floor",
  [YF_ATTENTION_LEG] = "leg",
};

static const char * const place_ids[] = {
  [YF_SURROUNDING_FLOOR] = "floor",
  [YF_SURROUNDING_MAT] = "mat",
  [YF_SURROUNDING_BED] = "bed",
  [YF_SURROUNDING_WALL] = "wall",
};

static gboolean
attention_from_id (const char  *id,
                   YfAttention *attention)
{
  YF_IDS_FROM_ID (attention_ids, id, attention);
}

static gboolean
place_from_id (const char *id,
               YfSurrounding    *place)
{
  YF_IDS_FROM_ID (place_ids, id, place);
}

static const YfPose *
find_pose (YfXml        *xml,
           const char   *attr,
           YfCatalogue  *catalogue,
           GError      **error)
{
  const char *id = yf_xml_get_attr (xml, attr, error);
  const YfPose *pose;

  if (id == NULL)
    return NULL;

  pose = yf_catalogue_find_pose (catalogue, id);
  if (pose == NULL)
    {
      /* Translators: %s is the id of a pose in a file, such as "supine-rest" */
      yf_xml_set_error (xml, error, _("there is no pose “%s” before this line"), id);
    }

  return pose;
}

/* Reads the angles from first on that an element gives, and sets them on each
 * of the sides wanted. */
static gboolean
parse_angles (YfXml    *xml,
              YfPose   *pose,
              YfAngle   first,
              guint     n_angles,
              gboolean  on_itself,
              gboolean  on_other_side,
              GError  **error)
{
  for (YfAngle angle = first; angle < first + n_angles; angle++)
    {
      const char *id = yf_angle_get_id (angle);
      int min;
      int max;
      int value;

      if (yf_xml_find_attr (xml, id) == NULL)
        continue;

      yf_angle_get_range (angle, &min, &max);
      if (!yf_xml_get_int (xml, id, min, max, &value, error))
        return FALSE;
      if (on_itself)
        pose->angles[angle] = value;
      if (on_other_side)
        pose->angles[yf_angle_get_other_side (angle)] = value;
    }

  return TRUE;
}

static gboolean
parse_limbs (YfXml    *xml,
             YfPose   *pose,
             YfAngle   first,
             guint     n_angles,
             GError  **error)
{
  static const char * const arm_attrs[] = { "side", "raise", "out", "in", "elbow", "wrist", NULL };
  static const char * const leg_attrs[] = { "side", "hip", "out", "in", "knee", "ankle", "toes", NULL };
  const char *side = yf_xml_find_attr (xml, "side");
  YfSide at = YF_SIDE_NONE;

  if (!yf_xml_check_attrs (xml, first == YF_ANGLE_ARM ? arm_attrs : leg_attrs, error))
    return FALSE;

  if (side != NULL && (!yf_side_from_id (side, &at) || at == YF_SIDE_NONE))
    {
      yf_xml_set_error (xml, error, _("“side” can only be “left” or “right”, not “%s”"), side);
      return FALSE;
    }

  return parse_angles (xml, pose, first, n_angles, at != YF_SIDE_RIGHT, at != YF_SIDE_LEFT, error);
}

/* A paired one without a side is both. */
static guint32
touch_from_word (const char *word)
{
  for (YfTouch touch = 0; touch < YF_N_TOUCHES; touch++)
    {
      const char *id = yf_touch_get_id (touch);
      gboolean paired = touch >= YF_TOUCH_SHOULDER;
      gboolean right = paired && (touch - YF_TOUCH_SHOULDER) % 2 == 1;
      g_autofree char *sided = NULL;

      if (right)
        continue;
      if (g_str_equal (word, id))
        return paired ? 3u << touch : 1u << touch;

      sided = g_strconcat (id, "-left", NULL);
      if (paired && g_str_equal (word, sided))
        return 1u << touch;
      g_free (sided);
      sided = g_strconcat (id, "-right", NULL);
      if (paired && g_str_equal (word, sided))
        return 2u << touch;
    }

  return 0;
}

static gboolean
parse_touches (YfXml       *xml,
               const char  *attr,
               guint32     *touches,
               GError     **error)
{
  const char *what = yf_xml_get_attr (xml, attr, error);
  g_auto (GStrv) words = NULL;

  if (what == NULL)
    return FALSE;

  *touches = 0;
  words = g_strsplit (what, " ", -1);
  for (gsize i = 0; words[i] != NULL; i++)
    {
      guint32 touch = touch_from_word (words[i]);

      if (touch == 0)
        {
          /* Translators: %s is what a file says where a part of the body belongs */
          yf_xml_set_error (xml, error, _("nothing of a body that could touch is called “%s”"), words[i]);
          return FALSE;
        }
      *touches |= touch;
    }

  return TRUE;
}

static gboolean
parse_ground (YfXml    *xml,
              YfPose   *pose,
              GError  **error)
{
  static const char * const attrs[] = { "what", "moved", NULL };

  if (!yf_xml_check_attrs (xml, attrs, error) || !parse_touches (xml, "what", &pose->touches, error))
    return FALSE;

  pose->moved = 0;
  return yf_xml_find_attr (xml, "moved") == NULL || parse_touches (xml, "moved", &pose->moved, error);
}

static gboolean
parse_wall (YfXml    *xml,
            YfPose   *pose,
            GError  **error)
{
  static const char * const attrs[] = { "what", NULL };

  return yf_xml_check_attrs (xml, attrs, error) && parse_touches (xml, "what", &pose->wall, error);
}

static gboolean
parse_pose_child (YfXml    *xml,
                  YfPose   *pose,
                  GError  **error)
{
  static const char * const spine_attrs[] = {
    "lumbar", "thorax", "bend", "twist", "neck", "nod", "turn", "tilt", NULL
  };

  if (yf_xml_is (xml, "spine"))
    return yf_xml_check_attrs (xml, spine_attrs, error) &&
           parse_angles (xml, pose, YF_ANGLE_LUMBAR, YF_ANGLE_ARM - YF_ANGLE_LUMBAR, TRUE, FALSE, error);
  if (yf_xml_is (xml, "arm"))
    return parse_limbs (xml, pose, YF_ANGLE_ARM, YF_N_ARM_ANGLES, error);
  if (yf_xml_is (xml, "leg"))
    return parse_limbs (xml, pose, YF_ANGLE_HIP, YF_N_LEG_ANGLES, error);
  if (yf_xml_is (xml, "ground"))
    return parse_ground (xml, pose, error);
  if (yf_xml_is (xml, "wall"))
    return parse_wall (xml, pose, error);

  return yf_xml_refuse (xml, error);
}

/* Adds a pose to a catalogue. */
gboolean
yf_pose_parse (YfXml        *xml,
               YfCatalogue  *catalogue,
               GError      **error)
{
  static const char * const attrs[] = { "id", "like", "pitch", "roll", "belly", NULL };
  const char *id;
  YfPose *pose;

  if (!yf_xml_check_attrs (xml, attrs, error) || (id = yf_xml_get_attr (xml, "id", error)) == NULL)
    return FALSE;

  if (yf_catalogue_find_pose (catalogue, id) != NULL)
    {
      yf_xml_set_error (xml, error, _("“%s” stands here twice"), id);
      return FALSE;
    }

  pose = g_new0 (YfPose, 1);
  if (yf_xml_find_attr (xml, "like") != NULL)
    {
      const YfPose *like = find_pose (xml, "like", catalogue, error);

      if (like == NULL)
        {
          g_free (pose);
          return FALSE;
        }
      *pose = *like;
    }
  pose->id = g_strdup (id);
  g_ptr_array_add (catalogue->poses, pose);

  if (!parse_angles (xml, pose, YF_ANGLE_PITCH, 2, TRUE, FALSE, error) ||
      (yf_xml_find_attr (xml, "belly") != NULL && !yf_xml_get_int (xml, "belly", 0, 100, &pose->belly, error)))
    return FALSE;

  for (guint i = 0; i < yf_xml_get_n_children (xml); i++)
    if (!parse_pose_child (yf_xml_get_child (xml, i), pose, error))
      return FALSE;

  return yf_xml_require (xml, pose->touches != 0, "ground", error);
}

static gboolean
parse_attention (YfXml        *xml,
                 YfAttention  *attention,
                 GError      **error)
{
  const char *id = yf_xml_find_attr (xml, "attention");

  if (id == NULL || attention_from_id (id, attention))
    return TRUE;

  /* Translators: %s is what a file says where a part of the body belongs */
  yf_xml_set_error (xml, error, _("there is no attention on “%s”"), id);
  return FALSE;
}

static YfTrack *
parse_track (YfXml        *xml,
             YfCatalogue  *catalogue,
             YfAttention   attention,
             GError      **error)
{
  static const char * const attrs[] = { "every", "attention", NULL };
  static const char * const key_attrs[] = { "at", "pose", NULL };
  YfTrack *self = g_new0 (YfTrack, 1);
  gboolean valid;

  self->keys = g_array_new (FALSE, TRUE, sizeof (YfPoseKey));
  self->attention = attention;

  valid = yf_xml_check_attrs (xml, attrs, error) && parse_attention (xml, &self->attention, error) &&
          (yf_xml_find_attr (xml, "every") == NULL ||
           yf_xml_get_seconds (xml, "every", MIN_ROUND, MAX_ROUND, &self->every, error));

  for (guint i = 0; valid && i < yf_xml_get_n_children (xml); i++)
    {
      YfXml *child = yf_xml_get_child (xml, i);
      guint n = yf_xml_get_n_children (xml);
      YfPoseKey key = { 0, };
      int min = i > 0 ? g_array_index (self->keys, YfPoseKey, i - 1).at + 1 : 0;

      if (!yf_xml_is (child, "key"))
        {
          valid = yf_xml_refuse (child, error);
          break;
        }
      if (i == 0)
        valid = yf_xml_check_attrs (child, key_attrs, error) && yf_xml_get_int (child, "at", 0, 0, &key.at, error);
      else
        valid = yf_xml_check_attrs (child, key_attrs, error) &&
                yf_xml_get_int (child, "at", i == n - 1 ? 100 : min, 100, &key.at, error);

      valid = valid && (key.pose = find_pose (child, "pose", catalogue, error)) != NULL;
      g_array_append_val (self->keys, key);
    }

  if (!valid || !yf_xml_require (xml, self->keys->len > 0, "key", error))
    g_clear_pointer (&self, yf_track_free);

  return self;
}

static const YfPose *
get_first (const YfTrack *track)
{
  return g_array_index (track->keys, YfPoseKey, 0).pose;
}

static const YfPose *
get_last (const YfTrack *track)
{
  return g_array_index (track->keys, YfPoseKey, track->keys->len - 1).pose;
}

static gboolean
check_follows (YfXml         *xml,
               const YfTrack *before,
               const YfTrack *after,
               GError       **error)
{
  if (get_last (before) == get_first (after))
    return TRUE;

  /* Translators: two ids of poses in a file, such as "supine-rest" */
  yf_xml_set_error (xml, error, _("it begins with “%s”, but what comes before ends with “%s”"),
                    get_first (after)->id, get_last (before)->id);
  return FALSE;
}

/* What the last repetition of a set ends with: its rest is left to the rest of the set. */
static const YfTrack *
get_last_effort (const YfMovement *self,
                 YfExercise       *exercise)
{
  guint last = self->phases->len - 1;

  if (last > 0 && yf_exercise_get_phase (exercise, last)->kind == YF_PHASE_REST)
    last--;

  return g_ptr_array_index (self->phases, last);
}

/* Where one phase ends the next begins, in each part and from one repetition to the
 * next, and with and without the rest that the last one is spared. */
static gboolean
check_phases (YfXml             *xml,
              const YfMovement  *self,
              YfExercise        *exercise,
              GError           **error)
{
  if (self->phases->len != yf_exercise_get_n_phases (exercise))
    {
      yf_xml_set_error (xml, error,
                        ngettext ("the exercise has %u phase, which needs a <phase> here",
                                  "the exercise has %u phases, which need a <phase> each here",
                                  yf_exercise_get_n_phases (exercise)),
                        yf_exercise_get_n_phases (exercise));
      return FALSE;
    }

  for (guint part = 0; part < yf_exercise_get_n_parts (exercise); part++)
    {
      guint first;
      guint n;

      yf_exercise_get_part (exercise, part, &first, &n);
      for (guint i = 0; i < n; i++)
        {
          const YfTrack *before = g_ptr_array_index (self->phases, first + i);
          const YfTrack *after = g_ptr_array_index (self->phases, first + (i + 1) % n);

          if (!check_follows (xml, before, after, error))
            return FALSE;
        }
    }

  if (self->ready != NULL && !check_follows (xml, self->ready, g_ptr_array_index (self->phases, 0), error))
    return FALSE;

  return self->between == NULL ||
         (check_follows (xml, get_last_effort (self, exercise), self->between, error) &&
          check_follows (xml, self->between, g_ptr_array_index (self->phases, 0), error));
}

static gboolean
parse_movement (YfXml        *xml,
                YfMovement   *self,
                YfCatalogue  *catalogue,
                GError      **error)
{
  static const char * const attrs[] = { "exercise", "place", "attention", "breathes", NULL };
  YfAttention attention = YF_ATTENTION_NONE;
  YfExercise *exercise;
  const char *text;

  if (!yf_xml_check_attrs (xml, attrs, error) ||
      (text = yf_xml_get_attr (xml, "exercise", error)) == NULL)
    return FALSE;

  exercise = yf_catalogue_find_exercise (catalogue, text);
  if (exercise == NULL)
    {
      yf_xml_set_error (xml, error, _("there is no exercise “%s”"), text);
      return FALSE;
    }
  if (yf_catalogue_find_movement (catalogue, text) != NULL)
    {
      yf_xml_set_error (xml, error, _("“%s” stands here twice"), text);
      return FALSE;
    }
  self->exercise = g_strdup (text);

  if ((text = yf_xml_get_attr (xml, "place", error)) == NULL)
    return FALSE;
  if (!place_from_id (text, &self->place))
    {
      /* Translators: %s is what a file says where "mat" or "wall" belongs */
      yf_xml_set_error (xml, error, _("there is no place “%s”"), text);
      return FALSE;
    }

  text = yf_xml_find_attr (xml, "breathes");
  if (text != NULL && !g_str_equal (text, "yes"))
    {
      yf_xml_set_error (xml, error, _("“%s” can only be “yes”, not “%s”"), "breathes", text);
      return FALSE;
    }
  self->breathes = text != NULL;

  if (!parse_attention (xml, &attention, error))
    return FALSE;

  for (guint i = 0; i < yf_xml_get_n_children (xml); i++)
    {
      YfXml *child = yf_xml_get_child (xml, i);
      YfTrack **once = yf_xml_is (child, "ready") ? &self->ready
                       : yf_xml_is (child, "between") ? &self->between : NULL;
      YfTrack *track;

      if (once == NULL && !yf_xml_is (child, "phase"))
        return yf_xml_refuse (child, error);
      if (once != NULL && *once != NULL)
        return yf_xml_refuse_again (child, error);

      track = parse_track (child, catalogue, attention, error);
      if (track == NULL)
        return FALSE;
      if (once != NULL)
        *once = track;
      else
        g_ptr_array_add (self->phases, track);
    }

  return check_phases (xml, self, exercise, error);
}

/* Adds the poses of an exercise to a catalogue. */
gboolean
yf_movement_parse (YfXml        *xml,
                   YfCatalogue  *catalogue,
                   GError      **error)
{
  YfMovement *self = g_new0 (YfMovement, 1);

  self->phases = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_track_free);
  if (!parse_movement (xml, self, catalogue, error))
    {
      yf_movement_free (self);
      return FALSE;
    }

  g_ptr_array_add (catalogue->movements, self);
  return TRUE;
}
