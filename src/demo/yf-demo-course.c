/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-demo-private.h"

/* How the trouble goes over the years: pain that falls with noise, flares that
 * come and pass, and weeks away. Days are counted from the onset. */

static const YfDemoPoint back_line[] = {
  { 0, 68 }, { 17, 45 }, { 32, 36 }, { 60, 28 }, { 107, 19 }, { 365, 12 }, { 1500, 8 },
};

static const YfDemoPoint leg_line[] = {
  { 0, 58 }, { 17, 40 }, { 32, 26 }, { 60, 16 }, { 107, 9 }, { 365, 4 }, { 1500, 2 },
};

/* Signs, the day on which each is first told, and how long it takes until a
 * clinician has looked at it. */
static const struct
{
  const char *flag;
  int         day;
  int         wait;
} signs[] = {
  { "radiating", 5, 1 },
  { "restless-nights", 48, 3 },
  { "cramps-pain", 290, 4 },
  { "painless-tremor", 700, 2 },
};

/* What a flare adds on its days, in tenths. */
static const int flare_back[] = { 0, 38, 24, 14, 7, 3 };
static const int flare_leg[] = { 34, 26, 18, 10, 5, 2 };

static YfDemoDay *
look (YfDemo *self,
      int     day)
{
  int index = self->onset + day - self->first;

  return index >= 0 && index < (int) self->days->len
         ? &g_array_index (self->days, YfDemoDay, index) : NULL;
}

static int
to_nrs (int tenths)
{
  return CLAMP ((tenths + 5) / 10, 0, YF_PAIN_MAX);
}

static void
draw_pain (YfDemo *self,
           int     day)
{
  YfDemoDay *here = look (self, day);
  int back = yf_demo_follow (back_line, G_N_ELEMENTS (back_line), day);
  int leg = yf_demo_follow (leg_line, G_N_ELEMENTS (leg_line), day);

  /* Two draws rather than one: small noise is commoner than great. */
  back += yf_demo_draw (self, -6, 6) + yf_demo_draw (self, -6, 6);
  leg += yf_demo_draw (self, -5, 5) + yf_demo_draw (self, -5, 5);
  if (here != NULL)
    {
      here->pain_back = to_nrs (back);
      here->pain_leg = to_nrs (leg);
    }
}

static void
draw_flare (YfDemo *self,
            int     day)
{
  int peak = yf_demo_draw (self, 7, 8);
  int bad_days = yf_demo_draw (self, 1, 2);

  for (int i = 0; i < (int) G_N_ELEMENTS (flare_back) + bad_days - 1; i++)
    {
      YfDemoDay *here = look (self, day + i);
      int fading = MAX (i - bad_days + 1, 0);

      if (here == NULL || here->flag != NULL)
        continue;

      here->flare = i < bad_days;
      here->away = here->away && !here->flare;
      here->pain_back = here->flare ? peak - (i > 0 && peak > 7)
                                    : MIN (here->pain_back + flare_back[fading] / 10, 6);
      here->pain_leg = MIN (here->pain_leg + flare_leg[here->flare ? 0 : fading] / 10,
                            here->flare ? 7 : 6);
    }
}

static void
draw_away (YfDemo *self,
           int     day,
           int     length)
{
  for (int i = 0; i < length; i++)
    {
      YfDemoDay *here = look (self, day + i);

      if (here != NULL)
        here->away = TRUE;
    }
}

/* A sign is told and assessed within the log, or before it. */
static void
mark_signs (YfDemo *self,
            int     last)
{
  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      YfDay assessed = self->onset + signs[i].day + signs[i].wait;
      g_autoptr (YfAssessment) assessment = NULL;

      if (signs[i].day + signs[i].wait >= last)
        continue;

      for (int j = 0; j < signs[i].wait; j++)
        {
          YfDemoDay *here = look (self, signs[i].day + j);

          if (here != NULL)
            {
              here->flag = signs[i].flag;
              here->away = FALSE;
            }
        }

      assessment = yf_assessment_new (signs[i].flag, yf_demo_get_clinician (), assessed);
      yf_profile_add_assessment (self->profile, assessment);
    }
}

static void
mark_visit (YfDemo *self,
            int     day)
{
  YfDemoDay *here = look (self, day);

  if (here != NULL)
    here->clinic = TRUE;
}

static void
mark_clinic (YfDemo *self,
             int     last)
{
  static const int visits[] = { 9, 45, 90 };

  for (gsize i = 0; i < G_N_ELEMENTS (visits); i++)
    mark_visit (self, visits[i]);
  for (int day = 180; day < last; day += 180)
    mark_visit (self, day);
}

/*
 * yf_demo_draw_course:
 *
 * Draws every day from the onset on, also those before the log, so that a
 * longer log of the same seed looks alike. The last day is a good one.
 */
void
yf_demo_draw_course (YfDemo *self)
{
  int last = self->today - self->onset;
  YfDemoDay *today;

  for (int day = 0; day <= last; day++)
    draw_pain (self, day);

  for (int day = yf_demo_draw (self, 70, 100); day < last - 10; day += yf_demo_draw (self, 100, 160))
    draw_away (self, day, yf_demo_draw (self, 5, 8));
  for (int day = yf_demo_draw (self, 210, 330); day < last - 40; day += yf_demo_draw (self, 600, 900))
    draw_away (self, day, yf_demo_draw (self, 25, 32));

  /* After six years they train in the dark half of the year, which keeps a life of twenty
   * years from being longer to work out than to look at. */
  for (int day = 2200; day < last - 10; day += 365)
    draw_away (self, day, 225);

  mark_signs (self, last);
  mark_clinic (self, last);

  /* They come less often as time goes on, so that there is maintenance between them. */
  for (int day = yf_demo_draw (self, 40, 44); day < last - 4;
       day += day < 120 ? yf_demo_draw (self, 45, 60) : yf_demo_draw (self, 100, 150))
    draw_flare (self, day);

  today = &g_array_index (self->days, YfDemoDay, self->days->len - 1);
  today->away = today->flare = FALSE;
  today->flag = NULL;
  today->pain_back = MIN (today->pain_back, 2);
  today->pain_leg = MIN (today->pain_leg, 2);
}

const YfDemoDay *
yf_demo_get_day (YfDemo *self,
                 YfDay   day)
{
  return look (self, day - self->onset);
}
