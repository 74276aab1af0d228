/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-adjust-rows.h"
#include "yf-dose-plan.h"
#include "yf-plan.h"
#include "yf-stepper.h"
#include "yf-text.h"

typedef enum
{
  ROW_SETS,
  ROW_REPS,
  ROW_HOLD,
  ROW_TEMPO,
  ROW_REP_REST,
  ROW_SET_REST,
  N_ROWS,
} Row;

struct _YfAdjustRows
{
  GObject parent_instance;

  YfExercise *exercise;
  YfDose      dose;
  YfDose      most;
  YfPace      pace;
  GPtrArray  *rows;            /* GtkWidget, in order */
  YfStepper  *steppers[N_ROWS]; /* unowned, NULL where there is no such row */
};

G_DEFINE_FINAL_TYPE (YfAdjustRows, yf_adjust_rows, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Rests are a matter of seconds; five are a step that is felt. Yanfei's own. */
#define REST_STEP (5 * YF_SECOND)
/* A rest between two repetitions is short. */
#define SHORT_REST_STEP (1 * YF_SECOND)

static gint64
get_usual_rep_rest (YfExercise *exercise)
{
  for (guint i = 0; i < yf_exercise_get_n_phases (exercise); i++)
    if (yf_exercise_get_phase (exercise, i)->kind == YF_PHASE_REST)
      return yf_exercise_get_phase (exercise, i)->length;

  return 0;
}

static gint64
get_value (YfAdjustRows *self,
           Row           row)
{
  switch (row)
    {
    case ROW_SETS:
      return self->dose.sets;
    case ROW_REPS:
      return self->dose.reps;
    case ROW_HOLD:
      return self->dose.hold;
    case ROW_TEMPO:
      return self->pace.tempo ? self->pace.tempo : YF_PLAN_MIN_TEMPO;
    case ROW_REP_REST:
      return self->pace.rep_rest ? self->pace.rep_rest : get_usual_rep_rest (self->exercise);
    case ROW_SET_REST:
      return self->pace.set_rest ? self->pace.set_rest : yf_exercise_get_set_rest (self->exercise, NULL);
    case N_ROWS:
    default:
      g_assert_not_reached ();
    }
}

static gint64
get_step (YfAdjustRows *self,
          Row           row)
{
  switch (row)
    {
    case ROW_HOLD:
      return yf_text_is_long_hold (self->exercise) ? YF_TEXT_LONG : YF_SECOND;
    case ROW_TEMPO:
      return YF_PLAN_TEMPO_STEP;
    case ROW_REP_REST:
      return SHORT_REST_STEP;
    case ROW_SET_REST:
      return REST_STEP;
    case ROW_SETS:
    case ROW_REPS:
    case N_ROWS:
    default:
      return 1;
    }
}

/* What it would be, one step on; whether the plan has it. */
static gboolean
try_step (YfAdjustRows *self,
          Row           row,
          int           direction,
          YfDose       *dose,
          YfPace       *pace)
{
  gint64 value = get_value (self, row) + direction * get_step (self, row);

  *dose = self->dose;
  *pace = self->pace;
  if (value <= 0)
    return FALSE;

  switch (row)
    {
    case ROW_SETS:
      dose->sets = (int) value;
      break;
    case ROW_REPS:
      dose->reps = (int) value;
      break;
    case ROW_HOLD:
      dose->hold = value;
      break;
    case ROW_TEMPO:
      pace->tempo = (int) value;
      break;
    case ROW_REP_REST:
      pace->rep_rest = value;
      break;
    case ROW_SET_REST:
      pace->set_rest = value;
      break;
    case N_ROWS:
    default:
      return FALSE;
    }

  return yf_plan_check (self->exercise, dose, pace, NULL) && yf_dose_within (dose, &self->most);
}

static char *
get_text (YfAdjustRows *self,
          Row           row)
{
  gint64 value = get_value (self, row);

  switch (row)
    {
    case ROW_HOLD:
      if (yf_text_is_long_hold (self->exercise))
        return value % YF_TEXT_LONG == 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, value / YF_TEXT_LONG)
                                         : yf_text_seconds (value / YF_SECOND, TRUE);
      return g_strdup_printf ("%g", (double) value / (double) YF_SECOND);
    case ROW_REP_REST:
    case ROW_SET_REST:
      return g_strdup_printf ("%g", (double) value / (double) YF_SECOND);
    case ROW_TEMPO:
      /* Translators: a percentage */
      return g_strdup_printf (_("%d%%"), (int) value);
    case ROW_SETS:
    case ROW_REPS:
    case N_ROWS:
    default:
      return g_strdup_printf ("%d", (int) value);
    }
}

static void
update (YfAdjustRows *self)
{
  YfDose dose;
  YfPace pace;

  for (Row row = 0; row < N_ROWS; row++)
    {
      g_autofree char *text = NULL;

      if (self->steppers[row] == NULL)
        continue;
      text = get_text (self, row);
      yf_stepper_show (self->steppers[row], text, try_step (self, row, -1, &dose, &pace),
                       try_step (self, row, 1, &dose, &pace));
    }
}

static void
stepped_cb (YfAdjustRows *self,
            int           direction,
            YfStepper    *stepper)
{
  Row row = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (stepper), "row"));
  YfDose dose;
  YfPace pace;

  if (!try_step (self, row, direction, &dose, &pace))
    return;

  self->dose = dose;
  self->pace = pace;
  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
add (YfAdjustRows *self,
     Row           row,
     const char   *title,
     const char   *subtitle)
{
  GtkWidget *stepper = g_object_new (YF_TYPE_STEPPER, "title", title, NULL);

  if (subtitle)
    {
      adw_action_row_set_subtitle (ADW_ACTION_ROW (stepper), subtitle);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (stepper), 0);
    }
  g_object_set_data (G_OBJECT (stepper), "row", GUINT_TO_POINTER (row));
  g_signal_connect_object (stepper, "stepped", G_CALLBACK (stepped_cb), self, G_CONNECT_SWAPPED);
  self->steppers[row] = YF_STEPPER (stepper);
  g_ptr_array_add (self->rows, g_object_ref_sink (stepper));
}

static gboolean
has_movement (YfExercise *exercise)
{
  for (guint i = 0; i < yf_exercise_get_n_phases (exercise); i++)
    {
      YfPhaseKind kind = yf_exercise_get_phase (exercise, i)->kind;

      if (kind == YF_PHASE_RAISE || kind == YF_PHASE_LOWER)
        return TRUE;
    }

  return FALSE;
}

static void
dispose (GObject *object)
{
  YfAdjustRows *self = YF_ADJUST_ROWS (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->exercise, yf_exercise_unref);

  G_OBJECT_CLASS (yf_adjust_rows_parent_class)->dispose (object);
}

static void
yf_adjust_rows_class_init (YfAdjustRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dispose;

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
yf_adjust_rows_init (YfAdjustRows *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * yf_adjust_has_fixed_reps:
 * @exercise: an exercise
 *
 * Returns: whether its parts say how often each is done, so that the number of
 *   repetitions is not a matter of choice
 */
gboolean
yf_adjust_has_fixed_reps (YfExercise *exercise)
{
  guint first_phase, n_phases;

  for (guint i = 0; i < yf_exercise_get_n_parts (exercise); i++)
    if (yf_exercise_get_part (exercise, i, &first_phase, &n_phases) > 0)
      return TRUE;

  return FALSE;
}

/**
 * yf_adjust_rows_new:
 * @item: what is done now
 * @most: the most that may be done of it, as yf_dose_plan_get_most() has it
 * @parts: what of it is to be changed
 *
 * Returns: (transfer full): rows that show it
 */
YfAdjustRows *
yf_adjust_rows_new (const YfRoutineItem *item,
                    const YfDose        *most,
                    YfAdjustParts        parts)
{
  YfAdjustRows *self = g_object_new (YF_TYPE_ADJUST_ROWS, NULL);
  const YfDose *ceiling = yf_exercise_get_ceiling (item->exercise);

  self->exercise = yf_exercise_ref (item->exercise);
  self->dose = item->dose;
  self->most = *most;
  self->pace = item->pace;
  yf_dose_plan_lower (&self->dose, most);
  if (parts & YF_ADJUST_DOSE)
    {
      if (ceiling->sets > 1)
        add (self, ROW_SETS, _("Sets"), NULL);
      if (ceiling->reps > 1 && !yf_adjust_has_fixed_reps (item->exercise))
        add (self, ROW_REPS, _("Repetitions in a set"), NULL);
      if (yf_exercise_has_hold (item->exercise))
        add (self, ROW_HOLD, yf_text_is_long_hold (item->exercise) ? _("How long, in minutes") : _("Hold, in seconds"),
             NULL);
    }
  if (parts & YF_ADJUST_PACE)
    {
      if (has_movement (item->exercise))
        add (self, ROW_TEMPO, _("Time for moving"), _("More is slower. It is never quicker than usual."));
      if (get_usual_rep_rest (item->exercise) > 0)
        add (self, ROW_REP_REST, _("Rest after a repetition, in seconds"), NULL);
      if (ceiling->sets > 1)
        add (self, ROW_SET_REST, _("Rest between sets, in seconds"), NULL);
    }
  update (self);

  return self;
}

/**
 * yf_adjust_rows_get_rows:
 *
 * Returns: (transfer none) (element-type GtkWidget): the rows, to be put somewhere
 */
GPtrArray *
yf_adjust_rows_get_rows (YfAdjustRows *self)
{
  g_return_val_if_fail (YF_IS_ADJUST_ROWS (self), NULL);

  return self->rows;
}

/**
 * yf_adjust_rows_set_dose:
 * @self: the rows
 * @dose: what is to be done
 * @most: the most that may be done; more of @dose than that is left out
 *
 * Shows another dose. The signal `changed` is not emitted: nobody has changed it.
 */
void
yf_adjust_rows_set_dose (YfAdjustRows *self,
                         const YfDose *dose,
                         const YfDose *most)
{
  g_return_if_fail (YF_IS_ADJUST_ROWS (self));
  g_return_if_fail (dose != NULL);
  g_return_if_fail (most != NULL);

  self->dose = *dose;
  self->most = *most;
  yf_dose_plan_lower (&self->dose, most);
  update (self);
}

const YfDose *
yf_adjust_rows_get_dose (YfAdjustRows *self)
{
  g_return_val_if_fail (YF_IS_ADJUST_ROWS (self), NULL);

  return &self->dose;
}

const YfPace *
yf_adjust_rows_get_pace (YfAdjustRows *self)
{
  g_return_val_if_fail (YF_IS_ADJUST_ROWS (self), NULL);

  return &self->pace;
}
