/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

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

  YfPerson      *person;
  GCancellable  *cancellable;
  GPtrArray     *sessions;   /* YfSessionRecord, newest first */
  GPtrArray     *check_ins;  /* YfCheckInRecord, newest first */
  guint          next_session;
  guint          next_check_in;
};

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
compare_sessions (gconstpointer a,
                  gconstpointer b)
{
  const YfSessionRecord *first = *(const YfSessionRecord * const *) a;
  const YfSessionRecord *second = *(const YfSessionRecord * const *) b;

  return (first->started < second->started) - (first->started > second->started);
}

static gint
compare_check_ins (gconstpointer a,
                   gconstpointer b)
{
  const YfCheckInRecord *first = *(const YfCheckInRecord * const *) a;
  const YfCheckInRecord *second = *(const YfCheckInRecord * const *) b;

  return (first->at < second->at) - (first->at > second->at);
}

static void
show_more (YfHistoryPage *self)
{
  YfCatalogue *catalogue = yf_person_get_catalogue (self->person);

  for (guint i = 0; i < BATCH; i++)
    {
      YfSessionRecord *session = NULL;
      YfCheckInRecord *check_in = NULL;

      if (self->next_session < self->sessions->len)
        session = g_ptr_array_index (self->sessions, self->next_session);
      if (self->next_check_in < self->check_ins->len)
        check_in = g_ptr_array_index (self->check_ins, self->next_check_in);

      if (session && (check_in == NULL || session->started >= check_in->at))
        {
          gtk_list_box_append (self->list, yf_session_row_new (catalogue, session));
          self->next_session++;
        }
      else if (check_in)
        {
          gtk_list_box_append (self->list, yf_session_row_new_check_in (catalogue, check_in));
          self->next_check_in++;
        }
    }
  gtk_widget_set_visible (self->more, self->next_session < self->sessions->len ||
                                      self->next_check_in < self->check_ins->len);
}

static void
show_trouble (YfHistoryPage *self,
              const GError  *error)
{
  adw_status_page_set_description (self->trouble, error->message);
  gtk_stack_set_visible_child_name (self->stack, "trouble");
}

static void
list_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (YfHistoryPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sessions = NULL;
  g_autoptr (GPtrArray) check_ins = NULL;
  GtkWidget *child;

  sessions = yf_store_list_sessions_finish (YF_STORE (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (sessions)
    check_ins = yf_store_dup_lone_check_ins (YF_STORE (source), YF_DAY_NONE, YF_DAY_NONE, &error);
  if (check_ins == NULL)
    {
      show_trouble (self, error);
      return;
    }

  g_ptr_array_sort (sessions, compare_sessions);
  g_ptr_array_sort (check_ins, compare_check_ins);
  g_clear_pointer (&self->sessions, g_ptr_array_unref);
  g_clear_pointer (&self->check_ins, g_ptr_array_unref);
  self->sessions = g_steal_pointer (&sessions);
  self->check_ins = g_steal_pointer (&check_ins);
  self->next_session = self->next_check_in = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))))
    gtk_list_box_remove (self->list, child);
  show_more (self);
  gtk_stack_set_visible_child_name (self->stack, gtk_widget_get_first_child (GTK_WIDGET (self->list)) ? "list" : "empty");
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
  gtk_widget_class_bind_template_callback (widget_class, show_more);
}

static void
yf_history_page_init (YfHistoryPage *self)
{
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
  g_signal_connect_object (person, "logged", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  reload (self);
}
