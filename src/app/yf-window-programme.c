/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-first-start-page.h"
#include "yf-over-page.h"
#include "yf-programme-broken-page.h"
#include "yf-programme-home-page.h"
#include "yf-programme-page.h"
#include "yf-window-private.h"
#include "yf-window-programme.h"

/*
 * The way of a physiotherapist's programme into the window: a file that is opened,
 * dragged onto it or named on the command line.
 */

static void
page_cb (YfWindow   *self,
         const char *title,
         GtkWidget  *page)
{
  yf_window_push (self, yf_over_page_new (title, page));
}

/* Whether a programme can be looked at now; if not, says why. */
static gboolean
can_show (YfWindow *self)
{
  if (yf_person_get_profile (self->person) == NULL)
    {
      yf_window_notify (self, _("Your log cannot be read, so no programme can be opened."));
      return FALSE;
    }
  if (yf_first_start_page_is_due (self->person))
    {
      yf_window_notify (self, _("Answer the first questions. Then open the programme again."));
      return FALSE;
    }
  /* Nothing comes between a person on the mat and the exercise. */
  if (yf_window_is_in_session (self))
    {
      yf_window_notify (self, _("A session is under way. When it is over, open the programme again."));
      return FALSE;
    }

  return TRUE;
}

/* What was on the way to a session was judged by the programme before. */
static void
followed_cb (YfWindow *self)
{
  yf_window_go_home (self);
  yf_window_show_programme (self);
}

static void
declined_cb (YfWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
}

static void
put (YfWindow   *self,
     const char *title,
     GtkWidget  *page)
{
  yf_window_replace (self, yf_over_page_new (title, page));
}

static GtkWidget *
create_page (YfWindow    *self,
             YfCatalogue *builtin,
             YfProgramme *programme)
{
  GtkWidget *page = yf_programme_page_new (self->person, builtin, programme);

  g_signal_connect_object (page, "followed", G_CALLBACK (followed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "declined", G_CALLBACK (declined_cb), self, G_CONNECT_SWAPPED);

  return page;
}

/* One that was written in the window; what was written stays behind it. */
static void
look_cb (YfWindow    *self,
         YfProgramme *programme)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YfCatalogue) builtin = yf_catalogue_new_builtin (&error);

  if (builtin == NULL)
    yf_window_notify (self, error->message);
  else
    yf_window_push (self, yf_over_page_new (_("Programme"), create_page (self, builtin, programme)));
}

static void
opened_cb (YfWindow *self,
           GFile    *file)
{
  yf_window_open_programme (self, file);
}

/**
 * yf_window_open_programme:
 * @self: a window
 * @file: a `*.yanfei` file
 *
 * Shows what is in a programme, and asks whether to follow it. One that is broken
 * is refused, with line and reason; while a session is under way, nothing opens.
 */
void
yf_window_open_programme (YfWindow *self,
                          GFile    *file)
{
  g_autoptr (YfCatalogue) builtin = NULL;
  g_autoptr (YfProgramme) programme = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (YF_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  if (!can_show (self))
    return;

  builtin = yf_catalogue_new_builtin (&error);
  if (builtin != NULL)
    programme = yf_programme_new_from_file (builtin, file, &error);
  if (programme == NULL)
    {
      put (self, _("Programme"), yf_programme_broken_page_new (error));
      return;
    }

  put (self, _("Programme"), create_page (self, builtin, programme));
}

/**
 * yf_window_show_programme:
 * @self: a window
 *
 * Shows the programme in force, and those before it; or, where there is none, how to
 * get one.
 */
void
yf_window_show_programme (YfWindow *self)
{
  GtkWidget *page;

  g_return_if_fail (YF_IS_WINDOW (self));

  if (!can_show (self))
    return;

  page = yf_programme_home_page_new (self->person);
  g_signal_connect_object (page, "told", G_CALLBACK (yf_window_notify), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "page", G_CALLBACK (page_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "open", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "look", G_CALLBACK (look_cb), self, G_CONNECT_SWAPPED);
  put (self, _("Your Programme"), page);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         YfWindow      *self)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  if (files == NULL)
    return FALSE;
  if (files->next != NULL)
    {
      yf_window_notify (self, _("Those are several files. Bring one programme at a time."));
      return FALSE;
    }

  yf_window_open_programme (self, files->data);

  return TRUE;
}

/**
 * yf_window_accept_programmes:
 * @self: a window
 *
 * Lets the file of a programme be dropped on the window.
 */
void
yf_window_accept_programmes (YfWindow *self)
{
  GtkDropTarget *target;

  g_return_if_fail (YF_IS_WINDOW (self));

  target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
