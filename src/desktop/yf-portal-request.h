/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <gio/gunixfdlist.h>

G_BEGIN_DECLS

/* Where the portal is, and what its answers are of. */
#define YF_PORTAL_NAME              "org.freedesktop.portal.Desktop"
#define YF_PORTAL_PATH              "/org/freedesktop/portal/desktop"
#define YF_PORTAL_REQUEST_INTERFACE "org.freedesktop.portal.Request"

/* What it answers (org.freedesktop.portal.Request::Response). */
#define YF_PORTAL_RESPONSE_DONE      0
#define YF_PORTAL_RESPONSE_DISMISSED 1

/**
 * YfPortalRequest:
 *
 * Something that a portal is asked to do. It may ask the person first, so that the
 * answer comes as a signal, some time after the call has returned.
 */
typedef struct _YfPortalRequest YfPortalRequest;

YfPortalRequest *yf_portal_request_new         (GDBusConnection      *bus);
void             yf_portal_request_add_token   (YfPortalRequest      *self,
                                                GVariantBuilder      *options);
void             yf_portal_request_send_async  (YfPortalRequest      *self,
                                                const char           *interface,
                                                const char           *method,
                                                GVariant             *parameters,
                                                GUnixFDList          *fds,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
gboolean         yf_portal_request_send_finish (GAsyncResult         *result,
                                                guint32              *response,
                                                GVariant            **results,
                                                GError              **error);

G_END_DECLS
