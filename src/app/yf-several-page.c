/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-adjust-rows.h"
#include "yf-dose-plan.h"
#include "yf-page.h"
#include "yf-several-page.h"
#include "yf-text.h"
#include "yf-timeline.h"

struct _YfSeveralPage
{
  AdwBin parent_instance;

  AdwPreferencesGroup *group;
  GtkLabel            *nothing;
  GtkLabel            *order;
  GtkWidget           *start;
  GtkLabel            *length;

  YfPerson            *person;
  GPtrArray           *choices;   /* GtkCheckButton, unowned; each has its exercise, its row and its YfAdjustRows */
};

static void page_init (YfPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (YfSeveralPage, yf_several_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (YF_TYPE_PAGE, page_init))

enum
{
  START,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* No more than this in one session (clinical.md section 6, Yanfei's own). */
#define MOST 4

static YfExercise *
get_exercise (YfSeveralPage *self,
              guint          index)
{
  return g_object_get_data (g_ptr_array_index (self->choices, index), "exercise");
}

static void
get_item (YfSeveralPage *self,
          guint          index,
          YfRoutineItem *item)
{
  YfAdjustRows *rows = g_object_get_data (g_ptr_array_index (self->choices, index), "rows");

  item->exercise = get_exercise (self, index);
  item->dose = *yf_adjust_rows_get_dose (rows);
  item->pace = *yf_adjust_rows_get_pace (rows);
}

static gboolean
is_chosen (YfSeveralPage *self,
           guint          index)
{
  return gtk_check_button_get_active (g_ptr_array_index (self->choices, index));
}

static YfRoutine *
create_routine (YfSeveralPage *self)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (YfRoutineItem));

  for (guint i = 0; i < self->choices->len; i++)
    if (is_chosen (self, i))
      {
        YfRoutineItem item;

        get_item (self, i, &item);
        g_array_append_val (items, item);
      }

  return items->len > 0 ? yf_routine_new ((const YfRoutineItem *) items->data, items->len) : NULL;
}

/* The posture an exercise begins in, and how much of it is to be done. */
static void
show_line (YfSeveralPage *self,
           guint          index)
{
  AdwActionRow *row = g_object_get_data (g_ptr_array_index (self->choices, index), "row");
  YfRoutineItem item;
  g_autofree char *dose = NULL;
  g_autofree char *line = NULL;

  get_item (self, index, &item);
  dose = yf_text_dose (item.exercise, &item.dose);
  /* Translators: the posture an exercise begins in, and its dose */
  line = g_strdup_printf (_("%s · %s"), yf_posture_get_name (yf_exercise_get_posture (item.exercise)), dose);
  adw_action_row_set_subtitle (row, line);
}

static void
update (YfSeveralPage *self)
{
  g_autoptr (YfRoutine) routine = create_routine (self);
  guint n_items = routine ? yf_routine_get_n_items (routine) : 0;
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *order = NULL;
  g_autofree char *takes = NULL;

  for (guint i = 0; i < self->choices->len; i++)
    show_line (self, i);
  for (guint i = 0; i < self->choices->len; i++)
    gtk_widget_set_sensitive (g_ptr_array_index (self->choices, i), n_items < MOST || is_chosen (self, i));
  gtk_widget_set_sensitive (self->start, n_items > 0);

  for (guint i = 0; i < n_items; i++)
    {
      if (i > 0)
        /* Translators: between the names of exercises that follow one another */
        g_string_append (names, _(", then "));
      g_string_append (names, yf_exercise_get_name (yf_routine_get_item (routine, i)->exercise));
    }
  if (n_items == 0)
    {
      order = g_strdup (_("Nothing is chosen yet."));
      takes = g_strdup ("");
    }
  else
    {
      g_autoptr (YfTimeline) timeline = yf_timeline_new (routine, YF_COUNTING_PACE);
      g_autofree char *length = yf_text_length (yf_timeline_get_length (timeline));

      /* Translators: %s are the exercises of a session in their order: "Abdominal breathing, then Glute bridge" */
      order = g_strdup_printf (_("In this order: %s."), names->str);
      /* Translators: %s is how long a session takes */
      takes = g_strdup_printf (_("Takes %s"), length);
    }
  gtk_label_set_label (self->order, order);
  gtk_label_set_label (self->length, takes);
  gtk_widget_set_visible (GTK_WIDGET (self->length), n_items > 0);
}

static void
changed_cb (YfSeveralPage *self,
            YfAdjustRows  *rows)
{
  g_object_set_data (G_OBJECT (rows), "changed", GINT_TO_POINTER (TRUE));
  update (self);
}

/* The dose of the plan, unless the person wants another; never more than what is
 * allowed. */
static void
planned_cb (YfSeveralPage *self)
{
  for (guint i = 0; i < self->choices->len; i++)
    {
      YfAdjustRows *rows = g_object_get_data (g_ptr_array_index (self->choices, i), "rows");
      YfDose dose, most;

      yf_dose_plan_get_most (self->person, get_exercise (self, i), &most);
      if (g_object_get_data (G_OBJECT (rows), "changed"))
        dose = *yf_adjust_rows_get_dose (rows);
      else
        yf_dose_plan_reckon (self->person, get_exercise (self, i), &dose);
      yf_adjust_rows_set_dose (rows, &dose, &most);
    }
  update (self);
}

/* How much of an exercise is to be done, under it, for who wants to see that. */
static void
add_dose (YfSeveralPage *self,
          AdwActionRow  *row,
          GtkWidget     *choice,
          YfExercise    *exercise)
{
  const YfRoutineItem item = { .exercise = exercise, .dose = *yf_exercise_get_first_dose (exercise) };
  YfAdjustRows *rows = yf_adjust_rows_new (&item, yf_exercise_get_ceiling (exercise), YF_ADJUST_ALL);
  GPtrArray *steppers = yf_adjust_rows_get_rows (rows);
  GtkWidget *toggle = gtk_toggle_button_new ();
  /* Translators: %s is the name of an exercise */
  g_autofree char *name = g_strdup_printf (_("How much of it: %s"), yf_exercise_get_name (exercise));

  g_object_set_data_full (G_OBJECT (choice), "rows", rows, g_object_unref);
  g_signal_connect_object (rows, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < steppers->len; i++)
    {
      GtkWidget *stepper = g_ptr_array_index (steppers, i);

      gtk_widget_add_css_class (stepper, "inner");
      adw_preferences_group_add (self->group, stepper);
      g_object_bind_property (toggle, "active", stepper, "visible", G_BINDING_SYNC_CREATE);
    }

  gtk_button_set_icon_name (GTK_BUTTON (toggle), "pan-down-symbolic");
  gtk_widget_set_tooltip_text (toggle, _("How Much"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (toggle, "flat");
  gtk_widget_add_css_class (toggle, "step");
  gtk_widget_set_visible (toggle, steppers->len > 0);
  adw_action_row_add_suffix (row, toggle);
}

static void
add_choice (YfSeveralPage *self,
            YfExercise    *exercise)
{
  g_autoptr (YfJudgement) judgement = yf_person_judge (self->person, exercise, NULL, NULL);
  GtkWidget *row, *choice;

  if (judgement == NULL || !yf_judgement_permits (judgement))
    return;

  row = adw_action_row_new ();
  choice = gtk_check_button_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), yf_exercise_get_name (exercise));
  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (choice), "exercise", yf_exercise_ref (exercise),
                          (GDestroyNotify) yf_exercise_unref);
  g_object_set_data (G_OBJECT (choice), "row", row);
  g_signal_connect_object (choice, "toggled", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), choice);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), choice);
  adw_preferences_group_add (self->group, row);
  add_dose (self, ADW_ACTION_ROW (row), choice, exercise);
  g_ptr_array_add (self->choices, choice);
}

static void
start_cb (YfSeveralPage *self)
{
  g_autoptr (YfRoutine) routine = create_routine (self);

  if (routine != NULL)
    g_signal_emit (self, signals[START], 0, routine);
}

static void
focus_first (YfPage *page)
{
  YfSeveralPage *self = YF_SEVERAL_PAGE (page);

  if (self->choices->len > 0)
    gtk_widget_grab_focus (g_ptr_array_index (self->choices, 0));
}

static void
page_init (YfPageInterface *iface)
{
  iface->focus_first = focus_first;
}

static void
dispose (GObject *object)
{
  YfSeveralPage *self = YF_SEVERAL_PAGE (object);

  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_object (&self->person);

  G_OBJECT_CLASS (yf_several_page_parent_class)->dispose (object);
}

static void
yf_several_page_class_init (YfSeveralPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;

  signals[START] =
    g_signal_new ("start", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, YF_TYPE_ROUTINE);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-several-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YfSeveralPage, group);
  gtk_widget_class_bind_template_child (widget_class, YfSeveralPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, YfSeveralPage, order);
  gtk_widget_class_bind_template_child (widget_class, YfSeveralPage, start);
  gtk_widget_class_bind_template_child (widget_class, YfSeveralPage, length);
  gtk_widget_class_bind_template_callback (widget_class, start_cb);
}

static void
yf_several_page_init (YfSeveralPage *self)
{
  self->choices = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yf_several_page_new:
 * @person: whom the exercises are judged for
 *
 * Returns: (transfer floating): a page that offers what is permitted today
 */
GtkWidget *
yf_several_page_new (YfPerson *person)
{
  YfSeveralPage *self = g_object_new (YF_TYPE_SEVERAL_PAGE, NULL);
  GPtrArray *exercises = yf_catalogue_get_exercises (yf_person_get_catalogue (person));

  self->person = g_object_ref (person);
  for (guint i = 0; i < exercises->len; i++)
    add_choice (self, g_ptr_array_index (exercises, i));
  gtk_widget_set_visible (GTK_WIDGET (self->group), self->choices->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), self->choices->len == 0);
  planned_cb (self);
  g_signal_connect_object (person, "planned", G_CALLBACK (planned_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
