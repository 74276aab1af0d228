/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-activity-dialog.h"
#include "yf-fact-row.h"
#include "yf-history-page.h"
#include "yf-present.h"
#include "yf-session-row.h"

struct _YfHistoryPage
{
  AdwBin parent_instance;

  GtkStack      *stack;
  AdwStatusPage *trouble;
  GtkListBox    *list;
  GtkWidget     *more;
  GtkWidget     *log_activity;

  YfPerson      *person;
  GCancellable  *cancellable;
  GPtrArray     *sessions;   /* YfSessionRecord, newest first */
  GPtrArray     *check_ins;  /* YfCheckInRecord */
  GPtrArray     *reliefs;    /* YfReliefRecord */
  GPtrArray     *activities; /* YfActivityRecord */
  GArray        *entries;    /* Entry, newest first: all of these */
  guint          next;
};

typedef enum
{
  ENTRY_SESSION,
  ENTRY_CHECK_IN,
  ENTRY_RELIEF,
  ENTRY_ACTIVITY,
} EntryKind;

typedef struct
{
  gint64     at;
  EntryKind  kind;
  gpointer   record; /* in one of the arrays */
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

/* Long enough for slow readers. */
#define UNDO_SECONDS 20

static gint
compare_sessions (gconstpointer a,
                  gconstpointer b)
{
  const YfSessionRecord *first = *(const YfSessionRecord * const *) a;
  const YfSessionRecord *second = *(const YfSessionRecord * const *) b;

  return (first->started < second->started) - (first->started > second->started);
}

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
           EntryKind      kind,
           gpointer       record)
{
  const Entry entry = { at, kind, record };

  g_array_append_val (self->entries, entry);
}

static void
merge (YfHistoryPage *self)
{
  g_array_set_size (self->entries, 0);
  self->next = 0;

  for (guint i = 0; i < self->sessions->len; i++)
    {
      YfSessionRecord *session = g_ptr_array_index (self->sessions, i);

      add_entry (self, session->started, ENTRY_SESSION, session);
    }
  for (guint i = 0; i < self->check_ins->len; i++)
    {
      YfCheckInRecord *check_in = g_ptr_array_index (self->check_ins, i);

      add_entry (self, check_in->at, ENTRY_CHECK_IN, check_in);
    }
  for (guint i = 0; i < self->reliefs->len; i++)
    {
      YfReliefRecord *relief = g_ptr_array_index (self->reliefs, i);

      add_entry (self, relief->started, ENTRY_RELIEF, relief);
    }
  for (guint i = 0; i < self->activities->len; i++)
    {
      YfActivityRecord *activity = g_ptr_array_index (self->activities, i);

      add_entry (self, activity->at, ENTRY_ACTIVITY, activity);
    }
  g_array_sort (self->entries, compare_entries);
}

static void
written (YfHistoryPage *self,
         GObject       *source,
         GAsyncResult  *result,
         const char    *what)
{
  g_autoptr (GError) error = NULL;

  if (!yf_store_write_finish (YF_STORE (source), result, &error))
    {
      /* Translators: the first %s is a sentence that says what did not work, the second why */
      g_autofree char *message = g_strdup_printf (_("%s %s"), what, error->message);

      if (self->person)
        g_signal_emit_by_name (self->person, "trouble", message);
    }
  if (self->person)
    yf_person_note_logged (self->person);
}

static void
add_activity_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (YfHistoryPage) self = user_data;

  written (self, source, result, _("The activity could not be saved."));
}

static void
remove_activity_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (YfHistoryPage) self = user_data;

  written (self, source, result, _("The activity could not be removed."));
}

static void
add_activity (YfHistoryPage          *self,
              const YfActivityRecord *activity)
{
  yf_store_add_activity_async (yf_person_get_store (self->person), activity, NULL, add_activity_cb,
                               g_object_ref (self));
}

static void
remove_activity (YfHistoryPage          *self,
                 const YfActivityRecord *activity)
{
  yf_store_remove_activity_async (yf_person_get_store (self->person), activity->id, NULL, remove_activity_cb,
                                  g_object_ref (self));
}

static void
undo_add_cb (YfHistoryPage *self,
             AdwToast      *toast)
{
  remove_activity (self, g_object_get_data (G_OBJECT (toast), "activity"));
}

static void
undo_remove_cb (YfHistoryPage *self,
                AdwToast      *toast)
{
  add_activity (self, g_object_get_data (G_OBJECT (toast), "activity"));
}

static void
offer_undo (YfHistoryPage          *self,
            const char             *title,
            const YfActivityRecord *activity,
            GCallback               undo)
{
  GtkWidget *toasts = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);
  AdwToast *toast = adw_toast_new (title);

  adw_toast_set_button_label (toast, _("Undo"));
  adw_toast_set_timeout (toast, UNDO_SECONDS);
  g_object_set_data_full (G_OBJECT (toast), "activity", yf_activity_record_copy (activity),
                          (GDestroyNotify) yf_activity_record_free);
  g_signal_connect_object (toast, "button-clicked", undo, self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (toasts), toast);
}

static void
answered_cb (YfHistoryPage          *self,
             const YfActivityRecord *activity)
{
  add_activity (self, activity);
  offer_undo (self, _("The activity is in your log"), activity, G_CALLBACK (undo_add_cb));
}

static void
remove_cb (YfHistoryPage *self,
           GtkWidget     *button)
{
  const YfActivityRecord *activity = g_object_get_data (G_OBJECT (button), "activity");

  gtk_widget_set_sensitive (button, FALSE);
  remove_activity (self, activity);
  offer_undo (self, _("The activity is no longer in your log"), activity, G_CALLBACK (undo_remove_cb));
}

static void
log_activity_cb (YfHistoryPage *self)
{
  GtkWidget *dialog = yf_activity_dialog_new (self->person, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));

  g_signal_connect_object (dialog, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static GtkWidget *
create_activity_row (YfHistoryPage          *self,
                     const YfActivityRecord *activity)
{
  GtkWidget *remove;
  GtkWidget *row = yf_fact_row_new_activity (activity, &remove);

  gtk_widget_set_sensitive (remove, yf_person_can_write (self->person));
  g_object_set_data_full (G_OBJECT (remove), "activity", yf_activity_record_copy (activity),
                          (GDestroyNotify) yf_activity_record_free);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static GtkWidget *
create_row (YfHistoryPage *self,
            const Entry   *entry)
{
  YfCatalogue *catalogue = yf_person_get_everything (self->person);

  switch (entry->kind)
    {
    case ENTRY_SESSION:
      return yf_session_row_new (catalogue, entry->record);
    case ENTRY_CHECK_IN:
      return yf_session_row_new_check_in (catalogue, entry->record);
    case ENTRY_RELIEF:
      return yf_fact_row_new_relief (catalogue, entry->record);
    case ENTRY_ACTIVITY:
    default:
      return create_activity_row (self, entry->record);
    }
}

static void
show_more (YfHistoryPage *self)
{
  guint end = MIN (self->next + BATCH, self->entries->len);

  for (; self->next < end; self->next++)
    gtk_list_box_append (self->list, create_row (self, &g_array_index (self->entries, Entry, self->next)));
  gtk_widget_set_visible (self->more, self->next < self->entries->len);
}

static void
show_trouble (YfHistoryPage *self,
              const GError  *error)
{
  adw_status_page_set_description (self->trouble, error->message);
  gtk_stack_set_visible_child_name (self->stack, "trouble");
}

/* What is not a session: few enough to be read at once. */
static gboolean
read_others (YfHistoryPage  *self,
             YfStore        *store,
             GError        **error)
{
  g_autoptr (GPtrArray) check_ins = yf_store_dup_lone_check_ins (store, YF_DAY_NONE, YF_DAY_NONE, error);
  g_autoptr (GPtrArray) reliefs = NULL;
  g_autoptr (GPtrArray) activities = NULL;

  if (check_ins == NULL)
    return FALSE;
  reliefs = yf_store_dup_reliefs (store, YF_DAY_NONE, YF_DAY_NONE, error);
  if (reliefs == NULL)
    return FALSE;
  activities = yf_store_dup_activities (store, YF_DAY_NONE, YF_DAY_NONE, error);
  if (activities == NULL)
    return FALSE;

  g_clear_pointer (&self->check_ins, g_ptr_array_unref);
  g_clear_pointer (&self->reliefs, g_ptr_array_unref);
  g_clear_pointer (&self->activities, g_ptr_array_unref);
  self->check_ins = g_steal_pointer (&check_ins);
  self->reliefs = g_steal_pointer (&reliefs);
  self->activities = g_steal_pointer (&activities);

  return TRUE;
}

static void
list_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (YfHistoryPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sessions = NULL;
  GtkWidget *child;

  sessions = yf_store_list_sessions_finish (YF_STORE (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (sessions == NULL || !read_others (self, YF_STORE (source), &error))
    {
      show_trouble (self, error);
      return;
    }

  g_ptr_array_sort (sessions, compare_sessions);
  g_clear_pointer (&self->sessions, g_ptr_array_unref);
  self->sessions = g_steal_pointer (&sessions);
  merge (self);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))))
    gtk_list_box_remove (self->list, child);
  show_more (self);
  gtk_stack_set_visible_child_name (self->stack, self->entries->len > 0 ? "list" : "empty");
  g_signal_emit (self, signals[LOADED], 0, self->sessions);
}

static void
reload (YfHistoryPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  yf_store_list_sessions_async (yf_person_get_store (self->person), YF_DAY_NONE, YF_DAY_NONE,
                                self->cancellable, list_cb, g_object_ref (self));
}

static void
dispose (GObject *object)
{
  YfHistoryPage *self = YF_HISTORY_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->person);
  g_clear_pointer (&self->sessions, g_ptr_array_unref);
  g_clear_pointer (&self->check_ins, g_ptr_array_unref);
  g_clear_pointer (&self->reliefs, g_ptr_array_unref);
  g_clear_pointer (&self->activities, g_ptr_array_unref);
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
  gtk_widget_class_bind_template_callback (widget_class, show_more);
  gtk_widget_class_bind_template_callback (widget_class, log_activity_cb);
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
  g_signal_connect_object (person, "logged", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  reload (self);
}
