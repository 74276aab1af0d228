-- SPDX-License-Identifier: GPL-3.0-or-later
-- Every check-in, latest first, a row for each of its signs; a check-in without
-- signs is one row too, for it breaks a run.
SELECT check_in.id, check_in.at, check_in_flag.flag, check_in_flag.days
FROM check_in LEFT JOIN check_in_flag ON check_in_flag.check_in = check_in.id
ORDER BY check_in.at DESC, check_in.id DESC, check_in_flag.position;
