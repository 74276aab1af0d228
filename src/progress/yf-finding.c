/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-finding-private.h"

#include <glib/gi18n-lib.h>

/* What the sentences of the summary share. */

YfEntries *
yf_entries_new (void)
{
  YfEntries *self = g_new0 (YfEntries, 1);

  self->ids = g_ptr_array_new ();
  self->seen = g_hash_table_new (g_str_hash, g_str_equal);

  return self;
}

void
yf_entries_free (YfEntries *self)
{
  g_ptr_array_unref (self->ids);
  g_hash_table_unref (self->seen);
  g_free (self);
}

void
yf_entries_add (YfEntries  *self,
                const char *id)
{
  if (g_hash_table_add (self->seen, (gpointer) id))
    g_ptr_array_add (self->ids, (gpointer) id);
}

/* Two whole sentences, one after the other; of which one may not be there. */
char *
yf_finding_join (const char *first,
                 const char *second)
{
  if (first == NULL || second == NULL)
    return g_strdup (first != NULL ? first : second);

  /* Translators: two whole sentences that follow each other */
  return g_strdup_printf (C_("sentences", "%1$s %2$s"), first, second);
}

void
yf_finding_free (YfFinding *finding)
{
  g_free (finding->text);
  g_free (finding->source);
  g_strfreev (finding->entries);
  g_free (finding);
}

/* The source is named with a claim, that there is no clear change among them. */
void
yf_finding_add (YfProgress    *progress,
                YfFindingKind  kind,
                YfTrend        trend,
                const char    *text,
                YfEntries     *entries)
{
  YfFinding *finding = g_new0 (YfFinding, 1);
  GStrvBuilder *builder = g_strv_builder_new ();

  for (guint i = 0; i < entries->ids->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (entries->ids, i));

  finding->kind = kind;
  finding->trend = trend;
  finding->text = g_strdup (text);
  finding->source = trend != YF_TREND_NONE ? g_strdup (yf_change_get_source (kind)) : NULL;
  finding->entries = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);

  g_ptr_array_add (progress->findings, finding);
}

void
yf_progress_fill_findings (YfProgress *self)
{
  if (!yf_day_is_known (self->from))
    return;

  yf_finding_add_pain (self, YF_FINDING_BACK_PAIN);
  yf_finding_add_pain (self, YF_FINDING_LEG_PAIN);
  yf_finding_add_function (self);
  yf_finding_add_clinic (self, YF_FINDING_ODI);
  yf_finding_add_clinic (self, YF_FINDING_RMDQ);
  yf_finding_add_kept (self);
  yf_finding_add_mornings (self);
  yf_finding_add_stops (self);
  yf_finding_add_flares (self);
  yf_finding_add_doses (self);
  yf_finding_add_reminders (self);
  yf_finding_add_breaks (self);
}
