/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-journal.h"

G_BEGIN_DECLS

#define YF_TYPE_CUE_LOG (yf_cue_log_get_type ())

/**
 * YfCueLog:
 *
 * Writes a line to a file for every cue, when it is due: its scheduled time in
 * seconds from the start of the session, a space, its id. The line of a
 * counted repetition waits until the repetition is durable, and what comes
 * after it waits with it, so that the lines are always in order.
 */
G_DECLARE_FINAL_TYPE (YfCueLog, yf_cue_log, YF, CUE_LOG, GObject)

YfCueLog *yf_cue_log_new   (const char  *path,
                            YfPlayer    *player,
                            YfJournal   *journal,
                            GError     **error);
gboolean  yf_cue_log_close (YfCueLog    *self,
                            GError     **error);

G_END_DECLS
