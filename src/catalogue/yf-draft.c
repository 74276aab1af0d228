/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-draft.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "yf-catalogue.h"

/* What stands in every exercise of a person's own. */
#define SUMMARY N_("An exercise of your own.")
#define STEP N_("Do it slowly, the way you were shown it.")
#define CAUTION N_("Yanfei does not know this exercise, so it is judged as strictly as the hardest of its kind. Stop at once if it hurts.")

/* Time to lie down, and between sets, as the catalogue has them, in seconds. */
#define GET_READY 10
#define SET_REST 30

G_DEFINE_QUARK (yf-draft-error-quark, yf_draft_error)

static gboolean
check_name (const YfDraft  *self,
            GError        **error)
{
  const char *name = self->name;

  if (name == NULL || *name == '\0' || !g_utf8_validate (name, -1, NULL))
    {
      g_set_error_literal (error, YF_DRAFT_ERROR, YF_DRAFT_ERROR_NAME, _("Give the exercise a name."));
      return FALSE;
    }

  if (g_utf8_strlen (name, -1) > YF_DRAFT_MAX_NAME)
    {
      g_set_error (error, YF_DRAFT_ERROR, YF_DRAFT_ERROR_NAME,
                   /* Translators: %d is a number of letters */
                   _("The name is too long. Give one of at most %d letters."), YF_DRAFT_MAX_NAME);
      return FALSE;
    }

  for (const char *c = name; *c != '\0'; c = g_utf8_next_char (c))
    if (!g_unichar_isprint (g_utf8_get_char (c)))
      {
        g_set_error_literal (error, YF_DRAFT_ERROR, YF_DRAFT_ERROR_NAME,
                             _("There is something in the name that cannot be read. Write it again."));
        return FALSE;
      }

  if (name[0] == ' ' || g_str_has_suffix (name, " ") || strstr (name, "  ") != NULL)
    {
      g_set_error_literal (error, YF_DRAFT_ERROR, YF_DRAFT_ERROR_NAME,
                           _("Put no space before or after the name, and only one between words."));
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_number (int            number,
              int            least,
              int            most,
              YfDraftError   code,
              GError       **error)
{
  if (number >= least && number <= most)
    return TRUE;

  g_set_error (error, YF_DRAFT_ERROR, (int) code,
               /* Translators: the least and the most that a number may be */
               _("Give a whole number from %d to %d."), least, most);

  return FALSE;
}

static gboolean
check (const YfDraft  *self,
       GError        **error)
{
  if (!check_name (self, error)
      || !check_number (self->raise, 0, YF_DRAFT_MAX_PHASE, YF_DRAFT_ERROR_RAISE, error)
      || !check_number (self->hold, 0, YF_DRAFT_MAX_HOLD, YF_DRAFT_ERROR_HOLD, error)
      || !check_number (self->lower, 0, YF_DRAFT_MAX_PHASE, YF_DRAFT_ERROR_LOWER, error)
      || !check_number (self->rest, 0, YF_DRAFT_MAX_PHASE, YF_DRAFT_ERROR_REST, error)
      || !check_number (self->sets, 1, YF_DRAFT_MAX_SETS, YF_DRAFT_ERROR_SETS, error)
      || !check_number (self->reps, 1, YF_DRAFT_MAX_REPS, YF_DRAFT_ERROR_REPS, error))
    return FALSE;

  if (self->raise + self->hold + self->lower == 0)
    {
      g_set_error_literal (error, YF_DRAFT_ERROR, YF_DRAFT_ERROR_RAISE,
                           _("Nothing happens in this exercise. Give a time for raising, holding or lowering."));
      return FALSE;
    }

  return TRUE;
}

static void
append_phase (GString    *xml,
              const char *kind,
              int         seconds)
{
  if (seconds > 0)
    g_string_append_printf (xml, "<phase kind=\"%s\" seconds=\"%d\" source=\"app\"/>", kind, seconds);
}

static void
append_dose (GString       *xml,
             const char    *element,
             const YfDraft *self)
{
  g_string_append_printf (xml, "<%s sets=\"%d\" reps=\"%d\"", element, self->sets, self->reps);
  if (self->hold > 0)
    g_string_append_printf (xml, " hold=\"%d\"", self->hold);
  g_string_append (xml, " source=\"app\"/>");
}

/* Only what a draft can say: no more than its limits, and no phase twice. */
static gboolean
is_own (YfExercise *exercise,
        const char *id)
{
  const YfDose *dose = yf_exercise_get_first_dose (exercise);
  const YfDose *ceiling = yf_exercise_get_ceiling (exercise);
  const YfDose most = { YF_DRAFT_MAX_SETS, YF_DRAFT_MAX_REPS, YF_DRAFT_MAX_HOLD * YF_SECOND };

  return yf_exercise_is_own (exercise)
         && g_str_equal (yf_exercise_get_id (exercise), id)
         && yf_exercise_get_group (exercise) == yf_draft_get_group (yf_exercise_get_posture (exercise))
         && yf_dose_equal (dose, ceiling)
         && yf_dose_within (ceiling, &most);
}

/**
 * yf_draft_new:
 *
 * Returns: (transfer full): a draft without a name, short and gentle
 */
YfDraft *
yf_draft_new (void)
{
  YfDraft *self = g_new0 (YfDraft, 1);

  self->name = g_strdup ("");
  self->posture = YF_POSTURE_SUPINE;
  self->raise = 2;
  self->hold = 2;
  self->lower = 2;
  self->rest = 2;
  self->sets = 1;
  self->reps = 5;

  return self;
}

/**
 * yf_draft_new_from_exercise:
 * @exercise: an exercise of the person's own
 *
 * Returns: (transfer full): the draft that it was made from
 */
YfDraft *
yf_draft_new_from_exercise (YfExercise *exercise)
{
  YfDraft *self;
  const YfDose *dose;

  g_return_val_if_fail (exercise != NULL, NULL);
  g_return_val_if_fail (yf_exercise_is_own (exercise), NULL);

  self = g_new0 (YfDraft, 1);
  dose = yf_exercise_get_first_dose (exercise);
  self->name = g_strdup (yf_exercise_get_name (exercise));
  self->posture = yf_exercise_get_posture (exercise);
  self->two_sided = yf_exercise_get_two_sided (exercise);
  self->sets = dose->sets;
  self->reps = dose->reps;
  self->hold = (int) (dose->hold / YF_SECOND);
  for (guint i = 0; i < yf_exercise_get_n_phases (exercise); i++)
    {
      const YfPhase *phase = yf_exercise_get_phase (exercise, i);
      int seconds = (int) (phase->length / YF_SECOND);

      if (phase->kind == YF_PHASE_RAISE)
        self->raise = seconds;
      else if (phase->kind == YF_PHASE_LOWER)
        self->lower = seconds;
      else if (phase->kind == YF_PHASE_REST)
        self->rest = seconds;
    }

  return self;
}

void
yf_draft_free (YfDraft *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->name);
  g_free (self);
}

/**
 * yf_draft_get_group:
 * @posture: how an exercise begins
 *
 * Returns: the group that an exercise of a person's own is judged by: the
 *   strictest that it could belong to. Whoever lies can arch the back as in a
 *   swallow; whoever stands cannot, and loads the back as a plank does. Yanfei's
 *   own cautious choice.
 */
YfGroup
yf_draft_get_group (YfPosture posture)
{
  return posture == YF_POSTURE_STANDING ? YF_GROUP_PLANK : YF_GROUP_SWALLOW;
}

/**
 * yf_draft_to_xml:
 * @self: a draft
 * @id: an id of small letters, digits and hyphens
 * @error: return location for a #GError of #YfDraftError
 *
 * Returns: (transfer full) (nullable): an `<exercise>` element, or %NULL if
 *   something in the draft will not do; the code of @error says which field
 */
char *
yf_draft_to_xml (const YfDraft  *self,
                 const char     *id,
                 GError        **error)
{
  GString *xml;
  g_autofree char *name = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  if (!check (self, error))
    return NULL;

  name = g_markup_escape_text (self->name, -1);
  xml = g_string_new (NULL);
  g_string_append_printf (xml, "<exercise id=\"%s\" group=\"%s\" posture=\"%s\"%s own=\"yes\">", id,
                          yf_group_get_id (yf_draft_get_group (self->posture)),
                          yf_posture_get_id (self->posture), self->two_sided ? " sides=\"both\"" : "");
  g_string_append_printf (xml, "<name>%s</name><summary>%s</summary>", name, SUMMARY);
  g_string_append_printf (xml, "<get-ready seconds=\"%d\" source=\"app\"/><set-rest seconds=\"%d\" source=\"app\"/>",
                          GET_READY, SET_REST);
  g_string_append (xml, "<repetition>");
  append_phase (xml, "raise", self->raise);
  if (self->hold > 0)
    g_string_append (xml, "<phase kind=\"hold\" source=\"app\"/>");
  append_phase (xml, "lower", self->lower);
  append_phase (xml, "rest", self->rest);
  g_string_append (xml, "</repetition>");
  append_dose (xml, "first-dose", self);
  /* What was written down is as far as it goes. */
  append_dose (xml, "ceiling", self);
  g_string_append_printf (xml, "<step source=\"app\">%s</step><caution source=\"app\">%s</caution></exercise>", STEP,
                          CAUTION);

  return g_string_free (xml, FALSE);
}

/**
 * yf_draft_to_exercise:
 * @self: a draft
 * @id: an id of small letters, digits and hyphens
 * @error: return location for a #GError of #YfDraftError
 *
 * Makes an exercise of a draft, by way of the catalogue's own parser, so that it
 * is held to what every exercise is held to.
 *
 * Returns: (transfer full) (nullable): the exercise, or %NULL
 */
YfExercise *
yf_draft_to_exercise (const YfDraft  *self,
                      const char     *id,
                      GError        **error)
{
  g_autofree char *xml = yf_draft_to_xml (self, id, error);

  return xml != NULL ? yf_draft_read_xml (xml, id, error) : NULL;
}

/**
 * yf_draft_read_xml:
 * @xml: an `<exercise>` element from the log
 * @id: the id that it should have
 * @error: return location for a #GError of #YfDraftError
 *
 * Reads an exercise of a person's own. One that says something a draft could
 * not, such as a milder group, is refused.
 *
 * Returns: (transfer full) (nullable): the exercise, or %NULL with
 *   %YF_DRAFT_ERROR_INVALID
 */
YfExercise *
yf_draft_read_xml (const char  *xml,
                   const char  *id,
                   GError     **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (YfCatalogue) catalogue = NULL;
  g_autoptr (GError) local_error = NULL;
  GPtrArray *exercises;

  g_return_val_if_fail (xml != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  text = g_strconcat ("<catalogue>", xml, "</catalogue>", NULL);
  bytes = g_bytes_new_static (text, strlen (text));
  catalogue = yf_catalogue_new_from_bytes (id, bytes, &local_error);
  exercises = catalogue != NULL ? yf_catalogue_get_exercises (catalogue) : NULL;
  if (exercises != NULL && exercises->len == 1 && is_own (g_ptr_array_index (exercises, 0), id))
    return yf_exercise_ref (g_ptr_array_index (exercises, 0));

  g_set_error (error, YF_DRAFT_ERROR, YF_DRAFT_ERROR_INVALID,
               /* Translators: the first %s is an id, the second says what is wrong, or nothing */
               _("The exercise %s of your own cannot be read and is left out. Write it again. %s"), id,
               local_error != NULL ? local_error->message : "");

  return NULL;
}
