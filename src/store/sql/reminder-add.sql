-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO reminder (uuid, kind, at, utc_offset, session)
VALUES (:uuid, :kind, :at, :utc_offset, :session);
