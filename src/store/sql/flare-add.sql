-- SPDX-License-Identifier: GPL-3.0-or-later
-- Once a day. No row where that is known.
INSERT INTO flare (uuid, at, utc_offset)
SELECT :uuid, :at, :utc_offset
WHERE NOT EXISTS (SELECT 1 FROM flare
                  WHERE at + utc_offset * 1000000 >= :from AND at + utc_offset * 1000000 < :before);
