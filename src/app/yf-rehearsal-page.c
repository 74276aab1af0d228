/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-page.h"
#include "yf-rehearsal-figure.h"
#include "yf-rehearsal-page.h"
#include "yf-rehearsal-steps.h"
#include "yf-rehearsal-voice.h"
#include "yf-text.h"

struct _YfRehearsalPage
{
  AdwBin parent_instance;

  AdwWindowTitle    *window_title;
  GtkWidget         *skip;
  GtkScrolledWindow *scrolled;
  YfRehearsalFigure *figure;
  GtkLabel          *heading;
  GtkLabel          *text;
  GtkLabel          *more;
  GtkLabel          *source;
  GtkBox            *notes;
  GtkWidget         *keys;
  GtkWidget         *back;
  GtkWidget         *next;
  GtkLabel          *next_label;

  YfExercise        *exercise;
  YfRehearsalVoice  *voice;
  YfRehearsalAfter   after;
  GtkEventController *presses;
  guint              place;      /* 0 is the whole movement, then the steps, then what to mind */
  gboolean           is_over;
};

static void page_init (YfPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (YfRehearsalPage, yf_rehearsal_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (YF_TYPE_PAGE, page_init))

enum
{
  READY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static guint
count_steps (YfRehearsalPage *self)
{
  return yf_exercise_get_steps (self->exercise)->len;
}

static guint
get_last_place (YfRehearsalPage *self)
{
  return count_steps (self) + 1;
}

static const char *
get_attention_text (YfAttention attention)
{
  switch (attention)
    {
    case YF_ATTENTION_BODY:
      return _("Your attention belongs to the whole body.");
    case YF_ATTENTION_BELLY:
      return _("Your attention belongs to the belly. It is coloured in the picture.");
    case YF_ATTENTION_CHEST:
      return _("Your attention belongs to the chest. It is coloured in the picture.");
    case YF_ATTENTION_BACK:
      return _("Your attention belongs to the back. It is coloured in the picture.");
    case YF_ATTENTION_WAIST:
      return _("Your attention belongs to the waist. It is coloured in the picture.");
    case YF_ATTENTION_HIPS:
      return _("Your attention belongs to the hips. They are coloured in the picture.");
    case YF_ATTENTION_PELVIC_FLOOR:
      return _("Your attention belongs to the pelvic floor. It is coloured in the picture.");
    case YF_ATTENTION_LEG:
      return _("Your attention belongs to the leg. It is coloured in the picture.");
    case YF_ATTENTION_NONE:
    default:
      return NULL;
    }
}

static void
show_label (GtkLabel   *label,
            const char *text)
{
  gtk_label_set_label (label, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static const char *
get_next_name (YfRehearsalPage *self)
{
  if (self->place < get_last_place (self))
    return C_("the next step", "Next");

  switch (self->after)
    {
    case YF_REHEARSAL_AFTER_ANOTHER:
      return _("On to the Next Exercise");
    case YF_REHEARSAL_AFTER_NOTHING:
      return _("Close");
    case YF_REHEARSAL_AFTER_SESSION:
    default:
      return yf_exercise_get_posture (self->exercise) == YF_POSTURE_STANDING ? _("I Am Ready")
                                                                             : _("I Am Ready: Lie Down");
    }
}

static void
say (YfRehearsalPage *self,
     const char      *what)
{
  g_autofree char *clip = g_strconcat (what, "-", yf_exercise_get_id (self->exercise), NULL);

  yf_rehearsal_voice_say (self->voice, clip);
}

static void
show_whole (YfRehearsalPage *self)
{
  yf_rehearsal_figure_show_all (self->figure);
  gtk_label_set_label (self->heading, _("This is how it goes"));
  gtk_label_set_label (self->text, yf_exercise_get_summary (self->exercise));
  show_label (self->more, _("You have not done this exercise yet, so look at every step while you still sit."));
  if (self->after == YF_REHEARSAL_AFTER_NOTHING)
    show_label (self->more, NULL);
  show_label (self->source, NULL);
  say (self, "name");
}

static void
show_step (YfRehearsalPage *self,
           guint            step)
{
  const YfNote *note = g_ptr_array_index (yf_exercise_get_steps (self->exercise), step);
  g_autofree char *source = yf_text_source (note->source);
  g_autofree char *heading = NULL;

  yf_rehearsal_figure_show_step (self->figure, step);
  /* Translators: which step of an exercise of how many */
  heading = g_strdup_printf (_("Step %u of %u"), step + 1, count_steps (self));
  gtk_label_set_label (self->heading, heading);
  gtk_label_set_label (self->text, yf_note_get_text (note));
  show_label (self->more, get_attention_text (yf_rehearsal_figure_get_attention (self->figure)));
  show_label (self->source, source);
  if (step == 0)
    say (self, "how");
}

static void
show_end (YfRehearsalPage *self)
{
  yf_rehearsal_figure_show_all (self->figure);
  gtk_label_set_label (self->heading, _("What to mind"));
  gtk_label_set_label (self->text, "");
  show_label (self->more, NULL);
  show_label (self->source, NULL);
}

static void
update (YfRehearsalPage *self)
{
  gboolean last = self->place == get_last_place (self);
  g_autofree char *description = NULL;

  if (self->place == 0)
    show_whole (self);
  else if (last)
    show_end (self);
  else
    show_step (self, self->place - 1);

  gtk_widget_set_visible (GTK_WIDGET (self->text), !last);
  gtk_widget_set_visible (GTK_WIDGET (self->notes), last);
  gtk_widget_set_visible (self->keys, last && self->after != YF_REHEARSAL_AFTER_ANOTHER);
  gtk_widget_set_sensitive (self->back, self->place > 0);
  gtk_label_set_label (self->next_label, get_next_name (self));
  /* The keyboard stays on the button while everything above it changes. */
  description = g_strconcat (gtk_label_get_label (self->heading), "\n", gtk_label_get_label (self->text), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->next), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
}

static void
finish (YfRehearsalPage *self)
{
  /* A second press must not start a second session. */
  if (self->is_over)
    return;

  self->is_over = TRUE;
  gtk_widget_set_sensitive (self->next, FALSE);
  gtk_widget_set_sensitive (self->skip, FALSE);
  if (self->after == YF_REHEARSAL_AFTER_NOTHING)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
  else
    g_signal_emit (self, signals[READY], 0);
}

static void
next_cb (YfRehearsalPage *self)
{
  if (self->place == get_last_place (self))
    {
      finish (self);
      return;
    }

  self->place++;
  update (self);
}

static void
back_cb (YfRehearsalPage *self)
{
  if (self->place == 0)
    return;

  self->place--;
  update (self);
  if (self->place == 0)
    gtk_widget_grab_focus (self->next);
}

/* The two buttons of a presenter. Space and Enter press what the keyboard is at. */
static gboolean
key_cb (YfRehearsalPage *self,
        guint            key,
        guint            code,
        GdkModifierType  modifiers)
{
  if (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK) || self->is_over)
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      next_cb (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      back_cb (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
map (GtkWidget *widget)
{
  YfRehearsalPage *self = YF_REHEARSAL_PAGE (widget);

  GTK_WIDGET_CLASS (yf_rehearsal_page_parent_class)->map (widget);

  self->presses = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (self->presses, GTK_PHASE_CAPTURE);
  g_signal_connect_object (self->presses, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (gtk_widget_get_root (widget)), self->presses);
}

static void
unmap (GtkWidget *widget)
{
  YfRehearsalPage *self = YF_REHEARSAL_PAGE (widget);

  gtk_widget_remove_controller (GTK_WIDGET (gtk_widget_get_root (widget)), self->presses);
  self->presses = NULL;

  GTK_WIDGET_CLASS (yf_rehearsal_page_parent_class)->unmap (widget);
}

static void
focus_first (YfPage *page)
{
  gtk_widget_grab_focus (YF_REHEARSAL_PAGE (page)->next);
}

static void
page_init (YfPageInterface *iface)
{
  iface->focus_first = focus_first;
}

static void
dispose (GObject *object)
{
  YfRehearsalPage *self = YF_REHEARSAL_PAGE (object);

  /* A voice that is still loading holds itself. */
  if (self->voice)
    g_object_run_dispose (G_OBJECT (self->voice));
  g_clear_object (&self->voice);
  g_clear_pointer (&self->exercise, yf_exercise_unref);

  G_OBJECT_CLASS (yf_rehearsal_page_parent_class)->dispose (object);
}

static void
yf_rehearsal_page_class_init (YfRehearsalPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  widget_class->map = map;
  widget_class->unmap = unmap;

  signals[READY] =
    g_signal_new ("ready", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (YF_TYPE_REHEARSAL_FIGURE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-rehearsal-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YfRehearsalPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, YfRehearsalPage, skip);
  gtk_widget_class_bind_template_child (widget_class, YfRehearsalPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, YfRehearsalPage, figure);
  gtk_widget_class_bind_template_child (widget_class, YfRehearsalPage, heading);
  gtk_widget_class_bind_template_child (widget_class, YfRehearsalPage, text);
  gtk_widget_class_bind_template_child (widget_class, YfRehearsalPage, more);
  gtk_widget_class_bind_template_child (widget_class, YfRehearsalPage, source);
  gtk_widget_class_bind_template_child (widget_class, YfRehearsalPage, notes);
  gtk_widget_class_bind_template_child (widget_class, YfRehearsalPage, keys);
  gtk_widget_class_bind_template_child (widget_class, YfRehearsalPage, back);
  gtk_widget_class_bind_template_child (widget_class, YfRehearsalPage, next);
  gtk_widget_class_bind_template_child (widget_class, YfRehearsalPage, next_label);
  gtk_widget_class_bind_template_callback (widget_class, finish);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
}

static void
yf_rehearsal_page_init (YfRehearsalPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_caution (YfRehearsalPage *self,
             const YfNote    *note)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *icon = gtk_image_new_from_icon_name ("yf-caution-symbolic");
  GtkWidget *label = gtk_label_new (yf_note_get_text (note));

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_margin_top (icon, 4);
  gtk_widget_add_css_class (icon, "verdict-caution");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (self->notes, row);
}

/**
 * yf_rehearsal_page_new:
 * @person: whose it is
 * @preferences: how they like it
 * @exercise: what is rehearsed
 * @after: what comes after it
 *
 * Returns: (transfer floating): a page that shows an exercise step by step
 */
GtkWidget *
yf_rehearsal_page_new (YfPerson         *person,
                       YfPreferences    *preferences,
                       YfExercise       *exercise,
                       YfRehearsalAfter  after)
{
  YfRehearsalPage *self = g_object_new (YF_TYPE_REHEARSAL_PAGE, NULL);
  g_autoptr (YfTimeline) timeline = yf_rehearsal_create_timeline (exercise);
  GPtrArray *cautions = yf_exercise_get_cautions (exercise);

  self->exercise = yf_exercise_ref (exercise);
  self->after = after;
  self->voice = yf_rehearsal_voice_new (preferences, yf_store_get_directory (yf_person_get_store (person)), timeline);
  yf_rehearsal_figure_set_exercise (self->figure, yf_person_get_catalogue (person), exercise);
  adw_window_title_set_title (self->window_title, yf_exercise_get_name (exercise));
  adw_window_title_set_subtitle (self->window_title, _("Rehearsal, sitting up"));
  for (guint i = 0; i < cautions->len; i++)
    add_caution (self, g_ptr_array_index (cautions, i));
  gtk_widget_set_visible (self->skip, after != YF_REHEARSAL_AFTER_NOTHING);
  update (self);

  return GTK_WIDGET (self);
}

/**
 * yf_rehearsal_page_get_exercise:
 *
 * Returns: what is rehearsed
 */
YfExercise *
yf_rehearsal_page_get_exercise (YfRehearsalPage *self)
{
  g_return_val_if_fail (YF_IS_REHEARSAL_PAGE (self), NULL);

  return self->exercise;
}
