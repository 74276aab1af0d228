/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-date-row.h"
#include "yf-moment-group.h"
#include "yf-time-row.h"

struct _YfMomentGroup
{
  AdwPreferencesGroup parent_instance;

  YfDateRow *date;
  YfTimeRow *time;

  YfPerson  *person;
  gint64     real;        /* what it was to begin with */
  gint32     utc_offset;
  YfDay      day;
  int        minute;
};

G_DEFINE_FINAL_TYPE (YfMomentGroup, yf_moment_group, ADW_TYPE_PREFERENCES_GROUP)

static int
get_minute (gint64 real,
            gint32 utc_offset)
{
  gint64 seconds = real / G_USEC_PER_SEC + utc_offset;

  return (int) (((seconds % 86400) + 86400) % 86400 / 60);
}

static void
refuse_day (YfMomentGroup *self,
            const char    *message)
{
  yf_date_row_set_error (self->date, message);
  gtk_widget_child_focus (GTK_WIDGET (self->date), GTK_DIR_TAB_FORWARD);
}

static void
refuse_time (YfMomentGroup *self,
             const char    *message)
{
  yf_time_row_set_error (self->time, message);
  gtk_widget_child_focus (GTK_WIDGET (self->time), GTK_DIR_TAB_FORWARD);
}

/* What the clock on the wall showed, where the person was: at home, unless the
 * entry is of a place where it was another time. */
static gboolean
reckon (YfMomentGroup *self,
        YfDay          day,
        int            minute,
        gint64        *real,
        gint32        *utc_offset)
{
  gboolean at_home = self->utc_offset == yf_real_get_utc_offset (self->real);
  g_autoptr (GTimeZone) zone = at_home ? g_time_zone_new_local () : g_time_zone_new_offset (self->utc_offset);
  g_autoptr (GDateTime) moment = NULL;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  moment = g_date_time_new (zone, g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date),
                            minute / 60, minute % 60, 0);
  if (moment == NULL)
    return FALSE;
  *real = g_date_time_to_unix (moment) * G_USEC_PER_SEC;
  *utc_offset = (gint32) (g_date_time_get_utc_offset (moment) / G_USEC_PER_SEC);

  return TRUE;
}

static void
dispose (GObject *object)
{
  YfMomentGroup *self = YF_MOMENT_GROUP (object);

  g_clear_object (&self->person);

  G_OBJECT_CLASS (yf_moment_group_parent_class)->dispose (object);
}

static void
yf_moment_group_class_init (YfMomentGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dispose;
}

static void
yf_moment_group_init (YfMomentGroup *self)
{
  self->date = g_object_new (YF_TYPE_DATE_ROW, "title", _("Day"), NULL);
  self->time = g_object_new (YF_TYPE_TIME_ROW, "title", _("Time it began"), NULL);
  yf_time_row_set_hint (self->time, _("Hours and minutes, for instance 19:30."));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("When?"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->date));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->time));
}

/**
 * yf_moment_group_new:
 * @person: whose log it is
 * @real: what stands there to begin with, in microseconds since the Unix epoch
 * @utc_offset: seconds east of UTC in force then
 *
 * Returns: (transfer floating): a new group
 */
GtkWidget *
yf_moment_group_new (YfPerson *person,
                     gint64    real,
                     gint32    utc_offset)
{
  YfMomentGroup *self = g_object_new (YF_TYPE_MOMENT_GROUP, NULL);

  self->person = g_object_ref (person);
  self->real = real;
  self->utc_offset = utc_offset;
  self->day = yf_day_from_moment (real, utc_offset);
  self->minute = get_minute (real, utc_offset);
  yf_date_row_set_day (self->date, self->day);
  yf_time_row_set_minute (self->time, self->minute);

  return GTK_WIDGET (self);
}

/**
 * yf_moment_group_clear_time:
 *
 * Leaves the time open, for the person to say.
 */
void
yf_moment_group_clear_time (YfMomentGroup *self)
{
  g_return_if_fail (YF_IS_MOMENT_GROUP (self));

  yf_time_row_set_minute (self->time, YF_MINUTE_UNKNOWN);
}

/**
 * yf_moment_group_read:
 * @real: (out): when it began, in microseconds since the Unix epoch
 * @utc_offset: (out): seconds east of UTC in force then
 *
 * Takes what was typed, or marks it as wrong. What was not changed is as exact
 * as it was.
 *
 * Returns: whether it is a moment that has come
 */
gboolean
yf_moment_group_read (YfMomentGroup *self,
                      gint64        *real,
                      gint32        *utc_offset)
{
  YfDay day;
  int minute;

  g_return_val_if_fail (YF_IS_MOMENT_GROUP (self), FALSE);

  if (!yf_date_row_commit_past (self->date, yf_person_get_today (self->person)))
    return FALSE;
  day = yf_date_row_get_day (self->date);
  if (!yf_day_is_known (day))
    {
      refuse_day (self, _("Please say when this was."));
      return FALSE;
    }
  if (!yf_time_row_commit (self->time))
    {
      gtk_widget_child_focus (GTK_WIDGET (self->time), GTK_DIR_TAB_FORWARD);
      return FALSE;
    }
  minute = yf_time_row_get_minute (self->time);
  if (minute == YF_MINUTE_UNKNOWN)
    {
      refuse_time (self, _("Please say at what time it began. A guess will do."));
      return FALSE;
    }

  if (day == self->day && minute == self->minute)
    {
      *real = self->real;
      *utc_offset = self->utc_offset;
      return TRUE;
    }
  /* The log begins with the Unix epoch. */
  if (!reckon (self, day, minute, real, utc_offset) || *real <= 0)
    {
      refuse_day (self, _("This day is too long ago for the log. Give a later one."));
      return FALSE;
    }
  if (*real > yf_clock_get_real (yf_person_get_clock (self->person)))
    {
      refuse_time (self, _("This time lies in the future. Give the time at which it began."));
      return FALSE;
    }

  return TRUE;
}

/**
 * yf_moment_group_refuse:
 * @message: what is wrong with the time
 *
 * Marks the time as wrong, and puts the keyboard there.
 */
void
yf_moment_group_refuse (YfMomentGroup *self,
                        const char    *message)
{
  g_return_if_fail (YF_IS_MOMENT_GROUP (self));

  refuse_time (self, message);
}
