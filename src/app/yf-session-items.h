/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-routine.h"

G_BEGIN_DECLS

/* What is going to be done in a session, as long as it may still change: a #GArray of
 * #YfRoutineItem, each with a reference to its exercise. */

GArray   *yf_session_items_new         (void);
GArray   *yf_session_items_new_after   (YfRoutine    *routine,
                                        guint         item);
void      yf_session_items_add         (GArray       *self,
                                        YfExercise   *exercise,
                                        const YfDose *dose,
                                        const YfPace *pace);
void      yf_session_items_add_routine (GArray       *self,
                                        YfRoutine    *routine,
                                        guint         first);
gboolean  yf_session_items_has         (GArray       *self,
                                        YfExercise   *exercise);

G_END_DECLS
