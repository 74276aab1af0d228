/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-programme-words.h"

#include <glib/gi18n-lib.h>

/**
 * yf_programme_get_weekday_name:
 * @weekday: 0 for Monday to 6 for Sunday
 *
 * Returns: (transfer none): its name, shortened
 */
const char *
yf_programme_get_weekday_name (guint weekday)
{
  /* Translators: the days of the week, shortened, in a list */
  static const char * const names[] = { N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun") };

  g_return_val_if_fail (weekday < G_N_ELEMENTS (names), NULL);

  return _(names[weekday]);
}

/**
 * yf_programme_get_exercise_name:
 * @self: a programme
 * @catalogue: what exists without it
 * @id: the id of an exercise or relief
 *
 * Returns: (transfer none): what it is called; @id itself if nobody knows it
 */
const char *
yf_programme_get_exercise_name (YfProgramme *self,
                                YfCatalogue *catalogue,
                                const char  *id)
{
  GPtrArray *own = yf_programme_get_own (self);
  YfExercise *exercise = yf_catalogue_find_exercise (catalogue, id);

  if (exercise == NULL)
    exercise = yf_catalogue_find_relief (catalogue, id);
  for (guint i = 0; exercise == NULL && i < own->len; i++)
    if (g_str_equal (yf_exercise_get_id (g_ptr_array_index (own, i)), id))
      exercise = g_ptr_array_index (own, i);

  return exercise != NULL ? yf_exercise_get_name (exercise) : id;
}

/**
 * yf_programme_dup_given_text:
 * @self: a programme
 *
 * Returns: (transfer full): what it is called, who gave it and when
 */
char *
yf_programme_dup_given_text (YfProgramme *self)
{
  g_autofree char *date = yf_day_to_display (yf_programme_get_date (self));

  /* Translators: the name of a programme; a clinician; a date */
  return g_strdup_printf (_("%s, given by %s on %s"), yf_programme_get_name (self), yf_programme_get_clinician (self),
                          date);
}

/**
 * yf_programme_dup_days_text:
 * @self: a programme
 *
 * Returns: (transfer full): a sentence on when it counts
 */
char *
yf_programme_dup_days_text (YfProgramme *self)
{
  g_autofree char *from = yf_day_to_display (yf_programme_get_from (self));
  g_autofree char *until = NULL;

  if (yf_programme_get_until (self) == YF_DAY_NONE)
    /* Translators: a date */
    return g_strdup_printf (_("It counts from %s, until there is another."), from);

  until = yf_day_to_display (yf_programme_get_until (self));
  /* Translators: two dates */
  return g_strdup_printf (_("It counts from %s to %s."), from, until);
}

/**
 * yf_programme_dup_item_text:
 * @item: what is to be done
 *
 * Returns: (transfer full): how much of it, and the most, without its name
 */
char *
yf_programme_dup_item_text (const YfProgrammeItem *item)
{
  g_autofree char *dose = yf_dose_to_string (&item->dose);
  g_autofree char *cap = yf_dose_to_string (&item->cap);

  if (yf_dose_equal (&item->dose, &item->cap))
    /* Translators: a dose such as “2 sets × 10, hold 3 s” */
    return g_strdup_printf (_("%s, and never more"), dose);

  /* Translators: a dose such as “2 sets × 10, hold 3 s”, and the most of it */
  return g_strdup_printf (_("%s; at most %s"), dose, cap);
}

/**
 * yf_programme_list_item_remarks:
 * @item: what is to be done
 *
 * Returns: (transfer full) (element-type utf8): sentences on its limit and its pace;
 *   the clinician's own notes are not among them
 */
GPtrArray *
yf_programme_list_item_remarks (const YfProgrammeItem *item)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  const YfPace *pace = &item->pace;

  if (item->above_ceiling)
    {
      g_autofree char *ceiling = yf_dose_to_string (yf_exercise_get_ceiling (item->exercise));

      /* Translators: a dose such as “2 sets × 10, hold 3 s” */
      g_ptr_array_add (texts, g_strdup_printf (_("That is the clinician’s own limit. Yanfei’s would be %s."), ceiling));
    }
  if (pace->tempo != 0)
    /* Translators: a number of percent */
    g_ptr_array_add (texts, g_strdup_printf (_("Raise and lower in %d%% of the usual time."), pace->tempo));
  if (pace->rep_rest != 0)
    /* Translators: a number of seconds */
    g_ptr_array_add (texts, g_strdup_printf (_("Rest for %g s after a repetition."),
                                             pace->rep_rest / (double) YF_SECOND));
  if (pace->set_rest != 0)
    /* Translators: a number of seconds */
    g_ptr_array_add (texts, g_strdup_printf (_("Rest for %g s between sets."), pace->set_rest / (double) YF_SECOND));

  return texts;
}

/**
 * yf_programme_list_schedule:
 * @schedule: how often
 *
 * Returns: (transfer full) (element-type utf8): sentences on it; none where nothing
 *   is said
 */
GPtrArray *
yf_programme_list_schedule (const YfProgrammeSchedule *schedule)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  if (schedule->weekdays != 0)
    {
      g_autoptr (GString) days = g_string_new (NULL);

      for (guint i = 0; i < 7; i++)
        if ((schedule->weekdays & (1u << i)) != 0)
          /* Translators: what stands between two days of a list */
          g_string_append_printf (days, "%s%s", days->len > 0 ? C_("list", ", ") : "",
                                  yf_programme_get_weekday_name (i));
      /* Translators: a list of days of the week */
      g_ptr_array_add (texts, g_strdup_printf (_("On these days: %s."), days->str));
    }
  else if (schedule->days_a_week != 0)
    {
      g_ptr_array_add (texts, g_strdup_printf (ngettext ("On %d day a week.", "On %d days a week.",
                                                         schedule->days_a_week), schedule->days_a_week));
    }

  if (schedule->times_a_day != 0)
    g_ptr_array_add (texts, g_strdup_printf (ngettext ("%d time a day.", "%d times a day.", schedule->times_a_day),
                                             schedule->times_a_day));

  return texts;
}

/**
 * yf_programme_list_pain:
 * @self: a programme
 *
 * Returns: (transfer full) (element-type utf8): sentences on its pain limits; none
 *   where nothing is said
 */
GPtrArray *
yf_programme_list_pain (YfProgramme *self)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  if (yf_programme_get_pain_stop (self) != YF_PROGRAMME_NO_PAIN)
    /* Translators: a pain from 1 to 10 */
    g_ptr_array_add (texts, g_strdup_printf (_("Stop when your pain reaches %d of 10."),
                                             yf_programme_get_pain_stop (self)));
  if (yf_programme_get_pain_rest (self) != YF_PROGRAMME_NO_PAIN)
    /* Translators: a pain from 1 to 10 */
    g_ptr_array_add (texts, g_strdup_printf (_("Do not train with a pain of %d of 10 or more."),
                                             yf_programme_get_pain_rest (self)));

  return texts;
}

static const char *
get_condition_name (YfCatalogue *catalogue,
                    const char  *id)
{
  YfCondition *condition = yf_catalogue_find_condition (catalogue, id);
  YfStage stage;

  if (condition != NULL)
    return yf_condition_get_name (condition);

  return yf_stage_from_id (id, &stage) ? yf_stage_get_name (stage) : id;
}

/**
 * yf_programme_list_clearances:
 * @self: a programme
 * @catalogue: what exists without it
 *
 * Returns: (transfer full) (element-type utf8): what the clinician allows in it,
 *   a line each
 */
GPtrArray *
yf_programme_list_clearances (YfProgramme *self,
                              YfCatalogue *catalogue)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *clearances = yf_programme_get_clearances (self);

  for (guint i = 0; i < clearances->len; i++)
    {
      const YfProgrammeClearance *one = g_ptr_array_index (clearances, i);
      const char * const *conditions = yf_clearance_get_conditions (one->clearance);
      const char * const *exercises = yf_clearance_get_exercises (one->clearance);
      YfDay until = yf_clearance_get_until (one->clearance);
      g_autoptr (GString) what = g_string_new (NULL);
      g_autoptr (GString) despite = g_string_new (NULL);

      for (gsize j = 0; exercises[j] != NULL; j++)
        g_string_append_printf (what, "%s%s", j > 0 ? C_("list", ", ") : "",
                                g_str_equal (exercises[j], "*")
                                ? _("everything") : yf_programme_get_exercise_name (self, catalogue, exercises[j]));
      for (gsize j = 0; conditions[j] != NULL; j++)
        g_string_append_printf (despite, "%s%s", j > 0 ? C_("list", ", ") : "",
                                get_condition_name (catalogue, conditions[j]));

      if (despite->len > 0 && until != yf_programme_get_until (self))
        {
          g_autofree char *day = yf_day_to_display (until);

          /* Translators: a list of exercises; a list of conditions; a date */
          g_ptr_array_add (texts, g_strdup_printf (_("%s, in spite of: %s; until %s"), what->str, despite->str, day));
        }
      else if (despite->len > 0)
        {
          /* Translators: a list of exercises; a list of conditions */
          g_ptr_array_add (texts, g_strdup_printf (_("%s, in spite of: %s"), what->str, despite->str));
        }
      if (one->above_ceiling)
        /* Translators: a list of exercises */
        g_ptr_array_add (texts, g_strdup_printf (_("%s, more than Yanfei’s limit"), what->str));
    }

  return texts;
}
