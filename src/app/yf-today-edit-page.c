/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-rows.h"
#include "yf-text.h"
#include "yf-today-edit-page.h"
#include "yf-today-row.h"
#include "yf-today-wishes.h"

struct _YfTodayEditPage
{
  AdwBin parent_instance;

  GtkLabel            *length;
  AdwPreferencesGroup *items;
  AdwPreferencesGroup *out;
  AdwPreferencesGroup *others;
  GtkLabel            *many;
  GtkWidget           *as_planned;

  YfPerson            *person;
  GPtrArray           *item_rows;
  GPtrArray           *out_rows;
  GPtrArray           *other_rows;
  gboolean             waiting;     /* for the plan that follows what was pressed */
  char                *last;        /* the exercise that was pressed, or NULL */
  char                *last_action;
};

G_DEFINE_FINAL_TYPE (YfTodayEditPage, yf_today_edit_page, ADW_TYPE_BIN)

/* One press at a time: each follows the plan that shows. */
static gboolean
begin (YfTodayEditPage *self,
       GtkButton       *button)
{
  if (self->waiting)
    return FALSE;

  self->waiting = TRUE;
  g_free (self->last);
  g_free (self->last_action);
  self->last = g_strdup (g_object_get_data (G_OBJECT (button), "exercise"));
  self->last_action = g_strdup (g_object_get_data (G_OBJECT (button), "action"));

  return TRUE;
}

static void
pressed_cb (YfTodayEditPage *self,
            GtkButton       *button)
{
  const char *exercise = g_object_get_data (G_OBJECT (button), "exercise");
  const char *action = g_object_get_data (G_OBJECT (button), "action");

  if (!begin (self, button))
    return;

  if (g_str_equal (action, "up"))
    yf_today_wishes_move (self->person, exercise, -1);
  else if (g_str_equal (action, "down"))
    yf_today_wishes_move (self->person, exercise, 1);
  else if (g_str_equal (action, "leave-out"))
    yf_today_wishes_leave_out (self->person, exercise);
  else
    yf_today_wishes_add (self->person, exercise);
}

static void
as_planned_cb (YfTodayEditPage *self,
               GtkButton       *button)
{
  if (begin (self, button))
    yf_today_wishes_clear (self->person);
}

/* @name names the exercise: a screen reader goes from button to button. Taken over. */
static void
add_button (YfTodayEditPage *self,
            GtkWidget       *row,
            YfExercise      *exercise,
            const char      *action,
            const char      *icon,
            char            *name,
            gboolean         sensitive)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  g_object_set_data_full (G_OBJECT (button), "exercise", g_strdup (yf_exercise_get_id (exercise)), g_free);
  g_object_set_data (G_OBJECT (button), "action", (gpointer) action);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, sensitive && yf_person_can_write (self->person));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "step");
  g_signal_connect_object (button, "clicked", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  g_object_set_data (G_OBJECT (row), action, button);
  g_free (name);
}

static void
add_item (YfTodayEditPage *self,
          const YfDayItem *item)
{
  const char *id = yf_exercise_get_id (item->exercise);
  const char *name = yf_exercise_get_name (item->exercise);
  g_autofree char *dose = yf_text_dose (item->exercise, &item->dose);
  g_autofree char *line = NULL;
  GtkWidget *row;

  if (item->added)
    /* Translators: %s is a dose, of an exercise that the person has added */
    line = g_strdup_printf (_("%s · added by you"), dose);
  row = yf_rows_new_plain (name, line ? line : dose);
  /* Translators: %s is the name of an exercise */
  add_button (self, row, item->exercise, "up", "go-up-symbolic", g_strdup_printf (_("Move Up: %s"), name),
              yf_today_wishes_can_move (self->person, id, -1));
  /* Translators: %s is the name of an exercise */
  add_button (self, row, item->exercise, "down", "go-down-symbolic", g_strdup_printf (_("Move Down: %s"), name),
              yf_today_wishes_can_move (self->person, id, 1));
  /* Translators: %s is the name of an exercise */
  add_button (self, row, item->exercise, "leave-out", "list-remove-symbolic", g_strdup_printf (_("Leave Out: %s"), name), TRUE);
  yf_rows_add (self->items, self->item_rows, row);
}

static void
add_out (YfTodayEditPage     *self,
         const YfDayOmission *omission)
{
  GtkWidget *row = yf_rows_new_plain (yf_exercise_get_name (omission->exercise), omission->why);

  /* Translators: %s is the name of an exercise */
  add_button (self, row, omission->exercise, "add", "list-add-symbolic",
              g_strdup_printf (_("Take Back In: %s"), yf_exercise_get_name (omission->exercise)), TRUE);
  yf_rows_add (self->out, self->out_rows, row);
}

static gboolean
is_planned (YfDayPlan  *plan,
            const char *id)
{
  GPtrArray *items = yf_day_plan_get_items (plan);
  GPtrArray *omissions = yf_day_plan_get_omissions (plan);

  for (guint i = 0; i < items->len; i++)
    if (g_str_equal (yf_exercise_get_id (((const YfDayItem *) g_ptr_array_index (items, i))->exercise), id))
      return TRUE;
  for (guint i = 0; i < omissions->len; i++)
    if (g_str_equal (yf_exercise_get_id (((const YfDayOmission *) g_ptr_array_index (omissions, i))->exercise), id))
      return TRUE;

  return FALSE;
}

static void
add_other (YfTodayEditPage *self,
           YfDayPlan       *plan,
           YfExercise      *exercise)
{
  g_autoptr (YfJudgement) judgement = NULL;
  GtkWidget *row;

  if (is_planned (plan, yf_exercise_get_id (exercise)))
    return;
  judgement = yf_person_judge (self->person, exercise, NULL, NULL);
  if (judgement == NULL || !yf_judgement_permits (judgement))
    return;

  row = yf_rows_new_plain (yf_exercise_get_name (exercise), yf_posture_get_name (yf_exercise_get_posture (exercise)));
  /* Translators: %s is the name of an exercise */
  add_button (self, row, exercise, "add", "list-add-symbolic",
              g_strdup_printf (_("Add: %s"), yf_exercise_get_name (exercise)), TRUE);
  yf_rows_add (self->others, self->other_rows, row);
}

static gboolean
focus_row (GPtrArray  *rows,
           const char *exercise,
           const char *action)
{
  for (guint i = 0; i < rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (rows, i);
      GtkWidget *button = g_object_get_data (G_OBJECT (row), action);

      if (button && g_strcmp0 (g_object_get_data (G_OBJECT (button), "exercise"), exercise) == 0)
        return (gtk_widget_is_sensitive (button) && gtk_widget_grab_focus (button)) ||
               gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
    }

  return FALSE;
}

/* The rows are new: the keyboard goes to where it was. */
static void
restore_focus (YfTodayEditPage *self)
{
  if (self->last == NULL || self->last_action == NULL)
    return;
  if (focus_row (self->item_rows, self->last, g_str_equal (self->last_action, "add") ? "leave-out" : self->last_action) ||
      focus_row (self->out_rows, self->last, "add") || focus_row (self->other_rows, self->last, "add"))
    return;
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
update (YfTodayEditPage *self)
{
  YfToday *today = yf_person_get_plan (self->person);
  GPtrArray *items, *omissions, *exercises;
  g_autofree char *length = NULL;
  g_autofree char *takes = NULL;
  gboolean pressed = self->waiting;
  YfDayPlan *plan;

  self->waiting = FALSE;
  yf_rows_clear (self->items, self->item_rows);
  yf_rows_clear (self->out, self->out_rows);
  yf_rows_clear (self->others, self->other_rows);
  if (today == NULL)
    return;

  plan = yf_today_get_plan (today);
  items = yf_day_plan_get_items (plan);
  omissions = yf_day_plan_get_omissions (plan);
  exercises = yf_catalogue_get_exercises (yf_today_get_catalogue (today));
  for (guint i = 0; i < items->len; i++)
    add_item (self, g_ptr_array_index (items, i));
  for (guint i = 0; i < omissions->len; i++)
    if (((const YfDayOmission *) g_ptr_array_index (omissions, i))->kind == YF_OMISSION_WISH)
      add_out (self, g_ptr_array_index (omissions, i));
  for (guint i = 0; i < exercises->len; i++)
    add_other (self, plan, g_ptr_array_index (exercises, i));

  length = yf_text_length (yf_day_plan_get_length (plan));
  /* Translators: %s is how long a session takes */
  takes = items->len > 0 ? g_strdup_printf (_("Takes %s"), length) : g_strdup (_("Nothing is left in it."));
  gtk_label_set_label (self->length, takes);
  gtk_widget_set_visible (GTK_WIDGET (self->items), self->item_rows->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->out), self->out_rows->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->others), self->other_rows->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->many), items->len > YF_DAY_PLAN_MAX_ITEMS);
  gtk_widget_set_sensitive (self->as_planned, yf_today_wishes_any (self->person));
  if (pressed)
    restore_focus (self);
}

static void
dispose (GObject *object)
{
  YfTodayEditPage *self = YF_TODAY_EDIT_PAGE (object);

  g_clear_pointer (&self->item_rows, g_ptr_array_unref);
  g_clear_pointer (&self->out_rows, g_ptr_array_unref);
  g_clear_pointer (&self->other_rows, g_ptr_array_unref);
  g_clear_pointer (&self->last, g_free);
  g_clear_pointer (&self->last_action, g_free);
  g_clear_object (&self->person);

  G_OBJECT_CLASS (yf_today_edit_page_parent_class)->dispose (object);
}

static void
yf_today_edit_page_class_init (YfTodayEditPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-today-edit-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YfTodayEditPage, length);
  gtk_widget_class_bind_template_child (widget_class, YfTodayEditPage, items);
  gtk_widget_class_bind_template_child (widget_class, YfTodayEditPage, out);
  gtk_widget_class_bind_template_child (widget_class, YfTodayEditPage, others);
  gtk_widget_class_bind_template_child (widget_class, YfTodayEditPage, many);
  gtk_widget_class_bind_template_child (widget_class, YfTodayEditPage, as_planned);
  gtk_widget_class_bind_template_callback (widget_class, as_planned_cb);
}

static void
yf_today_edit_page_init (YfTodayEditPage *self)
{
  self->item_rows = g_ptr_array_new ();
  self->out_rows = g_ptr_array_new ();
  self->other_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yf_today_edit_page_new:
 * @person: whose day it is
 *
 * Returns: (transfer floating): a page that follows the plan
 */
GtkWidget *
yf_today_edit_page_new (YfPerson *person)
{
  YfTodayEditPage *self = g_object_new (YF_TYPE_TODAY_EDIT_PAGE, NULL);

  self->person = g_object_ref (person);
  g_signal_connect_object (person, "planned", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
