/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-activity-log.h"
#include "yf-fact-dialog.h"
#include "yf-fact-row.h"
#include "yf-history-page.h"
#include "yf-missed-dialog.h"
#include "yf-present.h"
#include "yf-session-dialog.h"
#include "yf-session-row.h"

struct _YfHistoryPage
{
  AdwBin parent_instance;

  GtkStack      *stack;
  AdwStatusPage *trouble;
  GtkListBox    *list;
  GtkWidget     *more;
  GtkWidget     *log_activity;
  GtkWidget     *add_missed;

  YfPerson      *person;
  GCancellable  *cancellable;
  YfLog         *log;        /* NULL until it is read */
  GArray        *entries;    /* Entry, newest first: all that is in it */
  guint          next;
};

typedef struct
{
  gint64       at;
  YfEntryKind  kind;
  const char  *id;
  gpointer     record; /* in the log */
} Entry;

G_DEFINE_FINAL_TYPE (YfHistoryPage, yf_history_page, ADW_TYPE_BIN)

enum
{
  LOADED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Years of sessions are not all made into rows at once. */
#define BATCH 30

static gint
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *first = a;
  const Entry *second = b;

  return (first->at < second->at) - (first->at > second->at);
}

static void
add_entry (YfHistoryPage *self,
           gint64         at,
           YfEntryKind    kind,
           const char    *id,
           gpointer       record)
{
  const Entry entry = { at, kind, id, record };

  g_array_append_val (self->entries, entry);
}

static void
merge (YfHistoryPage *self)
{
  g_array_set_size (self->entries, 0);
  self->next = 0;

  for (guint i = 0; i < self->log->sessions->len; i++)
    {
      YfSessionRecord *session = g_ptr_array_index (self->log->sessions, i);

      add_entry (self, session->started, YF_ENTRY_SESSION, session->id, session);
    }
  for (guint i = 0; i < self->log->check_ins->len; i++)
    {
      YfCheckInRecord *check_in = g_ptr_array_index (self->log->check_ins, i);

      add_entry (self, check_in->at, YF_ENTRY_CHECK_IN, check_in->id, check_in);
    }
  for (guint i = 0; i < self->log->reliefs->len; i++)
    {
      YfReliefRecord *relief = g_ptr_array_index (self->log->reliefs, i);

      add_entry (self, relief->started, YF_ENTRY_RELIEF, relief->id, relief);
    }
  for (guint i = 0; i < self->log->activities->len; i++)
    {
      YfActivityRecord *activity = g_ptr_array_index (self->log->activities, i);

      add_entry (self, activity->at, YF_ENTRY_ACTIVITY, activity->id, activity);
    }
  g_array_sort (self->entries, compare_entries);
}

static void
log_activity_cb (YfHistoryPage *self)
{
  yf_activity_log_ask (self->person, GTK_WIDGET (self));
}

static void
add_missed_cb (YfHistoryPage *self)
{
  gtk_window_present (GTK_WINDOW (yf_missed_dialog_new (self->person,
                                                        GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))))));
}

static const Entry *
find_entry (YfHistoryPage *self,
            const char    *id)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      if (g_str_equal (entry->id, id))
        return entry;
    }

  return NULL;
}

static void
edit_cb (YfHistoryPage *self,
         GtkWidget     *button)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  const Entry *entry = find_entry (self, g_object_get_data (G_OBJECT (button), "entry"));
  GtkWidget *dialog;

  if (entry == NULL)
    return;
  if (entry->kind == YF_ENTRY_SESSION)
    dialog = yf_session_dialog_new (self->person, window, entry->record);
  else
    dialog = yf_fact_dialog_new (self->person, window, entry->kind, entry->record);
  gtk_window_present (GTK_WINDOW (dialog));
}

static GtkWidget *
create_row (YfHistoryPage *self,
            const Entry   *entry)
{
  YfCatalogue *catalogue = yf_person_get_everything (self->person);
  GtkWidget *edit;
  GtkWidget *row;

  if (entry->kind == YF_ENTRY_SESSION)
    {
      row = yf_session_row_new (self->person, self->log, entry->record, &edit);
      gtk_widget_set_visible (edit, ((YfSessionRecord *) entry->record)->state != YF_RECORD_RUNNING);
    }
  else if (entry->kind == YF_ENTRY_CHECK_IN)
    row = yf_fact_row_new_check_in (catalogue, self->log, entry->record, &edit);
  else if (entry->kind == YF_ENTRY_RELIEF)
    row = yf_fact_row_new_relief (catalogue, self->log, entry->record, &edit);
  else
    row = yf_fact_row_new_activity (self->log, entry->record, &edit);

  gtk_widget_set_sensitive (edit, yf_person_can_write (self->person));
  g_object_set_data_full (G_OBJECT (edit), "entry", g_strdup (entry->id), g_free);
  g_object_set_data_full (G_OBJECT (row), "entry", g_strdup (entry->id), g_free);
  g_signal_connect_object (edit, "clicked", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static void
show_rows (YfHistoryPage *self,
           guint          n)
{
  guint end = MIN (self->next + n, self->entries->len);

  for (; self->next < end; self->next++)
    gtk_list_box_append (self->list, create_row (self, &g_array_index (self->entries, Entry, self->next)));
  gtk_widget_set_visible (self->more, self->next < self->entries->len);
}

static void
show_more (YfHistoryPage *self)
{
  show_rows (self, BATCH);
}

/* The entry that stands in the place of another, or the entry itself. */
static const char *
get_successor (YfHistoryPage *self,
               const char    *id)
{
  for (guint i = 0; i < self->log->edits->len; i++)
    {
      const YfEdit *edit = g_ptr_array_index (self->log->edits, i);

      if (edit->new && g_strcmp0 (edit->old, id) == 0)
        return edit->new;
    }

  return id;
}

/* Makes the rows anew, and leaves what was unfolded unfolded, and the keyboard
 * where it was. */
static void
show_all (YfHistoryPage *self)
{
  g_autoptr (GHashTable) expanded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *focused = NULL;
  guint n = MAX (self->next, BATCH);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))))
    {
      const char *id = get_successor (self, g_object_get_data (G_OBJECT (child), "entry"));

      if (ADW_IS_EXPANDER_ROW (child) && adw_expander_row_get_expanded (ADW_EXPANDER_ROW (child)))
        g_hash_table_add (expanded, g_strdup (id));
      if (gtk_widget_get_focus_child (GTK_WIDGET (self->list)) == child)
        focused = g_strdup (id);
      gtk_list_box_remove (self->list, child);
    }
  merge (self);
  show_rows (self, n);
  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->list)); child; child = gtk_widget_get_next_sibling (child))
    {
      const char *id = g_object_get_data (G_OBJECT (child), "entry");

      if (ADW_IS_EXPANDER_ROW (child) && g_hash_table_contains (expanded, id))
        adw_expander_row_set_expanded (ADW_EXPANDER_ROW (child), TRUE);
      if (g_strcmp0 (focused, id) == 0)
        gtk_widget_child_focus (child, GTK_DIR_TAB_FORWARD);
    }
}

static void
show_trouble (YfHistoryPage *self,
              const GError  *error)
{
  adw_status_page_set_description (self->trouble, error->message);
  gtk_stack_set_visible_child_name (self->stack, "trouble");
}

/* Newest first, as those who listen want them. */
static void
emit_loaded (YfHistoryPage *self)
{
  g_autoptr (GPtrArray) sessions = g_ptr_array_new ();

  for (guint i = 0; i < self->entries->len; i++)
    if (g_array_index (self->entries, Entry, i).kind == YF_ENTRY_SESSION)
      g_ptr_array_add (sessions, g_array_index (self->entries, Entry, i).record);
  g_signal_emit (self, signals[LOADED], 0, sessions);
}

static void
load_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (YfHistoryPage) self = user_data;
  g_autoptr (GError) error = NULL;
  YfLog *log = yf_store_load_log_finish (YF_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (log == NULL)
    {
      show_trouble (self, error);
      return;
    }

  g_clear_pointer (&self->log, yf_log_unref);
  self->log = log;
  show_all (self);
  gtk_stack_set_visible_child_name (self->stack, self->entries->len > 0 ? "list" : "empty");
  emit_loaded (self);
}

static void
reload (YfHistoryPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  yf_store_load_log_async (yf_person_get_store (self->person), YF_DAY_NONE, YF_DAY_NONE,
                           self->cancellable, load_cb, g_object_ref (self));
}

static void
dispose (GObject *object)
{
  YfHistoryPage *self = YF_HISTORY_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->person);
  g_clear_pointer (&self->log, yf_log_unref);
  g_clear_pointer (&self->entries, g_array_unref);

  G_OBJECT_CLASS (yf_history_page_parent_class)->dispose (object);
}

static void
yf_history_page_class_init (YfHistoryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;

  signals[LOADED] =
    g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-history-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YfHistoryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, YfHistoryPage, trouble);
  gtk_widget_class_bind_template_child (widget_class, YfHistoryPage, list);
  gtk_widget_class_bind_template_child (widget_class, YfHistoryPage, more);
  gtk_widget_class_bind_template_child (widget_class, YfHistoryPage, log_activity);
  gtk_widget_class_bind_template_child (widget_class, YfHistoryPage, add_missed);
  gtk_widget_class_bind_template_callback (widget_class, show_more);
  gtk_widget_class_bind_template_callback (widget_class, log_activity_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_missed_cb);
}

static void
yf_history_page_init (YfHistoryPage *self)
{
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  gtk_widget_init_template (GTK_WIDGET (self));
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->stack)); child;
       child = gtk_widget_get_next_sibling (child))
    yf_present_while_mapped (child);
}

/**
 * yf_history_page_set_person:
 * @person: whose history it is; the log is open
 *
 * Shows the history, and keeps it up to date. Called once.
 */
void
yf_history_page_set_person (YfHistoryPage *self,
                            YfPerson      *person)
{
  g_return_if_fail (YF_IS_HISTORY_PAGE (self));
  g_return_if_fail (self->person == NULL);

  self->person = g_object_ref (person);
  gtk_widget_set_sensitive (self->log_activity, yf_person_can_write (person));
  gtk_widget_set_sensitive (self->add_missed, yf_person_can_write (person));
  g_signal_connect_object (person, "logged", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  reload (self);
}
