-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT uuid, kind, at, utc_offset, old, new FROM edit ORDER BY at, id;
