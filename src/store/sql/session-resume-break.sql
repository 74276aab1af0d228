-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO session_break (session, position, left_at, back_at)
SELECT :session, (SELECT count (*) FROM session_break WHERE session = :session), ended, :back_at
FROM session
WHERE id = :session;
