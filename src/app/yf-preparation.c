/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-check-in-page.h"
#include "yf-emergency-page.h"
#include "yf-preparation.h"
#include "yf-rehearsal-due.h"
#include "yf-rehearsal-page.h"
#include "yf-session-items.h"
#include "yf-sound-check-page.h"
#include "yf-today-change-page.h"
#include "yf-verdict-page.h"

struct _YfPreparation
{
  GObject parent_instance;

  YfPerson        *person;
  YfPreferences   *preferences;

  GArray          *items;      /* YfRoutineItem: what is to be done; NULL before the first time, and when given up */
  guint            judged;     /* how many of them the rules permit */
  YfExercise      *asked;      /* the one the person was told something about last, or NULL */
  gboolean         todays;     /* they are the plan of today */
  YfSessionRecord *resumes;    /* the session that is gone on with, or NULL */
  YfSessionRecord *earlier;    /* the morning after it is asked about, or NULL */
  char            *skipped;    /* the session whose morning was not to be asked about, or NULL */
  YfCheckIn       *check_in;
  YfRehearsalDue  *rehearsals; /* NULL before the first was looked for */
  GPtrArray       *due;        /* YfExercise: what is still to be rehearsed, or NULL */
  gboolean         busy;       /* something is being found out */
};

G_DEFINE_FINAL_TYPE (YfPreparation, yf_preparation, G_TYPE_OBJECT)

enum
{
  PAGE,
  TOLD,
  READY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show (YfPreparation *self,
      GtkWidget     *page,
      gboolean       over)
{
  g_signal_emit (self, signals[PAGE], 0, page, over);
}

static void
tell (YfPreparation *self,
      const char    *message)
{
  g_signal_emit (self, signals[TOLD], 0, message);
}

static void judge_next (YfPreparation *self);

/* Where the next cannot be judged the page stays, and is answered again: not for the
 * next. */
static gboolean
is_asked (YfPreparation *self)
{
  return self->judged < self->items->len &&
         g_array_index (self->items, YfRoutineItem, self->judged).exercise == self->asked;
}

static void
accepted_cb (YfPreparation *self)
{
  if (is_asked (self))
    self->judged++;
  judge_next (self);
}

static void
left_out_cb (YfPreparation *self)
{
  if (is_asked (self))
    g_array_remove_index (self->items, self->judged);
  judge_next (self);
}

static void
show_verdict (YfPreparation *self,
              GtkWidget     *page,
              YfExercise    *exercise)
{
  yf_exercise_ref (exercise);
  g_clear_pointer (&self->asked, yf_exercise_unref);
  self->asked = exercise;
  show (self, page, FALSE);
}

static void
refuse (YfPreparation *self,
        YfExercise    *exercise,
        YfJudgement   *judgement)
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
          show_verdict (self, page, exercise);
          return;
        }
    }

  show (self, page, FALSE);
  yf_person_log_check_in (self->person, self->check_in);
}

static void rehearse_next (YfPreparation *self);

static void
rehearsed_cb (YfPreparation *self,
              GtkWidget     *page)
{
  if (self->due->len == 0)
    return;

  yf_rehearsal_due_note (self->rehearsals, yf_rehearsal_page_get_exercise (YF_REHEARSAL_PAGE (page)),
                         yf_person_get_today (self->person));
  g_ptr_array_remove_index (self->due, 0);
  rehearse_next (self);
}

/* Whoever looks at a rehearsal may look at it until it is another day, or until
 * something else is in the log. */
static gboolean
is_still_permitted (YfPreparation *self)
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
rehearse_next (YfPreparation *self)
{
  GtkWidget *page;

  if (self->due->len == 0)
    {
      if (is_still_permitted (self))
        g_signal_emit (self, signals[READY], 0);
      else
        judge_next (self);
      return;
    }

  page = yf_rehearsal_page_new (self->person, self->preferences, g_ptr_array_index (self->due, 0),
                                self->due->len > 1 ? YF_REHEARSAL_AFTER_ANOTHER : YF_REHEARSAL_AFTER_SESSION);
  g_signal_connect_object (page, "ready", G_CALLBACK (rehearsed_cb), self, G_CONNECT_SWAPPED);
  show (self, page, FALSE);
}

static void
due_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (YfPreparation) self = user_data;
  GPtrArray *due = yf_rehearsal_due_find_finish (YF_REHEARSAL_DUE (source), result, NULL);

  g_assert (due != NULL);
  self->busy = FALSE;
  g_clear_pointer (&self->due, g_ptr_array_unref);
  self->due = due;
  if (self->items != NULL)
    rehearse_next (self);
}

/* Shows each exercise that is new, sitting up, before the session with it. */
static void
rehearse (YfPreparation *self)
{
  g_autoptr (GPtrArray) exercises = g_ptr_array_new ();

  if (self->busy)
    return;

  if (self->resumes)
    {
      g_signal_emit (self, signals[READY], 0);
      return;
    }

  self->busy = TRUE;
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
  g_autoptr (YfPreparation) self = user_data;
  gboolean due = yf_sound_check_page_is_due_finish (result);
  g_autoptr (YfOwnVoice) voice = NULL;
  GtkWidget *page;

  self->busy = FALSE;
  if (self->items == NULL)
    return;
  if (!due)
    {
      rehearse (self);
      return;
    }

  voice = yf_own_voice_new (self->person, self->preferences);
  page = yf_sound_check_page_new (self->preferences, voice, TRUE);
  g_signal_connect_object (page, "done", G_CALLBACK (rehearse), self, G_CONNECT_SWAPPED);
  show (self, page, FALSE);
}

static void
check_sound (YfPreparation *self)
{
  if (self->busy)
    return;

  /* It was heard before, in what is gone on with. */
  if (self->resumes)
    {
      rehearse (self);
      return;
    }

  self->busy = TRUE;
  yf_sound_check_page_is_due_async (self->preferences, sound_due_cb, g_object_ref (self));
}

/* Asks the rules about each exercise in turn, and goes on when all that is left is
 * permitted. */
static void
judge_next (YfPreparation *self)
{
  while (self->judged < self->items->len)
    {
      YfExercise *exercise = g_array_index (self->items, YfRoutineItem, self->judged).exercise;
      g_autoptr (GError) error = NULL;
      g_autoptr (YfJudgement) judgement = yf_person_judge (self->person, exercise, self->check_in, &error);

      if (judgement == NULL)
        {
          tell (self, error ? error->message : _("Your log cannot be read, so no session can start."));
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
          show_verdict (self, page, exercise);
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
show_change (YfPreparation *self,
             GtkWidget     *page,
             gboolean       go_on)
{
  for (guint i = 0; go_on && i < self->items->len; i++)
    {
      const YfRoutineItem *item = &g_array_index (self->items, YfRoutineItem, i);

      yf_today_change_page_add_left (YF_TODAY_CHANGE_PAGE (page), item->exercise, &item->dose);
    }
  g_signal_connect_object (page, "go-on", G_CALLBACK (judge_next), self, G_CONNECT_SWAPPED);
  show (self, page, FALSE);
  if (!go_on || self->items->len == 0)
    yf_person_log_check_in (self->person, self->check_in);
}

/* A sign says itself that nothing is left. */
static gboolean
refuse_for_sign (YfPreparation *self,
                 YfExercise    *exercise)
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
  g_autoptr (YfPreparation) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YfToday) today = yf_person_plan_finish (YF_PERSON (source), result, &error);
  g_autoptr (GPtrArray) planned = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_exercise_unref);
  gboolean same = TRUE;
  YfDayPlan *plan;
  GtkWidget *page;

  self->busy = FALSE;
  if (self->items == NULL)
    return;
  if (today == NULL)
    {
      tell (self, error->message);
      return;
    }

  for (guint i = 0; i < self->items->len; i++)
    g_ptr_array_add (planned, yf_exercise_ref (g_array_index (self->items, YfRoutineItem, i).exercise));
  plan = yf_today_get_plan (today);
  g_array_set_size (self->items, 0);
  if (yf_day_plan_get_routine (plan) != NULL)
    yf_session_items_add_routine (self->items, yf_day_plan_get_routine (plan), 0);
  for (guint i = 0; i < planned->len; i++)
    same = same && yf_session_items_has (self->items, g_ptr_array_index (planned, i));
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

      if (!yf_session_items_has (self->items, exercise))
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
leave_out_closed (YfPreparation *self)
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
answered_cb (YfPreparation   *self,
             const YfCheckIn *check_in)
{
  if (self->busy)
    return;

  g_clear_pointer (&self->check_in, yf_check_in_free);
  self->check_in = yf_check_in_copy (check_in);
  self->judged = 0;
  if (self->todays)
    {
      self->busy = TRUE;
      yf_person_plan_async (self->person, check_in, NULL, planned_cb, g_object_ref (self));
    }
  else
    {
      leave_out_closed (self);
    }
}

static void
morning_cb (YfPreparation *self,
            int            morning)
{
  if (self->earlier)
    yf_person_set_morning (self->person, self->earlier->id, (YfMorning) morning);
}

static void
skipped_cb (YfPreparation *self)
{
  if (self->earlier == NULL)
    return;
  g_free (self->skipped);
  self->skipped = g_strdup (self->earlier->id);
}

/* Whether there is a morning to ask about. Where that cannot be read, it is
 * not asked: the check-in itself says what is wrong with the log. */
static void
find_earlier (YfPreparation *self)
{
  g_clear_pointer (&self->earlier, yf_session_record_unref);
  self->earlier = yf_person_dup_unasked_morning (self->person, NULL);
  if (self->earlier && g_strcmp0 (self->earlier->id, self->skipped) == 0)
    g_clear_pointer (&self->earlier, yf_session_record_unref);
}

/* The check-in, before whatever is in the items. */
static void
check_in (YfPreparation *self)
{
  GtkWidget *page;

  find_earlier (self);
  page = yf_check_in_page_new (yf_person_get_catalogue (self->person), self->earlier);
  g_signal_connect_object (page, "morning", G_CALLBACK (morning_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "skipped", G_CALLBACK (skipped_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  show (self, page, TRUE);
  yf_sound_check_page_expect (self->preferences);
}

static void
begin (YfPreparation   *self,
       GArray          *items,
       gboolean         todays,
       YfSessionRecord *resumes)
{
  g_clear_pointer (&self->items, g_array_unref);
  self->items = items;
  self->todays = todays;
  g_clear_pointer (&self->resumes, yf_session_record_unref);
  self->resumes = resumes ? yf_session_record_ref (resumes) : NULL;
  check_in (self);
}

static void
dispose (GObject *object)
{
  YfPreparation *self = YF_PREPARATION (object);

  g_clear_pointer (&self->items, g_array_unref);
  g_clear_pointer (&self->asked, yf_exercise_unref);
  g_clear_pointer (&self->due, g_ptr_array_unref);
  g_clear_pointer (&self->resumes, yf_session_record_unref);
  g_clear_pointer (&self->earlier, yf_session_record_unref);
  g_clear_object (&self->rehearsals);
  g_clear_object (&self->preferences);
  g_clear_object (&self->person);

  G_OBJECT_CLASS (yf_preparation_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  YfPreparation *self = YF_PREPARATION (object);

  g_clear_pointer (&self->check_in, yf_check_in_free);
  g_clear_pointer (&self->skipped, g_free);

  G_OBJECT_CLASS (yf_preparation_parent_class)->finalize (object);
}

static void
yf_preparation_class_init (YfPreparationClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dispose;
  G_OBJECT_CLASS (klass)->finalize = finalize;

  signals[PAGE] =
    g_signal_new ("page", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 2, GTK_TYPE_WIDGET, G_TYPE_BOOLEAN);
  signals[TOLD] =
    g_signal_new ("told", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[READY] =
    g_signal_new ("ready", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
yf_preparation_init (YfPreparation *self)
{
}

/**
 * yf_preparation_new:
 * @person: who wants to do something
 * @preferences: how they like it
 *
 * Disposed of, it shows nothing more, whatever it was finding out.
 *
 * Returns: (transfer full): a preparation that has not begun
 */
YfPreparation *
yf_preparation_new (YfPerson      *person,
                    YfPreferences *preferences)
{
  YfPreparation *self = g_object_new (YF_TYPE_PREPARATION, NULL);

  self->person = g_object_ref (person);
  self->preferences = g_object_ref (preferences);

  return self;
}

/**
 * yf_preparation_begin:
 * @self: a preparation that is not busy
 * @items: (transfer full) (element-type YfRoutineItem): what the person has chosen, from
 *   yf_session_items_new()
 *
 * Asks how the person is, and goes on from there.
 */
void
yf_preparation_begin (YfPreparation *self,
                      GArray        *items)
{
  g_return_if_fail (YF_IS_PREPARATION (self));
  g_return_if_fail (items != NULL);

  begin (self, items, FALSE, NULL);
}

/**
 * yf_preparation_begin_today:
 * @self: a preparation that is not busy
 * @routine: what today holds
 *
 * As yf_preparation_begin(). What the answers leave of today is what is done.
 */
void
yf_preparation_begin_today (YfPreparation *self,
                            YfRoutine     *routine)
{
  GArray *items;

  g_return_if_fail (YF_IS_PREPARATION (self));
  g_return_if_fail (routine != NULL);

  items = yf_session_items_new ();
  yf_session_items_add_routine (items, routine, 0);
  begin (self, items, TRUE, NULL);
}

/**
 * yf_preparation_begin_again:
 * @self: a preparation that is not busy
 * @items: (transfer full) (element-type YfRoutineItem): what is left of @record
 * @record: a session that was left or cut
 *
 * As yf_preparation_begin(), but nothing of it is left out, since it is one session;
 * and it has been heard and seen before.
 */
void
yf_preparation_begin_again (YfPreparation   *self,
                            GArray          *items,
                            YfSessionRecord *record)
{
  g_return_if_fail (YF_IS_PREPARATION (self));
  g_return_if_fail (items != NULL);
  g_return_if_fail (record != NULL);

  begin (self, items, FALSE, record);
}

/**
 * yf_preparation_is_busy:
 * @self: a preparation
 *
 * Returns: whether something is being found out that will show another page
 */
gboolean
yf_preparation_is_busy (YfPreparation *self)
{
  g_return_val_if_fail (YF_IS_PREPARATION (self), FALSE);

  return self->busy;
}

/**
 * yf_preparation_get_items:
 * @self: a preparation that has begun
 *
 * Returns: (transfer none) (element-type YfRoutineItem): what is still in it
 */
GArray *
yf_preparation_get_items (YfPreparation *self)
{
  g_return_val_if_fail (YF_IS_PREPARATION (self), NULL);

  return self->items;
}

/**
 * yf_preparation_get_resumed:
 * @self: a preparation
 *
 * Returns: (transfer none) (nullable): the session that is gone on with
 */
YfSessionRecord *
yf_preparation_get_resumed (YfPreparation *self)
{
  g_return_val_if_fail (YF_IS_PREPARATION (self), NULL);

  return self->resumes;
}

/**
 * yf_preparation_get_check_in:
 * @self: a preparation
 *
 * Returns: (transfer none) (nullable): what was answered, once it was
 */
const YfCheckIn *
yf_preparation_get_check_in (YfPreparation *self)
{
  g_return_val_if_fail (YF_IS_PREPARATION (self), NULL);

  return self->check_in;
}
