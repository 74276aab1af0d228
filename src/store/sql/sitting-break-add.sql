-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO sitting_break (uuid, at, utc_offset, sat, length)
VALUES (:uuid, :at, :utc_offset, :sat, :length);
