-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- A log as schema version 2 has it, dumped as schema-1.sql is. Never to be
-- changed: it stands for the logs that are out there. What is in it is in
-- schema-2.expected.
PRAGMA application_id = 1499557446;
PRAGMA user_version = 2;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE activity (
  id         INTEGER NOT NULL PRIMARY KEY,
  uuid       TEXT NOT NULL UNIQUE CHECK (length (uuid) = 36),
  kind       TEXT NOT NULL CHECK (kind IN ('tai-chi', 'baduanjin', 'swimming', 'yoga', 'walking')),
  at         INTEGER NOT NULL CHECK (at BETWEEN 0 AND 253402128000000000),
  utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -86400 AND 86400),
  minutes    INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 1440)
) STRICT;
INSERT INTO activity VALUES(1,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f0c01','tai-chi',1795172400000000,28800,1);
INSERT INTO activity VALUES(2,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f0c02','walking',1795172500000000,-18000,1440);
CREATE TABLE assessment (
  id        INTEGER NOT NULL PRIMARY KEY,
  profile   INTEGER NOT NULL REFERENCES profile (id) ON DELETE CASCADE,
  position  INTEGER NOT NULL CHECK (position >= 0),
  flag      TEXT NOT NULL CHECK (flag <> ''),
  clinician TEXT NOT NULL,
  date      TEXT NOT NULL CHECK (date IS date (date, '+0 days')),
  UNIQUE (profile, position)
) STRICT;
INSERT INTO assessment VALUES(1,1,0,'radiating','','2024-08-02');
INSERT INTO assessment VALUES(2,1,1,'bladder-bowel','','2024-08-01');
CREATE TABLE check_in (
  id         INTEGER NOT NULL PRIMARY KEY,
  at         INTEGER NOT NULL CHECK (at BETWEEN 0 AND 253402128000000000),
  utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -86400 AND 86400),
  pain_back  INTEGER CHECK (pain_back BETWEEN 0 AND 10),
  pain_leg   INTEGER CHECK (pain_leg BETWEEN 0 AND 10),
  moved      TEXT NOT NULL CHECK (moved IN ('unknown', 'down', 'up', 'same'))
) STRICT;
INSERT INTO check_in VALUES(1,1794999600000000,28800,NULL,NULL,'unknown');
INSERT INTO check_in VALUES(2,1795172400000000,28800,3,10,'down');
INSERT INTO check_in VALUES(3,1795172460000000,28800,0,NULL,'same');
INSERT INTO check_in VALUES(4,1795176060000000,-18000,NULL,7,'up');
CREATE TABLE check_in_flag (
  check_in INTEGER NOT NULL REFERENCES check_in (id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  flag     TEXT NOT NULL CHECK (flag <> ''),
  days     INTEGER CHECK (days >= 0),
  PRIMARY KEY (check_in, position),
  UNIQUE (check_in, flag)
) STRICT, WITHOUT ROWID;
INSERT INTO check_in_flag VALUES(1,0,'radiating',NULL);
INSERT INTO check_in_flag VALUES(2,0,'leg-pain-days',3);
INSERT INTO check_in_flag VALUES(2,1,'radiating',12);
CREATE TABLE clearance (
  id        INTEGER NOT NULL PRIMARY KEY,
  profile   INTEGER NOT NULL REFERENCES profile (id) ON DELETE CASCADE,
  position  INTEGER NOT NULL CHECK (position >= 0),
  clinician TEXT NOT NULL,
  date      TEXT NOT NULL CHECK (date IS date (date, '+0 days')),
  until     TEXT CHECK (until = 'unknown' OR until IS date (until, '+0 days')),
  UNIQUE (profile, position)
) STRICT;
INSERT INTO clearance VALUES(1,1,0,'李医生 “0” O''Neil','2024-08-02',NULL);
INSERT INTO clearance VALUES(2,1,1,'李医生 “1” O''Neil','2024-08-01','2025-09-06');
INSERT INTO clearance VALUES(3,1,2,'李医生 “2” O''Neil','2024-07-31',NULL);
CREATE TABLE clearance_condition (
  clearance INTEGER NOT NULL REFERENCES clearance (id) ON DELETE CASCADE,
  position  INTEGER NOT NULL CHECK (position >= 0),
  condition TEXT NOT NULL CHECK (condition <> ''),
  PRIMARY KEY (clearance, position)
) STRICT, WITHOUT ROWID;
INSERT INTO clearance_condition VALUES(1,0,'b');
INSERT INTO clearance_condition VALUES(1,1,'a');
INSERT INTO clearance_condition VALUES(1,2,'acute');
INSERT INTO clearance_condition VALUES(2,0,'a');
INSERT INTO clearance_condition VALUES(2,1,'acute');
INSERT INTO clearance_condition VALUES(3,0,'acute');
CREATE TABLE clearance_exercise (
  clearance INTEGER NOT NULL REFERENCES clearance (id) ON DELETE CASCADE,
  position  INTEGER NOT NULL CHECK (position >= 0),
  exercise  TEXT NOT NULL CHECK (exercise <> ''),
  PRIMARY KEY (clearance, position)
) STRICT, WITHOUT ROWID;
INSERT INTO clearance_exercise VALUES(1,0,'*');
INSERT INTO clearance_exercise VALUES(1,1,'glute-bridge');
INSERT INTO clearance_exercise VALUES(1,2,'abdominal-breathing');
INSERT INTO clearance_exercise VALUES(2,0,'glute-bridge');
INSERT INTO clearance_exercise VALUES(2,1,'abdominal-breathing');
INSERT INTO clearance_exercise VALUES(3,0,'abdominal-breathing');
CREATE TABLE consent (
  id         INTEGER NOT NULL PRIMARY KEY,
  at         INTEGER NOT NULL CHECK (at BETWEEN 0 AND 253402128000000000),
  utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -86400 AND 86400),
  version    INTEGER NOT NULL CHECK (version >= 1)
) STRICT;
INSERT INTO consent VALUES(1,1795172000000000,28800,1);
INSERT INTO consent VALUES(2,1795172400000000,28800,2);
CREATE TABLE own_exercise (
  id         TEXT NOT NULL PRIMARY KEY CHECK (id GLOB 'own-[1-9]*'),
  xml        TEXT NOT NULL CHECK (xml <> ''),
  created    INTEGER NOT NULL CHECK (created BETWEEN 0 AND 253402128000000000),
  utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -86400 AND 86400),
  retired    INTEGER NOT NULL CHECK (retired IN (0, 1))
) STRICT;
INSERT INTO own_exercise VALUES('own-1','<exercise id="own-1"/>',1795172400000000,28800,1);
INSERT INTO own_exercise VALUES('own-2','<exercise id="own-2">小 &amp; “O''Neil”</exercise>',1795172500000000,28800,0);
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
, onset_minute INTEGER CHECK (onset_minute BETWEEN 0 AND 1439)) STRICT;
INSERT INTO profile VALUES(1,'2026-11-19','unknown','unknown','unknown','unknown','strong',0,1439);
CREATE TABLE profile_condition (
  profile   INTEGER NOT NULL REFERENCES profile (id) ON DELETE CASCADE,
  position  INTEGER NOT NULL CHECK (position >= 0),
  condition TEXT NOT NULL CHECK (condition <> ''),
  PRIMARY KEY (profile, position),
  UNIQUE (profile, condition)
) STRICT, WITHOUT ROWID;
INSERT INTO profile_condition VALUES(1,0,'spinal-stenosis');
INSERT INTO profile_condition VALUES(1,1,'diabetes');
INSERT INTO profile_condition VALUES(1,2,'osteoporosis');
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
INSERT INTO relief VALUES(1,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f0b01','cold',1795172400000000,28800,1795173300000000,'completed');
INSERT INTO relief VALUES(2,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f0b02','heat',1795180000000000,28800,1795180060000000,'stopped');
INSERT INTO relief VALUES(3,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f0b03','cold',1795190000000000,-18000,NULL,'running');
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
INSERT INTO repetition VALUES(1,1,0,'none',1,1,1795172405000000,1795172412000000,3000000,'pace');
INSERT INTO repetition VALUES(2,1,0,'none',1,2,1795172414000000,1795172420123456,3000001,'tap');
INSERT INTO repetition VALUES(3,2,0,'left',1,1,1795172460000000,1795172466000000,10000000,'pace');
INSERT INTO repetition VALUES(4,2,0,'right',1,1,1795172467000000,1795172474000000,10000000,'pace');
INSERT INTO repetition VALUES(5,4,0,'none',1,1,1795176070000000,1795176077000000,3000000,'pace');
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
INSERT INTO session VALUES(1,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f0a01',1795172400000000,28800,1795172421000000,'stopped',2);
INSERT INTO session VALUES(2,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f0a02',1795172460000000,28800,1795172474000000,'completed',3);
INSERT INTO session VALUES(3,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f0a03',1795172500000000,28800,1795172500000000,'cut',NULL);
INSERT INTO session VALUES(4,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f0a04',1795176060000000,-18000,NULL,'running',4);
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
INSERT INTO session_exercise VALUES(1,0,'five-point-support',2,10,3000000,'stopped');
INSERT INTO session_exercise VALUES(1,1,'abdominal-breathing',3,10,3000000,'stopped');
INSERT INTO session_exercise VALUES(2,0,'straight-leg-raise',1,1,10000000,'completed');
INSERT INTO session_exercise VALUES(3,0,'glute-bridge',1,1,0,'cut');
INSERT INTO session_exercise VALUES(4,0,'glute-bridge',1,3,3000000,'completed');
INSERT INTO session_exercise VALUES(4,1,'modified-swallow',2,5,2000000,'running');
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
INSERT INTO stop VALUES(1,1,0,1795172421000000,'none',1,3,'hold',6,'leg');
INSERT INTO stop VALUES(2,4,1,1795176099000000,'none',0,0,'roll-over',NULL,NULL);
CREATE INDEX session_by_local_start ON session (started + utc_offset * 1000000);
CREATE INDEX check_in_by_local_time ON check_in (at + utc_offset * 1000000);
CREATE INDEX session_running ON session (id) WHERE state = 'running';
CREATE INDEX stop_by_time ON stop (at);
CREATE INDEX relief_by_local_start ON relief (started + utc_offset * 1000000);
CREATE INDEX relief_running ON relief (id) WHERE state = 'running';
CREATE INDEX activity_by_local_time ON activity (at + utc_offset * 1000000);
COMMIT;
