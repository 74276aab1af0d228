/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-log-json-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yf-report.h"

/* More than anybody does; what is above is not a count. */
#define MAX_COUNT 9999

/* The most that the log has room for, in percent. */
#define MAX_TEMPO 1000

/* More days than a person lives. */
#define MAX_DAYS 36500

/* The longest id of an exercise. */
#define MAX_ID 64

static gboolean
read_flags (YfLogReader        *self,
            const YfJsonPlace  *place,
            YfCheckIn          *check_in,
            GError            **error)
{
  const YfJsonPlace flags = yf_json_place_get_member (place, "flags");
  JsonObjectIter iter;
  const char *flag;
  JsonNode *node;

  if (!yf_json_place_is_object (&flags, NULL, error))
    return FALSE;

  json_object_iter_init_ordered (&iter, json_node_get_object (flags.node));
  while (json_object_iter_next_ordered (&iter, &flag, &node))
    {
      const YfJsonPlace member = yf_json_place_get_member (&flags, flag);
      int days = YF_DAYS_UNSAID;

      /* A sign that nobody understands must not be passed over in silence. */
      if (yf_catalogue_find_red_flag (self->catalogue, flag) == NULL)
        return yf_json_place_refuse (&member, _("the id of a red flag that this Yanfei knows"), error);

      if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
        {
          if (!json_node_get_boolean (node))
            return yf_json_place_refuse (&member, _("true, or a number of days"), error);
        }
      else if (!yf_json_read_int (&flags, flag, 0, MAX_DAYS, &days, error))
        {
          return FALSE;
        }

      yf_check_in_set_flag (check_in, flag, TRUE, days);
    }

  return TRUE;
}

/**
 * yf_log_reader_read_exercise:
 * @place: an object with a member "exercise"
 * @id: (out): return location for it, which the file owns
 * @error: return location for a %YF_REPORT_ERROR_INVALID
 *
 * An exercise need not be in this version's catalogue: the log names it all the
 * same. But it looks like an id.
 *
 * Returns: whether it does
 */
gboolean
yf_log_reader_read_exercise (const YfJsonPlace  *place,
                             const char        **id,
                             GError            **error)
{
  const YfJsonPlace member = yf_json_place_get_member (place, "exercise");

  *id = yf_json_place_get_string (&member);
  if (*id != NULL && **id != '\0' && strlen (*id) <= MAX_ID &&
      strspn (*id, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen (*id))
    return TRUE;

  return yf_json_place_refuse (&member, _("the id of an exercise, of small letters, digits and hyphens"), error);
}

/**
 * yf_log_reader_read_dose:
 * @place: an object
 * @member: the member of it with a dose
 * @dose: (out): return location for it
 * @error: return location for a %YF_REPORT_ERROR_INVALID
 *
 * Returns: whether it is what it should be
 */
gboolean
yf_log_reader_read_dose (const YfJsonPlace  *place,
                         const char         *member,
                         YfDose             *dose,
                         GError            **error)
{
  static const char * const members[] = { "sets", "reps", "hold_s", NULL };
  const YfJsonPlace object = yf_json_place_get_member (place, member);

  return yf_json_place_is_object (&object, members, error) &&
         yf_json_read_int (&object, "sets", 1, MAX_COUNT, &dose->sets, error) &&
         yf_json_read_int (&object, "reps", 1, MAX_COUNT, &dose->reps, error) &&
         yf_json_read_seconds (&object, "hold_s", &dose->hold, error);
}

/**
 * yf_log_reader_read_answers:
 * @self: the reader
 * @place: an object with the answers of a check-in
 * @check_in: where to put them
 * @error: return location for a %YF_REPORT_ERROR_INVALID
 *
 * Returns: whether they are what they should be
 */
gboolean
yf_log_reader_read_answers (YfLogReader        *self,
                            const YfJsonPlace  *place,
                            YfCheckIn          *check_in,
                            GError            **error)
{
  const YfJsonPlace moved_place = yf_json_place_get_member (place, "moved");
  YfMoved moved;
  int back;
  int leg;

  if (!yf_json_read_answer (place, "pain_back", &back, error) ||
      !yf_json_read_answer (place, "pain_leg", &leg, error))
    return FALSE;

  if (!yf_moved_from_id (yf_json_place_get_string (&moved_place), &moved))
    return yf_json_place_refuse (&moved_place, _("“down”, “up”, “same” or “unknown”"), error);

  yf_check_in_set_pain_back (check_in, back);
  yf_check_in_set_pain_leg (check_in, leg);
  yf_check_in_set_moved (check_in, moved);

  return read_flags (self, place, check_in, error);
}

/**
 * yf_log_reader_read_state:
 * @place: an object with a member "state"
 * @state: (out): return location for it
 * @error: return location for a %YF_REPORT_ERROR_INVALID
 *
 * Returns: whether it is a state in which something can have ended
 */
gboolean
yf_log_reader_read_state (const YfJsonPlace  *place,
                          YfRecordState      *state,
                          GError            **error)
{
  const YfJsonPlace member = yf_json_place_get_member (place, "state");

  if (yf_record_state_from_id (yf_json_place_get_string (&member), state) && *state != YF_RECORD_RUNNING)
    return TRUE;

  return yf_json_place_refuse (&member, _("“completed”, “stopped” or “cut”"), error);
}

static gboolean
read_side (const YfJsonPlace  *place,
           YfSide             *side,
           GError            **error)
{
  const YfJsonPlace member = yf_json_place_get_member (place, "side");

  if (yf_side_from_id (yf_json_place_get_string (&member), side))
    return TRUE;

  return yf_json_place_refuse (&member, _("“none”, “left” or “right”"), error);
}

static gboolean
read_check_in (YfLogReader        *self,
               const YfJsonPlace  *session_place,
               YfSessionRecord    *session,
               GError            **error)
{
  static const char * const members[] = { "at", "pain_back", "pain_leg", "moved", "flags", NULL };
  const YfJsonPlace place = yf_json_place_get_member (session_place, "check_in");

  if (yf_json_place_is_null (&place))
    return TRUE;

  session->check_in = yf_check_in_new ();

  return yf_json_place_is_object (&place, members, error) &&
         yf_json_read_moment (&place, "at", FALSE, &session->check_in_at, NULL, error) &&
         yf_log_reader_read_answers (self, &place, session->check_in, error);
}

static gboolean
read_after (const YfJsonPlace  *session_place,
            YfSessionRecord    *session,
            GError            **error)
{
  static const char * const members[] = { "at", "pain_back", "pain_leg", "effort", "note", NULL };
  const YfJsonPlace place = yf_json_place_get_member (session_place, "after");
  const char *note;

  if (yf_json_place_is_null (&place))
    return TRUE;

  session->after = g_new0 (YfAfter, 1);
  if (!yf_json_place_is_object (&place, members, error) ||
      !yf_json_read_moment (&place, "at", FALSE, &session->after->at, NULL, error) ||
      !yf_json_read_answer (&place, "pain_back", &session->after->pain_back, error) ||
      !yf_json_read_answer (&place, "pain_leg", &session->after->pain_leg, error) ||
      !yf_json_read_answer (&place, "effort", &session->after->effort, error) ||
      !yf_json_read_string (&place, "note", TRUE, &note, error))
    return FALSE;

  session->after->note = g_strdup (note);
  return TRUE;
}

static gboolean
read_morning (const YfJsonPlace  *session_place,
              YfSessionRecord    *session,
              GError            **error)
{
  static const char * const members[] = { "at", "answer", NULL };
  const YfJsonPlace place = yf_json_place_get_member (session_place, "next_morning");
  YfJsonPlace answer;

  if (yf_json_place_is_null (&place))
    return TRUE;

  if (!yf_json_place_is_object (&place, members, error) ||
      !yf_json_read_moment (&place, "at", FALSE, &session->morning_at, NULL, error))
    return FALSE;

  answer = yf_json_place_get_member (&place, "answer");
  if (yf_morning_from_id (yf_json_place_get_string (&answer), &session->morning) &&
      session->morning != YF_MORNING_UNANSWERED)
    return TRUE;

  return yf_json_place_refuse (&answer, _("“better”, “same” or “worse”"), error);
}

static gboolean
read_rep (const YfJsonPlace  *place,
          YfRepetition       *rep,
          GHashTable         *seen,
          GError            **error)
{
  static const char * const members[] = { "rep", "started", "hold_s", "ended", "counted_by", NULL };
  YfJsonPlace counted_by;

  if (!yf_json_place_is_object (place, members, error) ||
      !yf_json_read_int (place, "rep", 1, MAX_COUNT, &rep->rep, error) ||
      !yf_json_read_moment (place, "started", FALSE, &rep->started, NULL, error) ||
      !yf_json_read_seconds (place, "hold_s", &rep->hold, error) ||
      !yf_json_read_moment (place, "ended", FALSE, &rep->ended, NULL, error))
    return FALSE;

  counted_by = yf_json_place_get_member (place, "counted_by");
  if (!yf_counting_from_id (yf_json_place_get_string (&counted_by), &rep->counted_by))
    return yf_json_place_refuse (&counted_by, _("“pace” or “tap”"), error);

  if (!g_hash_table_add (seen, g_strdup_printf ("%d %d %d", (int) rep->side, rep->set, rep->rep)))
    {
      const YfJsonPlace number = yf_json_place_get_member (place, "rep");

      return yf_json_place_refuse (&number, _("a number that no other repetition of the set has"), error);
    }

  return TRUE;
}

static gboolean
read_set (const YfJsonPlace  *place,
          guint               item,
          YfExerciseRecord   *exercise,
          GHashTable         *seen,
          GError            **error)
{
  static const char * const members[] = { "set", "side", "reps", NULL };
  YfRepetition rep = { .item = item };
  YfJsonPlace reps;
  guint length;

  if (!yf_json_place_is_object (place, members, error) ||
      !yf_json_read_int (place, "set", 1, MAX_COUNT, &rep.set, error) ||
      !read_side (place, &rep.side, error))
    return FALSE;

  reps = yf_json_place_get_member (place, "reps");
  if (!yf_json_place_is_array (&reps, &length, error))
    return FALSE;
  if (length == 0)
    return yf_json_place_refuse (&reps, _("a list of one repetition at least"), error);

  for (guint i = 0; i < length; i++)
    {
      const YfJsonPlace element = yf_json_place_get_element (&reps, i);

      if (!read_rep (&element, &rep, seen, error))
        return FALSE;
      g_ptr_array_add (exercise->reps, yf_repetition_copy (&rep));
    }

  return TRUE;
}

static gboolean
read_exercise (const YfJsonPlace  *place,
               YfSessionRecord    *session,
               GError            **error)
{
  static const char * const members[] = { "exercise", "planned", "state", "sets", NULL };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint item = session->exercises->len;
  YfRecordState state;
  YfJsonPlace sets;
  const char *id;
  YfDose planned;
  guint length;

  if (!yf_json_place_is_object (place, members, error) ||
      !yf_log_reader_read_exercise (place, &id, error) ||
      !yf_log_reader_read_dose (place, "planned", &planned, error) ||
      !yf_log_reader_read_state (place, &state, error))
    return FALSE;

  sets = yf_json_place_get_member (place, "sets");
  if (!yf_json_place_is_array (&sets, &length, error))
    return FALSE;

  yf_session_record_add_exercise (session, id, &planned, state);
  for (guint i = 0; i < length; i++)
    {
      const YfJsonPlace element = yf_json_place_get_element (&sets, i);

      if (!read_set (&element, item, g_ptr_array_index (session->exercises, item), seen, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_site (const YfJsonPlace  *place,
           const char        **site,
           GError            **error)
{
  static const char * const sites[] = { "back", "leg", "elsewhere", NULL };
  const YfJsonPlace member = yf_json_place_get_member (place, "site");

  *site = yf_json_place_get_string (&member);
  if (yf_json_place_is_null (&member) || (*site != NULL && g_strv_contains (sites, *site)))
    return TRUE;

  return yf_json_place_refuse (&member, _("“back”, “leg”, “elsewhere” or null"), error);
}

static gboolean
read_stop (const YfJsonPlace  *place,
           YfSessionRecord    *session,
           GError            **error)
{
  static const char * const members[] = {
    "at", "item", "exercise", "side", "set", "rep", "phase", "pain", "site", NULL
  };
  YfStop stop = { 0, };
  YfJsonPlace member;
  const char *exercise;
  const char *site;
  int item;

  if (!yf_json_place_is_object (place, members, error) ||
      !yf_json_read_moment (place, "at", FALSE, &stop.at, NULL, error) ||
      !yf_json_read_int (place, "item", 0, MAX_COUNT, &item, error) ||
      !yf_log_reader_read_exercise (place, &exercise, error) ||
      !read_side (place, &stop.side, error) ||
      !yf_json_read_int (place, "set", 0, MAX_COUNT, &stop.set, error) ||
      !yf_json_read_int (place, "rep", 0, MAX_COUNT, &stop.rep, error) ||
      !yf_json_read_answer (place, "pain", &stop.pain, error) ||
      !read_site (place, &site, error))
    return FALSE;

  stop.item = (guint) item;
  stop.site = (char *) site;

  member = yf_json_place_get_member (place, "phase");
  if (!yf_segment_kind_from_id (yf_json_place_get_string (&member), &stop.phase))
    return yf_json_place_refuse (&member, _("a phase such as “raise” or “hold”"), error);

  member = yf_json_place_get_member (place, "item");
  if (g_strcmp0 (yf_session_record_get_stop_exercise (session, &stop), exercise) != 0)
    return yf_json_place_refuse (&member, _("the place of its exercise in the session, from 0"), error);

  /* The stop ledger knows a stop by its moment. */
  member = yf_json_place_get_member (place, "at");
  for (guint i = 0; i < session->stops->len; i++)
    if (((const YfStop *) g_ptr_array_index (session->stops, i))->at == stop.at)
      return yf_json_place_refuse (&member, _("a moment that no other stop of the session has"), error);

  g_ptr_array_add (session->stops, yf_stop_copy (&stop));
  return TRUE;
}

static gboolean
read_break (const YfJsonPlace  *place,
            YfSessionRecord    *session,
            GError            **error)
{
  static const char * const members[] = { "from", "to", NULL };
  gint64 from;
  gint64 to;

  if (!yf_json_place_is_object (place, members, error) ||
      !yf_json_read_moment (place, "from", FALSE, &from, NULL, error) ||
      !yf_json_read_moment (place, "to", FALSE, &to, NULL, error))
    return FALSE;

  yf_session_record_add_break (session, from, to);
  return TRUE;
}

/* Reads a rest, which is left out where it is the catalogue's. */
static gboolean
read_rest (const YfJsonPlace  *place,
           const char         *key,
           gint64             *rest,
           GError            **error)
{
  const YfJsonPlace member = yf_json_place_get_member (place, key);

  return member.node == NULL || yf_json_read_seconds (place, key, rest, error);
}

static gboolean
read_adjustment (const YfJsonPlace  *place,
                 YfSessionRecord    *session,
                 GError            **error)
{
  static const char * const members[] = {
    "at", "item", "exercise", "sets", "reps", "hold_s", "tempo_percent", "rest_s", "set_rest_s", NULL
  };
  YfAdjustment adjustment = { 0, };
  YfJsonPlace member;
  const char *exercise;
  int item;

  if (!yf_json_place_is_object (place, members, error) ||
      !yf_json_read_moment (place, "at", FALSE, &adjustment.at, NULL, error) ||
      !yf_json_read_int (place, "item", 0, MAX_COUNT, &item, error) ||
      !yf_log_reader_read_exercise (place, &exercise, error) ||
      !yf_json_read_int (place, "sets", 1, MAX_COUNT, &adjustment.dose.sets, error) ||
      !yf_json_read_int (place, "reps", 1, MAX_COUNT, &adjustment.dose.reps, error) ||
      !yf_json_read_seconds (place, "hold_s", &adjustment.dose.hold, error))
    return FALSE;

  member = yf_json_place_get_member (place, "tempo_percent");
  if (member.node != NULL &&
      !yf_json_read_int (place, "tempo_percent", 1, MAX_TEMPO, &adjustment.pace.tempo, error))
    return FALSE;

  if (!read_rest (place, "rest_s", &adjustment.pace.rep_rest, error) ||
      !read_rest (place, "set_rest_s", &adjustment.pace.set_rest, error))
    return FALSE;

  adjustment.item = (guint) item;
  member = yf_json_place_get_member (place, "item");
  if (adjustment.item >= session->exercises->len ||
      g_strcmp0 (((YfExerciseRecord *) g_ptr_array_index (session->exercises, adjustment.item))->exercise,
                 exercise) != 0)
    return yf_json_place_refuse (&member, _("the place of its exercise in the session, from 0"), error);

  yf_session_record_add_adjustment (session, &adjustment);
  return TRUE;
}

static gboolean
read_list (const YfJsonPlace  *session_place,
           const char         *key,
           gboolean          (*read) (const YfJsonPlace *, YfSessionRecord *, GError **),
           YfSessionRecord    *session,
           GError            **error)
{
  const YfJsonPlace place = yf_json_place_get_member (session_place, key);
  guint length;

  if (!yf_json_place_is_array (&place, &length, error))
    return FALSE;

  for (guint i = 0; i < length; i++)
    {
      const YfJsonPlace element = yf_json_place_get_element (&place, i);

      if (!read (&element, session, error))
        return FALSE;
    }

  return TRUE;
}

/* The same for a list that is left out where it is empty. */
static gboolean
read_optional_list (const YfJsonPlace  *session_place,
                    const char         *key,
                    gboolean          (*read) (const YfJsonPlace *, YfSessionRecord *, GError **),
                    YfSessionRecord    *session,
                    GError            **error)
{
  const YfJsonPlace place = yf_json_place_get_member (session_place, key);

  return place.node == NULL || read_list (session_place, key, read, session, error);
}

/* Which programme it followed: left out where it followed none. */
static gboolean
read_programme (YfLogReader        *self,
                const YfJsonPlace  *session_place,
                const char         *session,
                GError            **error)
{
  const YfJsonPlace place = yf_json_place_get_member (session_place, "programme");
  GPtrArray *programmes = self->log->programmes;
  const char *programme;

  if (place.node == NULL)
    return TRUE;
  if (!yf_json_read_id (session_place, "programme", FALSE, &programme, error))
    return FALSE;

  for (guint i = 0; i < programmes->len; i++)
    if (g_str_equal (((const YfProgrammeRecord *) g_ptr_array_index (programmes, i))->id, programme))
      {
        g_ptr_array_add (self->log->followed, yf_programme_followed_new (session, programme));
        return TRUE;
      }

  return yf_json_place_refuse (&place, _("the id of one of “programmes”"), error);
}

/**
 * yf_log_reader_read_session:
 * @self: the reader
 * @place: where a session should be
 * @error: return location for a %YF_REPORT_ERROR_INVALID
 *
 * Returns: (transfer full) (nullable): the session
 */
YfSessionRecord *
yf_log_reader_read_session (YfLogReader        *self,
                            const YfJsonPlace  *place,
                            GError            **error)
{
  static const char * const members[] = {
    "id", "started", "ended", "state", "origin", "check_in", "exercises", "stops", "after", "next_morning",
    "breaks", "adjusted", "programme", NULL
  };
  g_autoptr (YfSessionRecord) session = NULL;
  g_autofree char *id = NULL;
  YfJsonPlace origin;
  gint64 started;
  gint32 utc_offset;

  if (!yf_json_place_is_object (place, members, error) ||
      !yf_log_reader_take_id (self, place, &id, error) ||
      !yf_json_read_moment (place, "started", FALSE, &started, &utc_offset, error))
    return NULL;

  session = yf_session_record_new (id, started, utc_offset);
  if (!yf_json_read_moment (place, "ended", FALSE, &session->ended, NULL, error) ||
      !yf_log_reader_read_state (place, &session->state, error))
    return NULL;

  origin = yf_json_place_get_member (place, "origin");
  if (!yf_origin_from_id (yf_json_place_get_string (&origin), &session->origin))
    {
      yf_json_place_refuse (&origin, _("“recorded” or “entered”"), error);
      return NULL;
    }

  if (!read_check_in (self, place, session, error) ||
      !read_list (place, "exercises", read_exercise, session, error) ||
      !read_list (place, "stops", read_stop, session, error) ||
      !read_after (place, session, error) ||
      !read_morning (place, session, error) ||
      !read_optional_list (place, "breaks", read_break, session, error) ||
      !read_optional_list (place, "adjusted", read_adjustment, session, error) ||
      !read_programme (self, place, session->id, error))
    return NULL;

  return g_steal_pointer (&session);
}
