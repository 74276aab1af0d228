-- SPDX-License-Identifier: GPL-3.0-or-later
-- Another edit that says something else of the same entry.
SELECT 1 FROM edit WHERE uuid <> :uuid AND (old = :old OR new = :new);
