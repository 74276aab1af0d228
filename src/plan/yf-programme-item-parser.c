/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-programme-private.h"

#include <glib/gi18n-lib.h>

#include "yf-plan.h"
#include "yf-programme-xml.h"

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
settle_dose (YfXml            *xml,
             YfXml            *dose,
             YfXml            *cap,
             gboolean          lifted,
             YfProgrammeItem  *item,
             GError          **error)
{
  const YfDose *ceiling = yf_exercise_get_ceiling (item->exercise);

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

/*
 * yf_programme_read_item:
 * @xml: an `<exercise>`
 * @exercise: the one that it names
 * @lifted: whether the programme may ask for more of it than its ceiling
 *
 * Returns: (transfer full) (nullable): what is to be done of it, or %NULL with the
 *   line and what is wrong there
 */
YfProgrammeItem *
yf_programme_read_item (YfXml       *xml,
                        YfExercise  *exercise,
                        gboolean     lifted,
                        GError     **error)
{
  g_autoptr (YfProgrammeItem) item = yf_programme_item_new (exercise);
  YfXml *dose = NULL;
  YfXml *cap = NULL;
  YfXml *pace = NULL;

  for (guint i = 0; i < yf_xml_get_n_children (xml); i++)
    {
      YfXml *child = yf_xml_get_child (xml, i);
      const char *note;
      gboolean read;

      if (yf_xml_is (child, "dose"))
        read = yf_programme_take_once (child, &dose, error);
      else if (yf_xml_is (child, "cap"))
        read = yf_programme_take_once (child, &cap, error);
      else if (yf_xml_is (child, "pace"))
        read = yf_programme_take_once (child, &pace, error) && read_pace (child, exercise, &item->pace, error);
      else if (yf_xml_is (child, "note"))
        {
          read = yf_programme_read_note (child, &note, error);
          if (read)
            g_ptr_array_add (item->notes, g_strdup (note));
        }
      else
        read = yf_xml_refuse (child, error);

      if (!read)
        return NULL;
    }

  if (!settle_dose (xml, dose, cap, lifted, item, error))
    return NULL;

  return g_steal_pointer (&item);
}
