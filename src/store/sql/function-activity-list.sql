-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT uuid, name, at, utc_offset, retired FROM function_activity ORDER BY at, id;
