-- SPDX-License-Identifier: GPL-3.0-or-later
-- A session that was cut ended, as far as anyone knows, with the last thing
-- that was written down of it.
UPDATE session
SET state = 'cut',
    ended = coalesce ((SELECT max (at)
                       FROM (SELECT ended AS at FROM repetition WHERE session = session.id
                             UNION ALL
                             SELECT at FROM stop WHERE session = session.id
                             UNION ALL
                             SELECT back_at FROM session_break WHERE session = session.id)),
                      started)
WHERE state = 'running';
