/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-preferences.h"

#include "yf-day.h"

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
  gboolean   tones_enabled;
  gboolean   speech_enabled;
  gboolean   sound_checked;
  gboolean   window_maximized;
  gboolean   reminders_enabled;
  gboolean   reminder_again;
  gboolean   breaks_enabled;
  int        reminder_minute;
  int        break_minutes;
  int        window_width;
  int        window_height;
  double     tone_volume;
  double     speech_volume;
  char      *speech_level;
  char      *voice;
};

/* Seven in the evening: before supper for some, after it for most, and early
 * enough for another reminder. Yanfei's own choice. */
#define DEFAULT_REMINDER_MINUTE (19 * 60)

#define MAX_BREAK_MINUTES 60

G_DEFINE_FINAL_TYPE (YfPreferences, yf_preferences, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_SOUND_ENABLED,
  PROP_COUNT_BY_TAP,
  PROP_TONES_ENABLED,
  PROP_SPEECH_ENABLED,
  PROP_SOUND_CHECKED,
  PROP_WINDOW_MAXIMIZED,
  PROP_REMINDERS_ENABLED,
  PROP_REMINDER_AGAIN,
  PROP_BREAKS_ENABLED,
  PROP_WINDOW_WIDTH,
  PROP_WINDOW_HEIGHT,
  PROP_REMINDER_MINUTE,
  PROP_BREAK_MINUTES,
  PROP_TONE_VOLUME,
  PROP_SPEECH_VOLUME,
  PROP_SPEECH_LEVEL,
  PROP_VOICE,
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
    case PROP_TONES_ENABLED:
      return &self->tones_enabled;
    case PROP_SPEECH_ENABLED:
      return &self->speech_enabled;
    case PROP_SOUND_CHECKED:
      return &self->sound_checked;
    case PROP_WINDOW_MAXIMIZED:
      return &self->window_maximized;
    case PROP_REMINDERS_ENABLED:
      return &self->reminders_enabled;
    case PROP_REMINDER_AGAIN:
      return &self->reminder_again;
    case PROP_BREAKS_ENABLED:
      return &self->breaks_enabled;
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
    case PROP_REMINDER_MINUTE:
      return &self->reminder_minute;
    case PROP_BREAK_MINUTES:
      return &self->break_minutes;
    default:
      return NULL;
    }
}

static double *
find_double (YfPreferences *self,
             guint          id)
{
  switch (id)
    {
    case PROP_TONE_VOLUME:
      return &self->tone_volume;
    case PROP_SPEECH_VOLUME:
      return &self->speech_volume;
    default:
      return NULL;
    }
}

static char **
find_string (YfPreferences *self,
             guint          id)
{
  switch (id)
    {
    case PROP_SPEECH_LEVEL:
      return &self->speech_level;
    case PROP_VOICE:
      return &self->voice;
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
  double *amount = find_double (self, id);
  char **text = find_string (self, id);

  if (flag)
    g_value_set_boolean (value, *flag);
  else if (amount)
    g_value_set_double (value, *amount);
  else if (text)
    g_value_set_string (value, *text);
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
  double *amount = find_double (self, id);
  char **text = find_string (self, id);

  if (flag && *flag != g_value_get_boolean (value))
    *flag = g_value_get_boolean (value);
  else if (number && *number != g_value_get_int (value))
    *number = g_value_get_int (value);
  else if (amount && *amount != g_value_get_double (value))
    *amount = g_value_get_double (value);
  else if (text && g_strcmp0 (*text, g_value_get_string (value)) != 0)
    {
      g_free (*text);
      *text = g_value_dup_string (value);
    }
  else if (flag || number || amount || text)
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
finalize (GObject *object)
{
  YfPreferences *self = YF_PREFERENCES (object);

  g_clear_pointer (&self->speech_level, g_free);
  g_clear_pointer (&self->voice, g_free);

  G_OBJECT_CLASS (yf_preferences_parent_class)->finalize (object);
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
  object_class->finalize = finalize;

  properties[PROP_SOUND_ENABLED] = g_param_spec_boolean ("sound-enabled", NULL, NULL, TRUE, flags);
  properties[PROP_COUNT_BY_TAP] = g_param_spec_boolean ("count-by-tap", NULL, NULL, FALSE, flags);
  properties[PROP_TONES_ENABLED] = g_param_spec_boolean ("tones-enabled", NULL, NULL, TRUE, flags);
  properties[PROP_SPEECH_ENABLED] = g_param_spec_boolean ("speech-enabled", NULL, NULL, TRUE, flags);
  properties[PROP_SOUND_CHECKED] = g_param_spec_boolean ("sound-checked", NULL, NULL, FALSE, flags);
  properties[PROP_TONE_VOLUME] = g_param_spec_double ("tone-volume", NULL, NULL, 0, 1, 1, flags);
  properties[PROP_SPEECH_VOLUME] = g_param_spec_double ("speech-volume", NULL, NULL, 0, 1, 1, flags);
  properties[PROP_SPEECH_LEVEL] = g_param_spec_string ("speech-level", NULL, NULL, "auto", flags);
  properties[PROP_VOICE] = g_param_spec_string ("voice", NULL, NULL, "", flags);
  properties[PROP_WINDOW_MAXIMIZED] = g_param_spec_boolean ("window-maximized", NULL, NULL, FALSE, flags);
  properties[PROP_WINDOW_WIDTH] = g_param_spec_int ("window-width", NULL, NULL, 360, 16384, 860, flags);
  properties[PROP_WINDOW_HEIGHT] = g_param_spec_int ("window-height", NULL, NULL, 360, 16384, 760, flags);
  properties[PROP_REMINDERS_ENABLED] = g_param_spec_boolean ("reminders-enabled", NULL, NULL, FALSE, flags);
  properties[PROP_REMINDER_MINUTE] =
    g_param_spec_int ("reminder-minute", NULL, NULL, 0, YF_MINUTES_A_DAY - 1, DEFAULT_REMINDER_MINUTE, flags);
  properties[PROP_REMINDER_AGAIN] = g_param_spec_boolean ("reminder-again", NULL, NULL, TRUE, flags);
  properties[PROP_BREAKS_ENABLED] = g_param_spec_boolean ("breaks-enabled", NULL, NULL, FALSE, flags);
  properties[PROP_BREAK_MINUTES] = g_param_spec_int ("break-minutes", NULL, NULL, 0, MAX_BREAK_MINUTES, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
yf_preferences_init (YfPreferences *self)
{
  self->sound_enabled = TRUE;
  self->tones_enabled = TRUE;
  self->speech_enabled = TRUE;
  self->tone_volume = 1;
  self->speech_volume = 1;
  self->speech_level = g_strdup ("auto");
  self->voice = g_strdup ("");
  self->window_width = 860;
  self->window_height = 760;
  self->reminder_minute = DEFAULT_REMINDER_MINUTE;
  self->reminder_again = TRUE;
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

/**
 * yf_preferences_get_speech_level:
 *
 * Returns: how much is said; %YF_SPEECH_OFF where speech is turned off
 */
YfSpeechLevel
yf_preferences_get_speech_level (YfPreferences *self)
{
  YfSpeechLevel level = YF_SPEECH_AUTO;

  g_return_val_if_fail (YF_IS_PREFERENCES (self), YF_SPEECH_OFF);

  if (!self->speech_enabled)
    return YF_SPEECH_OFF;
  yf_speech_level_from_id (self->speech_level, &level);

  return level;
}

/**
 * yf_preferences_get_tone_volume:
 *
 * Returns: how loud tones are, 0 to 1; 0 where they are turned off
 */
double
yf_preferences_get_tone_volume (YfPreferences *self)
{
  g_return_val_if_fail (YF_IS_PREFERENCES (self), 1);

  return self->tones_enabled ? self->tone_volume : 0;
}

double
yf_preferences_get_speech_volume (YfPreferences *self)
{
  g_return_val_if_fail (YF_IS_PREFERENCES (self), 1);

  return self->speech_volume;
}

/**
 * yf_preferences_get_voice:
 *
 * Returns: the language of the voice: that of the program, unless the person prefers
 *   another
 */
const char *
yf_preferences_get_voice (YfPreferences *self)
{
  g_return_val_if_fail (YF_IS_PREFERENCES (self), "");

  return *self->voice != '\0' ? self->voice : yf_voice_guess_language ();
}

/**
 * yf_preferences_get_reminders_enabled:
 *
 * Returns: whether the person wants to be reminded of sessions
 */
gboolean
yf_preferences_get_reminders_enabled (YfPreferences *self)
{
  g_return_val_if_fail (YF_IS_PREFERENCES (self), FALSE);

  return self->reminders_enabled;
}

/**
 * yf_preferences_get_reminder_minute:
 *
 * Returns: the minute of the day at which, 0 to 1439
 */
int
yf_preferences_get_reminder_minute (YfPreferences *self)
{
  g_return_val_if_fail (YF_IS_PREFERENCES (self), DEFAULT_REMINDER_MINUTE);

  return self->reminder_minute;
}

/**
 * yf_preferences_get_reminder_again:
 *
 * Returns: whether once more on the same day
 */
gboolean
yf_preferences_get_reminder_again (YfPreferences *self)
{
  g_return_val_if_fail (YF_IS_PREFERENCES (self), TRUE);

  return self->reminder_again;
}

/**
 * yf_preferences_get_breaks_enabled:
 *
 * Returns: whether the person wants breaks from sitting
 */
gboolean
yf_preferences_get_breaks_enabled (YfPreferences *self)
{
  g_return_val_if_fail (YF_IS_PREFERENCES (self), FALSE);

  return self->breaks_enabled;
}

/**
 * yf_preferences_get_break_minutes:
 *
 * Returns: after how many minutes of sitting, or 0 where their state decides
 */
int
yf_preferences_get_break_minutes (YfPreferences *self)
{
  g_return_val_if_fail (YF_IS_PREFERENCES (self), 0);

  return self->break_minutes;
}
