-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO review (uuid, at, utc_offset, exercise, clinician)
VALUES (:uuid, :at, :utc_offset, :exercise, :clinician);
