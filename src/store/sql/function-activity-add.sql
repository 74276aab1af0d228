-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO function_activity (uuid, name, at, utc_offset, retired)
VALUES (:uuid, :name, :at, :utc_offset, :retired);
