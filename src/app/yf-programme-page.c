/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-programme-finding.h"
#include "yf-programme-groups.h"
#include "yf-programme-page.h"

struct _YfProgrammePage
{
  AdwBin parent_instance;

  GtkBox      *box;
  GtkLabel    *problem;
  GtkWidget   *follow;

  YfPerson    *person;
  YfCatalogue *builtin;
  YfProgramme *programme;
};

G_DEFINE_FINAL_TYPE (YfProgrammePage, yf_programme_page, ADW_TYPE_BIN)

enum
{
  FOLLOWED,
  DECLINED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
refuse (YfProgrammePage *self,
        const char      *message)
{
  gtk_label_set_label (self->problem, message);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
  gtk_widget_set_sensitive (self->follow, FALSE);
}

/* Why it cannot be followed at all, whatever the person says. */
static void
look_for_obstacles (YfProgrammePage *self,
                    GPtrArray       *findings)
{
  YfDay until = yf_programme_get_until (self->programme);

  if (until != YF_DAY_NONE && until < yf_person_get_today (self->person))
    {
      g_autofree char *day = yf_day_to_display (until);
      /* Translators: a date */
      g_autofree char *message = g_strdup_printf (_("This programme ended on %s. Ask for a new one."), day);

      refuse (self, message);
    }
  else if (yf_programme_is_contradicted (findings))
    {
      refuse (self, _("It cannot be followed: it asks for what is not for you, and does not say that it is cleared. Show this to whoever wrote it."));
    }
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (YfProgrammePage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (self->person == NULL)
    return;
  if (!yf_store_write_finish (YF_STORE (source), result, &error))
    {
      refuse (self, error->message);
      gtk_widget_set_sensitive (self->follow, TRUE);
      return;
    }

  yf_person_reload (self->person);
  g_signal_emit (self, signals[FOLLOWED], 0);
}

/* Looks through the log for what would not go with it, and for the very same file. */
static gboolean
look_at_earlier (YfProgrammePage  *self,
                 char            **same,
                 GError          **error)
{
  g_autoptr (GPtrArray) records = yf_store_dup_programmes (yf_person_get_store (self->person), error);

  if (records == NULL)
    return FALSE;

  for (guint i = 0; i < records->len; i++)
    {
      const YfProgrammeRecord *record = g_ptr_array_index (records, i);
      g_autoptr (YfProgramme) earlier = yf_programme_record_read (record, self->builtin, NULL);

      if (earlier != NULL && !yf_programme_can_follow (self->programme, earlier, error))
        return FALSE;
      if (*same == NULL && g_str_equal (record->xml, yf_programme_get_xml (self->programme)))
        *same = g_strdup (record->id);
    }

  return TRUE;
}

static void
follow_cb (YfProgrammePage *self)
{
  YfStore *store = yf_person_get_store (self->person);
  gint64 now = yf_clock_get_real (yf_person_get_clock (self->person));
  g_autoptr (YfProgrammeRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *same = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  if (!look_at_earlier (self, &same, &error))
    {
      refuse (self, error->message);
      return;
    }

  gtk_widget_set_sensitive (self->follow, FALSE);
  if (same != NULL)
    {
      yf_store_choose_programme_async (store, same, now, NULL, written_cb, g_object_ref (self));
      return;
    }

  record = yf_programme_record_new (self->programme, now);
  yf_store_install_programme_async (store, record, NULL, written_cb, g_object_ref (self));
}

static void
decline_cb (YfProgrammePage *self)
{
  g_signal_emit (self, signals[DECLINED], 0);
}

static void
dispose (GObject *object)
{
  YfProgrammePage *self = YF_PROGRAMME_PAGE (object);

  g_clear_object (&self->person);
  g_clear_pointer (&self->builtin, yf_catalogue_unref);
  g_clear_pointer (&self->programme, yf_programme_unref);

  G_OBJECT_CLASS (yf_programme_page_parent_class)->dispose (object);
}

static void
yf_programme_page_class_init (YfProgrammePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;

  signals[FOLLOWED] = g_signal_new ("followed", YF_TYPE_PROGRAMME_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  signals[DECLINED] = g_signal_new ("declined", YF_TYPE_PROGRAMME_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-programme-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YfProgrammePage, box);
  gtk_widget_class_bind_template_child (widget_class, YfProgrammePage, problem);
  gtk_widget_class_bind_template_child (widget_class, YfProgrammePage, follow);
  gtk_widget_class_bind_template_callback (widget_class, follow_cb);
  gtk_widget_class_bind_template_callback (widget_class, decline_cb);
}

static void
yf_programme_page_init (YfProgrammePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yf_programme_page_new:
 * @person: who may follow it; their log is open
 * @builtin: what exists without it
 * @programme: what was opened
 *
 * Returns: (transfer floating): a page that shows it
 */
GtkWidget *
yf_programme_page_new (YfPerson    *person,
                       YfCatalogue *builtin,
                       YfProgramme *programme)
{
  YfProgrammePage *self = g_object_new (YF_TYPE_PROGRAMME_PAGE, NULL);
  g_autoptr (GPtrArray) findings = NULL;

  self->person = g_object_ref (person);
  self->builtin = yf_catalogue_ref (builtin);
  self->programme = yf_programme_ref (programme);
  findings = yf_programme_find_contradictions (programme, yf_person_get_rules (person),
                                               yf_person_get_profile (person), yf_person_get_today (person));
  yf_programme_groups_fill (self->box, programme, builtin, findings);
  look_for_obstacles (self, findings);
  if (!yf_person_can_write (person))
    refuse (self, _("Your log can only be read, so no programme can be kept in it."));

  return GTK_WIDGET (self);
}
