/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-cli.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "yf-report.h"

/* What is exported is about somebody's body: only they may read it. */
#define MODE 0600

static gboolean
refuse_to_write (const char  *path,
                 int          code,
                 const char  *reason,
                 GError     **error)
{
  g_set_error (error, G_FILE_ERROR, code,
               /* Translators: a file, and why it cannot be written */
               _("“%s” cannot be written: %s. Choose another place, or make room there."), path, reason);
  return FALSE;
}

static gboolean
fail_to_write (const char  *path,
               int          code,
               GError     **error)
{
  return refuse_to_write (path, g_file_error_from_errno (code), g_strerror (code), error);
}

static gboolean
write_stream (FILE        *stream,
              const char  *path,
              GBytes      *bytes,
              GError     **error)
{
  gsize length = g_bytes_get_size (bytes);

  errno = 0;
  if (fwrite (g_bytes_get_data (bytes, NULL), 1, length, stream) == length && fflush (stream) == 0)
    return TRUE;

  return fail_to_write (path, errno, error);
}

/* A pipe or a device is written into; there is nothing to be replaced. */
static gboolean
write_special (const char  *path,
               GBytes      *bytes,
               GError     **error)
{
  FILE *stream = g_fopen (path, "wbe");
  gboolean written;

  if (stream == NULL)
    return fail_to_write (path, errno, error);

  written = write_stream (stream, path, bytes, error);
  if (fclose (stream) != 0 && written)
    return fail_to_write (path, errno, error);

  return written;
}

/* All of it or nothing: it is written beside the file and takes its place. */
static gboolean
write_file (const char  *path,
            GBytes      *bytes,
            GError     **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *real = NULL;
  char *resolved;
  GStatBuf info;

  if (g_stat (path, &info) == 0)
    {
      if (S_ISDIR (info.st_mode))
        return fail_to_write (path, EISDIR, error);
      if (!S_ISREG (info.st_mode))
        return write_special (path, bytes, error);
    }

  /* A link stays a link: what it points to is replaced. */
  resolved = realpath (path, NULL);
  real = g_strdup (resolved != NULL ? resolved : path);
  free (resolved);

  if (g_file_set_contents_full (real, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, MODE, &local_error))
    return TRUE;

  return refuse_to_write (path, local_error->code, local_error->message, error);
}

static YfReport *
make_report (YfCli     *self,
             YfDay      from,
             YfDay      to,
             gboolean   anonymous,
             GError   **error)
{
  g_autoptr (YfStore) store = NULL;
  g_autoptr (YfLog) log = NULL;

  if (!yf_cli_open_store (self, FALSE, &store, error))
    return NULL;

  log = store != NULL ? yf_store_dup_log (store, YF_DAY_NONE, YF_DAY_NONE, error)
                      : yf_log_new (YF_DAY_NONE, YF_DAY_NONE);
  if (log == NULL)
    return NULL;

  return yf_report_new (log, from, to, self->catalogue, self->rules, anonymous, g_get_real_time ());
}

static gboolean
parse_format (const char     *text,
              YfReportFormat *format)
{
  if (yf_report_format_from_id (text, format))
    return TRUE;

  if (text == NULL)
    /* Translators: the name of a command */
    yf_cli_complain (_("Say which format: pdf, csv, xlsx, fhir or json. Try “%s --help”."), g_get_prgname ());
  else
    /* Translators: what was typed */
    yf_cli_complain (_("There is no format “%s”. There are: pdf, csv, xlsx, fhir, json."), text);

  return FALSE;
}

/**
 * yf_cli_export:
 * @self: the command line
 * @argc: number of arguments
 * @argv: the arguments, the command's name first
 *
 * `export --format FORMAT FILE`: hands the log over.
 *
 * Returns: how it ends
 */
YfExit
yf_cli_export (YfCli  *self,
               int     argc,
               char  **argv)
{
  g_autoptr (YfReport) report = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *format_text = NULL;
  g_autofree char *from_text = NULL;
  g_autofree char *to_text = NULL;
  YfReportFormat format;
  YfDay from = YF_DAY_NONE;
  YfDay to = YF_DAY_NONE;
  gboolean anonymous = FALSE;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_text, N_("pdf, csv, xlsx, fhir or json"), N_("FORMAT") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &from_text, N_("The first day"), N_("DATE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to_text, N_("The last day"), N_("DATE") },
    { "anonymous", 0, 0, G_OPTION_ARG_NONE, &anonymous, N_("Leave out names, the year of birth and notes"), NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!yf_cli_parse (self, entries, _("FILE"),
                     _("Writes what is in the log to FILE, or to standard output where FILE is “-”.\n"
                       "\n"
                       "pdf is to be read and printed, xlsx and csv are for spreadsheets, fhir for a\n"
                       "clinic’s records. json is everything, and what “import” reads back.\n"
                       "\n"
                       "csv has one row a set, in UTF-8; a stop outside a set, and an exercise without\n"
                       "a set, have a row with 0 in reps. What nobody said is an empty cell. A text that\n"
                       "would be a formula has an apostrophe before it. Its columns:\n"
                       "  session_id                        the same in every row of a session\n"
                       "  date, time, utc_offset            when the session began, where you were\n"
                       "  exercise, exercise_name           its id, and its name in your language\n"
                       "  side, set                         none, left or right; from 1\n"
                       "  planned_sets, planned_reps, planned_hold_s   the dose that was intended\n"
                       "  reps, hold_s, seconds             what was done, and how long it took\n"
                       "  state, counted_by                 completed, stopped or cut; pace or tap\n"
                       "  pain_back_before, pain_leg_before, pain_back_after, pain_leg_after   0 to 10\n"
                       "  effort, next_morning              0 to 10; better, same or worse\n"
                       "  stop_rep, stop_phase, stop_pain, stop_site   where it hurt\n"
                       "  edited, note                      changed or added; your own words\n"
                       "  session_state                     completed, stopped or cut\n"
                       "  programme, stage                  which one it followed; the stage on that day\n"
                       "  dose_since, dose_reason           when the plan last changed the dose, and why"),
                     &argc, &argv))
    return YF_EXIT_USAGE;

  if (!parse_format (format_text, &format) ||
      (from_text != NULL && !yf_cli_parse_day (from_text, "--from", &from)) ||
      (to_text != NULL && !yf_cli_parse_day (to_text, "--to", &to)))
    return YF_EXIT_USAGE;

  if (from != YF_DAY_NONE && to != YF_DAY_NONE && from > to)
    {
      yf_cli_complain ("%s", _("The first day comes after the last."));
      return YF_EXIT_USAGE;
    }

  if (argc < 2 || *argv[1] == '\0')
    {
      /* Translators: the name of a command */
      yf_cli_complain (_("Say which file. Try “%s --help”."), g_get_prgname ());
      return YF_EXIT_USAGE;
    }
  if (!yf_cli_no_arguments (argc - 1, argv + 1))
    return YF_EXIT_USAGE;

  report = make_report (self, from, to, anonymous, &error);
  bytes = report != NULL ? yf_report_render (report, format, &error) : NULL;
  if (bytes == NULL)
    return yf_cli_fail (error);

  if (g_str_equal (argv[1], "-"))
    return write_stream (stdout, _("standard output"), bytes, &error) ? YF_EXIT_DONE : yf_cli_fail (error);

  if (!write_file (argv[1], bytes, &error))
    return yf_cli_fail (error);

  return YF_EXIT_DONE;
}
