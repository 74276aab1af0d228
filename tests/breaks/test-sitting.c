/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-sitting.h"

#define MINUTE (60 * YF_SECOND)
#define UNKNOWN -1

/* What the desktop says at a minute, and what is to be done then. An idle time is that of
 * somebody who last touched something then. */
typedef enum
{
  SEE,         /* the desktop says how long nobody has touched anything, in minutes */
  LOCKED,      /* the same, of a locked screen */
  OFFER,
  BEGIN,
  UP,
  SKIP,
  PUT_OFF,
  INTERVAL,
  SESSION,
  SESSION_OVER,
  END,
} What;

typedef struct
{
  int             at;      /* minutes from the start */
  What            what;
  int             idle;    /* minutes; of INTERVAL the new one */
  YfSittingEvents events;
  YfSittingState  state;
  int             next;    /* minutes from the start, 0 for none */
  int             sat;     /* minutes */
} Step;

typedef struct
{
  const char *name;
  Step        steps[16];
} Sequence;

#define NOTHING  YF_SITTING_NOTHING
#define DUE      YF_SITTING_DUE
#define STALE    YF_SITTING_STALE
#define COUNTING YF_SITTING_COUNTING
#define AWAY     YF_SITTING_AWAY_NOW
#define OFFERED  YF_SITTING_OFFERED
#define ON_BREAK YF_SITTING_ON_BREAK
#define LESSON   YF_SITTING_IN_SESSION

/* Everybody begins with 40 minutes. Between the steps every minute is heard of too: see
 * fill(). */
static const Sequence sequences[] = {
  { "sits", {
    { 1, SEE, 0, NOTHING, COUNTING, 40, 1 },
    { 39, SEE, 0, NOTHING, COUNTING, 40, 39 },
    { 40, SEE, 0, DUE, COUNTING, 40, 40 },
    { 40, OFFER, 0, NOTHING, OFFERED, 0, 40 },
    { 41, SEE, 0, NOTHING, OFFERED, 0, 41 },
    { 41, BEGIN, 0, NOTHING, ON_BREAK, 0, 41 },
    { 44, UP, 0, NOTHING, COUNTING, 84, 0 },
    { 83, SEE, 0, NOTHING, COUNTING, 84, 39 },
    { 84, SEE, 0, DUE, COUNTING, 84, 40 },
    { 0, END } } },
  { "quiet", {
    /* A call from minute 35 to 55: it stays due, and is offered when it ends. */
    { 40, SEE, 0, DUE, COUNTING, 40, 40 },
    { 41, SEE, 0, DUE, COUNTING, 40, 41 },
    { 54, SEE, 4, DUE, COUNTING, 40, 54 },
    { 55, SEE, 0, DUE, COUNTING, 40, 55 },
    { 55, OFFER, 0, NOTHING, OFFERED, 0, 55 },
    { 0, END } } },
  { "quiet-and-gone", {
    /* Got up during the call: nothing is lost, for nothing is due. */
    { 40, SEE, 0, DUE, COUNTING, 40, 40 },
    { 44, SEE, 4, DUE, COUNTING, 40, 44 },
    { 45, SEE, 5, NOTHING, AWAY, 0, 0 },
    { 50, SEE, 0, NOTHING, COUNTING, 90, 0 },
    { 0, END } } },
  { "short-stillness", {
    { 10, SEE, 0, NOTHING, COUNTING, 40, 10 },
    { 14, SEE, 4, NOTHING, COUNTING, 40, 14 },
    { 15, SEE, 0, NOTHING, COUNTING, 40, 15 },
    { 19, SEE, 4, NOTHING, COUNTING, 40, 19 },
    { 40, SEE, 0, DUE, COUNTING, 40, 40 },
    { 0, END } } },
  { "got-up", {
    { 10, SEE, 0, NOTHING, COUNTING, 40, 10 },
    { 15, SEE, 5, NOTHING, AWAY, 0, 0 },
    { 30, SEE, 20, NOTHING, AWAY, 0, 0 },
    { 31, SEE, 0, NOTHING, COUNTING, 71, 0 },
    { 35, SEE, 1, NOTHING, COUNTING, 71, 4 },
    { 71, SEE, 0, DUE, COUNTING, 71, 40 },
    { 0, END } } },
  { "locked", {
    { 10, SEE, 0, NOTHING, COUNTING, 40, 10 },
    { 11, LOCKED, 0, NOTHING, COUNTING, 40, 11 },
    { 14, LOCKED, 0, NOTHING, COUNTING, 40, 14 },
    { 15, LOCKED, 0, NOTHING, AWAY, 0, 0 },
    /* Somebody at the lock screen is not yet somebody who sits. */
    { 16, LOCKED, 0, NOTHING, AWAY, 0, 0 },
    { 17, SEE, 0, NOTHING, COUNTING, 57, 0 },
    { 0, END } } },
  { "locked-briefly", {
    { 10, SEE, 0, NOTHING, COUNTING, 40, 10 },
    { 13, LOCKED, 3, NOTHING, COUNTING, 40, 13 },
    { 14, SEE, 0, NOTHING, COUNTING, 40, 14 },
    { 40, SEE, 0, DUE, COUNTING, 40, 40 },
    { 0, END } } },
  { "unknown", {
    { 39, SEE, UNKNOWN, NOTHING, COUNTING, 40, 39 },
    { 40, SEE, UNKNOWN, DUE, COUNTING, 40, 40 },
    { 40, OFFER, 0, NOTHING, OFFERED, 0, 40 },
    { 45, LOCKED, UNKNOWN, STALE | NOTHING, AWAY, 0, 0 },
    { 60, SEE, UNKNOWN, NOTHING, COUNTING, 100, 0 },
    { 0, END } } },
  { "gone-with-an-offer", {
    { 40, SEE, 0, DUE, COUNTING, 40, 40 },
    { 40, OFFER, 0, NOTHING, OFFERED, 0, 40 },
    { 44, SEE, 4, NOTHING, OFFERED, 0, 44 },
    { 45, SEE, 5, STALE, AWAY, 0, 0 },
    { 50, SEE, 0, NOTHING, COUNTING, 90, 0 },
    { 0, END } } },
  { "unanswered", {
    { 40, SEE, 0, DUE, COUNTING, 40, 40 },
    { 40, OFFER, 0, NOTHING, OFFERED, 0, 40 },
    { 79, SEE, 0, NOTHING, OFFERED, 0, 79 },
    { 80, SEE, 0, STALE | DUE, COUNTING, 80, 80 },
    { 80, OFFER, 0, NOTHING, OFFERED, 0, 80 },
    { 0, END } } },
  { "skipped", {
    { 40, SEE, 0, DUE, COUNTING, 40, 40 },
    { 40, OFFER, 0, NOTHING, OFFERED, 0, 40 },
    { 42, SKIP, 0, NOTHING, COUNTING, 82, 42 },
    { 81, SEE, 0, NOTHING, COUNTING, 82, 81 },
    { 82, SEE, 0, DUE, COUNTING, 82, 82 },
    { 0, END } } },
  { "later", {
    { 40, SEE, 0, DUE, COUNTING, 40, 40 },
    { 40, OFFER, 0, NOTHING, OFFERED, 0, 40 },
    { 41, PUT_OFF, 0, NOTHING, COUNTING, 51, 41 },
    { 50, SEE, 0, NOTHING, COUNTING, 51, 50 },
    { 51, SEE, 0, DUE, COUNTING, 51, 51 },
    { 51, OFFER, 0, NOTHING, OFFERED, 0, 51 },
    { 52, SKIP, 0, NOTHING, COUNTING, 92, 52 },
    { 0, END } } },
  { "never-said", {
    /* A break that was begun, and nobody says how it went, while they go on working. */
    { 10, BEGIN, 0, NOTHING, ON_BREAK, 0, 10 },
    { 49, SEE, 0, NOTHING, ON_BREAK, 0, 49 },
    { 50, SEE, 0, STALE | DUE, COUNTING, 50, 50 },
    { 0, END } } },
  { "walked-away", {
    /* A break away from the computer stays to be answered. */
    { 40, SEE, 0, DUE, COUNTING, 40, 40 },
    { 40, OFFER, 0, NOTHING, OFFERED, 0, 40 },
    { 40, BEGIN, 0, NOTHING, ON_BREAK, 0, 40 },
    { 47, SEE, 7, NOTHING, ON_BREAK, 0, 0 },
    { 50, UP, 0, NOTHING, COUNTING, 90, 0 },
    { 0, END } } },
  { "did-not", {
    { 40, SEE, 0, DUE, COUNTING, 40, 40 },
    { 40, OFFER, 0, NOTHING, OFFERED, 0, 40 },
    { 40, BEGIN, 0, NOTHING, ON_BREAK, 0, 40 },
    { 42, SKIP, 0, NOTHING, COUNTING, 82, 42 },
    { 0, END } } },
  { "session", {
    { 30, SEE, 0, NOTHING, COUNTING, 40, 30 },
    { 30, SESSION, 0, NOTHING, LESSON, 0, 0 },
    { 45, SEE, 15, NOTHING, LESSON, 0, 0 },
    { 50, SESSION_OVER, 0, NOTHING, COUNTING, 90, 0 },
    { 90, SEE, 0, DUE, COUNTING, 90, 40 },
    { 0, END } } },
  { "no-session-to-speak-of", {
    { 30, SESSION, 0, NOTHING, LESSON, 0, 0 },
    { 32, SESSION_OVER, 0, NOTHING, COUNTING, 40, 32 },
    { 40, SEE, 0, DUE, COUNTING, 40, 40 },
    { 0, END } } },
  { "due-in-a-session", {
    { 38, SEE, 0, NOTHING, COUNTING, 40, 38 },
    { 39, SESSION, 0, NOTHING, LESSON, 0, 0 },
    { 41, SEE, 0, NOTHING, LESSON, 0, 0 },
    { 41, SESSION_OVER, 0, NOTHING, COUNTING, 40, 41 },
    { 41, SEE, 0, DUE, COUNTING, 40, 41 },
    { 0, END } } },
  { "session-over-an-offer", {
    { 40, SEE, 0, DUE, COUNTING, 40, 40 },
    { 40, OFFER, 0, NOTHING, OFFERED, 0, 40 },
    { 41, SESSION, 0, STALE, LESSON, 0, 0 },
    { 61, SESSION_OVER, 0, NOTHING, COUNTING, 101, 0 },
    { 0, END } } },
  { "other-interval", {
    { 20, INTERVAL, 60, NOTHING, COUNTING, 60, 0 },
    { 35, SEE, 0, NOTHING, COUNTING, 60, 35 },
    { 35, INTERVAL, 30, NOTHING, COUNTING, 30, 35 },
    { 36, SEE, 0, DUE, COUNTING, 30, 36 },
    { 0, END } } },
};

static YfSittingEvents
do_step (YfSitting  *sitting,
         const Step *step)
{
  gint64 now = step->at * MINUTE;
  gint64 idle = step->idle == UNKNOWN ? -1 : step->idle * MINUTE;

  switch (step->what)
    {
    case SEE:
      return yf_sitting_update (sitting, now, idle, FALSE);
    case LOCKED:
      return yf_sitting_update (sitting, now, idle, TRUE);
    case OFFER:
      yf_sitting_offer (sitting, now);
      break;
    case BEGIN:
      yf_sitting_begin (sitting, now);
      break;
    case UP:
      yf_sitting_got_up (sitting, now);
      break;
    case SKIP:
      yf_sitting_skip (sitting, now);
      break;
    case PUT_OFF:
      yf_sitting_put_off (sitting, now);
      break;
    case INTERVAL:
      yf_sitting_set_interval (sitting, step->idle * MINUTE);
      break;
    case SESSION:
      return yf_sitting_set_in_session (sitting, TRUE, now);
    case SESSION_OVER:
      return yf_sitting_set_in_session (sitting, FALSE, now);
    case END:
    default:
      g_assert_not_reached ();
    }

  return NOTHING;
}

/* A minute between two steps. Who was away still is, and locks what they had locked; and
 * otherwise somebody sits and does what the next step says they have been doing. */
static void
fill (YfSitting  *sitting,
      const Step *last,
      const Step *next,
      int         minute)
{
  gboolean heard = next->what == SEE || next->what == LOCKED;
  gint64 idle = 0;
  gboolean locked;

  if (last != NULL && last->state == AWAY)
    {
      idle = last->idle == UNKNOWN ? -1 : (last->idle + minute - last->at) * MINUTE;
      locked = last->what == LOCKED;
    }
  else
    {
      if (heard)
        idle = next->idle == UNKNOWN ? -1 : MAX (0, next->idle - (next->at - minute)) * MINUTE;
      locked = next->what == LOCKED && next->at - minute < 5;
    }
  yf_sitting_update (sitting, minute * MINUTE, idle, locked);
}

static void
test_sequence (gconstpointer data)
{
  const Sequence *sequence = data;
  g_autoptr (YfSitting) sitting = yf_sitting_new (40 * MINUTE, 0);
  int minute = 0;

  for (const Step *step = sequence->steps; step->what != END; step++)
    {
      YfSittingEvents events;

      for (minute++; minute < step->at; minute++)
        fill (sitting, step > sequence->steps ? step - 1 : NULL, step, minute);
      minute = step->at;
      events = do_step (sitting, step);

      g_test_message ("%s, minute %d", sequence->name, step->at);
      g_assert_cmpint (events, ==, step->events);
      g_assert_cmpint (yf_sitting_get_state (sitting), ==, step->state);
      g_assert_cmpint (yf_sitting_get_next (sitting), ==, step->next * MINUTE);
      if (step->what != INTERVAL)
        g_assert_cmpint (yf_sitting_get_sat (sitting), ==, step->sat * MINUTE);
    }
}

/* The computer slept, whatever it says of idleness afterwards. */
static void
test_slept (void)
{
  g_autoptr (YfSitting) sitting = yf_sitting_new (40 * MINUTE, 0);

  for (int minute = 1; minute <= 40; minute++)
    yf_sitting_update (sitting, minute * MINUTE, 0, FALSE);
  yf_sitting_offer (sitting, 40 * MINUTE);

  g_assert_cmpint (yf_sitting_update (sitting, 400 * MINUTE, MINUTE, FALSE), ==, STALE);
  g_assert_cmpint (yf_sitting_get_state (sitting), ==, COUNTING);
  g_assert_cmpint (yf_sitting_get_sat (sitting), ==, MINUTE);
  g_assert_cmpint (yf_sitting_get_next (sitting), ==, 439 * MINUTE);
}

/* A clock that goes back makes nobody sit for less than nothing, nor for ever. */
static void
test_set_back (void)
{
  g_autoptr (YfSitting) sitting = yf_sitting_new (40 * MINUTE, 100 * MINUTE);

  g_assert_cmpint (yf_sitting_update (sitting, 101 * MINUTE, 0, FALSE), ==, NOTHING);
  g_assert_cmpint (yf_sitting_update (sitting, 50 * MINUTE, 0, FALSE), ==, NOTHING);
  g_assert_cmpint (yf_sitting_get_sat (sitting), ==, MINUTE);
  g_assert_cmpint (yf_sitting_get_next (sitting), ==, 140 * MINUTE);
}

/* A minute as the model knows it. */
typedef struct
{
  gboolean locked;
  int      idle;       /* minutes */
  gboolean session;    /* under way at the end of it */
} Minute;

/* The same, said minute by minute and with nothing but minutes: what was is looked up in
 * the day as it has been, instead of being remembered. */
typedef struct
{
  GArray *day;             /* of Minute, from minute 1 */
  int     interval;
  int     last_up;         /* the last minute somebody is known to have been up */
  int     asked;           /* what the wait for the next is counted from */
  gboolean short_wait;
  gboolean offered;
  gboolean begun;
} Model;

static int
get_seen (Model *model,
          int    now)
{
  int seen = 0;

  for (int i = 1; i <= now; i++)
    {
      const Minute *minute = &g_array_index (model->day, Minute, i - 1);

      if (!minute->locked && !minute->session)
        seen = MAX (seen, i - minute->idle);
    }

  return seen;
}

static void
sits_since (Model *model,
            int    minute)
{
  model->last_up = minute;
  model->asked = minute;
  model->short_wait = FALSE;
}

static YfSittingEvents
model_minute (Model    *model,
              int       now,
              int       touched,
              gboolean *here)
{
  const Minute *minute = &g_array_index (model->day, Minute, now - 1);
  int seen = MAX (get_seen (model, now), touched);
  YfSittingEvents events = NOTHING;
  int wait;

  if (now - seen >= 5)
    *here = FALSE;
  else if (!*here && !minute->locked)
    {
      *here = TRUE;
      sits_since (model, seen);
    }

  wait = model->short_wait ? MIN (10, model->interval) : model->interval;
  if (model->offered && (!*here || now >= model->asked + wait))
    {
      model->offered = FALSE;
      events |= STALE;
    }
  if (!*here || now < model->asked + wait)
    return events;
  if (model->begun)
    {
      model->begun = FALSE;
      events |= STALE;
    }

  return model->offered ? events : events | DUE;
}

/* Days of a year and more, in which anything may happen in any minute. */
static void
test_random (void)
{
  static const int intervals[] = { 30, 40, 60 };
  int n_offers = 0, n_stale = 0, n_absences = 0;

  for (int day = 0; day < 400; day++)
    {
      g_autoptr (YfSitting) sitting = NULL;
      g_autoptr (GArray) minutes = g_array_new (FALSE, FALSE, sizeof (Minute));
      Model model = { .day = minutes, .interval = intervals[g_test_rand_int_range (0, 3)] };
      gboolean here = TRUE, was_here;
      int touched = 0, idle = 0;
      int still_until = 0, locked_until = 0, quiet_until = 0;

      sitting = yf_sitting_new (model.interval * MINUTE, 0);
      for (int now = 1; now <= 600; now++)
        {
          Minute minute = { FALSE };
          YfSittingEvents events, expected;
          int what = g_test_rand_int_range (0, 120);

          if (what == 0)
            still_until = now + g_test_rand_int_range (1, 30);
          else if (what == 1)
            locked_until = now + g_test_rand_int_range (1, 15);
          else if (what == 2)
            quiet_until = now + g_test_rand_int_range (1, 60);
          idle = now < still_until ? idle + 1 : 0;
          minute.idle = idle;
          minute.locked = now < locked_until;
          g_array_append_val (minutes, minute);

          was_here = here;
          expected = model_minute (&model, now, touched, &here);
          n_absences += was_here && !here;
          events = yf_sitting_update (sitting, now * MINUTE, idle * MINUTE, minute.locked);
          g_assert_cmpint (events, ==, expected);
          n_stale += (events & STALE) != 0;
          if (here)
            g_assert_cmpint (yf_sitting_get_sat (sitting), ==, (now - model.last_up) * MINUTE);

          if (events & DUE && now >= quiet_until)
            {
              /* Never early, and never to nobody. */
              g_assert_true (here);
              g_assert_cmpint (now - model.asked, >=, model.short_wait ? 10 : model.interval);
              yf_sitting_offer (sitting, now * MINUTE);
              model.offered = TRUE;
              model.asked = now;
              model.short_wait = FALSE;
              n_offers++;
            }
          else if (model.offered || model.begun)
            {
              switch (g_test_rand_int_range (0, 12))
                {
                case 0:
                  yf_sitting_begin (sitting, now * MINUTE);
                  model.offered = FALSE;
                  model.begun = TRUE;
                  model.asked = now;
                  model.short_wait = FALSE;
                  break;
                case 1:
                  yf_sitting_got_up (sitting, now * MINUTE);
                  model.offered = model.begun = FALSE;
                  sits_since (&model, now);
                  touched = now;
                  here = TRUE;
                  break;
                case 2:
                  yf_sitting_skip (sitting, now * MINUTE);
                  model.offered = model.begun = FALSE;
                  model.asked = now;
                  model.short_wait = FALSE;
                  break;
                case 3:
                  yf_sitting_put_off (sitting, now * MINUTE);
                  model.offered = model.begun = FALSE;
                  model.asked = now;
                  model.short_wait = TRUE;
                  break;
                default:
                  break;
                }
            }
          else if (g_test_rand_int_range (0, 200) == 0)
            {
              model.interval = intervals[g_test_rand_int_range (0, 3)];
              yf_sitting_set_interval (sitting, model.interval * MINUTE);
            }
        }
    }

  g_test_message ("%d offers, %d stale, %d absences", n_offers, n_stale, n_absences);
  g_assert_cmpint (n_offers, >, 1000);
  g_assert_cmpint (n_stale, >, 100);
  g_assert_cmpint (n_absences, >, 1000);
}

static void
test_minutes (void)
{
  static const struct { int chosen; gboolean symptomatic; int minutes; } cases[] = {
    { 0, FALSE, 40 }, { 0, TRUE, 30 },
    { 30, FALSE, 30 }, { 40, TRUE, 40 }, { 60, TRUE, 60 }, { 60, FALSE, 60 },
    /* What is no choice is none. */
    { 45, FALSE, 40 }, { -1, TRUE, 30 }, { 1, FALSE, 40 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (yf_sitting_get_minutes (cases[i].chosen, cases[i].symptomatic), ==, cases[i].minutes);
}

static void
test_night (void)
{
  static const struct { int hour, minute, offset; gboolean night; } cases[] = {
    { 21, 59, 0, FALSE }, { 22, 0, 0, TRUE }, { 0, 0, 0, TRUE }, { 5, 59, 0, TRUE }, { 6, 0, 0, FALSE },
    { 13, 59, 8, FALSE }, { 14, 0, 8, TRUE }, { 21, 59, 8, TRUE }, { 22, 0, 8, FALSE },
    { 2, 0, -5, FALSE }, { 3, 0, -5, TRUE }, { 10, 59, -5, TRUE }, { 11, 0, -5, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 minutes = cases[i].hour * 60 + cases[i].minute;

      g_assert_cmpint (yf_sitting_is_night (minutes * MINUTE, cases[i].offset * 3600), ==, cases[i].night);
      g_assert_cmpint (yf_sitting_is_night ((minutes + 20000 * 1440) * MINUTE, cases[i].offset * 3600),
                       ==, cases[i].night);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sequences); i++)
    {
      g_autofree char *path = g_strconcat ("/sitting/", sequences[i].name, NULL);

      g_test_add_data_func (path, &sequences[i], test_sequence);
    }
  g_test_add_func ("/sitting/slept", test_slept);
  g_test_add_func ("/sitting/set-back", test_set_back);
  g_test_add_func ("/sitting/random", test_random);
  g_test_add_func ("/sitting/minutes", test_minutes);
  g_test_add_func ("/sitting/night", test_night);

  return g_test_run ();
}
