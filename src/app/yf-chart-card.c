/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-chart-card.h"
#include "yf-chart-view.h"

struct _YfChartCard
{
  GtkWidget parent_instance;

  GtkLabel  *title;
  GtkWidget *table;
  GtkBox    *place;
  GtkLabel  *value;

  YfChart   *chart;
};

G_DEFINE_FINAL_TYPE (YfChartCard, yf_chart_card, GTK_TYPE_WIDGET)

enum
{
  TABLE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
table_cb (YfChartCard *self)
{
  g_signal_emit (self, signals[TABLE], 0, self->chart);
}

/* Without a point the line says what the chart says. */
static void
update_value (YfChartCard *self,
              GParamSpec  *pspec,
              YfChartView *view)
{
  int point = yf_chart_view_get_point (view);

  gtk_label_set_label (self->value,
                       point == YF_CHART_NO_POINT ? yf_chart_get_summary (self->chart)
                                                  : yf_chart_get_point_text (self->chart, (guint) point));
  if (point == YF_CHART_NO_POINT)
    gtk_widget_add_css_class (GTK_WIDGET (self->value), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->value), "dim-label");
}

static void
fill (YfChartCard *self)
{
  g_autofree char *table = NULL;
  GtkWidget *view;

  gtk_label_set_label (self->title, yf_chart_get_title (self->chart));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  yf_chart_get_title (self->chart), -1);

  if (yf_chart_is_empty (self->chart))
    {
      gtk_label_set_label (self->value, yf_chart_get_empty_text (self->chart));
      gtk_widget_add_css_class (GTK_WIDGET (self->value), "dim-label");
      gtk_widget_set_visible (self->table, FALSE);
      return;
    }

  /* Translators: the title of a chart */
  table = g_strdup_printf (_("Show “%s” as a Table"), yf_chart_get_title (self->chart));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_PROPERTY_LABEL, table, -1);

  view = yf_chart_view_new (self->chart);
  g_signal_connect_object (view, "notify::point", G_CALLBACK (update_value), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->place, view);
  update_value (self, NULL, YF_CHART_VIEW (view));
}

static void
dispose (GObject *object)
{
  YfChartCard *self = YF_CHART_CARD (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
  g_clear_pointer (&self->chart, yf_chart_unref);

  G_OBJECT_CLASS (yf_chart_card_parent_class)->dispose (object);
}

static void
yf_chart_card_class_init (YfChartCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;

  signals[TABLE] = g_signal_new ("table", YF_TYPE_CHART_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, YF_TYPE_CHART | G_SIGNAL_TYPE_STATIC_SCOPE);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-chart-card.ui");
  gtk_widget_class_bind_template_child (widget_class, YfChartCard, title);
  gtk_widget_class_bind_template_child (widget_class, YfChartCard, table);
  gtk_widget_class_bind_template_child (widget_class, YfChartCard, place);
  gtk_widget_class_bind_template_child (widget_class, YfChartCard, value);
  gtk_widget_class_bind_template_callback (widget_class, table_cb);
}

static void
yf_chart_card_init (YfChartCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yf_chart_card_new:
 * @chart: a chart
 *
 * Returns: (transfer floating): a card with it
 */
GtkWidget *
yf_chart_card_new (YfChart *chart)
{
  YfChartCard *self = g_object_new (YF_TYPE_CHART_CARD, NULL);

  self->chart = yf_chart_ref (chart);
  fill (self);

  return GTK_WIDGET (self);
}
