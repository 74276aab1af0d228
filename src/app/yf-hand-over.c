/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-hand-over.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "yf-print.h"

typedef struct
{
  YfCatalogue *catalogue;
  YfRules     *rules;
  YfDay        from;
  YfDay        to;
  gboolean     anonymous;
  gint64       made;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *self = data;

  yf_catalogue_unref (self->catalogue);
  yf_rules_unref (self->rules);
  g_free (self);
}

static void
make_report (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  const Wish *wish = g_object_get_data (G_OBJECT (task), "wish");

  g_task_return_pointer (task,
                         yf_report_new (task_data, wish->from, wish->to, wish->catalogue, wish->rules,
                                        wish->anonymous, wish->made),
                         (GDestroyNotify) yf_report_unref);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  YfLog *log = yf_store_load_log_finish (YF_STORE (source), result, &error);

  if (log == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  g_task_set_task_data (task, log, (GDestroyNotify) yf_log_unref);
  g_task_run_in_thread (task, make_report);
}

/**
 * yf_hand_over_prepare_async:
 * @store: an open store
 * @catalogue: what the log may name
 * @rules: the safety table
 * @from: the first day, or %YF_DAY_NONE
 * @to: the last day, or %YF_DAY_NONE
 * @anonymous: whether to leave out who it is
 * @made: when it is made, in microseconds since the Unix epoch
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is made
 * @user_data: data for @callback
 *
 * Reads the log, and makes a report of these days.
 */
void
yf_hand_over_prepare_async (YfStore             *store,
                            YfCatalogue         *catalogue,
                            YfRules             *rules,
                            YfDay                from,
                            YfDay                to,
                            gboolean             anonymous,
                            gint64               made,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);
  Wish *wish = g_new0 (Wish, 1);

  wish->catalogue = yf_catalogue_ref (catalogue);
  wish->rules = yf_rules_ref (rules);
  wish->from = from;
  wish->to = to;
  wish->anonymous = anonymous;
  wish->made = made;
  g_task_set_source_tag (task, yf_hand_over_prepare_async);
  g_object_set_data_full (G_OBJECT (task), "wish", wish, wish_free);
  yf_store_load_log_async (store, YF_DAY_NONE, YF_DAY_NONE, cancellable, loaded_cb, task);
}

/**
 * yf_hand_over_prepare_finish:
 * @store: the store
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full): the report
 */
YfReport *
yf_hand_over_prepare_finish (YfStore       *store,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  YfReport *report;
  guint     formats;
  char     *folder;
} Files;

static void
files_free (gpointer data)
{
  Files *self = data;

  yf_report_unref (self->report);
  g_free (self->folder);
  g_free (self);
}

/* A name that nothing has yet: what somebody saved before stays. */
static char *
find_free_path (const char *folder,
                const char *name,
                const char *extension)
{
  g_autofree char *stem = g_strndup (name, strlen (name) - strlen (extension) - 1);
  char *path = g_build_filename (folder, name, NULL);

  for (int i = 2; g_file_test (path, G_FILE_TEST_EXISTS); i++)
    {
      g_autofree char *other = g_strdup_printf ("%s-%d.%s", stem, i, extension);

      g_free (path);
      path = g_build_filename (folder, other, NULL);
    }

  return path;
}

/* What GLib says of a file tells nobody what to do. */
static GError *
explain (const char *folder,
         GError     *reason)
{
  g_autoptr (GError) owned = reason;

  if (reason->domain != G_FILE_ERROR)
    return g_steal_pointer (&owned);

  if (reason->code == G_FILE_ERROR_NOSPC)
    return g_error_new (G_FILE_ERROR, reason->code,
                        /* Translators: %s is a folder */
                        _("There is no room in “%s”, and nothing was written. Free some space there, or choose another folder."),
                        folder);
  if (reason->code == G_FILE_ERROR_ACCES || reason->code == G_FILE_ERROR_PERM ||
      reason->code == G_FILE_ERROR_ROFS || reason->code == G_FILE_ERROR_NOENT)
    return g_error_new (G_FILE_ERROR, reason->code,
                        /* Translators: %s is a folder */
                        _("Nothing can be written to “%s”. Choose a folder that you may write."), folder);

  /* Translators: %s says why */
  return g_error_new (G_FILE_ERROR, reason->code, _("The files could not be written. %s"), reason->message);
}

static gboolean
write_file (const Files     *files,
            YfReportFormat   format,
            GPtrArray       *written,
            GError         **error)
{
  g_autofree char *name = yf_report_get_file_name (files->report, format);
  g_autofree char *path = find_free_path (files->folder, name, yf_report_format_get_extension (format));
  g_autoptr (GBytes) bytes = yf_report_render (files->report, format, error);

  if (bytes == NULL ||
      !g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, error))
    return FALSE;

  g_ptr_array_add (written, g_steal_pointer (&path));

  return TRUE;
}

static void
write_files (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  const Files *files = task_data;
  g_autoptr (GPtrArray) written = g_ptr_array_new_with_free_func (g_free);

  for (guint format = 0; format < YF_N_REPORT_FORMATS; format++)
    {
      GError *error = NULL;

      if ((files->formats & (1u << format)) == 0 || write_file (files, format, written, &error))
        continue;

      /* All of it or none: half a hand-over might be taken for a whole one. */
      for (guint i = 0; i < written->len; i++)
        g_unlink (g_ptr_array_index (written, i));
      g_task_return_error (task, explain (files->folder, error));
      return;
    }

  g_ptr_array_add (written, NULL);
  g_task_return_pointer (task, g_ptr_array_free (g_steal_pointer (&written), FALSE), (GDestroyNotify) g_strfreev);
}

/**
 * yf_hand_over_write_async:
 * @report: a report
 * @formats: which papers: a bit each, 1 << #YfReportFormat
 * @folder: where to
 * @cancellable: (nullable): a cancellable
 * @callback: called when they are written
 * @user_data: data for @callback
 *
 * Writes files that only the person may read, and overwrites none. Where one
 * cannot be written, none is left; the error says why, and what to do.
 */
void
yf_hand_over_write_async (YfReport            *report,
                          guint                formats,
                          const char          *folder,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Files *files = g_new0 (Files, 1);

  files->report = yf_report_ref (report);
  files->formats = formats;
  files->folder = g_strdup (folder);
  g_task_set_source_tag (task, yf_hand_over_write_async);
  g_task_set_task_data (task, files, files_free);
  g_task_run_in_thread (task, write_files);
}

/**
 * yf_hand_over_write_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (array zero-terminated=1): the paths of the files
 */
GStrv
yf_hand_over_write_finish (GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                YfReport          *report)
{
  YfReportPages *pages = yf_report_pages_new (report, yf_print_get_paper_size (context));

  g_object_set_data_full (G_OBJECT (operation), "pages", pages, g_object_unref);
  gtk_print_operation_set_n_pages (operation, (int) yf_report_pages_get_n (pages));
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page)
{
  YfReportPages *pages = g_object_get_data (G_OBJECT (operation), "pages");

  yf_report_pages_draw (pages, (guint) page,
                        yf_print_fit (context, yf_report_pages_get_width (pages), yf_report_pages_get_height (pages)));
}

/**
 * yf_hand_over_new_print:
 * @report: a report
 *
 * Returns: (transfer full): what prints it, when it is run
 */
GtkPrintOperation *
yf_hand_over_new_print (YfReport *report)
{
  GtkPrintOperation *operation = yf_print_new (_("Yanfei report"));

  g_signal_connect_data (operation, "begin-print", G_CALLBACK (begin_print_cb), yf_report_ref (report),
                         (GClosureNotify) (void (*) (void)) yf_report_unref, 0);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), NULL);

  return operation;
}
