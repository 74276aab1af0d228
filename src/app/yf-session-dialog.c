/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-after-form.h"
#include "yf-dose-rows.h"
#include "yf-moment-group.h"
#include "yf-morning-choice.h"
#include "yf-pain-group.h"
#include "yf-rows.h"
#include "yf-session-dialog.h"
#include "yf-session-edit.h"
#include "yf-text.h"

/* One set, and the rows in which it is corrected. */
typedef struct
{
  YfDoneSet   original;
  YfDoneSet   now;
  gboolean    hold_changed;
  YfExercise *exercise;     /* unowned; NULL if nobody knows it any more */
  gint64      most_hold;    /* longer than this it cannot have been */
  YfStepper  *reps;
  YfStepper  *hold;         /* NULL where there is none */
} Set;

struct _YfSessionDialog
{
  YfEditDialog parent_instance;

  YfSessionRecord *session;
  YfMomentGroup   *moment;
  YfPainGroup     *before;
  GPtrArray       *sets;    /* Set */
  YfAfterForm     *after;
  YfMorningChoice *morning;
};

G_DEFINE_FINAL_TYPE (YfSessionDialog, yf_session_dialog, YF_TYPE_EDIT_DIALOG)

static void
show_set (Set *set)
{
  g_autofree char *done = g_strdup_printf ("%d", set->now.done);

  yf_stepper_show (set->reps, done, set->now.done > 0, set->now.done < set->now.planned);
  if (set->hold)
    {
      g_autofree char *text = yf_dose_rows_hold_text (set->exercise, set->now.hold, set->now.most);
      gint64 hold = set->now.hold;

      yf_stepper_show (set->hold, text,
                       yf_dose_rows_step_hold (set->exercise, hold, set->most_hold, -1) != hold,
                       yf_dose_rows_step_hold (set->exercise, hold, set->most_hold, 1) != hold);
      gtk_widget_set_visible (GTK_WIDGET (set->hold), set->now.done > 0);
    }
}

static Set *
find_set (YfSessionDialog *self,
          YfStepper       *row)
{
  for (guint i = 0; i < self->sets->len; i++)
    {
      Set *set = g_ptr_array_index (self->sets, i);

      if (set->reps == row || set->hold == row)
        return set;
    }

  return NULL;
}

static void
reps_cb (YfSessionDialog *self,
         int              direction,
         YfStepper       *row)
{
  Set *set = find_set (self, row);

  if (set == NULL)
    return;
  /* A set of which nothing was done had no hold: it has the planned one. */
  if (set->now.done == 0 && set->now.hold == 0 && set->hold)
    {
      const YfExerciseRecord *exercise = g_ptr_array_index (self->session->exercises, set->now.item);

      set->now.hold = set->now.most = exercise->planned.hold;
    }
  set->now.done = CLAMP (set->now.done + direction, 0, MAX (set->now.planned, set->original.done));
  show_set (set);
}

static void
hold_cb (YfSessionDialog *self,
         int              direction,
         YfStepper       *row)
{
  Set *set = find_set (self, row);

  if (set == NULL)
    return;
  set->now.hold = yf_dose_rows_step_hold (set->exercise, set->now.hold, set->most_hold, direction);
  set->now.most = set->now.hold;
  set->hold_changed = TRUE;
  show_set (set);
}

static char *
name_reps (const YfDoneSet *set)
{
  if (set->side == YF_SIDE_LEFT)
    /* Translators: what is counted; %d is the number of a set done with the left side of the body */
    return g_strdup_printf (_("Set %d, left: repetitions done"), set->set);
  if (set->side == YF_SIDE_RIGHT)
    /* Translators: what is counted; %d is the number of a set done with the right side of the body */
    return g_strdup_printf (_("Set %d, right: repetitions done"), set->set);
  /* Translators: what is counted; %d is the number of a set */
  return g_strdup_printf (_("Set %d: repetitions done"), set->set);
}

static char *
name_hold (const YfDoneSet *set,
           gboolean         minutes)
{
  if (set->side == YF_SIDE_LEFT)
    /* Translators: what is counted; %d is the number of a set done with the left side of the body */
    return g_strdup_printf (minutes ? _("Set %d, left: held, in minutes") : _("Set %d, left: held, in seconds"), set->set);
  if (set->side == YF_SIDE_RIGHT)
    /* Translators: what is counted; %d is the number of a set done with the right side of the body */
    return g_strdup_printf (minutes ? _("Set %d, right: held, in minutes") : _("Set %d, right: held, in seconds"),
                            set->set);
  /* Translators: what is counted; %d is the number of a set */
  return g_strdup_printf (minutes ? _("Set %d: held, in minutes") : _("Set %d: held, in seconds"), set->set);
}

static void
add_set (YfSessionDialog     *self,
         AdwPreferencesGroup *group,
         const YfDoneSet     *done)
{
  YfCatalogue *catalogue = yf_person_get_everything (yf_edit_dialog_get_person (YF_EDIT_DIALOG (self)));
  const YfExerciseRecord *record = g_ptr_array_index (self->session->exercises, done->item);
  YfExercise *exercise = yf_catalogue_find_exercise (catalogue, record->exercise);
  gboolean has_hold = exercise ? yf_exercise_has_hold (exercise) : record->planned.hold > 0;
  g_autofree char *reps_name = name_reps (done);
  Set *set = g_new0 (Set, 1);

  set->original = set->now = *done;
  set->exercise = exercise;
  set->most_hold = MAX (done->most, MAX (record->planned.hold, exercise ? yf_exercise_get_ceiling (exercise)->hold : 0));
  set->reps = YF_STEPPER (yf_dose_rows_new_stepper (reps_name, G_CALLBACK (reps_cb), G_OBJECT (self)));
  adw_preferences_group_add (group, GTK_WIDGET (set->reps));
  if (has_hold)
    {
      g_autofree char *hold_name = name_hold (done, yf_dose_rows_get_unit (exercise) != YF_SECOND);

      set->hold = YF_STEPPER (yf_dose_rows_new_stepper (hold_name, G_CALLBACK (hold_cb), G_OBJECT (self)));
      gtk_widget_add_css_class (GTK_WIDGET (set->hold), "inner");
      adw_preferences_group_add (group, GTK_WIDGET (set->hold));
    }
  g_ptr_array_add (self->sets, set);
  show_set (set);
}

static void
add_exercises (YfSessionDialog *self)
{
  YfCatalogue *catalogue = yf_person_get_everything (yf_edit_dialog_get_person (YF_EDIT_DIALOG (self)));
  g_autoptr (GArray) sets = yf_session_edit_dup_sets (self->session, catalogue);
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; i < sets->len; i++)
    {
      const YfDoneSet *set = &g_array_index (sets, YfDoneSet, i);

      if (i == 0 || set->item != g_array_index (sets, YfDoneSet, i - 1).item)
        {
          const YfExerciseRecord *record = g_ptr_array_index (self->session->exercises, set->item);
          YfExercise *exercise = yf_catalogue_find_exercise (catalogue, record->exercise);
          g_autofree char *dose = exercise ? yf_text_dose (exercise, &record->planned)
                                           : yf_dose_to_string (&record->planned);
          /* Translators: %s is a dose: "2 sets of 10 repetitions, hold 3 seconds" */
          g_autofree char *planned = g_strdup_printf (_("Planned: %s."), dose);
          g_autofree char *title = g_markup_escape_text (exercise ? yf_exercise_get_name (exercise) : record->exercise, -1);

          group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          adw_preferences_group_set_title (group, title);
          adw_preferences_group_set_description (group, planned);
          yf_edit_dialog_add (YF_EDIT_DIALOG (self), GTK_WIDGET (group));
        }
      add_set (self, group, set);
    }
}

static gboolean
after_equal (const YfAfter *a,
             const YfAfter *b)
{
  return a->pain_back == b->pain_back && a->pain_leg == b->pain_leg && a->effort == b->effort &&
         g_strcmp0 (a->note, b->note) == 0;
}

static void
take_after (YfSessionDialog *self,
            YfSessionRecord *record,
            gint64           now)
{
  g_autoptr (YfAfter) after = yf_after_form_dup_after (self->after, now);

  if (record->after && after_equal (record->after, after))
    return;
  g_clear_pointer (&record->after, yf_after_free);
  if (!yf_after_form_is_empty (self->after))
    record->after = g_steal_pointer (&after);
}

static gpointer
create_entry (YfEditDialog *dialog)
{
  YfSessionDialog *self = YF_SESSION_DIALOG (dialog);
  gint64 now = yf_clock_get_real (yf_person_get_clock (yf_edit_dialog_get_person (dialog)));
  g_autoptr (YfSessionRecord) record = NULL;
  YfMorning morning = yf_morning_choice_get_morning (self->morning);
  gint64 started;
  gint32 utc_offset;

  if (!yf_moment_group_read (self->moment, &started, &utc_offset))
    return NULL;

  record = yf_session_edit_begin (self->session);
  if (started != record->started)
    yf_session_edit_move (record, started, utc_offset);
  if (record->ended > now)
    {
      yf_moment_group_refuse (self->moment, _("The session would have ended in the future. Give the time at which it began."));
      return NULL;
    }

  yf_session_edit_set_pain (record, yf_pain_group_get_back (self->before), yf_pain_group_get_leg (self->before));
  for (guint i = 0; i < self->sets->len; i++)
    {
      const Set *set = g_ptr_array_index (self->sets, i);

      if (set->now.done != set->original.done || set->hold_changed)
        yf_session_edit_set_done (record, &set->now, set->hold_changed);
    }
  take_after (self, record, now);
  if (morning != record->morning)
    {
      record->morning = morning;
      record->morning_at = morning == YF_MORNING_UNANSWERED ? 0 : now;
    }

  return g_steal_pointer (&record);
}

static void
free_entry (YfEditDialog *dialog,
            gpointer      entry)
{
  yf_session_record_unref (entry);
}

static void
add_group (YfSessionDialog *self,
           const char      *title,
           GtkWidget       *child)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), child);
  yf_edit_dialog_add (YF_EDIT_DIALOG (self), group);
}

static void
fill (YfSessionDialog *self)
{
  YfPerson *person = yf_edit_dialog_get_person (YF_EDIT_DIALOG (self));
  YfSessionRecord *session = self->session;

  self->moment = YF_MOMENT_GROUP (yf_moment_group_new (person, session->started, session->utc_offset));
  yf_edit_dialog_add (YF_EDIT_DIALOG (self), GTK_WIDGET (self->moment));

  self->before = YF_PAIN_GROUP (yf_pain_group_new (_("Pain in the back before"), _("Pain in the leg before")));
  yf_pain_group_show_check_in (self->before, yf_person_get_everything (person), session->check_in);
  add_group (self, _("Before"), GTK_WIDGET (self->before));

  add_exercises (self);

  self->after = g_object_new (YF_TYPE_AFTER_FORM, NULL);
  yf_after_form_set_past (self->after);
  yf_after_form_set_after (self->after, session->after);
  add_group (self, _("Afterwards"), GTK_WIDGET (self->after));

  self->morning = YF_MORNING_CHOICE (yf_morning_choice_new (_("How was your back on the next morning?")));
  yf_morning_choice_set_optional (self->morning, TRUE);
  yf_morning_choice_set_morning (self->morning, session->morning);
  gtk_widget_set_visible (GTK_WIDGET (self->morning),
                          session->morning != YF_MORNING_UNANSWERED || yf_person_is_morning_due (person, session));
  yf_edit_dialog_add (YF_EDIT_DIALOG (self), GTK_WIDGET (self->morning));
}

static void
dispose (GObject *object)
{
  YfSessionDialog *self = YF_SESSION_DIALOG (object);

  g_clear_pointer (&self->session, yf_session_record_unref);
  g_clear_pointer (&self->sets, g_ptr_array_unref);

  G_OBJECT_CLASS (yf_session_dialog_parent_class)->dispose (object);
}

static void
yf_session_dialog_class_init (YfSessionDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dispose;
  YF_EDIT_DIALOG_CLASS (klass)->create_entry = create_entry;
  YF_EDIT_DIALOG_CLASS (klass)->free_entry = free_entry;
}

static void
yf_session_dialog_init (YfSessionDialog *self)
{
  self->sets = g_ptr_array_new_with_free_func (g_free);
  gtk_window_set_title (GTK_WINDOW (self), _("Edit a Session"));
}

/**
 * yf_session_dialog_new:
 * @person: whose log it is
 * @parent: the window it belongs to
 * @session: a session of the log that has ended
 *
 * Returns: (transfer none): a dialog, not yet shown
 */
GtkWidget *
yf_session_dialog_new (YfPerson        *person,
                       GtkWindow       *parent,
                       YfSessionRecord *session)
{
  YfSessionDialog *self = g_object_new (YF_TYPE_SESSION_DIALOG, NULL);

  yf_edit_dialog_set_up (YF_EDIT_DIALOG (self), person, parent, YF_ENTRY_SESSION, session->id);
  self->session = yf_session_record_ref (session);
  fill (self);

  return GTK_WIDGET (self);
}
