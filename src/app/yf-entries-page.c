/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-entries-page.h"
#include "yf-page.h"
#include "yf-progress-entry-text.h"
#include "yf-text.h"

/**
 * YfEntriesPage:
 *
 * The entries of the log that a sentence of the summary was made from, newest
 * first, so that nobody has to believe it.
 */
struct _YfEntriesPage
{
  AdwBin parent_instance;

  AdwWindowTitle *title;
  GtkWidget      *back;
  GtkLabel       *text;
  GtkListView    *list;
};

/* An entry in words. */
typedef struct
{
  gint64  at;
  char   *when;
  char   *what;
} Entry;

static void page_init (YfPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (YfEntriesPage, yf_entries_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (YF_TYPE_PAGE, page_init))

static void
entry_clear (gpointer data)
{
  Entry *entry = data;

  g_free (entry->when);
  g_free (entry->what);
}

static void
add (GArray *entries,
     gint64  at,
     gint32  utc_offset,
     char   *what)
{
  const Entry entry = { at, yf_text_day (at, utc_offset), what };

  g_array_append_val (entries, entry);
}

/* Takes over @line. */
static void
add_line (GPtrArray *lines,
          char      *line)
{
  g_ptr_array_add (lines, line);
}

static char *
join_lines (GPtrArray *lines)
{
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}

static void
describe_pain (GPtrArray *lines,
               int        back,
               int        leg,
               gboolean   after)
{
  if (back != YF_PAIN_UNANSWERED)
    /* Translators: pain on the scale from 0 to 10 */
    add_line (lines, g_strdup_printf (after ? _("Back pain afterwards: %d of 10") : _("Back pain before: %d of 10"),
                                      back));
  if (leg != YF_PAIN_UNANSWERED)
    /* Translators: pain on the scale from 0 to 10 */
    add_line (lines, g_strdup_printf (after ? _("Leg pain afterwards: %d of 10") : _("Leg pain before: %d of 10"),
                                      leg));
}

static char *
describe_session (YfProgress      *progress,
                  YfSessionRecord *session)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  int n_reps = yf_session_record_count_reps (session);

  /* Translators: how a session ended, and how many repetitions were counted */
  add_line (lines, g_strdup_printf (ngettext ("Session: %s, %d repetition", "Session: %s, %d repetitions", n_reps),
                                    yf_record_state_get_name (session->state), n_reps));
  if (session->check_in != NULL)
    describe_pain (lines, yf_check_in_get_pain_back (session->check_in),
                   yf_check_in_get_pain_leg (session->check_in), FALSE);
  if (session->after != NULL)
    describe_pain (lines, session->after->pain_back, session->after->pain_leg, TRUE);
  if (session->morning != YF_MORNING_UNANSWERED)
    /* Translators: better, the same or worse */
    add_line (lines, g_strdup_printf (_("On the next morning: %s"), yf_morning_get_name (session->morning)));

  for (guint i = 0; i < session->stops->len; i++)
    {
      const YfStop *stop = g_ptr_array_index (session->stops, i);
      const char *exercise = yf_session_record_get_stop_exercise (session, stop);

      /* Translators: an exercise, the numbers of a set and a repetition, what was being done */
      add_line (lines, g_strdup_printf (_("It hurt in %s, set %d, repetition %d: %s"),
                                        exercise ? yf_progress_get_exercise_name (progress, exercise) : "",
                                        stop->set, stop->rep, yf_segment_kind_get_name (stop->phase)));
    }

  return join_lines (lines);
}

static char *
describe_check_in (const YfCheckInRecord *record)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  add_line (lines, g_strdup (_("Check-in without a session")));
  describe_pain (lines, yf_check_in_get_pain_back (record->check_in), yf_check_in_get_pain_leg (record->check_in),
                 FALSE);

  return join_lines (lines);
}

static char *
describe_rating (YfLog                  *log,
                 const YfFunctionRating *rating)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < rating->scores->len; i++)
    {
      const YfFunctionScore *score = g_ptr_array_index (rating->scores, i);

      for (guint j = 0; j < log->functions->len; j++)
        {
          const YfFunctionActivity *activity = g_ptr_array_index (log->functions, j);

          if (g_str_equal (activity->id, score->activity))
            /* Translators: an activity in the person's own words, and how well they can do it */
            add_line (lines, g_strdup_printf (_("%s: %d of 10"), activity->name, score->score));
        }
    }

  return join_lines (lines);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *one = a;
  const Entry *other = b;

  return (one->at < other->at) - (one->at > other->at);
}

/* What the plan was told, and what it told. */
static void
list_plan_entries (YfProgress *progress,
                   GHashTable *ids,
                   GArray     *entries)
{
  YfLog *log = yf_progress_get_log (progress);

  for (guint i = 0; i < log->programmes->len; i++)
    {
      const YfProgrammeRecord *record = g_ptr_array_index (log->programmes, i);

      if (g_hash_table_contains (ids, record->id))
        add (entries, record->at, record->utc_offset, yf_entry_text_programme (progress, record));
    }
  for (guint i = 0; i < log->flares->len; i++)
    {
      const YfFlareRecord *record = g_ptr_array_index (log->flares, i);

      if (g_hash_table_contains (ids, record->id))
        add (entries, record->at, record->utc_offset, yf_entry_text_flare (record));
    }
  for (guint i = 0; i < log->reviews->len; i++)
    {
      const YfReviewRecord *record = g_ptr_array_index (log->reviews, i);

      if (g_hash_table_contains (ids, record->id))
        add (entries, record->at, record->utc_offset, yf_entry_text_review (progress, record));
    }
  for (guint i = 0; i < log->reminders->len; i++)
    {
      const YfReminderRecord *record = g_ptr_array_index (log->reminders, i);

      if (g_hash_table_contains (ids, record->id))
        add (entries, record->at, record->utc_offset, yf_entry_text_reminder (record));
    }
  for (guint i = 0; i < log->sitting_breaks->len; i++)
    {
      const YfBreakRecord *record = g_ptr_array_index (log->sitting_breaks, i);

      if (g_hash_table_contains (ids, record->id))
        add (entries, record->at, record->utc_offset, yf_entry_text_break (record));
    }
}

/* What the ids stand for, newest first. */
static GArray *
list_entries (YfProgress         *progress,
              const char * const *wanted)
{
  YfLog *log = yf_progress_get_log (progress);
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  g_array_set_clear_func (entries, entry_clear);
  for (gsize i = 0; wanted[i] != NULL; i++)
    g_hash_table_add (ids, (gpointer) wanted[i]);

  for (guint i = 0; i < log->sessions->len; i++)
    {
      YfSessionRecord *session = g_ptr_array_index (log->sessions, i);

      if (g_hash_table_contains (ids, session->id))
        add (entries, session->started, session->utc_offset, describe_session (progress, session));
    }
  for (guint i = 0; i < log->check_ins->len; i++)
    {
      const YfCheckInRecord *record = g_ptr_array_index (log->check_ins, i);

      if (g_hash_table_contains (ids, record->id))
        add (entries, record->at, record->utc_offset, describe_check_in (record));
    }
  for (guint i = 0; i < log->activities->len; i++)
    {
      const YfActivityRecord *record = g_ptr_array_index (log->activities, i);
      g_autofree char *length = NULL;

      if (!g_hash_table_contains (ids, record->id))
        continue;
      length = yf_text_length (record->minutes * 60 * (gint64) YF_SECOND);
      /* Translators: an activity, and how long it took: "Tai chi, 30 minutes" */
      add (entries, record->at, record->utc_offset,
           g_strdup_printf (_("%s, %s"), yf_activity_kind_get_name (record->kind), length));
    }
  for (guint i = 0; i < log->ratings->len; i++)
    {
      const YfFunctionRating *rating = g_ptr_array_index (log->ratings, i);

      if (g_hash_table_contains (ids, rating->id))
        add (entries, rating->at, rating->utc_offset, describe_rating (log, rating));
    }
  for (guint i = 0; i < log->scores->len; i++)
    {
      const YfClinicScore *score = g_ptr_array_index (log->scores, i);
      g_autofree char *day = NULL;

      if (!g_hash_table_contains (ids, score->id))
        continue;
      day = yf_day_to_display (score->day);
      add (entries, score->at, score->utc_offset,
           /* Translators: a questionnaire, its total, its highest total, and when it was filled in */
           g_strdup_printf (_("%s: %d of %d, filled in on %s"), yf_clinic_scale_get_name (score->scale),
                            score->total, yf_clinic_scale_get_max (score->scale), day));
    }
  list_plan_entries (progress, ids, entries);
  g_array_sort (entries, compare_entries);

  return entries;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *when = gtk_label_new (NULL);
  GtkWidget *what = gtk_label_new (NULL);

  gtk_widget_add_css_class (when, "heading");
  gtk_label_set_xalign (GTK_LABEL (when), 0);
  gtk_label_set_xalign (GTK_LABEL (what), 0);
  gtk_label_set_wrap (GTK_LABEL (what), TRUE);
  gtk_box_append (GTK_BOX (box), when);
  gtk_box_append (GTK_BOX (box), what);
  gtk_list_item_set_child (item, box);
}

/* The model has the two texts of an entry in one, a line break between them. */
static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));
  GtkWidget *row = gtk_widget_get_parent (box);
  g_auto (GStrv) parts = g_strsplit (text, "\n", 2);

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (box)), parts[0]);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), parts[1] != NULL ? parts[1] : "");
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
fill (YfEntriesPage      *self,
      YfProgress         *progress,
      const char         *sentence,
      const char * const *wanted)
{
  g_autoptr (GArray) entries = list_entries (progress, wanted);
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autofree char *subtitle = NULL;

  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);
      g_autofree char *text = g_strdup_printf ("%s\n%s", entry->when, entry->what);

      gtk_string_list_append (model, text);
    }
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
  g_object_unref (factory);
  gtk_list_view_set_model (self->list,
                           GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&model)))));

  /* Translators: %u is how many entries of the log a sentence rests on */
  subtitle = g_strdup_printf (ngettext ("%u entry", "%u entries", entries->len), entries->len);
  adw_window_title_set_title (self->title, _("What This Rests On"));
  adw_window_title_set_subtitle (self->title, subtitle);
  gtk_label_set_label (self->text, sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Entries, newest first"), -1);
}

static void
focus_first (YfPage *page)
{
  gtk_widget_grab_focus (YF_ENTRIES_PAGE (page)->back);
}

static void
page_init (YfPageInterface *iface)
{
  iface->focus_first = focus_first;
}

static void
yf_entries_page_class_init (YfEntriesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-entries-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YfEntriesPage, title);
  gtk_widget_class_bind_template_child (widget_class, YfEntriesPage, back);
  gtk_widget_class_bind_template_child (widget_class, YfEntriesPage, text);
  gtk_widget_class_bind_template_child (widget_class, YfEntriesPage, list);
}

static void
yf_entries_page_init (YfEntriesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yf_entries_page_new:
 * @progress: what the sentence is of
 * @text: a sentence
 * @entries: (array zero-terminated=1): the ids of what it rests on
 *
 * Returns: (transfer floating): a page with the entries it rests on
 */
GtkWidget *
yf_entries_page_new (YfProgress         *progress,
                     const char         *text,
                     const char * const *entries)
{
  YfEntriesPage *self = g_object_new (YF_TYPE_ENTRIES_PAGE, NULL);

  fill (self, progress, text, entries);

  return GTK_WIDGET (self);
}
