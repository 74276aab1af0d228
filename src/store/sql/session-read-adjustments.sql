-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT item, at, sets, reps, hold, tempo, rep_rest, set_rest
FROM session_adjustment
WHERE session = :session
ORDER BY id;
