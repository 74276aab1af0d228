/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-exercise-card.h"
#include "yf-exercises-page.h"
#include "yf-stage.h"

struct _YfExercisesPage
{
  AdwBin parent_instance;

  GtkLabel *question;
  GtkLabel *state;
  GtkWidget *several;
  GtkBox   *cards;
  GtkBox   *own_cards;
  GtkWidget *add_own;
  GtkBox   *relief_box;
  GtkBox   *relief_cards;

  YfPerson      *person;
  YfReliefTimer *timer;
  YfCatalogue   *shown;
};

G_DEFINE_FINAL_TYPE (YfExercisesPage, yf_exercises_page, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  RELIEF_CHOSEN,
  OWN_CHOSEN,
  SEVERAL,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
clicked_cb (YfExercisesPage *self,
            GtkButton       *card)
{
  YfExercise *exercise = g_object_get_data (G_OBJECT (card), "exercise");

  g_signal_emit (self, signals[CHOSEN], 0, exercise);
}

static void
relief_clicked_cb (YfExercisesPage *self,
                   GtkButton       *card)
{
  g_signal_emit (self, signals[RELIEF_CHOSEN], 0, g_object_get_data (G_OBJECT (card), "exercise"));
}

static void
completed_cb (YfExercisesPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkApplication *application = GTK_IS_WINDOW (root) ? gtk_window_get_application (GTK_WINDOW (root)) : NULL;
  g_autoptr (GNotification) notification = g_notification_new (_("The time is over"));

  g_notification_set_body (notification, _("Take the compress off, and let the skin rest."));
  g_notification_set_priority (notification, G_NOTIFICATION_PRIORITY_HIGH);
  if (application)
    g_application_send_notification (G_APPLICATION (application), "relief", notification);
}

/* Relief is offered, or refused with its reason, in an episode; outside one
 * there is nothing to relieve. */
static void
update_relief (YfExercisesPage *self)
{
  const YfProfile *profile = yf_person_get_profile (self->person);
  YfStage stage = profile ? yf_person_get_stage (self->person) : YF_STAGE_PREVENTION;
  gboolean in_episode = stage != YF_STAGE_PREVENTION && stage != YF_STAGE_MAINTENANCE;

  gtk_widget_set_visible (GTK_WIDGET (self->relief_box),
                          in_episode || (self->timer && yf_relief_timer_get_relief (self->timer)));
}

static GtkWidget *
create_card (YfExercisesPage *self,
             YfExercise      *exercise,
             GCallback        clicked)
{
  GtkWidget *card = yf_exercise_card_new (self->person, exercise);

  g_object_set_data_full (G_OBJECT (card), "exercise", yf_exercise_ref (exercise),
                          (GDestroyNotify) yf_exercise_unref);
  g_signal_connect_object (card, "clicked", clicked, self, G_CONNECT_SWAPPED);

  return card;
}

static void
several_cb (YfExercisesPage *self)
{
  g_signal_emit (self, signals[SEVERAL], 0);
}

static void
add_own_cb (YfExercisesPage *self)
{
  g_signal_emit (self, signals[OWN_CHOSEN], 0, NULL);
}

static void
change_own_cb (YfExercisesPage *self,
               GtkButton       *button)
{
  g_signal_emit (self, signals[OWN_CHOSEN], 0, g_object_get_data (G_OBJECT (button), "exercise"));
}

static void
add_own_card (YfExercisesPage *self,
              YfExercise      *exercise)
{
  /* Translators: %s is the name of an exercise of one's own */
  g_autofree char *text = g_strdup_printf (_("Change or Remove “%s”"), yf_exercise_get_name (exercise));
  GtkWidget *change = gtk_button_new_with_label (text);
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (change));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (change, "flat");
  gtk_widget_set_halign (change, GTK_ALIGN_END);
  gtk_widget_set_sensitive (change, yf_person_can_write (self->person));
  g_object_set_data_full (G_OBJECT (change), "exercise", yf_exercise_ref (exercise),
                          (GDestroyNotify) yf_exercise_unref);
  g_signal_connect_object (change, "clicked", G_CALLBACK (change_own_cb), self, G_CONNECT_SWAPPED);

  /* One that a programme brings is its clinician's. */
  gtk_widget_set_visible (change, g_str_has_prefix (yf_exercise_get_id (exercise), "own-"));
  gtk_box_append (self->own_cards, create_card (self, exercise, G_CALLBACK (clicked_cb)));
  gtk_box_append (self->own_cards, change);
}

/* The exercises of one posture, under its name. */
static void
add_posture (YfExercisesPage *self,
             YfPosture        posture,
             GPtrArray       *exercises)
{
  GtkWidget *heading = NULL;

  for (guint i = 0; i < exercises->len; i++)
    {
      YfExercise *exercise = g_ptr_array_index (exercises, i);

      if (yf_exercise_is_own (exercise) || yf_exercise_get_posture (exercise) != posture)
        continue;
      if (heading == NULL)
        {
          heading = gtk_label_new (yf_posture_get_name (posture));
          gtk_label_set_xalign (GTK_LABEL (heading), 0);
          gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
          gtk_widget_add_css_class (heading, "title-3");
          gtk_widget_add_css_class (heading, "group-heading");
          gtk_box_append (self->cards, heading);
        }
      gtk_box_append (self->cards, create_card (self, exercise, G_CALLBACK (clicked_cb)));
    }
}

/* The person's own exercises, whenever they are others. */
static void
update_own (YfExercisesPage *self)
{
  YfCatalogue *catalogue = yf_person_get_catalogue (self->person);
  GPtrArray *exercises = yf_catalogue_get_exercises (catalogue);
  GtkWidget *child;

  if (catalogue == self->shown)
    return;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->own_cards))))
    gtk_box_remove (self->own_cards, child);
  for (guint i = 0; i < exercises->len; i++)
    if (yf_exercise_is_own (g_ptr_array_index (exercises, i)))
      add_own_card (self, g_ptr_array_index (exercises, i));
  gtk_widget_set_visible (GTK_WIDGET (self->own_cards), gtk_widget_get_first_child (GTK_WIDGET (self->own_cards)) != NULL);
  g_clear_pointer (&self->shown, yf_catalogue_unref);
  self->shown = yf_catalogue_ref (catalogue);
}

static void
update_state (YfExercisesPage *self)
{
  const YfProfile *profile = yf_person_get_profile (self->person);
  g_autofree char *text = NULL;

  if (profile == NULL)
    text = g_strdup (_("Your log cannot be read, so nothing can be judged for you and no session can start. You can read about the exercises."));
  else if (!yf_person_can_write (self->person))
    text = g_strdup (_("Your log cannot be written, so no session can start. You can read about the exercises."));
  else
    /* Translators: %s is the stage of an episode of back trouble: prevention, acute, easing … */
    text = g_strdup_printf (_("Your stage today: %s"),
                            yf_stage_get_name (yf_person_get_stage (self->person)));
  gtk_label_set_label (self->state, text);
  gtk_widget_set_sensitive (self->several, profile != NULL && yf_person_can_write (self->person));
  gtk_widget_set_sensitive (self->add_own, yf_person_can_write (self->person));
  update_own (self);
  update_relief (self);
}

static void
dispose (GObject *object)
{
  YfExercisesPage *self = YF_EXERCISES_PAGE (object);

  g_clear_object (&self->timer);
  g_clear_pointer (&self->shown, yf_catalogue_unref);
  g_clear_object (&self->person);

  G_OBJECT_CLASS (yf_exercises_page_parent_class)->dispose (object);
}

static void
yf_exercises_page_class_init (YfExercisesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;

  signals[CHOSEN] =
    g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, YF_TYPE_EXERCISE);

  signals[RELIEF_CHOSEN] =
    g_signal_new ("relief-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, YF_TYPE_EXERCISE);

  signals[OWN_CHOSEN] =
    g_signal_new ("own-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, YF_TYPE_EXERCISE);

  signals[SEVERAL] =
    g_signal_new ("several", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-exercises-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YfExercisesPage, question);
  gtk_widget_class_bind_template_child (widget_class, YfExercisesPage, state);
  gtk_widget_class_bind_template_child (widget_class, YfExercisesPage, several);
  gtk_widget_class_bind_template_child (widget_class, YfExercisesPage, cards);
  gtk_widget_class_bind_template_child (widget_class, YfExercisesPage, own_cards);
  gtk_widget_class_bind_template_child (widget_class, YfExercisesPage, add_own);
  gtk_widget_class_bind_template_child (widget_class, YfExercisesPage, relief_box);
  gtk_widget_class_bind_template_child (widget_class, YfExercisesPage, relief_cards);
  gtk_widget_class_bind_template_callback (widget_class, add_own_cb);
  gtk_widget_class_bind_template_callback (widget_class, several_cb);
}

static void
yf_exercises_page_init (YfExercisesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yf_exercises_page_set_person:
 * @person: whom the exercises are judged for
 *
 * Shows the exercises of the catalogue. Called once.
 */
void
yf_exercises_page_set_person (YfExercisesPage *self,
                              YfPerson        *person)
{
  GPtrArray *exercises, *reliefs;

  g_return_if_fail (YF_IS_EXERCISES_PAGE (self));
  g_return_if_fail (self->person == NULL);

  self->person = g_object_ref (person);
  self->timer = yf_relief_timer_new (person);
  exercises = yf_catalogue_get_exercises (yf_person_get_catalogue (person));
  for (int posture = YF_POSTURE_SUPINE; posture <= YF_POSTURE_STANDING; posture++)
    add_posture (self, (YfPosture) posture, exercises);
  reliefs = yf_catalogue_get_reliefs (yf_person_get_catalogue (person));
  for (guint i = 0; i < reliefs->len; i++)
    gtk_box_append (self->relief_cards, create_card (self, g_ptr_array_index (reliefs, i),
                                                     G_CALLBACK (relief_clicked_cb)));

  g_signal_connect_object (self->timer, "completed", G_CALLBACK (completed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (person, "changed", G_CALLBACK (update_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (person, "planned", G_CALLBACK (update_state), self, G_CONNECT_SWAPPED);
  update_state (self);
}

/**
 * yf_exercises_page_get_timer:
 *
 * Returns: (nullable): what times compresses, once there is a person
 */
YfReliefTimer *
yf_exercises_page_get_timer (YfExercisesPage *self)
{
  g_return_val_if_fail (YF_IS_EXERCISES_PAGE (self), NULL);

  return self->timer;
}
