/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "yf-chart-view.h"
#include "yf-style.h"

struct _YfChartView
{
  GtkWidget parent_instance;

  YfChart *chart;
  int      point; /* or YF_CHART_NO_POINT */
  gboolean keyed; /* whether the keyboard chose it */
  gboolean known; /* whether it is known where the pointer is: */
  double   pointer_x, pointer_y; /* in the window */
};

G_DEFINE_FINAL_TYPE (YfChartView, yf_chart_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_CHART,
  PROP_POINT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* Narrower than this no chart can be read, in pixels. */
#define MIN_WIDTH     240
#define NATURAL_WIDTH 640

/* What a screen reader says: the whole first, then the point that is chosen. */
static void
update_label (YfChartView *self)
{
  g_autofree char *label = NULL;

  if (self->chart == NULL)
    return;

  if (self->point == YF_CHART_NO_POINT)
    /* Translators: the title of a chart, and a sentence that sums it up */
    label = g_strdup_printf (_("%s. %s"), yf_chart_get_title (self->chart), yf_chart_get_summary (self->chart));
  else
    label = g_strdup (yf_chart_get_point_text (self->chart, (guint) self->point));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
set_point (YfChartView *self,
           int          point)
{
  if (self->point == point)
    return;

  self->point = point;
  update_label (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_POINT]);
}

static void
get_canvas (YfChartView *self,
            cairo_t     *cairo,
            YfCanvas    *canvas)
{
  canvas->cairo = cairo;
  canvas->context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  canvas->width = gtk_widget_get_width (GTK_WIDGET (self));
  canvas->height = gtk_widget_get_height (GTK_WIDGET (self));
  canvas->palette = yf_style_get_palette (GTK_WIDGET (self));
}

static void
point_at (YfChartView *self,
          double       x,
          double       y)
{
  YfCanvas canvas;

  self->keyed = FALSE;
  get_canvas (self, NULL, &canvas);
  set_point (self, yf_chart_find_point (self->chart, &canvas, x, y));
}

static void
motion_cb (YfChartView        *self,
           double              x,
           double              y,
           GtkEventController *controller)
{
  GdkEvent *event = gtk_event_controller_get_current_event (controller);
  double pointer_x = x, pointer_y = y;
  gboolean moved;

  /* GTK also tells of a pointer that lies still when something moves under it;
   * that must not take away what the keyboard has chosen. */
  if (event)
    gdk_event_get_position (event, &pointer_x, &pointer_y);
  moved = self->known ? pointer_x != self->pointer_x || pointer_y != self->pointer_y : !self->keyed;
  self->known = TRUE;
  self->pointer_x = pointer_x;
  self->pointer_y = pointer_y;
  if (moved)
    point_at (self, x, y);
}

static void
leave_cb (YfChartView *self)
{
  self->known = FALSE;
  if (!gtk_widget_has_focus (GTK_WIDGET (self)))
    set_point (self, YF_CHART_NO_POINT);
}

static void
pressed_cb (YfChartView *self,
            int          n_press,
            double       x,
            double       y)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  point_at (self, x, y);
}

static gboolean
key_pressed_cb (YfChartView           *self,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                GtkEventControllerKey *controller)
{
  int last = (int) yf_chart_get_n_points (self->chart) - 1;
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int point;

  if (last < 0 || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      point = rtl ? self->point + 1 : self->point - 1;
      break;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      point = rtl ? self->point - 1 : self->point + 1;
      break;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      point = 0;
      break;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      point = last;
      break;
    case GDK_KEY_Escape:
      if (self->point == YF_CHART_NO_POINT)
        return GDK_EVENT_PROPAGATE;
      set_point (self, YF_CHART_NO_POINT);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }

  self->keyed = TRUE;
  /* From no point, back leads to the latest, which is asked for most. */
  if (self->point == YF_CHART_NO_POINT && point < 0)
    point = last;
  set_point (self, CLAMP (point, 0, last));

  return GDK_EVENT_STOP;
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
  YfChartView *self = YF_CHART_VIEW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }

  *minimum = (int) (yf_chart_measure (self->chart, gtk_widget_get_pango_context (widget),
                                      for_size >= 0 ? for_size : NATURAL_WIDTH) + 0.999);
  *natural = *minimum;
}

static void
snapshot (GtkWidget   *widget,
          GtkSnapshot *snapshot)
{
  YfChartView *self = YF_CHART_VIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  YfCanvas canvas;
  cairo_t *cairo;

  if (width <= 0 || height <= 0)
    return;

  cairo = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  get_canvas (self, cairo, &canvas);
  yf_chart_draw (self->chart, &canvas, self->point);
  cairo_destroy (cairo);
}

static void
get_property (GObject    *object,
              guint       id,
              GValue     *value,
              GParamSpec *pspec)
{
  YfChartView *self = YF_CHART_VIEW (object);

  switch (id)
    {
    case PROP_CHART:
      g_value_set_boxed (value, self->chart);
      break;
    case PROP_POINT:
      g_value_set_int (value, self->point);
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
  YfChartView *self = YF_CHART_VIEW (object);

  switch (id)
    {
    case PROP_CHART:
      self->chart = g_value_dup_boxed (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
constructed (GObject *object)
{
  YfChartView *self = YF_CHART_VIEW (object);
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  G_OBJECT_CLASS (yf_chart_view_parent_class)->constructed (object);

  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  update_label (self);
}

static void
finalize (GObject *object)
{
  YfChartView *self = YF_CHART_VIEW (object);

  g_clear_pointer (&self->chart, yf_chart_unref);

  G_OBJECT_CLASS (yf_chart_view_parent_class)->finalize (object);
}

static void
yf_chart_view_class_init (YfChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = get_property;
  object_class->set_property = set_property;
  object_class->constructed = constructed;
  object_class->finalize = finalize;
  widget_class->get_request_mode = get_request_mode;
  widget_class->measure = measure;
  widget_class->snapshot = snapshot;

  properties[PROP_CHART] = g_param_spec_boxed ("chart", NULL, NULL, YF_TYPE_CHART,
                                               flags | G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_POINT] = g_param_spec_int ("point", NULL, NULL, YF_CHART_NO_POINT, G_MAXINT, YF_CHART_NO_POINT,
                                             flags | G_PARAM_READABLE);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
yf_chart_view_init (YfChartView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->point = YF_CHART_NO_POINT;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * yf_chart_view_new:
 * @chart: a chart
 *
 * Returns: (transfer floating): a widget that shows it
 */
GtkWidget *
yf_chart_view_new (YfChart *chart)
{
  return g_object_new (YF_TYPE_CHART_VIEW, "chart", chart, NULL);
}

YfChart *
yf_chart_view_get_chart (YfChartView *self)
{
  g_return_val_if_fail (YF_IS_CHART_VIEW (self), NULL);

  return self->chart;
}

/**
 * yf_chart_view_get_point:
 * @self: a view
 *
 * Returns: the point that is chosen, or %YF_CHART_NO_POINT
 */
int
yf_chart_view_get_point (YfChartView *self)
{
  g_return_val_if_fail (YF_IS_CHART_VIEW (self), YF_CHART_NO_POINT);

  return self->point;
}
