/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-morning-choice.h"

struct _YfMorningChoice
{
  AdwBin parent_instance;

  GtkLabel        *question;
  GtkToggleButton *buttons[YF_MORNING_WORSE + 1];
  gboolean         optional;
  gboolean         showing;
};

G_DEFINE_FINAL_TYPE (YfMorningChoice, yf_morning_choice, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static YfMorning
find (YfMorningChoice *self,
      GtkToggleButton *button)
{
  for (int i = YF_MORNING_BETTER; i <= YF_MORNING_WORSE; i++)
    if (self->buttons[i] == button)
      return (YfMorning) i;

  return YF_MORNING_UNANSWERED;
}

static void
toggled_cb (YfMorningChoice *self,
            GtkToggleButton *button)
{
  if (self->showing)
    return;

  if (!self->optional && !gtk_toggle_button_get_active (button))
    {
      yf_morning_choice_set_morning (self, find (self, button));
      return;
    }
  self->showing = TRUE;
  for (int i = YF_MORNING_BETTER; i <= YF_MORNING_WORSE; i++)
    if (self->buttons[i] != button)
      gtk_toggle_button_set_active (self->buttons[i], FALSE);
  self->showing = FALSE;
  g_signal_emit (self, signals[CHOSEN], 0);
}

static gboolean
grab_focus (GtkWidget *widget)
{
  YfMorningChoice *self = YF_MORNING_CHOICE (widget);

  return gtk_widget_grab_focus (GTK_WIDGET (self->buttons[YF_MORNING_BETTER]));
}

static void
yf_morning_choice_class_init (YfMorningChoiceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = grab_focus;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  signals[CHOSEN] =
    g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
yf_morning_choice_init (YfMorningChoice *self)
{
  const char * const labels[] = {
    [YF_MORNING_BETTER] = C_("morning after", "Better"),
    [YF_MORNING_SAME] = C_("morning after", "The same"),
    [YF_MORNING_WORSE] = C_("morning after", "Worse"),
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->question = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->question, TRUE);
  gtk_label_set_xalign (self->question, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->question), "heading");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->question));

  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  for (int i = YF_MORNING_BETTER; i <= YF_MORNING_WORSE; i++)
    {
      GtkWidget *label = gtk_label_new (labels[i]);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
      self->buttons[i] = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
      gtk_button_set_child (GTK_BUTTON (self->buttons[i]), label);
      gtk_widget_add_css_class (GTK_WIDGET (self->buttons[i]), "score");
      gtk_widget_add_css_class (GTK_WIDGET (self->buttons[i]), "word");
      g_signal_connect_object (self->buttons[i], "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->buttons[i]));
    }
  gtk_box_append (GTK_BOX (box), row);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * yf_morning_choice_new:
 * @question: what is asked
 *
 * Returns: (transfer floating): an unanswered question
 */
GtkWidget *
yf_morning_choice_new (const char *question)
{
  YfMorningChoice *self = g_object_new (YF_TYPE_MORNING_CHOICE, NULL);

  yf_morning_choice_set_question (self, question);

  return GTK_WIDGET (self);
}

/**
 * yf_morning_choice_get_morning:
 *
 * Returns: the answer
 */
YfMorning
yf_morning_choice_get_morning (YfMorningChoice *self)
{
  g_return_val_if_fail (YF_IS_MORNING_CHOICE (self), YF_MORNING_UNANSWERED);

  for (int i = YF_MORNING_BETTER; i <= YF_MORNING_WORSE; i++)
    if (gtk_toggle_button_get_active (self->buttons[i]))
      return (YfMorning) i;

  return YF_MORNING_UNANSWERED;
}

/**
 * yf_morning_choice_set_morning:
 * @morning: an answer that was given before
 *
 * Shows it. `chosen` is not emitted.
 */
void
yf_morning_choice_set_morning (YfMorningChoice *self,
                               YfMorning        morning)
{
  g_return_if_fail (YF_IS_MORNING_CHOICE (self));

  self->showing = TRUE;
  for (int i = YF_MORNING_BETTER; i <= YF_MORNING_WORSE; i++)
    gtk_toggle_button_set_active (self->buttons[i], i == (int) morning);
  self->showing = FALSE;
}

/**
 * yf_morning_choice_set_question:
 * @question: what is asked
 */
void
yf_morning_choice_set_question (YfMorningChoice *self,
                                const char      *question)
{
  g_return_if_fail (YF_IS_MORNING_CHOICE (self));

  gtk_label_set_label (self->question, question);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, question, -1);
  for (int i = YF_MORNING_BETTER; i <= YF_MORNING_WORSE; i++)
    {
      const char *answer = gtk_label_get_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->buttons[i]))));
      /* Translators: what a screen reader says of a button: the answer, and the question it answers */
      g_autofree char *name = g_strdup_printf (_("%s. %s"), answer, question);

      gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
}

/**
 * yf_morning_choice_set_optional:
 * @optional: whether choosing an answer again takes it back
 */
void
yf_morning_choice_set_optional (YfMorningChoice *self,
                                gboolean         optional)
{
  g_return_if_fail (YF_IS_MORNING_CHOICE (self));

  self->optional = optional;
}
