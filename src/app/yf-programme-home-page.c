/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-print.h"
#include "yf-programme-editor-page.h"
#include "yf-programme-finding.h"
#include "yf-programme-groups.h"
#include "yf-programme-home-page.h"
#include "yf-programme-print.h"
#include "yf-programme-versions.h"
#include "yf-rows.h"

struct _YfProgrammeHomePage
{
  AdwBin parent_instance;

  GtkLabel             *problem;
  GtkBox               *head;
  GtkBox               *box;

  YfPerson             *person;
  YfCatalogue          *builtin;
  YfProgramme          *programme; /* the one that was chosen last, or NULL */
  YfProgrammeDraft     *draft;     /* what was being written and not saved, or NULL */
  GtkFileChooserNative *chooser;
};

G_DEFINE_FINAL_TYPE (YfProgrammeHomePage, yf_programme_home_page, ADW_TYPE_BIN)

enum
{
  TOLD,
  PAGE,
  OPEN,
  LOOK,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void show_all (YfProgrammeHomePage *self);

static void
show_problem (YfProgrammeHomePage *self,
              const char          *message)
{
  gtk_label_set_label (self->problem, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), message != NULL);
}

/* -- What can be done ------------------------------------------------------ */

static void
chosen_file_cb (YfProgrammeHomePage  *self,
                int                   response,
                GtkFileChooserNative *chooser)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_clear_object (&self->chooser);
  if (file != NULL)
    g_signal_emit (self, signals[OPEN], 0, file);
}

static void
open_cb (YfProgrammeHomePage *self)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  show_problem (self, NULL);
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Open a Programme"),
                                               GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), _("_Cancel"));
  gtk_file_filter_set_name (filter, _("Programmes"));
  gtk_file_filter_add_suffix (filter, "yanfei");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_file_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* -- Writing one ----------------------------------------------------------- */

static void
look_cb (YfProgrammeHomePage *self,
         YfProgramme         *programme)
{
  g_signal_emit (self, signals[LOOK], 0, programme);
}

static void
told_cb (YfProgrammeHomePage *self,
         const char          *message)
{
  g_signal_emit (self, signals[TOLD], 0, message);
}

/* Nobody who goes back loses what they have written. */
static void
left_cb (YfProgrammeHomePage *self,
         GtkWidget           *editor)
{
  if (self->person == NULL)
    return;

  g_clear_pointer (&self->draft, yf_programme_draft_free);
  if (!yf_programme_editor_page_is_saved (YF_PROGRAMME_EDITOR_PAGE (editor)))
    self->draft = yf_programme_editor_page_dup_draft (YF_PROGRAMME_EDITOR_PAGE (editor));
  show_all (self);
}

static void
edit (YfProgrammeHomePage *self,
      YfProgrammeDraft    *draft,
      gboolean             touched)
{
  GtkWidget *editor = yf_programme_editor_page_new (self->person, self->builtin, draft, touched);

  g_signal_connect_object (editor, "told", G_CALLBACK (told_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "written", G_CALLBACK (look_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "unmap", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  g_signal_emit (self, signals[PAGE], 0, _("Write a Programme"), editor);
}

static void
resume_cb (YfProgrammeHomePage *self)
{
  edit (self, self->draft, TRUE);
}

static void
write_cb (YfProgrammeHomePage *self)
{
  g_autoptr (YfProgrammeDraft) draft = yf_programme_draft_new ();

  draft->date = yf_person_get_today (self->person);
  edit (self, draft, FALSE);
}

static void
write_from_plan_cb (YfProgrammeHomePage *self)
{
  g_autoptr (YfProgrammeDraft) draft = yf_programme_draft_new ();
  YfToday *today = yf_person_get_plan (self->person);
  YfDayPlan *plan = today != NULL ? yf_today_get_plan (today) : NULL;
  GPtrArray *items = plan != NULL ? yf_day_plan_get_items (plan) : NULL;

  if (items == NULL || items->len == 0)
    {
      show_problem (self, _("The plan of today has no exercise in it. Begin with an empty programme."));
      return;
    }

  draft->date = yf_person_get_today (self->person);
  for (guint i = 0; i < items->len; i++)
    {
      const YfDayItem *item = g_ptr_array_index (items, i);

      yf_programme_draft_add_item (draft, item->exercise, &item->dose, &item->pace);
    }
  edit (self, draft, FALSE);
}

/* Another version is given today. */
static void
change_cb (YfProgrammeHomePage *self)
{
  g_autoptr (YfProgrammeDraft) draft = yf_programme_draft_new_from (self->programme);

  draft->date = yf_person_get_today (self->person);
  if (yf_day_is_known (draft->from) && draft->from < draft->date)
    draft->from = YF_DAY_NONE;
  edit (self, draft, FALSE);
}

/* -- The sheet, and the file ----------------------------------------------- */

static gint64
get_now (YfProgrammeHomePage *self)
{
  return yf_clock_get_real (yf_person_get_clock (self->person));
}

static void
print_cb (YfProgrammeHomePage *self)
{
  g_autoptr (GtkPrintOperation) operation = yf_programme_print_new (self->programme, self->builtin, get_now (self));
  g_autoptr (GError) error = NULL;

  show_problem (self, NULL);
  if (!yf_print_run (operation, GTK_WIDGET (self), &error))
    {
      /* Translators: %s says why */
      g_autofree char *message = g_strdup_printf (_("The sheet could not be printed. %s"), error->message);

      show_problem (self, message);
    }
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (YfProgrammeHomePage) self = user_data;
  g_autofree char *name = g_file_get_parse_name (G_FILE (source));
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (self->person == NULL)
    return;
  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    {
      /* Translators: a file; a sentence that says why */
      message = g_strdup_printf (_("Nothing could be written to “%s”. %s"), name, error->message);
      show_problem (self, message);
      return;
    }

  /* Translators: a file */
  message = g_strdup_printf (_("It is saved as %s."), name);
  g_signal_emit (self, signals[TOLD], 0, message);
}

static void
save_to_cb (YfProgrammeHomePage  *self,
            int                   response,
            GtkFileChooserNative *chooser)
{
  GBytes *bytes = g_object_get_data (G_OBJECT (chooser), "bytes");
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file != NULL)
    g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE,
                                         G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, NULL, saved_cb,
                                         g_object_ref (self));
  g_clear_object (&self->chooser);
}

static void
save (YfProgrammeHomePage *self,
      const char          *title,
      const char          *ending,
      GBytes              *bytes)
{
  g_autofree char *name = yf_programme_file_name (self->programme, ending);

  show_problem (self, NULL);
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, C_("backup", "_Save"), _("_Cancel"));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_object_set_data_full (G_OBJECT (self->chooser), "bytes", g_bytes_ref (bytes), (GDestroyNotify) g_bytes_unref);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (save_to_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
save_sheet_cb (YfProgrammeHomePage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = yf_programme_print_pdf (self->programme, self->builtin, get_now (self), &error);

  if (bytes == NULL)
    show_problem (self, error->message);
  else
    save (self, _("Save the Sheet"), "pdf", bytes);
}

/* As it came, to the letter. */
static void
save_file_cb (YfProgrammeHomePage *self)
{
  const char *xml = yf_programme_get_xml (self->programme);
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));

  save (self, _("Save the Programme"), "yanfei", bytes);
}

/* -- The rows -------------------------------------------------------------- */

static AdwPreferencesGroup *
add_group (GtkBox     *box,
           const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (box, group);

  return ADW_PREFERENCES_GROUP (group);
}

static void
add_action (YfProgrammeHomePage *self,
            AdwPreferencesGroup *group,
            const char          *icon,
            const char          *title,
            const char          *subtitle,
            GCallback            callback)
{
  GtkWidget *row = yf_rows_new_plain (title, subtitle);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (icon));
  g_signal_connect_object (row, "activated", callback, self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
}

static void
add_actions (YfProgrammeHomePage *self)
{
  GtkBox *box = self->programme != NULL ? self->box : self->head;
  AdwPreferencesGroup *group;

  if (self->programme != NULL)
    {
      group = add_group (box, _("This programme"));
      add_action (self, group, "document-print-symbolic", _("Print as a Sheet…"),
                  _("With the figures, and two weeks of boxes to tick"), G_CALLBACK (print_cb));
      add_action (self, group, "document-save-symbolic", _("Save the Sheet…"), _("As a PDF"), G_CALLBACK (save_sheet_cb));
      add_action (self, group, "document-send-symbolic", _("Save the File…"), _("For another computer, or for the clinician"),
                  G_CALLBACK (save_file_cb));
      add_action (self, group, "document-edit-symbolic", _("Change It…"),
                  _("It becomes another version; this one is kept"), G_CALLBACK (change_cb));
    }

  group = add_group (box, self->programme != NULL ? _("Another programme") : _("Get one"));
  if (self->draft != NULL)
    add_action (self, group, "document-edit-symbolic", _("Go on Writing…"),
                _("What you wrote is not saved yet"), G_CALLBACK (resume_cb));
  add_action (self, group, "document-open-symbolic", _("Open…"),
              _("A file that your physiotherapist or doctor has given you"), G_CALLBACK (open_cb));
  add_action (self, group, "document-new-symbolic", _("Make One from Today’s Plan…"),
              _("To be changed, saved and handed on"), G_CALLBACK (write_from_plan_cb));
  add_action (self, group, "document-new-symbolic", _("Make an Empty One…"), NULL, G_CALLBACK (write_cb));
}

/* -- What there is --------------------------------------------------------- */

/* The version that was agreed to last. It may begin later, or be over: then it is
 * not in force, and still the one that is followed. */
static char *
find_chosen (YfProgrammeHomePage  *self,
             GPtrArray            *records,
             GError              **error)
{
  YfStore *store = yf_person_get_store (self->person);
  gint64 now = yf_clock_get_real (yf_person_get_clock (self->person));

  for (guint i = records->len; i > 0; i--)
    {
      const YfProgrammeRecord *record = g_ptr_array_index (records, i - 1);
      g_autoptr (YfProgrammeRecord) found = NULL;

      if (!yf_store_find_programme (store, now, record->from, &found, error))
        return NULL;
      if (found != NULL && g_str_equal (found->id, record->id))
        return g_strdup (record->id);
    }

  return NULL;
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (YfProgrammeHomePage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (self->person == NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->box), TRUE);
  if (!yf_store_write_finish (YF_STORE (source), result, &error))
    {
      show_problem (self, error->message);
      return;
    }

  yf_person_reload (self->person);
  show_all (self);
}

static void
choose_cb (YfProgrammeHomePage *self,
           const char          *id)
{
  show_problem (self, NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->box), FALSE);
  yf_store_choose_programme_async (yf_person_get_store (self->person), id,
                                   yf_clock_get_real (yf_person_get_clock (self->person)), NULL, chosen_cb,
                                   g_object_ref (self));
}

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
say (YfProgrammeHomePage *self,
     const char          *message)
{
  GtkWidget *text = gtk_label_new (message);

  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_box_append (self->head, text);
}

/* Says of one that was agreed to and is not in force today why it is not. */
static void
show_state (YfProgrammeHomePage *self)
{
  YfDay today = yf_person_get_today (self->person);
  YfDay until = yf_programme_get_until (self->programme);
  g_autofree char *day = NULL;
  g_autofree char *message = NULL;

  if (yf_programme_is_valid_on (self->programme, today))
    {
      say (self, _("You follow this programme. Earlier ones are kept in your log."));
      return;
    }

  if (today < yf_programme_get_from (self->programme))
    {
      day = yf_day_to_display (yf_programme_get_from (self->programme));
      /* Translators: a date */
      message = g_strdup_printf (_("This programme begins on %s. Until then Yanfei plans by itself."), day);
    }
  else
    {
      day = yf_day_to_display (until);
      /* Translators: a date */
      message = g_strdup_printf (_("This programme ended on %s. Ask for a new one."), day);
    }
  show_problem (self, message);
}

static void
show_all (YfProgrammeHomePage *self)
{
  YfRules *rules = yf_person_get_rules (self->person);
  const YfProfile *profile = yf_person_get_profile (self->person);
  YfDay today = yf_person_get_today (self->person);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = yf_store_dup_programmes (yf_person_get_store (self->person), &error);
  g_autofree char *chosen = records != NULL ? find_chosen (self, records, &error) : NULL;

  clear_box (self->head);
  clear_box (self->box);
  show_problem (self, error != NULL ? error->message : NULL);
  g_clear_pointer (&self->programme, yf_programme_unref);
  for (guint i = 0; records != NULL && chosen != NULL && i < records->len; i++)
    {
      const YfProgrammeRecord *record = g_ptr_array_index (records, i);

      if (!g_str_equal (record->id, chosen))
        continue;
      self->programme = yf_programme_record_read (record, self->builtin, &error);
      if (self->programme == NULL)
        show_problem (self, error->message);
    }

  if (self->programme != NULL)
    {
      g_autoptr (GPtrArray) findings = yf_programme_find_contradictions (self->programme, rules, profile, today);

      yf_programme_groups_fill (self->box, self->programme, self->builtin, findings);
      show_state (self);
    }
  else if (error == NULL)
    {
      say (self, _("You follow no programme: Yanfei plans by itself, carefully. If a physiotherapist or doctor has written one for you, open its file here, or drop it on this window."));
    }
  add_actions (self);
  gtk_widget_set_visible (GTK_WIDGET (self->head), gtk_widget_get_first_child (GTK_WIDGET (self->head)) != NULL);

  if (records != NULL && records->len > 0)
    {
      GtkWidget *versions = yf_programme_versions_new (records, chosen, self->builtin, rules, profile, today);

      g_signal_connect_object (versions, "chosen", G_CALLBACK (choose_cb), self, G_CONNECT_SWAPPED);
      gtk_widget_set_sensitive (versions, yf_person_can_write (self->person));
      gtk_box_append (self->box, versions);
    }
}

static void
dispose (GObject *object)
{
  YfProgrammeHomePage *self = YF_PROGRAMME_HOME_PAGE (object);

  g_clear_object (&self->person);
  g_clear_object (&self->chooser);
  g_clear_pointer (&self->builtin, yf_catalogue_unref);
  g_clear_pointer (&self->programme, yf_programme_unref);
  g_clear_pointer (&self->draft, yf_programme_draft_free);

  G_OBJECT_CLASS (yf_programme_home_page_parent_class)->dispose (object);
}

static void
yf_programme_home_page_class_init (YfProgrammeHomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;

  signals[TOLD] = g_signal_new ("told", YF_TYPE_PROGRAMME_HOME_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[PAGE] = g_signal_new ("page", YF_TYPE_PROGRAMME_HOME_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_STRING, GTK_TYPE_WIDGET);
  signals[OPEN] = g_signal_new ("open", YF_TYPE_PROGRAMME_HOME_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_FILE);
  signals[LOOK] = g_signal_new ("look", YF_TYPE_PROGRAMME_HOME_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, YF_TYPE_PROGRAMME);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-programme-home-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YfProgrammeHomePage, problem);
  gtk_widget_class_bind_template_child (widget_class, YfProgrammeHomePage, head);
  gtk_widget_class_bind_template_child (widget_class, YfProgrammeHomePage, box);
}

static void
yf_programme_home_page_init (YfProgrammeHomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yf_programme_home_page_new:
 * @person: whose programme it is; their log is open
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
yf_programme_home_page_new (YfPerson *person)
{
  YfProgrammeHomePage *self = g_object_new (YF_TYPE_PROGRAMME_HOME_PAGE, NULL);
  g_autoptr (GError) error = NULL;

  self->person = g_object_ref (person);
  self->builtin = yf_catalogue_new_builtin (&error);
  if (self->builtin == NULL)
    show_problem (self, error->message);
  else
    show_all (self);

  return GTK_WIDGET (self);
}
