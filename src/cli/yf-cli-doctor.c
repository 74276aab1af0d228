/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-cli.h"

#include <glib/gi18n-lib.h>

#include "yf-sound-probe.h"

/* One line for each thing looked at. */
static void
report (gboolean    good,
        const char *what,
        const char *details)
{
  /* Translators: what was looked at, and what was found */
  yf_cli_print (_("%s %s: %s"), good ? "✓" : "✗", what, details);
}

static gboolean
check_catalogue (YfCli *self)
{
  g_autofree char *details = NULL;

  details = g_strdup_printf (_("%u exercises, %u conditions, %u red flags"),
                             yf_catalogue_get_exercises (self->catalogue)->len,
                             yf_catalogue_get_conditions (self->catalogue)->len,
                             yf_catalogue_get_red_flags (self->catalogue)->len);
  report (TRUE, _("Catalogue"), details);

  return TRUE;
}

static gboolean
check_log (YfCli *self)
{
  g_autoptr (YfStore) store = NULL;
  g_autoptr (GPtrArray) sessions = NULL;
  g_autoptr (YfProfile) profile = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *details = NULL;

  if (!yf_cli_open_store (self, FALSE, &store, &error))
    {
      report (FALSE, _("Log"), error->message);
      return FALSE;
    }

  if (store == NULL)
    {
      /* Translators: a folder */
      details = g_strdup_printf (_("none yet in “%s”"), self->data_dir);
      report (TRUE, _("Log"), details);
      return TRUE;
    }

  if (!yf_store_check (store, &error) ||
      !yf_cli_adopt_own (self, store, TRUE, &error) ||
      (sessions = yf_store_dup_sessions (store, YF_DAY_NONE, YF_DAY_NONE, &error)) == NULL ||
      (profile = yf_store_dup_profile (store, &error)) == NULL ||
      !yf_profile_check (profile, self->catalogue, YF_DAY_NONE, &error))
    {
      report (FALSE, _("Log"), error->message);
      return FALSE;
    }

  if (yf_store_get_read_only (store))
    {
      /* Translators: a folder */
      details = g_strdup_printf (_("“%s” cannot be written; sessions cannot be kept"), self->data_dir);
      report (FALSE, _("Log"), details);
      return FALSE;
    }

  details = g_strdup_printf (ngettext ("“%2$s” is sound, with %1$u session",
                                       "“%2$s” is sound, with %1$u sessions", sessions->len),
                             sessions->len, self->data_dir);
  report (TRUE, _("Log"), details);
  return TRUE;
}

/* A session goes on without sound, so what is missing here is told and fails
 * nothing. */
static void
check_sound (void)
{
  g_autoptr (GError) error = NULL;

  if (yf_sound_probe (&error))
    report (TRUE, _("Sound"), _("a device is there"));
  else
    report (FALSE, _("Sound"), error->message);
}

static void
check_language (void)
{
  const char * const *languages = g_get_language_names ();

  report (TRUE, _("Language"), languages[0]);
}

YfExit
yf_cli_doctor (YfCli  *self,
               int     argc,
               char  **argv)
{
  gboolean good;

  if (!yf_cli_parse (self, NULL, NULL, _("Ends with 0 if the log and the catalogue are in order, with 1 otherwise."),
                     &argc, &argv) ||
      !yf_cli_no_arguments (argc, argv))
    return YF_EXIT_USAGE;

  good = check_catalogue (self);
  good &= check_log (self);
  check_sound ();
  check_language ();

  return good ? YF_EXIT_DONE : YF_EXIT_FAILED;
}
