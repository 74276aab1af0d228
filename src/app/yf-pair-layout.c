/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-pair-layout.h"

/**
 * YfPairLayout:
 *
 * Gives its children equal shares, beside each other or one above the other,
 * whichever leaves more room for a two-digit number.
 */
struct _YfPairLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (YfPairLayout, yf_pair_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
count_children (GtkWidget *widget)
{
  int n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    n += gtk_widget_should_layout (child);

  return n;
}

static gboolean
fits (GtkWidget *widget,
      int        height)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      int minimum;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, &minimum, NULL, NULL, NULL);
      if (minimum > height)
        return FALSE;
    }

  return TRUE;
}

static GtkSizeRequestMode
get_request_mode (GtkLayoutManager *manager,
                  GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
measure (GtkLayoutManager *manager,
         GtkWidget        *widget,
         GtkOrientation    orientation,
         int               for_size,
         int              *minimum,
         int              *natural,
         int              *minimum_baseline,
         int              *natural_baseline)
{
  int n = MAX (count_children (widget), 1);

  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
  /* At the least they stand beside each other: what is under them, the
   * buttons, must never be pushed out of the window. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *minimum * n + YF_PAIR_LAYOUT_SPACING * (n - 1);
      *natural = MAX (*minimum, *natural);
    }
  *minimum_baseline = *natural_baseline = -1;
}

static void
allocate (GtkLayoutManager *manager,
          GtkWidget        *widget,
          int               width,
          int               height,
          int               baseline)
{
  int n = MAX (count_children (widget), 1);
  int beside = (width - YF_PAIR_LAYOUT_SPACING * (n - 1)) / n;
  int above = (height - YF_PAIR_LAYOUT_SPACING * (n - 1)) / n;
  gboolean stacked = fits (widget, above) && MIN (width / YF_PAIR_LAYOUT_ASPECT, above) > MIN (beside / YF_PAIR_LAYOUT_ASPECT, height);
  int position = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation allocation = { 0, 0, width, height };

      if (!gtk_widget_should_layout (child))
        continue;
      if (stacked)
        {
          allocation.y = position;
          allocation.height = above;
          position += above + YF_PAIR_LAYOUT_SPACING;
        }
      else
        {
          allocation.x = position;
          allocation.width = beside;
          position += beside + YF_PAIR_LAYOUT_SPACING;
          if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
            allocation.x = width - allocation.x - beside;
        }
      gtk_widget_size_allocate (child, &allocation, -1);
    }
}

static void
yf_pair_layout_class_init (YfPairLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = get_request_mode;
  layout_class->measure = measure;
  layout_class->allocate = allocate;
}

static void
yf_pair_layout_init (YfPairLayout *self)
{
}
