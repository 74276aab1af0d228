/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-morning-choice.h"
#include "yf-text.h"
#include "yf-today-morning.h"

struct _YfTodayMorning
{
  AdwBin parent_instance;

  YfPerson        *person;
  YfSessionRecord *asked;       /* whose morning is asked about, or NULL */
  gboolean         emergency;
};

G_DEFINE_FINAL_TYPE (YfTodayMorning, yf_today_morning, ADW_TYPE_BIN)

static void
update_visible (YfTodayMorning *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), self->asked != NULL && !self->emergency);
}

static void
chosen_cb (YfTodayMorning  *self,
           YfMorningChoice *choice)
{
  if (self->asked != NULL)
    yf_person_set_morning (self->person, self->asked->id, yf_morning_choice_get_morning (choice));
}

static GtkWidget *
create_choice (YfTodayMorning *self)
{
  g_autofree char *question = yf_text_morning_question (self->asked->started, self->asked->utc_offset);
  GtkWidget *choice = yf_morning_choice_new (question);

  g_signal_connect_object (choice, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);

  return choice;
}

static void
update (YfTodayMorning *self)
{
  g_autoptr (YfSessionRecord) session = NULL;

  if (yf_person_can_write (self->person))
    session = yf_person_dup_unasked_morning (self->person, NULL);
  if (session != NULL && self->asked != NULL && g_str_equal (session->id, self->asked->id))
    return;

  g_clear_pointer (&self->asked, yf_session_record_unref);
  self->asked = g_steal_pointer (&session);
  adw_bin_set_child (ADW_BIN (self), self->asked != NULL ? create_choice (self) : NULL);
  update_visible (self);
}

static void
dispose (GObject *object)
{
  YfTodayMorning *self = YF_TODAY_MORNING (object);

  g_clear_pointer (&self->asked, yf_session_record_unref);
  g_clear_object (&self->person);

  G_OBJECT_CLASS (yf_today_morning_parent_class)->dispose (object);
}

static void
yf_today_morning_class_init (YfTodayMorningClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dispose;
}

static void
yf_today_morning_init (YfTodayMorning *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "today-morning");
  update_visible (self);
}

/**
 * yf_today_morning_set_person:
 * @self: a question
 * @person: who is asked
 *
 * Called once.
 */
void
yf_today_morning_set_person (YfTodayMorning *self,
                             YfPerson       *person)
{
  g_return_if_fail (YF_IS_TODAY_MORNING (self));
  g_return_if_fail (self->person == NULL);

  self->person = g_object_ref (person);
  g_signal_connect_object (person, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  if (yf_person_get_profile (person) != NULL)
    update (self);
}

/**
 * yf_today_morning_set_emergency:
 * @self: a question
 * @emergency: whether today is an emergency, which asks nothing
 */
void
yf_today_morning_set_emergency (YfTodayMorning *self,
                                gboolean        emergency)
{
  g_return_if_fail (YF_IS_TODAY_MORNING (self));

  self->emergency = emergency;
  update_visible (self);
}
