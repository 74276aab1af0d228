/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-sound-probe.h"

#include <gst/gst.h>

#include "yf-sound-error.h"

static gboolean
has_real_device (GstElement *sink)
{
  GList *children = GST_BIN_CHILDREN (sink);
  GstElementFactory *factory = children != NULL ? gst_element_get_factory (children->data) : NULL;

  return factory != NULL && !g_str_equal (GST_OBJECT_NAME (factory), "fakesink");
}

/**
 * yf_sound_probe:
 * @error: return location for an error
 *
 * Looks whether a session would be heard: whether GStreamer has what the
 * stream is made of, and whether a device opens. Blocks while it tries; for a
 * program that has nothing else to do.
 *
 * Returns: whether it would; %FALSE with a %YF_SOUND_ERROR otherwise
 */
gboolean
yf_sound_probe (GError **error)
{
  static const char * const elements[] = { "appsrc", "audioconvert", "audioresample", "autoaudiosink" };
  g_autoptr (GstElement) sink = NULL;
  gboolean plays;

  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!gst_init_check (NULL, NULL, NULL))
    {
      g_propagate_error (error, yf_sound_error_new (YF_SOUND_ERROR_NO_PLUGIN));
      return FALSE;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (elements); i++)
    {
      g_autoptr (GstElementFactory) factory = gst_element_factory_find (elements[i]);

      if (factory == NULL)
        {
          g_propagate_error (error, yf_sound_error_new (YF_SOUND_ERROR_NO_PLUGIN));
          return FALSE;
        }
    }

  /* It takes the first device that opens, and a fake one if none does. */
  sink = gst_object_ref_sink (gst_element_factory_make ("autoaudiosink", NULL));
  plays = gst_element_set_state (sink, GST_STATE_READY) != GST_STATE_CHANGE_FAILURE &&
          has_real_device (sink);
  gst_element_set_state (sink, GST_STATE_NULL);

  if (!plays)
    g_propagate_error (error, yf_sound_error_new (YF_SOUND_ERROR_NO_DEVICE));

  return plays;
}
