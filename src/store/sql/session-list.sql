-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT session.uuid, EXISTS (SELECT 1 FROM edit WHERE edit.old = session.uuid), session.id,
       session.started, session.utc_offset, session.ended, session.state, session.origin,
       session.check_in, check_in.at,
       session_after.at, session_after.pain_back, session_after.pain_leg, session_after.effort,
       session_after.note, session_morning.at, session_morning.morning
FROM session
     LEFT JOIN check_in ON check_in.id = session.check_in
     LEFT JOIN session_after ON session_after.session = session.id
     LEFT JOIN session_morning ON session_morning.session = session.id
WHERE session.started + session.utc_offset * 1000000 >= :from
      AND session.started + session.utc_offset * 1000000 < :before
ORDER BY session.started, session.id;
