/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-entry-row.h"
#include "yf-programme-exercise-row.h"
#include "yf-programme-notes-row.h"
#include "yf-rows.h"

/* What may be said of an exercise. */
typedef enum
{
  CHOICE_OPEN,
  CHOICE_ITEM,
  CHOICE_BAN,
} Choice;
#define N_CHOICES (CHOICE_BAN + 1)

/* What is asked of one that is to be done, as the file calls it. */
static const struct
{
  YfProgrammePart  part;
  const char      *attribute;
  const char      *title;
  const char      *hint;
} fields[] = {
  { YF_PROGRAMME_PART_DOSE, "sets", N_("Sets"), NULL },
  { YF_PROGRAMME_PART_DOSE, "reps", N_("Repetitions in a set"), NULL },
  { YF_PROGRAMME_PART_DOSE, "hold", N_("Hold, in seconds"), NULL },
  { YF_PROGRAMME_PART_CAP, "sets", N_("Sets at most"), N_("Empty for the usual limit") },
  { YF_PROGRAMME_PART_CAP, "reps", N_("Repetitions in a set at most"), N_("Empty for the usual limit") },
  { YF_PROGRAMME_PART_CAP, "hold", N_("Hold at most, in seconds"), N_("Empty for the usual limit") },
  { YF_PROGRAMME_PART_PACE, "tempo", N_("Raise and lower, in percent of the usual time"),
    N_("100 to 200; empty for the usual time") },
  { YF_PROGRAMME_PART_PACE, "rest", N_("Rest after a repetition, in seconds"), N_("Empty for the usual rest") },
  { YF_PROGRAMME_PART_PACE, "set-rest", N_("Rest between sets, in seconds"), N_("Empty for the usual rest") },
};
#define N_FIELDS G_N_ELEMENTS (fields)

struct _YfProgrammeExerciseRow
{
  AdwExpanderRow parent_instance;

  YfExercise          *exercise;
  GtkCheckButton      *choices[N_CHOICES]; /* NULL where there is no such choice */
  YfEntryRow          *rows[N_FIELDS];     /* NULL before they are asked for, and where there is nothing to ask */
  YfProgrammeNotesRow *notes;
  YfProgrammeNotesRow *reason;
  guint                index;              /* in the draft that was made last */
};

G_DEFINE_FINAL_TYPE (YfProgrammeExerciseRow, yf_programme_exercise_row, ADW_TYPE_EXPANDER_ROW)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static Choice
get_choice (YfProgrammeExerciseRow *self)
{
  for (guint i = CHOICE_ITEM; i < N_CHOICES; i++)
    if (self->choices[i] != NULL && gtk_check_button_get_active (self->choices[i]))
      return i;

  return CHOICE_OPEN;
}

static void
changed_cb (YfProgrammeExerciseRow *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_row (YfProgrammeExerciseRow *self,
         GtkWidget              *row)
{
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_signal_connect_object (row, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static gboolean
asks (YfProgrammeExerciseRow *self,
      guint                   field)
{
  if (g_str_equal (fields[field].attribute, "hold"))
    return yf_exercise_has_hold (self->exercise);

  return TRUE;
}

/* The fields of an item are made when somebody wants them: a programme has few of
 * all the exercises there are. */
static void
ensure_item (YfProgrammeExerciseRow     *self,
             const YfProgrammeDraftItem *item)
{
  const char *values[N_FIELDS] = {
    item->dose.sets, item->dose.reps, item->dose.hold, item->cap.sets, item->cap.reps, item->cap.hold,
    item->tempo, item->rest, item->set_rest,
  };

  if (self->notes != NULL)
    return;

  for (guint i = 0; i < N_FIELDS; i++)
    {
      GtkWidget *row;

      if (!asks (self, i))
        continue;
      row = yf_entry_row_new (_(fields[i].title), fields[i].hint != NULL ? _(fields[i].hint) : NULL);
      yf_entry_row_set_text (YF_ENTRY_ROW (row), values[i] != NULL ? values[i] : "");
      self->rows[i] = YF_ENTRY_ROW (row);
      add_row (self, row);
    }
  self->notes = YF_PROGRAMME_NOTES_ROW (yf_programme_notes_row_new (_("Notes"), item->notes));
  add_row (self, GTK_WIDGET (self->notes));
}

static void
ensure_reason (YfProgrammeExerciseRow *self,
               const char             *reason)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();

  if (self->reason != NULL)
    return;

  /* As long as a clinician wants it: an entry would cut it short. */
  if (reason != NULL)
    g_ptr_array_add (notes, (gpointer) reason);
  self->reason = YF_PROGRAMME_NOTES_ROW (yf_programme_notes_row_new (_("Why not"), notes));
  add_row (self, GTK_WIDGET (self->reason));
}

static void
show_choice (YfProgrammeExerciseRow *self)
{
  /* Translators: of an exercise in a programme that is being written */
  static const char * const names[] = { N_("Left open"), N_("To be done"), N_("Not to be done") };
  Choice choice = get_choice (self);

  for (guint i = 0; i < N_FIELDS; i++)
    if (self->rows[i] != NULL)
      gtk_widget_set_visible (GTK_WIDGET (self->rows[i]), choice == CHOICE_ITEM);
  if (self->notes != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->notes), choice == CHOICE_ITEM);
  if (self->reason != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->reason), choice == CHOICE_BAN);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), _(names[choice]));
}

static void
chosen_cb (YfProgrammeExerciseRow *self,
           GParamSpec             *pspec,
           GtkCheckButton         *check)
{
  if (!gtk_check_button_get_active (check))
    return;

  if (check == self->choices[CHOICE_ITEM] && self->notes == NULL)
    {
      g_autoptr (YfProgrammeDraft) draft = yf_programme_draft_new ();
      const YfPace usual = { 0, };

      ensure_item (self, yf_programme_draft_add_item (draft, self->exercise,
                                                      yf_exercise_get_first_dose (self->exercise), &usual));
    }
  if (check == self->choices[CHOICE_BAN])
    ensure_reason (self, NULL);
  show_choice (self);
  changed_cb (self);
}

static void
add_choice (YfProgrammeExerciseRow *self,
            Choice                  choice,
            const char             *title,
            const char             *subtitle)
{
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), yf_rows_new_check (title, subtitle, &self->choices[choice]));
  if (choice != CHOICE_OPEN)
    gtk_check_button_set_group (self->choices[choice], self->choices[CHOICE_OPEN]);
}

static void
dispose (GObject *object)
{
  YfProgrammeExerciseRow *self = YF_PROGRAMME_EXERCISE_ROW (object);

  g_clear_pointer (&self->exercise, yf_exercise_unref);

  G_OBJECT_CLASS (yf_programme_exercise_row_parent_class)->dispose (object);
}

static void
yf_programme_exercise_row_class_init (YfProgrammeExerciseRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dispose;

  signals[CHANGED] = g_signal_new ("changed", YF_TYPE_PROGRAMME_EXERCISE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
yf_programme_exercise_row_init (YfProgrammeExerciseRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

/**
 * yf_programme_exercise_row_new:
 * @exercise: an exercise or a relief
 * @can_forbid: whether a programme can forbid it
 * @item: (nullable): what the draft says is to be done of it
 * @ban: (nullable): that the draft forbids it
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
yf_programme_exercise_row_new (YfExercise                 *exercise,
                               gboolean                    can_forbid,
                               const YfProgrammeDraftItem *item,
                               const YfProgrammeBan       *ban)
{
  YfProgrammeExerciseRow *self = g_object_new (YF_TYPE_PROGRAMME_EXERCISE_ROW,
                                               "title", yf_exercise_get_name (exercise), NULL);
  Choice choice = item != NULL ? CHOICE_ITEM : ban != NULL ? CHOICE_BAN : CHOICE_OPEN;

  self->exercise = yf_exercise_ref (exercise);
  add_choice (self, CHOICE_OPEN, _("Leave it open"), _("Yanfei goes by its own rules."));
  if (yf_exercise_get_group (exercise) != YF_GROUP_RELIEF)
    add_choice (self, CHOICE_ITEM, _("It is to be done"), NULL);
  if (can_forbid)
    add_choice (self, CHOICE_BAN, _("It is not to be done"), NULL);
  if (item != NULL)
    ensure_item (self, item);
  if (ban != NULL)
    ensure_reason (self, ban->note);
  gtk_check_button_set_active (self->choices[choice], TRUE);
  show_choice (self);
  for (guint i = 0; i < N_CHOICES; i++)
    if (self->choices[i] != NULL)
      g_signal_connect_object (self->choices[i], "notify::active", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

static void
take (YfProgrammeExerciseRow  *self,
      guint                    field,
      char                   **value)
{
  g_free (*value);
  *value = self->rows[field] != NULL ? yf_entry_row_dup_text (self->rows[field]) : NULL;
}

/**
 * yf_programme_exercise_row_apply:
 * @self: a row
 * @draft: where to add what it says
 */
void
yf_programme_exercise_row_apply (YfProgrammeExerciseRow *self,
                                 YfProgrammeDraft       *draft)
{
  Choice choice = get_choice (self);

  if (choice == CHOICE_ITEM)
    {
      const YfPace usual = { 0, };
      YfProgrammeDraftItem *item;
      char **values[N_FIELDS];

      self->index = draft->items->len;
      item = yf_programme_draft_add_item (draft, self->exercise, yf_exercise_get_first_dose (self->exercise), &usual);
      values[0] = &item->dose.sets;
      values[1] = &item->dose.reps;
      values[2] = &item->dose.hold;
      values[3] = &item->cap.sets;
      values[4] = &item->cap.reps;
      values[5] = &item->cap.hold;
      values[6] = &item->tempo;
      values[7] = &item->rest;
      values[8] = &item->set_rest;
      for (guint i = 0; i < N_FIELDS; i++)
        take (self, i, values[i]);
      yf_programme_notes_row_apply (self->notes, item->notes);
    }
  else if (choice == CHOICE_BAN)
    {
      g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *reason = NULL;

      yf_programme_notes_row_apply (self->reason, lines);
      g_ptr_array_add (lines, NULL);
      reason = g_strjoinv (" ", (char **) lines->pdata);
      self->index = draft->bans->len;
      yf_programme_draft_add_ban (draft, yf_exercise_get_id (self->exercise), reason);
    }
}

static void
mark (YfEntryRow *row,
      const char *message)
{
  g_autofree char *text = yf_entry_row_dup_text (row);

  yf_entry_row_set_error (row, *text != '\0' ? message : _("Please fill this in."));
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

/**
 * yf_programme_exercise_row_show_error:
 * @self: a row
 * @place: where something is wrong in the draft that was made last
 * @message: what
 *
 * Returns: whether it is in this row: then it is shown at its field
 */
gboolean
yf_programme_exercise_row_show_error (YfProgrammeExerciseRow *self,
                                      const YfProgrammePlace *place,
                                      const char             *message)
{
  Choice choice = get_choice (self);
  int first = -1;

  if (place->index != self->index)
    return FALSE;

  if (place->part == YF_PROGRAMME_PART_BAN && choice == CHOICE_BAN)
    {
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
      yf_programme_notes_row_set_error (self->reason, message);
      gtk_widget_grab_focus (GTK_WIDGET (self->reason));
      return TRUE;
    }
  if (choice != CHOICE_ITEM || place->part < YF_PROGRAMME_PART_ITEM || place->part > YF_PROGRAMME_PART_ITEM_NOTE)
    return FALSE;

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  if (place->part == YF_PROGRAMME_PART_ITEM_NOTE)
    {
      yf_programme_notes_row_set_error (self->notes, message);
      gtk_widget_grab_focus (GTK_WIDGET (self->notes));
      return TRUE;
    }

  for (guint i = 0; i < N_FIELDS; i++)
    {
      if (self->rows[i] == NULL || (place->part != YF_PROGRAMME_PART_ITEM && fields[i].part != place->part))
        continue;
      if (first < 0)
        first = (int) i;
      if (g_strcmp0 (fields[i].attribute, place->attribute) != 0)
        continue;
      mark (self->rows[i], message);
      return TRUE;
    }

  /* It is not one field's fault: a dose that is more than the most. */
  yf_entry_row_set_error (self->rows[MAX (first, 0)], message);
  gtk_widget_grab_focus (GTK_WIDGET (self->rows[MAX (first, 0)]));

  return TRUE;
}
