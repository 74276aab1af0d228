/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-assessment-dialog.h"
#include "yf-clearance-dialog.h"
#include "yf-date-row.h"
#include "yf-profile-page.h"
#include "yf-reader-group.h"
#include "yf-rows.h"
#include "yf-schedule-group.h"
#include "yf-stage.h"
#include "yf-time-row.h"

struct _YfProfilePage
{
  AdwBin parent_instance;

  GtkLabel            *stage;
  YfDateRow           *onset;
  YfTimeRow           *onset_time;
  YfDateRow           *relief;
  YfDateRow           *treatment;
  AdwPreferencesGroup *conditions;
  AdwPreferencesGroup *strength;
  AdwPreferencesGroup *medicine;
  AdwPreferencesGroup *clearances;
  AdwPreferencesGroup *assessments;
  YfScheduleGroup     *schedule;
  YfReaderGroup       *reader;
  GtkWidget           *add_clearance;
  GtkWidget           *add_assessment;

  YfPerson            *person;
  GPtrArray           *switches;       /* GtkSwitch, as the catalogue has the conditions */
  GPtrArray           *dates;          /* YfDateRow of a condition, or NULL, likewise */
  GtkCheckButton      *strengths[YF_BACK_STRENGTH_STRONG + 1];
  GtkSwitch           *relaxants;
  GPtrArray           *clearance_rows;
  GPtrArray           *assessment_rows;
  YfProfile           *shown;          /* what the controls stand for */
  gboolean             showing;
  gboolean             saving;
};

G_DEFINE_FINAL_TYPE (YfProfilePage, yf_profile_page, ADW_TYPE_BIN)

static YfDay
get_date (const YfProfile *profile,
          YfConditionDate  date)
{
  return date == YF_CONDITION_DATE_SURGERY ? yf_profile_get_surgery (profile) : yf_profile_get_birth (profile);
}

static void
set_date (YfProfile       *profile,
          YfConditionDate  date,
          YfDay            day)
{
  if (date == YF_CONDITION_DATE_SURGERY)
    yf_profile_set_surgery (profile, day);
  else
    yf_profile_set_birth (profile, day);
}

/* Each control changes its own part of the profile and no other, so that a
 * date that will not do never stands in the way of the rest. */
static gboolean
save (YfProfilePage  *self,
      YfProfile      *profile,
      char          **message)
{
  g_autoptr (GError) error = NULL;
  gboolean saved;

  self->saving = TRUE;
  saved = yf_person_set_profile (self->person, profile, &error);
  self->saving = FALSE;
  if (saved)
    {
      g_clear_pointer (&self->shown, yf_profile_free);
      self->shown = yf_profile_copy (profile);
      return TRUE;
    }

  /* Translators: %s says what is wrong with what was entered */
  *message = g_strdup_printf (_("%s It has not been saved."), error->message);
  return FALSE;
}

/* A time of day is asked for only where there is a day it can belong to. */
static void
show_onset_time (YfProfilePage *self,
                 YfDay          onset)
{
  gtk_widget_set_visible (GTK_WIDGET (self->onset_time), yf_day_is_known (onset));
}

static void
time_committed_cb (YfProfilePage *self)
{
  g_autoptr (YfProfile) profile = yf_profile_copy (yf_person_get_profile (self->person));
  g_autofree char *message = NULL;
  gint64 now = yf_clock_get_real (yf_person_get_clock (self->person));
  int minute = yf_time_row_get_minute (self->onset_time);

  if (!yf_day_is_known (yf_profile_get_onset (profile)))
    return;
  if (yf_profile_get_onset (profile) == yf_day_from_real (now) && minute > yf_minute_from_real (now))
    {
      yf_time_row_set_error (self->onset_time, _("This time lies in the future. It has not been saved."));
      return;
    }
  yf_profile_set_onset_minute (profile, minute);
  if (!save (self, profile, &message))
    yf_time_row_set_error (self->onset_time, message);
}

static void
committed_cb (YfProfilePage *self,
              YfDateRow     *row)
{
  GPtrArray *conditions = yf_catalogue_get_conditions (yf_person_get_catalogue (self->person));
  g_autoptr (YfProfile) profile = yf_profile_copy (yf_person_get_profile (self->person));
  g_autofree char *message = NULL;
  YfDay day = yf_date_row_get_day (row);

  if (row == self->onset)
    {
      /* Another day, and nobody has said at what time of it. */
      yf_profile_set_onset (profile, day);
      yf_time_row_set_minute (self->onset_time, YF_MINUTE_UNKNOWN);
      show_onset_time (self, day);
    }
  else if (row == self->relief)
    yf_profile_set_relief (profile, day);
  else if (row == self->treatment)
    yf_profile_set_treatment_start (profile, day);
  else
    for (guint i = 0; i < conditions->len; i++)
      if (g_ptr_array_index (self->dates, i) == row)
        set_date (profile, yf_condition_get_date (g_ptr_array_index (conditions, i)), day);

  if (!save (self, profile, &message))
    yf_date_row_set_error (row, message);
}

static void
show_dates (YfProfilePage *self)
{
  for (guint i = 0; i < self->dates->len; i++)
    if (g_ptr_array_index (self->dates, i))
      gtk_widget_set_visible (g_ptr_array_index (self->dates, i),
                              gtk_switch_get_active (g_ptr_array_index (self->switches, i)));
}

static void
toggled_cb (YfProfilePage *self)
{
  GPtrArray *conditions = yf_catalogue_get_conditions (yf_person_get_catalogue (self->person));
  g_autoptr (YfProfile) profile = NULL;
  g_autofree char *message = NULL;

  show_dates (self);
  if (self->showing)
    return;

  profile = yf_profile_copy (yf_person_get_profile (self->person));
  for (guint i = 0; i < conditions->len; i++)
    yf_profile_set_condition (profile, yf_condition_get_id (g_ptr_array_index (conditions, i)),
                              gtk_switch_get_active (g_ptr_array_index (self->switches, i)));
  yf_profile_set_muscle_relaxants (profile, gtk_switch_get_active (self->relaxants));
  if (!save (self, profile, &message))
    g_signal_emit_by_name (self->person, "trouble", message);
}

static void
strength_cb (YfProfilePage  *self,
             GtkCheckButton *check)
{
  g_autoptr (YfProfile) profile = NULL;
  g_autofree char *message = NULL;

  if (self->showing || !gtk_check_button_get_active (check))
    return;

  profile = yf_profile_copy (yf_person_get_profile (self->person));
  for (int i = 0; i <= YF_BACK_STRENGTH_STRONG; i++)
    if (self->strengths[i] == check)
      yf_profile_set_back_strength (profile, (YfBackStrength) i);
  if (!save (self, profile, &message))
    g_signal_emit_by_name (self->person, "trouble", message);
}

static void
remove_clearance_cb (YfProfilePage *self,
                     GtkWidget     *button)
{
  g_autoptr (YfProfile) profile = yf_profile_copy (yf_person_get_profile (self->person));

  yf_profile_remove_clearance (profile, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index")));
  gtk_widget_grab_focus (self->add_clearance);
  yf_person_set_profile (self->person, profile, NULL);
}

static void
remove_assessment_cb (YfProfilePage *self,
                      GtkWidget     *button)
{
  g_autoptr (YfProfile) profile = yf_profile_copy (yf_person_get_profile (self->person));

  yf_profile_remove_assessment (profile, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index")));
  gtk_widget_grab_focus (self->add_assessment);
  yf_person_set_profile (self->person, profile, NULL);
}

static GtkWidget *
create_removable_row (YfProfilePage *self,
                      const char    *title,
                      const char    *subtitle,
                      guint          index,
                      GCallback      callback)
{
  GtkWidget *row = yf_rows_new_plain (title, subtitle);
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  /* Translators: what a screen reader says of the button that removes an entry; %s is the entry */
  g_autofree char *name = g_strdup_printf (_("Remove: %s"), title);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Remove"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "index", GUINT_TO_POINTER (index));
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return row;
}

static char *
join_names (YfProfilePage       *self,
            const char * const  *ids)
{
  YfCatalogue *catalogue = yf_person_get_catalogue (self->person);
  GString *text = g_string_new (NULL);

  for (guint i = 0; ids[i]; i++)
    {
      YfCondition *condition = yf_catalogue_find_condition (catalogue, ids[i]);
      YfExercise *exercise = yf_catalogue_find_exercise (catalogue, ids[i]);
      YfStage stage;
      const char *name = ids[i];

      if (condition)
        name = yf_condition_get_name (condition);
      else if (exercise || (exercise = yf_catalogue_find_relief (catalogue, ids[i])))
        name = yf_exercise_get_name (exercise);
      else if (g_str_equal (ids[i], "*"))
        name = _("All exercises");
      else if (yf_stage_from_id (ids[i], &stage))
        name = yf_stage_get_name (stage);
      if (i > 0)
        /* Translators: stands between the entries of a list */
        g_string_append (text, _(", "));
      g_string_append (text, name);
    }

  return g_string_free (text, FALSE);
}

static void
show_clearances (YfProfilePage *self)
{
  GPtrArray *clearances = yf_profile_get_clearances (yf_person_get_profile (self->person));

  yf_rows_clear (self->clearances, self->clearance_rows);
  for (guint i = 0; i < clearances->len; i++)
    {
      YfClearance *clearance = g_ptr_array_index (clearances, i);
      g_autofree char *date = yf_day_to_display (yf_clearance_get_date (clearance));
      g_autofree char *until = NULL;
      g_autofree char *conditions = join_names (self, yf_clearance_get_conditions (clearance));
      g_autofree char *exercises = join_names (self, yf_clearance_get_exercises (clearance));
      g_autofree char *title = NULL;
      g_autofree char *subtitle = NULL;

      if (yf_day_is_known (yf_clearance_get_until (clearance)))
        until = yf_day_to_display (yf_clearance_get_until (clearance));
      if (until)
        /* Translators: name of a clinician, and the first and last day of what they allowed */
        title = g_strdup_printf (_("%s, from %s until %s"), yf_clearance_get_clinician (clearance), date, until);
      else
        /* Translators: name of a clinician, and the first day of what they allowed */
        title = g_strdup_printf (_("%s, from %s"), yf_clearance_get_clinician (clearance), date);
      /* Translators: the exercises a clinician allowed, and in spite of which conditions */
      subtitle = g_strdup_printf (_("%s; in spite of: %s"), exercises, conditions);
      yf_rows_add (self->clearances, self->clearance_rows,
                   create_removable_row (self, title, subtitle, i, G_CALLBACK (remove_clearance_cb)));
    }
  if (clearances->len == 0)
    yf_rows_add (self->clearances, self->clearance_rows, yf_rows_new_plain (_("None recorded"), NULL));
}

static void
show_assessments (YfProfilePage *self)
{
  GPtrArray *assessments = yf_profile_get_assessments (yf_person_get_profile (self->person));

  yf_rows_clear (self->assessments, self->assessment_rows);
  for (guint i = 0; i < assessments->len; i++)
    {
      YfAssessment *assessment = g_ptr_array_index (assessments, i);
      YfRedFlag *flag = yf_catalogue_find_red_flag (yf_person_get_catalogue (self->person),
                                                    yf_assessment_get_flag (assessment));
      g_autofree char *date = yf_day_to_display (yf_assessment_get_date (assessment));
      /* Translators: name of a clinician, and the day they looked at a sign */
      g_autofree char *subtitle = g_strdup_printf (_("%s, %s"), yf_assessment_get_clinician (assessment), date);
      const char *title = flag ? yf_red_flag_get_text (flag) : yf_assessment_get_flag (assessment);

      yf_rows_add (self->assessments, self->assessment_rows,
                   create_removable_row (self, title, subtitle, i, G_CALLBACK (remove_assessment_cb)));
    }
  if (assessments->len == 0)
    yf_rows_add (self->assessments, self->assessment_rows, yf_rows_new_plain (_("None recorded"), NULL));
}

static void
show_stage (YfProfilePage *self)
{
  YfStage stage = yf_person_get_stage (self->person);
  /* Translators: %s is the stage of an episode of back trouble: prevention, acute, easing … */
  g_autofree char *text = g_strdup_printf (_("Your stage today: %s"), yf_stage_get_name (stage));

  gtk_label_set_label (self->stage, text);
}

static void
show_profile (YfProfilePage *self)
{
  const YfProfile *profile = yf_person_get_profile (self->person);
  GPtrArray *conditions = yf_catalogue_get_conditions (yf_person_get_catalogue (self->person));

  self->showing = TRUE;
  yf_date_row_set_day (self->onset, yf_profile_get_onset (profile));
  yf_time_row_set_minute (self->onset_time, yf_profile_get_onset_minute (profile));
  show_onset_time (self, yf_profile_get_onset (profile));
  yf_date_row_set_day (self->relief, yf_profile_get_relief (profile));
  yf_date_row_set_day (self->treatment, yf_profile_get_treatment_start (profile));
  for (guint i = 0; i < conditions->len; i++)
    {
      YfCondition *condition = g_ptr_array_index (conditions, i);
      YfDateRow *date = g_ptr_array_index (self->dates, i);

      gtk_switch_set_active (g_ptr_array_index (self->switches, i),
                             yf_profile_has_condition (profile, yf_condition_get_id (condition)));
      if (date)
        yf_date_row_set_day (date, get_date (profile, yf_condition_get_date (condition)));
    }
  show_dates (self);
  gtk_check_button_set_active (self->strengths[yf_profile_get_back_strength (profile)], TRUE);
  gtk_switch_set_active (self->relaxants, yf_profile_get_muscle_relaxants (profile));
  self->showing = FALSE;

  g_clear_pointer (&self->shown, yf_profile_free);
  self->shown = yf_profile_copy (profile);
}

static void
changed_cb (YfProfilePage *self)
{
  /* What is being typed stays, unless the profile was changed elsewhere. */
  if (!self->saving && !yf_profile_equal (self->shown, yf_person_get_profile (self->person)))
    show_profile (self);
  show_stage (self);
  show_clearances (self);
  show_assessments (self);
}

static void
add_clearance_cb (YfProfilePage *self)
{
  gtk_window_present (GTK_WINDOW (yf_clearance_dialog_new (self->person,
                                                           GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))))));
}

static void
add_assessment_cb (YfProfilePage *self)
{
  gtk_window_present (GTK_WINDOW (yf_assessment_dialog_new (self->person,
                                                            GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))))));
}

static void
fill (YfProfilePage *self)
{
  GPtrArray *conditions = yf_catalogue_get_conditions (yf_person_get_catalogue (self->person));
  const struct { YfBackStrength strength; const char *title; const char *subtitle; } strengths[] = {
    { YF_BACK_STRENGTH_UNKNOWN, _("I don’t know"), NULL },
    { YF_BACK_STRENGTH_WEAK, _("Weak"), NULL },
    { YF_BACK_STRENGTH_STRONG, _("Strong"), _("You have trained your back regularly, without pain.") },
  };

  for (guint i = 0; i < conditions->len; i++)
    {
      YfCondition *condition = g_ptr_array_index (conditions, i);
      YfConditionDate date = yf_condition_get_date (condition);
      GtkWidget *date_row = NULL;
      GtkSwitch *toggle;

      adw_preferences_group_add (self->conditions,
                                 yf_rows_new_switch (yf_condition_get_name (condition),
                                                     yf_condition_get_description (condition), &toggle));
      g_ptr_array_add (self->switches, toggle);
      g_signal_connect_object (toggle, "notify::active", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      if (date != YF_CONDITION_DATE_NONE)
        {
          date_row = g_object_new (YF_TYPE_DATE_ROW,
                                   "title", date == YF_CONDITION_DATE_SURGERY ? _("The day of the operation")
                                                                              : _("The day of the birth"),
                                   NULL);
          adw_preferences_group_add (self->conditions, date_row);
          g_signal_connect_object (date_row, "committed", G_CALLBACK (committed_cb), self, G_CONNECT_SWAPPED);
        }
      g_ptr_array_add (self->dates, date_row);
    }

  for (guint i = 0; i < G_N_ELEMENTS (strengths); i++)
    {
      GtkCheckButton **check = &self->strengths[strengths[i].strength];

      adw_preferences_group_add (self->strength,
                                 yf_rows_new_check (strengths[i].title, strengths[i].subtitle, check));
      if (i > 0)
        gtk_check_button_set_group (*check, self->strengths[strengths[0].strength]);
      g_signal_connect_object (*check, "toggled", G_CALLBACK (strength_cb), self, G_CONNECT_SWAPPED);
    }

  adw_preferences_group_add (self->medicine,
                             yf_rows_new_switch (_("I take muscle relaxants"),
                                                 _("They can make you drowsy."), &self->relaxants));
  g_signal_connect_object (self->relaxants, "notify::active", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
}

static void
dispose (GObject *object)
{
  YfProfilePage *self = YF_PROFILE_PAGE (object);

  g_clear_object (&self->person);
  g_clear_pointer (&self->switches, g_ptr_array_unref);
  g_clear_pointer (&self->dates, g_ptr_array_unref);
  g_clear_pointer (&self->clearance_rows, g_ptr_array_unref);
  g_clear_pointer (&self->assessment_rows, g_ptr_array_unref);
  g_clear_pointer (&self->shown, yf_profile_free);

  G_OBJECT_CLASS (yf_profile_page_parent_class)->dispose (object);
}

static void
yf_profile_page_class_init (YfProfilePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;

  g_type_ensure (YF_TYPE_DATE_ROW);
  g_type_ensure (YF_TYPE_READER_GROUP);
  g_type_ensure (YF_TYPE_SCHEDULE_GROUP);
  g_type_ensure (YF_TYPE_TIME_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-profile-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YfProfilePage, stage);
  gtk_widget_class_bind_template_child (widget_class, YfProfilePage, onset);
  gtk_widget_class_bind_template_child (widget_class, YfProfilePage, onset_time);
  gtk_widget_class_bind_template_child (widget_class, YfProfilePage, relief);
  gtk_widget_class_bind_template_child (widget_class, YfProfilePage, treatment);
  gtk_widget_class_bind_template_child (widget_class, YfProfilePage, conditions);
  gtk_widget_class_bind_template_child (widget_class, YfProfilePage, strength);
  gtk_widget_class_bind_template_child (widget_class, YfProfilePage, medicine);
  gtk_widget_class_bind_template_child (widget_class, YfProfilePage, clearances);
  gtk_widget_class_bind_template_child (widget_class, YfProfilePage, assessments);
  gtk_widget_class_bind_template_child (widget_class, YfProfilePage, schedule);
  gtk_widget_class_bind_template_child (widget_class, YfProfilePage, reader);
  gtk_widget_class_bind_template_child (widget_class, YfProfilePage, add_clearance);
  gtk_widget_class_bind_template_child (widget_class, YfProfilePage, add_assessment);
  gtk_widget_class_bind_template_callback (widget_class, committed_cb);
  gtk_widget_class_bind_template_callback (widget_class, time_committed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_clearance_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_assessment_cb);
}

static void
yf_profile_page_init (YfProfilePage *self)
{
  self->switches = g_ptr_array_new ();
  self->dates = g_ptr_array_new ();
  self->clearance_rows = g_ptr_array_new ();
  self->assessment_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yf_profile_page_set_person:
 * @person: whose profile it is; the log is open
 *
 * Shows the profile. Called once.
 */
void
yf_profile_page_set_person (YfProfilePage *self,
                            YfPerson      *person)
{
  g_return_if_fail (YF_IS_PROFILE_PAGE (self));
  g_return_if_fail (self->person == NULL);
  g_return_if_fail (yf_person_get_profile (person) != NULL);

  self->person = g_object_ref (person);
  fill (self);
  show_profile (self);
  yf_schedule_group_set_person (self->schedule, person);
  yf_reader_group_set_person (self->reader, person);
  changed_cb (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self), yf_person_can_write (person));
  g_signal_connect_object (person, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (person, "planned", G_CALLBACK (show_stage), self, G_CONNECT_SWAPPED);
}
