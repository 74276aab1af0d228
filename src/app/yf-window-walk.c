/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-check-in-page.h"
#include "yf-dose-plan.h"
#include "yf-emergency-page.h"
#include "yf-exercise-page.h"
#include "yf-hurt-page.h"
#include "yf-rehearsal-page.h"
#include "yf-resumption.h"
#include "yf-session-page.h"
#include "yf-several-page.h"
#include "yf-sound-check-page.h"
#include "yf-summary-page.h"
#include "yf-today-change-page.h"
#include "yf-verdict-page.h"
#include "yf-window-private.h"

/*
 * The way of a person through the window: exercises, check-in, verdicts,
 * rehearsal, session, "it hurts", summary. There is no other way into a session.
 */

static void
over_cb (YfRun        *run,
         GApplication *application)
{
  /* It can be over again, when a question is answered late. */
  g_signal_handlers_disconnect_by_func (run, over_cb, application);
  g_application_release (application);
  g_object_unref (run);
}

static void
settled_cb (YfWindow *self)
{
  /* The person, and with it the window, may be gone by the time the last word
   * is written. */
  if (self->person)
    yf_person_note_logged (self->person);
}

static void go_on_cb (YfWindow *self);

/* Pain in the middle of an exercise is a traffic light: clinical.md section 6. "It hurts"
 * has stopped everything; what the light allows of the rest is for the person to begin. */
static void
set_light (YfWindow      *self,
           YfSummaryPage *page)
{
  YfToday *today = yf_person_get_plan (self->person);
  YfProgramme *programme = today ? yf_today_get_programme (today) : NULL;
  YfDay day = yf_person_get_today (self->person);
  YfPainLight light = yf_programme_get_light (programme, day, self->stop_pain);
  g_autofree char *text = yf_programme_dup_light_text (programme, day, self->stop_pain);
  g_autoptr (GArray) left = yf_window_items_dup_left (self);
  gboolean go_on = self->stop_pain != YF_PAIN_UNANSWERED && light != YF_PAIN_LIGHT_STOP && left->len > 0;

  yf_summary_page_set_light (page, go_on || light == YF_PAIN_LIGHT_STOP ? text : NULL, go_on);
  g_signal_connect_object (page, "go-on", G_CALLBACK (go_on_cb), self, G_CONNECT_SWAPPED);
}

static void
show_summary (YfWindow *self)
{
  GtkWidget *page = yf_summary_page_new (self->run, self->person, self->check_in,
                                         G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));

  if (yf_player_get_state (yf_run_get_player (self->run)) == YF_PLAYER_HURT)
    set_light (self, YF_SUMMARY_PAGE (page));
  yf_window_replace (self, page);
}

static void
hurt_answered_cb (YfWindow   *self,
                  int         pain,
                  const char *site)
{
  self->stop_pain = pain;
  yf_run_answer_stop (self->run, pain, site);
}

static void
ended_cb (YfWindow *self)
{
  GtkWidget *page;

  yf_window_desktop_leave (self);
  self->stop_pain = YF_PAIN_UNANSWERED;
  if (yf_player_get_state (yf_run_get_player (self->run)) != YF_PLAYER_HURT)
    {
      show_summary (self);
      return;
    }

  page = yf_hurt_page_new (yf_run_get_item (self->run)->exercise);
  g_signal_connect_object (page, "answered", G_CALLBACK (hurt_answered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "done", G_CALLBACK (show_summary), self, G_CONNECT_SWAPPED);
  yf_window_replace (self, page);
}

static gboolean
close_cb (gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (user_data));
  return G_SOURCE_REMOVE;
}

static void
stop_cb (YfWindow *self,
         gboolean  quit)
{
  yf_player_stop (yf_run_get_player (self->run));
  /* Not before the question that was answered with it has gone: it belongs
   * to this window. */
  if (quit)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, close_cb, g_object_ref (self), g_object_unref);
}

static void
begin_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (YfWindow) self = user_data;
  YfRun *run = YF_RUN (source);
  g_autoptr (GtkApplication) application = g_steal_pointer (&self->holding);
  g_autoptr (GError) error = NULL;
  GtkWidget *page;

  self->beginning = FALSE;
  if (!yf_run_begin_finish (run, result, &error))
    {
      g_autofree char *message = NULL;

      /* Translators: %s says why */
      message = g_strdup_printf (_("The session could not start. %s"), error->message);
      g_application_release (G_APPLICATION (application));
      if (gtk_widget_get_realized (GTK_WIDGET (self)))
        {
          yf_window_notify (self, message);
          yf_window_go_home (self);
        }
      return;
    }

  g_signal_connect (g_object_ref (run), "over", G_CALLBACK (over_cb), application);

  if (!gtk_widget_get_realized (GTK_WIDGET (self)))
    {
      yf_player_stop (yf_run_get_player (run));
      return;
    }

  /* A session has one check-in, and this is another. */
  if (self->resumes)
    yf_person_log_check_in (self->person, self->check_in);
  yf_window_desktop_join (self);
  page = yf_session_page_new (run, self->person, self->preferences);
  g_signal_connect_object (page, "stop", G_CALLBACK (stop_cb), self, G_CONNECT_SWAPPED);
  yf_window_replace (self, page);
}

/* What is going to be done; NULL if there is no more to go on with. */
static YfTimeline *
create_timeline (YfWindow *self)
{
  YfCounting counting = yf_preferences_get_count_by_tap (self->preferences) ? YF_COUNTING_TAP : YF_COUNTING_PACE;
  g_autoptr (YfRoutine) routine = NULL;

  if (self->resumes)
    return yf_session_record_dup_timeline (self->resumes, yf_person_get_catalogue (self->person), counting);

  routine = yf_routine_new ((const YfRoutineItem *) self->items->data, self->items->len);
  return yf_timeline_new (routine, counting);
}

/* Whichever way a session came here, nothing in it is more than a programme allows,
 * even one that came since. A new session holds less then; what is gone on with is
 * as it was, or not at all. */
static gboolean
keep_within_limits (YfWindow *self)
{
  g_autofree char *message = NULL;

  for (guint i = 0; i < self->items->len; i++)
    {
      YfRoutineItem *item = &g_array_index (self->items, YfRoutineItem, i);
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
      if (self->resumes)
        {
          /* Translators: %s is a sentence that says why */
          g_autofree char *refusal = g_strdup_printf (_("That session cannot be gone on with. %s"),
                                                      message ? message : _("Start a new one."));

          yf_window_notify (self, refusal);
          return FALSE;
        }
    }

  if (message != NULL)
    yf_window_notify (self, message);
  return TRUE;
}

static void
begin (YfWindow *self)
{
  g_autoptr (YfTimeline) timeline = NULL;

  if (self->beginning)
    return;
  if (!keep_within_limits (self))
    {
      yf_window_go_home (self);
      return;
    }

  timeline = create_timeline (self);
  if (timeline == NULL)
    {
      yf_window_notify (self, _("There is nothing left to go on with in that session. Start a new one."));
      yf_window_go_home (self);
      return;
    }

  self->beginning = TRUE;
  /* The program does not end before all that was done is written. */
  self->holding = g_object_ref (gtk_window_get_application (GTK_WINDOW (self)));
  g_application_hold (G_APPLICATION (self->holding));
  g_clear_object (&self->run);
  if (self->resumes)
    self->run = yf_run_new_resumed (yf_person_get_store (self->person), yf_person_get_clock (self->person),
                                    timeline, self->resumes, self->check_in, self->preferences);
  else
    self->run = yf_run_new (yf_person_get_store (self->person), yf_person_get_clock (self->person),
                            timeline, self->check_in, self->preferences);
  g_signal_connect_object (self->run, "settled", G_CALLBACK (settled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (yf_run_get_player (self->run), "ended", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED);
  yf_run_begin_async (self->run, NULL, begin_cb, g_object_ref (self));
}

static void judge_next (YfWindow *self);

static void
accepted_cb (YfWindow *self)
{
  self->judged++;
  judge_next (self);
}

static void
left_out_cb (YfWindow *self)
{
  g_array_remove_index (self->items, self->judged);
  judge_next (self);
}

static void
refuse (YfWindow    *self,
        YfExercise  *exercise,
        YfJudgement *judgement)
{
  GtkWidget *page;

  if (yf_judgement_get_triage (judgement) == YF_TRIAGE_EMERGENCY)
    {
      page = yf_emergency_page_new ();
    }
  else
    {
      page = yf_verdict_page_new (exercise, judgement);
      /* What a sign forbids it forbids of all of them; and what is gone on with is one
       * session. */
      if (yf_judgement_get_triage (judgement) == YF_TRIAGE_NONE && self->items->len > 1 && self->resumes == NULL)
        {
          yf_verdict_page_offer_others (YF_VERDICT_PAGE (page));
          g_signal_connect_object (page, "understood", G_CALLBACK (left_out_cb), self, G_CONNECT_SWAPPED);
          yf_window_replace (self, page);
          return;
        }
    }

  yf_window_replace (self, page);
  yf_person_log_check_in (self->person, self->check_in);
}

static void rehearse_next (YfWindow *self);

static void
rehearsed_cb (YfWindow  *self,
              GtkWidget *page)
{
  yf_rehearsal_due_note (self->rehearsals, yf_rehearsal_page_get_exercise (YF_REHEARSAL_PAGE (page)),
                         yf_person_get_today (self->person));
  g_ptr_array_remove_index (self->due, 0);
  rehearse_next (self);
}

/* Whoever looks at a rehearsal may look at it until it is another day, or until
 * something else is in the log. */
static gboolean
is_still_permitted (YfWindow *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      YfExercise *exercise = g_array_index (self->items, YfRoutineItem, i).exercise;
      g_autoptr (GError) error = NULL;
      g_autoptr (YfJudgement) judgement = yf_person_judge (self->person, exercise, self->check_in, &error);

      if (judgement == NULL || !yf_judgement_permits (judgement))
        {
          self->judged = i;
          return FALSE;
        }
    }

  return TRUE;
}

static void
rehearse_next (YfWindow *self)
{
  GtkWidget *page;

  if (self->due->len == 0)
    {
      if (is_still_permitted (self))
        begin (self);
      else
        judge_next (self);
      return;
    }

  page = yf_rehearsal_page_new (self->person, self->preferences, g_ptr_array_index (self->due, 0),
                                self->due->len > 1 ? YF_REHEARSAL_AFTER_ANOTHER : YF_REHEARSAL_AFTER_SESSION);
  g_signal_connect_object (page, "ready", G_CALLBACK (rehearsed_cb), self, G_CONNECT_SWAPPED);
  yf_window_replace (self, page);
}

static void
due_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (YfWindow) self = user_data;
  GPtrArray *due = yf_rehearsal_due_find_finish (YF_REHEARSAL_DUE (source), result, NULL);

  g_assert (due != NULL);
  self->beginning = FALSE;
  g_clear_pointer (&self->due, g_ptr_array_unref);
  self->due = due;
  if (gtk_widget_get_realized (GTK_WIDGET (self)) && self->items)
    rehearse_next (self);
}

/* Shows each exercise that is new, sitting up, before the session with it. */
static void
rehearse (YfWindow *self)
{
  g_autoptr (GPtrArray) exercises = g_ptr_array_new ();

  if (self->beginning)
    return;

  if (self->resumes)
    {
      begin (self);
      return;
    }

  self->beginning = TRUE;
  if (self->rehearsals == NULL)
    self->rehearsals = yf_rehearsal_due_new (yf_person_get_store (self->person));
  for (guint i = 0; i < self->items->len; i++)
    g_ptr_array_add (exercises, g_array_index (self->items, YfRoutineItem, i).exercise);
  yf_rehearsal_due_find_async (self->rehearsals, exercises, yf_person_get_today (self->person), NULL,
                               due_cb, g_object_ref (self));
}

/* Before the first session that is to be heard: whether it is. */
static void
sound_due_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (YfWindow) self = user_data;
  gboolean due = yf_sound_check_page_is_due_finish (result);
  g_autoptr (YfOwnVoice) voice = NULL;
  GtkWidget *page;

  self->beginning = FALSE;
  if (!gtk_widget_get_realized (GTK_WIDGET (self)) || self->items == NULL)
    return;
  if (!due)
    {
      rehearse (self);
      return;
    }

  voice = yf_own_voice_new (self->person, self->preferences);
  page = yf_sound_check_page_new (self->preferences, voice, TRUE);
  g_signal_connect_object (page, "done", G_CALLBACK (rehearse), self, G_CONNECT_SWAPPED);
  yf_window_replace (self, page);
}

static void
check_sound (YfWindow *self)
{
  if (self->beginning)
    return;

  /* It was heard before, in what is gone on with. */
  if (self->resumes)
    {
      rehearse (self);
      return;
    }

  self->beginning = TRUE;
  yf_sound_check_page_is_due_async (self->preferences, sound_due_cb, g_object_ref (self));
}

/* Asks the rules about each exercise in turn, and goes on when all that is left is
 * permitted. */
static void
judge_next (YfWindow *self)
{
  while (self->judged < self->items->len)
    {
      YfExercise *exercise = g_array_index (self->items, YfRoutineItem, self->judged).exercise;
      g_autoptr (GError) error = NULL;
      g_autoptr (YfJudgement) judgement = yf_person_judge (self->person, exercise, self->check_in, &error);

      if (judgement == NULL)
        {
          yf_window_notify (self, error ? error->message : _("Your log cannot be read, so no session can start."));
          return;
        }
      if (!yf_judgement_permits (judgement))
        {
          refuse (self, exercise, judgement);
          return;
        }
      if (yf_judgement_get_verdict (judgement) != YF_VERDICT_ALLOWED)
        {
          GtkWidget *page = yf_verdict_page_new (exercise, judgement);

          g_signal_connect_object (page, "understood", G_CALLBACK (accepted_cb), self, G_CONNECT_SWAPPED);
          yf_window_replace (self, page);
          return;
        }
      self->judged++;
    }

  check_sound (self);
}

static const YfDayOmission *
find_omission (YfDayPlan  *plan,
               YfExercise *exercise)
{
  GPtrArray *omissions = yf_day_plan_get_omissions (plan);

  for (guint i = 0; i < omissions->len; i++)
    {
      const YfDayOmission *omission = g_ptr_array_index (omissions, i);

      if (g_str_equal (yf_exercise_get_id (omission->exercise), yf_exercise_get_id (exercise)))
        return omission;
    }

  return NULL;
}

/* What is left shows below what is not, and can be gone on with. */
static void
show_change (YfWindow  *self,
             GtkWidget *page,
             gboolean   go_on)
{
  for (guint i = 0; go_on && i < self->items->len; i++)
    {
      const YfRoutineItem *item = &g_array_index (self->items, YfRoutineItem, i);

      yf_today_change_page_add_left (YF_TODAY_CHANGE_PAGE (page), item->exercise, &item->dose);
    }
  g_signal_connect_object (page, "go-on", G_CALLBACK (judge_next), self, G_CONNECT_SWAPPED);
  yf_window_replace (self, page);
  if (!go_on || self->items->len == 0)
    yf_person_log_check_in (self->person, self->check_in);
}

/* A sign says itself that nothing is left. */
static gboolean
refuse_for_sign (YfWindow   *self,
                 YfExercise *exercise)
{
  g_autoptr (YfJudgement) judgement = yf_person_judge (self->person, exercise, self->check_in, NULL);

  if (judgement == NULL || yf_judgement_get_triage (judgement) == YF_TRIAGE_NONE)
    return FALSE;

  refuse (self, exercise, judgement);
  return TRUE;
}

/* What today holds now that the answers are known. */
static void
planned_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (YfWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YfToday) today = yf_person_plan_finish (YF_PERSON (source), result, &error);
  g_autoptr (GPtrArray) planned = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_exercise_unref);
  gboolean same = TRUE;
  YfDayPlan *plan;
  GtkWidget *page;

  self->beginning = FALSE;
  if (!gtk_widget_get_realized (GTK_WIDGET (self)) || self->items == NULL)
    return;
  if (today == NULL)
    {
      yf_window_notify (self, error->message);
      return;
    }

  for (guint i = 0; i < self->items->len; i++)
    g_ptr_array_add (planned, yf_exercise_ref (g_array_index (self->items, YfRoutineItem, i).exercise));
  plan = yf_today_get_plan (today);
  yf_window_items_clear (self);
  if (yf_day_plan_get_routine (plan) != NULL)
    yf_window_items_add_routine (self, yf_day_plan_get_routine (plan));
  for (guint i = 0; i < planned->len; i++)
    same = same && yf_window_items_has (self, g_ptr_array_index (planned, i));
  if (same)
    {
      judge_next (self);
      return;
    }
  if (self->items->len == 0 && refuse_for_sign (self, g_ptr_array_index (planned, 0)))
    return;

  page = yf_today_change_page_new (yf_day_plan_get_state (plan) == YF_DAY_FLARE);
  for (guint i = 0; i < planned->len; i++)
    {
      YfExercise *exercise = g_ptr_array_index (planned, i);
      const YfDayOmission *omission = find_omission (plan, exercise);

      if (!yf_window_items_has (self, exercise))
        yf_today_change_page_add_out (YF_TODAY_CHANGE_PAGE (page), exercise,
                                      omission ? omission->why : _("It has no place in the plan as it is now."));
    }
  show_change (self, page, TRUE);
}

static gboolean
is_suspended (YfToday    *today,
              YfExercise *exercise)
{
  GPtrArray *suspended = yf_today_get_suspended (today);

  for (guint i = 0; i < suspended->len; i++)
    if (g_str_equal (g_ptr_array_index (suspended, i), yf_exercise_get_id (exercise)))
      return TRUE;

  return FALSE;
}

/* What the plan keeps closed beyond the safety table stays closed also where the
 * person has chosen it: clinical.md section 6. */
static void
leave_out_closed (YfWindow *self)
{
  YfToday *today = yf_person_get_plan (self->person);
  GtkWidget *page = NULL;
  gboolean flare;

  if (today == NULL)
    {
      judge_next (self);
      return;
    }

  flare = yf_day_plan_get_flare_days (yf_today_get_plan (today)) > 0 ||
          yf_history_is_flare (yf_today_get_history (today), yf_today_get_day (today),
                               yf_check_in_get_pain_back (self->check_in),
                               yf_check_in_get_pain_leg (self->check_in));
  for (guint i = 0; i < self->items->len; )
    {
      g_autoptr (YfExercise) exercise = yf_exercise_ref (g_array_index (self->items, YfRoutineItem, i).exercise);
      gboolean suspended = is_suspended (today, exercise);

      if (!suspended && (!flare || yf_exercise_get_group (exercise) == YF_GROUP_BREATHING))
        {
          i++;
          continue;
        }
      if (page == NULL && refuse_for_sign (self, exercise))
        return;
      if (page == NULL)
        page = yf_today_change_page_new (flare);
      yf_today_change_page_add_out (YF_TODAY_CHANGE_PAGE (page), exercise,
                                    suspended ? _("It hurt twice in a row, so it stays out until it has been looked at again.")
                                              : _("No training during a flare."));
      g_array_remove_index (self->items, i);
    }

  /* What is gone on with is one session. */
  if (page != NULL)
    show_change (self, page, self->resumes == NULL);
  else
    judge_next (self);
}

static void
answered_cb (YfWindow        *self,
             const YfCheckIn *check_in)
{
  if (self->beginning)
    return;

  g_clear_pointer (&self->check_in, yf_check_in_free);
  self->check_in = yf_check_in_copy (check_in);
  self->judged = 0;
  if (self->todays)
    {
      self->beginning = TRUE;
      yf_person_plan_async (self->person, check_in, NULL, planned_cb, g_object_ref (self));
    }
  else
    {
      leave_out_closed (self);
    }
}

static void
morning_cb (YfWindow *self,
            int       morning)
{
  if (self->earlier)
    yf_person_set_morning (self->person, self->earlier->id, (YfMorning) morning);
}

static void
skipped_cb (YfWindow *self)
{
  if (self->earlier == NULL)
    return;
  g_free (self->skipped);
  self->skipped = g_strdup (self->earlier->id);
}

/* Whether there is a morning to ask about. Where that cannot be read, it is
 * not asked: the check-in itself says what is wrong with the log. */
static void
find_earlier (YfWindow *self)
{
  g_clear_pointer (&self->earlier, yf_session_record_unref);
  self->earlier = yf_person_dup_unasked_morning (self->person, NULL);
  if (self->earlier && g_strcmp0 (self->earlier->id, self->skipped) == 0)
    g_clear_pointer (&self->earlier, yf_session_record_unref);
}

/* The check-in, before whatever is in the items. */
static void
check_in (YfWindow *self)
{
  GtkWidget *page;

  find_earlier (self);
  page = yf_check_in_page_new (yf_person_get_catalogue (self->person), self->earlier);
  g_signal_connect_object (page, "morning", G_CALLBACK (morning_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "skipped", G_CALLBACK (skipped_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  yf_window_push (self, page);
  yf_sound_check_page_expect (self->preferences);
}

/* Another session, with a check-in of its own: whoever has just had pain is asked anew. */
static void
go_on_cb (YfWindow *self)
{
  g_autoptr (GArray) left = yf_window_items_dup_left (self);

  yf_window_items_clear (self);
  g_clear_pointer (&self->items, g_array_unref);
  self->items = g_steal_pointer (&left);
  check_in (self);
}

/**
 * yf_window_walk_start:
 *
 * Goes straight to the check-in of an exercise.
 */
void
yf_window_walk_start (YfWindow     *self,
                      YfExercise   *exercise,
                      const YfDose *dose)
{
  yf_window_items_clear (self);
  yf_window_items_add (self, exercise, dose, NULL);
  check_in (self);
}

static void
start_cb (YfWindow     *self,
          const YfDose *dose,
          GtkWidget    *page)
{
  YfExercisePage *from = YF_EXERCISE_PAGE (page);

  yf_window_items_clear (self);
  yf_window_items_add (self, yf_exercise_page_get_exercise (from), dose, yf_exercise_page_get_pace (from));
  check_in (self);
}

static void
rehearse_cb (YfWindow  *self,
             GtkWidget *page)
{
  yf_window_push (self, yf_rehearsal_page_new (self->person, self->preferences,
                                               yf_exercise_page_get_exercise (YF_EXERCISE_PAGE (page)),
                                               YF_REHEARSAL_AFTER_NOTHING));
}

static void
several_cb (YfWindow  *self,
            YfRoutine *routine)
{
  yf_window_items_clear (self);
  yf_window_items_add_routine (self, routine);
  check_in (self);
}

/**
 * yf_window_walk_today:
 * @self: a window
 *
 * Goes to the check-in before the session that today holds. What its answers leave
 * of it is what is done.
 */
void
yf_window_walk_today (YfWindow *self)
{
  YfToday *today = yf_person_get_plan (self->person);
  YfRoutine *routine = today ? yf_day_plan_get_routine (yf_today_get_plan (today)) : NULL;

  if (routine == NULL || !yf_person_can_write (self->person) ||
      yf_day_plan_get_state (yf_today_get_plan (today)) == YF_DAY_DONE)
    return;

  yf_window_items_clear (self);
  self->todays = TRUE;
  yf_window_items_add_routine (self, routine);
  check_in (self);
}

/**
 * yf_window_walk_choose:
 *
 * Shows what can be done today, so that several of them make up a session.
 */
void
yf_window_walk_choose (YfWindow *self)
{
  GtkWidget *page = yf_several_page_new (self->person);

  g_signal_connect_object (page, "start", G_CALLBACK (several_cb), self, G_CONNECT_SWAPPED);
  yf_window_push (self, page);
}

/**
 * yf_window_walk_open:
 *
 * Shows an exercise, from which a session may start.
 */
void
yf_window_walk_open (YfWindow   *self,
                     YfExercise *exercise)
{
  GtkWidget *page = yf_exercise_page_new (self->person, self->preferences, exercise);

  g_signal_connect_object (page, "start", G_CALLBACK (start_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "rehearse", G_CALLBACK (rehearse_cb), self, G_CONNECT_SWAPPED);
  yf_window_push (self, page);
}

/**
 * yf_window_walk_resume:
 * @record: a session that was left or cut, from yf_store_dup_resumable()
 *
 * Goes to the check-in before a session is gone on with. What is left of it is
 * judged anew; what was done stays done.
 */
void
yf_window_walk_resume (YfWindow        *self,
                       YfSessionRecord *record)
{
  g_autoptr (YfTimeline) timeline = yf_session_record_dup_timeline (record, yf_person_get_catalogue (self->person),
                                                                    YF_COUNTING_PACE);
  YfRoutine *routine;

  if (timeline == NULL)
    return;

  routine = yf_timeline_get_routine (timeline);
  yf_window_items_clear (self);
  self->resumes = yf_session_record_ref (record);
  for (guint i = yf_timeline_get_segment (timeline, yf_timeline_get_first (timeline))->item;
       i < yf_routine_get_n_items (routine); i++)
    {
      const YfRoutineItem *item = yf_routine_get_item (routine, i);

      yf_window_items_add (self, item->exercise, &item->dose, &item->pace);
    }
  check_in (self);
}

/* Whether "back" may lead out of the page that shows. */
gboolean
yf_window_walk_back (YfWindow *self)
{
  return !self->beginning && (self->run == NULL || !yf_run_is_live (self->run));
}

/* Whether the window may close now; if not, asks. */
gboolean
yf_window_walk_leave (YfWindow *self)
{
  GtkWidget *page = yf_window_get_page (self);

  if (self->run == NULL || !yf_run_is_live (self->run))
    return TRUE;
  if (YF_IS_SESSION_PAGE (page))
    yf_session_page_ask_stop (YF_SESSION_PAGE (page), TRUE);
  return FALSE;
}

void
yf_window_walk_clear (YfWindow *self)
{
  yf_window_desktop_leave (self);
  g_clear_object (&self->run);
  g_clear_object (&self->rehearsals);
  g_clear_pointer (&self->due, g_ptr_array_unref);
  g_clear_pointer (&self->resumes, yf_session_record_unref);
  g_clear_pointer (&self->items, g_array_unref);
  g_clear_pointer (&self->check_in, yf_check_in_free);
  g_clear_pointer (&self->earlier, yf_session_record_unref);
  g_clear_pointer (&self->skipped, g_free);
}

/**
 * yf_window_stop_session:
 *
 * Stops the session under way, if there is one, without asking, and saves it.
 */
void
yf_window_stop_session (YfWindow *self)
{
  g_return_if_fail (YF_IS_WINDOW (self));

  if (self->run && yf_run_is_live (self->run))
    yf_player_stop (yf_run_get_player (self->run));
}

/**
 * yf_window_is_in_session:
 * @self: a window
 *
 * Returns: whether a session is under way, or about to be
 */
gboolean
yf_window_is_in_session (YfWindow *self)
{
  g_return_val_if_fail (YF_IS_WINDOW (self), FALSE);

  return self->beginning || (self->run && yf_run_is_live (self->run));
}
