/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-print.h"

/* Between the 1.29 of letter and the 1.41 of A4. */
#define LETTER_RATIO 1.35

/**
 * yf_print_new:
 * @job: what the printer is to call it
 *
 * Returns: (transfer full): what prints whole pages, in points, when it is run
 */
GtkPrintOperation *
yf_print_new (const char *job)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();

  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_job_name (operation, job);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);

  return operation;
}

/**
 * yf_print_get_paper_size:
 * @context: what is printed on
 *
 * Returns: the one of the two to lay out for that is nearer to the paper in the
 *   printer
 */
YfPaperSize
yf_print_get_paper_size (GtkPrintContext *context)
{
  return gtk_print_context_get_height (context) / gtk_print_context_get_width (context) < LETTER_RATIO
         ? YF_PAPER_LETTER : YF_PAPER_A4;
}

/**
 * yf_print_fit:
 * @context: what is printed on
 * @width: of the page that is to be drawn, in points
 * @height: of it
 *
 * Returns: (transfer none): where to draw it, so that all of it is on the paper
 */
cairo_t *
yf_print_fit (GtkPrintContext *context,
              double           width,
              double           height)
{
  cairo_t *cairo = gtk_print_context_get_cairo_context (context);
  double scale = MIN (gtk_print_context_get_width (context) / width,
                      gtk_print_context_get_height (context) / height);

  cairo_scale (cairo, scale, scale);

  return cairo;
}

/**
 * yf_print_run:
 * @operation: what prints
 * @widget: in whose window the person is asked where to
 * @error: return location for what GTK says
 *
 * Asks and prints. What goes wrong after the question is not waited for.
 *
 * Returns: whether nothing went wrong so far
 */
gboolean
yf_print_run (GtkPrintOperation  *operation,
              GtkWidget          *widget,
              GError            **error)
{
  gtk_print_operation_set_allow_async (operation, TRUE);

  return gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                                  GTK_WINDOW (gtk_widget_get_root (widget)), error) !=
         GTK_PRINT_OPERATION_RESULT_ERROR;
}
