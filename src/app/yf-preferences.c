/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-preferences.h"

/**
 * YfPreferences:
 *
 * What a person prefers and how the window was left, kept in GSettings where
 * its schema is installed. Without the schema it keeps the defaults for as
 * long as the program runs: GSettings itself would abort, and a missing file
 * is no reason not to train.
 */
struct _YfPreferences
{
  GObject parent_instance;

  GSettings *settings;
  gboolean   sound_enabled;
  gboolean   count_by_tap;
  gboolean   window_maximized;
  int        window_width;
  int        window_height;
};

G_DEFINE_FINAL_TYPE (YfPreferences, yf_preferences, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_SOUND_ENABLED,
  PROP_COUNT_BY_TAP,
  PROP_WINDOW_MAXIMIZED,
  PROP_WINDOW_WIDTH,
  PROP_WINDOW_HEIGHT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static gboolean *
find_boolean (YfPreferences *self,
              guint          id)
{
  switch (id)
    {
    case PROP_SOUND_ENABLED:
      return &self->sound_enabled;
    case PROP_COUNT_BY_TAP:
      return &self->count_by_tap;
    case PROP_WINDOW_MAXIMIZED:
      return &self->window_maximized;
    default:
      return NULL;
    }
}

static int *
find_int (YfPreferences *self,
          guint          id)
{
  switch (id)
    {
    case PROP_WINDOW_WIDTH:
      return &self->window_width;
    case PROP_WINDOW_HEIGHT:
      return &self->window_height;
    default:
      return NULL;
    }
}

static void
get_property (GObject    *object,
              guint       id,
              GValue     *value,
              GParamSpec *pspec)
{
  YfPreferences *self = YF_PREFERENCES (object);
  gboolean *flag = find_boolean (self, id);
  int *number = find_int (self, id);

  if (flag)
    g_value_set_boolean (value, *flag);
  else if (number)
    g_value_set_int (value, *number);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
set_property (GObject      *object,
              guint         id,
              const GValue *value,
              GParamSpec   *pspec)
{
  YfPreferences *self = YF_PREFERENCES (object);
  gboolean *flag = find_boolean (self, id);
  int *number = find_int (self, id);

  if (flag && *flag != g_value_get_boolean (value))
    *flag = g_value_get_boolean (value);
  else if (number && *number != g_value_get_int (value))
    *number = g_value_get_int (value);
  else if (flag || number)
    return;
  else
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }

  g_object_notify_by_pspec (object, pspec);
}

static void
constructed (GObject *object)
{
  YfPreferences *self = YF_PREFERENCES (object);
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  G_OBJECT_CLASS (yf_preferences_parent_class)->constructed (object);

  if (source)
    schema = g_settings_schema_source_lookup (source, YF_APP_ID, TRUE);
  if (schema == NULL)
    return;

  self->settings = g_settings_new_full (schema, NULL, NULL);
  for (guint i = 1; i < N_PROPS; i++)
    if (g_settings_schema_has_key (schema, properties[i]->name))
      g_settings_bind (self->settings, properties[i]->name, self, properties[i]->name, G_SETTINGS_BIND_DEFAULT);
}

static void
dispose (GObject *object)
{
  YfPreferences *self = YF_PREFERENCES (object);

  g_clear_object (&self->settings);

  G_OBJECT_CLASS (yf_preferences_parent_class)->dispose (object);
}

static void
yf_preferences_class_init (YfPreferencesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = get_property;
  object_class->set_property = set_property;
  object_class->constructed = constructed;
  object_class->dispose = dispose;

  properties[PROP_SOUND_ENABLED] = g_param_spec_boolean ("sound-enabled", NULL, NULL, TRUE, flags);
  properties[PROP_COUNT_BY_TAP] = g_param_spec_boolean ("count-by-tap", NULL, NULL, FALSE, flags);
  properties[PROP_WINDOW_MAXIMIZED] = g_param_spec_boolean ("window-maximized", NULL, NULL, FALSE, flags);
  properties[PROP_WINDOW_WIDTH] = g_param_spec_int ("window-width", NULL, NULL, 360, 16384, 860, flags);
  properties[PROP_WINDOW_HEIGHT] = g_param_spec_int ("window-height", NULL, NULL, 360, 16384, 760, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
yf_preferences_init (YfPreferences *self)
{
  self->sound_enabled = TRUE;
  self->window_width = 860;
  self->window_height = 760;
}

/**
 * yf_preferences_new:
 *
 * Returns: (transfer full): the preferences of this person
 */
YfPreferences *
yf_preferences_new (void)
{
  return g_object_new (YF_TYPE_PREFERENCES, NULL);
}

/**
 * yf_preferences_reset:
 * @self: preferences
 *
 * Forgets everything that was chosen.
 */
void
yf_preferences_reset (YfPreferences *self)
{
  g_return_if_fail (YF_IS_PREFERENCES (self));

  for (guint i = 1; i < N_PROPS; i++)
    {
      GParamSpec *pspec = properties[i];

      g_object_set_property (G_OBJECT (self), pspec->name, g_param_spec_get_default_value (pspec));
      if (self->settings)
        g_settings_reset (self->settings, pspec->name);
    }
}

/**
 * yf_preferences_get_count_by_tap:
 *
 * Returns: whether the person counts their repetitions themselves
 */
gboolean
yf_preferences_get_count_by_tap (YfPreferences *self)
{
  g_return_val_if_fail (YF_IS_PREFERENCES (self), FALSE);

  return self->count_by_tap;
}
