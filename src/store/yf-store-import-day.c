/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-store-private.h"

/* Taking in what the plan of another log changed, and what was said and shown on its
 * days. */

static void
count (YfImportCounts *counts,
       gboolean        known)
{
  if (known)
    counts->known++;
  else
    counts->added++;
}

/* A day is a flare once, whoever says so. */
static gboolean
import_flares (YfDatabase      *database,
               YfLog           *log,
               YfImportCounts  *counts,
               GError         **error)
{
  for (guint i = 0; i < log->flares->len; i++)
    {
      const YfFlareRecord *record = g_ptr_array_index (log->flares, i);
      gboolean found;
      gboolean added = FALSE;

      if (!yf_store_find (database, "flare-find", ":uuid", record->id, &found, error)
          || (!found && !yf_store_write_flare (database, record, &added, error)))
        return FALSE;

      count (counts, !added);
    }

  return TRUE;
}

/*
 * yf_store_import_day:
 * @log: what to take in
 * @counts: is added to
 *
 * Adds what is not yet here, and withdraws what was withdrawn there.
 */
gboolean
yf_store_import_day (YfDatabase      *database,
                     YfLog           *log,
                     YfImportCounts  *counts,
                     GError         **error)
{
  const struct
  {
    GPtrArray      *records; /* each begins with its id */
    const char     *find;
    YfDatabaseFunc  write;
  } kinds[] = {
    { log->reviews, "review-find", yf_store_write_review },
    { log->wishes, "wishes-find", yf_store_write_wishes },
    { log->reminders, "reminder-find", yf_store_write_reminder },
    { log->sitting_breaks, "sitting-break-find", yf_store_write_sitting_break },
  };

  if (!yf_store_import_changes (database, &yf_store_dose_changes, log->dose_changes, counts, error)
      || !yf_store_import_changes (database, &yf_store_stage_changes, log->stage_changes, counts, error)
      || !import_flares (database, log, counts, error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint j = 0; j < kinds[i].records->len; j++)
      {
        gpointer record = g_ptr_array_index (kinds[i].records, j);
        const char *id = *(char **) record;
        gboolean found;

        if (!yf_store_find (database, kinds[i].find, ":uuid", id, &found, error))
          return FALSE;

        count (counts, found);
        if (!found && !kinds[i].write (database, record, error))
          return FALSE;
      }

  return TRUE;
}
