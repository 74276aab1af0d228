/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-after-form.h"
#include "yf-after-keeper.h"
#include "yf-page.h"
#include "yf-rows.h"
#include "yf-summary-page.h"
#include "yf-text.h"

/**
 * YfSummaryPage:
 *
 * Says what was done, and asks how it was. Each answer is written down when it
 * is given; nothing has to be answered.
 */

struct _YfSummaryPage
{
  AdwBin parent_instance;

  GtkImage            *icon;
  GtkLabel            *title;
  GtkLabel            *total;
  GtkWidget           *light_box;
  GtkLabel            *light;
  GtkWidget           *go_on;
  AdwPreferencesGroup *sets;
  GtkLabel            *saved;
  GtkWidget           *try_again;
  YfAfterForm         *after;
  GtkWidget           *advice_box;
  GtkLabel            *advice;
  GtkLabel            *advice_source;
  GtkWidget           *done;

  YfRun               *run;
  YfPerson            *person;
  YfCheckIn           *check_in;
  YfAfterKeeper       *keeper;
  guint                typing;   /* source id: until the note is written */
};

static void page_init (YfPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (YfSummaryPage, yf_summary_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (YF_TYPE_PAGE, page_init))

enum
{
  GO_ON,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* How long nothing is typed before a note is written. */
#define TYPING_MS 700

/* A rise that counts: two points (clinical.md section 6, Yanfei's own). */
#define RISE 2

/* From here on it is a flare (likewise). */
#define FLARE 7

static void
update_saved (YfSummaryPage *self)
{
  guint n_lost = yf_run_get_n_lost (self->run);
  const GError *error = yf_after_keeper_get_error (self->keeper);
  g_autofree char *text = NULL;

  if (!yf_run_get_settled (self->run) || yf_after_keeper_is_busy (self->keeper) || self->typing != 0)
    text = g_strdup (_("Saving…"));
  else if (error)
    /* Translators: %s is a sentence that says why */
    text = g_strdup_printf (_("Your answers could not be saved. %s"), error->message);
  else if (n_lost == 0 && yf_after_keeper_has_kept (self->keeper))
    text = g_strdup (_("Everything is saved in your history, and so are your answers."));
  else if (n_lost == 0)
    text = g_strdup (_("Everything is saved in your history."));
  else
    /* Translators: %u is how many entries, such as repetitions, are missing from the log */
    text = g_strdup_printf (ngettext ("%u entry could not be saved and is missing from your history.",
                                      "%u entries could not be saved and are missing from your history.", n_lost),
                            n_lost);
  gtk_label_set_label (self->saved, text);
  gtk_widget_set_visible (self->try_again, error != NULL);
}

static gboolean
has_risen (int before,
           int after)
{
  return before != YF_PAIN_UNANSWERED && after != YF_PAIN_UNANSWERED && after - before >= RISE;
}

/* What pain that rose calls for. */
static void
update_advice (YfSummaryPage *self,
               const YfAfter *after)
{
  const char *text = NULL;

  if (MAX (after->pain_back, after->pain_leg) >= FLARE)
    text = _("This is a lot of pain. Do not train any more today. Change your position now and then, and get up gently for a short while. If the pain does not ease, or a warning sign comes, see a doctor.");
  else if (self->check_in &&
           (has_risen (yf_check_in_get_pain_back (self->check_in), after->pain_back) ||
            has_risen (yf_check_in_get_pain_leg (self->check_in), after->pain_leg)))
    text = _("Your pain has risen by 2 or more. Leave it at this for today, and do less the next time: fewer repetitions, or a shorter hold. If it rises again, ask whoever treats you.");

  gtk_label_set_label (self->advice, text ? text : "");
  gtk_widget_set_visible (self->advice_box, text != NULL);
}

static void
keep (YfSummaryPage *self)
{
  g_autoptr (YfAfter) after = yf_after_form_dup_after (self->after,
                                                       yf_clock_get_real (yf_person_get_clock (self->person)));

  g_clear_handle_id (&self->typing, g_source_remove);
  yf_after_keeper_keep (self->keeper, after);
  update_advice (self, after);
}

static gboolean
typed_enough_cb (gpointer user_data)
{
  YfSummaryPage *self = user_data;

  self->typing = 0;
  keep (self);

  return G_SOURCE_REMOVE;
}

static void
typed_cb (YfSummaryPage *self)
{
  g_clear_handle_id (&self->typing, g_source_remove);
  self->typing = g_timeout_add (TYPING_MS, typed_enough_cb, self);
  update_saved (self);
}

static void
try_again_cb (YfSummaryPage *self)
{
  gtk_widget_grab_focus (self->done);
  yf_after_keeper_try_again (self->keeper);
}

static void
go_on_cb (YfSummaryPage *self)
{
  g_signal_emit (self, signals[GO_ON], 0);
}

static void
add_set (YfSummaryPage *self,
         guint          item,
         YfSide         side,
         int            set)
{
  int planned = yf_routine_get_item (yf_run_get_routine (self->run), item)->dose.reps;
  int done = yf_run_count_reps (self->run, item, side, set);
  g_autofree char *title = NULL;
  g_autofree char *reps = NULL;

  if (side == YF_SIDE_LEFT)
    /* Translators: %d is the number of a set done with the left side of the body */
    title = g_strdup_printf (_("Set %d, left"), set);
  else if (side == YF_SIDE_RIGHT)
    /* Translators: %d is the number of a set done with the right side of the body */
    title = g_strdup_printf (_("Set %d, right"), set);
  else
    /* Translators: %d is the number of a set */
    title = g_strdup_printf (_("Set %d"), set);
  /* Translators: repetitions done and repetitions planned */
  reps = g_strdup_printf (ngettext ("%d of %d repetition", "%d of %d repetitions", planned), done, planned);
  adw_preferences_group_add (self->sets, yf_rows_new_plain (title, reps));
}

static int
count_planned (const YfRoutineItem *item)
{
  return item->dose.sets * item->dose.reps * (yf_exercise_get_two_sided (item->exercise) ? 2 : 1);
}

/* What was done of an exercise, in words. */
static char *
describe_item (YfSummaryPage *self,
               guint          item)
{
  const YfRoutineItem *plan = yf_routine_get_item (yf_run_get_routine (self->run), item);
  int planned = count_planned (plan);
  int done = yf_player_count_reps (yf_run_get_player (self->run), item);

  /* Translators: name of an exercise, repetitions done, repetitions planned */
  return g_strdup_printf (ngettext ("%s: %d of %d repetition", "%s: %d of %d repetitions", planned),
                          yf_exercise_get_name (plan->exercise), done, planned);
}

static void
add_item (YfSummaryPage *self,
          guint          item)
{
  const YfRoutineItem *plan = yf_routine_get_item (yf_run_get_routine (self->run), item);

  if (yf_routine_get_n_items (yf_run_get_routine (self->run)) > 1)
    {
      g_autofree char *text = describe_item (self, item);
      GtkWidget *heading = yf_rows_new_plain (text, NULL);

      gtk_widget_add_css_class (heading, "part");
      adw_preferences_group_add (self->sets, heading);
    }

  for (int set = 1; set <= plan->dose.sets; set++)
    {
      if (yf_exercise_get_two_sided (plan->exercise))
        {
          add_set (self, item, YF_SIDE_LEFT, set);
          add_set (self, item, YF_SIDE_RIGHT, set);
        }
      else
        add_set (self, item, YF_SIDE_NONE, set);
    }
}

static char *
describe_total (YfSummaryPage *self)
{
  YfRoutine *routine = yf_run_get_routine (self->run);
  guint n_items = yf_routine_get_n_items (routine);
  int planned = 0;
  int done = 0;

  if (n_items == 1)
    return describe_item (self, 0);

  for (guint i = 0; i < n_items; i++)
    {
      planned += count_planned (yf_routine_get_item (routine, i));
      done += yf_player_count_reps (yf_run_get_player (self->run), i);
    }

  /* Translators: repetitions done and repetitions planned */
  return g_strdup_printf (ngettext ("%d of %d repetition", "%d of %d repetitions", planned), done, planned);
}

static void
fill (YfSummaryPage *self)
{
  YfPlayerState state = yf_player_get_state (yf_run_get_player (self->run));
  YfRecordState record = yf_player_get_record_state (yf_run_get_player (self->run));
  g_autofree char *total = describe_total (self);
  const char *title;
  const char *icon = "yf-rest-symbolic";

  if (state == YF_PLAYER_HURT)
    title = _("Stopped, because it hurt");
  else if (record == YF_RECORD_COMPLETED)
    {
      title = _("Well done");
      icon = "yf-allowed-symbolic";
    }
  else
    title = _("Stopped early, and that is all right");
  gtk_label_set_label (self->title, title);
  gtk_image_set_from_icon_name (self->icon, icon);
  gtk_label_set_label (self->total, total);

  for (guint i = 0; i < yf_routine_get_n_items (yf_run_get_routine (self->run)); i++)
    add_item (self, i);
}

/* Nobody who leaves the page, or closes the window, is to lose what they have
 * just typed. */
static void
unmap (GtkWidget *widget)
{
  YfSummaryPage *self = YF_SUMMARY_PAGE (widget);

  if (self->typing != 0)
    keep (self);
  else
    yf_after_keeper_try_again (self->keeper);

  GTK_WIDGET_CLASS (yf_summary_page_parent_class)->unmap (widget);
}

static void
focus_first (YfPage *page)
{
  gtk_widget_grab_focus (YF_SUMMARY_PAGE (page)->done);
}

static void
page_init (YfPageInterface *iface)
{
  iface->focus_first = focus_first;
}

static void
dispose (GObject *object)
{
  YfSummaryPage *self = YF_SUMMARY_PAGE (object);

  g_clear_handle_id (&self->typing, g_source_remove);
  g_clear_object (&self->keeper);
  g_clear_object (&self->run);
  g_clear_object (&self->person);
  g_clear_pointer (&self->check_in, yf_check_in_free);

  G_OBJECT_CLASS (yf_summary_page_parent_class)->dispose (object);
}

static void
yf_summary_page_class_init (YfSummaryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  widget_class->unmap = unmap;

  signals[GO_ON] =
    g_signal_new ("go-on", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (YF_TYPE_AFTER_FORM);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-summary-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YfSummaryPage, icon);
  gtk_widget_class_bind_template_child (widget_class, YfSummaryPage, title);
  gtk_widget_class_bind_template_child (widget_class, YfSummaryPage, total);
  gtk_widget_class_bind_template_child (widget_class, YfSummaryPage, light_box);
  gtk_widget_class_bind_template_child (widget_class, YfSummaryPage, light);
  gtk_widget_class_bind_template_child (widget_class, YfSummaryPage, go_on);
  gtk_widget_class_bind_template_child (widget_class, YfSummaryPage, sets);
  gtk_widget_class_bind_template_child (widget_class, YfSummaryPage, saved);
  gtk_widget_class_bind_template_child (widget_class, YfSummaryPage, try_again);
  gtk_widget_class_bind_template_child (widget_class, YfSummaryPage, after);
  gtk_widget_class_bind_template_child (widget_class, YfSummaryPage, advice_box);
  gtk_widget_class_bind_template_child (widget_class, YfSummaryPage, advice);
  gtk_widget_class_bind_template_child (widget_class, YfSummaryPage, advice_source);
  gtk_widget_class_bind_template_child (widget_class, YfSummaryPage, done);
  gtk_widget_class_bind_template_callback (widget_class, go_on_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, try_again_cb);
}

static void
yf_summary_page_init (YfSummaryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yf_summary_page_new:
 * @run: a session that has ended
 * @person: whose it is
 * @check_in: (nullable): what they answered before it
 * @application: the program, which does not end before the answers are written
 *
 * Returns: (transfer floating): a page that says what was done, and asks how
 *   it was
 */
GtkWidget *
yf_summary_page_new (YfRun           *run,
                     YfPerson        *person,
                     const YfCheckIn *check_in,
                     GApplication    *application)
{
  YfSummaryPage *self = g_object_new (YF_TYPE_SUMMARY_PAGE, NULL);
  g_autoptr (YfSource) own = yf_source_new (YF_SOURCE_APP, NULL, NULL);
  g_autofree char *source = yf_text_source (own);

  self->run = g_object_ref (run);
  self->person = g_object_ref (person);
  self->check_in = check_in ? yf_check_in_copy (check_in) : NULL;
  self->keeper = yf_after_keeper_new (run, person, application);
  gtk_label_set_label (self->advice_source, source);
  g_signal_connect_object (run, "settled", G_CALLBACK (update_saved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->keeper, "changed", G_CALLBACK (update_saved), self, G_CONNECT_SWAPPED);
  fill (self);
  update_saved (self);

  return GTK_WIDGET (self);
}

/**
 * yf_summary_page_set_light:
 * @self: the summary of a session that was stopped because it hurt
 * @text: (nullable): what the pain that was answered calls for
 * @go_on: whether what is left of the session may be gone on with
 */
void
yf_summary_page_set_light (YfSummaryPage *self,
                           const char    *text,
                           gboolean       go_on)
{
  g_return_if_fail (YF_IS_SUMMARY_PAGE (self));

  gtk_label_set_label (self->light, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->light), text != NULL);
  gtk_widget_set_visible (self->go_on, go_on);
  gtk_widget_set_visible (self->light_box, text != NULL || go_on);
}
