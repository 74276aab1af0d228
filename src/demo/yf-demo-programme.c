/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-demo-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A physiotherapist's programme, and the version of it that follows. Days are
 * counted from the onset. */

#define FIRST_FROM 50
#define FIRST_UNTIL 200
#define SECOND_FROM 85
#define SECOND_UNTIL 150

/* A log that is shorter has none. */
#define LEAST_DAYS 90

/* In the evening, after the session and before what is written down of it. */
#define INSTALL_MINUTE (21 * 60 + 40)

static const char first_exercises[] =
  "  <exercise id=\"abdominal-breathing\"><dose sets=\"2\" reps=\"10\" hold=\"3\"/></exercise>\n"
  "  <exercise id=\"five-point-support\"><dose sets=\"2\" reps=\"8\" hold=\"3\"/><cap sets=\"2\" reps=\"12\" hold=\"5\"/></exercise>\n"
  "  <exercise id=\"glute-bridge\"><dose sets=\"2\" reps=\"8\" hold=\"3\"/></exercise>\n"
  "  <schedule days-a-week=\"3\"/>\n"
  "  <pain stop-at=\"5\"/>\n";

static const char second_exercises[] =
  "  <exercise id=\"five-point-support\"><dose sets=\"2\" reps=\"10\" hold=\"3\"/></exercise>\n"
  "  <exercise id=\"glute-bridge\"><dose sets=\"2\" reps=\"10\" hold=\"3\"/></exercise>\n"
  "  <exercise id=\"plank\"><dose sets=\"1\" reps=\"3\" hold=\"10\"/><cap sets=\"2\" reps=\"4\" hold=\"20\"/></exercise>\n"
  "  <schedule weekdays=\"mon wed fri\"/>\n"
  "  <pain stop-at=\"5\"/>\n";

static void
install (YfDemo     *self,
         YfDay       day,
         YfDay       until,
         const char *name,
         const char *exercises,
         const char *why_not)
{
  g_autofree char *date = yf_day_to_string (day);
  g_autofree char *from = yf_day_to_string (day + 1);
  g_autofree char *end = yf_day_to_string (until);
  g_autofree char *head = g_markup_printf_escaped ("<programme xmlns=\"" YF_PROGRAMME_NAMESPACE "\" version=\"1\" "
                                                   "name=\"%s\" clinician=\"%s\" date=\"%s\" from=\"%s\" until=\"%s\">\n",
                                                   name, yf_demo_get_clinician (), date, from, end);
  g_autofree char *ban = g_markup_printf_escaped ("  <forbidden id=\"full-swallow\"><note>%s</note></forbidden>\n", why_not);
  g_autofree char *xml = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (YfProgramme) programme = NULL;
  g_autoptr (GError) error = NULL;
  const char *schedule = strstr (exercises, "  <schedule");
  YfProgrammeRecord *record;
  YfProgrammeChoice *choice;
  gint32 utc_offset;
  gint64 at = yf_demo_moment (self, day, INSTALL_MINUTE, &utc_offset);

  xml = g_strdup_printf ("%s%.*s%s%s</programme>\n", head, (int) (schedule - exercises), exercises, ban, schedule);
  bytes = g_bytes_new (xml, strlen (xml));
  programme = yf_programme_new_from_bytes (self->catalogue, "programme", bytes, &error);
  g_assert_no_error (error);

  record = yf_programme_record_new (programme, at);
  g_free (record->id);
  record->id = yf_demo_dup_uuid (self);
  record->utc_offset = utc_offset;
  g_ptr_array_add (self->log->programmes, record);

  choice = yf_programme_choice_new (record->id, at + 90 * YF_SECOND);
  g_free (choice->id);
  choice->id = yf_demo_dup_uuid (self);
  choice->utc_offset = utc_offset;
  g_ptr_array_add (self->log->programme_choices, choice);
}

/*
 * yf_demo_install_programme:
 *
 * On two evenings of a log that is long enough, the person agrees to what their
 * doctor has written for them; to the second instead of the first.
 */
void
yf_demo_install_programme (YfDemo *self,
                           YfDay   day)
{
  if (self->today - self->first + 1 < LEAST_DAYS || day == self->today)
    return;

  if (day == self->onset + FIRST_FROM)
    install (self, day, self->onset + FIRST_UNTIL, C_("made-up programme", "First bridges"), first_exercises,
             C_("made-up programme", "Not yet: your back is not strong enough."));
  else if (day == self->onset + SECOND_FROM)
    install (self, day, self->onset + SECOND_UNTIL, C_("made-up programme", "Bridges and plank"), second_exercises,
             C_("made-up programme", "Not yet: your back is not strong enough."));
}
