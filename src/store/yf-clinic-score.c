/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-clinic-score.h"

#include <glib/gi18n-lib.h>

#include "yf-record.h"

static const struct
{
  const char *id;
  const char *name;
  int         max;
} scales[] = {
  /* Fairbank and Pynsent, Spine 2000;25:2940-2953: per cent. */
  [YF_CLINIC_ODI] = { "odi", N_("Oswestry disability index (ODI)"), 100 },
  /* Roland and Morris, Spine 1983;8:141-144: one point each of 24. */
  [YF_CLINIC_RMDQ] = { "rmdq", N_("Roland-Morris questionnaire (RMDQ)"), 24 },
};

G_STATIC_ASSERT (G_N_ELEMENTS (scales) == YF_CLINIC_N_SCALES);

/**
 * yf_clinic_scale_get_id:
 * @scale: a questionnaire
 *
 * Returns: its id in the log, "odi" or "rmdq"
 */
const char *
yf_clinic_scale_get_id (YfClinicScale scale)
{
  g_return_val_if_fail (scale < YF_CLINIC_N_SCALES, NULL);

  return scales[scale].id;
}

/**
 * yf_clinic_scale_from_id:
 * @id: (nullable): an id
 * @scale: (out): return location for its questionnaire
 *
 * Returns: whether there is such a questionnaire
 */
gboolean
yf_clinic_scale_from_id (const char    *id,
                         YfClinicScale *scale)
{
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      if (g_strcmp0 (scales[i].id, id) == 0)
        {
          *scale = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * yf_clinic_scale_get_name:
 * @scale: a questionnaire
 *
 * Returns: its name, in the person's language
 */
const char *
yf_clinic_scale_get_name (YfClinicScale scale)
{
  g_return_val_if_fail (scale < YF_CLINIC_N_SCALES, NULL);

  return _(scales[scale].name);
}

/**
 * yf_clinic_scale_get_max:
 * @scale: a questionnaire
 *
 * Returns: its highest total, which is the worst; the lowest is 0
 */
int
yf_clinic_scale_get_max (YfClinicScale scale)
{
  g_return_val_if_fail (scale < YF_CLINIC_N_SCALES, 0);

  return scales[scale].max;
}

/**
 * yf_clinic_score_new:
 * @scale: which questionnaire
 * @day: when it was filled in
 * @total: 0 to yf_clinic_scale_get_max()
 * @at: when it was typed in, in microseconds since the Unix epoch
 *
 * Returns: (transfer full): a score with an id of its own
 */
YfClinicScore *
yf_clinic_score_new (YfClinicScale scale,
                     YfDay         day,
                     int           total,
                     gint64        at)
{
  YfClinicScore *self;

  g_return_val_if_fail (scale < YF_CLINIC_N_SCALES, NULL);
  g_return_val_if_fail (yf_day_is_known (day), NULL);
  g_return_val_if_fail (total >= 0 && total <= scales[scale].max, NULL);

  self = g_new0 (YfClinicScore, 1);
  self->id = g_uuid_string_random ();
  self->scale = scale;
  self->day = day;
  self->total = total;
  self->at = at;
  self->utc_offset = yf_real_get_utc_offset (at);

  return self;
}

/**
 * yf_clinic_score_copy:
 * @self: a score
 *
 * Returns: (transfer full): a copy
 */
YfClinicScore *
yf_clinic_score_copy (const YfClinicScore *self)
{
  YfClinicScore *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->id = g_strdup (self->id);

  return copy;
}

void
yf_clinic_score_free (YfClinicScore *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self);
}
