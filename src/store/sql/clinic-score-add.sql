-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO clinic_score (uuid, scale, day, total, at, utc_offset)
VALUES (:uuid, :scale, :day, :total, :at, :utc_offset);
