-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT uuid, at, utc_offset
FROM flare
WHERE at + utc_offset * 1000000 >= :from AND at + utc_offset * 1000000 < :before
ORDER BY at, id;
