-- SPDX-License-Identifier: GPL-3.0-or-later
-- A session that was corrected followed what it followed.
INSERT INTO session_programme (session, programme)
SELECT new.id, session_programme.programme
FROM session AS new, session AS old JOIN session_programme ON session_programme.session = old.id
WHERE new.uuid = :new AND old.uuid = :old;
