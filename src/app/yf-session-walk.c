/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-dose-plan.h"
#include "yf-exercise-page.h"
#include "yf-hurt-page.h"
#include "yf-preparation.h"
#include "yf-rehearsal-page.h"
#include "yf-resumption.h"
#include "yf-session-items.h"
#include "yf-session-page.h"
#include "yf-session-walk.h"
#include "yf-several-page.h"
#include "yf-summary-page.h"

struct _YfSessionWalk
{
  GObject parent_instance;

  GApplication  *application;   /* not owned: it is older, and dies later */
  YfPerson      *person;
  YfPreferences *preferences;
  YfPreparation *preparation;
  YfRun         *run;           /* the last one, or NULL */
  int            stop_pain;     /* how much it hurt in it, NRS, or unanswered */
  gboolean       beginning;     /* it is being written down that it begins */
};

G_DEFINE_FINAL_TYPE (YfSessionWalk, yf_session_walk, G_TYPE_OBJECT)

enum
{
  PAGE,
  HOME,
  TOLD,
  BEGUN,
  ENDED,
  QUIT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show (YfSessionWalk *self,
      GtkWidget     *page,
      gboolean       over)
{
  g_signal_emit (self, signals[PAGE], 0, page, over);
}

static void
tell (YfSessionWalk *self,
      const char    *message)
{
  g_signal_emit (self, signals[TOLD], 0, message);
}

static void
over_cb (YfRun        *run,
         GApplication *application)
{
  /* It can be over again, when a question is answered late. */
  g_signal_handlers_disconnect_by_func (run, over_cb, application);
  g_application_release (application);
  g_object_unref (run);
}

/* What comes after the exercise that hurt. */
static GArray *
dup_left (YfSessionWalk *self)
{
  return yf_session_items_new_after (yf_run_get_routine (self->run),
                                     yf_player_get_segment (yf_run_get_player (self->run))->item);
}

static void
settled_cb (YfSessionWalk *self)
{
  yf_person_note_logged (self->person);
}

/* Another session, with a check-in of its own: whoever has just had pain is asked anew. */
static void
go_on_cb (YfSessionWalk *self)
{
  yf_preparation_begin (self->preparation, dup_left (self));
}

/* Pain in the middle of an exercise is a traffic light: clinical.md section 6. "It hurts"
 * has stopped everything; what the light allows of the rest is for the person to begin. */
static void
set_light (YfSessionWalk *self,
           YfSummaryPage *page)
{
  YfToday *today = yf_person_get_plan (self->person);
  YfProgramme *programme = today ? yf_today_get_programme (today) : NULL;
  YfDay day = yf_person_get_today (self->person);
  YfPainLight light = yf_programme_get_light (programme, day, self->stop_pain);
  g_autofree char *text = yf_programme_dup_light_text (programme, day, self->stop_pain);
  g_autoptr (GArray) left = dup_left (self);
  gboolean go_on = self->stop_pain != YF_PAIN_UNANSWERED && light != YF_PAIN_LIGHT_STOP && left->len > 0;

  yf_summary_page_set_light (page, go_on || light == YF_PAIN_LIGHT_STOP ? text : NULL, go_on);
  g_signal_connect_object (page, "go-on", G_CALLBACK (go_on_cb), self, G_CONNECT_SWAPPED);
}

static void
show_summary (YfSessionWalk *self)
{
  GtkWidget *page = yf_summary_page_new (self->run, self->person, yf_preparation_get_check_in (self->preparation),
                                         self->application);

  if (yf_player_get_state (yf_run_get_player (self->run)) == YF_PLAYER_HURT)
    set_light (self, YF_SUMMARY_PAGE (page));
  show (self, page, FALSE);
}

static void
hurt_answered_cb (YfSessionWalk *self,
                  int            pain,
                  const char    *site)
{
  self->stop_pain = pain;
  yf_run_answer_stop (self->run, pain, site);
}

static void
ended_cb (YfSessionWalk *self)
{
  GtkWidget *page;

  g_signal_emit (self, signals[ENDED], 0);
  self->stop_pain = YF_PAIN_UNANSWERED;
  if (yf_player_get_state (yf_run_get_player (self->run)) != YF_PLAYER_HURT)
    {
      show_summary (self);
      return;
    }

  page = yf_hurt_page_new (yf_run_get_item (self->run)->exercise);
  g_signal_connect_object (page, "answered", G_CALLBACK (hurt_answered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "done", G_CALLBACK (show_summary), self, G_CONNECT_SWAPPED);
  show (self, page, FALSE);
}

static void
stop_cb (YfSessionWalk *self,
         gboolean       quit)
{
  yf_player_stop (yf_run_get_player (self->run));
  if (quit)
    g_signal_emit (self, signals[QUIT], 0);
}

static void
begin_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (YfSessionWalk) self = user_data;
  YfRun *run = YF_RUN (source);
  g_autoptr (GError) error = NULL;
  GtkWidget *page;

  self->beginning = FALSE;
  if (!yf_run_begin_finish (run, result, &error))
    {
      g_autofree char *message = NULL;

      /* Translators: %s says why */
      message = g_strdup_printf (_("The session could not start. %s"), error->message);
      g_application_release (self->application);
      tell (self, message);
      g_signal_emit (self, signals[HOME], 0);
      return;
    }

  g_signal_connect (g_object_ref (run), "over", G_CALLBACK (over_cb), self->application);

  /* Given up meanwhile: it is in the log, so it ends there too. */
  if (self->run == NULL)
    {
      yf_player_stop (yf_run_get_player (run));
      return;
    }

  /* A session has one check-in, and this is another. */
  if (yf_preparation_get_resumed (self->preparation))
    yf_person_log_check_in (self->person, yf_preparation_get_check_in (self->preparation));
  g_signal_emit (self, signals[BEGUN], 0);
  page = yf_session_page_new (run, self->person, self->preferences);
  g_signal_connect_object (page, "stop", G_CALLBACK (stop_cb), self, G_CONNECT_SWAPPED);
  show (self, page, FALSE);
}

/* What is going to be done; NULL if there is no more to go on with. */
static YfTimeline *
create_timeline (YfSessionWalk *self)
{
  YfCounting counting = yf_preferences_get_count_by_tap (self->preferences) ? YF_COUNTING_TAP : YF_COUNTING_PACE;
  YfSessionRecord *resumed = yf_preparation_get_resumed (self->preparation);
  GArray *items = yf_preparation_get_items (self->preparation);
  g_autoptr (YfRoutine) routine = NULL;

  if (resumed)
    return yf_session_record_dup_timeline (resumed, yf_person_get_catalogue (self->person), counting);

  routine = yf_routine_new ((const YfRoutineItem *) items->data, items->len);
  return yf_timeline_new (routine, counting);
}

/* Whichever way a session came here, nothing in it is more than a programme allows,
 * even one that came since. A new session holds less then; what is gone on with is
 * as it was, or not at all. */
static gboolean
keep_within_limits (YfSessionWalk *self)
{
  GArray *items = yf_preparation_get_items (self->preparation);
  g_autofree char *message = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      YfRoutineItem *item = &g_array_index (items, YfRoutineItem, i);
      g_autoptr (YfProgramme) programme = NULL;
      g_autoptr (GError) error = NULL;
      YfDose most;

      yf_dose_plan_get_most (self->person, item->exercise, &most);
      if (yf_dose_within (&item->dose, &most))
        continue;

      if (!yf_person_dup_programme (self->person, &programme, &error) ||
          !yf_programme_check_dose (programme, item->exercise, &item->dose, &error))
        {
          g_free (message);
          message = g_strdup (error->message);
        }
      yf_dose_plan_lower (&item->dose, &most);
      if (yf_preparation_get_resumed (self->preparation))
        {
          /* Translators: %s is a sentence that says why */
          g_autofree char *refusal = g_strdup_printf (_("That session cannot be gone on with. %s"),
                                                      message ? message : _("Start a new one."));

          tell (self, refusal);
          return FALSE;
        }
    }

  if (message != NULL)
    tell (self, message);
  return TRUE;
}

static void
begin (YfSessionWalk *self)
{
  YfSessionRecord *resumed = yf_preparation_get_resumed (self->preparation);
  const YfCheckIn *check_in = yf_preparation_get_check_in (self->preparation);
  YfStore *store = yf_person_get_store (self->person);
  YfClock *clock = yf_person_get_clock (self->person);
  g_autoptr (YfTimeline) timeline = NULL;

  if (self->beginning)
    return;
  if (!keep_within_limits (self))
    {
      g_signal_emit (self, signals[HOME], 0);
      return;
    }

  timeline = create_timeline (self);
  if (timeline == NULL)
    {
      tell (self, _("There is nothing left to go on with in that session. Start a new one."));
      g_signal_emit (self, signals[HOME], 0);
      return;
    }

  self->beginning = TRUE;
  /* The program does not end before all that was done is written. */
  g_application_hold (self->application);
  g_clear_object (&self->run);
  if (resumed)
    self->run = yf_run_new_resumed (store, clock, timeline, resumed, check_in, self->preferences);
  else
    self->run = yf_run_new (store, clock, timeline, check_in, self->preferences);
  g_signal_connect_object (self->run, "settled", G_CALLBACK (settled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (yf_run_get_player (self->run), "ended", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED);
  yf_run_begin_async (self->run, NULL, begin_cb, g_object_ref (self));
}

static void
start_cb (YfSessionWalk *self,
          const YfDose  *dose,
          GtkWidget     *page)
{
  YfExercisePage *from = YF_EXERCISE_PAGE (page);
  GArray *items = yf_session_items_new ();

  yf_session_items_add (items, yf_exercise_page_get_exercise (from), dose, yf_exercise_page_get_pace (from));
  yf_preparation_begin (self->preparation, items);
}

static void
rehearse_cb (YfSessionWalk *self,
             GtkWidget     *page)
{
  show (self, yf_rehearsal_page_new (self->person, self->preferences,
                                     yf_exercise_page_get_exercise (YF_EXERCISE_PAGE (page)),
                                     YF_REHEARSAL_AFTER_NOTHING), TRUE);
}

static void
several_cb (YfSessionWalk *self,
            YfRoutine     *routine)
{
  GArray *items = yf_session_items_new ();

  yf_session_items_add_routine (items, routine, 0);
  yf_preparation_begin (self->preparation, items);
}

static void
dispose (GObject *object)
{
  YfSessionWalk *self = YF_SESSION_WALK (object);

  if (self->preparation)
    g_object_run_dispose (G_OBJECT (self->preparation));
  g_clear_object (&self->preparation);
  g_clear_object (&self->run);
  g_clear_object (&self->preferences);
  g_clear_object (&self->person);

  G_OBJECT_CLASS (yf_session_walk_parent_class)->dispose (object);
}

static void
yf_session_walk_class_init (YfSessionWalkClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dispose;

  signals[PAGE] =
    g_signal_new ("page", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 2, GTK_TYPE_WIDGET, G_TYPE_BOOLEAN);
  signals[HOME] =
    g_signal_new ("home", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TOLD] =
    g_signal_new ("told", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[BEGUN] =
    g_signal_new ("begun", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ENDED] =
    g_signal_new ("ended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[QUIT] =
    g_signal_new ("quit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
yf_session_walk_init (YfSessionWalk *self)
{
}

/**
 * yf_session_walk_new:
 * @application: the program, which outlives the walk; it does not end before what was
 *   done is written
 * @person: whose sessions they are
 * @preferences: how they like them
 *
 * Disposed of, it asks for nothing more. A session under way is to be stopped first.
 *
 * Returns: (transfer full): a walk that has led nowhere yet
 */
YfSessionWalk *
yf_session_walk_new (GApplication  *application,
                     YfPerson      *person,
                     YfPreferences *preferences)
{
  YfSessionWalk *self = g_object_new (YF_TYPE_SESSION_WALK, NULL);

  self->application = application;
  self->person = g_object_ref (person);
  self->preferences = g_object_ref (preferences);
  self->preparation = yf_preparation_new (person, preferences);
  g_signal_connect_object (self->preparation, "page", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->preparation, "told", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->preparation, "ready", G_CALLBACK (begin), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * yf_session_walk_open:
 * @self: a walk
 * @exercise: an exercise
 *
 * Shows it, and from there a session may start.
 */
void
yf_session_walk_open (YfSessionWalk *self,
                      YfExercise    *exercise)
{
  GtkWidget *page;

  g_return_if_fail (YF_IS_SESSION_WALK (self));
  g_return_if_fail (exercise != NULL);

  page = yf_exercise_page_new (self->person, self->preferences, exercise);
  g_signal_connect_object (page, "start", G_CALLBACK (start_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "rehearse", G_CALLBACK (rehearse_cb), self, G_CONNECT_SWAPPED);
  show (self, page, TRUE);
}

/**
 * yf_session_walk_choose:
 * @self: a walk
 *
 * Shows what can be done today, so that several of them make up a session.
 */
void
yf_session_walk_choose (YfSessionWalk *self)
{
  GtkWidget *page;

  g_return_if_fail (YF_IS_SESSION_WALK (self));

  page = yf_several_page_new (self->person);
  g_signal_connect_object (page, "start", G_CALLBACK (several_cb), self, G_CONNECT_SWAPPED);
  show (self, page, TRUE);
}

/**
 * yf_session_walk_start:
 * @self: a walk
 * @exercise: an exercise
 * @dose: how much of it
 *
 * Goes straight to the check-in of an exercise.
 */
void
yf_session_walk_start (YfSessionWalk *self,
                       YfExercise    *exercise,
                       const YfDose  *dose)
{
  GArray *items;

  g_return_if_fail (YF_IS_SESSION_WALK (self));
  g_return_if_fail (exercise != NULL);
  g_return_if_fail (dose != NULL);

  items = yf_session_items_new ();
  yf_session_items_add (items, exercise, dose, NULL);
  yf_preparation_begin (self->preparation, items);
}

/**
 * yf_session_walk_start_today:
 * @self: a walk
 *
 * Goes to the check-in before the session that today holds, if it holds one. What its
 * answers leave of it is what is done.
 */
void
yf_session_walk_start_today (YfSessionWalk *self)
{
  YfToday *today;
  YfRoutine *routine;

  g_return_if_fail (YF_IS_SESSION_WALK (self));

  today = yf_person_get_plan (self->person);
  routine = today ? yf_day_plan_get_routine (yf_today_get_plan (today)) : NULL;
  if (routine == NULL || !yf_person_can_write (self->person) ||
      yf_day_plan_get_state (yf_today_get_plan (today)) == YF_DAY_DONE)
    return;

  yf_preparation_begin_today (self->preparation, routine);
}

/**
 * yf_session_walk_resume:
 * @self: a walk
 * @record: a session that was left or cut, from yf_store_dup_resumable()
 *
 * Goes to the check-in before a session is gone on with. What is left of it is
 * judged anew; what was done stays done.
 */
void
yf_session_walk_resume (YfSessionWalk   *self,
                        YfSessionRecord *record)
{
  g_autoptr (YfTimeline) timeline = NULL;
  GArray *items;

  g_return_if_fail (YF_IS_SESSION_WALK (self));
  g_return_if_fail (record != NULL);

  timeline = yf_session_record_dup_timeline (record, yf_person_get_catalogue (self->person), YF_COUNTING_PACE);
  if (timeline == NULL)
    return;

  items = yf_session_items_new ();
  yf_session_items_add_routine (items, yf_timeline_get_routine (timeline),
                                yf_timeline_get_segment (timeline, yf_timeline_get_first (timeline))->item);
  yf_preparation_begin_again (self->preparation, items, record);
}

/**
 * yf_session_walk_stop:
 * @self: a walk
 *
 * Stops the session under way, if there is one, without asking. It is saved.
 */
void
yf_session_walk_stop (YfSessionWalk *self)
{
  g_return_if_fail (YF_IS_SESSION_WALK (self));

  if (yf_session_walk_is_live (self))
    yf_player_stop (yf_run_get_player (self->run));
}

/**
 * yf_session_walk_is_live:
 * @self: a walk
 *
 * Returns: whether a session has begun and not ended
 */
gboolean
yf_session_walk_is_live (YfSessionWalk *self)
{
  g_return_val_if_fail (YF_IS_SESSION_WALK (self), FALSE);

  return self->run != NULL && yf_run_is_live (self->run);
}

/**
 * yf_session_walk_is_under_way:
 * @self: a walk
 *
 * Returns: whether a session is live, or what shows will soon make room for the next
 *   page towards it: nothing may come between
 */
gboolean
yf_session_walk_is_under_way (YfSessionWalk *self)
{
  g_return_val_if_fail (YF_IS_SESSION_WALK (self), FALSE);

  return self->beginning || yf_preparation_is_busy (self->preparation) || yf_session_walk_is_live (self);
}

/**
 * yf_session_walk_get_run:
 * @self: a walk
 *
 * Returns: (transfer none) (nullable): the last session, or %NULL before the first
 */
YfRun *
yf_session_walk_get_run (YfSessionWalk *self)
{
  g_return_val_if_fail (YF_IS_SESSION_WALK (self), NULL);

  return self->run;
}
