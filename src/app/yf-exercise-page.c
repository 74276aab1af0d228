/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-adjust-rows.h"
#include "yf-dose-plan.h"
#include "yf-exercise-page.h"
#include "yf-figure-view.h"
#include "yf-page.h"
#include "yf-plan.h"
#include "yf-rows.h"
#include "yf-stepper.h"
#include "yf-text.h"
#include "yf-timeline.h"
#include "yf-today-text.h"

struct _YfExercisePage
{
  AdwBin parent_instance;

  AdwWindowTitle      *window_title;
  GtkLabel            *name;
  GtkLabel            *posture;
  YfFigureView        *figure;
  GtkLabel            *summary;
  AdwPreferencesGroup *verdict_group;
  AdwPreferencesGroup *dose_group;
  AdwPreferencesGroup *steps_group;
  AdwPreferencesGroup *cautions_group;
  AdwPreferencesGroup *suits_group;
  AdwPreferencesGroup *phases_group;
  AdwPreferencesGroup *sources_group;
  YfStepper           *sets;
  YfStepper           *reps;
  YfStepper           *hold;
  AdwExpanderRow      *pace_row;
  GtkSwitch           *tap;
  GtkLabel            *why_not;
  GtkWidget           *start;
  GtkLabel            *length;

  YfPerson            *person;
  YfPreferences       *preferences;
  YfExercise          *exercise;
  YfDose               dose;
  YfDose               most;
  gboolean             changed;   /* the person has said how much */
  YfAdjustRows        *pace;
  GPtrArray           *verdict_rows;
  GPtrArray           *phase_rows;
};

static void page_init (YfPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (YfExercisePage, yf_exercise_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (YF_TYPE_PAGE, page_init))

enum
{
  START,
  REHEARSE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The plan decides what a dose may be; the page only tries. */
static gboolean
try_dose (YfExercisePage *self,
          int             more_sets,
          int             more_reps,
          gint64          more_hold,
          YfDose         *dose)
{
  gint64 hold = yf_exercise_has_hold (self->exercise) ? self->dose.hold + more_hold : YF_PLAN_DEFAULT;

  if (self->dose.sets + more_sets < 1 || self->dose.reps + more_reps < 1)
    return FALSE;
  return yf_plan_dose (self->exercise, self->dose.sets + more_sets, self->dose.reps + more_reps, hold, dose, NULL) &&
         yf_dose_within (dose, &self->most);
}

static void
add_phase (YfExercisePage *self,
           const YfPhase  *phase)
{
  const YfRoutineItem item = { self->exercise, self->dose, *yf_adjust_rows_get_pace (self->pace) };
  g_autofree char *time = yf_text_length (yf_routine_item_get_length (&item, phase));
  g_autofree char *source = yf_text_source (phase->source);
  g_autofree char *subtitle = g_strdup_printf ("%s\n%s", time, source);
  GtkWidget *row = yf_rows_new_plain (yf_phase_get_name (phase), subtitle);
  GtkWidget *icon = gtk_image_new_from_icon_name (yf_text_phase_icon (phase->kind));

  gtk_widget_add_css_class (icon, yf_text_phase_class (phase->kind));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_widget_add_css_class (row, "note");
  yf_rows_add (self->phases_group, self->phase_rows, row);
}

/* How often one part of a set is done, above what it is made of. */
static void
add_part_heading (YfExercisePage *self,
                  int             reps)
{
  /* Translators: how often the movements that follow are done, one after the other */
  g_autofree char *title = g_strdup_printf (ngettext ("%d time, in turn:", "%d times, in turn:", reps), reps);
  GtkWidget *row = yf_rows_new_plain (title, NULL);

  gtk_widget_add_css_class (row, "part");
  yf_rows_add (self->phases_group, self->phase_rows, row);
}

static void
update_phases (YfExercisePage *self)
{
  yf_rows_clear (self->phases_group, self->phase_rows);
  for (guint i = 0; i < yf_exercise_get_n_parts (self->exercise); i++)
    {
      guint first_phase, n_phases;
      int reps = yf_exercise_get_part (self->exercise, i, &first_phase, &n_phases);

      if (reps > 0)
        add_part_heading (self, reps);
      for (guint j = first_phase; j < first_phase + n_phases; j++)
        add_phase (self, yf_exercise_get_phase (self->exercise, j));
    }
}

static gint64
get_hold_step (YfExercisePage *self)
{
  return yf_text_is_long_hold (self->exercise) ? 60 * YF_SECOND : YF_SECOND;
}

static void
update_dose (YfExercisePage *self)
{
  const YfRoutineItem item = { self->exercise, self->dose, *yf_adjust_rows_get_pace (self->pace) };
  g_autoptr (YfRoutine) routine = yf_routine_new (&item, 1);
  g_autoptr (YfTimeline) timeline = yf_timeline_new (routine, YF_COUNTING_PACE);
  g_autofree char *length = yf_text_length (yf_timeline_get_length (timeline));
  g_autofree char *takes = NULL;
  g_autofree char *name = NULL;
  g_autofree char *sets = g_strdup_printf ("%d", self->dose.sets);
  g_autofree char *reps = g_strdup_printf ("%d", self->dose.reps);
  gint64 unit = get_hold_step (self);
  g_autofree char *hold = self->dose.hold % unit == 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, self->dose.hold / unit)
                                                      : yf_text_seconds (self->dose.hold / YF_SECOND, TRUE);
  gboolean fixed = yf_adjust_has_fixed_reps (self->exercise);
  YfDose other;

  yf_stepper_show (self->sets, sets, try_dose (self, -1, 0, 0, &other), try_dose (self, 1, 0, 0, &other));
  yf_stepper_show (self->reps, reps, !fixed && try_dose (self, 0, -1, 0, &other),
                   !fixed && try_dose (self, 0, 1, 0, &other));
  yf_stepper_show (self->hold, hold, try_dose (self, 0, 0, -unit, &other), try_dose (self, 0, 0, unit, &other));

  /* Translators: %s is how long a session takes */
  takes = g_strdup_printf (_("Takes %s"), length);
  gtk_label_set_label (self->length, takes);
  /* Translators: what a screen reader says of the button that starts a session; %s is how long it takes */
  name = g_strdup_printf (_("Start, takes %s"), length);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->start), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  update_phases (self);
}

static void
step (YfExercisePage *self,
      int             more_sets,
      int             more_reps,
      gint64          more_hold)
{
  YfDose dose;

  if (!try_dose (self, more_sets, more_reps, more_hold, &dose))
    return;
  self->dose = dose;
  self->changed = TRUE;
  update_dose (self);
}

/* Why the plan begins with another dose than the first. */
static char *
explain_dose (YfExercisePage *self,
              const YfDose   *planned)
{
  YfToday *plan = yf_person_get_plan (self->person);
  YfDoseChange *change;

  if (plan == NULL || yf_dose_equal (planned, yf_exercise_get_first_dose (self->exercise)))
    return NULL;

  change = yf_progression_find_latest (yf_today_get_progression (plan), yf_exercise_get_id (self->exercise));
  return change ? yf_today_text_dose_change (change) : NULL;
}

/* Who allows less than the catalogue does. */
static char *
explain_limit (YfExercisePage *self)
{
  g_autoptr (YfProgramme) programme = NULL;
  g_autofree char *most = NULL;

  if (yf_dose_equal (&self->most, yf_exercise_get_ceiling (self->exercise)) ||
      !yf_person_dup_programme (self->person, &programme, NULL) || programme == NULL)
    return NULL;

  most = yf_text_dose (self->exercise, &self->most);
  /* Translators: a clinician; a dose such as "2 sets of 10 repetitions, hold 3 seconds" */
  return g_strdup_printf (_("%s allows no more than this in your programme: %s."),
                          yf_programme_get_clinician (programme), most);
}

/* The dose that the plan begins with, unless the person wants another; never more
 * than what is allowed. */
static void
update_plan (YfExercisePage *self)
{
  g_autofree char *why = NULL;
  g_autofree char *limit = NULL;
  g_autofree char *text = NULL;
  g_autofree char *escaped = NULL;
  YfDose planned;

  yf_dose_plan_get_most (self->person, self->exercise, &self->most);
  yf_dose_plan_reckon (self->person, self->exercise, &planned);
  yf_dose_plan_lower (&planned, &self->most);
  if (!self->changed)
    self->dose = planned;
  yf_dose_plan_lower (&self->dose, &self->most);

  why = explain_dose (self, &planned);
  limit = explain_limit (self);
  text = why && limit ? g_strdup_printf ("%s\n%s", why, limit) : g_strdup (why ? why : limit ? limit : "");
  escaped = g_markup_escape_text (text, -1);
  adw_preferences_group_set_description (self->dose_group, escaped);
  update_dose (self);
}

static void
sets_cb (YfExercisePage *self,
         int             direction)
{
  step (self, direction, 0, 0);
}

static void
reps_cb (YfExercisePage *self,
         int             direction)
{
  step (self, 0, direction, 0);
}

static void
hold_cb (YfExercisePage *self,
         int             direction)
{
  step (self, 0, 0, direction * get_hold_step (self));
}

static void
start_cb (YfExercisePage *self)
{
  g_signal_emit (self, signals[START], 0, &self->dose);
}

static void
rehearse_cb (YfExercisePage *self)
{
  g_signal_emit (self, signals[REHEARSE], 0);
}

static void
show_why_not (YfExercisePage *self,
              const char     *why_not)
{
  gtk_label_set_label (self->why_not, why_not ? why_not : "");
  gtk_widget_set_visible (GTK_WIDGET (self->why_not), why_not != NULL);
  gtk_widget_set_sensitive (self->start, why_not == NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->start), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  why_not ? why_not : "", -1);
}

static GtkWidget *
create_verdict_row (YfVerdict verdict)
{
  GtkWidget *row = yf_rows_new_plain (yf_verdict_get_name (verdict), NULL);
  GtkWidget *icon = gtk_image_new_from_icon_name (yf_text_verdict_icon (verdict));

  gtk_image_set_pixel_size (GTK_IMAGE (icon), 32);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_widget_add_css_class (row, "verdict-row");
  gtk_widget_add_css_class (row, yf_text_verdict_class (verdict));

  return row;
}

static void
update_verdict (YfExercisePage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YfJudgement) judgement = yf_person_judge (self->person, self->exercise, NULL, &error);
  YfVerdict verdict;
  GPtrArray *reasons;

  yf_rows_clear (self->verdict_group, self->verdict_rows);

  if (judgement == NULL)
    {
      yf_rows_add (self->verdict_group, self->verdict_rows,
                   yf_rows_new_plain (_("This cannot be said"), error ? error->message : NULL));
      show_why_not (self, _("No session can start, because your log cannot be read."));
      return;
    }

  verdict = yf_judgement_get_verdict (judgement);
  reasons = yf_judgement_get_reasons (judgement);
  yf_rows_add (self->verdict_group, self->verdict_rows, create_verdict_row (verdict));
  for (int level = YF_VERDICT_BLOCKED; level >= YF_VERDICT_ALLOWED; level--)
    for (guint i = 0; i < reasons->len; i++)
      if ((int) yf_reason_get_verdict (g_ptr_array_index (reasons, i)) == level)
        yf_rows_add (self->verdict_group, self->verdict_rows, yf_rows_new_reason (g_ptr_array_index (reasons, i)));

  if (yf_judgement_permits (judgement))
    show_why_not (self, yf_person_can_write (self->person) ? NULL :
                        _("No session can start, because your log cannot be written: what you do would be forgotten."));
  else if (verdict == YF_VERDICT_ASK_CLINICIAN)
    show_why_not (self, _("Ask your doctor or physiotherapist first. When they have cleared it, record that under Profile."));
  else
    show_why_not (self, _("This exercise is not for you today. The reasons are above."));
}

static void
add_source_row (YfExercisePage *self,
                const char     *what,
                const char     *value,
                YfSource       *source)
{
  g_autofree char *title = g_strdup_printf ("%s: %s", what, value);
  g_autofree char *text = yf_text_source (source);

  adw_preferences_group_add (self->sources_group, yf_rows_new_plain (title, text));
}

static void
fill (YfExercisePage *self)
{
  GPtrArray *steps = yf_exercise_get_steps (self->exercise);
  GPtrArray *cautions = yf_exercise_get_cautions (self->exercise);
  GPtrArray *suits = yf_exercise_get_suits (self->exercise);
  const YfDose *most = yf_exercise_get_ceiling (self->exercise);
  int times = yf_exercise_get_times_a_day (self->exercise);
  g_autofree char *first = yf_text_dose (self->exercise, yf_exercise_get_first_dose (self->exercise));
  g_autofree char *ceiling = yf_text_dose (self->exercise, yf_exercise_get_ceiling (self->exercise));
  g_autofree char *posture = NULL;
  g_autofree char *ready = NULL;
  g_autofree char *rest = NULL;
  YfSource *ready_source, *rest_source;

  yf_figure_view_show (self->figure, yf_person_get_catalogue (self->person), self->exercise);
  adw_window_title_set_title (self->window_title, yf_exercise_get_name (self->exercise));
  gtk_label_set_label (self->name, yf_exercise_get_name (self->exercise));
  /* Translators: %s is how a person lies or stands when an exercise begins */
  posture = g_strdup_printf (_("Posture: %s"), yf_posture_get_name (yf_exercise_get_posture (self->exercise)));
  if (yf_exercise_get_two_sided (self->exercise))
    {
      /* Translators: %s says how a person lies or stands: "Posture: On your back" */
      g_autofree char *sides = g_strdup_printf (_("%s. First the left side, then the right."), posture);

      gtk_label_set_label (self->posture, sides);
    }
  else
    {
      gtk_label_set_label (self->posture, posture);
    }
  gtk_label_set_label (self->summary, yf_exercise_get_summary (self->exercise));

  for (guint i = 0; i < steps->len; i++)
    adw_preferences_group_add (self->steps_group, yf_rows_new_note (g_ptr_array_index (steps, i), (int) i + 1));
  for (guint i = 0; i < cautions->len; i++)
    adw_preferences_group_add (self->cautions_group, yf_rows_new_note (g_ptr_array_index (cautions, i), 0));
  gtk_widget_set_visible (GTK_WIDGET (self->cautions_group), cautions->len > 0);
  for (guint i = 0; i < suits->len; i++)
    {
      const YfNote *note = g_ptr_array_index (suits, i);
      g_autofree char *source = yf_text_source (note->source);

      adw_preferences_group_add (self->suits_group, yf_rows_new_plain (yf_note_get_text (note), source));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->suits_group), suits->len > 0);

  ready = yf_text_length (yf_exercise_get_get_ready (self->exercise, &ready_source));
  rest = yf_text_length (yf_exercise_get_set_rest (self->exercise, &rest_source));
  add_source_row (self, _("First dose"), first, yf_exercise_get_dose_source (self->exercise));
  add_source_row (self, _("Never more than"), ceiling, yf_exercise_get_ceiling_source (self->exercise));
  if (times > 0)
    {
      /* Translators: how often a day an exercise may be done */
      g_autofree char *a_day = g_strdup_printf (ngettext ("%d time", "%d times", times), times);

      add_source_row (self, _("In a day"), a_day, yf_exercise_get_ceiling_source (self->exercise));
    }
  add_source_row (self, _("Time to get ready"), ready, ready_source);
  /* What is done once has no rest after it. */
  if (most->sets > 1)
    add_source_row (self, _("Rest between sets"), rest, rest_source);

  gtk_widget_set_visible (GTK_WIDGET (self->sets), most->sets > 1);
  gtk_widget_set_visible (GTK_WIDGET (self->reps), most->reps > 1);
  gtk_widget_set_visible (GTK_WIDGET (self->hold), yf_exercise_has_hold (self->exercise));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->hold), yf_text_is_long_hold (self->exercise)
                                                                     ? _("How long, in minutes")
                                                                     : _("Hold, in seconds"));
}

static void
focus_first (YfPage *page)
{
  YfExercisePage *self = YF_EXERCISE_PAGE (page);

  if (gtk_widget_get_sensitive (self->start))
    gtk_widget_grab_focus (self->start);
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
page_init (YfPageInterface *iface)
{
  iface->focus_first = focus_first;
}

static void
dispose (GObject *object)
{
  YfExercisePage *self = YF_EXERCISE_PAGE (object);

  g_clear_object (&self->pace);
  g_clear_object (&self->person);
  g_clear_object (&self->preferences);
  g_clear_pointer (&self->exercise, yf_exercise_unref);
  g_clear_pointer (&self->verdict_rows, g_ptr_array_unref);
  g_clear_pointer (&self->phase_rows, g_ptr_array_unref);

  G_OBJECT_CLASS (yf_exercise_page_parent_class)->dispose (object);
}

static void
yf_exercise_page_class_init (YfExercisePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;

  signals[START] =
    g_signal_new ("start", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  signals[REHEARSE] =
    g_signal_new ("rehearse", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (YF_TYPE_STEPPER);
  g_type_ensure (YF_TYPE_FIGURE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-exercise-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YfExercisePage, window_title);
  gtk_widget_class_bind_template_child (widget_class, YfExercisePage, name);
  gtk_widget_class_bind_template_child (widget_class, YfExercisePage, posture);
  gtk_widget_class_bind_template_child (widget_class, YfExercisePage, figure);
  gtk_widget_class_bind_template_child (widget_class, YfExercisePage, summary);
  gtk_widget_class_bind_template_child (widget_class, YfExercisePage, verdict_group);
  gtk_widget_class_bind_template_child (widget_class, YfExercisePage, dose_group);
  gtk_widget_class_bind_template_child (widget_class, YfExercisePage, steps_group);
  gtk_widget_class_bind_template_child (widget_class, YfExercisePage, cautions_group);
  gtk_widget_class_bind_template_child (widget_class, YfExercisePage, suits_group);
  gtk_widget_class_bind_template_child (widget_class, YfExercisePage, phases_group);
  gtk_widget_class_bind_template_child (widget_class, YfExercisePage, sources_group);
  gtk_widget_class_bind_template_child (widget_class, YfExercisePage, sets);
  gtk_widget_class_bind_template_child (widget_class, YfExercisePage, reps);
  gtk_widget_class_bind_template_child (widget_class, YfExercisePage, hold);
  gtk_widget_class_bind_template_child (widget_class, YfExercisePage, pace_row);
  gtk_widget_class_bind_template_child (widget_class, YfExercisePage, tap);
  gtk_widget_class_bind_template_child (widget_class, YfExercisePage, why_not);
  gtk_widget_class_bind_template_child (widget_class, YfExercisePage, start);
  gtk_widget_class_bind_template_child (widget_class, YfExercisePage, length);
  gtk_widget_class_bind_template_callback (widget_class, sets_cb);
  gtk_widget_class_bind_template_callback (widget_class, reps_cb);
  gtk_widget_class_bind_template_callback (widget_class, hold_cb);
  gtk_widget_class_bind_template_callback (widget_class, rehearse_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_cb);
}

static void
yf_exercise_page_init (YfExercisePage *self)
{
  self->verdict_rows = g_ptr_array_new ();
  self->phase_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_pace (YfExercisePage *self)
{
  const YfRoutineItem item = { .exercise = self->exercise, .dose = self->dose };
  GPtrArray *rows;

  self->pace = yf_adjust_rows_new (&item, &self->most, YF_ADJUST_PACE);
  rows = yf_adjust_rows_get_rows (self->pace);
  for (guint i = 0; i < rows->len; i++)
    adw_expander_row_add_row (self->pace_row, g_ptr_array_index (rows, i));
  gtk_widget_set_visible (GTK_WIDGET (self->pace_row), rows->len > 0);
  g_signal_connect_object (self->pace, "changed", G_CALLBACK (update_dose), self, G_CONNECT_SWAPPED);
}

/**
 * yf_exercise_page_new:
 * @person: whom it is judged for
 * @preferences: how the person likes it
 * @exercise: the exercise
 *
 * Returns: (transfer floating): a page that says all about an exercise
 */
GtkWidget *
yf_exercise_page_new (YfPerson      *person,
                      YfPreferences *preferences,
                      YfExercise    *exercise)
{
  YfExercisePage *self = g_object_new (YF_TYPE_EXERCISE_PAGE, NULL);

  self->person = g_object_ref (person);
  self->preferences = g_object_ref (preferences);
  self->exercise = yf_exercise_ref (exercise);
  self->dose = *yf_exercise_get_first_dose (exercise);
  self->most = *yf_exercise_get_ceiling (exercise);

  g_object_bind_property (preferences, "count-by-tap", self->tap, "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_signal_connect_object (person, "changed", G_CALLBACK (update_verdict), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (person, "planned", G_CALLBACK (update_plan), self, G_CONNECT_SWAPPED);
  add_pace (self);
  fill (self);
  update_verdict (self);
  update_plan (self);

  return GTK_WIDGET (self);
}

/**
 * yf_exercise_page_get_exercise:
 *
 * Returns: the exercise shown
 */
YfExercise *
yf_exercise_page_get_exercise (YfExercisePage *self)
{
  g_return_val_if_fail (YF_IS_EXERCISE_PAGE (self), NULL);

  return self->exercise;
}

/**
 * yf_exercise_page_get_pace:
 *
 * Returns: how fast the person wants to do it
 */
const YfPace *
yf_exercise_page_get_pace (YfExercisePage *self)
{
  g_return_val_if_fail (YF_IS_EXERCISE_PAGE (self), NULL);

  return yf_adjust_rows_get_pace (self->pace);
}
