/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-stepper.h"

struct _YfStepper
{
  AdwActionRow parent_instance;

  GtkWidget *less;
  GtkWidget *value_label;
  GtkWidget *more;

  char      *text;
  gboolean   can_decrease;
  gboolean   can_increase;
};

G_DEFINE_FINAL_TYPE (YfStepper, yf_stepper, ADW_TYPE_ACTION_ROW)

enum
{
  PROP_0,
  PROP_TEXT,
  PROP_CAN_DECREASE,
  PROP_CAN_INCREASE,
  N_PROPS,
};

enum
{
  STEPPED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
name_buttons (YfStepper *self)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));
  /* Translators: what a screen reader says of the minus button: what it is of, and how much it is now */
  g_autofree char *less = g_strdup_printf (_("%s: less than %s"), title, self->text);
  /* Translators: what a screen reader says of the plus button: what it is of, and how much it is now */
  g_autofree char *more = g_strdup_printf (_("%s: more than %s"), title, self->text);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->less), GTK_ACCESSIBLE_PROPERTY_LABEL, less, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->more), GTK_ACCESSIBLE_PROPERTY_LABEL, more, -1);
}

static void
less_cb (YfStepper *self)
{
  g_signal_emit (self, signals[STEPPED], 0, -1);
}

static void
more_cb (YfStepper *self)
{
  g_signal_emit (self, signals[STEPPED], 0, 1);
}

static void
get_property (GObject    *object,
              guint       id,
              GValue     *value,
              GParamSpec *pspec)
{
  YfStepper *self = YF_STEPPER (object);

  switch (id)
    {
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_CAN_DECREASE:
      g_value_set_boolean (value, self->can_decrease);
      break;
    case PROP_CAN_INCREASE:
      g_value_set_boolean (value, self->can_increase);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
finalize (GObject *object)
{
  YfStepper *self = YF_STEPPER (object);

  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (yf_stepper_parent_class)->finalize (object);
}

static void
yf_stepper_class_init (YfStepperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = get_property;
  object_class->finalize = finalize;

  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", flags);
  properties[PROP_CAN_DECREASE] = g_param_spec_boolean ("can-decrease", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_INCREASE] = g_param_spec_boolean ("can-increase", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[STEPPED] =
    g_signal_new ("stepped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-stepper.ui");
  gtk_widget_class_bind_template_child (widget_class, YfStepper, less);
  gtk_widget_class_bind_template_child (widget_class, YfStepper, value_label);
  gtk_widget_class_bind_template_child (widget_class, YfStepper, more);
  gtk_widget_class_bind_template_callback (widget_class, less_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
}

static void
yf_stepper_init (YfStepper *self)
{
  self->text = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::title", G_CALLBACK (name_buttons), NULL);
}

/**
 * yf_stepper_show:
 * @text: the number, with its unit
 * @can_decrease: whether there is less
 * @can_increase: whether there is more
 *
 * Shows a number and where it can go.
 */
void
yf_stepper_show (YfStepper  *self,
                 const char *text,
                 gboolean    can_decrease,
                 gboolean    can_increase)
{
  gboolean had_focus;

  g_return_if_fail (YF_IS_STEPPER (self));
  g_return_if_fail (text != NULL);

  if (g_strcmp0 (self->text, text) != 0)
    {
      g_free (self->text);
      self->text = g_strdup (text);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
    }
  had_focus = gtk_widget_has_focus (self->less) || gtk_widget_has_focus (self->more);
  if (self->can_decrease != can_decrease)
    {
      self->can_decrease = can_decrease;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_DECREASE]);
    }
  if (self->can_increase != can_increase)
    {
      self->can_increase = can_increase;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_INCREASE]);
    }
  /* A button that goes insensitive under the keyboard hands the focus to the
   * other one, instead of dropping it. */
  if (had_focus && !can_increase)
    gtk_widget_grab_focus (self->less);
  else if (had_focus && !can_decrease)
    gtk_widget_grab_focus (self->more);
  name_buttons (self);
}
