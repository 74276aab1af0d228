-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE session SET state = :state, ended = :ended WHERE uuid = :uuid AND state = 'running';
