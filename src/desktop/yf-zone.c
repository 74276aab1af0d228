/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-zone.h"

#include <glib/gstdio.h>

/*
 * Which time zone the computer is in, for a program that runs for weeks. A
 * traveller's desktop changes the link /etc/localtime under it.
 *
 * What GLib does of itself: g_time_zone_new_local(), and with it every GDateTime
 * "local", reads the variable TZ each time, and where there is none the link, so
 * that days and offsets in the log are those of the place. Only where TZ names a
 * file, as in TZ=:/etc/localtime, it reads that file once and never again; hence
 * yf_zone_follow().
 */

#define LOCALTIME "/etc/localtime"

/**
 * yf_zone_follow:
 *
 * Lets the program follow the computer into another time zone, where TZ says
 * no more than that the computer's is meant. To be called first of all, while
 * there is one thread.
 */
void
yf_zone_follow (void)
{
  const char *variable = g_getenv ("TZ");

  if (g_strcmp0 (variable, ":" LOCALTIME) == 0 || g_strcmp0 (variable, LOCALTIME) == 0)
    g_unsetenv ("TZ");
}

/**
 * yf_zone_dup_identifier:
 *
 * Returns: (transfer full): a text that is another one after the computer has been
 *   taken to another time zone; for nobody to read
 */
char *
yf_zone_dup_identifier (void)
{
  return yf_zone_dup_identifier_of (g_getenv ("TZ"), LOCALTIME);
}

/**
 * yf_zone_dup_identifier_of:
 * @variable: (nullable): what TZ is set to, or %NULL where it is not
 * @path: the link, or the file, that says so otherwise
 *
 * Returns: (transfer full): see yf_zone_dup_identifier()
 */
char *
yf_zone_dup_identifier_of (const char *variable,
                           const char *path)
{
  g_autofree char *target = NULL;
  GStatBuf status;

  g_return_val_if_fail (path != NULL, NULL);

  if (variable != NULL)
    return g_strdup (variable);

  target = g_file_read_link (path, NULL);
  if (target != NULL)
    return g_steal_pointer (&target);
  if (g_stat (path, &status) != 0)
    return g_strdup ("");

  return g_strdup_printf ("%" G_GUINT64_FORMAT " %" G_GINT64_FORMAT, (guint64) status.st_ino,
                          (gint64) status.st_mtime);
}
