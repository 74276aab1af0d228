/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-programme-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yf-draft.h"
#include "yf-programme-xml.h"

#define MAX_ID 40

static gboolean
read_id (YfXml       *xml,
         const char **id,
         GError     **error)
{
  *id = yf_xml_get_attr (xml, "id", error);
  if (*id == NULL)
    return FALSE;

  if (!g_str_has_prefix (*id, YF_PROGRAMME_OWN_PREFIX) || strlen (*id) == strlen (YF_PROGRAMME_OWN_PREFIX) ||
      strlen (*id) > MAX_ID ||
      strspn (*id, "abcdefghijklmnopqrstuvwxyz0123456789-") != strlen (*id))
    {
      /* Translators: what the id begins with; what the file says */
      yf_xml_set_error (xml, error, _("The id of an exercise of a programme’s own begins with “%s” and has small "
                                      "letters, digits and hyphens, not “%s”"), YF_PROGRAMME_OWN_PREFIX, *id);
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

/*
 * yf_programme_read_own:
 * @xml: an `<own-exercise>`
 *
 * Returns: (transfer full) (nullable): the exercise, or %NULL with the line and
 *   what is wrong there
 */
YfExercise *
yf_programme_read_own (YfXml   *xml,
                       GError **error)
{
  static const char * const known[] = {
    "id", "name", "posture", "both-sides", "raise", "hold", "lower", "rest", "sets", "reps", NULL
  };
  g_autoptr (YfDraft) draft = yf_draft_new ();
  g_autoptr (GError) local_error = NULL;
  YfExercise *exercise;
  const char *id;

  draft->raise = draft->hold = draft->lower = draft->rest = 0;
  g_clear_pointer (&draft->name, g_free);
  if (!yf_xml_check_attrs (xml, known, error) ||
      !yf_programme_check_bare (xml, error) ||
      !read_id (xml, &id, error) ||
      !yf_programme_read_name (xml, "name", &draft->name, error) ||
      !read_posture (xml, &draft->posture, error) ||
      !yf_programme_read_yes_or_no (xml, "both-sides", &draft->two_sided, error) ||
      !yf_programme_read_int (xml, "raise", 0, YF_DRAFT_MAX_PHASE, &draft->raise, error) ||
      !yf_programme_read_int (xml, "hold", 0, YF_DRAFT_MAX_HOLD, &draft->hold, error) ||
      !yf_programme_read_int (xml, "lower", 0, YF_DRAFT_MAX_PHASE, &draft->lower, error) ||
      !yf_programme_read_int (xml, "rest", 0, YF_DRAFT_MAX_PHASE, &draft->rest, error) ||
      !yf_xml_get_int (xml, "sets", 1, YF_DRAFT_MAX_SETS, &draft->sets, error) ||
      !yf_xml_get_int (xml, "reps", 1, YF_DRAFT_MAX_REPS, &draft->reps, error))
    return NULL;

  exercise = yf_draft_to_exercise (draft, id, &local_error);
  if (exercise == NULL)
    yf_xml_set_error (xml, error, "%s", local_error->message);

  return exercise;
}
