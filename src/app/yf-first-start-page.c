/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-condition-chooser.h"
#include "yf-date-row.h"
#include "yf-first-ready.h"
#include "yf-first-start-page.h"
#include "yf-page.h"
#include "yf-present.h"
#include "yf-time-row.h"

/* Whether there is trouble with the back or the leg. What is not answered is
 * taken as not known. */
typedef enum
{
  TROUBLE_UNKNOWN,
  TROUBLE_NOW,
  TROUBLE_EASED,
  TROUBLE_NONE,
} Trouble;

struct _YfFirstStartPage
{
  AdwBin parent_instance;

  GtkWidget          *back;
  GtkWidget          *skip;
  GtkStack           *stack;
  GtkWidget          *understood;
  GtkWidget          *first_trouble;
  GtkLabel           *when_title;
  YfDateRow          *onset;
  YfTimeRow          *onset_time;
  YfDateRow          *relief;
  YfDateRow          *treatment;
  GtkWidget          *when_go_on;
  YfConditionChooser *conditions;
  GtkLabel           *conditions_go_on;
  GtkWidget          *conditions_button;
  GtkWidget          *first_strength;
  YfFirstReady       *ready;

  YfPerson           *person;
  gint64              agreed_at;  /* real time, 0 before */
  gboolean            asks;
  Trouble             trouble;
  gboolean            conditions_known;
  YfBackStrength      strength;
};

static void page_init (YfPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (YfFirstStartPage, yf_first_start_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (YF_TYPE_PAGE, page_init))

enum
{
  DONE,
  START,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
focus_screen (YfFirstStartPage *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->stack);

  if (g_str_equal (name, "welcome"))
    gtk_widget_grab_focus (self->understood);
  else if (g_str_equal (name, "trouble"))
    gtk_widget_grab_focus (self->first_trouble);
  else if (g_str_equal (name, "when"))
    gtk_widget_grab_focus (self->when_go_on);
  else if (g_str_equal (name, "conditions"))
    gtk_widget_grab_focus (self->conditions_button);
  else if (g_str_equal (name, "strength"))
    gtk_widget_grab_focus (self->first_strength);
  else
    yf_first_ready_focus_first (self->ready);
}

static void
show_screen (YfFirstStartPage *self,
             const char       *name)
{
  gboolean welcome = g_str_equal (name, "welcome");

  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (self->back, !welcome);
  gtk_widget_set_visible (self->skip, !welcome);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "first.back", !welcome);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "first.skip", !welcome);
  focus_screen (self);
}

static void
set_consent_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (YfPerson) person = user_data;
  g_autoptr (GError) error = NULL;

  if (!yf_store_write_finish (YF_STORE (source), result, &error))
    {
      /* Translators: %s says why */
      g_autofree char *message = g_strdup_printf (_("That you have read this could not be saved. %s"), error->message);

      g_signal_emit_by_name (person, "trouble", message);
    }
}

/* Written together with the answers, not before: whoever stops half-way is
 * asked again, and is never judged by what they did not say. */
static void
save_consent (YfFirstStartPage *self)
{
  if (yf_person_can_write (self->person))
    yf_store_set_consent_async (yf_person_get_store (self->person), YF_CONSENT_VERSION, self->agreed_at,
                                NULL, set_consent_cb, g_object_ref (self->person));
}

static YfProfile *
create_profile (YfFirstStartPage *self)
{
  YfProfile *profile = yf_profile_new ();
  YfDay onset = yf_date_row_get_day (self->onset);

  switch (self->trouble)
    {
    case TROUBLE_NONE:
      break;
    case TROUBLE_EASED:
    case TROUBLE_NOW:
      yf_profile_set_onset (profile, yf_day_is_known (onset) ? onset : YF_DAY_UNKNOWN);
      if (yf_day_is_known (onset))
        yf_profile_set_onset_minute (profile, yf_time_row_get_minute (self->onset_time));
      if (self->trouble == TROUBLE_EASED)
        yf_profile_set_relief (profile, yf_date_row_get_day (self->relief));
      yf_profile_set_treatment_start (profile, yf_date_row_get_day (self->treatment));
      break;
    case TROUBLE_UNKNOWN:
    default:
      /* As if it hurt, since nobody knows when: the acute stage. */
      yf_profile_set_onset (profile, YF_DAY_UNKNOWN);
      break;
    }
  yf_condition_chooser_apply (self->conditions, self->conditions_known, profile);
  yf_profile_set_back_strength (profile, self->strength);

  return profile;
}

static void
save (YfFirstStartPage *self)
{
  g_autoptr (YfProfile) profile = create_profile (self);
  g_autoptr (GError) error = NULL;

  if (!yf_person_set_profile (self->person, profile, &error))
    {
      /* A date that will not do, and was left behind by skipping. */
      yf_profile_set_onset (profile, YF_DAY_UNKNOWN);
      yf_profile_set_relief (profile, YF_DAY_NONE);
      yf_profile_set_treatment_start (profile, YF_DAY_NONE);
      yf_profile_set_surgery (profile, YF_DAY_NONE);
      yf_profile_set_birth (profile, YF_DAY_NONE);
      yf_person_set_profile (self->person, profile, NULL);
    }
  save_consent (self);
}

static void
understood_cb (YfFirstStartPage *self)
{
  self->agreed_at = yf_clock_get_real (yf_person_get_clock (self->person));
  if (self->asks)
    {
      show_screen (self, "trouble");
      return;
    }

  save_consent (self);
  g_signal_emit (self, signals[DONE], 0, FALSE);
}

static void
trouble_cb (YfFirstStartPage *self,
            Trouble           trouble)
{
  self->trouble = trouble;
  if (trouble == TROUBLE_NONE || trouble == TROUBLE_UNKNOWN)
    {
      show_screen (self, "conditions");
      return;
    }

  gtk_widget_set_visible (GTK_WIDGET (self->relief), trouble == TROUBLE_EASED);
  gtk_label_set_label (self->when_title, trouble == TROUBLE_EASED ? _("When was it?") : _("When did it begin?"));
  show_screen (self, "when");
}

static void
trouble_now_cb (YfFirstStartPage *self)
{
  trouble_cb (self, TROUBLE_NOW);
}

static void
trouble_eased_cb (YfFirstStartPage *self)
{
  trouble_cb (self, TROUBLE_EASED);
}

static void
trouble_none_cb (YfFirstStartPage *self)
{
  trouble_cb (self, TROUBLE_NONE);
}

static void
trouble_unknown_cb (YfFirstStartPage *self)
{
  trouble_cb (self, TROUBLE_UNKNOWN);
}

static void
onset_cb (YfFirstStartPage *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->onset_time), yf_day_is_known (yf_date_row_get_day (self->onset)));
}

static gboolean
commit_dates (YfFirstStartPage *self)
{
  gint64 now = yf_clock_get_real (yf_person_get_clock (self->person));
  YfDay today = yf_day_from_real (now);
  YfDay onset, relief;

  if (!yf_date_row_commit_past (self->onset, today) || !yf_time_row_commit (self->onset_time) ||
      (self->trouble == TROUBLE_EASED && !yf_date_row_commit_past (self->relief, today)) ||
      !yf_date_row_commit_past (self->treatment, today))
    return FALSE;

  onset = yf_date_row_get_day (self->onset);
  relief = yf_date_row_get_day (self->relief);
  if (onset == today && yf_time_row_get_minute (self->onset_time) > yf_minute_from_real (now))
    {
      yf_time_row_set_error (self->onset_time, _("This time lies in the future."));
      return FALSE;
    }
  if (self->trouble == TROUBLE_EASED && yf_day_is_known (relief) && relief < onset)
    {
      yf_date_row_set_error (self->relief, _("This is before the day it began."));
      return FALSE;
    }

  return TRUE;
}

static void
when_go_on_cb (YfFirstStartPage *self)
{
  if (commit_dates (self))
    show_screen (self, "conditions");
}

static void
when_unknown_cb (YfFirstStartPage *self)
{
  yf_date_row_set_day (self->onset, YF_DAY_UNKNOWN);
  yf_time_row_set_minute (self->onset_time, YF_MINUTE_UNKNOWN);
  yf_date_row_set_day (self->relief, YF_DAY_NONE);
  yf_date_row_set_day (self->treatment, YF_DAY_NONE);
  onset_cb (self);
  show_screen (self, "conditions");
}

static void
conditions_changed_cb (YfFirstStartPage *self)
{
  gtk_label_set_label (self->conditions_go_on,
                       yf_condition_chooser_get_any (self->conditions) ? _("Continue") : _("None of These"));
}

static void
conditions_cb (YfFirstStartPage *self,
               gboolean          known)
{
  if (!yf_condition_chooser_commit (self->conditions, yf_person_get_today (self->person)))
    return;
  self->conditions_known = known;
  show_screen (self, "strength");
}

static void
conditions_go_on_cb (YfFirstStartPage *self)
{
  conditions_cb (self, TRUE);
}

static void
conditions_unknown_cb (YfFirstStartPage *self)
{
  conditions_cb (self, FALSE);
}

static void
strength_cb (YfFirstStartPage *self,
             YfBackStrength    strength)
{
  self->strength = strength;
  save (self);
  yf_first_ready_show (self->ready, self->person);
  show_screen (self, "ready");
}

static void
strength_strong_cb (YfFirstStartPage *self)
{
  strength_cb (self, YF_BACK_STRENGTH_STRONG);
}

static void
strength_weak_cb (YfFirstStartPage *self)
{
  strength_cb (self, YF_BACK_STRENGTH_WEAK);
}

static void
strength_unknown_cb (YfFirstStartPage *self)
{
  strength_cb (self, YF_BACK_STRENGTH_UNKNOWN);
}

static void
start_cb (YfFirstStartPage *self,
          YfExercise       *exercise,
          const YfDose     *dose)
{
  g_signal_emit (self, signals[START], 0, exercise, dose);
}

/* As the window numbers its tabs. */
#define EXERCISES_TAB 1

static void
see_cb (YfFirstStartPage *self)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  g_signal_emit (self, signals[DONE], 0, FALSE);
  gtk_widget_activate_action (window, "win.show-tab", "i", EXERCISES_TAB);
}

static void
back_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  YfFirstStartPage *self = YF_FIRST_START_PAGE (widget);
  const char *screen = gtk_stack_get_visible_child_name (self->stack);

  if (g_str_equal (screen, "trouble"))
    show_screen (self, "welcome");
  else if (g_str_equal (screen, "when"))
    show_screen (self, "trouble");
  else if (g_str_equal (screen, "conditions"))
    show_screen (self, self->trouble == TROUBLE_NOW || self->trouble == TROUBLE_EASED ? "when" : "trouble");
  else if (g_str_equal (screen, "strength"))
    show_screen (self, "conditions");
  else if (g_str_equal (screen, "ready"))
    show_screen (self, "strength");
}

static void
skip_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  YfFirstStartPage *self = YF_FIRST_START_PAGE (widget);
  const char *screen = gtk_stack_get_visible_child_name (self->stack);
  gboolean answered = g_str_equal (screen, "ready");

  if (!answered)
    {
      /* What has been answered stays, the rest is not known. */
      if (g_str_equal (screen, "trouble"))
        self->trouble = TROUBLE_UNKNOWN;
      if (!g_str_equal (screen, "strength"))
        self->conditions_known = FALSE;
      self->strength = YF_BACK_STRENGTH_UNKNOWN;
      save (self);
    }
  g_signal_emit (self, signals[DONE], 0, !answered);
}

static void
focus_first (YfPage *page)
{
  focus_screen (YF_FIRST_START_PAGE (page));
}

static void
page_init (YfPageInterface *iface)
{
  iface->focus_first = focus_first;
}

static void
dispose (GObject *object)
{
  YfFirstStartPage *self = YF_FIRST_START_PAGE (object);

  g_clear_object (&self->person);

  G_OBJECT_CLASS (yf_first_start_page_parent_class)->dispose (object);
}

static void
yf_first_start_page_class_init (YfFirstStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;

  signals[DONE] =
    g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[START] =
    g_signal_new ("start", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 2, YF_TYPE_EXERCISE, G_TYPE_POINTER);

  gtk_widget_class_install_action (widget_class, "first.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "first.skip", NULL, skip_cb);

  g_type_ensure (YF_TYPE_CONDITION_CHOOSER);
  g_type_ensure (YF_TYPE_DATE_ROW);
  g_type_ensure (YF_TYPE_FIRST_READY);
  g_type_ensure (YF_TYPE_TIME_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-first-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YfFirstStartPage, back);
  gtk_widget_class_bind_template_child (widget_class, YfFirstStartPage, skip);
  gtk_widget_class_bind_template_child (widget_class, YfFirstStartPage, stack);
  gtk_widget_class_bind_template_child (widget_class, YfFirstStartPage, understood);
  gtk_widget_class_bind_template_child (widget_class, YfFirstStartPage, first_trouble);
  gtk_widget_class_bind_template_child (widget_class, YfFirstStartPage, when_title);
  gtk_widget_class_bind_template_child (widget_class, YfFirstStartPage, onset);
  gtk_widget_class_bind_template_child (widget_class, YfFirstStartPage, onset_time);
  gtk_widget_class_bind_template_child (widget_class, YfFirstStartPage, relief);
  gtk_widget_class_bind_template_child (widget_class, YfFirstStartPage, treatment);
  gtk_widget_class_bind_template_child (widget_class, YfFirstStartPage, when_go_on);
  gtk_widget_class_bind_template_child (widget_class, YfFirstStartPage, conditions);
  gtk_widget_class_bind_template_child (widget_class, YfFirstStartPage, conditions_go_on);
  gtk_widget_class_bind_template_child (widget_class, YfFirstStartPage, conditions_button);
  gtk_widget_class_bind_template_child (widget_class, YfFirstStartPage, first_strength);
  gtk_widget_class_bind_template_child (widget_class, YfFirstStartPage, ready);
  gtk_widget_class_bind_template_callback (widget_class, understood_cb);
  gtk_widget_class_bind_template_callback (widget_class, trouble_now_cb);
  gtk_widget_class_bind_template_callback (widget_class, trouble_eased_cb);
  gtk_widget_class_bind_template_callback (widget_class, trouble_none_cb);
  gtk_widget_class_bind_template_callback (widget_class, trouble_unknown_cb);
  gtk_widget_class_bind_template_callback (widget_class, onset_cb);
  gtk_widget_class_bind_template_callback (widget_class, when_go_on_cb);
  gtk_widget_class_bind_template_callback (widget_class, when_unknown_cb);
  gtk_widget_class_bind_template_callback (widget_class, conditions_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, conditions_go_on_cb);
  gtk_widget_class_bind_template_callback (widget_class, conditions_unknown_cb);
  gtk_widget_class_bind_template_callback (widget_class, strength_strong_cb);
  gtk_widget_class_bind_template_callback (widget_class, strength_weak_cb);
  gtk_widget_class_bind_template_callback (widget_class, strength_unknown_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_cb);
  gtk_widget_class_bind_template_callback (widget_class, see_cb);
}

static void
yf_first_start_page_init (YfFirstStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->stack)); child;
       child = gtk_widget_get_next_sibling (child))
    yf_present_while_mapped (child);
}

/* Whether the log knows this person already: from before consent was asked,
 * or from before its text was changed. */
static gboolean
is_known (YfPerson *person)
{
  YfStore *store = yf_person_get_store (person);
  g_autoptr (YfProfile) empty = yf_profile_new ();
  g_autoptr (GPtrArray) sessions = NULL;
  g_autoptr (GPtrArray) check_ins = NULL;

  if (!yf_profile_equal (yf_person_get_profile (person), empty))
    return TRUE;

  sessions = yf_store_dup_sessions (store, YF_DAY_NONE, YF_DAY_NONE, NULL);
  check_ins = yf_store_dup_lone_check_ins (store, YF_DAY_NONE, YF_DAY_NONE, NULL);
  return (sessions && sessions->len > 0) || (check_ins && check_ins->len > 0);
}

/**
 * yf_first_start_page_is_due:
 * @person: a person whose log is open
 *
 * Returns: whether the person has yet to agree to what Yanfei is and is not
 */
gboolean
yf_first_start_page_is_due (YfPerson *person)
{
  g_autoptr (GError) error = NULL;
  int version;

  g_return_val_if_fail (YF_IS_PERSON (person), FALSE);

  if (yf_person_get_profile (person) == NULL)
    return FALSE;
  if (!yf_store_get_consent (yf_person_get_store (person), &version, NULL, &error))
    {
      /* Asked once too often is better than not at all. */
      g_message ("%s", error->message);
      return TRUE;
    }

  return version < YF_CONSENT_VERSION;
}

/**
 * yf_first_start_page_new:
 * @person: whom it asks; the log is open
 *
 * Returns: (transfer floating): a page that says what Yanfei is, and asks
 *   what it must know of a person it does not know yet
 */
GtkWidget *
yf_first_start_page_new (YfPerson *person)
{
  YfFirstStartPage *self = g_object_new (YF_TYPE_FIRST_START_PAGE, NULL);

  self->person = g_object_ref (person);
  self->asks = yf_person_can_write (person) && !is_known (person);
  yf_condition_chooser_set_catalogue (self->conditions, yf_person_get_catalogue (person));
  onset_cb (self);
  show_screen (self, "welcome");

  return GTK_WIDGET (self);
}
