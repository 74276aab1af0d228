/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-programme-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yf-draft.h"
#include "yf-plan.h"
#include "yf-programme-xml.h"

/* Ids of a programme's own exercises begin so, that none is ever taken for one of
 * the catalogue's or of the person's own. */
#define OWN_PREFIX "pt-"

#define MAX_ID        40
#define MAX_EXERCISES 30
#define MAX_TIMES     6     /* a day */
#define MAX_PAIN      10

typedef struct
{
  YfProgramme *programme;
  YfCatalogue *builtin;
  YfCatalogue *catalogue;  /* with the programme's own */
  GHashTable  *lifted;     /* ids of exercises that may go above their ceilings */
  gboolean     all_lifted;
} Parser;

/* -- Exercises of the programme's own ------------------------------------- */

static gboolean
read_own_id (Parser      *self,
             YfXml       *xml,
             const char **id,
             GError     **error)
{
  *id = yf_xml_get_attr (xml, "id", error);
  if (*id == NULL)
    return FALSE;

  if (!g_str_has_prefix (*id, OWN_PREFIX) || strlen (*id) == strlen (OWN_PREFIX) || strlen (*id) > MAX_ID ||
      strspn (*id, "abcdefghijklmnopqrstuvwxyz0123456789-") != strlen (*id))
    {
      /* Translators: what the id begins with; what the file says */
      yf_xml_set_error (xml, error, _("The id of an exercise of a programme’s own begins with “%s” and has small "
                                      "letters, digits and hyphens, not “%s”"), OWN_PREFIX, *id);
      return FALSE;
    }

  for (guint i = 0; i < self->programme->own->len; i++)
    if (g_str_equal (yf_exercise_get_id (g_ptr_array_index (self->programme->own, i)), *id))
      {
        yf_xml_set_error (xml, error, _("“%s” is there twice"), *id);
        return FALSE;
      }

  return TRUE;
}

static gboolean
read_posture (YfXml      *xml,
              YfPosture  *posture,
              GError    **error)
{
  static const YfPosture postures[] = { YF_POSTURE_SUPINE, YF_POSTURE_SIDE, YF_POSTURE_PRONE, YF_POSTURE_STANDING };
  const char *text = yf_xml_get_attr (xml, "posture", error);

  if (text == NULL)
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (postures); i++)
    if (g_str_equal (text, yf_posture_get_id (postures[i])))
      {
        *posture = postures[i];
        return TRUE;
      }

  yf_xml_set_error (xml, error, _("There is no posture “%s”: it is supine, side, prone or standing"), text);
  return FALSE;
}

static gboolean
read_own (Parser  *self,
          YfXml   *xml,
          GError **error)
{
  static const char * const known[] = {
    "id", "name", "posture", "both-sides", "raise", "hold", "lower", "rest", "sets", "reps", NULL
  };
  g_autoptr (YfDraft) draft = yf_draft_new ();
  g_autoptr (YfExercise) exercise = NULL;
  g_autoptr (GError) local_error = NULL;
  const char *id;

  draft->raise = draft->hold = draft->lower = draft->rest = 0;
  g_clear_pointer (&draft->name, g_free);
  if (!yf_xml_check_attrs (xml, known, error) ||
      !yf_programme_check_bare (xml, error) ||
      !read_own_id (self, xml, &id, error) ||
      !yf_programme_read_name (xml, "name", &draft->name, error) ||
      !read_posture (xml, &draft->posture, error) ||
      !yf_programme_read_yes_or_no (xml, "both-sides", &draft->two_sided, error) ||
      !yf_programme_read_int (xml, "raise", 0, YF_DRAFT_MAX_PHASE, &draft->raise, error) ||
      !yf_programme_read_int (xml, "hold", 0, YF_DRAFT_MAX_HOLD, &draft->hold, error) ||
      !yf_programme_read_int (xml, "lower", 0, YF_DRAFT_MAX_PHASE, &draft->lower, error) ||
      !yf_programme_read_int (xml, "rest", 0, YF_DRAFT_MAX_PHASE, &draft->rest, error) ||
      !yf_xml_get_int (xml, "sets", 1, YF_DRAFT_MAX_SETS, &draft->sets, error) ||
      !yf_xml_get_int (xml, "reps", 1, YF_DRAFT_MAX_REPS, &draft->reps, error))
    return FALSE;

  exercise = yf_draft_to_exercise (draft, id, &local_error);
  if (exercise == NULL)
    {
      yf_xml_set_error (xml, error, "%s", local_error->message);
      return FALSE;
    }

  g_ptr_array_add (self->programme->own, g_steal_pointer (&exercise));
  return TRUE;
}

/* -- What is to be done ---------------------------------------------------- */

static gboolean
find_exercise (Parser       *self,
               YfXml        *xml,
               const char   *attribute,
               YfExercise  **exercise,
               GError      **error)
{
  const char *id = yf_xml_get_attr (xml, attribute, error);

  if (id == NULL)
    return FALSE;

  *exercise = yf_catalogue_find_exercise (self->catalogue, id);
  if (*exercise != NULL)
    return TRUE;

  yf_xml_set_error (xml, error, _("There is no exercise “%s”."), id);
  return FALSE;
}

/* Reads sets, reps and hold. @dose has what stands for those left out. */
static gboolean
read_dose (YfXml       *xml,
           YfExercise  *exercise,
           gboolean     all,
           YfDose      *dose,
           GError     **error)
{
  static const char * const known[] = { "sets", "reps", "hold", NULL };
  /* To stand at a wall or to warm up takes minutes anyway. */
  gint64 longest = MAX (YF_PROGRAMME_MAX_HOLD, yf_exercise_get_ceiling (exercise)->hold);

  if (!yf_xml_check_attrs (xml, known, error) || !yf_programme_check_bare (xml, error))
    return FALSE;

  if (all && (yf_xml_get_attr (xml, "sets", error) == NULL || yf_xml_get_attr (xml, "reps", error) == NULL))
    return FALSE;

  if (!yf_programme_read_int (xml, "sets", 1, YF_PROGRAMME_MAX_SETS, &dose->sets, error) ||
      !yf_programme_read_int (xml, "reps", 1, YF_PROGRAMME_MAX_REPS, &dose->reps, error))
    return FALSE;

  if (yf_exercise_has_hold (exercise))
    return (!all && yf_xml_find_attr (xml, "hold") == NULL) ||
           yf_xml_get_seconds (xml, "hold", YF_PLAN_MIN_HOLD, longest, &dose->hold, error);

  if (yf_xml_find_attr (xml, "hold") == NULL)
    return TRUE;

  /* Translators: the name of an exercise */
  yf_xml_set_error (xml, error, _("%s has no hold"), yf_exercise_get_name (exercise));
  return FALSE;
}

static gboolean
read_pace (YfXml       *xml,
           YfExercise  *exercise,
           YfPace      *pace,
           GError     **error)
{
  static const char * const known[] = { "tempo", "rest", "set-rest", NULL };
  g_autoptr (GError) local_error = NULL;
  gint64 rest = YF_PLAN_DEFAULT;
  gint64 set_rest = YF_PLAN_DEFAULT;
  int tempo = YF_PLAN_DEFAULT;

  if (!yf_xml_check_attrs (xml, known, error) ||
      !yf_programme_check_bare (xml, error) ||
      !yf_programme_read_int (xml, "tempo", 1, 1000, &tempo, error) ||
      (yf_xml_find_attr (xml, "rest") != NULL &&
       !yf_xml_get_seconds (xml, "rest", 0, 3600 * YF_SECOND, &rest, error)) ||
      (yf_xml_find_attr (xml, "set-rest") != NULL &&
       !yf_xml_get_seconds (xml, "set-rest", 0, 3600 * YF_SECOND, &set_rest, error)))
    return FALSE;

  if (yf_plan_pace (exercise, tempo, rest, set_rest, pace, &local_error))
    return TRUE;

  yf_xml_set_error (xml, error, "%s", local_error->message);
  return FALSE;
}

static gboolean
is_lifted (Parser     *self,
           YfExercise *exercise)
{
  return self->all_lifted || g_hash_table_contains (self->lifted, yf_exercise_get_id (exercise));
}

static gboolean
refuse_above (YfXml         *xml,
              YfExercise    *exercise,
              const YfDose  *ceiling,
              GError       **error)
{
  g_autofree char *most = yf_dose_to_string (ceiling);

  /* Translators: an exercise; a dose such as “3 sets × 15, hold 5 s” */
  yf_xml_set_error (xml, error, _("The most for %s is %s. More needs a <clearance> for it in this file that says "
                                  "above-ceiling=\"yes\""), yf_exercise_get_name (exercise), most);
  return FALSE;
}

/* The dose and the cap of an item against each other and against the ceiling. */
static gboolean
settle_dose (Parser           *self,
             YfXml            *xml,
             YfXml            *dose,
             YfXml            *cap,
             YfProgrammeItem  *item,
             GError          **error)
{
  const YfDose *ceiling = yf_exercise_get_ceiling (item->exercise);
  gboolean lifted = is_lifted (self, item->exercise);

  if (dose == NULL)
    {
      /* Translators: the name of an XML element, twice */
      yf_xml_set_error (xml, error, _("<%s> needs a <%s> in it"), yf_xml_get_name (xml), "dose");
      return FALSE;
    }

  if (!read_dose (dose, item->exercise, TRUE, &item->dose, error))
    return FALSE;

  /* What a cap leaves out is as the ceiling has it, or as the dose where that is
   * above it already. */
  item->cap = *ceiling;
  if (lifted)
    {
      item->cap.sets = MAX (item->cap.sets, item->dose.sets);
      item->cap.reps = MAX (item->cap.reps, item->dose.reps);
      item->cap.hold = MAX (item->cap.hold, item->dose.hold);
    }
  if (cap != NULL && !read_dose (cap, item->exercise, FALSE, &item->cap, error))
    return FALSE;

  if (!lifted && !yf_dose_within (&item->cap, ceiling))
    return refuse_above (cap, item->exercise, ceiling, error);
  if (!lifted && !yf_dose_within (&item->dose, ceiling))
    return refuse_above (dose, item->exercise, ceiling, error);

  if (!yf_dose_within (&item->dose, &item->cap))
    {
      yf_xml_set_error (dose, error, _("The dose is more than the <cap> allows"));
      return FALSE;
    }

  item->above_ceiling = !yf_dose_within (&item->cap, ceiling);
  return TRUE;
}

/* Takes note of an element that may be there once. */
static gboolean
take_once (YfXml   *xml,
           YfXml  **place,
           GError **error)
{
  if (*place == NULL)
    {
      *place = xml;
      return TRUE;
    }

  yf_xml_set_error (xml, error, _("There is more than one <%s>"), yf_xml_get_name (xml));
  return FALSE;
}

static gboolean
read_item (Parser  *self,
           YfXml   *xml,
           GError **error)
{
  static const char * const known[] = { "id", NULL };
  g_autoptr (YfProgrammeItem) item = NULL;
  YfExercise *exercise;
  YfXml *dose = NULL;
  YfXml *cap = NULL;
  YfXml *pace = NULL;

  if (!yf_xml_check_attrs (xml, known, error) || !yf_programme_check_no_text (xml, error) ||
      !find_exercise (self, xml, "id", &exercise, error))
    return FALSE;

  if (yf_programme_find_item (self->programme, yf_exercise_get_id (exercise)) != NULL)
    {
      yf_xml_set_error (xml, error, _("“%s” is there twice"), yf_exercise_get_id (exercise));
      return FALSE;
    }

  if (self->programme->items->len >= MAX_EXERCISES)
    {
      yf_xml_set_error (xml, error, _("A programme has %d exercises at most"), MAX_EXERCISES);
      return FALSE;
    }

  item = yf_programme_item_new (exercise);
  for (guint i = 0; i < yf_xml_get_n_children (xml); i++)
    {
      YfXml *child = yf_xml_get_child (xml, i);
      const char *note;
      gboolean read;

      if (yf_xml_is (child, "dose"))
        read = take_once (child, &dose, error);
      else if (yf_xml_is (child, "cap"))
        read = take_once (child, &cap, error);
      else if (yf_xml_is (child, "pace"))
        read = take_once (child, &pace, error) && read_pace (child, exercise, &item->pace, error);
      else if (yf_xml_is (child, "note"))
        {
          read = yf_programme_read_note (child, &note, error);
          if (read)
            g_ptr_array_add (item->notes, g_strdup (note));
        }
      else
        read = yf_xml_refuse (child, error);

      if (!read)
        return FALSE;
    }

  if (!settle_dose (self, xml, dose, cap, item, error))
    return FALSE;

  g_ptr_array_add (self->programme->items, g_steal_pointer (&item));
  return TRUE;
}

/* -- What is not to be done, how often, pain ------------------------------- */

static gboolean
read_ban (Parser  *self,
          YfXml   *xml,
          GError **error)
{
  static const char * const known[] = { "id", NULL };
  const char *id = yf_xml_get_attr (xml, "id", error);
  const char *note = NULL;

  if (id == NULL || !yf_xml_check_attrs (xml, known, error) || !yf_programme_check_no_text (xml, error))
    return FALSE;

  if (yf_catalogue_find_relief (self->catalogue, id) == NULL)
    {
      YfExercise *exercise;

      if (!find_exercise (self, xml, "id", &exercise, error))
        return FALSE;
    }

  if (yf_programme_find_ban (self->programme, id) != NULL)
    {
      yf_xml_set_error (xml, error, _("“%s” is there twice"), id);
      return FALSE;
    }

  if (yf_programme_find_item (self->programme, id) != NULL)
    {
      yf_xml_set_error (xml, error, _("“%s” cannot be both prescribed and forbidden"), id);
      return FALSE;
    }

  for (guint i = 0; i < yf_xml_get_n_children (xml); i++)
    {
      YfXml *child = yf_xml_get_child (xml, i);

      if (!yf_xml_is (child, "note") || note != NULL)
        return yf_xml_refuse (child, error);
      if (!yf_programme_read_note (child, &note, error))
        return FALSE;
    }

  g_ptr_array_add (self->programme->bans, yf_programme_ban_new (id, note));
  return TRUE;
}

static gboolean
read_weekdays (YfXml       *xml,
               const char  *text,
               guint       *weekdays,
               GError     **error)
{
  static const char * const names[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };
  g_auto (GStrv) words = g_strsplit_set (text, " ,", -1);

  for (char **word = words; *word != NULL; word++)
    {
      gsize day = 0;

      if (**word == '\0')
        continue;

      while (day < G_N_ELEMENTS (names) && !g_str_equal (*word, names[day]))
        day++;
      if (day == G_N_ELEMENTS (names))
        {
          yf_xml_set_error (xml, error, _("“%s” is not a day of the week: mon, tue, wed, thu, fri, sat or sun"), *word);
          return FALSE;
        }
      if ((*weekdays & (1u << day)) != 0)
        {
          yf_xml_set_error (xml, error, _("“%s” is there twice"), *word);
          return FALSE;
        }
      *weekdays |= 1u << day;
    }

  if (*weekdays != 0)
    return TRUE;

  yf_xml_set_error (xml, error, _("<%s> needs the attribute “%s”"), yf_xml_get_name (xml), "weekdays");
  return FALSE;
}

static gboolean
read_schedule (Parser  *self,
               YfXml   *xml,
               GError **error)
{
  static const char * const known[] = { "days-a-week", "weekdays", "times-a-day", NULL };
  YfProgrammeSchedule *schedule = &self->programme->schedule;
  const char *weekdays = yf_xml_find_attr (xml, "weekdays");

  if (!yf_xml_check_attrs (xml, known, error) ||
      !yf_programme_check_bare (xml, error) ||
      !yf_programme_read_int (xml, "days-a-week", 1, 7, &schedule->days_a_week, error) ||
      !yf_programme_read_int (xml, "times-a-day", 1, MAX_TIMES, &schedule->times_a_day, error))
    return FALSE;

  if (weekdays == NULL)
    {
      if (schedule->days_a_week != 0 || schedule->times_a_day != 0)
        return TRUE;

      yf_xml_set_error (xml, error, _("<%s> says nothing"), yf_xml_get_name (xml));
      return FALSE;
    }

  if (schedule->days_a_week != 0)
    {
      yf_xml_set_error (xml, error, _("Give “%s” or “%s”, not both"), "days-a-week", "weekdays");
      return FALSE;
    }

  if (!read_weekdays (xml, weekdays, &schedule->weekdays, error))
    return FALSE;

  for (guint days = schedule->weekdays; days != 0; days &= days - 1)
    schedule->days_a_week++;
  return TRUE;
}

static gboolean
read_pain (Parser  *self,
           YfXml   *xml,
           GError **error)
{
  static const char * const known[] = { "stop-at", "rest-at", NULL };
  YfProgramme *programme = self->programme;

  if (!yf_xml_check_attrs (xml, known, error) ||
      !yf_programme_check_bare (xml, error) ||
      !yf_programme_read_int (xml, "stop-at", 1, MAX_PAIN, &programme->pain_stop, error) ||
      !yf_programme_read_int (xml, "rest-at", 1, MAX_PAIN, &programme->pain_rest, error))
    return FALSE;

  if (programme->pain_stop != YF_PROGRAMME_NO_PAIN || programme->pain_rest != YF_PROGRAMME_NO_PAIN)
    return TRUE;

  yf_xml_set_error (xml, error, _("<%s> says nothing"), yf_xml_get_name (xml));
  return FALSE;
}

/* -- Clearances ------------------------------------------------------------ */

static char **
split (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text != NULL ? text : "", " ,\t\n", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (char **word = words; *word != NULL; word++)
    if (**word != '\0')
      g_strv_builder_add (builder, *word);

  return g_strv_builder_end (builder);
}

static void
lift (Parser  *self,
      char   **exercises)
{
  for (char **id = exercises; *id != NULL; id++)
    if (g_str_equal (*id, "*"))
      self->all_lifted = TRUE;
    else
      g_hash_table_add (self->lifted, g_strdup (*id));
}

static gboolean
read_clearance (Parser  *self,
                YfXml   *xml,
                GError **error)
{
  static const char * const known[] = { "conditions", "exercises", "until", "above-ceiling", NULL };
  YfProgramme *programme = self->programme;
  g_auto (GStrv) conditions = split (yf_xml_find_attr (xml, "conditions"));
  g_auto (GStrv) exercises = split (yf_xml_find_attr (xml, "exercises"));
  g_autoptr (YfClearance) clearance = NULL;
  g_autoptr (YfProfile) profile = yf_profile_new ();
  g_autoptr (GError) local_error = NULL;
  gboolean above_ceiling;
  YfDay until;

  if (!yf_xml_check_attrs (xml, known, error) ||
      !yf_programme_check_bare (xml, error) ||
      !yf_programme_read_yes_or_no (xml, "above-ceiling", &above_ceiling, error) ||
      !yf_programme_read_day (xml, "until", &until, error))
    return FALSE;

  if (exercises[0] == NULL)
    {
      yf_xml_set_error (xml, error, _("<%s> needs the attribute “%s”"), "clearance", "exercises");
      return FALSE;
    }
  if (conditions[0] == NULL && !above_ceiling)
    {
      yf_xml_set_error (xml, error, _("<%s> needs the attribute “%s”"), "clearance", "conditions");
      return FALSE;
    }

  /* A dose that was right yesterday would be wrong today, in the same file. */
  if (above_ceiling && until != YF_DAY_NONE)
    {
      yf_xml_set_error (xml, error, _("A clearance with “%s” holds as long as the programme. Leave out “%s”"),
                        "above-ceiling", "until");
      return FALSE;
    }

  if (until == YF_DAY_NONE)
    until = programme->until;

  /* A profile knows what a clearance may say; only one above a ceiling need not
   * name a condition. */
  clearance = yf_clearance_new (programme->clinician, programme->date, (const char * const *) conditions,
                                (const char * const *) exercises, until);
  yf_profile_add_clearance (profile, clearance);
  if (!yf_profile_check (profile, self->catalogue, YF_DAY_NONE, &local_error) &&
      !(conditions[0] == NULL && local_error->code != YF_PROFILE_ERROR_UNKNOWN_ID))
    {
      yf_xml_set_error (xml, error, "%s", local_error->message);
      return FALSE;
    }

  for (char **id = exercises; *id != NULL && conditions[0] == NULL; id++)
    if (!g_str_equal (*id, "*") && yf_catalogue_find_exercise (self->catalogue, *id) == NULL)
      {
        yf_xml_set_error (xml, error, _("There is no exercise “%s”."), *id);
        return FALSE;
      }

  if (above_ceiling)
    lift (self, exercises);
  g_ptr_array_add (programme->clearances, yf_programme_clearance_new (clearance, above_ceiling));

  return TRUE;
}

/* -- The whole ------------------------------------------------------------- */

static gboolean
read_root (Parser  *self,
           YfXml   *root,
           GError **error)
{
  static const char * const known[] = {
    "xmlns", "version", "name", "clinician", "date", "from", "until", NULL
  };
  YfProgramme *programme = self->programme;
  const char *namespace = yf_xml_find_attr (root, "xmlns");
  int version;

  if (!yf_xml_is (root, "programme"))
    {
      /* Translators: an XML element */
      yf_xml_set_error (root, error, _("This is not a programme: it begins with <%s>"), yf_xml_get_name (root));
      return FALSE;
    }

  if (namespace != NULL && !g_str_equal (namespace, YF_PROGRAMME_NAMESPACE))
    {
      yf_xml_set_error (root, error, _("This is not a programme: its namespace is “%s”"), namespace);
      return FALSE;
    }

  if (!yf_xml_get_int (root, "version", 1, G_MAXINT, &version, error))
    return FALSE;
  if (version != 1)
    {
      yf_xml_set_error (root, error, _("This programme is of version %d, which this Yanfei does not know. Install a "
                                       "newer Yanfei"), version);
      return FALSE;
    }

  if (!yf_xml_check_attrs (root, known, error) ||
      !yf_programme_check_no_text (root, error) ||
      !yf_programme_read_name (root, "name", &programme->name, error) ||
      !yf_programme_read_name (root, "clinician", &programme->clinician, error) ||
      yf_xml_get_attr (root, "date", error) == NULL ||
      !yf_programme_read_day (root, "date", &programme->date, error) ||
      !yf_programme_read_day (root, "from", &programme->from, error) ||
      !yf_programme_read_day (root, "until", &programme->until, error))
    return FALSE;

  if (programme->from == YF_DAY_NONE)
    programme->from = programme->date;

  if (programme->from < programme->date)
    {
      yf_xml_set_error (root, error, _("The programme begins before it was given"));
      return FALSE;
    }
  if (programme->until != YF_DAY_NONE && programme->until < programme->from)
    {
      yf_xml_set_error (root, error, _("The programme ends before it begins"));
      return FALSE;
    }

  return TRUE;
}

typedef gboolean (*Reader) (Parser *self, YfXml *xml, GError **error);

static gboolean
read_all (Parser      *self,
          YfXml       *root,
          const char  *element,
          Reader       read,
          GError     **error)
{
  for (guint i = 0; i < yf_xml_get_n_children (root); i++)
    {
      YfXml *child = yf_xml_get_child (root, i);

      if (yf_xml_is (child, element) && !read (self, child, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_programme_note (Parser  *self,
                     YfXml   *xml,
                     GError **error)
{
  const char *note;

  if (!yf_programme_read_note (xml, &note, error))
    return FALSE;

  g_ptr_array_add (self->programme->notes, g_strdup (note));
  return TRUE;
}

static gboolean
check_children (YfXml   *root,
                GError **error)
{
  static const char * const known[] = {
    "note", "own-exercise", "exercise", "forbidden", "schedule", "pain", "clearance", NULL
  };
  YfXml *schedule = NULL;
  YfXml *pain = NULL;

  for (guint i = 0; i < yf_xml_get_n_children (root); i++)
    {
      YfXml *child = yf_xml_get_child (root, i);

      if (!g_strv_contains (known, yf_xml_get_name (child)))
        return yf_xml_refuse (child, error);
      if ((yf_xml_is (child, "schedule") && !take_once (child, &schedule, error)) ||
          (yf_xml_is (child, "pain") && !take_once (child, &pain, error)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
parse (Parser  *self,
       YfXml   *root,
       GError **error)
{
  YfProgramme *programme = self->programme;

  if (!read_root (self, root, error) ||
      !check_children (root, error) ||
      !read_all (self, root, "own-exercise", read_own, error))
    return FALSE;

  /* Each sees what those before it have read. */
  self->catalogue = yf_catalogue_with_own (self->builtin, programme->own);
  if (!read_all (self, root, "note", read_programme_note, error) ||
      !read_all (self, root, "clearance", read_clearance, error) ||
      !read_all (self, root, "exercise", read_item, error) ||
      !read_all (self, root, "forbidden", read_ban, error) ||
      !read_all (self, root, "schedule", read_schedule, error) ||
      !read_all (self, root, "pain", read_pain, error))
    return FALSE;

  if (programme->items->len == 0 && programme->bans->len == 0)
    {
      yf_xml_set_error (root, error, _("The programme neither asks for an exercise nor forbids one"));
      return FALSE;
    }

  return TRUE;
}

static void
parser_clear (Parser *self)
{
  g_clear_pointer (&self->programme, yf_programme_unref);
  g_clear_pointer (&self->catalogue, yf_catalogue_unref);
  g_clear_pointer (&self->lifted, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parser, parser_clear)

/**
 * yf_programme_new_from_bytes:
 * @catalogue: what exists without it
 * @name: the name of the file, for messages
 * @bytes: what is in it
 * @error: return location for a %YF_PROGRAMME_ERROR_INVALID
 *
 * Reads a programme strictly: one that is broken in one place is refused whole.
 *
 * Returns: (transfer full) (nullable): the programme, or %NULL with a message that
 *   begins with file and line
 */
YfProgramme *
yf_programme_new_from_bytes (YfCatalogue  *catalogue,
                             const char   *name,
                             GBytes       *bytes,
                             GError      **error)
{
  g_auto (Parser) self = { NULL, };
  g_autoptr (GBytes) content = NULL;
  g_autoptr (YfXml) root = NULL;
  const char *text;
  gsize length;

  g_return_val_if_fail (catalogue != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  text = g_bytes_get_data (bytes, &length);
  if (length > YF_PROGRAMME_MAX_SIZE)
    {
      g_set_error (error, YF_PROGRAMME_ERROR, YF_PROGRAMME_ERROR_INVALID,
                   /* Translators: a file, and a number of kilobytes */
                   _("%s: The file is larger than %d kB, which no programme is."), name, YF_PROGRAMME_MAX_SIZE / 1024);
      return NULL;
    }

  /* Some editors begin a file with a mark that says it is UTF-8. */
  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    content = g_bytes_new_from_bytes (bytes, 3, length - 3);
  else
    content = g_bytes_ref (bytes);
  text = g_bytes_get_data (content, &length);
  if (text == NULL)
    text = "";

  if (!yf_programme_scan (name, text, length, error))
    return NULL;

  root = yf_xml_parse (name, content, YF_PROGRAMME_ERROR, YF_PROGRAMME_ERROR_INVALID, error);
  if (root == NULL)
    return NULL;

  self.programme = yf_programme_new ();
  self.programme->xml = g_strndup (text, length);
  self.builtin = catalogue;
  self.lifted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!parse (&self, root, error))
    return NULL;

  return g_steal_pointer (&self.programme);
}

/**
 * yf_programme_new_from_file:
 * @catalogue: what exists without it
 * @file: a `*.yanfei` file
 * @error: return location for a %YF_PROGRAMME_ERROR_INVALID, or for why the file
 *   cannot be read
 *
 * Reads a programme as yf_programme_new_from_bytes() does, and no more of a file
 * than a programme may have. Blocks.
 *
 * Returns: (transfer full) (nullable): the programme
 */
YfProgramme *
yf_programme_new_from_file (YfCatalogue  *catalogue,
                            GFile        *file,
                            GError      **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;
  g_autofree char *buffer = NULL;
  gsize length;

  g_return_val_if_fail (catalogue != NULL, NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  name = g_file_get_parse_name (file);
  stream = g_file_read (file, NULL, error);
  if (stream == NULL)
    return NULL;

  /* A byte more tells one that is too large. */
  buffer = g_malloc (YF_PROGRAMME_MAX_SIZE + 1);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), buffer, YF_PROGRAMME_MAX_SIZE + 1, &length, NULL, error))
    {
      g_prefix_error (error, "%s: ", name);
      return NULL;
    }

  bytes = g_bytes_new_take (g_steal_pointer (&buffer), length);

  return yf_programme_new_from_bytes (catalogue, name, bytes, error);
}
