-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT uuid, id, at, utc_offset, day, exercise, from_sets, from_reps, from_hold, to_sets, to_reps,
       to_hold, reason, withdrawn_at
FROM dose_change
WHERE day >= :from AND day <= :to
ORDER BY day, at, id;
