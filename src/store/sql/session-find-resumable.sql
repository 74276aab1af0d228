-- SPDX-License-Identifier: GPL-3.0-or-later
-- The last session that counts, if somebody may go on with it: it was left or
-- cut, and nothing hurt.
SELECT session.id, session.uuid, session.started + session.utc_offset * 1000000, session.ended
FROM session
WHERE session.id = (SELECT id FROM session AS other
                    WHERE NOT EXISTS (SELECT 1 FROM edit WHERE edit.old = other.uuid)
                    ORDER BY other.started DESC, other.id DESC LIMIT 1)
      AND session.uuid = coalesce (:uuid, session.uuid)
      AND session.state IN ('stopped', 'cut')
      AND session.origin = 'recorded'
      AND NOT EXISTS (SELECT 1 FROM edit WHERE edit.new = session.uuid)
      AND NOT EXISTS (SELECT 1 FROM stop WHERE stop.session = session.id);
