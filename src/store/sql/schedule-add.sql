-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO schedule (uuid, at, utc_offset, days_a_week)
VALUES (:uuid, :at, :utc_offset, :days_a_week);
