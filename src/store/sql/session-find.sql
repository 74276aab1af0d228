-- SPDX-License-Identifier: GPL-3.0-or-later
-- One that counts.
SELECT id FROM session
WHERE uuid = :uuid AND NOT EXISTS (SELECT 1 FROM edit WHERE edit.old = :uuid);
