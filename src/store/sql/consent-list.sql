-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT at, utc_offset, version FROM consent ORDER BY at, id;
