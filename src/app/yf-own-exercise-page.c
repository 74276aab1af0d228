/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-draft.h"
#include "yf-entry-row.h"
#include "yf-own-exercise-page.h"
#include "yf-page.h"
#include "yf-rows.h"

/**
 * YfOwnExercisePage:
 *
 * Asks for an exercise of the person's own, or for changes to one.
 */
struct _YfOwnExercisePage
{
  AdwBin parent_instance;

  AdwWindowTitle      *window_title;
  AdwPreferencesGroup *name_group;
  AdwPreferencesGroup *posture_group;
  AdwPreferencesGroup *phases_group;
  AdwPreferencesGroup *dose_group;
  GtkLabel            *judged;
  GtkLabel            *problem;
  GtkWidget           *save;
  GtkWidget           *remove;

  YfPerson            *person;
  YfExercise          *exercise;   /* NULL for a new one */
  GtkCheckButton      *postures[YF_POSTURE_STANDING + 1];
  GtkSwitch           *two_sided;
  YfEntryRow          *fields[YF_DRAFT_ERROR_REPS + 1]; /* by YfDraftError; numbers from RAISE on */
};

static void page_init (YfPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (YfOwnExercisePage, yf_own_exercise_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (YF_TYPE_PAGE, page_init))

enum
{
  DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What stands for a field that holds no number: never within the limits. */
#define NO_NUMBER (-1)

static YfPosture
get_posture (YfOwnExercisePage *self)
{
  for (int posture = YF_POSTURE_SUPINE; posture <= YF_POSTURE_STANDING; posture++)
    if (gtk_check_button_get_active (self->postures[posture]))
      return posture;

  return YF_POSTURE_SUPINE;
}

static void
show_problem (YfOwnExercisePage *self,
              const char        *message)
{
  gtk_label_set_label (self->problem, message ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), message != NULL);
}

static void
update_judged (YfOwnExercisePage *self)
{
  gtk_label_set_label (self->judged, yf_draft_get_group (get_posture (self)) == YF_GROUP_SWALLOW
                       ? _("Yanfei does not know your exercise. Because you lie down for it, it is judged as strictly as the swallow-flight, and never goes beyond the times and numbers you write here. This is Yanfei’s own cautious choice.")
                       : _("Yanfei does not know your exercise. Because you stand for it, it is judged as strictly as the plank, and never goes beyond the times and numbers you write here. This is Yanfei’s own cautious choice."));
}

static int
get_number (YfOwnExercisePage *self,
            YfDraftError       field)
{
  int number;

  return yf_entry_row_get_number (self->fields[field], &number) ? number : NO_NUMBER;
}

static YfDraft *
create_draft (YfOwnExercisePage *self)
{
  YfDraft *draft = yf_draft_new ();

  g_free (draft->name);
  draft->name = yf_entry_row_dup_text (self->fields[YF_DRAFT_ERROR_NAME]);
  draft->posture = get_posture (self);
  draft->two_sided = gtk_switch_get_active (self->two_sided);
  draft->raise = get_number (self, YF_DRAFT_ERROR_RAISE);
  draft->hold = get_number (self, YF_DRAFT_ERROR_HOLD);
  draft->lower = get_number (self, YF_DRAFT_ERROR_LOWER);
  draft->rest = get_number (self, YF_DRAFT_ERROR_REST);
  draft->sets = get_number (self, YF_DRAFT_ERROR_SETS);
  draft->reps = get_number (self, YF_DRAFT_ERROR_REPS);

  return draft;
}

static void
refuse (YfOwnExercisePage *self,
        const GError      *error)
{
  if (error->domain == YF_DRAFT_ERROR && error->code <= YF_DRAFT_ERROR_REPS)
    {
      yf_entry_row_set_error (self->fields[error->code], error->message);
      gtk_widget_grab_focus (GTK_WIDGET (self->fields[error->code]));
    }
  else
    {
      show_problem (self, error->message);
    }
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (YfOwnExercisePage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (self->person == NULL)
    return;
  if (!yf_store_write_finish (YF_STORE (source), result, &error))
    {
      gtk_widget_set_sensitive (self->save, TRUE);
      gtk_widget_set_sensitive (self->remove, TRUE);
      show_problem (self, error->message);
      return;
    }

  yf_person_reload_own (self->person);
  g_signal_emit (self, signals[DONE], 0);
}

static void
save_cb (YfOwnExercisePage *self)
{
  YfStore *store = yf_person_get_store (self->person);
  g_autoptr (YfDraft) draft = create_draft (self);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (YfExercise) exercise = NULL;
  g_autoptr (YfOwnExerciseRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  g_autofree char *xml = NULL;

  show_problem (self, NULL);
  records = yf_store_dup_own_exercises (store, &error);
  if (records)
    {
      id = yf_own_exercise_next_id (records);
      exercise = yf_draft_to_exercise (draft, id, &error);
    }
  if (exercise)
    xml = yf_draft_to_xml (draft, id, &error);
  if (xml == NULL)
    {
      refuse (self, error);
      return;
    }

  gtk_widget_set_sensitive (self->save, FALSE);
  gtk_widget_set_sensitive (self->remove, FALSE);
  record = yf_own_exercise_record_new (id, xml, yf_clock_get_real (yf_person_get_clock (self->person)));
  yf_store_save_own_exercise_async (store, record, self->exercise ? yf_exercise_get_id (self->exercise) : NULL,
                                    NULL, written_cb, g_object_ref (self));
}

static void
remove_cb (YfOwnExercisePage *self)
{
  gtk_widget_set_sensitive (self->save, FALSE);
  gtk_widget_set_sensitive (self->remove, FALSE);
  yf_store_retire_own_exercise_async (yf_person_get_store (self->person), yf_exercise_get_id (self->exercise), NULL,
                                      written_cb, g_object_ref (self));
}

static void
add_field (YfOwnExercisePage   *self,
           AdwPreferencesGroup *group,
           YfDraftError         field,
           const char          *title,
           const char          *hint)
{
  GtkWidget *row = yf_entry_row_new (title, hint);

  self->fields[field] = YF_ENTRY_ROW (row);
  adw_preferences_group_add (group, row);
}

static void
fill (YfOwnExercisePage *self)
{
  g_autoptr (YfDraft) draft = self->exercise ? yf_draft_new_from_exercise (self->exercise) : yf_draft_new ();
  const int numbers[] = { draft->raise, draft->hold, draft->lower, draft->rest, draft->sets, draft->reps };
  g_autofree char *phase_hint = NULL;
  g_autofree char *hold_hint = NULL;
  g_autofree char *sets_hint = NULL;
  g_autofree char *reps_hint = NULL;

  /* Translators: %d is the longest a movement may take */
  phase_hint = g_strdup_printf (_("0 for none, at most %d"), YF_DRAFT_MAX_PHASE);
  /* Translators: %d is the longest a movement may take */
  hold_hint = g_strdup_printf (_("0 for none, at most %d"), YF_DRAFT_MAX_HOLD);
  /* Translators: %d is the largest number that may be given */
  sets_hint = g_strdup_printf (_("At most %d"), YF_DRAFT_MAX_SETS);
  /* Translators: %d is the largest number that may be given */
  reps_hint = g_strdup_printf (_("At most %d"), YF_DRAFT_MAX_REPS);

  add_field (self, self->name_group, YF_DRAFT_ERROR_NAME, _("Name of the exercise"), NULL);
  for (int posture = YF_POSTURE_SUPINE; posture <= YF_POSTURE_STANDING; posture++)
    {
      adw_preferences_group_add (self->posture_group,
                                 yf_rows_new_check (yf_posture_get_name (posture), NULL, &self->postures[posture]));
      if (posture > YF_POSTURE_SUPINE)
        gtk_check_button_set_group (self->postures[posture], self->postures[YF_POSTURE_SUPINE]);
      g_signal_connect_object (self->postures[posture], "toggled", G_CALLBACK (update_judged), self,
                               G_CONNECT_SWAPPED);
    }
  adw_preferences_group_add (self->posture_group,
                             yf_rows_new_switch (_("One side, then the other"), _("The full number on each side."),
                                                 &self->two_sided));
  add_field (self, self->phases_group, YF_DRAFT_ERROR_RAISE, _("Raise, in seconds"), phase_hint);
  add_field (self, self->phases_group, YF_DRAFT_ERROR_HOLD, _("Hold, in seconds"), hold_hint);
  add_field (self, self->phases_group, YF_DRAFT_ERROR_LOWER, _("Lower, in seconds"), phase_hint);
  add_field (self, self->phases_group, YF_DRAFT_ERROR_REST, _("Rest, in seconds"), phase_hint);
  add_field (self, self->dose_group, YF_DRAFT_ERROR_SETS, _("Sets"), sets_hint);
  add_field (self, self->dose_group, YF_DRAFT_ERROR_REPS, _("Repetitions in a set"), reps_hint);

  yf_entry_row_set_text (self->fields[YF_DRAFT_ERROR_NAME], draft->name);
  gtk_check_button_set_active (self->postures[draft->posture], TRUE);
  gtk_switch_set_active (self->two_sided, draft->two_sided);
  for (int i = 0; i < (int) G_N_ELEMENTS (numbers); i++)
    yf_entry_row_set_number (self->fields[YF_DRAFT_ERROR_RAISE + i], numbers[i]);

  adw_window_title_set_title (self->window_title, self->exercise ? _("Change Your Exercise") : _("Add Your Own"));
  gtk_widget_set_visible (self->remove, self->exercise != NULL);
  update_judged (self);
}

static void
focus_first (YfPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (YF_OWN_EXERCISE_PAGE (page)->fields[YF_DRAFT_ERROR_NAME]));
}

static void
page_init (YfPageInterface *iface)
{
  iface->focus_first = focus_first;
}

static void
dispose (GObject *object)
{
  YfOwnExercisePage *self = YF_OWN_EXERCISE_PAGE (object);

  g_clear_object (&self->person);
  g_clear_pointer (&self->exercise, yf_exercise_unref);

  G_OBJECT_CLASS (yf_own_exercise_page_parent_class)->dispose (object);
}

static void
yf_own_exercise_page_class_init (YfOwnExercisePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;

  signals[DONE] =
    g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-own-exercise-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YfOwnExercisePage, window_title);
  gtk_widget_class_bind_template_child (widget_class, YfOwnExercisePage, name_group);
  gtk_widget_class_bind_template_child (widget_class, YfOwnExercisePage, posture_group);
  gtk_widget_class_bind_template_child (widget_class, YfOwnExercisePage, phases_group);
  gtk_widget_class_bind_template_child (widget_class, YfOwnExercisePage, dose_group);
  gtk_widget_class_bind_template_child (widget_class, YfOwnExercisePage, judged);
  gtk_widget_class_bind_template_child (widget_class, YfOwnExercisePage, problem);
  gtk_widget_class_bind_template_child (widget_class, YfOwnExercisePage, save);
  gtk_widget_class_bind_template_child (widget_class, YfOwnExercisePage, remove);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
yf_own_exercise_page_init (YfOwnExercisePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yf_own_exercise_page_new:
 * @person: whose exercise it is; their log can be written
 * @exercise: (nullable): the one to be changed, or %NULL to add one
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
yf_own_exercise_page_new (YfPerson   *person,
                          YfExercise *exercise)
{
  YfOwnExercisePage *self = g_object_new (YF_TYPE_OWN_EXERCISE_PAGE, NULL);

  self->person = g_object_ref (person);
  self->exercise = exercise ? yf_exercise_ref (exercise) : NULL;
  fill (self);

  return GTK_WIDGET (self);
}
