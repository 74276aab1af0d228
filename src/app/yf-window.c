/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-application.h"
#include "yf-data-page.h"
#include "yf-first-start-page.h"
#include "yf-hand-over-page.h"
#include "yf-history-page.h"
#include "yf-over-page.h"
#include "yf-own-exercise-page.h"
#include "yf-page.h"
#include "yf-present.h"
#include "yf-relief-page.h"
#include "yf-reminder-page.h"
#include "yf-reading-page.h"
#include "yf-sound-page.h"
#include "yf-trouble-page.h"
#include "yf-window-private.h"
#include "yf-window-programme.h"

/**
 * YfWindow:
 *
 * The window: its tabs, and over them, one at a time, the pages on the way
 * through a session. That way is in yf-window-walk.c.
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

/* In characters: what fits beside a close button in a window of 360 pixels. */
#define NOTICE_WIDTH 26

enum
{
  TODAY_TAB,
  EXERCISES_TAB,
  PROGRESS_TAB,
  PROFILE_TAB,
};

static const char * const tabs[] = { "today", "exercises", "progress", "profile", "learn" };

/* Children of the leaflet that are no longer on the way stay until they have
 * slid out of sight. */
static void
prune (YfWindow *self)
{
  GtkWidget *child, *next;

  if (adw_leaflet_get_child_transition_running (self->leaflet))
    return;

  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->leaflet)); child; child = next)
    {
      next = gtk_widget_get_next_sibling (child);
      if (child != self->main && !g_ptr_array_find (self->pages, child, NULL))
        adw_leaflet_remove (self->leaflet, child);
    }
}

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
show_last (YfWindow *self)
{
  GtkWidget *page = yf_window_get_page (self);
  gboolean home = page == self->main;

  adw_leaflet_set_visible_child (self->leaflet, page);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.show-tab", home);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.hand-over", home && yf_person_get_profile (self->person) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.data", home && yf_person_get_profile (self->person) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.sound", home && yf_person_get_profile (self->person) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.programme", home && yf_person_get_profile (self->person) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.reminders", home && yf_person_get_profile (self->person) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.back", !home);
  if (home)
    focus_tab (self);
  else
    yf_page_focus_first (YF_PAGE (page));
  prune (self);
}

static void
chosen_cb (YfWindow   *self,
           YfExercise *exercise)
{
  yf_window_walk_open (self, exercise);
}

static void
trouble_cb (YfWindow   *self,
            const char *message)
{
  yf_window_notify (self, message);
}

static void
read_cb (YfWindow  *self,
         YfReading *reading)
{
  GtkWidget *page = yf_reading_page_new (reading);

  g_signal_connect_object (page, "trouble", G_CALLBACK (trouble_cb), self, G_CONNECT_SWAPPED);
  yf_window_push (self, page);
}

static void
several_cb (YfWindow *self)
{
  yf_window_walk_choose (self);
}

static void
resume_cb (YfWindow        *self,
           YfSessionRecord *record)
{
  yf_window_walk_resume (self, record);
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
  yf_window_walk_today (self);
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

  if (yf_window_walk_back (self) && self->pages->len > 0)
    {
      g_ptr_array_set_size (self->pages, (int) self->pages->len - 1);
      show_last (self);
    }
}

static void
page_cb (YfWindow  *self,
         GtkWidget *page)
{
  yf_window_push (self, page);
}

static void
history_cb (YfWindow *self)
{
  GtkWidget *history = g_object_new (YF_TYPE_HISTORY_PAGE, NULL);

  yf_history_page_set_person (YF_HISTORY_PAGE (history), self->person);
  yf_window_push (self, yf_over_page_new (_("History"), history));
}

static void
hand_over_cb (YfWindow *self)
{
  GtkWidget *page = yf_hand_over_page_new (self->person);

  g_signal_connect_object (page, "told", G_CALLBACK (trouble_cb), self, G_CONNECT_SWAPPED);
  yf_window_push (self, yf_over_page_new (_("Hand Over"), page));
}

static void
restore_cb (YfWindow   *self,
            const char *path)
{
  g_action_group_activate_action (G_ACTION_GROUP (gtk_window_get_application (GTK_WINDOW (self))), "restore",
                                  g_variant_new_string (path));
}

static void
erase_cb (YfWindow *self)
{
  g_action_group_activate_action (G_ACTION_GROUP (gtk_window_get_application (GTK_WINDOW (self))), "erase", NULL);
}

static void
hand_over_action_cb (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  hand_over_cb (YF_WINDOW (widget));
}

static void
data_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  YfWindow *self = YF_WINDOW (widget);
  GtkWidget *page = yf_data_page_new (self->person);

  g_signal_connect_object (page, "told", G_CALLBACK (trouble_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "restore", G_CALLBACK (restore_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "erase", G_CALLBACK (erase_cb), self, G_CONNECT_SWAPPED);
  yf_window_push (self, yf_over_page_new (_("Your Data"), page));
}

static void
sound_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  YfWindow *self = YF_WINDOW (widget);
  GtkWidget *page = yf_sound_page_new (self->person, self->preferences);

  g_signal_connect_object (page, "page", G_CALLBACK (page_cb), self, G_CONNECT_SWAPPED);
  yf_window_push (self, yf_over_page_new (_("Sound and Speech"), page));
}

static void
programme_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  yf_window_show_programme (YF_WINDOW (widget));
}

static void
reminders_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  YfWindow *self = YF_WINDOW (widget);

  yf_window_push (self, yf_reminder_page_new (self->person, self->preferences));
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
  yf_window_walk_start (self, exercise, dose);
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

  if (!yf_window_walk_leave (self))
    return GDK_EVENT_STOP;

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
  g_signal_connect_object (self->person, "trouble", G_CALLBACK (trouble_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->person, "planned", G_CALLBACK (find_breaks), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "notify::is-active", G_CALLBACK (active_cb), NULL, 0);
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
        show_last (self);
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

  yf_window_walk_clear (self);
  g_clear_object (&self->breaks);
  g_clear_object (&self->person);
  g_clear_object (&self->preferences);

  G_OBJECT_CLASS (yf_window_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  YfWindow *self = YF_WINDOW (object);

  g_clear_pointer (&self->pages, g_ptr_array_unref);

  G_OBJECT_CLASS (yf_window_parent_class)->finalize (object);
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
  object_class->finalize = finalize;
  GTK_WINDOW_CLASS (klass)->close_request = close_request;

  properties[PROP_PERSON] = g_param_spec_object ("person", NULL, NULL, YF_TYPE_PERSON, flags);
  properties[PROP_PREFERENCES] = g_param_spec_object ("preferences", NULL, NULL, YF_TYPE_PREFERENCES, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "win.show-tab", "i", show_tab_cb);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "win.hand-over", NULL, hand_over_action_cb);
  gtk_widget_class_install_action (widget_class, "win.data", NULL, data_cb);
  gtk_widget_class_install_action (widget_class, "win.sound", NULL, sound_cb);
  gtk_widget_class_install_action (widget_class, "win.programme", NULL, programme_cb);
  gtk_widget_class_install_action (widget_class, "win.reminders", NULL, reminders_cb);

  g_type_ensure (YF_TYPE_EXERCISES_PAGE);
  g_type_ensure (YF_TYPE_LEARN_PAGE);
  g_type_ensure (YF_TYPE_PROFILE_PAGE);
  g_type_ensure (YF_TYPE_PROGRESS_PAGE);
  g_type_ensure (YF_TYPE_TODAY_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-window.ui");
  gtk_widget_class_bind_template_child (widget_class, YfWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, YfWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, YfWindow, main);
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
  gtk_widget_class_bind_template_callback (widget_class, history_cb);
  gtk_widget_class_bind_template_callback (widget_class, hand_over_cb);
}

static void
yf_window_init (YfWindow *self)
{
  self->pages = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  yf_present_while_mapped (self->main);
  yf_present_while_mapped (GTK_WIDGET (self->today_page));
  yf_present_while_mapped (GTK_WIDGET (self->exercises_page));
  yf_present_while_mapped (GTK_WIDGET (self->progress_page));
  yf_present_while_mapped (GTK_WIDGET (self->profile_page));
  yf_present_while_mapped (GTK_WIDGET (self->learn_page));
  g_signal_connect_object (self->leaflet, "notify::child-transition-running", G_CALLBACK (prune), self,
                           G_CONNECT_SWAPPED);
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
  return g_object_new (YF_TYPE_WINDOW,
                       "application", application,
                       "person", person,
                       "preferences", preferences,
                       NULL);
}

/* libadwaita 1.2 gives the button that closes a toast no name. */
static void
name_close_button_cb (GtkWidget *label)
{
  GtkWidget *toast = gtk_widget_get_parent (label);

  for (; toast && !ADW_IS_TOAST_OVERLAY (toast); toast = gtk_widget_get_parent (toast))
    for (GtkWidget *child = gtk_widget_get_first_child (toast); child; child = gtk_widget_get_next_sibling (child))
      if (GTK_IS_BUTTON (child))
        gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                        _("Close the Message"), -1);
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
 * Shows a sentence until it is sent away. An ordinary toast cuts its text
 * short where the window is narrow.
 */
void
yf_window_notify (YfWindow   *self,
                  const char *message)
{
  AdwToast *toast = adw_toast_new (message);
  GtkWidget *label = gtk_label_new (message);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), NOTICE_WIDTH);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, message, -1);
  g_signal_connect (label, "map", G_CALLBACK (name_close_button_cb), NULL);
  adw_toast_set_custom_title (toast, label);
  adw_toast_set_timeout (toast, 0);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

GtkWidget *
yf_window_get_page (YfWindow *self)
{
  return self->pages->len > 0 ? g_ptr_array_index (self->pages, self->pages->len - 1) : self->main;
}

/* Shows a page from which "back" leads to the one before it. */
void
yf_window_push (YfWindow  *self,
                GtkWidget *page)
{
  yf_present_while_mapped (page);
  adw_leaflet_append (self->leaflet, page);
  g_ptr_array_add (self->pages, page);
  show_last (self);
}

/* Shows a page from which "back" leads to the main page. */
void
yf_window_replace (YfWindow  *self,
                   GtkWidget *page)
{
  g_ptr_array_set_size (self->pages, 0);
  yf_window_push (self, page);
}

void
yf_window_go_home (YfWindow *self)
{
  g_ptr_array_set_size (self->pages, 0);
  show_last (self);
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
  yf_window_walk_today (self);
}
