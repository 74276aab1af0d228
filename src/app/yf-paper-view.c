/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-paper-view.h"

struct _YfPaperView
{
  GtkWidget parent_instance;

  YfReportPages *pages; /* NULL while it is being made */
  guint          page;
};

G_DEFINE_FINAL_TYPE (YfPaperView, yf_paper_view, GTK_TYPE_WIDGET)

/* In pixels: what a page is wide where there is room. */
#define MIN_WIDTH     200
#define NATURAL_WIDTH 600

/* A4: before there is a page, its place is kept. */
#define EMPTY_RATIO (297.0 / 210.0)

static double
get_ratio (YfPaperView *self)
{
  return self->pages != NULL ? yf_report_pages_get_height (self->pages) / yf_report_pages_get_width (self->pages)
                             : EMPTY_RATIO;
}

static void
update_label (YfPaperView *self)
{
  g_autofree char *label = NULL;

  if (self->pages != NULL)
    /* Translators: the number of a page of the report, and how many there are */
    label = g_strdup_printf (_("Page %u of %u of the report"), self->page + 1, yf_report_pages_get_n (self->pages));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label != NULL ? label : _("The report is being made"), -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure (GtkWidget      *widget,
         GtkOrientation  orientation,
         int             for_size,
         int            *minimum,
         int            *natural,
         int            *minimum_baseline,
         int            *natural_baseline)
{
  YfPaperView *self = YF_PAPER_VIEW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }

  *minimum = (int) ((for_size >= 0 ? for_size : NATURAL_WIDTH) * get_ratio (self) + 0.5);
  *natural = *minimum;
}

static void
snapshot (GtkWidget   *widget,
          GtkSnapshot *snapshot)
{
  YfPaperView *self = YF_PAPER_VIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  cairo_t *cairo;

  if (width <= 0 || height <= 0)
    return;

  /* Paper is white on a dark screen too. */
  cairo = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_paint (cairo);
  if (self->pages != NULL)
    {
      double scale = width / yf_report_pages_get_width (self->pages);

      cairo_scale (cairo, scale, scale);
      yf_report_pages_draw (self->pages, self->page, cairo);
    }
  cairo_destroy (cairo);
}

static void
dispose (GObject *object)
{
  YfPaperView *self = YF_PAPER_VIEW (object);

  g_clear_object (&self->pages);

  G_OBJECT_CLASS (yf_paper_view_parent_class)->dispose (object);
}

static void
yf_paper_view_class_init (YfPaperViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  widget_class->get_request_mode = get_request_mode;
  widget_class->measure = measure;
  widget_class->snapshot = snapshot;

  gtk_widget_class_set_css_name (widget_class, "paper");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
yf_paper_view_init (YfPaperView *self)
{
  update_label (self);
}

GtkWidget *
yf_paper_view_new (void)
{
  return g_object_new (YF_TYPE_PAPER_VIEW, NULL);
}

/**
 * yf_paper_view_set_pages:
 * @self: a view
 * @pages: (nullable): what is shown, from its first page on; %NULL for an empty
 *   sheet
 */
void
yf_paper_view_set_pages (YfPaperView   *self,
                         YfReportPages *pages)
{
  g_return_if_fail (YF_IS_PAPER_VIEW (self));

  g_set_object (&self->pages, pages);
  self->page = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  update_label (self);
}

void
yf_paper_view_set_page (YfPaperView *self,
                        guint        page)
{
  g_return_if_fail (YF_IS_PAPER_VIEW (self));
  g_return_if_fail (self->pages != NULL && page < yf_report_pages_get_n (self->pages));

  self->page = page;
  update_label (self);
}

guint
yf_paper_view_get_page (YfPaperView *self)
{
  g_return_val_if_fail (YF_IS_PAPER_VIEW (self), 0);

  return self->page;
}
