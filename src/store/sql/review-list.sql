-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT uuid, at, utc_offset, exercise, clinician
FROM review
WHERE at + utc_offset * 1000000 >= :from AND at + utc_offset * 1000000 < :before
ORDER BY at, id;
