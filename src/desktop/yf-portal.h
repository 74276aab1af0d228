/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define YF_PORTAL_ERROR (yf_portal_error_quark ())

/**
 * YfPortalError:
 * @YF_PORTAL_ERROR_ABSENT: this desktop has no portal that does it
 * @YF_PORTAL_ERROR_FAILED: there is one, and it could not
 * @YF_PORTAL_ERROR_DISMISSED: the person thought better of it
 */
typedef enum
{
  YF_PORTAL_ERROR_ABSENT,
  YF_PORTAL_ERROR_FAILED,
  YF_PORTAL_ERROR_DISMISSED,
} YfPortalError;

GQuark yf_portal_error_quark (void);

#define YF_TYPE_PORTAL (yf_portal_get_type ())

/**
 * YfPortal:
 *
 * What is asked of the desktop through its portal: to show a file in its
 * folder, and to begin a letter with files in it. The person sees what is about to
 * happen, and does the rest.
 */
G_DECLARE_FINAL_TYPE (YfPortal, yf_portal, YF, PORTAL, GObject)

YfPortal *yf_portal_new                (GDBusConnection     *bus);
void      yf_portal_show_file_async    (YfPortal            *self,
                                        const char          *parent,
                                        const char          *path,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);
void      yf_portal_compose_mail_async (YfPortal            *self,
                                        const char          *parent,
                                        const char          *subject,
                                        const char          *body,
                                        const char * const  *paths,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);
gboolean  yf_portal_finish             (YfPortal            *self,
                                        GAsyncResult        *result,
                                        GError             **error);

G_END_DECLS
