/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-chart-table-page.h"
#include "yf-page.h"

/**
 * YfChartTablePage:
 *
 * All that a chart shows, as a table: for whoever wants the numbers, and for
 * whoever cannot see the picture.
 */
struct _YfChartTablePage
{
  AdwBin parent_instance;

  AdwWindowTitle *title;
  GtkWidget      *back;
  GtkColumnView  *view;

  YfChart        *chart;
};

/* In a cell with nothing in it. */
#define NOTHING "–"

static void page_init (YfPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (YfChartTablePage, yf_chart_table_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (YF_TYPE_PAGE, page_init))

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (item, label);
}

/* The keyboard goes from row to row, so that a row says what is in its cells. */
static void
name_row (YfChartTablePage *self,
          GtkWidget        *label,
          guint             row)
{
  GtkWidget *cell = gtk_widget_get_parent (label);
  GtkWidget *widget = cell ? gtk_widget_get_parent (cell) : NULL;
  g_autoptr (GString) name = g_string_new (NULL);

  if (widget == NULL)
    return;

  for (guint i = 0; i < yf_chart_get_n_columns (self->chart); i++)
    {
      const char *text = yf_chart_get_cell (self->chart, row, i);

      if (text[0] != '\0')
        g_string_append_printf (name, "%s%s: %s", name->len > 0 ? "; " : "", yf_chart_get_column (self->chart, i),
                                text);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
}

/* A row of the model is the number of a row of the table. */
static void
bind_cb (YfChartTablePage         *self,
         GtkListItem              *item,
         GtkSignalListItemFactory *factory)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));
  guint row = gtk_list_item_get_position (item);
  const char *text = yf_chart_get_cell (self->chart, row, column);
  GtkWidget *label = gtk_list_item_get_child (item);

  /* A screen reader would read out the type of a label without text. */
  gtk_label_set_label (GTK_LABEL (label), text[0] != '\0' ? text : NOTHING);
  if (column == 0)
    name_row (self, label, row);
}

static void
add_column (YfChartTablePage *self,
            guint             index)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (index));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  column = gtk_column_view_column_new (yf_chart_get_column (self->chart, index), factory);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, index + 1 == yf_chart_get_n_columns (self->chart));
  gtk_column_view_append_column (self->view, column);
}

static void
fill (YfChartTablePage *self)
{
  g_autoptr (GtkStringList) rows = gtk_string_list_new (NULL);
  guint n_rows = yf_chart_get_n_rows (self->chart);
  g_autofree char *subtitle = NULL;

  for (guint i = 0; i < n_rows; i++)
    gtk_string_list_append (rows, "");
  for (guint i = 0; i < yf_chart_get_n_columns (self->chart); i++)
    add_column (self, i);
  gtk_column_view_set_model (self->view,
                             GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&rows)))));

  /* Translators: %u is how many rows a table has */
  subtitle = g_strdup_printf (ngettext ("%u row", "%u rows", n_rows), n_rows);
  adw_window_title_set_title (self->title, yf_chart_get_title (self->chart));
  adw_window_title_set_subtitle (self->title, subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  yf_chart_get_title (self->chart), -1);
  for (GtkWidget *part = gtk_widget_get_first_child (GTK_WIDGET (self->view)); part;
       part = gtk_widget_get_next_sibling (part)) /* the heads of the columns, and the rows */
    gtk_accessible_update_property (GTK_ACCESSIBLE (part), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    yf_chart_get_title (self->chart), -1);
}

static void
focus_first (YfPage *page)
{
  gtk_widget_grab_focus (YF_CHART_TABLE_PAGE (page)->back);
}

static void
page_init (YfPageInterface *iface)
{
  iface->focus_first = focus_first;
}

static void
dispose (GObject *object)
{
  YfChartTablePage *self = YF_CHART_TABLE_PAGE (object);

  g_clear_pointer (&self->chart, yf_chart_unref);

  G_OBJECT_CLASS (yf_chart_table_page_parent_class)->dispose (object);
}

static void
yf_chart_table_page_class_init (YfChartTablePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-chart-table-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YfChartTablePage, title);
  gtk_widget_class_bind_template_child (widget_class, YfChartTablePage, back);
  gtk_widget_class_bind_template_child (widget_class, YfChartTablePage, view);
}

static void
yf_chart_table_page_init (YfChartTablePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yf_chart_table_page_new:
 * @chart: a chart
 *
 * Returns: (transfer floating): a page with its table
 */
GtkWidget *
yf_chart_table_page_new (YfChart *chart)
{
  YfChartTablePage *self = g_object_new (YF_TYPE_CHART_TABLE_PAGE, NULL);

  self->chart = yf_chart_ref (chart);
  fill (self);

  return GTK_WIDGET (self);
}
