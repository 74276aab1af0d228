/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gst/gst.h>

G_BEGIN_DECLS

void yf_samples_append (GArray    *samples,
                        GstSample *sample);

G_END_DECLS
