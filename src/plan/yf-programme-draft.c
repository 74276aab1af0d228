/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-programme-draft.h"

#include <string.h>

#include "yf-programme-private.h"

/* What the parser is told that the file is called; taken off its messages again. */
#define FILE_NAME "programme"

static void
clear_dose (YfProgrammeDraftDose *self)
{
  g_free (self->sets);
  g_free (self->reps);
  g_free (self->hold);
}

static void
item_free (gpointer data)
{
  YfProgrammeDraftItem *self = data;

  g_free (self->exercise);
  clear_dose (&self->dose);
  clear_dose (&self->cap);
  g_free (self->tempo);
  g_free (self->rest);
  g_free (self->set_rest);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

static void
own_free (gpointer data)
{
  YfProgrammeDraftOwn *self = data;

  g_free (self->id);
  yf_draft_free (self->draft);
  g_free (self);
}

static void
clearance_free (gpointer data)
{
  YfProgrammeDraftClearance *self = data;

  g_strfreev (self->conditions);
  g_strfreev (self->exercises);
  g_free (self);
}

/**
 * yf_programme_draft_new:
 *
 * Returns: (transfer full): a draft that says nothing
 */
YfProgrammeDraft *
yf_programme_draft_new (void)
{
  YfProgrammeDraft *self = g_new0 (YfProgrammeDraft, 1);

  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->own = g_ptr_array_new_with_free_func (own_free);
  self->items = g_ptr_array_new_with_free_func (item_free);
  self->bans = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_programme_ban_free);
  self->clearances = g_ptr_array_new_with_free_func (clearance_free);

  return self;
}

void
yf_programme_draft_free (YfProgrammeDraft *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->name);
  g_free (self->clinician);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->own);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->bans);
  g_free (self->days_a_week);
  g_free (self->times_a_day);
  g_free (self->stop_at);
  g_free (self->rest_at);
  g_ptr_array_unref (self->clearances);
  g_free (self);
}

static char *
write_int (int number,
           int none)
{
  return number != none ? g_strdup_printf ("%d", number) : NULL;
}

/* To the millisecond, which is as exactly as a file can say it. */
static char *
write_seconds (gint64 length)
{
  gint64 rest = length % YF_SECOND / 1000;

  if (length == 0)
    return NULL;
  if (rest == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, length / YF_SECOND);

  return g_strdup_printf ("%" G_GINT64_FORMAT ".%03d", length / YF_SECOND, (int) rest);
}

static void
write_dose (YfProgrammeDraftDose *self,
            const YfDose         *dose,
            YfExercise           *exercise)
{
  clear_dose (self);
  self->sets = write_int (dose->sets, 0);
  self->reps = write_int (dose->reps, 0);
  self->hold = yf_exercise_has_hold (exercise) ? write_seconds (dose->hold) : NULL;
}

static void
copy_texts (GPtrArray *to,
            GPtrArray *from)
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, g_strdup (g_ptr_array_index (from, i)));
}

/* What the person has added for themselves is not known where the file goes: the
 * programme brings it along. */
static char *
adopt (YfProgrammeDraft *self,
       YfExercise       *exercise)
{
  const char *id = yf_exercise_get_id (exercise);
  YfProgrammeDraftOwn *own;
  g_autofree char *name = NULL;

  if (!yf_exercise_is_own (exercise))
    return g_strdup (id);

  name = g_str_has_prefix (id, YF_PROGRAMME_OWN_PREFIX) ? g_strdup (id)
                                                        : g_strconcat (YF_PROGRAMME_OWN_PREFIX, id, NULL);
  for (guint i = 0; i < self->own->len; i++)
    if (g_str_equal (((const YfProgrammeDraftOwn *) g_ptr_array_index (self->own, i))->id, name))
      return g_steal_pointer (&name);

  own = g_new0 (YfProgrammeDraftOwn, 1);
  own->id = g_strdup (name);
  own->draft = yf_draft_new_from_exercise (exercise);
  g_ptr_array_add (self->own, own);

  return g_steal_pointer (&name);
}

/**
 * yf_programme_draft_add_own:
 * @self: a draft
 * @exercise: an exercise of the person's own, or of another programme's
 *
 * Takes an exercise over into the draft, unless it is there already.
 */
void
yf_programme_draft_add_own (YfProgrammeDraft *self,
                            YfExercise       *exercise)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (yf_exercise_is_own (exercise));

  g_free (adopt (self, exercise));
}

/**
 * yf_programme_draft_add_item:
 * @self: a draft
 * @exercise: what is to be done; the person's own are taken over into the draft
 * @dose: how much of it
 * @pace: how fast
 *
 * Returns: (transfer none): what was added
 */
YfProgrammeDraftItem *
yf_programme_draft_add_item (YfProgrammeDraft *self,
                             YfExercise       *exercise,
                             const YfDose     *dose,
                             const YfPace     *pace)
{
  YfProgrammeDraftItem *item;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (exercise != NULL, NULL);

  item = g_new0 (YfProgrammeDraftItem, 1);
  item->exercise = adopt (self, exercise);
  write_dose (&item->dose, dose, exercise);
  item->tempo = write_int (pace->tempo, 0);
  item->rest = write_seconds (pace->rep_rest);
  item->set_rest = write_seconds (pace->set_rest);
  item->notes = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->items, item);

  return item;
}

/**
 * yf_programme_draft_find_item:
 * @self: a draft
 * @exercise: the id of an exercise
 *
 * Returns: (transfer none) (nullable): what it says is to be done of it
 */
YfProgrammeDraftItem *
yf_programme_draft_find_item (YfProgrammeDraft *self,
                              const char       *exercise)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->items->len; i++)
    {
      YfProgrammeDraftItem *item = g_ptr_array_index (self->items, i);

      if (g_str_equal (item->exercise, exercise))
        return item;
    }

  return NULL;
}

/**
 * yf_programme_draft_add_ban:
 * @self: a draft
 * @exercise: the id of what is not to be done
 * @note: (nullable): why
 */
void
yf_programme_draft_add_ban (YfProgrammeDraft *self,
                            const char       *exercise,
                            const char       *note)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (exercise != NULL);

  g_ptr_array_add (self->bans, yf_programme_ban_new (exercise, note));
}

/**
 * yf_programme_draft_add_clearance:
 * @self: a draft
 * @conditions: (array zero-terminated=1): ids of conditions and stages
 * @exercises: (array zero-terminated=1): ids of exercises, or "*"
 * @until: the last day, or %YF_DAY_NONE for as long as the programme
 * @above_ceiling: whether it allows them above their ceilings
 *
 * Returns: (transfer none): what was added
 */
YfProgrammeDraftClearance *
yf_programme_draft_add_clearance (YfProgrammeDraft   *self,
                                  const char * const *conditions,
                                  const char * const *exercises,
                                  YfDay               until,
                                  gboolean            above_ceiling)
{
  YfProgrammeDraftClearance *clearance;

  g_return_val_if_fail (self != NULL, NULL);

  clearance = g_new0 (YfProgrammeDraftClearance, 1);
  clearance->conditions = g_strdupv ((char **) conditions);
  clearance->exercises = g_strdupv ((char **) exercises);
  clearance->until = until;
  clearance->above_ceiling = above_ceiling;
  g_ptr_array_add (self->clearances, clearance);

  return clearance;
}

static void
copy_clearances (YfProgrammeDraft *self,
                 YfProgramme      *programme)
{
  GPtrArray *clearances = yf_programme_get_clearances (programme);

  for (guint i = 0; i < clearances->len; i++)
    {
      const YfProgrammeClearance *one = g_ptr_array_index (clearances, i);
      YfDay until = yf_clearance_get_until (one->clearance);

      /* The parser gives one without an end that of the programme. */
      if (until == yf_programme_get_until (programme))
        until = YF_DAY_NONE;
      yf_programme_draft_add_clearance (self, yf_clearance_get_conditions (one->clearance),
                                        yf_clearance_get_exercises (one->clearance), until, one->above_ceiling);
    }
}

/**
 * yf_programme_draft_new_from:
 * @programme: a programme
 *
 * Returns: (transfer full): a draft that says the same
 */
YfProgrammeDraft *
yf_programme_draft_new_from (YfProgramme *programme)
{
  YfProgrammeDraft *self;
  const YfProgrammeSchedule *schedule;

  g_return_val_if_fail (programme != NULL, NULL);

  self = yf_programme_draft_new ();
  schedule = yf_programme_get_schedule (programme);
  self->name = g_strdup (yf_programme_get_name (programme));
  self->clinician = g_strdup (yf_programme_get_clinician (programme));
  self->date = yf_programme_get_date (programme);
  if (yf_programme_get_from (programme) != self->date)
    self->from = yf_programme_get_from (programme);
  self->until = yf_programme_get_until (programme);
  copy_texts (self->notes, yf_programme_get_notes (programme));

  /* All of them, also those that are only known and not asked for. */
  for (guint i = 0; i < yf_programme_get_own (programme)->len; i++)
    yf_programme_draft_add_own (self, g_ptr_array_index (yf_programme_get_own (programme), i));

  for (guint i = 0; i < yf_programme_get_items (programme)->len; i++)
    {
      const YfProgrammeItem *from = g_ptr_array_index (yf_programme_get_items (programme), i);
      YfProgrammeDraftItem *item = yf_programme_draft_add_item (self, from->exercise, &from->dose, &from->pace);

      write_dose (&item->cap, &from->cap, from->exercise);
      copy_texts (item->notes, from->notes);
    }

  for (guint i = 0; i < yf_programme_get_bans (programme)->len; i++)
    {
      const YfProgrammeBan *ban = g_ptr_array_index (yf_programme_get_bans (programme), i);

      yf_programme_draft_add_ban (self, ban->exercise, ban->note);
    }

  self->weekdays = schedule->weekdays;
  if (schedule->weekdays == 0)
    self->days_a_week = write_int (schedule->days_a_week, 0);
  self->times_a_day = write_int (schedule->times_a_day, 0);
  self->stop_at = write_int (yf_programme_get_pain_stop (programme), YF_PROGRAMME_NO_PAIN);
  self->rest_at = write_int (yf_programme_get_pain_rest (programme), YF_PROGRAMME_NO_PAIN);
  copy_clearances (self, programme);

  return self;
}

/* The attributes of each part that the person fills in, as the file calls them. */
static const struct
{
  YfProgrammePart  part;
  const char      *attribute;
} attributes[] = {
  { YF_PROGRAMME_PART_WHOLE, "name" },
  { YF_PROGRAMME_PART_WHOLE, "clinician" },
  { YF_PROGRAMME_PART_WHOLE, "date" },
  { YF_PROGRAMME_PART_WHOLE, "from" },
  { YF_PROGRAMME_PART_WHOLE, "until" },
  { YF_PROGRAMME_PART_DOSE, "sets" },
  { YF_PROGRAMME_PART_DOSE, "reps" },
  { YF_PROGRAMME_PART_DOSE, "hold" },
  { YF_PROGRAMME_PART_CAP, "sets" },
  { YF_PROGRAMME_PART_CAP, "reps" },
  { YF_PROGRAMME_PART_CAP, "hold" },
  { YF_PROGRAMME_PART_PACE, "tempo" },
  { YF_PROGRAMME_PART_PACE, "set-rest" },
  { YF_PROGRAMME_PART_PACE, "rest" },
  { YF_PROGRAMME_PART_SCHEDULE, "days-a-week" },
  { YF_PROGRAMME_PART_SCHEDULE, "weekdays" },
  { YF_PROGRAMME_PART_SCHEDULE, "times-a-day" },
  { YF_PROGRAMME_PART_PAIN, "stop-at" },
  { YF_PROGRAMME_PART_PAIN, "rest-at" },
  { YF_PROGRAMME_PART_CLEARANCE, "conditions" },
  { YF_PROGRAMME_PART_CLEARANCE, "exercises" },
  { YF_PROGRAMME_PART_CLEARANCE, "until" },
};

/* A message names an attribute in quotation marks, in every language. */
static const char *
find_attribute (YfProgrammePart  part,
                const char      *message)
{
  for (gsize i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      g_autofree char *quoted = g_strconcat ("“", attributes[i].attribute, "”", NULL);

      if (attributes[i].part == part && strstr (message, quoted) != NULL)
        return attributes[i].attribute;
    }

  return NULL;
}

/* Where something is wrong, and what, without the line, which nobody sees. */
static GError *
locate (const GError     *error,
        GArray           *places,
        YfProgrammePlace *place)
{
  const char *message = error->message;
  guint64 line = 0;

  *place = (YfProgrammePlace) { .part = YF_PROGRAMME_PART_WHOLE };
  if (g_str_has_prefix (message, FILE_NAME ":"))
    {
      char *end;

      line = g_ascii_strtoull (message + strlen (FILE_NAME ":"), &end, 10);
      if (line > 0 && g_str_has_prefix (end, ": "))
        message = end + strlen (": ");
    }
  if (line > 0 && line <= places->len)
    *place = g_array_index (places, YfProgrammePlace, line - 1);
  place->attribute = find_attribute (place->part, message);

  return g_error_new_literal (error->domain, error->code, message);
}

/**
 * yf_programme_draft_check:
 * @self: a draft
 * @catalogue: what exists without it
 * @place: (out): where something is wrong, if there is
 * @error: return location for a %YF_PROGRAMME_ERROR_INVALID; its message has no
 *   file and no line
 *
 * Writes a draft down and reads it back: what this takes is what a file may say.
 *
 * Returns: (transfer full) (nullable): the programme; its XML is the file to keep
 */
YfProgramme *
yf_programme_draft_check (YfProgrammeDraft  *self,
                          YfCatalogue       *catalogue,
                          YfProgrammePlace  *place,
                          GError           **error)
{
  g_autoptr (GArray) places = NULL;
  g_autofree char *xml = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) local_error = NULL;
  YfProgramme *programme;
  gsize length;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (catalogue != NULL, NULL);
  g_return_val_if_fail (place != NULL, NULL);

  xml = yf_programme_draft_to_xml (self, &places);
  length = strlen (xml);
  bytes = g_bytes_new_take (g_steal_pointer (&xml), length);
  programme = yf_programme_new_from_bytes (catalogue, FILE_NAME, bytes, &local_error);
  if (programme == NULL)
    g_propagate_error (error, locate (local_error, places, place));

  return programme;
}
