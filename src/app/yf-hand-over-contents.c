/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-hand-over-contents.h"
#include "yf-rows.h"

struct _YfHandOverContents
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows;  /* unowned */
};

G_DEFINE_FINAL_TYPE (YfHandOverContents, yf_hand_over_contents, ADW_TYPE_PREFERENCES_GROUP)

static void
add_content (YfHandOverContents *self,
             const char         *title,
             char               *subtitle)
{
  g_autofree char *owned = subtitle;

  yf_rows_add (ADW_PREFERENCES_GROUP (self), self->rows, yf_rows_new_plain (title, owned));
}

static void
add_number (YfHandOverContents *self,
            const char         *title,
            guint               number)
{
  add_content (self, title, g_strdup_printf ("%u", number));
}

/* How many notes in the person's own words are in it. */
static guint
count_notes (GPtrArray *sessions)
{
  guint n = 0;

  for (guint i = 0; i < sessions->len; i++)
    {
      const YfSessionRecord *session = g_ptr_array_index (sessions, i);

      n += session->after != NULL && session->after->note != NULL;
    }

  return n;
}

static char *
describe_person (YfReport *report)
{
  const YfProfile *profile = yf_report_get_log (report)->profile;

  if (yf_report_get_anonymous (report) || profile == NULL)
    return g_strdup (_("No name, no year of birth, no names of clinicians, no notes"));
  if (yf_profile_get_name (profile) != NULL && yf_profile_get_born (profile) != YF_BORN_UNSAID)
    /* Translators: a name, and a year */
    return g_strdup_printf (_("%s, born in %d"), yf_profile_get_name (profile), yf_profile_get_born (profile));
  if (yf_profile_get_name (profile) != NULL)
    return g_strdup (yf_profile_get_name (profile));

  return g_strdup (_("You have not said your name under Profile"));
}

static void
finalize (GObject *object)
{
  g_ptr_array_unref (YF_HAND_OVER_CONTENTS (object)->rows);

  G_OBJECT_CLASS (yf_hand_over_contents_parent_class)->finalize (object);
}

static void
yf_hand_over_contents_class_init (YfHandOverContentsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = finalize;
}

static void
yf_hand_over_contents_init (YfHandOverContents *self)
{
  self->rows = g_ptr_array_new ();
}

/**
 * yf_hand_over_contents_show:
 * @self: the rows
 * @report: what is to leave the computer
 *
 * Tells everything that is in a report.
 */
void
yf_hand_over_contents_show (YfHandOverContents *self,
                            YfReport           *report)
{
  const YfTotals *totals = yf_progress_get_totals (yf_report_get_progress (report));
  YfLog *log = yf_report_get_log (report);
  g_autofree char *from = yf_day_to_display (yf_report_get_from (report));
  g_autofree char *to = yf_day_to_display (yf_report_get_to (report));
  const char *diagnosis = log->profile != NULL ? yf_profile_get_diagnosis (log->profile) : NULL;
  guint n_flags = yf_progress_get_raised (yf_report_get_progress (report))->len;
  guint n_words = log->profile != NULL ? yf_profile_get_clearances (log->profile)->len +
                                         yf_profile_get_assessments (log->profile)->len : 0;

  yf_rows_clear (ADW_PREFERENCES_GROUP (self), self->rows);
  add_content (self, _("Who"), describe_person (report));
  /* Translators: two dates */
  add_content (self, _("Days"), g_strdup_printf (_("%s to %s"), from, to));
  if (diagnosis != NULL)
    add_content (self, _("Diagnosis as you were told"), g_strdup (diagnosis));
  add_content (self, _("Conditions, stage and dates of the episode"),
               g_strdup (yf_stage_get_name (yf_report_get_stage (report))));
  add_number (self, C_("hand over", "Sessions"), (guint) totals->n_sessions);
  add_number (self, C_("hand over", "Repetitions"), (guint) totals->n_reps);
  add_number (self, C_("hand over", "Stops for pain"), (guint) totals->n_stops);
  add_number (self, C_("hand over", "Answers about pain and how you are"), (guint) totals->n_check_ins);
  add_number (self, C_("hand over", "Kinds of warning signs you told of"), n_flags);
  add_number (self, _("Permissions and assessments by clinicians"), n_words);
  add_number (self, _("Compresses and activities"), (guint) (totals->n_reliefs + totals->n_activities));
  add_number (self, _("Answers about what you can do, and scores"), log->ratings->len + log->scores->len);
  add_number (self, _("Notes in your own words"), count_notes (log->sessions) + count_notes (log->old_sessions));
  add_number (self, _("Exercises and activities of your own"), log->own_exercises->len + log->functions->len);
  add_number (self, _("Corrections, with what was there before"), log->edits->len);
}
