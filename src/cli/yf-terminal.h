/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define YF_TYPE_TERMINAL (yf_terminal_get_type ())

/**
 * YfTerminal:
 *
 * The terminal a session runs in, if it runs in one: single keys, a line that
 * is written over, and questions that are answered by a line. Puts the
 * terminal back as it was, also when it is disposed of.
 *
 * Signals:
 *
 * - `key (guint key)`: a key was pressed while yf_terminal_set_keys() is on
 */
G_DECLARE_FINAL_TYPE (YfTerminal, yf_terminal, YF, TERMINAL, GObject)

YfTerminal *yf_terminal_new         (void);
gboolean    yf_terminal_is_input    (YfTerminal *self);
void        yf_terminal_set_keys    (YfTerminal *self,
                                     gboolean    on);
void        yf_terminal_show_status (YfTerminal *self,
                                     const char *text);
void        yf_terminal_print       (YfTerminal *self,
                                     const char *text);
char       *yf_terminal_ask         (YfTerminal *self,
                                     const char *question);
void        yf_terminal_interrupt   (YfTerminal *self);

G_END_DECLS
