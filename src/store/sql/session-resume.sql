-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE session SET state = 'running', ended = NULL WHERE id = :session;
