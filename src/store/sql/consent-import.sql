-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO consent (at, utc_offset, version)
SELECT :at, :utc_offset, :version
WHERE NOT EXISTS (SELECT 1 FROM consent WHERE at = :at AND version = :version);
