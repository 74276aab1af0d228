-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Schema version 6: how the plan went on and why, what a person wished of a day and
-- said about it, and what they were reminded of.

PRAGMA user_version = 6;

-- A dose as the plan changed it, from a day on. Where an entry that it rests on was
-- corrected so that it no longer follows, it is withdrawn; it is never deleted.
CREATE TABLE dose_change (
  id           INTEGER NOT NULL PRIMARY KEY,
  uuid         TEXT NOT NULL UNIQUE CHECK (length (uuid) = 36),
  at           INTEGER NOT NULL CHECK (at BETWEEN 0 AND 253402128000000000),
  utc_offset   INTEGER NOT NULL CHECK (utc_offset BETWEEN -86400 AND 86400),
  day          TEXT NOT NULL CHECK (day IS date (day, '+0 days')),
  exercise     TEXT NOT NULL CHECK (exercise <> ''),
  from_sets    INTEGER NOT NULL CHECK (from_sets BETWEEN 1 AND 2147483647),
  from_reps    INTEGER NOT NULL CHECK (from_reps BETWEEN 1 AND 2147483647),
  from_hold    INTEGER NOT NULL CHECK (from_hold >= 0),
  to_sets      INTEGER NOT NULL CHECK (to_sets BETWEEN 1 AND 2147483647),
  to_reps      INTEGER NOT NULL CHECK (to_reps BETWEEN 1 AND 2147483647),
  to_hold      INTEGER NOT NULL CHECK (to_hold >= 0),
  reason       TEXT NOT NULL CHECK (reason IN ('good-sessions', 'worse-morning', 'pain-rose',
                                               'pain-stop', 'suspended', 'reviewed', 'break',
                                               'episode', 'limit')),
  withdrawn_at INTEGER CHECK (withdrawn_at BETWEEN 1 AND 253402128000000000)
) STRICT;

CREATE INDEX dose_change_by_day ON dose_change (day);

-- What a change rests on. No reference: an entry may come from another log after
-- the change does, and some are versions of a programme. Empty where the day itself
-- is what it rests on.
CREATE TABLE dose_change_evidence (
  dose_change INTEGER NOT NULL REFERENCES dose_change (id),
  position    INTEGER NOT NULL CHECK (position >= 0),
  entry       TEXT NOT NULL CHECK (entry = '' OR length (entry) = 36),
  day         TEXT NOT NULL CHECK (day IS date (day, '+0 days')),
  PRIMARY KEY (dose_change, position)
) STRICT, WITHOUT ROWID;

-- One step on the way from an episode to maintenance; withdrawn likewise.
CREATE TABLE stage_change (
  id           INTEGER NOT NULL PRIMARY KEY,
  uuid         TEXT NOT NULL UNIQUE CHECK (length (uuid) = 36),
  at           INTEGER NOT NULL CHECK (at BETWEEN 0 AND 253402128000000000),
  utc_offset   INTEGER NOT NULL CHECK (utc_offset BETWEEN -86400 AND 86400),
  day          TEXT NOT NULL CHECK (day IS date (day, '+0 days')),
  from_stage   TEXT NOT NULL CHECK (from_stage IN ('prevention', 'acute', 'easing', 'recovery',
                                                   'maintenance')),
  to_stage     TEXT NOT NULL CHECK (to_stage IN ('prevention', 'acute', 'easing', 'recovery',
                                                 'maintenance')),
  after_flare  INTEGER NOT NULL CHECK (after_flare IN (0, 1)),
  surgery      INTEGER NOT NULL CHECK (surgery IN (0, 1)),
  withdrawn_at INTEGER CHECK (withdrawn_at BETWEEN 1 AND 253402128000000000),
  CHECK (from_stage <> to_stage)
) STRICT;

CREATE INDEX stage_change_by_day ON stage_change (day);

-- A day that the person says is a flare: the day of the moment.
CREATE TABLE flare (
  id         INTEGER NOT NULL PRIMARY KEY,
  uuid       TEXT NOT NULL UNIQUE CHECK (length (uuid) = 36),
  at         INTEGER NOT NULL CHECK (at BETWEEN 0 AND 253402128000000000),
  utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -86400 AND 86400)
) STRICT;

CREATE INDEX flare_by_local_time ON flare (at + utc_offset * 1000000);

-- A suspended exercise that was looked at again: by the person where clinician is
-- NULL.
CREATE TABLE review (
  id         INTEGER NOT NULL PRIMARY KEY,
  uuid       TEXT NOT NULL UNIQUE CHECK (length (uuid) = 36),
  at         INTEGER NOT NULL CHECK (at BETWEEN 0 AND 253402128000000000),
  utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -86400 AND 86400),
  exercise   TEXT NOT NULL CHECK (exercise <> ''),
  clinician  TEXT CHECK (clinician <> '')
) STRICT;

CREATE INDEX review_by_local_time ON review (at + utc_offset * 1000000);

-- All that a person would have otherwise in the plan of a day: a row each time,
-- of which the last counts. One without a wish takes back those before it.
CREATE TABLE wishes (
  id         INTEGER NOT NULL PRIMARY KEY,
  uuid       TEXT NOT NULL UNIQUE CHECK (length (uuid) = 36),
  at         INTEGER NOT NULL CHECK (at BETWEEN 0 AND 253402128000000000),
  utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -86400 AND 86400)
) STRICT;

CREATE INDEX wishes_by_local_time ON wishes (at + utc_offset * 1000000);

CREATE TABLE wish (
  wishes   INTEGER NOT NULL REFERENCES wishes (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  kind     TEXT NOT NULL CHECK (kind IN ('leave-out', 'add', 'order')),
  exercise TEXT NOT NULL CHECK (exercise <> ''),
  PRIMARY KEY (wishes, position)
) STRICT, WITHOUT ROWID;

-- What was shown. The session is the one that a question of the morning is about;
-- no reference, for it may come from another log after the reminder does.
CREATE TABLE reminder (
  id         INTEGER NOT NULL PRIMARY KEY,
  uuid       TEXT NOT NULL UNIQUE CHECK (length (uuid) = 36),
  kind       TEXT NOT NULL CHECK (kind IN ('session', 'session-again', 'morning')),
  at         INTEGER NOT NULL CHECK (at BETWEEN 0 AND 253402128000000000),
  utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -86400 AND 86400),
  session    TEXT CHECK (length (session) = 36),
  CHECK (session IS NULL OR kind = 'morning')
) STRICT;

CREATE INDEX reminder_by_local_time ON reminder (at + utc_offset * 1000000);

-- The last answer is the one that stands. A reason is only of what is not done.
CREATE TABLE reminder_answer (
  reminder INTEGER NOT NULL PRIMARY KEY REFERENCES reminder (id),
  at       INTEGER NOT NULL CHECK (at BETWEEN 0 AND 253402128000000000),
  answer   TEXT NOT NULL CHECK (answer IN ('start', 'not-today', 'told')),
  reason   TEXT NOT NULL CHECK (reason IN ('unsaid', 'no-time', 'pain', 'unwell',
                                           'done-otherwise', 'no-place', 'no-wish')),
  CHECK (reason = 'unsaid' OR answer = 'not-today')
) STRICT;

-- A break from sitting that was offered. The length is 0 until it is begun, and
-- stays so where it never is.
CREATE TABLE sitting_break (
  id         INTEGER NOT NULL PRIMARY KEY,
  uuid       TEXT NOT NULL UNIQUE CHECK (length (uuid) = 36),
  at         INTEGER NOT NULL CHECK (at BETWEEN 0 AND 253402128000000000),
  utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -86400 AND 86400),
  sat        INTEGER NOT NULL CHECK (sat >= 0),
  length     INTEGER NOT NULL CHECK (length >= 0)
) STRICT;

CREATE INDEX sitting_break_by_local_time ON sitting_break (at + utc_offset * 1000000);

CREATE TABLE sitting_break_answer (
  sitting_break INTEGER NOT NULL PRIMARY KEY REFERENCES sitting_break (id),
  at            INTEGER NOT NULL CHECK (at BETWEEN 0 AND 253402128000000000),
  answer        TEXT NOT NULL CHECK (answer IN ('done', 'partly', 'skipped')),
  reason        TEXT NOT NULL CHECK (reason IN ('unsaid', 'no-time', 'pain', 'unwell',
                                                'done-otherwise', 'no-place', 'no-wish')),
  CHECK (reason = 'unsaid' OR answer = 'skipped')
) STRICT;
