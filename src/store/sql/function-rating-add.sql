-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO function_rating (uuid, at, utc_offset) VALUES (:uuid, :at, :utc_offset);
