/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-sitting.h"

struct _YfSitting
{
  gint64         interval;

  gint64         now;       /* of the last that was heard */
  gint64         seen;      /* when somebody was last known to be there */
  gboolean       here;
  gint64         since;     /* when they sat down; while they are here */

  YfSittingState state;     /* never YF_SITTING_AWAY_NOW, which is not to be here */
  gint64         base;      /* what the wait for the next break is counted from */
  gboolean       put_off;   /* and whether it is the short one */
  gint64         entered;   /* when a session began */
};

/* When nobody is told anything by default: from 10 in the evening to 6 in the morning,
 * Yanfei's own choice. */
#define NIGHT_FROM 22
#define NIGHT_TO   6

static gint64
get_due (const YfSitting *self)
{
  return self->base + (self->put_off ? MIN (YF_SITTING_LATER, self->interval) : self->interval);
}

static void
count_from (YfSitting *self,
            gint64     base)
{
  self->base = base;
  self->put_off = FALSE;
}

static void
sit_down (YfSitting *self,
          gint64     since)
{
  self->here = TRUE;
  self->since = since;
  count_from (self, since);
}

/* A clock that was set back makes nothing younger. */
static void
advance (YfSitting *self,
         gint64     now)
{
  self->now = MAX (self->now, now);
}

/**
 * yf_sitting_new:
 * @interval: after how long somebody is to get up, in microseconds, over 0
 * @now: the instant it is made at
 *
 * How long somebody had been sitting before is not known, and not guessed.
 *
 * Returns: (transfer full): somebody who sits, from now on
 */
YfSitting *
yf_sitting_new (gint64 interval,
                gint64 now)
{
  YfSitting *self;

  g_return_val_if_fail (interval > 0, NULL);

  self = g_new0 (YfSitting, 1);
  self->interval = interval;
  self->now = self->seen = now;
  sit_down (self, now);

  return self;
}

void
yf_sitting_free (YfSitting *self)
{
  g_free (self);
}

/**
 * yf_sitting_set_interval:
 * @interval: after how long somebody is to get up, in microseconds, over 0
 *
 * It holds at once: who has been sitting for longer than that is to get up now.
 */
void
yf_sitting_set_interval (YfSitting *self,
                         gint64     interval)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (interval > 0);

  self->interval = interval;
}

gint64
yf_sitting_get_interval (const YfSitting *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->interval;
}

/* Takes in who is there. */
static void
look (YfSitting *self,
      gint64     idle,
      gboolean   locked,
      gboolean   slept)
{
  /* A lock screen hears somebody who comes back, or a cat; only when it is gone is
   * somebody there. */
  if (!locked)
    self->seen = MAX (self->seen, idle < 0 ? self->now : self->now - idle);

  if (slept || self->now - self->seen >= YF_SITTING_AWAY)
    self->here = FALSE;
  if (!self->here && !locked && self->now - self->seen < YF_SITTING_AWAY)
    sit_down (self, self->seen);
}

/**
 * yf_sitting_update:
 * @now: the instant, in microseconds
 * @idle: for how long nobody has touched anything, in microseconds; negative where that
 *   is not known: then somebody counts as there whenever this is called
 * @locked: whether the screen is locked
 *
 * Takes in what the desktop says of who is there; to be called about once a minute. Who
 * has touched nothing for %YF_SITTING_AWAY, or has had the screen locked for so long, has
 * got up; so has everybody when it was not called for so long, for the computer slept.
 * Shorter stillness is part of sitting.
 *
 * A break that was offered and is answered by nobody for as long as the next takes to come
 * due is stale. The next is due then, not before: nobody is nagged.
 *
 * Returns: what is to be done
 */
YfSittingEvents
yf_sitting_update (YfSitting *self,
                   gint64     now,
                   gint64     idle,
                   gboolean   locked)
{
  YfSittingEvents events = YF_SITTING_NOTHING;
  gboolean slept;

  g_return_val_if_fail (self != NULL, YF_SITTING_NOTHING);

  slept = now - self->now >= YF_SITTING_AWAY;
  advance (self, now);
  /* Who lies on a mat touches nothing either. */
  if (self->state == YF_SITTING_IN_SESSION)
    return YF_SITTING_NOTHING;

  look (self, idle, locked, slept);
  if (self->state == YF_SITTING_OFFERED && (!self->here || slept || self->now >= get_due (self)))
    {
      self->state = YF_SITTING_COUNTING;
      events |= YF_SITTING_STALE;
    }
  if (!self->here || self->now < get_due (self))
    return events;

  if (self->state == YF_SITTING_ON_BREAK)
    {
      self->state = YF_SITTING_COUNTING;
      events |= YF_SITTING_STALE;
    }

  return self->state == YF_SITTING_COUNTING ? events | YF_SITTING_DUE : events;
}

/**
 * yf_sitting_offer:
 * @now: the instant
 *
 * Says that a break is offered, after yf_sitting_update() said that one is due.
 */
void
yf_sitting_offer (YfSitting *self,
                  gint64     now)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (self->state == YF_SITTING_COUNTING);

  advance (self, now);
  self->state = YF_SITTING_OFFERED;
  count_from (self, self->now);
}

/**
 * yf_sitting_begin:
 * @now: the instant
 *
 * Says that a break is begun, whether it was offered or not.
 */
void
yf_sitting_begin (YfSitting *self,
                  gint64     now)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (self->state != YF_SITTING_IN_SESSION);

  advance (self, now);
  self->state = YF_SITTING_ON_BREAK;
  count_from (self, self->now);
}

/**
 * yf_sitting_got_up:
 * @now: the instant
 *
 * Says that somebody was up and about until now: a break was done, all of it or a
 * little, or something else instead.
 */
void
yf_sitting_got_up (YfSitting *self,
                   gint64     now)
{
  g_return_if_fail (self != NULL);

  advance (self, now);
  self->seen = self->now;
  if (self->state != YF_SITTING_IN_SESSION)
    self->state = YF_SITTING_COUNTING;
  sit_down (self, self->now);
}

/**
 * yf_sitting_skip:
 * @now: the instant
 *
 * Says that a break is not done. The next comes after the whole interval.
 */
void
yf_sitting_skip (YfSitting *self,
                 gint64     now)
{
  g_return_if_fail (self != NULL);

  advance (self, now);
  if (self->state != YF_SITTING_IN_SESSION)
    self->state = YF_SITTING_COUNTING;
  count_from (self, self->now);
}

/**
 * yf_sitting_put_off:
 * @now: the instant
 *
 * Puts a break off for %YF_SITTING_LATER.
 */
void
yf_sitting_put_off (YfSitting *self,
                    gint64     now)
{
  g_return_if_fail (self != NULL);

  yf_sitting_skip (self, now);
  self->put_off = TRUE;
}

/**
 * yf_sitting_set_in_session:
 * @in_session: whether a session is under way
 * @now: the instant
 *
 * Nobody sits during a session, and one of %YF_SITTING_SESSION or more is as good as a
 * break.
 *
 * Returns: %YF_SITTING_STALE, if a session begins while a break is offered or under way
 */
YfSittingEvents
yf_sitting_set_in_session (YfSitting *self,
                           gboolean   in_session,
                           gint64     now)
{
  gboolean stale;

  g_return_val_if_fail (self != NULL, YF_SITTING_NOTHING);

  advance (self, now);
  if ((self->state == YF_SITTING_IN_SESSION) == !!in_session)
    return YF_SITTING_NOTHING;

  if (in_session)
    {
      stale = self->state == YF_SITTING_OFFERED || self->state == YF_SITTING_ON_BREAK;
      self->state = YF_SITTING_IN_SESSION;
      self->entered = self->now;
      return stale ? YF_SITTING_STALE : YF_SITTING_NOTHING;
    }

  self->state = YF_SITTING_COUNTING;
  self->seen = self->now;
  if (!self->here || self->now - self->entered >= YF_SITTING_SESSION)
    sit_down (self, self->now);

  return YF_SITTING_NOTHING;
}

YfSittingState
yf_sitting_get_state (const YfSitting *self)
{
  g_return_val_if_fail (self != NULL, YF_SITTING_AWAY_NOW);

  return self->state == YF_SITTING_COUNTING && !self->here ? YF_SITTING_AWAY_NOW : self->state;
}

/**
 * yf_sitting_get_next:
 *
 * Returns: the instant at which the next break is due if somebody goes on sitting; it is
 *   past where one waits for quiet. 0 where none is expected, because nobody sits, or one
 *   is offered or under way.
 */
gint64
yf_sitting_get_next (const YfSitting *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return yf_sitting_get_state (self) == YF_SITTING_COUNTING ? get_due (self) : 0;
}

/**
 * yf_sitting_get_sat:
 *
 * Returns: for how long somebody has been sitting, in microseconds, as of the last that
 *   was heard
 */
gint64
yf_sitting_get_sat (const YfSitting *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->here && self->state != YF_SITTING_IN_SESSION ? self->now - self->since : 0;
}

/**
 * yf_sitting_get_minutes:
 * @chosen: 30, 40 or 60, or 0 for what fits the state
 * @symptomatic: whether it hurts these days
 *
 * Returns: after how many minutes of sitting somebody is to get up
 */
int
yf_sitting_get_minutes (int      chosen,
                        gboolean symptomatic)
{
  if (chosen == YF_SITTING_MINUTES_SYMPTOMATIC || chosen == YF_SITTING_MINUTES || chosen == YF_SITTING_MINUTES_MOST)
    return chosen;

  return symptomatic ? YF_SITTING_MINUTES_SYMPTOMATIC : YF_SITTING_MINUTES;
}

/**
 * yf_sitting_is_night:
 * @real: a moment, in microseconds since the Unix epoch
 * @utc_offset: seconds east of UTC in force then
 *
 * Returns: whether it is between 22:00 and 6:00, when nobody is told to get up: Yanfei's
 *   own choice
 */
gboolean
yf_sitting_is_night (gint64 real,
                     gint32 utc_offset)
{
  const gint64 hours = (real / YF_SECOND + utc_offset) / 3600;
  const int hour = (int) (((hours % 24) + 24) % 24);

  return hour >= NIGHT_FROM || hour < NIGHT_TO;
}
