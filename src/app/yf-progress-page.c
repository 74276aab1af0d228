/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-chart-card.h"
#include "yf-chart-table-page.h"
#include "yf-entries-page.h"
#include "yf-functions-dialog.h"
#include "yf-present.h"
#include "yf-progress-page.h"
#include "yf-progress-plan.h"
#include "yf-rating-dialog.h"
#include "yf-rows.h"
#include "yf-score-dialog.h"

struct _YfProgressPage
{
  AdwBin parent_instance;

  GtkStack            *stack;
  AdwStatusPage       *trouble;
  GtkBox              *ranges;
  GtkWidget           *history;
  GtkWidget           *hand_over;
  AdwPreferencesGroup *findings;
  YfProgressPlan      *plan;
  GtkBox              *first_chart;
  GtkBox              *charts;
  AdwPreferencesGroup *measures;
  AdwActionRow        *rate;
  GtkWidget           *rate_button;
  GtkWidget           *choose_button;
  GtkWidget           *score_button;

  YfPerson            *person;
  GCancellable        *cancellable;
  YfLog               *log;
  YfProgress          *progress;
  YfRange              range;
  YfDay                shown;  /* the day it was made for */
  GPtrArray           *rows;   /* in findings, unowned */
};

G_DEFINE_FINAL_TYPE (YfProgressPage, yf_progress_page, ADW_TYPE_BIN)

enum
{
  LOADED,
  PAGE,
  HISTORY,
  HAND_OVER,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char * const range_names[] = {
  [YF_RANGE_TWO_WEEKS] = NC_("range", "2 weeks"),
  [YF_RANGE_THREE_MONTHS] = NC_("range", "3 months"),
  [YF_RANGE_YEAR] = NC_("range", "1 year"),
  [YF_RANGE_ALL] = NC_("range", "All"),
};

/* In the order in which they answer what a physiotherapist asks first. */
static const YfChartKind chart_kinds[] = {
  YF_CHART_PAIN, YF_CHART_WEEKS, YF_CHART_STOPS, YF_CHART_REPS, YF_CHART_HOLD, YF_CHART_DOSES, YF_CHART_FUNCTION,
  YF_CHART_CLINIC,
};

/* These say what will be there; the others are left out while they are empty. */
static gboolean
is_shown_empty (YfChartKind kind)
{
  return kind == YF_CHART_PAIN || kind == YF_CHART_WEEKS;
}

static const char *
get_trend_icon (YfTrend trend)
{
  switch (trend)
    {
    case YF_TREND_BETTER:
      return "yf-better-symbolic";
    case YF_TREND_WORSE:
      return "yf-worse-symbolic";
    case YF_TREND_STEADY:
      return "yf-steady-symbolic";
    case YF_TREND_NONE:
    default:
      return "yf-note-symbolic";
    }
}

static const char *
get_trend_class (YfTrend trend)
{
  switch (trend)
    {
    case YF_TREND_BETTER:
      return "verdict-allowed";
    case YF_TREND_WORSE:
      return "verdict-blocked";
    case YF_TREND_STEADY:
    case YF_TREND_NONE:
    default:
      return "dim-label";
    }
}

static void
history_cb (YfProgressPage *self)
{
  g_signal_emit (self, signals[HISTORY], 0);
}

static void
hand_over_cb (YfProgressPage *self)
{
  g_signal_emit (self, signals[HAND_OVER], 0);
}

static void
table_cb (YfProgressPage *self,
          YfChart        *chart)
{
  g_signal_emit (self, signals[PAGE], 0, yf_chart_table_page_new (chart));
}

static void
finding_cb (YfProgressPage *self,
            GtkWidget      *row)
{
  const YfFinding *finding = g_object_get_data (G_OBJECT (row), "finding");

  g_signal_emit (self, signals[PAGE], 0,
                 yf_entries_page_new (self->progress, finding->text, (const char * const *) finding->entries));
}

static void
plan_page_cb (YfProgressPage *self,
              GtkWidget      *page)
{
  g_signal_emit (self, signals[PAGE], 0, page);
}

static void
show_dialog (YfProgressPage *self,
             GtkWidget      *dialog)
{
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
rate_cb (YfProgressPage *self)
{
  show_dialog (self, yf_rating_dialog_new (self->person, self->log));
}

static void
choose_cb (YfProgressPage *self)
{
  show_dialog (self, yf_functions_dialog_new (self->person, self->log));
}

static void
score_cb (YfProgressPage *self)
{
  show_dialog (self, yf_score_dialog_new (self->person));
}

static void
show_findings (YfProgressPage *self)
{
  GPtrArray *findings = yf_progress_get_findings (self->progress);

  yf_rows_clear (self->findings, self->rows);
  for (guint i = 0; i < findings->len; i++)
    {
      YfFinding *finding = g_ptr_array_index (findings, i);
      GtkWidget *row = yf_rows_new_plain (finding->text, finding->source);
      GtkWidget *icon = gtk_image_new_from_icon_name (get_trend_icon (finding->trend));

      gtk_widget_add_css_class (icon, get_trend_class (finding->trend));
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
      if (finding->entries[0] != NULL)
        {
          adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
          gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
          gtk_widget_set_focusable (row, TRUE);
          g_object_set_data (G_OBJECT (row), "finding", finding);
          g_signal_connect_object (row, "activated", G_CALLBACK (finding_cb), self, G_CONNECT_SWAPPED);
        }
      yf_rows_add (self->findings, self->rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->findings), findings->len > 0);
}

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))))
    gtk_box_remove (box, child);
}

/* The first, which is pain, stands before the sentences: it is read at a glance. */
static void
show_charts (YfProgressPage *self)
{
  clear_box (self->first_chart);
  clear_box (self->charts);

  for (gsize i = 0; i < G_N_ELEMENTS (chart_kinds); i++)
    {
      g_autoptr (YfChart) chart = yf_chart_new (chart_kinds[i], self->progress);
      GtkWidget *card;

      if (yf_chart_is_empty (chart) && !is_shown_empty (chart_kinds[i]))
        continue;
      card = yf_chart_card_new (chart);
      g_signal_connect_object (card, "table", G_CALLBACK (table_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (i == 0 ? self->first_chart : self->charts, card);
    }
}

/* When the activities were last asked about, and whether that is due again. */
static void
show_measures (YfProgressPage *self)
{
  const YfFunctionRating *last = NULL;
  gboolean any = FALSE;
  YfDay day;
  int due;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->log->functions->len; i++)
    any |= ((const YfFunctionActivity *) g_ptr_array_index (self->log->functions, i))->retired == 0;
  if (self->log->ratings->len > 0)
    last = g_ptr_array_index (self->log->ratings, self->log->ratings->len - 1);

  gtk_widget_set_sensitive (self->rate_button, any && yf_person_can_write (self->person));
  gtk_widget_remove_css_class (self->rate_button, "suggested-action");
  if (!any)
    {
      adw_action_row_set_subtitle (self->rate, _("First choose what to follow"));
      return;
    }
  if (last == NULL)
    {
      gtk_widget_add_css_class (self->rate_button, "suggested-action");
      adw_action_row_set_subtitle (self->rate, _("Not asked yet"));
      return;
    }

  day = yf_day_from_moment (last->at, last->utc_offset);
  due = day + YF_FUNCTION_INTERVAL_DAYS - self->shown;
  if (due <= 0)
    {
      g_autofree char *date = yf_day_to_display (day);

      gtk_widget_add_css_class (self->rate_button, "suggested-action");
      /* Translators: %s is a date */
      text = g_strdup_printf (_("Last answered on %s; it is time again"), date);
    }
  else
    {
      /* Translators: %d is a number of days */
      text = g_strdup_printf (ngettext ("Due again in %d day", "Due again in %d days", due), due);
    }
  adw_action_row_set_subtitle (self->rate, text);
}

static void
show_progress (YfProgressPage *self)
{
  YfDay first = YF_DAY_NONE;
  YfDay from, to;

  self->shown = yf_person_get_today (self->person);
  yf_log_get_extent (self->log, &first, NULL);
  yf_range_get_days (self->range, self->shown, first, &from, &to);
  /* Days before the log began would be drawn as days of rest, and leave no room
   * for those that have something to say. */
  if (yf_day_is_known (first))
    from = CLAMP (first, from, to);

  g_clear_pointer (&self->progress, yf_progress_unref);
  self->progress = yf_progress_new (self->log, yf_person_get_everything (self->person), from, to);
  show_findings (self);
  yf_progress_plan_show (self->plan, self->progress);
  show_charts (self);
  show_measures (self);
  gtk_stack_set_visible_child_name (self->stack, "progress");
}

static void
range_cb (YfProgressPage  *self,
          GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button))
    return;

  self->range = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "range"));
  if (self->log != NULL)
    show_progress (self);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (YfProgressPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YfLog) log = yf_store_load_log_finish (YF_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->person == NULL)
    return;
  if (log == NULL)
    {
      adw_status_page_set_description (self->trouble, error->message);
      gtk_stack_set_visible_child_name (self->stack, "trouble");
      return;
    }

  g_clear_pointer (&self->log, yf_log_unref);
  self->log = g_steal_pointer (&log);
  if (yf_log_is_empty (self->log) && self->log->functions->len == 0)
    gtk_stack_set_visible_child_name (self->stack, "empty");
  else
    show_progress (self);
  g_signal_emit (self, signals[LOADED], 0, self->log);
}

/* The whole log: a range is a matter of looking, not of reading. */
static void
reload (YfProgressPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  yf_store_load_log_async (yf_person_get_store (self->person), YF_DAY_NONE, YF_DAY_NONE, self->cancellable,
                           loaded_cb, g_object_ref (self));
}

/* It may be another day than when it was last looked at. */
static void
map_cb (YfProgressPage *self)
{
  if (self->log != NULL && self->progress != NULL && self->shown != yf_person_get_today (self->person))
    show_progress (self);
}

/* With large letters not all buttons of a line fit into a narrow window. */
static void
let_wrap (GtkWidget *button)
{
  GtkLabel *label = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button)));

  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_justify (label, GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (button, "tight");
}

static void
add_ranges (YfProgressPage *self)
{
  GtkToggleButton *first = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (range_names); i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (g_dpgettext2 (NULL, "range", range_names[i]));

      let_wrap (button);
      gtk_widget_set_hexpand (button, TRUE);
      if (first == NULL)
        first = GTK_TOGGLE_BUTTON (button);
      else
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), first);
      g_object_set_data (G_OBJECT (button), "range", GINT_TO_POINTER (i));
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), i == self->range);
      g_signal_connect_object (button, "toggled", G_CALLBACK (range_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->ranges, button);
    }
}

static void
dispose (GObject *object)
{
  YfProgressPage *self = YF_PROGRESS_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->person);
  g_clear_pointer (&self->progress, yf_progress_unref);
  g_clear_pointer (&self->log, yf_log_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (yf_progress_page_parent_class)->dispose (object);
}

static void
yf_progress_page_class_init (YfProgressPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (YF_TYPE_PROGRESS_PLAN);

  G_OBJECT_CLASS (klass)->dispose = dispose;

  signals[LOADED] = g_signal_new ("loaded", YF_TYPE_PROGRESS_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, YF_TYPE_LOG | G_SIGNAL_TYPE_STATIC_SCOPE);
  signals[PAGE] = g_signal_new ("page", YF_TYPE_PROGRESS_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, GTK_TYPE_WIDGET);
  signals[HISTORY] = g_signal_new ("history", YF_TYPE_PROGRESS_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[HAND_OVER] = g_signal_new ("hand-over", YF_TYPE_PROGRESS_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-progress-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YfProgressPage, stack);
  gtk_widget_class_bind_template_child (widget_class, YfProgressPage, trouble);
  gtk_widget_class_bind_template_child (widget_class, YfProgressPage, ranges);
  gtk_widget_class_bind_template_child (widget_class, YfProgressPage, history);
  gtk_widget_class_bind_template_child (widget_class, YfProgressPage, hand_over);
  gtk_widget_class_bind_template_child (widget_class, YfProgressPage, findings);
  gtk_widget_class_bind_template_child (widget_class, YfProgressPage, plan);
  gtk_widget_class_bind_template_child (widget_class, YfProgressPage, first_chart);
  gtk_widget_class_bind_template_child (widget_class, YfProgressPage, charts);
  gtk_widget_class_bind_template_child (widget_class, YfProgressPage, measures);
  gtk_widget_class_bind_template_child (widget_class, YfProgressPage, rate);
  gtk_widget_class_bind_template_child (widget_class, YfProgressPage, rate_button);
  gtk_widget_class_bind_template_child (widget_class, YfProgressPage, choose_button);
  gtk_widget_class_bind_template_child (widget_class, YfProgressPage, score_button);
  gtk_widget_class_bind_template_callback (widget_class, history_cb);
  gtk_widget_class_bind_template_callback (widget_class, hand_over_cb);
  gtk_widget_class_bind_template_callback (widget_class, plan_page_cb);
  gtk_widget_class_bind_template_callback (widget_class, rate_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, score_cb);
}

static void
yf_progress_page_init (YfProgressPage *self)
{
  self->rows = g_ptr_array_new ();
  self->range = YF_RANGE_THREE_MONTHS;
  gtk_widget_init_template (GTK_WIDGET (self));
  add_ranges (self);
  let_wrap (self->history);
  let_wrap (self->hand_over);
  g_signal_connect_swapped (self, "map", G_CALLBACK (map_cb), self);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->stack)); child;
       child = gtk_widget_get_next_sibling (child))
    yf_present_while_mapped (child);
}

/**
 * yf_progress_page_set_person:
 * @self: a page
 * @person: whose progress it is; the log is open
 *
 * Shows the progress, and keeps it up to date. Called once.
 */
void
yf_progress_page_set_person (YfProgressPage *self,
                             YfPerson       *person)
{
  gboolean writable;

  g_return_if_fail (YF_IS_PROGRESS_PAGE (self));
  g_return_if_fail (self->person == NULL);

  self->person = g_object_ref (person);
  writable = yf_person_can_write (person);
  gtk_widget_set_sensitive (self->choose_button, writable);
  gtk_widget_set_sensitive (self->score_button, writable);
  g_signal_connect_object (person, "changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  reload (self);
}
