-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT uuid, EXISTS (SELECT 1 FROM edit WHERE edit.old = clinic_score.uuid), scale, day, total,
       at, utc_offset
FROM clinic_score
WHERE day >= :from AND day <= :to
ORDER BY day, at, id;
