-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT uuid, EXISTS (SELECT 1 FROM edit WHERE edit.old = check_in.uuid), id, at, utc_offset
FROM check_in
WHERE at + utc_offset * 1000000 >= :from AND at + utc_offset * 1000000 < :before
      AND uuid IS NOT NULL
ORDER BY at, id;
