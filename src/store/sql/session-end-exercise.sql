-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE session_exercise
SET state = :state
WHERE item = :item
      AND session = (SELECT id FROM session WHERE uuid = :uuid AND state = 'running');
