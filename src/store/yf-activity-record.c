/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-activity-record.h"

#include <glib/gi18n-lib.h>

#include "yf-record.h"

/* What the documents say of each, and where. */
static const struct
{
  const char *id;
  const char *name;
  const char *advice;
  struct
  {
    const char *document;
    const char *section;
  } sources[2];
} kinds[] = {
  [YF_ACTIVITY_TAI_CHI] = {
    "tai-chi", N_("Tai chi"), N_("Two or three times a week."),
    { { "004", N_("Protection: older people") } },
  },
  [YF_ACTIVITY_BADUANJIN] = {
    "baduanjin", N_("Baduanjin"), N_("Two or three times a week."),
    { { "004", N_("Protection: older people") } },
  },
  [YF_ACTIVITY_SWIMMING] = {
    "swimming", N_("Swimming"), N_("Kind to the lower back, and may take the place of a session."),
    { { "002", N_("Prevention: sport") }, { "004", N_("Question 2") } },
  },
  [YF_ACTIVITY_YOGA] = {
    "yoga", N_("Yoga"), N_("Kind to the lower back, and may take the place of a session."),
    { { "002", N_("Prevention: sport") }, { "004", N_("Question 2") } },
  },
  [YF_ACTIVITY_WALKING] = {
    "walking", N_("Walking"), N_("As far as it does not hurt."),
    { { YF_SOURCE_APP, NULL } },
  },
};

G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == YF_ACTIVITY_N_KINDS);

/**
 * yf_activity_kind_get_id:
 * @kind: a kind
 *
 * Returns: its id in the log, such as "tai-chi"
 */
const char *
yf_activity_kind_get_id (YfActivityKind kind)
{
  g_return_val_if_fail (kind < YF_ACTIVITY_N_KINDS, NULL);

  return kinds[kind].id;
}

/**
 * yf_activity_kind_from_id:
 * @id: an id
 * @kind: (out): return location for its kind
 *
 * Returns: whether there is such an activity
 */
gboolean
yf_activity_kind_from_id (const char     *id,
                          YfActivityKind *kind)
{
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (kind != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].id, id))
      {
        *kind = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * yf_activity_kind_get_name:
 * @kind: a kind
 *
 * Returns: its name, in the person's language
 */
const char *
yf_activity_kind_get_name (YfActivityKind kind)
{
  g_return_val_if_fail (kind < YF_ACTIVITY_N_KINDS, NULL);

  return _(kinds[kind].name);
}

/**
 * yf_activity_kind_get_advice:
 * @kind: a kind
 *
 * Returns: what is said of it where its sources say it, in the person's
 *   language
 */
const char *
yf_activity_kind_get_advice (YfActivityKind kind)
{
  g_return_val_if_fail (kind < YF_ACTIVITY_N_KINDS, NULL);

  return _(kinds[kind].advice);
}

/**
 * yf_activity_kind_dup_sources:
 * @kind: a kind
 *
 * Returns: (transfer full) (element-type YfSource): who recommends it
 */
GPtrArray *
yf_activity_kind_dup_sources (YfActivityKind kind)
{
  GPtrArray *sources;

  g_return_val_if_fail (kind < YF_ACTIVITY_N_KINDS, NULL);

  sources = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_source_unref);
  for (guint i = 0; i < G_N_ELEMENTS (kinds[kind].sources); i++)
    {
      YfSource *source;

      if (kinds[kind].sources[i].document == NULL)
        continue;
      source = yf_source_new (kinds[kind].sources[i].document, kinds[kind].sources[i].section,
                              NULL);
      g_assert (source != NULL);
      g_ptr_array_add (sources, source);
    }

  return sources;
}

/**
 * yf_activity_record_new:
 * @kind: what was done
 * @at: when, in microseconds since the Unix epoch
 * @minutes: how long, 1 to %YF_ACTIVITY_MAX_MINUTES
 *
 * Returns: (transfer full): a record with an id of its own
 */
YfActivityRecord *
yf_activity_record_new (YfActivityKind kind,
                        gint64         at,
                        int            minutes)
{
  YfActivityRecord *self;

  g_return_val_if_fail (kind < YF_ACTIVITY_N_KINDS, NULL);
  g_return_val_if_fail (minutes >= 1 && minutes <= YF_ACTIVITY_MAX_MINUTES, NULL);

  self = g_new0 (YfActivityRecord, 1);
  self->id = g_uuid_string_random ();
  self->kind = kind;
  self->at = at;
  self->utc_offset = yf_real_get_utc_offset (at);
  self->minutes = minutes;

  return self;
}

/**
 * yf_activity_record_copy:
 * @self: an activity
 *
 * Returns: (transfer full): a copy
 */
YfActivityRecord *
yf_activity_record_copy (const YfActivityRecord *self)
{
  YfActivityRecord *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (YfActivityRecord, 1);
  *copy = *self;
  copy->id = g_strdup (self->id);

  return copy;
}

void
yf_activity_record_free (YfActivityRecord *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self);
}
