/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-check-in.h"
#include "yf-pain-scale.h"

/**
 * YfPainScale:
 *
 * Asks how much it hurts, or how hard it was, from 0 to 10, with a button for
 * each number. No number is chosen until the person chooses one, and choosing
 * it again takes it back.
 */
struct _YfPainScale
{
  GtkWidget parent_instance;

  GtkLabel        *title;
  GtkGrid         *grid;
  GtkLabel        *meaning;

  GtkToggleButton *buttons[YF_PAIN_MAX + 1];
  int              value;
  gboolean         explained;
};

G_DEFINE_FINAL_TYPE (YfPainScale, yf_pain_scale, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_VALUE,
  PROP_EXPLAINED,
  PROP_MEANING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* Two rows of six and five: each button stays a finger wide at 360 pixels. */
#define COLUMNS 6

static void
toggled_cb (YfPainScale     *self,
            GtkToggleButton *button)
{
  int value = YF_PAIN_UNANSWERED;

  for (int i = 0; i <= YF_PAIN_MAX; i++)
    {
      if (self->buttons[i] != button && gtk_toggle_button_get_active (button))
        {
          g_signal_handlers_block_by_func (self->buttons[i], toggled_cb, self);
          gtk_toggle_button_set_active (self->buttons[i], FALSE);
          g_signal_handlers_unblock_by_func (self->buttons[i], toggled_cb, self);
        }
      if (gtk_toggle_button_get_active (self->buttons[i]))
        value = i;
    }

  if (self->value == value)
    return;
  self->value = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
}

static void
set_title (YfPainScale *self,
           const char  *title)
{
  gtk_label_set_label (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title ? title : "", -1);
  for (int i = 0; i <= YF_PAIN_MAX; i++)
    {
      /* Translators: what a screen reader says: the question, and the number it is answered with */
      g_autofree char *name = g_strdup_printf (_("%s %d of 10"), title ? title : "", i);

      gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
}

/* Tab goes to the scale and past it; the arrows go along it. Otherwise the
 * keyboard would need eleven presses to get by one question. */
static gboolean
focus (GtkWidget        *widget,
       GtkDirectionType  direction)
{
  YfPainScale *self = YF_PAIN_SCALE (widget);

  if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
    {
      if (gtk_widget_get_focus_child (widget))
        return FALSE;
      return gtk_widget_grab_focus (GTK_WIDGET (self->buttons[MAX (self->value, 0)]));
    }

  return gtk_widget_child_focus (GTK_WIDGET (self->grid), direction);
}

static void
get_property (GObject    *object,
              guint       id,
              GValue     *value,
              GParamSpec *pspec)
{
  YfPainScale *self = YF_PAIN_SCALE (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_label (self->title));
      break;
    case PROP_VALUE:
      g_value_set_int (value, self->value);
      break;
    case PROP_EXPLAINED:
      g_value_set_boolean (value, self->explained);
      break;
    case PROP_MEANING:
      g_value_set_string (value, gtk_label_get_label (self->meaning));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_property (GObject      *object,
              guint         id,
              const GValue *value,
              GParamSpec   *pspec)
{
  YfPainScale *self = YF_PAIN_SCALE (object);

  switch (id)
    {
    case PROP_TITLE:
      set_title (self, g_value_get_string (value));
      break;
    case PROP_EXPLAINED:
      self->explained = g_value_get_boolean (value);
      break;
    case PROP_MEANING:
      gtk_label_set_label (self->meaning, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
dispose (GObject *object)
{
  YfPainScale *self = YF_PAIN_SCALE (object);

  g_clear_pointer ((GtkWidget **) &self->title, gtk_widget_unparent);
  g_clear_pointer ((GtkWidget **) &self->grid, gtk_widget_unparent);
  g_clear_pointer ((GtkWidget **) &self->meaning, gtk_widget_unparent);

  G_OBJECT_CLASS (yf_pain_scale_parent_class)->dispose (object);
}

static void
yf_pain_scale_class_init (YfPainScaleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = get_property;
  object_class->set_property = set_property;
  object_class->dispose = dispose;
  widget_class->focus = focus;

  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_VALUE] =
    g_param_spec_int ("value", NULL, NULL, YF_PAIN_UNANSWERED, YF_PAIN_MAX, YF_PAIN_UNANSWERED,
                      G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_EXPLAINED] =
    g_param_spec_boolean ("explained", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_MEANING] =
    g_param_spec_string ("meaning", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-pain-scale.ui");
  gtk_widget_class_bind_template_child (widget_class, YfPainScale, title);
  gtk_widget_class_bind_template_child (widget_class, YfPainScale, grid);
  gtk_widget_class_bind_template_child (widget_class, YfPainScale, meaning);
  gtk_widget_class_set_css_name (widget_class, "painscale");
}

static void
yf_pain_scale_init (YfPainScale *self)
{
  self->value = YF_PAIN_UNANSWERED;
  gtk_widget_init_template (GTK_WIDGET (self));

  for (int i = 0; i <= YF_PAIN_MAX; i++)
    {
      g_autofree char *text = g_strdup_printf ("%d", i);

      self->buttons[i] = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (text));
      gtk_widget_add_css_class (GTK_WIDGET (self->buttons[i]), "score");
      gtk_widget_set_hexpand (GTK_WIDGET (self->buttons[i]), TRUE);
      g_signal_connect_object (self->buttons[i], "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      gtk_grid_attach (self->grid, GTK_WIDGET (self->buttons[i]), i % COLUMNS, i / COLUMNS, 1, 1);
    }
}

/**
 * yf_pain_scale_get_value:
 *
 * Returns: 0 to 10, or %YF_PAIN_UNANSWERED
 */
int
yf_pain_scale_get_value (YfPainScale *self)
{
  g_return_val_if_fail (YF_IS_PAIN_SCALE (self), YF_PAIN_UNANSWERED);

  return self->value;
}

/**
 * yf_pain_scale_set_value:
 * @value: 0 to 10, or %YF_PAIN_UNANSWERED
 *
 * Shows an answer that was given before.
 */
void
yf_pain_scale_set_value (YfPainScale *self,
                         int          value)
{
  g_return_if_fail (YF_IS_PAIN_SCALE (self));
  g_return_if_fail (value >= YF_PAIN_UNANSWERED && value <= YF_PAIN_MAX);

  if (value != YF_PAIN_UNANSWERED)
    gtk_toggle_button_set_active (self->buttons[value], TRUE);
  else if (self->value != YF_PAIN_UNANSWERED)
    gtk_toggle_button_set_active (self->buttons[self->value], FALSE);
}
