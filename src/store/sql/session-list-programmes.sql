-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT session.uuid, programme.uuid
FROM session_programme JOIN session ON session.id = session_programme.session
     JOIN programme ON programme.id = session_programme.programme
WHERE session.started + session.utc_offset * 1000000 >= :from
      AND session.started + session.utc_offset * 1000000 < :before
ORDER BY session.started, session.uuid;
