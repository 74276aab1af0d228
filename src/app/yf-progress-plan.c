/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-entries-page.h"
#include "yf-progress-plan.h"
#include "yf-rows.h"

/**
 * YfProgressPlan:
 *
 * What the plan did in the days that are shown: the programmes that were
 * followed, the changes with their reasons, and how reminders and breaks from
 * sitting were answered. Nothing is shown of what there is none of.
 */
struct _YfProgressPlan
{
  GtkBox parent_instance;

  AdwPreferencesGroup *plan;
  AdwPreferencesGroup *asked;

  YfProgress *progress;
  GPtrArray  *plan_rows;  /* unowned */
  GPtrArray  *asked_rows; /* unowned */
};

G_DEFINE_FINAL_TYPE (YfProgressPlan, yf_progress_plan, GTK_TYPE_BOX)

enum
{
  PAGE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* So many changes are seen at once; the others are behind a row. */
#define MAX_SHOWN 3

static void
row_cb (YfProgressPlan *self,
        GtkWidget      *row)
{
  const char *text = g_object_get_data (G_OBJECT (row), "text");
  const char * const *entries = g_object_get_data (G_OBJECT (row), "entries");

  g_signal_emit (self, signals[PAGE], 0, yf_entries_page_new (self->progress, text, entries));
}

/* A row that leads to what it rests on, where that are entries of the log. */
static GtkWidget *
new_row (YfProgressPlan     *self,
         const char         *title,
         const char         *subtitle,
         const char         *text,
         const char * const *entries)
{
  GtkWidget *row = yf_rows_new_plain (title, subtitle);

  if (entries == NULL || entries[0] == NULL)
    return row;

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_focusable (row, TRUE);
  g_object_set_data_full (G_OBJECT (row), "text", g_strdup (text), g_free);
  g_object_set_data_full (G_OBJECT (row), "entries", g_strdupv ((GStrv) entries), (GDestroyNotify) g_strfreev);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static void
append_line (GString    *text,
             const char *line)
{
  if (line == NULL || *line == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

static GtkWidget *
new_change_row (YfProgressPlan     *self,
                const YfPlanChange *change)
{
  g_autoptr (GString) subtitle = g_string_new (NULL);
  g_autofree char *day = yf_day_to_display (change->day);
  g_autofree char *title = NULL;

  if (change->stage != NULL)
    /* Translators: a date, and the stage that began on it */
    title = g_strdup_printf (_("%1$s: stage %2$s"), day, yf_stage_get_name (change->stage->to));
  else
    /* Translators: a date, and the exercise whose dose changed on it */
    title = g_strdup_printf (_("%1$s: %2$s"), day, yf_progress_get_exercise_name (self->progress, change->exercise));

  if (change->withdrawn)
    append_line (subtitle, _("Withdrawn: an entry it rests on was corrected. It does not count."));
  append_line (subtitle, change->text);
  append_line (subtitle, change->source);

  return new_row (self, title, subtitle->str, change->text, (const char * const *) change->entries);
}

/* Newest first: those that are seen at once, or the others. What was withdrawn
 * is said to exist, and no more. */
static GPtrArray *
list_changes (YfProgressPlan *self,
              gboolean        first)
{
  GPtrArray *changes = yf_progress_get_plan_changes (self->progress);
  GPtrArray *listed = g_ptr_array_new ();
  guint n_first = 0;

  for (guint i = changes->len; i > 0; i--)
    {
      YfPlanChange *change = g_ptr_array_index (changes, i - 1);
      gboolean is_first = !change->withdrawn && n_first < MAX_SHOWN;

      n_first += is_first;
      if (is_first == first)
        g_ptr_array_add (listed, change);
    }

  return listed;
}

/* There may be hundreds, so they are made when somebody wants to see them. */
static void
expanded_cb (YfProgressPlan *self,
             GParamSpec     *pspec,
             AdwExpanderRow *row)
{
  g_autoptr (GPtrArray) rest = NULL;

  if (!adw_expander_row_get_expanded (row) || g_object_get_data (G_OBJECT (row), "filled") != NULL)
    return;

  g_object_set_data (G_OBJECT (row), "filled", GINT_TO_POINTER (TRUE));
  rest = list_changes (self, FALSE);
  for (guint i = 0; i < rest->len; i++)
    adw_expander_row_add_row (row, new_change_row (self, g_ptr_array_index (rest, i)));
}

static void
add_changes (YfProgressPlan *self)
{
  g_autoptr (GPtrArray) first = list_changes (self, TRUE);
  guint n_rest = yf_progress_get_plan_changes (self->progress)->len - first->len;
  GtkWidget *row;
  g_autofree char *title = NULL;

  for (guint i = 0; i < first->len; i++)
    yf_rows_add (self->plan, self->plan_rows, new_change_row (self, g_ptr_array_index (first, i)));
  if (n_rest == 0)
    return;

  title = g_strdup_printf (ngettext ("%u more change", "%u more changes", n_rest), n_rest);
  row = adw_expander_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  /* Unlike other rows, it does not take its name from its title. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (expanded_cb), self, G_CONNECT_SWAPPED);
  yf_rows_add (self->plan, self->plan_rows, row);
}

static void
add_stage (YfProgressPlan *self)
{
  const YfPlanChange *last = yf_progress_find_last_stage_change (self->progress);
  const char *name = yf_stage_get_name (yf_progress_get_stage (self->progress));
  /* Translators: %s is a stage of an episode, such as “Recovery” */
  g_autofree char *title = g_strdup_printf (_("Stage now: %s"), name);
  g_autofree char *day = NULL;
  g_autofree char *since = NULL;

  /* What the log has may be older than what was said since. */
  if (last != NULL && last->stage->to == yf_progress_get_stage (self->progress))
    {
      day = yf_day_to_display (last->day);
      /* Translators: the date from which a stage has lasted, and the stage before it */
      since = g_strdup_printf (_("Since %1$s, before that: %2$s"), day, yf_stage_get_name (last->stage->from));
    }

  yf_rows_add (self->plan, self->plan_rows, yf_rows_new_plain (title, since));
}

static void
add_programme (YfProgressPlan          *self,
               const YfProgrammePeriod *period)
{
  g_autoptr (GString) subtitle = g_string_new (NULL);
  g_autofree char *from = yf_day_to_display (period->from);
  g_autofree char *until = period->until != YF_DAY_NONE ? yf_day_to_display (period->until) : NULL;
  g_autofree char *force = NULL;
  g_autofree char *followed = NULL;
  const char *title = _("A programme that this Yanfei cannot read");

  if (period->programme != NULL)
    {
      g_autofree char *date = yf_day_to_display (yf_programme_get_date (period->programme));
      /* Translators: who wrote a programme, and the date that it bears */
      g_autofree char *by = g_strdup_printf (_("By %1$s, version of %2$s"),
                                             yf_programme_get_clinician (period->programme), date);

      title = yf_programme_get_name (period->programme);
      append_line (subtitle, by);
    }

  if (until == NULL)
    /* Translators: %s is a date: from when on a programme has been followed */
    force = g_strdup_printf (_("In force since %s"), from);
  else
    /* Translators: two dates, from when until when a programme is followed */
    force = g_strdup_printf (_("In force from %1$s to %2$s"), from, until);
  append_line (subtitle, force);
  followed = g_strdup_printf (ngettext ("%d session followed it", "%d sessions followed it",
                                        (gulong) period->n_sessions),
                              period->n_sessions);
  append_line (subtitle, followed);

  yf_rows_add (self->plan, self->plan_rows,
               new_row (self, title, subtitle->str, title, (const char * const *) period->entries));
}

static void
show_plan (YfProgressPlan *self)
{
  GPtrArray *programmes = yf_progress_get_programmes (self->progress);
  gboolean any = programmes->len > 0 || yf_progress_get_plan_changes (self->progress)->len > 0;

  yf_rows_clear (self->plan, self->plan_rows);
  gtk_widget_set_visible (GTK_WIDGET (self->plan), any);
  if (!any)
    return;

  add_stage (self);
  for (guint i = programmes->len; i > 0; i--)
    add_programme (self, g_ptr_array_index (programmes, i - 1));
  add_changes (self);
}

static GStrv
end_ids (GStrvBuilder *builder)
{
  GStrv ids = g_strv_builder_end (builder);

  g_strv_builder_unref (builder);

  return ids;
}

static gboolean
is_shown (YfProgressPlan *self,
          gint64          at,
          gint32          utc_offset)
{
  YfDay day = yf_day_from_moment (at, utc_offset);

  return day >= yf_progress_get_from (self->progress) && day <= yf_progress_get_to (self->progress);
}

static GStrv
list_reminders (YfProgressPlan *self,
                gboolean        mornings)
{
  GPtrArray *reminders = yf_progress_get_log (self->progress)->reminders;
  GStrvBuilder *builder = g_strv_builder_new ();

  for (guint i = 0; i < reminders->len; i++)
    {
      const YfReminderRecord *record = g_ptr_array_index (reminders, i);

      if ((record->kind == YF_REMINDER_MORNING) == mornings && is_shown (self, record->at, record->utc_offset))
        g_strv_builder_add (builder, record->id);
    }

  return end_ids (builder);
}

static GStrv
list_breaks (YfProgressPlan *self)
{
  GPtrArray *breaks = yf_progress_get_log (self->progress)->sitting_breaks;
  GStrvBuilder *builder = g_strv_builder_new ();

  for (guint i = 0; i < breaks->len; i++)
    {
      const YfBreakRecord *record = g_ptr_array_index (breaks, i);

      if (is_shown (self, record->at, record->utc_offset))
        g_strv_builder_add (builder, record->id);
    }

  return end_ids (builder);
}

static void
add_asked (YfProgressPlan *self,
           const char     *title,
           GString        *subtitle,
           GStrv           entries)
{
  yf_rows_add (self->asked, self->asked_rows,
               new_row (self, title, subtitle->str, title, (const char * const *) entries));
}

/* Where nobody gave a reason there is none to be told. */
static void
append_reasons (GString   *text,
                const int  reasons[YF_N_SKIP_REASONS])
{
  g_autofree char *words = yf_progress_describe_reasons (reasons);
  g_autofree char *line = NULL;

  if (*words == '\0')
    return;

  /* Translators: %s is a list of reasons and how often each was given: No time (2) · It hurts (1) */
  line = g_strdup_printf (_("Why not: %s"), words);
  append_line (text, line);
}

static void
add_reminders (YfProgressPlan *self)
{
  const YfReminderCounts *counts = yf_progress_get_reminders (self->progress);
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) entries = NULL;
  g_autofree char *title = NULL;
  g_autofree char *followed = NULL;
  g_autofree char *answers = NULL;

  if (counts->n_shown == 0)
    return;

  entries = list_reminders (self, FALSE);
  title = g_strdup_printf (ngettext ("Reminders on %d day", "Reminders on %d days", (gulong) counts->n_days),
                           counts->n_days);
  followed = g_strdup_printf (ngettext ("A session followed on %d of them.", "A session followed on %d of them.",
                                        (gulong) counts->n_days_trained),
                              counts->n_days_trained);
  /* Translators: how often a reminder was shown, and of these how often each was answered, or not */
  answers = g_strdup_printf (ngettext ("Shown %1$d time: Start %2$d, not today %3$d, no answer %4$d",
                                       "Shown %1$d times: Start %2$d, not today %3$d, no answer %4$d",
                                       (gulong) counts->n_shown),
                             counts->n_shown, counts->n_start, counts->n_not_today, counts->n_unanswered);
  append_line (text, followed);
  append_line (text, answers);
  append_reasons (text, counts->reasons);
  add_asked (self, title, text, entries);
}

static void
add_mornings (YfProgressPlan *self)
{
  const YfReminderCounts *counts = yf_progress_get_reminders (self->progress);
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) entries = NULL;
  g_autofree char *answers = NULL;

  if (counts->n_mornings == 0)
    return;

  entries = list_reminders (self, TRUE);
  /* Translators: how often the question was shown as a notification, and how often it was answered there */
  answers = g_strdup_printf (ngettext ("Shown %1$d time, answered there %2$d", "Shown %1$d times, answered there %2$d",
                                       (gulong) counts->n_mornings),
                             counts->n_mornings, counts->n_mornings_told);
  append_line (text, answers);
  add_asked (self, _("Question of the next morning"), text, entries);
}

static void
add_breaks (YfProgressPlan *self)
{
  const YfBreakCounts *counts = yf_progress_get_breaks (self->progress);
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) entries = NULL;
  g_autofree char *title = NULL;
  g_autofree char *answers = NULL;

  if (counts->n_offered == 0)
    return;

  entries = list_breaks (self);
  title = g_strdup_printf (ngettext ("%d break from sitting offered", "%d breaks from sitting offered",
                                     (gulong) counts->n_offered),
                           counts->n_offered);
  /* Translators: of breaks from sitting: how many were done, done in part, skipped, not answered */
  answers = g_strdup_printf (_("Done %1$d, in part %2$d, skipped %3$d, no answer %4$d"), counts->n_done,
                             counts->n_partly, counts->n_skipped, counts->n_unanswered);
  append_line (text, answers);
  append_reasons (text, counts->reasons);
  add_asked (self, title, text, entries);
}

static void
show_asked (YfProgressPlan *self)
{
  yf_rows_clear (self->asked, self->asked_rows);
  add_reminders (self);
  add_mornings (self);
  add_breaks (self);
  gtk_widget_set_visible (GTK_WIDGET (self->asked), self->asked_rows->len > 0);
}

static void
dispose (GObject *object)
{
  YfProgressPlan *self = YF_PROGRESS_PLAN (object);

  g_clear_pointer (&self->progress, yf_progress_unref);
  g_clear_pointer (&self->plan_rows, g_ptr_array_unref);
  g_clear_pointer (&self->asked_rows, g_ptr_array_unref);

  G_OBJECT_CLASS (yf_progress_plan_parent_class)->dispose (object);
}

static void
yf_progress_plan_class_init (YfProgressPlanClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;

  signals[PAGE] = g_signal_new ("page", YF_TYPE_PROGRESS_PLAN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, GTK_TYPE_WIDGET);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-progress-plan.ui");
  gtk_widget_class_bind_template_child (widget_class, YfProgressPlan, plan);
  gtk_widget_class_bind_template_child (widget_class, YfProgressPlan, asked);
}

static void
yf_progress_plan_init (YfProgressPlan *self)
{
  self->plan_rows = g_ptr_array_new ();
  self->asked_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yf_progress_plan_show:
 * @self: a plan as it went
 * @progress: what is shown
 *
 * Shows it; the widget is hidden where there is nothing.
 */
void
yf_progress_plan_show (YfProgressPlan *self,
                       YfProgress     *progress)
{
  YfProgress *old;

  g_return_if_fail (YF_IS_PROGRESS_PLAN (self));
  g_return_if_fail (progress != NULL);

  old = self->progress;
  self->progress = yf_progress_ref (progress);
  g_clear_pointer (&old, yf_progress_unref);

  show_plan (self);
  show_asked (self);
  gtk_widget_set_visible (GTK_WIDGET (self), self->plan_rows->len + self->asked_rows->len > 0);
}
