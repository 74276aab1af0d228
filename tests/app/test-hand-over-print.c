/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib/gstdio.h>

#include "yf-demo.h"
#include "yf-hand-over.h"
#include "yf-programme-print.h"
#include "yf-programme-sheet.h"
#include "yf-report-private.h"

/* What is printed says what is saved: both are read with poppler's tools, page by
 * page. */

#define MADE  (G_GINT64_CONSTANT (1795136400) * G_USEC_PER_SEC) /* 20 November 2026, 9 o'clock in Shanghai */
#define DAYS  40

typedef struct
{
  YfCatalogue *catalogue;
  YfRules     *rules;
  char        *folder;
  char        *printed;
  char        *saved;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  self->catalogue = yf_catalogue_new_builtin (&error);
  g_assert_no_error (error);
  self->rules = yf_rules_new_builtin (self->catalogue, &error);
  g_assert_no_error (error);
  self->folder = g_dir_make_tmp ("yanfei-print-XXXXXX", &error);
  g_assert_no_error (error);
  self->printed = g_build_filename (self->folder, "printed.pdf", NULL);
  self->saved = g_build_filename (self->folder, "saved.pdf", NULL);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_unlink (self->printed);
  g_unlink (self->saved);
  g_rmdir (self->folder);
  yf_catalogue_unref (self->catalogue);
  yf_rules_unref (self->rules);
  g_free (self->folder);
  g_free (self->printed);
  g_free (self->saved);
}

static GStrv
read_pages (const char *file)
{
  const char * const argv[] = { "pdftotext", "-layout", file, "-", NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);

  return g_strsplit (text, "\f", -1);
}

/* The words of a page: a unit of a printer is a little more or less than a point, and
 * so is the white between them. */
static char *
list_words (const char *page)
{
  g_auto (GStrv) words = g_strsplit_set (page, " \n", -1);
  GString *list = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (list, "%s\n", words[i]);

  return g_string_free (list, FALSE);
}

/* Returns: how many pages there are */
static guint
compare (Fixture           *self,
         GtkPrintOperation *operation,
         const char        *paper,
         GBytes            *bytes)
{
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *size = gtk_paper_size_new (paper);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) printed = NULL;
  g_auto (GStrv) saved = NULL;

  gtk_page_setup_set_paper_size (setup, size);
  gtk_paper_size_free (size);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_export_filename (operation, self->printed);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_file_set_contents (self->saved, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);

  printed = read_pages (self->printed);
  saved = read_pages (self->saved);
  g_assert_cmpuint (g_strv_length (printed), ==, g_strv_length (saved));
  for (guint i = 0; saved[i] != NULL; i++)
    {
      g_autofree char *printed_words = list_words (printed[i]);
      g_autofree char *saved_words = list_words (saved[i]);

      g_assert_cmpstr (printed_words, ==, saved_words);
    }

  return g_strv_length (saved) - 1;  /* there is a form feed behind the last as well */
}

static const char * const papers[] = { [YF_PAPER_A4] = GTK_PAPER_NAME_A4, [YF_PAPER_LETTER] = GTK_PAPER_NAME_LETTER };

static void
test_report (Fixture       *self,
             gconstpointer  data)
{
  YfDay today = yf_day_from_moment (MADE, yf_real_get_utc_offset (MADE));
  g_autoptr (YfLog) log = yf_demo_new_log (self->catalogue, self->rules, today, DAYS, 1);
  g_autoptr (YfReport) report = yf_report_new (log, today - DAYS + 1, today, self->catalogue, self->rules,
                                               GPOINTER_TO_INT (data), MADE);

  for (guint size = YF_PAPER_A4; size <= YF_PAPER_LETTER; size++)
    {
      g_autoptr (GtkPrintOperation) operation = yf_hand_over_new_print (report);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = yf_report_to_pdf (report, size, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (compare (self, operation, papers[size], bytes), >, 3);
    }
}

static void
test_sheet (Fixture       *self,
            gconstpointer  data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "programmes", "valid", "whole.yanfei", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (YfProgramme) programme = yf_programme_new_from_file (self->catalogue, file, &error);

  g_assert_no_error (error);
  for (guint size = YF_PAPER_A4; size <= YF_PAPER_LETTER; size++)
    {
      g_autoptr (GtkPrintOperation) operation = yf_programme_print_new (programme, self->catalogue, MADE);
      g_autoptr (YfProgrammeSheet) sheet = yf_programme_sheet_new (programme, self->catalogue, size, MADE);
      g_autoptr (GBytes) bytes = yf_programme_sheet_to_pdf (sheet, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (compare (self, operation, papers[size], bytes), >, 1);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

#define add(name, function, data) g_test_add ("/hand-over/print/" name, Fixture, data, set_up, function, tear_down)
  add ("report", test_report, GINT_TO_POINTER (FALSE));
  add ("anonymous", test_report, GINT_TO_POINTER (TRUE));
  add ("sheet", test_sheet, NULL);
#undef add

  return g_test_run ();
}
