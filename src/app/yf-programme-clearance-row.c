/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-date-row.h"
#include "yf-programme-clearance-row.h"
#include "yf-rows.h"
#include "yf-stage.h"

/* Something that can be ticked, and its id. */
typedef struct
{
  const char     *id;
  GtkCheckButton *check;
} Tick;

struct _YfProgrammeClearanceRow
{
  AdwExpanderRow parent_instance;

  GArray       *exercises;  /* Tick */
  GArray       *conditions; /* Tick */
  YfDateRow    *until;
  GtkSwitch    *above;
  AdwActionRow *error;
  guint         index;      /* in the draft that was made last */
};

G_DEFINE_FINAL_TYPE (YfProgrammeClearanceRow, yf_programme_clearance_row, ADW_TYPE_EXPANDER_ROW)

enum
{
  CHANGED,
  REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_error (YfProgrammeClearanceRow *self,
            const char              *message)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->error), message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), message != NULL);
}

static void
changed_cb (YfProgrammeClearanceRow *self)
{
  show_error (self, NULL);
  yf_date_row_set_error (self->until, NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
remove_cb (YfProgrammeClearanceRow *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
add_heading (YfProgrammeClearanceRow *self,
             const char              *title)
{
  GtkWidget *row = yf_rows_new_plain (title, NULL);

  gtk_widget_add_css_class (row, "part");
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
add_tick (YfProgrammeClearanceRow *self,
          GArray                  *ticks,
          const char              *id,
          const char              *title,
          GStrv                    active)
{
  Tick tick = { g_intern_string (id), NULL };
  GtkWidget *row = yf_rows_new_check (title, NULL, &tick.check);

  gtk_widget_add_css_class (row, "inner");
  gtk_check_button_set_active (tick.check, active != NULL && g_strv_contains ((const char * const *) active, id));
  g_signal_connect_object (tick.check, "toggled", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_array_append_val (ticks, tick);
}

static void
add_exercises (YfProgrammeClearanceRow *self,
               GPtrArray               *exercises,
               GStrv                    active)
{
  for (guint i = 0; i < exercises->len; i++)
    {
      YfExercise *exercise = g_ptr_array_index (exercises, i);

      add_tick (self, self->exercises, yf_exercise_get_id (exercise), yf_exercise_get_name (exercise), active);
    }
}

static void
add_conditions (YfProgrammeClearanceRow *self,
                YfCatalogue             *catalogue,
                GStrv                    active)
{
  /* The stages that close exercises. */
  static const YfStage stages[] = { YF_STAGE_ACUTE, YF_STAGE_EASING };
  GPtrArray *conditions = yf_catalogue_get_conditions (catalogue);

  for (guint i = 0; i < conditions->len; i++)
    {
      YfCondition *condition = g_ptr_array_index (conditions, i);

      add_tick (self, self->conditions, yf_condition_get_id (condition), yf_condition_get_name (condition), active);
    }
  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    {
      /* Translators: %s is a stage of an episode that the person is not in: "Acute stage" */
      g_autofree char *title = g_strdup_printf (_("The stage: %s"), yf_stage_get_name (stages[i]));

      add_tick (self, self->conditions, yf_stage_get_id (stages[i]), title, active);
    }
}

static void
finalize (GObject *object)
{
  YfProgrammeClearanceRow *self = YF_PROGRAMME_CLEARANCE_ROW (object);

  g_clear_pointer (&self->exercises, g_array_unref);
  g_clear_pointer (&self->conditions, g_array_unref);

  G_OBJECT_CLASS (yf_programme_clearance_row_parent_class)->finalize (object);
}

static void
yf_programme_clearance_row_class_init (YfProgrammeClearanceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = finalize;

  signals[CHANGED] = g_signal_new ("changed", YF_TYPE_PROGRAMME_CLEARANCE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[REMOVED] = g_signal_new ("removed", YF_TYPE_PROGRAMME_CLEARANCE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
yf_programme_clearance_row_init (YfProgrammeClearanceRow *self)
{
  self->exercises = g_array_new (FALSE, FALSE, sizeof (Tick));
  self->conditions = g_array_new (FALSE, FALSE, sizeof (Tick));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _("Clearance"));
}

/**
 * yf_programme_clearance_row_new:
 * @catalogue: what can be cleared, with the draft's own exercises
 * @clearance: (nullable): what is cleared already
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
yf_programme_clearance_row_new (YfCatalogue                     *catalogue,
                                const YfProgrammeDraftClearance *clearance)
{
  YfProgrammeClearanceRow *self = g_object_new (YF_TYPE_PROGRAMME_CLEARANCE_ROW, NULL);
  GStrv exercises = clearance != NULL ? clearance->exercises : NULL;
  AdwExpanderRow *expander = ADW_EXPANDER_ROW (self);
  GtkWidget *above;
  GtkWidget *remove;

  self->error = ADW_ACTION_ROW (yf_rows_new_plain ("", NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->error), "verdict-blocked");
  adw_expander_row_add_row (expander, GTK_WIDGET (self->error));
  add_heading (self, _("Which exercises"));
  add_tick (self, self->exercises, "*", _("All exercises"), exercises);
  add_exercises (self, yf_catalogue_get_exercises (catalogue), exercises);
  add_exercises (self, yf_catalogue_get_reliefs (catalogue), exercises);
  add_heading (self, _("In spite of what"));
  add_conditions (self, catalogue, clearance != NULL ? clearance->conditions : NULL);

  self->until = g_object_new (YF_TYPE_DATE_ROW, "title", _("Until when"),
                              "hint", _("Empty for as long as the programme"), NULL);
  if (clearance != NULL && yf_day_is_known (clearance->until))
    yf_date_row_set_day (self->until, clearance->until);
  adw_expander_row_add_row (expander, GTK_WIDGET (self->until));
  above = yf_rows_new_switch (_("More than Yanfei’s limit"),
                              _("These exercises may be prescribed above their usual limits."), &self->above);
  gtk_switch_set_active (self->above, clearance != NULL && clearance->above_ceiling);
  adw_expander_row_add_row (expander, above);
  remove = yf_rows_new_plain (_("Remove this clearance"), NULL);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (remove), TRUE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (remove), gtk_image_new_from_icon_name ("list-remove-symbolic"));
  adw_expander_row_add_row (expander, remove);

  show_error (self, NULL);
  g_signal_connect_object (self->until, "committed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->above, "notify::active", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (remove, "activated", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

static GStrv
collect (GArray *ticks)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < ticks->len; i++)
    {
      const Tick *tick = &g_array_index (ticks, Tick, i);

      if (gtk_check_button_get_active (tick->check))
        g_strv_builder_add (builder, tick->id);
    }

  return g_strv_builder_end (builder);
}

/**
 * yf_programme_clearance_row_apply:
 * @self: a row
 * @draft: where to add what it says
 */
void
yf_programme_clearance_row_apply (YfProgrammeClearanceRow *self,
                                  YfProgrammeDraft        *draft)
{
  g_auto (GStrv) conditions = collect (self->conditions);
  g_auto (GStrv) exercises = collect (self->exercises);

  self->index = draft->clearances->len;
  yf_programme_draft_add_clearance (draft, (const char * const *) conditions, (const char * const *) exercises,
                                    yf_date_row_get_day (self->until), gtk_switch_get_active (self->above));
}

/**
 * yf_programme_clearance_row_show_error:
 * @self: a row
 * @place: where something is wrong in the draft that was made last
 * @message: what
 *
 * Returns: whether it is in this row: then it is shown there
 */
gboolean
yf_programme_clearance_row_show_error (YfProgrammeClearanceRow *self,
                                       const YfProgrammePlace  *place,
                                       const char              *message)
{
  if (place->part != YF_PROGRAMME_PART_CLEARANCE || place->index != self->index)
    return FALSE;

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  if (g_strcmp0 (place->attribute, "exercises") == 0)
    message = _("Choose which exercises it is for.");
  else if (g_strcmp0 (place->attribute, "conditions") == 0)
    message = _("Choose in spite of what they are allowed.");
  show_error (self, message);
  gtk_widget_grab_focus (GTK_WIDGET (self));

  return TRUE;
}
