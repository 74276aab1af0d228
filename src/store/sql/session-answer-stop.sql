-- SPDX-License-Identifier: GPL-3.0-or-later
-- The answer may come after the session has ended.
UPDATE stop
SET pain = :pain, site = :site
WHERE at = :at AND session = (SELECT id FROM session WHERE uuid = :uuid);
