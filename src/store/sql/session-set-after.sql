-- SPDX-License-Identifier: GPL-3.0-or-later
-- The last answer is the one that stands.
INSERT OR REPLACE INTO session_after (session, at, pain_back, pain_leg, effort, note)
VALUES (:session, :at, :pain_back, :pain_leg, :effort, :note);
