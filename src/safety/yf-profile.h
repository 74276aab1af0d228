/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-assessment.h"
#include "yf-catalogue.h"
#include "yf-clearance.h"

G_BEGIN_DECLS

#define YF_TYPE_PROFILE (yf_profile_get_type ())

#define YF_PROFILE_ERROR (yf_profile_error_quark ())

/**
 * YfProfileError:
 * @YF_PROFILE_ERROR_UNKNOWN_ID: a condition, exercise or red flag that the
 *   catalogue does not know; it must not be passed over in silence
 * @YF_PROFILE_ERROR_INVALID: a value that makes no sense
 */
typedef enum
{
  YF_PROFILE_ERROR_UNKNOWN_ID,
  YF_PROFILE_ERROR_INVALID,
} YfProfileError;

typedef enum
{
  YF_BACK_STRENGTH_UNKNOWN,
  YF_BACK_STRENGTH_WEAK,
  YF_BACK_STRENGTH_STRONG,
} YfBackStrength;

/**
 * YF_BORN_UNSAID:
 *
 * A person has not said in which year they were born.
 */
#define YF_BORN_UNSAID 0
#define YF_BORN_MIN    1900

/**
 * YfProfile:
 *
 * What a person has said about themselves, and what clinicians have said
 * about them. A copyable value; its owner may change it.
 */
typedef struct _YfProfile YfProfile;

GType               yf_profile_get_type             (void) G_GNUC_CONST;
GQuark              yf_profile_error_quark          (void);

YfProfile          *yf_profile_new                  (void);
YfProfile          *yf_profile_copy                 (const YfProfile *self);
void                yf_profile_free                 (YfProfile       *self);
gboolean            yf_profile_equal                (const YfProfile *a,
                                                     const YfProfile *b);

const char         *yf_profile_get_name             (const YfProfile *self);
void                yf_profile_set_name             (YfProfile       *self,
                                                     const char      *name);
int                 yf_profile_get_born             (const YfProfile *self);
void                yf_profile_set_born             (YfProfile       *self,
                                                     int              year);
const char         *yf_profile_get_diagnosis        (const YfProfile *self);
void                yf_profile_set_diagnosis        (YfProfile       *self,
                                                     const char      *diagnosis);
const char * const *yf_profile_get_conditions       (const YfProfile *self);
gboolean            yf_profile_has_condition        (const YfProfile *self,
                                                     const char      *id);
void                yf_profile_set_condition        (YfProfile       *self,
                                                     const char      *id,
                                                     gboolean         present);
YfDay               yf_profile_get_onset            (const YfProfile *self);
void                yf_profile_set_onset            (YfProfile       *self,
                                                     YfDay            day);
int                 yf_profile_get_onset_minute     (const YfProfile *self);
void                yf_profile_set_onset_minute     (YfProfile       *self,
                                                     int              minute);
YfDay               yf_profile_get_relief           (const YfProfile *self);
void                yf_profile_set_relief           (YfProfile       *self,
                                                     YfDay            day);
YfDay               yf_profile_get_treatment_start  (const YfProfile *self);
void                yf_profile_set_treatment_start  (YfProfile       *self,
                                                     YfDay            day);
YfDay               yf_profile_get_surgery          (const YfProfile *self);
void                yf_profile_set_surgery          (YfProfile       *self,
                                                     YfDay            day);
YfDay               yf_profile_get_birth            (const YfProfile *self);
void                yf_profile_set_birth            (YfProfile       *self,
                                                     YfDay            day);
YfBackStrength      yf_profile_get_back_strength    (const YfProfile *self);
void                yf_profile_set_back_strength    (YfProfile       *self,
                                                     YfBackStrength   strength);
gboolean            yf_profile_get_muscle_relaxants (const YfProfile *self);
void                yf_profile_set_muscle_relaxants (YfProfile       *self,
                                                     gboolean         taking);
GPtrArray          *yf_profile_get_clearances       (const YfProfile *self);
void                yf_profile_add_clearance        (YfProfile       *self,
                                                     YfClearance     *clearance);
void                yf_profile_remove_clearance     (YfProfile       *self,
                                                     guint            index);
GPtrArray          *yf_profile_get_assessments      (const YfProfile *self);
void                yf_profile_add_assessment       (YfProfile       *self,
                                                     YfAssessment    *assessment);
void                yf_profile_remove_assessment    (YfProfile       *self,
                                                     guint            index);

gboolean            yf_profile_check                (const YfProfile *self,
                                                     YfCatalogue     *catalogue,
                                                     YfDay            today,
                                                     GError         **error);

const char         *yf_back_strength_get_id         (YfBackStrength   strength);
gboolean            yf_back_strength_from_id        (const char      *id,
                                                     YfBackStrength  *strength);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfProfile, yf_profile_free)

G_END_DECLS
