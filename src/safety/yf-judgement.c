/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-judgement-private.h"

#include <glib/gi18n-lib.h>

#include "yf-ids.h"

struct _YfReason
{
  gatomicrefcount  ref_count;
  char            *rule;
  YfVerdict        verdict;
  GPtrArray       *sources;
  char            *text;
  YfClearance     *clearance;
  YfAssessment    *assessment;
};

struct _YfJudgement
{
  gatomicrefcount  ref_count;
  char            *exercise;
  YfDay            day;
  YfStage          stage;
  YfTriage         triage;
  YfVerdict        verdict;
  GPtrArray       *reasons;
};

G_DEFINE_BOXED_TYPE (YfReason, yf_reason, yf_reason_ref, yf_reason_unref)
G_DEFINE_BOXED_TYPE (YfJudgement, yf_judgement, yf_judgement_ref, yf_judgement_unref)

static const char * const verdict_ids[] = {
  [YF_VERDICT_ALLOWED] = "allowed",
  [YF_VERDICT_CAUTION] = "caution",
  [YF_VERDICT_ASK_CLINICIAN] = "ask-clinician",
  [YF_VERDICT_BLOCKED] = "blocked",
};

/* @text is in the person's language; @sources (element-type YfSource) has at
 * least one, the strictest first. */
YfReason *
yf_reason_new (const char   *rule,
               YfVerdict     verdict,
               GPtrArray    *sources,
               const char   *text,
               YfClearance  *clearance,
               YfAssessment *assessment)
{
  YfReason *self = g_new0 (YfReason, 1);

  g_assert (sources->len > 0);

  g_atomic_ref_count_init (&self->ref_count);
  self->rule = g_strdup (rule);
  self->verdict = verdict;
  self->sources = g_ptr_array_ref (sources);
  self->text = g_strdup (text);
  self->clearance = clearance != NULL ? yf_clearance_ref (clearance) : NULL;
  self->assessment = assessment != NULL ? yf_assessment_ref (assessment) : NULL;

  return self;
}

YfReason *
yf_reason_ref (YfReason *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
yf_reason_unref (YfReason *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->rule);
  g_ptr_array_unref (self->sources);
  g_free (self->text);
  g_clear_pointer (&self->clearance, yf_clearance_unref);
  g_clear_pointer (&self->assessment, yf_assessment_unref);
  g_free (self);
}

/**
 * yf_reason_get_rule:
 * @self: a reason
 *
 * Returns: (transfer none): the rule's name for scripts, such as
 *   "acute-bridge", or the id of a red flag
 */
const char *
yf_reason_get_rule (YfReason *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->rule;
}

YfVerdict
yf_reason_get_verdict (YfReason *self)
{
  g_return_val_if_fail (self != NULL, YF_VERDICT_BLOCKED);

  return self->verdict;
}

/**
 * yf_reason_get_source:
 * @self: a reason
 *
 * Returns: (transfer none): who says so; of several, the strictest
 */
YfSource *
yf_reason_get_source (YfReason *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_ptr_array_index (self->sources, 0);
}

/**
 * yf_reason_get_sources:
 * @self: a reason
 *
 * Returns: (transfer none) (element-type YfSource): all who say so
 */
GPtrArray *
yf_reason_get_sources (YfReason *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->sources;
}

/**
 * yf_reason_get_text:
 * @self: a reason
 *
 * Returns: (transfer none): the reason in plain words and the person's
 *   language, without its source
 */
const char *
yf_reason_get_text (YfReason *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

/**
 * yf_reason_get_clearance:
 * @self: a reason
 *
 * Returns: (transfer none) (nullable): the clearance that opened it
 */
YfClearance *
yf_reason_get_clearance (YfReason *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->clearance;
}

/**
 * yf_reason_get_assessment:
 * @self: a reason
 *
 * Returns: (transfer none) (nullable): the assessment that opened it
 */
YfAssessment *
yf_reason_get_assessment (YfReason *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->assessment;
}

/**
 * yf_reason_to_string:
 * @self: a reason
 *
 * Returns: (transfer full): the reason with its sources, as a person reads it
 */
char *
yf_reason_to_string (YfReason *self)
{
  g_autoptr (GString) sources = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->sources->len; i++)
    {
      g_autofree char *source = yf_source_to_string (g_ptr_array_index (self->sources, i));

      if (i > 0)
        /* Translators: stands between two sources of a rule */
        g_string_append (sources, _("; "));
      g_string_append (sources, source);
    }

  /* Translators: a reason in a sentence or two, and its sources */
  return g_strdup_printf (_("%s (%s)"), self->text, sources->str);
}

static int
compare_reasons (gconstpointer a,
                 gconstpointer b)
{
  const YfReason *one = *(const YfReason * const *) a;
  const YfReason *other = *(const YfReason * const *) b;

  return (int) other->verdict - (int) one->verdict;
}

/* Takes @reasons (element-type YfReason), which nobody else may hold. The
 * strictest verdict wins. */
YfJudgement *
yf_judgement_new (const char *exercise,
                  YfDay       day,
                  YfStage     stage,
                  YfTriage    triage,
                  GPtrArray  *reasons)
{
  YfJudgement *self = g_new0 (YfJudgement, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->exercise = g_strdup (exercise);
  self->day = day;
  self->stage = stage;
  self->triage = triage;
  self->reasons = reasons;

  /* g_ptr_array_sort() is stable: reasons of one strictness stay in the order
   * of the table. */
  g_ptr_array_sort (reasons, compare_reasons);
  self->verdict = reasons->len == 0 ? YF_VERDICT_ALLOWED
                                    : yf_reason_get_verdict (g_ptr_array_index (reasons, 0));

  return self;
}

YfJudgement *
yf_judgement_ref (YfJudgement *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
yf_judgement_unref (YfJudgement *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->exercise);
  g_ptr_array_unref (self->reasons);
  g_free (self);
}

const char *
yf_judgement_get_exercise (YfJudgement *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->exercise;
}

YfDay
yf_judgement_get_day (YfJudgement *self)
{
  g_return_val_if_fail (self != NULL, YF_DAY_NONE);

  return self->day;
}

YfStage
yf_judgement_get_stage (YfJudgement *self)
{
  g_return_val_if_fail (self != NULL, YF_STAGE_ACUTE);

  return self->stage;
}

/**
 * yf_judgement_get_triage:
 * @self: a judgement
 *
 * Returns: how soon a doctor should see this person, whatever the exercise
 */
YfTriage
yf_judgement_get_triage (YfJudgement *self)
{
  g_return_val_if_fail (self != NULL, YF_TRIAGE_EMERGENCY);

  return self->triage;
}

YfVerdict
yf_judgement_get_verdict (YfJudgement *self)
{
  g_return_val_if_fail (self != NULL, YF_VERDICT_BLOCKED);

  return self->verdict;
}

/**
 * yf_judgement_get_reasons:
 * @self: a judgement
 *
 * Returns: (transfer none) (element-type YfReason): every rule that had
 *   something to say, the strictest first; empty if allowed
 */
GPtrArray *
yf_judgement_get_reasons (YfJudgement *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->reasons;
}

/**
 * yf_judgement_permits:
 * @self: a judgement
 *
 * Returns: whether the exercise may be done today: allowed or caution
 */
gboolean
yf_judgement_permits (YfJudgement *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->verdict <= YF_VERDICT_CAUTION;
}

const char *
yf_verdict_get_id (YfVerdict verdict)
{
  g_return_val_if_fail (verdict < G_N_ELEMENTS (verdict_ids), NULL);

  return verdict_ids[verdict];
}

gboolean
yf_verdict_from_id (const char *id,
                    YfVerdict  *verdict)
{
  YF_IDS_FROM_ID (verdict_ids, id, verdict);
}

/**
 * yf_verdict_get_name:
 * @verdict: a verdict
 *
 * Returns: (transfer none): the verdict in a few words, in the person's
 *   language
 */
const char *
yf_verdict_get_name (YfVerdict verdict)
{
  switch (verdict)
    {
    case YF_VERDICT_ALLOWED:
      return _("Fine for you today");
    case YF_VERDICT_CAUTION:
      return _("With care");
    case YF_VERDICT_ASK_CLINICIAN:
      return _("Ask your clinician first");
    case YF_VERDICT_BLOCKED:
      return _("Not for you today");
    default:
      g_return_val_if_reached (NULL);
    }
}
