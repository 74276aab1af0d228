-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT id, uuid, started, utc_offset, ended, state, check_in
FROM session
WHERE started + utc_offset * 1000000 >= :from AND started + utc_offset * 1000000 < :before
ORDER BY started, id;
