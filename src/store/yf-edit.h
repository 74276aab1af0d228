/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YfEntryKind:
 *
 * What a person may correct, add later or take out of the log.
 */
typedef enum
{
  YF_ENTRY_SESSION,   /* a YfSessionRecord */
  YF_ENTRY_CHECK_IN,  /* a YfCheckInRecord, of a check-in without a session */
  YF_ENTRY_RELIEF,    /* a YfReliefRecord */
  YF_ENTRY_ACTIVITY,  /* a YfActivityRecord */
  YF_ENTRY_RATING,    /* a YfFunctionRating */
  YF_ENTRY_SCORE,     /* a YfClinicScore */
} YfEntryKind;
#define YF_N_ENTRY_KINDS (YF_ENTRY_SCORE + 1)

const char *yf_entry_kind_get_id  (YfEntryKind  kind);
gboolean    yf_entry_kind_from_id (const char  *id,
                                   YfEntryKind *kind);

/**
 * YfEdit:
 * @id: a UUID
 * @kind: what was edited
 * @at: when, in microseconds since the Unix epoch
 * @utc_offset: seconds east of UTC in force at @at
 * @old: (nullable): the id of the entry that no longer counts, which stays in
 *   the log; %NULL for one that was added afterwards
 * @new: (nullable): the id of the entry that counts instead; %NULL for one that
 *   was taken out
 *
 * One change that a person made to their log. The old entry is kept as it was.
 */
typedef struct
{
  char        *id;
  YfEntryKind  kind;
  gint64       at;
  gint32       utc_offset;
  char        *old;
  char        *new;
} YfEdit;

YfEdit *yf_edit_copy (const YfEdit *self);
void    yf_edit_free (YfEdit       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfEdit, yf_edit_free)

G_END_DECLS
