/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-learn-page.h"
#include "yf-present.h"
#include "yf-rows.h"

/**
 * YfLearnPage:
 *
 * The pages there are to read, on shelves, and a search over them.
 */
struct _YfLearnPage
{
  AdwBin parent_instance;

  GtkSearchEntry    *search;
  GtkStack          *stack;
  GtkScrolledWindow *scroller;
  GtkBox            *shelves;
  GtkWidget         *heading;
  GtkLabel          *found;

  GPtrArray         *groups;   /* AdwPreferencesGroup, unowned: one a topic */
  GPtrArray         *rows;     /* AdwActionRow, unowned, as they stand on the shelves */
  GtkWidget         *left;     /* unowned: the row whose page is being read, to come back to */
};

G_DEFINE_FINAL_TYPE (YfLearnPage, yf_learn_page, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const YfTopic topics[] = {
  YF_TOPIC_DAY, YF_TOPIC_COURSE, YF_TOPIC_SIGNS, YF_TOPIC_DOCTOR, YF_TOPIC_MYTHS,
};

static YfReading *
get_reading (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "reading");
}

static void
open_row (YfLearnPage *self,
          GtkWidget   *row)
{
  self->left = row;
  g_signal_emit (self, signals[CHOSEN], 0, get_reading (row));
}

static void
activated_cb (YfLearnPage  *self,
              AdwActionRow *row)
{
  open_row (self, GTK_WIDGET (row));
}

static void
search_cb (YfLearnPage *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  gboolean searching = *words != '\0';
  guint n_found = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->groups->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->groups, i), FALSE);

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      YfReading *reading = get_reading (row);
      gboolean matches = yf_reading_matches (reading, words);

      gtk_widget_set_visible (row, matches);
      if (!matches)
        continue;
      gtk_widget_set_visible (g_ptr_array_index (self->groups, yf_reading_get_topic (reading)), TRUE);
      n_found++;
    }

  /* Translators: %u is how many of the pages to read have the words that are searched for */
  text = g_strdup_printf (ngettext ("%u page has these words.", "%u pages have these words.", n_found), n_found);
  gtk_label_set_label (self->found, text);
  gtk_widget_set_visible (GTK_WIDGET (self->found), searching);
  gtk_widget_set_visible (self->heading, !searching);
  gtk_stack_set_visible_child_name (self->stack, n_found > 0 ? "list" : "empty");
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
stop_search_cb (YfLearnPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/* Return in the search opens the first page that was found. */
static void
open_first_cb (YfLearnPage *self)
{
  /* What was typed last may not have been looked for yet. */
  search_cb (self);

  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) == '\0')
    return;

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (gtk_widget_get_visible (row))
        {
          open_row (self, row);
          return;
        }
    }
}

/* A letter typed anywhere on the page begins a search. The search entry's own
 * way of capturing keys would take Return and space from the rows as well. */
static gboolean
key_cb (YfLearnPage           *self,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        GtkEventControllerKey *controller)
{
  GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->search)));

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK) ||
      !g_unichar_isgraph (gdk_keyval_to_unicode (keyval)) || gtk_widget_has_focus (text))
    return GDK_EVENT_PROPAGATE;

  gtk_text_grab_focus_without_selecting (GTK_TEXT (text));
  return gtk_event_controller_key_forward (controller, text);
}

static void
focus_search_cb (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (YF_LEARN_PAGE (widget)->search));
}

static GtkWidget *
create_row (YfLearnPage *self,
            YfReading   *reading)
{
  GtkWidget *row = yf_rows_new_plain (yf_reading_get_title (reading), yf_reading_get_summary (reading));
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_accessible_update_state (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_add_css_class (arrow, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "reading", yf_reading_ref (reading), (GDestroyNotify) yf_reading_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static gboolean
focus (GtkWidget        *widget,
       GtkDirectionType  direction)
{
  YfLearnPage *self = YF_LEARN_PAGE (widget);
  GtkWidget *row = g_steal_pointer (&self->left);

  /* Who comes back from a page goes on where they were. */
  if (row && direction == GTK_DIR_TAB_FORWARD && gtk_widget_get_mapped (row) && gtk_widget_grab_focus (row))
    return TRUE;

  return GTK_WIDGET_CLASS (yf_learn_page_parent_class)->focus (widget, direction);
}

static void
finalize (GObject *object)
{
  YfLearnPage *self = YF_LEARN_PAGE (object);

  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (yf_learn_page_parent_class)->finalize (object);
}

static void
yf_learn_page_class_init (YfLearnPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = finalize;
  widget_class->focus = focus;

  signals[CHOSEN] =
    g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, YF_TYPE_READING);

  gtk_widget_class_install_action (widget_class, "learn.search", NULL, focus_search_cb);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-learn-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YfLearnPage, search);
  gtk_widget_class_bind_template_child (widget_class, YfLearnPage, stack);
  gtk_widget_class_bind_template_child (widget_class, YfLearnPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, YfLearnPage, shelves);
  gtk_widget_class_bind_template_child (widget_class, YfLearnPage, heading);
  gtk_widget_class_bind_template_child (widget_class, YfLearnPage, found);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_first_cb);
}

static void
yf_learn_page_init (YfLearnPage *self)
{
  self->groups = g_ptr_array_new ();
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->stack)); child;
       child = gtk_widget_get_next_sibling (child))
    yf_present_while_mapped (child);
}

/**
 * yf_learn_page_set_catalogue:
 * @catalogue: where the pages are
 *
 * Shows the pages there are. Called once.
 */
void
yf_learn_page_set_catalogue (YfLearnPage *self,
                             YfCatalogue *catalogue)
{
  GPtrArray *pages;

  g_return_if_fail (YF_IS_LEARN_PAGE (self));
  g_return_if_fail (self->groups->len == 0);

  pages = yf_catalogue_get_pages (catalogue);
  for (gsize t = 0; t < G_N_ELEMENTS (topics); t++)
    {
      GtkWidget *group = adw_preferences_group_new ();

      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), yf_topic_get_name (topics[t]));
      for (guint i = 0; i < pages->len; i++)
        {
          YfReading *reading = g_ptr_array_index (pages, i);
          GtkWidget *row;

          if (yf_reading_get_topic (reading) != topics[t])
            continue;
          row = create_row (self, reading);
          adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
          g_ptr_array_add (self->rows, row);
        }
      gtk_box_append (self->shelves, group);
      g_ptr_array_add (self->groups, group);
    }
  search_cb (self);
}
