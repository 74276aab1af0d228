-- SPDX-License-Identifier: GPL-3.0-or-later
-- The part of a session that follows a break starts with its first sound.
UPDATE session_break
SET back_at = :started
WHERE session = (SELECT id FROM session WHERE uuid = :uuid AND state = 'running')
      AND position = (SELECT max (position) FROM session_break AS other
                      WHERE other.session = session_break.session);
