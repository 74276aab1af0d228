/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-log.h"

char *log_to_text (YfLog *log);
