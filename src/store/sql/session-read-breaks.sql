-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT left_at, back_at
FROM session_break
WHERE session = :session
ORDER BY position;
