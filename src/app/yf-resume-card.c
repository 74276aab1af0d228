/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-resume-card.h"
#include "yf-resumption.h"
#include "yf-text.h"

struct _YfResumeCard
{
  AdwBin parent_instance;

  GtkLabel        *text;
  GtkWidget       *go_on;

  YfPerson        *person;
  YfSessionRecord *record;      /* what can be gone on with, or NULL */
  char            *declined;    /* the id of the session that the person does not want to go on with, or NULL */
  guint            timeout;     /* until it cannot be gone on with any more */
};

G_DEFINE_FINAL_TYPE (YfResumeCard, yf_resume_card, ADW_TYPE_BIN)

enum
{
  RESUME,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void update (YfResumeCard *self);

static gboolean
timeout_cb (gpointer user_data)
{
  YfResumeCard *self = user_data;

  self->timeout = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

/* The first repetition that is still to be done. */
static const YfSegment *
find_next (YfTimeline *timeline)
{
  guint i = yf_timeline_get_first (timeline);

  while (i + 1 < yf_timeline_get_n_segments (timeline) && yf_timeline_get_segment (timeline, i)->phase == NULL)
    i++;

  return yf_timeline_get_segment (timeline, i);
}

static char *
describe (YfTimeline *timeline)
{
  const YfSegment *segment = find_next (timeline);
  const char *name = yf_exercise_get_name (segment->exercise);
  int reps = yf_routine_get_item (yf_timeline_get_routine (timeline), segment->item)->dose.reps;
  const char *side = yf_text_side (segment->side);

  if (side)
    /* Translators: an exercise, "Left side" or "Right side", a set, a repetition, and how many of them are in the set */
    return g_strdup_printf (_("Go on where you stopped: %s, %s, set %d, repetition %d of %d"), name, side,
                            segment->set, segment->rep, reps);

  /* Translators: an exercise, a set, a repetition, and how many of them are in the set */
  return g_strdup_printf (_("Go on where you stopped: %s, set %d, repetition %d of %d"), name,
                          segment->set, segment->rep, reps);
}

static void
update (YfResumeCard *self)
{
  gint64 now = yf_clock_get_real (yf_person_get_clock (self->person));
  g_autoptr (YfTimeline) timeline = NULL;
  g_autofree char *text = NULL;
  gint64 left;

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_pointer (&self->record, yf_session_record_unref);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (!yf_person_can_write (self->person))
    return;

  /* Where it cannot be read, there is nothing to go on with; others say what is wrong. */
  self->record = yf_store_dup_resumable (yf_person_get_store (self->person), now, NULL);
  if (self->record == NULL || g_strcmp0 (self->record->id, self->declined) == 0)
    return;
  timeline = yf_session_record_dup_timeline (self->record, yf_person_get_catalogue (self->person), YF_COUNTING_PACE);
  if (timeline == NULL)
    return;

  text = describe (timeline);
  gtk_label_set_label (self->text, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->go_on), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  left = self->record->ended + YF_RESUME_WITHIN - now;
  self->timeout = g_timeout_add_seconds ((guint) (CLAMP (left, 0, YF_RESUME_WITHIN) / YF_SECOND) + 1, timeout_cb, self);
}

static void
go_on_cb (YfResumeCard *self)
{
  g_autoptr (YfSessionRecord) record = NULL;

  /* The hour may be over, or a session have begun elsewhere. */
  update (self);
  if (self->record == NULL || !gtk_widget_get_visible (GTK_WIDGET (self)))
    return;

  record = yf_session_record_ref (self->record);
  g_signal_emit (self, signals[RESUME], 0, record);
}

static void
not_now_cb (YfResumeCard *self)
{
  if (self->record == NULL)
    return;

  g_free (self->declined);
  self->declined = g_strdup (self->record->id);
  /* Not on the button that goes. */
  gtk_widget_child_focus (gtk_widget_get_parent (GTK_WIDGET (self)), GTK_DIR_TAB_FORWARD);
  update (self);
}

static void
dispose (GObject *object)
{
  YfResumeCard *self = YF_RESUME_CARD (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_pointer (&self->record, yf_session_record_unref);
  g_clear_pointer (&self->declined, g_free);
  g_clear_object (&self->person);

  G_OBJECT_CLASS (yf_resume_card_parent_class)->dispose (object);
}

static void
yf_resume_card_class_init (YfResumeCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;

  signals[RESUME] =
    g_signal_new ("resume", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, YF_TYPE_SESSION_RECORD);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-resume-card.ui");
  gtk_widget_class_bind_template_child (widget_class, YfResumeCard, text);
  gtk_widget_class_bind_template_child (widget_class, YfResumeCard, go_on);
  gtk_widget_class_bind_template_callback (widget_class, go_on_cb);
  gtk_widget_class_bind_template_callback (widget_class, not_now_cb);
}

static void
yf_resume_card_init (YfResumeCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yf_resume_card_set_person:
 * @person: whose log it is
 *
 * Called once.
 */
void
yf_resume_card_set_person (YfResumeCard *self,
                           YfPerson     *person)
{
  g_return_if_fail (YF_IS_RESUME_CARD (self));
  g_return_if_fail (self->person == NULL);

  self->person = g_object_ref (person);
  g_signal_connect_object (person, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
