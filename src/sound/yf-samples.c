/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-samples.h"

/**
 * yf_samples_append:
 * @samples: (element-type float): what there is so far
 * @sample: mono floats, as GStreamer hands them over
 *
 * Adds what comes out of a pipeline. One without anything in it adds nothing.
 */
void
yf_samples_append (GArray    *samples,
                   GstSample *sample)
{
  GstBuffer *buffer = gst_sample_get_buffer (sample);
  GstMapInfo map;

  if (buffer == NULL || !gst_buffer_map (buffer, &map, GST_MAP_READ))
    return;

  g_array_append_vals (samples, map.data, map.size / sizeof (float));
  gst_buffer_unmap (buffer, &map);
}
