/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-entry-row.h"
#include "yf-fact-dialog.h"
#include "yf-moment-group.h"
#include "yf-pain-group.h"
#include "yf-rows.h"
#include "yf-text.h"

struct _YfFactDialog
{
  YfEditDialog parent_instance;

  YfMomentGroup    *moment;
  GPtrArray        *kinds;     /* GtkCheckButton: what it may have been */
  YfEntryRow       *minutes;   /* NULL for a check-in */
  YfPainGroup      *pain;      /* NULL but for a check-in */

  YfReliefRecord   *relief;    /* what is corrected: one of these */
  YfActivityRecord *activity;
  YfCheckInRecord  *check_in;
};

G_DEFINE_FINAL_TYPE (YfFactDialog, yf_fact_dialog, YF_TYPE_EDIT_DIALOG)

static int
get_choice (YfFactDialog *self)
{
  for (guint i = 0; i < self->kinds->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->kinds, i)))
      return (int) i;

  return 0;
}

static gboolean
read_minutes (YfFactDialog *self,
              int          *minutes)
{
  if (yf_entry_row_get_number (self->minutes, minutes) && *minutes >= 1 && *minutes <= YF_ACTIVITY_MAX_MINUTES)
    return TRUE;
  yf_entry_row_set_error (self->minutes, _("Please write how many minutes it took, from 1 to 1440."));
  gtk_widget_grab_focus (GTK_WIDGET (self->minutes));

  return FALSE;
}

/* In whole minutes, as they were shown. */
static int
get_minutes (const YfReliefRecord *relief)
{
  return (int) MAX (1, (relief->ended - relief->started + YF_TEXT_LONG / 2) / YF_TEXT_LONG);
}

static gpointer
create_relief (YfFactDialog *self,
               gint64        started,
               gint32        utc_offset,
               gint64        now)
{
  GPtrArray *reliefs = yf_catalogue_get_reliefs (yf_person_get_everything (yf_edit_dialog_get_person (YF_EDIT_DIALOG (self))));
  g_autoptr (YfReliefRecord) record = NULL;
  int minutes;

  if (!read_minutes (self, &minutes))
    return NULL;
  record = yf_relief_record_new (yf_exercise_get_id (g_ptr_array_index (reliefs, get_choice (self))), started);
  record->utc_offset = utc_offset;
  record->ended = started + minutes * YF_TEXT_LONG;
  record->state = self->relief->state;
  /* What was not changed is as exact as it was. A compress that was cut has an
   * end now that somebody has said. */
  if (self->relief->ended > self->relief->started && minutes == get_minutes (self->relief))
    record->ended = started + (self->relief->ended - self->relief->started);
  else if (record->state == YF_RECORD_CUT)
    record->state = YF_RECORD_STOPPED;
  if (record->ended > now)
    {
      yf_moment_group_refuse (self->moment, _("It would have ended in the future. Give the time at which it began."));
      return NULL;
    }

  return g_steal_pointer (&record);
}

static gpointer
create_activity (YfFactDialog *self,
                 gint64        at,
                 gint32        utc_offset)
{
  YfActivityRecord *record;
  int minutes;

  if (!read_minutes (self, &minutes))
    return NULL;
  record = yf_activity_record_new ((YfActivityKind) get_choice (self), at, minutes);
  record->utc_offset = utc_offset;

  return record;
}

static gpointer
create_check_in (YfFactDialog *self,
                 gint64        at,
                 gint32        utc_offset)
{
  YfCheckInRecord *record = yf_check_in_record_new (self->check_in->check_in, at);

  record->utc_offset = utc_offset;
  yf_check_in_set_pain_back (record->check_in, yf_pain_group_get_back (self->pain));
  yf_check_in_set_pain_leg (record->check_in, yf_pain_group_get_leg (self->pain));

  return record;
}

static gpointer
create_entry (YfEditDialog *dialog)
{
  YfFactDialog *self = YF_FACT_DIALOG (dialog);
  gint64 at;
  gint32 utc_offset;

  /* When a sign was reported is not for changing: rules reckon with it. */
  if (self->check_in)
    return create_check_in (self, self->check_in->at, self->check_in->utc_offset);
  if (!yf_moment_group_read (self->moment, &at, &utc_offset))
    return NULL;
  if (self->activity)
    return create_activity (self, at, utc_offset);
  return create_relief (self, at, utc_offset,
                        yf_clock_get_real (yf_person_get_clock (yf_edit_dialog_get_person (dialog))));
}

static void
free_entry (YfEditDialog *dialog,
            gpointer      entry)
{
  YfFactDialog *self = YF_FACT_DIALOG (dialog);

  if (self->check_in)
    yf_check_in_record_free (entry);
  else if (self->activity)
    yf_activity_record_free (entry);
  else
    yf_relief_record_free (entry);
}

static void
add_group (YfFactDialog *self,
           const char   *title,
           GtkWidget    *child)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), child);
  yf_edit_dialog_add (YF_EDIT_DIALOG (self), group);
}

static void
add_kind (YfFactDialog        *self,
          AdwPreferencesGroup *group,
          const char          *name,
          gboolean             active)
{
  GtkCheckButton *check;

  adw_preferences_group_add (group, yf_rows_new_check (name, NULL, &check));
  if (self->kinds->len > 0)
    gtk_check_button_set_group (check, g_ptr_array_index (self->kinds, 0));
  gtk_check_button_set_active (check, active);
  g_ptr_array_add (self->kinds, check);
}

static void
fill (YfFactDialog *self,
      gint64        at,
      gint32        utc_offset,
      int           minutes)
{
  YfPerson *person = yf_edit_dialog_get_person (YF_EDIT_DIALOG (self));
  AdwPreferencesGroup *what = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (what, _("What was it?"));
  if (self->activity)
    {
      for (YfActivityKind kind = 0; kind < YF_ACTIVITY_N_KINDS; kind++)
        add_kind (self, what, yf_activity_kind_get_name (kind), kind == self->activity->kind);
    }
  else
    {
      GPtrArray *reliefs = yf_catalogue_get_reliefs (yf_person_get_everything (person));

      for (guint i = 0; i < reliefs->len; i++)
        {
          YfExercise *relief = g_ptr_array_index (reliefs, i);

          add_kind (self, what, yf_exercise_get_name (relief),
                    g_str_equal (yf_exercise_get_id (relief), self->relief->kind));
        }
    }
  yf_edit_dialog_add (YF_EDIT_DIALOG (self), GTK_WIDGET (what));

  self->moment = YF_MOMENT_GROUP (yf_moment_group_new (person, at, utc_offset));
  yf_edit_dialog_add (YF_EDIT_DIALOG (self), GTK_WIDGET (self->moment));
  self->minutes = YF_ENTRY_ROW (yf_entry_row_new (_("Minutes"), NULL));
  if (minutes > 0)
    yf_entry_row_set_number (self->minutes, minutes);
  add_group (self, _("For how long?"), GTK_WIDGET (self->minutes));
}

static void
fill_check_in (YfFactDialog *self)
{
  YfPerson *person = yf_edit_dialog_get_person (YF_EDIT_DIALOG (self));
  g_autofree char *day = yf_text_day (self->check_in->at, self->check_in->utc_offset);

  self->pain = YF_PAIN_GROUP (yf_pain_group_new (_("Pain in the back"), _("Pain in the leg")));
  yf_pain_group_show_check_in (self->pain, yf_person_get_everything (person), self->check_in->check_in);
  add_group (self, day, GTK_WIDGET (self->pain));
}

static void
dispose (GObject *object)
{
  YfFactDialog *self = YF_FACT_DIALOG (object);

  g_clear_pointer (&self->kinds, g_ptr_array_unref);
  g_clear_pointer (&self->relief, yf_relief_record_free);
  g_clear_pointer (&self->activity, yf_activity_record_free);
  g_clear_pointer (&self->check_in, yf_check_in_record_free);

  G_OBJECT_CLASS (yf_fact_dialog_parent_class)->dispose (object);
}

static void
yf_fact_dialog_class_init (YfFactDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dispose;
  YF_EDIT_DIALOG_CLASS (klass)->create_entry = create_entry;
  YF_EDIT_DIALOG_CLASS (klass)->free_entry = free_entry;
}

static void
yf_fact_dialog_init (YfFactDialog *self)
{
  self->kinds = g_ptr_array_new ();
}

/**
 * yf_fact_dialog_new:
 * @person: whose log it is
 * @parent: the window it belongs to
 * @kind: %YF_ENTRY_RELIEF, %YF_ENTRY_ACTIVITY or %YF_ENTRY_CHECK_IN
 * @entry: the entry: a #YfReliefRecord that has ended, a #YfActivityRecord or a
 *   #YfCheckInRecord
 *
 * Returns: (transfer none): a dialog, not yet shown
 */
GtkWidget *
yf_fact_dialog_new (YfPerson      *person,
                    GtkWindow     *parent,
                    YfEntryKind    kind,
                    gconstpointer  entry)
{
  YfFactDialog *self = g_object_new (YF_TYPE_FACT_DIALOG, NULL);

  switch (kind)
    {
    case YF_ENTRY_RELIEF:
      self->relief = yf_relief_record_copy (entry);
      gtk_window_set_title (GTK_WINDOW (self), _("Edit a Compress"));
      yf_edit_dialog_set_up (YF_EDIT_DIALOG (self), person, parent, kind, self->relief->id);
      fill (self, self->relief->started, self->relief->utc_offset,
            self->relief->ended > self->relief->started ? get_minutes (self->relief) : 0);
      break;
    case YF_ENTRY_ACTIVITY:
      self->activity = yf_activity_record_copy (entry);
      gtk_window_set_title (GTK_WINDOW (self), _("Edit an Activity"));
      yf_edit_dialog_set_up (YF_EDIT_DIALOG (self), person, parent, kind, self->activity->id);
      fill (self, self->activity->at, self->activity->utc_offset, self->activity->minutes);
      break;
    case YF_ENTRY_CHECK_IN:
      self->check_in = yf_check_in_record_copy (entry);
      gtk_window_set_title (GTK_WINDOW (self), _("Edit a Check-in"));
      yf_edit_dialog_set_up (YF_EDIT_DIALOG (self), person, parent, kind, self->check_in->id);
      fill_check_in (self);
      break;
    case YF_ENTRY_SESSION:
    case YF_ENTRY_RATING:
    case YF_ENTRY_SCORE:
    default:
      g_return_val_if_reached (GTK_WIDGET (self));
    }

  return GTK_WIDGET (self);
}
