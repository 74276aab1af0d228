-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT OR REPLACE INTO session_morning (session, at, morning)
VALUES (:session, :at, :morning);
