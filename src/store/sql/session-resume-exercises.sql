-- SPDX-License-Identifier: GPL-3.0-or-later
-- The journal ends them anew.
UPDATE session_exercise
SET state = 'running'
WHERE session = :session AND state <> 'completed';
