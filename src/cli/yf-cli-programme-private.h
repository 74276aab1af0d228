/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-cli.h"
#include "yf-programme-finding.h"

G_BEGIN_DECLS

/* @contradictions (element-type YfProgrammeFinding) is NULL where nobody has looked. */
void yf_cli_programme_print      (YfCli       *self,
                                  YfProgramme *programme,
                                  GPtrArray   *contradictions);
void yf_cli_programme_print_json (YfProgramme *programme,
                                  GPtrArray   *contradictions);

G_END_DECLS
