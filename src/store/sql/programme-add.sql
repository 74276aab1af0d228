-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO programme (uuid, at, utc_offset, valid_from, valid_until, xml)
VALUES (:uuid, :at, :utc_offset, :valid_from, :valid_until, :xml);
