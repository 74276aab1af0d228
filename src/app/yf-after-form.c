/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-after-form.h"
#include "yf-pain-scale.h"

struct _YfAfterForm
{
  AdwBin parent_instance;

  YfPainScale *pain_back;
  YfPainScale *pain_leg;
  YfPainScale *effort;
  GtkTextView *note;

  gboolean     showing;
};

G_DEFINE_FINAL_TYPE (YfAfterForm, yf_after_form, ADW_TYPE_BIN)

G_STATIC_ASSERT (YF_EFFORT_MAX == YF_PAIN_MAX);
G_STATIC_ASSERT (YF_EFFORT_UNANSWERED == YF_PAIN_UNANSWERED);

enum
{
  ANSWERED,
  TYPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
answered_cb (YfAfterForm *self)
{
  if (!self->showing)
    g_signal_emit (self, signals[ANSWERED], 0);
}

static void
typed_cb (YfAfterForm *self)
{
  if (!self->showing)
    g_signal_emit (self, signals[TYPED], 0);
}

/* What is in the note, without space around it; %NULL where there is none. */
static char *
dup_note (YfAfterForm *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->note);
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));

  return *text == '\0' ? NULL : g_steal_pointer (&text);
}

static void
yf_after_form_class_init (YfAfterFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[ANSWERED] =
    g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TYPED] =
    g_signal_new ("typed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (YF_TYPE_PAIN_SCALE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-after-form.ui");
  gtk_widget_class_bind_template_child (widget_class, YfAfterForm, pain_back);
  gtk_widget_class_bind_template_child (widget_class, YfAfterForm, pain_leg);
  gtk_widget_class_bind_template_child (widget_class, YfAfterForm, effort);
  gtk_widget_class_bind_template_child (widget_class, YfAfterForm, note);
  gtk_widget_class_bind_template_callback (widget_class, answered_cb);
}

static void
yf_after_form_init (YfAfterForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->note), "changed", G_CALLBACK (typed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * yf_after_form_set_past:
 *
 * Asks about a session of some time ago, and not about now.
 */
void
yf_after_form_set_past (YfAfterForm *self)
{
  g_return_if_fail (YF_IS_AFTER_FORM (self));

  g_object_set (self->pain_back, "title", _("Pain in the back afterwards"), NULL);
  g_object_set (self->pain_leg, "title", _("Pain in the leg afterwards"), NULL);
}

/**
 * yf_after_form_set_after:
 * @after: (nullable): what was answered before
 *
 * Shows it. No signal is emitted.
 */
void
yf_after_form_set_after (YfAfterForm   *self,
                         const YfAfter *after)
{
  g_return_if_fail (YF_IS_AFTER_FORM (self));

  self->showing = TRUE;
  yf_pain_scale_set_value (self->pain_back, after ? after->pain_back : YF_PAIN_UNANSWERED);
  yf_pain_scale_set_value (self->pain_leg, after ? after->pain_leg : YF_PAIN_UNANSWERED);
  yf_pain_scale_set_value (self->effort, after ? after->effort : YF_EFFORT_UNANSWERED);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->note), after && after->note ? after->note : "", -1);
  self->showing = FALSE;
}

/**
 * yf_after_form_dup_after:
 * @at: when it was answered, in microseconds since the Unix epoch
 *
 * Returns: (transfer full): what was answered; see yf_after_form_is_empty()
 */
YfAfter *
yf_after_form_dup_after (YfAfterForm *self,
                         gint64       at)
{
  YfAfter *after;

  g_return_val_if_fail (YF_IS_AFTER_FORM (self), NULL);

  after = g_new0 (YfAfter, 1);
  after->at = at;
  after->pain_back = yf_pain_scale_get_value (self->pain_back);
  after->pain_leg = yf_pain_scale_get_value (self->pain_leg);
  after->effort = yf_pain_scale_get_value (self->effort);
  after->note = dup_note (self);

  return after;
}

/**
 * yf_after_form_is_empty:
 *
 * Returns: whether nothing at all is answered
 */
gboolean
yf_after_form_is_empty (YfAfterForm *self)
{
  g_autoptr (YfAfter) after = NULL;

  g_return_val_if_fail (YF_IS_AFTER_FORM (self), TRUE);

  after = yf_after_form_dup_after (self, 0);

  return after->pain_back == YF_PAIN_UNANSWERED && after->pain_leg == YF_PAIN_UNANSWERED &&
         after->effort == YF_EFFORT_UNANSWERED && after->note == NULL;
}
