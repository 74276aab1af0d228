/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report-fixture.h"

/* Exports in JSON as files, in a folder that goes with the tests. */

int    json_fixture_run        (void);
char  *json_fixture_get_path   (const char *name);
char  *json_fixture_write_file (const char *name,
                                const char *text,
                                gssize      length);
char  *json_fixture_make_text  (YfLog      *log);
YfLog *json_fixture_read_text  (const char *text);
