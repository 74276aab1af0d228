/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-record.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yf-ids.h"

G_DEFINE_BOXED_TYPE (YfSessionRecord, yf_session_record, yf_session_record_ref, yf_session_record_unref)

static const char * const state_ids[] = {
  [YF_RECORD_RUNNING] = "running",
  [YF_RECORD_COMPLETED] = "completed",
  [YF_RECORD_STOPPED] = "stopped",
  [YF_RECORD_CUT] = "cut",
};

static const char * const morning_ids[] = {
  [YF_MORNING_UNANSWERED] = "unanswered",
  [YF_MORNING_BETTER] = "better",
  [YF_MORNING_SAME] = "same",
  [YF_MORNING_WORSE] = "worse",
};

static const char * const origin_ids[] = {
  [YF_ORIGIN_RECORDED] = "recorded",
  [YF_ORIGIN_ENTERED] = "entered",
};

YfStop *
yf_stop_copy (const YfStop *self)
{
  YfStop *copy = g_memdup2 (self, sizeof *self);

  copy->site = g_strdup (self->site);

  return copy;
}

void
yf_stop_free (YfStop *self)
{
  g_free (self->site);
  g_free (self);
}

YfAfter *
yf_after_copy (const YfAfter *self)
{
  YfAfter *copy = g_memdup2 (self, sizeof *self);

  copy->note = g_strdup (self->note);

  return copy;
}

void
yf_after_free (YfAfter *self)
{
  g_free (self->note);
  g_free (self);
}

static void
exercise_record_free (gpointer data)
{
  YfExerciseRecord *record = data;

  g_free (record->exercise);
  g_ptr_array_unref (record->reps);
  g_free (record);
}

/**
 * yf_session_record_new:
 * @id: a UUID
 * @started: microseconds since the Unix epoch
 * @utc_offset: seconds east of UTC in force then
 *
 * Returns: (transfer full): the record of a session that runs, without
 *   exercises, for its maker to fill in
 */
YfSessionRecord *
yf_session_record_new (const char *id,
                       gint64      started,
                       gint32      utc_offset)
{
  YfSessionRecord *self = g_atomic_rc_box_new0 (YfSessionRecord);

  self->id = g_strdup (id);
  self->started = started;
  self->utc_offset = utc_offset;
  self->state = YF_RECORD_RUNNING;
  self->exercises = g_ptr_array_new_with_free_func (exercise_record_free);
  self->stops = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_stop_free);
  self->breaks = g_ptr_array_new_with_free_func (g_free);
  self->adjustments = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * yf_session_record_new_for:
 * @routine: what is going to be done
 * @check_in: (nullable): what was answered before
 * @started: microseconds since the Unix epoch
 *
 * Returns: (transfer full): the record of a session that begins at @started,
 *   with a new id
 */
YfSessionRecord *
yf_session_record_new_for (YfRoutine       *routine,
                           const YfCheckIn *check_in,
                           gint64           started)
{
  g_autofree char *id = g_uuid_string_random ();
  YfSessionRecord *self = yf_session_record_new (id, started, yf_real_get_utc_offset (started));

  self->check_in = check_in != NULL ? yf_check_in_copy (check_in) : NULL;
  self->check_in_at = check_in != NULL ? started : 0;

  for (guint i = 0; i < yf_routine_get_n_items (routine); i++)
    {
      const YfRoutineItem *item = yf_routine_get_item (routine, i);

      yf_session_record_add_exercise (self, yf_exercise_get_id (item->exercise),
                                      &item->dose, YF_RECORD_RUNNING);
      if (item->pace.tempo != 0 || item->pace.rep_rest != 0 || item->pace.set_rest != 0)
        {
          const YfAdjustment pace = { started, i, item->dose, item->pace };

          yf_session_record_add_adjustment (self, &pace);
        }
    }

  return self;
}

YfSessionRecord *
yf_session_record_ref (YfSessionRecord *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
session_record_clear (gpointer data)
{
  YfSessionRecord *self = data;

  g_free (self->id);
  g_clear_pointer (&self->check_in, yf_check_in_free);
  g_clear_pointer (&self->after, yf_after_free);
  g_ptr_array_unref (self->exercises);
  g_ptr_array_unref (self->stops);
  g_ptr_array_unref (self->breaks);
  g_ptr_array_unref (self->adjustments);
}

void
yf_session_record_unref (YfSessionRecord *self)
{
  g_atomic_rc_box_release_full (self, session_record_clear);
}

/**
 * yf_session_record_add_exercise:
 * @self: a record that is being filled in
 * @exercise: an exercise's id
 * @planned: the dose that was intended
 * @state: how it stands
 *
 * Adds an exercise without repetitions.
 */
void
yf_session_record_add_exercise (YfSessionRecord *self,
                                const char      *exercise,
                                const YfDose    *planned,
                                YfRecordState    state)
{
  YfExerciseRecord *record = g_new0 (YfExerciseRecord, 1);

  record->exercise = g_strdup (exercise);
  record->planned = *planned;
  record->state = state;
  record->reps = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_repetition_free);

  g_ptr_array_add (self->exercises, record);
}

/**
 * yf_session_record_add_break:
 * @self: a record that is being filled in
 * @from: when the session was left, in microseconds since the Unix epoch
 * @to: when it was gone on with, likewise
 *
 * Adds a break after those that are there.
 */
void
yf_session_record_add_break (YfSessionRecord *self,
                             gint64           from,
                             gint64           to)
{
  YfBreak *added = g_new0 (YfBreak, 1);

  added->from = from;
  added->to = to;
  g_ptr_array_add (self->breaks, added);
}

/**
 * yf_session_record_add_adjustment:
 * @self: a record that is being filled in
 * @adjustment: what was changed
 *
 * Adds a change after those that are there.
 */
void
yf_session_record_add_adjustment (YfSessionRecord    *self,
                                  const YfAdjustment *adjustment)
{
  g_ptr_array_add (self->adjustments, g_memdup2 (adjustment, sizeof *adjustment));
}

/**
 * yf_session_record_copy_course:
 * @self: a record that is being filled in
 * @other: the record of the same session
 *
 * Adds the breaks and changes of @other: whoever copies a session needs them
 * for its length to stay what it is.
 */
void
yf_session_record_copy_course (YfSessionRecord *self,
                               YfSessionRecord *other)
{
  for (guint i = 0; i < other->breaks->len; i++)
    {
      const YfBreak *one = g_ptr_array_index (other->breaks, i);

      yf_session_record_add_break (self, one->from, one->to);
    }

  for (guint i = 0; i < other->adjustments->len; i++)
    yf_session_record_add_adjustment (self, g_ptr_array_index (other->adjustments, i));
}

/**
 * yf_session_record_move_course:
 * @self: a record that is being filled in
 * @by: by how much, in microseconds
 *
 * Moves its breaks and changes in time, for whoever moves the session.
 */
void
yf_session_record_move_course (YfSessionRecord *self,
                               gint64           by)
{
  for (guint i = 0; i < self->breaks->len; i++)
    {
      YfBreak *one = g_ptr_array_index (self->breaks, i);

      one->from += by;
      one->to += by;
    }

  for (guint i = 0; i < self->adjustments->len; i++)
    ((YfAdjustment *) g_ptr_array_index (self->adjustments, i))->at += by;
}

/**
 * yf_session_record_count_with:
 * @sessions: (nullable) (element-type YfSessionRecord): what was done; %NULL where that
 *   is not known
 * @exercise: the id of an exercise
 *
 * Returns: in how many of them a repetition of the exercise was counted
 */
guint
yf_session_record_count_with (GPtrArray  *sessions,
                              const char *exercise)
{
  guint n = 0;

  g_return_val_if_fail (exercise != NULL, 0);

  for (guint i = 0; sessions != NULL && i < sessions->len; i++)
    {
      const YfSessionRecord *session = g_ptr_array_index (sessions, i);
      gboolean done = FALSE;

      for (guint j = 0; j < session->exercises->len && !done; j++)
        {
          const YfExerciseRecord *record = g_ptr_array_index (session->exercises, j);

          done = record->reps->len > 0 && g_str_equal (record->exercise, exercise);
        }
      n += done;
    }

  return n;
}

/**
 * yf_session_record_get_length:
 * @self: a record
 *
 * Returns: how long the session took, in microseconds, without its breaks; 0
 *   while it runs
 */
gint64
yf_session_record_get_length (const YfSessionRecord *self)
{
  return self->ended == 0 ? 0 : yf_session_record_get_length_between (self, self->started, self->ended);
}

/**
 * yf_session_record_get_length_between:
 * @self: a record
 * @from: a moment of it, in microseconds since the Unix epoch
 * @to: a later one
 *
 * Returns: how much time lies between them, in microseconds, without the breaks;
 *   never less than 0
 */
gint64
yf_session_record_get_length_between (const YfSessionRecord *self,
                                      gint64                 from,
                                      gint64                 to)
{
  gint64 length = to - from;

  for (guint i = 0; i < self->breaks->len; i++)
    {
      const YfBreak *one = g_ptr_array_index (self->breaks, i);

      length -= MAX (MIN (one->to, to) - MAX (one->from, from), 0);
    }

  return MAX (length, 0);
}

/**
 * yf_session_record_count_reps:
 * @self: a record
 *
 * Returns: how many repetitions were done, of all exercises
 */
int
yf_session_record_count_reps (YfSessionRecord *self)
{
  int count = 0;

  for (guint i = 0; i < self->exercises->len; i++)
    count += (int) ((YfExerciseRecord *) g_ptr_array_index (self->exercises, i))->reps->len;

  return count;
}

/**
 * yf_session_record_get_stop_exercise:
 * @self: a record
 * @stop: one of its stops
 *
 * Returns: (transfer none) (nullable): the id of the exercise that hurt, or
 *   %NULL if the record does not have it
 */
const char *
yf_session_record_get_stop_exercise (YfSessionRecord *self,
                                     const YfStop    *stop)
{
  if (stop->item >= self->exercises->len)
    return NULL;

  return ((const YfExerciseRecord *) g_ptr_array_index (self->exercises, stop->item))->exercise;
}

/* The moment with @digits digits after the second, 3 or 6. */
static char *
format_moment (gint64 real,
               gint32 utc_offset,
               int    digits)
{
  gint64 seconds = real / G_USEC_PER_SEC - (real % G_USEC_PER_SEC < 0 ? 1 : 0);
  int fraction = (int) (real - seconds * G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_utc (seconds + utc_offset);
  g_autofree char *date = NULL;
  int minutes = ABS (utc_offset) / 60;

  g_return_val_if_fail (local != NULL, NULL);

  date = g_date_time_format (local, "%Y-%m-%dT%H:%M:%S");

  return g_strdup_printf ("%s.%0*d%c%02d:%02d", date, digits, digits == 3 ? fraction / 1000 : fraction,
                          utc_offset < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

/**
 * yf_real_to_iso8601:
 * @real: microseconds since the Unix epoch
 * @utc_offset: seconds east of UTC
 *
 * Returns: (transfer full): that moment as ISO 8601 has it, to the
 *   millisecond, such as "2026-11-20T19:00:00.000+08:00"
 */
char *
yf_real_to_iso8601 (gint64 real,
                    gint32 utc_offset)
{
  return format_moment (real, utc_offset, 3);
}

/**
 * yf_real_to_iso8601_exact:
 * @real: microseconds since the Unix epoch
 * @utc_offset: seconds east of UTC, whole minutes
 *
 * Returns: (transfer full): that moment as ISO 8601 has it, to the
 *   microsecond, which yf_real_from_iso8601() reads back without loss
 */
char *
yf_real_to_iso8601_exact (gint64 real,
                          gint32 utc_offset)
{
  return format_moment (real, utc_offset, 6);
}

/**
 * yf_real_from_iso8601:
 * @text: a moment such as "2026-11-20T19:00:00.000+08:00"
 * @real: (out): return location for the microseconds since the Unix epoch
 * @utc_offset: (out): return location for the seconds east of UTC
 *
 * Reads a moment that says where on the earth it was: without an offset it
 * could be any of a day's.
 *
 * Returns: whether it is one
 */
gboolean
yf_real_from_iso8601 (const char *text,
                      gint64     *real,
                      gint32     *utc_offset)
{
  static const char form[] = "dddd-dd-ddTdd:dd:dd";
  g_autoptr (GDateTime) moment = NULL;
  g_autofree char *whole = NULL;
  const char *rest;
  gint64 fraction = 0;
  gint64 unit = G_USEC_PER_SEC;
  gint64 offset;

  for (gsize i = 0; i < sizeof form - 1; i++)
    {
      if (form[i] == 'd' ? !g_ascii_isdigit (text[i]) : text[i] != form[i])
        return FALSE;
    }

  /* The fraction is read as a whole number: GLib would read it as a double. */
  rest = text + sizeof form - 1;
  if (*rest == '.')
    {
      rest++;
      if (!g_ascii_isdigit (*rest))
        return FALSE;
      for (; g_ascii_isdigit (*rest); rest++)
        {
          unit /= 10;
          fraction += unit * g_ascii_digit_value (*rest);
        }
    }

  if (!(rest[0] == 'Z' && rest[1] == '\0') &&
      !((rest[0] == '+' || rest[0] == '-') && strlen (rest) == 6 && rest[3] == ':'))
    return FALSE;

  whole = g_strdup_printf ("%.*s%s", (int) (sizeof form - 1), text, rest);
  moment = g_date_time_new_from_iso8601 (whole, NULL);
  if (moment == NULL)
    return FALSE;

  offset = g_date_time_get_utc_offset (moment) / G_TIME_SPAN_SECOND;
  *real = g_date_time_to_unix (moment) * G_USEC_PER_SEC + fraction;
  *utc_offset = (gint32) offset;

  return TRUE;
}

/**
 * yf_real_get_utc_offset:
 * @real: microseconds since the Unix epoch
 *
 * Returns: seconds east of UTC in force then in the person's time zone
 */
gint32
yf_real_get_utc_offset (gint64 real)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (real / G_USEC_PER_SEC);

  return local != NULL ? (gint32) (g_date_time_get_utc_offset (local) / G_USEC_PER_SEC) : 0;
}

const char *
yf_record_state_get_id (YfRecordState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (state_ids), NULL);

  return state_ids[state];
}

gboolean
yf_record_state_from_id (const char    *id,
                         YfRecordState *state)
{
  YF_IDS_FROM_ID (state_ids, id, state);
}

/**
 * yf_record_state_get_name:
 * @state: a state
 *
 * Returns: (transfer none): the state in a few words, in the person's language
 */
const char *
yf_record_state_get_name (YfRecordState state)
{
  switch (state)
    {
    case YF_RECORD_RUNNING:
      return _("Under way");
    case YF_RECORD_COMPLETED:
      return _("Completed");
    case YF_RECORD_STOPPED:
      return _("Stopped early");
    case YF_RECORD_CUT:
      return _("Cut off");
    default:
      g_return_val_if_reached (NULL);
    }
}

const char *
yf_morning_get_id (YfMorning morning)
{
  g_return_val_if_fail (morning < G_N_ELEMENTS (morning_ids), NULL);

  return morning_ids[morning];
}

gboolean
yf_morning_from_id (const char *id,
                    YfMorning  *morning)
{
  YF_IDS_FROM_ID (morning_ids, id, morning);
}

/**
 * yf_morning_get_name:
 * @morning: an answer
 *
 * Returns: (transfer none): the answer in a word, in the person's language
 */
const char *
yf_morning_get_name (YfMorning morning)
{
  switch (morning)
    {
    case YF_MORNING_UNANSWERED:
      return C_("the next morning", "Not answered");
    case YF_MORNING_BETTER:
      return C_("the next morning", "Better");
    case YF_MORNING_SAME:
      return C_("the next morning", "The same");
    case YF_MORNING_WORSE:
      return C_("the next morning", "Worse");
    default:
      g_return_val_if_reached (NULL);
    }
}

const char *
yf_origin_get_id (YfOrigin origin)
{
  g_return_val_if_fail (origin < G_N_ELEMENTS (origin_ids), NULL);

  return origin_ids[origin];
}

gboolean
yf_origin_from_id (const char *id,
                   YfOrigin   *origin)
{
  YF_IDS_FROM_ID (origin_ids, id, origin);
}
