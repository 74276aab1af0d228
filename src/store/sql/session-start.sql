-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE session SET started = :started WHERE uuid = :uuid AND state = 'running';
