/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-stay-awake.h"

G_BEGIN_DECLS

/* Called whenever another service has been won, or one was lost. */
typedef void (*YfAwakeFunc) (YfAwake  reached,
                             gpointer user_data);

/*
 * One round of asking who keeps the computer awake, from the portal
 * downwards, and what was won by it.
 */
typedef struct _YfAwakeRound YfAwakeRound;

YfAwakeRound *yf_awake_round_new (GDBusConnection *session_bus,
                                  GDBusConnection *system_bus,
                                  guint            timeout,
                                  YfAwakeFunc      func,
                                  gpointer         user_data);
void          yf_awake_round_end (YfAwakeRound    *self);

G_END_DECLS
