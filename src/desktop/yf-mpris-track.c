/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-mpris-track.h"

#include <glib/gi18n-lib.h>

/* What a player on the lock screen, or a headset with a display, shows as a
 * track: a repetition with its phases and the rest after it, or a stretch that
 * belongs to none. */

static gboolean
is_in_rep (const YfSegment *segment)
{
  return segment->kind <= YF_SEGMENT_REST && !segment->between_sets;
}

static gboolean
is_same_track (const YfSegment *a,
               const YfSegment *b)
{
  return is_in_rep (a) && is_in_rep (b) &&
         a->item == b->item && a->side == b->side && a->set == b->set && a->rep == b->rep;
}

/* A dose that was lowered under way can be below what was done before: then
 * what was done is all there is. */
static YfDose
get_dose (YfTimeline      *timeline,
          const YfSegment *segment)
{
  YfDose dose = yf_routine_get_item (yf_timeline_get_routine (timeline), segment->item)->dose;

  dose.sets = MAX (dose.sets, segment->set);
  dose.reps = MAX (dose.reps, segment->rep);

  return dose;
}

static char *
get_rep_title (const YfSegment *segment,
               const YfDose    *dose)
{
  const char *name = yf_exercise_get_name (segment->exercise);

  switch (segment->side)
    {
    case YF_SIDE_LEFT:
      /* Translators: the name of an exercise, which is done with the left side
       * of the body; set and number of sets; repetition and number of repetitions */
      return g_strdup_printf (_("%1$s, left side, set %2$d of %3$d, repetition %4$d of %5$d"),
                              name, segment->set, dose->sets, segment->rep, dose->reps);
    case YF_SIDE_RIGHT:
      /* Translators: the name of an exercise, which is done with the right side
       * of the body; set and number of sets; repetition and number of repetitions */
      return g_strdup_printf (_("%1$s, right side, set %2$d of %3$d, repetition %4$d of %5$d"),
                              name, segment->set, dose->sets, segment->rep, dose->reps);
    case YF_SIDE_NONE:
    default:
      /* Translators: the name of an exercise; set and number of sets;
       * repetition and number of repetitions */
      return g_strdup_printf (_("%1$s, set %2$d of %3$d, repetition %4$d of %5$d"),
                              name, segment->set, dose->sets, segment->rep, dose->reps);
    }
}

static char *
get_set_rest_title (const YfSegment *segment,
                    const YfDose    *dose)
{
  const char *name = yf_exercise_get_name (segment->exercise);

  switch (segment->side)
    {
    case YF_SIDE_LEFT:
      /* Translators: the name of an exercise, which is done with the left side
       * of the body; the set just done and the number of sets */
      return g_strdup_printf (_("%1$s, left side, rest after set %2$d of %3$d"), name, segment->set, dose->sets);
    case YF_SIDE_RIGHT:
      /* Translators: the name of an exercise, which is done with the right side
       * of the body; the set just done and the number of sets */
      return g_strdup_printf (_("%1$s, right side, rest after set %2$d of %3$d"), name, segment->set, dose->sets);
    case YF_SIDE_NONE:
    default:
      /* Translators: the name of an exercise; the set just done and the number of sets */
      return g_strdup_printf (_("%1$s, rest after set %2$d of %3$d"), name, segment->set, dose->sets);
    }
}

/**
 * yf_mpris_track_get_title:
 * @timeline: a timeline
 * @segment: one of its segments
 *
 * Returns: (transfer full): where in the session that is, in the person's
 *   language
 */
char *
yf_mpris_track_get_title (YfTimeline *timeline,
                          guint       segment)
{
  const YfSegment *here = yf_timeline_get_segment (timeline, segment);
  const YfDose dose = get_dose (timeline, here);
  const char *name = yf_exercise_get_name (here->exercise);

  if (is_in_rep (here))
    return get_rep_title (here, &dose);

  switch (here->kind)
    {
    case YF_SEGMENT_GET_READY:
      if (here->side == YF_SIDE_LEFT)
        /* Translators: the name of an exercise that begins with the left side of the body */
        return g_strdup_printf (_("%s, get ready for the left side"), name);
      if (here->side == YF_SIDE_RIGHT)
        /* Translators: the name of an exercise that begins with the right side of the body */
        return g_strdup_printf (_("%s, get ready for the right side"), name);
      /* Translators: the name of an exercise */
      return g_strdup_printf (_("%s, get ready"), name);
    case YF_SEGMENT_CHANGE_SIDES:
      if (here->side == YF_SIDE_LEFT)
        /* Translators: the name of an exercise */
        return g_strdup_printf (_("%s, change to the left side"), name);
      /* Translators: the name of an exercise */
      return g_strdup_printf (_("%s, change to the right side"), name);
    case YF_SEGMENT_ROLL_OVER:
      /* Translators: the name of the next exercise, which is done in another posture */
      return g_strdup_printf (_("%s is next, roll over"), name);
    case YF_SEGMENT_REST:
      return get_set_rest_title (here, &dose);
    case YF_SEGMENT_INHALE:
    case YF_SEGMENT_RAISE:
    case YF_SEGMENT_HOLD:
    case YF_SEGMENT_LOWER:
    case YF_SEGMENT_EXHALE:
    default:
      return g_strdup (name);
    }
}

/**
 * yf_mpris_track_get_first:
 * @timeline: a timeline
 * @segment: one of its segments
 *
 * Returns: the first segment of the track that @segment belongs to
 */
guint
yf_mpris_track_get_first (YfTimeline *timeline,
                          guint       segment)
{
  while (segment > 0 &&
         is_same_track (yf_timeline_get_segment (timeline, segment - 1),
                        yf_timeline_get_segment (timeline, segment)))
    segment--;

  return segment;
}

/**
 * yf_mpris_track_get_metadata:
 * @timeline: a timeline
 * @segment: one of its segments
 * @session: tells the tracks of one session from those of another
 *
 * The length is that of the session, since a position is one in the session.
 *
 * Returns: (transfer floating): metadata as MPRIS has it
 */
GVariant *
yf_mpris_track_get_metadata (YfTimeline *timeline,
                             guint       segment,
                             guint       session)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  /* Translators: the name of the program, where a music player names the artist */
  const char * const artists[] = { _("Yanfei"), NULL };
  g_autofree char *id = NULL;
  g_autofree char *title = NULL;

  id = g_strdup_printf ("/io/github/yanfei/Yanfei/session%u/segment%u", session,
                        yf_mpris_track_get_first (timeline, segment));
  title = yf_mpris_track_get_title (timeline, segment);

  g_variant_builder_add (&builder, "{sv}", "mpris:trackid", g_variant_new_object_path (id));
  g_variant_builder_add (&builder, "{sv}", "mpris:length", g_variant_new_int64 (yf_timeline_get_length (timeline)));
  g_variant_builder_add (&builder, "{sv}", "xesam:title", g_variant_new_string (title));
  g_variant_builder_add (&builder, "{sv}", "xesam:artist", g_variant_new_strv (artists, -1));

  return g_variant_builder_end (&builder);
}
