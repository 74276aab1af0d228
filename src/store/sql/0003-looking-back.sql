-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Schema version 3: who the log is of, how it was after a session and on the next
-- morning, what a person finds hard, scores from the clinic, how often they mean
-- to train, and what they changed in their log.

PRAGMA user_version = 3;

ALTER TABLE profile ADD COLUMN name TEXT CHECK (name <> '');
ALTER TABLE profile ADD COLUMN born INTEGER CHECK (born BETWEEN 1900 AND 9999);
ALTER TABLE profile ADD COLUMN diagnosis TEXT CHECK (diagnosis <> '');

ALTER TABLE session ADD COLUMN origin TEXT NOT NULL DEFAULT 'recorded'
  CHECK (origin IN ('recorded', 'entered'));

-- Of a check-in without a session; one with a session goes by the session's. The
-- name is made from what the row has, so that two copies of a log that are
-- brought up to date apart still name the same check-in the same: fifteen digits
-- of the time, fifteen of the number, and the marks of a UUID of version 8 (RFC
-- 9562, 5.8).
ALTER TABLE check_in ADD COLUMN uuid TEXT CHECK (length (uuid) = 36);
UPDATE check_in
SET uuid = printf ('%08x-%04x-8%03x-8%03x-%012x', at >> 28, (at >> 12) & 0xffff, at & 0xfff,
                   (id >> 48) & 0xfff, id & 0xffffffffffff)
WHERE NOT EXISTS (SELECT 1 FROM session WHERE session.check_in = check_in.id);
CREATE UNIQUE INDEX check_in_by_uuid ON check_in (uuid);

-- What nobody said is NULL.
CREATE TABLE session_after (
  session   INTEGER NOT NULL PRIMARY KEY REFERENCES session (id),
  at        INTEGER NOT NULL CHECK (at BETWEEN 0 AND 253402128000000000),
  pain_back INTEGER CHECK (pain_back BETWEEN 0 AND 10),
  pain_leg  INTEGER CHECK (pain_leg BETWEEN 0 AND 10),
  effort    INTEGER CHECK (effort BETWEEN 0 AND 10),
  note      TEXT CHECK (note <> '')
) STRICT;

CREATE TABLE session_morning (
  session INTEGER NOT NULL PRIMARY KEY REFERENCES session (id),
  at      INTEGER NOT NULL CHECK (at BETWEEN 0 AND 253402128000000000),
  morning TEXT NOT NULL CHECK (morning IN ('better', 'same', 'worse'))
) STRICT;

-- Something a person finds hard. It is retired and never deleted: scores name it.
CREATE TABLE function_activity (
  id         INTEGER NOT NULL PRIMARY KEY,
  uuid       TEXT NOT NULL UNIQUE CHECK (length (uuid) = 36),
  name       TEXT NOT NULL CHECK (name <> ''),
  at         INTEGER NOT NULL CHECK (at BETWEEN 0 AND 253402128000000000),
  utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -86400 AND 86400),
  retired    INTEGER CHECK (retired BETWEEN 0 AND 253402128000000000)
) STRICT;

CREATE TABLE function_rating (
  id         INTEGER NOT NULL PRIMARY KEY,
  uuid       TEXT NOT NULL UNIQUE CHECK (length (uuid) = 36),
  at         INTEGER NOT NULL CHECK (at BETWEEN 0 AND 253402128000000000),
  utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -86400 AND 86400)
) STRICT;

CREATE INDEX function_rating_by_local_time ON function_rating (at + utc_offset * 1000000);

CREATE TABLE function_score (
  rating   INTEGER NOT NULL REFERENCES function_rating (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  activity INTEGER NOT NULL REFERENCES function_activity (id),
  score    INTEGER NOT NULL CHECK (score BETWEEN 0 AND 10),
  PRIMARY KEY (rating, position),
  UNIQUE (rating, activity)
) STRICT, WITHOUT ROWID;

-- Totals only: the questionnaires are licensed.
CREATE TABLE clinic_score (
  id         INTEGER NOT NULL PRIMARY KEY,
  uuid       TEXT NOT NULL UNIQUE CHECK (length (uuid) = 36),
  scale      TEXT NOT NULL CHECK (scale IN ('odi', 'rmdq')),
  day        TEXT NOT NULL CHECK (day IS date (day, '+0 days')),
  total      INTEGER NOT NULL,
  at         INTEGER NOT NULL CHECK (at BETWEEN 0 AND 253402128000000000),
  utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -86400 AND 86400),
  CHECK (total BETWEEN 0 AND CASE scale WHEN 'odi' THEN 100 ELSE 24 END)
) STRICT;

CREATE INDEX clinic_score_by_day ON clinic_score (day);

-- How often a person means to train, from some moment on.
CREATE TABLE schedule (
  id          INTEGER NOT NULL PRIMARY KEY,
  uuid        TEXT NOT NULL UNIQUE CHECK (length (uuid) = 36),
  at          INTEGER NOT NULL CHECK (at BETWEEN 0 AND 253402128000000000),
  utc_offset  INTEGER NOT NULL CHECK (utc_offset BETWEEN -86400 AND 86400),
  days_a_week INTEGER NOT NULL CHECK (days_a_week BETWEEN 1 AND 7)
) STRICT;

-- What was changed afterwards. An entry counts unless it is the old one of an
-- edit; it is never deleted. No reference: an edit may come from another log
-- before the entries do, and they are of six kinds.
CREATE TABLE edit (
  id         INTEGER NOT NULL PRIMARY KEY,
  uuid       TEXT NOT NULL UNIQUE CHECK (length (uuid) = 36),
  kind       TEXT NOT NULL CHECK (kind IN ('session', 'check-in', 'relief', 'activity', 'rating',
                                           'score')),
  at         INTEGER NOT NULL CHECK (at BETWEEN 0 AND 253402128000000000),
  utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -86400 AND 86400),
  old        TEXT UNIQUE CHECK (length (old) = 36),
  new        TEXT UNIQUE CHECK (length (new) = 36),
  CHECK (old IS NOT NULL OR new IS NOT NULL),
  CHECK (old <> new)
) STRICT;
