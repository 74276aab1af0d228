-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- A log as schema version 6 has it, dumped as schema-1.sql is. Never to be
-- changed: it stands for the logs that are out there. What is in it is in
-- schema-6.expected.
PRAGMA application_id = 1499557446;
PRAGMA user_version = 6;
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
, uuid TEXT CHECK (length (uuid) = 36)) STRICT;
INSERT INTO check_in VALUES(1,1794999600000000,28800,NULL,NULL,'unknown','006608ae-987a-8c00-8000-000000000001');
INSERT INTO check_in VALUES(2,1795172400000000,28800,3,10,'down',NULL);
INSERT INTO check_in VALUES(3,1795172460000000,28800,0,NULL,'same',NULL);
INSERT INTO check_in VALUES(4,1795176060000000,-18000,NULL,7,'up',NULL);
INSERT INTO check_in VALUES(5,1795172460000000,28800,1,NULL,'same',NULL);
INSERT INTO check_in VALUES(6,1794999600000000,28800,5,5,'down','6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f0d01');
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
INSERT INTO check_in_flag VALUES(6,0,'radiating',4);
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
, onset_minute INTEGER CHECK (onset_minute BETWEEN 0 AND 1439), name TEXT CHECK (name <> ''), born INTEGER CHECK (born BETWEEN 1900 AND 9999), diagnosis TEXT CHECK (diagnosis <> '')) STRICT;
INSERT INTO profile VALUES(1,'2026-11-19','unknown','unknown','unknown','unknown','strong',0,1439,'王小燕',1961,'L4/L5 "左" O''Neil');
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
INSERT INTO relief VALUES(4,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f0b04','heat',1795180000000000,28800,1795180050000000,'stopped');
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
INSERT INTO repetition VALUES(6,5,0,'left',1,1,1795172460000000,1795172460000000,10000000,'tap');
CREATE TABLE session (
  id         INTEGER NOT NULL PRIMARY KEY,
  uuid       TEXT NOT NULL UNIQUE CHECK (length (uuid) = 36),
  started    INTEGER NOT NULL CHECK (started BETWEEN 0 AND 253402128000000000),
  utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -86400 AND 86400),
  ended      INTEGER CHECK (ended BETWEEN 0 AND 253402128000000000),
  state      TEXT NOT NULL CHECK (state IN ('running', 'completed', 'stopped', 'cut')),
  check_in   INTEGER UNIQUE REFERENCES check_in (id), origin TEXT NOT NULL DEFAULT 'recorded'
  CHECK (origin IN ('recorded', 'entered')),
  CHECK ((state = 'running') = (ended IS NULL))
) STRICT;
INSERT INTO session VALUES(1,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f0a01',1795172400000000,28800,1795172421000000,'stopped',2,'recorded');
INSERT INTO session VALUES(2,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f0a02',1795172460000000,28800,1795172474000000,'completed',3,'recorded');
INSERT INTO session VALUES(3,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f0a03',1795172500000000,28800,1795172500000000,'cut',NULL,'recorded');
INSERT INTO session VALUES(4,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f0a04',1795176060000000,-18000,NULL,'running',4,'recorded');
INSERT INTO session VALUES(5,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f0a05',1795172460000000,28800,1795172460000000,'completed',5,'entered');
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
INSERT INTO session_exercise VALUES(5,0,'straight-leg-raise',1,1,10000000,'completed');
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
CREATE TABLE session_after (
  session   INTEGER NOT NULL PRIMARY KEY REFERENCES session (id),
  at        INTEGER NOT NULL CHECK (at BETWEEN 0 AND 253402128000000000),
  pain_back INTEGER CHECK (pain_back BETWEEN 0 AND 10),
  pain_leg  INTEGER CHECK (pain_leg BETWEEN 0 AND 10),
  effort    INTEGER CHECK (effort BETWEEN 0 AND 10),
  note      TEXT CHECK (note <> '')
) STRICT;
INSERT INTO session_after VALUES(1,1795172500000000,2,NULL,10,'比昨天 “好”');
INSERT INTO session_after VALUES(2,1795172490000000,NULL,10,NULL,NULL);
CREATE TABLE session_morning (
  session INTEGER NOT NULL PRIMARY KEY REFERENCES session (id),
  at      INTEGER NOT NULL CHECK (at BETWEEN 0 AND 253402128000000000),
  morning TEXT NOT NULL CHECK (morning IN ('better', 'same', 'worse'))
) STRICT;
INSERT INTO session_morning VALUES(1,1795215600000000,'worse');
CREATE TABLE function_activity (
  id         INTEGER NOT NULL PRIMARY KEY,
  uuid       TEXT NOT NULL UNIQUE CHECK (length (uuid) = 36),
  name       TEXT NOT NULL CHECK (name <> ''),
  at         INTEGER NOT NULL CHECK (at BETWEEN 0 AND 253402128000000000),
  utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -86400 AND 86400),
  retired    INTEGER CHECK (retired BETWEEN 0 AND 253402128000000000)
) STRICT;
INSERT INTO function_activity VALUES(1,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f0e01','爬楼梯',1795172400000000,28800,NULL);
INSERT INTO function_activity VALUES(2,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f0e02','Tie ''shoes''',1795172400000001,-18000,1795180000000000);
CREATE TABLE function_rating (
  id         INTEGER NOT NULL PRIMARY KEY,
  uuid       TEXT NOT NULL UNIQUE CHECK (length (uuid) = 36),
  at         INTEGER NOT NULL CHECK (at BETWEEN 0 AND 253402128000000000),
  utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -86400 AND 86400)
) STRICT;
INSERT INTO function_rating VALUES(1,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f0f01',1795172400000000,28800);
INSERT INTO function_rating VALUES(2,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f0f02',1795172400000000,28800);
CREATE TABLE function_score (
  rating   INTEGER NOT NULL REFERENCES function_rating (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  activity INTEGER NOT NULL REFERENCES function_activity (id),
  score    INTEGER NOT NULL CHECK (score BETWEEN 0 AND 10),
  PRIMARY KEY (rating, position),
  UNIQUE (rating, activity)
) STRICT, WITHOUT ROWID;
INSERT INTO function_score VALUES(1,0,2,0);
INSERT INTO function_score VALUES(1,1,1,10);
INSERT INTO function_score VALUES(2,0,1,9);
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
INSERT INTO clinic_score VALUES(1,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f1001','odi','2026-11-19',100,1795172400000000,28800);
INSERT INTO clinic_score VALUES(2,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f1002','rmdq','2026-11-18',24,1795172400000000,28800);
CREATE TABLE schedule (
  id          INTEGER NOT NULL PRIMARY KEY,
  uuid        TEXT NOT NULL UNIQUE CHECK (length (uuid) = 36),
  at          INTEGER NOT NULL CHECK (at BETWEEN 0 AND 253402128000000000),
  utc_offset  INTEGER NOT NULL CHECK (utc_offset BETWEEN -86400 AND 86400),
  days_a_week INTEGER NOT NULL CHECK (days_a_week BETWEEN 1 AND 7)
) STRICT;
INSERT INTO schedule VALUES(1,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f1101',1795172400000000,28800,1);
INSERT INTO schedule VALUES(2,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f1102',1795172500000000,-18000,7);
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
INSERT INTO edit VALUES(1,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f1201','session',1795190000000000,28800,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f0a02','6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f0a05');
INSERT INTO edit VALUES(2,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f1202','check-in',1795190000000001,28800,'006608ae-987a-8c00-8000-000000000001','6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f0d01');
INSERT INTO edit VALUES(3,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f1203','rating',1795190000000002,-18000,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f0f01','6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f0f02');
INSERT INTO edit VALUES(4,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f1204','score',1795190000000003,28800,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f1002',NULL);
INSERT INTO edit VALUES(5,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f1205','relief',1795190000000004,28800,NULL,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f0b04');
INSERT INTO edit VALUES(6,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f1206','activity',1795190000000005,28800,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f0c02',NULL);
CREATE TABLE session_break (
  session  INTEGER NOT NULL REFERENCES session (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  left_at  INTEGER NOT NULL CHECK (left_at BETWEEN 0 AND 253402128000000000),
  back_at  INTEGER NOT NULL CHECK (back_at BETWEEN 0 AND 253402128000000000),
  PRIMARY KEY (session, position)
) STRICT, WITHOUT ROWID;
INSERT INTO session_break VALUES(1,0,1795172412000000,1795172413000001);
INSERT INTO session_break VALUES(1,1,1795172414000000,1795172413900000);
INSERT INTO session_break VALUES(2,0,1795172466000000,1795172467000000);
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
INSERT INTO session_adjustment VALUES(1,1,0,1795172400000000,2,10,3000000,125,NULL,NULL);
INSERT INTO session_adjustment VALUES(2,1,1,1795172413500000,1,9999,0,NULL,1,300000000);
CREATE TABLE programme (
  id          INTEGER NOT NULL PRIMARY KEY,
  uuid        TEXT NOT NULL UNIQUE CHECK (length (uuid) = 36),
  at          INTEGER NOT NULL CHECK (at BETWEEN 0 AND 253402128000000000),
  utc_offset  INTEGER NOT NULL CHECK (utc_offset BETWEEN -86400 AND 86400),
  valid_from  TEXT NOT NULL CHECK (valid_from IS date (valid_from, '+0 days')),
  valid_until TEXT CHECK (valid_until IS NULL OR valid_until IS date (valid_until, '+0 days')),
  xml         TEXT NOT NULL CHECK (xml <> '')
) STRICT;
INSERT INTO programme VALUES(1,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f1301',1795172400000000,28800,'2026-11-20',NULL,'<programme>一 &amp; O''Neil</programme>');
INSERT INTO programme VALUES(2,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f1302',1795172400000001,-18000,'2026-11-21','2027-02-01','<programme/>');
CREATE TABLE programme_choice (
  id         INTEGER NOT NULL PRIMARY KEY,
  uuid       TEXT NOT NULL UNIQUE CHECK (length (uuid) = 36),
  at         INTEGER NOT NULL CHECK (at BETWEEN 0 AND 253402128000000000),
  utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -86400 AND 86400),
  programme  INTEGER REFERENCES programme (id)
) STRICT;
INSERT INTO programme_choice VALUES(1,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f1401',1795172400000000,28800,1);
INSERT INTO programme_choice VALUES(2,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f1402',1795172400000001,-18000,2);
INSERT INTO programme_choice VALUES(3,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f1403',1795172400000002,28800,NULL);
CREATE TABLE session_programme (
  session   INTEGER NOT NULL PRIMARY KEY REFERENCES session (id),
  programme INTEGER NOT NULL REFERENCES programme (id)
) STRICT;
INSERT INTO session_programme VALUES(1,1);
INSERT INTO session_programme VALUES(2,2);
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
INSERT INTO dose_change VALUES(1,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f1501',1795172400000000,28800,'2026-11-20','five-point-support',1,10,3000000,2,10,3000000,'good-sessions',NULL);
INSERT INTO dose_change VALUES(2,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f1502',1795172400000001,-18000,'2026-11-21','own-1',2147483647,9999,0,1,1,0,'break',1795190000000000);
INSERT INTO dose_change VALUES(3,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f1503',1795172400000001,28800,'2026-11-21','own-1',2,5,4500000,2,5,4500000,'suspended',NULL);
CREATE TABLE dose_change_evidence (
  dose_change INTEGER NOT NULL REFERENCES dose_change (id),
  position    INTEGER NOT NULL CHECK (position >= 0),
  entry       TEXT NOT NULL CHECK (entry = '' OR length (entry) = 36),
  day         TEXT NOT NULL CHECK (day IS date (day, '+0 days')),
  PRIMARY KEY (dose_change, position)
) STRICT, WITHOUT ROWID;
INSERT INTO dose_change_evidence VALUES(1,0,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f0a01','2026-11-18');
INSERT INTO dose_change_evidence VALUES(1,1,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f0a02','2026-11-19');
INSERT INTO dose_change_evidence VALUES(1,2,'00000000-0000-4000-8000-000000000000','2026-11-20');
INSERT INTO dose_change_evidence VALUES(2,0,'','2026-11-21');
INSERT INTO dose_change_evidence VALUES(3,0,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f1301','2026-11-20');
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
INSERT INTO stage_change VALUES(1,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f1601',1795172400000000,28800,'2026-11-20','acute','easing',0,0,NULL);
INSERT INTO stage_change VALUES(2,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f1602',1795172400000000,28800,'2026-11-21','maintenance','recovery',1,0,1795190000000001);
INSERT INTO stage_change VALUES(3,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f1603',1795190000000001,-18000,'2026-11-21','prevention','acute',0,1,NULL);
CREATE TABLE flare (
  id         INTEGER NOT NULL PRIMARY KEY,
  uuid       TEXT NOT NULL UNIQUE CHECK (length (uuid) = 36),
  at         INTEGER NOT NULL CHECK (at BETWEEN 0 AND 253402128000000000),
  utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -86400 AND 86400)
) STRICT;
INSERT INTO flare VALUES(1,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f1701',1795172400000000,28800);
INSERT INTO flare VALUES(2,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f1702',1795190400000000,-18000);
CREATE TABLE review (
  id         INTEGER NOT NULL PRIMARY KEY,
  uuid       TEXT NOT NULL UNIQUE CHECK (length (uuid) = 36),
  at         INTEGER NOT NULL CHECK (at BETWEEN 0 AND 253402128000000000),
  utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -86400 AND 86400),
  exercise   TEXT NOT NULL CHECK (exercise <> ''),
  clinician  TEXT CHECK (clinician <> '')
) STRICT;
INSERT INTO review VALUES(1,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f1801',1795172400000000,28800,'five-point-support','周 O''Neil');
INSERT INTO review VALUES(2,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f1802',1795172400000001,-18000,'own-1',NULL);
CREATE TABLE wishes (
  id         INTEGER NOT NULL PRIMARY KEY,
  uuid       TEXT NOT NULL UNIQUE CHECK (length (uuid) = 36),
  at         INTEGER NOT NULL CHECK (at BETWEEN 0 AND 253402128000000000),
  utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -86400 AND 86400)
) STRICT;
INSERT INTO wishes VALUES(1,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f1901',1795172400000000,28800);
INSERT INTO wishes VALUES(2,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f1902',1795172400000001,-18000);
CREATE TABLE wish (
  wishes   INTEGER NOT NULL REFERENCES wishes (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  kind     TEXT NOT NULL CHECK (kind IN ('leave-out', 'add', 'order')),
  exercise TEXT NOT NULL CHECK (exercise <> ''),
  PRIMARY KEY (wishes, position)
) STRICT, WITHOUT ROWID;
INSERT INTO wish VALUES(1,0,'order','own-1');
INSERT INTO wish VALUES(1,1,'leave-out','five-point-support');
INSERT INTO wish VALUES(1,2,'add','glute-bridge');
INSERT INTO wish VALUES(1,3,'order','glute-bridge');
CREATE TABLE reminder (
  id         INTEGER NOT NULL PRIMARY KEY,
  uuid       TEXT NOT NULL UNIQUE CHECK (length (uuid) = 36),
  kind       TEXT NOT NULL CHECK (kind IN ('session', 'session-again', 'morning')),
  at         INTEGER NOT NULL CHECK (at BETWEEN 0 AND 253402128000000000),
  utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -86400 AND 86400),
  session    TEXT CHECK (length (session) = 36),
  CHECK (session IS NULL OR kind = 'morning')
) STRICT;
INSERT INTO reminder VALUES(1,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f1a01','session',1795172400000000,28800,NULL);
INSERT INTO reminder VALUES(2,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f1a02','session-again',1795172400000001,28800,NULL);
INSERT INTO reminder VALUES(3,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f1a03','morning',1795172400000002,-18000,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f0a01');
INSERT INTO reminder VALUES(4,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f1a04','session',1795172400000003,28800,NULL);
CREATE TABLE reminder_answer (
  reminder INTEGER NOT NULL PRIMARY KEY REFERENCES reminder (id),
  at       INTEGER NOT NULL CHECK (at BETWEEN 0 AND 253402128000000000),
  answer   TEXT NOT NULL CHECK (answer IN ('start', 'not-today', 'told')),
  reason   TEXT NOT NULL CHECK (reason IN ('unsaid', 'no-time', 'pain', 'unwell',
                                           'done-otherwise', 'no-place', 'no-wish')),
  CHECK (reason = 'unsaid' OR answer = 'not-today')
) STRICT;
INSERT INTO reminder_answer VALUES(1,1795172400000100,'start','unsaid');
INSERT INTO reminder_answer VALUES(2,1795172400000101,'not-today','no-place');
INSERT INTO reminder_answer VALUES(3,1795172400000102,'told','unsaid');
CREATE TABLE sitting_break (
  id         INTEGER NOT NULL PRIMARY KEY,
  uuid       TEXT NOT NULL UNIQUE CHECK (length (uuid) = 36),
  at         INTEGER NOT NULL CHECK (at BETWEEN 0 AND 253402128000000000),
  utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -86400 AND 86400),
  sat        INTEGER NOT NULL CHECK (sat >= 0),
  length     INTEGER NOT NULL CHECK (length >= 0)
) STRICT;
INSERT INTO sitting_break VALUES(1,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f1b01',1795172400000000,28800,2400000001,0);
INSERT INTO sitting_break VALUES(2,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f1b02',1795172400000001,28800,3600000000,180000000);
INSERT INTO sitting_break VALUES(3,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f1b03',1795172400000002,-18000,0,120000000);
INSERT INTO sitting_break VALUES(4,'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f1b04',1795172400000003,28800,1800000000,0);
CREATE TABLE sitting_break_answer (
  sitting_break INTEGER NOT NULL PRIMARY KEY REFERENCES sitting_break (id),
  at            INTEGER NOT NULL CHECK (at BETWEEN 0 AND 253402128000000000),
  answer        TEXT NOT NULL CHECK (answer IN ('done', 'partly', 'skipped')),
  reason        TEXT NOT NULL CHECK (reason IN ('unsaid', 'no-time', 'pain', 'unwell',
                                                'done-otherwise', 'no-place', 'no-wish')),
  CHECK (reason = 'unsaid' OR answer = 'skipped')
) STRICT;
INSERT INTO sitting_break_answer VALUES(2,1795172400000200,'done','unsaid');
INSERT INTO sitting_break_answer VALUES(3,1795172400000201,'partly','unsaid');
INSERT INTO sitting_break_answer VALUES(4,1795172400000202,'skipped','done-otherwise');
CREATE INDEX session_by_local_start ON session (started + utc_offset * 1000000);
CREATE INDEX check_in_by_local_time ON check_in (at + utc_offset * 1000000);
CREATE INDEX session_running ON session (id) WHERE state = 'running';
CREATE INDEX stop_by_time ON stop (at);
CREATE INDEX relief_by_local_start ON relief (started + utc_offset * 1000000);
CREATE INDEX relief_running ON relief (id) WHERE state = 'running';
CREATE INDEX activity_by_local_time ON activity (at + utc_offset * 1000000);
CREATE UNIQUE INDEX check_in_by_uuid ON check_in (uuid);
CREATE INDEX function_rating_by_local_time ON function_rating (at + utc_offset * 1000000);
CREATE INDEX clinic_score_by_day ON clinic_score (day);
CREATE INDEX session_adjustment_by_session ON session_adjustment (session);
CREATE INDEX dose_change_by_day ON dose_change (day);
CREATE INDEX stage_change_by_day ON stage_change (day);
CREATE INDEX flare_by_local_time ON flare (at + utc_offset * 1000000);
CREATE INDEX review_by_local_time ON review (at + utc_offset * 1000000);
CREATE INDEX wishes_by_local_time ON wishes (at + utc_offset * 1000000);
CREATE INDEX reminder_by_local_time ON reminder (at + utc_offset * 1000000);
CREATE INDEX sitting_break_by_local_time ON sitting_break (at + utc_offset * 1000000);
COMMIT;
