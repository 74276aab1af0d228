-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT check_in_flag.flag
FROM session JOIN check_in_flag ON check_in_flag.check_in = session.check_in
WHERE session.uuid = :uuid
ORDER BY check_in_flag.position;
