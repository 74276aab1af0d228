-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT uuid, EXISTS (SELECT 1 FROM edit WHERE edit.old = relief.uuid), kind, started, utc_offset,
       ended, state
FROM relief
WHERE started + utc_offset * 1000000 >= :from AND started + utc_offset * 1000000 < :before
ORDER BY started, id;
