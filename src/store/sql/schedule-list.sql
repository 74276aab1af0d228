-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT uuid, at, utc_offset, days_a_week FROM schedule ORDER BY at, id;
