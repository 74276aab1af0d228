/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * YfBusName:
 *
 * A name on a bus, for as long as it is wanted. Where another process has it, it is the
 * name with `.instance` and the number of this process.
 */
typedef struct _YfBusName YfBusName;

YfBusName  *yf_bus_name_own     (GDBusConnection *bus,
                                 const char      *name);
const char *yf_bus_name_get     (YfBusName       *self);
void        yf_bus_name_release (YfBusName       *self);

G_END_DECLS
