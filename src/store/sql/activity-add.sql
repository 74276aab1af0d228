-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO activity (uuid, kind, at, utc_offset, minutes)
VALUES (:uuid, :kind, :at, :utc_offset, :minutes);
