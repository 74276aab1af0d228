-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE relief SET state = :state, ended = :ended WHERE uuid = :uuid AND state = 'running';
