/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/* A notification server of our own, which knows of actions, shows everything to
 * nobody, and presses buttons when it is told to. */

typedef struct
{
  guint32     id;
  gint64      at;       /* what the clock of the test showed */
  char       *summary;
  char       *body;
  char      **actions;  /* key, label, key, label … */
  gboolean    closed;
} Note;

typedef gint64 (*TimeFunc) (gpointer user_data);

typedef struct
{
  GDBusConnection *connection;
  GPtrArray       *notes;      /* all that ever came */
  TimeFunc         get_time;
  gpointer         user_data;
} NotificationServer;

NotificationServer *notification_server_new   (TimeFunc            get_time,
                                               gpointer            user_data);
void                notification_server_free  (NotificationServer *self);
Note               *notification_server_last  (NotificationServer *self);
void                notification_server_press (NotificationServer *self,
                                               Note               *note,
                                               const char         *label);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NotificationServer, notification_server_free)
