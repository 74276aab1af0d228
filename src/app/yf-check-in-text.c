/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-check-in-text.h"
#include "yf-text.h"

/* What was answered before and after a session, as a person reads it: lines
 * that each say one thing. */

static void
add (GPtrArray *lines,
     char      *line)
{
  g_ptr_array_add (lines, line);
}

/**
 * yf_check_in_text_other_lines:
 * @catalogue: what the ids in it mean
 * @check_in: what was answered
 *
 * Returns: (transfer full) (element-type utf8): all but how much it hurts
 */
GPtrArray *
yf_check_in_text_other_lines (YfCatalogue     *catalogue,
                              const YfCheckIn *check_in)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  if (yf_check_in_get_moved (check_in) != YF_MOVED_UNKNOWN)
    /* Translators: %s is where the pain has moved */
    add (lines, g_strdup_printf (_("The pain: %s"), yf_text_moved (yf_check_in_get_moved (check_in))));

  for (guint i = 0; i < yf_check_in_get_n_flags (check_in); i++)
    {
      const YfSign *sign = yf_check_in_get_flag (check_in, i);
      YfRedFlag *flag = yf_catalogue_find_red_flag (catalogue, sign->flag);
      const char *text = flag ? yf_red_flag_get_text (flag) : sign->flag;

      if (sign->days == YF_DAYS_UNSAID)
        /* Translators: %s is a warning sign that the person reported */
        add (lines, g_strdup_printf (_("Sign: %s"), text));
      else
        /* Translators: a warning sign that the person reported, and for how many days it had been there */
        add (lines, g_strdup_printf (ngettext ("Sign, for %2$d day: %1$s", "Sign, for %2$d days: %1$s", sign->days),
                                     text, sign->days));
    }

  return lines;
}

/**
 * yf_check_in_text_lines:
 * @catalogue: what the ids in it mean
 * @check_in: what was answered
 *
 * Returns: (transfer full) (element-type utf8): what was answered before a
 *   session
 */
GPtrArray *
yf_check_in_text_lines (YfCatalogue     *catalogue,
                        const YfCheckIn *check_in)
{
  g_autoptr (GPtrArray) others = yf_check_in_text_other_lines (catalogue, check_in);
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  if (yf_check_in_get_pain_back (check_in) != YF_PAIN_UNANSWERED)
    /* Translators: %d is a pain score from 0 to 10 */
    add (lines, g_strdup_printf (_("Pain in the back: %d of 10"), yf_check_in_get_pain_back (check_in)));
  if (yf_check_in_get_pain_leg (check_in) != YF_PAIN_UNANSWERED)
    /* Translators: %d is a pain score from 0 to 10 */
    add (lines, g_strdup_printf (_("Pain in the leg: %d of 10"), yf_check_in_get_pain_leg (check_in)));
  g_ptr_array_extend_and_steal (lines, g_steal_pointer (&others));

  return lines;
}

/**
 * yf_after_text_lines:
 * @after: what was answered after a session
 *
 * Returns: (transfer full) (element-type utf8): it
 */
GPtrArray *
yf_after_text_lines (const YfAfter *after)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  if (after->pain_back != YF_PAIN_UNANSWERED)
    /* Translators: after a session; %d is a pain score from 0 to 10 */
    add (lines, g_strdup_printf (_("Pain in the back afterwards: %d of 10"), after->pain_back));
  if (after->pain_leg != YF_PAIN_UNANSWERED)
    /* Translators: after a session; %d is a pain score from 0 to 10 */
    add (lines, g_strdup_printf (_("Pain in the leg afterwards: %d of 10"), after->pain_leg));
  if (after->effort != YF_EFFORT_UNANSWERED)
    /* Translators: how hard a session was, from 0 to 10 */
    add (lines, g_strdup_printf (_("Effort: %d of 10"), after->effort));
  if (after->note)
    /* Translators: %s is what the person noted */
    add (lines, g_strdup_printf (_("Note: %s"), after->note));

  return lines;
}

/**
 * yf_edit_text_is_corrected:
 * @log: a log
 * @entry: the id of an entry that counts
 *
 * Returns: whether it stands in the place of another
 */
gboolean
yf_edit_text_is_corrected (YfLog      *log,
                           const char *entry)
{
  const YfEdit *edit = yf_log_find_edit (log, entry);

  return edit && edit->old;
}

/**
 * yf_edit_text_before:
 * @edit: a correction
 *
 * Returns: (transfer full): what the original is called
 */
char *
yf_edit_text_before (const YfEdit *edit)
{
  g_autofree char *when = yf_text_day (edit->at, edit->utc_offset);

  /* Translators: stands over an entry as it was; %s is when it was corrected: 2026-11-20, 19:00 */
  return g_strdup_printf (_("As it was until the correction of %s"), when);
}

/**
 * yf_lines_join:
 * @lines: (element-type utf8): lines
 *
 * Returns: (transfer full): all of them, one under the other
 */
char *
yf_lines_join (GPtrArray *lines)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      if (i > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, g_ptr_array_index (lines, i));
    }

  return g_string_free (text, FALSE);
}
