/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-assessment-dialog.h"
#include "yf-over-page.h"
#include "yf-resume-card.h"
#include "yf-rows.h"
#include "yf-text.h"
#include "yf-today-changes.h"
#include "yf-today-edit-page.h"
#include "yf-today-more.h"
#include "yf-today-morning.h"
#include "yf-today-notices.h"
#include "yf-today-page.h"
#include "yf-today-review-dialog.h"
#include "yf-today-row.h"
#include "yf-today-text.h"
#include "yf-today-week.h"
#include "yf-today-wishes.h"

struct _YfTodayPage
{
  AdwBin parent_instance;

  GtkLabel            *headline;
  GtkLabel            *sentence;
  GtkLabel            *next;
  GtkLabel            *state;
  YfResumeCard        *resume_card;
  YfTodayMorning      *morning;
  AdwPreferencesGroup *notices;
  GtkWidget           *start;
  GtkLabel            *start_label;
  GtkLabel            *length;
  GtkWidget           *as_planned;
  AdwPreferencesGroup *items;
  GtkWidget           *change;
  AdwPreferencesGroup *out;
  AdwExpanderRow      *out_row;
  AdwPreferencesGroup *reliefs;
  GtkWidget           *week_group;
  YfTodayWeek         *week;
  AdwPreferencesGroup *changes;
  YfTodayMore         *more;

  YfPerson            *person;
  YfToday             *today;          /* what shows, or NULL */
  char                *shown;          /* all of it, in words */
  GPtrArray           *notice_rows;
  GPtrArray           *item_rows;
  GPtrArray           *out_rows;
  GPtrArray           *relief_rows;
  GPtrArray           *change_rows;
};

G_DEFINE_FINAL_TYPE (YfTodayPage, yf_today_page, ADW_TYPE_BIN)

enum
{
  START,
  RESUME,
  CHOSEN,
  RELIEF_CHOSEN,
  PAGE,
  PROFILE,
  PROGRAMME,
  BREAK,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* So many of the latest changes; the others have a page. */
#define N_CHANGES 3

static GtkWindow *
get_window (YfTodayPage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static YfDayPlan *
get_plan (YfTodayPage *self)
{
  return yf_today_get_plan (self->today);
}

/* -- What is pressed ------------------------------------------------------- */

static void
start_cb (YfTodayPage *self)
{
  g_signal_emit (self, signals[START], 0);
}

static void
resume_cb (YfTodayPage     *self,
           YfSessionRecord *record)
{
  g_signal_emit (self, signals[RESUME], 0, record);
}

static void
change_cb (YfTodayPage *self)
{
  g_signal_emit (self, signals[PAGE], 0,
                 yf_over_page_new (_("Today’s Plan"), yf_today_edit_page_new (self->person)));
}

static void
as_planned_cb (YfTodayPage *self)
{
  yf_today_wishes_clear (self->person);
}

static void
item_cb (YfTodayPage *self,
         GtkWidget   *row)
{
  g_signal_emit (self, signals[CHOSEN], 0, yf_today_row_get_exercise (row));
}

static void
relief_cb (YfTodayPage *self,
           GtkWidget   *row)
{
  g_signal_emit (self, signals[RELIEF_CHOSEN], 0, g_object_get_data (G_OBJECT (row), "exercise"));
}

static void
break_cb (YfTodayPage *self)
{
  g_signal_emit (self, signals[BREAK], 0);
}

static void
programme_cb (YfTodayPage *self)
{
  g_signal_emit (self, signals[PROGRAMME], 0);
}

static void
all_changes_cb (YfTodayPage *self)
{
  if (self->today != NULL)
    g_signal_emit (self, signals[PAGE], 0,
                   yf_over_page_new (_("All Changes"), yf_today_changes_new_page (self->today)));
}

static void
review_cb (YfTodayPage *self,
           GtkWidget   *row)
{
  gtk_window_present (GTK_WINDOW (yf_today_review_dialog_new (self->person, yf_today_row_get_exercise (row),
                                                              get_window (self))));
}

static void
notice_cb (YfTodayPage *self,
           GtkWidget   *row)
{
  switch (yf_today_notice_get_kind (row))
    {
    case YF_TODAY_NOTICE_SUSPENDED:
      review_cb (self, row);
      break;
    case YF_TODAY_NOTICE_ASSESSMENT:
      gtk_window_present (GTK_WINDOW (yf_assessment_dialog_new (self->person, get_window (self))));
      break;
    case YF_TODAY_NOTICE_PROFILE:
      g_signal_emit (self, signals[PROFILE], 0);
      break;
    case YF_TODAY_NOTICE_PROGRAMME:
      g_signal_emit (self, signals[PROGRAMME], 0);
      break;
    case YF_TODAY_NOTICE_PLAIN:
    default:
      break;
    }
}

/* -- What shows ------------------------------------------------------------ */

static void
update_head (YfTodayPage *self)
{
  YfDayPlan *plan = get_plan (self);
  YfDayState state = yf_day_plan_get_state (plan);
  YfTriage triage = yf_today_notices_get_triage (self->today);
  gboolean emergency = triage == YF_TRIAGE_EMERGENCY;
  g_autofree char *sentence = state == YF_DAY_DONE ? yf_today_text_done (self->today) : yf_day_plan_to_string (plan);
  g_autofree char *next = yf_today_text_next (plan);
  g_autofree char *stage = NULL;

  /* Translators: %s is the stage of an episode of back trouble: prevention, acute, easing … */
  stage = g_strdup_printf (_("Your stage today: %s"), yf_stage_get_name (yf_day_plan_get_stage (plan)));
  gtk_label_set_label (self->headline, emergency ? yf_triage_get_advice (triage) : yf_today_text_headline (plan));
  gtk_label_set_label (self->sentence, sentence);
  /* The headline says as much of a day of rest. */
  gtk_widget_set_visible (GTK_WIDGET (self->sentence), state != YF_DAY_REST && !emergency);
  gtk_label_set_label (self->next, next);
  gtk_label_set_label (self->state, stage);
  gtk_widget_set_visible (GTK_WIDGET (self->next), state != YF_DAY_DUE && triage == YF_TRIAGE_NONE);
  gtk_widget_set_visible (GTK_WIDGET (self->state), !emergency);
  if (emergency)
    gtk_widget_add_css_class (GTK_WIDGET (self->headline), "verdict-blocked");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->headline), "verdict-blocked");
}

static void
update_start (YfTodayPage *self)
{
  YfDayPlan *plan = get_plan (self);
  YfDayState state = yf_day_plan_get_state (plan);
  guint n_items = yf_day_plan_get_items (plan)->len;
  gboolean due = state == YF_DAY_DUE;
  /* Nobody plans a day by the second. */
  gint64 minutes = (yf_day_plan_get_length (plan) + (60 * YF_SECOND) - 1) / (60 * YF_SECOND);
  g_autofree char *length = yf_text_length (minutes * (60 * YF_SECOND));
  g_autofree char *takes = NULL;
  g_autofree char *name = NULL;
  const char *label;

  gtk_widget_set_visible (self->start, n_items > 0 && state != YF_DAY_DONE);
  gtk_widget_set_sensitive (self->start, yf_person_can_write (self->person));
  label = due ? _("Start") : state == YF_DAY_FLARE ? _("Start What Is Allowed") : _("Train Anyway");
  /* Translators: how many exercises a session has, and how long it takes: "4 exercises, 12 minutes" */
  takes = g_strdup_printf (ngettext ("%d exercise, %s", "%d exercises, %s", n_items), (int) n_items, length);
  gtk_label_set_label (self->start_label, label);
  gtk_label_set_label (self->length, takes);
  /* Translators: what a screen reader says of the button that starts today's session: what it does, and what comes */
  name = g_strdup_printf (_("%s: %s"), label, takes);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->start), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (due)
    gtk_widget_add_css_class (self->start, "suggested-action");
  else
    gtk_widget_remove_css_class (self->start, "suggested-action");
}

static void
update_items (YfTodayPage *self)
{
  YfDayPlan *plan = get_plan (self);
  YfDayState state = yf_day_plan_get_state (plan);
  GPtrArray *items = yf_day_plan_get_items (plan);
  gboolean can_write = yf_person_can_write (self->person);

  yf_rows_clear (self->items, self->item_rows);
  for (guint i = 0; i < items->len && state != YF_DAY_DONE; i++)
    {
      GtkWidget *row = yf_today_row_new_item (yf_today_get_catalogue (self->today), g_ptr_array_index (items, i));

      g_signal_connect_object (row, "activated", G_CALLBACK (item_cb), self, G_CONNECT_SWAPPED);
      yf_rows_add (self->items, self->item_rows, row);
    }
  adw_preferences_group_set_title (self->items, state == YF_DAY_FLARE ? _("Still Allowed")
                                                : state == YF_DAY_DUE ? _("What Comes") : _("What It Would Be"));
  gtk_widget_set_visible (GTK_WIDGET (self->items), self->item_rows->len > 0);
  gtk_widget_set_visible (self->change, can_write && (state == YF_DAY_DUE || state == YF_DAY_REST));
  gtk_widget_set_visible (self->as_planned, can_write && state == YF_DAY_CLOSED &&
                                            yf_today_wishes_any (self->person));
}

static void
update_out (YfTodayPage *self)
{
  GPtrArray *omissions = yf_day_plan_get_omissions (get_plan (self));
  g_autofree char *subtitle = NULL;

  for (guint i = 0; i < self->out_rows->len; i++)
    adw_expander_row_remove (self->out_row, g_ptr_array_index (self->out_rows, i));
  g_ptr_array_set_size (self->out_rows, 0);
  for (guint i = 0; i < omissions->len; i++)
    {
      const YfDayOmission *omission = g_ptr_array_index (omissions, i);
      GtkWidget *row = yf_today_row_new (yf_today_get_catalogue (self->today), omission->exercise, omission->why);

      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_signal_connect_object (row, "activated", G_CALLBACK (item_cb), self, G_CONNECT_SWAPPED);
      adw_expander_row_add_row (self->out_row, row);
      g_ptr_array_add (self->out_rows, row);
    }
  /* Translators: how many exercises are not in today's session */
  subtitle = g_strdup_printf (ngettext ("%d exercise", "%d exercises", omissions->len), (int) omissions->len);
  adw_expander_row_set_subtitle (self->out_row, subtitle);
  if (yf_day_plan_get_state (get_plan (self)) == YF_DAY_CLOSED)
    adw_expander_row_set_expanded (self->out_row, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->out), omissions->len > 0);
}

static void
update_reliefs (YfTodayPage *self)
{
  GPtrArray *reliefs = yf_day_plan_get_reliefs (get_plan (self));
  YfCatalogue *catalogue = yf_today_get_catalogue (self->today);

  yf_rows_clear (self->reliefs, self->relief_rows);
  for (guint i = 0; i < reliefs->len; i++)
    {
      YfJudgement *judgement = g_ptr_array_index (reliefs, i);
      YfExercise *relief = yf_catalogue_find_relief (catalogue, yf_judgement_get_exercise (judgement));
      g_autofree char *dose = yf_text_dose (relief, yf_exercise_get_first_dose (relief));
      GtkWidget *row = yf_today_row_new_link (yf_exercise_get_name (relief), dose);

      g_object_set_data_full (G_OBJECT (row), "exercise", yf_exercise_ref (relief), (GDestroyNotify) yf_exercise_unref);
      g_signal_connect_object (row, "activated", G_CALLBACK (relief_cb), self, G_CONNECT_SWAPPED);
      yf_rows_add (self->reliefs, self->relief_rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->reliefs), reliefs->len > 0);
}

static void
update_changes (YfTodayPage *self)
{
  g_autoptr (GPtrArray) rows = yf_today_changes_list (self->today, N_CHANGES);
  guint n = yf_today_changes_count (self->today);

  yf_rows_clear (self->changes, self->change_rows);
  for (guint i = 0; i < rows->len; i++)
    yf_rows_add (self->changes, self->change_rows, g_ptr_array_index (rows, i));
  if (n > rows->len)
    {
      GtkWidget *row = yf_today_row_new_link (_("All Changes"), NULL);

      g_signal_connect_object (row, "activated", G_CALLBACK (all_changes_cb), self, G_CONNECT_SWAPPED);
      yf_rows_add (self->changes, self->change_rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->changes), rows->len > 0);
}

static void
update_notices (YfTodayPage *self)
{
  g_autoptr (GPtrArray) rows = yf_today_notices_list (self->person, self->today);

  yf_rows_clear (self->notices, self->notice_rows);
  for (guint i = 0; i < rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (rows, i);

      g_signal_connect_object (row, "activated", G_CALLBACK (notice_cb), self, G_CONNECT_SWAPPED);
      yf_rows_add (self->notices, self->notice_rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->notices), rows->len > 0);
}

/* Nothing can be said of the day. */
static void
show_nothing (YfTodayPage *self)
{
  GtkWidget * const parts[] = {
    GTK_WIDGET (self->notices), self->start, self->as_planned, GTK_WIDGET (self->items), self->change,
    GTK_WIDGET (self->out), GTK_WIDGET (self->reliefs), self->week_group, GTK_WIDGET (self->changes),
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    gtk_widget_set_visible (parts[i], FALSE);
  gtk_label_set_label (self->headline, _("Today"));
  gtk_widget_remove_css_class (GTK_WIDGET (self->headline), "verdict-blocked");
  gtk_label_set_label (self->sentence, "");
  gtk_widget_set_visible (GTK_WIDGET (self->next), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->state), TRUE);
  gtk_label_set_label (self->state, yf_person_get_profile (self->person) != NULL ? "" :
                       _("Your log cannot be read, so nothing can be judged for you and no session can start. You can read about the exercises."));
}

/* An emergency offers nothing else. */
static void
update_emergency (YfTodayPage *self)
{
  gboolean emergency = yf_today_notices_get_triage (self->today) == YF_TRIAGE_EMERGENCY;

  gtk_widget_set_visible (self->week_group, !emergency);
  yf_today_morning_set_emergency (self->morning, emergency);
  if (emergency)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->changes), FALSE);
      gtk_widget_set_visible (GTK_WIDGET (self->out), FALSE);
    }
}

/* All that shows: the same twice leaves the page, and the keyboard on it, alone. */
static char *
describe (YfTodayPage *self)
{
  YfDayPlan *plan = get_plan (self);
  const YfWeekPlan *week = yf_today_get_week (self->today);
  GPtrArray *items = yf_day_plan_get_items (plan);
  GPtrArray *omissions = yf_day_plan_get_omissions (plan);
  GPtrArray *reliefs = yf_day_plan_get_reliefs (plan);
  GPtrArray *changes = yf_today_get_dose_changes (self->today);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%d %d %d %d %d %d %d %u %s %d\n", yf_today_get_day (self->today),
                          yf_day_plan_get_state (plan), yf_day_plan_get_stage (plan), yf_day_plan_get_next_due (plan),
                          yf_day_plan_get_flare_days (plan), yf_day_plan_is_way_back (plan),
                          yf_person_can_write (self->person), yf_today_changes_count (self->today),
                          yf_today_get_programme_id (self->today), yf_today_notices_get_triage (self->today));
  for (int i = 0; i < 7; i++)
    g_string_append_printf (text, "%d ", week->days[i]);
  g_string_append_printf (text, "%d %d\n", week->n_kept, week->intended);
  for (guint i = 0; i < items->len; i++)
    {
      const YfDayItem *item = g_ptr_array_index (items, i);

      g_string_append_printf (text, "%s %d %d %" G_GINT64_FORMAT " %d %s\n", yf_exercise_get_id (item->exercise),
                              item->dose.sets, item->dose.reps, item->dose.hold,
                              yf_judgement_get_verdict (item->judgement), item->why);
    }
  for (guint i = 0; i < omissions->len; i++)
    {
      const YfDayOmission *omission = g_ptr_array_index (omissions, i);

      g_string_append_printf (text, "%s %s\n", yf_exercise_get_id (omission->exercise), omission->why);
    }
  for (guint i = changes->len > N_CHANGES ? changes->len - N_CHANGES : 0; i < changes->len; i++)
    {
      const YfDoseChange *change = g_ptr_array_index (changes, i);

      g_string_append_printf (text, "%d %s %d\n", change->day, change->exercise, change->reason);
    }
  if (yf_day_plan_get_state (plan) == YF_DAY_DONE)
    {
      g_autofree char *done = yf_today_text_done (self->today);

      g_string_append_printf (text, "%s\n", done);
    }
  for (guint i = 0; i < reliefs->len; i++)
    g_string_append_printf (text, "%s ", yf_judgement_get_exercise (g_ptr_array_index (reliefs, i)));
  for (guint i = 0; i < yf_today_get_suspended (self->today)->len; i++)
    g_string_append_printf (text, "%s ", (const char *) g_ptr_array_index (yf_today_get_suspended (self->today), i));

  return g_string_free (text, FALSE);
}

static void
planned_cb (YfTodayPage *self)
{
  YfToday *today = yf_person_get_plan (self->person);
  g_autofree char *before = g_steal_pointer (&self->shown);

  g_clear_pointer (&self->today, yf_today_unref);
  /* A programme that is not in force yet, or no more, is not among what is compared. */
  yf_today_more_show (self->more, today);
  if (today == NULL)
    {
      show_nothing (self);
      return;
    }

  self->today = yf_today_ref (today);
  self->shown = describe (self);
  if (g_strcmp0 (before, self->shown) == 0)
    return;

  update_head (self);
  update_notices (self);
  update_start (self);
  update_items (self);
  update_out (self);
  update_reliefs (self);
  update_changes (self);
  yf_today_week_show (self->week, yf_today_get_week (today), yf_today_get_day (today));
  update_emergency (self);
}

static void
dispose (GObject *object)
{
  YfTodayPage *self = YF_TODAY_PAGE (object);

  g_clear_pointer (&self->today, yf_today_unref);
  g_clear_pointer (&self->shown, g_free);
  g_clear_pointer (&self->notice_rows, g_ptr_array_unref);
  g_clear_pointer (&self->item_rows, g_ptr_array_unref);
  g_clear_pointer (&self->out_rows, g_ptr_array_unref);
  g_clear_pointer (&self->relief_rows, g_ptr_array_unref);
  g_clear_pointer (&self->change_rows, g_ptr_array_unref);
  g_clear_object (&self->person);

  G_OBJECT_CLASS (yf_today_page_parent_class)->dispose (object);
}

static void
yf_today_page_class_init (YfTodayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;

  signals[START] =
    g_signal_new ("start", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[RESUME] =
    g_signal_new ("resume", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, YF_TYPE_SESSION_RECORD);
  signals[CHOSEN] =
    g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, YF_TYPE_EXERCISE);
  signals[RELIEF_CHOSEN] =
    g_signal_new ("relief-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, YF_TYPE_EXERCISE);
  signals[PAGE] =
    g_signal_new ("page", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, GTK_TYPE_WIDGET);
  signals[PROFILE] =
    g_signal_new ("profile", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[PROGRAMME] =
    g_signal_new ("programme", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[BREAK] =
    g_signal_new ("break", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (YF_TYPE_RESUME_CARD);
  g_type_ensure (YF_TYPE_TODAY_MORE);
  g_type_ensure (YF_TYPE_TODAY_MORNING);
  g_type_ensure (YF_TYPE_TODAY_WEEK);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YfTodayPage, headline);
  gtk_widget_class_bind_template_child (widget_class, YfTodayPage, sentence);
  gtk_widget_class_bind_template_child (widget_class, YfTodayPage, next);
  gtk_widget_class_bind_template_child (widget_class, YfTodayPage, state);
  gtk_widget_class_bind_template_child (widget_class, YfTodayPage, resume_card);
  gtk_widget_class_bind_template_child (widget_class, YfTodayPage, morning);
  gtk_widget_class_bind_template_child (widget_class, YfTodayPage, notices);
  gtk_widget_class_bind_template_child (widget_class, YfTodayPage, start);
  gtk_widget_class_bind_template_child (widget_class, YfTodayPage, start_label);
  gtk_widget_class_bind_template_child (widget_class, YfTodayPage, length);
  gtk_widget_class_bind_template_child (widget_class, YfTodayPage, as_planned);
  gtk_widget_class_bind_template_child (widget_class, YfTodayPage, items);
  gtk_widget_class_bind_template_child (widget_class, YfTodayPage, change);
  gtk_widget_class_bind_template_child (widget_class, YfTodayPage, out);
  gtk_widget_class_bind_template_child (widget_class, YfTodayPage, out_row);
  gtk_widget_class_bind_template_child (widget_class, YfTodayPage, reliefs);
  gtk_widget_class_bind_template_child (widget_class, YfTodayPage, week_group);
  gtk_widget_class_bind_template_child (widget_class, YfTodayPage, week);
  gtk_widget_class_bind_template_child (widget_class, YfTodayPage, changes);
  gtk_widget_class_bind_template_child (widget_class, YfTodayPage, more);
  gtk_widget_class_bind_template_callback (widget_class, start_cb);
  gtk_widget_class_bind_template_callback (widget_class, resume_cb);
  gtk_widget_class_bind_template_callback (widget_class, change_cb);
  gtk_widget_class_bind_template_callback (widget_class, as_planned_cb);
  gtk_widget_class_bind_template_callback (widget_class, programme_cb);
  gtk_widget_class_bind_template_callback (widget_class, break_cb);
}

static void
yf_today_page_init (YfTodayPage *self)
{
  self->notice_rows = g_ptr_array_new ();
  self->item_rows = g_ptr_array_new ();
  self->out_rows = g_ptr_array_new ();
  self->relief_rows = g_ptr_array_new ();
  self->change_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yf_today_page_set_person:
 * @self: a page
 * @person: whose day it is
 *
 * Called once.
 */
void
yf_today_page_set_person (YfTodayPage *self,
                          YfPerson    *person)
{
  g_return_if_fail (YF_IS_TODAY_PAGE (self));
  g_return_if_fail (self->person == NULL);

  self->person = g_object_ref (person);
  yf_today_more_set_person (self->more, person);
  yf_today_morning_set_person (self->morning, person);
  yf_resume_card_set_person (self->resume_card, person);
  g_signal_connect_object (person, "planned", G_CALLBACK (planned_cb), self, G_CONNECT_SWAPPED);
  planned_cb (self);
}

/**
 * yf_today_page_set_next_break:
 * @self: a page with a person
 * @at: when the next break from sitting is expected, in microseconds since the
 *   Unix epoch; 0 where nobody knows; -1 where breaks are turned off
 */
void
yf_today_page_set_next_break (YfTodayPage *self,
                              gint64       at)
{
  g_return_if_fail (YF_IS_TODAY_PAGE (self));

  yf_today_more_set_next_break (self->more, at);
}
