/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-figure.h"
#include "yf-programme-finding.h"
#include "yf-programme-groups.h"
#include "yf-programme-words.h"
#include "yf-rows.h"
#include "yf-style.h"
#include "yf-text.h"

/*
 * What is in a programme, and what of it is not for the person: the same on the
 * page that asks whether to follow it and on the one of the programme in force.
 */

#define PICTURE_WIDTH  84
#define PICTURE_HEIGHT 56

static AdwPreferencesGroup *
add_group (GtkBox     *box,
           const char *title,
           const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (title != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (title, -1);

      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), escaped);
    }
  if (description != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (description, -1);

      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), escaped);
    }
  gtk_box_append (box, group);

  return ADW_PREFERENCES_GROUP (group);
}

/* A clinician's own words stand in quotation marks. */
static char *
quote (const char *note)
{
  /* Translators: the clinician's own words */
  return g_strdup_printf (_("“%s”"), note);
}

static void
add_texts (AdwPreferencesGroup *group,
           GPtrArray           *texts)
{
  for (guint i = 0; i < texts->len; i++)
    adw_preferences_group_add (group, yf_rows_new_plain (g_ptr_array_index (texts, i), NULL));
}

static void
add_head (GtkBox      *box,
          YfProgramme *programme)
{
  GPtrArray *notes = yf_programme_get_notes (programme);
  g_autofree char *given = yf_programme_dup_given_text (programme);
  g_autofree char *days = yf_programme_dup_days_text (programme);
  AdwPreferencesGroup *group = add_group (box, NULL, NULL);

  adw_preferences_group_add (group, yf_rows_new_plain (given, days));
  for (guint i = 0; i < notes->len; i++)
    {
      g_autofree char *note = quote (g_ptr_array_index (notes, i));

      adw_preferences_group_add (group, yf_rows_new_plain (note, NULL));
    }
}

static void
draw_cb (GtkDrawingArea *area,
         cairo_t        *cairo,
         int             width,
         int             height,
         gpointer        user_data)
{
  YfFigure *figure = user_data;

  yf_figure_draw_key (figure, yf_figure_get_main_key (figure), yf_style_get_palette (GTK_WIDGET (area)), cairo,
                      width, height);
}

static GtkWidget *
create_picture (YfCatalogue *catalogue,
                YfExercise  *exercise)
{
  GtkWidget *picture = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (picture), PICTURE_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (picture), PICTURE_HEIGHT);
  gtk_widget_set_valign (picture, GTK_ALIGN_CENTER);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (picture), draw_cb, yf_figure_new (catalogue, exercise),
                                  (GDestroyNotify) yf_figure_unref);

  return picture;
}

static void
add_items (GtkBox      *box,
           YfProgramme *programme,
           YfCatalogue *catalogue)
{
  GPtrArray *items = yf_programme_get_items (programme);
  AdwPreferencesGroup *group;

  if (items->len == 0)
    return;

  group = add_group (box, _("To be done"), NULL);
  for (guint i = 0; i < items->len; i++)
    {
      const YfProgrammeItem *item = g_ptr_array_index (items, i);
      g_autoptr (GPtrArray) remarks = yf_programme_list_item_remarks (item);
      g_autofree char *dose = yf_programme_dup_item_text (item);
      g_autoptr (GString) text = g_string_new (dose);
      GtkWidget *row;

      for (guint j = 0; j < remarks->len; j++)
        g_string_append_printf (text, "\n%s", (const char *) g_ptr_array_index (remarks, j));
      for (guint j = 0; j < item->notes->len; j++)
        {
          g_autofree char *note = quote (g_ptr_array_index (item->notes, j));

          g_string_append_printf (text, "\n%s", note);
        }
      row = yf_rows_new_plain (yf_exercise_get_name (item->exercise), text->str);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), create_picture (catalogue, item->exercise));
      adw_preferences_group_add (group, row);
    }
}

static void
add_bans (GtkBox      *box,
          YfProgramme *programme,
          YfCatalogue *catalogue)
{
  GPtrArray *bans = yf_programme_get_bans (programme);
  AdwPreferencesGroup *group;

  if (bans->len == 0)
    return;

  group = add_group (box, _("Not to be done"), NULL);
  for (guint i = 0; i < bans->len; i++)
    {
      const YfProgrammeBan *ban = g_ptr_array_index (bans, i);
      g_autofree char *note = ban->note != NULL ? quote (ban->note) : NULL;
      GtkWidget *row = yf_rows_new_plain (yf_programme_get_exercise_name (programme, catalogue, ban->exercise), note);
      GtkWidget *icon = gtk_image_new_from_icon_name (yf_text_verdict_icon (YF_VERDICT_BLOCKED));

      gtk_widget_add_css_class (icon, yf_text_verdict_class (YF_VERDICT_BLOCKED));
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
      adw_preferences_group_add (group, row);
    }
}

static void
add_list (GtkBox     *box,
          const char *title,
          GPtrArray  *texts)
{
  if (texts->len > 0)
    add_texts (add_group (box, title, NULL), texts);
}

/* First what stands in the way of following it. */
static void
add_findings (GtkBox    *box,
              GPtrArray *findings)
{
  if (findings->len == 0)
    {
      add_group (box, _("Is it for you?"), _("Nothing that it asks for contradicts what Yanfei knows of you."));
      return;
    }

  for (guint pass = 0; pass < 2; pass++)
    {
      gboolean cleared = pass == 1;

      for (guint i = 0; i < findings->len; i++)
        {
          const YfProgrammeFinding *finding = g_ptr_array_index (findings, i);
          AdwPreferencesGroup *group;

          if (finding->cleared != cleared)
            continue;
          group = add_group (box, yf_exercise_get_name (finding->exercise),
                             cleared ? _("Not for you without the clearance in the programme:")
                                     : _("Not for you, and not cleared in the programme:"));
          yf_rows_add_reasons (group, finding->judgement);
        }
    }
}

/**
 * yf_programme_groups_fill:
 * @box: an empty box
 * @programme: a programme
 * @catalogue: what exists without it
 * @findings: (nullable) (element-type YfProgrammeFinding): what of it is not for the
 *   person, or %NULL where that is not to be told
 *
 * Says everything that is in a programme.
 */
void
yf_programme_groups_fill (GtkBox      *box,
                          YfProgramme *programme,
                          YfCatalogue *catalogue,
                          GPtrArray   *findings)
{
  g_autoptr (YfCatalogue) everything = yf_catalogue_with_own (catalogue, yf_programme_get_own (programme));
  g_autoptr (GPtrArray) schedule = yf_programme_list_schedule (yf_programme_get_schedule (programme));
  g_autoptr (GPtrArray) pain = yf_programme_list_pain (programme);
  g_autoptr (GPtrArray) clearances = yf_programme_list_clearances (programme, catalogue);

  add_head (box, programme);
  if (findings != NULL)
    add_findings (box, findings);
  add_items (box, programme, everything);
  add_bans (box, programme, catalogue);
  add_list (box, _("How often"), schedule);
  add_list (box, _("Pain"), pain);
  add_list (box, _("Allowed by the clinician"), clearances);
}
