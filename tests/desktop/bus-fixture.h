/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/* A private bus, the program's connection to it and another's, and services
 * that do as they are told and write down what they are asked. */

typedef struct
{
  GTestDBus       *daemon;
  GDBusConnection *subject;   /* what is tested */
  GDBusConnection *other;     /* who talks to it */
  GPtrArray       *all;       /* every connection */
} Bus;

/* Answers a call, or does not: then the caller waits. */
typedef void (*ServiceFunc) (GDBusMethodInvocation *invocation,
                             GVariant              *parameters,
                             gpointer               user_data);

typedef struct
{
  Bus             *bus;
  GDBusConnection *connection;   /* of its own, so that it can die */
  GString         *asked;        /* one line a call */
  GHashTable      *answers;      /* of method to Answer */
} Service;

void             bus_up          (Bus             *self);
void             bus_down        (Bus             *self);
GDBusConnection *bus_connect     (Bus             *self);
void             bus_settle      (Bus             *self);
void             bus_result_cb   (GObject         *source,
                                  GAsyncResult    *result,
                                  gpointer         user_data);
GAsyncResult    *bus_wait        (GAsyncResult   **result);
GVariant        *bus_call        (Bus             *self,
                                  const char      *name,
                                  const char      *path,
                                  const char      *interface,
                                  const char      *method,
                                  GVariant        *parameters,
                                  GError         **error);
guint32          bus_request     (GDBusConnection *connection,
                                  const char      *name);
gboolean         bus_has_name    (Bus             *self,
                                  const char      *name);

Service         *service_new     (Bus             *bus,
                                  const char      *name,
                                  const char      *path,
                                  const char      *xml);
void             service_add     (Service         *self,
                                  const char      *path,
                                  const char      *xml);
void             service_answer  (Service         *self,
                                  const char      *method,
                                  ServiceFunc      func,
                                  gpointer         user_data);
void             service_say     (Service         *self,
                                  const char      *method,
                                  char             type,
                                  gpointer         value);
void             service_refuse  (Service         *self,
                                  const char      *method);
void             service_emit    (Service         *self,
                                  const char      *path,
                                  const char      *interface,
                                  const char      *signal,
                                  GVariant        *parameters);
char            *service_asked   (Service         *self);
void             service_free    (Service         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Service, service_free)
