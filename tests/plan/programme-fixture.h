/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-programme.h"

/* Programmes to test with: those under programmes/, and what a test writes itself.
 * Where @error is %NULL, one that is refused ends the test. */

YfCatalogue *fixture_get_catalogue  (void);
YfProgramme *fixture_read_programme (YfCatalogue  *catalogue,
                                     const char   *folder,
                                     const char   *name,
                                     GError      **error);
YfProgramme *fixture_parse          (YfCatalogue  *catalogue,
                                     const char   *text,
                                     GError      **error);
