/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-check-in-page.h"
#include "yf-morning-choice.h"
#include "yf-page.h"
#include "yf-pain-scale.h"
#include "yf-rows.h"
#include "yf-text.h"

struct _YfCheckInPage
{
  AdwBin parent_instance;

  GtkWidget           *morning_box;
  YfMorningChoice     *morning;
  YfPainScale         *pain_back;
  YfPainScale         *pain_leg;
  AdwPreferencesGroup *moved_group;
  AdwPreferencesGroup *flags_group;
  GtkLabel            *problem;
  GtkWidget           *go_on;
  GtkLabel            *go_on_label;

  YfCatalogue         *catalogue;
  GtkCheckButton      *moved[YF_MOVED_SAME + 1];
  GPtrArray           *checks;   /* GtkCheckButton, as the catalogue has the flags */
  GPtrArray           *days;     /* GtkEntry or NULL, likewise */
};

static void page_init (YfPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (YfCheckInPage, yf_check_in_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (YF_TYPE_PAGE, page_init))

enum
{
  MORNING,
  SKIPPED,
  ANSWERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Longer than anybody waits to see a doctor, and safe in any arithmetic. */
#define MAX_DAYS 36500

static void
update_button (YfCheckInPage *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->checks->len; i++)
    {
      GtkWidget *days = g_ptr_array_index (self->days, i);
      gboolean active = gtk_check_button_get_active (g_ptr_array_index (self->checks, i));

      any |= active;
      if (days)
        gtk_widget_set_visible (gtk_widget_get_ancestor (days, GTK_TYPE_LIST_BOX_ROW), active);
    }
  gtk_label_set_label (self->go_on_label, any ? _("Continue") : _("None of These"));
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
}

/* Nothing typed is an answer too: the rules then take the sign as it stands. */
static gboolean
read_days (GtkEditable *entry,
           int         *days)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));
  gint64 value;

  *days = YF_DAYS_UNSAID;
  if (*text == '\0')
    return TRUE;
  if (!g_ascii_string_to_signed (text, 10, 0, MAX_DAYS, &value, NULL))
    return FALSE;
  *days = (int) value;
  return TRUE;
}

static void
go_on_cb (YfCheckInPage *self)
{
  GPtrArray *flags = yf_catalogue_get_red_flags (self->catalogue);
  g_autoptr (YfCheckIn) check_in = yf_check_in_new ();

  yf_check_in_set_pain_back (check_in, yf_pain_scale_get_value (self->pain_back));
  yf_check_in_set_pain_leg (check_in, yf_pain_scale_get_value (self->pain_leg));
  for (int i = 0; i <= YF_MOVED_SAME; i++)
    if (gtk_check_button_get_active (self->moved[i]))
      yf_check_in_set_moved (check_in, (YfMoved) i);

  for (guint i = 0; i < flags->len; i++)
    {
      GtkEditable *entry = g_ptr_array_index (self->days, i);
      int days = YF_DAYS_UNSAID;

      if (!gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
        continue;
      if (entry && !read_days (entry, &days))
        {
          gtk_label_set_label (self->problem, _("Please write the number of days as a whole number, or leave it empty."));
          gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
          gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
          gtk_widget_grab_focus (GTK_WIDGET (entry));
          return;
        }
      yf_check_in_set_flag (check_in, yf_red_flag_get_id (g_ptr_array_index (flags, i)), TRUE, days);
    }

  g_signal_emit (self, signals[ANSWERED], 0, check_in);
}

static void
morning_cb (YfCheckInPage *self)
{
  g_signal_emit (self, signals[MORNING], 0, (int) yf_morning_choice_get_morning (self->morning));
}

static void
skip_cb (YfCheckInPage *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->pain_back), GTK_DIR_TAB_FORWARD);
  gtk_widget_set_visible (self->morning_box, FALSE);
  if (yf_morning_choice_get_morning (self->morning) == YF_MORNING_UNANSWERED)
    g_signal_emit (self, signals[SKIPPED], 0);
}

static GtkWidget *
create_days_row (YfRedFlag  *flag,
                 GtkWidget **entry)
{
  GtkWidget *row = yf_rows_new_plain (_("For how many days?"), _("You may leave this empty."));
  /* Translators: what a screen reader says of a field; %s is a sign, such as pain in the leg */
  g_autofree char *name = g_strdup_printf (_("For how many days: %s"), yf_red_flag_get_text (flag));

  *entry = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (*entry), 4);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (*entry), 5);
  gtk_entry_set_input_purpose (GTK_ENTRY (*entry), GTK_INPUT_PURPOSE_DIGITS);
  gtk_widget_set_valign (*entry, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (*entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), *entry);
  gtk_widget_set_visible (row, FALSE);

  return row;
}

static void
typed_cb (YfCheckInPage *self,
          GtkWidget     *entry)
{
  gtk_widget_remove_css_class (entry, "error");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
}

static void
fill (YfCheckInPage *self)
{
  static const YfMoved order[] = { YF_MOVED_DOWN, YF_MOVED_UP, YF_MOVED_SAME, YF_MOVED_UNKNOWN };
  GPtrArray *flags = yf_catalogue_get_red_flags (self->catalogue);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      YfMoved moved = order[i];

      adw_preferences_group_add (self->moved_group,
                                 yf_rows_new_check (yf_text_moved (moved), NULL, &self->moved[moved]));
      if (i > 0)
        gtk_check_button_set_group (self->moved[moved], self->moved[order[0]]);
    }
  gtk_check_button_set_active (self->moved[YF_MOVED_UNKNOWN], TRUE);

  for (guint i = 0; i < flags->len; i++)
    {
      YfRedFlag *flag = g_ptr_array_index (flags, i);
      GtkCheckButton *check;
      GtkWidget *entry = NULL;

      adw_preferences_group_add (self->flags_group, yf_rows_new_check (yf_red_flag_get_text (flag), NULL, &check));
      if (yf_red_flag_get_needs_days (flag))
        {
          adw_preferences_group_add (self->flags_group, create_days_row (flag, &entry));
          g_signal_connect_object (entry, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
        }
      g_ptr_array_add (self->checks, check);
      g_ptr_array_add (self->days, entry);
      g_signal_connect_object (check, "toggled", G_CALLBACK (update_button), self, G_CONNECT_SWAPPED);
    }
  update_button (self);
}

static void
focus_first (YfPage *page)
{
  YfCheckInPage *self = YF_CHECK_IN_PAGE (page);

  if (gtk_widget_get_visible (self->morning_box))
    gtk_widget_grab_focus (GTK_WIDGET (self->morning));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->pain_back), GTK_DIR_TAB_FORWARD);
}

static void
page_init (YfPageInterface *iface)
{
  iface->focus_first = focus_first;
}

static void
dispose (GObject *object)
{
  YfCheckInPage *self = YF_CHECK_IN_PAGE (object);

  g_clear_pointer (&self->catalogue, yf_catalogue_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->days, g_ptr_array_unref);

  G_OBJECT_CLASS (yf_check_in_page_parent_class)->dispose (object);
}

static void
yf_check_in_page_class_init (YfCheckInPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;

  signals[MORNING] =
    g_signal_new ("morning", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SKIPPED] =
    g_signal_new ("skipped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ANSWERED] =
    g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, YF_TYPE_CHECK_IN | G_SIGNAL_TYPE_STATIC_SCOPE);

  g_type_ensure (YF_TYPE_MORNING_CHOICE);
  g_type_ensure (YF_TYPE_PAIN_SCALE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-check-in-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YfCheckInPage, morning_box);
  gtk_widget_class_bind_template_child (widget_class, YfCheckInPage, morning);
  gtk_widget_class_bind_template_child (widget_class, YfCheckInPage, pain_back);
  gtk_widget_class_bind_template_child (widget_class, YfCheckInPage, pain_leg);
  gtk_widget_class_bind_template_child (widget_class, YfCheckInPage, moved_group);
  gtk_widget_class_bind_template_child (widget_class, YfCheckInPage, flags_group);
  gtk_widget_class_bind_template_child (widget_class, YfCheckInPage, problem);
  gtk_widget_class_bind_template_child (widget_class, YfCheckInPage, go_on);
  gtk_widget_class_bind_template_child (widget_class, YfCheckInPage, go_on_label);
  gtk_widget_class_bind_template_callback (widget_class, morning_cb);
  gtk_widget_class_bind_template_callback (widget_class, skip_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_on_cb);
}

static void
yf_check_in_page_init (YfCheckInPage *self)
{
  self->checks = g_ptr_array_new ();
  self->days = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yf_check_in_page_new:
 * @catalogue: what is asked
 * @earlier: (nullable): the session after which the morning is asked about
 *
 * Returns: (transfer floating): a page that asks how the person is
 */
GtkWidget *
yf_check_in_page_new (YfCatalogue     *catalogue,
                      YfSessionRecord *earlier)
{
  YfCheckInPage *self = g_object_new (YF_TYPE_CHECK_IN_PAGE, NULL);

  self->catalogue = yf_catalogue_ref (catalogue);
  if (earlier)
    {
      g_autofree char *question = yf_text_morning_question (earlier->started, earlier->utc_offset);

      yf_morning_choice_set_question (self->morning, question);
      gtk_widget_set_visible (self->morning_box, TRUE);
    }
  fill (self);

  return GTK_WIDGET (self);
}
