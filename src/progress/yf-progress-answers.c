/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-progress-private.h"

/* What was answered besides pain: red flags, activities, next mornings. */

static void
raise_flag (YfProgress   *self,
            const YfSign *sign,
            YfDay         day)
{
  YfRedFlag *red_flag = yf_catalogue_find_red_flag (self->catalogue, sign->flag);
  YfRaised *raised = NULL;
  YfTriage level;

  /* A sign from another version has no level to judge by, in the safety table
   * neither. */
  level = red_flag != NULL ? yf_red_flag_get_level (red_flag, sign->days, NULL, NULL) : YF_TRIAGE_NONE;

  for (guint i = 0; i < self->raised->len && raised == NULL; i++)
    if (g_str_equal (g_array_index (self->raised, YfRaised, i).flag, sign->flag))
      raised = &g_array_index (self->raised, YfRaised, i);

  if (raised == NULL)
    {
      const YfRaised fresh = { .flag = sign->flag, .first = day, .latest = day };

      g_array_append_val (self->raised, fresh);
      raised = &g_array_index (self->raised, YfRaised, self->raised->len - 1);
    }

  raised->n++;
  raised->first = MIN (raised->first, day);
  raised->latest = MAX (raised->latest, day);
  raised->level = MAX (raised->level, level);
}

static void
raise_flags (YfProgress      *self,
             const YfCheckIn *check_in,
             YfDay            day)
{
  for (guint i = 0; i < yf_check_in_get_n_flags (check_in); i++)
    raise_flag (self, yf_check_in_get_flag (check_in, i), day);
}

static int
compare_raised (gconstpointer a,
                gconstpointer b)
{
  const YfRaised *one = a;
  const YfRaised *other = b;

  if (one->level != other->level)
    return (int) other->level - (int) one->level;

  return (other->latest > one->latest) - (other->latest < one->latest);
}

void
yf_progress_fill_raised (YfProgress *self)
{
  for (guint i = 0; i < self->sessions->len; i++)
    {
      const YfSessionRecord *record = g_ptr_array_index (self->sessions, i);

      if (record->check_in != NULL)
        raise_flags (self, record->check_in, yf_progress_get_session_day (record));
    }

  for (guint i = 0; i < self->log->check_ins->len; i++)
    {
      const YfCheckInRecord *record = g_ptr_array_index (self->log->check_ins, i);
      YfDay day = yf_day_from_moment (record->at, record->utc_offset);

      if (yf_progress_has_day (self, day))
        raise_flags (self, record->check_in, day);
    }

  g_array_sort (self->raised, compare_raised);
}

void
yf_progress_fill_functions (YfProgress *self)
{
  for (guint i = 0; i < self->log->ratings->len; i++)
    {
      const YfFunctionRating *rating = g_ptr_array_index (self->log->ratings, i);
      YfFunctionPoint point = { .day = yf_day_from_moment (rating->at, rating->utc_offset), .rating = rating };

      if (rating->scores->len == 0 || !yf_progress_has_day (self, point.day))
        continue;

      point.mean = yf_function_rating_get_mean (rating);
      g_array_append_val (self->functions, point);
    }
}

void
yf_progress_fill_mornings (YfProgress *self)
{
  for (guint i = 0; i < self->sessions->len; i++)
    self->mornings[((const YfSessionRecord *) g_ptr_array_index (self->sessions, i))->morning]++;
}
