/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-dose-plan.h"
#include "yf-exercise-card.h"
#include "yf-exercise-picture.h"
#include "yf-text.h"

/**
 * YfExerciseCard:
 *
 * One exercise at a glance: its name, its dose, and whether it is for this
 * person today.
 */
struct _YfExerciseCard
{
  GtkButton parent_instance;

  YfExercisePicture *picture;
  GtkLabel          *name;
  GtkLabel          *dose;
  GtkWidget         *verdict;
  GtkImage          *verdict_icon;
  GtkLabel          *verdict_word;

  YfPerson          *person;
  YfExercise        *exercise;
};

G_DEFINE_FINAL_TYPE (YfExerciseCard, yf_exercise_card, GTK_TYPE_BUTTON)

static void
update (YfExerciseCard *self)
{
  static const char * const classes[] = { "verdict-allowed", "verdict-caution", "verdict-ask", "verdict-blocked" };
  g_autoptr (YfJudgement) judgement = yf_person_judge (self->person, self->exercise, NULL, NULL);
  g_autofree char *dose = NULL;
  g_autofree char *line = NULL;
  g_autofree char *name = NULL;
  const char *word;
  YfDose begin;

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (self->verdict, classes[i]);

  if (judgement)
    {
      YfVerdict verdict = yf_judgement_get_verdict (judgement);

      word = yf_verdict_get_name (verdict);
      gtk_image_set_from_icon_name (self->verdict_icon, yf_text_verdict_icon (verdict));
      gtk_widget_add_css_class (self->verdict, yf_text_verdict_class (verdict));
    }
  else
    {
      word = _("To read only");
      gtk_image_set_from_icon_name (self->verdict_icon, "yf-trouble-symbolic");
    }

  yf_dose_plan_reckon (self->person, self->exercise, &begin);
  dose = yf_text_dose (self->exercise, &begin);
  if (yf_exercise_is_own (self->exercise))
    /* Translators: of an exercise of one's own, the posture it begins in, and its dose */
    line = g_strdup_printf (_("Your own · %s · %s"), yf_posture_get_name (yf_exercise_get_posture (self->exercise)),
                            dose);
  else
    /* Translators: the posture an exercise begins in, and its dose */
    line = g_strdup_printf (_("%s · %s"), yf_posture_get_name (yf_exercise_get_posture (self->exercise)), dose);
  gtk_label_set_label (self->name, yf_exercise_get_name (self->exercise));
  gtk_label_set_label (self->dose, line);
  gtk_label_set_label (self->verdict_word, word);

  /* Translators: what a screen reader says of an exercise: its name, whether it is for the person today, posture and dose */
  name = g_strdup_printf (_("%s. %s. %s"), yf_exercise_get_name (self->exercise), word, line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
dispose (GObject *object)
{
  YfExerciseCard *self = YF_EXERCISE_CARD (object);

  g_clear_object (&self->person);
  g_clear_pointer (&self->exercise, yf_exercise_unref);

  G_OBJECT_CLASS (yf_exercise_card_parent_class)->dispose (object);
}

static void
yf_exercise_card_class_init (YfExerciseCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;

  g_type_ensure (YF_TYPE_EXERCISE_PICTURE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-exercise-card.ui");
  gtk_widget_class_bind_template_child (widget_class, YfExerciseCard, picture);
  gtk_widget_class_bind_template_child (widget_class, YfExerciseCard, name);
  gtk_widget_class_bind_template_child (widget_class, YfExerciseCard, dose);
  gtk_widget_class_bind_template_child (widget_class, YfExerciseCard, verdict);
  gtk_widget_class_bind_template_child (widget_class, YfExerciseCard, verdict_icon);
  gtk_widget_class_bind_template_child (widget_class, YfExerciseCard, verdict_word);
}

static void
yf_exercise_card_init (YfExerciseCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yf_exercise_card_new:
 * @person: whom it is judged for
 * @exercise: the exercise
 *
 * Returns: (transfer floating): a card that keeps its verdict and its dose up to date
 */
GtkWidget *
yf_exercise_card_new (YfPerson   *person,
                      YfExercise *exercise)
{
  YfExerciseCard *self = g_object_new (YF_TYPE_EXERCISE_CARD, NULL);

  self->person = g_object_ref (person);
  self->exercise = yf_exercise_ref (exercise);
  g_signal_connect_object (person, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (person, "planned", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  /* A compress is no movement. */
  if (yf_catalogue_find_exercise (yf_person_get_catalogue (person), yf_exercise_get_id (exercise)))
    yf_exercise_picture_show (self->picture, yf_person_get_catalogue (person), exercise);
  else
    gtk_widget_set_visible (GTK_WIDGET (self->picture), FALSE);
  update (self);

  return GTK_WIDGET (self);
}
