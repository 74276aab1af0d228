/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-sound-error.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (yf-sound-error-quark, yf_sound_error)

/**
 * yf_sound_error_new:
 * @code: why there is no sound
 *
 * Makes an error that says what happened and what to do, in the person's
 * language. What GStreamer has to say goes to the debug log instead: it names
 * elements and file descriptors.
 *
 * Returns: (transfer full): the error
 */
GError *
yf_sound_error_new (YfSoundError code)
{
  const char *message = NULL;

  switch (code)
    {
    case YF_SOUND_ERROR_NO_PLUGIN:
      message = _("There is no sound: a part of GStreamer is missing. The session goes on without it. "
                  "To hear the next one, install the base and good plugins of GStreamer.");
      break;

    case YF_SOUND_ERROR_NO_DEVICE:
      message = _("There is no sound: no loudspeaker or headphones could be opened. The session goes on without it. "
                  "Connect one, and it is heard.");
      break;

    case YF_SOUND_ERROR_GONE:
      message = _("The sound has stopped: the loudspeaker or the sound server went away. The session goes on without it. "
                  "Connect it again, and it is heard.");
      break;

    case YF_SOUND_ERROR_STUCK:
      message = _("There is no sound: the sound system does not answer. The session goes on without it. "
                  "If the next one is silent too, log out and in again.");
      break;

    default:
      g_assert_not_reached ();
    }

  return g_error_new_literal (YF_SOUND_ERROR, code, message);
}
