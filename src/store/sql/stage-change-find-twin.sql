-- SPDX-License-Identifier: GPL-3.0-or-later
-- The same change, found out in another place, among those that are not later than
-- a row.
SELECT 1
FROM stage_change
WHERE id <= :last AND withdrawn_at IS NULL AND day = :day AND from_stage = :from_stage
      AND to_stage = :to_stage AND after_flare = :after_flare AND surgery = :surgery;
