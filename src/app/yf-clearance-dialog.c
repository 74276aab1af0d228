/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-clearance-dialog.h"
#include "yf-date-row.h"
#include "yf-rows.h"
#include "yf-stage.h"

/**
 * YfClearanceDialog:
 *
 * Asks what a clinician has cleared: who, when, in spite of what, which
 * exercises, and until when.
 */
struct _YfClearanceDialog
{
  AdwWindow parent_instance;

  GtkWidget           *add;
  GtkLabel            *problem;
  GtkEditable         *clinician;
  YfDateRow           *date;
  YfDateRow           *until;
  AdwPreferencesGroup *conditions;
  AdwPreferencesGroup *exercises;

  YfPerson            *person;
  GHashTable          *condition_checks; /* GtkCheckButton -> id */
  GHashTable          *exercise_checks;  /* likewise; "*" for all */
};

G_DEFINE_FINAL_TYPE (YfClearanceDialog, yf_clearance_dialog, ADW_TYPE_WINDOW)

static void
show_problem (YfClearanceDialog *self,
              const char        *message)
{
  gtk_label_set_label (self->problem, message ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), message != NULL);
}

static void
changed_cb (YfClearanceDialog *self)
{
  show_problem (self, NULL);
}

static GPtrArray *
collect (GHashTable *checks)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer check, id;

  g_hash_table_iter_init (&iter, checks);
  while (g_hash_table_iter_next (&iter, &check, &id))
    if (gtk_check_button_get_active (check))
      g_ptr_array_add (ids, id);
  g_ptr_array_add (ids, NULL);

  return g_steal_pointer (&ids);
}

static void
add_cb (YfClearanceDialog *self)
{
  g_autofree char *clinician = g_strstrip (g_strdup (gtk_editable_get_text (self->clinician)));
  g_autoptr (GPtrArray) conditions = collect (self->condition_checks);
  g_autoptr (GPtrArray) exercises = collect (self->exercise_checks);
  g_autoptr (YfClearance) clearance = NULL;
  g_autoptr (YfProfile) profile = NULL;
  g_autoptr (GError) error = NULL;

  if (!yf_date_row_commit (self->date) || !yf_date_row_commit (self->until))
    return;
  if (!yf_day_is_known (yf_date_row_get_day (self->date)))
    {
      yf_date_row_set_error (self->date, _("Please say when this was."));
      gtk_widget_child_focus (GTK_WIDGET (self->date), GTK_DIR_TAB_FORWARD);
      return;
    }

  clearance = yf_clearance_new (clinician, yf_date_row_get_day (self->date),
                                (const char * const *) conditions->pdata,
                                (const char * const *) exercises->pdata,
                                yf_date_row_get_day (self->until));
  profile = yf_profile_copy (yf_person_get_profile (self->person));
  yf_profile_add_clearance (profile, clearance);
  if (yf_person_set_profile (self->person, profile, &error))
    gtk_window_close (GTK_WINDOW (self));
  else
    show_problem (self, error->message);
}

static void
add_check (YfClearanceDialog   *self,
           AdwPreferencesGroup *group,
           GHashTable          *checks,
           const char          *id,
           const char          *title,
           gboolean             active)
{
  GtkCheckButton *check;

  adw_preferences_group_add (group, yf_rows_new_check (title, NULL, &check));
  gtk_check_button_set_active (check, active);
  g_hash_table_insert (checks, check, (gpointer) g_intern_string (id));
  g_signal_connect_object (check, "toggled", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
add_stage (YfClearanceDialog *self,
           YfStage            stage,
           gboolean           today)
{
  g_autofree char *title = NULL;

  if (today)
    /* Translators: %s is the stage of an episode that the person is in: "Acute stage" */
    title = g_strdup_printf (_("Your stage today: %s"), yf_stage_get_name (stage));
  else
    /* Translators: %s is a stage of an episode that the person is not in: "Acute stage" */
    title = g_strdup_printf (_("The stage: %s"), yf_stage_get_name (stage));
  add_check (self, self->conditions, self->condition_checks, yf_stage_get_id (stage), title, FALSE);
}

static void
fill (YfClearanceDialog *self)
{
  /* The stages that close exercises. */
  static const YfStage stages[] = { YF_STAGE_ACUTE, YF_STAGE_EASING };
  YfCatalogue *catalogue = yf_person_get_catalogue (self->person);
  const YfProfile *profile = yf_person_get_profile (self->person);
  GPtrArray *conditions = yf_catalogue_get_conditions (catalogue);
  GPtrArray *exercises = yf_catalogue_get_exercises (catalogue);
  GPtrArray *reliefs = yf_catalogue_get_reliefs (catalogue);
  YfStage stage = yf_stage_reckon (profile, yf_person_get_today (self->person));

  /* What applies to the person stands first, and is all that most need. */
  for (guint i = 0; i < conditions->len; i++)
    {
      YfCondition *condition = g_ptr_array_index (conditions, i);

      if (yf_profile_has_condition (profile, yf_condition_get_id (condition)))
        add_check (self, self->conditions, self->condition_checks,
                   yf_condition_get_id (condition), yf_condition_get_name (condition), FALSE);
    }
  add_stage (self, stage, TRUE);
  for (guint i = 0; i < conditions->len; i++)
    {
      YfCondition *condition = g_ptr_array_index (conditions, i);

      if (!yf_profile_has_condition (profile, yf_condition_get_id (condition)))
        add_check (self, self->conditions, self->condition_checks,
                   yf_condition_get_id (condition), yf_condition_get_name (condition), FALSE);
    }

  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    if (stages[i] != stage)
      add_stage (self, stages[i], FALSE);

  add_check (self, self->exercises, self->exercise_checks, "*", _("All exercises"), FALSE);
  for (guint i = 0; i < exercises->len; i++)
    {
      YfExercise *exercise = g_ptr_array_index (exercises, i);

      add_check (self, self->exercises, self->exercise_checks,
                 yf_exercise_get_id (exercise), yf_exercise_get_name (exercise), FALSE);
    }
  for (guint i = 0; i < reliefs->len; i++)
    {
      YfExercise *relief = g_ptr_array_index (reliefs, i);

      add_check (self, self->exercises, self->exercise_checks,
                 yf_exercise_get_id (relief), yf_exercise_get_name (relief), FALSE);
    }
}

static void
dispose (GObject *object)
{
  YfClearanceDialog *self = YF_CLEARANCE_DIALOG (object);

  g_clear_object (&self->person);
  g_clear_pointer (&self->condition_checks, g_hash_table_unref);
  g_clear_pointer (&self->exercise_checks, g_hash_table_unref);

  G_OBJECT_CLASS (yf_clearance_dialog_parent_class)->dispose (object);
}

static void
yf_clearance_dialog_class_init (YfClearanceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;

  g_type_ensure (YF_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-clearance-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, YfClearanceDialog, add);
  gtk_widget_class_bind_template_child (widget_class, YfClearanceDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, YfClearanceDialog, clinician);
  gtk_widget_class_bind_template_child (widget_class, YfClearanceDialog, date);
  gtk_widget_class_bind_template_child (widget_class, YfClearanceDialog, until);
  gtk_widget_class_bind_template_child (widget_class, YfClearanceDialog, conditions);
  gtk_widget_class_bind_template_child (widget_class, YfClearanceDialog, exercises);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
yf_clearance_dialog_init (YfClearanceDialog *self)
{
  self->condition_checks = g_hash_table_new (NULL, NULL);
  self->exercise_checks = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yf_clearance_dialog_new:
 * @person: whose profile it is added to
 * @parent: the window it belongs to
 *
 * Returns: (transfer none): a dialog, not yet shown
 */
GtkWidget *
yf_clearance_dialog_new (YfPerson  *person,
                         GtkWindow *parent)
{
  YfClearanceDialog *self = g_object_new (YF_TYPE_CLEARANCE_DIALOG, "transient-for", parent, NULL);

  self->person = g_object_ref (person);
  fill (self);

  return GTK_WIDGET (self);
}
