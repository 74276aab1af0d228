-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT uuid, at, utc_offset, valid_from, valid_until, xml FROM programme ORDER BY at, id;
