/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-date-row.h"
#include "yf-entry-row.h"
#include "yf-programme-clearance-row.h"
#include "yf-programme-exercise-row.h"
#include "yf-programme-form.h"
#include "yf-programme-notes-row.h"
#include "yf-programme-words.h"
#include "yf-rows.h"

struct _YfProgrammeForm
{
  AdwBin parent_instance;

  AdwPreferencesGroup  *head;
  AdwPreferencesGroup  *exercises;
  AdwPreferencesGroup  *schedule;
  AdwPreferencesGroup  *pain;
  AdwPreferencesGroup  *clearances;

  YfCatalogue          *everything;     /* with the draft's own exercises */
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

G_DEFINE_FINAL_TYPE (YfProgrammeForm, yf_programme_form, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* In letters: what is no longer than this is not too long. */
#define LONG_NAME 100

static void
changed_cb (YfProgrammeForm *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* A day is told what is wrong by the check of the whole; another day may be right. */
static void
day_cb (YfProgrammeForm *self)
{
  yf_date_row_set_error (self->date, NULL);
  yf_date_row_set_error (self->from, NULL);
  yf_date_row_set_error (self->until, NULL);
  changed_cb (self);
}

static void
add_row (YfProgrammeForm     *self,
         AdwPreferencesGroup *group,
         GtkWidget           *row)
{
  adw_preferences_group_add (group, row);
  g_signal_connect_object (row, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static YfEntryRow *
add_entry (YfProgrammeForm     *self,
           AdwPreferencesGroup *group,
           const char          *title,
           const char          *hint,
           const char          *text)
{
  GtkWidget *row = yf_entry_row_new (title, hint);

  yf_entry_row_set_text (YF_ENTRY_ROW (row), text != NULL ? text : "");
  add_row (self, group, row);

  return YF_ENTRY_ROW (row);
}

static YfDateRow *
add_date (YfProgrammeForm *self,
          const char      *title,
          const char      *hint,
          YfDay            day)
{
  GtkWidget *row = g_object_new (YF_TYPE_DATE_ROW, "title", title, "hint", hint, NULL);

  if (yf_day_is_known (day))
    yf_date_row_set_day (YF_DATE_ROW (row), day);
  adw_preferences_group_add (self->head, row);
  g_signal_connect_object (row, "committed", G_CALLBACK (day_cb), self, G_CONNECT_SWAPPED);

  return YF_DATE_ROW (row);
}

static void
fill_head (YfProgrammeForm        *self,
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
add_exercise (YfProgrammeForm  *self,
              YfProgrammeDraft *draft,
              YfExercise       *exercise,
              gboolean          can_forbid)
{
  const char *id = yf_exercise_get_id (exercise);
  GtkWidget *row = yf_programme_exercise_row_new (exercise, can_forbid, yf_programme_draft_find_item (draft, id),
                                                  find_ban (draft, id));

  add_row (self, self->exercises, row);
  g_ptr_array_add (self->exercise_rows, row);
}

/* What is to be done first, in its order; then everything else there is. */
static void
fill_exercises (YfProgrammeForm  *self,
                YfCatalogue      *offered,
                YfProgrammeDraft *draft)
{
  GPtrArray *exercises = yf_catalogue_get_exercises (self->everything);
  GPtrArray *reliefs = yf_catalogue_get_reliefs (self->everything);
  GPtrArray *known = yf_catalogue_get_exercises (offered);

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
  for (guint i = 0; i < known->len; i++)
    {
      YfExercise *exercise = g_ptr_array_index (known, i);
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
fill_schedule (YfProgrammeForm        *self,
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
removed_cb (YfProgrammeForm *self,
            GtkWidget       *row)
{
  g_ptr_array_remove (self->clearance_rows, row);
  adw_preferences_group_remove (self->clearances, row);
  changed_cb (self);
}

static GtkWidget *
add_clearance (YfProgrammeForm                 *self,
               const YfProgrammeDraftClearance *clearance)
{
  GtkWidget *row = yf_programme_clearance_row_new (self->everything, clearance);

  add_row (self, self->clearances, row);
  g_ptr_array_add (self->clearance_rows, row);
  g_signal_connect_object (row, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static void
add_clearance_cb (YfProgrammeForm *self)
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
show_head_error (YfProgrammeForm *self,
                 const char      *attribute,
                 const char      *message)
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

static void
finalize (GObject *object)
{
  YfProgrammeForm *self = YF_PROGRAMME_FORM (object);

  g_clear_pointer (&self->everything, yf_catalogue_unref);
  g_clear_pointer (&self->exercise_rows, g_ptr_array_unref);
  g_clear_pointer (&self->clearance_rows, g_ptr_array_unref);

  G_OBJECT_CLASS (yf_programme_form_parent_class)->finalize (object);
}

static void
yf_programme_form_class_init (YfProgrammeFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = finalize;

  signals[CHANGED] = g_signal_new ("changed", YF_TYPE_PROGRAMME_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-programme-form.ui");
  gtk_widget_class_bind_template_child (widget_class, YfProgrammeForm, head);
  gtk_widget_class_bind_template_child (widget_class, YfProgrammeForm, exercises);
  gtk_widget_class_bind_template_child (widget_class, YfProgrammeForm, schedule);
  gtk_widget_class_bind_template_child (widget_class, YfProgrammeForm, pain);
  gtk_widget_class_bind_template_child (widget_class, YfProgrammeForm, clearances);
  gtk_widget_class_bind_template_callback (widget_class, add_clearance_cb);
}

static void
yf_programme_form_init (YfProgrammeForm *self)
{
  self->exercise_rows = g_ptr_array_new ();
  self->clearance_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yf_programme_form_fill:
 * @self: an empty form
 * @builtin: what exists without programmes
 * @offered: what the person may add, their own among it
 * @draft: what it begins with
 */
void
yf_programme_form_fill (YfProgrammeForm  *self,
                        YfCatalogue      *builtin,
                        YfCatalogue      *offered,
                        YfProgrammeDraft *draft)
{
  self->everything = create_catalogue (builtin, draft);
  fill_head (self, draft);
  fill_exercises (self, offered, draft);
  fill_schedule (self, draft);
  self->stop_at = add_entry (self, self->pain, _("Stop when the pain reaches"), _("1 to 10; empty for Yanfei’s own limit"),
                             draft->stop_at);
  self->rest_at = add_entry (self, self->pain, _("Do not train from this pain on"),
                             _("1 to 10; empty for Yanfei’s own limit"), draft->rest_at);
  for (guint i = 0; i < draft->clearances->len; i++)
    add_clearance (self, g_ptr_array_index (draft->clearances, i));
}

/**
 * yf_programme_form_commit:
 * @self: a form
 *
 * Takes the days that were typed last.
 *
 * Returns: whether they are days; those that are not are marked
 */
gboolean
yf_programme_form_commit (YfProgrammeForm *self)
{
  return yf_date_row_commit (self->date) && yf_date_row_commit (self->from) && yf_date_row_commit (self->until);
}

/**
 * yf_programme_form_dup_draft:
 * @self: a form
 *
 * Returns: (transfer full): what has been written so far, right or wrong
 */
YfProgrammeDraft *
yf_programme_form_dup_draft (YfProgrammeForm *self)
{
  YfProgrammeDraft *draft = yf_programme_draft_new ();
  GPtrArray *exercises;

  g_return_val_if_fail (YF_IS_PROGRAMME_FORM (self), draft);

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

/**
 * yf_programme_form_show_error:
 * @self: a form
 * @place: where something is wrong in the draft that was made last
 * @message: what
 *
 * Returns: whether there is a field for it: then it is shown there
 */
gboolean
yf_programme_form_show_error (YfProgrammeForm        *self,
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
