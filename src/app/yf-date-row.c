/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-date-row.h"

struct _YfDateRow
{
  AdwPreferencesRow parent_instance;

  GtkWidget      *hint;
  GtkEditable    *entry;
  GtkWidget      *calendar_button;
  GtkPopover     *popover;
  GtkCalendar    *calendar;
  GtkWidget      *clear;
  GtkCheckButton *unknown;
  GtkWidget      *error_box;
  GtkLabel       *error;

  char           *hint_text;
  gboolean        allow_unknown;
  gboolean        showing;
  YfDay           day;
};

G_DEFINE_FINAL_TYPE (YfDateRow, yf_date_row, ADW_TYPE_PREFERENCES_ROW)

enum
{
  PROP_0,
  PROP_ALLOW_UNKNOWN,
  PROP_HINT,
  N_PROPS,
};

enum
{
  COMMITTED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* A date in ISO 8601, YYYY-MM-DD. */
#define ISO_LENGTH 10

static void
show_day (YfDateRow *self)
{
  g_autofree char *text = yf_day_is_known (self->day) ? yf_day_to_string (self->day) : g_strdup ("");

  self->showing = TRUE;
  gtk_editable_set_text (self->entry, text);
  gtk_check_button_set_active (self->unknown, self->day == YF_DAY_UNKNOWN);
  gtk_widget_set_sensitive (GTK_WIDGET (self->entry), self->day != YF_DAY_UNKNOWN);
  gtk_widget_set_sensitive (self->calendar_button, self->day != YF_DAY_UNKNOWN);
  gtk_widget_set_sensitive (self->clear, self->day != YF_DAY_NONE);
  self->showing = FALSE;
}

static void
take (YfDateRow *self,
      YfDay      day)
{
  gboolean changed = self->day != day;

  self->day = day;
  yf_date_row_set_error (self, NULL);
  show_day (self);
  if (changed)
    g_signal_emit (self, signals[COMMITTED], 0);
}

static void
commit_cb (YfDateRow *self)
{
  if (!self->showing)
    yf_date_row_commit (self);
}

static void
typed_cb (YfDateRow *self)
{
  YfDay day;

  if (self->showing)
    return;

  /* Nothing is said against a date while it is being typed; a whole one is
   * taken at once, so that no Enter is needed. */
  if (gtk_widget_is_visible (self->error_box))
    yf_date_row_set_error (self, NULL);
  if (strlen (gtk_editable_get_text (self->entry)) == ISO_LENGTH &&
      yf_day_parse (gtk_editable_get_text (self->entry), &day) &&
      day != self->day)
    {
      self->day = day;
      gtk_widget_set_sensitive (self->clear, TRUE);
      g_signal_emit (self, signals[COMMITTED], 0);
    }
}

static void
open_calendar_cb (YfDateRow *self)
{
  g_autofree char *text = NULL;
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) date = NULL;
  g_autofree char *stamp = NULL;

  if (!yf_day_is_known (self->day))
    return;

  text = yf_day_to_string (self->day);
  stamp = g_strdup_printf ("%sT12:00:00", text);
  date = g_date_time_new_from_iso8601 (stamp, zone);
  if (date)
    gtk_calendar_select_day (self->calendar, date);
}

static void
choose_cb (YfDateRow *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);
  g_autofree char *text = g_date_time_format (date, "%Y-%m-%d");
  YfDay day;

  gtk_popover_popdown (self->popover);
  if (yf_day_parse (text, &day))
    take (self, day);
}

static void
clear_cb (YfDateRow *self)
{
  take (self, YF_DAY_NONE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
unknown_cb (YfDateRow *self)
{
  if (!self->showing)
    take (self, gtk_check_button_get_active (self->unknown) ? YF_DAY_UNKNOWN : YF_DAY_NONE);
}

static void
title_cb (YfDateRow *self)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));
  /* Translators: what a screen reader says of a button; %s is the date it belongs to, such as "The day it eased" */
  g_autofree char *choose = g_strdup_printf (_("%s: choose the day from a calendar"), title);
  /* Translators: what a screen reader says of a button; %s is the date it belongs to, such as "The day it eased" */
  g_autofree char *clear = g_strdup_printf (_("%s: clear the date"), title);
  /* Translators: what a screen reader says of a check box; %s is the date it belongs to, such as "The day it began" */
  g_autofree char *unknown = g_strdup_printf (_("%s: I don’t know when"), title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->calendar_button), GTK_ACCESSIBLE_PROPERTY_LABEL, choose, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->calendar), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->clear), GTK_ACCESSIBLE_PROPERTY_LABEL, clear, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->unknown), GTK_ACCESSIBLE_PROPERTY_LABEL, unknown, -1);
}

static void
get_property (GObject    *object,
              guint       id,
              GValue     *value,
              GParamSpec *pspec)
{
  YfDateRow *self = YF_DATE_ROW (object);

  switch (id)
    {
    case PROP_ALLOW_UNKNOWN:
      g_value_set_boolean (value, self->allow_unknown);
      break;
    case PROP_HINT:
      g_value_set_string (value, self->hint_text);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_property (GObject      *object,
              guint         id,
              const GValue *value,
              GParamSpec   *pspec)
{
  YfDateRow *self = YF_DATE_ROW (object);

  switch (id)
    {
    case PROP_ALLOW_UNKNOWN:
      self->allow_unknown = g_value_get_boolean (value);
      break;
    case PROP_HINT:
      g_free (self->hint_text);
      self->hint_text = g_value_dup_string (value);
      if (self->hint)
        gtk_widget_set_visible (self->hint, self->hint_text != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
finalize (GObject *object)
{
  YfDateRow *self = YF_DATE_ROW (object);

  g_clear_pointer (&self->hint_text, g_free);

  G_OBJECT_CLASS (yf_date_row_parent_class)->finalize (object);
}

static void
yf_date_row_class_init (YfDateRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = get_property;
  object_class->set_property = set_property;
  object_class->finalize = finalize;

  properties[PROP_ALLOW_UNKNOWN] =
    g_param_spec_boolean ("allow-unknown", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_HINT] =
    g_param_spec_string ("hint", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[COMMITTED] =
    g_signal_new ("committed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-date-row.ui");
  gtk_widget_class_bind_template_child (widget_class, YfDateRow, hint);
  gtk_widget_class_bind_template_child (widget_class, YfDateRow, entry);
  gtk_widget_class_bind_template_child (widget_class, YfDateRow, calendar_button);
  gtk_widget_class_bind_template_child (widget_class, YfDateRow, popover);
  gtk_widget_class_bind_template_child (widget_class, YfDateRow, calendar);
  gtk_widget_class_bind_template_child (widget_class, YfDateRow, clear);
  gtk_widget_class_bind_template_child (widget_class, YfDateRow, unknown);
  gtk_widget_class_bind_template_child (widget_class, YfDateRow, error_box);
  gtk_widget_class_bind_template_child (widget_class, YfDateRow, error);
  gtk_widget_class_bind_template_callback (widget_class, commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_calendar_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, unknown_cb);
}

static void
yf_date_row_init (YfDateRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::title", G_CALLBACK (title_cb), NULL);
  show_day (self);
}

/**
 * yf_date_row_get_day:
 *
 * Returns: the day that was last taken, %YF_DAY_UNKNOWN or %YF_DAY_NONE
 */
YfDay
yf_date_row_get_day (YfDateRow *self)
{
  g_return_val_if_fail (YF_IS_DATE_ROW (self), YF_DAY_NONE);

  return self->day;
}

/**
 * yf_date_row_set_day:
 * @day: the day to show
 *
 * Shows a day. `committed` is not emitted.
 */
void
yf_date_row_set_day (YfDateRow *self,
                     YfDay      day)
{
  g_return_if_fail (YF_IS_DATE_ROW (self));

  self->day = day;
  yf_date_row_set_error (self, NULL);
  show_day (self);
}

/**
 * yf_date_row_commit:
 *
 * Takes what was typed, or marks it as wrong.
 *
 * Returns: whether it is a day, or nothing
 */
gboolean
yf_date_row_commit (YfDateRow *self)
{
  const char *text;
  YfDay day;

  g_return_val_if_fail (YF_IS_DATE_ROW (self), FALSE);

  if (self->day == YF_DAY_UNKNOWN)
    return TRUE;

  text = gtk_editable_get_text (self->entry);
  if (*text == '\0')
    {
      if (self->day != YF_DAY_NONE)
        take (self, YF_DAY_NONE);
      return !gtk_widget_is_visible (self->error_box);
    }
  if (!yf_day_parse (text, &day))
    {
      yf_date_row_set_error (self, _("This is not a date. Write year, month and day, for instance 2026-03-09. It has not been saved."));
      return FALSE;
    }
  if (day != self->day)
    take (self, day);

  return !gtk_widget_is_visible (self->error_box);
}

/**
 * yf_date_row_commit_past:
 * @today: the day after which nothing can have happened
 *
 * Takes what was typed, or marks it as wrong; a day that has not come is
 * wrong. The keyboard goes to what is wrong.
 *
 * Returns: whether it is a day that has come, or nothing
 */
gboolean
yf_date_row_commit_past (YfDateRow *self,
                         YfDay      today)
{
  g_return_val_if_fail (YF_IS_DATE_ROW (self), FALSE);

  if (yf_date_row_commit (self))
    {
      if (!yf_day_is_known (self->day) || self->day <= today)
        return TRUE;
      yf_date_row_set_error (self, _("This day lies in the future."));
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));

  return FALSE;
}

/**
 * yf_date_row_set_error:
 * @message: (nullable): what is wrong, or %NULL
 *
 * Marks what is in the row as wrong, with a sentence that says why.
 */
void
yf_date_row_set_error (YfDateRow  *self,
                       const char *message)
{
  g_return_if_fail (YF_IS_DATE_ROW (self));

  gtk_widget_set_visible (self->error_box, message != NULL);
  gtk_label_set_label (self->error, message ? message : "");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               message ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  message ? message : "", -1);
  if (message)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
}
