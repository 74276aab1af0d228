-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Schema version 5: what a physiotherapist has written for the person, and which of
-- it a session followed.

PRAGMA user_version = 5;

-- A version of a programme, as the file was. None is ever changed or deleted.
-- Without an end valid_until is NULL.
CREATE TABLE programme (
  id          INTEGER NOT NULL PRIMARY KEY,
  uuid        TEXT NOT NULL UNIQUE CHECK (length (uuid) = 36),
  at          INTEGER NOT NULL CHECK (at BETWEEN 0 AND 253402128000000000),
  utc_offset  INTEGER NOT NULL CHECK (utc_offset BETWEEN -86400 AND 86400),
  valid_from  TEXT NOT NULL CHECK (valid_from IS date (valid_from, '+0 days')),
  valid_until TEXT CHECK (valid_until IS NULL OR valid_until IS date (valid_until, '+0 days')),
  xml         TEXT NOT NULL CHECK (xml <> '')
) STRICT;

-- Which one the person has agreed to, from when on: a row each time. NULL: none.
CREATE TABLE programme_choice (
  id         INTEGER NOT NULL PRIMARY KEY,
  uuid       TEXT NOT NULL UNIQUE CHECK (length (uuid) = 36),
  at         INTEGER NOT NULL CHECK (at BETWEEN 0 AND 253402128000000000),
  utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -86400 AND 86400),
  programme  INTEGER REFERENCES programme (id)
) STRICT;

-- The one that was in force when a session was begun.
CREATE TABLE session_programme (
  session   INTEGER NOT NULL PRIMARY KEY REFERENCES session (id),
  programme INTEGER NOT NULL REFERENCES programme (id)
) STRICT;
