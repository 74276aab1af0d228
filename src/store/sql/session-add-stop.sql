-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO stop (session, item, at, side, set_number, rep_number, phase, pain, site)
SELECT id, :item, :at, :side, :set, :rep, :phase, :pain, :site
FROM session
WHERE uuid = :uuid AND state = 'running';
