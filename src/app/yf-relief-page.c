/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-digits.h"
#include "yf-page.h"
#include "yf-present.h"
#include "yf-relief-page.h"
#include "yf-rows.h"
#include "yf-stepper.h"
#include "yf-text.h"

/**
 * YfReliefPage:
 *
 * A cold or warm compress: whether it is for the person now, what to mind, how
 * often it was done today, and the time that is left of it.
 */
struct _YfReliefPage
{
  AdwBin parent_instance;

  AdwWindowTitle      *window_title;
  GtkStack            *stack;
  GtkLabel            *name;
  GtkLabel            *summary;
  GtkLabel            *today;
  AdwPreferencesGroup *verdict_group;
  AdwPreferencesGroup *steps_group;
  AdwPreferencesGroup *cautions_group;
  YfStepper           *minutes;
  GtkLabel            *why_not;
  GtkWidget           *start;
  YfDigits            *digits;
  GtkLabel            *timing_caption;
  GtkButton           *pause;

  YfPerson            *person;
  YfReliefTimer       *timer;
  YfExercise          *relief;
  gint64               length;
  int                  said;   /* minutes left that a screen reader was told */
  GPtrArray           *verdict_rows;
};

static void page_init (YfPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (YfReliefPage, yf_relief_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (YF_TYPE_PAGE, page_init))

#define MINUTE (60 * (gint64) YF_SECOND)

static gint64
get_least (YfReliefPage *self)
{
  return yf_exercise_get_first_dose (self->relief)->hold;
}

static gint64
get_most (YfReliefPage *self)
{
  return yf_exercise_get_ceiling (self->relief)->hold;
}

static void
update_length (YfReliefPage *self)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, self->length / MINUTE);

  yf_stepper_show (self->minutes, text, self->length > get_least (self), self->length < get_most (self));
}

static void
minutes_cb (YfReliefPage *self,
            int           direction)
{
  self->length = CLAMP (self->length + direction * MINUTE, get_least (self), get_most (self));
  update_length (self);
}

/* How often it was begun today, however it ended: a compress that was stopped
 * was on the skin too. Negative where the log cannot be read. */
static int
count_today (YfReliefPage  *self,
             GError       **error)
{
  const YfDay today = yf_person_get_today (self->person);
  g_autoptr (GPtrArray) reliefs = NULL;
  int n = 0;

  reliefs = yf_store_dup_reliefs (yf_person_get_store (self->person), today, today, error);
  if (reliefs == NULL)
    return -1;
  for (guint i = 0; i < reliefs->len; i++)
    if (g_str_equal (((YfReliefRecord *) g_ptr_array_index (reliefs, i))->kind, yf_exercise_get_id (self->relief)))
      n++;

  return n;
}

static void
show_why_not (YfReliefPage *self,
              const char   *why_not)
{
  gtk_label_set_label (self->why_not, why_not ? why_not : "");
  gtk_widget_set_visible (GTK_WIDGET (self->why_not), why_not != NULL);
  gtk_widget_set_sensitive (self->start, why_not == NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->start), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  why_not ? why_not : "", -1);
}

static void
show_verdict (YfReliefPage *self,
              YfJudgement  *judgement)
{
  GPtrArray *reasons = yf_judgement_get_reasons (judgement);
  YfVerdict verdict = yf_judgement_get_verdict (judgement);
  GtkWidget *row = yf_rows_new_plain (yf_verdict_get_name (verdict), NULL);
  GtkWidget *icon = gtk_image_new_from_icon_name (yf_text_verdict_icon (verdict));

  gtk_image_set_pixel_size (GTK_IMAGE (icon), 32);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_widget_add_css_class (row, "verdict-row");
  gtk_widget_add_css_class (row, yf_text_verdict_class (verdict));
  yf_rows_add (self->verdict_group, self->verdict_rows, row);
  for (int level = YF_VERDICT_BLOCKED; level >= YF_VERDICT_ALLOWED; level--)
    for (guint i = 0; i < reasons->len; i++)
      if ((int) yf_reason_get_verdict (g_ptr_array_index (reasons, i)) == level)
        yf_rows_add (self->verdict_group, self->verdict_rows, yf_rows_new_reason (g_ptr_array_index (reasons, i)));
}

/* Whether it may start now; shows why, or why not. */
static gboolean
update_permission (YfReliefPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YfJudgement) judgement = yf_person_judge (self->person, self->relief, NULL, &error);
  int most = yf_exercise_get_times_a_day (self->relief);
  int n = judgement ? count_today (self, &error) : -1;
  g_autofree char *text = NULL;
  g_autofree char *why_not = NULL;

  yf_rows_clear (self->verdict_group, self->verdict_rows);
  if (n < 0)
    {
      yf_rows_add (self->verdict_group, self->verdict_rows,
                   yf_rows_new_plain (_("This cannot be said"), error ? error->message : NULL));
      gtk_label_set_label (self->today, "");
      show_why_not (self, _("It cannot start, because your log cannot be read."));
      return FALSE;
    }

  show_verdict (self, judgement);
  /* Translators: the first %d is how often it was done today, the second how often it may be done a day */
  text = g_strdup_printf (_("Today: %d of at most %d"), n, most);
  gtk_label_set_label (self->today, text);

  if (!yf_judgement_permits (judgement))
    why_not = g_strdup (yf_judgement_get_verdict (judgement) == YF_VERDICT_ASK_CLINICIAN
                        ? _("Ask your doctor or physiotherapist first. When they have cleared it, record that under Profile.")
                        : _("This is not for you now. The reasons are above."));
  else if (!yf_person_can_write (self->person))
    why_not = g_strdup (_("It cannot start, because your log cannot be written: what you do would be forgotten."));
  else if (n >= most)
    /* Translators: %d is how often it may be done a day */
    why_not = g_strdup_printf (ngettext ("You have done this %d time today, and that is enough for one day. Your skin needs the rest.",
                                         "You have done this %d times today, and that is enough for one day. Your skin needs the rest.",
                                         n), n);
  else if (yf_relief_timer_get_relief (self->timer) && yf_relief_timer_get_relief (self->timer) != self->relief)
    why_not = g_strdup (_("Another compress is under way. Finish or stop it first."));
  show_why_not (self, why_not);

  return why_not == NULL;
}

static void
update_timing (YfReliefPage *self)
{
  gint64 left = yf_relief_timer_get_left (self->timer);
  gboolean paused = yf_relief_timer_get_paused (self->timer);
  int seconds = (int) ((left + YF_SECOND - 1) / YF_SECOND);
  int minutes = (seconds + 59) / 60;
  g_autofree char *digits = g_strdup_printf ("%d:%02d", seconds / 60, seconds % 60);

  yf_digits_set_text (self->digits, digits);
  gtk_button_set_label (self->pause, paused ? _("Go On") : _("Pause"));
  gtk_label_set_label (self->timing_caption, paused ? _("Paused. Take the compress off until you go on.")
                                                    : _("Stop at once if your skin hurts."));
  if (minutes != self->said)
    {
      /* Translators: what a screen reader says of the time that is left of a compress */
      g_autofree char *text = g_strdup_printf (ngettext ("%d minute left", "%d minutes left", minutes), minutes);

      gtk_accessible_update_property (GTK_ACCESSIBLE (self->digits), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
      self->said = minutes;
    }
}

static void
update (YfReliefPage *self)
{
  gboolean timing = yf_relief_timer_get_relief (self->timer) == self->relief;

  if (timing)
    update_timing (self);
  else
    update_permission (self);
  gtk_stack_set_visible_child_name (self->stack, timing ? "timing" : "about");
}

static void
start_cb (YfReliefPage *self)
{
  /* Asked again: the page may have been open for hours. */
  if (yf_relief_timer_get_relief (self->timer) || !update_permission (self))
    return;
  yf_relief_timer_start (self->timer, self->relief, self->length);
  gtk_widget_grab_focus (GTK_WIDGET (self->pause));
}

static void
pause_cb (YfReliefPage *self)
{
  if (yf_relief_timer_get_paused (self->timer))
    yf_relief_timer_resume (self->timer);
  else
    yf_relief_timer_pause (self->timer);
}

static void
stop_cb (YfReliefPage *self)
{
  yf_relief_timer_stop (self->timer);
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
fill (YfReliefPage *self)
{
  GPtrArray *steps = yf_exercise_get_steps (self->relief);
  GPtrArray *cautions = yf_exercise_get_cautions (self->relief);

  adw_window_title_set_title (self->window_title, yf_exercise_get_name (self->relief));
  gtk_label_set_label (self->name, yf_exercise_get_name (self->relief));
  gtk_label_set_label (self->summary, yf_exercise_get_summary (self->relief));
  for (guint i = 0; i < steps->len; i++)
    adw_preferences_group_add (self->steps_group, yf_rows_new_note (g_ptr_array_index (steps, i), (int) i + 1));
  for (guint i = 0; i < cautions->len; i++)
    adw_preferences_group_add (self->cautions_group, yf_rows_new_note (g_ptr_array_index (cautions, i), 0));
}

static void
focus_first (YfPage *page)
{
  YfReliefPage *self = YF_RELIEF_PAGE (page);

  if (yf_relief_timer_get_relief (self->timer) == self->relief)
    gtk_widget_grab_focus (GTK_WIDGET (self->pause));
  else if (gtk_widget_get_sensitive (self->start))
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
  YfReliefPage *self = YF_RELIEF_PAGE (object);

  g_clear_object (&self->person);
  g_clear_object (&self->timer);
  g_clear_pointer (&self->relief, yf_exercise_unref);
  g_clear_pointer (&self->verdict_rows, g_ptr_array_unref);

  G_OBJECT_CLASS (yf_relief_page_parent_class)->dispose (object);
}

static void
yf_relief_page_class_init (YfReliefPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;

  g_type_ensure (YF_TYPE_DIGITS);
  g_type_ensure (YF_TYPE_STEPPER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-relief-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YfReliefPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, YfReliefPage, stack);
  gtk_widget_class_bind_template_child (widget_class, YfReliefPage, name);
  gtk_widget_class_bind_template_child (widget_class, YfReliefPage, summary);
  gtk_widget_class_bind_template_child (widget_class, YfReliefPage, today);
  gtk_widget_class_bind_template_child (widget_class, YfReliefPage, verdict_group);
  gtk_widget_class_bind_template_child (widget_class, YfReliefPage, steps_group);
  gtk_widget_class_bind_template_child (widget_class, YfReliefPage, cautions_group);
  gtk_widget_class_bind_template_child (widget_class, YfReliefPage, minutes);
  gtk_widget_class_bind_template_child (widget_class, YfReliefPage, why_not);
  gtk_widget_class_bind_template_child (widget_class, YfReliefPage, start);
  gtk_widget_class_bind_template_child (widget_class, YfReliefPage, digits);
  gtk_widget_class_bind_template_child (widget_class, YfReliefPage, timing_caption);
  gtk_widget_class_bind_template_child (widget_class, YfReliefPage, pause);
  gtk_widget_class_bind_template_callback (widget_class, minutes_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_cb);
  gtk_widget_class_bind_template_callback (widget_class, pause_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
}

static void
yf_relief_page_init (YfReliefPage *self)
{
  self->verdict_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  yf_digits_set_n_digits (self->digits, 5);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->stack)); child;
       child = gtk_widget_get_next_sibling (child))
    yf_present_while_mapped (child);
}

/**
 * yf_relief_page_new:
 * @person: whom it is judged for
 * @timer: what times it, also when this page is gone
 * @relief: a relief of the catalogue
 *
 * Returns: (transfer floating): a page that says all about it, and times it
 */
GtkWidget *
yf_relief_page_new (YfPerson      *person,
                    YfReliefTimer *timer,
                    YfExercise    *relief)
{
  YfReliefPage *self = g_object_new (YF_TYPE_RELIEF_PAGE, NULL);

  self->person = g_object_ref (person);
  self->timer = g_object_ref (timer);
  self->relief = yf_exercise_ref (relief);
  self->length = get_least (self);
  fill (self);
  update_length (self);
  g_signal_connect_object (person, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (timer, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
