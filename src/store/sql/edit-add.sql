-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO edit (uuid, kind, at, utc_offset, old, new)
VALUES (:uuid, :kind, :at, :utc_offset, :old, :new);
