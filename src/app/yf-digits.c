/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-digits.h"

/**
 * YfDigits:
 *
 * A number as large as its place allows: the digits fill the height of the
 * widget, so that they can be read from the mat, two or three metres away.
 */
struct _YfDigits
{
  GtkWidget parent_instance;

  char *text;
  int   n_digits;
};

G_DEFINE_FINAL_TYPE (YfDigits, yf_digits, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_TEXT,
  PROP_N_DIGITS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* Small enough for any window, large enough never to be mistaken for a caption. */
#define MIN_HEIGHT 48
/* Sizes are measured at this size and scaled from there. */
#define PROBE_SIZE 200

static PangoLayout *
create_layout (YfDigits   *self,
               const char *text,
               double      size)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  PangoContext *context = pango_layout_get_context (layout);
  g_autoptr (PangoFontDescription) font = NULL;
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  font = pango_font_description_copy (pango_context_get_font_description (context));
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  /* Digits of one width do not dance while they count down. */
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);

  return layout;
}

/* Digits and nothing else, or minutes and seconds: a colon takes less room
 * than a digit. */
static char *
create_widest (YfDigits *self)
{
  gboolean colon = strchr (self->text, ':') != NULL;
  int n_digits = MAX (self->n_digits, (int) g_utf8_strlen (self->text, -1) - colon);
  g_autofree char *zeros = g_strnfill ((gsize) n_digits, '0');

  return colon ? g_strconcat (zeros, ":", NULL) : g_steal_pointer (&zeros);
}

static void
snapshot (GtkWidget   *widget,
          GtkSnapshot *gtk_snapshot)
{
  YfDigits *self = YF_DIGITS (widget);
  g_autofree char *widest = create_widest (self);
  g_autoptr (PangoLayout) probe = create_layout (self, widest, PROBE_SIZE);
  g_autoptr (PangoLayout) layout = NULL;
  PangoRectangle ink, logical, text_ink, text_logical;
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  double scale;
  GdkRGBA color;

  pango_layout_get_pixel_extents (probe, &ink, &logical);
  if (ink.height <= 0 || logical.width <= 0 || width <= 0 || height <= 0)
    return;

  scale = MIN (height / ink.height, width / logical.width);
  layout = create_layout (self, self->text, PROBE_SIZE * scale);
  pango_layout_get_pixel_extents (layout, &text_ink, &text_logical);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);

  gtk_snapshot_save (gtk_snapshot);
  gtk_snapshot_translate (gtk_snapshot,
                          &GRAPHENE_POINT_INIT ((float) ((width - text_logical.width) / 2),
                                                (float) ((height - ink.height * scale) / 2 - ink.y * scale)));
  gtk_snapshot_append_layout (gtk_snapshot, layout, &color);
  gtk_snapshot_restore (gtk_snapshot);
}

static void
measure (GtkWidget      *widget,
         GtkOrientation  orientation,
         int             for_size,
         int            *minimum,
         int            *natural,
         int            *minimum_baseline,
         int            *natural_baseline)
{
  YfDigits *self = YF_DIGITS (widget);
  int n_digits = MAX (self->n_digits, 1);

  *minimum = MIN_HEIGHT;
  *natural = MIN_HEIGHT * 2;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = (int) (*minimum * n_digits * YF_DIGITS_ASPECT);
      *natural = (int) (*natural * n_digits * YF_DIGITS_ASPECT);
    }
  *minimum_baseline = *natural_baseline = -1;
}

static void
get_property (GObject    *object,
              guint       id,
              GValue     *value,
              GParamSpec *pspec)
{
  YfDigits *self = YF_DIGITS (object);

  switch (id)
    {
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_N_DIGITS:
      g_value_set_int (value, self->n_digits);
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
  YfDigits *self = YF_DIGITS (object);

  switch (id)
    {
    case PROP_TEXT:
      yf_digits_set_text (self, g_value_get_string (value));
      break;
    case PROP_N_DIGITS:
      yf_digits_set_n_digits (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
finalize (GObject *object)
{
  YfDigits *self = YF_DIGITS (object);

  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (yf_digits_parent_class)->finalize (object);
}

static void
yf_digits_class_init (YfDigitsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = get_property;
  object_class->set_property = set_property;
  object_class->finalize = finalize;
  widget_class->snapshot = snapshot;
  widget_class->measure = measure;

  properties[PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL, "",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_DIGITS] =
    g_param_spec_int ("n-digits", NULL, NULL, 1, 9, 2,
                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "digits");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
yf_digits_init (YfDigits *self)
{
  self->text = g_strdup ("");
  self->n_digits = 2;
}

/**
 * yf_digits_get_n_digits:
 *
 * Returns: how many digits the place is measured for
 */
int
yf_digits_get_n_digits (YfDigits *self)
{
  g_return_val_if_fail (YF_IS_DIGITS (self), 1);

  return self->n_digits;
}

/**
 * yf_digits_set_text:
 * @text: the number, or minutes and seconds with a colon between them
 *
 * Shows a number.
 */
void
yf_digits_set_text (YfDigits   *self,
                    const char *text)
{
  g_return_if_fail (YF_IS_DIGITS (self));
  g_return_if_fail (text != NULL);

  if (g_strcmp0 (self->text, text) == 0)
    return;

  g_free (self->text);
  self->text = g_strdup (text);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

/**
 * yf_digits_set_n_digits:
 * @n_digits: 1 to 9
 *
 * Says how many digits the longest number will have, colons not counted, so
 * that the size stays the same while it counts.
 */
void
yf_digits_set_n_digits (YfDigits *self,
                        int       n_digits)
{
  g_return_if_fail (YF_IS_DIGITS (self));
  g_return_if_fail (n_digits >= 1 && n_digits <= 9);

  if (self->n_digits == n_digits)
    return;

  self->n_digits = n_digits;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_DIGITS]);
}
