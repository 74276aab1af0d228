/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "programme-fixture.h"

#include <string.h>

YfCatalogue *
fixture_get_catalogue (void)
{
  g_autoptr (GError) error = NULL;
  YfCatalogue *catalogue = yf_catalogue_new_builtin (&error);

  g_assert_no_error (error);
  return catalogue;
}

static YfProgramme *
insist (YfProgramme  *programme,
        GError       *why,
        GError      **error)
{
  if (error == NULL)
    g_assert_no_error (why);
  if (why != NULL)
    g_propagate_error (error, why);

  return programme;
}

YfProgramme *
fixture_read_programme (YfCatalogue  *catalogue,
                        const char   *folder,
                        const char   *name,
                        GError      **error)
{
  g_autofree char *full = g_strconcat (name, ".yanfei", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "programmes", folder, full, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GError *why = NULL;
  YfProgramme *programme = yf_programme_new_from_file (catalogue, file, &why);

  return insist (programme, why, error);
}

YfProgramme *
fixture_parse (YfCatalogue  *catalogue,
               const char   *text,
               GError      **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  GError *why = NULL;
  YfProgramme *programme = yf_programme_new_from_bytes (catalogue, "text", bytes, &why);

  return insist (programme, why, error);
}
