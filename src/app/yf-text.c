/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-dose-words.h"
#include "yf-text.h"

/*
 * What the rooms answer, as a person reads it: words, icons and style
 * classes. Every state has a word and a shape, so colour is never alone.
 */

static GDateTime *
local_time (gint64 real,
            gint32 utc_offset)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (real / G_USEC_PER_SEC);
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (utc_offset);

  return utc ? g_date_time_to_timezone (utc, zone) : NULL;
}

/**
 * yf_text_length:
 * @length: microseconds, 0 or more
 *
 * Returns: (transfer full): what yf_length_to_words() says of it
 */
char *
yf_text_length (gint64 length)
{
  return yf_length_to_words (length);
}

/**
 * yf_text_time_of_day:
 * @real: microseconds since the Unix epoch
 * @utc_offset: seconds east of UTC in force at the time
 *
 * Returns: (transfer full): the time of day as the clock on the wall had it
 */
char *
yf_text_time_of_day (gint64 real,
                     gint32 utc_offset)
{
  g_autoptr (GDateTime) time = local_time (real, utc_offset);

  return time ? g_date_time_format (time, "%H:%M:%S") : g_strdup ("");
}

/**
 * yf_text_day:
 * @real: microseconds since the Unix epoch
 * @utc_offset: seconds east of UTC in force at the time
 *
 * Returns: (transfer full): the day and the time to the minute
 */
char *
yf_text_day (gint64 real,
             gint32 utc_offset)
{
  g_autoptr (GDateTime) time = local_time (real, utc_offset);
  g_autofree char *day = NULL;
  g_autofree char *clock = NULL;

  if (time == NULL)
    return g_strdup ("");
  day = g_date_time_format (time, "%Y-%m-%d");
  clock = g_date_time_format (time, "%H:%M");
  /* Translators: the day and the time at which a session began: 2026-11-20, 19:00 */
  return g_strdup_printf (_("%s, %s"), day, clock);
}

/**
 * yf_text_date:
 * @real: microseconds since the Unix epoch
 * @utc_offset: seconds east of UTC in force at the time
 *
 * Returns: (transfer full): the day
 */
char *
yf_text_date (gint64 real,
              gint32 utc_offset)
{
  g_autoptr (GDateTime) time = local_time (real, utc_offset);

  return time ? g_date_time_format (time, "%Y-%m-%d") : g_strdup ("");
}

/**
 * yf_text_morning_question:
 * @real: when a session began, in microseconds since the Unix epoch
 * @utc_offset: seconds east of UTC in force at the time
 *
 * Returns: (transfer full): the question how the morning after it was
 */
char *
yf_text_morning_question (gint64 real,
                          gint32 utc_offset)
{
  g_autoptr (GDateTime) time = local_time (real, utc_offset);
  g_autofree char *date = NULL;

  g_return_val_if_fail (time != NULL, NULL);

  date = g_date_time_format (time, "%Y-%m-%d");
  switch (g_date_time_get_day_of_week (time))
    {
    case 1:
      /* Translators: %s is the day of the session, as 2026-11-20 */
      return g_strdup_printf (_("How was your back on the morning after Monday’s session (%s)?"), date);
    case 2:
      /* Translators: %s is the day of the session, as 2026-11-20 */
      return g_strdup_printf (_("How was your back on the morning after Tuesday’s session (%s)?"), date);
    case 3:
      /* Translators: %s is the day of the session, as 2026-11-20 */
      return g_strdup_printf (_("How was your back on the morning after Wednesday’s session (%s)?"), date);
    case 4:
      /* Translators: %s is the day of the session, as 2026-11-20 */
      return g_strdup_printf (_("How was your back on the morning after Thursday’s session (%s)?"), date);
    case 5:
      /* Translators: %s is the day of the session, as 2026-11-20 */
      return g_strdup_printf (_("How was your back on the morning after Friday’s session (%s)?"), date);
    case 6:
      /* Translators: %s is the day of the session, as 2026-11-20 */
      return g_strdup_printf (_("How was your back on the morning after Saturday’s session (%s)?"), date);
    default:
      /* Translators: %s is the day of the session, as 2026-11-20 */
      return g_strdup_printf (_("How was your back on the morning after Sunday’s session (%s)?"), date);
    }
}

/**
 * yf_text_dose:
 * @exercise: the exercise the dose is of
 * @dose: the dose
 *
 * Returns: (transfer full): the dose in words
 */
char *
yf_text_dose (YfExercise   *exercise,
              const YfDose *dose)
{
  g_autofree char *sets = NULL;
  g_autofree char *reps = NULL;
  g_autofree char *hold = NULL;
  g_autofree char *text = NULL;

  if (yf_exercise_get_group (exercise) == YF_GROUP_RELIEF)
    {
      int times = yf_exercise_get_times_a_day (exercise);

      hold = yf_text_length (dose->hold);
      /* Translators: how long a compress takes, and how often it may be done */
      return g_strdup_printf (ngettext ("%s, at most %d time a day", "%s, at most %d times a day", times), hold, times);
    }

  /* What is done once, for minutes, is not counted. */
  if (yf_text_is_long_hold (exercise) && dose->sets == 1 && dose->reps == 1 && !yf_exercise_get_two_sided (exercise))
    return yf_text_length (dose->hold);

  return yf_dose_to_words (exercise, dose);
}

/**
 * yf_text_is_long_hold:
 * @exercise: an exercise
 *
 * Returns: whether its hold is a matter of minutes
 */
gboolean
yf_text_is_long_hold (YfExercise *exercise)
{
  return yf_exercise_has_hold (exercise) && yf_exercise_get_ceiling (exercise)->hold >= YF_TEXT_LONG;
}

/**
 * yf_text_seconds:
 * @seconds: 0 or more
 * @long_form: whether to write minutes
 *
 * Returns: (transfer full): a number of seconds, or minutes and seconds as a
 *   clock has them, "4:59"
 */
char *
yf_text_seconds (gint64   seconds,
                 gboolean long_form)
{
  if (!long_form)
    return g_strdup_printf ("%" G_GINT64_FORMAT, seconds);
  return g_strdup_printf ("%" G_GINT64_FORMAT ":%02d", seconds / 60, (int) (seconds % 60));
}

/**
 * yf_text_side:
 * @side: a side
 *
 * Returns: (nullable): the side in words, or %NULL for none
 */
const char *
yf_text_side (YfSide side)
{
  switch (side)
    {
    case YF_SIDE_LEFT:
      return _("Left side");
    case YF_SIDE_RIGHT:
      return _("Right side");
    case YF_SIDE_NONE:
    default:
      return NULL;
    }
}

/**
 * yf_text_source:
 * @source: where something comes from
 *
 * Returns: (transfer full): the source, named as one
 */
char *
yf_text_source (YfSource *source)
{
  g_autofree char *text = yf_source_to_string (source);

  /* Translators: %s says where a number or a rule comes from */
  return g_strdup_printf (_("Source: %s"), text);
}

/**
 * yf_text_sources:
 * @sources: (element-type YfSource): where something comes from
 *
 * Returns: (transfer full): the sources, one a line
 */
char *
yf_text_sources (GPtrArray *sources)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sources->len; i++)
    {
      g_autofree char *source = yf_text_source (g_ptr_array_index (sources, i));

      if (i > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, source);
    }

  return g_string_free (text, FALSE);
}

const char *
yf_text_verdict_icon (YfVerdict verdict)
{
  switch (verdict)
    {
    case YF_VERDICT_ALLOWED:
      return "yf-allowed-symbolic";
    case YF_VERDICT_CAUTION:
      return "yf-caution-symbolic";
    case YF_VERDICT_ASK_CLINICIAN:
      return "yf-ask-symbolic";
    case YF_VERDICT_BLOCKED:
    default:
      return "yf-blocked-symbolic";
    }
}

const char *
yf_text_verdict_class (YfVerdict verdict)
{
  switch (verdict)
    {
    case YF_VERDICT_ALLOWED:
      return "verdict-allowed";
    case YF_VERDICT_CAUTION:
      return "verdict-caution";
    case YF_VERDICT_ASK_CLINICIAN:
      return "verdict-ask";
    case YF_VERDICT_BLOCKED:
    default:
      return "verdict-blocked";
    }
}

const char *
yf_text_segment_icon (YfSegmentKind kind)
{
  switch (kind)
    {
    case YF_SEGMENT_INHALE:
    case YF_SEGMENT_RAISE:
      return "yf-effort-symbolic";
    case YF_SEGMENT_HOLD:
      return "yf-hold-symbolic";
    case YF_SEGMENT_LOWER:
    case YF_SEGMENT_EXHALE:
      return "yf-release-symbolic";
    case YF_SEGMENT_REST:
    case YF_SEGMENT_GET_READY:
    case YF_SEGMENT_CHANGE_SIDES:
    case YF_SEGMENT_ROLL_OVER:
    default:
      return "yf-rest-symbolic";
    }
}

const char *
yf_text_segment_class (YfSegmentKind kind)
{
  switch (kind)
    {
    case YF_SEGMENT_INHALE:
    case YF_SEGMENT_RAISE:
      return "effort";
    case YF_SEGMENT_HOLD:
      return "stillness";
    case YF_SEGMENT_LOWER:
    case YF_SEGMENT_EXHALE:
      return "release";
    case YF_SEGMENT_REST:
    case YF_SEGMENT_GET_READY:
    case YF_SEGMENT_CHANGE_SIDES:
    case YF_SEGMENT_ROLL_OVER:
    default:
      return "rest";
    }
}

/* The first six segment kinds are the phases, in the same order. */

const char *
yf_text_phase_icon (YfPhaseKind kind)
{
  return yf_text_segment_icon ((YfSegmentKind) kind);
}

const char *
yf_text_phase_class (YfPhaseKind kind)
{
  return yf_text_segment_class ((YfSegmentKind) kind);
}

/**
 * yf_text_site:
 * @site: (nullable): where it hurt, as the store has it
 *
 * Returns: the place in words
 */
const char *
yf_text_site (const char *site)
{
  if (g_strcmp0 (site, "back") == 0)
    return _("In the back");
  if (g_strcmp0 (site, "leg") == 0)
    return _("In the leg");
  if (g_strcmp0 (site, "elsewhere") == 0)
    return _("Elsewhere");
  return _("Place not given");
}

const char *
yf_text_moved (YfMoved moved)
{
  switch (moved)
    {
    case YF_MOVED_DOWN:
      return _("Moved down the leg");
    case YF_MOVED_UP:
      return _("Moved up towards the back");
    case YF_MOVED_SAME:
      return _("Not moved");
    case YF_MOVED_UNKNOWN:
    default:
      return _("I don’t know");
    }
}
