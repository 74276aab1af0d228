/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "yf-condition.h"
#include "yf-exercise.h"
#include "yf-pose.h"
#include "yf-reading.h"
#include "yf-red-flag.h"

G_BEGIN_DECLS

#define YF_TYPE_CATALOGUE (yf_catalogue_get_type ())

#define YF_CATALOGUE_ERROR (yf_catalogue_error_quark ())

/**
 * YfCatalogueError:
 * @YF_CATALOGUE_ERROR_INVALID: a catalogue file breaks the format; the
 *   message begins with file and line
 */
typedef enum
{
  YF_CATALOGUE_ERROR_INVALID,
} YfCatalogueError;

/**
 * YfCatalogue:
 *
 * Everything that can be done and all that is asked: exercises, conditions
 * and red flags. Immutable.
 */
typedef struct _YfCatalogue YfCatalogue;

GType        yf_catalogue_get_type        (void) G_GNUC_CONST;
GQuark       yf_catalogue_error_quark     (void);

YfCatalogue *yf_catalogue_new_builtin     (GError      **error);
YfCatalogue *yf_catalogue_new_from_bytes  (const char   *name,
                                           GBytes       *bytes,
                                           GError      **error);
YfCatalogue *yf_catalogue_with_own        (YfCatalogue  *self,
                                           GPtrArray    *exercises);
YfCatalogue *yf_catalogue_ref             (YfCatalogue  *self);
void         yf_catalogue_unref           (YfCatalogue  *self);

GPtrArray   *yf_catalogue_get_exercises   (YfCatalogue  *self);
GPtrArray   *yf_catalogue_get_conditions  (YfCatalogue  *self);
GPtrArray   *yf_catalogue_get_red_flags   (YfCatalogue  *self);
GPtrArray   *yf_catalogue_get_pages       (YfCatalogue  *self);
GPtrArray   *yf_catalogue_get_reliefs     (YfCatalogue  *self);
YfExercise  *yf_catalogue_find_relief     (YfCatalogue  *self,
                                           const char   *id);
YfExercise  *yf_catalogue_find_exercise   (YfCatalogue  *self,
                                           const char   *id);
GPtrArray   *yf_catalogue_get_poses       (YfCatalogue  *self);
const YfPose     *yf_catalogue_find_pose     (YfCatalogue *self,
                                              const char  *id);
const YfMovement *yf_catalogue_find_movement (YfCatalogue *self,
                                              const char  *exercise);
YfCondition *yf_catalogue_find_condition  (YfCatalogue  *self,
                                           const char   *id);
YfRedFlag   *yf_catalogue_find_red_flag   (YfCatalogue  *self,
                                           const char   *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfCatalogue, yf_catalogue_unref)

G_END_DECLS
