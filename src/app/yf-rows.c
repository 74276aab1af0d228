/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-rows.h"
#include "yf-text.h"

/*
 * The rows that pages are made of. None of them cuts its text short: a caution
 * that ends in three dots is no caution.
 */

/**
 * yf_rows_new_plain:
 * @title: what it says
 * @subtitle: (nullable): what is to be added
 *
 * Returns: (transfer floating): a row that only says something
 */
GtkWidget *
yf_rows_new_plain (const char *title,
                   const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  /* The row, and what it activates, is named after the title by itself. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);

  return row;
}

/**
 * yf_rows_new_note:
 * @note: a sentence with its source
 * @number: its number, or 0 for a caution
 *
 * Returns: (transfer floating): a row that says it
 */
GtkWidget *
yf_rows_new_note (const YfNote *note,
                  int           number)
{
  g_autofree char *source = yf_text_source (note->source);
  GtkWidget *row = yf_rows_new_plain (yf_note_get_text (note), source);
  GtkWidget *prefix;

  if (number > 0)
    {
      g_autofree char *text = g_strdup_printf ("%d", number);

      prefix = gtk_label_new (text);
      gtk_widget_add_css_class (prefix, "step-number");
      gtk_widget_add_css_class (prefix, "numeric");
      gtk_widget_set_valign (prefix, GTK_ALIGN_CENTER);
    }
  else
    {
      prefix = gtk_image_new_from_icon_name ("yf-caution-symbolic");
      gtk_widget_add_css_class (prefix, "verdict-caution");
    }
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), prefix);
  gtk_widget_add_css_class (row, "note");

  return row;
}

/**
 * yf_rows_new_reason:
 * @reason: why
 *
 * Returns: (transfer floating): a row that says it, with its source, and the
 *   clinician whose word opened it
 */
GtkWidget *
yf_rows_new_reason (YfReason *reason)
{
  YfVerdict verdict = yf_reason_get_verdict (reason);
  g_autofree char *sources = yf_text_sources (yf_reason_get_sources (reason));
  g_autofree char *subtitle = g_strdup_printf ("%s\n%s", yf_verdict_get_name (verdict), sources);
  GtkWidget *row = yf_rows_new_plain (yf_reason_get_text (reason), subtitle);
  GtkWidget *icon = gtk_image_new_from_icon_name (yf_text_verdict_icon (verdict));

  gtk_widget_add_css_class (icon, yf_text_verdict_class (verdict));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_widget_add_css_class (row, "note");

  return row;
}

/**
 * yf_rows_new_check:
 * @title: what may be so
 * @subtitle: (nullable): what is meant
 * @check: (out) (transfer none): return location for the check button
 *
 * Returns: (transfer floating): a row to tick
 */
GtkWidget *
yf_rows_new_check (const char      *title,
                   const char      *subtitle,
                   GtkCheckButton **check)
{
  GtkWidget *row = yf_rows_new_plain (title, subtitle);
  GtkWidget *button = gtk_check_button_new ();

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  *check = GTK_CHECK_BUTTON (button);

  return row;
}

/**
 * yf_rows_new_switch:
 * @title: what may be on
 * @subtitle: (nullable): what is meant
 * @toggle: (out) (transfer none): return location for the switch
 *
 * Returns: (transfer floating): a row with a switch
 */
GtkWidget *
yf_rows_new_switch (const char  *title,
                    const char  *subtitle,
                    GtkSwitch  **toggle)
{
  GtkWidget *row = yf_rows_new_plain (title, subtitle);
  GtkWidget *button = gtk_switch_new ();

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  *toggle = GTK_SWITCH (button);

  return row;
}

/**
 * yf_rows_add_reasons:
 * @group: where to
 * @judgement: what was judged
 *
 * Adds every reason, strictest first.
 */
void
yf_rows_add_reasons (AdwPreferencesGroup *group,
                     YfJudgement         *judgement)
{
  GPtrArray *reasons = yf_judgement_get_reasons (judgement);

  for (int verdict = YF_VERDICT_BLOCKED; verdict >= YF_VERDICT_ALLOWED; verdict--)
    for (guint i = 0; i < reasons->len; i++)
      if ((int) yf_reason_get_verdict (g_ptr_array_index (reasons, i)) == verdict)
        adw_preferences_group_add (group, yf_rows_new_reason (g_ptr_array_index (reasons, i)));
}

/**
 * yf_rows_add:
 * @group: where to
 * @rows: (element-type GtkWidget): the rows that yf_rows_clear() is to know of
 * @row: (transfer floating): what to add
 *
 * Adds a row that can be taken away again.
 */
void
yf_rows_add (AdwPreferencesGroup *group,
             GPtrArray           *rows,
             GtkWidget           *row)
{
  adw_preferences_group_add (group, row);
  g_ptr_array_add (rows, row);
}

/**
 * yf_rows_clear:
 * @group: where from
 * @rows: (element-type GtkWidget): what yf_rows_add() added
 *
 * Takes the rows away.
 */
void
yf_rows_clear (AdwPreferencesGroup *group,
               GPtrArray           *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, g_ptr_array_index (rows, i));
  g_ptr_array_set_size (rows, 0);
}
