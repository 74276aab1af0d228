/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "yf-date-row.h"
#include "yf-hand-over-contents.h"
#include "yf-hand-over-page.h"
#include "yf-hand-over.h"
#include "yf-paper-view.h"
#include "yf-portal.h"
#include "yf-print.h"
#include "yf-rows.h"

struct _YfHandOverPage
{
  AdwBin parent_instance;

  AdwPreferencesGroup *periods;
  GtkWidget           *own_period;
  YfDateRow           *from;
  YfDateRow           *to;
  AdwPreferencesGroup *who;
  AdwPreferencesGroup *formats;
  YfHandOverContents  *contents;
  GtkWidget           *preview;
  GtkLabel            *place;
  GtkWidget           *previous;
  GtkWidget           *next;
  YfPaperView         *paper;
  GtkLabel            *problem;
  GtkWidget           *save;
  GtkWidget           *print;
  GtkWidget           *mail;

  YfPerson            *person;
  YfPortal            *portal;
  GCancellable        *cancellable; /* of the report that is being made, or NULL */
  YfReport            *report;      /* NULL while it is being made, and where there is none */
  YfReportPages       *pages;
  GtkCheckButton      *period_checks[YF_RANGE_ALL + 2];
  GtkSwitch           *anonymous;
  GtkCheckButton      *format_checks[YF_N_REPORT_FORMATS];
  GtkFileChooserNative *chooser;
  char                *mail_folder; /* files that a mail program may still be reading */
};

G_DEFINE_FINAL_TYPE (YfHandOverPage, yf_hand_over_page, ADW_TYPE_BIN)

enum
{
  TOLD,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* After the ranges of the Progress page. */
#define OWN_PERIOD (YF_RANGE_ALL + 1)

static const char * const period_names[] = {
  [YF_RANGE_TWO_WEEKS] = N_("The last two weeks"),
  [YF_RANGE_THREE_MONTHS] = N_("The last three months"),
  [YF_RANGE_YEAR] = N_("The last year"),
  [YF_RANGE_ALL] = N_("Everything"),
  [OWN_PERIOD] = N_("Other days"),
};

static const struct
{
  const char *title;
  const char *subtitle;
} format_texts[] = {
  [YF_REPORT_PDF] = { N_("PDF"), N_("To read and to print: one page for the hurried, then charts and the log") },
  [YF_REPORT_CSV] = { N_("CSV"), N_("A plain table, a line for each set") },
  [YF_REPORT_XLSX] = { N_("Spreadsheet (XLSX)"), N_("Tables with dates and numbers, to reckon with") },
  [YF_REPORT_FHIR] = { N_("FHIR"), N_("For the records of a hospital or a practice") },
  [YF_REPORT_JSON] = { N_("JSON"), N_("All of it; Yanfei can read it back") },
};

static void
show_problem (YfHandOverPage *self,
              const char     *message)
{
  gtk_label_set_label (self->problem, message ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), message != NULL);
}

static void
tell (YfHandOverPage *self,
      const char     *message)
{
  g_signal_emit (self, signals[TOLD], 0, message);
}

static guint
get_formats (YfHandOverPage *self)
{
  guint formats = 0;

  for (guint i = 0; i < YF_N_REPORT_FORMATS; i++)
    if (gtk_check_button_get_active (self->format_checks[i]))
      formats |= 1u << i;

  return formats;
}

static void
update_buttons (YfHandOverPage *self)
{
  gboolean ready = self->report != NULL;
  guint formats = get_formats (self);

  gtk_widget_set_sensitive (self->save, ready && formats != 0);
  gtk_widget_set_sensitive (self->mail, ready && formats != 0);
  gtk_widget_set_sensitive (self->print, ready);
}

static void
update_place (YfHandOverPage *self)
{
  guint n = self->pages != NULL ? yf_report_pages_get_n (self->pages) : 0;
  guint page = yf_paper_view_get_page (self->paper);
  g_autofree char *text = NULL;

  if (n > 0)
    /* Translators: the number of a page, and how many there are */
    text = g_strdup_printf (_("Page %u of %u"), page + 1, n);
  else
    text = g_strdup (self->cancellable != NULL ? _("The report is being made…") : _("There is no report of these days."));
  gtk_label_set_label (self->place, text);
  gtk_widget_set_sensitive (self->previous, page > 0);
  gtk_widget_set_sensitive (self->next, page + 1 < n);
}

static void
show_report (YfHandOverPage *self)
{
  g_clear_object (&self->pages);
  if (self->report != NULL)
    {
      self->pages = yf_report_pages_new (self->report, yf_paper_size_get_default ());
      yf_hand_over_contents_show (self->contents, self->report);
    }
  yf_paper_view_set_pages (self->paper, self->pages);
  gtk_widget_set_visible (GTK_WIDGET (self->contents), self->report != NULL || self->cancellable != NULL);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->paper)),
                          self->report != NULL || self->cancellable != NULL);
  update_place (self);
  update_buttons (self);
}

static void
prepared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (YfHandOverPage) self = user_data;
  g_autoptr (GError) error = NULL;
  YfReport *report = yf_hand_over_prepare_finish (YF_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->person == NULL)
    {
      g_clear_pointer (&report, yf_report_unref);
      return;
    }
  self->report = report;
  g_clear_object (&self->cancellable);
  if (report == NULL)
    show_problem (self, error->message);
  show_report (self);
}

/* Returns: whether the days make sense; the person was told otherwise */
static gboolean
get_days (YfHandOverPage *self,
          YfDay          *from,
          YfDay          *to)
{
  YfDay today = yf_person_get_today (self->person);

  for (YfRange range = YF_RANGE_TWO_WEEKS; range <= YF_RANGE_ALL; range++)
    {
      if (!gtk_check_button_get_active (self->period_checks[range]))
        continue;
      *from = YF_DAY_NONE;
      *to = YF_DAY_NONE;
      if (range != YF_RANGE_ALL)
        yf_range_get_days (range, today, today, from, to);
      return TRUE;
    }

  /* What was wrong may be right since the other day has changed. */
  yf_date_row_set_error (self->from, NULL);
  yf_date_row_set_error (self->to, NULL);
  if (!yf_date_row_commit_past (self->from, today) || !yf_date_row_commit_past (self->to, today))
    return FALSE;

  *from = yf_date_row_get_day (self->from);
  *to = yf_date_row_get_day (self->to);
  if (*from != YF_DAY_NONE && *to != YF_DAY_NONE && *from > *to)
    {
      yf_date_row_set_error (self->to, _("The last day is before the first."));
      return FALSE;
    }

  return TRUE;
}

static void
prepare (YfHandOverPage *self)
{
  YfDay from = YF_DAY_NONE, to = YF_DAY_NONE;
  /* First: it may take what was typed, which comes here too. */
  gboolean sensible = get_days (self, &from, &to);

  show_problem (self, NULL);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->report, yf_report_unref);
  if (sensible)
    self->cancellable = g_cancellable_new ();
  show_report (self);
  if (!sensible)
    return;

  yf_hand_over_prepare_async (yf_person_get_store (self->person), yf_person_get_everything (self->person),
                              yf_person_get_rules (self->person), from, to,
                              gtk_switch_get_active (self->anonymous),
                              yf_clock_get_real (yf_person_get_clock (self->person)), self->cancellable,
                              prepared_cb, g_object_ref (self));
}

static void
days_cb (YfHandOverPage *self)
{
  prepare (self);
}

static void
period_cb (YfHandOverPage *self,
           GParamSpec     *pspec,
           GtkCheckButton *check)
{
  if (!gtk_check_button_get_active (check))
    return;

  gtk_widget_set_visible (self->own_period, check == self->period_checks[OWN_PERIOD]);
  prepare (self);
}

static void
turn_page (YfHandOverPage *self,
           int             by)
{
  yf_paper_view_set_page (self->paper, (guint) ((int) yf_paper_view_get_page (self->paper) + by));
  update_place (self);
}

static void
previous_cb (YfHandOverPage *self)
{
  turn_page (self, -1);
}

static void
next_cb (YfHandOverPage *self)
{
  turn_page (self, 1);
}

static void
shown_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (YfHandOverPage) self = user_data;
  g_autoptr (GError) error = NULL;

  /* The person knows where they are: they have just chosen the folder. */
  if (!yf_portal_finish (YF_PORTAL (source), result, &error) &&
      !g_error_matches (error, YF_PORTAL_ERROR, YF_PORTAL_ERROR_DISMISSED))
    g_debug ("The folder was not opened: %s", error->message);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (YfHandOverPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) paths = yf_hand_over_write_finish (result, &error);
  g_autofree char *folder = NULL;
  g_autofree char *message = NULL;

  if (self->person == NULL)
    return;
  update_buttons (self);
  if (paths == NULL)
    {
      show_problem (self, error->message);
      return;
    }

  folder = g_path_get_dirname (paths[0]);
  /* Translators: how many files, and the folder they are in */
  message = g_strdup_printf (ngettext ("%u file is in %s.", "%u files are in %s.", g_strv_length (paths)),
                             g_strv_length (paths), folder);
  tell (self, message);
  yf_portal_show_file_async (self->portal, "", paths[0], NULL, shown_cb, g_object_ref (self));
}

static void
folder_cb (YfHandOverPage       *self,
           int                   response,
           GtkFileChooserNative *chooser)
{
  g_autoptr (GFile) folder = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    folder = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_clear_object (&self->chooser);
  if (folder == NULL || self->report == NULL)
    return;

  path = g_file_get_path (folder);
  if (path == NULL)
    {
      show_problem (self, _("That folder is not on this computer. Choose another."));
      return;
    }
  gtk_widget_set_sensitive (self->save, FALSE);
  yf_hand_over_write_async (self->report, get_formats (self), path, NULL, saved_cb, g_object_ref (self));
}

static void
save_cb (YfHandOverPage *self)
{
  show_problem (self, NULL);
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Choose a Folder"),
                                               GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                               GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                                               C_("folder", "_Save Here"), _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (folder_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
print_cb (YfHandOverPage *self)
{
  g_autoptr (GtkPrintOperation) operation = yf_hand_over_new_print (self->report);
  g_autoptr (GError) error = NULL;

  show_problem (self, NULL);
  if (!yf_print_run (operation, GTK_WIDGET (self), &error))
    {
      /* Translators: %s says why */
      g_autofree char *message = g_strdup_printf (_("The report could not be printed. %s"), error->message);

      show_problem (self, message);
    }
}

static void
mailed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (YfHandOverPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (self->person == NULL || yf_portal_finish (YF_PORTAL (source), result, &error) ||
      g_error_matches (error, YF_PORTAL_ERROR, YF_PORTAL_ERROR_DISMISSED))
    return;

  show_problem (self, _("No mail program could be opened. Save the files instead, and put them into a letter yourself."));
}

static void
mail_written_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (YfHandOverPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) paths = yf_hand_over_write_finish (result, &error);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *subject = NULL;

  if (self->person == NULL)
    return;
  update_buttons (self);
  if (paths == NULL || self->report == NULL)
    {
      if (error != NULL)
        show_problem (self, error->message);
      return;
    }

  from = yf_day_to_display (yf_report_get_from (self->report));
  to = yf_day_to_display (yf_report_get_to (self->report));
  /* Translators: the subject of a letter; two dates */
  subject = g_strdup_printf (_("Exercise log, %s to %s"), from, to);
  yf_portal_compose_mail_async (self->portal, "", subject, "", (const char * const *) paths, NULL, mailed_cb,
                                g_object_ref (self));
}

/* What a letter took with it is not left lying about. */
static void
clear_mail_folder (YfHandOverPage *self)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  if (self->mail_folder == NULL)
    return;

  folder = g_dir_open (self->mail_folder, 0, NULL);
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->mail_folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->mail_folder);
  g_clear_pointer (&self->mail_folder, g_free);
}

static void
mail_cb (YfHandOverPage *self)
{
  g_autoptr (GError) error = NULL;

  show_problem (self, NULL);
  clear_mail_folder (self);
  self->mail_folder = g_dir_make_tmp ("yanfei-XXXXXX", &error);
  if (self->mail_folder == NULL)
    {
      show_problem (self, error->message);
      return;
    }
  gtk_widget_set_sensitive (self->mail, FALSE);
  yf_hand_over_write_async (self->report, get_formats (self), self->mail_folder, NULL, mail_written_cb,
                            g_object_ref (self));
}

static void
fill (YfHandOverPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (period_names); i++)
    {
      adw_preferences_group_add (self->periods,
                                 yf_rows_new_check (_(period_names[i]), NULL, &self->period_checks[i]));
      if (i > 0)
        gtk_check_button_set_group (self->period_checks[i], self->period_checks[0]);
    }
  gtk_check_button_set_active (self->period_checks[YF_RANGE_THREE_MONTHS], TRUE);

  adw_preferences_group_add (self->who,
                             yf_rows_new_switch (_("Leave out who I am"),
                                                 _("Without your name and year of birth, the names of clinicians, and your notes"),
                                                 &self->anonymous));

  for (guint i = 0; i < YF_N_REPORT_FORMATS; i++)
    {
      adw_preferences_group_add (self->formats, yf_rows_new_check (_(format_texts[i].title),
                                                                   _(format_texts[i].subtitle),
                                                                   &self->format_checks[i]));
      g_signal_connect_object (self->format_checks[i], "toggled", G_CALLBACK (update_buttons), self,
                               G_CONNECT_SWAPPED);
    }
  gtk_check_button_set_active (self->format_checks[YF_REPORT_PDF], TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (period_names); i++)
    g_signal_connect_object (self->period_checks[i], "notify::active", G_CALLBACK (period_cb), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (self->anonymous, "notify::active", G_CALLBACK (prepare), self, G_CONNECT_SWAPPED);
}

static void
dispose (GObject *object)
{
  YfHandOverPage *self = YF_HAND_OVER_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->person);
  g_clear_object (&self->portal);
  g_clear_object (&self->pages);
  g_clear_object (&self->chooser);
  g_clear_pointer (&self->report, yf_report_unref);
  clear_mail_folder (self);

  G_OBJECT_CLASS (yf_hand_over_page_parent_class)->dispose (object);
}

static void
yf_hand_over_page_class_init (YfHandOverPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;

  signals[TOLD] = g_signal_new ("told", YF_TYPE_HAND_OVER_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (YF_TYPE_DATE_ROW);
  g_type_ensure (YF_TYPE_HAND_OVER_CONTENTS);
  g_type_ensure (YF_TYPE_PAPER_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-hand-over-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YfHandOverPage, periods);
  gtk_widget_class_bind_template_child (widget_class, YfHandOverPage, own_period);
  gtk_widget_class_bind_template_child (widget_class, YfHandOverPage, from);
  gtk_widget_class_bind_template_child (widget_class, YfHandOverPage, to);
  gtk_widget_class_bind_template_child (widget_class, YfHandOverPage, who);
  gtk_widget_class_bind_template_child (widget_class, YfHandOverPage, formats);
  gtk_widget_class_bind_template_child (widget_class, YfHandOverPage, contents);
  gtk_widget_class_bind_template_child (widget_class, YfHandOverPage, preview);
  gtk_widget_class_bind_template_child (widget_class, YfHandOverPage, place);
  gtk_widget_class_bind_template_child (widget_class, YfHandOverPage, previous);
  gtk_widget_class_bind_template_child (widget_class, YfHandOverPage, next);
  gtk_widget_class_bind_template_child (widget_class, YfHandOverPage, paper);
  gtk_widget_class_bind_template_child (widget_class, YfHandOverPage, problem);
  gtk_widget_class_bind_template_child (widget_class, YfHandOverPage, save);
  gtk_widget_class_bind_template_child (widget_class, YfHandOverPage, print);
  gtk_widget_class_bind_template_child (widget_class, YfHandOverPage, mail);
  gtk_widget_class_bind_template_callback (widget_class, days_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);
  gtk_widget_class_bind_template_callback (widget_class, mail_cb);
}

static void
yf_hand_over_page_init (YfHandOverPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yf_hand_over_page_new:
 * @person: whose log it is; the log is open
 *
 * Returns: (transfer floating): a page on which it can be given away
 */
GtkWidget *
yf_hand_over_page_new (YfPerson *person)
{
  YfHandOverPage *self = g_object_new (YF_TYPE_HAND_OVER_PAGE, NULL);
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);

  self->person = g_object_ref (person);
  self->portal = yf_portal_new (bus);
  fill (self);
  prepare (self);

  return GTK_WIDGET (self);
}
