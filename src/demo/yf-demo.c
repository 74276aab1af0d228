/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-demo-private.h"

/* The day GDate counts for 2 January 1970: an instant in the log is never
 * before the epoch, in whichever zone. */
#define EARLIEST 719164

static void
demo_clear (YfDemo *self)
{
  g_clear_pointer (&self->last, yf_session_record_unref);
  g_clear_pointer (&self->followed, g_ptr_array_unref);
  g_clear_pointer (&self->days, g_array_unref);
  g_clear_pointer (&self->profile, yf_profile_free);
  g_clear_pointer (&self->log, yf_log_unref);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_pointer (&self->rand, g_rand_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YfDemo, demo_clear)

/**
 * yf_demo_new_log:
 * @catalogue: what can be done
 * @rules: who may do it
 * @today: the last day of the log
 * @days: how many days it has, 1 to %YF_DEMO_MAX_DAYS
 * @seed: chooses one of many patients
 *
 * Makes up a patient with a disc that has herniated, and their log: a life that
 * nobody had. On each day they do what Yanfei itself would have had them do, or
 * nothing: nothing in it is done that the rules would not have let be done on its
 * day, and every dose is the one that was due. What happens on the last day is
 * over by %YF_DEMO_LAST_MINUTE.
 *
 * The log is the same for the same arguments, language and time zone, on every
 * machine.
 *
 * Returns: (transfer full): the log
 */
YfLog *
yf_demo_new_log (YfCatalogue *catalogue,
                 YfRules     *rules,
                 YfDay        today,
                 int          days,
                 guint32      seed)
{
  g_auto (YfDemo) self = { NULL, };

  g_return_val_if_fail (catalogue != NULL, NULL);
  g_return_val_if_fail (rules != NULL, NULL);
  g_return_val_if_fail (days >= 1 && days <= YF_DEMO_MAX_DAYS, NULL);
  g_return_val_if_fail (yf_day_is_known (today) && today - days + 1 > EARLIEST, NULL);

  self.catalogue = catalogue;
  self.rules = rules;
  self.rand = g_rand_new_with_seed (seed);
  self.zone = g_time_zone_new_local ();
  self.log = yf_log_new (YF_DAY_NONE, YF_DAY_NONE);
  self.today = today;
  self.first = today - days + 1;
  self.days = g_array_new (FALSE, TRUE, sizeof (YfDemoDay));
  g_array_set_size (self.days, (guint) days);

  yf_demo_make_person (&self);
  yf_demo_draw_course (&self);
  yf_demo_set_up (&self);

  for (YfDay day = self.first; day <= today; day++)
    {
      yf_demo_answer_morning (&self, day);
      yf_demo_write_day (&self, day, yf_demo_train (&self, day));
      yf_demo_sit (&self, day);
      yf_demo_install_programme (&self, day);
    }
  yf_demo_note_changes (&self);

  self.log->profile = g_steal_pointer (&self.profile);

  return g_steal_pointer (&self.log);
}
