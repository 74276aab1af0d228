-- SPDX-License-Identifier: GPL-3.0-or-later
-- No row where the session does not run: a fact that belongs nowhere is refused.
INSERT INTO repetition (session, item, side, set_number, rep_number, started, ended,
                        hold, counted_by)
SELECT id, :item, :side, :set, :rep, :started, :ended, :hold, :counted_by
FROM session
WHERE uuid = :uuid AND state = 'running';
