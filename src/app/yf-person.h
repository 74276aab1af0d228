/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-clock.h"
#include "yf-rules.h"
#include "yf-store.h"
#include "yf-today.h"

G_BEGIN_DECLS

#define YF_TYPE_PERSON (yf_person_get_type ())
G_DECLARE_FINAL_TYPE (YfPerson, yf_person, YF, PERSON, GObject)

YfPerson        *yf_person_new           (YfCatalogue      *catalogue,
                                          YfRules          *rules,
                                          YfStore          *store,
                                          YfClock          *clock);

gboolean         yf_person_open          (YfPerson         *self,
                                          GError          **error);
const GError    *yf_person_get_trouble   (YfPerson         *self);
gboolean         yf_person_can_write     (YfPerson         *self);

YfCatalogue     *yf_person_get_catalogue (YfPerson         *self);
YfCatalogue     *yf_person_get_everything (YfPerson        *self);
YfRules         *yf_person_get_rules     (YfPerson         *self);
YfStore         *yf_person_get_store     (YfPerson         *self);
YfClock         *yf_person_get_clock     (YfPerson         *self);
YfDay            yf_person_get_today     (YfPerson         *self);
const YfProfile *yf_person_get_profile   (YfPerson         *self);
gboolean         yf_person_set_profile   (YfPerson         *self,
                                          const YfProfile  *profile,
                                          GError          **error);
YfStage          yf_person_get_stage     (YfPerson         *self);
gboolean         yf_person_dup_programme (YfPerson         *self,
                                          YfProgramme     **programme,
                                          GError          **error);
YfJudgement     *yf_person_judge         (YfPerson         *self,
                                          YfExercise       *exercise,
                                          const YfCheckIn  *answers,
                                          GError          **error);
void             yf_person_log_check_in  (YfPerson         *self,
                                          const YfCheckIn  *answers);
YfSessionRecord *yf_person_dup_unasked_morning
                                         (YfPerson         *self,
                                          GError          **error);
void             yf_person_set_morning   (YfPerson         *self,
                                          const char       *session,
                                          YfMorning         morning);
gboolean         yf_person_is_morning_due (YfPerson        *self,
                                          YfSessionRecord  *session);
YfToday         *yf_person_get_plan      (YfPerson         *self);
void             yf_person_plan_async    (YfPerson         *self,
                                          const YfCheckIn  *answers,
                                          GCancellable     *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer          user_data);
YfToday         *yf_person_plan_finish   (YfPerson         *self,
                                          GAsyncResult     *result,
                                          GError          **error);
void             yf_person_reload_own    (YfPerson         *self);
void             yf_person_reload        (YfPerson         *self);
void             yf_person_refresh       (YfPerson         *self);
void             yf_person_note_logged   (YfPerson         *self);
void             yf_person_report        (YfPerson         *self,
                                          const char       *what,
                                          const GError     *error);

G_END_DECLS
