/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "yf-dose.h"

G_BEGIN_DECLS

/**
 * YF_SITTING_MINUTES:
 *
 * After how many minutes of sitting somebody gets up who has no complaints: 40, from
 * 001 and 003, the middle of the three numbers the sources give.
 */
#define YF_SITTING_MINUTES 40

/**
 * YF_SITTING_MINUTES_SYMPTOMATIC:
 *
 * After how many while it hurts: 30, from 002, the shortest of the three.
 */
#define YF_SITTING_MINUTES_SYMPTOMATIC 30

/**
 * YF_SITTING_MINUTES_MOST:
 *
 * The longest that can be chosen, in minutes: 60, from 000, 002 and 004.
 */
#define YF_SITTING_MINUTES_MOST 60

/**
 * YF_SITTING_AWAY:
 *
 * Who has touched nothing for so long has got up, in microseconds: 5 min, Yanfei's own
 * choice. It is as long as the longest break of the sources; somebody who reads, or
 * thinks, is still for less.
 */
#define YF_SITTING_AWAY (5 * 60 * YF_SECOND)

/**
 * YF_SITTING_LATER:
 *
 * For how long a break can be put off, in microseconds: 10 min, Yanfei's own choice.
 */
#define YF_SITTING_LATER (10 * 60 * YF_SECOND)

/**
 * YF_SITTING_SESSION:
 *
 * How long a session must have lasted to stand for a break, in microseconds: 3 min, the
 * shortest break of 000, 002 and 004.
 */
#define YF_SITTING_SESSION (3 * 60 * YF_SECOND)

/**
 * YfSittingState:
 * @YF_SITTING_COUNTING: somebody sits
 * @YF_SITTING_AWAY_NOW: nobody sits
 * @YF_SITTING_OFFERED: a break is offered, and nobody has answered
 * @YF_SITTING_ON_BREAK: a break is under way, and nobody has said yet how it went
 * @YF_SITTING_IN_SESSION: a session is under way
 */
typedef enum
{
  YF_SITTING_COUNTING,
  YF_SITTING_AWAY_NOW,
  YF_SITTING_OFFERED,
  YF_SITTING_ON_BREAK,
  YF_SITTING_IN_SESSION,
} YfSittingState;

/**
 * YfSittingEvents:
 * @YF_SITTING_NOTHING: nothing is to be done
 * @YF_SITTING_STALE: what was offered, or begun and never answered, is no longer to be
 *   answered
 * @YF_SITTING_DUE: a break is due: offer it, as soon as nothing speaks against it
 */
typedef enum
{
  YF_SITTING_NOTHING = 0,
  YF_SITTING_STALE   = 1 << 0,
  YF_SITTING_DUE     = 1 << 1,
} YfSittingEvents;

/**
 * YfSitting:
 *
 * Counts how long somebody has been sitting, and knows when they are to get up. It reads
 * no clock: every instant is handed to it, in microseconds of a time that goes on while
 * the computer sleeps.
 *
 * A break that is due stays due until it is offered, so that whoever asks can wait for
 * quiet, and it comes then. A night is one kind of quiet: see yf_sitting_is_night().
 */
typedef struct _YfSitting YfSitting;

YfSitting       *yf_sitting_new            (gint64           interval,
                                            gint64           now);
void             yf_sitting_free           (YfSitting       *self);
void             yf_sitting_set_interval   (YfSitting       *self,
                                            gint64           interval);
gint64           yf_sitting_get_interval   (const YfSitting *self);

YfSittingEvents  yf_sitting_update         (YfSitting       *self,
                                            gint64           now,
                                            gint64           idle,
                                            gboolean         locked);
void             yf_sitting_offer          (YfSitting       *self,
                                            gint64           now);
void             yf_sitting_begin          (YfSitting       *self,
                                            gint64           now);
void             yf_sitting_got_up         (YfSitting       *self,
                                            gint64           now);
void             yf_sitting_skip           (YfSitting       *self,
                                            gint64           now);
void             yf_sitting_put_off        (YfSitting       *self,
                                            gint64           now);
YfSittingEvents  yf_sitting_set_in_session (YfSitting       *self,
                                            gboolean         in_session,
                                            gint64           now);

YfSittingState   yf_sitting_get_state      (const YfSitting *self);
gint64           yf_sitting_get_next       (const YfSitting *self);
gint64           yf_sitting_get_sat        (const YfSitting *self);

int              yf_sitting_get_minutes    (int              chosen,
                                            gboolean         symptomatic);
gboolean         yf_sitting_is_night       (gint64           real,
                                            gint32           utc_offset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfSitting, yf_sitting_free)

G_END_DECLS
