-- SPDX-License-Identifier: GPL-3.0-or-later
-- The last answer is the one that stands.
INSERT OR REPLACE INTO sitting_break_answer (sitting_break, at, answer, reason)
SELECT id, :at, :answer, :reason FROM sitting_break WHERE uuid = :uuid;
