/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YfDay:
 *
 * A civil day, counted in days as #GDate counts them (1 is 1 January of the
 * year 1), so that the difference of two is a number of days, whatever the
 * clocks did between. A plain value.
 */
typedef gint32 YfDay;

/**
 * YF_DAY_NONE:
 *
 * No day: it has not happened, or nobody said that it has.
 */
#define YF_DAY_NONE ((YfDay) 0)

/**
 * YF_DAY_UNKNOWN:
 *
 * It happened, but the person does not know when.
 */
#define YF_DAY_UNKNOWN ((YfDay) -1)

/**
 * YF_MINUTE_UNKNOWN:
 *
 * The time of day of something is not known. Known ones are minutes after
 * midnight, 0 to 1439.
 */
#define YF_MINUTE_UNKNOWN (-1)
#define YF_MINUTES_A_DAY  1440

gboolean yf_day_is_known      (YfDay       day);
gboolean yf_day_parse         (const char *text,
                               YfDay      *day);
gboolean yf_day_parse_moment  (const char *text,
                               YfDay      *day,
                               int        *minute);
char    *yf_day_to_string     (YfDay       day);
char    *yf_day_to_display    (YfDay       day);
YfDay    yf_day_from_real     (gint64      real);
int      yf_minute_from_real  (gint64      real);
YfDay    yf_day_today         (void);

G_END_DECLS
