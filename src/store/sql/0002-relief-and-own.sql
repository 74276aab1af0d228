-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Schema version 2: timed relief, activities, exercises of one's own, consent,
-- and the time of day an episode began.

PRAGMA user_version = 2;

-- Minutes after midnight, NULL where only the day is known.
ALTER TABLE profile ADD COLUMN onset_minute INTEGER CHECK (onset_minute BETWEEN 0 AND 1439);

CREATE TABLE relief (
  id         INTEGER NOT NULL PRIMARY KEY,
  uuid       TEXT NOT NULL UNIQUE CHECK (length (uuid) = 36),
  kind       TEXT NOT NULL CHECK (kind IN ('cold', 'heat')),
  started    INTEGER NOT NULL CHECK (started BETWEEN 0 AND 253402128000000000),
  utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -86400 AND 86400),
  ended      INTEGER CHECK (ended BETWEEN 0 AND 253402128000000000),
  state      TEXT NOT NULL CHECK (state IN ('running', 'completed', 'stopped', 'cut')),
  CHECK ((state = 'running') = (ended IS NULL))
) STRICT;

CREATE INDEX relief_by_local_start ON relief (started + utc_offset * 1000000);
CREATE INDEX relief_running ON relief (id) WHERE state = 'running';

CREATE TABLE activity (
  id         INTEGER NOT NULL PRIMARY KEY,
  uuid       TEXT NOT NULL UNIQUE CHECK (length (uuid) = 36),
  kind       TEXT NOT NULL CHECK (kind IN ('tai-chi', 'baduanjin', 'swimming', 'yoga', 'walking')),
  at         INTEGER NOT NULL CHECK (at BETWEEN 0 AND 253402128000000000),
  utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -86400 AND 86400),
  minutes    INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 1440)
) STRICT;

CREATE INDEX activity_by_local_time ON activity (at + utc_offset * 1000000);

-- An exercise that somebody has done is never deleted: the log names it.
CREATE TABLE own_exercise (
  id         TEXT NOT NULL PRIMARY KEY CHECK (id GLOB 'own-[1-9]*'),
  xml        TEXT NOT NULL CHECK (xml <> ''),
  created    INTEGER NOT NULL CHECK (created BETWEEN 0 AND 253402128000000000),
  utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -86400 AND 86400),
  retired    INTEGER NOT NULL CHECK (retired IN (0, 1))
) STRICT;

-- Which version of the text was agreed to, and when: a row each time.
CREATE TABLE consent (
  id         INTEGER NOT NULL PRIMARY KEY,
  at         INTEGER NOT NULL CHECK (at BETWEEN 0 AND 253402128000000000),
  utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -86400 AND 86400),
  version    INTEGER NOT NULL CHECK (version >= 1)
) STRICT;
