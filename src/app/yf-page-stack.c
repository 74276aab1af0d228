/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-page-stack.h"
#include "yf-present.h"

struct _YfPageStack
{
  AdwBin parent_instance;

  AdwLeaflet *leaflet;
  GtkWidget  *main;
  GPtrArray  *pages;   /* GtkWidget, unowned: the way from the main page to the one that shows */
};

G_DEFINE_FINAL_TYPE (YfPageStack, yf_page_stack, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_MAIN,
  N_PROPS,
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* Children of the leaflet that are no longer on the way stay until they have
 * slid out of sight. */
static void
prune (YfPageStack *self)
{
  GtkWidget *child, *next;

  if (adw_leaflet_get_child_transition_running (self->leaflet))
    return;

  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->leaflet)); child; child = next)
    {
      next = gtk_widget_get_next_sibling (child);
      if (child != self->main && !g_ptr_array_find (self->pages, child, NULL))
        adw_leaflet_remove (self->leaflet, child);
    }
}

static void
show_last (YfPageStack *self)
{
  GtkWidget *page = yf_page_stack_get_page (self);

  adw_leaflet_set_visible_child (self->leaflet, page);
  /* Who presses twice in a hurry must not press again on a page that slides away. */
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->leaflet)); child;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_can_target (child, child == page);
  g_signal_emit (self, signals[CHANGED], 0);
  if (page != self->main)
    yf_page_focus_first (YF_PAGE (page));
  prune (self);
}

static void
set_property (GObject      *object,
              guint         id,
              const GValue *value,
              GParamSpec   *pspec)
{
  YfPageStack *self = YF_PAGE_STACK (object);

  switch (id)
    {
    case PROP_MAIN:
      self->main = g_value_get_object (value);
      yf_present_while_mapped (self->main);
      adw_leaflet_append (self->leaflet, self->main);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
finalize (GObject *object)
{
  g_ptr_array_unref (YF_PAGE_STACK (object)->pages);

  G_OBJECT_CLASS (yf_page_stack_parent_class)->finalize (object);
}

static void
yf_page_stack_class_init (YfPageStackClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = set_property;
  object_class->finalize = finalize;

  /**
   * YfPageStack:main:
   *
   * The main page, set once.
   */
  properties[PROP_MAIN] = g_param_spec_object ("main", NULL, NULL, GTK_TYPE_WIDGET,
                                               G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
yf_page_stack_init (YfPageStack *self)
{
  self->pages = g_ptr_array_new ();
  self->leaflet = ADW_LEAFLET (adw_leaflet_new ());
  adw_leaflet_set_can_unfold (self->leaflet, FALSE);
  adw_leaflet_set_transition_type (self->leaflet, ADW_LEAFLET_TRANSITION_TYPE_SLIDE);
  g_signal_connect_object (self->leaflet, "notify::child-transition-running", G_CALLBACK (prune), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->leaflet));
}

/**
 * yf_page_stack_get_page:
 * @self: a stack of pages
 *
 * Returns: (transfer none): the page that shows
 */
GtkWidget *
yf_page_stack_get_page (YfPageStack *self)
{
  g_return_val_if_fail (YF_IS_PAGE_STACK (self), NULL);

  return self->pages->len > 0 ? g_ptr_array_index (self->pages, self->pages->len - 1) : self->main;
}

/**
 * yf_page_stack_is_home:
 * @self: a stack of pages
 *
 * Returns: whether the main page shows
 */
gboolean
yf_page_stack_is_home (YfPageStack *self)
{
  g_return_val_if_fail (YF_IS_PAGE_STACK (self), TRUE);

  return self->pages->len == 0;
}

/**
 * yf_page_stack_push:
 * @self: a stack of pages
 * @page: a #YfPage
 *
 * Shows a page from which "back" leads to the one before it.
 */
void
yf_page_stack_push (YfPageStack *self,
                    GtkWidget   *page)
{
  g_return_if_fail (YF_IS_PAGE_STACK (self));
  g_return_if_fail (YF_IS_PAGE (page));

  yf_present_while_mapped (page);
  adw_leaflet_append (self->leaflet, page);
  g_ptr_array_add (self->pages, page);
  show_last (self);
}

/**
 * yf_page_stack_replace:
 * @self: a stack of pages
 * @page: a #YfPage
 *
 * Shows a page from which "back" leads to the main page.
 */
void
yf_page_stack_replace (YfPageStack *self,
                       GtkWidget   *page)
{
  g_return_if_fail (YF_IS_PAGE_STACK (self));

  g_ptr_array_set_size (self->pages, 0);
  yf_page_stack_push (self, page);
}

/**
 * yf_page_stack_pop:
 * @self: a stack of pages
 *
 * Goes back to the page before the one that shows, if there is one.
 */
void
yf_page_stack_pop (YfPageStack *self)
{
  g_return_if_fail (YF_IS_PAGE_STACK (self));

  if (self->pages->len == 0)
    return;

  g_ptr_array_set_size (self->pages, (int) self->pages->len - 1);
  show_last (self);
}

/**
 * yf_page_stack_go_home:
 * @self: a stack of pages
 *
 * Goes back to the main page.
 */
void
yf_page_stack_go_home (YfPageStack *self)
{
  g_return_if_fail (YF_IS_PAGE_STACK (self));

  g_ptr_array_set_size (self->pages, 0);
  show_last (self);
}
