-- SPDX-License-Identifier: GPL-3.0-or-later
-- The same change, found out in another place, among those that are not later than
-- a row.
SELECT 1
FROM dose_change
WHERE id <= :last AND withdrawn_at IS NULL AND day = :day AND exercise = :exercise AND reason = :reason
      AND from_sets = :from_sets AND from_reps = :from_reps AND from_hold = :from_hold
      AND to_sets = :to_sets AND to_reps = :to_reps AND to_hold = :to_hold;
