/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-page.h"
#include "yf-reading-page.h"
#include "yf-reading-print.h"
#include "yf-text.h"

/**
 * YfReadingPage:
 *
 * One page to read: paragraphs in a measure that is easy on the eyes, each
 * with its source in a small line under it.
 */
struct _YfReadingPage
{
  AdwBin parent_instance;

  AdwWindowTitle *window_title;
  GtkWidget      *scroller;
  GtkBox         *text;
  GtkLabel       *title;
  GtkLabel       *summary;
  GtkWidget      *print;

  YfReading      *reading;
  gboolean        printing;
};

static void page_init (YfPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (YfReadingPage, yf_reading_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (YF_TYPE_PAGE, page_init))

enum
{
  TROUBLE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The page that is made to be filled in with a pen. */
#define FORM "what-to-tell-the-doctor"

static GtkWidget *
create_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);

  return label;
}

/* A label that gets the focus selects all its text; what was not selected on
 * purpose must not stay marked. */
static void
leave_cb (GtkLabel *label)
{
  gtk_label_select_region (label, 0, 0);
}

static GtkWidget *
create_text (const char *text)
{
  GtkWidget *label = create_label (text);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  g_signal_connect_object (focus, "leave", G_CALLBACK (leave_cb), label, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (label, focus);

  return label;
}

static gboolean
same_source (const YfParagraph *a,
             const YfParagraph *b)
{
  g_autofree char *first = yf_source_to_string (a->note->source);
  g_autofree char *second = yf_source_to_string (b->note->source);

  return g_str_equal (first, second);
}

static GtkWidget *
create_caption (const char *icon_name,
                const char *word,
                const char *style)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);
  GtkWidget *label = gtk_label_new (word);

  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (box, style);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

/* @claim is what this one corrects, @correction what corrects this one, or
 * NULL. Where they have one source, it stands under the correction. */
static GtkWidget *
create_paragraph (const YfParagraph *paragraph,
                  const YfParagraph *claim,
                  const YfParagraph *correction)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *label = create_text (yf_note_get_text (paragraph->note));
  g_autofree char *source_text = yf_text_source (paragraph->note->source);
  GtkWidget *source = create_label (source_text);

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, source_text, -1);
  gtk_widget_set_visible (source, correction == NULL || !same_source (paragraph, correction));
  gtk_widget_add_css_class (box, "paragraph");
  gtk_widget_add_css_class (source, "source");
  gtk_widget_add_css_class (source, "dim-label");

  if (paragraph->kind == YF_PARAGRAPH_CLAIM)
    {
      gtk_widget_add_css_class (box, "claim");
      gtk_widget_add_css_class (label, "claim-text");
      gtk_box_append (GTK_BOX (box), create_caption ("yf-blocked-symbolic", _("Often believed"), "verdict-blocked"));
    }
  else if (claim)
    {
      gtk_widget_add_css_class (box, "correction");
      gtk_box_append (GTK_BOX (box), create_caption ("yf-allowed-symbolic", _("What is so"), "verdict-allowed"));
    }

  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), source);

  if (paragraph->kind == YF_PARAGRAPH_POINT)
    {
      GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
      GtkWidget *bullet = gtk_label_new ("•");

      gtk_accessible_update_state (GTK_ACCESSIBLE (bullet), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
      gtk_widget_set_valign (bullet, GTK_ALIGN_START);
      gtk_widget_add_css_class (bullet, "bullet");
      gtk_widget_set_hexpand (box, TRUE);
      gtk_widget_remove_css_class (box, "paragraph");
      gtk_widget_add_css_class (row, "point");
      gtk_box_append (GTK_BOX (row), bullet);
      gtk_box_append (GTK_BOX (row), box);
      return row;
    }

  return box;
}

/* Said once a print, whoever hears of it first. */
static void
report_trouble (YfReadingPage *self,
                const GError  *error)
{
  g_autofree char *message = NULL;

  if (!self->printing)
    return;
  self->printing = FALSE;
  /* Translators: %s says why */
  message = g_strdup_printf (_("The page could not be printed. %s"), error->message);
  g_signal_emit (self, signals[TROUBLE], 0, message);
}

static void
done_cb (YfReadingPage           *self,
         GtkPrintOperationResult  result,
         GtkPrintOperation       *operation)
{
  g_autoptr (GError) error = NULL;

  /* Only then may it be asked for its error. */
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      report_trouble (self, error);
    }
  self->printing = FALSE;
}

static void
print_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  YfReadingPage *self = YF_READING_PAGE (widget);
  GtkWidget *window = gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW);
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;

  if (self->printing)
    return;

  self->printing = TRUE;
  operation = yf_reading_print_new (self->reading);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (window), &error) ==
      GTK_PRINT_OPERATION_RESULT_ERROR)
    report_trouble (self, error);
}

static void
focus_first (YfPage *page)
{
  YfReadingPage *self = YF_READING_PAGE (page);

  /* Where the arrow keys and Page Down turn the page. A label that has the
   * focus shows all its text as selected: not how reading should begin. */
  if (gtk_widget_get_visible (self->print))
    gtk_widget_grab_focus (self->print);
  else
    gtk_widget_grab_focus (self->scroller);
}

static void
page_init (YfPageInterface *iface)
{
  iface->focus_first = focus_first;
}

static void
finalize (GObject *object)
{
  YfReadingPage *self = YF_READING_PAGE (object);

  g_clear_pointer (&self->reading, yf_reading_unref);

  G_OBJECT_CLASS (yf_reading_page_parent_class)->finalize (object);
}

static void
yf_reading_page_class_init (YfReadingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = finalize;

  signals[TROUBLE] =
    g_signal_new ("trouble", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_install_action (widget_class, "reading.print", NULL, print_cb);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-reading-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YfReadingPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, YfReadingPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, YfReadingPage, text);
  gtk_widget_class_bind_template_child (widget_class, YfReadingPage, title);
  gtk_widget_class_bind_template_child (widget_class, YfReadingPage, summary);
  gtk_widget_class_bind_template_child (widget_class, YfReadingPage, print);
}

static void
yf_reading_page_init (YfReadingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yf_reading_page_new:
 * @reading: what to read
 *
 * Returns: (transfer floating): a page that shows it
 */
GtkWidget *
yf_reading_page_new (YfReading *reading)
{
  YfReadingPage *self = g_object_new (YF_TYPE_READING_PAGE, NULL);
  GPtrArray *paragraphs = yf_reading_get_paragraphs (reading);
  gboolean form = g_str_equal (yf_reading_get_id (reading), FORM);
  const YfParagraph *claim = NULL;

  self->reading = yf_reading_ref (reading);
  adw_window_title_set_title (self->window_title, yf_topic_get_name (yf_reading_get_topic (reading)));
  gtk_label_set_label (self->title, yf_reading_get_title (reading));
  gtk_label_set_label (self->summary, yf_reading_get_summary (reading));
  gtk_widget_set_visible (self->print, form);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reading.print", form);

  for (guint i = 0; i < paragraphs->len; i++)
    {
      const YfParagraph *paragraph = g_ptr_array_index (paragraphs, i);
      gboolean claims = paragraph->kind == YF_PARAGRAPH_CLAIM;
      const YfParagraph *correction = claims ? g_ptr_array_index (paragraphs, i + 1) : NULL;

      gtk_box_append (self->text, create_paragraph (paragraph, claim, correction));
      claim = claims ? paragraph : NULL;
    }

  return GTK_WIDGET (self);
}
