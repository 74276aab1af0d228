/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-sound-probe.h"

#include "yf-pipe.h"

/**
 * yf_sound_probe:
 * @error: return location for a %YF_SOUND_ERROR
 *
 * Looks whether a session would be heard: whether GStreamer has what the
 * stream is made of, and whether a device opens. Blocks while it tries; for a
 * program that has nothing else to do.
 *
 * Returns: whether it would
 */
gboolean
yf_sound_probe (GError **error)
{
  g_autoptr (YfPipe) pipe = NULL;

  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (yf_pipe_init (error))
    pipe = yf_pipe_new (error);

  return pipe != NULL;
}
