-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT uuid, EXISTS (SELECT 1 FROM edit WHERE edit.old = function_rating.uuid), id, at, utc_offset
FROM function_rating
WHERE at + utc_offset * 1000000 >= :from AND at + utc_offset * 1000000 < :before
ORDER BY at, id;
