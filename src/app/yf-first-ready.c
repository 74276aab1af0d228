/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-first-ready.h"
#include "yf-plan.h"
#include "yf-rows.h"
#include "yf-stage.h"
#include "yf-text.h"
#include "yf-timeline.h"

struct _YfFirstReady
{
  AdwBin parent_instance;

  GtkImage            *icon;
  GtkLabel            *title;
  GtkLabel            *stage;
  GtkLabel            *open;
  AdwPreferencesGroup *reasons;
  GtkWidget           *start;
  GtkLabel            *start_length;
  GtkWidget           *see;

  GPtrArray           *reason_rows;
  YfExercise          *exercise;    /* NULL before it was shown */
  YfDose               dose;
};

G_DEFINE_FINAL_TYPE (YfFirstReady, yf_first_ready, ADW_TYPE_BIN)

enum
{
  START,
  SEE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The first exercise, and how much of it: one minute of what is mildest, so
 * that a person knows what a session is like. Yanfei's own choice. */
#define FIRST_EXERCISE "abdominal-breathing"
#define FIRST_SETS 1
#define FIRST_REPS 5

static void
find_exercise (YfFirstReady *self,
               YfCatalogue  *catalogue)
{
  g_clear_pointer (&self->exercise, yf_exercise_unref);
  self->exercise = yf_exercise_ref (yf_catalogue_find_exercise (catalogue, FIRST_EXERCISE));
  if (!yf_plan_dose (self->exercise, FIRST_SETS, FIRST_REPS, YF_PLAN_DEFAULT, &self->dose, NULL))
    self->dose = *yf_exercise_get_first_dose (self->exercise);
}

static char *
describe_stage (YfStage stage)
{
  switch (stage)
    {
    case YF_STAGE_PREVENTION:
      return g_strdup (_("No trouble is known of, so the aim is to keep it that way: your stage is called prevention."));
    case YF_STAGE_ACUTE:
      return g_strdup (_("From what you say, you are in the acute stage: it is time for short rest and gentle rises, not for strengthening."));
    case YF_STAGE_EASING:
      return g_strdup (_("From what you say, your trouble is easing: it is time for breathing, and too early for strengthening."));
    case YF_STAGE_RECOVERY:
      return g_strdup (_("From what you say, you are in recovery: strengthening may begin, gently."));
    case YF_STAGE_MAINTENANCE:
      return g_strdup (_("From what you say, your trouble is over: the aim is to keep your back strong."));
    default:
      g_return_val_if_reached (NULL);
    }
}

static char *
describe_open (YfPerson *person)
{
  GPtrArray *exercises = yf_catalogue_get_exercises (yf_person_get_catalogue (person));
  int n_open = 0, n_ask = 0;
  g_autofree char *open = NULL;
  g_autofree char *ask = NULL;

  for (guint i = 0; i < exercises->len; i++)
    {
      g_autoptr (YfJudgement) judgement = yf_person_judge (person, g_ptr_array_index (exercises, i), NULL, NULL);

      if (judgement && yf_judgement_permits (judgement))
        n_open++;
      else if (judgement && yf_judgement_get_verdict (judgement) == YF_VERDICT_ASK_CLINICIAN)
        n_ask++;
    }

  if (n_open == 0)
    open = g_strdup (_("No exercise is open to you today."));
  else
    /* Translators: how many exercises a person may do today, of how many there are */
    open = g_strdup_printf (ngettext ("%d of %d exercises is open to you today.",
                                      "%d of %d exercises are open to you today.", n_open),
                            n_open, (int) exercises->len);
  if (n_ask == 0)
    return g_steal_pointer (&open);

  /* Translators: %d is a number of exercises */
  ask = g_strdup_printf (ngettext ("%d more may open when your doctor or physiotherapist has cleared it.",
                                   "%d more may open when your doctor or physiotherapist has cleared them.", n_ask),
                         n_ask);
  /* Translators: puts two sentences together */
  return g_strdup_printf (_("%s %s"), open, ask);
}

static void
show_start (YfFirstReady *self)
{
  const YfRoutineItem item = { self->exercise, self->dose };
  g_autoptr (YfRoutine) routine = yf_routine_new (&item, 1);
  g_autoptr (YfTimeline) timeline = yf_timeline_new (routine, YF_COUNTING_PACE);
  g_autofree char *length = yf_text_length (yf_timeline_get_length (timeline));
  g_autofree char *dose = yf_text_dose (self->exercise, &self->dose);
  /* Translators: the first %s is a dose, the second how long it takes */
  g_autofree char *text = g_strdup_printf (_("%s. Takes %s."), dose, length);
  /* Translators: what a screen reader says of the button that starts the first exercise; %s is how much, and how long it takes */
  g_autofree char *name = g_strdup_printf (_("Breathe: start the first exercise. %s"), text);

  gtk_label_set_label (self->start_length, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->start), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
start_cb (YfFirstReady *self)
{
  g_signal_emit (self, signals[START], 0, self->exercise, &self->dose);
}

static void
see_cb (YfFirstReady *self)
{
  g_signal_emit (self, signals[SEE], 0);
}

static void
dispose (GObject *object)
{
  YfFirstReady *self = YF_FIRST_READY (object);

  g_clear_pointer (&self->reason_rows, g_ptr_array_unref);
  g_clear_pointer (&self->exercise, yf_exercise_unref);

  G_OBJECT_CLASS (yf_first_ready_parent_class)->dispose (object);
}

static void
yf_first_ready_class_init (YfFirstReadyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;

  signals[START] =
    g_signal_new ("start", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 2, YF_TYPE_EXERCISE, G_TYPE_POINTER);
  signals[SEE] =
    g_signal_new ("see", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-first-ready.ui");
  gtk_widget_class_bind_template_child (widget_class, YfFirstReady, icon);
  gtk_widget_class_bind_template_child (widget_class, YfFirstReady, title);
  gtk_widget_class_bind_template_child (widget_class, YfFirstReady, stage);
  gtk_widget_class_bind_template_child (widget_class, YfFirstReady, open);
  gtk_widget_class_bind_template_child (widget_class, YfFirstReady, reasons);
  gtk_widget_class_bind_template_child (widget_class, YfFirstReady, start);
  gtk_widget_class_bind_template_child (widget_class, YfFirstReady, start_length);
  gtk_widget_class_bind_template_child (widget_class, YfFirstReady, see);
  gtk_widget_class_bind_template_callback (widget_class, start_cb);
  gtk_widget_class_bind_template_callback (widget_class, see_cb);
}

static void
yf_first_ready_init (YfFirstReady *self)
{
  self->reason_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yf_first_ready_show:
 * @self: what follows from the first answers
 * @person: whose they are, with a profile
 *
 * Shows what follows from them now.
 */
void
yf_first_ready_show (YfFirstReady *self,
                     YfPerson     *person)
{
  YfStage stage;
  g_autoptr (YfJudgement) judgement = NULL;
  g_autofree char *text = NULL;
  g_autofree char *open = NULL;
  gboolean permits;

  g_return_if_fail (YF_IS_FIRST_READY (self));
  g_return_if_fail (YF_IS_PERSON (person));

  find_exercise (self, yf_person_get_catalogue (person));
  stage = yf_stage_reckon (yf_person_get_profile (person), yf_person_get_today (person));
  judgement = yf_person_judge (person, self->exercise, NULL, NULL);
  permits = judgement && yf_judgement_permits (judgement) && yf_person_can_write (person);
  text = describe_stage (stage);
  open = describe_open (person);

  gtk_label_set_label (self->stage, text);
  gtk_label_set_label (self->open, open);
  gtk_label_set_label (self->title, permits ? _("Your first exercise") : _("Breathing has to wait"));
  gtk_image_set_from_icon_name (self->icon,
                                yf_text_verdict_icon (judgement ? yf_judgement_get_verdict (judgement)
                                                                : YF_VERDICT_BLOCKED));

  yf_rows_clear (self->reasons, self->reason_rows);
  if (judgement)
    {
      GPtrArray *reasons = yf_judgement_get_reasons (judgement);

      for (int verdict = YF_VERDICT_BLOCKED; verdict > YF_VERDICT_ALLOWED; verdict--)
        for (guint i = 0; i < reasons->len; i++)
          if ((int) yf_reason_get_verdict (g_ptr_array_index (reasons, i)) == verdict)
            yf_rows_add (self->reasons, self->reason_rows, yf_rows_new_reason (g_ptr_array_index (reasons, i)));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->reasons), self->reason_rows->len > 0);
  adw_preferences_group_set_title (self->reasons, permits ? _("What to mind") : _("Why not yet"));
  gtk_widget_set_visible (self->start, permits);
  gtk_widget_set_visible (self->see, !permits);
  if (permits)
    show_start (self);
}

/**
 * yf_first_ready_focus_first:
 * @self: what follows from the first answers
 *
 * Puts the keyboard on what can be done next.
 */
void
yf_first_ready_focus_first (YfFirstReady *self)
{
  g_return_if_fail (YF_IS_FIRST_READY (self));

  gtk_widget_grab_focus (gtk_widget_get_visible (self->start) ? self->start : self->see);
}
