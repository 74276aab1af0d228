-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT item, side, set_number, rep_number, started, ended, hold, counted_by
FROM repetition
WHERE session = :session
ORDER BY id;
