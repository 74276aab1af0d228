-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was still open when a session ends ends with it.
UPDATE session_exercise
SET state = :state
WHERE state = 'running'
      AND session = (SELECT id FROM session WHERE uuid = :uuid AND state = 'running');
