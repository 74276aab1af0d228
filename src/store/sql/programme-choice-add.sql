-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO programme_choice (uuid, at, utc_offset, programme)
VALUES (:uuid, :at, :utc_offset, (SELECT id FROM programme WHERE programme.uuid = :programme));
