/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include <glib/gstdio.h>

#include "yf-catalogue.h"
#include "yf-reading-print.h"

/* Prints to a file, and reads the file with poppler's tools, as a person's
 * own reader would. */
typedef struct
{
  YfCatalogue *catalogue;
  char        *folder;
  char        *pdf;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->catalogue = yf_catalogue_new_builtin (&error);
  g_assert_no_error (error);
  fixture->folder = g_dir_make_tmp ("yanfei-print-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->pdf = g_build_filename (fixture->folder, "page.pdf", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_unlink (fixture->pdf);
  g_rmdir (fixture->folder);
  yf_catalogue_unref (fixture->catalogue);
  g_free (fixture->folder);
  g_free (fixture->pdf);
}

static YfReading *
find (Fixture    *fixture,
      const char *id)
{
  GPtrArray *pages = yf_catalogue_get_pages (fixture->catalogue);

  for (guint i = 0; i < pages->len; i++)
    if (g_str_equal (yf_reading_get_id (g_ptr_array_index (pages, i)), id))
      return g_ptr_array_index (pages, i);

  g_assert_not_reached ();
}

static char *
run (const char *program,
     const char *option,
     const char *file,
     const char *output)
{
  const char * const argv[] = { program, option, file, output, NULL };
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);

  return text;
}

static void
export (Fixture    *fixture,
        const char *id)
{
  g_autoptr (GtkPrintOperation) operation = yf_reading_print_new (find (fixture, id));
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_export_filename (operation, fixture->pdf);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
}

/* One line, single spaces: where a line is broken is the font's business. */
static char *
flatten (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n\f", -1);
  GString *flat = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (flat, "%s%s", flat->len > 0 ? " " : "", words[i]);

  return g_string_free (flat, FALSE);
}

/* Every sentence is on paper as text that can be searched, on numbered
 * sheets. */
static void
test_text (Fixture       *fixture,
           gconstpointer  data)
{
  const char *id = data;
  GPtrArray *paragraphs = yf_reading_get_paragraphs (find (fixture, id));
  g_autofree char *text = NULL;
  g_autofree char *flat = NULL;
  g_auto (GStrv) sheets = NULL;
  guint n_sheets;

  export (fixture, id);
  text = run ("pdftotext", "-layout", fixture->pdf, "-");
  flat = flatten (text);
  sheets = g_strsplit (text, "\f", -1);
  n_sheets = g_strv_length (sheets) - 1;  /* there is a form feed behind the last as well */

  g_assert_nonnull (strstr (flat, yf_reading_get_title (find (fixture, id))));
  for (guint i = 0; i < paragraphs->len; i++)
    {
      const YfParagraph *paragraph = g_ptr_array_index (paragraphs, i);
      g_autofree char *source = yf_source_to_string (paragraph->note->source);

      g_test_message ("%s", yf_note_get_text (paragraph->note));
      g_assert_nonnull (strstr (flat, yf_note_get_text (paragraph->note)));
      g_assert_nonnull (strstr (flat, source));
    }

  g_assert_cmpuint (n_sheets, >=, 2);
  for (guint i = 0; i < n_sheets; i++)
    {
      g_autofree char *number = g_strdup_printf ("Page %u of %u", i + 1, n_sheets);

      g_assert_nonnull (strstr (sheets[i], number));
    }
}

/* The paper is the one that is usual where the program runs. */
static void
test_paper (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autofree char *info = NULL;
  const char *line;
  double width, height;

  export (fixture, "what-to-tell-the-doctor");
  info = run ("pdfinfo", "-isodates", fixture->pdf, NULL);
  line = strstr (info, "Page size:");
  g_assert_nonnull (line);
  g_assert_cmpint (sscanf (line, "Page size: %lf x %lf", &width, &height), ==, 2);
  g_assert_cmpfloat_with_epsilon (width, gtk_page_setup_get_paper_width (setup, GTK_UNIT_POINTS), 1.0);
  g_assert_cmpfloat_with_epsilon (height, gtk_page_setup_get_paper_height (setup, GTK_UNIT_POINTS), 1.0);
}

/* A place that cannot be written is told, not passed over. */
static void
test_trouble (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GtkPrintOperation) operation = yf_reading_print_new (find (fixture, "what-to-tell-the-doctor"));
  g_autofree char *nowhere = g_build_filename (fixture->folder, "nowhere", "page.pdf", NULL);
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_export_filename (operation, nowhere);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
                   GTK_PRINT_OPERATION_RESULT_ERROR);
  g_assert_nonnull (error);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  g_test_add ("/print/form", Fixture, "what-to-tell-the-doctor", set_up, test_text, tear_down);
  g_test_add ("/print/long", Fixture, "when-to-see-a-doctor", set_up, test_text, tear_down);
  g_test_add ("/print/paper", Fixture, NULL, set_up, test_paper, tear_down);
  g_test_add ("/print/trouble", Fixture, NULL, set_up, test_trouble, tear_down);

  return g_test_run ();
}
