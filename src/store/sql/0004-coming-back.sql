-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Schema version 4: sessions that were left and gone on with, and what was changed
-- while one was under way.

PRAGMA user_version = 4;

-- Time between the parts of a session, which is no part of it.
CREATE TABLE session_break (
  session  INTEGER NOT NULL REFERENCES session (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  left_at  INTEGER NOT NULL CHECK (left_at BETWEEN 0 AND 253402128000000000),
  back_at  INTEGER NOT NULL CHECK (back_at BETWEEN 0 AND 253402128000000000),
  PRIMARY KEY (session, position)
) STRICT, WITHOUT ROWID;

-- What was to be done from a moment on, where that is not what was planned. What
-- is as the catalogue has it is NULL.
CREATE TABLE session_adjustment (
  id       INTEGER NOT NULL PRIMARY KEY,
  session  INTEGER NOT NULL,
  item     INTEGER NOT NULL,
  at       INTEGER NOT NULL CHECK (at BETWEEN 0 AND 253402128000000000),
  sets     INTEGER NOT NULL CHECK (sets >= 1),
  reps     INTEGER NOT NULL CHECK (reps >= 1),
  hold     INTEGER NOT NULL CHECK (hold >= 0),
  tempo    INTEGER CHECK (tempo BETWEEN 1 AND 1000),
  rep_rest INTEGER CHECK (rep_rest >= 1),
  set_rest INTEGER CHECK (set_rest >= 1),
  FOREIGN KEY (session, item) REFERENCES session_exercise (session, item)
) STRICT;

CREATE INDEX session_adjustment_by_session ON session_adjustment (session);
