/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "notification-server.h"
#include "yf-fake-clock.h"
#include "yf-reminder-keeper.h"

/* Somebody who lets themselves be reminded: their log, the plan, the keeper, a
 * clock that goes as fast as it is told to, and a notification server on the bus. */

typedef struct _Life Life;
typedef void (*Deed) (Life *self);

typedef struct
{
  const char *at;      /* ISO 8601, with the offset of the place */
  Deed        deed;
} Event;

struct _Life
{
  char               *folder;
  YfCatalogue        *catalogue;
  YfRules            *rules;
  YfStore            *store;
  YfFakeClock        *clock;
  YfPerson           *person;
  YfPreferences      *preferences;
  GApplication       *application;
  NotificationServer *server;
  YfReminderKeeper   *keeper;
  GPtrArray          *troubles;
  guint               n_starts;
  char               *refused;    /* the reminder to which they said "not today" */
};

/* How far the clock goes before the bus is listened to: what is sent comes in
 * that time. When exactly it was sent is in the log. */
#define STEP (10 * G_TIME_SPAN_MINUTE)

gint64 life_moment               (const char *text);
void   life_settle               (Life       *self);
void   life_write_all            (Life       *self);
void   life_live_until           (Life       *self,
                                  gint64      end);
void   life_begin                (Life       *self,
                                  const char *zone,
                                  gint64      from);
void   life_remind               (Life       *self);
void   life_end                  (Life       *self);

/* What the person does, and what happens to them */
void   life_train                (Life       *self);
void   life_declare_flare        (Life       *self);
void   life_walk                 (Life       *self);
void   life_press_start          (Life       *self);
void   life_press_not_today      (Life       *self);
void   life_say_no_time          (Life       *self);
void   life_press_same           (Life       *self);
void   life_press_worse          (Life       *self);
void   life_fly_to_berlin        (Life       *self);
void   life_sleep_three_hours    (Life       *self);
void   life_sleep_fourteen_hours (Life       *self);
void   life_turn_off             (Life       *self);
void   life_turn_on              (Life       *self);
void   life_expect_none_showing  (Life       *self);
void   life_expect_one_showing   (Life       *self);
