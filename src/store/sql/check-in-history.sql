-- SPDX-License-Identifier: GPL-3.0-or-later
-- Every check-in, latest first, a row for each of its signs; a check-in without
-- signs is one row too, for it breaks a run. Those that no longer count are here
-- as well: what was said once is not unsaid by a change to the log. The last
-- column says which were entered or changed afterwards.
SELECT check_in.id, check_in.at, check_in_flag.flag, check_in_flag.days,
       EXISTS (SELECT 1 FROM edit WHERE edit.new = coalesce (check_in.uuid, session.uuid))
FROM check_in
     LEFT JOIN check_in_flag ON check_in_flag.check_in = check_in.id
     LEFT JOIN session ON session.check_in = check_in.id
ORDER BY check_in.at DESC, check_in.id DESC, check_in_flag.position;
