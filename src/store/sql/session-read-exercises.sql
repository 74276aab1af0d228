-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT exercise, planned_sets, planned_reps, planned_hold, state
FROM session_exercise
WHERE session = :session
ORDER BY item;
