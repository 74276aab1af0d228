/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-application.h"
#include "yf-first-start-page.h"
#include "yf-history-page.h"
#include "yf-over-page.h"
#include "yf-own-exercise-page.h"
#include "yf-page.h"
#include "yf-present.h"
#include "yf-relief-page.h"
#include "yf-reading-page.h"
#include "yf-session-page.h"
#include "yf-toast.h"
#include "yf-trouble-page.h"
#include "yf-window-private.h"
#include "yf-window-programme.h"

/**
 * YfWindow:
 *
 * The window: its tabs, and over them, one at a time, the pages that something leads to.
 * The way to a session and through it is a #YfSessionWalk.
 */
G_DEFINE_FINAL_TYPE (YfWindow, yf_window, ADW_TYPE_APPLICATION_WINDOW)

enum
{
  PROP_0,
  PROP_PERSON,
  PROP_PREFERENCES,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  TODAY_TAB,
  EXERCISES_TAB,
  PROGRESS_TAB,
  PROFILE_TAB,
};

static const char * const tabs[] = { "today", "exercises", "progress", "profile", "learn" };

/* Stacks and leaflets put the keyboard back where it was on a page; where it
 * has not been yet, it begins at the beginning. */
static void
focus_tab (YfWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *tab = adw_view_stack_get_visible_child (self->stack);

  if (focus == NULL || !gtk_widget_is_ancestor (focus, tab))
    gtk_widget_child_focus (tab, GTK_DIR_TAB_FORWARD);
}

static void
page_changed_cb (YfWindow *self)
{
  gboolean home = yf_page_stack_is_home (self->pages);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.show-tab", home);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.back", !home);
  yf_window_enable_menu (self, home && yf_person_get_profile (self->person) != NULL);
  if (home)
    focus_tab (self);
}

static void
chosen_cb (YfWindow   *self,
           YfExercise *exercise)
{
  yf_session_walk_open (self->walk, exercise);
}

static void
read_cb (YfWindow  *self,
         YfReading *reading)
{
  GtkWidget *page = yf_reading_page_new (reading);

  g_signal_connect_object (page, "trouble", G_CALLBACK (yf_window_notify), self, G_CONNECT_SWAPPED);
  yf_window_push (self, page);
}

static void
several_cb (YfWindow *self)
{
  yf_session_walk_choose (self->walk);
}

static void
resume_cb (YfWindow        *self,
           YfSessionRecord *record)
{
  yf_session_walk_resume (self->walk, record);
}

static void
relief_chosen_cb (YfWindow   *self,
                  YfExercise *relief)
{
  yf_window_push (self, yf_relief_page_new (self->person, yf_exercises_page_get_timer (self->exercises_page), relief));
}

static void
own_chosen_cb (YfWindow   *self,
               YfExercise *exercise)
{
  GtkWidget *page = yf_own_exercise_page_new (self->person, exercise);

  g_signal_connect_object (page, "done", G_CALLBACK (yf_window_go_home), self, G_CONNECT_SWAPPED);
  yf_window_push (self, page);
}

static void
show_tab (YfWindow *self,
          guint     tab)
{
  AdwViewStackPage *page = adw_view_stack_get_page (self->stack, adw_view_stack_get_child_by_name (self->stack, tabs[tab]));

  if (!adw_view_stack_page_get_visible (page))
    return;
  adw_view_stack_set_visible_child_name (self->stack, tabs[tab]);
  focus_tab (self);
}

static void
today_start_cb (YfWindow *self)
{
  yf_session_walk_start_today (self->walk);
}

static void
today_profile_cb (YfWindow *self)
{
  show_tab (self, PROFILE_TAB);
}

static void
today_programme_cb (YfWindow *self)
{
  yf_window_show_programme (self);
}

static void
next_break_cb (YfWindow *self)
{
  yf_today_page_set_next_break (self->today_page, yf_break_keeper_get_next (self->breaks));
}

/* The program makes it after the window, and only where breaks can be kept. */
static void
find_breaks (YfWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  YfBreakKeeper *breaks = YF_IS_APPLICATION (application)
                          ? yf_application_get_break_keeper (YF_APPLICATION (application)) : NULL;

  if (breaks == NULL || breaks == self->breaks)
    return;

  g_set_object (&self->breaks, breaks);
  g_signal_connect_object (breaks, "changed", G_CALLBACK (next_break_cb), self, G_CONNECT_SWAPPED);
  next_break_cb (self);
}

static void
today_break_cb (YfWindow *self)
{
  if (self->breaks)
    yf_break_keeper_begin (self->breaks);
}

static void
show_tab_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  YfWindow *self = YF_WINDOW (widget);
  int tab = g_variant_get_int32 (parameter);

  if (tab >= 0 && tab < (int) G_N_ELEMENTS (tabs))
    show_tab (self, (guint) tab);
}

static void
back_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  YfWindow *self = YF_WINDOW (widget);

  if (!yf_window_is_in_session (self))
    yf_page_stack_pop (self->pages);
}

static void
page_cb (YfWindow  *self,
         GtkWidget *page)
{
  yf_window_push (self, page);
}

static void
hand_over_cb (YfWindow *self)
{
  yf_window_show_hand_over (self);
}

static void
history_cb (YfWindow *self)
{
  GtkWidget *history = g_object_new (YF_TYPE_HISTORY_PAGE, NULL);

  yf_history_page_set_person (YF_HISTORY_PAGE (history), self->person);
  yf_window_push (self, yf_over_page_new (_("History"), history));
}

/* Said once, at the start: that the last session did not end by itself. */
static void
loaded_cb (YfWindow *self,
           YfLog    *log)
{
  g_signal_handlers_disconnect_by_func (self->progress_page, loaded_cb, self);

  for (guint i = log->sessions->len; i > 0; i--)
    {
      YfSessionRecord *session = g_ptr_array_index (log->sessions, i - 1);
      int n_reps = yf_session_record_count_reps (session);
      g_autofree char *message = NULL;

      if (session->state != YF_RECORD_CUT)
        continue;
      /* Translators: %d is how many repetitions of a session that was cut off are in the log */
      message = g_strdup_printf (ngettext ("Your last session was cut off. The %d repetition you had done is kept.",
                                           "Your last session was cut off. The %d repetitions you had done are kept.",
                                           n_reps), n_reps);
      yf_window_notify (self, message);
      return;
    }
}

static void
first_done_cb (YfWindow *self,
               gboolean  skipped)
{
  if (skipped)
    yf_window_notify (self, _("What you skipped counts as the cautious answer. Under Profile you can say more, and more may open."));
  yf_window_go_home (self);
}

static void
first_start_cb (YfWindow     *self,
                YfExercise   *exercise,
                const YfDose *dose)
{
  yf_session_walk_start (self->walk, exercise, dose);
}

/* In place of the tabs: nothing is offered before what Yanfei is and is not
 * has been read. */
static void
show_first_start (YfWindow *self)
{
  GtkWidget *page = yf_first_start_page_new (self->person);

  g_signal_connect_object (page, "done", G_CALLBACK (first_done_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "start", G_CALLBACK (first_start_cb), self, G_CONNECT_SWAPPED);
  yf_window_push (self, page);
}

static void
walk_page_cb (YfWindow  *self,
              GtkWidget *page,
              gboolean   over)
{
  if (over)
    yf_window_push (self, page);
  else
    yf_window_replace (self, page);
}

static gboolean
close_cb (gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (user_data));
  return G_SOURCE_REMOVE;
}

/* Not before the question that was answered with it has gone: it belongs to this
 * window. */
static void
walk_quit_cb (YfWindow *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, close_cb, g_object_ref (self), g_object_unref);
}

static void
active_cb (YfWindow *self)
{
  /* It may be another day than when the window was last looked at. */
  if (gtk_window_is_active (GTK_WINDOW (self)))
    yf_person_refresh (self->person);
}

static gboolean
close_request (GtkWindow *window)
{
  YfWindow *self = YF_WINDOW (window);

  if (yf_session_walk_is_live (self->walk))
    {
      GtkWidget *page = yf_page_stack_get_page (self->pages);

      if (YF_IS_SESSION_PAGE (page))
        yf_session_page_ask_stop (YF_SESSION_PAGE (page), TRUE);
      return GDK_EVENT_STOP;
    }

  /* What is being typed is taken when the focus leaves it. */
  gtk_window_set_focus (window, NULL);
  return GTK_WINDOW_CLASS (yf_window_parent_class)->close_request (window);
}

static void
set_property (GObject      *object,
              guint         id,
              const GValue *value,
              GParamSpec   *pspec)
{
  YfWindow *self = YF_WINDOW (object);

  switch (id)
    {
    case PROP_PERSON:
      self->person = g_value_dup_object (value);
      break;
    case PROP_PREFERENCES:
      self->preferences = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
constructed (GObject *object)
{
  YfWindow *self = YF_WINDOW (object);
  const GBindingFlags flags = G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL;

  G_OBJECT_CLASS (yf_window_parent_class)->constructed (object);

  g_object_bind_property (self->preferences, "window-width", self, "default-width", flags);
  g_object_bind_property (self->preferences, "window-height", self, "default-height", flags);
  g_object_bind_property (self->preferences, "window-maximized", self, "maximized", flags);

  yf_today_page_set_person (self->today_page, self->person);
  yf_exercises_page_set_person (self->exercises_page, self->person);
  yf_learn_page_set_catalogue (self->learn_page, yf_person_get_catalogue (self->person));
  g_signal_connect_object (self->person, "trouble", G_CALLBACK (yf_window_notify), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->person, "planned", G_CALLBACK (find_breaks), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_cb), NULL);
  yf_window_accept_programmes (self);

  if (yf_person_get_profile (self->person))
    {
      if (yf_store_get_n_cut (yf_person_get_store (self->person)) > 0)
        g_signal_connect_object (self->progress_page, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
      yf_progress_page_set_person (self->progress_page, self->person);
      yf_profile_page_set_person (self->profile_page, self->person);
      if (yf_first_start_page_is_due (self->person))
        show_first_start (self);
      else
        page_changed_cb (self);
    }
  else
    {
      adw_view_stack_set_visible_child_name (self->stack, tabs[EXERCISES_TAB]);
      adw_view_stack_page_set_visible (self->today_tab, FALSE);
      adw_view_stack_page_set_visible (self->progress_tab, FALSE);
      adw_view_stack_page_set_visible (self->profile_tab, FALSE);
      yf_window_push (self, yf_trouble_page_new (yf_person_get_trouble (self->person)));
    }
}

static void
dispose (GObject *object)
{
  YfWindow *self = YF_WINDOW (object);

  yf_window_desktop_leave (self);
  if (self->walk)
    g_object_run_dispose (G_OBJECT (self->walk));
  g_clear_object (&self->walk);
  g_clear_object (&self->breaks);
  g_clear_object (&self->person);
  g_clear_object (&self->preferences);

  G_OBJECT_CLASS (yf_window_parent_class)->dispose (object);
}

static void
yf_window_class_init (YfWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = set_property;
  object_class->constructed = constructed;
  object_class->dispose = dispose;
  GTK_WINDOW_CLASS (klass)->close_request = close_request;

  properties[PROP_PERSON] = g_param_spec_object ("person", NULL, NULL, YF_TYPE_PERSON, flags);
  properties[PROP_PREFERENCES] = g_param_spec_object ("preferences", NULL, NULL, YF_TYPE_PREFERENCES, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "win.show-tab", "i", show_tab_cb);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_cb);
  yf_window_install_menu (widget_class);

  g_type_ensure (YF_TYPE_EXERCISES_PAGE);
  g_type_ensure (YF_TYPE_LEARN_PAGE);
  g_type_ensure (YF_TYPE_PAGE_STACK);
  g_type_ensure (YF_TYPE_PROFILE_PAGE);
  g_type_ensure (YF_TYPE_PROGRESS_PAGE);
  g_type_ensure (YF_TYPE_TODAY_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-window.ui");
  gtk_widget_class_bind_template_child (widget_class, YfWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, YfWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, YfWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, YfWindow, switcher_title);
  gtk_widget_class_bind_template_child (widget_class, YfWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, YfWindow, today_tab);
  gtk_widget_class_bind_template_child (widget_class, YfWindow, today_page);
  gtk_widget_class_bind_template_child (widget_class, YfWindow, exercises_page);
  gtk_widget_class_bind_template_child (widget_class, YfWindow, progress_tab);
  gtk_widget_class_bind_template_child (widget_class, YfWindow, progress_page);
  gtk_widget_class_bind_template_child (widget_class, YfWindow, profile_tab);
  gtk_widget_class_bind_template_child (widget_class, YfWindow, profile_page);
  gtk_widget_class_bind_template_child (widget_class, YfWindow, learn_page);
  gtk_widget_class_bind_template_child (widget_class, YfWindow, demo_bar);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, today_break_cb);
  gtk_widget_class_bind_template_callback (widget_class, today_profile_cb);
  gtk_widget_class_bind_template_callback (widget_class, today_programme_cb);
  gtk_widget_class_bind_template_callback (widget_class, today_start_cb);
  gtk_widget_class_bind_template_callback (widget_class, relief_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, several_cb);
  gtk_widget_class_bind_template_callback (widget_class, resume_cb);
  gtk_widget_class_bind_template_callback (widget_class, own_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, read_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, history_cb);
  gtk_widget_class_bind_template_callback (widget_class, hand_over_cb);
}

static void
yf_window_init (YfWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  yf_present_while_mapped (GTK_WIDGET (self->today_page));
  yf_present_while_mapped (GTK_WIDGET (self->exercises_page));
  yf_present_while_mapped (GTK_WIDGET (self->progress_page));
  yf_present_while_mapped (GTK_WIDGET (self->profile_page));
  yf_present_while_mapped (GTK_WIDGET (self->learn_page));
}

/**
 * yf_window_new:
 * @application: the program
 * @person: whom it is for
 * @preferences: how they like it
 *
 * Returns: (transfer none): the window, not yet shown
 */
GtkWidget *
yf_window_new (GtkApplication *application,
               YfPerson       *person,
               YfPreferences  *preferences)
{
  YfWindow *self = g_object_new (YF_TYPE_WINDOW,
                                 "application", application,
                                 "person", person,
                                 "preferences", preferences,
                                 NULL);

  self->walk = yf_session_walk_new (G_APPLICATION (application), person, preferences);
  g_signal_connect_object (self->walk, "page", G_CALLBACK (walk_page_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->walk, "home", G_CALLBACK (yf_window_go_home), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->walk, "told", G_CALLBACK (yf_window_notify), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->walk, "begun", G_CALLBACK (yf_window_desktop_join), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->walk, "ended", G_CALLBACK (yf_window_desktop_leave), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->walk, "quit", G_CALLBACK (walk_quit_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * yf_window_mark_demo:
 * @self: a window
 *
 * Says on every page that nothing here is real.
 */
void
yf_window_mark_demo (YfWindow *self)
{
  g_return_if_fail (YF_IS_WINDOW (self));

  gtk_widget_set_visible (self->demo_bar, TRUE);
  gtk_window_set_title (GTK_WINDOW (self), _("Yanfei (Demo)"));
  adw_view_switcher_title_set_title (self->switcher_title, _("Yanfei (Demo)"));
}

/**
 * yf_window_notify:
 * @self: a window
 * @message: a sentence for the person
 *
 * Shows a sentence until it is sent away.
 */
void
yf_window_notify (YfWindow   *self,
                  const char *message)
{
  g_return_if_fail (YF_IS_WINDOW (self));
  g_return_if_fail (message != NULL);

  adw_toast_overlay_add_toast (self->toasts, yf_toast_new (message));
}

void
yf_window_push (YfWindow  *self,
                GtkWidget *page)
{
  yf_page_stack_push (self->pages, page);
}

void
yf_window_replace (YfWindow  *self,
                   GtkWidget *page)
{
  yf_page_stack_replace (self->pages, page);
}

void
yf_window_go_home (YfWindow *self)
{
  yf_page_stack_go_home (self->pages);
}

/**
 * yf_window_show_page:
 * @self: a window
 * @page: (transfer floating): a #YfPage
 *
 * Shows a page over what shows now; "back" leads there. In a session nothing goes
 * over it, and the page goes away unseen.
 */
void
yf_window_show_page (YfWindow  *self,
                     GtkWidget *page)
{
  g_return_if_fail (YF_IS_WINDOW (self));
  g_return_if_fail (YF_IS_PAGE (page));

  if (yf_window_is_in_session (self))
    {
      g_object_ref_sink (page);
      g_object_unref (page);
      return;
    }

  yf_window_push (self, page);
}

/**
 * yf_window_start_today:
 * @self: a window
 *
 * Does as pressing Start on the Today page does: the check-in, then the session of
 * today. Where there is nothing to start, or one is under way, only shows what
 * there is.
 */
void
yf_window_start_today (YfWindow *self)
{
  g_return_if_fail (YF_IS_WINDOW (self));

  if (yf_window_is_in_session (self) || yf_person_get_profile (self->person) == NULL ||
      yf_first_start_page_is_due (self->person))
    return;

  yf_window_go_home (self);
  show_tab (self, TODAY_TAB);
  yf_session_walk_start_today (self->walk);
}

/**
 * yf_window_stop_session:
 * @self: a window
 *
 * Stops the session under way, if there is one, without asking, and saves it.
 */
void
yf_window_stop_session (YfWindow *self)
{
  g_return_if_fail (YF_IS_WINDOW (self));

  yf_session_walk_stop (self->walk);
}

/**
 * yf_window_is_in_session:
 * @self: a window
 *
 * Returns: whether a session is under way, or about to be
 */
gboolean
yf_window_is_in_session (YfWindow *self)
{
  g_return_val_if_fail (YF_IS_WINDOW (self), FALSE);

  return yf_session_walk_is_under_way (self->walk);
}
