/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-programme-draft.h"

#include "yf-programme-private.h"

/* A draft as a file. Every element begins on a line of its own, so that what the
 * parser says of a line can be told of the part of the draft that stands there. */

typedef struct
{
  GString *text;
  GArray  *places; /* YfProgrammePlace, one a line */
} Writer;

static void
begin_line (Writer          *self,
            YfProgrammePart  part,
            guint            index)
{
  const YfProgrammePlace place = { .part = part, .index = index };

  g_array_append_val (self->places, place);
}

static void
end_line (Writer     *self,
          const char *end)
{
  g_string_append (self->text, end);
  g_string_append_c (self->text, '\n');
}

/* A new line would move all that come after it. */
static void
write_text (Writer     *self,
            const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  for (const char *c = escaped; *c != '\0'; c++)
    if (*c == '\n' || *c == '\r' || *c == '\t')
      g_string_append_printf (self->text, "&#%d;", *c);
    else
      g_string_append_c (self->text, *c);
}

static void
write_attr (Writer     *self,
            const char *name,
            const char *value)
{
  if (value == NULL || *value == '\0')
    return;

  g_string_append_printf (self->text, " %s=\"", name);
  write_text (self, value);
  g_string_append_c (self->text, '"');
}

static void
write_day (Writer     *self,
           const char *name,
           YfDay       day)
{
  g_autofree char *text = yf_day_is_known (day) ? yf_day_to_string (day) : NULL;

  write_attr (self, name, text);
}

static void
write_number (Writer     *self,
              const char *name,
              int         number)
{
  g_autofree char *text = g_strdup_printf ("%d", number);

  write_attr (self, name, text);
}

static void
write_words (Writer             *self,
             const char         *name,
             const char * const *words)
{
  g_autofree char *text = g_strjoinv (" ", (char **) words);

  write_attr (self, name, text);
}

static void
write_note (Writer          *self,
            YfProgrammePart  part,
            guint            index,
            const char      *indent,
            const char      *note)
{
  begin_line (self, part, index);
  g_string_append_printf (self->text, "%s<note>", indent);
  write_text (self, note);
  end_line (self, "</note>");
}

static void
write_own (Writer                    *self,
           guint                      index,
           const YfProgrammeDraftOwn *own)
{
  const YfDraft *draft = own->draft;

  begin_line (self, YF_PROGRAMME_PART_OWN, index);
  g_string_append (self->text, "  <own-exercise");
  write_attr (self, "id", own->id);
  write_attr (self, "name", draft->name);
  write_attr (self, "posture", yf_posture_get_id (draft->posture));
  if (draft->two_sided)
    write_attr (self, "both-sides", "yes");
  write_number (self, "raise", draft->raise);
  write_number (self, "hold", draft->hold);
  write_number (self, "lower", draft->lower);
  write_number (self, "rest", draft->rest);
  write_number (self, "sets", draft->sets);
  write_number (self, "reps", draft->reps);
  end_line (self, "/>");
}

static gboolean
is_said (const char *text)
{
  return text != NULL && *text != '\0';
}

static void
write_dose (Writer                     *self,
            YfProgrammePart             part,
            guint                       index,
            const char                 *element,
            const YfProgrammeDraftDose *dose)
{
  begin_line (self, part, index);
  g_string_append_printf (self->text, "    <%s", element);
  write_attr (self, "sets", dose->sets);
  write_attr (self, "reps", dose->reps);
  write_attr (self, "hold", dose->hold);
  end_line (self, "/>");
}

static void
write_item (Writer                     *self,
            guint                       index,
            const YfProgrammeDraftItem *item)
{
  begin_line (self, YF_PROGRAMME_PART_ITEM, index);
  g_string_append (self->text, "  <exercise");
  write_attr (self, "id", item->exercise);
  end_line (self, ">");

  write_dose (self, YF_PROGRAMME_PART_DOSE, index, "dose", &item->dose);
  if (is_said (item->cap.sets) || is_said (item->cap.reps) || is_said (item->cap.hold))
    write_dose (self, YF_PROGRAMME_PART_CAP, index, "cap", &item->cap);
  if (is_said (item->tempo) || is_said (item->rest) || is_said (item->set_rest))
    {
      begin_line (self, YF_PROGRAMME_PART_PACE, index);
      g_string_append (self->text, "    <pace");
      write_attr (self, "tempo", item->tempo);
      write_attr (self, "rest", item->rest);
      write_attr (self, "set-rest", item->set_rest);
      end_line (self, "/>");
    }
  for (guint i = 0; i < item->notes->len; i++)
    write_note (self, YF_PROGRAMME_PART_ITEM_NOTE, index, "    ", g_ptr_array_index (item->notes, i));

  begin_line (self, YF_PROGRAMME_PART_ITEM, index);
  end_line (self, "  </exercise>");
}

static void
write_ban (Writer               *self,
           guint                 index,
           const YfProgrammeBan *ban)
{
  begin_line (self, YF_PROGRAMME_PART_BAN, index);
  g_string_append (self->text, "  <forbidden");
  write_attr (self, "id", ban->exercise);
  if (!is_said (ban->note))
    {
      end_line (self, "/>");
      return;
    }

  g_string_append (self->text, "><note>");
  write_text (self, ban->note);
  end_line (self, "</note></forbidden>");
}

static void
write_schedule (Writer                 *self,
                const YfProgrammeDraft *draft)
{
  g_autoptr (GString) weekdays = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (yf_programme_weekday_ids); i++)
    if ((draft->weekdays & (1u << i)) != 0)
      g_string_append_printf (weekdays, "%s%s", weekdays->len > 0 ? " " : "", yf_programme_weekday_ids[i]);

  if (weekdays->len == 0 && !is_said (draft->days_a_week) && !is_said (draft->times_a_day))
    return;

  begin_line (self, YF_PROGRAMME_PART_SCHEDULE, 0);
  g_string_append (self->text, "  <schedule");
  write_attr (self, "days-a-week", weekdays->len > 0 ? NULL : draft->days_a_week);
  write_attr (self, "weekdays", weekdays->str);
  write_attr (self, "times-a-day", draft->times_a_day);
  end_line (self, "/>");
}

static void
write_pain (Writer                 *self,
            const YfProgrammeDraft *draft)
{
  if (!is_said (draft->stop_at) && !is_said (draft->rest_at))
    return;

  begin_line (self, YF_PROGRAMME_PART_PAIN, 0);
  g_string_append (self->text, "  <pain");
  write_attr (self, "stop-at", draft->stop_at);
  write_attr (self, "rest-at", draft->rest_at);
  end_line (self, "/>");
}

static void
write_clearance (Writer                          *self,
                 guint                            index,
                 const YfProgrammeDraftClearance *clearance)
{
  begin_line (self, YF_PROGRAMME_PART_CLEARANCE, index);
  g_string_append (self->text, "  <clearance");
  write_words (self, "conditions", (const char * const *) clearance->conditions);
  write_words (self, "exercises", (const char * const *) clearance->exercises);
  write_day (self, "until", clearance->until);
  if (clearance->above_ceiling)
    write_attr (self, "above-ceiling", "yes");
  end_line (self, "/>");
}

static void
write_root (Writer                 *self,
            const YfProgrammeDraft *draft)
{
  begin_line (self, YF_PROGRAMME_PART_WHOLE, 0);
  g_string_append (self->text, "<programme");
  write_attr (self, "xmlns", YF_PROGRAMME_NAMESPACE);
  write_attr (self, "version", "1");
  write_attr (self, "name", draft->name);
  write_attr (self, "clinician", draft->clinician);
  write_day (self, "date", draft->date);
  write_day (self, "from", draft->from);
  write_day (self, "until", draft->until);
  end_line (self, ">");
}

/**
 * yf_programme_draft_to_xml:
 * @self: a draft
 * @places: (out) (optional) (element-type YfProgrammePlace) (transfer full): what part
 *   of @self stands on each line, the first line first
 *
 * Writes a draft down, whether it will do or not; yf_programme_draft_check() says
 * that.
 *
 * Returns: (transfer full): the file
 */
char *
yf_programme_draft_to_xml (YfProgrammeDraft  *self,
                           GArray           **places)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (YfProgrammePlace));
  Writer writer = { g_string_new (NULL), lines };

  g_return_val_if_fail (self != NULL, NULL);

  begin_line (&writer, YF_PROGRAMME_PART_WHOLE, 0);
  end_line (&writer, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
  write_root (&writer, self);
  for (guint i = 0; i < self->notes->len; i++)
    write_note (&writer, YF_PROGRAMME_PART_NOTE, i, "  ", g_ptr_array_index (self->notes, i));
  for (guint i = 0; i < self->own->len; i++)
    write_own (&writer, i, g_ptr_array_index (self->own, i));
  for (guint i = 0; i < self->items->len; i++)
    write_item (&writer, i, g_ptr_array_index (self->items, i));
  for (guint i = 0; i < self->bans->len; i++)
    write_ban (&writer, i, g_ptr_array_index (self->bans, i));
  write_schedule (&writer, self);
  write_pain (&writer, self);
  for (guint i = 0; i < self->clearances->len; i++)
    write_clearance (&writer, i, g_ptr_array_index (self->clearances, i));
  begin_line (&writer, YF_PROGRAMME_PART_WHOLE, 0);
  end_line (&writer, "</programme>");

  if (places != NULL)
    *places = g_steal_pointer (&lines);

  return g_string_free (writer.text, FALSE);
}

/**
 * yf_programme_to_xml:
 * @programme: a programme
 *
 * Returns: (transfer full): a file that says the same, and is read as the same
 *   programme
 */
char *
yf_programme_to_xml (YfProgramme *programme)
{
  g_autoptr (YfProgrammeDraft) draft = NULL;

  g_return_val_if_fail (programme != NULL, NULL);

  draft = yf_programme_draft_new_from (programme);

  return yf_programme_draft_to_xml (draft, NULL);
}
