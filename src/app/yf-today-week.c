/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-today-text.h"
#include "yf-today-week.h"

struct _YfTodayWeek
{
  AdwBin parent_instance;

  GtkLabel  *text;
  GtkWidget *days[7];
  GtkLabel  *names[7];
  GtkImage  *marks[7];
};

G_DEFINE_FINAL_TYPE (YfTodayWeek, yf_today_week, ADW_TYPE_BIN)

#define MARK_SIZE 24

static const char *
get_icon (YfWeekDayState state)
{
  switch (state)
    {
    case YF_WEEK_DAY_KEPT:
      return "yf-day-kept-symbolic";
    case YF_WEEK_DAY_FLARE:
      return "yf-day-flare-symbolic";
    case YF_WEEK_DAY_PLANNED:
      return "yf-day-planned-symbolic";
    case YF_WEEK_DAY_DUE:
      return "yf-day-due-symbolic";
    case YF_WEEK_DAY_OPEN:
    default:
      return "yf-day-open-symbolic";
    }
}

static GtkWidget *
create_day (YfTodayWeek *self,
            int          weekday)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_IMG,
                                 "orientation", GTK_ORIENTATION_VERTICAL,
                                 "spacing", 4,
                                 NULL);

  self->names[weekday] = GTK_LABEL (gtk_label_new (yf_today_text_weekday_short (weekday)));
  self->marks[weekday] = GTK_IMAGE (g_object_new (GTK_TYPE_IMAGE,
                                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                                  "pixel-size", MARK_SIZE,
                                                  NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->names[weekday]), "caption");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->names[weekday]));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->marks[weekday]));

  return box;
}

static void
yf_today_week_class_init (YfTodayWeekClass *klass)
{
}

static void
yf_today_week_init (YfTodayWeek *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *days = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->text = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->text, TRUE);
  gtk_label_set_xalign (self->text, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->text), "heading");
  gtk_box_set_homogeneous (GTK_BOX (days), TRUE);
  for (int i = 0; i < 7; i++)
    {
      self->days[i] = create_day (self, i);
      gtk_box_append (GTK_BOX (days), self->days[i]);
    }
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->text));
  gtk_box_append (GTK_BOX (box), days);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "today-week");
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * yf_today_week_show:
 * @self: a week
 * @week: what it holds
 * @today: the day it is
 */
void
yf_today_week_show (YfTodayWeek      *self,
                    const YfWeekPlan *week,
                    YfDay             today)
{
  g_autofree char *text = yf_today_text_week (week);

  g_return_if_fail (YF_IS_TODAY_WEEK (self));

  gtk_label_set_label (self->text, text);
  for (int i = 0; i < 7; i++)
    {
      gboolean now = week->monday + i == today;
      const char *state = yf_today_text_day_state (week->days[i]);
      /* Translators: what a screen reader says of a day: "Monday: Kept", or "Monday, today: Kept" */
      g_autofree char *name = g_strdup_printf (now ? _("%s, today: %s") : _("%s: %s"),
                                               yf_today_text_weekday (i), state);

      gtk_image_set_from_icon_name (self->marks[i], get_icon (week->days[i]));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->days[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      gtk_widget_set_tooltip_text (self->days[i], name);
      if (now)
        gtk_widget_add_css_class (self->days[i], "today");
      else
        gtk_widget_remove_css_class (self->days[i], "today");
      if (week->days[i] == YF_WEEK_DAY_OPEN)
        gtk_widget_add_css_class (GTK_WIDGET (self->marks[i]), "dim-label");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self->marks[i]), "dim-label");
    }
}
