/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-store.h"
#include "yf-trouble-page.h"

/**
 * YfTroublePage:
 *
 * Says, in the store's words, that the log cannot be opened, and what to do.
 */
struct _YfTroublePage
{
  AdwBin parent_instance;

  GtkLabel  *message;
  GtkLabel  *advice;
  GtkWidget *read;
};

G_DEFINE_FINAL_TYPE (YfTroublePage, yf_trouble_page, ADW_TYPE_BIN)

static gboolean
grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (YF_TROUBLE_PAGE (widget)->read);
}

static void
yf_trouble_page_class_init (YfTroublePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-trouble-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YfTroublePage, message);
  gtk_widget_class_bind_template_child (widget_class, YfTroublePage, advice);
  gtk_widget_class_bind_template_child (widget_class, YfTroublePage, read);
}

static void
yf_trouble_page_init (YfTroublePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
get_advice (const GError *error,
            const char   *directory)
{
  if (g_error_matches (error, YF_STORE_ERROR, YF_STORE_ERROR_NEWER))
    return g_strdup (_("Install the newer Yanfei that wrote it. Nothing has been changed."));
  if (g_error_matches (error, YF_STORE_ERROR, YF_STORE_ERROR_DAMAGED) ||
      g_error_matches (error, YF_STORE_ERROR, YF_STORE_ERROR_FOREIGN))
    /* Translators: %s is the name of a folder */
    return g_strdup_printf (_("Nothing has been changed. Move the file away, or put a good copy in its place, and start Yanfei again. It is in the folder %s."), directory);
  if (g_error_matches (error, YF_STORE_ERROR, YF_STORE_ERROR_FULL))
    return g_strdup (_("Make room on the disk and start Yanfei again."));
  if (g_error_matches (error, YF_STORE_ERROR, YF_STORE_ERROR_READ_ONLY))
    /* Translators: %s is the name of a folder */
    return g_strdup_printf (_("Make sure that you may write in the folder %s, and start Yanfei again."), directory);
  /* Translators: %s is the name of a folder */
  return g_strdup_printf (_("Nothing has been changed. The log is in the folder %s."), directory);
}

/**
 * yf_trouble_page_new:
 * @error: why the log cannot be opened
 * @directory: where it is
 *
 * Returns: (transfer floating): a page that says so
 */
GtkWidget *
yf_trouble_page_new (const GError *error,
                     const char   *directory)
{
  YfTroublePage *self = g_object_new (YF_TYPE_TROUBLE_PAGE, NULL);
  g_autofree char *advice = get_advice (error, directory);
  g_autofree char *text = NULL;

  gtk_label_set_label (self->message, error->message);
  /* Translators: the first %s says what to do about the log, the second what is possible until then */
  text = g_strdup_printf (_("%s %s"), advice, _("Until then you can read about the exercises, but no session can start: what you did would be forgotten, and nothing could be judged for you."));
  gtk_label_set_label (self->advice, text);

  return GTK_WIDGET (self);
}
