/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "yf-volume-row.h"

struct _YfVolumeRow
{
  AdwPreferencesRow parent_instance;

  GtkLabel *title;
  GtkLabel *value;
  GtkScale *scale;
};

G_DEFINE_FINAL_TYPE (YfVolumeRow, yf_volume_row, ADW_TYPE_PREFERENCES_ROW)

/* One press of an arrow key. */
#define STEP 0.05

static void
changed_cb (YfVolumeRow *self)
{
  int percent = (int) lround (gtk_range_get_value (GTK_RANGE (self->scale)) * 100);
  /* Translators: how loud something is; %d is a number from 0 to 100 */
  g_autofree char *text = g_strdup_printf (_("%d %%"), percent);

  gtk_label_set_label (self->value, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
}

static void
yf_volume_row_class_init (YfVolumeRowClass *klass)
{
}

static void
yf_volume_row_init (YfVolumeRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->title = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->title, 0);
  gtk_label_set_wrap (self->title, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  self->value = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->value), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->value), "dim-label");
  self->scale = GTK_SCALE (gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 0, 1, STEP));
  gtk_scale_set_draw_value (self->scale, FALSE);

  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->value));
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->scale));
  gtk_widget_add_css_class (box, "in-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  g_signal_connect_object (self->scale, "value-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * yf_volume_row_new:
 * @title: what it is the volume of
 * @preferences: where it is kept
 * @property: under which name
 *
 * Returns: (transfer floating): a row that sets it
 */
GtkWidget *
yf_volume_row_new (const char    *title,
                   YfPreferences *preferences,
                   const char    *property)
{
  YfVolumeRow *self = g_object_new (YF_TYPE_VOLUME_ROW, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  gtk_label_set_label (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_bind_property (preferences, property, gtk_range_get_adjustment (GTK_RANGE (self->scale)), "value",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  changed_cb (self);

  return GTK_WIDGET (self);
}
