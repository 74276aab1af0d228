-- SPDX-License-Identifier: GPL-3.0-or-later
-- The last answer is the one that stands. No row where there is no such reminder.
INSERT OR REPLACE INTO reminder_answer (reminder, at, answer, reason)
SELECT id, :at, :answer, :reason FROM reminder WHERE uuid = :uuid;
