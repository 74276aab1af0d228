/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-check-in.h"

#include "yf-ids.h"

struct _YfCheckIn
{
  int        pain_back;
  int        pain_leg;
  YfMoved    moved;
  GArray    *flags;      /* YfSign */
  GArray    *standing;   /* YfSign */
  GPtrArray *stopped;    /* interned exercise ids */
  YfDay      latest;
};

G_DEFINE_BOXED_TYPE (YfCheckIn, yf_check_in, yf_check_in_copy, yf_check_in_free)

static const char * const moved_ids[] = {
  [YF_MOVED_UNKNOWN] = "unknown",
  [YF_MOVED_DOWN] = "down",
  [YF_MOVED_UP] = "up",
  [YF_MOVED_SAME] = "same",
};

static gboolean
is_pain (int pain)
{
  return pain >= YF_PAIN_UNANSWERED && pain <= YF_PAIN_MAX;
}

static int
find_flag (const YfCheckIn *self,
           const char      *flag)
{
  for (guint i = 0; i < self->flags->len; i++)
    {
      if (g_str_equal (g_array_index (self->flags, YfSign, i).flag, flag))
        return (int) i;
    }

  return -1;
}

/**
 * yf_check_in_new:
 *
 * Returns: (transfer full): a check-in in which nothing was answered; what is
 *   not answered counts as no
 */
YfCheckIn *
yf_check_in_new (void)
{
  YfCheckIn *self = g_new0 (YfCheckIn, 1);

  self->pain_back = YF_PAIN_UNANSWERED;
  self->pain_leg = YF_PAIN_UNANSWERED;
  self->flags = g_array_new (FALSE, FALSE, sizeof (YfSign));
  self->standing = g_array_new (FALSE, FALSE, sizeof (YfSign));
  self->stopped = g_ptr_array_new ();

  return self;
}

YfCheckIn *
yf_check_in_copy (const YfCheckIn *self)
{
  YfCheckIn *copy = g_new0 (YfCheckIn, 1);

  copy->pain_back = self->pain_back;
  copy->pain_leg = self->pain_leg;
  copy->moved = self->moved;
  copy->latest = self->latest;
  copy->flags = g_array_copy (self->flags);
  copy->standing = g_array_copy (self->standing);
  copy->stopped = g_ptr_array_copy (self->stopped, NULL, NULL);

  return copy;
}

void
yf_check_in_free (YfCheckIn *self)
{
  g_array_unref (self->flags);
  g_array_unref (self->standing);
  g_ptr_array_unref (self->stopped);
  g_free (self);
}

/**
 * yf_check_in_get_pain_back:
 * @self: a check-in
 *
 * Returns: back pain, NRS 0 to 10, or %YF_PAIN_UNANSWERED
 */
int
yf_check_in_get_pain_back (const YfCheckIn *self)
{
  g_return_val_if_fail (self != NULL, YF_PAIN_UNANSWERED);

  return self->pain_back;
}

void
yf_check_in_set_pain_back (YfCheckIn *self,
                           int        pain)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (is_pain (pain));

  self->pain_back = pain;
}

/**
 * yf_check_in_get_pain_leg:
 * @self: a check-in
 *
 * Returns: leg pain, NRS 0 to 10, or %YF_PAIN_UNANSWERED
 */
int
yf_check_in_get_pain_leg (const YfCheckIn *self)
{
  g_return_val_if_fail (self != NULL, YF_PAIN_UNANSWERED);

  return self->pain_leg;
}

void
yf_check_in_set_pain_leg (YfCheckIn *self,
                          int        pain)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (is_pain (pain));

  self->pain_leg = pain;
}

YfMoved
yf_check_in_get_moved (const YfCheckIn *self)
{
  g_return_val_if_fail (self != NULL, YF_MOVED_UNKNOWN);

  return self->moved;
}

void
yf_check_in_set_moved (YfCheckIn *self,
                       YfMoved    moved)
{
  g_return_if_fail (self != NULL);

  self->moved = moved;
}

/**
 * yf_check_in_set_flag:
 * @self: a check-in
 * @flag: id of a red flag
 * @present: whether the sign is there
 * @days: for how many days, 0 or more, or %YF_DAYS_UNSAID
 *
 * Answers for one red flag.
 */
void
yf_check_in_set_flag (YfCheckIn  *self,
                      const char *flag,
                      gboolean    present,
                      int         days)
{
  YfSign sign = { NULL, days, YF_DAY_NONE, YF_DAY_NONE };
  int index;

  g_return_if_fail (self != NULL);
  g_return_if_fail (flag != NULL);
  g_return_if_fail (days >= YF_DAYS_UNSAID);

  index = find_flag (self, flag);
  if (index >= 0)
    g_array_remove_index (self->flags, (guint) index);

  if (!present)
    return;

  sign.flag = g_intern_string (flag);
  g_array_append_val (self->flags, sign);
}

/**
 * yf_check_in_has_flag:
 * @self: a check-in
 * @flag: id of a red flag
 * @days: (out) (optional): return location for the days, or %YF_DAYS_UNSAID
 *
 * Returns: whether the sign was said to be there
 */
gboolean
yf_check_in_has_flag (const YfCheckIn *self,
                      const char      *flag,
                      int             *days)
{
  int index;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (flag != NULL, FALSE);

  index = find_flag (self, flag);
  if (index < 0)
    return FALSE;

  if (days != NULL)
    *days = g_array_index (self->flags, YfSign, index).days;
  return TRUE;
}

guint
yf_check_in_get_n_flags (const YfCheckIn *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->flags->len;
}

/**
 * yf_check_in_get_flag:
 * @self: a check-in
 * @index: from 0
 *
 * Returns: (transfer none): a sign that was said to be there
 */
const YfSign *
yf_check_in_get_flag (const YfCheckIn *self,
                      guint            index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->flags->len, NULL);

  return &g_array_index (self->flags, YfSign, index);
}

/**
 * yf_check_in_add_standing:
 * @self: a check-in
 * @flag: id of a red flag
 * @days: for how many days it had been there on @seen, or %YF_DAYS_UNSAID
 * @seen: the day of the latest answer that said so
 * @since: the first day of the unbroken run of check-ins, up to the latest,
 *   that had it; %YF_DAY_NONE if the latest did not
 *
 * Adds what the log knows of an earlier check-in.
 */
void
yf_check_in_add_standing (YfCheckIn  *self,
                          const char *flag,
                          int         days,
                          YfDay       seen,
                          YfDay       since)
{
  YfSign sign = { NULL, days, seen, since };

  g_return_if_fail (self != NULL);
  g_return_if_fail (flag != NULL);
  g_return_if_fail (yf_day_is_known (seen));

  sign.flag = g_intern_string (flag);
  g_array_append_val (self->standing, sign);
}

guint
yf_check_in_get_n_standing (const YfCheckIn *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->standing->len;
}

const YfSign *
yf_check_in_get_standing (const YfCheckIn *self,
                          guint            index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->standing->len, NULL);

  return &g_array_index (self->standing, YfSign, index);
}

/**
 * yf_check_in_get_latest:
 * @self: a check-in
 *
 * Returns: the day of the latest check-in in the log, or %YF_DAY_NONE if there
 *   is none
 */
YfDay
yf_check_in_get_latest (const YfCheckIn *self)
{
  g_return_val_if_fail (self != NULL, YF_DAY_NONE);

  return self->latest;
}

void
yf_check_in_set_latest (YfCheckIn *self,
                        YfDay      day)
{
  g_return_if_fail (self != NULL);

  self->latest = day;
}

/**
 * yf_check_in_add_stopped:
 * @self: a check-in
 * @exercise: an exercise's id
 *
 * Adds that the exercise was stopped for pain today.
 */
void
yf_check_in_add_stopped (YfCheckIn  *self,
                         const char *exercise)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (exercise != NULL);

  if (!yf_check_in_has_stopped (self, exercise))
    g_ptr_array_add (self->stopped, (gpointer) g_intern_string (exercise));
}

gboolean
yf_check_in_has_stopped (const YfCheckIn *self,
                         const char      *exercise)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (exercise != NULL, FALSE);

  for (guint i = 0; i < self->stopped->len; i++)
    {
      if (g_str_equal (g_ptr_array_index (self->stopped, i), exercise))
        return TRUE;
    }

  return FALSE;
}

/**
 * yf_check_in_adopt_log:
 * @self: a check-in
 * @known: what the log knows
 *
 * Replaces what @self knows from the log by what @known knows, and keeps the
 * answers of @self.
 */
void
yf_check_in_adopt_log (YfCheckIn       *self,
                       const YfCheckIn *known)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (known != NULL);

  yf_check_in_adopt_signs (self, known);

  g_ptr_array_set_size (self->stopped, 0);
  for (guint i = 0; i < known->stopped->len; i++)
    g_ptr_array_add (self->stopped, g_ptr_array_index (known->stopped, i));
}

/**
 * yf_check_in_adopt_signs:
 * @self: a check-in
 * @known: what the log knows
 *
 * Replaces what @self knows from the log of earlier days by what @known knows of them.
 * It is what still matters tomorrow: a sign does, an exercise that hurt today does not.
 */
void
yf_check_in_adopt_signs (YfCheckIn       *self,
                         const YfCheckIn *known)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (known != NULL);

  self->latest = known->latest;

  g_array_set_size (self->standing, 0);
  g_array_append_vals (self->standing, known->standing->data, known->standing->len);
}

const char *
yf_moved_get_id (YfMoved moved)
{
  g_return_val_if_fail (moved < G_N_ELEMENTS (moved_ids), NULL);

  return moved_ids[moved];
}

gboolean
yf_moved_from_id (const char *id,
                  YfMoved    *moved)
{
  YF_IDS_FROM_ID (moved_ids, id, moved);
}
