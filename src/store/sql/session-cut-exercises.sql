-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE session_exercise
SET state = 'cut'
WHERE state = 'running' AND session IN (SELECT id FROM session WHERE state = 'running');
