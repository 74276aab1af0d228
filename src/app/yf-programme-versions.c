/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-programme-finding.h"
#include "yf-programme-versions.h"
#include "yf-programme-words.h"
#include "yf-rows.h"

struct _YfProgrammeVersions
{
  AdwPreferencesGroup parent_instance;
};

G_DEFINE_FINAL_TYPE (YfProgrammeVersions, yf_programme_versions, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
choose_cb (YfProgrammeVersions *self,
           GtkWidget           *button)
{
  g_signal_emit (self, signals[CHOSEN], 0, g_object_get_data (G_OBJECT (button), "version"));
}

/* Why a version cannot be gone back to, or NULL. */
static char *
find_obstacle (YfProgramme     *programme,
               YfRules         *rules,
               const YfProfile *profile,
               YfDay            today)
{
  g_autoptr (GPtrArray) findings = NULL;
  YfDay until = yf_programme_get_until (programme);

  if (until != YF_DAY_NONE && until < today)
    {
      g_autofree char *day = yf_day_to_display (until);

      /* Translators: a date */
      return g_strdup_printf (_("This programme ended on %s. Ask for a new one."), day);
    }

  findings = yf_programme_find_contradictions (programme, rules, profile, today);
  if (yf_programme_is_contradicted (findings))
    return g_strdup (_("It asks for what is not for you now, and does not say that it is cleared."));

  return NULL;
}

static void
add_button (YfProgrammeVersions *self,
            GtkWidget           *row,
            const char          *label,
            const char          *name,
            const char          *id)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "version", g_strdup (id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (choose_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_version (YfProgrammeVersions     *self,
             const YfProgrammeRecord *record,
             gboolean                 current,
             YfCatalogue             *builtin,
             YfRules                 *rules,
             const YfProfile         *profile,
             YfDay                    today)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YfProgramme) programme = yf_programme_record_read (record, builtin, &error);
  g_autofree char *installed = yf_day_to_display (yf_day_from_moment (record->at, record->utc_offset));
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *obstacle = NULL;
  g_autofree char *given = NULL;
  g_autofree char *days = NULL;
  GtkWidget *row;

  if (programme == NULL)
    {
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), yf_rows_new_plain (installed, error->message));
      return;
    }

  given = yf_programme_dup_given_text (programme);
  days = yf_programme_dup_days_text (programme);
  /* Translators: a date */
  g_string_append_printf (text, _("In your log since %s."), installed);
  g_string_append_printf (text, "\n%s", days);
  if (!current)
    obstacle = find_obstacle (programme, rules, profile, today);
  if (obstacle != NULL)
    g_string_append_printf (text, "\n%s", obstacle);
  row = yf_rows_new_plain (given, text->str);
  if (current)
    {
      GtkWidget *mark = gtk_label_new (_("In force"));

      gtk_widget_add_css_class (mark, "heading");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), mark);
    }
  else if (obstacle == NULL)
    {
      /* Translators: what a screen reader says of the button “Follow”: a programme, a clinician, a date */
      g_autofree char *name = g_strdup_printf (_("Follow %s"), given);

      add_button (self, row, _("Follow"), name, record->id);
    }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

static void
yf_programme_versions_class_init (YfProgrammeVersionsClass *klass)
{
  signals[CHOSEN] = g_signal_new ("chosen", YF_TYPE_PROGRAMME_VERSIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
yf_programme_versions_init (YfProgrammeVersions *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Versions"));
}

/**
 * yf_programme_versions_new:
 * @records: (element-type YfProgrammeRecord): what the log has, oldest first
 * @current: (nullable): the id of the one in force
 * @builtin: what exists without programmes
 * @rules: the safety table
 * @profile: who it is
 * @today: today
 *
 * Returns: (transfer floating): a list of them
 */
GtkWidget *
yf_programme_versions_new (GPtrArray       *records,
                           const char      *current,
                           YfCatalogue     *builtin,
                           YfRules         *rules,
                           const YfProfile *profile,
                           YfDay            today)
{
  YfProgrammeVersions *self = g_object_new (YF_TYPE_PROGRAMME_VERSIONS, NULL);

  for (guint i = records->len; i > 0; i--)
    {
      const YfProgrammeRecord *record = g_ptr_array_index (records, i - 1);

      add_version (self, record, g_strcmp0 (record->id, current) == 0, builtin, rules, profile, today);
    }

  if (current != NULL)
    {
      GtkWidget *row = yf_rows_new_plain (_("No programme"), _("Yanfei plans by itself. The programmes stay in your log."));

      add_button (self, row, _("Follow None"), _("Follow none"), NULL);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
    }

  return GTK_WIDGET (self);
}
