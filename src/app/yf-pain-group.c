/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-check-in-text.h"
#include "yf-pain-group.h"
#include "yf-pain-scale.h"

struct _YfPainGroup
{
  AdwBin parent_instance;

  YfPainScale *back;
  YfPainScale *leg;
  GtkLabel    *others;
};

G_DEFINE_FINAL_TYPE (YfPainGroup, yf_pain_group, ADW_TYPE_BIN)

static void
yf_pain_group_class_init (YfPainGroupClass *klass)
{
}

static void
yf_pain_group_init (YfPainGroup *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  self->back = g_object_new (YF_TYPE_PAIN_SCALE,
                             "meaning", _("0 is no pain, 10 is the worst pain you can imagine."),
                             NULL);
  self->leg = g_object_new (YF_TYPE_PAIN_SCALE, "explained", FALSE, NULL);
  self->others = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->others, 0);
  gtk_label_set_wrap (self->others, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->others), FALSE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->back));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->leg));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->others));
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * yf_pain_group_new:
 * @back: what is asked of the back
 * @leg: what is asked of the leg
 *
 * Returns: (transfer floating): unanswered questions
 */
GtkWidget *
yf_pain_group_new (const char *back,
                   const char *leg)
{
  YfPainGroup *self = g_object_new (YF_TYPE_PAIN_GROUP, NULL);

  g_object_set (self->back, "title", back, NULL);
  g_object_set (self->leg, "title", leg, NULL);

  return GTK_WIDGET (self);
}

/**
 * yf_pain_group_show_check_in:
 * @catalogue: what the ids in it mean
 * @check_in: (nullable): what was answered
 *
 * Shows it.
 */
void
yf_pain_group_show_check_in (YfPainGroup     *self,
                             YfCatalogue     *catalogue,
                             const YfCheckIn *check_in)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GString) text = NULL;

  g_return_if_fail (YF_IS_PAIN_GROUP (self));

  if (check_in == NULL)
    return;

  yf_pain_scale_set_value (self->back, yf_check_in_get_pain_back (check_in));
  yf_pain_scale_set_value (self->leg, yf_check_in_get_pain_leg (check_in));
  lines = yf_check_in_text_other_lines (catalogue, check_in);
  if (lines->len == 0)
    return;

  text = g_string_new (_("What else you answered then stays as it is:"));
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "\n%s", (const char *) g_ptr_array_index (lines, i));
  gtk_label_set_label (self->others, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->others), TRUE);
}

int
yf_pain_group_get_back (YfPainGroup *self)
{
  g_return_val_if_fail (YF_IS_PAIN_GROUP (self), YF_PAIN_UNANSWERED);

  return yf_pain_scale_get_value (self->back);
}

int
yf_pain_group_get_leg (YfPainGroup *self)
{
  g_return_val_if_fail (YF_IS_PAIN_GROUP (self), YF_PAIN_UNANSWERED);

  return yf_pain_scale_get_value (self->leg);
}
