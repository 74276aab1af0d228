/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-programme-print.h"

#include "yf-print.h"
#include "yf-programme-sheet.h"

/* Of letters: a disk takes 255 bytes, and a letter may have four. */
#define NAME_LENGTH 50

/* What a printed sheet is made from. */
typedef struct
{
  YfProgramme *programme;
  YfCatalogue *catalogue;
  gint64       made;
} Wish;

static void
wish_free (gpointer  data,
           GClosure *closure)
{
  Wish *self = data;

  yf_programme_unref (self->programme);
  yf_catalogue_unref (self->catalogue);
  g_free (self);
}

static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                const Wish        *wish)
{
  YfProgrammeSheet *sheet = yf_programme_sheet_new (wish->programme, wish->catalogue,
                                                    yf_print_get_paper_size (context), wish->made);

  g_object_set_data_full (G_OBJECT (operation), "sheet", sheet, g_object_unref);
  gtk_print_operation_set_n_pages (operation, (int) yf_programme_sheet_get_n (sheet));
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page)
{
  YfProgrammeSheet *sheet = g_object_get_data (G_OBJECT (operation), "sheet");

  yf_programme_sheet_draw (sheet, (guint) page,
                           yf_print_fit (context, yf_programme_sheet_get_width (sheet),
                                         yf_programme_sheet_get_height (sheet)));
}

/**
 * yf_programme_print_new:
 * @programme: a programme
 * @catalogue: what exists without it
 * @made: now, in microseconds since the Unix epoch
 *
 * Returns: (transfer full): what prints it as a sheet, when it is run
 */
GtkPrintOperation *
yf_programme_print_new (YfProgramme *programme,
                        YfCatalogue *catalogue,
                        gint64       made)
{
  GtkPrintOperation *operation = yf_print_new (yf_programme_get_name (programme));
  Wish *wish = g_new0 (Wish, 1);

  wish->programme = yf_programme_ref (programme);
  wish->catalogue = yf_catalogue_ref (catalogue);
  wish->made = made;
  g_signal_connect_data (operation, "begin-print", G_CALLBACK (begin_print_cb), wish, wish_free, 0);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), NULL);

  return operation;
}

/**
 * yf_programme_print_pdf:
 * @programme: a programme
 * @catalogue: what exists without it
 * @made: now, in microseconds since the Unix epoch
 * @error: return location for an error
 *
 * Returns: (transfer full): the sheet as a PDF, on the paper that is usual here
 */
GBytes *
yf_programme_print_pdf (YfProgramme  *programme,
                        YfCatalogue  *catalogue,
                        gint64        made,
                        GError      **error)
{
  g_autoptr (YfProgrammeSheet) sheet = yf_programme_sheet_new (programme, catalogue, yf_paper_size_get_default (),
                                                               made);

  return yf_programme_sheet_to_pdf (sheet, error);
}

/**
 * yf_programme_file_name:
 * @programme: a programme
 * @ending: "pdf", "yanfei"
 *
 * Returns: (transfer full): a name for a file of it, which any disk takes
 */
char *
yf_programme_file_name (YfProgramme *programme,
                        const char  *ending)
{
  g_autofree char *name = g_utf8_substring (yf_programme_get_name (programme), 0,
                                            MIN (g_utf8_strlen (yf_programme_get_name (programme), -1), NAME_LENGTH));

  g_strdelimit (name, "/\\:*?\"<>|", '-');

  if (*name == '.')
    *name = '-';

  return g_strconcat (name, ".", ending, NULL);
}
