-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT uuid, id, at, utc_offset
FROM wishes
WHERE at + utc_offset * 1000000 >= :from AND at + utc_offset * 1000000 < :before
ORDER BY at, id;
