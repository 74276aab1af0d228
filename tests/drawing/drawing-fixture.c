/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing-fixture.h"

#include <math.h>

#define DAY ((gint64) 24 * 60 * 60 * G_USEC_PER_SEC)

static const struct
{
  const char *exercise;
  YfDose      dose;
  gboolean    sides;
} plan[] = {
  { "abdominal-breathing", { 3, 10, 3 * YF_SECOND }, FALSE },
  { "five-point-support", { 2, 10, 3 * YF_SECOND }, FALSE },
  { "straight-leg-raise", { 1, 8, 10 * YF_SECOND }, TRUE },
  { "modified-swallow", { 2, 5, 2 * YF_SECOND }, FALSE },
};

static const char * const activities[] = {
  "Tying my shoes",
  "Sitting through a whole meal with the family",
  "坐公交车半小时",
};

/* What it needs of chance: the same for the same question. */
static guint
roll (guint what,
      guint day,
      guint sides)
{
  guint32 seed = what * 2654435761u ^ (day + 1) * 40503u;

  seed ^= seed >> 15;
  seed *= 2246822519u;
  seed ^= seed >> 13;

  return seed % sides;
}

YfDay
fixture_get_last_day (void)
{
  YfDay day = YF_DAY_NONE;

  g_assert_true (yf_day_parse ("2026-11-20", &day));

  return day;
}

/* Half past seven in the evening, where the person is. */
static gint64
get_evening (YfDay day)
{
  YfDay epoch = YF_DAY_NONE;

  g_assert_true (yf_day_parse ("1970-01-01", &epoch));

  return (day - epoch) * DAY + (19 * 3600 + 1800 - FIXTURE_EAST) * YF_SECOND;
}

static gboolean
is_gap (int day,
        int days)
{
  return days > 60 && day % 400 > 150 && day % 400 < 178;
}

/* It gets better, with bad days and some that are much worse. */
static int
get_pain (int day,
          int days,
          int start)
{
  double course = start * (0.4 + 0.6 * exp (-3.0 * day / MAX (days, 60)));
  int pain = (int) floor (course + roll (1 + (guint) start, (guint) day, 3) - 0.5);

  if (day > 5 && roll (9, (guint) day, 41) == 0)
    pain = 8;

  return CLAMP (pain, 0, YF_PAIN_MAX);
}

static void
add_item (YfSessionRecord *session,
          guint            index,
          int              day)
{
  YfDose dose = plan[index].dose;
  YfExerciseRecord *exercise;
  guint item = session->exercises->len;
  gint64 at = session->started + (60 + 240 * (gint64) item) * YF_SECOND;

  if (day > 10 && index > 0)
    dose.hold += YF_SECOND;
  if (day > 40 && index == 1)
    dose.reps += 2;
  yf_session_record_add_exercise (session, plan[index].exercise, &dose, YF_RECORD_COMPLETED);
  exercise = g_ptr_array_index (session->exercises, item);

  for (YfSide side = plan[index].sides ? YF_SIDE_LEFT : YF_SIDE_NONE;
       side <= (plan[index].sides ? YF_SIDE_RIGHT : YF_SIDE_NONE); side++)
    for (int set = 1; set <= dose.sets; set++)
      for (int rep = 1; rep <= dose.reps; rep++)
        {
          const YfRepetition repetition = {
            .item = item, .side = side, .set = set, .rep = rep, .started = at, .ended = at + 2 * YF_SECOND,
            .hold = dose.hold,
          };

          at += 2 * YF_SECOND;
          if (side == YF_SIDE_RIGHT && rep == dose.reps && day % 3 == 0)
            continue;
          g_ptr_array_add (exercise->reps, yf_repetition_copy (&repetition));
        }
}

static void
add_stop (YfSessionRecord *session,
          int              day)
{
  static const YfSegmentKind phases[] = { YF_SEGMENT_RAISE, YF_SEGMENT_HOLD, YF_SEGMENT_LOWER, YF_SEGMENT_HOLD };
  guint item = 1 + roll (5, (guint) day, session->exercises->len - 1);
  const YfExerciseRecord *exercise = g_ptr_array_index (session->exercises, item);
  const YfStop stop = {
    .at = session->started + 900 * YF_SECOND, .item = item,
    .side = g_str_equal (exercise->exercise, "straight-leg-raise") ? YF_SIDE_RIGHT : YF_SIDE_NONE,
    .set = 1, .rep = 1 + (int) roll (6, (guint) day, 8), .phase = phases[roll (7, (guint) day, 4)],
    .pain = day % 4 == 0 ? YF_PAIN_UNANSWERED : 4 + day % 4, .site = (char *) (day % 2 == 0 ? "back" : "leg"),
  };

  g_ptr_array_add (session->stops, yf_stop_copy (&stop));
}

static void
add_session (YfLog *log,
             YfDay  date,
             int    day,
             int    days)
{
  g_autofree char *id = g_strdup_printf ("10000000-0000-4000-8000-%012d", date);
  YfSessionRecord *session = yf_session_record_new (id, get_evening (date), FIXTURE_EAST);
  int back = get_pain (day, days, 6);
  int leg = get_pain (day, days, 3);

  session->state = YF_RECORD_COMPLETED;
  session->ended = session->started + 1300 * YF_SECOND;
  session->check_in = yf_check_in_new ();
  session->check_in_at = session->started - 60 * YF_SECOND;
  yf_check_in_set_pain_back (session->check_in, back);
  if (day % 9 != 4)
    yf_check_in_set_pain_leg (session->check_in, leg);
  for (guint i = 0; i < G_N_ELEMENTS (plan); i++)
    if (i < 2 || day >= 14 || days == 1)
      add_item (session, i, day);
  if (roll (4, (guint) day, 13) == 0 || days == 1)
    add_stop (session, day);
  if (day % 4 != 1)
    {
      session->after = g_new0 (YfAfter, 1);
      session->after->at = session->ended + 60 * YF_SECOND;
      session->after->pain_back = MAX (back - (int) roll (8, (guint) day, 3), 0);
      session->after->pain_leg = leg;
      session->after->effort = 4;
    }
  g_ptr_array_add (log->sessions, session);
}

static void
add_check_in (YfLog *log,
              YfDay  date)
{
  g_autoptr (YfCheckIn) answers = yf_check_in_new ();
  YfCheckInRecord *record;

  yf_check_in_set_pain_back (answers, 7);
  yf_check_in_set_pain_leg (answers, 5);
  record = yf_check_in_record_new (answers, get_evening (date));
  record->utc_offset = FIXTURE_EAST;
  g_ptr_array_add (log->check_ins, record);
}

static void
add_measures (YfLog *log,
              YfDay  date,
              int    day,
              int    days)
{
  if (day % 14 == 0)
    {
      YfFunctionRating *rating = yf_function_rating_new (get_evening (date));

      rating->utc_offset = FIXTURE_EAST;
      for (guint i = 0; i < G_N_ELEMENTS (activities); i++)
        {
          const YfFunctionActivity *activity = g_ptr_array_index (log->functions, i);

          if (i < 2 || day > 0)
            yf_function_rating_add_score (rating, activity->id,
                                          CLAMP (10 - get_pain (day, days, 4 + (int) i), 0, YF_FUNCTION_MAX));
        }
      g_ptr_array_add (log->ratings, rating);
    }
  if (day % 60 == 0)
    {
      YfClinicScore *odi = yf_clinic_score_new (YF_CLINIC_ODI, date, 44 - MIN (day / 20, 30), get_evening (date));

      g_ptr_array_add (log->scores, odi);
      if (day > 0)
        g_ptr_array_add (log->scores, yf_clinic_score_new (YF_CLINIC_RMDQ, date, 14 - MIN (day / 60, 10),
                                                           get_evening (date)));
    }
}

/**
 * fixture_new_log:
 * @days: how many days it has, up to the last; 0 for an empty one
 *
 * Returns: (transfer full): the log of a person who trains on most days
 */
YfLog *
fixture_new_log (int days)
{
  YfDay last = fixture_get_last_day ();
  YfDay first = last - MAX (days, 1) + 1;
  YfLog *log = yf_log_new (first, last);

  if (days == 0)
    return log;

  log->profile = yf_profile_new ();
  if (days > 1)
    {
      YfScheduleRecord *schedule = yf_schedule_record_new (4, get_evening (first));

      schedule->utc_offset = FIXTURE_EAST;
      g_ptr_array_add (log->schedules, schedule);
      yf_profile_set_onset (log->profile, first - 4);
      yf_profile_set_relief (log->profile, first + 12);
    }
  for (guint i = 0; i < G_N_ELEMENTS (activities); i++)
    g_ptr_array_add (log->functions, yf_function_activity_new (activities[i], get_evening (first)));

  for (int day = 0; day < days; day++)
    {
      if (is_gap (day, days))
        continue;
      add_measures (log, first + day, day, days);
      if (days > 1 && roll (3, (guint) day, 10) < 3)
        {
          if (roll (2, (guint) day, 20) == 0)
            add_check_in (log, first + day);
          continue;
        }
      add_session (log, first + day, day, days);
    }

  return log;
}

/**
 * fixture_new_progress:
 * @days: how many days it has, up to the last; 0 for an empty one
 *
 * Returns: (transfer full): what fixture_new_log() says of those days
 */
YfProgress *
fixture_new_progress (int days)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YfCatalogue) catalogue = yf_catalogue_new_builtin (&error);
  g_autoptr (YfLog) log = fixture_new_log (days);

  g_assert_no_error (error);

  return yf_progress_new (log, catalogue, log->from, log->to);
}

static gboolean
has_pain (int back,
          int leg)
{
  return back != YF_PAIN_UNANSWERED || leg != YF_PAIN_UNANSWERED;
}

/* How often pain was said, counted from the log itself. */
int
fixture_count_pains (YfLog *log)
{
  int n = 0;

  for (guint i = 0; i < log->sessions->len; i++)
    {
      const YfSessionRecord *session = g_ptr_array_index (log->sessions, i);

      n += session->check_in != NULL
           && has_pain (yf_check_in_get_pain_back (session->check_in), yf_check_in_get_pain_leg (session->check_in));
      n += session->after != NULL && has_pain (session->after->pain_back, session->after->pain_leg);
    }
  for (guint i = 0; i < log->check_ins->len; i++)
    {
      const YfCheckInRecord *record = g_ptr_array_index (log->check_ins, i);

      n += has_pain (yf_check_in_get_pain_back (record->check_in), yf_check_in_get_pain_leg (record->check_in));
    }

  return n;
}
