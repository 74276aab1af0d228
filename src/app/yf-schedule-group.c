/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-schedule-group.h"
#include "yf-stepper.h"
#include "yf-text.h"

struct _YfScheduleGroup
{
  AdwPreferencesGroup parent_instance;

  YfStepper    *stepper;

  YfPerson     *person;
  GCancellable *cancellable;
  int           days;
  gboolean      chosen;
  guint         stepping;    /* source id: until it is saved */
};

G_DEFINE_FINAL_TYPE (YfScheduleGroup, yf_schedule_group, ADW_TYPE_PREFERENCES_GROUP)

/* How long nobody presses a button before the number is saved: those on the
 * way to it were not meant. */
#define STEPPING_MS 900

#define MIN_DAYS 1
#define MAX_DAYS 7

static void
show_days (YfScheduleGroup *self)
{
  g_autofree char *text = g_strdup_printf ("%d", self->days);
  g_autofree char *hint = NULL;

  if (!self->chosen)
    /* Translators: %d is a number of days in a week */
    hint = g_strdup_printf (ngettext ("Not yet chosen: until you do, %d day is reckoned with.",
                                      "Not yet chosen: until you do, %d days are reckoned with.", self->days),
                            self->days);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->stepper), hint ? hint : "");
  yf_stepper_show (self->stepper, text, self->days > MIN_DAYS, self->days < MAX_DAYS);
}

static void
set_schedule_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (YfPerson) person = user_data;
  g_autoptr (GError) error = NULL;

  if (!yf_store_write_finish (YF_STORE (source), result, &error))
    {
      /* Translators: %s is a sentence that says why */
      g_autofree char *message = g_strdup_printf (_("The days a week could not be saved. %s"), error->message);

      g_signal_emit_by_name (person, "trouble", message);
    }
  yf_person_note_logged (person);
}

static void
save (YfScheduleGroup *self)
{
  g_autoptr (YfScheduleRecord) schedule =
    yf_schedule_record_new (self->days, yf_clock_get_real (yf_person_get_clock (self->person)));

  g_clear_handle_id (&self->stepping, g_source_remove);
  yf_store_set_schedule_async (yf_person_get_store (self->person), schedule, NULL, set_schedule_cb,
                               g_object_ref (self->person));
}

static gboolean
stepped_enough_cb (gpointer user_data)
{
  YfScheduleGroup *self = user_data;

  self->stepping = 0;
  save (self);

  return G_SOURCE_REMOVE;
}

static void
stepped_cb (YfScheduleGroup *self,
            int              direction)
{
  self->days = CLAMP (self->days + direction, MIN_DAYS, MAX_DAYS);
  self->chosen = TRUE;
  show_days (self);
  g_clear_handle_id (&self->stepping, g_source_remove);
  self->stepping = g_timeout_add (STEPPING_MS, stepped_enough_cb, self);
}

static void
load_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (YfScheduleGroup) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YfLog) log = yf_store_load_log_finish (YF_STORE (source), result, &error);
  const YfScheduleRecord *latest = NULL;

  /* The history says what is wrong with a log that cannot be read. */
  if (log == NULL || self->stepping != 0)
    return;

  for (guint i = 0; i < log->schedules->len; i++)
    {
      const YfScheduleRecord *schedule = g_ptr_array_index (log->schedules, i);

      if (latest == NULL || schedule->at >= latest->at)
        latest = schedule;
    }
  self->chosen = latest != NULL;
  self->days = latest ? latest->days_a_week : YF_SCHEDULE_DEFAULT_DAYS;
  show_days (self);
}

static void
reload (YfScheduleGroup *self)
{
  YfDay today = yf_person_get_today (self->person);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  /* Schedules are read whatever the days. */
  yf_store_load_log_async (yf_person_get_store (self->person), today, today, self->cancellable, load_cb,
                           g_object_ref (self));
}

static void
unmap (GtkWidget *widget)
{
  YfScheduleGroup *self = YF_SCHEDULE_GROUP (widget);

  if (self->stepping != 0)
    save (self);

  GTK_WIDGET_CLASS (yf_schedule_group_parent_class)->unmap (widget);
}

static void
dispose (GObject *object)
{
  YfScheduleGroup *self = YF_SCHEDULE_GROUP (object);

  g_clear_handle_id (&self->stepping, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->person);

  G_OBJECT_CLASS (yf_schedule_group_parent_class)->dispose (object);
}

static void
yf_schedule_group_class_init (YfScheduleGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dispose;
  GTK_WIDGET_CLASS (klass)->unmap = unmap;
}

static void
yf_schedule_group_init (YfScheduleGroup *self)
{
  g_autoptr (YfSource) source = yf_source_new ("004", "Question 2", NULL);
  g_autofree char *text = yf_text_source (source);
  g_autofree char *description = NULL;

  /* Translators: %s is where the number comes from */
  description = g_strdup_printf (_("Three to four days a week are enough when all is stable.\n%s"), text);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Your week"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), description);

  self->days = YF_SCHEDULE_DEFAULT_DAYS;
  self->stepper = g_object_new (YF_TYPE_STEPPER, "title", _("Days a week you mean to train"), NULL);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self->stepper), 0);
  g_signal_connect_object (self->stepper, "stepped", G_CALLBACK (stepped_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->stepper));
  show_days (self);
}

/**
 * yf_schedule_group_set_person:
 * @person: who means to train; the log is open
 *
 * Shows what they chose, and saves what they choose. Called once.
 */
void
yf_schedule_group_set_person (YfScheduleGroup *self,
                              YfPerson        *person)
{
  g_return_if_fail (YF_IS_SCHEDULE_GROUP (self));
  g_return_if_fail (self->person == NULL);

  self->person = g_object_ref (person);
  g_signal_connect_object (person, "logged", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  reload (self);
}
