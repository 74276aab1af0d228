/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-report-private.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>

#include "yf-draft.h"
#include "yf-log-json.h"
#include "yf-log-lists.h"

struct _YfReport
{
  YfLog       *log;
  YfProgress  *progress;
  YfCatalogue *catalogue;
  YfRules     *rules;
  gboolean     anonymous;
  gint64       made;
  YfDay        from;
  YfDay        to;
};

G_DEFINE_BOXED_TYPE (YfReport, yf_report, yf_report_ref, yf_report_unref)

G_DEFINE_QUARK (yf-report-error-quark, yf_report_error)

static const struct
{
  const char *id;
  const char *name;
  const char *extension;
  const char *mime_type;
} formats[] = {
  [YF_REPORT_PDF] = { "pdf", N_("PDF, to read and print"), "pdf", "application/pdf" },
  [YF_REPORT_CSV] = { "csv", N_("CSV, a table of every set"), "csv", "text/csv" },
  [YF_REPORT_XLSX] = { "xlsx", N_("Excel workbook"), "xlsx",
                       "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
  [YF_REPORT_FHIR] = { "fhir", N_("FHIR, for a clinic’s records"), "fhir.json", "application/fhir+json" },
  [YF_REPORT_JSON] = { "json", N_("JSON, everything, to read back in"), "json", "application/json" },
};

G_STATIC_ASSERT (G_N_ELEMENTS (formats) == YF_N_REPORT_FORMATS);

static gboolean
is_running (const YfLogList *list,
            gconstpointer    entry)
{
  if (list->offset == G_STRUCT_OFFSET (YfLog, sessions))
    return ((const YfSessionRecord *) entry)->state == YF_RECORD_RUNNING;

  return list->offset == G_STRUCT_OFFSET (YfLog, reliefs)
         && ((const YfReliefRecord *) entry)->state == YF_RECORD_RUNNING;
}

/* What is under way has no end yet, and no numbers that stay. */
static YfLog *
leave_out_running (YfLog *log)
{
  g_autoptr (YfLog) ended = yf_log_new (log->from, log->to);
  const YfLogList *lists;
  guint n_lists;

  ended->profile = log->profile != NULL ? yf_profile_copy (log->profile) : NULL;
  lists = yf_log_get_lists (&n_lists);
  for (guint i = 0; i < n_lists; i++)
    {
      GPtrArray *from = yf_log_get_list (log, &lists[i]);
      GPtrArray *to = yf_log_get_list (ended, &lists[i]);

      for (guint j = 0; j < from->len; j++)
        if (!is_running (&lists[i], g_ptr_array_index (from, j)))
          g_ptr_array_add (to, lists[i].copy (g_ptr_array_index (from, j), NULL));
    }

  return g_steal_pointer (&ended);
}

static void
find_period (YfReport *self,
             YfDay     from,
             YfDay     to)
{
  YfDay made = yf_day_from_moment (self->made, yf_real_get_utc_offset (self->made));
  YfDay first;
  YfDay last;

  self->from = from;
  self->to = to;

  if (!yf_log_get_extent (self->log, &first, &last))
    first = last = made;

  if (self->from == YF_DAY_NONE)
    self->from = self->to == YF_DAY_NONE ? first : MIN (first, self->to);
  if (self->to == YF_DAY_NONE)
    self->to = MAX (last, self->from);
}

/**
 * yf_log_dup_catalogue:
 * @log: what was done
 * @catalogue: what can be done
 *
 * The log names exercises of the person's own, and those of a programme, by their
 * ids; what they are called is in it too, whether they are still offered or not.
 *
 * Returns: (transfer full): the catalogue with all of them
 */
YfCatalogue *
yf_log_dup_catalogue (YfLog       *log,
                      YfCatalogue *catalogue)
{
  g_autoptr (GPtrArray) exercises = NULL;

  g_return_val_if_fail (log != NULL, NULL);
  g_return_val_if_fail (catalogue != NULL, NULL);

  exercises = yf_programme_records_get_own (log->programmes, catalogue);

  for (guint i = 0; i < log->own_exercises->len; i++)
    {
      const YfOwnExerciseRecord *own = g_ptr_array_index (log->own_exercises, i);
      YfExercise *exercise = yf_draft_read_xml (own->xml, own->id, NULL);

      if (exercise != NULL)
        g_ptr_array_add (exercises, exercise);
    }

  return yf_catalogue_with_own (catalogue, exercises);
}

/**
 * yf_report_new:
 * @log: all that was done, whenever it was
 * @from: the first day of the period, or %YF_DAY_NONE
 * @to: the last day of the period, or %YF_DAY_NONE
 * @catalogue: what can be done
 * @rules: who may do it
 * @anonymous: whether to leave out who the person is, see yf_log_anonymise()
 * @made: when the report is made, in microseconds since the Unix epoch
 *
 * Works out everything that the papers are made from. Sessions and compresses that are
 * still under way are left out. Where the period is left open, it is from the first
 * entry to the last, or the day on which the report is made. The papers list the entries of the
 * period; what is reckoned of them may look further back, as a flare is measured against the
 * weeks before it. The stage is that of the last day of the period. The report's
 * catalogue has the person's own exercises as well.
 *
 * Returns: (transfer full): the report
 */
YfReport *
yf_report_new (YfLog       *log,
               YfDay        from,
               YfDay        to,
               YfCatalogue *catalogue,
               YfRules     *rules,
               gboolean     anonymous,
               gint64       made)
{
  g_autoptr (YfLog) ended = NULL;
  g_autoptr (YfLog) all = NULL;
  YfReport *self;

  g_return_val_if_fail (log != NULL, NULL);
  g_return_val_if_fail (catalogue != NULL, NULL);
  g_return_val_if_fail (rules != NULL, NULL);

  ended = leave_out_running (log);
  all = anonymous ? yf_log_anonymise (ended) : yf_log_ref (ended);

  self = g_atomic_rc_box_new0 (YfReport);
  self->log = yf_log_restrict (all, from, to);
  self->catalogue = yf_log_dup_catalogue (self->log, catalogue);
  self->rules = yf_rules_ref (rules);
  self->anonymous = anonymous;
  self->made = made;
  find_period (self, from, to);
  self->progress = yf_progress_new (all, self->catalogue, self->from, self->to);

  return self;
}

YfReport *
yf_report_ref (YfReport *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
report_clear (gpointer data)
{
  YfReport *self = data;

  yf_log_unref (self->log);
  yf_progress_unref (self->progress);
  yf_catalogue_unref (self->catalogue);
  yf_rules_unref (self->rules);
}

void
yf_report_unref (YfReport *self)
{
  g_atomic_rc_box_release_full (self, report_clear);
}

/**
 * yf_report_get_log:
 * @self: a report
 *
 * Returns: (transfer none): what was done, as it is handed over: nothing that is still
 *   under way, and nobody's name in an anonymous report
 */
YfLog *
yf_report_get_log (YfReport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->log;
}

YfProgress *
yf_report_get_progress (YfReport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->progress;
}

/**
 * yf_report_get_catalogue:
 * @self: a report
 *
 * Returns: (transfer none): the catalogue, with the person's own exercises
 */
YfCatalogue *
yf_report_get_catalogue (YfReport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->catalogue;
}

YfRules *
yf_report_get_rules (YfReport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->rules;
}

gboolean
yf_report_get_anonymous (YfReport *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->anonymous;
}

gint64
yf_report_get_made (YfReport *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->made;
}

/**
 * yf_report_get_from:
 * @self: a report
 *
 * Returns: the first day of the period, always known
 */
YfDay
yf_report_get_from (YfReport *self)
{
  g_return_val_if_fail (self != NULL, YF_DAY_NONE);

  return self->from;
}

/**
 * yf_report_get_to:
 * @self: a report
 *
 * Returns: the last day of the period, always known, not before the first
 */
YfDay
yf_report_get_to (YfReport *self)
{
  g_return_val_if_fail (self != NULL, YF_DAY_NONE);

  return self->to;
}

/**
 * yf_report_get_stage:
 * @self: a report
 *
 * Returns: where in an episode the person stood on the last day of the period, as
 *   the plan has it
 */
YfStage
yf_report_get_stage (YfReport *self)
{
  g_return_val_if_fail (self != NULL, YF_STAGE_PREVENTION);

  return yf_progress_get_stage (self->progress);
}

/* Only what is complete can be read back, so JSON is the log and not the report. */
GBytes *
yf_report_to_json (YfReport  *self,
                   GError   **error)
{
  return yf_log_to_file (self->log, self->anonymous, error);
}

/**
 * yf_report_render:
 * @self: a report
 * @format: the paper
 * @error: return location for a %YF_REPORT_ERROR_FAILED
 *
 * Makes a paper; may be called on any thread. PDF is on the paper of the locale.
 *
 * Returns: (transfer full) (nullable): the bytes of the file
 */
GBytes *
yf_report_render (YfReport        *self,
                  YfReportFormat   format,
                  GError         **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  switch (format)
    {
    case YF_REPORT_PDF:
      return yf_report_to_pdf (self, yf_paper_size_get_default (), error);
    case YF_REPORT_CSV:
      return yf_report_to_csv (self, error);
    case YF_REPORT_XLSX:
      return yf_report_to_xlsx (self, error);
    case YF_REPORT_FHIR:
      return yf_report_to_fhir (self, error);
    case YF_REPORT_JSON:
      return yf_report_to_json (self, error);
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * yf_report_get_file_name:
 * @self: a report
 * @format: the paper
 *
 * Returns: (transfer full): what the file may be called, without a folder, such as
 *   "yanfei-2026-08-01-2026-11-20.pdf"; the person's name is not in it, for
 *   anybody can read the name of a file
 */
char *
yf_report_get_file_name (YfReport       *self,
                         YfReportFormat  format)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (format < YF_N_REPORT_FORMATS, NULL);

  from = yf_day_to_string (self->from);
  to = yf_day_to_string (self->to);

  return g_strdup_printf ("yanfei-%s-%s.%s", from, to, formats[format].extension);
}

/**
 * yf_report_format_get_id:
 * @format: a format
 *
 * Returns: (transfer none): its id on the command line
 */
const char *
yf_report_format_get_id (YfReportFormat format)
{
  g_return_val_if_fail (format < YF_N_REPORT_FORMATS, NULL);

  return formats[format].id;
}

gboolean
yf_report_format_from_id (const char     *id,
                          YfReportFormat *format)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (g_strcmp0 (formats[i].id, id) == 0)
        {
          *format = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * yf_report_format_get_name:
 * @format: a format
 *
 * Returns: (transfer none): its name and what it is for, in the person's language
 */
const char *
yf_report_format_get_name (YfReportFormat format)
{
  g_return_val_if_fail (format < YF_N_REPORT_FORMATS, NULL);

  return _(formats[format].name);
}

/**
 * yf_report_format_get_extension:
 * @format: a format
 *
 * Returns: (transfer none): how its files' names end, without the leading dot
 */
const char *
yf_report_format_get_extension (YfReportFormat format)
{
  g_return_val_if_fail (format < YF_N_REPORT_FORMATS, NULL);

  return formats[format].extension;
}

const char *
yf_report_format_get_mime_type (YfReportFormat format)
{
  g_return_val_if_fail (format < YF_N_REPORT_FORMATS, NULL);

  return formats[format].mime_type;
}

/**
 * yf_paper_size_get_default:
 *
 * Returns: the paper of the person's locale (LC_PAPER): letter where it is 216 by 279
 *   mm, A4 everywhere else
 */
YfPaperSize
yf_paper_size_get_default (void)
{
  /* glibc hands a number back in the place of the text. */
  int width = GPOINTER_TO_INT (nl_langinfo (_NL_PAPER_WIDTH));
  int height = GPOINTER_TO_INT (nl_langinfo (_NL_PAPER_HEIGHT));

  return width == 216 && height == 279 ? YF_PAPER_LETTER : YF_PAPER_A4;
}
