-- SPDX-License-Identifier: GPL-3.0-or-later
-- Nothing where that is known already.
INSERT OR IGNORE INTO session_programme (session, programme)
SELECT session.id, programme.id FROM session, programme
WHERE session.uuid = :session AND programme.uuid = :programme;
