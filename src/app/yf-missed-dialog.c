/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-after-form.h"
#include "yf-dose-rows.h"
#include "yf-entry-row.h"
#include "yf-missed-dialog.h"
#include "yf-moment-group.h"
#include "yf-pain-group.h"
#include "yf-plan.h"
#include "yf-rows.h"
#include "yf-session-edit.h"
#include "yf-text.h"
#include "yf-timeline.h"

/* One exercise that may have been done, and how much of it. */
typedef struct
{
  YfExercise     *exercise;  /* unowned */
  YfDose          dose;
  GtkCheckButton *check;
  YfStepper      *sets;
  YfStepper      *reps;
  YfStepper      *hold;
} Choice;

struct _YfMissedDialog
{
  YfEditDialog parent_instance;

  YfCatalogue   *catalogue;
  YfMomentGroup *moment;
  GPtrArray     *choices;        /* Choice */
  YfEntryRow    *minutes;
  gboolean       minutes_typed;
  gboolean       showing;
  YfPainGroup   *before;
  YfAfterForm   *after;
};

G_DEFINE_FINAL_TYPE (YfMissedDialog, yf_missed_dialog, YF_TYPE_EDIT_DIALOG)

static YfRoutine *
create_routine (YfMissedDialog *self)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (YfRoutineItem));

  for (guint i = 0; i < self->choices->len; i++)
    {
      const Choice *choice = g_ptr_array_index (self->choices, i);
      const YfRoutineItem item = { choice->exercise, choice->dose };

      if (gtk_check_button_get_active (choice->check))
        g_array_append_val (items, item);
    }

  return items->len > 0 ? yf_routine_new ((const YfRoutineItem *) items->data, items->len) : NULL;
}

/* How long it takes at Yanfei's pace, until somebody says how long it took. */
static void
guess_minutes (YfMissedDialog *self)
{
  g_autoptr (YfRoutine) routine = create_routine (self);
  g_autoptr (YfTimeline) timeline = NULL;

  if (self->minutes_typed)
    return;
  self->showing = TRUE;
  if (routine)
    {
      timeline = yf_timeline_new (routine, YF_COUNTING_PACE);
      yf_entry_row_set_number (self->minutes,
                               (int) ((yf_timeline_get_length (timeline) + YF_TEXT_LONG - 1) / YF_TEXT_LONG));
    }
  else
    {
      yf_entry_row_set_text (self->minutes, "");
    }
  self->showing = FALSE;
}

static void
minutes_cb (YfMissedDialog *self)
{
  if (!self->showing)
    self->minutes_typed = TRUE;
}

static void
show_number (YfStepper *row,
             int        number,
             int        most)
{
  g_autofree char *text = g_strdup_printf ("%d", number);

  yf_stepper_show (row, text, number > 1, number < most);
}

static void
show_choice (Choice *choice)
{
  const YfDose *most = yf_exercise_get_ceiling (choice->exercise);
  gboolean active = gtk_check_button_get_active (choice->check);
  gint64 hold = choice->dose.hold;
  g_autofree char *hold_text = yf_dose_rows_hold_text (choice->exercise, hold, hold);

  show_number (choice->sets, choice->dose.sets, most->sets);
  show_number (choice->reps, choice->dose.reps, most->reps);
  yf_stepper_show (choice->hold, hold_text,
                   yf_dose_rows_step_hold (choice->exercise, hold, most->hold, -1) != hold,
                   yf_dose_rows_step_hold (choice->exercise, hold, most->hold, 1) != hold);
  gtk_widget_set_visible (GTK_WIDGET (choice->sets), active && most->sets > 1);
  gtk_widget_set_visible (GTK_WIDGET (choice->reps), active && most->reps > 1);
  gtk_widget_set_visible (GTK_WIDGET (choice->hold), active && yf_exercise_has_hold (choice->exercise));
}

static Choice *
find_choice (YfMissedDialog *self,
             gpointer        widget)
{
  for (guint i = 0; i < self->choices->len; i++)
    {
      Choice *choice = g_ptr_array_index (self->choices, i);

      if (choice->check == widget || choice->sets == widget || choice->reps == widget || choice->hold == widget)
        return choice;
    }

  return NULL;
}

static void
changed (YfMissedDialog *self,
         Choice         *choice)
{
  yf_edit_dialog_show_problem (YF_EDIT_DIALOG (self), NULL);
  show_choice (choice);
  guess_minutes (self);
}

static void
toggled_cb (YfMissedDialog *self,
            GtkCheckButton *check)
{
  Choice *choice = find_choice (self, check);

  if (choice)
    changed (self, choice);
}

static void
sets_cb (YfMissedDialog *self,
         int             direction,
         YfStepper      *row)
{
  Choice *choice = find_choice (self, row);

  if (choice == NULL)
    return;
  choice->dose.sets = CLAMP (choice->dose.sets + direction, 1, yf_exercise_get_ceiling (choice->exercise)->sets);
  changed (self, choice);
}

static void
reps_cb (YfMissedDialog *self,
         int             direction,
         YfStepper      *row)
{
  Choice *choice = find_choice (self, row);

  if (choice == NULL)
    return;
  choice->dose.reps = CLAMP (choice->dose.reps + direction, 1, yf_exercise_get_ceiling (choice->exercise)->reps);
  changed (self, choice);
}

static void
hold_cb (YfMissedDialog *self,
         int             direction,
         YfStepper      *row)
{
  Choice *choice = find_choice (self, row);

  if (choice == NULL)
    return;
  choice->dose.hold = yf_dose_rows_step_hold (choice->exercise, choice->dose.hold,
                                              yf_exercise_get_ceiling (choice->exercise)->hold, direction);
  changed (self, choice);
}

static YfStepper *
add_stepper (YfMissedDialog      *self,
             AdwPreferencesGroup *group,
             char                *title,
             GCallback            stepped)
{
  g_autofree char *owned = title;
  GtkWidget *row = yf_dose_rows_new_stepper (owned, stepped, G_OBJECT (self));

  gtk_widget_add_css_class (row, "inner");
  adw_preferences_group_add (group, row);

  return YF_STEPPER (row);
}

static void
add_choice (YfMissedDialog      *self,
            AdwPreferencesGroup *group,
            YfExercise          *exercise)
{
  const char *name = yf_exercise_get_name (exercise);
  gboolean minutes = yf_dose_rows_get_unit (exercise) != YF_SECOND;
  Choice *choice = g_new0 (Choice, 1);

  choice->exercise = exercise;
  choice->dose = *yf_exercise_get_first_dose (exercise);
  adw_preferences_group_add (group, yf_rows_new_check (name, NULL, &choice->check));
  /* Translators: what is counted; %s is the name of an exercise */
  choice->sets = add_stepper (self, group, g_strdup_printf (_("%s: sets"), name), G_CALLBACK (sets_cb));
  /* Translators: what is counted; %s is the name of an exercise */
  choice->reps = add_stepper (self, group, g_strdup_printf (_("%s: repetitions in a set"), name), G_CALLBACK (reps_cb));
  /* Translators: what is counted; %s is the name of an exercise */
  choice->hold = add_stepper (self, group,
                              g_strdup_printf (minutes ? _("%s: how long, in minutes") : _("%s: hold, in seconds"), name),
                              G_CALLBACK (hold_cb));
  g_ptr_array_add (self->choices, choice);
  show_choice (choice);
  g_signal_connect_object (choice->check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
}

static gpointer
create_entry (YfEditDialog *dialog)
{
  YfMissedDialog *self = YF_MISSED_DIALOG (dialog);
  gint64 now = yf_clock_get_real (yf_person_get_clock (yf_edit_dialog_get_person (dialog)));
  g_autoptr (YfRoutine) routine = create_routine (self);
  g_autoptr (GPtrArray) exercises = g_ptr_array_new ();
  g_autoptr (GArray) doses = g_array_new (FALSE, FALSE, sizeof (YfDose));
  YfSessionRecord *record;
  gint64 started;
  gint32 utc_offset;
  int minutes;

  if (!yf_moment_group_read (self->moment, &started, &utc_offset))
    return NULL;
  if (routine == NULL)
    {
      yf_edit_dialog_show_problem (dialog, _("Please choose what you did."));
      gtk_widget_grab_focus (GTK_WIDGET (((Choice *) g_ptr_array_index (self->choices, 0))->check));
      return NULL;
    }
  if (!yf_entry_row_get_number (self->minutes, &minutes) || minutes < 1 || minutes > YF_ACTIVITY_MAX_MINUTES)
    {
      yf_entry_row_set_error (self->minutes, _("Please write how many minutes it took, from 1 to 1440."));
      gtk_widget_grab_focus (GTK_WIDGET (self->minutes));
      return NULL;
    }
  if (started + minutes * YF_TEXT_LONG > now)
    {
      yf_moment_group_refuse (self->moment, _("The session would have ended in the future. Give the time at which it began."));
      return NULL;
    }

  for (guint i = 0; i < yf_routine_get_n_items (routine); i++)
    {
      const YfRoutineItem *item = yf_routine_get_item (routine, i);

      g_ptr_array_add (exercises, item->exercise);
      g_array_append_val (doses, item->dose);
    }
  record = yf_session_edit_enter (exercises, doses, started, utc_offset, minutes * YF_TEXT_LONG);
  yf_session_edit_set_pain (record, yf_pain_group_get_back (self->before), yf_pain_group_get_leg (self->before));
  if (!yf_after_form_is_empty (self->after))
    record->after = yf_after_form_dup_after (self->after, now);

  return record;
}

static void
free_entry (YfEditDialog *dialog,
            gpointer      entry)
{
  yf_session_record_unref (entry);
}

static void
add_group (YfMissedDialog *self,
           const char     *title,
           GtkWidget      *child)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), child);
  yf_edit_dialog_add (YF_EDIT_DIALOG (self), group);
}

static void
fill (YfMissedDialog *self)
{
  YfPerson *person = yf_edit_dialog_get_person (YF_EDIT_DIALOG (self));
  gint64 now = yf_clock_get_real (yf_person_get_clock (person));
  GPtrArray *exercises = yf_catalogue_get_exercises (self->catalogue);
  AdwPreferencesGroup *what = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  self->moment = YF_MOMENT_GROUP (yf_moment_group_new (person, now, yf_real_get_utc_offset (now)));
  yf_moment_group_clear_time (self->moment);
  yf_edit_dialog_add (YF_EDIT_DIALOG (self), GTK_WIDGET (self->moment));

  adw_preferences_group_set_title (what, _("What did you do?"));
  adw_preferences_group_set_description (what, _("As much as Yanfei would have counted. If it was more, say so in the note."));
  for (guint i = 0; i < exercises->len; i++)
    add_choice (self, what, g_ptr_array_index (exercises, i));
  yf_edit_dialog_add (YF_EDIT_DIALOG (self), GTK_WIDGET (what));

  self->minutes = YF_ENTRY_ROW (yf_entry_row_new (_("Minutes"), _("How long it took, from beginning to end. Yanfei has reckoned it; write what you know better.")));
  g_signal_connect_object (self->minutes, "changed", G_CALLBACK (minutes_cb), self, G_CONNECT_SWAPPED);
  add_group (self, _("For how long?"), GTK_WIDGET (self->minutes));

  self->before = YF_PAIN_GROUP (yf_pain_group_new (_("Pain in the back before"), _("Pain in the leg before")));
  add_group (self, _("Before"), GTK_WIDGET (self->before));
  self->after = g_object_new (YF_TYPE_AFTER_FORM, NULL);
  yf_after_form_set_past (self->after);
  add_group (self, _("Afterwards"), GTK_WIDGET (self->after));
}

static void
dispose (GObject *object)
{
  YfMissedDialog *self = YF_MISSED_DIALOG (object);

  g_clear_pointer (&self->catalogue, yf_catalogue_unref);
  g_clear_pointer (&self->choices, g_ptr_array_unref);

  G_OBJECT_CLASS (yf_missed_dialog_parent_class)->dispose (object);
}

static void
yf_missed_dialog_class_init (YfMissedDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dispose;
  YF_EDIT_DIALOG_CLASS (klass)->create_entry = create_entry;
  YF_EDIT_DIALOG_CLASS (klass)->free_entry = free_entry;
}

static void
yf_missed_dialog_init (YfMissedDialog *self)
{
  self->choices = g_ptr_array_new_with_free_func (g_free);
  gtk_window_set_title (GTK_WINDOW (self), _("Add a Missed Session"));
}

/**
 * yf_missed_dialog_new:
 * @person: whose log it is
 * @parent: the window it belongs to
 *
 * Returns: (transfer none): a dialog, not yet shown
 */
GtkWidget *
yf_missed_dialog_new (YfPerson  *person,
                      GtkWindow *parent)
{
  YfMissedDialog *self = g_object_new (YF_TYPE_MISSED_DIALOG, NULL);

  yf_edit_dialog_set_up (YF_EDIT_DIALOG (self), person, parent, YF_ENTRY_SESSION, NULL);
  self->catalogue = yf_catalogue_ref (yf_person_get_catalogue (person));
  fill (self);

  return GTK_WIDGET (self);
}
