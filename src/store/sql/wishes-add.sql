-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO wishes (uuid, at, utc_offset) VALUES (:uuid, :at, :utc_offset);
