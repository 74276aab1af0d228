-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Schema version 1.
--
-- Instants are microseconds since the Unix epoch, lengths are microseconds,
-- offsets are seconds east of UTC. Civil days are ISO 8601 text, 'unknown' for
-- a day that was but that nobody remembers, NULL for none. Instants end with the
-- year 9999, as days do: what lies outside is damage, not time. What a person did
-- is one row a fact; what comes to be known later stands beside it in tables
-- of its own. No check compares two instants: clocks are set back, and a fact
-- must not be lost to that.

PRAGMA application_id = 1499557446; -- 0x59616E46, "YanF"
PRAGMA user_version = 1;

CREATE TABLE profile (
  id               INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  onset            TEXT CHECK (onset = 'unknown' OR onset IS date (onset, '+0 days')),
  relief           TEXT CHECK (relief = 'unknown' OR relief IS date (relief, '+0 days')),
  treatment_start  TEXT CHECK (treatment_start = 'unknown'
                               OR treatment_start IS date (treatment_start, '+0 days')),
  surgery          TEXT CHECK (surgery = 'unknown' OR surgery IS date (surgery, '+0 days')),
  birth            TEXT CHECK (birth = 'unknown' OR birth IS date (birth, '+0 days')),
  back_strength    TEXT NOT NULL CHECK (back_strength IN ('unknown', 'weak', 'strong')),
  muscle_relaxants INTEGER NOT NULL CHECK (muscle_relaxants IN (0, 1))
) STRICT;

CREATE TABLE profile_condition (
  profile   INTEGER NOT NULL REFERENCES profile (id) ON DELETE CASCADE,
  position  INTEGER NOT NULL CHECK (position >= 0),
  condition TEXT NOT NULL CHECK (condition <> ''),
  PRIMARY KEY (profile, position),
  UNIQUE (profile, condition)
) STRICT, WITHOUT ROWID;

CREATE TABLE clearance (
  id        INTEGER NOT NULL PRIMARY KEY,
  profile   INTEGER NOT NULL REFERENCES profile (id) ON DELETE CASCADE,
  position  INTEGER NOT NULL CHECK (position >= 0),
  clinician TEXT NOT NULL,
  date      TEXT NOT NULL CHECK (date IS date (date, '+0 days')),
  until     TEXT CHECK (until = 'unknown' OR until IS date (until, '+0 days')),
  UNIQUE (profile, position)
) STRICT;

CREATE TABLE clearance_condition (
  clearance INTEGER NOT NULL REFERENCES clearance (id) ON DELETE CASCADE,
  position  INTEGER NOT NULL CHECK (position >= 0),
  condition TEXT NOT NULL CHECK (condition <> ''),
  PRIMARY KEY (clearance, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE clearance_exercise (
  clearance INTEGER NOT NULL REFERENCES clearance (id) ON DELETE CASCADE,
  position  INTEGER NOT NULL CHECK (position >= 0),
  exercise  TEXT NOT NULL CHECK (exercise <> ''),
  PRIMARY KEY (clearance, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE assessment (
  id        INTEGER NOT NULL PRIMARY KEY,
  profile   INTEGER NOT NULL REFERENCES profile (id) ON DELETE CASCADE,
  position  INTEGER NOT NULL CHECK (position >= 0),
  flag      TEXT NOT NULL CHECK (flag <> ''),
  clinician TEXT NOT NULL,
  date      TEXT NOT NULL CHECK (date IS date (date, '+0 days')),
  UNIQUE (profile, position)
) STRICT;

CREATE TABLE check_in (
  id         INTEGER NOT NULL PRIMARY KEY,
  at         INTEGER NOT NULL CHECK (at BETWEEN 0 AND 253402128000000000),
  utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -86400 AND 86400),
  pain_back  INTEGER CHECK (pain_back BETWEEN 0 AND 10),
  pain_leg   INTEGER CHECK (pain_leg BETWEEN 0 AND 10),
  moved      TEXT NOT NULL CHECK (moved IN ('unknown', 'down', 'up', 'same'))
) STRICT;

-- A sign that was answered yes. What is not here was answered no.
CREATE TABLE check_in_flag (
  check_in INTEGER NOT NULL REFERENCES check_in (id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  flag     TEXT NOT NULL CHECK (flag <> ''),
  days     INTEGER CHECK (days >= 0),
  PRIMARY KEY (check_in, position),
  UNIQUE (check_in, flag)
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
  id         INTEGER NOT NULL PRIMARY KEY,
  uuid       TEXT NOT NULL UNIQUE CHECK (length (uuid) = 36),
  started    INTEGER NOT NULL CHECK (started BETWEEN 0 AND 253402128000000000),
  utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -86400 AND 86400),
  ended      INTEGER CHECK (ended BETWEEN 0 AND 253402128000000000),
  state      TEXT NOT NULL CHECK (state IN ('running', 'completed', 'stopped', 'cut')),
  check_in   INTEGER UNIQUE REFERENCES check_in (id),
  CHECK ((state = 'running') = (ended IS NULL))
) STRICT;

-- The log is read by the civil day on which the person was.
CREATE INDEX session_by_local_start ON session (started + utc_offset * 1000000);
CREATE INDEX check_in_by_local_time ON check_in (at + utc_offset * 1000000);
CREATE INDEX session_running ON session (id) WHERE state = 'running';

CREATE TABLE session_exercise (
  session      INTEGER NOT NULL REFERENCES session (id),
  item         INTEGER NOT NULL CHECK (item >= 0),
  exercise     TEXT NOT NULL CHECK (exercise <> ''),
  planned_sets INTEGER NOT NULL CHECK (planned_sets >= 1),
  planned_reps INTEGER NOT NULL CHECK (planned_reps >= 1),
  planned_hold INTEGER NOT NULL CHECK (planned_hold >= 0),
  state        TEXT NOT NULL CHECK (state IN ('running', 'completed', 'stopped', 'cut')),
  PRIMARY KEY (session, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE repetition (
  id         INTEGER NOT NULL PRIMARY KEY,
  session    INTEGER NOT NULL,
  item       INTEGER NOT NULL,
  side       TEXT NOT NULL CHECK (side IN ('none', 'left', 'right')),
  set_number INTEGER NOT NULL CHECK (set_number >= 1),
  rep_number INTEGER NOT NULL CHECK (rep_number >= 1),
  started    INTEGER NOT NULL CHECK (started BETWEEN 0 AND 253402128000000000),
  ended      INTEGER NOT NULL CHECK (ended BETWEEN 0 AND 253402128000000000),
  hold       INTEGER NOT NULL CHECK (hold >= 0),
  counted_by TEXT NOT NULL CHECK (counted_by IN ('pace', 'tap')),
  FOREIGN KEY (session, item) REFERENCES session_exercise (session, item),
  UNIQUE (session, item, side, set_number, rep_number)
) STRICT;

-- The stop ledger: every "it hurts". Pain and place are NULL until they are
-- answered, and stay so where they never are.
CREATE TABLE stop (
  id         INTEGER NOT NULL PRIMARY KEY,
  session    INTEGER NOT NULL,
  item       INTEGER NOT NULL,
  at         INTEGER NOT NULL CHECK (at BETWEEN 0 AND 253402128000000000),
  side       TEXT NOT NULL CHECK (side IN ('none', 'left', 'right')),
  set_number INTEGER NOT NULL CHECK (set_number >= 0),
  rep_number INTEGER NOT NULL CHECK (rep_number >= 0),
  phase      TEXT NOT NULL CHECK (phase IN ('inhale', 'raise', 'hold', 'lower', 'exhale', 'rest',
                                            'get-ready', 'change-sides', 'roll-over')),
  pain       INTEGER CHECK (pain BETWEEN 0 AND 10),
  site       TEXT CHECK (site IN ('back', 'leg', 'elsewhere')),
  FOREIGN KEY (session, item) REFERENCES session_exercise (session, item),
  UNIQUE (session, at)
) STRICT;

CREATE INDEX stop_by_time ON stop (at);
