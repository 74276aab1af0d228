/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-programme-notes-row.h"

struct _YfProgrammeNotesRow
{
  AdwPreferencesRow parent_instance;

  GtkLabel    *title;
  GtkTextView *view;
  GtkLabel    *error;
};

G_DEFINE_FINAL_TYPE (YfProgrammeNotesRow, yf_programme_notes_row, ADW_TYPE_PREFERENCES_ROW)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

#define MARGIN 12
#define HEIGHT 64

static void
typed_cb (YfProgrammeNotesRow *self)
{
  yf_programme_notes_row_set_error (self, NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (YF_PROGRAMME_NOTES_ROW (widget)->view));
}

static void
yf_programme_notes_row_class_init (YfProgrammeNotesRowClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = grab_focus;

  signals[CHANGED] = g_signal_new ("changed", YF_TYPE_PROGRAMME_NOTES_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static GtkWidget *
add_label (GtkBox     *box,
           const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (box, label);

  return label;
}

static void
yf_programme_notes_row_init (YfProgrammeNotesRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *hint;

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_set_margin_start (box, MARGIN);
  gtk_widget_set_margin_end (box, MARGIN);
  gtk_widget_set_margin_top (box, MARGIN);
  gtk_widget_set_margin_bottom (box, MARGIN);

  self->title = GTK_LABEL (add_label (GTK_BOX (box), NULL));
  hint = add_label (GTK_BOX (box), "dim-label");
  gtk_widget_add_css_class (hint, "caption");
  gtk_label_set_label (GTK_LABEL (hint), _("A sentence a line; empty for none"));
  self->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_text_view_set_top_margin (self->view, MARGIN);
  gtk_text_view_set_bottom_margin (self->view, MARGIN);
  gtk_text_view_set_left_margin (self->view, MARGIN);
  gtk_text_view_set_right_margin (self->view, MARGIN);
  gtk_widget_set_size_request (GTK_WIDGET (self->view), -1, HEIGHT);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "note-field");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->view));
  self->error = GTK_LABEL (add_label (GTK_BOX (box), "verdict-blocked"));
  gtk_widget_set_visible (GTK_WIDGET (self->error), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

/**
 * yf_programme_notes_row_new:
 * @title: what is asked for
 * @notes: (element-type utf8): what is there already
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
yf_programme_notes_row_new (const char *title,
                            GPtrArray  *notes)
{
  YfProgrammeNotesRow *self = g_object_new (YF_TYPE_PROGRAMME_NOTES_ROW, "title", title, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < notes->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (const char *) g_ptr_array_index (notes, i));
  gtk_label_set_label (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), text->str, -1);
  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "changed", G_CALLBACK (typed_cb), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * yf_programme_notes_row_apply:
 * @self: a row
 * @notes: (element-type utf8): where to add what is typed, without empty lines
 */
void
yf_programme_notes_row_apply (YfProgrammeNotesRow *self,
                              GPtrArray           *notes)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start, end;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    if (*g_strstrip (*line) != '\0')
      g_ptr_array_add (notes, g_strdup (*line));
}

/**
 * yf_programme_notes_row_set_error:
 * @self: a row
 * @message: (nullable): what is wrong, or %NULL
 */
void
yf_programme_notes_row_set_error (YfProgrammeNotesRow *self,
                                  const char          *message)
{
  gtk_label_set_label (self->error, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), message != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  message != NULL ? message : "", -1);
}
