-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT id, xml, created, utc_offset, retired FROM own_exercise ORDER BY created, rowid;
