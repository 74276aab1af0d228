/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-activity-dialog.h"
#include "yf-date-row.h"
#include "yf-entry-row.h"
#include "yf-rows.h"
#include "yf-text.h"

/**
 * YfActivityDialog:
 *
 * Asks what a person did instead of a session, on which day and for how long.
 *
 * Signals:
 *
 * - `answered (const YfActivityRecord *)`: what is to be added to the log
 */
struct _YfActivityDialog
{
  AdwWindow parent_instance;

  GtkLabel            *problem;
  AdwPreferencesGroup *kinds;
  YfDateRow           *date;
  YfEntryRow          *minutes;

  YfPerson            *person;
  GPtrArray           *checks; /* GtkCheckButton, as YfActivityKind has them */
};

G_DEFINE_FINAL_TYPE (YfActivityDialog, yf_activity_dialog, ADW_TYPE_WINDOW)

enum
{
  ANSWERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What stands there to begin with. */
#define USUAL_MINUTES 30

static void
show_problem (YfActivityDialog *self,
              const char       *message)
{
  gtk_label_set_label (self->problem, message ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), message != NULL);
}

static void
changed_cb (YfActivityDialog *self)
{
  show_problem (self, NULL);
}

/* When it is taken to have begun, in microseconds: now today, and at noon on
 * another day, of which only the day is asked. */
static gint64
get_instant (YfActivityDialog *self,
             YfDay             day)
{
  g_autoptr (GDateTime) noon = NULL;
  GDate date;

  if (day == yf_person_get_today (self->person))
    return yf_clock_get_real (yf_person_get_clock (self->person));

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  noon = g_date_time_new_local (g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date), 12, 0, 0);

  return noon ? g_date_time_to_unix (noon) * G_USEC_PER_SEC : 0;
}

static void
refuse_day (YfActivityDialog *self,
            const char       *message)
{
  yf_date_row_set_error (self->date, message);
  gtk_widget_child_focus (GTK_WIDGET (self->date), GTK_DIR_TAB_FORWARD);
}

static void
add_cb (YfActivityDialog *self)
{
  g_autoptr (YfActivityRecord) record = NULL;
  int kind = -1;
  int minutes;
  YfDay day;
  gint64 at;

  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
      kind = (int) i;
  if (kind < 0)
    {
      show_problem (self, _("Please choose what you did."));
      gtk_widget_grab_focus (g_ptr_array_index (self->checks, 0));
      return;
    }

  if (!yf_date_row_commit (self->date))
    return;
  day = yf_date_row_get_day (self->date);
  if (!yf_day_is_known (day))
    {
      refuse_day (self, _("Please say when this was."));
      return;
    }
  at = get_instant (self, day);
  if (day > yf_person_get_today (self->person))
    {
      refuse_day (self, _("This day is still to come. Give the day on which you did it."));
      return;
    }
  /* The log begins with the Unix epoch. */
  if (at <= 0)
    {
      refuse_day (self, _("This day is too long ago for the log. Give a later one."));
      return;
    }

  if (!yf_entry_row_get_number (self->minutes, &minutes) || minutes < 1 || minutes > YF_ACTIVITY_MAX_MINUTES)
    {
      yf_entry_row_set_error (self->minutes, _("Please write how many minutes it took, from 1 to 1440."));
      gtk_widget_grab_focus (GTK_WIDGET (self->minutes));
      return;
    }

  record = yf_activity_record_new (kind, at, minutes);
  g_signal_emit (self, signals[ANSWERED], 0, record);
  gtk_window_close (GTK_WINDOW (self));
}

static void
fill (YfActivityDialog *self)
{
  for (YfActivityKind kind = 0; kind < YF_ACTIVITY_N_KINDS; kind++)
    {
      g_autoptr (GPtrArray) sources = yf_activity_kind_dup_sources (kind);
      g_autofree char *source = yf_text_sources (sources);
      g_autofree char *subtitle = g_strdup_printf ("%s\n%s", yf_activity_kind_get_advice (kind), source);
      GtkCheckButton *check;

      adw_preferences_group_add (self->kinds, yf_rows_new_check (yf_activity_kind_get_name (kind), subtitle, &check));
      if (self->checks->len > 0)
        gtk_check_button_set_group (check, g_ptr_array_index (self->checks, 0));
      g_signal_connect_object (check, "toggled", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->checks, check);
    }
  yf_date_row_set_day (self->date, yf_person_get_today (self->person));
  yf_entry_row_set_number (self->minutes, USUAL_MINUTES);
}

static void
dispose (GObject *object)
{
  YfActivityDialog *self = YF_ACTIVITY_DIALOG (object);

  g_clear_object (&self->person);
  g_clear_pointer (&self->checks, g_ptr_array_unref);

  G_OBJECT_CLASS (yf_activity_dialog_parent_class)->dispose (object);
}

static void
yf_activity_dialog_class_init (YfActivityDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;

  signals[ANSWERED] =
    g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  g_type_ensure (YF_TYPE_DATE_ROW);
  g_type_ensure (YF_TYPE_ENTRY_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-activity-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, YfActivityDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, YfActivityDialog, kinds);
  gtk_widget_class_bind_template_child (widget_class, YfActivityDialog, date);
  gtk_widget_class_bind_template_child (widget_class, YfActivityDialog, minutes);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
yf_activity_dialog_init (YfActivityDialog *self)
{
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yf_activity_dialog_new:
 * @person: who did it
 * @parent: the window it belongs to
 *
 * Returns: (transfer none): a dialog, not yet shown
 */
GtkWidget *
yf_activity_dialog_new (YfPerson  *person,
                        GtkWindow *parent)
{
  YfActivityDialog *self = g_object_new (YF_TYPE_ACTIVITY_DIALOG, "transient-for", parent, NULL);

  self->person = g_object_ref (person);
  fill (self);

  return GTK_WIDGET (self);
}
