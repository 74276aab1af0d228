-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT id, at, utc_offset
FROM check_in
WHERE at + utc_offset * 1000000 >= :from AND at + utc_offset * 1000000 < :before
      AND NOT EXISTS (SELECT 1 FROM session WHERE session.check_in = check_in.id)
ORDER BY at, id;
