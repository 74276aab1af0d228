/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-demo-private.h"

/* Everything that is left to chance comes from the one generator of the life,
 * in whole numbers. */

/*
 * yf_demo_draw:
 *
 * Returns: a number from @from to @to, both included
 */
int
yf_demo_draw (YfDemo *self,
              int     from,
              int     to)
{
  return g_rand_int_range (self->rand, from, to + 1);
}

gboolean
yf_demo_chance (YfDemo *self,
                int     percent)
{
  return yf_demo_draw (self, 1, 100) <= percent;
}

/*
 * yf_demo_dup_uuid:
 *
 * Returns: (transfer full): a UUID of version 4 (RFC 4122), of this life's own
 *   chance
 */
char *
yf_demo_dup_uuid (YfDemo *self)
{
  guint32 a = g_rand_int (self->rand);
  guint32 b = g_rand_int (self->rand);
  guint32 c = g_rand_int (self->rand);
  guint32 d = g_rand_int (self->rand);

  return g_strdup_printf ("%08x-%04x-4%03x-%04x-%04x%08x",
                          a, b >> 16, b & 0xfff, 0x8000 | (c >> 16 & 0x3fff), c & 0xffff, d);
}

/*
 * yf_demo_moment:
 * @minute: minutes after midnight
 * @utc_offset: (out): seconds east of UTC in force then
 *
 * Returns: that moment in the time zone of this machine, a few seconds into
 *   the minute, in microseconds since the Unix epoch
 */
gint64
yf_demo_moment (YfDemo *self,
                YfDay   day,
                int     minute,
                gint32 *utc_offset)
{
  g_autoptr (GDateTime) moment = NULL;
  int within = yf_demo_draw (self, 0, 59999);
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  moment = g_date_time_new (self->zone, g_date_get_year (&date), (int) g_date_get_month (&date),
                            g_date_get_day (&date), minute / 60, minute % 60, 0);
  g_assert (moment != NULL);
  *utc_offset = (gint32) (g_date_time_get_utc_offset (moment) / G_TIME_SPAN_SECOND);

  return g_date_time_to_unix (moment) * G_USEC_PER_SEC + within * G_GINT64_CONSTANT (1000);
}

/*
 * yf_demo_follow:
 * @line: points with rising days
 *
 * Returns: where the line is on @day; level before its first and after its last
 *   point
 */
int
yf_demo_follow (const YfDemoPoint *line,
                gsize              n_points,
                int                day)
{
  if (day <= line[0].day)
    return line[0].value;

  for (gsize i = 1; i < n_points; i++)
    {
      const YfDemoPoint *a = &line[i - 1];
      const YfDemoPoint *b = &line[i];

      if (day < b->day)
        return a->value + (b->value - a->value) * (day - a->day) / (b->day - a->day);
    }

  return line[n_points - 1].value;
}
