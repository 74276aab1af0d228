/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-catalogue-private.h"
#include "yf-pose.h"
#include "yf-xml.h"

G_BEGIN_DECLS

void     yf_pose_free          (YfPose       *self);
void     yf_movement_free      (YfMovement   *self);
void     yf_track_free         (YfTrack      *self);

gboolean yf_pose_parse         (YfXml        *xml,
                                YfCatalogue  *catalogue,
                                GError      **error);
gboolean yf_movement_parse     (YfXml        *xml,
                                YfCatalogue  *catalogue,
                                GError      **error);

G_END_DECLS
