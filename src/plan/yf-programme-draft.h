/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-draft.h"
#include "yf-programme.h"

G_BEGIN_DECLS

/* What somebody types stays text, as they typed it: only the parser of programmes says
 * what will do. An empty text or %NULL is left out of the file. */

/**
 * YfProgrammeDraftDose:
 * @sets: number of sets
 * @reps: repetitions in a set
 * @hold: seconds
 */
typedef struct
{
  char *sets;
  char *reps;
  char *hold;
} YfProgrammeDraftDose;

/**
 * YfProgrammeDraftItem:
 * @exercise: the id of what is to be done
 * @dose: how much of it
 * @cap: the most of it
 * @tempo: percent
 * @rest: seconds after a repetition
 * @set_rest: seconds between sets
 * @notes: (element-type utf8): sentences for the person
 */
typedef struct
{
  char                 *exercise;
  YfProgrammeDraftDose  dose;
  YfProgrammeDraftDose  cap;
  char                 *tempo;
  char                 *rest;
  char                 *set_rest;
  GPtrArray            *notes;
} YfProgrammeDraftItem;

/**
 * YfProgrammeDraftOwn:
 * @id: its id in the programme
 * @draft: what it is
 */
typedef struct
{
  char    *id;
  YfDraft *draft;
} YfProgrammeDraftOwn;

/**
 * YfProgrammeDraftClearance:
 * @conditions: (array zero-terminated=1): ids of conditions and stages
 * @exercises: (array zero-terminated=1): ids of exercises, or "*"
 * @until: the last day, or %YF_DAY_NONE for as long as the programme
 * @above_ceiling: whether it allows them above their ceilings
 */
typedef struct
{
  GStrv    conditions;
  GStrv    exercises;
  YfDay    until;
  gboolean above_ceiling;
} YfProgrammeDraftClearance;

/**
 * YfProgrammeDraft:
 * @name: what it is called
 * @clinician: who writes it
 * @date: when it is given
 * @from: the first day on which it counts, or %YF_DAY_NONE for @date
 * @until: the last, or %YF_DAY_NONE
 * @notes: (element-type utf8): sentences for the person
 * @own: (element-type YfProgrammeDraftOwn): exercises that it defines itself
 * @items: (element-type YfProgrammeDraftItem): what is to be done
 * @bans: (element-type YfProgrammeBan): what is not to be done
 * @days_a_week: on how many days of a week; left out where there are @weekdays
 * @weekdays: bits of the days of the week, 1 << 0 for Monday
 * @times_a_day: how often on such a day
 * @stop_at: the pain at which to stop
 * @rest_at: the pain at which not to train
 * @clearances: (element-type YfProgrammeDraftClearance): what the clinician allows
 *
 * A programme as it is being written.
 */
typedef struct
{
  char      *name;
  char      *clinician;
  YfDay      date;
  YfDay      from;
  YfDay      until;
  GPtrArray *notes;
  GPtrArray *own;
  GPtrArray *items;
  GPtrArray *bans;
  char      *days_a_week;
  guint      weekdays;
  char      *times_a_day;
  char      *stop_at;
  char      *rest_at;
  GPtrArray *clearances;
} YfProgrammeDraft;

/**
 * YfProgrammePart:
 *
 * The parts of a draft.
 */
typedef enum
{
  YF_PROGRAMME_PART_WHOLE,
  YF_PROGRAMME_PART_NOTE,
  YF_PROGRAMME_PART_OWN,
  YF_PROGRAMME_PART_ITEM,
  YF_PROGRAMME_PART_DOSE,
  YF_PROGRAMME_PART_CAP,
  YF_PROGRAMME_PART_PACE,
  YF_PROGRAMME_PART_ITEM_NOTE,
  YF_PROGRAMME_PART_BAN,
  YF_PROGRAMME_PART_SCHEDULE,
  YF_PROGRAMME_PART_PAIN,
  YF_PROGRAMME_PART_CLEARANCE,
} YfProgrammePart;

/**
 * YfProgrammePlace:
 * @part: in which part of a draft
 * @index: in which of them, for what there are several of; dose, cap, pace and note
 *   of an item have the index of the item
 * @attribute: (nullable): at which attribute of it, as the file calls it, if the
 *   message names one
 *
 * Where something is wrong.
 */
typedef struct
{
  YfProgrammePart  part;
  guint            index;
  const char      *attribute;
} YfProgrammePlace;

YfProgrammeDraft          *yf_programme_draft_new         (void);
YfProgrammeDraft          *yf_programme_draft_new_from    (YfProgramme               *programme);
void                       yf_programme_draft_free        (YfProgrammeDraft          *self);
YfProgrammeDraftItem      *yf_programme_draft_add_item    (YfProgrammeDraft          *self,
                                                           YfExercise                *exercise,
                                                           const YfDose              *dose,
                                                           const YfPace              *pace);
YfProgrammeDraftItem      *yf_programme_draft_find_item   (YfProgrammeDraft          *self,
                                                           const char                *exercise);
void                       yf_programme_draft_add_own     (YfProgrammeDraft          *self,
                                                           YfExercise                *exercise);
void                       yf_programme_draft_add_ban     (YfProgrammeDraft          *self,
                                                           const char                *exercise,
                                                           const char                *note);
YfProgrammeDraftClearance *yf_programme_draft_add_clearance
                                                          (YfProgrammeDraft          *self,
                                                           const char * const        *conditions,
                                                           const char * const        *exercises,
                                                           YfDay                      until,
                                                           gboolean                   above_ceiling);
YfProgramme               *yf_programme_draft_check       (YfProgrammeDraft          *self,
                                                           YfCatalogue               *catalogue,
                                                           YfProgrammePlace          *place,
                                                           GError                   **error);

/* yf-programme-writer.c */
char                      *yf_programme_draft_to_xml      (YfProgrammeDraft          *self,
                                                           GArray                   **places);
char                      *yf_programme_to_xml            (YfProgramme               *programme);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfProgrammeDraft, yf_programme_draft_free)

G_END_DECLS
