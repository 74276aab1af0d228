/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "yf-over-page.h"
#include "yf-own-clip-page.h"
#include "yf-own-clips-page.h"
#include "yf-rows.h"

struct _YfOwnClipsPage
{
  AdwBin parent_instance;

  GtkLabel       *problems;
  GtkSearchEntry *search;
  GtkCheckButton *only_own;
  GtkListBox     *list;
  GtkLabel       *empty;

  YfOwnVoice     *own_voice;
  GPtrArray      *lines;
  char           *sought;    /* casefolded */
};

G_DEFINE_FINAL_TYPE (YfOwnClipsPage, yf_own_clips_page, ADW_TYPE_BIN)

enum
{
  PAGE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *
get_heading (YfLineKind kind)
{
  switch (kind)
    {
    case YF_LINE_NAME:
      return _("Names of exercises");
    case YF_LINE_HOW:
      return _("How to lie or stand");
    case YF_LINE_MOVEMENT:
      return _("Movements");
    case YF_LINE_NUMBER:
      return _("Numbers");
    case YF_LINE_OTHER:
    default:
      return _("Everything else");
    }
}

static const YfLine *
get_line (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "line");
}

static gboolean
is_own (YfOwnClipsPage *self,
        const YfLine   *line)
{
  YfVoice *voice = yf_own_voice_get_voice (self->own_voice);

  return voice && yf_voice_is_own (voice, line->id);
}

static gboolean
is_shown (YfOwnClipsPage *self,
          const YfLine   *line)
{
  g_autofree char *text = g_utf8_casefold (line->text, -1);

  if (gtk_check_button_get_active (self->only_own) && !is_own (self, line))
    return FALSE;

  return self->sought == NULL || strstr (text, self->sought) != NULL;
}

static gboolean
filter_cb (GtkListBoxRow *row,
           gpointer       user_data)
{
  return is_shown (user_data, get_line (row));
}

static void
header_cb (GtkListBoxRow *row,
           GtkListBoxRow *before,
           gpointer       user_data)
{
  GtkWidget *heading;

  if (before && get_line (before)->kind == get_line (row)->kind)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  heading = gtk_label_new (get_heading (get_line (row)->kind));
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (heading, "in-row");
  gtk_list_box_row_set_header (row, heading);
}

static void
update_filter (YfOwnClipsPage *self)
{
  gboolean any = FALSE;

  gtk_list_box_invalidate_filter (self->list);
  for (guint i = 0; self->lines && i < self->lines->len && !any; i++)
    any = is_shown (self, g_ptr_array_index (self->lines, i));
  gtk_label_set_label (self->empty, self->sought ? _("Nothing that is said has these words.")
                                                 : _("Nothing is yours yet. Choose a sentence to record it."));
  gtk_widget_set_visible (GTK_WIDGET (self->empty), self->lines && !any);
  gtk_widget_set_visible (GTK_WIDGET (self->list), any);
}

static void
search_cb (YfOwnClipsPage *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));

  g_clear_pointer (&self->sought, g_free);
  if (*text != '\0')
    self->sought = g_utf8_casefold (text, -1);
  update_filter (self);
}

static void
stop_search_cb (YfOwnClipsPage *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) == '\0')
    gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static void
activated_cb (YfOwnClipsPage *self,
              GtkListBoxRow  *row)
{
  const YfLine *line = get_line (row);
  GtkWidget *page = yf_own_clip_page_new (self->own_voice, line->id, line->text);

  g_signal_emit (self, signals[PAGE], 0, yf_over_page_new (_("A Recording of Your Own"), page));
}

static GtkWidget *
create_row (const YfLine *line)
{
  GtkWidget *row = yf_rows_new_plain (line->text, NULL);
  GtkWidget *own = gtk_image_new_from_icon_name ("yf-done-symbolic");
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_accessible_update_state (GTK_ACCESSIBLE (own), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_add_css_class (own, "verdict-allowed");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), own);
  gtk_accessible_update_state (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_add_css_class (arrow, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "line", (gpointer) line);
  g_object_set_data (G_OBJECT (row), "own", own);

  return row;
}

/* Whether the rows there are show @lines. */
static gboolean
have_rows (YfOwnClipsPage *self,
           GPtrArray      *lines)
{
  if (self->lines == NULL || self->lines->len != lines->len)
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    {
      const YfLine *one = g_ptr_array_index (self->lines, i);
      const YfLine *other = g_ptr_array_index (lines, i);

      if (!g_str_equal (one->id, other->id) || !g_str_equal (one->text, other->text))
        return FALSE;
    }

  return TRUE;
}

static void
mark_rows (YfOwnClipsPage *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)); i++)
    {
      gboolean own = is_own (self, get_line (row));

      gtk_widget_set_visible (g_object_get_data (G_OBJECT (row), "own"), own);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), own ? _("Your own recording") : "");
    }
}

static void
update (YfOwnClipsPage *self)
{
  YfVoice *voice = yf_own_voice_get_voice (self->own_voice);
  g_autoptr (GPtrArray) lines = yf_own_voice_list_lines (self->own_voice);
  g_autofree char *problems = voice ? g_strjoinv ("\n", (char **) yf_voice_get_problems (voice)) : NULL;
  GtkListBoxRow *row;

  if (!have_rows (self, lines))
    {
      while ((row = gtk_list_box_get_row_at_index (self->list, 0)))
        gtk_list_box_remove (self->list, GTK_WIDGET (row));
      g_clear_pointer (&self->lines, g_ptr_array_unref);
      self->lines = g_ptr_array_ref (lines);
      for (guint i = 0; i < lines->len; i++)
        gtk_list_box_append (self->list, create_row (g_ptr_array_index (lines, i)));
    }
  mark_rows (self);
  update_filter (self);
  gtk_label_set_label (self->problems, problems ? problems : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problems), problems && *problems != '\0');
}

static void
dispose (GObject *object)
{
  YfOwnClipsPage *self = YF_OWN_CLIPS_PAGE (object);

  g_clear_object (&self->own_voice);

  G_OBJECT_CLASS (yf_own_clips_page_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  YfOwnClipsPage *self = YF_OWN_CLIPS_PAGE (object);

  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->sought, g_free);

  G_OBJECT_CLASS (yf_own_clips_page_parent_class)->finalize (object);
}

static void
yf_own_clips_page_class_init (YfOwnClipsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  G_OBJECT_CLASS (klass)->finalize = finalize;

  signals[PAGE] = g_signal_new ("page", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, GTK_TYPE_WIDGET);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-own-clips-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YfOwnClipsPage, problems);
  gtk_widget_class_bind_template_child (widget_class, YfOwnClipsPage, search);
  gtk_widget_class_bind_template_child (widget_class, YfOwnClipsPage, only_own);
  gtk_widget_class_bind_template_child (widget_class, YfOwnClipsPage, list);
  gtk_widget_class_bind_template_child (widget_class, YfOwnClipsPage, empty);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_filter);
}

static void
yf_own_clips_page_init (YfOwnClipsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, filter_cb, self, NULL);
  gtk_list_box_set_header_func (self->list, header_cb, NULL, NULL);
}

/**
 * yf_own_clips_page_new:
 * @own_voice: whose sentences
 *
 * Returns: (transfer floating): a page that lists them
 */
GtkWidget *
yf_own_clips_page_new (YfOwnVoice *own_voice)
{
  YfOwnClipsPage *self = g_object_new (YF_TYPE_OWN_CLIPS_PAGE, NULL);

  self->own_voice = g_object_ref (own_voice);
  g_signal_connect_object (own_voice, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
