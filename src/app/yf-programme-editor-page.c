/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-date-row.h"
#include "yf-entry-row.h"
#include "yf-programme-clearance-row.h"
#include "yf-programme-editor-page.h"
#include "yf-programme-exercise-row.h"
#include "yf-programme-notes-row.h"
#include "yf-programme-print.h"
#include "yf-programme-words.h"
#include "yf-rows.h"

struct _YfProgrammeEditorPage
{
  AdwBin parent_instance;

  AdwPreferencesGroup  *head;
  AdwPreferencesGroup  *exercises;
  AdwPreferencesGroup  *schedule;
  AdwPreferencesGroup  *pain;
  AdwPreferencesGroup  *clearances;
  GtkLabel             *problem;
  GtkWidget            *save;
  GtkWidget            *follow;

  YfPerson             *person;
  YfCatalogue          *builtin;
  YfCatalogue          *everything;     /* with the draft's own exercises */
  GtkFileChooserNative *chooser;
  YfProgramme          *saving;         /* what is being saved, or NULL */
  gboolean              saved;

  YfEntryRow           *name;
  YfEntryRow           *clinician;
  YfDateRow            *date;
  YfDateRow            *from;
  YfDateRow            *until;
  YfProgrammeNotesRow  *notes;
  GPtrArray            *exercise_rows;  /* YfProgrammeExerciseRow, unowned */
  YfEntryRow           *days_a_week;
  GtkCheckButton       *weekdays[7];
  YfEntryRow           *times_a_day;
  YfEntryRow           *stop_at;
  YfEntryRow           *rest_at;
  GPtrArray            *clearance_rows; /* YfProgrammeClearanceRow, unowned */
};

G_DEFINE_FINAL_TYPE (YfProgrammeEditorPage, yf_programme_editor_page, ADW_TYPE_BIN)

enum
{
  TOLD,
  WRITTEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* In letters: what is no longer than this is not too long. */
#define LONG_NAME 100

static void
show_problem (YfProgrammeEditorPage *self,
              const char            *message)
{
  gtk_label_set_label (self->problem, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), message != NULL);
}

static void
changed_cb (YfProgrammeEditorPage *self)
{
  self->saved = FALSE;
  show_problem (self, NULL);
}

/* A day is told what is wrong by the check of the whole; another day may be right. */
static void
day_cb (YfProgrammeEditorPage *self)
{
  yf_date_row_set_error (self->date, NULL);
  yf_date_row_set_error (self->from, NULL);
  yf_date_row_set_error (self->until, NULL);
  changed_cb (self);
}

/* -- The fields ------------------------------------------------------------ */

static void
add_row (YfProgrammeEditorPage *self,
         AdwPreferencesGroup   *group,
         GtkWidget             *row)
{
  adw_preferences_group_add (group, row);
  g_signal_connect_object (row, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static YfEntryRow *
add_entry (YfProgrammeEditorPage *self,
           AdwPreferencesGroup   *group,
           const char            *title,
           const char            *hint,
           const char            *text)
{
  GtkWidget *row = yf_entry_row_new (title, hint);

  yf_entry_row_set_text (YF_ENTRY_ROW (row), text != NULL ? text : "");
  add_row (self, group, row);

  return YF_ENTRY_ROW (row);
}

static YfDateRow *
add_date (YfProgrammeEditorPage *self,
          const char            *title,
          const char            *hint,
          YfDay                  day)
{
  GtkWidget *row = g_object_new (YF_TYPE_DATE_ROW, "title", title, "hint", hint, NULL);

  if (yf_day_is_known (day))
    yf_date_row_set_day (YF_DATE_ROW (row), day);
  adw_preferences_group_add (self->head, row);
  g_signal_connect_object (row, "committed", G_CALLBACK (day_cb), self, G_CONNECT_SWAPPED);

  return YF_DATE_ROW (row);
}

static void
fill_head (YfProgrammeEditorPage  *self,
           const YfProgrammeDraft *draft)
{
  self->name = add_entry (self, self->head, _("Name of the programme"), NULL, draft->name);
  self->clinician = add_entry (self, self->head, _("Name of the clinician"), NULL, draft->clinician);
  self->date = add_date (self, _("Given on"), NULL, draft->date);
  self->from = add_date (self, _("First day"), _("Empty for the day on which it is given"), draft->from);
  self->until = add_date (self, _("Last day"), _("Empty if it counts until there is another"), draft->until);
  self->notes = YF_PROGRAMME_NOTES_ROW (yf_programme_notes_row_new (_("Notes for the whole programme"), draft->notes));
  add_row (self, self->head, GTK_WIDGET (self->notes));
}

static const YfProgrammeBan *
find_ban (const YfProgrammeDraft *draft,
          const char             *id)
{
  for (guint i = 0; i < draft->bans->len; i++)
    {
      const YfProgrammeBan *ban = g_ptr_array_index (draft->bans, i);

      if (g_str_equal (ban->exercise, id))
        return ban;
    }

  return NULL;
}

static void
add_exercise (YfProgrammeEditorPage *self,
              YfProgrammeDraft      *draft,
              YfExercise            *exercise,
              gboolean               can_forbid)
{
  const char *id = yf_exercise_get_id (exercise);
  GtkWidget *row = yf_programme_exercise_row_new (exercise, can_forbid, yf_programme_draft_find_item (draft, id),
                                                  find_ban (draft, id));

  add_row (self, self->exercises, row);
  g_ptr_array_add (self->exercise_rows, row);
}

/* What is to be done first, in its order; then everything else there is. */
static void
fill_exercises (YfProgrammeEditorPage *self,
                YfProgrammeDraft      *draft)
{
  GPtrArray *exercises = yf_catalogue_get_exercises (self->everything);
  GPtrArray *reliefs = yf_catalogue_get_reliefs (self->everything);
  GPtrArray *offered = yf_catalogue_get_exercises (yf_person_get_catalogue (self->person));

  for (guint i = 0; i < draft->items->len; i++)
    {
      const YfProgrammeDraftItem *item = g_ptr_array_index (draft->items, i);
      YfExercise *exercise = yf_catalogue_find_exercise (self->everything, item->exercise);

      if (exercise != NULL)
        add_exercise (self, draft, exercise, TRUE);
    }
  for (guint i = 0; i < exercises->len; i++)
    {
      YfExercise *exercise = g_ptr_array_index (exercises, i);

      if (yf_programme_draft_find_item (draft, yf_exercise_get_id (exercise)) == NULL)
        add_exercise (self, draft, exercise, TRUE);
    }
  for (guint i = 0; i < reliefs->len; i++)
    add_exercise (self, draft, g_ptr_array_index (reliefs, i), TRUE);

  /* The person's own become the programme's when they are to be done. */
  for (guint i = 0; i < offered->len; i++)
    {
      YfExercise *exercise = g_ptr_array_index (offered, i);
      g_autoptr (YfProgrammeDraft) other = NULL;
      const YfProgrammeDraftOwn *own;

      if (!yf_exercise_is_own (exercise))
        continue;
      other = yf_programme_draft_new ();
      yf_programme_draft_add_own (other, exercise);
      own = g_ptr_array_index (other->own, 0);
      if (yf_catalogue_find_exercise (self->everything, own->id) == NULL)
        add_exercise (self, draft, exercise, FALSE);
    }
}

static void
fill_schedule (YfProgrammeEditorPage  *self,
               const YfProgrammeDraft *draft)
{
  GtkWidget *expander = adw_expander_row_new ();

  self->days_a_week = add_entry (self, self->schedule, _("Days a week"),
                                 _("1 to 7, whichever they are; empty if Yanfei is to plan them"), draft->days_a_week);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), _("Certain days"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (expander), _("They go before the number of days."));
  for (guint i = 0; i < G_N_ELEMENTS (self->weekdays); i++)
    {
      adw_expander_row_add_row (ADW_EXPANDER_ROW (expander),
                                yf_rows_new_check (yf_programme_get_weekday_name (i), NULL, &self->weekdays[i]));
      gtk_check_button_set_active (self->weekdays[i], (draft->weekdays & (1u << i)) != 0);
      g_signal_connect_object (self->weekdays[i], "toggled", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
    }
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (expander), draft->weekdays != 0);
  adw_preferences_group_add (self->schedule, expander);
  self->times_a_day = add_entry (self, self->schedule, _("Times a day"), _("1 to 6; empty for once"),
                                 draft->times_a_day);
}

static void
removed_cb (YfProgrammeEditorPage *self,
            GtkWidget             *row)
{
  g_ptr_array_remove (self->clearance_rows, row);
  adw_preferences_group_remove (self->clearances, row);
  changed_cb (self);
}

static GtkWidget *
add_clearance (YfProgrammeEditorPage           *self,
               const YfProgrammeDraftClearance *clearance)
{
  GtkWidget *row = yf_programme_clearance_row_new (self->everything, clearance);

  add_row (self, self->clearances, row);
  g_ptr_array_add (self->clearance_rows, row);
  g_signal_connect_object (row, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static void
add_clearance_cb (YfProgrammeEditorPage *self)
{
  GtkWidget *row = add_clearance (self, NULL);

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  changed_cb (self);
}

static YfCatalogue *
create_catalogue (YfCatalogue            *builtin,
                  const YfProgrammeDraft *draft)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_exercise_unref);

  for (guint i = 0; i < draft->own->len; i++)
    {
      const YfProgrammeDraftOwn *one = g_ptr_array_index (draft->own, i);
      YfExercise *exercise = yf_draft_to_exercise (one->draft, one->id, NULL);

      if (exercise != NULL)
        g_ptr_array_add (own, exercise);
    }

  return yf_catalogue_with_own (builtin, own);
}

static void
fill (YfProgrammeEditorPage *self,
      YfProgrammeDraft      *draft)
{
  self->everything = create_catalogue (self->builtin, draft);
  fill_head (self, draft);
  fill_exercises (self, draft);
  fill_schedule (self, draft);
  self->stop_at = add_entry (self, self->pain, _("Stop when the pain reaches"), _("1 to 10; empty for Yanfei’s own limit"),
                             draft->stop_at);
  self->rest_at = add_entry (self, self->pain, _("Do not train from this pain on"),
                             _("1 to 10; empty for Yanfei’s own limit"), draft->rest_at);
  for (guint i = 0; i < draft->clearances->len; i++)
    add_clearance (self, g_ptr_array_index (draft->clearances, i));
}

/* -- The draft ------------------------------------------------------------- */

/**
 * yf_programme_editor_page_dup_draft:
 * @self: a page
 *
 * Returns: (transfer full): what has been written so far, right or wrong
 */
YfProgrammeDraft *
yf_programme_editor_page_dup_draft (YfProgrammeEditorPage *self)
{
  YfProgrammeDraft *draft = yf_programme_draft_new ();
  GPtrArray *exercises;

  g_return_val_if_fail (YF_IS_PROGRAMME_EDITOR_PAGE (self), draft);

  draft->name = yf_entry_row_dup_text (self->name);
  draft->clinician = yf_entry_row_dup_text (self->clinician);
  draft->date = yf_date_row_get_day (self->date);
  draft->from = yf_date_row_get_day (self->from);
  draft->until = yf_date_row_get_day (self->until);
  yf_programme_notes_row_apply (self->notes, draft->notes);

  exercises = yf_catalogue_get_exercises (self->everything);
  for (guint i = 0; i < exercises->len; i++)
    if (yf_exercise_is_own (g_ptr_array_index (exercises, i)))
      yf_programme_draft_add_own (draft, g_ptr_array_index (exercises, i));
  for (guint i = 0; i < self->exercise_rows->len; i++)
    yf_programme_exercise_row_apply (g_ptr_array_index (self->exercise_rows, i), draft);

  draft->days_a_week = yf_entry_row_dup_text (self->days_a_week);
  for (guint i = 0; i < G_N_ELEMENTS (self->weekdays); i++)
    if (gtk_check_button_get_active (self->weekdays[i]))
      draft->weekdays |= 1u << i;
  draft->times_a_day = yf_entry_row_dup_text (self->times_a_day);
  draft->stop_at = yf_entry_row_dup_text (self->stop_at);
  draft->rest_at = yf_entry_row_dup_text (self->rest_at);
  for (guint i = 0; i < self->clearance_rows->len; i++)
    yf_programme_clearance_row_apply (g_ptr_array_index (self->clearance_rows, i), draft);

  return draft;
}

static void
mark_entry (YfEntryRow *row,
            const char *message)
{
  g_autofree char *text = yf_entry_row_dup_text (row);

  yf_entry_row_set_error (row, *text != '\0' ? message : _("Please fill this in."));
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
mark_day (YfDateRow  *row,
          const char *message)
{
  yf_date_row_set_error (row, yf_day_is_known (yf_date_row_get_day (row)) ? message : _("Please say when this was."));
  gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
}

/* What is wrong with the head, where the message names no field of it: a day that is
 * before another, or a name that is too long. */
static gboolean
show_head_error (YfProgrammeEditorPage *self,
                 const char            *attribute,
                 const char            *message)
{
  YfDay date = yf_date_row_get_day (self->date);
  YfDay from = yf_date_row_get_day (self->from);
  YfDay until = yf_date_row_get_day (self->until);
  g_autofree char *name = yf_entry_row_dup_text (self->name);
  g_autofree char *clinician = yf_entry_row_dup_text (self->clinician);

  if (g_strcmp0 (attribute, "name") == 0)
    mark_entry (self->name, message);
  else if (g_strcmp0 (attribute, "clinician") == 0)
    mark_entry (self->clinician, message);
  else if (g_strcmp0 (attribute, "date") == 0)
    mark_day (self->date, message);
  else if (yf_day_is_known (from) && from < date)
    mark_day (self->from, message);
  else if (yf_day_is_known (until) && until < MAX (from, date))
    mark_day (self->until, message);
  else if (g_utf8_strlen (name, -1) > LONG_NAME)
    mark_entry (self->name, message);
  else if (g_utf8_strlen (clinician, -1) > LONG_NAME)
    mark_entry (self->clinician, message);
  else
    return FALSE;

  return TRUE;
}

static gboolean
show_error_at (YfProgrammeEditorPage  *self,
               const YfProgrammePlace *place,
               const char             *message)
{
  if (place->part == YF_PROGRAMME_PART_WHOLE)
    return show_head_error (self, place->attribute, message);

  if (place->part == YF_PROGRAMME_PART_NOTE)
    {
      yf_programme_notes_row_set_error (self->notes, message);
      gtk_widget_grab_focus (GTK_WIDGET (self->notes));
      return TRUE;
    }
  if (place->part == YF_PROGRAMME_PART_SCHEDULE)
    {
      mark_entry (g_strcmp0 (place->attribute, "times-a-day") == 0 ? self->times_a_day : self->days_a_week, message);
      return TRUE;
    }
  if (place->part == YF_PROGRAMME_PART_PAIN)
    {
      mark_entry (g_strcmp0 (place->attribute, "rest-at") == 0 ? self->rest_at : self->stop_at, message);
      return TRUE;
    }

  for (guint i = 0; i < self->exercise_rows->len; i++)
    if (yf_programme_exercise_row_show_error (g_ptr_array_index (self->exercise_rows, i), place, message))
      return TRUE;
  for (guint i = 0; i < self->clearance_rows->len; i++)
    if (yf_programme_clearance_row_show_error (g_ptr_array_index (self->clearance_rows, i), place, message))
      return TRUE;

  return FALSE;
}

/* Returns: (transfer full) (nullable): what is written, if it will do; the person was
 * told otherwise */
static YfProgramme *
check (YfProgrammeEditorPage *self)
{
  g_autoptr (YfProgrammeDraft) draft = NULL;
  g_autoptr (GError) error = NULL;
  YfProgrammePlace place;
  YfProgramme *programme;

  show_problem (self, NULL);
  if (!yf_date_row_commit (self->date) || !yf_date_row_commit (self->from) || !yf_date_row_commit (self->until))
    {
      show_problem (self, _("Put right what is marked. Then try again."));
      return NULL;
    }

  draft = yf_programme_editor_page_dup_draft (self);
  programme = yf_programme_draft_check (draft, self->builtin, &place, &error);
  if (programme == NULL)
    show_problem (self, show_error_at (self, &place, error->message) ? _("Put right what is marked. Then try again.")
                                                                     : error->message);

  return programme;
}

/* -- What becomes of it ---------------------------------------------------- */

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (YfProgrammeEditorPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_parse_name (G_FILE (source));
  g_autofree char *message = NULL;

  g_clear_pointer (&self->saving, yf_programme_unref);
  if (self->person == NULL)
    return;
  gtk_widget_set_sensitive (self->save, TRUE);
  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    {
      /* Translators: a file; a sentence that says why */
      message = g_strdup_printf (_("Nothing could be written to “%s”. %s"), name, error->message);
      show_problem (self, message);
      return;
    }

  self->saved = TRUE;
  /* Translators: a file */
  message = g_strdup_printf (_("The programme is %s."), name);
  g_signal_emit (self, signals[TOLD], 0, message);
}

static void
chosen_cb (YfProgrammeEditorPage *self,
           int                    response,
           GtkFileChooserNative  *chooser)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const char *xml;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_clear_object (&self->chooser);
  if (file == NULL || self->saving == NULL)
    return;

  /* A file there is before is whole until the new one is. */
  xml = yf_programme_get_xml (self->saving);
  bytes = g_bytes_new (xml, strlen (xml));
  gtk_widget_set_sensitive (self->save, FALSE);
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE,
                                       G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, NULL, written_cb,
                                       g_object_ref (self));
}

static void
save_cb (YfProgrammeEditorPage *self)
{
  g_autofree char *name = NULL;

  g_clear_pointer (&self->saving, yf_programme_unref);
  self->saving = check (self);
  if (self->saving == NULL)
    return;

  g_clear_object (&self->chooser);
  name = yf_programme_file_name (self->saving, "yanfei");
  self->chooser = gtk_file_chooser_native_new (_("Save the Programme"),
                                               GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, C_("backup", "_Save"), _("_Cancel"));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
follow_cb (YfProgrammeEditorPage *self)
{
  g_autoptr (YfProgramme) programme = check (self);

  if (programme != NULL)
    g_signal_emit (self, signals[WRITTEN], 0, programme);
}

static void
dispose (GObject *object)
{
  YfProgrammeEditorPage *self = YF_PROGRAMME_EDITOR_PAGE (object);

  g_clear_object (&self->person);
  g_clear_object (&self->chooser);
  g_clear_pointer (&self->builtin, yf_catalogue_unref);
  g_clear_pointer (&self->everything, yf_catalogue_unref);
  g_clear_pointer (&self->saving, yf_programme_unref);
  g_clear_pointer (&self->exercise_rows, g_ptr_array_unref);
  g_clear_pointer (&self->clearance_rows, g_ptr_array_unref);

  G_OBJECT_CLASS (yf_programme_editor_page_parent_class)->dispose (object);
}

static void
yf_programme_editor_page_class_init (YfProgrammeEditorPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;

  signals[TOLD] = g_signal_new ("told", YF_TYPE_PROGRAMME_EDITOR_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[WRITTEN] = g_signal_new ("written", YF_TYPE_PROGRAMME_EDITOR_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, YF_TYPE_PROGRAMME);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-programme-editor-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YfProgrammeEditorPage, head);
  gtk_widget_class_bind_template_child (widget_class, YfProgrammeEditorPage, exercises);
  gtk_widget_class_bind_template_child (widget_class, YfProgrammeEditorPage, schedule);
  gtk_widget_class_bind_template_child (widget_class, YfProgrammeEditorPage, pain);
  gtk_widget_class_bind_template_child (widget_class, YfProgrammeEditorPage, clearances);
  gtk_widget_class_bind_template_child (widget_class, YfProgrammeEditorPage, problem);
  gtk_widget_class_bind_template_child (widget_class, YfProgrammeEditorPage, save);
  gtk_widget_class_bind_template_child (widget_class, YfProgrammeEditorPage, follow);
  gtk_widget_class_bind_template_callback (widget_class, add_clearance_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, follow_cb);
}

static void
yf_programme_editor_page_init (YfProgrammeEditorPage *self)
{
  self->exercise_rows = g_ptr_array_new ();
  self->clearance_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yf_programme_editor_page_new:
 * @person: in whose window it is written; their log is open
 * @builtin: what exists without programmes
 * @draft: what it begins with
 * @touched: whether somebody has written in it already, and it is saved nowhere
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
yf_programme_editor_page_new (YfPerson         *person,
                              YfCatalogue      *builtin,
                              YfProgrammeDraft *draft,
                              gboolean          touched)
{
  YfProgrammeEditorPage *self = g_object_new (YF_TYPE_PROGRAMME_EDITOR_PAGE, NULL);

  self->person = g_object_ref (person);
  self->builtin = yf_catalogue_ref (builtin);
  fill (self, draft);
  self->saved = !touched;

  return GTK_WIDGET (self);
}

/**
 * yf_programme_editor_page_is_saved:
 * @self: a page
 *
 * Returns: whether nothing would be lost with it
 */
gboolean
yf_programme_editor_page_is_saved (YfProgrammeEditorPage *self)
{
  g_return_val_if_fail (YF_IS_PROGRAMME_EDITOR_PAGE (self), TRUE);

  return self->saved;
}
