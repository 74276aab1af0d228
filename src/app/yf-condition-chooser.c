/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-condition-chooser.h"
#include "yf-date-row.h"
#include "yf-rows.h"

/**
 * YfConditionChooser:
 *
 * Asks what applies to a person, in a few groups that need no medical words.
 * A group that is ticked opens and asks which of its conditions it is; if the
 * person does not know, the group counts as what is strictest in it.
 */
struct _YfConditionChooser
{
  AdwPreferencesGroup parent_instance;

  YfCatalogue    *catalogue;
  GPtrArray      *groups;      /* Group */
  GtkCheckButton *relaxants;
};

G_DEFINE_FINAL_TYPE (YfConditionChooser, yf_condition_chooser, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

#define MAX_CONDITIONS 8

/* One condition of a group: check is NULL where the group is this condition
 * alone, date where it has none. */
typedef struct
{
  YfCondition    *condition;
  GtkCheckButton *check;
  GtkWidget      *check_row;
  YfDateRow      *date;
  gboolean        if_unknown;
} Item;

typedef struct
{
  GtkCheckButton *check;
  GtkWidget      *which;
  GArray         *items;
} Group;

/* What "I don't know which" stands for begins with an asterisk: in each group
 * it is at least as strict as any of the others, but for what nobody fails to
 * know of themselves, such as a birth six weeks ago. */
static const struct
{
  const char *title;
  const char *subtitle;
  const char *conditions[MAX_CONDITIONS];
  gboolean    if_all_unknown;
} table[] = {
  { N_("Pregnancy or birth"), N_("You are or may be pregnant, or gave birth lately."),
    { "*pregnancy", "postpartum", NULL }, FALSE },
  { N_("An operation on the lower back"), N_("At any time."),
    { "*lumbar-surgery", NULL }, FALSE },
  { N_("A long illness"), N_("Heart, blood pressure, diabetes or another."),
    { "hypertension", "heart-disease", "diabetes", "*other-chronic", NULL }, TRUE },
  { N_("Something found in the spine or the bones"), N_("A slipped vertebra, an unstable spine, a narrow canal, brittle bones."),
    { "*spondylolisthesis", "*lumbar-instability", "*spinal-stenosis", "*osteoporosis", NULL }, TRUE },
  { N_("Skin or feeling"), N_("You feel heat, cold or touch less, or your skin reacts easily."),
    { "*reduced-sensation", "*sensitive-skin", NULL }, TRUE },
};

static void
group_free (Group *group)
{
  g_array_unref (group->items);
  g_free (group);
}

static gboolean
item_is_chosen (Group *group,
                Item  *item)
{
  return gtk_check_button_get_active (group->check) &&
         (item->check == NULL || gtk_check_button_get_active (item->check));
}

static void
update (YfConditionChooser *self)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      Group *group = g_ptr_array_index (self->groups, i);
      gboolean open = gtk_check_button_get_active (group->check);

      if (group->which)
        gtk_widget_set_visible (group->which, open);
      for (guint j = 0; j < group->items->len; j++)
        {
          Item *item = &g_array_index (group->items, Item, j);

          if (item->check_row)
            gtk_widget_set_visible (item->check_row, open);
          if (item->date)
            gtk_widget_set_visible (GTK_WIDGET (item->date), item_is_chosen (group, item));
        }
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
create_date (YfConditionDate date)
{
  if (date == YF_CONDITION_DATE_SURGERY)
    return g_object_new (YF_TYPE_DATE_ROW,
                         "title", _("The day of the operation"),
                         "hint", _("Leave it empty if you don’t know: it then counts as less than 60 days ago."),
                         NULL);
  return g_object_new (YF_TYPE_DATE_ROW,
                       "title", _("The day of the birth"),
                       "hint", _("Leave it empty if you don’t know: it then counts as less than six weeks ago."),
                       NULL);
}

static void
add_item (YfConditionChooser *self,
          Group              *group,
          YfCondition        *condition,
          gboolean            alone,
          gboolean            if_unknown)
{
  Item item = { .condition = condition, .if_unknown = if_unknown };

  if (!alone)
    {
      item.check_row = yf_rows_new_check (yf_condition_get_name (condition), yf_condition_get_description (condition),
                                          &item.check);
      gtk_widget_add_css_class (item.check_row, "inner");
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), item.check_row);
      g_signal_connect_object (item.check, "toggled", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
    }
  if (yf_condition_get_date (condition) != YF_CONDITION_DATE_NONE)
    {
      item.date = YF_DATE_ROW (create_date (yf_condition_get_date (condition)));
      gtk_widget_add_css_class (GTK_WIDGET (item.date), "inner");
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (item.date));
    }
  g_array_append_val (group->items, item);
}

static Group *
add_group (YfConditionChooser *self,
           const char         *title,
           const char         *subtitle,
           gboolean            alone)
{
  Group *group = g_new0 (Group, 1);

  group->items = g_array_new (FALSE, FALSE, sizeof (Item));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), yf_rows_new_check (title, subtitle, &group->check));
  g_signal_connect_object (group->check, "toggled", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  if (!alone)
    {
      group->which = yf_rows_new_plain (_("Which of these?"), _("Leave all of them empty if you don’t know."));
      gtk_widget_add_css_class (group->which, "inner");
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), group->which);
    }
  g_ptr_array_add (self->groups, group);

  return group;
}

/* What the catalogue has learnt since this was written is asked for too. */
static void
add_rest (YfConditionChooser *self)
{
  GPtrArray *conditions = yf_catalogue_get_conditions (self->catalogue);

  for (guint i = 0; i < conditions->len; i++)
    {
      YfCondition *condition = g_ptr_array_index (conditions, i);
      gboolean known = FALSE;

      for (guint j = 0; j < G_N_ELEMENTS (table); j++)
        for (guint k = 0; table[j].conditions[k]; k++)
          known |= g_str_equal (table[j].conditions[k] + (*table[j].conditions[k] == '*'),
                                yf_condition_get_id (condition));
      if (!known)
        add_item (self, add_group (self, yf_condition_get_name (condition),
                                   yf_condition_get_description (condition), TRUE),
                  condition, TRUE, TRUE);
    }
}

static void
dispose (GObject *object)
{
  YfConditionChooser *self = YF_CONDITION_CHOOSER (object);

  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->catalogue, yf_catalogue_unref);

  G_OBJECT_CLASS (yf_condition_chooser_parent_class)->dispose (object);
}

static void
yf_condition_chooser_class_init (YfConditionChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dispose;

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
yf_condition_chooser_init (YfConditionChooser *self)
{
  self->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) group_free);
}

/**
 * yf_condition_chooser_set_catalogue:
 * @catalogue: what there is to ask
 *
 * Shows the groups. Called once.
 */
void
yf_condition_chooser_set_catalogue (YfConditionChooser *self,
                                    YfCatalogue        *catalogue)
{
  g_return_if_fail (YF_IS_CONDITION_CHOOSER (self));
  g_return_if_fail (self->catalogue == NULL);

  self->catalogue = yf_catalogue_ref (catalogue);
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      gboolean alone = table[i].conditions[1] == NULL;
      Group *group = add_group (self, _(table[i].title), _(table[i].subtitle), alone);

      for (guint j = 0; table[i].conditions[j]; j++)
        {
          gboolean if_unknown = *table[i].conditions[j] == '*';
          YfCondition *condition = yf_catalogue_find_condition (catalogue, table[i].conditions[j] + if_unknown);

          g_assert (condition != NULL);
          add_item (self, group, condition, alone, if_unknown);
        }
    }
  add_rest (self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self),
                             yf_rows_new_check (_("Muscle relaxants"),
                                                _("You take medicine that relaxes the muscles, or are not sure."),
                                                &self->relaxants));
  g_signal_connect_object (self->relaxants, "toggled", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * yf_condition_chooser_get_any:
 *
 * Returns: whether anything is ticked
 */
gboolean
yf_condition_chooser_get_any (YfConditionChooser *self)
{
  g_return_val_if_fail (YF_IS_CONDITION_CHOOSER (self), FALSE);

  if (gtk_check_button_get_active (self->relaxants))
    return TRUE;
  for (guint i = 0; i < self->groups->len; i++)
    {
      Group *group = g_ptr_array_index (self->groups, i);

      if (gtk_check_button_get_active (group->check))
        return TRUE;
    }

  return FALSE;
}

/**
 * yf_condition_chooser_commit:
 * @today: the day after which nothing can have happened
 *
 * Takes the dates that were typed, or marks the first wrong one.
 *
 * Returns: whether all of them will do
 */
gboolean
yf_condition_chooser_commit (YfConditionChooser *self,
                             YfDay               today)
{
  g_return_val_if_fail (YF_IS_CONDITION_CHOOSER (self), FALSE);

  for (guint i = 0; i < self->groups->len; i++)
    {
      Group *group = g_ptr_array_index (self->groups, i);

      for (guint j = 0; j < group->items->len; j++)
        {
          Item *item = &g_array_index (group->items, Item, j);

          if (item->date && item_is_chosen (group, item) &&
              !yf_date_row_commit_past (item->date, today))
            return FALSE;
        }
    }

  return TRUE;
}

/**
 * yf_condition_chooser_apply:
 * @known: whether the person knows that nothing else applies
 * @profile: a profile without conditions
 *
 * Writes what is ticked into a profile; and, where the person does not know
 * what applies, what may apply without one's knowing it.
 */
void
yf_condition_chooser_apply (YfConditionChooser *self,
                            gboolean            known,
                            YfProfile          *profile)
{
  g_return_if_fail (YF_IS_CONDITION_CHOOSER (self));
  g_return_if_fail (profile != NULL);

  for (guint i = 0; i < self->groups->len; i++)
    {
      Group *group = g_ptr_array_index (self->groups, i);
      gboolean ticked = gtk_check_button_get_active (group->check);
      gboolean any = FALSE;

      for (guint j = 0; j < group->items->len; j++)
        {
          Item *item = &g_array_index (group->items, Item, j);
          YfDay day = item->date ? yf_date_row_get_day (item->date) : YF_DAY_NONE;

          if (!item_is_chosen (group, item))
            continue;
          any = TRUE;
          yf_profile_set_condition (profile, yf_condition_get_id (item->condition), TRUE);
          if (yf_condition_get_date (item->condition) == YF_CONDITION_DATE_SURGERY)
            yf_profile_set_surgery (profile, day);
          else if (yf_condition_get_date (item->condition) == YF_CONDITION_DATE_BIRTH)
            yf_profile_set_birth (profile, day);
        }

      if (any || !(ticked || (!known && (i >= G_N_ELEMENTS (table) || table[i].if_all_unknown))))
        continue;
      for (guint j = 0; j < group->items->len; j++)
        {
          Item *item = &g_array_index (group->items, Item, j);

          if (item->if_unknown)
            yf_profile_set_condition (profile, yf_condition_get_id (item->condition), TRUE);
        }
    }

  yf_profile_set_muscle_relaxants (profile, !known || gtk_check_button_get_active (self->relaxants));
}
