/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-report.h"

G_DEFINE_QUARK (yf-report-error-quark, yf_report_error)
