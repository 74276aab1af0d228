/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-today-wishes.h"

/* What a person would have otherwise in the plan of today. Each wish is written into the
 * log with all that were there before; the plan follows it as far as the safety table
 * and the programme let it. */

static void
add_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (YfPerson) person = user_data;
  g_autoptr (GError) error = NULL;

  if (!yf_store_write_finish (YF_STORE (source), result, &error))
    {
      /* Translators: %s is a sentence that says why */
      g_autofree char *message = g_strdup_printf (_("Your wish could not be saved. %s"), error->message);

      g_signal_emit_by_name (person, "trouble", message);
    }
  yf_person_note_logged (person);
}

static void
save (YfPerson           *person,
      const YfWishRecord *wishes)
{
  yf_store_add_wishes_async (yf_person_get_store (person), wishes, NULL, add_cb, g_object_ref (person));
}

static const YfWishRecord *
get_wishes (YfPerson *person)
{
  YfToday *today = yf_person_get_plan (person);

  return today ? yf_today_get_wishes (today) : NULL;
}

/* What was wished so far, without an order if it is to be another one. */
static YfWishRecord *
dup_wishes (YfPerson *person,
            gboolean  order)
{
  const YfWishRecord *earlier = get_wishes (person);
  YfWishRecord *wishes = yf_wish_record_new (yf_clock_get_real (yf_person_get_clock (person)));

  for (guint i = 0; earlier && i < earlier->wishes->len; i++)
    {
      const YfWish *wish = &g_array_index (earlier->wishes, YfWish, i);

      if (order || wish->kind != YF_WISH_ORDER)
        yf_wish_record_add (wishes, wish->kind, wish->exercise);
    }

  return wishes;
}

static GPtrArray *
get_items (YfPerson *person)
{
  YfToday *today = yf_person_get_plan (person);

  return today ? yf_day_plan_get_items (yf_today_get_plan (today)) : NULL;
}

/* Where the exercise is, and where it would go to; nobody is to roll over twice. */
static gboolean
find_places (YfPerson   *person,
             const char *exercise,
             int         direction,
             guint      *place,
             guint      *other)
{
  GPtrArray *items = get_items (person);

  for (guint i = 0; items && i < items->len; i++)
    {
      const YfDayItem *item = g_ptr_array_index (items, i);
      const YfDayItem *neighbour;

      if (!g_str_equal (yf_exercise_get_id (item->exercise), exercise))
        continue;
      if ((direction < 0 && i == 0) || (direction > 0 && i + 1 == items->len))
        return FALSE;
      *place = i;
      *other = direction < 0 ? i - 1 : i + 1;
      neighbour = g_ptr_array_index (items, *other);

      return yf_exercise_get_posture (neighbour->exercise) == yf_exercise_get_posture (item->exercise);
    }

  return FALSE;
}

/**
 * yf_today_wishes_leave_out:
 * @person: whose day it is
 * @exercise: the id of what is not to be done today
 */
void
yf_today_wishes_leave_out (YfPerson   *person,
                           const char *exercise)
{
  g_autoptr (YfWishRecord) wishes = dup_wishes (person, TRUE);

  if (!yf_wish_record_remove (wishes, YF_WISH_ADD, exercise))
    yf_wish_record_add (wishes, YF_WISH_LEAVE_OUT, exercise);
  save (person, wishes);
}

/**
 * yf_today_wishes_add:
 * @person: whose day it is
 * @exercise: the id of what is to be done too, or in spite of having been left out
 */
void
yf_today_wishes_add (YfPerson   *person,
                     const char *exercise)
{
  g_autoptr (YfWishRecord) wishes = dup_wishes (person, TRUE);

  if (!yf_wish_record_remove (wishes, YF_WISH_LEAVE_OUT, exercise))
    yf_wish_record_add (wishes, YF_WISH_ADD, exercise);
  save (person, wishes);
}

/**
 * yf_today_wishes_can_move:
 * @person: whose day it is
 * @exercise: the id of an exercise
 * @direction: -1 for before the one before it, 1 for after the one after it
 *
 * Returns: whether there is such a one, in the same posture
 */
gboolean
yf_today_wishes_can_move (YfPerson   *person,
                          const char *exercise,
                          int         direction)
{
  guint place, other;

  return find_places (person, exercise, direction, &place, &other);
}

/**
 * yf_today_wishes_move:
 * @person: whose day it is
 * @exercise: the id of an exercise
 * @direction: as in yf_today_wishes_can_move()
 */
void
yf_today_wishes_move (YfPerson   *person,
                      const char *exercise,
                      int         direction)
{
  g_autoptr (YfWishRecord) wishes = dup_wishes (person, FALSE);
  GPtrArray *items = get_items (person);
  guint place, other;

  if (!find_places (person, exercise, direction, &place, &other))
    return;

  for (guint i = 0; i < items->len; i++)
    {
      const YfDayItem *item = g_ptr_array_index (items, i == place ? other : i == other ? place : i);

      yf_wish_record_add (wishes, YF_WISH_ORDER, yf_exercise_get_id (item->exercise));
    }
  save (person, wishes);
}

/**
 * yf_today_wishes_clear:
 * @person: whose day it is
 *
 * Has the day as it was planned.
 */
void
yf_today_wishes_clear (YfPerson *person)
{
  g_autoptr (YfWishRecord) wishes = yf_wish_record_new (yf_clock_get_real (yf_person_get_clock (person)));

  save (person, wishes);
}

/**
 * yf_today_wishes_any:
 * @person: whose day it is
 *
 * Returns: whether anything is wished otherwise
 */
gboolean
yf_today_wishes_any (YfPerson *person)
{
  const YfWishRecord *wishes = get_wishes (person);

  return wishes && wishes->wishes->len > 0;
}
