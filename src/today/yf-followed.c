/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-followed.h"

#include <glib/gi18n-lib.h>

/* Which programme was followed when. The choices of a person are moments, and a
 * plan is made of days: the last choice of a day holds on all of it. */

static void
followed_free (gpointer data)
{
  YfFollowed *self = data;

  g_free (self->id);
  yf_programme_unref (self->programme);
  g_clear_error (&self->trouble);
  g_free (self);
}

static const YfProgrammeRecord *
find_record (YfLog      *log,
             const char *id)
{
  for (guint i = 0; i < log->programmes->len; i++)
    {
      const YfProgrammeRecord *record = g_ptr_array_index (log->programmes, i);

      if (g_str_equal (record->id, id))
        return record;
    }

  return NULL;
}

static void
append_attribute (GString    *xml,
                  const char *name,
                  const char *value)
{
  g_autofree char *text = g_markup_printf_escaped (" %s=\"%s\"", name, value);

  g_string_append (xml, text);
}

static void
append_bans (GString   *xml,
             GPtrArray *exercises)
{
  for (guint i = 0; i < exercises->len; i++)
    {
      g_autofree char *note = NULL;

      note = g_markup_escape_text (_("This Yanfei cannot read the programme that you follow. Until it can, or until you "
                                     "follow another, nothing is open that it may have forbidden."), -1);
      g_string_append (xml, "<forbidden");
      append_attribute (xml, "id", yf_exercise_get_id (g_ptr_array_index (exercises, i)));
      g_string_append_printf (xml, "><note>%s</note></forbidden>", note);
    }
}

/* Nobody knows what a programme forbids that cannot be read, so this one forbids
 * everything, relief too. It is the cautious reading: an exercise the less for
 * somebody who could have done it is mended by asking, the other way round not. */
static YfProgramme *
make_stand_in (const YfProgrammeRecord *record,
               YfCatalogue             *catalogue)
{
  g_autoptr (GString) xml = g_string_new ("<programme version=\"1\"");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *from = yf_day_to_string (record->from);
  YfProgramme *programme;

  append_attribute (xml, "name", _("A programme that cannot be read"));
  append_attribute (xml, "clinician", _("Yanfei"));
  append_attribute (xml, "date", from);
  if (yf_day_is_known (record->until))
    {
      g_autofree char *until = yf_day_to_string (record->until);

      append_attribute (xml, "until", until);
    }
  g_string_append_c (xml, '>');
  append_bans (xml, yf_catalogue_get_exercises (catalogue));
  append_bans (xml, yf_catalogue_get_reliefs (catalogue));
  g_string_append (xml, "</programme>");

  bytes = g_string_free_to_bytes (g_steal_pointer (&xml));
  programme = yf_programme_new_from_bytes (catalogue, record->id, bytes, &error);
  g_assert_no_error (error);

  return programme;
}

static YfDay
get_end (YfDay one,
         YfDay other)
{
  return yf_day_is_known (one) && yf_day_is_known (other) ? MIN (one, other) : MAX (one, other);
}

static void
follow (GPtrArray               *followed,
        const YfProgrammeRecord *record,
        YfCatalogue             *builtin,
        YfCatalogue             *catalogue,
        YfDay                    from,
        YfDay                    until)
{
  YfFollowed *self;
  YfDay end = get_end (until, record->until);

  from = MAX (from, record->from);
  if (yf_day_is_known (end) && end < from)
    return;

  self = g_new0 (YfFollowed, 1);
  self->id = g_strdup (record->id);
  self->from = from;
  self->until = end;
  self->chosen = !yf_day_is_known (until);
  self->programme = yf_programme_record_read (record, builtin, &self->trouble);
  if (self->programme == NULL)
    self->programme = make_stand_in (record, catalogue);
  g_ptr_array_add (followed, self);
}

/*
 * yf_followed_list:
 * @log: the whole log
 * @catalogue: what can be done
 * @now: choices of after this moment, in microseconds since the Unix epoch, are
 *   not made yet
 *
 * Returns: (transfer full) (element-type YfFollowed): the programmes that were
 *   followed, and are, oldest first; no two on one day
 */
GPtrArray *
yf_followed_list (YfLog       *log,
                  YfCatalogue *catalogue,
                  gint64       now)
{
  GPtrArray *followed = g_ptr_array_new_with_free_func (followed_free);
  g_autoptr (YfCatalogue) builtin = NULL;
  GPtrArray *choices = log->programme_choices;

  /* @catalogue may have the exercises of these very programmes already, and the
   * file that brings one cannot be read where it is known. */
  if (log->programmes->len > 0)
    builtin = yf_catalogue_new_builtin (NULL);
  if (builtin == NULL)
    builtin = yf_catalogue_ref (catalogue);

  for (guint i = 0; i < choices->len; i++)
    {
      const YfProgrammeChoice *choice = g_ptr_array_index (choices, i);
      const YfProgrammeRecord *record;
      YfDay from = yf_day_from_moment (choice->at, choice->utc_offset);
      YfDay until = YF_DAY_NONE;

      /* Who agrees once more to what they follow begins nothing anew. */
      while (i + 1 < choices->len)
        {
          const YfProgrammeChoice *next = g_ptr_array_index (choices, i + 1);

          if (next->at > now)
            break;
          if (g_strcmp0 (next->programme, choice->programme) != 0)
            {
              until = yf_day_from_moment (next->at, next->utc_offset) - 1;
              break;
            }
          i++;
        }

      record = choice->programme != NULL && choice->at <= now ? find_record (log, choice->programme) : NULL;
      if (record != NULL)
        follow (followed, record, builtin, catalogue, from, until);
    }

  return followed;
}

/*
 * yf_followed_find:
 * @followed: (element-type YfFollowed): the programmes that were followed
 * @day: a known day
 *
 * Returns: (transfer none) (nullable): the one that holds on @day
 */
const YfFollowed *
yf_followed_find (GPtrArray *followed,
                  YfDay      day)
{
  for (guint i = followed->len; i > 0; i--)
    {
      const YfFollowed *self = g_ptr_array_index (followed, i - 1);

      if (self->from <= day && (!yf_day_is_known (self->until) || self->until >= day))
        return self;
    }

  return NULL;
}
