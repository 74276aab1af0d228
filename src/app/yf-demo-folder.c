/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-demo-folder.h"

#include <glib/gstdio.h>

#include "yf-demo.h"
#include "yf-store.h"

/* Long enough to have flares, gaps and several doses behind it. */
#define DEMO_DAYS 240
#define DEMO_SEED 1

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  GAsyncResult **place = user_data;

  *place = g_object_ref (result);
}

static gboolean
fill (const char  *folder,
      GError     **error)
{
  g_autoptr (YfCatalogue) catalogue = yf_catalogue_new_builtin (error);
  g_autoptr (YfRules) rules = NULL;
  g_autoptr (YfStore) store = NULL;
  g_autoptr (YfLog) log = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  if (catalogue == NULL)
    return FALSE;
  rules = yf_rules_new_builtin (catalogue, error);
  if (rules == NULL)
    return FALSE;

  store = yf_store_new (folder);
  if (!yf_store_open (store, error))
    return FALSE;
  /* What happens on the last day of the log is over by the early morning;
   * before that, the last day is yesterday. */
  log = yf_demo_new_log (catalogue, rules,
                         yf_day_from_real (g_get_real_time () - YF_DEMO_LAST_MINUTE * 60 * YF_SECOND),
                         DEMO_DAYS, DEMO_SEED);
  yf_store_import_async (store, log, NULL, imported_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  if (!yf_store_import_finish (store, result, NULL, error))
    return FALSE;
  yf_store_close (store);

  return TRUE;
}

/**
 * yf_demo_folder_make:
 * @error: return location for why it cannot be
 *
 * Fills a folder that nobody else sees with the log of a made-up person.
 *
 * Returns: (transfer full) (nullable): the folder, for yf_demo_folder_drop()
 */
char *
yf_demo_folder_make (GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("yanfei-demo-XXXXXX", error);

  if (folder == NULL)
    return NULL;
  if (!fill (folder, error))
    {
      yf_demo_folder_drop (folder);
      return NULL;
    }

  return g_steal_pointer (&folder);
}

/**
 * yf_demo_folder_drop:
 * @folder: what yf_demo_folder_make() gave
 *
 * Nothing that was made up stays.
 */
void
yf_demo_folder_drop (const char *folder)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (folder != NULL);

  if (!yf_store_erase (folder, &error))
    g_message ("%s", error->message);
  g_rmdir (folder);
}
